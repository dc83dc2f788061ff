"""Where people find out and learn: observatory, school, training hall."""

from __future__ import annotations

from math import cos, pi, sin

from werklandschap.landschap.tekening.figuren import Penseel
from werklandschap.landschap.tekening.primitives import GLAS_WARM, HOUT, STRAAL_X, WIT, Doek, getal, projecteer, tint

BAKSTEEN = "#d1714f"


def sterrenwacht(p: Penseel) -> None:
    """An observatory with an open dome and a telescope: Diagnostiek."""
    d = p.doek
    p.boom(0.5, 1.4, "den", 0.9)
    p.boom(1.3, 0.5, "den", 0.75)
    p.boom(3.6, 0.7, "struik")
    d.schijf(2.0, 1.9, 1.62, "#cfc7b8")
    d.schijf(2.0, 1.9, 1.5, "#e9e3d6")
    d.schijf(2.45, 1.75, 1.22, "#12352b", dekking=0.14)
    d.cilinder(2, 1.8, 0, 1.15, 1.15, "#f4efe6")
    for hoek_x, hoek_y in ((1.35, 2.75), (2.95, 2.45)):
        d.links(hoek_x - 0.16, hoek_y, 0.42, 0.32, 0.46, "#4f6f9b")
    d.links(1.95, 2.97, 0, 0.42, 0.72, HOUT)
    d.links(2.0, 2.97, 0, 0.32, 0.66, "#5a3c2b")
    d.cilinder(2, 1.8, 1.15, 1.22, 0.14, "#c9bda9")
    d.koepel(2, 1.8, 1.29, 1.08, "#6f86b8")
    _telescoop(d)
    d.vloer(2.0, 3.1, 0.34, 0.8, "#dccdaa")
    for i, h in enumerate((0.16, 0.08)):
        d.doos(1.9, 2.98 + i * 0.14, 0, 0.52, 0.14, h, "#d9cdb6")
    _statief(d, 3.35, 3.0)
    p.mens(2.95, 3.35, "#1f9d8a", 1)
    p.mens(1.15, 3.35, "#7b4bb3", 0)
    p.mens(1.55, 3.55, "#3d5a80", 3)
    p.boom(0.55, 3.35, "struik", 0.9)


def _telescoop(d: Doek) -> None:
    """The slit of the dome, from front to crown, and the tube that looks out of it to the upper left."""
    px, py = projecteer(2, 1.8, 1.29)
    r = 1.08 * STRAAL_X

    def q(x: float, y: float) -> str:
        return f"{getal(px + x * r)} {getal(py + y * r)}"

    d.pad(
        f"M{q(-0.6, 0.4)}C{q(-0.66, -0.2)} {q(-0.5, -0.66)} {q(-0.16, -0.985)}L{q(0.12, -0.99)}"
        f"C{q(-0.16, -0.66)} {q(-0.28, -0.2)} {q(-0.22, 0.5)}z",
        fill="#26344f",
    )
    d.reik(py - 1.42 * r)
    d.pad(f"M{q(-0.28, -0.4)}L{q(-0.5, -0.22)}L{q(-1.02, -1.16)}L{q(-0.78, -1.3)}z", fill="#5d7390")
    d.pad(f"M{q(-0.28, -0.4)}L{q(-0.37, -0.33)}L{q(-0.88, -1.24)}L{q(-0.78, -1.3)}z", fill="#465a75")
    d.pad(f"M{q(-0.98, -1.01)}L{q(-1.1, -1.22)}L{q(-0.8, -1.4)}L{q(-0.69, -1.19)}z", fill="#f2c14e")


def _statief(d: Doek, x: float, y: float) -> None:
    poten = ((-0.15, 0.1), (0.15, 0.1), (0.0, -0.18))
    for dx, dy in poten:
        d.lijn([(x + dx, y + dy, 0), (x, y, 0.45)], "#4a3a2c", 2.4)
    d.lijn([(x + 0.18, y + 0.0, 0.4), (x - 0.25, y + 0.12, 0.72)], "#37475a", 6)


def school(p: Penseel) -> None:
    """A brick school with a clock tower and a play yard: Opleiden."""
    d, dak = p.doek, "#6d4a5c"
    p.boom(0.45, 0.4, "loof", 0.8)
    p.boom(3.7, 0.55, "populier", 0.75)
    d.schaduw(0.5, 0.7, 3.0, 1.6, 1.5)
    d.doos(0.5, 0.7, 0, 3.0, 1.6, 0.12, "#b9a48c")
    d.doos(0.5, 0.7, 0.12, 3.0, 1.6, 1.4, BAKSTEEN)
    d.ramen_links([(0.68 + i * 0.72, z) for i in (0, 3) for z in (0.25, 0.92)], 2.3, 0.46, 0.46, GLAS_WARM)
    d.ramen_rechts([(0.95, 0.9), (1.65, 0.9), (0.95, 0.25), (1.65, 0.25)], 3.5, 0.42, 0.44)
    d.zadeldak_x(0.5, 0.7, 1.52, 3.0, 1.6, 0.85, dak, BAKSTEEN)
    d.doos(1.45, 1.5, 0, 1.1, 1.0, 2.35, tint(BAKSTEEN, 1.12))
    _klok(d, 2.0, 2.5, 2.02)
    d.ramen_links([(1.62, 1.05), (2.06, 1.05)], 2.5, 0.34, 0.44)
    d.links(1.7, 2.5, 0, 0.6, 0.78, WIT)
    d.links(1.76, 2.5, 0, 0.48, 0.72, "#2f6f6a")
    d.lijn([(2.0, 2.5, 0), (2.0, 2.5, 0.72)], "#1f4f4b", 1.6)
    d.piramide(1.37, 1.42, 2.35, 1.26, 1.16, 1.0, dak)
    d.doos(1.55, 2.5, 0, 0.9, 0.2, 0.08, "#d8c9ac")
    d.vloer(1.72, 2.7, 0.56, 1.25, "#e6d3a6")
    _hinkelbaan(d)
    p.mens(1.3, 3.2, "#7b4bb3", 0)
    p.mens(2.75, 3.5, "#1f9d8a", 1)
    p.mens(0.85, 3.5, "#e07a3f", 3)
    p.boom(3.6, 3.2, "licht", 0.7)
    p.boom(0.4, 2.9, "struik", 0.8)


