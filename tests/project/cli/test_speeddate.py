"""`werklandschap speeddate`: from file to file, and how it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from werklandschap.project.cli import main

VRAAG = {
    "rondes": 2,
    "minutenPerRonde": 10,
    "maxPerKandidaat": 2,
    "kandidaten": ["Ana", "Bör"],
    "werkgevers": [{"id": "Bakker", "tafels": 1}],
    "voorkeuren": [
        {"kandidaat": "Ana", "werkgever": "Bakker", "waarde": 2},
        {"kandidaat": "Bör", "werkgever": "Bakker", "waarde": 3},
    ],
}


def _draai(map_: Path, inhoud: bytes, uit: str = "uit.json") -> int:
    (map_ / "in.json").write_bytes(inhoud)
    return main(["speeddate", "--in", str(map_ / "in.json"), "--uit", str(map_ / uit)])


@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig"])
def test_een_rooster_van_bestand_naar_bestand(tmp_path: Path, codering: str) -> None:
    assert _draai(tmp_path, json.dumps(VRAAG, ensure_ascii=False).encode(codering)) == 0
    uit = json.loads((tmp_path / "uit.json").read_text(encoding="utf-8"))
    assert (uit["waarde"], uit["bewezenOptimaal"]) == (5, True)
    assert sorted((a["kandidaat"], a["werkgever"], a["tafel"]) for a in uit["afspraken"]) == [
        ("Ana", "Bakker", 1),
        ("Bör", "Bakker", 1),
    ]
    assert sorted(a["ronde"] for a in uit["afspraken"]) == [1, 2]
    assert {pad.name for pad in tmp_path.iterdir()} == {"in.json", "uit.json"}


@pytest.mark.parametrize(
    "inhoud", [b"", b"{", b"\xff\xfe", json.dumps({**VRAAG, "rondes": 0}).encode(), b'{"a\\nb": 1, "a\\nb": 2}']
)
def test_verkeerde_invoer_geeft_een_regel_en_laat_het_oude_rooster_staan(
    tmp_path: Path, inhoud: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "uit.json").write_text("oud", encoding="utf-8")
    assert _draai(tmp_path, inhoud) == 2
    vast = capsys.readouterr()
    assert vast.out == ""
    assert len(vast.err.splitlines()) == 1
    assert (tmp_path / "uit.json").read_text(encoding="utf-8") == "oud"


def test_een_bestand_dat_er_niet_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["speeddate", "--in", str(tmp_path / "geen.json"), "--uit", str(tmp_path / "uit.json")]) == 2
    assert "geen.json" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_een_plek_waar_niet_geschreven_kan_worden(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    inhoud = json.dumps(VRAAG).encode()
    assert _draai(tmp_path, inhoud, "geen/map/uit.json") == 2
    assert "geen/map/uit.json" in capsys.readouterr().err
    (tmp_path / "een-map").mkdir()
    assert _draai(tmp_path, inhoud, "een-map") == 2


def test_naar_het_scherm(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "in.json").write_text(json.dumps(VRAAG), encoding="utf-8")
    assert main(["speeddate", "--in", str(tmp_path / "in.json"), "--uit", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["waarde"] == 5
