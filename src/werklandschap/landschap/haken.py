"""Hooks of the landscape: upper rooms show themselves on the map and on tile pages by registering here.

Register while Django starts (in a room's `haken.py`, imported by `AppConfig.ready`). Registering a worklist, figure or
doorway again under the same key replaces the first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from django.http import HttpRequest

F = TypeVar("F")


@dataclass(frozen=True)
class Badge:
    """Numbers on the map: how many people (or employers) of this user are here, and how many tasks are overdue."""

    mensen: int = 0
    te_laat: int = 0


@dataclass(frozen=True)
class Knop:
    """A link that looks like a button."""

    tekst: str
    url: str


@dataclass(frozen=True)
class Rij:
    """One row of a worklist; the first cell links to `url` when there is one."""

    cellen: Sequence[object]
    url: str = ""


@dataclass(frozen=True)
class Werklijst:
    """What a user has to do on a tile: a table, or `leeg_tekst` when there is nothing."""

    titel: str
    kolommen: Sequence[str]
    rijen: Sequence[Rij] = ()
    leeg_tekst: str = ""
    knop: Knop | None = None


@dataclass(frozen=True)
class Figuur:
    """A figure on a tile page: safe HTML (an SVG with its table) under a title."""

    titel: str
    html: str


@dataclass(frozen=True)
class Deur:
    """An invitation on a landscape or tile page, such as "Hulp vragen": `url_naam` is resolved when shown."""

    tekst: Any
    url_naam: str
    uitleg: Any = ""


@dataclass(frozen=True)
class Instrumentnaam:
    """How an instrument is shown on a tile page."""

    naam: str
    uitleg: str = ""
    url: str = ""


@dataclass
class PerTegel(Generic[F]):
    """Functions kept per side and tile."""

    _functies: dict[tuple[str, str], list[F]] = field(default_factory=dict)

    def registreer(self, kant: str, slug: str, functie: F) -> None:
        """Add a function for a tile, once."""
        functies = self._functies.setdefault((kant, slug), [])
        if functie not in functies:
            functies.append(functie)

    def voor(self, kant: str, slug: str) -> list[F]:
        """The functions of a tile, in order of registration."""
        return list(self._functies.get((kant, slug), ()))


@dataclass
class Badges:
    """Functions that count for the map; their numbers add up."""

    _functies: list[Callable[[Any, str], Mapping[str, Badge]]] = field(default_factory=list)

    def registreer(self, functie: Callable[[Any, str], Mapping[str, Badge]]) -> None:
        """Add `functie(gebruiker, kant) -> {slug: Badge}`, once."""
        if functie not in self._functies:
            self._functies.append(functie)

    def voor(self, gebruiker: Any, kant: str) -> dict[str, Badge]:
        """The badges of a user on a side; empty for who is not logged in."""
        totaal: dict[str, Badge] = {}
        if not gebruiker.is_authenticated:
            return totaal
        for functie in self._functies:
            for slug, badge in functie(gebruiker, kant).items():
                eerder = totaal.get(slug, Badge())
                totaal[slug] = Badge(eerder.mensen + badge.mensen, eerder.te_laat + badge.te_laat)
        return totaal


@dataclass
class Instrumentnamen:
    """The function that knows instruments by their code."""

    _functie: Callable[[Sequence[str], Any], Sequence[Instrumentnaam]] | None = None

    def registreer(self, functie: Callable[[Sequence[str], Any], Sequence[Instrumentnaam]]) -> None:
        """Set `functie(codes, gebruiker)`; it leaves out codes that a municipality does not use."""
        self._functie = functie

    def voor(self, codes: Sequence[str], gebruiker: Any) -> Sequence[Instrumentnaam]:
        """The instruments to show; none as long as nobody registered."""
        return self._functie(codes, gebruiker) if self._functie and codes else ()


werklijsten: PerTegel[Callable[[HttpRequest], Werklijst | None]] = PerTegel()
figuren: PerTegel[Callable[[HttpRequest], Figuur | None]] = PerTegel()
deuren: PerTegel[Deur] = PerTegel()
badges = Badges()
instrumentnamen = Instrumentnamen()
