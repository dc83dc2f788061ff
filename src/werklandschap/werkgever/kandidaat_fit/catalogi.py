"""The points of readiness, and the questions of the survey."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from werklandschap.kern.basis.catalogus import lees_catalogus

MAP = Path(__file__).resolve().parent / "data"


@dataclass(frozen=True)
class Antwoord:
    """A possible answer about readiness."""

    code: str
    naam: str


@dataclass(frozen=True)
class Lijn:
    """One of the three strands."""

    code: str
    naam: str
    uitleg: str


@dataclass(frozen=True)
class Punt:
    """A statement that is true when the company is ready; else `actie` and `wie` help."""

    code: str
    lijn: str
    stelling: str
    actie: str
    wie: str
    instrument: str


@dataclass(frozen=True)
class Schaalwaarde:
    """A level of agreement, 1 to 5."""

    waarde: int
    naam: str


@dataclass(frozen=True)
class Draagvlakvraag:
    """A question of the survey; `soort` is schaal5 or tekst, `advies` helps when few agree."""

    code: str
    soort: str
    tekst: str
    advies: str = ""


@dataclass(frozen=True)
class _Instelling:
    minimum_antwoorden: int
    advies_onder: float


def antwoorden() -> tuple[Antwoord, ...]:
    """The possible answers about readiness."""
    return lees_catalogus(MAP / "gereedheid.yaml", Antwoord, "antwoorden")


def lijnen() -> tuple[Lijn, ...]:
    """The three strands."""
    return lees_catalogus(MAP / "gereedheid.yaml", Lijn, "lijnen")


def punten() -> tuple[Punt, ...]:
    """All points, strand by strand."""
    return lees_catalogus(MAP / "gereedheid.yaml", Punt, "punten")


def schaal() -> tuple[Schaalwaarde, ...]:
    """The levels of agreement."""
    return lees_catalogus(MAP / "draagvlak.yaml", Schaalwaarde, "antwoorden")


def draagvlakvragen() -> tuple[Draagvlakvraag, ...]:
    """The questions of the survey."""
    return lees_catalogus(MAP / "draagvlak.yaml", Draagvlakvraag, "vragen")


def advies_onder() -> float:
    """Below this average (1 to 5) a question asks for advice."""
    return lees_catalogus(MAP / "draagvlak.yaml", _Instelling, "instellingen")[0].advies_onder


def minimum_antwoorden() -> int:
    """So many answers are needed before anything is shown."""
    return lees_catalogus(MAP / "draagvlak.yaml", _Instelling, "instellingen")[0].minimum_antwoorden


@dataclass(frozen=True)
class Ipsprincipe:
    """A principle of IPS, with what the lowest and the highest score look like."""

    code: str
    naam: str
    vraag: str
    laag: str
    hoog: str


def ipsprincipes() -> tuple[Ipsprincipe, ...]:
    """The principles."""
    return lees_catalogus(MAP / "ips.yaml", Ipsprincipe)


@dataclass(frozen=True)
class _Bewijs:
    training: str
    punten: tuple[str, ...]


def helpt_bij() -> dict[str, tuple[str, ...]]:
    """{training: the points it helps with}."""
    return {rij.training: rij.punten for rij in lees_catalogus(MAP / "gereedheid.yaml", _Bewijs, "bewijs")}
