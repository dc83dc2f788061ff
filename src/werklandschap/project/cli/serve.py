"""`werklandschap serve`: the web server (gunicorn)."""

from __future__ import annotations

import argparse
import os

NAAM = "serve"
HULP = "start de webserver; stop met Ctrl-C"
DJANGO = True


def argumenten(parser: argparse.ArgumentParser) -> None:
    """Where to listen and with how many processes."""
    parser.add_argument("--adres", default="127.0.0.1", help="adres om op te luisteren (127.0.0.1)")
    parser.add_argument("--port", type=_poort, default=8000, metavar="N", help="poort (8000)")
    parser.add_argument(
        "--werkers",
        type=_aantal,
        default=_standaard_werkers(),
        metavar="N",
        help="aantal processen (naar het aantal kernen, hoogstens 4)",
    )
    parser.add_argument("--draden", type=_aantal, default=4, metavar="N", help="draden per proces (4)")


def voer_uit(opties: argparse.Namespace) -> int:
    """Serve until told to stop. Port taken: exit code 2."""
    from werklandschap.project.server import poort_is_vrij, start
    from werklandschap.project.veilig import weiger_onveilige_start

    if not poort_is_vrij(opties.adres, opties.port):
        from .fouten import LET_OP, toon

        toon(
            f"werklandschap serve: poort {opties.port} op {opties.adres} is al in gebruik. "
            f"Kies een andere, bijvoorbeeld: werklandschap serve --port {opties.port + 1}"
        )
        return LET_OP
    weiger_onveilige_start()
    start(adres=opties.adres, poort=opties.port, werkers=opties.werkers, draden=opties.draden)
    return 0


def _standaard_werkers() -> int:
    return max(1, min(4, os.cpu_count() or 1))


def _poort(tekst: str) -> int:
    waarde = int(tekst) if tekst.isdigit() else 0
    if not 1 <= waarde <= 65535:
        raise argparse.ArgumentTypeError(f"{tekst} is geen poort; kies 1 tot en met 65535")
    return waarde


def _aantal(tekst: str) -> int:
    waarde = int(tekst) if tekst.isdigit() else 0
    if waarde < 1:
        raise argparse.ArgumentTypeError(f"{tekst} klopt niet; kies een getal van 1 of meer")
    return waarde
