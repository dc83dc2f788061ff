"""A demo region that is made once per module: too much work to make it again for every test."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.apps import apps
from django.db import connection, transaction
from pytest_django import DjangoDbBlocker

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
        with transaction.atomic(), connection.cursor() as cursor:
            for model in modellen:
                if eerder[model]:
                    nieuw = model._base_manager.exclude(pk__in=eerder[model])
                    nieuw._raw_delete(connection.alias)
                else:
                    cursor.execute(f"DELETE FROM {connection.ops.quote_name(model._meta.db_table)}")


@pytest.fixture(scope="module")
def regio(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A small region in the database of the tests, for the tests of one module."""
    with django_db_blocker.unblock(), _tijdelijke_rijen():
        laad_startset()
        maak_demo_regio(maat=KLEIN)
        with django_db_blocker.block():
            yield
