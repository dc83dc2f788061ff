"""Places to try work: found by the same matching, agreed on, and looked back on."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from werklandschap.kern.basis.fouten import fouten_op
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.pagina import gebruiker_van, toon_dossierpagina
from werklandschap.kern.dossiers.queries import dossier_van_verzoek
from werklandschap.kern.dossiers.rules import mag_dossier_bewerken
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.profielen.zoeken import zoek_werkprofielen
from werklandschap.werkzoekende.orientatie import plekken
from werklandschap.werkzoekende.orientatie.forms import Plekafronding, Plekformulier, Plekstop
from werklandschap.werkzoekende.orientatie.models import Werkervaringsplek

SJABLONEN = "werkzoekende_orientatie/"
HOOGUIT = 15


def _open(request: HttpRequest, nummer: int) -> Dossier:
    return dossier_van_verzoek(request, nummer, onderdeel="orientatie")


def _plek(dossier: Dossier, pk: int) -> Werkervaringsplek:
    plek = get_object_or_404(Werkervaringsplek, pk=pk, dossier=dossier)
    plek.dossier = dossier
    return plek


@require_GET
def zoek(request: HttpRequest, nummer: int) -> HttpResponse:
    """Employers whose job fits, found by the score that finds paid work: ask them for a place to learn."""
    dossier = _open(request, nummer)
    matches = zoek_werkprofielen(werkzoekende=dossier.werkzoekende, door=gebruiker_van(request), top=HOOGUIT)
    context = {
        "matches": matches,
        "werkervaring": Werkervaringsplek.objects.filter(dossier=dossier),
        "mag_bewerken": mag_dossier_bewerken(gebruiker_van(request), dossier),
    }
    return toon_dossierpagina(request, dossier, f"{SJABLONEN}plekken.html", context)


@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest, nummer: int) -> HttpResponse:
    """Agree on a place; `?werkprofiel=` fills in the company."""
    dossier, gebruiker = _open(request, nummer), gebruiker_van(request)
    gekozen = request.GET.get("werkprofiel", "")
    profielen = Werkprofiel.objects.voor(gebruiker).select_related("werkgever")
    profiel = profielen.filter(pk=int(gekozen)).first() if gekozen.isdecimal() and len(gekozen) < 10 else None
    begin: dict[str, Any] = {"bedrijf": profiel.werkgever.naam, "uren": profiel.uren_min} if profiel else {}
    formulier = Plekformulier(request.POST or None, initial=begin)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            plekken.spreek_plek_af(dossier=dossier, door=gebruiker, werkprofiel=profiel, **formulier.cleaned_data)
            messages.success(request, _("De plek is afgesproken. U krijgt op tijd een taak om terug te kijken."))
            return redirect("werkzoekende_orientatie:orientatie", dossier.pk)
    context = {"formulier": formulier, "profiel": profiel}
    status = 422 if formulier.errors else 200
    return toon_dossierpagina(request, dossier, f"{SJABLONEN}plek_nieuw.html", context, status=status)


@require_http_methods(["GET", "POST"])
def plek(request: HttpRequest, nummer: int, plek: int) -> HttpResponse:
    """One place; POST looks back on it."""
    dossier = _open(request, nummer)
    welke = _plek(dossier, plek)
    formulier = Plekafronding(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            plekken.rond_plek_af(plek=welke, door=gebruiker_van(request), **formulier.cleaned_data)
            messages.success(request, _("Mooi, de plek is afgerond."))
            return redirect("werkzoekende_orientatie:orientatie", dossier.pk)
    return _toon(request, dossier, welke, formulier, Plekstop(auto_id="stop_%s"))


@require_POST
def stop(request: HttpRequest, nummer: int, plek: int) -> HttpResponse:
    """It ends early."""
    dossier = _open(request, nummer)
    welke = _plek(dossier, plek)
    formulier = Plekstop(request.POST, auto_id="stop_%s")
    if formulier.is_valid():
        with fouten_op(formulier):
            plekken.stop_plek(plek=welke, door=gebruiker_van(request), **formulier.cleaned_data)
            messages.success(request, _("De plek is gestopt. U ziet hem nog in de lijst."))
            return redirect("werkzoekende_orientatie:orientatie", dossier.pk)
    return _toon(request, dossier, welke, Plekafronding(), formulier)


def _toon(
    request: HttpRequest, dossier: Dossier, plek: Werkervaringsplek, afronding: Plekafronding, stop: Plekstop
) -> HttpResponse:
    context = {
        "plek": plek,
        "formulier": afronding,
        "stopformulier": stop,
        "mag_bewerken": mag_dossier_bewerken(gebruiker_van(request), dossier) and plek.is_lopend,
    }
    status = 422 if afronding.errors or stop.errors else 200
    return toon_dossierpagina(request, dossier, f"{SJABLONEN}plek.html", context, status=status)
