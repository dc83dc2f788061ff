"""The curriculum vitae of a person: what they said yes to, on a page and as PDF."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from werklandschap.kern.basis.fouten import fouten_op
from werklandschap.kern.dossiers.forms import Toestemmingantwoord
from werklandschap.kern.dossiers.models import Dossier, Werkzoekende
from werklandschap.kern.dossiers.pagina import gebruiker_van, toon_dossierpagina
from werklandschap.kern.dossiers.queries import dossier_van_verzoek
from werklandschap.kern.dossiers.rules import mag_toestemming_beantwoorden
from werklandschap.kern.profielen import cv
from werklandschap.kern.profielen.models import Cvkeuze
from werklandschap.ontwerp.formulieren import Basisformulier


class Cvformulier(Basisformulier):
    """Which items the person says yes to, in groups, and a few own words."""

    wie_ben_ik = forms.CharField(
        label=gettext_lazy("Wie bent u, in een paar zinnen?"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, mens: Werkzoekende, keuze: Cvkeuze | None, **kwargs: Any) -> None:
        begin = {"wie_ben_ik": keuze.wie_ben_ik if keuze else ""}
        super().__init__(*args, initial=begin, **kwargs)
        gekozen = set(keuze.onderdelen) if keuze else set()
        groepen: dict[str, list[tuple[str, str]]] = {}
        for deel in cv.mogelijk(mens):
            tekst = f"{deel.tekst} – {deel.extra}" if deel.extra else deel.tekst
            groepen.setdefault(deel.kop, []).append((deel.sleutel, tekst[:160]))
        for nummer, (kop, keuzes) in enumerate(groepen.items()):
            self.fields[f"deel{nummer}"] = forms.MultipleChoiceField(
                label=kop,
                choices=keuzes,
                required=False,
                widget=forms.CheckboxSelectMultiple,
                initial=[sleutel for sleutel, _tekst in keuzes if sleutel in gekozen],
            )

    def gegevens(self) -> dict[str, Any]:
        """As `kies_cv` takes it."""
        delen = [sleutel for naam, waarde in self.cleaned_data.items() if naam.startswith("deel") for sleutel in waarde]
        return {"onderdelen": delen, "wie_ben_ik": self.cleaned_data["wie_ben_ik"]}


class Vastlegformulier(Cvformulier):
    """The same, written down by a colleague who was told."""

    hoe = Toestemmingantwoord.base_fields["hoe"]

    def gegevens(self) -> dict[str, Any]:
        """Also how the person said it."""
        return {**super().gegevens(), "hoe": self.cleaned_data["hoe"]}


@require_http_methods(["GET", "POST"])
def cv_pagina(request: HttpRequest, nummer: int) -> HttpResponse:
    """The curriculum vitae beside what the person may choose from."""
    dossier = dossier_van_verzoek(request, nummer, onderdeel="cv")
    gebruiker, mens = gebruiker_van(request), dossier.werkzoekende
    keuze = cv.keuze_van(mens)
    mag = mag_toestemming_beantwoorden(gebruiker, dossier) and dossier.status == Dossier.Status.OPEN
    formulier = Vastlegformulier(request.POST or None, mens=mens, keuze=keuze)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            cv.kies_cv(dossier=dossier, door=gebruiker, **formulier.gegevens())
            messages.success(request, _("Het cv is bijgewerkt met wat de klant goed vindt."))
            return redirect("profielen:cv", nummer)
    context = {"cv": cv.maak_cv(mens, keuze), "keuze": keuze, "formulier": formulier, "mag_kiezen": mag}
    status = 422 if formulier.errors else 200
    return toon_dossierpagina(request, dossier, "profielen/cv.html", context, status=status)


@require_GET
def cv_pdf(request: HttpRequest, nummer: int) -> HttpResponse:
    """On paper."""
    dossier = dossier_van_verzoek(request, nummer, onderdeel="cv")
    return als_pdf(dossier.werkzoekende)


def als_pdf(mens: Werkzoekende) -> HttpResponse:
    """The PDF as an answer; Http404 while nothing was said yes to."""
    inhoud = cv.maak_cv(mens, cv.keuze_van(mens))
    if inhoud.is_leeg:
        raise Http404
    antwoord = HttpResponse(cv.cv_als_pdf(mens, inhoud), content_type="application/pdf")
    antwoord["Content-Disposition"] = 'inline; filename="cv.pdf"'
    return antwoord
