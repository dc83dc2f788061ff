"""Load the catalogues that live in the database: competences, occupations and working conditions."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from werklandschap.competenties.startset import laad_startset


class Command(BaseCommand):
    """May be repeated: rows are updated, never doubled."""

    help = "Laadt de competenties, beroepen en omstandigheden die bij Werklandschap horen."

    def handle(self, *args: Any, **opties: Any) -> None:
        """Load, and say what was loaded."""
        aantallen = laad_startset()
        if opties["verbosity"]:
            self.stdout.write(", ".join(f"{aantal} {naam}" for naam, aantal in aantallen.items()))
