"""`werklandschap klaarzetten`: tables and catalogues, after an installation or an upgrade."""

from __future__ import annotations

import argparse

NAAM = "klaarzetten"
HULP = "maak of wijzig de tabellen voor deze versie en laad de catalogi; herhalen mag"
DJANGO = True
DATABASE = False


def argumenten(parser: argparse.ArgumentParser) -> None:
    """`--demo` adds the invented region; in one process, because loading everything twice takes seconds."""
    parser.add_argument("--demo", action="store_true", help="vul ook de verzonnen demoregio (alleen in de demo)")


def voer_uit(opties: argparse.Namespace) -> int:
    """Migrate, load the catalogues and, when asked, make the demo region."""
    from django.conf import settings
    from django.core.management import CommandError, call_command

    from werklandschap.project.klaarzetten import motor_warmt_op, zet_klaar

    if opties.demo and not settings.DEMO:
        raise CommandError("--demo kan alleen in de demostand (WERKLANDSCHAP_DEMO=1).")
    with motor_warmt_op() as opwarmen:
        zet_klaar()
        if opties.demo:
            opwarmen.wait()  # the region asks the engine
            call_command("demo_regio")
    return 0
