"""What residents and employers do with a placement: agree to it, and report a problem."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from werklandschap.samen.plaatsing.models import Plaatsing


def _actie(kamer: str, naam: str) -> Callable[..., Any] | None:
    pad = f"werklandschap.samen.{kamer}.actions"
    return getattr(import_module(pad), naam, None) if find_spec(pad) else None


def meld_probleem() -> Callable[..., Any] | None:
    """The action of nazorg that takes in a problem."""
    return _actie("nazorg", "meld_probleem")


def geef_akkoord(kant: str) -> Callable[..., Any] | None:
    """The action of plaatsing with which `klant` or `werkgever` agrees."""
    return _actie("plaatsing", f"akkoord_{kant}")


def vraagt_akkoord(plaatsing: Plaatsing, kant: str) -> bool:
    """Is this side still asked to agree?"""
    op = plaatsing.akkoord_klant_op if kant == "klant" else plaatsing.akkoord_werkgever_op
    return plaatsing.status == Plaatsing.Status.VOORBEREIDING and op is None
