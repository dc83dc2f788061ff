"""`werklandschap lks`: what it prints, and how it refuses."""

from __future__ import annotations

import json

import pytest

from werklandschap.project.cli import main

BASIS = {"--datum": "2026-02-01", "--leeftijd": "30", "--uren": "32", "--loonwaarde": "55"}


def _argumenten(anders: dict[str, str | None]) -> list[str]:
    """The basis with options changed (None: left out)."""
    samen = {**BASIS, **anders}
    return ["lks", *(f"{naam}={waarde}" for naam, waarde in samen.items() if waarde is not None)]


def test_de_uitvoer_volgt_de_afspraak(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(_argumenten({})) == 0
    vast = capsys.readouterr()
    uit = json.loads(vast.out)
    regels = uit.pop("regels")
    assert uit == {
        "wmlPerUur": "14.71",
        "subsidiePerMaand": "991.34",
        "werkgeverslastenPerMaand": "232.96",
        "totaalPerMaand": "1224.30",
    }
    assert all(set(regel) == {"tekst", "bedrag", "bron"} for regel in regels)
    assert regels[-1]["bedrag"] == "1224.30"
    assert vast.err == ""


@pytest.mark.parametrize(
    ("anders", "vlaggen", "totaal"),
    [
        ({"--uren": "32,0"}, [], "1224.30"),
        ({"--loonwaarde": "25"}, [], "1904.47"),
        ({"--loonwaarde": None}, ["--forfaitair"], "1360.33"),
        ({"--leeftijd": "18"}, ["--bbl"], "556.80"),
        ({"--loonwaarde": "100"}, [], "0.00"),
    ],
)
def test_keuzes_werken_door(
    anders: dict[str, str | None], vlaggen: list[str], totaal: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*_argumenten(anders), *vlaggen]) == 0
    assert json.loads(capsys.readouterr().out)["totaalPerMaand"] == totaal


def test_na_het_halfjaar_staat_er_een_waarschuwing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(_argumenten({"--datum": "2026-07-01"})) == 0
    assert len(json.loads(capsys.readouterr().out)["waarschuwingen"]) == 1


@pytest.mark.parametrize(
    "anders",
    [
        {"--datum": "2023-12-31"},
        {"--datum": "2026-02-30"},
        {"--datum": "20260201"},
        {"--datum": "1-2-2026"},
        {"--leeftijd": "14"},
        {"--leeftijd": "121"},
        {"--leeftijd": "30.5"},
        {"--leeftijd": "-30"},
        {"--leeftijd": "20", "--datum": "2025-12-31"},
        {"--uren": "0"},
        {"--uren": "-1"},
        {"--uren": "60.01"},
        {"--uren": "nan"},
        {"--uren": "inf"},
        {"--uren": "1e1"},
        {"--uren": "٣٢"},
        {"--uren": "32."},
        {"--uren": ""},
        {"--loonwaarde": "100.01"},
        {"--loonwaarde": "-1"},
        {"--loonwaarde": "NaN"},
        {"--loonwaarde": "vijf\ntig"},
        {"--loonwaarde": None},
    ],
)
def test_verkeerde_invoer_geeft_een_regel_en_2(
    anders: dict[str, str | None], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(_argumenten(anders)) == 2
    vast = capsys.readouterr()
    assert vast.out == ""
    assert len(vast.err.splitlines()) == 1
    assert vast.err.strip()


@pytest.mark.parametrize("naam", ["--datum", "--leeftijd", "--uren"])
def test_een_vergeten_optie_wordt_genoemd(naam: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as einde:
        main(_argumenten({naam: None}))
    vast = capsys.readouterr()
    assert einde.value.code == 2
    assert naam in vast.err
    assert vast.out == ""
