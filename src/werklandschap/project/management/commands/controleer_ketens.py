"""Check that no event was changed or removed."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from werklandschap.kern.tijdlijn.ketens import controleer
from werklandschap.kern.tijdlijn.models import Keten


class Command(BaseCommand):
    """Walks all chains, or one; exit code 1 with a line per fault when one does not hold."""

    help = "Controleert of er in de tijdlijnen niets is veranderd of weggehaald."

    def add_arguments(self, parser: CommandParser) -> None:
        """One chain, or all."""
        parser.add_argument("--keten", help="alleen deze keten (uuid)")

    def handle(self, *args: Any, **opties: Any) -> None:
        """Check and report."""
        ketens = Keten.objects.order_by("pk")
        if opties["keten"]:
            ketens = ketens.filter(pk=opties["keten"])
        aantal, fouten = 0, []
        for keten in ketens.iterator():
            aantal += 1
            fouten += controleer(keten)
        for fout in fouten:
            self.stderr.write(f"keten {fout.keten}, gebeurtenis {fout.nummer}: {fout.uitleg}")
        if fouten:
            raise CommandError(f"{len(fouten)} fouten in {aantal} ketens.")
        self.stdout.write(f"{aantal} ketens gecontroleerd: alles klopt.")
