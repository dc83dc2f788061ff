"""What a municipality or a region may set itself, from a day on. One table: key, default, meaning.

What holds for a municipality is its own value, else that of its region, else the default of the product.
`Gemeente.instellingen` holds per key the days on which that changes, as [{"vanaf", "waarde", "bron"}] in order; a plain
number there holds on every day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.haken import Register
from werklandschap.kern.organisaties.models import Gemeente

GEMEENTE, REGIO, STANDAARD = "gemeente", "regio", "standaard"
BEGIN = date(2000, 1, 1)


@dataclass(frozen=True)
class Instelling:
    """A parameter: whole number, with its unit in the label.

    `regionaal`: a region may agree on it. `meteen`: it is read every time, so a change counts for what runs as well;
    otherwise what runs keeps its date.
    """

    code: str
    standaard: int
    label: Any
    minimum: int = 0
    maximum: int = 1000
    regionaal: bool = False
    meteen: bool = False


INSTELLINGEN: dict[str, Instelling] = {
    i.code: i
    for i in (
        Instelling("overdracht_termijn_dagen", 5, _("Antwoord op een overdracht binnen (dagen)"), 1, 60),
        Instelling("eerste_gesprek_dagen", 10, _("Eerste gesprek na een melding binnen (dagen)"), 1, 60),
        Instelling(
            "herinnering_dagen",
            1,
            _("Herinnering per mail of sms: dagen voor de afspraak (0: geen)"),
            0,
            14,
            meteen=True,
        ),
        Instelling(
            "herinnering_brief_dagen",
            5,
            _("Herinnering op papier klaar: dagen voor de afspraak (0: geen)"),
            0,
            21,
            meteen=True,
        ),
        Instelling(
            "gesprekconcept_dagen", 30, _("Concept van een gespreksverslag bewaren (dagen)"), 1, 365, meteen=True
        ),
        Instelling("niet_gezien_weken", 8, _("Iemand is lang niet gezien na (weken)"), 1, 52, meteen=True),
        Instelling(
            "groeiwens_dagen",
            7,
            _("Seintje als iemand niet zegt of die in werk wil groeien na (dagen)"),
            1,
            60,
            meteen=True,
        ),
        Instelling("stilstand_weken", 4, _("Seintje als iemand geen stap zet na (weken)"), 1, 26, meteen=True),
        Instelling("evaluatie_instrument_weken", 12, _("Instrument samen bekijken na (weken)"), 1, 52),
        Instelling("proefplaatsing_maanden", 2, _("Proefplaatsing duurt (maanden)"), 1, 6, regionaal=True),
        Instelling(
            "proefplaatsing_maximum_maanden", 6, _("Proefplaatsing duurt hooguit (maanden)"), 1, 12, regionaal=True
        ),
        Instelling(
            "werkgevercontact_maanden",
            6,
            _("Contact met elke werkgever ten minste elke (maanden)"),
            1,
            24,
            regionaal=True,
        ),
        Instelling(
            "toestemming_voordracht_dagen",
            90,
            _("Toestemming voor een voordracht geldt (dagen)"),
            7,
            365,
            regionaal=True,
        ),
        Instelling("snelle_hulp_zelf_tot_euro", 50, _("Snelle hulp zonder akkoord tot en met (euro)"), 0, 1000),
        Instelling("zrm_herzien_weken", 26, _("ZRM opnieuw bekijken na (weken)"), 4, 104),
        Instelling("zrm_interval_weken", 8, _("Weken tussen twee metingen met de ZRM"), 0, 52, meteen=True),
        Instelling("meedoen_herzien_weken", 13, _("Meedoen samen bekijken na (weken)"), 2, 52),
        Instelling(
            "probleem_nu_werkuren",
            2,
            _("Antwoord op een dringend probleem binnen (werkuren)"),
            1,
            40,
            regionaal=True,
        ),
        Instelling("probleem_snel_werkuren", 8, _("Antwoord op een probleem binnen (werkuren)"), 1, 80, regionaal=True),
        Instelling(
            "probleem_gewoon_werkuren",
            24,
            _("Antwoord op een gewone vraag binnen (werkuren)"),
            1,
            160,
            regionaal=True,
        ),
        Instelling(
            "vier_ogen_euro",
            20000,
            _("Tweede collega bij een besluit vanaf (euro in het eerste jaar)"),
            0,
            1000000,
            regionaal=True,
        ),
        Instelling(
            "einde_contract_dagen", 90, _("Seintje voor het einde van een contract (dagen)"), 14, 365, meteen=True
        ),
    )
}
# The first may never be larger than the second.
PAREN = (
    ("proefplaatsing_maanden", "proefplaatsing_maximum_maanden"),
    ("probleem_nu_werkuren", "probleem_snel_werkuren"),
    ("probleem_snel_werkuren", "probleem_gewoon_werkuren"),
)
# What a change would do, per key: functie(gemeente, old value, new value) -> one sentence with a count, or "".
parametergevolgen: Register[Callable[[Gemeente, int, int], str]] = Register()


@dataclass(frozen=True)
class Periode:
    """From this day on this holds; `bron` is gemeente, regio or standaard, and `waarde` is None with standaard."""

    vanaf: date
    waarde: int | None
    bron: str


class Rij(Protocol):
    """A row as `Parameterwaarde` has it: what counts for the days."""

    waarde: int | None
    vanaf: date


def instelling(gemeente: Gemeente, code: str, op: date | None = None) -> int:
    """The value that holds for this municipality on a day (today). Raises KeyError for an unknown code."""
    waarde = periode_op(rooster(gemeente, code), op or timezone.localdate()).waarde
    return INSTELLINGEN[code].standaard if waarde is None else waarde


def rooster(gemeente: Gemeente, code: str) -> list[Periode]:
    """The days on which this parameter changes, in order."""
    bewaard = gemeente.instellingen.get(code)
    if isinstance(bewaard, int):
        return [Periode(BEGIN, bewaard, GEMEENTE)]
    return [Periode(date.fromisoformat(p["vanaf"]), p["waarde"], p["bron"]) for p in bewaard or ()]


def periode_op(perioden: Iterable[Periode], dag: date) -> Periode:
    """What holds on a day."""
    geldig = [periode for periode in perioden if periode.vanaf <= dag]
    return geldig[-1] if geldig else Periode(BEGIN, None, STANDAARD)


def maak_rooster(eigen: Iterable[Rij], regio: Iterable[Rij]) -> list[Periode]:
    """What holds from which day on; rows in the order in which they were written."""
    eigen, regio = list(eigen), list(regio)
    uit: list[Periode] = []
    for dag in sorted({rij.vanaf for rij in (*eigen, *regio)}):
        nieuw = _geldig(eigen, dag, GEMEENTE) or _geldig(regio, dag, REGIO) or Periode(dag, None, STANDAARD)
        vorig = uit[-1] if uit else Periode(BEGIN, None, STANDAARD)
        if (nieuw.waarde, nieuw.bron) != (vorig.waarde, vorig.bron):
            uit.append(nieuw)
    return uit


def _geldig(rijen: list[Rij], dag: date, bron: str) -> Periode | None:
    """The row with the latest day counts; of several on a day the one written last."""
    geldig = [(rij.vanaf, nummer, rij.waarde) for nummer, rij in enumerate(rijen) if rij.vanaf <= dag]
    waarde = max(geldig)[2] if geldig else None
    return None if waarde is None else Periode(dag, waarde, bron)


def als_json(perioden: Iterable[Periode]) -> list[dict[str, Any]]:
    """As `Gemeente.instellingen` keeps it."""
    return [{"vanaf": p.vanaf.isoformat(), "waarde": p.waarde, "bron": p.bron} for p in perioden]
