"""Make the demo region: `manage demo_regio`. Does nothing when it is there."""

from __future__ import annotations

import sys
import time
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from werklandschap.project.demo.regio import bestaat, maak_demo_regio
from werklandschap.project.demo.voortgang import Voortgang


class Command(BaseCommand):
    """Two invented municipalities; only in demo mode, because everybody knows the password."""

    help = "Maakt de demoregio: twee verzonnen gemeenten met mensen en werkgevers. Alleen in de demostand."

    def handle(self, *args: Any, **opties: Any) -> None:
        """Refuse outside demo mode; make the region once."""
        if not settings.DEMO:
            raise CommandError("De demoregio kan alleen in de demostand (WERKLANDSCHAP_DEMO=1).")
        if bestaat():
            self.stdout.write("De demoregio is er al.")
            return
        begin = time.monotonic()
        with Voortgang("rijen", sys.stderr) as voortgang:
            aantal = maak_demo_regio(voortgang=voortgang.erbij)
        self.stdout.write(f"Demoregio gemaakt: {aantal} rijen in {time.monotonic() - begin:.0f} s.")
