"""Places in the open air: hill, sports ground, lighthouse, crossroads, stage."""

from __future__ import annotations

from math import cos, pi, sin

from werklandschap.landschap.tekening.figuren import Penseel
from werklandschap.landschap.tekening.primitives import HOUT, STRAAL_X, STRAAL_Y, WIT, Doek, getal, projecteer, tint


def heuvel(p: Penseel) -> None:
    """A hill with a winding path and a signpost on top, from where one sees every direction: Oriëntatie."""
    d = p.doek
    p.boom(0.5, 1.6, "den", 0.85)
    p.boom(1.5, 0.4, "den", 0.8)
    d.schijf(2.25, 2.0, 1.72, "#12352b", dekking=0.13)
    for z, straal, hoogte, kleur in (
        (0, 1.62, 0.62, "#8cc774"),
        (0.5, 1.16, 0.55, "#9bd07e"),
        (0.95, 0.72, 0.42, "#aeda8c"),
    ):
        _bult(d, 2.0, 2.0, z, straal, hoogte, kleur)
    d.lijn([(2.6, 3.75, 0), (2.75, 3.2, 0.12), (2.2, 3.05, 0.34)], "#ecdcb4", 9)
    d.lijn([(2.2, 3.05, 0.34), (1.5, 3.0, 0.5), (1.45, 2.7, 0.7), (2.1, 2.75, 0.86)], "#ecdcb4", 7.5)
    d.lijn([(2.1, 2.75, 0.86), (2.6, 2.5, 1.0), (2.3, 2.25, 1.28)], "#ecdcb4", 6)
    _wegwijzer(d, 2.0, 2.0, 1.32, 1.6)
    p.mens(2.35, 2.3, "#e4572e", 1, 1.0, 1.22)
    p.mens(1.55, 2.95, "#2d6cdf", 0, 0.9, 0.42)
    p.boom(3.15, 1.6, "licht", 0.6, 0.25)
    p.boom(0.95, 2.6, "struik", 0.8, 0.25)
    p.boom(3.3, 2.9, "herfst", 0.65)
    p.boom(0.5, 3.3, "struik", 0.9)


def _bult(d: Doek, x: float, y: float, z: float, straal: float, h: float, kleur: str) -> None:
    """A round slope with a lit and a shaded side."""
    px, py = projecteer(x, y, z)
    a, b, top = straal * STRAAL_X, straal * STRAAL_Y, h * 42 + straal * STRAAL_Y * 0.62
    for begin, licht in ((-1.0, 1.0), (0.12, 0.84)):
        d.pad(
            f"M{getal(px + begin * a)} {getal(py + b * (1 - begin * begin) ** 0.5)}"
            f"A{getal(a)} {getal(b)} 0 0 0 {getal(px + a)} {getal(py)}"
            f"C{getal(px + 0.86 * a)} {getal(py - 0.6 * top)} {getal(px + 0.5 * a)} {getal(py - top)} "
            f"{getal(px + 0.1 * a)} {getal(py - top)}"
            + (f"C{getal(px - 0.5 * a)} {getal(py - top)} {getal(px - 0.86 * a)} {getal(py - 0.6 * top)} "
               f"{getal(px - a)} {getal(py)}z" if begin < 0 else
               f"C{getal(px + 0.4 * a)} {getal(py - 0.5 * top)} {getal(px + 0.3 * a)} {getal(py)} "
               f"{getal(px + begin * a)} {getal(py + b * (1 - begin * begin) ** 0.5)}z"),
            fill=tint(kleur, licht),
        )  # fmt: skip


def _wegwijzer(d: Doek, x: float, y: float, z: float, h: float) -> None:
    """A signpost with arms in three directions; the arms are blank on purpose."""
    px, py = projecteer(x, y, z)
    onder = py - h * 42
    d.los(f'<path d="M{getal(px - 2.2)} {getal(py)}V{getal(onder)}h4.4V{getal(py)}z" fill="{HOUT}"/>')
    d.reik(onder)
    armen = ((4, 1, "#d6492f"), (19, -1, "#2d6cdf"), (34, 1, "#1f9d8a"))
    for omlaag, kant, kleur in armen:
        begin = px - kant * 7
        d.pad(
            f"M{getal(begin)} {getal(onder + omlaag)}h{kant * 34}l{kant * 8} 5.5l{-kant * 8} 5.5h{-kant * 34}z",
            fill=kleur,
        )
        d.pad(f"M{getal(begin + kant * 6)} {getal(onder + omlaag + 4.5)}h{kant * 22}v2h{-kant * 22}z", fill=WIT)


