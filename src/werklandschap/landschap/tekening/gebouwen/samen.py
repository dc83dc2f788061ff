"""Where person and employer meet: market square, workshop, greenhouse. The same drawings in both landscapes."""

from __future__ import annotations

from werklandschap.landschap.tekening.figuren import Penseel
from werklandschap.landschap.tekening.primitives import GLAS_WARM, HOUT, WIT, Doek, tint

KRAMEN = (
    (0.55, 0.5, "#d6492f"),
    (2.35, 0.55, "#2d6cdf"),
    (0.5, 2.15, "#1f9d8a"),
    (2.4, 2.3, "#f2a705"),
)
WAREN = ("#e4572e", "#f2b705", "#5aa867", "#c2397b")


def markt(p: Penseel) -> None:
    """A market square with four stalls around a lamp post, where people meet: Bemiddeling."""
    d = p.doek
    d.vloer(0.3, 0.3, 3.4, 3.4, "#eadbc0")
    for i in range(1, 6):
        d.lijn([(0.3, 0.3 + i * 0.567, 0), (3.7, 0.3 + i * 0.567, 0)], "#dcc9a6", 1.2)
        d.lijn([(0.3 + i * 0.567, 0.3, 0), (0.3 + i * 0.567, 3.7, 0)], "#dcc9a6", 1.2)
    _kraam(d, *KRAMEN[0])
    _kraam(d, *KRAMEN[1])
    p.mens(1.75, 1.55, "#7b4bb3", 0)
    p.mens(2.9, 1.75, "#c2397b", 2)
    _lantaarn(d, 2.0, 2.0)
    _kraam(d, *KRAMEN[2])
    _kraam(d, *KRAMEN[3])
    p.mens(1.85, 2.75, "#e07a3f", 1)
    p.mens(2.2, 2.6, "#37475a", 0)
    p.mens(1.1, 3.55, "#2d6cdf", 3)
    p.mens(2.75, 3.65, "#1f7a72", 2)
    p.boom(3.65, 0.4, "licht", 0.7)


def _kraam(d: Doek, x: float, y: float, kleur: str) -> None:
    """A stall with goods under a striped awning that slopes to the lower left."""
    d.vloer(x + 0.1, y + 0.05, 1.3, 0.8, "#12352b", dekking=0.15)
    for px in (x, x + 1.12):
        d.lijn([(px, y, 0), (px, y, 1.2)], HOUT, 2.6)
    d.doos(x, y + 0.05, 0, 1.12, 0.6, 0.42, "#c39160")
    for i, waar in enumerate(WAREN):
        d.bol(x + 0.16 + i * 0.27, y + 0.42, 0.48, 5, waar)
    for px in (x, x + 1.12):
        d.lijn([(px, y + 0.78, 0), (px, y + 0.78, 0.88)], HOUT, 2.6)
    baan = 1.32 / 6
    for banen, verf in ((range(1, 6, 2), WIT), (range(0, 6, 2), kleur)):
        for k in banen:
            x0 = x - 0.1 + k * baan
            d.vlak(
                [(x0, y - 0.1, 1.28), (x0 + baan, y - 0.1, 1.28), (x0 + baan, y + 0.85, 0.95), (x0, y + 0.85, 0.95)],
                verf,
            )
        for k in banen:
            d.links(x - 0.1 + k * baan, y + 0.85, 0.8, baan, 0.15, tint(verf, 0.88))
    d.vlak([(x + 1.22, y - 0.1, 1.28), (x + 1.22, y + 0.85, 0.95), (x + 1.22, y + 0.85, 0.8)], tint(kleur, 0.7))


def _lantaarn(d: Doek, x: float, y: float) -> None:
    d.schijf(x, y, 0.3, "#cbb78f")
    d.schijf(x, y, 0.2, "#b49f78")
    d.lijn([(x, y, 0), (x, y, 1.35)], "#37475a", 3.4)
    d.bol(x, y, 1.42, 6.5, "#37475a")
    d.bol(x, y, 1.42, 4.6, "#ffe59a")


def werkplaats(p: Penseel) -> None:
    """A workshop with a saw-tooth roof and an open door, where the work starts: Plaatsing."""
    d, muur = p.doek, "#b9cad5"
    p.boom(0.4, 0.5, "den", 0.8)
    d.schaduw(0.5, 0.5, 3.0, 2.5, 1.5)
    d.doos(0.5, 0.5, 0, 3.0, 2.5, 1.2, muur)
    d.links(0.5, 3.0, 0, 3.0, 0.14, "#8297a5")
    d.rechts(3.5, 0.5, 0, 2.5, 0.14, "#6a7e8c")
    _zaagtanden(d)
    d.links(0.72, 3.0, 0, 1.15, 1.0, "#e9eef1")
    d.links(0.8, 3.0, 0, 0.99, 0.93, "#3f4e5a")
    d.vlak([(0.8, 3, 0), (1.79, 3, 0), (1.5, 3, 0.4), (0.8, 3, 0.4)], "#ffd98a")
    d.doos(1.0, 2.86, 0.02, 0.45, 0.14, 0.3, "#c58a4e")
    for i in range(2):
        d.links(0.8, 3.0, 0.72 + i * 0.11, 0.99, 0.06, "#94a4b0")
    d.ramen_links([(2.1, 0.45), (2.75, 0.45)], 3.0, 0.5, 0.46, GLAS_WARM)
    d.ramen_rechts([(0.75, 0.45), (1.5, 0.45), (2.25, 0.45)], 3.5, 0.5, 0.46)
    _tandwiel(d, 3.5, 1.7, 1.02)
    d.vloer(0.6, 3.05, 1.4, 0.9, "#cfdbe0")
    d.doos(2.35, 3.3, 0, 0.42, 0.4, 0.34, "#cf9b5c")
    d.doos(2.8, 3.25, 0, 0.38, 0.36, 0.28, "#b98654")
    d.doos(2.45, 3.33, 0.34, 0.34, 0.32, 0.26, "#dcae70")
    p.mens(1.0, 3.55, "#f2b705", 1)
    p.mens(1.55, 3.7, "#2d6cdf", 0)
    p.mens(3.35, 3.5, "#1f9d8a", 3)


