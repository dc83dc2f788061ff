"""Where things stand in the picture, in SVG units from its upper left corner.

Both landscapes share the island and the places, so that Bemiddeling, Plaatsing and Nazorg (the last three tiles of
both sides) stand on the same spot: one sees that it is one process. Places follow reading order, left to right and
top to bottom; that order says nothing about the order of the work.
"""

from __future__ import annotations

from dataclasses import dataclass

from werklandschap.landschap.tekening.primitives import EENHEID, Punt, projecteer

BREED, HOOG = 1440, 900


@dataclass(frozen=True)
class Plek:
    """A place for a plot: the middle of its foot and how many units its terrace rises above the island."""

    x: float
    y: float
    rijzing: float

    @property
    def hoek(self) -> Punt:
        """The origin of the drawing: the back corner of the plot, on top of the terrace."""
        return self.x, self.y - projecteer(2, 2, 0)[1] - self.rijzing * EENHEID

    @property
    def diepte(self) -> float:
        """What stands lower in the picture is nearer."""
        return self.y


ACHTER = (Plek(402, 312, 1.05), Plek(728, 290, 1.25), Plek(1052, 318, 0.95))
MIDDEN = (Plek(236, 478, 0.7), Plek(562, 462, 0.75), Plek(886, 474, 0.7), Plek(1208, 486, 0.6))
VOOR = (Plek(404, 646, 0.4), Plek(730, 662, 0.35), Plek(1050, 642, 0.4))
# The place that the landscape of the person leaves open holds a pond.
VIJVER = MIDDEN[3]

PLEKKEN: dict[str, tuple[Plek, ...]] = {
    "werkzoekenden": (*ACHTER, *MIDDEN[:3], *VOOR),
    "werkgevers": (*ACHTER, *MIDDEN, *VOOR),
}


def _punten(tekst: str) -> tuple[Punt, ...]:
    """Points written as "x,y x,y"."""
    return tuple((float(x), float(y)) for x, y in (paar.split(",") for paar in tekst.split()))


EILAND = _punten(
    "60,470 112,366 232,276 420,214 640,178 820,176 1010,206 1180,266 1316,350 1386,446 1378,556 "
    "1290,648 1180,722 1010,778 800,806 620,800 430,774 250,716 120,630 62,552"
)

# Paths lead past every plot, without arrows: nobody has to follow them.
PADEN = tuple(
    _punten(lijn)
    for lijn in (
        "300,388 400,404 480,384 562,366 640,374 728,388 800,380 846,366 900,362 972,390 1060,408 1140,398 1208,384",
        "300,388 196,392 118,452 100,520 150,566 240,574 322,562 400,548 478,556 562,566 668,564 728,556 "
        "806,562 888,574 970,560 1050,548 1130,566 1208,584 1296,552 1334,482 1300,414 1208,384",
        "400,404 404,470 400,548",
        "1060,408 1048,480 1050,548",
        "240,574 244,640 300,706 404,744 486,742 552,742 640,762 730,768 830,754 890,726 892,640 888,574",
        "890,726 960,746 1050,738 1150,700 1210,640 1208,584",
    )
)

RIVIER = _punten(
    "908,120 895,210 890,300 866,352 812,390 752,426 724,470 716,518 668,562 600,604 566,660 554,724 520,790 480,880"
)


def straal_kavel() -> Punt:
    """Half the width and half the height of a plot in the picture."""
    return projecteer(4, 0)[0], 2 * EENHEID
