"""The daily watch over aftercare; part of `werklandschap dagelijks`, and here by itself."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from werklandschap.samen.nazorg.haken import dagtaak


class Command(BaseCommand):
    """Late problems to the manager, tasks for what ends soon, and tasks for coming contacts."""

    help = "Waarschuwt voor late antwoorden en voor contracten, subsidies en nazorg die aflopen."

    def handle(self, *args: Any, **opties: Any) -> None:
        """One round, with one line of report."""
        self.stdout.write(dagtaak())
