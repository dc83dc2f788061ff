"""The scenery: sky, sea, island, river, paths, trees, a mill and a boat. It never changes and is drawn once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import dist

from werklandschap.landschap.tekening.figuren import HUID, Penseel
from werklandschap.landschap.tekening.plekken import BREED, EILAND, HOOG, PADEN, PLEKKEN, RIVIER, VIJVER, straal_kavel
from werklandschap.landschap.tekening.primitives import SCHADUW, WIT, Doek, Punt, attributen, getal, vloeiend

KIM = 292
AARDE = "#b98d5a"
OEVER = "#d9c58f"
WATER = "#62b6d6"
KLEREN = ("#d6492f", "#2d6cdf", "#7b4bb3", "#1f9d8a", "#e07a3f", "#c2397b")
BOOMSOORTEN = ("loof", "licht", "den", "loof", "populier", "licht", "den", "herfst")
MOLENS: tuple[Punt, ...] = ((566, 250), (1300, 606))
BRUGGEN: tuple[Punt, ...] = ((846, 366), (668, 564), (552, 741))
TULPEN: tuple[Punt, ...] = ((190, 668), (226, 672), (262, 676))
WANDELAARS: tuple[Punt, ...] = (
    *((214, 396), (640, 380), (402, 460), (130, 560), (405, 510)),
    *((950, 386), (1262, 570), (640, 770), (1150, 704), (892, 640)),
)


@dataclass(frozen=True)
class Los:
    """Something that stands on the island, with its depth for painting back to front."""

    diepte: float
    svg: str


def verloop(voorvoegsel: str) -> str:
    """Gradients and the outline of the island, for `<defs>`."""
    v = voorvoegsel
    return (
        _verloop(f"{v}lucht", ' x2="0" y2="1"', (("0", "#bfe3f5"), ("1", "#f3faf3")))
        + _verloop(f"{v}zee", ' x2="0" y2="1"', (("0", "#a6d9e4"), ("1", "#4a9fc2")))
        + _verloop(f"{v}gras", ' x2="1" y2="1"', (("0", "#b2dc92"), ("1", "#86c57c")))
        + _verloop(f"{v}wand", "", (("0", "#d2ab77"), (".42", "#c69a64"), (".56", "#b0834f"), ("1", "#946b3f")))
        + f'<clipPath id="{v}kust"><path d="{vloeiend(EILAND)}"/></clipPath>'
    )


def _verloop(naam: str, richting: str, stops: tuple[tuple[str, str], ...]) -> str:
    kleuren = "".join(f'<stop offset="{plek}" stop-color="{kleur}"/>' for plek, kleur in stops)
    return f'<linearGradient id="{naam}"{richting}>{kleuren}</linearGradient>'


def lucht_en_zee(voorvoegsel: str) -> str:
    """Everything behind the island."""
    d = Doek()
    d.los(f'<path d="M0 0h{BREED}v{KIM}H0z" fill="url(#{voorvoegsel}lucht)"/>')
    for straal, kleur in ((70, "#f3eac2"), (46, "#ffdf85")):
        d.los(f'<circle cx="1240" cy="92" r="{straal}" fill="{kleur}"/>')
    d.pad(f"M0 268Q150 196 320 246T660 224T960 240T1220 206T{BREED} 252V{KIM}H0z", fill="#bfe0c8")
    d.pad(f"M0 282Q240 242 450 266T900 258T{BREED} 270V{KIM}H0z", fill="#a3d1b4")
    for x, y, schaal in ((170, 84, 1.05), (452, 52, 0.8), (965, 62, 0.95), (1392, 168, 0.7), (60, 190, 0.6)):
        d.los(
            f'<path transform="translate({x} {y})scale({schaal})" fill="#fff" opacity=".92" '
            'd="M-62 12c-16-22 8-36 22-30 2-30 44-36 56-12 18-12 40 2 34 18 20 2 22 24 6 24z"/>'
        )
    d.los(f'<path d="M0 {KIM}h{BREED}V{HOOG}H0z" fill="url(#{voorvoegsel}zee)"/>')
    golven = "".join(f"M{x:.0f} {y:.0f}q7-5 14 0t14 0" for x, y in _golven())
    d.pad(golven, fill="none", stroke=WIT, stroke_width=2, opacity=".45")
    return d.svg()


def eiland(voorvoegsel: str) -> str:
    """The island with its cliffs, river and paths; nothing that stands on it."""
    d = Doek()
    vorm = vloeiend(EILAND)
    lagen = ((62, "#2b7597", ".35"), (44, "#9c6d43", None), (30, "#b98453", None), (13, "#dcc78c", None))
    for omlaag, kleur, dekking in lagen:
        verf = attributen(fill=kleur, opacity=dekking)
        d.los(f'<path d="{vorm}" transform="translate(0 {omlaag})"{verf}/>')
    d.los(f'<path d="{vorm}" fill="url(#{voorvoegsel}gras)"/><g clip-path="url(#{voorvoegsel}kust)">')
    _weiden(d)
    rivier = vloeiend(RIVIER, gesloten=False)
    for breed, kleur in ((44, OEVER), (34, WATER)):
        d.pad(rivier, fill="none", stroke=kleur, stroke_width=breed)
    d.pad(rivier, fill="none", stroke="#b4e2f0", stroke_width=3, stroke_dasharray="24 38", opacity=".8")
    d.los("</g>")
    paden = "".join(vloeiend(punten, gesloten=False) for punten in PADEN)
    for breed, kleur in ((25, "#c3b287"), (21, "#f4ead3")):
        d.pad(paden, fill="none", stroke=kleur, stroke_width=breed, stroke_linecap="round", stroke_linejoin="round")
    d.pad(paden, fill="none", stroke="#d9c193", stroke_width=2.2, stroke_dasharray="9 11")
    for x, y in BRUGGEN:
        _brug(d, x, y)
    return d.svg()


@cache
def losse_dingen(voorvoegsel: str, kant: str) -> tuple[Los, ...]:
    """Trees, people on the paths, mills and animals, in no particular order."""
    dingen = [_boom(voorvoegsel, x, y, i) for i, (x, y) in enumerate(_boomplekken())]
    for i, (x, y) in enumerate(WANDELAARS):
        doek = Doek()
        Penseel(doek, voorvoegsel).plaats("mens", x, y + 4, verf=attributen(fill=KLEREN[i % 6], color=HUID[i % 3]))
        dingen.append(Los(y, doek.svg()))
    dingen += [Los(y, _molen(x, y)) for x, y in MOLENS]
    if len(PLEKKEN[kant]) < len(PLEKKEN["werkgevers"]):
        dingen.append(Los(VIJVER.y, _vijver(voorvoegsel)))
    return tuple(dingen)


def boten() -> str:
    """A sailing boat in front and a smaller one far away."""
    return _boot(1330, 806, 1.0) + _boot(92, 812, 0.75) + _boot(1392, 330, 0.42)


def _golven() -> Iterator[Punt]:
    for i in range(1, 90):
        x, y = _halton(i, 2) * BREED, KIM + 24 + _halton(i, 3) * (HOOG - KIM - 40)
        if not _binnen(x + 14, y, EILAND, 1.06) and not _binnen(x + 14, y - 60, EILAND, 1.04):
            yield x, y


def _boomplekken() -> Iterator[Punt]:
    """Evenly spread places on the grass that keep clear of plots, paths, water and the cliff."""
    bezet = [(p, 25.0) for lijn in PADEN for p in _langs(lijn)] + [(p, 34.0) for p in _langs(RIVIER)]
    bezet += [(p, 46.0) for p in (*MOLENS, *BRUGGEN, *TULPEN)]
    gekozen: list[Punt] = []
    for i in range(1, 4000):
        plek = (_halton(i, 2) * BREED, 150 + _halton(i, 3) * 680)
        vrij = all(dist(plek, p) > ruimte for p, ruimte in bezet)
        if vrij and _binnen(*plek, EILAND, 0.965) and not any(_op_kavel(plek)):
            gekozen.append(plek)
            bezet.append((plek, 21.0))
            yield plek
        if len(gekozen) >= 130:
            return


def _op_kavel(plek: Punt) -> Iterator[bool]:
    """Whether a place is on a plot, or so close behind one that only a tree top would show."""
    breed, hoog = straal_kavel()
    for p in PLEKKEN["werkgevers"]:
        yield abs(plek[0] - p.x) / (breed + 14) + abs(plek[1] - p.y) / (hoog + 10) < 1
        yield abs(plek[0] - p.x) / breed + abs(plek[1] - p.y + p.rijzing * 42) / hoog < 1
        yield abs(plek[0] - p.x) / breed + abs(plek[1] - p.y - 34) / hoog < 1


def _langs(lijn: tuple[Punt, ...]) -> Iterator[Punt]:
    """Points along a line, close enough to measure a distance to it."""
    for (x0, y0), (x1, y1) in pairwise(lijn):
        for k in range(9):
            yield x0 + (x1 - x0) * k / 8, y0 + (y1 - y0) * k / 8


def _binnen(x: float, y: float, rand: tuple[Punt, ...], schaal: float) -> bool:
    """Whether a point is within an outline that is scaled around the middle of the island."""
    mx, my = 720.0, 490.0
    x, y = mx + (x - mx) / schaal, my + (y - my) / schaal
    binnen = False
    for (x0, y0), (x1, y1) in zip(rand, (*rand[1:], rand[0]), strict=True):
        if (y0 > y) != (y1 > y) and x < (x1 - x0) * (y - y0) / (y1 - y0) + x0:
            binnen = not binnen
    return binnen


def _halton(nummer: int, basis: int) -> float:
    """The Halton sequence: spreads evenly over 0 to 1 and is the same every time."""
    deel, uit = 1.0, 0.0
    while nummer:
        deel /= basis
        uit += deel * (nummer % basis)
        nummer //= basis
    return uit


def _boom(voorvoegsel: str, x: float, y: float, nummer: int) -> Los:
    doek = Doek()
    soort = BOOMSOORTEN[(nummer * 5 + nummer // 7) % len(BOOMSOORTEN)]
    Penseel(doek, voorvoegsel).plaats(soort, round(x), round(y), (0.75, 0.9, 1.0, 0.65)[nummer % 4])
    return Los(y, doek.svg())


def _weiden(d: Doek) -> None:
    """Lighter meadows, and a strip of tulips as one sees behind the dunes."""
    for x, y, breed, hoog in (
        (300, 300, 190, 46),
        (1150, 330, 170, 40),
        (720, 720, 260, 50),
        (170, 600, 120, 40),
        (1000, 540, 210, 40),
    ):
        d.los(f'<ellipse cx="{x}" cy="{y}" rx="{breed}" ry="{hoog}" fill="#c3e59f" opacity=".45"/>')
    for i, kleur in enumerate(("#e4572e", "#f5c63c", "#d6408a", "#f7f1e3", "#8c5bc0", "#f08a3c")):
        links, boven = 226 + i * 13, 626 + i * 7.5
        d.pad(f"M{links} {getal(boven)}l-66 38 11 6.4 66-38z", fill=kleur, opacity=".9")
        d.pad(f"M{links + 11} {getal(boven + 6.4)}l-66 38 2 1.1 66-38z", fill="#5fa358")


def _brug(d: Doek, x: float, y: float) -> None:
    """A wooden deck over the river with a rail on both sides."""
    d.pad(f"M{x - 34} {y - 12}h68v26h-68z", fill="#c99a66")
    d.pad(
        "".join(f"M{x - 34 + i * 8.5} {y - 12}v26" for i in range(1, 8)),
        fill="none",
        stroke="#a97c4d",
        stroke_width=1.5,
    )
    for omlaag in (-12, 14):
        d.pad(f"M{x - 36} {y + omlaag - 9}h72M{x - 36} {y + omlaag}v-10M{x} {y + omlaag}v-10M{x + 36} {y + omlaag}v-10",
              fill="none", stroke="#7a5637", stroke_width=2.6)  # fmt: skip


def _molen(x: float, y: float) -> str:
    """A windmill; its sails turn slowly where people allow motion (class `wieken`)."""
    wiek = (
        '<path d="M0 0v-60" stroke="#4a3526" stroke-width="3.4"/>'
        '<path d="M1.5-12h11v-46h-11z" fill="#fdf6e6" stroke="#4a3526"/>'
    )
    wieken = "".join(f'<g transform="rotate({hoek})">{wiek}</g>' for hoek in (22, 112, 202, 292))
    return (
        f'<g transform="translate({getal(x)} {getal(y)})scale(.9)">'
        f'<ellipse cx="10" cy="2" rx="34" ry="13" fill="{SCHADUW}" opacity=".2"/>'
        '<path d="M-22 0l8-72h28l8 72a22 9 0 0 1-44 0z" fill="#a36a45"/>'
        '<path d="M4 9v-81h10l8 72a22 9 0 0 1-18 9z" fill="#7c5134"/>'
        '<path d="M-26-22h52l2 7h-56z" fill="#e9dcc0"/><path d="M-16-70a16 22 0 0 1 32 0z" fill="#3b4a54"/>'
        '<path d="M-6 7v-16h11V9z" fill="#3b2a20"/><path d="M-5-52h9v11h-9z" fill="#ffe59a"/>'
        f'<g transform="translate(0 -76)"><g class="wieken">{wieken}</g><circle r="4" fill="#2c1f17"/></g></g>'
    )


def _vijver(voorvoegsel: str) -> str:
    """A pond with reeds, ducks and a bench, where the other landscape has a tile."""
    doek = Doek()
    x, y = VIJVER.x, VIJVER.y
    doek.los(f'<g transform="translate({x} {y})">')
    doek.pad("M-104 6C-110-34-40-50 20-44S112-22 108 10 40 52-20 48-98 40-104 6z", fill=OEVER)
    doek.pad("M-92 6C-98-26-36-40 18-36S100-18 96 9 36 43-18 40-86 34-92 6z", fill=WATER)
    doek.pad(
        "M-50-12h44M-10 16h58M30-14h34M-64 12h22",
        fill="none",
        stroke="#c5eaf4",
        stroke_width=3,
        stroke_linecap="round",
        opacity=".8",
    )
    for ex, ey in ((-30, 4), (0, -8), (38, 12)):
        doek.pad(f"M{ex - 9} {ey}q9 8 18-2l-5-1q1-9-6-8t-3 8z", fill=WIT)
        doek.pad(f"M{ex - 1} {ey - 7}l-5 1 4 2z", fill="#f2a705")
    doek.pad(
        "M-84 22q-2-18-8-28M-80 24q2-18 0-32M-76 24q4-14 10-24M70-26q-2-14-7-22M75-24q2-16 6-26",
        fill="none",
        stroke="#5c9a4f",
        stroke_width=3,
    )
    penseel = Penseel(doek, voorvoegsel)
    for bx, by, soort in (
        (-124, -14, "licht"),
        (-118, 34, "struik"),
        (122, -6, "loof"),
        (60, -56, "den"),
        (84, -46, "den"),
        (116, 40, "herfst"),
        (20, 66, "struik"),
    ):
        penseel.plaats(soort, bx, by, 0.9)
    penseel.plaats("mens", -46, 64, 1.0, ' fill="#7b4bb3" color="#f1c7a0"')
    penseel.plaats("mens", -28, 66, 0.75, ' fill="#f2b705" color="#f1c7a0"')
    doek.los("</g>")
    return doek.svg()


def _boot(x: float, y: float, schaal: float) -> str:
    return (
        f'<g transform="translate({x} {y})scale({schaal:g})">'
        '<path d="M-44 17q40 12 84 0" fill="none" stroke="#fff" stroke-width="3" opacity=".6"/>'
        '<path d="M-36 0h72l-13 16h-46z" fill="#9a5b3a"/><path d="M2-5v-64l32 60z" fill="#fff"/>'
        '<path d="M-4-7v-50l-22 48z" fill="#f2b705"/><path d="M-1 0v-72" stroke="#5b4636" stroke-width="3"/></g>'
    )
