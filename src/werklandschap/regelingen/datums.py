"""Arithmetic with calendar dates."""

from __future__ import annotations

import calendar
from datetime import date


def dagen_in_maand(jaar: int, maand: int) -> int:
    """Number of days in a month."""
    return calendar.monthrange(jaar, maand)[1]


def plus_maanden(dag: date, maanden: int) -> date:
    """The same day `maanden` later; a day that does not exist becomes the last of the month."""
    jaren, maand0 = divmod(dag.month - 1 + maanden, 12)
    jaar, maand = dag.year + jaren, maand0 + 1
    return date(jaar, maand, min(dag.day, dagen_in_maand(jaar, maand)))


def leeftijd_op(geboren: date, dag: date) -> int:
    """Age in whole years; someone born on 29 February has their birthday on 1 March in other years."""
    return dag.year - geboren.year - ((dag.month, dag.day) < (geboren.month, geboren.day))


def als_dag(dag: date) -> str:
    """Write a date the Dutch way: 1-7-2026."""
    return f"{dag.day}-{dag.month}-{dag.year}"
