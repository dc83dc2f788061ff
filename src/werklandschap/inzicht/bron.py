"""The rows behind the figures: of each kind one question, however many figures are made of it."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from functools import cached_property
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q

from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.tijdlijn.models import Tegelbezoek
from werklandschap.samen.plaatsing.models import Plaatsing


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
        """{side: visits}, per person or employer in order of their start."""
        bij_gemeente = Q(keten__dossier__gemeente=self.gemeente) | Q(keten__werkgever__gemeente=self.gemeente)
        rijen = Tegelbezoek.objects.filter(bij_gemeente).order_by("keten", "van", "id")
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
