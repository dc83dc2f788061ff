"""The AppConfig every room shares."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

from django.apps import AppConfig


class Kamer(AppConfig):
    """A room of the house: when Django starts, it loads what the room registers (event kinds, hooks, checks)."""

    AANMELDINGEN: tuple[str, ...] = ("gebeurtenissen", "haken", "checks")

    def ready(self) -> None:
        for module in self.AANMELDINGEN:
            naam = f"{self.name}.{module}"
            if find_spec(naam) is not None:
                import_module(naam)
