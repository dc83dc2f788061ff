"""`werklandschap simuleer`: any number of invented people, to try things out at size."""

from __future__ import annotations

import argparse
import sys
import time

NAAM = "simuleer"
HULP = "maak verzonnen mensen en werkgevers in de gemeente Simulatie"
DJANGO = True
MEEST = 2_000_000


def argumenten(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument("--inwoners", type=_aantal, required=True, metavar="N", help="hoeveel mensen erbij komen")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="hetzelfde getal geeft dezelfde mensen (1)")


def _aantal(tekst: str) -> int:
    try:
        aantal = int(tekst)
    except ValueError:
        aantal = 0
    if not 1 <= aantal <= MEEST:
        raise argparse.ArgumentTypeError(f"'{tekst}' is geen aantal van 1 tot en met {MEEST}")
    return aantal


def voer_uit(opties: argparse.Namespace) -> int:
    """Make them and say how long it took."""
    from werklandschap.competenties.startset import laad_startset
    from werklandschap.project.demo.mensen import lees_vakken
    from werklandschap.project.demo.simulatie import simuleer
    from werklandschap.project.demo.voortgang import Voortgang

    if not lees_vakken():
        laad_startset()
    begin = time.monotonic()
    with Voortgang("mensen", sys.stderr, totaal=opties.inwoners) as voortgang:
        aantal = simuleer(inwoners=opties.inwoners, seed=opties.seed, voortgang=voortgang.erbij)
    print(f"{aantal} mensen gemaakt in {time.monotonic() - begin:.0f} s.")
    return 0
