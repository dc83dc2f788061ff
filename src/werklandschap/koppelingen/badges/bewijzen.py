"""Data-integrity proofs inside a credential (W3C: Verifiable Credential Data Integrity 1.0 and its cryptosuites)."""

from __future__ import annotations

import hashlib
from typing import Any

import rfc8785
from cryptography.hazmat.primitives.asymmetric import ec, ed25519

from werklandschap.koppelingen.badges.jsonld import NietTeLezen, canoniek, eis_bekend
from werklandschap.koppelingen.badges.sleutels import Sleutel, Sleutelfout, uit_base58
from werklandschap.koppelingen.badges.velden import lijst, tekst_van

ED, EC = ed25519.Ed25519PublicKey, ec.EllipticCurvePublicKey
# Suite → (canonical form, the kind of key it asks).
SUITES: dict[str, tuple[str, type]] = {
    "eddsa-rdfc-2022": ("rdfc", ED),
    "Ed25519Signature2020": ("rdfc", ED),
    "ecdsa-rdfc-2019": ("rdfc", EC),
    "eddsa-jcs-2022": ("jcs", ED),
    "ecdsa-jcs-2019": ("jcs", EC),
}
MEESTE_BEWIJZEN = 5


def van(document: dict[str, Any]) -> list[dict[str, Any]]:
    """The proofs, at most a few."""
    return [bewijs for bewijs in lijst(document.get("proof"))[:MEESTE_BEWIJZEN] if isinstance(bewijs, dict)]


def controleer(document: dict[str, Any], sleutels: tuple[Sleutel, ...]) -> str:
    """The reason to give: one good proof of the issuer is enough; a proof we can't read proves nothing."""
    bewijzen = van(document)
    if not bewijzen:
        return "zonder_handtekening"
    leesbaar = [bewijs for bewijs in bewijzen if _suite(bewijs) in SUITES]
    if not leesbaar:
        return "vorm_onbekend"
    if not sleutels:
        return "sleutel_onbekend"
    los = {naam: waarde for naam, waarde in document.items() if naam != "proof"}
    try:
        goed = any(_klopt(los, bewijs, sleutel) for bewijs in leesbaar for sleutel in sleutels)
    except NietTeLezen:
        return "vorm_onbekend"
    return "handtekening_goed" if goed else "handtekening_fout"


def _suite(bewijs: dict[str, Any]) -> str:
    soort = tekst_van(bewijs.get("type"))
    return tekst_van(bewijs.get("cryptosuite")) if soort == "DataIntegrityProof" else soort


def _klopt(los: dict[str, Any], bewijs: dict[str, Any], sleutel: Sleutel) -> bool:
    vorm, soort = SUITES[_suite(bewijs)]
    if not isinstance(sleutel.publiek, soort) or bewijs.get("proofPurpose") != "assertionMethod":
        return False
    try:
        handtekening = uit_base58(tekst_van(bewijs.get("proofValue")))
    except Sleutelfout:
        return False
    opties = {naam: waarde for naam, waarde in bewijs.items() if naam != "proofValue"}
    som = sleutel.hash.name
    inhoud = _rdfc(los, opties, som) if vorm == "rdfc" else _jcs(los, opties)
    return sleutel.klopt(handtekening, b"".join(hashlib.new(som, deel).digest() for deel in inhoud))


def _rdfc(los: dict[str, Any], opties: dict[str, Any], som: str) -> tuple[bytes, bytes]:
    eis_bekend(los)
    if "@context" in opties and opties["@context"] != los["@context"]:
        raise NietTeLezen
    return canoniek({**opties, "@context": los["@context"]}, som), canoniek(los, som)


def _jcs(los: dict[str, Any], opties: dict[str, Any]) -> tuple[bytes, bytes]:
    """The context a proof names has to be the beginning of that of the document, and is what was signed with it."""
    genoemd = lijst(opties.get("@context"))
    if genoemd:
        if lijst(los.get("@context"))[: len(genoemd)] != genoemd:
            raise NietTeLezen
        los = {**los, "@context": opties["@context"]}
    try:
        return rfc8785.dumps(opties), rfc8785.dumps(los)
    except (rfc8785.CanonicalizationError, RecursionError) as fout:
        raise NietTeLezen from fout
