"""The four routes of sustainable employability."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from werklandschap.kern.basis.catalogus import lees_catalogus


@dataclass(frozen=True)
class Route:
    """A way to keep people at work, with questions to ask and an instrument that may help."""

    code: str
    naam: str
    uitleg: str
    vragen: tuple[str, ...]
    instrument: str


def routes() -> tuple[Route, ...]:
    """The four routes in order."""
    return lees_catalogus(Path(__file__).resolve().parent / "data" / "routes.yaml", Route)
