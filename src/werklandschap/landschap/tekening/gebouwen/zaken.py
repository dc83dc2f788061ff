"""Where employers work: open office, accessible building, drawing studio."""

from __future__ import annotations

from werklandschap.landschap.tekening.figuren import HUID, Penseel
from werklandschap.landschap.tekening.primitives import GLAS_WARM, HOUT, WIT, Doek, getal, projecteer


def kantoor(p: Penseel) -> None:
    """An office that is open on the ground floor, so that one sees people at work: Werkgever contact."""
    d = p.doek
    p.boom(0.4, 0.8, "populier", 0.85)
    p.boom(3.65, 0.4, "loof", 0.75)
    d.schaduw(0.6, 0.6, 2.8, 1.9, 2.0)
    d.vloer(0.6, 0.6, 2.8, 1.9, "#e8d9bd")
    d.links(0.6, 0.66, 0, 2.8, 1.0, "#c7b48f")
    d.rechts(0.66, 0.6, 0, 1.9, 1.0, "#dccaa6")
    _bureaus(p)
    for x, y in ((0.66, 2.42), (2.0, 2.42), (3.32, 2.42), (3.32, 0.75)):
        d.doos(x, y, 0, 0.1, 0.1, 1.0, "#f4f1ea")
    d.doos(0.5, 0.5, 1.0, 3.0, 2.1, 0.16, "#f4f1ea")
    d.doos(0.6, 0.6, 1.16, 2.8, 1.9, 0.95, "#7fa9c0")
    d.ramen_links([(0.7 + i * 0.55, 1.28) for i in range(5)], 2.5, 0.46, 0.7, "#d9eef7")
    d.ramen_rechts([(0.75 + i * 0.6, 1.28) for i in range(3)], 3.4, 0.48, 0.7)
    d.doos(0.5, 0.5, 2.11, 3.0, 2.1, 0.14, "#f4f1ea")
    d.vloer(0.75, 0.75, 2.5, 1.6, "#86c47a", 2.26)
    for x, y, soort in ((1.1, 1.1, "struik"), (1.7, 1.9, "struik"), (2.8, 1.2, "licht")):
        p.boom(x, y, soort, 0.6, 2.26)
    d.vloer(1.2, 2.6, 1.6, 1.3, "#e6ddc9")
    p.mens(1.7, 3.2, "#37475a", 0)
    p.mens(2.1, 3.15, "#c2397b", 1)
    d.doos(3.2, 2.95, 0, 0.3, 0.7, 0.2, HOUT)
    p.boom(0.6, 3.2, "struik", 0.9)
    p.boom(3.55, 2.5, "struik", 0.8)


def _bureaus(p: Penseel) -> None:
    """Desks on the open floor, seen under the building."""
    for x in (1.05, 2.35):
        p.mens(x + 0.3, 1.35, ("#1f9d8a", "#e07a3f")[x > 2], int(x), 0.85)
        p.doek.doos(x, 1.5, 0, 0.7, 0.4, 0.32, "#d7a86c")
        p.doek.links(x + 0.2, 1.72, 0.34, 0.32, 0.22, "#37475a")
    p.mens(1.95, 2.15, "#2d6cdf", 2, 0.9)


def hellingbaan(p: Penseel) -> None:
    """A building that everybody can enter: a ramp to the door and a glass lift: Kandidaat fit."""
    d, muur = p.doek, "#efe2ee"
    p.boom(0.35, 1.0, "loof", 0.8)
    p.boom(3.7, 0.35, "den", 0.75)
    d.schaduw(0.7, 0.6, 2.4, 1.6, 2.0)
    d.doos(0.7, 0.6, 0, 2.4, 1.6, 0.4, "#b8a9bd")
    d.doos(0.7, 0.6, 0.4, 2.4, 1.6, 1.7, muur)
    d.ramen_links([(1.75, 0.6), (2.4, 0.6), (0.9, 1.4), (1.75, 1.4), (2.4, 1.4)], 2.2, 0.48, 0.48, GLAS_WARM)
    d.links(0.88, 2.2, 0.4, 0.56, 0.8, WIT)
    d.links(0.94, 2.2, 0.4, 0.44, 0.74, "#7b4bb3")
    d.doos(0.6, 0.5, 2.1, 2.6, 1.8, 0.14, "#8d6f9c")
    _lift(d, 3.1, 1.0)
    _helling(p)
    p.mens(1.15, 2.55, "#1f9d8a", 2, 1.0, 0.4)
    p.mens(3.4, 3.4, "#e07a3f", 0)
    p.boom(0.45, 3.65, "struik", 0.9)


