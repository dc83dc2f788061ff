"""Gets the data folder and the database ready: tables, then the catalogues that come with the product."""

from __future__ import annotations

import fcntl
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from werklandschap.project.tabellen import werk_tabellen_bij


def maak_datamap() -> None:
    """Make the folders for data (readable by its owner only) and styles; existing ones keep their rights."""
    settings.DATA.mkdir(mode=0o700, parents=True, exist_ok=True)
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)


def zet_klaar() -> None:
    """Bring the tables up to date and load the catalogues; both may be repeated without harm."""
    with _om_de_beurt():
        werk_tabellen_bij()
        call_command("createcachetable", verbosity=0)
        call_command("laad_catalogi", verbosity=0)


@contextmanager
def motor_warmt_op() -> Iterator[subprocess.Popen[bytes]]:
    """Compile the matching engine beside the work inside, so that nobody waits for that on a page.

    Work that asks the engine waits for the process given, else it compiles the same once more.
    """
    opwarmen = subprocess.Popen([sys.executable, "-m", "werklandschap.matching.verwarmen"], stdin=subprocess.DEVNULL)
    try:
        yield opwarmen
    finally:
        opwarmen.wait()


def zet_verse_database_klaar() -> None:
    """Fill an embedded database that does not exist yet; leave every other database as it is.

    A production database is brought up to date by its administrator: docs/beheer/bijwerken.md.
    """
    if not _is_vers():
        return
    sys.stderr.write("De database wordt klaargezet …\n")
    zet_klaar()


def _is_vers() -> bool:
    """Whether this is SQLite and its file is missing, empty or was never migrated."""
    if connection.vendor != "sqlite":
        return False
    bestand = Path(str(connection.settings_dict["NAME"]))
    if not bestand.is_file() or bestand.stat().st_size == 0:
        return True
    return not MigrationRecorder(connection).applied_migrations()


@contextmanager
def _om_de_beurt() -> Iterator[None]:
    """One process at a time: server and worker may start together on an empty folder."""
    maak_datamap()
    with (settings.DATA / "klaarzetten.lock").open("w") as slot:
        fcntl.flock(slot, fcntl.LOCK_EX)
        yield
