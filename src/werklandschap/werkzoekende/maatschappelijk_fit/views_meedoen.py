"""Taking part: what runs, beginning something, looking back, and taking part as the aim."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from werklandschap.kern.basis.catalogus import naam_van
from werklandschap.kern.basis.fouten import fouten_op
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.pagina import gebruiker_van, toon_dossierpagina
from werklandschap.kern.dossiers.queries import dossier_van_verzoek
from werklandschap.kern.dossiers.rules import mag_dossier_bewerken
from werklandschap.ontwerp.formulieren import Basisformulier
from werklandschap.werkzoekende.maatschappelijk_fit import meedoen as acties
from werklandschap.werkzoekende.maatschappelijk_fit.forms import (
    Activiteitformulier,
    Meedoendoelformulier,
    Meerformulier,
    Terugkijkformulier,
)
from werklandschap.werkzoekende.maatschappelijk_fit.models import Activiteit, Meedoendoel

MAP = "werkzoekende_maatschappelijk_fit"


def _open(request: HttpRequest, nummer: int) -> Dossier:
    return dossier_van_verzoek(request, nummer, onderdeel="meedoen")


def _pagina(dossier: Dossier) -> str:
    return reverse(f"{MAP}:meedoen", args=[dossier.pk])


@require_http_methods(["GET", "POST"])
def meedoen(request: HttpRequest, nummer: int) -> HttpResponse:
    """All activities, running ones first, and beginning a new one."""
    dossier = _open(request, nummer)
    formulier = Activiteitformulier(request.POST or None, auto_id="act_%s")
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            acties.start_activiteit(dossier=dossier, door=gebruiker_van(request), **formulier.cleaned_data)
            messages.success(request, _("De activiteit staat erbij. U krijgt een taak om samen terug te kijken."))
            return redirect(_pagina(dossier))
    return _toon(request, dossier, formulier=formulier)


def _toon(request: HttpRequest, dossier: Dossier, **formulieren: Basisformulier) -> HttpResponse:
    rijen = list(Activiteit.objects.filter(dossier=dossier))
    doelen = list(Meedoendoel.objects.filter(dossier=dossier))
    soorten = acties.meedoensoorten()
    lopend = [rij for rij in rijen if rij.status == Activiteit.Status.LOOPT]
    context: dict[str, Any] = {
        "lopend": [(rij, naam_van(soorten, rij.soort)) for rij in lopend],
        "gestopt": [(rij, naam_van(soorten, rij.soort)) for rij in rijen if rij not in lopend],
        "uren": sum(rij.uren for rij in lopend),
        "soorten": soorten,
        "doel": next((doel for doel in doelen if doel.beeindigd_op is None), None),
        "eerdere_doelen": [doel for doel in doelen if doel.beeindigd_op is not None],
        "mag_bewerken": mag_dossier_bewerken(gebruiker_van(request), dossier),
        "vandaag": timezone.localdate(),
        "formulier": Activiteitformulier(auto_id="act_%s"),
        "doelformulier": Meedoendoelformulier(auto_id="doel_%s"),
        "meerformulier": Meerformulier(auto_id="meer_%s"),
        **formulieren,
    }
    status = 422 if any(f.errors for f in formulieren.values()) else 200
    return toon_dossierpagina(request, dossier, f"{MAP}/meedoen.html", context, status=status)


@require_http_methods(["GET", "POST"])
def terugkijken(request: HttpRequest, nummer: int, activiteit: int) -> HttpResponse:
    """How does it go; does it go on?"""
    dossier = _open(request, nummer)
    rij = get_object_or_404(Activiteit, pk=activiteit, dossier=dossier)
    rij.dossier = dossier
    formulier = Terugkijkformulier(request.POST or None, initial={"uren": rij.uren})
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            acties.kijk_terug(activiteit=rij, door=gebruiker_van(request), **formulier.cleaned_data)
            messages.success(request, _("Het terugkijken is vastgelegd."))
            return redirect(_pagina(dossier))
    status = 422 if formulier.errors else 200
    context = {"activiteit": rij, "formulier": formulier}
    return toon_dossierpagina(request, dossier, f"{MAP}/terugkijken.html", context, status=status)


@require_http_methods(["POST"])
def doel(request: HttpRequest, nummer: int) -> HttpResponse:
    """Taking part becomes the aim; with an aim there is, look again."""
    dossier = _open(request, nummer)
    huidig = dossier.meedoendoelen.filter(beeindigd_op__isnull=True).first()
    if huidig is None:
        return _nieuw_doel(request, dossier)
    huidig.dossier = dossier
    formulier = Meerformulier(request.POST, auto_id="meer_%s")
    if formulier.is_valid():
        with fouten_op(formulier):
            acties.kijk_opnieuw(doel=huidig, door=gebruiker_van(request), **formulier.cleaned_data)
            messages.success(request, _("Vastgelegd. Kan er meer? Kijk op het dossier welke tegel nu kan helpen."))
            return redirect(_pagina(dossier))
    return _toon(request, dossier, meerformulier=formulier)


def _nieuw_doel(request: HttpRequest, dossier: Dossier) -> HttpResponse:
    formulier = Meedoendoelformulier(request.POST, auto_id="doel_%s")
    if formulier.is_valid():
        with fouten_op(formulier):
            acties.maak_meedoen_doel(dossier=dossier, door=gebruiker_van(request), **formulier.cleaned_data)
            messages.success(request, _("Meedoen is nu het doel. Er staat een taak klaar om opnieuw te kijken."))
            return redirect(_pagina(dossier))
    return _toon(request, dossier, doelformulier=formulier)
