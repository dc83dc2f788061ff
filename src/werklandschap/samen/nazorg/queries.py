"""Reads of this room."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.opzoeken import eerst
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.samen.nazorg.catalogus import probleemsoort
from werklandschap.samen.nazorg.models import Nazorgcontact, Probleem
from werklandschap.samen.nazorg.vervanging import is_voor
from werklandschap.samen.plaatsing.models import Plaatsing


@dataclass(frozen=True)
class Probleemregel:
    """A problem as a list shows it: what, its state in words, and the kind of badge."""

    probleem: Probleem
    naam: str
    stand: str
    badge: str


def problemen_met_namen(rijen: QuerySet[Probleem]) -> QuerySet[Probleem]:
    """With person, employer and owner, so that a list costs no query per row."""
    return rijen.select_related(
        "plaatsing__dossier__werkzoekende", "plaatsing__werkprofiel__werkgever", "eigenaar", "gemeld_door"
    )


def regel_van(probleem: Probleem) -> Probleemregel:
    """One problem with its state against the term."""
    soort = probleemsoort(probleem.soort)
    naam = soort.naam if soort else probleem.soort
    if probleem.beantwoord_op is None:
        return (
            Probleemregel(probleem, naam, _("Te laat"), "fout")
            if probleem.is_te_laat
            else Probleemregel(probleem, naam, _("Wacht op antwoord"), "let_op")
        )
    if probleem.opgelost:
        return Probleemregel(probleem, naam, _("Opgelost"), "goed")
    return Probleemregel(probleem, naam, _("Beantwoord"), "bezig")


def open_problemen(gebruiker: Gebruiker) -> QuerySet[Probleem]:
    """Unanswered problems of the municipality, soonest deadline first."""
    return problemen_met_namen(Probleem.objects.voor(gebruiker).open())


def mijn_open_problemen(gebruiker: Gebruiker) -> QuerySet[Probleem]:
    """Those this colleague has to answer."""
    return open_problemen(gebruiker).filter(eigenaar=gebruiker)


def komende_contacten(gebruiker: Gebruiker, *, van: str = "mij") -> QuerySet[Nazorgcontact]:
    """Planned contacts of running plans, earliest first; `van` mij (also for whom I stand in) or alle."""
    rijen = Nazorgcontact.objects.filter(
        gehouden_op__isnull=True,
        plan__gestopt_op__isnull=True,
        plan__plaatsing__status=Plaatsing.Status.LOOPT,
        plan__plaatsing__dossier__gemeente=gebruiker.gemeente_id,
    )
    if van == "mij":
        rijen = rijen.filter(is_voor(gebruiker, "plan__contactpersoon"))
    return rijen.select_related(
        "plan__contactpersoon",
        "plan__plaatsing__dossier__werkzoekende",
        "plan__plaatsing__werkprofiel__werkgever",
    ).order_by("gepland_op", "id")


def zonder_plan(gebruiker: Gebruiker) -> QuerySet[Plaatsing]:
    """Running placements without a plan, for which this colleague is responsible."""
    eigen = eerst(Plaatsing.objects.voor(gebruiker), Q(door=gebruiker), Q(dossier__verantwoordelijke=gebruiker))
    return (
        eigen.lopend()
        .filter(nazorgplan__isnull=True)
        .select_related("dossier__werkzoekende", "werkprofiel__werkgever")
        .order_by("van", "id")
    )


def is_te_laat(contact: Nazorgcontact) -> bool:
    """Planned for a day that has passed."""
    return contact.gepland_op < timezone.localdate()
