"""The glossary: one language for professionals, managers and directors. Its data is `begrippen.yaml`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import get_language

BESTAND = Path(__file__).with_name("begrippen.yaml")


@dataclass(frozen=True)
class Begrip:
    """A term with its meaning in one language; `zie` are slugs of related terms."""

    slug: str
    begrip: str
    uitleg: str
    zie: tuple[str, ...] = ()


def alle_begrippen() -> list[Begrip]:
    """All terms in the active language, in alphabetical order."""
    return sorted(_begrippen(_taal()).values(), key=lambda b: b.begrip.casefold())


def begrippen_met(slugs: Iterable[str]) -> list[Begrip]:
    """The terms with these slugs, in the order given; unknown slugs are left out."""
    bekend = _begrippen(_taal())
    return [bekend[slug] for slug in slugs if slug in bekend]


def _taal() -> str:
    return "en" if (get_language() or "").startswith("en") else "nl"


@cache
def _begrippen(taal: str) -> Mapping[str, Begrip]:
    uit: dict[str, Begrip] = {}
    for rij in yaml.safe_load(BESTAND.read_text(encoding="utf-8")):
        begrip = _lees(rij, taal)
        if begrip.slug in uit:
            raise ImproperlyConfigured(f"{BESTAND}: slug: {begrip.slug!r} komt twee keer voor.")
        uit[begrip.slug] = begrip
    return uit


def _lees(rij: dict[str, Any], taal: str) -> Begrip:
    tekst = rij.get("en", rij) if taal == "en" else rij
    try:
        return Begrip(rij["slug"], tekst["begrip"], tekst["uitleg"], tuple(rij.get("zie", ())))
    except KeyError as fout:
        raise ImproperlyConfigured(f"{BESTAND}: {rij.get('slug', '?')}: {fout} ontbreekt.") from fout