def _klok(d: Doek, x: float, y: float, z: float) -> None:
    px, py = projecteer(x, y, z)
    d.los(
        f'<circle cx="{getal(px)}" cy="{getal(py)}" r="9.5" fill="{WIT}" stroke="#5a3a2c" stroke-width="2"/>'
        f'<path d="M{getal(px)} {getal(py - 6)}v6l4.5 2.5" fill="none" stroke="#5a3a2c" stroke-width="2"/>'
    )


def _hinkelbaan(d: Doek) -> None:
    for i in range(3):
        d.vloer(2.75 + i * 0.3, 2.85, 0.26, 0.26, ("#f2b705", "#e4572e", "#2d6cdf")[i], dekking=0.75)


def opleidingshal(p: Penseel) -> None:
    """A training hall with a round roof, a practice yard and a fork-lift truck: Opleiden (werkgevers)."""
    d, muur = p.doek, "#e9d7b4"
    p.boom(0.4, 0.9, "populier", 0.8)
    p.boom(3.65, 0.45, "loof", 0.75)
    d.schaduw(0.6, 0.6, 2.6, 2.0, 1.4)
    d.doos(0.6, 0.6, 0, 2.6, 2.0, 1.0, muur)
    _boogdak(d, 0.6, 0.6, 1.0, 2.6, 2.0, 0.85)
    d.ramen_rechts([(0.8, 0.3), (1.4, 0.3), (2.0, 0.3)], 3.2, 0.46, 0.5)
    d.links(1.35, 2.6, 0, 1.1, 0.95, "#5c6b76")
    d.links(1.43, 2.6, 0, 0.94, 0.87, "#ffe2a3")
    for i in range(3):
        d.links(1.43, 2.6, 0.6 + i * 0.1, 0.94, 0.05, "#8d9aa3")
    d.ramen_links([(0.72, 0.35), (2.6, 0.35)], 2.6, 0.46, 0.42)
    _boekschild(d, 1.9, 2.6, 1.36)
    d.vloer(0.5, 2.8, 3.0, 1.0, "#dccfb4")
    _heftruck(d, 2.75, 3.05)
    d.doos(0.75, 3.0, 0, 0.7, 0.32, 0.32, HOUT)
    d.lijn([(0.85, 3.2, 0.34), (1.35, 3.2, 0.34)], "#c9ced1", 3)
    for x, y in ((0.55, 3.7), (1.2, 3.8)):
        _kegeltje(d, x, y)
    p.mens(1.05, 3.5, "#f2b705", 1)
    p.mens(1.7, 3.35, "#2d6cdf", 0)
    p.mens(2.15, 3.55, "#c2397b", 2)


def _boogdak(d: Doek, x: float, y: float, z: float, w: float, diep: float, h: float) -> None:
    """A barrel roof along y: its round front looks to the lower left."""
    boog = [(x + w / 2 - w / 2 * cos(pi * i / 12), z + h * sin(pi * i / 12)) for i in range(13)]
    lagen = ((0, 5, "#8fb0bd"), (5, 8, "#7a9dac"), (8, 12, "#5f8394"))
    for van, tot, kleur in lagen:
        rand = boog[van : tot + 1]
        d.vlak([(a, y, b) for a, b in rand] + [(a, y + diep + 0.1, b) for a, b in rand[::-1]], kleur)
    d.vlak([(a, y + diep, b) for a, b in boog], "#f5e9cf")
    d.lijn([(a, y + diep + 0.1, b) for a, b in boog], "#4d7080", 3)


def _boekschild(d: Doek, x: float, y: float, z: float) -> None:
    d.vlak([(x - 0.4, y, z), (x, y, z - 0.08), (x, y, z + 0.3), (x - 0.4, y, z + 0.38)], "#c5533c")
    d.vlak([(x + 0.4, y, z), (x, y, z - 0.08), (x, y, z + 0.3), (x + 0.4, y, z + 0.38)], "#e0785f")


def _heftruck(d: Doek, x: float, y: float) -> None:
    d.schijf(x + 0.3, y + 0.25, 0.4, "#12352b", dekking=0.18)
    d.doos(x, y, 0.1, 0.55, 0.42, 0.3, "#f2b705")
    d.lijn([(x + 0.1, y + 0.42, 0.4), (x + 0.1, y + 0.42, 0.8), (x + 0.5, y + 0.42, 0.8)], "#37475a", 2.6)
    d.lijn([(x + 0.5, y + 0.42, 0.4), (x + 0.5, y + 0.42, 0.8)], "#37475a", 2.6)
    d.lijn([(x - 0.08, y + 0.42, 0.02), (x - 0.08, y + 0.42, 0.95)], "#37475a", 4)
    d.lijn([(x - 0.08, y + 0.42, 0.12), (x - 0.4, y + 0.42, 0.12)], "#37475a", 3)
    for wiel in (0.1, 0.45):
        d.bol(x + wiel, y + 0.44, 0.1, 5, "#2b2f33")


def _kegeltje(d: Doek, x: float, y: float) -> None:
    d.schijf(x, y, 0.09, "#c8502f")
    d.kegel(x, y, 0, 0.07, 0.26, "#f07a3c")
