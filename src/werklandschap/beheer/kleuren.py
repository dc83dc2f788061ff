"""Contrast of the municipality's colour (WCAG 2.2, relative luminance)."""

from __future__ import annotations

MINIMUM = 4.5


def _lineair(waarde: int) -> float:
    deel = waarde / 255
    return deel / 12.92 if deel <= 0.04045 else float(((deel + 0.055) / 1.055) ** 2.4)


def helderheid(kleur: str) -> float:
    """Relative luminance of `#rrggbb`, 0 (black) to 1 (white)."""
    rood, groen, blauw = (_lineair(int(kleur[i : i + 2], 16)) for i in (1, 3, 5))
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw


def contrast(een: str, ander: str = "#ffffff") -> float:
    """Contrast ratio of two colours, 1 to 21."""
    licht, donker = sorted((helderheid(een), helderheid(ander)), reverse=True)
    return (licht + 0.05) / (donker + 0.05)
