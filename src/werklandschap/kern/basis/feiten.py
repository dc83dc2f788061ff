"""What a page about one object asks of the rooms above, in as few questions as can be."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from django.db.models import Model, QuerySet

from werklandschap.kern.basis.haken import Register
from werklandschap.kern.basis.samenlezen import Meelezen, lees_samen

M = TypeVar("M", bound=Model)


class Feiten(Register[Callable[[], Any]], Generic[M]):
    """Small facts (yes or no, a name, a number) that travel along with the object itself.

    Registered is a function that gives an expression over the object, with OuterRef("pk") for its key.
    """

    def __init__(self, model: type[M]) -> None:
        super().__init__()
        self._model = model

    def bij(self, rijen: QuerySet[M]) -> QuerySet[M]:
        """Annotated with every registered fact."""
        met: QuerySet[M] = rijen.annotate(**{_naam(code): maak() for code, maak in self.paren()})
        return met

    def van(self, rij: M, code: str) -> Any:
        """A fact: from `bij` when the object came that way, else asked now."""
        naam = _naam(code)
        if naam in rij.__dict__:
            return rij.__dict__[naam]
        maak = dict(self.paren())[code]
        return self._model._default_manager.filter(pk=rij.pk).values_list(maak(), flat=True).get()


class Lezingen(Register[Callable[[M], list[Meelezen]]], Generic[M]):
    """Rows of a room that are read together with those of the other rooms."""

    def lees(self, rij: M) -> None:
        """Read in one query what the rooms registered, and hang it on this object; for pages that only show."""
        lees_samen([deel for lezing in self.alle() for deel in lezing(rij)])


def _naam(code: str) -> str:
    return f"feit_{code}"
