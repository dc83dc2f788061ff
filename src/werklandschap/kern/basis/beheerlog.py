"""How rooms below the time line record what an administrator changes.

The time line registers the writer; accounts and municipalities, which it builds upon, call `leg_beheer_vast`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

_schrijvers: list[Callable[..., None]] = []


def registreer_schrijver(schrijver: Callable[..., None]) -> None:
    """Make known who writes: a function with the keywords gemeente, soort, door and gegevens."""
    _schrijvers.append(schrijver)


def leg_beheer_vast(*, gemeente: Any, soort: str, door: Any, gegevens: dict[str, Any]) -> None:
    """Record one change in the log of this municipality's administration, in the caller's transaction.

    `gegevens` holds names, e-mail addresses of accounts and codes of settings, never anything about residents.
    """
    for schrijf in _schrijvers:
        schrijf(gemeente=gemeente, soort=soort, door=door, gegevens=gegevens)
