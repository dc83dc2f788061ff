"""The scripts around the product: locks, addresses, translations, PostgreSQL and the demo's options."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import polib
import pytest

WORTEL = Path(__file__).resolve().parents[2]
SCRIPT = WORTEL / "script"


def _script(naam: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"script_{naam}", SCRIPT / f"{naam}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _slot(naam: str) -> dict[str, str]:
    """Package → version, of one lock file."""
    tekst = (WORTEL / "requirements" / naam).read_text()
    return dict(re.findall(r"^([a-z0-9._-]+)(?:\[[^\]]*\])?==([^ ;\\]+)", tekst, re.MULTILINE))


@pytest.mark.parametrize("naam", ["basis.txt", "ontwikkel.txt", "schaal.txt", "npm.txt", "uv.txt"])
def test_elk_slot_heeft_bij_elk_pakket_een_controlegetal_en_geen_adres(naam: str) -> None:
    tekst = (WORTEL / "requirements" / naam).read_text()
    blokken = re.split(r"\n(?=\S)", tekst.strip())
    assert blokken
    for blok in blokken:
        assert "--hash=sha256:" in blok, blok.splitlines()[0]
    assert "://" not in tekst
    assert "--index-url" not in tekst


def test_de_sloten_zijn_het_over_elke_versie_eens() -> None:
    alles = _slot("ontwikkel.txt")
    for naam in ("basis.txt", "schaal.txt", "npm.txt", "uv.txt"):
        for pakket, versie in _slot(naam).items():
            assert alles[pakket] == versie, f"{pakket} in {naam}"


def test_elke_afhankelijkheid_staat_in_het_slot() -> None:
    project = tomllib.loads((WORTEL / "pyproject.toml").read_text())
    basis = _slot("basis.txt")
    for regel in project["project"]["dependencies"]:
        pakket = re.split(r"[<>=\[;, ]", regel)[0].lower().replace("_", "-")
        assert pakket in basis


def test_geen_bestand_noemt_een_pakketserver() -> None:
    adressen = _script("adressen")
    assert adressen.gevonden(WORTEL, adressen.bestanden(WORTEL)) == []


def test_een_genoemde_pakketserver_wordt_gevonden(tmp_path: Path) -> None:
    adressen = _script("adressen")
    gastheer = adressen.GASTHEREN[0]
    (tmp_path / "goed.txt").write_text("een pakket uit een register\n")
    (tmp_path / "fout.txt").write_text(f"regel een\nhaal op bij https://{gastheer.upper()}/simple\n")
    assert adressen.gevonden(tmp_path, ["goed.txt", "fout.txt", "weg.txt"]) == ["fout.txt:2"]


def test_vertalingen_worden_leesbaar_voor_django(tmp_path: Path) -> None:
    po = polib.POFile()
    po.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    po.append(polib.POEntry(msgid="Werkzoekende", msgstr="Person looking for work"))
    map_ = tmp_path / "locale" / "en" / "LC_MESSAGES"
    map_.mkdir(parents=True)
    po.save(str(map_ / "django.po"))
    assert _script("vertalingen").compileer(tmp_path) == [map_ / "django.mo"]
    assert polib.mofile(str(map_ / "django.mo")).find("Werkzoekende").msgstr == "Person looking for work"


def test_postgres_draait_zolang_de_opdracht_duurt_en_geeft_haar_antwoord() -> None:
    code = (
        "import environ, psycopg, sys\n"
        "d = environ.Env().db('DATABASE_URL')\n"
        "with psycopg.connect(host=d['HOST'], user=d['USER'], dbname=d['NAME']) as c:\n"
        "    print(d['HOST'], c.execute('select 6 * 7').fetchone()[0])\n"
        "sys.exit(3)\n"
    )
    klaar = subprocess.run(
        [sys.executable, SCRIPT / "postgres.py", sys.executable, "-c", code],
        check=False,
        capture_output=True,
        text=True,
    )
    assert klaar.returncode == 3, klaar.stderr
    map_, antwoord = klaar.stdout.split()
    assert antwoord == "42"
    assert not Path(map_).exists()


@pytest.mark.parametrize(
    ("argumenten", "stuk"),
    [
        (["--port", "0"], "poort 0 bestaat niet"),
        (["--port", "70000"], "poort 70000 bestaat niet"),
        (["--port", "acht"], "poort acht bestaat niet"),
        (["--port"], "--port"),
        (["--poort", "8000"], "onbekend: --poort 8000"),
    ],
)
def test_demo_weigert_verkeerde_opties_meteen(argumenten: list[str], stuk: str) -> None:
    klaar = subprocess.run(
        [sys.executable, SCRIPT / "demo.py", *argumenten], check=False, capture_output=True, text=True
    )
    assert klaar.returncode == 2
    assert stuk in klaar.stderr
    assert klaar.stderr.count("\n") == 1


def test_demo_op_een_bezette_poort_zegt_wat_te_doen(tmp_path: Path) -> None:
    import socket

    with socket.socket() as bezet:
        bezet.bind(("127.0.0.1", 0))
        bezet.listen()
        poort = bezet.getsockname()[1]
        klaar = subprocess.run(
            [SCRIPT / "demo", "--port", str(poort)],
            check=False,
            capture_output=True,
            text=True,
            env={**os.environ, "WERKLANDSCHAP_DATA": str(tmp_path / "gegevens")},
        )
    assert klaar.returncode == 2
    assert f"Poort {poort} is al in gebruik" in klaar.stderr
    assert f"script/demo --port {poort + 1}" in klaar.stderr
    assert not (tmp_path / "gegevens").exists()


def test_demo_mengt_demogegevens_niet_met_echte(tmp_path: Path) -> None:
    demo = _script("demo")
    (tmp_path / "werklandschap.sqlite3").write_bytes(b"")
    (tmp_path / "soort.sqlite").write_text("demo")
    with pytest.raises(SystemExit, match="staan demogegevens"):
        demo.Voorbereiding(tmp_path, leeg=True, env={}).doe()


def test_het_merk_van_de_demo_verandert_met_een_migratie_en_niet_met_een_view(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    demo = _script("demo")
    (tmp_path / "kern" / "migrations").mkdir(parents=True)
    (tmp_path / "__init__.py").write_text("")
    monkeypatch.setattr(demo, "BRON", tmp_path)
    voorbereiding = demo.Voorbereiding(tmp_path, leeg=True, env={})
    eerst = voorbereiding._merk()
    (tmp_path / "kern" / "views.py").write_text("x = 1")
    assert voorbereiding._merk() == eerst
    (tmp_path / "kern" / "migrations" / "0001.py").write_text("x = 1")
    assert voorbereiding._merk() != eerst


def test_de_scripts_zijn_geldige_bash_en_uitvoerbaar() -> None:
    for naam in ("bootstrap", "demo", "test", "bench", "lock", "../.ci/run"):
        assert subprocess.run(["bash", "-n", SCRIPT / naam], check=False).returncode == 0
        if naam != "bootstrap":
            assert os.access(SCRIPT / naam, os.X_OK), naam


def test_een_te_oude_python_wordt_in_een_regel_geweigerd(tmp_path: Path) -> None:
    oud = tmp_path / "python3"
    oud.write_text('#!/bin/sh\n[ "$1" = -V ] && echo "Python 3.9.2" && exit 0\nexit 1\n')
    oud.chmod(0o755)
    for naam in ("dirname", "id", "cat"):
        doel = Path("/usr/bin") / naam
        (tmp_path / naam).symlink_to(doel if doel.exists() else Path("/bin") / naam)
    klaar = subprocess.run(
        ["/bin/bash", SCRIPT / "demo"],
        check=False,
        capture_output=True,
        text=True,
        env={"PATH": str(tmp_path)},
    )
    assert klaar.returncode == 2
    assert "Python 3.11" in klaar.stderr
    assert "3.9.2" in klaar.stderr
    assert klaar.stderr.count("\n") == 1
