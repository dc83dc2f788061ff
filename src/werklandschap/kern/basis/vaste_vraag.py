"""A question whose SQL Django composes once per process; only the values in it differ.

For a question of many parts that a busy page asks: to compose it takes Django longer than the database to answer it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import connection, models


@dataclass(frozen=True)
class _Plek:
    naam: str


def plek(naam: str) -> models.Value:
    """A place in the question for a value that is given each time it is asked."""
    return models.Value(_Plek(naam))


def beantwoord(maak: Callable[[], models.QuerySet[Any, Any]], **waarden: Any) -> list[tuple[Any, ...]]:
    """The rows of the question that `maak` gives, with these values in its places.

    `maak` is a function of a module, whose answer may not depend on the day or on who asks: those are places. The rows
    come as the database gives them: JSON as text on every database, yes and no as 1 and 0 on SQLite.
    """
    sql, inhoud = _opgesteld(maak, connection.vendor)
    with connection.cursor() as cursor:
        cursor.execute(sql, [_waarde(waarden[deel.naam]) if isinstance(deel, _Plek) else deel for deel in inhoud])
        rijen: list[tuple[Any, ...]] = cursor.fetchall()
    return rijen


@cache
def _opgesteld(maak: Callable[[], models.QuerySet[Any, Any]], _database: str) -> tuple[str, tuple[Any, ...]]:
    sql, inhoud = maak().query.sql_with_params()
    return sql, inhoud


def _waarde(waarde: Any) -> Any:
    return connection.ops.adapt_unknown_value(waarde)
