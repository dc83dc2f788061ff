"""Instruments of a person: what runs, what it did, and what could help next."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from werklandschap.kern.basis.fouten import fouten_op
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.pagina import gebruiker_van, toon_dossierpagina
from werklandschap.kern.dossiers.queries import dossier_van_verzoek
from werklandschap.kern.dossiers.rules import mag_dossier_bewerken
from werklandschap.kern.instrumenten import actions, queries, rules
from werklandschap.kern.instrumenten.catalogus import Instrument, catalogus, instrument, instrumenten_van
from werklandschap.kern.instrumenten.forms import Evaluatieformulier, Inzetformulier, Stopformulier
from werklandschap.kern.instrumenten.models import Inzet
from werklandschap.kern.instrumenten.suggesties import stel_voor
from werklandschap.kern.klantbeeld.rules import zichtbare_aspecten


def _open(request: HttpRequest, nummer: int) -> Dossier:
    return dossier_van_verzoek(request, nummer, onderdeel="instrumenten")


@require_GET
def overzicht(request: HttpRequest, nummer: int) -> HttpResponse:
    """Running, looked back on, and what could help next; the professional chooses."""
    dossier = _open(request, nummer)
    gebruiker = gebruiker_van(request)
    lijst = catalogus(dossier.gemeente, ook_uit=True)
    regels = queries.inzetten_van(dossier.keten, lijst, zichtbare_aspecten(gebruiker, dossier))
    mag = mag_dossier_bewerken(gebruiker, dossier)
    inzetten = [regel.inzet for regel in regels]
    context = {
        "lopend": [r for r in regels if r.is_lopend],
        "geweest": [r for r in regels if not r.is_lopend],
        "voorstellen": stel_voor(dossier, gebruiker, inzetten=inzetten, instrumenten=lijst) if mag else [],
        "mag_bewerken": mag,
    }
    return toon_dossierpagina(request, dossier, "instrumenten/overzicht.html", context)


def lijst_voor(dossier: Dossier) -> list[Instrument]:
    """What can be deployed for a person of this municipality."""
    return [i for i in instrumenten_van(dossier.gemeente) if i.is_voor("werkzoekenden")]


@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest, nummer: int) -> HttpResponse:
    """Deploy an instrument; `?instrument=` chooses it beforehand and shows what the law says."""
    dossier = _open(request, nummer)
    lijst = lijst_voor(dossier)
    code = request.POST.get("instrument") or request.GET.get("instrument", "")
    gekozen = next((i for i in lijst if i.code == code), None)
    begin = {"instrument": code, "doel": gekozen.doel if gekozen else ""}
    formulier = Inzetformulier(request.POST or None, instrumenten=lijst, initial=begin)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            actions.zet_in(keten=dossier.keten, door=gebruiker_van(request), **formulier.cleaned_data)
            messages.success(request, _("Het instrument is ingezet. U krijgt een taak om samen terug te kijken."))
            return redirect(reverse("instrumenten:overzicht", args=[dossier.pk]))
    context = {
        "formulier": formulier,
        "gekozen": gekozen,
        "waarschuwing": _waarschuwing(gekozen, dossier),
    }
    status = 422 if formulier.errors else 200
    return toon_dossierpagina(request, dossier, "instrumenten/nieuw.html", context, status=status)


def _waarschuwing(gekozen: Instrument | None, dossier: Dossier) -> str:
    if gekozen is None or gekozen.wettelijk is None:
        return ""
    return rules.wettelijke_waarschuwing(gekozen, rules.huidige_doelgroepen(dossier))


def _inzet(dossier: Dossier, pk: int) -> Inzet:
    inzet = get_object_or_404(Inzet, pk=pk, keten_id=dossier.keten_id)
    inzet.keten = dossier.keten
    dossier.keten.dossier = dossier
    return inzet


@require_http_methods(["GET", "POST"])
def evaluatie(request: HttpRequest, nummer: int, inzet: int) -> HttpResponse:
    """Look back together; what changed becomes part of the picture."""
    dossier = _open(request, nummer)
    gebruiker = gebruiker_van(request)
    welke = _inzet(dossier, inzet)
    wat = instrument(welke.instrument, dossier.gemeente)
    zichtbaar = zichtbare_aspecten(gebruiker, dossier)
    formulier = Evaluatieformulier(
        request.POST or None,
        aspecten=[zichtbaar[code] for code in wat.aspectcodes if code in zichtbaar],
        nulmeting=welke.nulmeting,
    )
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            actions.evalueer(inzet=welke, door=gebruiker, **evaluatiegegevens(formulier))
            messages.success(request, _("Het klantbeeld is bijgewerkt. Hieronder ziet u wat nu kan helpen."))
            return redirect(reverse("instrumenten:overzicht", args=[dossier.pk]))
    context = {"formulier": formulier, "inzet": welke, "instrument": wat}
    status = 422 if formulier.errors else 200
    return toon_dossierpagina(request, dossier, "instrumenten/evaluatie.html", context, status=status)


def evaluatiegegevens(formulier: Evaluatieformulier) -> dict[str, Any]:
    """What `evalueer` needs from a valid form."""
    schoon = formulier.cleaned_data
    namen = ("datum", "met_klant", "oordeel_klant", "toelichting", "gaat_door", "evalueren_op")
    velden = {naam: schoon[naam] for naam in namen}
    return {**velden, "effect": formulier.effect("nu"), "effect_klant": formulier.effect("klant")}


@require_http_methods(["GET", "POST"])
def stoppen(request: HttpRequest, nummer: int, inzet: int) -> HttpResponse:
    """Stop early, with the reason."""
    dossier = _open(request, nummer)
    welke = _inzet(dossier, inzet)
    formulier = Stopformulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            actions.stop_inzet(inzet=welke, door=gebruiker_van(request), **formulier.cleaned_data)
            messages.success(request, _("Het instrument is gestopt."))
            return redirect(reverse("instrumenten:overzicht", args=[dossier.pk]))
    context = {"formulier": formulier, "instrument": instrument(welke.instrument, dossier.gemeente)}
    status = 422 if formulier.errors else 200
    return toon_dossierpagina(request, dossier, "instrumenten/stoppen.html", context, status=status)
