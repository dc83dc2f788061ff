"""Open Badges 3.0: a verifiable credential, as JWT or with data-integrity proofs inside."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from werklandschap.koppelingen.badges import bewijzen
from werklandschap.koppelingen.badges.sleutels import Sleutel
from werklandschap.koppelingen.badges.velden import lijst, moment, object_van, seconden, tekst_van
from werklandschap.koppelingen.badges.verslag import Inhoud, Ontvanger

SOORTEN = frozenset({"OpenBadgeCredential", "AchievementCredential"})


def _credential(document: dict[str, Any]) -> dict[str, Any]:
    """The credential: the payload of a JWT is one itself, or holds it as `vc` (data model 1.1)."""
    return object_van(document["vc"]) if "vc" in document else document


def is_credential(document: dict[str, Any]) -> bool:
    """Whether this is an Open Badge 3.0."""
    return any(soort in SOORTEN for soort in lijst(_credential(document).get("type")) if isinstance(soort, str))


def _uitgever_id(credential: dict[str, Any]) -> str:
    uitgever = credential.get("issuer")
    return tekst_van(uitgever) or tekst_van(object_van(uitgever).get("id"))


def lees_inhoud(document: dict[str, Any]) -> Inhoud:
    """What the credential says."""
    credential = _credential(document)
    persoon = object_van(credential.get("credentialSubject"))
    prestatie = object_van(persoon.get("achievement"))
    van, tot, goed = _termijn(document, credential)
    return Inhoud(
        versie="3.0",
        sleutel=tekst_van(credential.get("id")),
        naam=tekst_van(prestatie.get("name")) or tekst_van(credential.get("name")),
        omschrijving=tekst_van(prestatie.get("description")),
        criteria=tekst_van(object_van(prestatie.get("criteria")).get("narrative")),
        uitgever_id=_uitgever_id(credential),
        uitgever_naam=tekst_van(object_van(credential.get("issuer")).get("name")),
        uitgegeven_op=van,
        geldig_tot=tot,
        datum_fout=not goed,
        ontvangers=_ontvangers(persoon),
        verwijzingen=tuple(tekst_van(object_van(a).get("targetUrl")) for a in lijst(prestatie.get("alignment"))),
        intrekbaar="credentialStatus" in credential,
    )


def _termijn(document: dict[str, Any], credential: dict[str, Any]) -> tuple[datetime | None, datetime | None, bool]:
    """(from, until, could everything be read); of several dates the narrowest counts."""
    van = [moment(credential.get(naam)) for naam in ("validFrom", "issuanceDate")]
    tot = [moment(credential.get(naam)) for naam in ("validUntil", "expirationDate")]
    if document is not credential or "iss" in document:
        van.append(seconden(document.get("nbf")))
        tot.append(seconden(document.get("exp")))
    goed = all(gelezen for _dag, gelezen in (*van, *tot))
    begin = max((dag for dag, _gelezen in van if dag), default=None)
    einde = min((dag for dag, _gelezen in tot if dag), default=None)
    return begin, einde, goed


def _ontvangers(persoon: dict[str, Any]) -> tuple[Ontvanger, ...]:
    uit = []
    if tekst_van(persoon.get("id")).startswith("mailto:"):
        uit.append(Ontvanger(tekst_van(persoon["id"]).removeprefix("mailto:"), False))
    for een in (object_van(deel) for deel in lijst(persoon.get("identifier"))):
        adres, gehasht = tekst_van(een.get("identityHash")), een.get("hashed") is True
        if een.get("identityType") == "emailAddress" and adres and (not gehasht or adres.startswith("sha256$")):
            uit.append(Ontvanger(adres, gehasht, tekst_van(een.get("salt"))))
    return tuple(uit)


def sleutelnaam(document: dict[str, Any], kop: dict[str, Any]) -> str:
    """The key the signer says it used."""
    if kop:
        return tekst_van(kop.get("kid"))
    return next((tekst_van(b.get("verificationMethod")) for b in bewijzen.van(document)), "")


def los_bewijs(document: dict[str, Any], sleutels: tuple[Sleutel, ...]) -> str:
    """The proof inside the credential."""
    return bewijzen.controleer(document, sleutels)


def jws_past(document: dict[str, Any]) -> bool:
    """Whether the signer (`iss`) is the issuer the credential names."""
    return tekst_van(document.get("iss")) in ("", _uitgever_id(_credential(document)))


def badge_is_elders(_document: dict[str, Any]) -> bool:
    """An achievement is always part of its credential."""
    return False


def einde_van_bewijs(document: dict[str, Any]) -> datetime | None:
    """When the first of the proofs inside ends."""
    einden = [moment(bewijs.get("expires"))[0] for bewijs in bewijzen.van(document)]
    return min((dag for dag in einden if dag), default=None)
