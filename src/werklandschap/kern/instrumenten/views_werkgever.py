"""Instruments of an employer."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from werklandschap.kern.basis.fouten import fouten_op
from werklandschap.kern.instrumenten import actions, queries
from werklandschap.kern.instrumenten.catalogus import catalogus, instrument, instrumenten_van
from werklandschap.kern.instrumenten.forms import Evaluatieformulier, Inzetformulier, Stopformulier
from werklandschap.kern.instrumenten.models import Inzet
from werklandschap.kern.instrumenten.views import evaluatiegegevens
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.relaties.pagina import gebruiker_van, toon_relatiepagina, werkgever_van_verzoek


def _toon(request: HttpRequest, werkgever: Werkgever, deel: str, **context: Any) -> HttpResponse:
    formulier = context.get("formulier")
    status = 422 if formulier is not None and formulier.errors else 200
    return toon_relatiepagina(request, werkgever, f"instrumenten/werkgever_{deel}.html", context, status=status)


@require_GET
def overzicht(request: HttpRequest, nummer: int) -> HttpResponse:
    """What runs for this employer, and what was looked back on."""
    werkgever = werkgever_van_verzoek(request, nummer)
    regels = queries.inzetten_van(werkgever.keten, catalogus(werkgever.gemeente, ook_uit=True), {})
    return _toon(
        request,
        werkgever,
        "overzicht",
        lopend=[r for r in regels if r.is_lopend],
        geweest=[r for r in regels if not r.is_lopend],
    )


@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest, nummer: int) -> HttpResponse:
    """Deploy an instrument for an employer."""
    werkgever = werkgever_van_verzoek(request, nummer)
    lijst = [i for i in instrumenten_van(werkgever.gemeente) if i.is_voor("werkgevers")]
    begin = {"instrument": request.GET.get("instrument", "")}
    formulier = Inzetformulier(request.POST or None, instrumenten=lijst, initial=begin)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            actions.zet_in(keten=werkgever.keten, door=gebruiker_van(request), **formulier.cleaned_data)
            messages.success(request, _("Het instrument is ingezet. U krijgt een taak om samen terug te kijken."))
            return redirect(reverse("instrumenten:werkgever", args=[werkgever.pk]))
    return _toon(request, werkgever, "formulier", formulier=formulier, titel=_("Instrument inzetten"), inzet=None)


def _inzet(werkgever: Werkgever, pk: int) -> Inzet:
    inzet = get_object_or_404(Inzet, pk=pk, keten_id=werkgever.keten_id)
    inzet.keten = werkgever.keten
    werkgever.keten.werkgever = werkgever
    return inzet


@require_http_methods(["GET", "POST"])
def evaluatie(request: HttpRequest, nummer: int, inzet: int) -> HttpResponse:
    """Look back with the employer."""
    werkgever = werkgever_van_verzoek(request, nummer)
    welke = _inzet(werkgever, inzet)
    formulier = Evaluatieformulier(request.POST or None, aspecten=[], nulmeting={})
    formulier.fields["met_klant"].label = _("De werkgever was erbij")
    formulier.fields["oordeel_klant"].label = _("Wat vond de werkgever ervan? (1 = hielp niet, 5 = hielp heel goed)")
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            actions.evalueer(inzet=welke, door=gebruiker_van(request), **evaluatiegegevens(formulier))
            messages.success(request, _("Het terugkijken is vastgelegd."))
            return redirect(reverse("instrumenten:werkgever", args=[werkgever.pk]))
    titel = _("Terugkijken: {naam}").format(naam=instrument(welke.instrument, werkgever.gemeente).naam)
    return _toon(request, werkgever, "formulier", formulier=formulier, titel=titel, inzet=welke)


@require_http_methods(["GET", "POST"])
def stoppen(request: HttpRequest, nummer: int, inzet: int) -> HttpResponse:
    """Stop early, with the reason."""
    werkgever = werkgever_van_verzoek(request, nummer)
    welke = _inzet(werkgever, inzet)
    formulier = Stopformulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            actions.stop_inzet(inzet=welke, door=gebruiker_van(request), **formulier.cleaned_data)
            messages.success(request, _("Het instrument is gestopt."))
            return redirect(reverse("instrumenten:werkgever", args=[werkgever.pk]))
    titel = _("Stoppen: {naam}").format(naam=instrument(welke.instrument, werkgever.gemeente).naam)
    return _toon(request, werkgever, "formulier", formulier=formulier, titel=titel, inzet=welke)
