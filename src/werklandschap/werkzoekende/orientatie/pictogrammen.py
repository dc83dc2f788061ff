"""Small drawings beside the questions: faces for the answers, and pictures where words are hard."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from werklandschap.kern.basis.catalogus import lees_yaml

_HOOFD = '<circle cx="12" cy="12" r="9.5"/><path d="M8.5 9v.5M15.5 9v.5"/>'
# One face per answer, from not at all to very much.
GEZICHTEN = (
    _HOOFD + '<path d="M7.5 17c2-4 7-4 9 0"/>',
    _HOOFD + '<path d="M8 16.3c2-2 6-2 8 0"/>',
    _HOOFD + '<path d="M8 15.5h8"/>',
    _HOOFD + '<path d="M8 14.5c2 2 6 2 8 0"/>',
    _HOOFD + '<path d="M7 13.5c1 5.5 9 5.5 10 0z"/>',
)


@cache
def tekeningen() -> dict[str, str]:
    """{keyword: drawing}."""
    uit: dict[str, str] = lees_yaml(Path(__file__).parent / "data" / "pictogrammen.yaml")
    return uit


def pictogram(naam: str) -> SafeString | str:
    """The drawing for a keyword; empty when there is none: the words say it already."""
    return _svg(tekeningen()[naam]) if naam in tekeningen() else ""


def gezicht(waarde: int) -> SafeString:
    """The face that goes with an answer 0–4."""
    return _svg(GEZICHTEN[waarde])


def _svg(tekening: str) -> SafeString:
    return format_html(
        '<svg class="wl-pictogram" viewBox="0 0 24 24" width="40" height="40" fill="none" stroke="currentColor" '
        'stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">'
        "{}</svg>",
        mark_safe(tekening),  # noqa: S308  # our own constants
    )
