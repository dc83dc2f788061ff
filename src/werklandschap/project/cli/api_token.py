"""`werklandschap api-token E-MAIL [--naam NAAM] [--dagen N]`."""

from __future__ import annotations

import argparse
import sys

NAAM = "api-token"
HULP = "maakt een token voor de API en toont het één keer"
DJANGO = True


def argumenten(parser: argparse.ArgumentParser) -> None:
    """Whose token, its name and how long it holds."""
    parser.add_argument("email", metavar="E-MAIL", help="het account waarvoor het token is")
    parser.add_argument("--naam", default="", help="waarvoor het token is")
    parser.add_argument("--dagen", type=int, default=365, help="hoe lang het geldt (standaard 365)")


def voer_uit(opties: argparse.Namespace) -> int:
    """Print the token alone on standard output."""
    from werklandschap.kern.toegang.models import Gebruiker
    from werklandschap.koppelingen.api.actions import maak_apitoken

    gebruiker = Gebruiker.objects.filter(email=opties.email.strip().lower(), is_active=True).first()
    if gebruiker is None:
        print(f"werklandschap api-token: er is geen actief account {opties.email}.", file=sys.stderr)
        return 2
    if not 1 <= opties.dagen <= 3650:
        print("werklandschap api-token: --dagen is een getal van 1 tot en met 3650.", file=sys.stderr)
        return 2
    print(maak_apitoken(gebruiker=gebruiker, naam=opties.naam, dagen=opties.dagen, door=gebruiker))
    return 0
