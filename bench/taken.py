"""How many loose tasks, as a vacancy or a person says them, are recognised as the competence they belong to.

Use: `python bench/taken.py [TAKEN.txt] [--alles]`; without a file all `gegevens/taken_*.txt`, each apart. A file holds
tasks under the occupation they were thought of for, one a line, behind "=" the codes of which one must be suggested:

    # timmerman
    je hangt deuren en ramen af = deuren-en-ramen-afhangen

A task is read as a point of a list under "Wat ga je doen?"; what begins with "ik" is read by itself. Prints what is
suggested for every task without a code and for every miss (`--alles`: for all), with what just missed the threshold
between brackets, and per file which share is recognised.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from werklandschap.competenties.herkenning import startwoordenboek
from werklandschap.competenties.herkenning.herkenner import kandidaten
from werklandschap.competenties.herkenning.oordeel import gewichten

GEGEVENS = Path(__file__).resolve().parent / "gegevens"
KOP, MEEST = "Wat ga je doen?\n- ", 5


def taken(pad: Path) -> Iterator[tuple[str, str, frozenset[str]]]:
    """(occupation, task, codes of which one must be suggested) of a file."""
    beroep = ""
    for regel in pad.read_text(encoding="utf-8").splitlines():
        if regel.startswith("#"):
            beroep = regel.strip("# ")
        elif regel.strip():
            taak, _, codes = regel.partition(" = ")
            yield beroep, taak.strip(), frozenset(codes.split())


def voorgesteld(taak: str) -> dict[str, tuple[float, str, str]]:
    """{code: (chance, term, fragment)} of all that might be meant, the likeliest first."""
    tekst = taak if taak.lower().startswith("ik ") else KOP + taak
    uit: dict[str, tuple[float, str, str]] = {}
    for vondst, kenmerken in kandidaten(tekst, startwoordenboek()):
        kans = gewichten().kans(kenmerken)
        if kans > uit.get(vondst.id, (0.0,))[0]:
            uit[vondst.id] = (kans, vondst.term, vondst.fragment)
    return dict(sorted(uit.items(), key=lambda paar: -paar[1][0]))


def meet(pad: Path, *, alles: bool) -> tuple[int, int]:
    """(recognised, with a code) of a file; prints the misses."""
    raak = geteld = 0
    drempel = min(gewichten().drempels.values())
    for beroep, taak, codes in taken(pad):
        gevonden = voorgesteld(taak)
        goed = any(gevonden.get(code, (0.0,))[0] >= drempel for code in codes)
        geteld += bool(codes)
        raak += goed
        if alles or not goed:
            regel = "; ".join(
                f"{code} “{term}” {kans:.2f}" if kans >= drempel else f"({code} “{term}” {kans:.2f})"
                for code, (kans, term, _) in list(gevonden.items())[:MEEST]
            )
            print(f"{'goed' if goed else 'mis ' if codes else '?   '} {beroep}: {taak} → {regel or 'niets'}")
    return raak, geteld


def main() -> int:
    """Print the misses and the share per file."""
    parser = argparse.ArgumentParser(description="Meet hoeveel losse taken herkend worden.")
    parser.add_argument("bestand", type=Path, nargs="?")
    parser.add_argument("--alles", action="store_true")
    opties = parser.parse_args()
    for pad in [opties.bestand] if opties.bestand else sorted(GEGEVENS.glob("taken_*.txt")):
        raak, geteld = meet(pad, alles=opties.alles)
        print(f"── {pad.stem}: {raak} van {geteld} taken herkend ({raak / max(1, geteld):.1%})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
