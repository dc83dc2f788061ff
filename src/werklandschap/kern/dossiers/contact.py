"""Which events count as having seen or spoken to the person. Rooms that hold such events name them here."""

from __future__ import annotations

_soorten: set[str] = {"dossier.gemaakt"}


def telt_als_contact(*soorten: str) -> None:
    """Kinds of events (`gesprek.gehouden`) after which somebody counts as seen; called while Django starts."""
    _soorten.update(soorten)


def contactsoorten() -> frozenset[str]:
    """All kinds that count."""
    return frozenset(_soorten)