def _lift(d: Doek, x: float, y: float) -> None:
    d.doos(x, y, 0, 0.7, 0.8, 0.08, "#8794a0")
    d.doos(x + 0.08, y + 0.1, 0.5, 0.54, 0.6, 0.75, "#f2b705")
    d.links(x, y + 0.8, 0.08, 0.7, 2.5, "#dff3f8", 0.55)
    d.rechts(x + 0.7, y, 0.08, 0.8, 2.5, "#8fc4d6", 0.6)
    d.lijn([(x, y + 0.8, 0), (x, y + 0.8, 2.6), (x + 0.7, y + 0.8, 2.6), (x + 0.7, y + 0.8, 0)], "#55707f", 2.4)
    d.lijn([(x + 0.7, y + 0.8, 2.6), (x + 0.7, y, 2.6), (x + 0.7, y, 0)], "#55707f", 2.4)
    d.lijn([(x, y + 0.8, 1.3), (x + 0.7, y + 0.8, 1.3), (x + 0.7, y, 1.3)], "#55707f", 1.6)
    d.doos(x - 0.04, y - 0.04, 2.58, 0.78, 0.88, 0.12, "#6b7f8c")


def _helling(p: Penseel) -> None:
    """From the landing at the door down along the front to the path, with a rail and somebody in a wheelchair."""
    d = p.doek
    d.doos(0.7, 2.2, 0, 0.85, 0.75, 0.4, "#d9cfd8")
    d.vlak([(1.55, 2.2, 0.4), (1.55, 2.95, 0.4), (3.7, 2.95, 0), (3.7, 2.2, 0)], "#e9e1e6")
    d.vlak([(1.55, 2.95, 0.4), (3.7, 2.95, 0), (1.55, 2.95, 0)], "#b9adb9")
    _rolstoel(d, 2.45, 2.55, 0.23)
    rail = [(0.75, 2.95, 0.85), (1.55, 2.95, 0.85), (3.6, 2.95, 0.47)]
    for x, z in ((0.75, 0.4), (1.55, 0.4), (2.25, 0.27), (2.95, 0.14), (3.6, 0.02)):
        d.lijn([(x, 2.95, z), (x, 2.95, z + 0.45)], "#55606a", 2)
    d.lijn(rail, "#55606a", 3)
    d.vloer(3.0, 3.05, 0.7, 0.9, "#e8dcc0")


def _rolstoel(d: Doek, x: float, y: float, z: float) -> None:
    px, py = projecteer(x, y, z)
    d.los(
        f'<g transform="translate({getal(px)} {getal(py)})"><circle cx="2" cy="-6" r="7" fill="none" stroke="#2b2f33" '
        'stroke-width="2.4"/><path d="M-8-20v10h9l5 7" fill="none" stroke="#2b2f33" stroke-width="2.4"/>'
        '<path d="M-6-11v-9a4.5 4.5 0 0 1 9 0v4l5 3v4H-6z" fill="#2d6cdf"/>'
        + f'<circle cx="-1.5" cy="-28" r="4.2" fill="{HUID[1]}"/></g>'
    )


