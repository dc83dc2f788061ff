"""A municipality's own words: an upper room may change tiles before they are shown.

`registreer(functie)` with `functie(tegels, gemeente_code) -> tegels`: all tiles of a page at once, so that the function
needs one query. It returns tiles unchanged where the municipality (None for a visitor of whom we don't know it) has no
text of its own. Functions apply in the order of registration.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from werklandschap.landschap.tegels import Tegel, alle_tegels
from werklandschap.landschap.tegels import tegel as een_tegel

Overschrijving = Callable[[Sequence[Tegel], str | None], Sequence[Tegel]]

_functies: list[Overschrijving] = []


def registreer(functie: Overschrijving) -> None:
    """Add a function, once."""
    if functie not in _functies:
        _functies.append(functie)


def pas_toe(tegels: Sequence[Tegel], gemeente_code: str | None) -> list[Tegel]:
    """The tiles as this municipality shows them. ValueError when a function changes more than texts and instruments."""
    nieuw = list(tegels)
    for functie in _functies:
        nieuw = list(functie(nieuw, gemeente_code))
    if [_vast(t) for t in nieuw] != [_vast(t) for t in tegels]:
        raise ValueError("An override moved a tile; only texts and instruments may change.")
    return nieuw


def _vast(tegel: Tegel) -> tuple[str, str, int, str]:
    """What a municipality cannot change: side, slug, place and drawing."""
    return tegel.kant, tegel.slug, tegel.volgorde, tegel.gebouw


def tegels_van(kant: str | None, gemeente_code: str | None) -> list[Tegel]:
    """`tegels.alle_tegels` with this municipality's words."""
    return pas_toe(alle_tegels(kant), gemeente_code)


def tegel_van(kant: str, slug: str, gemeente_code: str | None) -> Tegel:
    """`tegels.tegel` with this municipality's words; KeyError when there is none."""
    return pas_toe([een_tegel(kant, slug)], gemeente_code)[0]
