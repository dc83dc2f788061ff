"""`werklandschap manage …`: Django's own commands."""

from __future__ import annotations

import argparse

NAAM = "manage"
HULP = "de opdrachten van Django, bijvoorbeeld: werklandschap manage migrate"
DJANGO = True
DATABASE = False
RUW = True


def argumenten(parser: argparse.ArgumentParser) -> None:
    """For the help only: everything after `manage` goes to Django."""
    parser.add_argument("rest", nargs="*", metavar="…", help="opdracht van Django en haar opties")


def voer_uit(opties: argparse.Namespace) -> int:
    """Hand the arguments to Django; its errors and exit codes come through."""
    from django.core.management import ManagementUtility

    hulp = ManagementUtility(["werklandschap manage", *opties.rest])
    hulp.prog_name = "werklandschap manage"
    hulp.execute()
    return 0
