"""Why somebody is not presented."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from werklandschap.kern.basis.catalogus import lees_catalogus


@dataclass(frozen=True)
class RedenNiet:
    """A reason not to present somebody for a job."""

    code: str
    naam: str


def redenen_niet() -> tuple[RedenNiet, ...]:
    """All reasons."""
    return lees_catalogus(Path(__file__).resolve().parent / "data" / "redenen_niet.yaml", RedenNiet)
