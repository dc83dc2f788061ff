"""The worklist of aftercare, the aftercare of one placement, and problems with their answer."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from werklandschap.kern.basis.acties import vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.relaties.rules import mag_werkgever_maken
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.ontwerp.opmaak import datum
from werklandschap.samen.nazorg import actions, problemen, queries, rules, signalen
from werklandschap.samen.nazorg.catalogus import probleemsoort, sjabloon
from werklandschap.samen.nazorg.forms import (
    Antwoordformulier,
    Contactformulier,
    Doorplaatsformulier,
    Nazorgfilter,
    Planformulier,
    Stopformulier,
    Telefoonmelding,
    Verlengformulier,
    Wisselformulier,
)
from werklandschap.samen.nazorg.meldlink import stuur_meldlinks
from werklandschap.samen.nazorg.models import Nazorgcontact, Nazorgplan, Probleem
from werklandschap.samen.nazorg.planning import nazorg_url
from werklandschap.samen.plaatsing.models import Plaatsing
from werklandschap.samen.plaatsing.pagina import formulierpagina, gebruiker_van, plaatsing_van_medewerker

PER_PAGINA = 25
GETOONDE_PROBLEMEN = 25
GETOONDE_SIGNALEN = 25


@require_GET
def lijst(request: HttpRequest) -> HttpResponse:
    """Problems that wait, then the contacts that are due."""
    gebruiker = gebruiker_van(request)
    vereis(gebruiker.is_medewerker and (gebruiker.heeft(Recht.NAZORG_GEVEN) or gebruiker.heeft(Recht.DOSSIERS_LEZEN)))
    filter_ = Nazorgfilter(request.GET or {"van": "mij"})
    van = (filter_.cleaned_data["van"] if filter_.is_valid() else "") or "mij"
    contacten = queries.komende_contacten(gebruiker, van=van)
    wachtend = queries.open_problemen(gebruiker) if van == "alle" else queries.mijn_open_problemen(gebruiker)
    context = {
        "pagina": Paginator(contacten, PER_PAGINA).get_page(request.GET.get("pagina")),
        "filter": filter_,
        "problemen": [queries.regel_van(p) for p in wachtend[:GETOONDE_PROBLEMEN]],
        "vandaag": timezone.localdate(),
        "signalen": signalen.signalen_van(gebruiker, van=van)[:GETOONDE_SIGNALEN],
        "mag_nieuws": mag_werkgever_maken(gebruiker),
        "mag_geven": gebruiker.heeft(Recht.NAZORG_GEVEN),
    }
    return render(request, "samen_nazorg/lijst.html", context)


@require_GET
def nazorg(request: HttpRequest, nummer: int) -> HttpResponse:
    """Plan, contacts, problems with their term, and the marks through time."""
    rij = plaatsing_van_medewerker(request, nummer)
    gebruiker = gebruiker_van(request)
    vereis(rules.mag_nazorg_zien(gebruiker, rij))
    plan_ = Nazorgplan.objects.filter(plaatsing=rij).select_related("contactpersoon").first()
    contacten = list(plan_.contacten.select_related("door")) if plan_ else []
    vorm = sjabloon(plan_.sjabloon) if plan_ else None
    gehouden = [c for c in contacten if c.gehouden_op is not None]
    rijen = queries.problemen_met_namen(rij.problemen.order_by("-gemeld_op", "-id"))
    context = {
        "plaatsing": rij,
        "plan": plan_,
        "vorm": vorm.naam if vorm else "",
        "gehouden": gehouden,
        "gepland": [c for c in contacten if c.gehouden_op is None] if plan_ and not plan_.gestopt_op else [],
        "oordelen": [
            [datum(c.gehouden_op), c.oordeel_klant or "–", c.oordeel_werkgever or "–"]
            for c in gehouden
            if c.oordeel_klant or c.oordeel_werkgever
        ],
        "oordeelkop": [_("Dag"), _("Klant"), _("Werkgever")],
        "problemen": [queries.regel_van(p) for p in rijen],
        "vandaag": timezone.localdate(),
        "signalen": signalen.signalen(Plaatsing.objects.lopend().filter(pk=rij.pk)),
        "mag_bewerken": rules.mag_nazorg_geven(gebruiker, rij),
        "mag_doorplaatsen": rules.mag_doorplaatsen(gebruiker, rij) and rij.status == Plaatsing.Status.LOOPT,
    }
    return render(request, "samen_nazorg/nazorg.html", context)


def te_bewerken(request: HttpRequest, nummer: int) -> tuple[Plaatsing, Gebruiker]:
    """The placement and who may give aftercare there."""
    rij = plaatsing_van_medewerker(request, nummer)
    gebruiker = gebruiker_van(request)
    vereis(rules.mag_nazorg_geven(gebruiker, rij))
    return rij, gebruiker


def plan_van(rij: Plaatsing) -> Nazorgplan:
    """The plan of a placement; 404 without one."""
    gevonden = get_object_or_404(Nazorgplan.objects.select_related("contactpersoon"), plaatsing=rij)
    gevonden.plaatsing = rij
    return gevonden


def nazorgpagina(
    request: HttpRequest,
    rij: Plaatsing,
    formulier: Any,
    titel: str,
    knop: str,
    klaar: str,
    doe: Callable[[dict[str, Any]], object],
    uitleg: str = "",
) -> HttpResponse:
    """A form about one placement that goes back to its aftercare."""
    return formulierpagina(
        request, rij, formulier, titel=titel, knop=knop, klaar=klaar, doe=doe, uitleg=uitleg, naar=nazorg_url(rij)
    )


@require_http_methods(["GET", "POST"])
def plan(request: HttpRequest, nummer: int) -> HttpResponse:
    """Make the plan."""
    rij, gebruiker = te_bewerken(request, nummer)
    begin = {"van": rij.van, "contactpersoon": gebruiker.pk, "sjabloon": "gewoon"}
    return nazorgpagina(
        request,
        rij,
        Planformulier(request.POST or None, initial=begin, gebruiker=gebruiker),
        _("Maak het nazorgplan"),
        _("Bewaar het plan"),
        _("Het plan staat klaar. De contacten zijn gepland."),
        lambda velden: _maak_plan(request, rij, velden),
        _("Eén vast contact voor klant en werkgever. Wij plannen de momenten op werkdagen."),
    )


def _maak_plan(request: HttpRequest, rij: Plaatsing, velden: dict[str, Any]) -> None:
    """Make the plan, and mail the links to report something when the job runs and there is an address."""
    gebruiker = gebruiker_van(request)
    actions.maak_nazorgplan(plaatsing=rij, door=gebruiker, **velden)
    if rij.status == Plaatsing.Status.LOOPT:
        with contextlib.suppress(Invoerfout):
            stuur_meldlinks(plaatsing=rij, adres=request.build_absolute_uri("/"), door=gebruiker)


@require_http_methods(["GET", "POST"])
def contact(request: HttpRequest, nummer: int) -> HttpResponse:
    """Record a contact."""
    gemeente = gebruiker_van(request).gemeente_id
    rijen = Nazorgcontact.objects.filter(plan__plaatsing__dossier__gemeente=gemeente).select_related("plan")
    deze = get_object_or_404(rijen, pk=nummer)
    rij, gebruiker = te_bewerken(request, deze.plan.plaatsing_id)
    begin = {
        "gehouden_op": deze.gehouden_op or timezone.localdate(),
        "met_wie": deze.met_wie,
        "oordeel_klant": deze.oordeel_klant,
        "oordeel_werkgever": deze.oordeel_werkgever,
        "verslag": deze.verslag,
    }
    return nazorgpagina(
        request,
        rij,
        Contactformulier(request.POST or None, initial=begin),
        _("Hoe gaat het?"),
        _("Bewaar het gesprek"),
        _("Het gesprek is vastgelegd."),
        lambda velden: actions.leg_contact_vast(contact=deze, door=gebruiker, **velden),
    )


@require_http_methods(["GET", "POST"])
def contactpersoon(request: HttpRequest, nummer: int) -> HttpResponse:
    """Another fixed contact, announced."""
    rij, gebruiker = te_bewerken(request, nummer)
    plan_ = plan_van(rij)
    return nazorgpagina(
        request,
        rij,
        Wisselformulier(request.POST or None, initial={"versie": plan_.versie}, gebruiker=gebruiker),
        _("Wissel het vaste contact"),
        _("Wissel en vertel het"),
        _("Het vaste contact is gewisseld. Klant en werkgever krijgen bericht."),
        lambda velden: actions.wissel_contactpersoon(plan=plan_, door=gebruiker, **velden),
        _("Wissel zo min mogelijk. Taken en open problemen gaan mee."),
    )


@require_http_methods(["GET", "POST"])
def verlengen(request: HttpRequest, nummer: int) -> HttpResponse:
    """Aftercare goes on longer."""
    rij, gebruiker = te_bewerken(request, nummer)
    plan_ = plan_van(rij)
    begin = {"tot": plan_.tot + timedelta(weeks=26), "versie": plan_.versie}
    return nazorgpagina(
        request,
        rij,
        Verlengformulier(request.POST or None, initial=begin),
        _("Verleng de nazorg"),
        _("Verleng"),
        _("De nazorg is verlengd."),
        lambda velden: actions.verleng(plan=plan_, door=gebruiker, **velden),
    )


@require_http_methods(["GET", "POST"])
def stoppen(request: HttpRequest, nummer: int) -> HttpResponse:
    """Aftercare stops."""
    rij, gebruiker = te_bewerken(request, nummer)
    plan_ = plan_van(rij)
    return nazorgpagina(
        request,
        rij,
        Stopformulier(request.POST or None, initial={"versie": plan_.versie}),
        _("Stop de nazorg"),
        _("Stop de nazorg"),
        _("De nazorg is gestopt."),
        lambda velden: actions.beeindig_nazorg(plan=plan_, door=gebruiker, **velden),
        _("Het werk gaat door. Er zijn dan geen vaste contacten meer."),
    )


@require_http_methods(["GET", "POST"])
def doorplaatsen(request: HttpRequest, nummer: int) -> HttpResponse:
    """On to another job."""
    rij, gebruiker = te_bewerken(request, nummer)
    vereis(rules.mag_doorplaatsen(gebruiker, rij))
    return nazorgpagina(
        request,
        rij,
        Doorplaatsformulier(request.POST or None, initial={"op": rij.tot or timezone.localdate()}),
        _("Verder naar ander werk"),
        _("Zoek ander werk"),
        _("De plaatsing is afgesloten. De tegel Bemiddeling staat weer open."),
        lambda velden: actions.plaats_door(plaatsing=rij, door=gebruiker, **velden),
    )


@require_http_methods(["GET", "POST"])
def melden(request: HttpRequest, nummer: int) -> HttpResponse:
    """Report a problem that a colleague heard of."""
    rij, gebruiker = te_bewerken(request, nummer)
    return nazorgpagina(
        request,
        rij,
        Telefoonmelding(request.POST or None),
        _("Meld een probleem"),
        _("Meld het probleem"),
        _("Het probleem is gemeld. Het vaste contact heeft een taak."),
        lambda velden: problemen.meld_probleem(plaatsing=rij, door=gebruiker, **velden),
    )


@require_http_methods(["GET", "POST"])
def probleem(request: HttpRequest, nummer: int) -> HttpResponse:
    """Read and answer a problem."""
    gebruiker = gebruiker_van(request)
    vereis(gebruiker.is_medewerker)
    deze = get_object_or_404(queries.problemen_met_namen(Probleem.objects.voor(gebruiker)), pk=nummer)
    rij = plaatsing_van_medewerker(request, deze.plaatsing_id)
    if request.method == "POST":
        vereis(rules.mag_probleem_beantwoorden(gebruiker, deze))
    soort = probleemsoort(deze.soort)
    return formulierpagina(
        request,
        rij,
        Antwoordformulier(
            request.POST or None,
            initial={"antwoord": deze.antwoord, "opgelost": bool(deze.opgelost)},
            voor_werkgever=deze.gemeld_door_wie in problemen.VAN_WERKGEVER,
        ),
        titel=soort.naam if soort else deze.soort,
        knop=_("Bewaar het antwoord"),
        klaar=_("Het antwoord is vastgelegd."),
        doe=lambda velden: problemen.beantwoord_probleem(probleem=deze, door=gebruiker, **velden),
        naar=nazorg_url(rij),
        sjabloon="samen_nazorg/probleem.html",
        context={
            "regel": queries.regel_van(deze),
            "gesprekken": list(deze.gesprekken.select_related("door")),
            "eerste_actie": soort.eerste_actie if soort else "",
            "mag_beantwoorden": rules.mag_probleem_beantwoorden(gebruiker, deze),
        },
    )
