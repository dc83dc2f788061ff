"""`werklandschap competenties`: import ESCO, and recognise competences or occupations in a text."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

NAAM = "competenties"
HULP = "ESCO inlezen, en competenties of beroepen herkennen in een tekst"
DJANGO = True


def argumenten(parser: argparse.ArgumentParser) -> None:
    """The sub-commands `importeer` and `herken`."""
    deel = parser.add_subparsers(dest="wat", required=True, metavar="WAT")
    importeer = deel.add_parser("importeer", help="de map met de ESCO-bestanden (classification, CSV, nl) inlezen")
    importeer.add_argument("map", type=Path, metavar="MAP")
    herken = deel.add_parser("herken", help="laat zien wat in een tekst herkend wordt, als JSON-regels")
    herken.add_argument(
        "--tekst", required=True, metavar="BESTAND|-", help="tekstbestand (UTF-8), of - voor standaardinvoer"
    )
    herken.add_argument(
        "--soort", metavar="SOORT", help="alleen deze soort; beroep geeft de tien best passende beroepen"
    )


def voer_uit(opties: argparse.Namespace) -> int:
    """Run the chosen sub-command: 0 done, 1 done in part, 2 wrong use or input."""
    return _importeer(opties.map) if opties.wat == "importeer" else _herken(opties.tekst, opties.soort)


def _importeer(map_: Path) -> int:
    from werklandschap.competenties.esco import ESCO_BRON, EscoFout, importeer_esco

    def voortgang(stap: int, van: int, tekst: str) -> None:
        print(f"[{stap}/{van}] {tekst} …", file=sys.stderr, flush=True)

    try:
        verslag = importeer_esco(map_, voortgang=voortgang)
    except (EscoFout, OSError) as fout:
        return _fout(str(fout))
    for regel in verslag.fouten:
        print(regel, file=sys.stderr)
    for naam, aantal in verslag.aantallen.items():
        print(f"{naam}: {aantal}")
    print(ESCO_BRON)
    return 1 if verslag.aantallen.get("fout") else 0


def _herken(bestand: str, soort: str | None) -> int:
    from werklandschap.competenties import taxonomie
    from werklandschap.competenties.herkenning import herken, herken_beroep

    try:
        ruw = sys.stdin.buffer.read() if bestand == "-" else Path(bestand).read_bytes()
    except FileNotFoundError:
        return _fout(f"Het bestand {bestand} bestaat niet.")
    except OSError as fout:
        return _fout(f"Het bestand {bestand} is niet te lezen: {fout.strerror}.")
    try:
        tekst = ruw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _fout(f"{'De invoer' if bestand == '-' else bestand} is geen UTF-8-tekst.")
    try:
        if soort == "beroep":
            vondsten = herken_beroep(tekst, taxonomie=taxonomie.woordenboek(), beroepen=taxonomie.beroepenboek())
        else:
            vondsten = herken(tekst, taxonomie=taxonomie.woordenboek(), soort=soort)
    except ValueError as fout:
        return _fout(str(fout))
    for v in vondsten:
        rij = {"soort": v.soort, "term": v.term, "fragment": v.fragment, "id": v.id, "zekerheid": v.zekerheid}
        print(json.dumps(rij, ensure_ascii=False))
    return 0


def _fout(tekst: str) -> int:
    print(f"werklandschap competenties: {tekst}", file=sys.stderr)
    return 2
