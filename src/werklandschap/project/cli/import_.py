"""`werklandschap import werkzoekenden|werkgevers|werkprofielen BESTAND [--proef] [--gemeente NAAM] [--door E-MAIL]`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from werklandschap.kern.organisaties.models import Gemeente
    from werklandschap.kern.toegang.models import Gebruiker

NAAM = "import"
HULP = "leest werkzoekenden, werkgevers of werkprofielen uit csv, xlsx of VUM-json"
DJANGO = True


def argumenten(parser: argparse.ArgumentParser) -> None:
    """What, from which file, for whom, and whether it is a trial."""
    parser.add_argument(
        "soort", choices=("werkzoekenden", "werkgevers", "werkprofielen"), help="wat er in het bestand staat"
    )
    parser.add_argument("bestand", type=Path, metavar="BESTAND", help="csv, xlsx of VUM-json")
    parser.add_argument("--proef", action="store_true", help="schrijf niets; het verslag is dat van een echte invoer")
    parser.add_argument("--gemeente", default="", metavar="NAAM", help="voor welke gemeente, als er meer zijn")
    parser.add_argument("--door", default="", metavar="E-MAIL", help="namens welke collega")


def voer_uit(opties: argparse.Namespace) -> int:
    """0 = every row came in, 1 = some were refused, 2 = nothing could be read."""
    from werklandschap.koppelingen.bestanden.invoer import voer_in
    from werklandschap.koppelingen.bestanden.lezen import Onleesbaar, lees

    try:
        bron = lees(opties.bestand)
        gemeente = gemeente_met_naam(opties.gemeente)
        door = _collega(opties.door, gemeente)
    except (Onleesbaar, LookupError) as fout:
        print(f"werklandschap import: {fout.args[0]}", file=sys.stderr)
        return 2
    voortgang = _toon if sys.stderr.isatty() else None
    verslag = voer_in(
        soort=opties.soort, bron=bron, gemeente=gemeente, door=door, proef=opties.proef, voortgang=voortgang
    )
    for melding in verslag.meldingen:
        print(melding, file=sys.stderr)
    begin = "Proef, er is niets geschreven: " if opties.proef else ""
    telling = ", ".join(f"{aantal} {naam}" for naam, aantal in verslag.aantallen.items())
    print(f"{begin}{telling}, {verslag.geweigerd} geweigerd.")
    return 1 if verslag.geweigerd else 0


def gemeente_met_naam(naam: str) -> Gemeente:
    from werklandschap.kern.organisaties.models import Gemeente

    gevonden = list(Gemeente.objects.filter(naam__iexact=naam) if naam else Gemeente.objects.all()[:2])
    if len(gevonden) == 1:
        return gevonden[0]
    namen = ", ".join(Gemeente.objects.values_list("naam", flat=True))
    if naam:
        raise LookupError(f"Er is geen gemeente {naam}. Er zijn: {namen or 'nog geen'}.")
    if not gevonden:
        raise LookupError("Er is nog geen gemeente. Voer eerst 'werklandschap manage eerste_beheerder' uit.")
    raise LookupError(f"Zeg met --gemeente voor welke gemeente dit is: {namen}.")


def _collega(email: str, gemeente: Gemeente) -> Gebruiker | None:
    from werklandschap.kern.toegang.models import Gebruiker

    if not email:
        return None
    gevonden = Gebruiker.objects.filter(email=email.strip().lower(), gemeente=gemeente, is_active=True).first()
    if gevonden is None:
        raise LookupError(f"Er is geen collega {email} bij {gemeente}.")
    return gevonden


def _toon(gedaan: int, totaal: int) -> None:
    einde = "\n" if gedaan == totaal else ""
    print(f"\r{gedaan} van {totaal} rijen", end=einde, file=sys.stderr, flush=True)