def sportveld(p: Penseel) -> None:
    """A running track around a field, with steps to climb and people who train: Werk fit."""
    d = p.doek
    p.boom(0.35, 1.0, "licht", 0.75)
    p.boom(1.0, 0.35, "loof", 0.7)
    _ovaal(d, 1.72, "#c95f42")
    _ovaal(d, 1.5, "#f0c8b2", rand=1.3)
    _ovaal(d, 1.36, "#f0c8b2", rand=1.3)
    _ovaal(d, 1.22, "#74c06c")
    for i in range(4):
        d.vloer(1.05 + i * 0.5, 1.05, 0.25, 1.9, "#82cb79")
    veld = [(1.0, 1.3), (3.0, 1.3), (3.0, 2.7), (1.0, 2.7), (1.0, 1.3)]
    d.lijn([(x, y, 0) for x, y in veld], WIT, 2)
    d.lijn([(2, 1.3, 0), (2, 2.7, 0)], WIT, 2)
    px, py = projecteer(2, 2)
    d.los(f'<ellipse cx="{getal(px)}" cy="{getal(py)}" rx="17" ry="9.8" fill="none" stroke="#fff" stroke-width="2"/>')
    _doel(d, 1.0)
    p.mens(1.5, 1.75, "#2d6cdf", 1)
    p.mens(2.45, 1.8, "#f2b705", 0)
    d.bol(2.15, 2.2, 0.06, 3.6, WIT)
    p.mens(1.7, 2.5, "#2d6cdf", 3)
    _doel(d, 3.0)
    p.mens(0.75, 2.9, "#c2397b", 2)
    p.mens(2.2, 3.55, "#7b4bb3", 0)
    for i in range(3):
        d.doos(3.35, 2.85 + i * 0.28, 0, 0.5, 0.28, 0.54 - i * 0.18, ("#f2b705", "#f5c63c", "#f8d876")[i])
    p.mens(3.6, 2.98, "#1f9d8a", 1, 1.0, 0.54)
    p.boom(3.75, 0.5, "populier", 0.7)


def _ovaal(d: Doek, straal: float, kleur: str, rand: float | None = None) -> None:
    """A rounded square around the middle of the plot: filled, or only its edge."""
    punten = []
    for hoek in range(4):
        mx, my = (2 + (1 if hoek in (0, 3) else -1) * 0.42, 2 + (1 if hoek in (0, 1) else -1) * 0.42)
        for k in range(7):
            t = pi / 2 * (hoek + k / 6)
            punten.append((mx + (straal - 0.42) * cos(t), my + (straal - 0.42) * sin(t), 0.0))
    if rand is None:
        d.vlak(punten, kleur)
    else:
        d.lijn([*punten, punten[0]], kleur, rand)


def _doel(d: Doek, x: float) -> None:
    d.lijn([(x, 1.75, 0), (x, 1.75, 0.42), (x, 2.25, 0.42), (x, 2.25, 0)], WIT, 2.8)


