"""What can be chosen at a placement: pitfalls, preparation of colleagues, instruments, and why it ends."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.catalogus import lees_catalogus

DATA = Path(__file__).resolve().parent / "data"


@dataclass(frozen=True)
class Valkuil:
    """A known pitfall: how one sees it coming, what prevents it, and plan B. `delen`: the employer may read it."""

    code: str
    soort: str
    wie: str
    delen: bool
    naam: str
    signaal: str
    voorkomen: str
    plan_b: str


@dataclass(frozen=True)
class Voorbereiding:
    """One point of the checklist for colleagues; `dagen` counts from the start (negative: before it)."""

    code: str
    volgorde: int
    dagen: int
    wie: str
    taak: str

    @property
    def naam(self) -> str:
        """What has to be done."""
        return self.taak


@dataclass(frozen=True)
class Instrumentsoort:
    """An instrument that can be agreed at a placement; `som` says how its amount or dates are found."""

    code: str
    naam: Any
    uitleg: Any
    som: str = ""
    # Who receives the amount: the employer, or who delivers the help.
    ontvanger: str = "werkgever"


INSTRUMENTEN: tuple[Instrumentsoort, ...] = (
    Instrumentsoort(
        "loonkostensubsidie",
        _("Loonkostensubsidie"),
        _("De gemeente betaalt een deel van het loon als iemand minder kan dan het minimumloon waard is."),
        "lks",
    ),
    Instrumentsoort(
        "lkv",
        _("Loonkostenvoordeel"),
        _("De Belastingdienst betaalt per gewerkt uur een bedrag. De werkgever vraagt dit zelf aan."),
        "lkv",
    ),
    Instrumentsoort(
        "proefplaatsing",
        _("Proefplaatsing"),
        _("Iemand werkt op proef en houdt de uitkering. Zo zien beide kanten of het past."),
        "proef",
    ),
    Instrumentsoort(
        "praktijkroute",
        _("Praktijkroute"),
        _("De loonwaarde wordt op de werkplek gemeten. Bij een lage uitkomst volgt het doelgroepregister."),
    ),
    Instrumentsoort(
        "jobcoach",
        _("Jobcoach"),
        _("Iemand die helpt bij het inwerken en het volhouden van het werk."),
        ontvanger="aanbieder",
    ),
    Instrumentsoort(
        "werkplekaanpassing",
        _("Aanpassing van de werkplek"),
        _("Een hulpmiddel of aanpassing waarmee iemand het werk kan doen."),
    ),
    Instrumentsoort(
        "no-risk",
        _("No-riskpolis"),
        _("Bij uitval betaalt UWV een groot deel van het loon. De werkgever loopt dan minder risico."),
    ),
)

# How much a jobcoach helps; the hours per month are agreed beside it.
REGIMES: dict[str, Any] = {
    "licht": _("Licht"),
    "midden": _("Midden"),
    "intensief": _("Intensief"),
}

REDENEN_EINDE: dict[str, Any] = {
    "contract_voorbij": _("Het contract is afgelopen"),
    "doorgroei": _("Verder naar ander werk"),
    "klant_stopt": _("De klant stopt zelf"),
    "werkgever_stopt": _("De werkgever stopt"),
    "past_niet": _("Het werk paste niet"),
    "bedrijf_weg": _("Het bedrijf stopt of krimpt"),
    "opleiding": _("Begonnen aan een opleiding"),
    "anders": _("Iets anders"),
}


def valkuilen() -> tuple[Valkuil, ...]:
    """All pitfalls in the active language."""
    return lees_catalogus(DATA / "risicos.yaml", Valkuil)


def voorbereidingen() -> tuple[Voorbereiding, ...]:
    """The checklist in order."""
    return tuple(sorted(lees_catalogus(DATA / "voorbereiding.yaml", Voorbereiding), key=lambda p: p.volgorde))


def instrumentsoort(code: str) -> Instrumentsoort | None:
    """The instrument with this code, or None."""
    return next((soort for soort in INSTRUMENTEN if soort.code == code), None)


def instrumentnaam(code: str) -> str:
    """Its name; the code itself when it is no longer known."""
    soort = instrumentsoort(code)
    return str(soort.naam) if soort else code
