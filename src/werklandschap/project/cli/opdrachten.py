"""Finds the command modules and gets the product ready for the one that runs."""

from __future__ import annotations

import argparse
import gc
import importlib
import os
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from types import ModuleType


@dataclass(frozen=True, slots=True)
class Opdracht:
    """One command, as its module describes it."""

    naam: str
    hulp: str
    argumenten: Callable[[argparse.ArgumentParser], None]
    voer_uit: Callable[[argparse.Namespace], int]
    django: bool
    database: bool
    ruw: bool

    @classmethod
    def uit(cls, module: ModuleType) -> Opdracht:
        """Read a command module; AttributeError names what it lacks."""
        django = bool(module.DJANGO)
        return cls(
            naam=module.NAAM,
            hulp=module.HULP,
            argumenten=module.argumenten,
            voer_uit=module.voer_uit,
            django=django,
            database=bool(getattr(module, "DATABASE", django)),
            ruw=bool(getattr(module, "RUW", False)),
        )

    def bereid_voor(self) -> None:
        """Set up Django, and a fresh embedded database, when the command needs them."""
        if not self.django:
            return
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "werklandschap.project.settings")
        import django

        # Nothing that loading makes becomes garbage: looking for it costs a tenth of the start.
        gc.disable()
        django.setup()
        gc.enable()
        from werklandschap.project.klaarzetten import maak_datamap, zet_verse_database_klaar

        maak_datamap()
        if self.database:
            zet_verse_database_klaar()


def alle_opdrachten() -> dict[str, Opdracht]:
    """Every command by name, in alphabetical order; modules without NAAM are helpers."""
    opdrachten: dict[str, Opdracht] = {}
    for info in pkgutil.iter_modules([os.path.dirname(__file__)]):
        if info.name.startswith("_"):
            continue
        module = importlib.import_module(f"{__package__}.{info.name}")
        if hasattr(module, "NAAM"):
            opdracht = Opdracht.uit(module)
            opdrachten[opdracht.naam] = opdracht
    return dict(sorted(opdrachten.items()))
