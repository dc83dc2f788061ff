"""Reads for the administrator's pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from werklandschap.beheer.lijsten import LIJSTEN
from werklandschap.beheer.models import Dagronde
from werklandschap.kern.basis.haken import Register, dagtaken
from werklandschap.kern.organisaties.models import Gemeente, Team
from werklandschap.kern.tijdlijn.models import Lezing
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.regelingen.parameters import ZEKERHEDEN, Rij, standaard_parameters

ROLLEN_ZONDER_GEMEENTE = frozenset({Rol.PARTNER, Rol.WERKGEVER, Rol.INWONER})


@dataclass(frozen=True)
class Onderdeel:
    """A card on the overview."""

    titel: str
    tekst: str
    url: str


# Cards of rooms above this one: code → functie() -> Onderdeel.
onderdelen_elders: Register[Callable[[], Onderdeel]] = Register()


def onderdelen() -> list[Onderdeel]:
    """Everything an administrator can do, in the order in which a new municipality needs it."""
    rijen = [
        ("gemeente", _("Gemeente"), _("Naam, logo, kleur en hoe inwoners u bereiken.")),
        ("gebruikers", _("Accounts"), _("Wie mag inloggen, met welke rol.")),
        ("teams", _("Teams"), _("Verdeel collega’s over teams.")),
        ("partners", _("Partners"), _("Naar wie u mensen warm overdraagt.")),
        ("instellingen", _("Termijnen en grenzen"), _("Van uw gemeente en de regio, vanaf welke dag en waarom.")),
        ("tegels", _("Teksten van de tegels"), _("Uw eigen tekst en instrumenten per tegel.")),
        ("brieven", _("Brieven"), _("De teksten van brieven en berichten aan klanten.")),
        ("instrumenten", _("Instrumenten"), _("Welke instrumenten uw gemeente gebruikt.")),
        ("parameters", _("Bedragen uit de wet"), _("Met datum en bron.")),
        ("pso", _("Normen van de PSO"), _("Vanaf welke dag, met de bron.")),
        ("lezingen", _("Wie keek waar"), _("Het logboek van het lezen van dossiers.")),
        ("logboek", _("Wat beheerders wijzigden"), _("Wie wijzigde accounts, instellingen en teksten, en wanneer.")),
        ("arbeidsmarkt", _("Kansen op werk"), _("Hoe groot de kans op werk is per beroep in uw regio.")),
        ("dagelijks", _("Dagelijks werk"), _("Wat elke dag vanzelf gebeurt, en of het goed ging.")),
    ]
    eigen = [Onderdeel(titel, tekst, reverse(f"beheer:{naam}")) for naam, titel, tekst in rijen]
    lijsten = [
        Onderdeel(lijst.naam, lijst.uitleg, reverse("beheer:lijst", args=[code])) for code, lijst in LIJSTEN.items()
    ]
    werkgevers = [
        Onderdeel(
            _("Bedragen voor social return"),
            _("Van de regio of van uw gemeente, vanaf welke dag en waar het staat."),
            reverse("werkgever_orientatie:sroi_bedragen"),
        )
    ]
    return eigen + lijsten + werkgevers + [maak() for maak in onderdelen_elders.alle()]


def accounts_van(gemeente: Gemeente) -> QuerySet[Gebruiker]:
    """Colleagues of the municipality, its partners' people, and residents and employers it looks after."""
    return (
        Gebruiker.objects.get_queryset()
        .filter(
            Q(gemeente=gemeente)
            | Q(partnerorganisatie__gemeenten=gemeente)
            | Q(werkzoekende__gemeente=gemeente)
            | Q(contactpersoon__werkgever__gemeente=gemeente)
        )
        .select_related("team", "partnerorganisatie")
        .distinct()
        .order_by("naam", "pk")
    )


def teams_van(gemeente: Gemeente) -> QuerySet[Team]:
    """Teams with how many people are in them."""
    return gemeente.teams.annotate(aantal=Count("leden", filter=Q(leden__is_active=True)))


def lezingen_van(gemeente: Gemeente, dossier: int | None = None, naam: str = "") -> QuerySet[Lezing]:
    """The read log of the municipality's dossiers; newest first."""
    rijen = Lezing.objects.filter(keten__dossier__gemeente=gemeente).select_related("door", "keten__dossier")
    if dossier:
        rijen = rijen.filter(keten__dossier=dossier)
    if naam:
        rijen = rijen.filter(door__naam__icontains=naam)
    return rijen.order_by("-tijd", "-pk")


def wettelijke_parameters() -> list[dict[str, Any]]:
    """All parameters by subject, newest first, with how sure the source is."""
    groepen: dict[str, list[Rij]] = {}
    for rij in sorted(standaard_parameters().rijen, key=lambda r: (r.code, -r.vanaf.toordinal())):
        groepen.setdefault(rij.code.split(".")[0], []).append(rij)
    namen = {
        "wml": _("Minimumloon"),
        "wml_bbl": _("Minimumloon voor leerlingen (BBL)"),
        "lks": _("Loonkostensubsidie"),
        "lkv": _("Loonkostenvoordeel"),
        "liv": _("Lage-inkomensvoordeel"),
        "proefplaatsing": _("Proefplaatsing"),
    }
    return [
        {"naam": namen.get(code, code), "rijen": [(rij, ZEKERHEDEN[rij.zekerheid]) for rij in rijen]}
        for code, rijen in groepen.items()
    ]


def dagrondes(dagen: int = 14) -> list[Dagronde]:
    """What the daily work did on the last days, newest first."""
    hoogstens = dagen * max(1, len(dagtaken.alle()))
    return list(Dagronde.objects.order_by("-dag", "code")[:hoogstens])
