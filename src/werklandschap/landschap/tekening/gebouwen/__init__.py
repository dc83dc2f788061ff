"""One function per building; each paints on a plot of 4 by 4 units, back to front."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from werklandschap.landschap.tekening.figuren import Penseel
from werklandschap.landschap.tekening.gebouwen import buiten, leren, samen, wonen, zaken


@dataclass(frozen=True)
class Gebouw:
    """What paints the building, and the colour of its plot."""

    teken: Callable[[Penseel], None]
    kavel: str


GEBOUWEN: dict[str, Gebouw] = {
    "huis": Gebouw(wonen.huis, "#cfe8ba"),
    "sterrenwacht": Gebouw(leren.sterrenwacht, "#dcd9ee"),
    "woningen": Gebouw(wonen.woningen, "#d3e9b8"),
    "heuvel": Gebouw(buiten.heuvel, "#bfe0a4"),
    "sportveld": Gebouw(buiten.sportveld, "#f3d6c4"),
    "school": Gebouw(leren.school, "#f6e6bd"),
    "markt": Gebouw(samen.markt, "#f5dcc6"),
    "werkplaats": Gebouw(samen.werkplaats, "#d5e4ea"),
    "kas": Gebouw(samen.kas, "#d6e8c0"),
    "vuurtoren": Gebouw(buiten.vuurtoren, "#f4e3b5"),
    "kantoor": Gebouw(zaken.kantoor, "#d3e6ec"),
    "kruispunt": Gebouw(buiten.kruispunt, "#c9e4ae"),
    "opleidingshal": Gebouw(leren.opleidingshal, "#f3e2c0"),
    "hellingbaan": Gebouw(zaken.hellingbaan, "#e4daee"),
    "tekenstudio": Gebouw(zaken.tekenstudio, "#f6dfd0"),
    "podium": Gebouw(buiten.podium, "#e2dcf0"),
}
