"""Cells of a table as values; every wrong one is named with how to mend it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, TypeVar

from django.utils.translation import gettext as _

from werklandschap.kern.basis.fouten import Invoerfout

T = TypeVar("T")
DATUMVORMEN = ("%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y")
TAALNIVEAUS = {"geen": 0, "a1": 1, "a2": 2, "b1": 3, "b2": 4, "c1": 5, "c2": 6}
FORMULETEKENS = frozenset("=+-@\t\r")
JA = {"ja", "j", "1", "true", "waar", "yes"}
NEE = {"nee", "n", "0", "false", "onwaar", "no"}


def datum(tekst: str) -> date:
    """2026-03-31, 31-03-2026, 31/03/2026 or 31.03.2026."""
    for vorm in DATUMVORMEN:
        try:
            return datetime.strptime(tekst, vorm).date()  # noqa: DTZ007 - a day has no time zone
        except ValueError:
            continue
    raise ValueError(_("Schrijf een datum als 31-03-2026."))


def geheel(tekst: str) -> int:
    """A whole number of zero or more."""
    if not re.fullmatch(r"\d{1,9}", tekst):
        raise ValueError(_("Vul een heel getal in."))
    return int(tekst)


def ja_nee(tekst: str) -> bool:
    """ja or nee."""
    laag = tekst.lower()
    if laag in JA or laag in NEE:
        return laag in JA
    raise ValueError(_("Vul ja of nee in."))


def lijst(tekst: str) -> list[str]:
    """Parts between vertical bars or semicolons; empty ones are left out."""
    return [deel.strip() for deel in re.split(r"[|;]", tekst) if deel.strip()]


def talen(tekst: str) -> dict[str, int]:
    """`nld:B1 | eng:A2` as {language: level 0–6}."""
    uit = {}
    for deel in lijst(tekst):
        taal, _teken, niveau = deel.partition(":")
        if not re.fullmatch(r"[a-z]{3}", taal.strip().lower()) or niveau.strip().lower() not in TAALNIVEAUS:
            raise ValueError(_("Schrijf talen als nld:B1 | eng:A2."))
        uit[taal.strip().lower()] = TAALNIVEAUS[niveau.strip().lower()]
    return uit


class Rijlezer:
    """Reads cells of one row and collects what is wrong, so that a report names everything at once."""

    def __init__(self, rij: dict[str, Any], bekend: frozenset[str]) -> None:
        self.rij = rij
        self.fouten: dict[str, str] = {}
        self.onbekend = sorted(set(rij) - bekend)

    def tekst(self, kolom: str) -> str:
        """The text of a column; empty when it is not there."""
        tekst = str(self.rij.get(kolom, "")).strip()
        # Our own export puts a quote before what a spreadsheet would take for a formula.
        return tekst[1:] if tekst[:1] == "'" and tekst[1:2] in FORMULETEKENS else tekst

    def lees(self, kolom: str, vorm: Callable[[str], T]) -> T | None:
        """A value, or None when empty or wrong (and then noted)."""
        tekst = self.tekst(kolom)
        if not tekst:
            return None
        try:
            return vorm(tekst)
        except ValueError as fout:
            self.fouten[kolom] = str(fout)
            return None

    def klaar(self) -> None:
        """Raise Invoerfout when anything was wrong."""
        if self.fouten:
            raise Invoerfout(self.fouten)
