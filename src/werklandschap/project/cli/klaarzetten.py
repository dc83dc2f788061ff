"""`werklandschap klaarzetten`: tables and catalogues, after an installation or an upgrade."""

from __future__ import annotations

import argparse

NAAM = "klaarzetten"
HULP = "maak of wijzig de tabellen voor deze versie en laad de catalogi; herhalen mag"
DJANGO = True
DATABASE = False


def argumenten(parser: argparse.ArgumentParser) -> None:
    """No options."""


def voer_uit(opties: argparse.Namespace) -> int:
    """Migrate and load the catalogues."""
    from werklandschap.project.klaarzetten import zet_klaar

    zet_klaar()
    return 0
