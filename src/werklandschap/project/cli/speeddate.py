"""`werklandschap speeddate`: the best schedule for a round of speed dates, from JSON to JSON."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

NAAM = "speeddate"
HULP = "maak het beste rooster voor speeddates, met bewijs (JSON in, JSON uit)"
DJANGO = False


def argumenten(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument("--in", dest="bron", required=True, metavar="J", help="bestand met de vraag, of -")
    parser.add_argument("--uit", required=True, metavar="J", help="bestand voor het rooster, of -")


def voer_uit(opties: argparse.Namespace) -> int:
    """Write the schedule and return 0; wrong input: one line on standard error, nothing written, 2.

    A file that cannot be read or written raises OSError or UnicodeDecodeError; `main` says so and ends with 2.
    """
    from werklandschap.matching.speeddates import SpeeddateFout, lees_vraag, maak_rooster

    try:
        rooster = maak_rooster(lees_vraag(_lees(opties.bron)))
        _schrijf(opties.uit, json.dumps(rooster.als_json(), indent=2) + "\n")
    except SpeeddateFout as fout:
        print(" ".join(str(fout).split()), file=sys.stderr)
        return 2
    return 0


def _lees(bron: str) -> str:
    """The text of a file or of standard input; a byte order mark is skipped."""
    inhoud = sys.stdin.buffer.read() if bron == "-" else Path(bron).read_bytes()
    return inhoud.decode("utf-8-sig")


def _schrijf(doel: str, tekst: str) -> None:
    """Write all or nothing: an earlier schedule stays when writing fails."""
    if doel == "-":
        sys.stdout.write(tekst)
        return
    pad = Path(doel).resolve()
    if pad.exists() and not pad.is_file():
        pad.write_text(tekst, encoding="utf-8")
        return
    tijdelijk = pad.with_name(f".{pad.name}.{os.getpid()}")
    try:
        tijdelijk.write_text(tekst, encoding="utf-8")
        tijdelijk.replace(pad)
    except OSError as fout:
        tijdelijk.unlink(missing_ok=True)
        fout.filename = doel
        raise
