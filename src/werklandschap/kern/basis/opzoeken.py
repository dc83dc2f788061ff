"""Narrow questions: the few rows that matter first, by their indexes, and only then whatever else must hold."""

from __future__ import annotations

from functools import reduce
from typing import Any, TypeVar

from django.db.models import Q, QuerySet

Rijen = TypeVar("Rijen", bound=QuerySet[Any])


def eerst(rijen: Rijen, *voorwaarden: Q) -> Rijen:
    """The rows that meet any of these conditions, each looked up by an index of its own.

    For conditions that reach into other tables and leave few rows: written as one filter, SQLite walks everybody of
    the municipality to find them.
    """
    sleutels = [rijen.model._base_manager.filter(een).order_by().values("pk") for een in voorwaarden]
    return rijen.filter(pk__in=reduce(lambda een, ander: een.union(ander), sleutels))
