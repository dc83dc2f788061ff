"""Where people live: the house with the open door, homes with gardens."""

from __future__ import annotations

from werklandschap.landschap.tekening.figuren import Penseel
from werklandschap.landschap.tekening.primitives import GLAS_WARM, HOUT, WIT, Doek, projecteer, tint


def huis(p: Penseel) -> None:
    """A house whose door stands open, with a lit hall, a path to it and somebody who greets: Melding."""
    d, muur, dak = p.doek, "#f7efdf", "#cd5a41"
    p.boom(0.75, 0.6, "populier", 0.9)
    p.boom(3.45, 0.55, "loof", 0.8)
    d.vloer(1.55, 2.8, 0.75, 1.2, "#ecdcb9")
    d.schaduw(0.9, 0.8, 2.3, 2.0, 1.5)
    d.doos(0.9, 0.8, 0, 2.3, 2.0, 0.1, "#c9b79a")
    d.doos(0.9, 0.8, 0.1, 2.3, 2.0, 1.25, muur)
    d.ramen_links([(1.05, 0.5), (2.5, 0.5)], 2.8, 0.5, 0.52, GLAS_WARM)
    d.ramen_rechts([(1.1, 0.5), (2.0, 0.5)], 3.2, 0.5, 0.52)
    d.doos(1.0, 2.8, 0.4, 0.6, 0.12, 0.1, "#b5703f")
    d.doos(2.45, 2.8, 0.4, 0.6, 0.12, 0.1, "#b5703f")
    for i, kleur in enumerate(("#e4572e", "#f2b705", "#d6408a")):
        d.bol(1.12 + i * 0.18, 2.9, 0.56, 3.4, kleur)
        d.bol(2.57 + i * 0.18, 2.9, 0.56, 3.4, kleur)
    d.links(1.62, 2.8, 0.1, 0.66, 1.06, WIT)
    d.links(1.68, 2.8, 0.1, 0.54, 1.0, "#7a4a35")
    d.vlak([(1.68, 2.8, 0.1), (2.22, 2.8, 0.1), (2.22, 2.8, 0.55), (1.68, 2.8, 0.85)], "#ffd98a")
    d.rechts(2.24, 2.8, 0.1, 0.5, 1.0, "#1f7a72")
    d.bol(2.24, 3.2, 0.55, 2, "#f2c14e")
    _schoorsteen(d, 1.5, 1.1)
    d.zadeldak_x(0.9, 0.8, 1.35, 2.3, 2.0, 1.15, dak, muur)
    d.ramen_rechts([(1.6, 1.55)], 3.2, 0.4, 0.4)
    d.vloer(1.62, 2.86, 0.6, 0.3, "#b5563c")
    p.mens(1.45, 3.15, "#2d6cdf", 2)
    p.mens(2.15, 3.65, "#e07a3f", 0)
    d.lijn([(3.45, 3.3, 0), (3.45, 3.3, 1.35)], "#5b4636", 3)
    px, py = projecteer(3.45, 3.3, 1.35)
    d.pad(f"M{px:.1f} {py:.1f}h32l-7 8 7 8h-32z", fill="#f2b705")
    p.boom(0.6, 3.3, "struik")
    p.boom(1.05, 3.5, "struik", 0.7)
    p.boom(3.2, 2.9, "struik", 0.8)


def _schoorsteen(d: Doek, x: float, y: float) -> None:
    d.doos(x, y, 1.7, 0.28, 0.28, 0.95, "#b5674a")
    d.doos(x - 0.04, y - 0.04, 2.6, 0.36, 0.36, 0.08, "#8a4a35")


def woningen(p: Penseel) -> None:
    """Three homes side by side, each with a front garden and a hedge: Maatschappelijk fit."""
    d = p.doek
    p.boom(0.5, 0.45, "den", 0.85)
    p.boom(3.6, 0.4, "loof", 0.75)
    d.schaduw(0.4, 0.7, 3.15, 1.5, 1.7)
    d.doos(0.4, 0.7, 0, 1.05, 1.5, 1.3, "#cf6b4d")
    _voorgevel(d, 0.4, 1.3, "#2f5d73")
    d.zadeldak_y(0.4, 0.7, 1.3, 1.05, 1.5, 0.8, "#6f4a45", "#cf6b4d", 0.05)
    d.doos(1.45, 0.7, 0, 1.05, 1.5, 1.5, "#f3d9a4")
    _voorgevel(d, 1.45, 1.5, "#8c3f36")
    _trapgevel(d, 1.45, 2.2, 1.5, "#f3d9a4")
    d.doos(2.5, 0.7, 0, 1.05, 1.5, 1.2, "#8fb7cf")
    d.ramen_rechts([(0.95, 0.65), (1.6, 0.65)], 3.55, 0.36, 0.42)
    _voorgevel(d, 2.5, 1.2, "#3f6b4f")
    d.zadeldak_y(2.5, 0.7, 1.2, 1.05, 1.5, 0.8, "#54607a", "#8fb7cf", 0.05)
    for i, bloemen in enumerate(("#e4572e", "#d6408a", "#f2b705")):
        _voortuin(p, 0.42 + i * 1.05, bloemen)
    p.mens(1.2, 3.75, "#c2397b", 1)
    p.mens(1.62, 3.8, "#2d6cdf", 1, 0.72)
    p.mens(3.0, 3.7, "#e07a3f", 0)


def _voorgevel(d: Doek, x: float, h: float, deur: str) -> None:
    d.links(x + 0.62, 2.2, 0, 0.3, 0.62, deur)
    d.ramen_links([(x + 0.14, 0.2)], 2.2, 0.38, 0.42, GLAS_WARM)
    d.ramen_links([(x + 0.14, h - 0.5), (x + 0.58, h - 0.5)], 2.2, 0.32, 0.4)


def _trapgevel(d: Doek, x: float, y: float, z: float, kleur: str) -> None:
    """A Dutch stepped gable in front of its roof, which falls away on both sides."""
    d.zadeldak_y(x, 0.7, z, 1.05, 1.46, 0.72, "#a35a3c", kleur, 0.02)
    for inham, h in ((0, 0.22), (0.16, 0.46), (0.32, 0.7)):
        d.links(x + inham, y, z, 1.05 - 2 * inham, h, tint(kleur, 0.99))
        d.rechts(x + 1.05 - inham, y - 0.12, z + h - 0.24, 0.12, 0.24, tint(kleur, 0.72))
    d.links(x + 0.4, y, z + 0.12, 0.24, 0.3, "#5f7d8c")


def _voortuin(p: Penseel, x: float, bloemen: str) -> None:
    d = p.doek
    d.vloer(x, 2.22, 1.0, 1.05, "#93cd7d")
    d.vloer(x + 0.62, 2.22, 0.26, 1.05, "#e6d8b8")
    d.doos(x, 3.2, 0, 0.58, 0.1, 0.2, "#4f9a5c")
    d.doos(x + 0.92, 2.25, 0, 0.06, 1.05, 0.18, "#4f9a5c")
    for i in range(4):
        d.bol(x + 0.16 + 0.12 * i, 2.55 + 0.12 * (i % 2), 0.05, 3.2, bloemen)
    d.lijn([(x + 0.05, 2.9, 0.03), (x + 0.5, 2.9, 0.03)], HOUT, 3)
