"""Load where postcode areas lie: `manage laad_pc4 BESTAND` with columns pc4, lat and lon."""

from __future__ import annotations

import argparse
import csv
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from werklandschap.kern.dossiers.plaatsen import laad_postcodegebieden

# The box around the Netherlands, in degrees; a swapped latitude and longitude falls outside it.
LAT, LON = (50.5, 53.8), (3.0, 7.4)


class Command(BaseCommand):
    help = "Laadt de ligging van postcodegebieden uit een csv-bestand met de kolommen pc4, lat en lon."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("bestand", type=Path)

    def handle(self, *args: Any, bestand: Path, **opties: Any) -> None:
        try:
            tekst = bestand.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as fout:
            raise CommandError(f"{bestand} is niet te lezen: {fout}") from fout
        rijen = _lees(tekst)
        aantal = laad_postcodegebieden(rijen=rijen, door=None)
        self.stdout.write(f"{aantal} postcodegebieden geladen.")


def _lees(tekst: str) -> list[tuple[str, float, float]]:
    """Rows of the file. Raises CommandError naming the line that is wrong."""
    kop = tekst.partition("\n")[0]
    lezer = csv.DictReader(tekst.splitlines(), delimiter=";" if ";" in kop else ",")
    if not {"pc4", "lat", "lon"} <= set(lezer.fieldnames or ()):
        raise CommandError("De eerste regel moet de kolommen pc4, lat en lon noemen.")
    return [_lees_rij(nummer, rij) for nummer, rij in enumerate(lezer, start=2)]


def _lees_rij(nummer: int, rij: dict[str, str]) -> tuple[str, float, float]:
    try:
        pc4, lat, lon = rij["pc4"].strip(), float(rij["lat"]), float(rij["lon"])
    except (AttributeError, TypeError, ValueError) as fout:
        raise CommandError(f"Regel {nummer}: lat en lon moeten getallen zijn.") from fout
    if not (len(pc4) == 4 and pc4.isdigit() and LAT[0] <= lat <= LAT[1] and LON[0] <= lon <= LON[1]):
        raise CommandError(f"Regel {nummer}: dit is geen postcodegebied in Nederland.")
    return pc4, lat, lon
