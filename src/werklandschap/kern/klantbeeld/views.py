"""The picture of a person: by theme, on any date, two views side by side, and a new statement in one line."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from werklandschap.kern.basis.fouten import fouten_op
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.pagina import gebruiker_van, toon_dossierpagina
from werklandschap.kern.dossiers.queries import dossier_van_verzoek
from werklandschap.kern.dossiers.rules import mag_dossier_bewerken
from werklandschap.kern.klantbeeld import actions, queries
from werklandschap.kern.klantbeeld.catalogus import aspecten, themas
from werklandschap.kern.klantbeeld.forms import Beeldfilter, Waarnemingformulier
from werklandschap.kern.klantbeeld.grafiek import beeld_door_de_tijd
from werklandschap.kern.klantbeeld.rules import zichtbare_aspecten

TERUGKIJKEN = timedelta(days=91)


def terug_of(request: HttpRequest, anders: str) -> HttpResponseRedirect:
    """To the page the form came from when that is one of ours, else to `anders`."""
    doel = request.POST.get("terug", "")
    veilig = url_has_allowed_host_and_scheme(
        doel, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return HttpResponseRedirect(doel if veilig else anders)


@require_GET
def klantbeeld(request: HttpRequest, nummer: int) -> HttpResponse:
    """What is known, by theme, on a date."""
    dossier = dossier_van_verzoek(request, nummer, onderdeel="klantbeeld")
    gebruiker = gebruiker_van(request)
    filter_ = Beeldfilter(request.GET or None)
    keuze = filter_.cleaned_data if filter_.is_valid() else {}
    vandaag = timezone.localdate()
    zichtbaar = zichtbare_aspecten(gebruiker, dossier)
    rijen = queries.waarnemingen_voor_pagina(dossier)
    dagen = queries.dagen_met_nieuws(rijen, zichtbaar, geweten=keuze.get("peil") == "geweten")
    op: date = _gekozen_dag(request.GET.get("stap", ""), dagen) or min(keuze.get("datum") or vandaag, vandaag)
    sinds: date = min(keuze.get("sinds") or op - TERUGKIJKEN, op)
    geweten = keuze.get("peil") == "geweten"
    beeld = queries.beeld_uit(rijen, op, zichtbaar, zoals_geweten=geweten)
    eerder = queries.beeld_uit(rijen, sinds, zichtbaar, zoals_geweten=geweten)
    if not request.GET or "stap" in request.GET:
        peil = "geweten" if geweten else "gezien"
        filter_ = Beeldfilter(initial={"datum": op, "sinds": sinds, "peil": peil})
    context: dict[str, Any] = {
        "filter": filter_,
        "beeld": beeld,
        "dagen": dagen,
        "stap": max((nummer for nummer, dag in enumerate(dagen) if dag <= op), default=0),
        "op": op,
        "sinds": sinds,
        "is_vandaag": op == vandaag,
        "geweten": geweten,
        "vergelijking": [v for v in queries.naast_elkaar(beeld) if v.klant and v.professional],
        "veranderingen": queries.veranderingen(eerder, beeld),
        "verouderd": queries.verouderd(beeld),
        "ontbrekend": _per_thema(queries.ontbrekend(beeld, dossier, gebruiker)),
        "grafiek": beeld_door_de_tijd(rijen, beeld, zichtbaar),
        "mag_bewerken": mag_dossier_bewerken(gebruiker, dossier),
        "formulier": Waarnemingformulier(zichtbaar=zichtbaar),
    }
    return toon_dossierpagina(request, dossier, "klantbeeld/klantbeeld.html", context)


def _gekozen_dag(stap: str, dagen: list[date]) -> date | None:
    """The day on which the slider stands."""
    return dagen[int(stap)] if stap.isdecimal() and int(stap) < len(dagen) else None


def _per_thema(rijen: list[Any]) -> list[tuple[Any, list[Any]]]:
    groepen = [(thema, [a for a in rijen if a.thema == thema.code]) for thema in themas().values()]
    return [(thema, deel) for thema, deel in groepen if deel]


@require_http_methods(["GET", "POST"])
def toevoegen(request: HttpRequest, nummer: int) -> HttpResponse:
    """Add a statement; `?aspect=` in the address chooses the subject beforehand."""
    dossier = dossier_van_verzoek(request, nummer, onderdeel="klantbeeld aanvullen")
    gebruiker = gebruiker_van(request)
    zichtbaar = zichtbare_aspecten(gebruiker, dossier)
    begin = {"aspect": request.GET.get("aspect", ""), "bron": request.GET.get("bron", "professional")}
    formulier = Waarnemingformulier(request.POST or None, zichtbaar=zichtbaar, initial=begin)
    terug = reverse("klantbeeld:klantbeeld", args=[dossier.pk])
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            actions.leg_waarneming_vast(dossier=dossier, door=gebruiker, **formulier.cleaned_data)
            messages.success(request, _("Het klantbeeld is aangevuld."))
            return terug_of(request, terug)
    return _toon_formulier(request, dossier, formulier)


def _toon_formulier(request: HttpRequest, dossier: Dossier, formulier: Waarnemingformulier) -> HttpResponse:
    context = {"formulier": formulier, "terug": request.POST.get("terug", "")}
    status = 422 if formulier.errors else 200
    return toon_dossierpagina(request, dossier, "klantbeeld/toevoegen.html", context, status=status)


@require_GET
def verloop(request: HttpRequest, nummer: int, aspect: str) -> HttpResponse:
    """One aspect through time: every statement, with who, when and from whom."""
    dossier = dossier_van_verzoek(request, nummer, onderdeel="klantbeeld")
    gebruiker = gebruiker_van(request)
    rijen = queries.verloop(dossier, aspect, gebruiker)
    zichtbaar = {code: a for code, a in zichtbare_aspecten(gebruiker, dossier).items() if code == aspect}
    beeld = queries.beeld_uit(rijen, timezone.localdate(), zichtbaar)
    context = {
        "aspect": zichtbaar.get(aspect),
        "rijen": [(rij, zichtbaar[aspect].toon(rij.waarde)) for rij in reversed(rijen)],
        "grafiek": beeld_door_de_tijd(rijen, beeld, zichtbaar),
        "mag_bewerken": mag_dossier_bewerken(gebruiker, dossier),
    }
    return toon_dossierpagina(request, dossier, "klantbeeld/verloop.html", context, status=200 if zichtbaar else 404)


@require_GET
def waardeveld(request: HttpRequest) -> HttpResponse:
    """The field for the value of a chosen aspect; says nothing about any dossier."""
    wat = aspecten().get(request.GET.get("aspect", ""))
    formulier = Waarnemingformulier(zichtbaar=aspecten(), initial={"aspect": wat.code if wat else ""})
    return render(request, "klantbeeld/_waardeveld.html", {"veld": formulier["waarde"]})
