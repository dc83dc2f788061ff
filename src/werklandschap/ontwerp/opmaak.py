"""Dates, times, money and numbers as people read them, in the active language.

The template filters of the same name and the actions that write sentences share these functions.
`None` and the empty string give an empty string; anything else of the wrong type raises TypeError.
"""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal

from django.utils import formats, timezone
from django.utils.translation import get_language

Getal = int | float | Decimal
HARDE_SPATIE = "\u00a0"


def _plaatselijk(moment: datetime) -> datetime:
    return timezone.localtime(moment) if timezone.is_aware(moment) else moment


def _als_moment(waarde: date | datetime | str) -> date | datetime:
    """Dates from JSON arrive as ISO text."""
    if isinstance(waarde, str):
        return date.fromisoformat(waarde) if len(waarde) == 10 else datetime.fromisoformat(waarde)
    return waarde


def datum(waarde: date | datetime | str | None) -> str:
    """`3 maart 2026`; a moment counts in Dutch local time."""
    if waarde is None or waarde == "":
        return ""
    moment = _als_moment(waarde)
    return formats.date_format(_plaatselijk(moment) if isinstance(moment, datetime) else moment, "DATE_FORMAT")


def tijd(waarde: datetime | time | None) -> str:
    """`14.30 uur`."""
    if waarde is None or waarde == "":
        return ""
    return formats.time_format(_plaatselijk(waarde) if isinstance(waarde, datetime) else waarde, "TIME_FORMAT")


def datum_tijd(waarde: datetime | str | None) -> str:
    """`3 maart 2026, 14.30 uur`."""
    if waarde is None or waarde == "":
        return ""
    moment = _als_moment(waarde)
    if not isinstance(moment, datetime):
        return datum(moment)
    return formats.date_format(_plaatselijk(moment), "DATETIME_FORMAT")


def _gescheiden(waarde: Decimal) -> str:
    """Digits with the separators of the active language: `1.224,30`."""
    tekst = f"{waarde:,f}"
    if (get_language() or "nl").startswith("nl"):
        return tekst.translate(str.maketrans(",.", ".,"))
    return tekst


def getal(waarde: Getal | None, decimalen: int = 0) -> str:
    """`1.224` or, with `decimalen`, `1.224,3`; rounded half up."""
    if waarde is None or waarde == "":
        return ""
    eenheid = Decimal(1).scaleb(-int(decimalen))
    return _gescheiden(Decimal(str(waarde)).quantize(eenheid, ROUND_HALF_UP))


def uren(aantal: Getal | None) -> str:
    """`32` or `32,5`: hours as one says them."""
    if aantal is None or aantal == "":
        return ""
    tekst = getal(aantal, 1)
    return tekst[:-2] if tekst.endswith("0") else tekst


def euro(bedrag: Getal | str | None) -> str:
    """`€ 1.224,30` with a hard space, rounded half up to cents."""
    if bedrag is None or bedrag == "":
        return ""
    return f"€{HARDE_SPATIE}{getal(Decimal(str(bedrag)), 2)}"


def percentage(deel: Getal | None, decimalen: int = 0) -> str:
    """A part of one as a percentage: 0.425 gives `43%`."""
    if deel is None or deel == "":
        return ""
    return f"{getal(Decimal(str(deel)) * 100, decimalen)}%"
