"""What a placement is for social return: a function, dates and hours. Who works there stays out."""

from __future__ import annotations

from collections.abc import Iterable

from werklandschap.kern.relaties.models import Werkgever
from werklandschap.samen.plaatsing.models import Plaatsing
from werklandschap.werkgever.orientatie.haken_uit import Werkplek

TELT = (Plaatsing.Status.LOOPT, Plaatsing.Status.GEEINDIGD)


def plekken(werkgever: Werkgever) -> list[Werkplek]:
    """Places at this employer that began, in one query."""
    rijen = Plaatsing.objects.filter(werkprofiel__werkgever=werkgever, status__in=TELT).order_by("van", "pk")
    return plekken_uit(rijen.only("functie", "van", "tot", "geeindigd_op", "uren", "status"))


def plekken_uit(plaatsingen: Iterable[Plaatsing]) -> list[Werkplek]:
    """Of these placements the ones that began."""
    return [Werkplek(p.pk, p.functie, p.van, p.geeindigd_op or p.tot, p.uren) for p in plaatsingen if p.status in TELT]
