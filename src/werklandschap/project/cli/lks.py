"""`werklandschap lks`: the loonkostensubsidie of one month, explained, as JSON."""

from __future__ import annotations

import argparse
import json
import re
import sys
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from werklandschap.regelingen.loonkostensubsidie import Berekening

NAAM = "lks"
HULP = "bereken de loonkostensubsidie per maand, met uitleg per regel (JSON)"
DJANGO = False

_DATUM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LEEFTIJD = re.compile(r"[0-9]{1,3}")


def argumenten(parser: argparse.ArgumentParser) -> None:
    """Add the options; values are read in `voer_uit`, so that every error is one plain line."""
    parser.add_argument("--datum", required=True, metavar="JJJJ-MM-DD", help="de dag waarvoor u rekent")
    parser.add_argument("--leeftijd", required=True, metavar="JAREN", help="leeftijd op die dag")
    parser.add_argument("--uren", required=True, help="uren per week, boven 0 en hoogstens 60; 32 of 32,5")
    parser.add_argument("--loonwaarde", metavar="PROCENT", help="0 tot en met 100; niet nodig met --forfaitair")
    parser.add_argument("--forfaitair", action="store_true", help="vast deel, zolang de loonwaarde niet is gemeten")
    parser.add_argument("--bbl", action="store_true", help="minimumloon van de BBL-staffel (18, 19 en 20 jaar)")


def voer_uit(opties: argparse.Namespace) -> int:
    """Print the calculation and return 0; wrong input: one line on standard error and 2."""
    from werklandschap.regelingen.fouten import RegelingFout

    try:
        uitkomst = _als_json(_bereken(opties))
    except RegelingFout as fout:
        print(" ".join(str(fout).split()), file=sys.stderr)
        return 2
    print(json.dumps(uitkomst, ensure_ascii=False, indent=2))
    return 0


def _bereken(opties: argparse.Namespace) -> Berekening:
    from werklandschap.regelingen.getallen import lees_getal
    from werklandschap.regelingen.loonkostensubsidie import bereken

    loonwaarde = None if opties.loonwaarde is None else lees_getal(opties.loonwaarde, "Loonwaarde")
    return bereken(
        datum=_lees_datum(opties.datum),
        leeftijd=_lees_leeftijd(opties.leeftijd),
        uren=lees_getal(opties.uren, "Uren per week"),
        loonwaarde=loonwaarde,
        forfaitair=opties.forfaitair,
        bbl=opties.bbl,
    )


def _lees_datum(tekst: str) -> date:
    from werklandschap.regelingen.fouten import RegelingFout

    try:
        if _DATUM.fullmatch(tekst):
            return date.fromisoformat(tekst)
    except ValueError:
        pass
    raise RegelingFout(f"Datum: '{tekst}' is geen datum zoals 2026-02-01.")


def _lees_leeftijd(tekst: str) -> int:
    from werklandschap.regelingen.fouten import RegelingFout

    if not _LEEFTIJD.fullmatch(tekst):
        raise RegelingFout(f"Leeftijd: '{tekst}' is geen aantal hele jaren zoals 30.")
    return int(tekst)


def _als_json(berekening: Berekening) -> dict[str, Any]:
    uitkomst: dict[str, Any] = {
        "wmlPerUur": f"{berekening.wml_per_uur:.2f}",
        "subsidiePerMaand": f"{berekening.subsidie_per_maand:.2f}",
        "werkgeverslastenPerMaand": f"{berekening.werkgeverslasten_per_maand:.2f}",
        "totaalPerMaand": f"{berekening.totaal_per_maand:.2f}",
        "regels": [
            {"tekst": regel.tekst, "bedrag": f"{regel.bedrag:.2f}", "bron": regel.bron} for regel in berekening.regels
        ],
    }
    if berekening.waarschuwingen:
        uitkomst["waarschuwingen"] = list(berekening.waarschuwingen)
    return uitkomst
