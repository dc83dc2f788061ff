"""Reads for the pages and papers of speed dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.samen.bemiddeling.models import (
    Speeddate,
    Speeddateafspraak,
    Speeddatekandidaat,
    Speeddatevoorkeur,
    Speeddatewerkgever,
)


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


def voorkeuren_van(kandidaat: Speeddatekandidaat) -> list[Speeddatevoorkeur]:
    """This candidate with every employer that comes, best match first."""
    rijen = kandidaat.voorkeuren.filter(werkgever__afgemeld=False)
    return list(rijen.select_related("werkgever__werkprofiel__werkgever").order_by("-match", "id"))


def voorkeuren_bij(werkgever: Speeddatewerkgever, *, alleen_bekend: bool) -> list[Speeddatevoorkeur]:
    """This employer with every candidate, best match first; `alleen_bekend`: only who comes with valid consent."""
    rijen = werkgever.voorkeuren.exclude(kandidaat__status=Speeddatekandidaat.Status.AFGEMELD).select_related(
        "kandidaat__toestemming", "kandidaat__dossier__werkzoekende"
    )
    alle = list(rijen.order_by("-match", "id"))
    return [v for v in alle if v.kandidaat.doet_mee] if alleen_bekend else alle


def van_kandidaat(dossier: Dossier, speeddate: int) -> Speeddatekandidaat | None:
    """The invitation of a resident to an event, with what the page reads; None when called off or not invited."""
    rijen = dossier.speeddates.exclude(status=Speeddatekandidaat.Status.AFGEMELD)
    return rijen.select_related("speeddate", "toestemming", "dossier__werkzoekende").filter(speeddate=speeddate).first()


def van_bedrijf(werkgever: Werkgever) -> QuerySet[Speeddatewerkgever]:
    """The events to which a company comes and that are not over, first one first."""
    return (
        Speeddatewerkgever.objects.filter(werkprofiel__werkgever=werkgever, afgemeld=False)
        .exclude(speeddate__status=Speeddate.Status.AFGEROND)
        .select_related("speeddate__gemeente", "werkprofiel__werkgever")
        .order_by("speeddate__begin", "id")
    )


@dataclass(frozen=True)
class Gesprek:
    """One talk as one side sees it: with whom, when and where, and the own answer."""

    afspraak: Speeddateafspraak
    van: datetime
    antwoord: str
    begonnen: bool


def gesprekken_van(kandidaat: Speeddatekandidaat) -> list[Gesprek]:
    """The talks of a candidate by round; empty while the consent does not hold."""
    if not kandidaat.mag_naam_weten:
        return []
    rijen = afspraken_van(kandidaat.speeddate).filter(kandidaat=kandidaat)
    return [_gesprek(kandidaat.speeddate, a, a.zegt_kandidaat) for a in rijen]


def gesprekken_bij(werkgever: Speeddatewerkgever) -> list[Gesprek]:
    """The talks of an employer by round and table, only with candidates whose consent holds."""
    rijen = afspraken_van(werkgever.speeddate).filter(werkgever=werkgever).select_related("kandidaat__toestemming")
    return [_gesprek(werkgever.speeddate, a, a.zegt_werkgever) for a in rijen if a.kandidaat.mag_naam_weten]


def _gesprek(speeddate: Speeddate, afspraak: Speeddateafspraak, antwoord: str) -> Gesprek:
    return Gesprek(afspraak, speeddate.begin_van(afspraak.ronde), antwoord, speeddate.is_begonnen(afspraak.ronde))


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
