"""The rows behind the figures: of each kind one question, however many figures are made of it."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.tijdlijn.models import Tegelbezoek
from werklandschap.samen.plaatsing.models import Plaatsing

# Figures look back so far.
PERIODE = timedelta(days=365)


class Bezoek(NamedTuple):
    """A visit of a person or employer to a tile; `tot` is None while it lasts."""

    keten: UUID
    tegel: str
    van: date
    tot: date | None


class Begonnen(NamedTuple):
    """A placement that goes on or ended, with the sector of the employer; `van` may lie ahead."""

    nummer: int
    sector: str
    van: date
    geeindigd_op: date | None


class Bron:
    """Of one municipality. Lives as long as the page that shows the figures."""

    def __init__(self, gemeente: Gemeente) -> None:
        self.gemeente = gemeente

    @cached_property
    def bezoeken(self) -> dict[str, list[Bezoek]]:
        """{side: visits}, per person or employer in order of their start; what ended before the period is left out."""
        grens = timezone.localdate() - PERIODE
        telt = Q(tot__isnull=True) | Q(tot__gte=grens) | Q(van__gte=grens)
        bij_gemeente = Q(keten__dossier__gemeente=self.gemeente) | Q(keten__werkgever__gemeente=self.gemeente)
        rijen = Tegelbezoek.objects.filter(bij_gemeente, telt).order_by("keten", "van", "id")
        per_kant: dict[str, list[Bezoek]] = defaultdict(list)
        for kant, keten, tegel, van, tot in rijen.values_list("kant", "keten", "tegel", "van", "tot"):
            per_kant[kant].append(Bezoek(keten, tegel, van, tot))
        return per_kant

    @cached_property
    def plaatsingen(self) -> list[Begonnen]:
        """Placements that began or are about to, those still being prepared left out."""
        gestart = [Plaatsing.Status.LOOPT, Plaatsing.Status.GEEINDIGD]
        rijen = Plaatsing.objects.filter(dossier__gemeente=self.gemeente, status__in=gestart).order_by("pk")
        velden = ("pk", "werkprofiel__werkgever__sector", "van", "geeindigd_op")
        return [Begonnen(*rij) for rij in rijen.values_list(*velden)]
