"""Signing in without an e-mail address: a short name on paper takes the place of one.

An account is known by its address. Such a name becomes one in a domain that can never exist (RFC 2606), so that no mail
ever leaves for it.
"""

from __future__ import annotations

import secrets

from werklandschap.kern.basis.codes import TEKENS
from werklandschap.kern.toegang.models import Gebruiker

DOMEIN = "inlognaam.invalid"
LENGTE = 8


def nieuwe_inlognaam() -> str:
    """A name that nobody has yet: `K7PM-2XQD`."""
    while True:
        tekens = "".join(secrets.choice(TEKENS) for _nummer in range(LENGTE))
        naam = f"{tekens[:4]}-{tekens[4:]}"
        if not Gebruiker.objects.filter(email=als_adres(naam)).exists():
            return naam


def als_adres(inlognaam: str) -> str:
    """The address that stands for a name; dashes, spaces and case don't count."""
    kaal = "".join(teken for teken in inlognaam.lower() if teken.isalnum())
    return f"{kaal}@{DOMEIN}"


def is_inlognaam(adres: str) -> bool:
    """Whether this address only stands for a name."""
    return adres.endswith(f"@{DOMEIN}")


def inlognaam_van(gebruiker: Gebruiker) -> str:
    """The name to sign in with; empty for who has a real address."""
    kaal = gebruiker.email.partition("@")[0]
    return f"{kaal[:4]}-{kaal[4:]}".upper() if is_inlognaam(gebruiker.email) else ""
