"""Labels on the map: how wide a text is, where lines break, and places that never overlap.

Widths come from a table for Noto Sans Bold (thousandths of the font size), so the server knows the boxes. Every line
is also given its `textLength`, which keeps it inside its box in whatever font the reader has.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from werklandschap.landschap.tekening.plekken import BREED, HOOG

_BREEDTEN: dict[int, str] = {
    217: "’", 260: " ", 266: "'", 285: ".,·:", 305: "ijlï", 322: "-", 331: "J", 339: "()", 387: "f", 389: "I",
    413: "/", 434: "t", 454: "r", 488: "z", 497: "s", 514: "c", 551: "FST", 560: "E", 569: "vyL",
    572: "0123456789", 579: "xTZ", 591: "eéèë", 604: "a", 619: "koö", 624: "Y", 633: "bdgpqPC", 657: "hnuüRV",
    667: "X", 672: "KB", 690: "A", 724: "G", 740: "D", 756: "U&", 765: "H", 796: "OQ", 813: "N", 856: "w…",
    943: "M", 967: "W", 982: "m",
}  # fmt: skip
_PER_TEKEN = {teken: breedte for breedte, tekens in _BREEDTEN.items() for teken in tekens}
_ONBEKEND = 700

MATEN = (1.0, 0.88, 0.76, 0.66, 0.56)
MARGE_X, MARGE_Y, PUNT, RUIMTE = 15.0, 9.0, 13.0, 6.0


@dataclass(frozen=True)
class Letter:
    """Sizes of the two kinds of lines, in SVG units, and how wide a line may become before it breaks."""

    naam: float
    bij: float
    maximum: float


GEWOON = Letter(naam=21, bij=17, maximum=225)
KLEIN = Letter(naam=31, bij=26, maximum=285)


@dataclass(frozen=True)
class Vak:
    """A box in the picture: left, top, width, height."""

    x: float
    y: float
    breed: float
    hoog: float

    def raakt(self, ander: Vak, ruimte: float = RUIMTE) -> bool:
        """Whether two boxes overlap or come closer than `ruimte`."""
        return (
            self.x < ander.x + ander.breed + ruimte
            and ander.x < self.x + self.breed + ruimte
            and self.y < ander.y + ander.hoog + ruimte
            and ander.y < self.y + self.hoog + ruimte
        )

    @property
    def in_beeld(self) -> bool:
        """Whether the box lies within the picture."""
        return self.x >= 4 and self.y >= 4 and self.x + self.breed <= BREED - 4 and self.y + self.hoog <= HOOG - 4


@dataclass(frozen=True)
class Tekst:
    """What a label says: the name and, below it, short remarks with their css class."""

    naam: str
    bij: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Regel:
    """One line of a label: text, size and css class."""

    tekst: str
    grootte: float
    klasse: str

    @property
    def breedte(self) -> float:
        """Width in SVG units."""
        return tekstbreedte(self.tekst, self.grootte)


@dataclass(frozen=True)
class Opschrift:
    """A label with its lines, its box and the point of the building it belongs to."""

    regels: tuple[Regel, ...]
    vak: Vak
    anker: tuple[float, float]


def tekstbreedte(tekst: str, grootte: float) -> float:
    """Width of a bold text in SVG units; a character we don't know counts as wide."""
    return sum(_PER_TEKEN.get(teken, _ONBEKEND) for teken in tekst) * grootte / 1000


def breek(tekst: str, grootte: float, maximum: float) -> list[str]:
    """Lines of whole words no wider than `maximum`; one word that is wider keeps its own line."""
    regels: list[str] = []
    for woord in tekst.split():
        verlengd = f"{regels[-1]} {woord}" if regels else woord
        if regels and tekstbreedte(verlengd, grootte) <= maximum:
            regels[-1] = verlengd
        else:
            regels.append(woord)
    return regels


def regels_van(tekst: Tekst, letter: Letter) -> tuple[Regel, ...]:
    """The lines of one label."""
    naam = [Regel(r, letter.naam, "naam") for r in breek(tekst.naam, letter.naam, letter.maximum)]
    bij = [Regel(r, letter.bij, klasse) for zin, klasse in tekst.bij for r in breek(zin, letter.bij, letter.maximum)]
    return (*naam, *bij)


def _maat(regels: Sequence[Regel]) -> tuple[float, float]:
    breed = max(r.breedte for r in regels) + 2 * MARGE_X
    return round(breed, 1), round(sum(r.grootte * 1.22 for r in regels) + 2 * MARGE_Y, 1)


def plaats(teksten: Sequence[Tekst], ankers: Sequence[tuple[float, float]], letter: Letter = GEWOON) -> list[Opschrift]:
    """Labels near their anchors, none touching another, in the order given.

    Names with the highest anchors are placed first; a label that would touch one moves as little as possible. When
    they don't all fit, all are set in smaller letters. Raises ValueError when even the smallest leave no room.
    """
    if len(teksten) != len(ankers):
        raise ValueError("Every label needs one anchor.")
    for maat in MATEN:
        kleiner = Letter(letter.naam * maat, letter.bij * maat, letter.maximum * maat)
        opschriften = _plaats_alle([regels_van(tekst, kleiner) for tekst in teksten], ankers)
        if opschriften is not None:
            return opschriften
    raise ValueError(f"No room on the map for {len(teksten)} labels.")


def _plaats_alle(teksten: Sequence[tuple[Regel, ...]], ankers: Sequence[tuple[float, float]]) -> list[Opschrift] | None:
    """Labels that don't touch, or None when one finds no room."""
    gezet: dict[int, Opschrift] = {}
    for nummer in sorted(range(len(teksten)), key=lambda n: ankers[n][1]):
        regels = teksten[nummer]
        bezet = [o.vak for o in gezet.values()]
        voorstellen = _voorstellen(*ankers[nummer], *_maat(regels))
        vak = next((v for v in voorstellen if not any(v.raakt(b) for b in bezet)), None)
        if vak is None:
            return None
        gezet[nummer] = Opschrift(regels, vak, ankers[nummer])
    return [gezet[n] for n in range(len(teksten))]


STAPPEN = sorted(
    ((dx, dy) for dx in range(-240, 241, 20) for dy in range(-300, 121, 10)),
    key=lambda stap: (abs(stap[0]) * 1.3 + abs(stap[1]) * (1.0 if stap[1] <= 0 else 1.6), stap),
)


def _voorstellen(x: float, y: float, breed: float, hoog: float) -> Iterator[Vak]:
    """Boxes within the picture around an anchor, nearest first: straight above it is best."""
    links = min(max(x - breed / 2, 6.0), BREED - 6.0 - breed)
    for dx, dy in STAPPEN:
        vak = Vak(round(links + dx, 1), round(y - PUNT - hoog + dy, 1), breed, hoog)
        if vak.in_beeld:
            yield vak
