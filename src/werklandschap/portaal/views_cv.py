"""The resident's own curriculum vitae: choose, see, and take it along."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from werklandschap.kern.profielen import cv
from werklandschap.kern.profielen.views_cv import Cvformulier, als_pdf
from werklandschap.portaal.views_mijn import tabs, van


@require_http_methods(["GET", "POST"])
def mijn_cv(request: HttpRequest) -> HttpResponse:
    """What stands on it, and what I want on it."""
    gebruiker, dossier = van(request)
    mens = dossier.werkzoekende
    keuze = cv.keuze_van(mens)
    formulier = Cvformulier(request.POST or None, mens=mens, keuze=keuze)
    if request.method == "POST" and formulier.is_valid():
        cv.kies_cv(dossier=dossier, hoe="mijn", door=gebruiker, **formulier.gegevens())
        messages.success(request, _("Uw cv is klaar."))
        return redirect("portaal:cv")
    context = {"cv": cv.maak_cv(mens, keuze), "formulier": formulier, "tabregels": tabs(request)}
    return render(request, "portaal/cv.html", context, status=422 if formulier.errors else 200)


@require_GET
def cv_pdf(request: HttpRequest) -> HttpResponse:
    """My curriculum vitae as PDF."""
    _gebruiker, dossier = van(request)
    return als_pdf(dossier.werkzoekende)
