"""The rows behind the figures: of each kind one question, however many figures are made of it."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import NamedTuple

from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.samen.plaatsing.models import Plaatsing


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
    def plaatsingen(self) -> list[Begonnen]:
        """Placements that began or are about to, those still being prepared left out."""
        gestart = [Plaatsing.Status.LOOPT, Plaatsing.Status.GEEINDIGD]
        rijen = Plaatsing.objects.filter(dossier__gemeente=self.gemeente, status__in=gestart).order_by("pk")
        velden = ("pk", "werkprofiel__werkgever__sector", "van", "geeindigd_op")
        return [Begonnen(*rij) for rij in rijen.values_list(*velden)]
