"""Looking for a direction: interests, occupations and homework."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from werklandschap.competenties.models import Beroep
from werklandschap.competenties.queries import zoek_beroepen
from werklandschap.kern.basis.fouten import fouten_op
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.pagina import gebruiker_van, toon_dossierpagina
from werklandschap.kern.dossiers.queries import dossier_van_verzoek
from werklandschap.kern.dossiers.rules import mag_dossier_bewerken
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.werkzoekende.orientatie import actions, queries
from werklandschap.werkzoekende.orientatie.forms import Huiswerkformulier
from werklandschap.werkzoekende.orientatie.models import Beroepskeuze, Huiswerk, Werkervaringsplek
from werklandschap.werkzoekende.orientatie.views_testen import laatste_testen

PER_PAGINA, HOOGUIT = 25, 25
SJABLONEN = "werkzoekende_orientatie/"


def _open(request: HttpRequest, nummer: int) -> Dossier:
    return dossier_van_verzoek(request, nummer, onderdeel="orientatie")


@require_http_methods(["GET", "POST"])
def overzicht(request: HttpRequest, nummer: int) -> HttpResponse:
    """The results of tests, occupations chosen, open places for these, and homework; POST gives homework."""
    dossier = _open(request, nummer)
    gebruiker = gebruiker_van(request)
    formulier = Huiswerkformulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            actions.geef_huiswerk(dossier=dossier, door=gebruiker, **formulier.cleaned_data)
            messages.success(request, _("De opdracht staat erbij."))
            return redirect("werkzoekende_orientatie:orientatie", dossier.pk)
    keuzes = list(Beroepskeuze.objects.filter(dossier=dossier).select_related("beroep"))
    plekken = Werkprofiel.objects.voor(gebruiker).zoekbaar().filter(beroep__in=[k.beroep_id for k in keuzes])
    context = {
        "testen": laatste_testen(dossier),
        "werkervaring": Werkervaringsplek.objects.filter(dossier=dossier),
        "keuzes": keuzes,
        "plekken": plekken.select_related("werkgever").order_by("start", "pk")[:HOOGUIT],
        "huiswerk": Huiswerk.objects.filter(dossier=dossier),
        "formulier": formulier,
        "mag_bewerken": mag_dossier_bewerken(gebruiker, dossier),
    }
    status = 422 if formulier.errors else 200
    return toon_dossierpagina(request, dossier, f"{SJABLONEN}overzicht.html", context, status=status)


@require_GET
def beroepen(request: HttpRequest, nummer: int) -> HttpResponse:
    """Search occupations."""
    dossier = _open(request, nummer)
    zoek = request.GET.get("zoek", "")
    pagina = Paginator(zoek_beroepen(zoek, hoogstens=500), PER_PAGINA).get_page(request.GET.get("pagina"))
    context = {"zoek": zoek, "pagina": pagina}
    return toon_dossierpagina(request, dossier, f"{SJABLONEN}beroepen.html", context)


@require_GET
def beroep(request: HttpRequest, nummer: int, beroep: int) -> HttpResponse:
    """What it asks, what somebody has already, where it leads, and who has a place."""
    dossier = _open(request, nummer)
    gebruiker = gebruiker_van(request)
    welk = get_object_or_404(queries.beroepen_met_keuze(dossier), pk=beroep)
    netwerk = Werkprofiel.objects.voor(gebruiker)
    context = {
        **queries.verkenning(welk, dossier),
        "bedrijven": queries.bedrijven_met(welk, netwerk, netwerk.zoekbaar()),
        "mag_bewerken": mag_dossier_bewerken(gebruiker, dossier),
    }
    return toon_dossierpagina(request, dossier, f"{SJABLONEN}beroep.html", context)


@require_GET
def vergelijk(request: HttpRequest, nummer: int) -> HttpResponse:
    """Up to three occupations side by side: `?beroep=` for each."""
    dossier = _open(request, nummer)
    gekozen = queries.gekozen_om_te_vergelijken(request.GET.getlist("beroep"))
    plekken = Werkprofiel.objects.voor(gebruiker_van(request)).zoekbaar()
    context = {"kolommen": queries.naast_elkaar(gekozen, dossier, plekken)}
    return toon_dossierpagina(request, dossier, f"{SJABLONEN}vergelijk.html", context)


@require_POST
def kies(request: HttpRequest, nummer: int, beroep: int) -> HttpResponse:
    """Choose an occupation to look into."""
    dossier = _open(request, nummer)
    actions.kies_beroep(dossier=dossier, beroep=get_object_or_404(Beroep, pk=beroep), door=gebruiker_van(request))
    messages.success(request, _("Het beroep staat bij de keuzes."))
    return redirect("werkzoekende_orientatie:orientatie", dossier.pk)


@require_POST
def laat_los(request: HttpRequest, nummer: int, beroep: int) -> HttpResponse:
    """An occupation is no longer looked into."""
    dossier = _open(request, nummer)
    actions.laat_beroep_los(dossier=dossier, beroep=get_object_or_404(Beroep, pk=beroep), door=gebruiker_van(request))
    messages.success(request, _("Het beroep staat niet meer bij de keuzes."))
    return redirect("werkzoekende_orientatie:orientatie", dossier.pk)


@require_POST
def huiswerk_klaar(request: HttpRequest, nummer: int, huiswerk: int) -> HttpResponse:
    """An assignment was done."""
    dossier = _open(request, nummer)
    welk = get_object_or_404(Huiswerk.objects.select_related("dossier__keten"), pk=huiswerk, dossier=dossier)
    actions.rond_huiswerk_af(huiswerk=welk, door=gebruiker_van(request), uitkomst=request.POST.get("uitkomst", ""))
    messages.success(request, _("Mooi, de opdracht is gedaan."))
    return redirect("werkzoekende_orientatie:orientatie", dossier.pk)
