"""What changes a plan: looking back, another rhythm, a contact in between; and news on a regulation."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from werklandschap.samen.nazorg import actions
from werklandschap.samen.nazorg.forms import (
    Contactformulier,
    Evaluatieformulier,
    Vormformulier,
)
from werklandschap.samen.nazorg.planning import nazorg_url
from werklandschap.samen.nazorg.views import nazorgpagina, plan_van, te_bewerken
from werklandschap.samen.plaatsing.pagina import formulierpagina

# Where a decision at an evaluation goes on.
VERVOLG = {
    "verlengen": "samen_nazorg:verlengen",
    "stoppen": "samen_nazorg:stoppen",
    "doorplaatsen": "samen_nazorg:doorplaatsen",
}


@require_http_methods(["GET", "POST"])
def evaluatie(request: HttpRequest, nummer: int) -> HttpResponse:
    """Look back together; the decision opens what belongs to it."""
    rij, gebruiker = te_bewerken(request, nummer)
    plan_ = plan_van(rij)
    formulier = Evaluatieformulier(request.POST or None, initial={"op": timezone.localdate()})
    vervolg = VERVOLG.get(request.POST.get("besluit", ""))
    klaar = _("De evaluatie is vastgelegd.")

    def doe(velden: dict[str, Any]) -> None:
        actions.evalueer(plan=plan_, door=gebruiker, **velden)

    antwoord = formulierpagina(
        request,
        rij,
        formulier,
        titel=_("Kijk samen terug"),
        knop=_("Bewaar de evaluatie"),
        klaar=klaar,
        doe=doe,
        uitleg=_("Bespreek dit met klant en werkgever samen, of met elk apart."),
        naar=nazorg_url(rij),
    )
    if antwoord.status_code == 302 and vervolg is not None:
        return redirect(reverse(vervolg, args=[rij.pk]))
    return antwoord


@require_http_methods(["GET", "POST"])
def vorm(request: HttpRequest, nummer: int) -> HttpResponse:
    """Another rhythm from today on."""
    rij, gebruiker = te_bewerken(request, nummer)
    plan_ = plan_van(rij)
    return nazorgpagina(
        request,
        rij,
        Vormformulier(request.POST or None, initial={"sjabloon": plan_.sjabloon, "versie": plan_.versie}),
        _("Vaker of minder vaak contact"),
        _("Bewaar"),
        _("De contacten zijn opnieuw gepland."),
        lambda velden: actions.wissel_vorm(plan=plan_, door=gebruiker, **velden),
        _("Wat gesproken is, blijft staan. Wat nog komt, plannen wij opnieuw."),
    )


@require_http_methods(["GET", "POST"])
def los_contact(request: HttpRequest, nummer: int) -> HttpResponse:
    """A contact that was not planned."""
    rij, gebruiker = te_bewerken(request, nummer)
    plan_ = plan_van(rij)
    return nazorgpagina(
        request,
        rij,
        Contactformulier(request.POST or None, initial={"gehouden_op": timezone.localdate(), "met_wie": "klant"}),
        _("Leg een gesprek vast"),
        _("Bewaar het gesprek"),
        _("Het gesprek is vastgelegd."),
        lambda velden: actions.leg_los_contact_vast(plan=plan_, door=gebruiker, **velden),
        _("Voor een gesprek dat niet gepland was."),
    )
