"""The ways of inclusive employment."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from werklandschap.kern.basis.catalogus import lees_catalogus


@dataclass(frozen=True)
class Manier:
    """What a way asks, gives and costs, who helps, and the first step."""

    code: str
    naam: str
    instrument: str
    vraagt: str
    geeft: str
    kost: str
    wie_helpt: str
    eerste_stap: str


def manieren() -> tuple[Manier, ...]:
    """All ways."""
    return lees_catalogus(Path(__file__).resolve().parent / "data" / "manieren.yaml", Manier)
