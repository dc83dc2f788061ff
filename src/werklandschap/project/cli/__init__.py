"""The command line `werklandschap`: finds its commands in the modules beside this file.

A command module has
    NAAM: str                                           what the user types
    HULP: str                                           one Dutch line
    argumenten(parser: argparse.ArgumentParser) -> None
    voer_uit(opties: argparse.Namespace) -> int         the exit code: 0 done, 1 in part, 2 wrong use or input
    DJANGO: bool                                        whether Django is set up before `voer_uit`
and may have
    DATABASE: bool = DJANGO   False: leave a fresh data folder alone (herstel fills it itself)
    RUW: bool = False         True: hand over the arguments as `opties.rest`, unread
Modules import lightly at the top; heavy imports go inside `voer_uit`. That keeps `--help` quick.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from .fouten import LET_OP, bekende_fout, toon
from .ontleder import Ontleder, lees
from .opdrachten import alle_opdrachten


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code; `argv` is without the program's name."""
    argumenten = list(sys.argv[1:] if argv is None else argv)
    opdrachten = alle_opdrachten()
    opdracht, opties = lees(argumenten, opdrachten)
    if opdracht is None:
        return 0
    try:
        opdracht.bereid_voor()
        return opdracht.voer_uit(opties)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader of our output has gone (| head): nothing more to say, and nothing to flush at exit.
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115 - open for the rest of our life
        return 1
    except Exception as fout:
        regel = bekende_fout(fout)
        if regel is None:
            raise
        toon(f"werklandschap {opdracht.naam}: {regel}")
        return LET_OP


__all__ = ["Ontleder", "main"]
