"""How long data are kept: categories with their term; a municipality may change them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import yaml

from werklandschap.regelingen.datums import plus_maanden
from werklandschap.regelingen.fouten import GeenParameter, RegelingFout
from werklandschap.regelingen.parameters import DATA, ZEKERHEDEN

EENHEDEN = ("jaar", "maand", "dag", "altijd")


@dataclass(frozen=True, slots=True)
class Bewaartermijn:
    """A category: keep `aantal` × `eenheid` (jaar, maand, dag; altijd = never destroyed) from an event on."""

    code: str
    naam: str
    aantal: int
    eenheid: str
    vanaf_wat: str
    bron: str
    zekerheid: str

    def __post_init__(self) -> None:
        if self.eenheid not in EENHEDEN:
            raise RegelingFout(f"Bewaartermijn {self.code}: de eenheid is jaar, maand, dag of altijd.")
        if self.aantal < 0 or (self.aantal == 0 and self.eenheid != "altijd"):
            raise RegelingFout(f"Bewaartermijn {self.code}: het aantal is 1 of meer.")
        if not self.bron.strip() or self.zekerheid not in ZEKERHEDEN:
            raise RegelingFout(f"Bewaartermijn {self.code}: bron en zekerheid (V, E of M) zijn nodig.")

    def tot(self, gebeurtenis: date) -> date | None:
        """The first day on which the data may be destroyed; None: never."""
        if self.eenheid == "altijd":
            return None
        if self.eenheid == "dag":
            return gebeurtenis + timedelta(days=self.aantal)
        return plus_maanden(gebeurtenis, self.aantal * (12 if self.eenheid == "jaar" else 1))


@dataclass(frozen=True, slots=True)
class Bewaartermijnen:
    """An immutable set of categories, one per code."""

    termijnen: Mapping[str, Bewaartermijn]

    def met(self, termijnen: Iterable[Bewaartermijn]) -> Bewaartermijnen:
        """A new set; a category with the same code takes the place of the old one."""
        return Bewaartermijnen({**self.termijnen, **{termijn.code: termijn for termijn in termijnen}})

    def bewaren_tot(self, code: str, gebeurtenis: date) -> date | None:
        """First day on which such data may be destroyed; None: never. Raises GeenParameter."""
        if code not in self.termijnen:
            raise GeenParameter(f"De bewaartermijn '{code}' is niet bekend.")
        return self.termijnen[code].tot(gebeurtenis)

    def mag_weg(self, code: str, gebeurtenis: date, vandaag: date) -> bool:
        """Whether the term has passed."""
        tot = self.bewaren_tot(code, gebeurtenis)
        return tot is not None and tot <= vandaag


@lru_cache(maxsize=1)
def standaard_termijnen() -> Bewaartermijnen:
    """The categories that come with the product."""
    inhoud = yaml.safe_load((DATA / "bewaartermijnen.yaml").read_text(encoding="utf-8"))
    termijnen = [
        Bewaartermijn(
            code=rij["code"],
            naam=rij["naam"],
            aantal=rij["aantal"],
            eenheid=rij["eenheid"],
            vanaf_wat=rij["vanaf_wat"],
            bron=f"{inhoud['bron']}, regel {rij['regel']}",
            zekerheid=inhoud["zekerheid"],
        )
        for rij in inhoud["termijnen"]
    ]
    return Bewaartermijnen({}).met(termijnen)
