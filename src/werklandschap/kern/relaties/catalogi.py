"""The catalogues of relations: sectors, and subjects of a contact and of news."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.catalogus import lees_catalogus

MAP = Path(__file__).resolve().parent / "data"
# How a visit to a tile ends, as employers and account managers say it; codes as in the outcomes of dossiers.
UITKOMSTEN = (
    ("doel_bereikt", _("Doel bereikt")),
    ("geen_verandering", _("Geen verandering")),
    ("pauze", _("Even pauze")),
    ("niet_passend", _("Paste niet")),
    ("gestopt_door_werkgever", _("Gestopt door de werkgever")),
)


@dataclass(frozen=True)
class Sector:
    """A branch of work, as used in matching; `sbi` are sections of the national classification (SBI 2008)."""

    code: str
    naam: str
    sbi: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sbiregel:
    """Companies whose SBI code begins with one of `sbi` are in this sector, while the KVK gives those codes."""

    sector: str
    sbi: tuple[str, ...]
    van: date = date.min
    tot: date = date.max


@dataclass(frozen=True)
class Onderwerp:
    """What a contact or a piece of news is about."""

    code: str
    naam: str


def sectoren() -> tuple[Sector, ...]:
    """All sectors."""
    return lees_catalogus(MAP / "sectoren.yaml", Sector, "sectoren")


def sector_van_sbi(sbi: str, dag: date) -> str:
    """The sector that goes with an SBI code, or empty when the branch points to no single one.

    The longest code that fits counts, before codes that the KVK no longer gives or does not give yet.
    """
    code = sbi.replace(".", "").strip()
    regels = lees_catalogus(MAP / "sbi_sectoren.yaml", Sbiregel, "regels")
    past = [(r.van <= dag <= r.tot, len(begin), r.sector) for r in regels for begin in r.sbi if code.startswith(begin)]
    return max(past)[2] if past else ""


def onderwerpen() -> tuple[Onderwerp, ...]:
    """All subjects."""
    return lees_catalogus(MAP / "contactmoment_onderwerpen.yaml", Onderwerp)


def nieuwsonderwerpen() -> tuple[Onderwerp, ...]:
    """What news can be about."""
    return lees_catalogus(MAP / "nieuwsonderwerpen.yaml", Onderwerp)
