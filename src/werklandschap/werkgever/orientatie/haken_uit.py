"""A door for the rooms above: which places at this employer can count for social return."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from werklandschap.kern.basis.haken import Register
from werklandschap.kern.relaties.models import Werkgever


@dataclass(frozen=True)
class Werkplek:
    """Somebody works here: the function and the hours, never who it is. `tot` is None while it goes on."""

    sleutel: int
    functie: str
    van: date
    tot: date | None
    uren: Decimal


# functie(werkgever) -> list[Werkplek], one query
werkplekken: Register[Callable[[Werkgever], list[Werkplek]]] = Register()


def werkplekken_van(werkgever: Werkgever) -> dict[int, Werkplek]:
    """{key: place} of all that rooms registered."""
    return {plek.sleutel: plek for zoek in werkplekken.alle() for plek in zoek(werkgever)}
