"""Reads of this room."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q
from django.utils import timezone

from werklandschap.kern.basis.opzoeken import eerst
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.samen.plaatsing.catalogus import (
    REGIMES,
    Voorbereiding,
    instrumentnaam,
    instrumentsoort,
    voorbereidingen,
)
from werklandschap.samen.plaatsing.models import Besluit, Plaatsing, PlaatsingQuerySet
from werklandschap.samen.plaatsing.verloop import LKS

Status = Plaatsing.Status


def met_namen(rijen: PlaatsingQuerySet) -> PlaatsingQuerySet:
    """With person, job and employer, so that a list costs no query per row."""
    return rijen.select_related("dossier__werkzoekende", "werkprofiel__werkgever")


def met_alles(rijen: PlaatsingQuerySet) -> PlaatsingQuerySet:
    """With everything one page reads."""
    return met_namen(rijen).select_related(
        "dossier__keten", "dossier__gemeente", "dossier__verantwoordelijke", "werkprofiel__gemeente", "voordracht"
    )


def lijst(gebruiker: Gebruiker, *, status: str = "nu") -> PlaatsingQuerySet:
    """The list of a colleague; `status` nu (being prepared or running), a status, or empty for all."""
    rijen = met_namen(Plaatsing.objects.voor(gebruiker))
    if status == "nu":
        return rijen.filter(status__in=(Status.VOORBEREIDING, Status.LOOPT))
    return rijen.filter(status=status) if status else rijen


def in_voorbereiding(gebruiker: Gebruiker) -> PlaatsingQuerySet:
    """What this colleague prepares: made by them or for a person they are responsible for; soonest start first."""
    eigen = eerst(Plaatsing.objects.voor(gebruiker), Q(door=gebruiker), Q(dossier__verantwoordelijke=gebruiker))
    return met_namen(eigen.filter(status=Status.VOORBEREIDING)).order_by("van", "id")


@dataclass(frozen=True)
class Besluitregel:
    """A decision as the page shows it."""

    besluit: Besluit
    naam: str
    per_jaar: Decimal | None
    loopt: bool
    voor_werkgever: bool = True
    regime: str = ""

    @property
    def waarschuwingen(self) -> list[str]:
        """What the sums warned of."""
        return list(self.besluit.invoer.get("waarschuwingen", ()))


def besluitregels(besluiten: Iterable[Besluit]) -> list[Besluitregel]:
    """Decisions with their names; those that hold or wait first."""
    vandaag = timezone.localdate()
    uit = []
    for besluit in besluiten:
        jaar = besluit.invoer.get("bedrag_per_jaar")
        geldt = besluit.is_geldig and (besluit.tot is None or besluit.tot >= vandaag)
        soort = instrumentsoort(besluit.instrument)
        uit.append(
            Besluitregel(
                besluit,
                instrumentnaam(besluit.instrument),
                Decimal(jaar) if jaar else None,
                geldt,
                voor_werkgever=soort is None or soort.ontvanger == "werkgever",
                regime=str(REGIMES.get(besluit.invoer.get("regime", ""), "")),
            )
        )
    return sorted(uit, key=lambda r: (not r.besluit.wacht, not r.loopt))


def totaal_per_maand(regels: Iterable[Besluitregel], peil: date, subsidie: Decimal | None = None) -> Decimal:
    """What the employer receives per month on a day, in euros; `subsidie` is the LKS of that day when calculated."""
    totaal = Decimal(0)
    for regel in regels:
        besluit = regel.besluit
        if not (regel.loopt and regel.voor_werkgever and besluit.van <= peil) or besluit.bedrag_per_maand is None:
            continue
        lks = besluit.instrument == LKS and subsidie is not None
        totaal += subsidie if lks and subsidie is not None else besluit.bedrag_per_maand
    return totaal


def checklijst(plaatsing: Plaatsing) -> list[tuple[Voorbereiding, bool]]:
    """The points for colleagues with whether they are done."""
    return [(punt, punt.code in plaatsing.collegas_voorbereid) for punt in voorbereidingen()]
