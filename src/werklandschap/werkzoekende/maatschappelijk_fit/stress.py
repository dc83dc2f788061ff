"""Aid for talking with somebody under stress. Data in `data/stress.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from werklandschap.kern.basis.catalogus import lees_catalogus

DATA = Path(__file__).resolve().parent / "data" / "stress.yaml"
# The aspects that say how much stress there is, and what often causes it.
ASPECTEN = ("last_stress", "last_schulden")


@dataclass(frozen=True)
class Moment:
    """A moment of a talk: why it matters, what to do, and what one could say."""

    code: str
    naam: str
    uitleg: str
    tip: str
    vraag: str


def momenten() -> tuple[Moment, ...]:
    """All moments in order, in the active language."""
    return lees_catalogus(DATA, Moment, "momenten")
