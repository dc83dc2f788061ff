"""`werklandschap backup BESTAND [--met-sleutels]`."""

from __future__ import annotations

import argparse
from pathlib import Path

NAAM = "backup"
HULP = "maakt een reservekopie van database en bestanden, met controlegetallen"
DJANGO = True


def argumenten(parser: argparse.ArgumentParser) -> None:
    """The file to write, and whether the keys go along."""
    parser.add_argument("bestand", type=Path, metavar="BESTAND", help="waar de kopie komt")
    parser.add_argument(
        "--met-sleutels", action="store_true", help="ook de sleutels; behandel het bestand dan als geheim"
    )


def voer_uit(opties: argparse.Namespace) -> int:
    """Make it, and say what is in it and what to keep apart."""
    from django.conf import settings

    from werklandschap.koppelingen.bestanden.reservekopie import Reservekopiefout, maak

    try:
        gemaakt = maak(opties.bestand, met_sleutels=opties.met_sleutels)
    except (Reservekopiefout, OSError) as fout:
        return _fout(str(fout))
    print(f"Gemaakt: {opties.bestand} met {gemaakt.rijen} rijen en {gemaakt.bestanden} bestanden.")
    if gemaakt.met_sleutels:
        print("De sleutels zitten erin. Bewaar dit bestand als een geheim.")
    elif settings.VELD_SLEUTELS:
        print("Bewaar apart: WERKLANDSCHAP_VELD_SLEUTELS en WERKLANDSCHAP_ZOEK_SLEUTEL uit uw omgeving.")
    else:
        print(f"Bewaar apart, op een andere plek: {settings.SLEUTEL_BESTAND}")
    return 0


def _fout(tekst: str) -> int:
    import sys

    print(f"werklandschap backup: {tekst}", file=sys.stderr)
    return 2
