"""What every write has in common: atomic, keyword-only, with an actor and a rule."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from contextvars import ContextVar
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import transaction
from django.utils.translation import gettext as _

from werklandschap.kern.basis.fouten import GeenRecht

P = ParamSpec("P")
R = TypeVar("R")

in_actie: ContextVar[int] = ContextVar("in_actie", default=0)


def actie(functie: Callable[P, R]) -> Callable[P, R]:
    """Make a function an action: one transaction, keyword arguments only, and `door` (the actor) among them.

    Raises TypeError when the module is imported if the signature breaks these rules.
    """
    parameters = inspect.signature(functie).parameters
    benoemd = {inspect.Parameter.KEYWORD_ONLY, inspect.Parameter.VAR_KEYWORD}
    if any(p.kind not in benoemd for p in parameters.values()):
        raise TypeError(f"{functie.__qualname__}: an action takes keyword arguments only")
    if "door" not in parameters:
        raise TypeError(f"{functie.__qualname__}: an action names its actor `door`")

    @wraps(functie)
    def uitvoering(*args: P.args, **kwargs: P.kwargs) -> R:
        teken = in_actie.set(in_actie.get() + 1)
        try:
            with transaction.atomic():
                return functie(*args, **kwargs)
        finally:
            in_actie.reset(teken)

    uitvoering.is_actie = True  # type: ignore[attr-defined]
    return uitvoering


def vereis(mag: bool, waarom: str = "") -> None:
    """Stop with GeenRecht unless the rule holds."""
    if not mag:
        raise GeenRecht(waarom or _("U mag dit niet doen. Vraag uw beheerder om het recht dat hiervoor nodig is."))


def na_vastleggen(functie: Callable[[], object]) -> None:
    """Run after the transaction is committed; not at all when it is rolled back."""
    transaction.on_commit(lambda: functie() and None)
