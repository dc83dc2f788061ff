"""What returns all over the landscape: trees, people and small things.

Each is drawn once at its own origin (its foot). In the map they are symbols that are used many times; in a loose
drawing they are written out, so that a page never holds the same id twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from werklandschap.landschap.tekening.primitives import SCHADUW, Doek, attributen, getal, projecteer, tint

SYMBOLEN = ("loof", "licht", "den", "herfst", "populier", "struik", "mens")
HOOGTEN = {"mens": 23, "den": 48, "populier": 58, "struik": 13}
HUID = ("#f1c7a0", "#8d5a3b", "#d6a06f", "#5f3d29")


def _schaduw(breed: float, hoog: float) -> str:
    verf = attributen(cx=breed * 0.35, rx=breed, ry=hoog, fill=SCHADUW, opacity="0.2")
    return f"<ellipse{verf}/>"


def _loofboom(kleur: str) -> str:
    bollen = ((0, -24, 14, 0.82), (-3, -27, 11.5, 1.0), (-6, -31, 6.5, 1.2))
    kruin = "".join(f'<circle cx="{x}" cy="{y}" r="{r}" fill="{tint(kleur, licht)}"/>' for x, y, r, licht in bollen)
    return _schaduw(14, 6) + '<path d="M-2.2-14h4.4l.8 14.6h-6z" fill="#79563a"/>' + kruin


def _den() -> str:
    lagen = (
        '<path d="M-14-7L0-27 14-7Q0 0-14-7" fill="#2b6a4d"/>'
        '<path d="M-11.5-18L0-37 11.5-18Q0-12-11.5-18" fill="#33795a"/>'
        '<path d="M-8-29L0-48 8-29Q0-24-8-29" fill="#418a68"/>'
    )
    return _schaduw(13, 5.5) + '<path d="M-2-8h4v9h-4z" fill="#6b4b34"/>' + lagen


def _populier() -> str:
    return (
        _schaduw(9, 4)
        + '<path d="M-1.8-12h3.6v12.5h-3.6z" fill="#79563a"/>'
        + '<ellipse cy="-33" rx="9" ry="25" fill="#4b8f55"/>'
        + '<ellipse cx="-2.5" cy="-36" rx="5.5" ry="20" fill="#67a965"/>'
    )


def _struik() -> str:
    return _schaduw(9, 4) + '<circle cy="-5" r="8" fill="#3f8f5b"/><circle cx="-2" cy="-7" r="5.5" fill="#63ad70"/>'


def _mens() -> str:
    """Clothes take `fill` and skin takes `color` from the place where the symbol is used."""
    return (
        f'<ellipse cx="2" rx="6" ry="2.8" fill="{SCHADUW}" opacity=".22"/>'
        + '<path d="M-4.5 0v-10.5a4.5 4.5 0 0 1 9 0V0z"/>'
        + '<circle cy="-18" r="4.2" fill="currentColor"/>'
    )


@cache
def symbool(naam: str) -> str:
    """The drawing of one symbol around its foot; KeyError for an unknown name."""
    return {
        "loof": _loofboom("#47945f"),
        "licht": _loofboom("#6db267"),
        "den": _den(),
        "herfst": _loofboom("#dd9f3f"),
        "populier": _populier(),
        "struik": _struik(),
        "mens": _mens(),
    }[naam]


def definities(voorvoegsel: str) -> str:
    """All symbols for the `<defs>` of a map; `voorvoegsel` keeps ids unique on the page."""
    return "".join(f'<g id="{voorvoegsel}{naam}">{symbool(naam)}</g>' for naam in SYMBOLEN)


@dataclass(frozen=True)
class Penseel:
    """Places symbols on a canvas: as references to `definities(voorvoegsel)`, or written out when it is None."""

    doek: Doek
    voorvoegsel: str | None = None

    def plaats(self, naam: str, px: float, py: float, schaal: float = 1.0, verf: str = "") -> None:
        """A symbol with its foot on a point of the picture, in SVG units."""
        self.doek.reik(py - HOOGTEN.get(naam, 42) * schaal)
        plek = f'transform="translate({getal(px)} {getal(py)})' + (f'scale({schaal:.2g})"' if schaal != 1 else '"')
        if self.voorvoegsel is None:
            self.doek.los(f"<g {plek}{verf}>{symbool(naam)}</g>")
        elif schaal == 1:
            self.doek.los(f'<use href="#{self.voorvoegsel}{naam}" x="{getal(px)}" y="{getal(py)}"{verf}/>')
        else:
            self.doek.los(f'<use href="#{self.voorvoegsel}{naam}" {plek}{verf}/>')

    def boom(self, x: float, y: float, soort: str = "loof", schaal: float = 0.8, z: float = 0) -> None:
        """A tree or bush on a plot."""
        self.plaats(soort, *projecteer(x, y, z), schaal)

    def mens(self, x: float, y: float, kleur: str, huid: int = 0, schaal: float = 1.0, z: float = 0) -> None:
        """A person on a plot; `huid` picks a skin colour."""
        verf = f' fill="{kleur}" color="{HUID[huid % len(HUID)]}"'
        self.plaats("mens", *projecteer(x, y, z), schaal, verf)
