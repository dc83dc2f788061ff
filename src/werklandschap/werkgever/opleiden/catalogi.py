"""Training for employers and colleagues."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from werklandschap.kern.basis.catalogus import lees_catalogus


@dataclass(frozen=True)
class Training:
    """A training, for whom it is, and after how many months it is advised again (None: never)."""

    code: str
    naam: str
    uitleg: str
    voor: str
    geldig_maanden: int | None
    # The instrument of the catalogue this training is, if any.
    instrument: str | None = None


def trainingen() -> tuple[Training, ...]:
    """All trainings."""
    return lees_catalogus(Path(__file__).resolve().parent / "data" / "trainingen.yaml", Training)
