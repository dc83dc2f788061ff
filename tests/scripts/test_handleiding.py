"""The manual: every requirement is named in a heading, with a picture that is there under it; pictures can be made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.scripts.test_scripts import WORTEL, _script

GEBRUIK = WORTEL / "docs" / "gebruik"
# Of each tile the number of its first and last requirement.
EISEN = {
    "G1": (1, 5),
    "G2": (1, 6),
    "G3": (1, 4),
    "G4": (1, 2),
    "G5": (1, 4),
    "G6": (1, 7),
    "G7": (0, 5),
}
NUMMERS = [f"{tegel}.{n}" for tegel, (eerste, laatste) in EISEN.items() for n in range(eerste, laatste + 1)]
KOP = re.compile(r"^#+ (.*)$", re.MULTILINE)
BEELD = re.compile(r"!\[[^\]]+\]\((beeld/[^)]+)\)")
NUMMER = re.compile(r"\b[GW]\d+\.\d+\b")


def passages() -> Iterator[tuple[str, str, list[Path]]]:
    """(file, heading, pictures under it until the next heading)."""
    for bestand in sorted(GEBRUIK.glob("*.md")):
        tekst = bestand.read_text(encoding="utf-8")
        koppen = list(KOP.finditer(tekst))
        for kop, volgende in zip(koppen, [*koppen[1:], None], strict=True):
            stuk = tekst[kop.end() : volgende.start() if volgende else len(tekst)]
            yield bestand.name, kop[1], [GEBRUIK / naam for naam in BEELD.findall(stuk)]


@pytest.mark.parametrize("nummer", NUMMERS)
def test_elke_eis_staat_met_een_beeld_in_de_handleiding(nummer: str) -> None:
    genoemd = [beelden for _bestand, kop, beelden in passages() if nummer in NUMMER.findall(kop)]
    assert genoemd, f"{nummer} staat in geen kop van docs/gebruik"
    assert any(beeld.is_file() for beelden in genoemd for beeld in beelden), f"Onder {nummer} staat geen beeld"


def test_elk_beeld_in_de_handleiding_is_te_maken() -> None:
    te_maken = {naam for beelden in _script("schermbeelden").BEELDEN.values() for naam in beelden}
    for bestand, kop, beelden in passages():
        for beeld in beelden:
            assert beeld.stem in te_maken, f"{bestand}, {kop}: script/schermbeelden maakt {beeld.stem} niet"
