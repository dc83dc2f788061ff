"""Brings the tables up to date: by migrations, or in an empty database straight from the models (ADR 9)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.recorder import MigrationRecorder


def werk_tabellen_bij() -> None:
    """Make or change the tables for this version; may be repeated without harm.

    An empty database needs no history: its tables are made at once, in a tenth of the time, and every migration is
    noted as done. Both steps are all or nothing, and a start broken off between them goes on with the second.
    """
    if not connection.introspection.table_names():
        with _zonder_geschiedenis():
            _migreer(run_syncdb=True)
    geschiedenis = MigrationRecorder(connection)
    if _is_compleet() and not geschiedenis.applied_migrations():
        geschiedenis.ensure_schema()
        with transaction.atomic():
            _migreer(fake=True)
    else:
        _migreer()


def _is_compleet() -> bool:
    """Is there a table for every model?"""
    nodig = set(connection.introspection.django_table_names(only_existing=False))
    return nodig <= set(connection.introspection.table_names())


def _migreer(**opties: bool) -> None:
    call_command("migrate", interactive=False, verbosity=0, **opties)


@contextmanager
def _zonder_geschiedenis() -> Iterator[None]:
    """Inside, no app has migrations."""
    eerder = settings.MIGRATION_MODULES
    settings.MIGRATION_MODULES = dict.fromkeys((app.label for app in apps.get_app_configs()), None)
    try:
        yield
    finally:
        settings.MIGRATION_MODULES = eerder
