"""Guessing passwords and codes, spread over many addresses: counted for the whole installation.

When too much fails in an hour, administrators hear of it and every address gets fewer tries. Nobody can shut others out
with it: an address where little went wrong gets in as always.
"""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest

from werklandschap.kern.basis.haken import Register
from werklandschap.kern.toegang.tellen import UUR, adres_van, geteld, tel

SOORT, OVERAL = "mislukt", "overal"
# What an address may get wrong in an hour while somebody guesses.
POGINGEN_BIJ_RADEN = 3

# functie(aantal): somebody may be guessing; once an hour
alarmen: Register[Callable[[int], None]] = Register()


def noteer_mislukt(request: HttpRequest) -> None:
    """A password, a code or a second step was wrong."""
    tel(SOORT, adres_van(request), per_seconden=UUR)
    aantal = tel(SOORT, OVERAL, per_seconden=UUR)
    if aantal == settings.MISLUKT_PER_UUR:
        for alarm in alarmen.alle():
            alarm(aantal)


def moet_wachten(request: HttpRequest) -> bool:
    """Whether this address had its tries, while somebody guesses."""
    if geteld(SOORT, OVERAL, per_seconden=UUR) < settings.MISLUKT_PER_UUR:
        return False
    return geteld(SOORT, adres_van(request), per_seconden=UUR) >= POGINGEN_BIJ_RADEN
