"""Why an employer says yes or no: the catalogue in `data/redenen.yaml`, read once per language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.utils.translation import get_language

BESTAND = Path(__file__).resolve().parent / "data" / "redenen.yaml"


@dataclass(frozen=True)
class Reden:
    """One reason: `besluit` is ja or nee, `naam` is for the employer, `terugkoppeling` is said to the candidate.

    `aspecten` are codes of the klantbeeld on which a statement is offered to the professional.
    """

    code: str
    besluit: str
    naam: str
    terugkoppeling: str
    aspecten: tuple[str, ...]


@cache
def _redenen(taal: str) -> dict[str, Reden]:
    rijen: list[dict[str, Any]] = yaml.safe_load(BESTAND.read_text(encoding="utf-8"))
    uit = {}
    for rij in rijen:
        tekst = rij["en"] if taal == "en" else rij
        uit[rij["code"]] = Reden(
            rij["code"], rij["besluit"], tekst["naam"], tekst["terugkoppeling"], tuple(rij["aspecten"])
        )
    return uit


def redenen() -> dict[str, Reden]:
    """All reasons by code, in the active language."""
    return _redenen("en" if (get_language() or "nl").startswith("en") else "nl")


def keuzes(besluit: str) -> list[tuple[str, str]]:
    """(code, name) of the reasons for `ja` or `nee`."""
    return [(reden.code, reden.naam) for reden in redenen().values() if reden.besluit == besluit]


def reden_naam(code: str) -> str:
    """The name of a reason; empty for no reason."""
    reden = redenen().get(code)
    return reden.naam if reden else ""
