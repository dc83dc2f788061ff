"""Lists of job profiles and what a page shows about one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.toegang.models import Gebruiker


@dataclass(frozen=True)
class Zoekwens:
    """What the list is asked for; empty values don't filter."""

    q: str = ""
    status: str = ""
    sector: str = ""
    wanneer: str = ""
    wie: str = ""
    werkgever: Werkgever | None = None


def zoek(gebruiker: Gebruiker, wens: Zoekwens) -> QuerySet[Werkprofiel]:
    """The profiles this user may see, narrowed down, with all that a row shows."""
    rijen = Werkprofiel.objects.voor(gebruiker)
    vandaag = timezone.localdate()
    if wens.q.strip():
        schoon = wens.q.strip()[:100]
        nummer = Q(pk=int(schoon)) if schoon.isdigit() and len(schoon) < 10 else Q()
        rijen = rijen.filter(Q(titel__icontains=schoon) | Q(werkgever__naam__icontains=schoon) | nummer)
    if wens.status:
        rijen = rijen.filter(status=wens.status)
    if wens.sector:
        rijen = rijen.filter(sector=wens.sector)
    if wens.wanneer == "nu":
        rijen = rijen.filter(start__lte=vandaag)
    elif wens.wanneer == "straks":
        rijen = rijen.filter(start__gt=vandaag)
    if wens.wie == "mij":
        rijen = rijen.filter(Q(door=gebruiker) | Q(werkgever__accountmanager=gebruiker))
    elif wens.wie == "gemeente":
        rijen = rijen.filter(gemeente=gebruiker.gemeente_id)
    if wens.werkgever is not None:
        rijen = rijen.filter(werkgever=wens.werkgever)
    return met_lijstgegevens(rijen)


def met_lijstgegevens(rijen: QuerySet[Werkprofiel]) -> QuerySet[Any]:
    """Employer, place and the number of requirements, in the same query."""
    return rijen.select_related("werkgever", "vestiging").annotate(aantal_eisen=Count("eisen", distinct=True))


def te_bevestigen(gebruiker: Gebruiker) -> QuerySet[Any]:
    """Own concepts: their requirements wait for somebody to confirm them, or they can be opened."""
    return met_lijstgegevens(_van_mij(gebruiker).filter(status=Werkprofiel.Status.CONCEPT)).order_by("start", "id")


def begint_binnenkort(gebruiker: Gebruiker) -> QuerySet[Any]:
    """Own open profiles, those that start first on top."""
    return met_lijstgegevens(_van_mij(gebruiker).filter(status=Werkprofiel.Status.OPEN)).order_by("start", "id")


def _van_mij(gebruiker: Gebruiker) -> QuerySet[Werkprofiel]:
    van_mij = Q(door=gebruiker) | Q(werkgever__accountmanager=gebruiker)
    return Werkprofiel.objects.voor(gebruiker).filter(van_mij)
