"""The manual: each numbered requirement has a passage with a picture in it, and every picture can be made again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.scripts.test_scripts import WORTEL, _script

GEBRUIK = WORTEL / "docs" / "gebruik"
# Of each tile the number of its first and last requirement.
EISEN = {
    "W1": (1, 8),
    "W2": (1, 6),
    "W3": (1, 8),
    "W4": (1, 6),
    "W5": (1, 7),
    "W6": (1, 4),
    "G1": (1, 5),
    "G2": (1, 6),
    "G3": (1, 4),
    "G4": (1, 2),
    "G5": (1, 4),
    "G6": (1, 7),
    "G7": (0, 5),
}
NUMMERS = [f"{tegel}.{n}" for tegel, (eerste, laatste) in EISEN.items() for n in range(eerste, laatste + 1)]
KOP = re.compile(r"^#{1,3} ", re.MULTILINE)
BEELD = re.compile(r"!\[[^\]]+\]\((beeld/[^)]+)\)")


def passages() -> Iterator[tuple[str, list[Path]]]:
    """(text, pictures in it) of every part of a page, from its heading to the next."""
    for bladzijde in sorted(GEBRUIK.glob("*.md")):
        for deel in KOP.split(bladzijde.read_text(encoding="utf-8")):
            yield deel, [GEBRUIK / naam for naam in BEELD.findall(deel)]


@pytest.mark.parametrize("nummer", NUMMERS)
def test_elke_eis_staat_met_een_beeld_in_de_handleiding(nummer: str) -> None:
    genoemd = [beelden for deel, beelden in passages() if re.search(rf"\b{re.escape(nummer)}\b", deel)]
    assert genoemd, f"{nummer} staat niet in docs/gebruik"
    assert any(beeld.is_file() for beelden in genoemd for beeld in beelden), f"Bij {nummer} staat geen beeld"


def test_elk_beeld_staat_er_en_is_opnieuw_te_maken() -> None:
    te_maken = {naam for beelden in _script("schermbeelden").BEELDEN.values() for naam in beelden}
    gebruikt = {beeld for _deel, beelden in passages() for beeld in beelden}
    assert [str(beeld) for beeld in gebruikt if not beeld.is_file()] == []
    assert {beeld.stem for beeld in gebruikt} == te_maken
