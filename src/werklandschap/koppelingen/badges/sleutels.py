"""Public keys of issuers: from PEM, JWK, multibase, a DID that is a key, and the documents issuers publish."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from jwt import PyJWK
from jwt.exceptions import PyJWTError

Publiek = ed25519.Ed25519PublicKey | ec.EllipticCurvePublicKey | rsa.RSAPublicKey
BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
ED25519 = b"\xed\x01"
# Multicodec prefix of a compressed point: the curve and the hash that goes with it.
KROMMEN: dict[bytes, ec.EllipticCurve] = {b"\x80\x24": ec.SECP256R1(), b"\x81\x24": ec.SECP384R1()}
MINSTE_RSA = 2048
_PEM = re.compile(r"-----BEGIN [^-]+-----.+?-----END [^-]+-----", re.DOTALL)


class Sleutelfout(Exception):
    """This is no public key we can use."""


@dataclass(frozen=True)
class Sleutel:
    """A public key with the name its owner gave it; "" when it has none."""

    id: str
    publiek: Publiek

    @property
    def algoritmen(self) -> tuple[str, ...]:
        """The JWS algorithms that may be used with this key."""
        if isinstance(self.publiek, rsa.RSAPublicKey):
            return ("RS256",)
        if isinstance(self.publiek, ed25519.Ed25519PublicKey):
            return ("EdDSA",)
        return ("ES256",) if self.publiek.curve.name == "secp256r1" else ("ES384",)

    @property
    def hash(self) -> hashes.HashAlgorithm:
        """The hash that data-integrity suites use with this kind of key."""
        groot = isinstance(self.publiek, ec.EllipticCurvePublicKey) and self.publiek.curve.name == "secp384r1"
        return hashes.SHA384() if groot else hashes.SHA256()

    def klopt(self, handtekening: bytes, inhoud: bytes) -> bool:
        """Whether this raw signature (Ed25519, or r and s side by side) belongs to the content."""
        try:
            if isinstance(self.publiek, ed25519.Ed25519PublicKey):
                self.publiek.verify(handtekening, inhoud)
                return True
            if isinstance(self.publiek, ec.EllipticCurvePublicKey):
                return self._ecdsa(self.publiek, handtekening, inhoud)
        except InvalidSignature:
            pass
        return False

    def _ecdsa(self, publiek: ec.EllipticCurvePublicKey, handtekening: bytes, inhoud: bytes) -> bool:
        half = (publiek.key_size + 7) // 8
        if len(handtekening) != 2 * half:
            return False
        r, s = int.from_bytes(handtekening[:half]), int.from_bytes(handtekening[half:])
        publiek.verify(encode_dss_signature(r, s), inhoud, ec.ECDSA(self.hash))
        return True

    @property
    def pem(self) -> str:
        """The key as text to keep."""
        vorm = serialization.PublicFormat.SubjectPublicKeyInfo
        return self.publiek.public_bytes(serialization.Encoding.PEM, vorm).decode()


def _goedgekeurd(publiek: Any) -> Publiek:
    if isinstance(publiek, rsa.RSAPublicKey) and publiek.key_size >= MINSTE_RSA:
        return publiek
    if isinstance(publiek, ec.EllipticCurvePublicKey) and publiek.curve.name in ("secp256r1", "secp384r1"):
        return publiek
    if isinstance(publiek, ed25519.Ed25519PublicKey):
        return publiek
    raise Sleutelfout


def uit_pem(tekst: str, naam: str = "") -> Sleutel:
    """A key in PEM. Raises Sleutelfout."""
    try:
        return Sleutel(naam, _goedgekeurd(serialization.load_pem_public_key(tekst.strip().encode())))
    except (ValueError, UnsupportedAlgorithm) as fout:
        raise Sleutelfout from fout


def uit_jwk(jwk: dict[str, Any], naam: str = "") -> Sleutel:
    """A public JSON Web Key. A private or a shared key is refused. Raises Sleutelfout."""
    if "d" in jwk or "k" in jwk:
        raise Sleutelfout
    try:
        return Sleutel(naam or str(jwk.get("kid", "")), _goedgekeurd(PyJWK.from_dict(jwk).key))
    except (PyJWTError, ValueError, TypeError, KeyError) as fout:
        raise Sleutelfout from fout


def uit_multibase(tekst: str, naam: str = "") -> Sleutel:
    """A multibase key: `z`, base58 of the multicodec prefix and the bytes. Raises Sleutelfout."""
    ruw = uit_base58(tekst)
    soort, punt = ruw[:2], ruw[2:]
    try:
        if soort == ED25519:
            return Sleutel(naam, ed25519.Ed25519PublicKey.from_public_bytes(punt))
        return Sleutel(naam, ec.EllipticCurvePublicKey.from_encoded_point(KROMMEN[soort], punt))
    except (ValueError, KeyError) as fout:
        raise Sleutelfout from fout


def uit_base58(tekst: str) -> bytes:
    """The bytes of a multibase text that begins with `z` (base58 as Bitcoin writes it). Raises Sleutelfout."""
    if not tekst.startswith("z") or len(tekst) > 300:
        raise Sleutelfout
    cijfers, getal = tekst[1:], 0
    try:
        for teken in cijfers:
            getal = getal * 58 + BASE58.index(teken)
    except ValueError as fout:
        raise Sleutelfout from fout
    nullen = len(cijfers) - len(cijfers.lstrip("1"))
    return b"\0" * nullen + getal.to_bytes((getal.bit_length() + 7) // 8)


def uit_did(did: str) -> Sleutel | None:
    """The key that a did:key or did:jwk (with or without fragment) is itself; None for anything else."""
    kern = did.partition("#")[0]
    try:
        if kern.startswith("did:key:"):
            return uit_multibase(kern.removeprefix("did:key:"), kern)
        if kern.startswith("did:jwk:"):
            ruw = kern.removeprefix("did:jwk:")
            return uit_jwk(json.loads(base64.urlsafe_b64decode(ruw + "=" * (-len(ruw) % 4))), kern)
    except (Sleutelfout, ValueError, AttributeError):
        return None
    return None


def lees_sleutels(tekst: str) -> list[Sleutel]:
    """Every key in what an issuer gave: PEM, a DID, a JWK (set), a DID document or an Open Badges profile; several of
    them one below the other are read together.

    Raises Sleutelfout when there is none.
    """
    schoon = tekst.strip()
    if schoon.startswith("-----BEGIN"):
        return [uit_pem(blok) for blok in _PEM.findall(schoon) or [schoon]]
    if (eigen := uit_did(schoon)) is not None:
        return [eigen]
    try:
        gevonden = [sleutel for document in _documenten(schoon) for sleutel in _in_document(document)]
    except (ValueError, RecursionError) as fout:
        raise Sleutelfout from fout
    if not gevonden:
        raise Sleutelfout
    return gevonden


def _documenten(tekst: str) -> Iterator[Any]:
    lezer = json.JSONDecoder()
    while tekst:
        document, einde = lezer.raw_decode(tekst)
        yield document
        tekst = tekst[einde:].lstrip()


def _in_document(deel: Any) -> Iterator[Sleutel]:
    if isinstance(deel, list):
        for onderdeel in deel:
            yield from _in_document(onderdeel)
    if not isinstance(deel, dict):
        return
    naam = str(deel.get("id", ""))
    if "kty" in deel:
        yield uit_jwk(deel)
    elif isinstance(deel.get("publicKeyJwk"), dict):
        yield uit_jwk(deel["publicKeyJwk"], naam)
    elif isinstance(deel.get("publicKeyMultibase"), str):
        yield uit_multibase(deel["publicKeyMultibase"], naam)
    elif isinstance(deel.get("publicKeyPem"), str):
        yield uit_pem(deel["publicKeyPem"], naam)
    else:
        for sleutel in ("keys", "publicKey", "verificationMethod", "assertionMethod"):
            yield from _in_document(deel.get(sleutel))
