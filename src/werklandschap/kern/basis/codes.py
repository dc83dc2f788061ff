"""Codes people copy by hand: no letters or digits that look alike."""

from __future__ import annotations

import secrets

from werklandschap.kern.basis.sleutels import zoekwaarde

TEKENS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
LENGTE = 12
GROEP = 4


def nieuwe_code() -> str:
    """Twelve characters in groups of four, 59 bits of chance: `K7PM-2XQD-RWTA`."""
    tekens = [secrets.choice(TEKENS) for _ in range(LENGTE)]
    return "-".join("".join(tekens[i : i + GROEP]) for i in range(0, LENGTE, GROEP))


def hash_code(soort: str, code: str) -> str:
    """The keyed hash under which a code is kept; spaces, dashes and case don't count."""
    kaal = "".join(teken for teken in code.upper() if teken in TEKENS)
    return zoekwaarde(soort, kaal)
