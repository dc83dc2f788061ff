"""Tables straight from the models are those that all migrations together make."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.project.test_klaarzetten import draai


def _vorm(bestand: Path) -> dict[str, Any]:
    """Per table its columns, keys to others and indexes, without their order; then what a CHECK says."""
    with sqlite3.connect(bestand) as database:
        namen = [rij[0] for rij in database.execute("select name from sqlite_master where type = 'table'")]
        return {
            naam: {
                "kolommen": sorted(rij[1:] for rij in database.execute(f"pragma table_info({naam})")),
                "verwijst": sorted(rij[2:7] for rij in database.execute(f"pragma foreign_key_list({naam})")),
                "indexen": sorted(
                    (rij[2], rij[4], [k[2] for k in database.execute(f"pragma index_info('{rij[1]}')")])
                    for rij in database.execute(f"pragma index_list({naam})")
                ),
                "controles": database.execute(
                    "select length(sql) - length(replace(sql, ' CHECK ', '')) from sqlite_master where name = ?", [naam]
                ).fetchone(),
            }
            for naam in sorted(namen)
        }


def test_een_lege_database_krijgt_dezelfde_tabellen_als_van_alle_migraties(tmp_path: Path) -> None:
    (tmp_path / "met").mkdir()
    assert draai(tmp_path / "met", "manage", "migrate", "--verbosity", "0").returncode == 0
    assert draai(tmp_path / "met", "manage", "createcachetable").returncode == 0
    assert draai(tmp_path / "zonder", "klaarzetten").returncode == 0
    met, zonder = _vorm(tmp_path / "met/werklandschap.sqlite3"), _vorm(tmp_path / "zonder/werklandschap.sqlite3")
    assert list(zonder) == list(met)
    assert {naam: zonder[naam] for naam in met if zonder[naam] != met[naam]} == {}
    assert _gedaan(tmp_path / "zonder") == _gedaan(tmp_path / "met")

    # A start that was broken off between the tables and the note of the migrations goes on.
    with sqlite3.connect(tmp_path / "zonder/werklandschap.sqlite3") as database:
        database.execute("delete from django_migrations")
    assert draai(tmp_path / "zonder", "klaarzetten").returncode == 0
    assert _gedaan(tmp_path / "zonder") == _gedaan(tmp_path / "met")


def _gedaan(data: Path) -> list[tuple[str, str]]:
    with sqlite3.connect(data / "werklandschap.sqlite3") as database:
        return sorted(database.execute("select app, name from django_migrations"))


def test_opwarmen_vertaalt_de_motor() -> None:
    klaar = subprocess.run(
        [sys.executable, "-m", "werklandschap.matching.verwarmen"], check=False, capture_output=True, text=True
    )
    assert (klaar.returncode, klaar.stdout, klaar.stderr) == (0, "", "")
