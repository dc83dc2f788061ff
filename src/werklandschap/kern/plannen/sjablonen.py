"""Templates of a plan: goals with steps to begin from. Data in `data/plansjablonen.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from werklandschap.kern.basis.catalogus import lees_catalogus

DATA = Path(__file__).resolve().parent / "data" / "plansjablonen.yaml"


@dataclass(frozen=True)
class Plansjabloon:
    """A plan to begin from: goals as {tekst, soort, stappen: [{tekst, wie, dagen}]}."""

    code: str
    tegel: str
    naam: str
    uitleg: str
    doelen: tuple[dict[str, Any], ...]


def plansjablonen() -> tuple[Plansjabloon, ...]:
    """All templates, in the active language."""
    return lees_catalogus(DATA, Plansjabloon)
