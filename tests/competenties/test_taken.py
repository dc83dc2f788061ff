"""Loose tasks of many occupations are recognised as the competence they belong to (a tenth of `taken_*.txt`)."""

from __future__ import annotations

from pathlib import Path

import pytest

from werklandschap.competenties import startgegevens
from werklandschap.competenties.herkenning import herken

GEGEVENS = Path(__file__).resolve().parents[2] / "bench" / "gegevens"
BESTANDEN = sorted(GEGEVENS.glob("taken_*.txt"))
EEN_OP, MINSTENS = 10, 0.85


def _taken(pad: Path) -> list[tuple[str, frozenset[str]]]:
    """(task, codes of which one must be suggested) of a file."""
    regels = [regel for regel in pad.read_text(encoding="utf-8").splitlines() if " = " in regel and regel[0] != "#"]
    return [(taak, frozenset(codes.split())) for taak, codes in (regel.split(" = ", 1) for regel in regels)]


@pytest.mark.parametrize("pad", BESTANDEN, ids=lambda pad: pad.stem)
def test_g6_1_losse_taken_worden_herkend(pad: Path) -> None:
    proef = _taken(pad)[::EEN_OP]
    teksten = [(t if t.lower().startswith("ik ") else f"Wat ga je doen?\n- {t}", codes) for t, codes in proef]
    raak = sum(not codes.isdisjoint(v.id for v in herken(tekst)) for tekst, codes in teksten)
    assert len(proef) > EEN_OP
    assert raak >= MINSTENS * len(proef)


@pytest.mark.parametrize("pad", BESTANDEN, ids=lambda pad: pad.stem)
def test_elke_code_bij_een_losse_taak_bestaat(pad: Path) -> None:
    bekend = {c.code for c in startgegevens.competenties()}
    bekend |= {c.code for c in startgegevens.certificaten()} | {o.code for o in startgegevens.omstandigheid_termen()}
    codes = set().union(*(codes for _, codes in _taken(pad)))
    assert {code for code in codes if ":" not in code} - bekend == set()
