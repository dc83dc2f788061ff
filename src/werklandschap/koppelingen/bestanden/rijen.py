"""What a row means, whatever file it came from. None and empty are unknown: they never overwrite what is known."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from werklandschap.kern.dossiers.gegevens import Persoonsgegevens
from werklandschap.kern.relaties.gegevens import Contactgegevens, Vestigingsgegevens, Werkgevergegevens


@dataclass(frozen=True)
class Werkervaringrij:
    """A job somebody had."""

    functie: str
    werkgever: str = ""
    omschrijving: str = ""


@dataclass(frozen=True)
class Opleidingrij:
    """Education; `niveau` is a choice of Opleidingsverleden."""

    naam: str
    niveau: str = "onbekend"
    diploma: bool | None = None


@dataclass(frozen=True)
class Persoonsrij:
    """A person with what matching needs. `competenties` {code: level 0–5}; `certificaten` {code: valid until}."""

    persoon: Persoonsgegevens
    # The number of a dossier of ours, when the file is our own export.
    dossier: int | None = None
    hulpvraag: str = ""
    gezocht: tuple[str, ...] = ()
    werkervaring: tuple[Werkervaringrij, ...] = ()
    opleidingen: tuple[Opleidingrij, ...] = ()
    competenties: dict[str, int] = field(default_factory=dict)
    competentieteksten: tuple[str, ...] = ()
    certificaten: dict[str, date | None] = field(default_factory=dict)
    talen: dict[str, int] = field(default_factory=dict)
    uren_min: int | None = None
    uren_max: int | None = None
    beschikbaar_vanaf: date | None = None
    reis_km: int | None = None


@dataclass(frozen=True)
class Werkgeverrij:
    """An employer with its main branch and one contact."""

    werkgever: Werkgevergegevens
    vestiging: Vestigingsgegevens | None = None
    contact: Contactgegevens | None = None
    nummer: int | None = None
    herkomst: str = ""
    extern_id: str = ""


@dataclass(frozen=True)
class Werkprofielrij:
    """A job. `competenties` {code: level 1–5}; texts in `competentieteksten` are recognised afterwards."""

    werkgever: Werkgeverrij
    titel: str
    start: date
    omschrijving: str = ""
    einde: date | None = None
    posities: int = 1
    beroep: str = ""
    sector: str = ""
    uren_min: int | None = None
    uren_max: int | None = None
    competenties: dict[str, int] = field(default_factory=dict)
    competentieteksten: tuple[str, ...] = ()
    certificaten: tuple[str, ...] = ()
    talen: dict[str, int] = field(default_factory=dict)
    nummer: int | None = None
    herkomst: str = ""
    extern_id: str = ""
