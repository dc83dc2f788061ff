"""The ways of inclusive employment, and what helps to choose and to work them out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from werklandschap.kern.basis.catalogus import lees_catalogus

MAP = Path(__file__).resolve().parent / "data"


@dataclass(frozen=True)
class Manier:
    """What a way asks, gives and costs, who helps, and the first step."""

    code: str
    naam: str
    instrument: str
    vraagt: str
    geeft: str
    kost: str
    wie_helpt: str
    eerste_stap: str


@dataclass(frozen=True)
class Checkvraag:
    """A question about the situation of an employer; a yes points to `manieren` because of `reden`."""

    code: str
    vraag: str
    manieren: tuple[str, ...]
    reden: str


@dataclass(frozen=True)
class Bouwblok:
    """What an effort for social return is worth in euros: per year full time, per hour, or per paid euro."""

    code: str
    naam: str
    soort: str
    bedrag: str
    bron: str


@dataclass(frozen=True)
class SroiInstelling:
    """Hours of a full week, and the percentage proposed for a new order."""

    voltijd_uren: str
    percentage: str


@dataclass(frozen=True)
class PsoNorm:
    """The share (%) from which each step is reached in a company of so many people."""

    mensen: int
    trede1: str
    trede2: str
    trede3: str


@dataclass(frozen=True)
class PsoInstelling:
    """Where the norms come from, and the share (%) of PSO 30+."""

    bron: str
    gelezen: date
    dertig_plus: str


@dataclass(frozen=True)
class Beleidsblok:
    """A building block: a question to talk about, and a text to start from. `{bedrijf}` is the name."""

    code: str
    soort: str
    kop: str
    vraag: str
    tekst: str


def manieren() -> tuple[Manier, ...]:
    """All ways."""
    return lees_catalogus(MAP / "manieren.yaml", Manier)


def checkvragen() -> tuple[Checkvraag, ...]:
    """The questions of the checklist."""
    return lees_catalogus(MAP / "checklist.yaml", Checkvraag)


def bouwblokken() -> tuple[Bouwblok, ...]:
    """What counts for social return."""
    return lees_catalogus(MAP / "sroi.yaml", Bouwblok, "bouwblokken")


def sroi_instelling() -> SroiInstelling:
    """How social return is calculated."""
    return lees_catalogus(MAP / "sroi.yaml", SroiInstelling, "instellingen")[0]


def pso_normen() -> tuple[PsoNorm, ...]:
    """The norms, small companies first."""
    return lees_catalogus(MAP / "pso.yaml", PsoNorm, "normen")


def pso_instelling() -> PsoInstelling:
    """The source of the norms."""
    return lees_catalogus(MAP / "pso.yaml", PsoInstelling, "instellingen")[0]


def beleidsblokken(soort: str) -> tuple[Beleidsblok, ...]:
    """The building blocks of an HR policy (`hr`) or a mission statement (`missie`)."""
    return tuple(b for b in lees_catalogus(MAP / "beleid.yaml", Beleidsblok) if b.soort == soort)