def vuurtoren(p: Penseel) -> None:
    """A lighthouse with a keeper's cottage, which sees early what is coming: Voorzorg."""
    d = p.doek
    p.boom(0.6, 0.9, "den", 0.75)
    p.boom(1.0, 0.5, "den", 0.9)
    d.schijf(2.2, 1.7, 1.35, "#dccb9d")
    d.schijf(2.1, 1.7, 1.0, "#cbb98c")
    px, py = projecteer(1.9, 1.6, 3.25)
    d.pad(f"M{getal(px)} {getal(py)}l-116-26v40z", fill="#ffe79a", opacity="0.42")
    d.pad(f"M{getal(px)} {getal(py)}l116-26v40z", fill="#ffe79a", opacity="0.3")
    d.schijf(2.25, 1.55, 0.62, "#12352b", dekking=0.16)
    hoogten = (0.0, 0.56, 1.12, 1.68, 2.24, 2.8)
    for i, z in enumerate(hoogten[:-1]):
        onder, boven = 0.62 - 0.26 * z / 2.8, 0.62 - 0.26 * hoogten[i + 1] / 2.8
        d.cilinder(1.9, 1.6, z, onder, 0.56, "#d9482f" if i % 2 else "#fbf8f2", boven)
    d.cilinder(1.9, 1.6, 2.8, 0.48, 0.1, "#37475a")
    d.cilinder(1.9, 1.6, 2.9, 0.28, 0.5, "#ffe9a6")
    for dx in (-0.2, 0.0, 0.2):
        d.lijn([(1.9 + dx, 1.6 - dx + 0.2, 2.9), (1.9 + dx, 1.6 - dx + 0.2, 3.4)], "#37475a", 1.8)
    d.kegel(1.9, 1.6, 3.4, 0.36, 0.42, "#d9482f")
    d.links(1.78, 2.12, 0, 0.26, 0.5, "#5a3c2b")
    d.links(1.86, 1.98, 1.28, 0.16, 0.26, "#37475a")
    d.schaduw(2.6, 2.3, 1.0, 0.9, 0.8)
    d.doos(2.6, 2.3, 0, 1.0, 0.9, 0.55, "#fbf3e4")
    d.links(2.98, 3.2, 0, 0.24, 0.42, "#1f5f7a")
    d.ramen_links([(2.66, 0.16), (3.28, 0.16)], 3.2, 0.25, 0.26)
    d.zadeldak_x(2.6, 2.3, 0.55, 1.0, 0.9, 0.5, "#4c7286", "#fbf3e4", 0.08)
    for x, y, s in ((0.7, 2.1, 9), (0.95, 2.45, 6.5), (3.3, 1.0, 8), (3.55, 1.3, 5.5)):
        d.schijf(x, y, s / 40, "#8f887c")
        d.schijf(x, y, s / 50, "#b8b1a4", 0.07)
    p.mens(1.5, 3.0, "#1f9d8a", 1)
    p.mens(1.05, 3.25, "#e07a3f", 0)
    p.boom(0.6, 3.1, "struik", 0.9)
    p.boom(1.9, 3.7, "struik", 0.7)


def kruispunt(p: Penseel) -> None:
    """A crossing of ways around a signpost; every way is open: Oriëntatie (werkgevers)."""
    d = p.doek
    p.boom(0.6, 0.6, "loof", 0.85)
    p.boom(1.05, 0.85, "licht", 0.65)
    p.boom(3.3, 0.6, "den", 0.8)
    p.boom(3.55, 1.0, "den", 0.65)
    for breed, kleur in ((1.1, "#d8c59b"), (0.94, "#f2e8d2")):
        d.vloer(0.02, 2 - breed / 2, 3.96, breed, kleur)
        d.vloer(2 - breed / 2, 0.02, breed, 3.96, kleur)
        d.schijf(2, 2, 0.78 + breed / 10, kleur)
    for i in range(4):
        for a, b in ((0.15, 0.45), (0.6, 0.9)):
            begin, eind = (a, b) if i < 2 else (4 - b, 4 - a)
            d.lijn([(begin, 2, 0), (eind, 2, 0)] if i % 2 else [(2, begin, 0), (2, eind, 0)], "#c9a86a", 2.4)
    d.schijf(2, 2, 0.5, "#c7b48a")
    d.schijf(2, 2, 0.44, "#86c474")
    for i in range(6):
        d.bol(2 + 0.33 * cos(i), 2 + 0.33 * sin(i), 0.04, 3.2, ("#e4572e", "#f2b705", "#d6408a")[i % 3])
    _wegwijzer(d, 2, 2, 0, 2.05)
    _fiets(d, 2.75, 2.1)
    p.mens(1.2, 2.1, "#7b4bb3", 1)
    p.mens(2.1, 3.1, "#e07a3f", 0)
    p.mens(2.35, 3.3, "#37475a", 2)
    _bank(d, 0.7, 2.95)
    p.boom(0.6, 3.55, "licht", 0.7)
    p.boom(3.3, 3.2, "herfst", 0.75)
    p.boom(3.6, 2.95, "struik", 0.8)


