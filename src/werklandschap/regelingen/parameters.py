"""Dated parameters: amounts, percentages and terms of law, each with its source and how sure we are of it.

The rows live in `data/*.yaml`. A municipality may add or correct rows: `standaard_parameters().met(rijen)`
gives a new set and leaves the old one as it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from werklandschap.regelingen.datums import als_dag
from werklandschap.regelingen.fouten import GeenParameter, RegelingFout

DATA = Path(__file__).parent / "data"
JONGSTE, VOLWASSEN, OUDSTE = 15, 21, 120
BBL_LEEFTIJDEN = (18, 19, 20)
ZEKERHEDEN = {"V": "tekst gelezen", "E": "uittreksel gelezen", "M": "niet nagegaan: controleer"}
_CODE = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)+")


@dataclass(frozen=True, slots=True)
class Rij:
    """One parameter from one date on. `zekerheid`: V text read, E excerpt read, M unverified."""

    code: str
    vanaf: date
    bedrag: Decimal
    eenheid: str
    bron: str
    zekerheid: str

    def __post_init__(self) -> None:
        if not _CODE.fullmatch(self.code):
            raise RegelingFout(f"Parameter '{self.code}': de code heeft de vorm onderwerp.naam.")
        if not self.bedrag.is_finite() or self.bedrag < 0:
            raise RegelingFout(f"Parameter {self.code}: het bedrag is geen getal van 0 of meer.")
        if not self.bron.strip():
            raise RegelingFout(f"Parameter {self.code}: de bron ontbreekt.")
        if self.zekerheid not in ZEKERHEDEN:
            raise RegelingFout(f"Parameter {self.code}: zekerheid is V, E of M.")

    @property
    def controleer(self) -> bool:
        """Whether a screen must ask the administrator to check this row."""
        return self.zekerheid == "M"


@dataclass(frozen=True, slots=True)
class Bedrag:
    """An amount in euros with where it comes from; `waarschuwing` when it may be out of date."""

    waarde: Decimal
    bron: str
    vanaf: date
    waarschuwing: str | None


@dataclass(frozen=True, slots=True)
class Parameters:
    """An immutable set of rows; at most one per code and date."""

    rijen: tuple[Rij, ...]

    def met(self, rijen: Iterable[Rij]) -> Parameters:
        """A new set with these rows added; the same code and date replaces the old row."""
        samen = {(rij.code, rij.vanaf): rij for rij in (*self.rijen, *rijen)}
        return Parameters(tuple(samen[sleutel] for sleutel in sorted(samen)))

    def zoek(self, code: str, datum: date) -> Rij | None:
        """The newest row of this code that holds on this date, or None."""
        geldig = [rij for rij in self.rijen if rij.code == code and rij.vanaf <= datum]
        return max(geldig, key=lambda rij: rij.vanaf, default=None)

    def rij(self, code: str, datum: date) -> Rij:
        """As `zoek`; raises GeenParameter when there is none."""
        gevonden = self.zoek(code, datum)
        if gevonden is None:
            raise GeenParameter(f"Voor {code} is op {als_dag(datum)} geen bedrag bekend.")
        return gevonden

    def wijzigt_op(self, codes: Iterable[str]) -> list[date]:
        """Every date on which one of these parameters gets a new value, in order."""
        gevraagd = set(codes)
        return sorted({rij.vanaf for rij in self.rijen if rij.code in gevraagd})

    def wml_per_uur(self, datum: date, leeftijd: int, bbl: bool = False) -> Bedrag:
        """Minimum wage per hour in euros. Raises GeenParameter for a date or age without an amount.

        From 21 on the amount of 21 holds. The BBL scale exists for 18, 19 and 20 only; with `bbl` all
        others get their normal amount. An amount holds for half a year: a date after that gets the newest
        one with a warning.
        """
        rij = self.zoek(wml_code(leeftijd, bbl), datum)
        if rij is None:
            soort = " op de BBL-staffel" if _op_bbl_staffel(leeftijd, bbl) else ""
            raise GeenParameter(f"Voor {als_dag(datum)} is geen minimumloon{soort} bekend bij {leeftijd} jaar.")
        return Bedrag(rij.bedrag, rij.bron, rij.vanaf, _waarschuwing_verlopen(rij, datum))


def _op_bbl_staffel(leeftijd: int, bbl: bool) -> bool:
    return bbl and leeftijd in BBL_LEEFTIJDEN


def wml_code(leeftijd: int, bbl: bool = False) -> str:
    """The code of the minimum wage at this age (years). Raises GeenParameter outside 15–120."""
    if not JONGSTE <= leeftijd <= OUDSTE:
        raise GeenParameter(
            f"Voor een leeftijd van {leeftijd} jaar is geen minimumloon bekend (wel van 15 tot en met 120)."
        )
    return f"{'wml_bbl' if _op_bbl_staffel(leeftijd, bbl) else 'wml'}.{min(leeftijd, VOLWASSEN)}"


def _waarschuwing_verlopen(rij: Rij, datum: date) -> str | None:
    """A warning when the date lies past the half-year that the amount was set for."""
    volgende = date(rij.vanaf.year, 7, 1) if rij.vanaf.month < 7 else date(rij.vanaf.year + 1, 1, 1)
    if datum < volgende:
        return None
    return (
        f"Het minimumloon vanaf {als_dag(volgende)} is hier nog niet bekend. "
        f"Gerekend is met het bedrag van {als_dag(rij.vanaf)}. Controleer het."
    )


def rij_uit(gegevens: Mapping[str, Any]) -> Rij:
    """Make a row from a mapping as in the data files; `bedrag` is text. Raises RegelingFout."""
    code, vanaf = str(gegevens.get("code", "")), gegevens.get("vanaf")
    if type(vanaf) is not date:
        raise RegelingFout(f"Parameter '{code}': vanaf is geen datum.")
    if not isinstance(gegevens.get("bedrag"), str):
        raise RegelingFout(f"Parameter '{code}': het bedrag moet als tekst tussen aanhalingstekens staan.")
    try:
        bedrag = Decimal(gegevens["bedrag"])
    except InvalidOperation as fout:
        raise RegelingFout(f"Parameter '{code}': '{gegevens['bedrag']}' is geen getal.") from fout
    return Rij(
        code,
        vanaf,
        bedrag,
        str(gegevens.get("eenheid", "")),
        str(gegevens.get("bron", "")),
        str(gegevens.get("zekerheid", "")),
    )


@lru_cache(maxsize=1)
def standaard_parameters() -> Parameters:
    """The rows that come with the product, from `data/*.yaml`. A double row is refused."""
    rijen: list[Rij] = []
    for bestand in sorted(DATA.glob("*.yaml")):
        inhoud = yaml.safe_load(bestand.read_text(encoding="utf-8"))
        rijen += [rij_uit(gegevens) for gegevens in inhoud.get("rijen", [])]
    parameters = Parameters(()).met(rijen)
    if len(parameters.rijen) != len(rijen):
        raise RegelingFout("Een parameter staat dubbel in de gegevens: dezelfde code en datum.")
    return parameters


def wml_per_uur(datum: date, leeftijd: int, bbl: bool = False) -> Bedrag:
    """Minimum wage per hour with the parameters that come with the product; see Parameters.wml_per_uur."""
    return standaard_parameters().wml_per_uur(datum, leeftijd, bbl)
