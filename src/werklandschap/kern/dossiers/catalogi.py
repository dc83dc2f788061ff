"""The catalogues of the dossier: signals, legal groups, the matrix, language levels, outcomes and reasons to close.

Data in `data/*.yaml`, read once per language; texts come in the active language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from werklandschap.kern.basis.catalogus import lees_catalogus
from werklandschap.kern.organisaties.eigen import toegepast
from werklandschap.kern.organisaties.models import Gemeente

MAP = Path(__file__).resolve().parent / "data"


@dataclass(frozen=True)
class Signaalsoort:
    """Something noticed that asks for an action within `termijn_dagen` days; `ernst` is acuut or aandacht.

    `gevoelig` (gezondheid, schulden or empty) only on a row of the municipality: who may read the name.
    """

    code: str
    ernst: str
    termijn_dagen: int
    naam: str
    herkenning: str
    actie: str
    neutrale_tekst: str
    tip: str
    gevoelig: str = ""
    # At most this level of Dutch in letters to the person while the signal is open; empty: says nothing about it.
    schrijf_op: str = ""


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


SIGNALEN = "signalen"


def signaalsoorten(gemeente: Gemeente | None = None, *, ook_uit: bool = False) -> tuple[Signaalsoort, ...]:
    """All signals, acute ones first; with a municipality as it uses them, its own included."""
    rijen = toegepast(gemeente, SIGNALEN, lees_catalogus(MAP / "signalen.yaml", Signaalsoort), _eigen, ook_uit=ook_uit)
    return tuple(sorted(rijen, key=lambda soort: soort.ernst != "acuut"))


def _eigen(code: str, rij: Mapping[str, Any]) -> Signaalsoort:
    namen = ("ernst", "termijn_dagen", "naam", "herkenning", "actie", "neutrale_tekst", "tip", "gevoelig")
    return Signaalsoort(code=code, **{naam: rij[naam] for naam in namen})


def doelgroepen() -> tuple[Doelgroep, ...]:
    """All legal groups."""
    return lees_catalogus(MAP / "doelgroepen.yaml", Doelgroep)


def taalniveaus() -> tuple[Taalniveauregel, ...]:
    """All language levels, from low to high."""
    return lees_catalogus(MAP / "taalniveaus.yaml", Taalniveauregel)


def uitkomsten() -> tuple[Uitkomst, ...]:
    """All outcomes of a visit to a tile."""
    return lees_catalogus(MAP / "uitkomsten.yaml", Uitkomst)


def sluitredenen() -> tuple[Sluitreden, ...]:
    """All reasons to close a dossier."""
    return lees_catalogus(MAP / "reden_afsluiten.yaml", Sluitreden)


def zrm_domeinen() -> tuple[ZrmDomein, ...]:
    """The thirteen domains in their usual order."""
    return lees_catalogus(MAP / "zrm.yaml", ZrmDomein, "domeinen")


def zrm_niveaus() -> tuple[ZrmNiveau, ...]:
    """The five levels, lowest first."""
    return lees_catalogus(MAP / "zrm.yaml", ZrmNiveau, "niveaus")