def tekenstudio(p: Penseel) -> None:
    """A studio with a slanted roof light; outside a board with the drawing of a job: Opstellen werkprofiel."""
    d, muur = p.doek, "#f4e6d4"
    p.boom(0.4, 0.6, "licht", 0.85)
    p.boom(3.7, 0.5, "populier", 0.7)
    d.schaduw(0.7, 0.6, 2.5, 1.8, 1.5)
    d.doos(0.7, 0.6, 0, 2.5, 1.8, 1.05, muur)
    d.links(0.7, 2.4, 0, 2.5, 0.16, "#c98a63")
    d.rechts(3.2, 0.6, 0, 1.8, 0.16, "#a86f4e")
    _atelierdak(d)
    d.links(0.95, 2.4, 0, 0.5, 0.85, WIT)
    d.links(1.01, 2.4, 0, 0.38, 0.79, "#2f6f8f")
    d.ramen_links([(1.65, 0.34)], 2.4, 1.3, 0.56, GLAS_WARM)
    d.lijn([(2.08, 2.4, 0.4), (2.08, 2.4, 0.84)], WIT, 2)
    d.lijn([(2.52, 2.4, 0.4), (2.52, 2.4, 0.84)], WIT, 2)
    d.ramen_rechts([(0.85, 0.36), (1.6, 0.36)], 3.2, 0.54, 0.5)
    d.vloer(0.9, 2.45, 0.6, 1.5, "#ecdcb9")
    _tekenbord(d, 2.2, 3.15)
    _potlood(d)
    p.mens(1.9, 3.5, "#c2397b", 0)
    p.mens(3.3, 3.35, "#2d6cdf", 3)
    p.boom(0.45, 3.2, "struik", 0.9)


def _atelierdak(d: Doek) -> None:
    """A roof in two slopes with large panes towards the light."""
    x0, x1, y0, y1, nok = 0.6, 3.3, 0.5, 2.5, 1.2
    d.vlak([(3.2, 0.6, 1.05), (3.2, 2.4, 1.05), (3.2, nok, 2.05)], "#c3b4a4")
    d.vlak([(x0, y0, 1.02), (x1, y0, 1.02), (x1, nok, 2.08), (x0, nok, 2.08)], "#8a5140")
    d.vlak([(x0, y1, 1.0), (x1, y1, 1.0), (x1, nok, 2.08), (x0, nok, 2.08)], "#c9735a")

    def op_dak(x: float, deel: float) -> tuple[float, float, float]:
        return x, y1 - (y1 - nok) * deel, 1.0 + 1.08 * deel

    for k in range(3):
        for rand, kleur in ((0.0, WIT), (0.05, "#a9d6ea")):
            links, rechts, onder, boven = 0.85 + k * 0.8 + rand, 1.47 + k * 0.8 - rand, 0.1 + rand, 0.78 - rand
            d.vlak([op_dak(links, onder), op_dak(rechts, onder), op_dak(rechts, boven), op_dak(links, boven)], kleur)
    d.lijn([(x1, y0, 1.02), (x1, nok, 2.08), (x1, y1, 1.0)], "#7a4535", 2.4)


def _tekenbord(d: Doek, x: float, y: float) -> None:
    for dx in (0.1, 0.8):
        d.lijn([(x + dx, y, 0), (x + dx, y, 1.0)], HOUT, 3)
    d.links(x, y + 0.02, 0.3, 0.9, 0.72, "#2f5d8f")
    hoeken = ((0.15, 0.45), (0.75, 0.45), (0.75, 0.75), (0.15, 0.75), (0.15, 0.45))
    d.lijn([(x + dx, y + 0.02, z) for dx, z in hoeken], "#dcefff", 1.6)
    d.lijn([(x + 0.15, y + 0.02, 0.75), (x + 0.45, y + 0.02, 0.93), (x + 0.75, y + 0.02, 0.75)], "#dcefff", 1.6)


def _potlood(d: Doek) -> None:
    """A pencil as large as a bench."""
    d.lijn([(1.75, 3.85, 0.08), (3.0, 3.85, 0.08)], "#12352b", 9, 0.15)
    d.lijn([(1.7, 3.8, 0.12), (2.9, 3.8, 0.12)], "#f2b705", 9)
    d.lijn([(1.5, 3.8, 0.12), (1.7, 3.8, 0.12)], "#d6408a", 9)
    d.vlak([(2.9, 3.8, 0.02), (2.9, 3.8, 0.24), (3.15, 3.8, 0.1)], "#f0d3a4")