def _fiets(d: Doek, x: float, y: float) -> None:
    """Somebody on a bicycle."""
    px, py = projecteer(x, y)
    d.los(
        f'<g transform="translate({getal(px)} {getal(py)})" fill="none" stroke="#2b2f33" stroke-width="2">'
        '<circle cx="-10" cy="-6" r="6"/><circle cx="10" cy="-1" r="6"/>'
        '<path d="M-10-6l6-9 11 4 3 10M7-11l-3-6h5M-4-15l6 11"/>'
        '<path d="M-4-17l2-11 8 9" stroke="#1f9d8a" stroke-width="6" stroke-linejoin="round"/>'
        '<circle cx="0" cy="-34" r="4.2" fill="#f1c7a0" stroke="none"/></g>'
    )


def _bank(d: Doek, x: float, y: float) -> None:
    d.doos(x, y, 0.12, 0.7, 0.22, 0.06, HOUT)
    d.lijn([(x + 0.08, y + 0.2, 0), (x + 0.08, y + 0.2, 0.14)], "#55606a", 2.4)
    d.lijn([(x + 0.62, y + 0.2, 0), (x + 0.62, y + 0.2, 0.14)], "#55606a", 2.4)


def podium(p: Penseel) -> None:
    """A stage with curtains and lights, and people who look: Werving en selectie."""
    d = p.doek
    p.boom(0.4, 0.9, "den", 0.75)
    p.boom(3.7, 0.5, "loof", 0.75)
    d.schaduw(0.6, 0.5, 2.9, 1.5, 1.6)
    d.doos(0.6, 0.5, 0, 2.9, 1.5, 0.36, "#b07a4e")
    d.links(0.75, 0.62, 0.36, 2.6, 1.7, "#7d2f4a")
    for i in range(7):
        d.links(0.75 + i * 0.38, 0.64, 0.36, 0.16, 1.7, "#9c3e5c")
    d.vlak([(0.9, 1.9, 0.37), (1.8, 1.9, 0.37), (1.6, 1.05, 0.37), (1.1, 1.05, 0.37)], "#ffe9a6", 0.55)
    d.vlak([(2.3, 1.9, 0.37), (3.2, 1.9, 0.37), (3.0, 1.05, 0.37), (2.5, 1.05, 0.37)], "#ffe9a6", 0.55)
    p.mens(1.4, 1.45, "#1f9d8a", 0, 1.1, 0.36)
    d.lijn([(1.75, 1.6, 0.36), (1.75, 1.6, 0.8)], "#2b2f33", 2)
    d.bol(1.75, 1.6, 0.84, 3, "#2b2f33")
    p.mens(2.7, 1.4, "#f2b705", 1, 1.1, 0.36)
    _spant(d)
    for i in range(3):
        d.doos(1.6, 2.0 + i * 0.14, 0, 0.7, 0.14, 0.27 - i * 0.09, "#c8905e")
    for rij in range(2):
        for i in range(3):
            d.doos(0.55 + i * 1.02, 2.75 + rij * 0.58, 0, 0.8, 0.2, 0.16, ("#6d83c9", "#5b70b5")[rij])
    publiek = (
        (0.8, 2.9, 0),
        (1.1, 2.9, 3),
        (2.0, 2.9, 1),
        (2.9, 2.9, 2),
        (3.15, 2.9, 0),
        (0.75, 3.48, 1),
        (1.85, 3.48, 0),
        (3.0, 3.48, 3),
    )
    kleuren = ("#2d6cdf", "#c2397b", "#37475a", "#e07a3f", "#7b4bb3")
    for i, (x, y, huid) in enumerate(publiek):
        p.mens(x, y, kleuren[i % 5], huid, 0.95, 0.1)


def _spant(d: Doek) -> None:
    """The truss above the stage with its lights."""
    staal = "#4b5866"
    for x in (0.66, 3.36):
        d.doos(x, 1.86, 0.36, 0.12, 0.12, 1.72, staal)
    d.doos(0.6, 1.84, 2.08, 2.94, 0.16, 0.18, staal)
    d.lijn([(0.6 + i * 0.245, 2.0, 2.08 + 0.18 * (i % 2)) for i in range(13)], "#aeb9c4", 1.4)
    for i in range(4):
        x = 1.0 + i * 0.7
        d.bol(x, 2.0, 2.0, 5.5, "#2b2f33")
        d.bol(x, 2.0, 1.98, 3.6, "#ffe59a")
