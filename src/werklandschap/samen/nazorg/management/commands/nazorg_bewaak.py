"""The daily watch over aftercare; run it from cron or the queue."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from werklandschap.samen.nazorg.bewaking import bewaak


class Command(BaseCommand):
    """Late problems to the manager, tasks for what ends soon, and tasks for coming contacts."""

    help = "Waarschuwt voor late antwoorden en voor contracten, subsidies en nazorg die aflopen."

    def handle(self, *args: Any, **opties: Any) -> None:
        """One round, with one line of report."""
        verslag = bewaak()
        self.stdout.write(
            f"{verslag.geescaleerd} te laat gemeld, {verslag.waarschuwingen} waarschuwingen, "
            f"{verslag.contacttaken} contacttaken"
        )
