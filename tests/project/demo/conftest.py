"""A demo region that is made once per module: too much work to make it again for every test."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, transaction
from pytest_django import DjangoDbBlocker
from tests.conftest import vergeet

from werklandschap.competenties.startset import laad_startset
from werklandschap.project.demo.regio import Maat, maak_demo_regio

KLEIN = Maat(mensen={"9001": 70, "9002": 12}, werkgevers={"9001": 10, "9002": 4})


@contextmanager
def _tijdelijke_rijen() -> Iterator[None]:
    """Everything that is written inside is gone afterwards, also where a connection was closed in between."""
    tabellen = set(connection.introspection.table_names())
    modellen = [m for m in apps.get_models(include_auto_created=True) if m._meta.db_table in tabellen]
    eerder = {model: set(model._base_manager.values_list("pk", flat=True)) for model in modellen}
    try:
        yield
    finally:
        # PostgreSQL looks up every reference to every deleted row; emptying a table whole costs nothing.
        leeg = [model._meta.db_table for model in modellen if not eerder[model]]
        ops = connection.ops
        ops.execute_sql_flush(ops.sql_flush(no_style(), leeg))
        with transaction.atomic():
            for model in modellen:
                if eerder[model]:
                    model._base_manager.exclude(pk__in=eerder[model])._raw_delete(connection.alias)


@pytest.fixture(scope="module")
def regio(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A small region in the database of the tests, for the tests of one module."""
    # Made before the first test forgets: what another test searched has the same row numbers.
    vergeet()
    with django_db_blocker.unblock(), _tijdelijke_rijen():
        laad_startset()
        maak_demo_regio(maat=KLEIN)
        with django_db_blocker.block():
            yield
