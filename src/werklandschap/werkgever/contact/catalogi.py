"""The chances on a shared interest."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from werklandschap.kern.basis.catalogus import lees_catalogus


@dataclass(frozen=True)
class Kanssoort:
    """What an employer wants, what to ask, and the step that usually helps; `tegel` is a tile of employers."""

    code: str
    naam: str
    vragen: tuple[str, ...]
    volgende_stap: str
    tegel: str


def kanssoorten() -> tuple[Kanssoort, ...]:
    """All kinds of chances."""
    return lees_catalogus(Path(__file__).resolve().parent / "data" / "kansen.yaml", Kanssoort)
