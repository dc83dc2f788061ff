"""`werklandschap bewaartermijnen [--proef]`."""

from __future__ import annotations

import argparse

NAAM = "bewaartermijnen"
HULP = "vernietigt gesloten dossiers waarvan de bewaartermijn voorbij is"
DJANGO = True


def argumenten(parser: argparse.ArgumentParser) -> None:
    """Whether to show only."""
    parser.add_argument("--proef", action="store_true", help="toon wat er weg zou gaan; schrijf niets")


def voer_uit(opties: argparse.Namespace) -> int:
    """One line per dossier, and how many."""
    from werklandschap.koppelingen.bestanden.actions import vernietig_dossier
    from werklandschap.koppelingen.bestanden.bewaren import te_vernietigen
    from werklandschap.koppelingen.bestanden.invoer import invoeraccount

    aantal = 0
    for bewaard in list(te_vernietigen()):
        aantal += 1
        print(f"dossier {bewaard.dossier.pk}: {bewaard.regel}; mocht weg vanaf {bewaard.tot:%d-%m-%Y}")
        if not opties.proef:
            vernietig_dossier(bewaard=bewaard, door=invoeraccount(bewaard.dossier.gemeente))
    print(f"{aantal} dossiers {'zouden weggaan' if opties.proef else 'vernietigd'}.")
    return 0
