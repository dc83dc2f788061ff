"""`werklandschap herstel BESTAND [--vervang]`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

NAAM = "herstel"
HULP = "zet een reservekopie terug; controleert eerst alles en vraagt niets"
DJANGO = True
DATABASE = False


def argumenten(parser: argparse.ArgumentParser) -> None:
    """The backup, and whether it may replace what is there."""
    parser.add_argument("bestand", type=Path, metavar="BESTAND", help="de reservekopie")
    parser.add_argument("--vervang", action="store_true", help="vervang de gegevens die er nu staan")


def voer_uit(opties: argparse.Namespace) -> int:
    """Make the tables when the folder is empty, check, and put everything back."""
    from django.core.management import call_command

    from werklandschap.koppelingen.bestanden.herstel import herstel
    from werklandschap.koppelingen.bestanden.reservekopie import Reservekopiefout
    from werklandschap.project.klaarzetten import maak_datamap
    from werklandschap.project.tabellen import werk_tabellen_bij

    if not opties.bestand.is_file():
        print(f"werklandschap herstel: {opties.bestand} is er niet.", file=sys.stderr)
        return 2
    maak_datamap()
    werk_tabellen_bij()
    call_command("createcachetable", verbosity=0)
    try:
        aantal = herstel(opties.bestand, vervang=opties.vervang)
    except Reservekopiefout as fout:
        print(f"werklandschap herstel: {fout}", file=sys.stderr)
        return 2
    print(f"Teruggezet: {aantal} rijen. Voer nu 'werklandschap bewaartermijnen' uit.")
    return 0
