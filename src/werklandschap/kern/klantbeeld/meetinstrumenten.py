"""Kinds of tests whose results come into the picture. Data in `data/meetinstrumenten.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from werklandschap.kern.basis.catalogus import lees_catalogus, vind
from werklandschap.kern.klantbeeld.catalogus import DATA

DAGEN_PER_MAAND = 30.4375


@dataclass(frozen=True)
class Meetinstrument:
    """A kind of test: which aspects its result is about, and for how many months it says something."""

    code: str
    naam: str
    uitleg: str
    aspecten: tuple[str, ...]
    geldig_maanden: int
    tip: str

    def geldig_tot(self, afgenomen_op: date) -> date:
        """Until when a result of this day counts, when nobody says otherwise."""
        return afgenomen_op + timedelta(days=round(self.geldig_maanden * DAGEN_PER_MAAND))


def meetinstrumenten() -> tuple[Meetinstrument, ...]:
    """All kinds, in the active language."""
    return lees_catalogus(DATA / "meetinstrumenten.yaml", Meetinstrument)


def meetinstrument(code: str) -> Meetinstrument | None:
    """One kind by its code."""
    return vind(meetinstrumenten(), code)
