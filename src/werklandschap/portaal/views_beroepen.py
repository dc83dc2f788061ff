"""Occupations for a resident: search, see what the work is and what it asks, compare, and keep a favourite."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from werklandschap.competenties.models import Beroep
from werklandschap.competenties.queries import zoek_beroepen
from werklandschap.kern.dossiers.rules import is_de_persoon
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.portaal.kansen import open_werk
from werklandschap.portaal.views_mijn import tabs, van
from werklandschap.werkzoekende.orientatie import queries
from werklandschap.werkzoekende.orientatie.actions import kies_beroep, laat_beroep_los
from werklandschap.werkzoekende.orientatie.models import Beroepskeuze, Testafname

PER_PAGINA, HOOGUIT = 15, 300


@require_GET
def beroepen(request: HttpRequest) -> HttpResponse:
    """My favourites, what goes with my interest test, and a search."""
    gebruiker, dossier = van(request)
    zoek = request.GET.get("zoek", "").strip()
    gevonden = zoek_beroepen(zoek, hoogstens=HOOGUIT) if zoek else Beroep.objects.none()
    test = Testafname.objects.filter(dossier=dossier, soort="interesse", klaar=True).first()
    context = {
        "zoek": zoek,
        "pagina": Paginator(gevonden, PER_PAGINA).get_page(request.GET.get("pagina")),
        "keuzes": list(Beroepskeuze.objects.filter(dossier=dossier).select_related("beroep")),
        "passend": queries.passende_beroepen(test.uitslag) if test else [],
        "test": test,
        "hooguit": queries.HOOGUIT_VERGELIJKEN,
        "zelf": is_de_persoon(gebruiker, dossier),
        "tabregels": tabs(request),
    }
    return render(request, "portaal/beroepen.html", context)


@require_GET
def beroep(request: HttpRequest, beroep: int) -> HttpResponse:
    """One occupation: what you do, what you can already, what you can learn, and where it leads."""
    gebruiker, dossier = van(request)
    welk = get_object_or_404(queries.beroepen_met_keuze(dossier), pk=beroep)
    netwerk = Werkprofiel.objects.filter(gemeente__regio=dossier.gemeente.regio_id)
    bedrijven = queries.bedrijven_met(welk, netwerk, open_werk(dossier))
    # By opening a vacancy to this person an employer agreed to be named; of the others only the number is told.
    met_naam = [een for een in bedrijven if een.plekken]
    context = {
        **queries.verkenning(welk, dossier),
        "plekken": sum(len(een.plekken) for een in met_naam),
        "bedrijven": met_naam,
        "andere_bedrijven": len(bedrijven) - len(met_naam),
        "zelf": is_de_persoon(gebruiker, dossier),
    }
    return render(request, "portaal/beroep.html", context)


@require_GET
def vergelijk(request: HttpRequest) -> HttpResponse:
    """Up to three occupations side by side: `?beroep=` for each."""
    _gebruiker, dossier = van(request)
    gevraagd = request.GET.getlist("beroep")
    gekozen = queries.gekozen_om_te_vergelijken(gevraagd)
    context = {
        "kolommen": queries.naast_elkaar(gekozen, dossier, open_werk(dossier)) if gekozen else [],
        "te_veel": len(set(gevraagd)) > queries.HOOGUIT_VERGELIJKEN,
        "hooguit": queries.HOOGUIT_VERGELIJKEN,
    }
    return render(request, "portaal/beroepen_vergelijken.html", context)


@require_POST
def bewaar(request: HttpRequest, beroep: int) -> HttpResponse:
    """I want to look into this occupation; my helper sees it too."""
    gebruiker, dossier = van(request)
    welk = get_object_or_404(Beroep, pk=beroep)
    kies_beroep(dossier=dossier, beroep=welk, waarom=request.POST.get("waarom", ""), door=gebruiker)
    messages.success(request, _("Dit beroep staat nu bij uw keuzes. Uw contactpersoon ziet het ook."))
    return redirect("portaal:beroepen")


@require_POST
def laat_los(request: HttpRequest, beroep: int) -> HttpResponse:
    """I don't want to look into this occupation any more."""
    gebruiker, dossier = van(request)
    laat_beroep_los(dossier=dossier, beroep=get_object_or_404(Beroep, pk=beroep), door=gebruiker)
    messages.success(request, _("Dit beroep staat niet meer bij uw keuzes."))
    return redirect("portaal:beroepen")
