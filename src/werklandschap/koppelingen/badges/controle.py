"""Checking a badge against the issuers a municipality trusts. Nothing is fetched; what can't be proved stays unproved.

Open Badges 2.0 (1EdTech): hosted, or signed as JWS. Open Badges 3.0: a verifiable credential as JWT, or with embedded
data-integrity proofs (eddsa-rdfc-2022, eddsa-jcs-2022, ecdsa-rdfc-2019, ecdsa-jcs-2019, Ed25519Signature2020).
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from jwt.api_jws import PyJWS
from jwt.exceptions import PyJWTError

from werklandschap.koppelingen.badges import ob2, ob3
from werklandschap.koppelingen.badges.lezen import Onleesbaar, lees_json
from werklandschap.koppelingen.badges.sleutels import Sleutel, uit_did
from werklandschap.koppelingen.badges.verslag import NAAMLOOS, Controle, Inhoud, Stand, Verslag


@dataclass(frozen=True)
class Vertrouwd:
    """An issuer on the list: its address or DID in badges, and its keys."""

    kenmerk: str
    sleutels: tuple[Sleutel, ...]


@dataclass(frozen=True)
class Adressen:
    """E-mail addresses of the person: those in the dossier, and those a professional vouches for."""

    eigen: Collection[str]
    ingevuld: Collection[str] = ()


def controleer(tekst: str, *, vertrouwd: Sequence[Vertrouwd], adressen: Adressen, nu: datetime) -> Verslag:
    """Check what `lezen.lees` found. Raises Onleesbaar when it is no badge."""
    los = tekst.startswith("{")
    kop, document = ({}, lees_json(tekst)) if los else _uit_jws(tekst)
    soort = ob3 if ob3.is_credential(document) else ob2
    inhoud = soort.lees_inhoud(document)
    kenmerk, sleutels, bekend = _sleutels_voor(inhoud.uitgever_id, soort.sleutelnaam(document, kop), vertrouwd)
    wie = {"uitgever": inhoud.uitgever_naam or inhoud.uitgever_id or NAAMLOOS}
    if los:
        handtekening = soort.los_bewijs(document, sleutels)
    else:
        handtekening = _jws_klopt(tekst, sleutels)
        if not soort.jws_past(document):
            handtekening = "handtekening_fout"
    controles = [
        Controle("handtekening", _STANDEN.get(handtekening, Stand.ONBEKEND), handtekening, wie),
        _uitgever(bekend and bool(kenmerk), soort.badge_is_elders(document), wie),
        ontvanger(inhoud, adressen),
        geldigheid(inhoud, nu, soort.einde_van_bewijs(document)),
    ]
    if inhoud.intrekbaar:
        controles.append(Controle("ingetrokken", Stand.ONBEKEND, "intrekken_niet_gezien", {}))
    return Verslag(inhoud, tuple(controles))


_STANDEN = {"handtekening_goed": Stand.GOED, "handtekening_fout": Stand.FOUT}


def _uit_jws(tekst: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Header and payload, unchecked. Raises Onleesbaar."""
    try:
        delen = PyJWS().decode_complete(tekst, options={"verify_signature": False})
        document = lees_json(delen["payload"].decode())
    except (PyJWTError, UnicodeDecodeError) as fout:
        raise Onleesbaar(str(fout)) from fout
    return delen["header"], document


def _sleutels_voor(uitgever: str, naam: str, vertrouwd: Sequence[Vertrouwd]) -> tuple[str, tuple[Sleutel, ...], bool]:
    """(issuer, keys to try, is the issuer on the list). A DID that is a key proves itself, but not who it is."""
    for een in vertrouwd:
        if een.kenmerk == uitgever and uitgever:
            eigen = uit_did(uitgever)
            alle = een.sleutels + ((eigen,) if eigen else ())
            zelfde = tuple(sleutel for sleutel in alle if naam and sleutel.id == naam)
            return een.kenmerk, zelfde or alle, True
    eigen = uit_did(uitgever)
    return uitgever, (eigen,) if eigen else (), False


def _jws_klopt(tekst: str, sleutels: tuple[Sleutel, ...]) -> str:
    if not sleutels:
        return "sleutel_onbekend"
    for sleutel in sleutels:
        try:
            PyJWS().decode_complete(tekst, key=sleutel.publiek, algorithms=list(sleutel.algoritmen))
        except PyJWTError:
            continue
        return "handtekening_goed"
    return "handtekening_fout"


def _uitgever(bekend: bool, elders: bool, wie: dict[str, str]) -> Controle:
    if elders:
        return Controle("uitgever", Stand.ONBEKEND, "badge_elders", {})
    if bekend:
        return Controle("uitgever", Stand.GOED, "uitgever_vertrouwd", wie)
    return Controle("uitgever", Stand.ONBEKEND, "uitgever_onbekend", wie)


def ontvanger(inhoud: Inhoud, adressen: Adressen) -> Controle:
    """Whether the badge is of one of these addresses."""
    if not inhoud.ontvangers:
        return Controle("ontvanger", Stand.ONBEKEND, "ontvanger_niet_te_zien", {})
    for adres in adressen.eigen:
        if _is_van(inhoud, adres):
            return Controle("ontvanger", Stand.GOED, "ontvanger_goed", {})
    for adres in adressen.ingevuld:
        if _is_van(inhoud, adres):
            return Controle("ontvanger", Stand.GOED, "ontvanger_ander_adres", {"adres": adres})
    if not any(adressen.eigen) and not any(adressen.ingevuld):
        return Controle("ontvanger", Stand.ONBEKEND, "ontvanger_zonder_adres", {})
    return Controle("ontvanger", Stand.FOUT, "ontvanger_anders", {})


def _is_van(inhoud: Inhoud, adres: str) -> bool:
    schoon = adres.strip()
    vormen = {schoon, schoon.lower()} if schoon else set()
    for wie in inhoud.ontvangers:
        for vorm in vormen:
            if wie.gehasht and hmac.compare_digest(_hash(vorm, wie.zout), wie.adres.lower()):
                return True
            if not wie.gehasht and vorm.lower() == wie.adres.strip().lower():
                return True
    return False


def _hash(adres: str, zout: str) -> str:
    return "sha256$" + hashlib.sha256(f"{adres}{zout}".encode()).hexdigest()


def geldigheid(inhoud: Inhoud, nu: datetime, bewijs_tot: datetime | None = None) -> Controle:
    """Whether it counts at this moment."""
    if inhoud.datum_fout:
        return Controle("geldigheid", Stand.ONBEKEND, "datum_fout", {})
    tot = min((dag for dag in (inhoud.geldig_tot, bewijs_tot) if dag), default=None)
    if inhoud.uitgegeven_op and inhoud.uitgegeven_op > nu:
        return Controle("geldigheid", Stand.FOUT, "nog_niet", {"dag": inhoud.uitgegeven_op.isoformat()})
    if tot and tot < nu:
        return Controle("geldigheid", Stand.FOUT, "verlopen", {"dag": tot.isoformat()})
    if tot:
        return Controle("geldigheid", Stand.GOED, "geldig_tot", {"dag": tot.isoformat()})
    return Controle("geldigheid", Stand.GOED, "geldig_altijd", {})
