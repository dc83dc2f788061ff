"""Catalogues in data: YAML rows as frozen dataclasses, read once per language, texts in the active language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, fields
from functools import cache
from pathlib import Path
from typing import Any, Protocol, TypeVar

import yaml
from django.utils.translation import get_language, gettext

R = TypeVar("R")
_LADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class MetCode(Protocol):
    """A row one chooses by its code and reads by its name."""

    @property
    def code(self) -> str: ...

    @property
    def naam(self) -> str: ...


C = TypeVar("C", bound=MetCode)


def lees_catalogus(bestand: Path, soort: type[R], deel: str = "") -> tuple[R, ...]:
    """The rows of a file (or of one list in it) as `soort`, in the active language; lists become tuples.

    Raises KeyError when a row lacks a field of `soort` that has no default.
    """
    sleutel = (bestand, soort.__qualname__, deel, (get_language() or "nl")[:2])
    if sleutel not in _gelezen:
        inhoud = _inhoud(bestand)
        _gelezen[sleutel] = tuple(_rij(soort, rij, sleutel[3]) for rij in (inhoud[deel] if deel else inhoud))
    return _gelezen[sleutel]


_gelezen: dict[tuple[Path, str, str, str], tuple[Any, ...]] = {}


@cache
def _inhoud(bestand: Path) -> Any:
    return lees_yaml(bestand)


def lees_yaml(bestand: Path) -> Any:
    """What a file holds, with the fast reader where it is there: it saves seconds when everything starts."""
    return yaml.load(bestand.read_text(encoding="utf-8"), Loader=_LADER)  # noqa: S506 - both are safe loaders


def in_taal(rij: Mapping[str, Any], taal: str) -> dict[str, Any]:
    """A row with its texts in the active language: as the row itself has them, else as the pages are translated.

    What has English is text; what nobody translated stays Dutch.
    """
    if taal == "nl" or taal in rij:
        return {**rij, **rij.get(taal, {})}
    return {**rij, **{veld: vertaal(rij[veld]) for veld in rij.get("en", {}) if veld in rij}}


def vertaal(waarde: Any) -> Any:
    """Texts, also in lists and choices, through gettext; codes stay as they are."""
    if isinstance(waarde, list):
        return [vertaal(deel) for deel in waarde]
    if isinstance(waarde, Mapping):
        return {veld: deel if veld == "code" else vertaal(deel) for veld, deel in waarde.items()}
    return gettext(waarde) if isinstance(waarde, str) and waarde else waarde


def _rij(soort: type[R], rij: Mapping[str, Any], taal: str) -> R:
    vertaald = in_taal(rij, taal)
    velden = fields(soort)  # type: ignore[arg-type]
    gekozen = {v.name: vertaald[v.name] for v in velden if v.name in vertaald or v.default is MISSING}
    return soort(**{naam: tuple(w) if isinstance(w, list) else w for naam, w in gekozen.items()})


def vind(reeks: Iterable[C], code: str) -> C | None:
    """The row with this code, or None."""
    return next((rij for rij in reeks if rij.code == code), None)


def naam_van(reeks: Iterable[MetCode], code: str) -> str:
    """The name that belongs to a code; the code itself when the catalogue no longer knows it."""
    return next((rij.naam for rij in reeks if rij.code == code), code)


def keuzes(reeks: Iterable[MetCode]) -> list[tuple[str, str]]:
    """(code, name) pairs for a form field."""
    return [(rij.code, rij.naam) for rij in reeks]
