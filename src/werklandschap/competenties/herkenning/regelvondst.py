"""What a rule found in a text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Regelvondst:
    """What a rule found at `start` up to `eind` of the text."""

    soort: str
    id: str
    term: str
    start: int
    eind: int
    zekerheid: float
    niveau: int | None = None
