"""What the command line says, and with which exit code, when it is used well and badly."""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from pathlib import Path

import pytest

from werklandschap.project.cli import main
from werklandschap.project.cli.fouten import bekende_fout
from werklandschap.project.cli.ontleder import Ontleder, vertaal
from werklandschap.project.cli.opdrachten import alle_opdrachten


def _draai(*argumenten: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "werklandschap", *argumenten],
        check=False,
        capture_output=True,
        text=True,
        cwd=cwd,
    )


def test_de_hulp_noemt_elke_opdracht(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as einde:
        main(["--help"])
    uitvoer = capsys.readouterr().out
    assert einde.value.code == 0
    assert uitvoer.startswith("gebruik: werklandschap")
    assert "usage" not in uitvoer
    assert "options" not in uitvoer
    for naam, opdracht in alle_opdrachten().items():
        assert f"    {naam}" in uitvoer
        assert opdracht.hulp


def test_zonder_opdracht_komt_de_hulp(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    assert "opdrachten:" in capsys.readouterr().out


def test_de_hulp_laadt_geen_django_en_geen_rekenmachines(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom werklandschap.project.cli.opdrachten import alle_opdrachten\nalle_opdrachten()\n"
        "print([m for m in ('django', 'numpy', 'numba', 'ortools', 'gunicorn') if m in sys.modules])"
    )
    uitvoer = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=tmp_path)
    assert uitvoer.stdout.strip() == "[]"


def test_de_hulp_maakt_geen_map_en_is_snel(tmp_path: Path) -> None:
    begin = time.monotonic()
    klaar = _draai("--help", cwd=tmp_path)
    assert klaar.returncode == 0
    assert list(tmp_path.iterdir()) == []
    assert time.monotonic() - begin < 5


@pytest.mark.parametrize(
    ("argumenten", "stukken"),
    [
        (["bestaatniet"], ["bestaatniet", "bestaat niet", "serve"]),
        (["serve", "--port", "99999"], ["--port", "99999", "geen poort"]),
        (["serve", "--port", "x"], ["--port", "x", "geen poort"]),
        (["serve", "--werkers", "0"], ["--werkers", "1 of meer"]),
        (["serve", "--werkers"], ["--werkers", "er hoort een waarde achter"]),
        (["serve", "--onbekend"], ["onbekend: --onbekend"]),
        (["worker", "--pauze", "straks"], ["--pauze", "geen getal"]),
    ],
)
def test_verkeerd_gebruik_is_een_nederlandse_regel(
    argumenten: list[str], stukken: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as einde:
        main(argumenten)
    assert einde.value.code == 2
    uitvoer = capsys.readouterr()
    assert uitvoer.out == ""
    assert uitvoer.err.count("\n") == 1
    for stuk in stukken:
        assert stuk in uitvoer.err


def test_elk_bericht_van_argparse_heeft_een_vertaling(capsys: pytest.CaptureFixture[str]) -> None:
    parser = Ontleder(prog="proef")
    parser.add_argument("naam")
    parser.add_argument("--getal", type=int)
    parser.add_argument("--twee", nargs=2)
    parser.add_argument("--keuze", choices=["a", "b"])
    groep = parser.add_mutually_exclusive_group(required=True)
    groep.add_argument("--links", action="store_true")
    groep.add_argument("--rechts", action="store_true")
    engels = ("argument", "expected", "required", "invalid", "allowed", "unrecognized", "choose")
    for regel in (
        [],
        ["n"],
        ["n", "--links", "--rechts"],
        ["n", "--links", "--getal", "x"],
        ["n", "--links", "--twee", "x"],
        ["n", "--links", "--keuze", "c"],
        ["n", "--links", "--keuze"],
        ["n", "--links=ja"],
        ["n", "--links", "te", "veel"],
    ):
        with pytest.raises(SystemExit):
            parser.parse_args(regel)
        bericht = capsys.readouterr().err
        assert bericht.startswith("proef: ")
        assert not [woord for woord in engels if woord in bericht], bericht


def test_onbekend_bericht_blijft_heel() -> None:
    assert vertaal("iets  heel\nanders") == "iets heel anders"


def test_een_bekende_fout_is_een_regel_en_een_onbekende_niet() -> None:
    assert bekende_fout(FileNotFoundError(2, "No such file", "lijst.csv")) == (
        "bestand of map niet gevonden: lijst.csv"
    )
    assert bekende_fout(PermissionError(13, "Permission denied", "/etc/geheim")) == "geen toegang tot /etc/geheim"
    assert bekende_fout(ZeroDivisionError("kan niet")) is None


def test_een_fout_van_de_database_zegt_wat_te_doen() -> None:
    from django.db.utils import DatabaseError, IntegrityError, OperationalError

    assert "file is not a database" in (bekende_fout(DatabaseError("file is not a database")) or "")
    assert bekende_fout(IntegrityError("UNIQUE constraint failed")) is None
    regel = bekende_fout(OperationalError("no such table: dossiers_dossier"))
    assert regel is not None
    assert "werklandschap klaarzetten" in regel
    assert "niet te gebruiken" in (bekende_fout(OperationalError("unable to open database file")) or "")


def test_ctrl_c_geeft_130_en_een_bekende_fout_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from werklandschap.project.cli import serve

    def breek_af(_opties: argparse.Namespace) -> int:
        raise KeyboardInterrupt

    def mis_bestand(_opties: argparse.Namespace) -> int:
        raise FileNotFoundError(2, "weg", "x.csv")

    monkeypatch.setattr(serve, "DJANGO", False)
    monkeypatch.setattr(serve, "voer_uit", breek_af)
    assert main(["serve"]) == 130
    monkeypatch.setattr(serve, "voer_uit", mis_bestand)
    assert main(["serve"]) == 2
    assert capsys.readouterr().err == "werklandschap serve: bestand of map niet gevonden: x.csv\n"


def test_manage_geeft_alles_ongelezen_door(tmp_path: Path) -> None:
    klaar = _draai("manage", "diffsettings", "--output", "unified", cwd=tmp_path)
    assert klaar.returncode == 0, klaar.stderr
    assert "ROOT_URLCONF" in klaar.stdout
    hulp = _draai("manage", "migrate", "--help", cwd=tmp_path)
    assert "usage: werklandschap manage migrate" in hulp.stdout
