"""Reading a badge without believing its shape: what has another kind than expected is empty."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

LANGSTE = 4000
# RFC 3339; Open Badges asks for a time with a zone.
MOMENT = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?)?")


def tekst_van(waarde: Any) -> str:
    """The text, or empty."""
    return waarde.strip()[:LANGSTE] if isinstance(waarde, str) else ""


def object_van(waarde: Any) -> dict[str, Any]:
    """The object; that of a list of one; else empty."""
    if isinstance(waarde, list) and len(waarde) == 1:
        waarde = waarde[0]
    return waarde if isinstance(waarde, dict) else {}


def lijst(waarde: Any) -> list[Any]:
    """A list, whether one or more were written."""
    if waarde is None:
        return []
    return waarde if isinstance(waarde, list) else [waarde]


def moment(waarde: Any) -> tuple[datetime | None, bool]:
    """(the moment, could it be read). Nothing written reads as (None, True); without a zone it is UTC."""
    if waarde is None:
        return None, True
    if not isinstance(waarde, str) or not MOMENT.fullmatch(waarde):
        return None, False
    try:
        gelezen = datetime.fromisoformat(waarde)
    except ValueError:
        return None, False
    return (gelezen if gelezen.tzinfo else gelezen.replace(tzinfo=UTC)), True


def seconden(waarde: Any) -> tuple[datetime | None, bool]:
    """As `moment`, for the seconds since 1970 of a JWT."""
    if waarde is None:
        return None, True
    if isinstance(waarde, bool) or not isinstance(waarde, int | float):
        return None, False
    try:
        return datetime.fromtimestamp(waarde, UTC), True
    except (ValueError, OverflowError, OSError):
        return None, False