def _zaagtanden(d: Doek) -> None:
    """Three roof lights: glass on the back side, sloping sheets that catch the light in front."""
    diep = 2.5 / 3
    for i in range(3):
        y = 0.5 + i * diep
        d.vlak([(3.5, y, 1.2), (3.5, y, 1.95), (3.5, y + diep, 1.2)], "#8296a4")
        d.vlak([(0.5, y, 1.95), (3.5, y, 1.95), (3.5, y + diep, 1.2), (0.5, y + diep, 1.2)], "#dfe8ee")
        for k in range(4):
            x = 0.72 + k * 0.72
            d.vlak(
                [(x, y + 0.15, 1.815), (x + 0.42, y + 0.15, 1.815), (x + 0.42, y + 0.6, 1.41), (x, y + 0.6, 1.41)],
                "#7fb2cf",
            )


def _tandwiel(d: Doek, x: float, y: float, z: float) -> None:
    d.rechts(x, y - 0.34, z - 0.04, 0.7, 0.2, "#f2b705")
    d.lijn([(x, y - 0.25, z + 0.06), (x, y + 0.28, z + 0.06)], "#5b4200", 2.4)


def kas(p: Penseel) -> None:
    """A greenhouse with young plants and beds that somebody tends: Nazorg."""
    d = p.doek
    p.boom(3.7, 0.6, "licht", 0.7)
    p.boom(0.35, 0.5, "struik")
    d.schaduw(0.6, 0.5, 2.8, 1.7, 0.9)
    d.vloer(0.6, 0.5, 2.8, 1.7, "#b9976a")
    for i in range(5):
        p.boom(0.95 + i * 0.53, 1.0, "struik", 0.75)
    for i in range(5):
        p.boom(0.9 + i * 0.53, 1.75, "licht", 0.42 + 0.06 * (i % 3))
    _glas(d, 0.6, 0.5, 2.8, 1.7)
    d.vloer(1.75, 2.2, 0.5, 0.45, "#e3d6b4")
    for rij in range(2):
        for k in range(4):
            _perk(d, 0.35 + k * 0.85, 2.68 + rij * 0.6, WAREN[(k + rij) % 4])
    p.mens(3.75, 2.85, "#3f8f5b", 2)
    p.mens(1.15, 2.5, "#c2397b", 1)
    d.doos(3.5, 2.3, 0, 0.26, 0.26, 0.3, "#5b8fb0")


def _glas(d: Doek, x: float, y: float, w: float, diep: float) -> None:
    goot, nok, midden = 0.95, 1.7, y + diep / 2
    d.links(x, y + diep, 0, w, goot, "#dff5f2", 0.5)
    d.vlak(
        [(x + w, y, 0), (x + w, y + diep, 0), (x + w, y + diep, goot), (x + w, midden, nok), (x + w, y, goot)],
        "#9fd0d6",
        0.78,
    )
    d.vlak([(x, y + diep, goot), (x + w, y + diep, goot), (x + w, midden, nok), (x, midden, nok)], "#eefbfa", 0.72)
    for k in range(8):
        spant = x + w * k / 7
        d.lijn([(spant, y + diep, 0), (spant, y + diep, goot), (spant, midden, nok)], "#4f9096", 1.7)
    for yy, z in ((y + diep, 0.0), (y + diep, goot), (midden, nok)):
        d.lijn([(x, yy, z), (x + w, yy, z)], "#4f9096", 1.7)
    d.lijn([(x + w, y + diep, 0), (x + w, y, 0), (x + w, y, goot), (x + w, midden, nok)], "#4f9096", 1.7)
    d.lijn([(x + w, midden, nok), (x + w, y + diep, goot)], "#4f9096", 1.7)
    d.links(x + 1.2, y + diep, 0, 0.4, 0.75, "#f7fffd", 0.8)


def _perk(d: Doek, x: float, y: float, bloem: str) -> None:
    d.doos(x, y, 0, 0.7, 0.42, 0.1, "#8b5e3c")
    for i in range(3):
        d.bol(x + 0.14 + i * 0.21, y + 0.14, 0.17, 3.6, tint(bloem, 1.15))
        d.bol(x + 0.14 + i * 0.21, y + 0.3, 0.17, 3.6, bloem)
