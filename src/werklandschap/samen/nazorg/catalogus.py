"""Forms of aftercare and kinds of problems, from `data/`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.catalogus import lees_catalogus, vind

DATA = Path(__file__).resolve().parent / "data"
JAAR_WEKEN = 52


@dataclass(frozen=True)
class Sjabloon:
    """A rhythm of contact: weeks after the start, and weeks with an evaluation; `duur_weken` None has no end."""

    code: str
    volgorde: int
    naam: str
    uitleg: str
    vorm: str
    weken: tuple[int, ...]
    evaluatie_weken: tuple[int, ...]
    uren_per_maand: int
    instrument: str
    duur_weken: int | None = None

    def einde(self, van: date) -> date:
        """The usual last day; a form without an end is looked at again after a year."""
        return van + timedelta(weeks=self.duur_weken or JAAR_WEKEN)

    def momenten(self, van: date, tot: date) -> list[tuple[date, bool]]:
        """(day, is evaluation) of every contact from `van` through `tot`; the last half year repeats after the form."""
        weken = sorted(set(self.weken) | set(self.evaluatie_weken))
        ritme = weken[-1] - weken[-2] if len(weken) > 1 else weken[-1]
        while van + timedelta(weeks=weken[-1] + ritme) <= tot:
            weken.append(weken[-1] + ritme)
        dagen = [(van + timedelta(weeks=week), self._is_evaluatie(week)) for week in weken]
        return [(dag, evaluatie) for dag, evaluatie in dagen if dag <= tot]

    def _is_evaluatie(self, week: int) -> bool:
        return week in self.evaluatie_weken or (week > JAAR_WEKEN and week % (JAAR_WEKEN // 2) == 0)


@dataclass(frozen=True)
class Probleemsoort:
    """A kind of problem with the working hours until a first answer is due, and what to do first."""

    code: str
    urgentie: str
    werkuren: int
    naam: str
    eerste_actie: str


URGENTIES = ("nu", "snel", "gewoon")

EVALUATIEBESLUITEN: dict[str, Any] = {
    "zo_door": _("Zo doorgaan"),
    "minder": _("Minder vaak contact"),
    "meer": _("Vaker contact of meer hulp"),
    "verlengen": _("De nazorg duurt langer"),
    "stoppen": _("De nazorg kan stoppen"),
    "doorplaatsen": _("Toe aan ander werk"),
}

REDENEN_STOP: dict[str, Any] = {
    "klaar": _("Het gaat goed zonder nazorg"),
    "einde_werk": _("Het werk stopt"),
    "wil_niet": _("Klant of werkgever wil geen nazorg meer"),
    "anders": _("Iets anders"),
}


def sjablonen() -> tuple[Sjabloon, ...]:
    """All forms of aftercare, light first."""
    return tuple(sorted(lees_catalogus(DATA / "sjablonen.yaml", Sjabloon), key=lambda s: s.volgorde))


def sjabloon(code: str) -> Sjabloon | None:
    """One form, or None."""
    return vind(sjablonen(), code)


def buurvorm(code: str, besluit: str) -> Sjabloon | None:
    """The lighter (`minder`) or heavier (`meer`) form next to this one; None for another decision or at the end."""
    stap = {"minder": -1, "meer": 1}.get(besluit)
    vormen = sjablonen()
    plek = next((nummer for nummer, vorm in enumerate(vormen) if vorm.code == code), None)
    if stap is None or plek is None or not 0 <= plek + stap < len(vormen):
        return None
    return vormen[plek + stap]


def probleemsoorten() -> tuple[Probleemsoort, ...]:
    """All kinds of problems."""
    return lees_catalogus(DATA / "probleemsoorten.yaml", Probleemsoort)


def probleemsoort(code: str) -> Probleemsoort | None:
    """One kind, or None."""
    return vind(probleemsoorten(), code)
