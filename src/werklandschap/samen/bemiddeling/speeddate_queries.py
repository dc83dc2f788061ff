"""Reads for the pages and papers of speed dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.samen.bemiddeling.models import Speeddate, Speeddateafspraak, Speeddatekandidaat


def alle_speeddates(gebruiker: Gebruiker) -> QuerySet[Speeddate]:
    """Events with how many come, newest first."""
    komt = Q(kandidaten__status__in=[Speeddatekandidaat.Status.KOMT, Speeddatekandidaat.Status.AANWEZIG])
    return Speeddate.objects.voor(gebruiker).annotate(
        aantal_komt=Count("kandidaten", filter=komt, distinct=True),
        aantal_werkgevers=Count("werkgevers", filter=Q(werkgevers__afgemeld=False), distinct=True),
    )


def komende_speeddates(gebruiker: Gebruiker) -> QuerySet[Speeddate]:
    """Events from today on, first one first."""
    vandaag = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    return Speeddate.objects.voor(gebruiker).filter(begin__gte=vandaag).order_by("begin", "id")


def afspraken_van(speeddate: Speeddate) -> QuerySet[Speeddateafspraak]:
    """All talks with names, by round, employer and table."""
    return speeddate.afspraken.select_related(
        "kandidaat__dossier__werkzoekende", "werkgever__werkprofiel__werkgever"
    ).order_by("ronde", "werkgever_id", "tafel")


@dataclass(frozen=True)
class Ronde:
    """One round with its time and talks."""

    nummer: int
    van: datetime
    afspraken: list[Speeddateafspraak]


def per_ronde(speeddate: Speeddate, afspraken: list[Speeddateafspraak]) -> list[Ronde]:
    """All rounds, also those without a talk."""
    return [
        Ronde(nummer, speeddate.begin_van(nummer), [a for a in afspraken if a.ronde == nummer])
        for nummer in range(1, speeddate.rondes + 1)
    ]
