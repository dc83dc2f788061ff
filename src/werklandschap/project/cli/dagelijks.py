"""`werklandschap dagelijks`: what has to happen every day."""

from __future__ import annotations

import argparse
import sys

NAAM = "dagelijks"
HULP = "doe het werk van vandaag, zoals de bewaking van nazorg; de worker doet dit ook vanzelf"
DJANGO = True


def argumenten(parser: argparse.ArgumentParser) -> None:
    """No options: what was done today already is not done again."""


def voer_uit(opties: argparse.Namespace) -> int:
    """0 = all done, 1 = something failed (it is tried again later)."""
    from werklandschap.beheer.dagelijks import werk_dag_af

    uitkomsten = werk_dag_af()
    for uitkomst in uitkomsten:
        print(f"{uitkomst.code}: {uitkomst.verslag}", file=sys.stdout if uitkomst.gelukt else sys.stderr)
    if not uitkomsten:
        print("Het werk van vandaag is al gedaan.")
    return 0 if all(uitkomst.gelukt for uitkomst in uitkomsten) else 1
