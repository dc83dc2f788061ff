"""The catalogues of the dossier: signals, legal groups, the matrix, language levels, outcomes and reasons to close.

Data in `data/*.yaml`, read once per language; texts come in the active language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any, Protocol, TypeVar

import yaml
from django.utils.translation import get_language

MAP = Path(__file__).resolve().parent / "data"
R = TypeVar("R")


@dataclass(frozen=True)
class Signaalsoort:
    """Something noticed that asks for an action within `termijn_dagen` days; `ernst` is acuut or aandacht."""

    code: str
    ernst: str
    termijn_dagen: int
    naam: str
    herkenning: str
    actie: str
    neutrale_tekst: str
    tip: str


@dataclass(frozen=True)
class Doelgroep:
    """A legal group; `soort` is hoofd (one at a time) or extra (beside it)."""

    code: str
    soort: str
    verantwoordelijk: str
    naam: str
    uitleg: str
    bron: str
    zekerheid: str


@dataclass(frozen=True)
class Taalniveauregel:
    """How to write and talk to somebody with this level of Dutch."""

    code: str
    volgorde: int
    cefr: str | None
    naam: str
    advies: str
    schrijf_op: str
    zin_woorden: int
    flesch_douma: int


@dataclass(frozen=True)
class Uitkomst:
    """How a visit to a tile ended; `soort` is positief, neutraal or negatief."""

    code: str
    soort: str
    naam: str
    uitleg: str


@dataclass(frozen=True)
class Sluitreden:
    """Why a dossier is closed; `soort` (voltooid or afgebroken) chooses the retention term."""

    code: str
    soort: str
    naam: str
    uitleg: str


@dataclass(frozen=True)
class ZrmDomein:
    """A domain of the self-sufficiency matrix with the klantbeeld aspect that holds its score."""

    code: str
    volgorde: int
    naam: str
    aspect: str


@dataclass(frozen=True)
class ZrmNiveau:
    """A level of the matrix, 1 to 5."""

    waarde: int
    naam: str


@cache
def _inhoud(bestand: str) -> Any:
    return yaml.safe_load((MAP / bestand).read_text(encoding="utf-8"))


def _taal() -> str:
    return (get_language() or "nl")[:2]


def _maak(soort: type[R], rijen: Iterable[Mapping[str, Any]], taal: str) -> tuple[R, ...]:
    namen = [veld.name for veld in fields(soort)]  # type: ignore[arg-type]
    uit = []
    for rij in rijen:
        vertaald = {**rij, **rij.get(taal, {})}
        uit.append(soort(**{naam: vertaald[naam] for naam in namen}))
    return tuple(uit)


@cache
def _catalogus(bestand: str, soort: type[R], taal: str, deel: str = "") -> tuple[R, ...]:
    inhoud = _inhoud(bestand)
    return _maak(soort, inhoud[deel] if deel else inhoud, taal)


def signaalsoorten() -> tuple[Signaalsoort, ...]:
    """All signals, acute ones first."""
    return _catalogus("signalen.yaml", Signaalsoort, _taal())


def doelgroepen() -> tuple[Doelgroep, ...]:
    """All legal groups."""
    return _catalogus("doelgroepen.yaml", Doelgroep, _taal())


def taalniveaus() -> tuple[Taalniveauregel, ...]:
    """All language levels, from low to high."""
    return _catalogus("taalniveaus.yaml", Taalniveauregel, _taal())


def uitkomsten() -> tuple[Uitkomst, ...]:
    """All outcomes of a visit to a tile."""
    return _catalogus("uitkomsten.yaml", Uitkomst, _taal())


def sluitredenen() -> tuple[Sluitreden, ...]:
    """All reasons to close a dossier."""
    return _catalogus("reden_afsluiten.yaml", Sluitreden, _taal())


def zrm_domeinen() -> tuple[ZrmDomein, ...]:
    """The thirteen domains in their usual order."""
    return _catalogus("zrm.yaml", ZrmDomein, _taal(), "domeinen")


def zrm_niveaus() -> tuple[ZrmNiveau, ...]:
    """The five levels, lowest first."""
    return _catalogus("zrm.yaml", ZrmNiveau, _taal(), "niveaus")


class MetCode(Protocol):
    """A row one chooses by its code and reads by its name."""

    @property
    def code(self) -> str: ...

    @property
    def naam(self) -> str: ...


C = TypeVar("C", bound=MetCode)


def vind(reeks: Iterable[C], code: str) -> C | None:
    """The row with this code, or None."""
    return next((rij for rij in reeks if rij.code == code), None)


def naam_van(reeks: Iterable[MetCode], code: str) -> str:
    """The name that belongs to a code; the code itself when the catalogue no longer knows it."""
    rij = next((rij for rij in reeks if rij.code == code), None)
    return rij.naam if rij else code


def keuzes(reeks: Iterable[MetCode]) -> list[tuple[str, str]]:
    """(code, name) pairs for a form field."""
    return [(rij.code, rij.naam) for rij in reeks]
