"""`werklandschap match` from files to lines."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from werklandschap.project.cli import match

WERK = {
    "id": "w1",
    "start": "2026-03-02",
    "eisen": [{"competentie": "lassen", "niveau": 4, "gewicht": 1, "hard": False}],
    "talen": {"nld": 2},
}
MENSEN = [
    {"id": "k1", "competenties": {"lassen": 2}, "talen": {"nld": 3}, "beschikbaar_vanaf": "2026-01-01"},
    {"id": "k2", "competenties": {"solderen": 4}, "beschikbaar_vanaf": "2026-01-01"},
    {"id": "k3", "competenties": {"lassen": 5}, "talen": {"nld": 1}},
]
TAXONOMIE = {"verwantschap": {"lassen": {"solderen": 500}}, "leertijd": {"lassen": 8}, "vanaf_nul": {}}


def _regel(waarde: Any) -> bytes:
    return json.dumps(waarde).encode() + b"\n"


@pytest.fixture(autouse=True)
def geduld(monkeypatch: pytest.MonkeyPatch) -> None:
    """Progress is said after an hour: the first test on a new machine compiles the engine, which takes seconds."""
    monkeypatch.setattr(match, "TWEE_SECONDEN", 3600.0)


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    (tmp_path / "K.jsonl").write_bytes(b"".join(map(_regel, MENSEN)))
    (tmp_path / "W.jsonl").write_bytes(_regel(WERK))
    (tmp_path / "T.json").write_text(json.dumps(TAXONOMIE))
    return tmp_path


def _draai(map_: Path, *extra: str) -> int:
    parser = argparse.ArgumentParser()
    match.argumenten(parser)
    vast = ["--kandidaten", f"{map_}/K.jsonl", "--werkprofielen", f"{map_}/W.jsonl", "--peildatum", "2026-01-05"]
    return match.voer_uit(parser.parse_args([*vast, "--taxonomie", f"{map_}/T.json", *extra]))


VERWACHT = [
    {"werkprofiel": "w1", "kandidaat": "k1", "rang": 1, "nu": 500, "straks": 675, "onbekend": []},
    {"werkprofiel": "w1", "kandidaat": "k2", "rang": 2, "nu": 500, "straks": 675, "onbekend": ["taal:nld"]},
]


def test_de_beste_eerst_met_wat_onbekend_is(map_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _draai(map_) == 0
    uit, fout = capsys.readouterr()
    assert [json.loads(regel) for regel in uit.splitlines()] == VERWACHT
    assert list(json.loads(uit.splitlines()[0])) == list(VERWACHT[0])
    assert fout == ""


def test_top_begrenst_en_uit_schrijft_in_een_keer(map_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (map_ / "M.jsonl").write_text("oud")
    assert _draai(map_, "--top", "1", "--uit", f"{map_}/M.jsonl") == 0
    assert [json.loads(regel) for regel in (map_ / "M.jsonl").read_text().splitlines()] == VERWACHT[:1]
    assert capsys.readouterr().out == ""
    assert sorted(pad.name for pad in map_.iterdir()) == ["K.jsonl", "M.jsonl", "T.json", "W.jsonl"]


def test_een_slechte_regel_wordt_genoemd_en_de_rest_gaat_door(map_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    slecht = [
        b"{kapot\n",
        _regel(MENSEN[0]),
        _regel({"id": "k1"}),
        _regel({"id": "k8", "leeftijd": 40}),
        b'{"id": "k\xff"}\n',
        b'{"id": "k9", "lat": NaN, "lon": 5}\n',
        b'{"id": "k9", "reis_km": 1, "reis_km": 2}\n',
        b"\n",
        b"[" * 100000 + b"\n",
        b'{"id": "k9", "reis_km": ' + b"9" * 5000 + b"}\n",
        _regel(MENSEN[1]).rstrip(),
    ]
    (map_ / "K.jsonl").write_bytes(b"".join(slecht))
    assert _draai(map_) == 1
    uit, fout = capsys.readouterr()
    assert [json.loads(regel) for regel in uit.splitlines()] == VERWACHT
    gemeld = fout.splitlines()
    nummers = [regel.split(", regel ")[1].split(":")[0] for regel in gemeld]
    assert nummers == ["1", "3", "4", "5", "6", "7", "9", "10"]
    assert all(regel.startswith(f"{map_}/K.jsonl, regel ") for regel in gemeld)
    assert gemeld[1].endswith("id k1 staat er al; de eerste blijft")
    assert "leeftijd" in gemeld[2]


@pytest.mark.parametrize(
    "tekst",
    [
        '{"id":"a","id":"b"}',
        '{"id":"a","id" :"b"}',
        '{"id":"a","id"\n:"b"}',
        '{"id":"a","talen":{"nld":1,"nld":2}}',
        '{"id":"a","talen":{"nld":1,"nld" :2}}',
        '{"id":"a\\":","id":"b"}',
        '{"id":"a","id" :"b\\":"}',
        '{"lijst":[{"a":1,"a":2}]}',
        '{"lijst":[ {"a":1,"a":2}]}',
        '{"diep":{"er":{"a":1,"a":2}}}',
    ],
)
def test_een_naam_die_twee_keer_in_een_object_staat_wordt_altijd_gezien(tekst: str) -> None:
    with pytest.raises(ValueError, match="een naam staat twee keer in hetzelfde object"):
        match.ontleed(tekst.encode())


@pytest.mark.parametrize("tekst", ['{"id":"a\\":b","x":{}}', '{ "id" : "a" }', "[1,2]", '{"a":[{"b":1},{"b":2}]}'])
def test_wat_maar_een_keer_genoemd_is_wordt_gelezen(tekst: str) -> None:
    assert match.ontleed(tekst.encode()) == json.loads(tekst)


def test_een_slecht_werkprofiel_geeft_1(map_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (map_ / "W.jsonl").write_bytes(_regel({"id": "w0"}) + _regel(WERK))
    assert _draai(map_) == 1
    uit, fout = capsys.readouterr()
    assert len(uit.splitlines()) == 2
    assert "W.jsonl, regel 1: start" in fout


@pytest.mark.parametrize(
    "taxonomie",
    [
        "{",
        "[]",
        '{"leertijd": {"a": 0}}',
        '{"vanaf_nul": {"a": 1}}',
        '{"verwantschap": {"a": {"b": 1001}}}',
        '{"verwantschap": {"a": {' + ", ".join(f'"s{n}": 1' for n in range(33)) + "}}}",
        '{"onbekend": {}}',
    ],
)
def test_een_onleesbare_taxonomie_geeft_2(map_: Path, taxonomie: str, capsys: pytest.CaptureFixture[str]) -> None:
    (map_ / "T.json").write_text(taxonomie)
    (map_ / "M.jsonl").write_text("oud")
    assert _draai(map_, "--uit", f"{map_}/M.jsonl") == 2
    uit, fout = capsys.readouterr()
    assert uit == ""
    assert len(fout.splitlines()) == 1
    assert (map_ / "M.jsonl").read_text() == "oud"


@pytest.mark.parametrize("naam", ["K.jsonl", "W.jsonl", "T.json"])
def test_een_bestand_dat_er_niet_is_geeft_2(map_: Path, naam: str, capsys: pytest.CaptureFixture[str]) -> None:
    (map_ / naam).unlink()
    assert _draai(map_) == 2
    assert capsys.readouterr().err == f"{map_}/{naam}: dit bestand is er niet\n"


@pytest.mark.parametrize(
    "extra",
    [
        ("--top", "0"),
        ("--top", "-1"),
        ("--top", "x"),
        ("--peildatum", "2026-02-30"),
        ("--peildatum", "20260201"),
        ("--processen", "0"),
        ("--uit", "/bestaat/niet/M.jsonl"),
    ],
)
def test_verkeerd_gebruik_geeft_2(map_: Path, extra: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert _draai(map_, *extra) == 2
    uit, fout = capsys.readouterr()
    assert uit == ""
    assert len(fout.splitlines()) == 1


def test_processen_geven_hetzelfde(map_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (map_ / "W.jsonl").write_bytes(b"".join(_regel(WERK | {"id": f"w{nummer}"}) for nummer in range(200)))
    assert _draai(map_) == 0
    een = capsys.readouterr().out
    assert len(een.splitlines()) == 400
    assert _draai(map_, "--processen", "2") == 0
    assert capsys.readouterr().out == een


def test_met_processen_gelijk_ook_met_slechte_regels_en_dubbele_over_stukken_heen(
    map_: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(match, "REGELS_PER_STUK", 2)
    goed = [_regel(mens) for mens in MENSEN]
    slecht = [b"{\n", _regel({"id": "x", "leeftijd": 3}), goed[0], b"\n", goed[2], _regel({"id": "k4", "uren_min": -1})]
    (map_ / "K.jsonl").write_bytes(b"\xef\xbb\xbf" + b"".join([*goed[:2], *slecht, _regel({"id": "k9"}), goed[1]]))
    assert _draai(map_) == 1
    alleen = capsys.readouterr()
    assert [regel.split(":")[0].rsplit(" ", 1)[1] for regel in alleen.err.splitlines()] == ["3", "4", "5", "8", "10"]
    assert {json.loads(regel)["kandidaat"] for regel in alleen.out.splitlines()} == {"k1", "k2", "k9"}
    for processen in ("2", "3"):
        assert _draai(map_, "--processen", processen) == 1
        assert capsys.readouterr() == alleen


def test_een_leeg_bestand_met_processen(map_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (map_ / "K.jsonl").write_bytes(b"")
    assert _draai(map_, "--processen", "2") == 0
    assert capsys.readouterr() == ("", "")


def test_dask_zonder_pakket_zegt_wat_nodig_is(
    map_: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert _draai(map_, "--dask", "tcp://127.0.0.1:8786") == 2
    assert "werklandschap[schaal]" in capsys.readouterr().err
