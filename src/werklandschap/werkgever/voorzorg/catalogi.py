"""The four routes of sustainable employability, and employees at risk."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from werklandschap.kern.basis.catalogus import lees_catalogus, lees_yaml

MAP = Path(__file__).resolve().parent / "data"


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
    return lees_catalogus(MAP / "routes.yaml", Route)


@dataclass(frozen=True)
class Risicosoort:
    """Why an employee may drop out: instruments that may help, and who else to turn to."""

    code: str
    naam: str
    instrumenten: tuple[str, ...]
    verwijs: str


def risicosoorten() -> tuple[Risicosoort, ...]:
    """All kinds."""
    return lees_catalogus(MAP / "risico.yaml", Risicosoort, "soorten")


@cache
def medische_woorden() -> tuple[str, ...]:
    """Beginnings of words that say something about health: they are refused."""
    return tuple(lees_yaml(MAP / "risico.yaml")["medisch"])
