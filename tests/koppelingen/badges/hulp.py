"""Badges made with other libraries, and fresh ones."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from joserfc import jws
from joserfc.jwk import ECKey

VECTOREN = Path(__file__).parent / "vectoren"
SCHOOL1, SCHOOL2 = "https://roc.proef.test/issuers/1", "https://roc.proef.test/issuers/2"
ADRES, ZOUT = "sam@proef.test", "peper"
CONTEXT = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"


def vector(naam: str) -> bytes:
    return (VECTOREN / naam).read_bytes()


@cache
def sleutels() -> Any:
    return json.loads((VECTOREN / "sleutels.json").read_text())


def vertrouwde_sleutels() -> dict[str, list[str]]:
    """{issuer: [what it published]}."""
    alle = sleutels()
    twee = ("jwks_rs256", "jwks_es256", "jwks_eddsa", "ob2_profiel")
    return {
        SCHOOL1: [json.dumps(alle["did_document_p256"]), json.dumps(alle["did_document_p384"])],
        SCHOOL2: [json.dumps(alle[naam]) for naam in twee],
        alle["ed25519_did"]: [alle["ed25519_did"]],
    }


@cache
def eigen_sleutel() -> ECKey:
    """A key of a school that is made here."""
    return ECKey.generate_key("P-256", parameters={"kid": f"{SCHOOL1}#hier"})


def credential(**anders: Any) -> dict[str, Any]:
    """An Open Badge 3.0 of SCHOOL1 for sam@proef.test."""
    som = hashlib.sha256(f"{ADRES}{ZOUT}".encode()).hexdigest()
    identiteit = {
        "type": "IdentityObject",
        "hashed": True,
        "identityHash": f"sha256${som}",
        "identityType": "emailAddress",
        "salt": ZOUT,
    }
    return {
        "@context": ["https://www.w3.org/ns/credentials/v2", CONTEXT],
        "id": "urn:uuid:5d9c1c6e-3a52-4f7e-9a36-000000000001",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": {"id": SCHOOL1, "type": ["Profile"], "name": "ROC Proef"},
        "validFrom": "2026-01-15T09:00:00Z",
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "identifier": [identiteit],
            "achievement": {
                "id": "https://roc.proef.test/badges/order",
                "type": ["Achievement"],
                "name": "Orders verzamelen",
                "description": "Verzamelt orders in het magazijn.",
                "criteria": {"narrative": "Vier weken oefenen."},
            },
        },
    } | anders


def als_jwt(inhoud: Mapping[str, Any], sleutel: ECKey | None = None, **kop: Any) -> bytes:
    """Signed by a library the product does not use."""
    kop = {"alg": "ES256", "kid": f"{SCHOOL1}#hier"} | kop
    return jws.serialize_compact(kop, json.dumps(inhoud).encode(), sleutel or eigen_sleutel()).encode()


def publieke_jwk() -> str:
    return json.dumps(eigen_sleutel().as_dict(private=False))
