"""A canvas in isometric projection.

Units: one plot (kavel) measures 4 by 4 by any height. x runs to the lower right of the picture, y to the lower left,
z up. One unit is `EENHEID` SVG units along each of the three axes. Light comes from the left: faces that look to the
lower left are light, faces that look to the lower right are dark, tops are lightest.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import cos, radians, sin, sqrt

Punt = tuple[float, float]
Punt3 = tuple[float, float, float]

EENHEID = 42.0
_COS30 = cos(radians(30))
# A circle in a horizontal plane becomes an ellipse with these half axes per unit of radius; a ball becomes a circle
# with the larger of the two.
STRAAL_X = EENHEID * _COS30 * 2**0.5
STRAAL_Y = EENHEID * 0.5 * 2**0.5

LICHT_LINKS, LICHT_RECHTS, LICHT_BOVEN = 0.94, 0.74, 1.12
SCHADUW = "#12352b"
HOUT = "#8a6242"
GLAS, GLAS_RECHTS, GLAS_WARM = "#cfe8f3", "#8fb6cb", "#fdeeb5"
WIT = "#ffffff"


def projecteer(x: float, y: float, z: float = 0.0) -> Punt:
    """The place in the picture, in SVG units, of a point in plot units; the origin stays the origin."""
    return (x - y) * _COS30 * EENHEID, (x + y) * 0.5 * EENHEID - z * EENHEID


def getal(waarde: float) -> str:
    """A coordinate with at most one decimal, as short as SVG allows."""
    tekst = f"{waarde:.1f}"
    return tekst[:-2].replace("-0", "0") if tekst in {"-0.0", "0.0"} else tekst.removesuffix(".0")


def tint(kleur: str, factor: float) -> str:
    """`#rrggbb` made darker (factor below 1) or mixed with white (factor above 1, 2 being white)."""
    delen = [int(kleur[i : i + 2], 16) for i in (1, 3, 5)]
    nieuw = [d * factor if factor <= 1 else d + (255 - d) * (factor - 1) for d in delen]
    return "#" + "".join(f"{max(0, min(255, round(d))):02x}" for d in nieuw)


def attributen(**waarden: str | float | None) -> str:
    """SVG presentation attributes; an underscore in a name stands for a hyphen."""
    return "".join(
        f' {naam.replace("_", "-")}="{getal(w) if isinstance(w, int | float) else w}"'
        for naam, w in waarden.items()
        if w is not None
    )


def pad(punten: Sequence[Punt], *, gesloten: bool = True) -> str:
    """Straight path data through points, relative and short. Rounding does not add up: every step starts rounded."""
    rond = [(round(x, 1), round(y, 1)) for x, y in punten]
    delen = [f"M{getal(rond[0][0])} {getal(rond[0][1])}"]
    for (x0, y0), (x1, y1) in pairwise(rond):
        dx, dy = getal(x1 - x0), getal(y1 - y0)
        delen.append(f"l{dx}{'' if dy.startswith('-') else ' '}{dy}")
    return "".join(delen) + ("z" if gesloten else "")


def vloeiend(punten: Sequence[Punt], *, gesloten: bool = True) -> str:
    """Smooth path data (Catmull-Rom as cubic curves) through points, in whole SVG units."""
    aantal = len(punten)

    def punt(nummer: int) -> Punt:
        return punten[nummer % aantal] if gesloten else punten[max(0, min(aantal - 1, nummer))]

    delen = [f"M{punten[0][0]:.0f} {punten[0][1]:.0f}"]
    for i in range(aantal if gesloten else aantal - 1):
        a, b, c, d = (punt(i + k) for k in (-1, 0, 1, 2))
        hulp = (
            b[0] + (c[0] - a[0]) / 6, b[1] + (c[1] - a[1]) / 6,
            c[0] - (d[0] - b[0]) / 6, c[1] - (d[1] - b[1]) / 6, *c,
        )  # fmt: skip
        delen.append("C" + " ".join(f"{v:.0f}" for v in hulp))
    return "".join(delen) + ("Z" if gesloten else "")


def afgerond(x: float, y: float, breed: float, diep: float, straal: float, stappen: int = 5) -> list[Punt]:
    """Corners of a rounded rectangle in the ground plane, in plot units, starting at the front corner."""
    hoeken = (
        (x + breed - straal, y + diep - straal, 0),
        (x + straal, y + diep - straal, 90),
        (x + straal, y + straal, 180),
        (x + breed - straal, y + straal, 270),
    )
    return [
        (mx + straal * cos(radians(begin + 90 * k / stappen)), my + straal * sin(radians(begin + 90 * k / stappen)))
        for mx, my, begin in hoeken
        for k in range(stappen + 1)
    ]


def _rechtsom(punten: list[Punt]) -> list[Punt]:
    """The same polygon with a fixed direction, so that merged shapes never cut holes in each other."""
    paren = zip(punten, punten[1:] + punten[:1], strict=True)
    return punten if sum(a[0] * b[1] - b[0] * a[1] for a, b in paren) >= 0 else punten[::-1]


class Doek:
    """Paints in order. Neighbouring shapes with equal paint become one path, which keeps the SVG small."""

    def __init__(self) -> None:
        self._delen: list[tuple[str | None, str]] = []
        self.top = 0.0
        """The highest point painted so far: the smallest y, in SVG units."""

    def svg(self) -> str:
        """Everything painted so far."""
        uit: list[str] = []
        verf: str | None = None
        for nieuwe_verf, inhoud in self._delen:
            if verf is not None and nieuwe_verf != verf:
                uit.append(f'"{verf}/>')
            if nieuwe_verf is None:
                uit.append(inhoud)
            else:
                uit.append(inhoud if nieuwe_verf == verf else f'<path d="{inhoud}')
            verf = nieuwe_verf
        return "".join(uit) + (f'"{verf}/>' if verf is not None else "")

    def reik(self, *hoogten: float) -> None:
        """Note that the drawing reaches up to these y."""
        self.top = min(self.top, *hoogten)

    def los(self, inhoud: str) -> None:
        """Add ready-made SVG."""
        self._delen.append((None, inhoud))

    def pad(self, data: str, **verf: str | float | None) -> None:
        """Add path data with presentation attributes."""
        self._delen.append((attributen(**verf), data))

    def vlak(self, punten: Iterable[Punt3], kleur: str, dekking: float | None = None) -> None:
        """A filled polygon through points in plot units."""
        plat = [projecteer(*p) for p in punten]
        self.reik(*(y for _x, y in plat))
        self.pad(pad(_rechtsom(plat)), fill=kleur, opacity=_dekking(dekking))

    def lijn(self, punten: Iterable[Punt3], kleur: str, dikte: float = 2.0, dekking: float | None = None) -> None:
        """An open line through points in plot units; thickness in SVG units."""
        plat = [projecteer(*p) for p in punten]
        self.reik(*(y - dikte / 2 for _x, y in plat))
        self.pad(pad(plat, gesloten=False), fill="none", stroke=kleur, stroke_width=dikte, opacity=_dekking(dekking))

    def bol(self, x: float, y: float, z: float, straal: float, kleur: str) -> None:
        """A dot: `straal` in SVG units."""
        px, py = projecteer(x, y, z)
        self.los(f'<circle cx="{getal(px)}" cy="{getal(py)}" r="{getal(straal)}" fill="{kleur}"/>')

    def schijf(self, x: float, y: float, straal: float, kleur: str, z: float = 0, dekking: float | None = None) -> None:
        """A horizontal disc with a radius in plot units."""
        px, py = projecteer(x, y, z)
        self.pad(_ellips(px, py, straal), fill=kleur, opacity=_dekking(dekking))

    def vloer(
        self, x: float, y: float, w: float, d: float, kleur: str, z: float = 0, dekking: float | None = None
    ) -> None:
        """A horizontal rectangle."""
        self.vlak([(x, y, z), (x + w, y, z), (x + w, y + d, z), (x, y + d, z)], kleur, dekking)

    def links(self, x: float, y: float, z: float, w: float, h: float, kleur: str, dekking: float | None = None) -> None:
        """A standing rectangle in the plane y = constant: it looks to the lower left."""
        self.vlak([(x, y, z), (x + w, y, z), (x + w, y, z + h), (x, y, z + h)], kleur, dekking)

    def rechts(
        self, x: float, y: float, z: float, d: float, h: float, kleur: str, dekking: float | None = None
    ) -> None:
        """A standing rectangle in the plane x = constant: it looks to the lower right."""
        self.vlak([(x, y, z), (x, y + d, z), (x, y + d, z + h), (x, y, z + h)], kleur, dekking)

    def doos(self, x: float, y: float, z: float, w: float, d: float, h: float, kleur: str) -> None:
        """A box with its three visible faces."""
        self.links(x, y + d, z, w, h, tint(kleur, LICHT_LINKS))
        self.rechts(x + w, y, z, d, h, tint(kleur, LICHT_RECHTS))
        self.vloer(x, y, w, d, tint(kleur, LICHT_BOVEN), z + h)

    def cilinder(
        self, x: float, y: float, z: float, straal: float, h: float, kleur: str, top: float | None = None
    ) -> None:
        """A standing round tower, narrowing to radius `top`; x and y are its axis."""
        boven = straal if top is None else top
        px, py = projecteer(x, y, z)
        qx, qy = projecteer(x, y, z + h)
        a, b, c, d = straal * STRAAL_X, straal * STRAAL_Y, boven * STRAAL_X, boven * STRAAL_Y
        banden = ((-1.0, 0.98), (-0.35, 0.92), (0.15, 0.84), (0.6, 0.74))
        for van, licht in banden:
            self.pad(
                f"M{getal(qx + van * c)} {getal(qy + d * _kromming(van))}"
                f"L{getal(px + van * a)} {getal(py + b * _kromming(van))}"
                f"A{getal(a)} {getal(b)} 0 0 0 {getal(px + a)} {getal(py)}L{getal(qx + c)} {getal(qy)}"
                f"A{getal(c)} {getal(d)} 0 0 1 {getal(qx + van * c)} {getal(qy + d * _kromming(van))}z",
                fill=tint(kleur, licht),
            )
        self.schijf(x, y, boven, tint(kleur, LICHT_BOVEN), z + h)

    def koepel(self, x: float, y: float, z: float, straal: float, kleur: str) -> None:
        """Half a ball standing on the plane z."""
        px, py = projecteer(x, y, z)
        a, b = straal * STRAAL_X, straal * STRAAL_Y
        self.reik(py - a)
        for factor, licht in ((1.0, 0.8), (0.86, 0.95), (0.62, 1.1)):
            links, breed = px - a, 2 * a * factor
            r, r2 = a * factor, b * factor
            self.pad(
                f"M{getal(links)} {getal(py)}A{getal(r)} {getal(a)} 0 0 1 {getal(links + breed)} {getal(py)}"
                f"A{getal(r)} {getal(r2)} 0 0 1 {getal(links)} {getal(py)}z",
                fill=tint(kleur, licht),
            )

    def kegel(self, x: float, y: float, z: float, straal: float, h: float, kleur: str) -> None:
        """A cone standing on the plane z."""
        px, py = projecteer(x, y, z)
        tx, ty = projecteer(x, y, z + h)
        a, b = straal * STRAAL_X, straal * STRAAL_Y
        self.reik(ty)
        for van, licht in ((-1.0, 1.05), (0.1, 0.82)):
            self.pad(
                f"M{getal(tx)} {getal(ty)}L{getal(px + van * a)} {getal(py + b * _kromming(van))}"
                f"A{getal(a)} {getal(b)} 0 0 0 {getal(px + a)} {getal(py)}z",
                fill=tint(kleur, licht),
            )

    def zadeldak_x(
        self, x: float, y: float, z: float, w: float, d: float, h: float, kleur: str, gevel: str, over: float = 0.12
    ) -> None:
        """A pitched roof with its ridge along x: the gable looks to the lower right."""
        x0, x1, y0, y1, nok = x - over, x + w + over, y - over, y + d + over, y + d / 2
        self.vlak([(x + w, y, z), (x + w, y + d, z), (x + w, nok, z + h)], tint(gevel, LICHT_RECHTS))
        self.vlak([(x0, y0, z), (x1, y0, z), (x1, nok, z + h), (x0, nok, z + h)], tint(kleur, 0.68))
        zak = 2 * over * h / d
        self.vlak([(x0, y1, z - zak), (x1, y1, z - zak), (x1, nok, z + h), (x0, nok, z + h)], tint(kleur, 1.06))
        self.lijn([(x1, y0, z - zak), (x1, nok, z + h), (x1, y1, z - zak)], tint(kleur, 0.6), 2.4)

    def zadeldak_y(
        self, x: float, y: float, z: float, w: float, d: float, h: float, kleur: str, gevel: str, over: float = 0.1
    ) -> None:
        """A pitched roof with its ridge along y: the gable looks to the lower left."""
        x0, x1, y0, y1, nok = x - over, x + w + over, y - over, y + d + over, x + w / 2
        zak = 2 * over * h / w
        self.vlak([(x0, y0, z - zak), (x0, y1, z - zak), (nok, y1, z + h), (nok, y0, z + h)], tint(kleur, 1.08))
        self.vlak([(x1, y0, z - zak), (x1, y1, z - zak), (nok, y1, z + h), (nok, y0, z + h)], tint(kleur, 0.76))
        self.vlak([(x, y + d, z), (x + w, y + d, z), (nok, y + d, z + h)], tint(gevel, LICHT_LINKS))
        self.lijn([(x0, y1, z - zak), (nok, y1, z + h), (x1, y1, z - zak)], tint(kleur, 0.66), 2.4)

    def piramide(self, x: float, y: float, z: float, w: float, d: float, h: float, kleur: str) -> None:
        """A four-sided pointed roof."""
        top = (x + w / 2, y + d / 2, z + h)
        self.vlak([(x, y + d, z), (x + w, y + d, z), top], tint(kleur, 1.06))
        self.vlak([(x + w, y, z), (x + w, y + d, z), top], tint(kleur, 0.74))

    def schaduw(self, x: float, y: float, w: float, d: float, h: float, z: float = 0) -> None:
        """What a block of height `h` takes from the light, on the plane z; never further than the plot reaches."""
        s = min(0.34 * h, 0.75)
        t = s * 0.35
        self.vlak(
            [
                (x, y, z),
                (x + s, y - t, z),
                (x + w + s, y - t, z),
                (x + w + s, y + d - t, z),
                (x + w, y + d, z),
                (x, y + d, z),
            ],
            SCHADUW,
            0.17,
        )

    def ramen_links(
        self, plekken: Iterable[Punt], y: float, w: float, h: float, glas: str = GLAS, kozijn: str = WIT
    ) -> None:
        """Windows with frames in the plane y; `plekken` are their (x, z)."""
        lijst = list(plekken)
        for x, z in lijst:
            self.links(x, y, z, w, h, kozijn)
        for x, z in lijst:
            self.links(x + 0.05, y, z + 0.06, w - 0.1, h - 0.1, glas)

    def ramen_rechts(
        self, plekken: Iterable[Punt], x: float, d: float, h: float, glas: str = GLAS_RECHTS, kozijn: str = "#dfe3e2"
    ) -> None:
        """Windows with frames in the plane x; `plekken` are their (y, z)."""
        lijst = list(plekken)
        for y, z in lijst:
            self.rechts(x, y, z, d, h, kozijn)
        for y, z in lijst:
            self.rechts(x, y + 0.05, z + 0.06, d - 0.1, h - 0.1, glas)


def _kromming(deel: float) -> float:
    """How far the front of a round base hangs below its axis, at `deel` (-1 to 1) of the width."""
    return sqrt(1 - deel * deel)


def _ellips(px: float, py: float, straal: float) -> str:
    """Path data of a horizontal circle around a point in the picture; radius in plot units."""
    a, b = straal * STRAAL_X, straal * STRAAL_Y
    boog = f"a{getal(a)} {getal(b)} 0 1 1"
    return f"M{getal(px - a)} {getal(py)}{boog} {getal(2 * a)} 0{boog} {getal(-2 * a)} 0z"


def _dekking(waarde: float | None) -> str | None:
    return None if waarde is None else f"{waarde:g}"
