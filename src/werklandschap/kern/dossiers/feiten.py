"""What the page of a person asks of the rooms above, in as few questions as can be.

`dossierfeiten`: small facts (yes or no, a name) that travel along with the dossier itself.
`dossierlezingen`: functie(dossier) -> rows of a room that are read together with those of the other rooms.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet

from werklandschap.kern.basis.haken import Register
from werklandschap.kern.basis.samenlezen import Meelezen, lees_samen
from werklandschap.kern.dossiers.models import Dossier

# functie() -> expression over a dossier, with OuterRef("pk") for its number
dossierfeiten: Register[Callable[[], Any]] = Register()
dossierlezingen: Register[Callable[[Dossier], list[Meelezen]]] = Register()


def met_feiten(dossiers: QuerySet[Dossier]) -> QuerySet[Dossier]:
    """Annotated with every registered fact."""
    return dossiers.annotate(**{_naam(code): maak() for code, maak in dossierfeiten.paren()})


def feit(dossier: Dossier, code: str) -> Any:
    """A fact: from `met_feiten` when the dossier came that way, else asked now."""
    naam = _naam(code)
    if naam in dossier.__dict__:
        return dossier.__dict__[naam]
    maak = dict(dossierfeiten.paren())[code]
    return Dossier.objects.filter(pk=dossier.pk).values_list(maak(), flat=True).get()


def lees_rijen(dossier: Dossier) -> None:
    """Read in one query what the rooms registered, and hang it on this object; for pages that only show."""
    lees_samen([deel for lezing in dossierlezingen.alle() for deel in lezing(dossier)])


def _naam(code: str) -> str:
    return f"feit_{code}"
