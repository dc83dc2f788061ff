"""The manual: each numbered requirement has a passage with a picture beside it, and every picture can be made again."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

WORTEL = Path(__file__).resolve().parents[2]
GEBRUIK = WORTEL / "docs" / "gebruik"
PLAATJE = re.compile(r"!\[[^\]]+\]\((beeld/[\w-]+\.png)\)")
# How many requirements each tile has, per side.
KANTEN = {
    "werkzoekenden": {"W1": 8, "W2": 6, "W3": 8, "W4": 6, "W5": 7, "W6": 4},
}


def passages() -> Iterator[tuple[str, list[Path]]]:
    """(text, pictures) of every part of a page under a heading."""
    for bladzijde in sorted(GEBRUIK.glob("*.md")):
        for deel in re.split(r"^#{1,3} ", bladzijde.read_text(encoding="utf-8"), flags=re.MULTILINE):
            yield deel, [GEBRUIK / plaatje for plaatje in PLAATJE.findall(deel)]


def nummers(kant: str) -> list[str]:
    return [f"{tegel}.{nummer}" for tegel, aantal in KANTEN[kant].items() for nummer in range(1, aantal + 1)]


@pytest.mark.parametrize("kant", KANTEN)
def test_elk_nummer_heeft_een_stuk_in_de_handleiding_met_een_plaatje(kant: str) -> None:
    met_plaatje = "\n".join(deel for deel, beelden in passages() if any(beeld.is_file() for beeld in beelden))
    zonder = [nummer for nummer in nummers(kant) if not re.search(rf"\b{re.escape(nummer)}\b", met_plaatje)]
    assert zonder == []


def test_elk_plaatje_staat_er_en_is_opnieuw_te_maken() -> None:
    sys.path.insert(0, str(WORTEL / "script"))
    try:
        from schermbeelden import BEELDEN
    finally:
        sys.path.pop(0)
    te_maken = {naam for beelden in BEELDEN.values() for naam in beelden}
    gebruikt = {beeld for _deel, beelden in passages() for beeld in beelden}
    assert [str(beeld) for beeld in gebruikt if not beeld.is_file()] == []
    assert {beeld.stem for beeld in gebruikt} - te_maken == set()
    assert te_maken - {beeld.stem for beeld in gebruikt} == set()


def test_een_nummer_zonder_plaatje_valt_op() -> None:
    kaal = "Tekst zonder plaatje (W1.1)"
    assert PLAATJE.findall(kaal) == []
    assert PLAATJE.findall("![Een melding](beeld/melding.png)") == ["beeld/melding.png"]
