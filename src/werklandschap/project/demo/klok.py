"""The moment at which an action of the demo takes place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, tzinfo
from typing import Any, Self

from django.utils import timezone


@contextmanager
def op_moment(moment: datetime) -> Iterator[None]:
    """Inside, Django's clock stands at `moment`: actions and defaults of models take that as now.

    For one thread that makes invented history, never for a server. Raises ValueError for a moment without time zone.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment needs a time zone")

    class Stilstaand(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Self:
            return moment.astimezone(tz)  # type: ignore[return-value]

    module: Any = timezone
    echt = module.datetime
    module.datetime = Stilstaand
    try:
        yield
    finally:
        module.datetime = echt
