"""`werklandschap export werkzoekenden|werkgevers|werkprofielen|voordrachten|plaatsingen [--uit BESTAND]`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

NAAM = "export"
HULP = "schrijft een lijst als csv, xlsx of json; nooit een BSN"
DJANGO = True
SOORTEN = ("werkzoekenden", "werkgevers", "werkprofielen", "voordrachten", "plaatsingen")


def argumenten(parser: argparse.ArgumentParser) -> None:
    """What, for which municipality and whereto."""
    parser.add_argument("soort", choices=SOORTEN, help="welke lijst")
    parser.add_argument(
        "--uit", type=Path, metavar="BESTAND", help="naam op .csv, .xlsx of .json; zonder dit: csv op het scherm"
    )
    parser.add_argument("--gemeente", default="", metavar="NAAM", help="voor welke gemeente, als er meer zijn")


def voer_uit(opties: argparse.Namespace) -> int:
    """Write the list, whole or not at all."""
    from werklandschap.koppelingen.bestanden import uitvoer
    from werklandschap.project.cli.import_ import gemeente_met_naam

    vorm = opties.uit.suffix.lower().removeprefix(".") if opties.uit else "csv"
    if vorm not in uitvoer.VORMEN:
        print("werklandschap export: geef een naam die eindigt op .csv, .xlsx of .json.", file=sys.stderr)
        return 2
    try:
        rijen = uitvoer.rijen(opties.soort, gemeente_met_naam(opties.gemeente))
        inhoud = uitvoer.schrijf(rijen, vorm)
        if opties.uit is None:
            sys.stdout.buffer.write(inhoud)
            return 0
        tijdelijk = opties.uit.with_name(f".{opties.uit.name}.deel")
        tijdelijk.write_bytes(inhoud)
        tijdelijk.replace(opties.uit)
    except LookupError as fout:
        print(f"werklandschap export: {fout.args[0]}", file=sys.stderr)
        return 2
    except OSError as fout:
        print(f"werklandschap export: {opties.uit} is niet te schrijven: {fout.strerror}.", file=sys.stderr)
        return 2
    print(f"{len(rijen)} rijen in {opties.uit}.", file=sys.stderr)
    return 0
