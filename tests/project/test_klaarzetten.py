"""An embedded database is filled on first use, and only then."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path


def draai(data: Path, *argumenten: str) -> subprocess.CompletedProcess[str]:
    env = {naam: waarde for naam, waarde in os.environ.items() if naam != "DATABASE_URL"}
    return subprocess.run(
        [sys.executable, "-m", "werklandschap", *argumenten],
        check=False,
        capture_output=True,
        text=True,
        env={**env, "WERKLANDSCHAP_DATA": str(data), "WERKLANDSCHAP_DEMO": "0"},
    )


def test_een_verse_map_wordt_gevuld_en_een_gevulde_niet_aangeraakt(tmp_path: Path) -> None:
    data = tmp_path / "gegevens"
    eerste = draai(data, "worker", "--eenmalig")
    assert eerste.returncode == 0, eerste.stderr
    assert "De database wordt klaargezet" in eerste.stderr
    assert stat.S_IMODE(data.stat().st_mode) == 0o700
    with sqlite3.connect(data / "werklandschap.sqlite3") as database:
        migraties = database.execute("select count(*) from django_migrations").fetchone()[0]
        catalogus = database.execute("select count(*) from competenties_competentie").fetchone()[0]
    assert migraties > 20
    assert catalogus > 100

    tweede = draai(data, "worker", "--eenmalig")
    assert tweede.returncode == 0
    assert tweede.stderr == ""


def test_een_onleesbare_database_is_een_regel(tmp_path: Path) -> None:
    data = tmp_path / "gegevens"
    data.mkdir()
    (data / "werklandschap.sqlite3").write_text("dit is geen database, maar wel een bestand")
    klaar = draai(data, "worker", "--eenmalig")
    assert klaar.returncode == 2
    assert klaar.stderr.count("\n") == 1
    assert klaar.stderr.startswith("werklandschap worker: ")


def test_demogegevens_worden_buiten_de_demostand_geweigerd_voor_er_iets_is_gemaakt(tmp_path: Path) -> None:
    data = tmp_path / "gegevens"
    uitkomst = draai(data, "klaarzetten", "--demo")
    assert uitkomst.returncode != 0
    assert "Traceback" not in uitkomst.stderr
    assert "alleen in de demostand" in uitkomst.stderr
    assert not (data / "werklandschap.sqlite3").exists()
