"""`werklandschap competenties` as a user meets it."""

from __future__ import annotations

import argparse
import io
import json
from pathlib import Path

import pytest

from werklandschap.competenties.models import Competentie
from werklandschap.project.cli import competenties as opdracht

pytestmark = pytest.mark.django_db


def _draai(*argumenten: str) -> int:
    parser = argparse.ArgumentParser()
    opdracht.argumenten(parser)
    return opdracht.voer_uit(parser.parse_args(list(argumenten)))


def test_herken_geeft_json_regels(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bestand = tmp_path / "vacature.txt"
    bestand.write_text("Je gaat strijken. Rijbewijs B is nodig.", encoding="utf-8")
    assert _draai("herken", "--tekst", str(bestand)) == 0
    rijen = [json.loads(regel) for regel in capsys.readouterr().out.splitlines()]
    assert [set(rij) for rij in rijen] == [{"soort", "term", "fragment", "id", "zekerheid"}] * 2
    assert [(rij["soort"], rij["id"], rij["fragment"]) for rij in rijen] == [
        ("competentie", "strijken", "strijken"),
        ("rijbewijs", "rijbewijs:B", "Rijbewijs B"),
    ]


def test_herken_leest_standaardinvoer_en_geeft_beroepen(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    invoer = io.TextIOWrapper(io.BytesIO(b"Kassamedewerker gezocht\nJe rekent af aan de kassa."))
    monkeypatch.setattr("sys.stdin", invoer)
    assert _draai("herken", "--soort", "beroep", "--tekst", "-") == 0
    rijen = [json.loads(regel) for regel in capsys.readouterr().out.splitlines()]
    assert rijen[0]["id"] == "kassamedewerker"
    assert {rij["soort"] for rij in rijen} == {"beroep"}
    assert len(rijen) <= 10


@pytest.mark.parametrize("inhoud", [None, b"\xff\xfe\x00"])
def test_een_bestand_dat_niet_te_lezen_is_geeft_een_regel_en_twee(
    inhoud: bytes | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bestand = tmp_path / "tekst.txt"
    if inhoud is not None:
        bestand.write_bytes(inhoud)
    assert _draai("herken", "--tekst", str(bestand)) == 2
    uit = capsys.readouterr()
    assert uit.out == ""
    assert len(uit.err.splitlines()) == 1
    assert "tekst.txt" in uit.err


def test_een_onbekende_soort_geeft_twee(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bestand = tmp_path / "tekst.txt"
    bestand.write_text("tekst", encoding="utf-8")
    assert _draai("herken", "--soort", "kleur", "--tekst", str(bestand)) == 2
    assert "Onbekende soort" in capsys.readouterr().err


def test_importeren_uit_een_map_die_er_niet_is_geeft_twee(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _draai("importeer", str(tmp_path / "weg")) == 2
    assert "bestaat niet" in capsys.readouterr().err
    assert not Competentie.objects.exists()
