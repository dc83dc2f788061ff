"""What comes later: expected openings, tasks divided anew; and how a profile was before."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from werklandschap.kern.basis.acties import vereis
from werklandschap.kern.basis.fouten import Invoerfout, fouten_op
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.profielen.werkprofielpagina import (
    gebruiker_van,
    toon_werkprofielpagina,
    werkprofiel_van_verzoek,
)
from werklandschap.kern.relaties.pagina import toon_relatiepagina, werkgever_van_verzoek
from werklandschap.werkgever.werkprofiel import actions, rules
from werklandschap.werkgever.werkprofiel.forms import Carveformulier, Takenformulier, Verwachtingformulier
from werklandschap.werkgever.werkprofiel.geschiedenis import verschillen_met_volgende
from werklandschap.werkgever.werkprofiel.verwachting import Kwartaal, laatste_per_functie, leg_verwachting_vast


@require_http_methods(["GET", "POST"])
def verwachting(request: HttpRequest, nummer: int) -> HttpResponse:
    """Expected openings per quarter of each function; each quarter can become a job profile."""
    werkgever, gebruiker = werkgever_van_verzoek(request, nummer), gebruiker_van(request)
    formulier = Verwachtingformulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            leg_verwachting_vast(werkgever=werkgever, door=gebruiker, **formulier.cleaned_data)
            messages.success(request, _("De verwachting is bewaard."))
            return redirect("werkgever_werkprofiel:verwachting", werkgever.pk)
    maak = reverse("werkgever_werkprofiel:nieuw", args=[werkgever.pk])

    def adres(functie: str, kwartaal: Kwartaal, groeit: bool) -> str:
        reden = Werkprofiel.Reden.GROEI if groeit else Werkprofiel.Reden.VERLOOP
        velden = {"titel": functie, "start": kwartaal.begin, "posities": kwartaal.plekken, "reden": reden}
        return f"{maak}?{urlencode(velden)}"

    rijen = [
        (rij, [(k, adres(rij.functie, k, rij.groei > 0)) for k in reeks])
        for rij, reeks in laatste_per_functie(werkgever)
    ]
    context = {"formulier": formulier, "rijen": rijen, "mag_maken": rules.mag_werkprofiel_maken(gebruiker, werkgever)}
    return toon_relatiepagina(request, werkgever, "werkgever_werkprofiel/verwachting.html", context)


@require_http_methods(["GET", "POST"])
def carven(request: HttpRequest, nummer: int) -> HttpResponse:
    """Move tasks into a new function, by dragging, by keyboard or with tick boxes; the hours add up."""
    profiel = werkprofiel_van_verzoek(request, nummer)
    vereis(rules.mag_werkprofiel_bewerken(gebruiker_van(request), profiel))
    taken = actions.taken_van(profiel.omschrijving)
    formulier = Carveformulier(request.POST or None, taken=taken)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            nieuw_profiel = actions.carve(
                werkprofiel=profiel,
                taken=formulier.gekozen(),
                titel=formulier.cleaned_data["titel"],
                haal_weg=formulier.cleaned_data["haal_weg"],
                door=gebruiker_van(request),
            )
            messages.success(request, _("Het nieuwe werkprofiel is er. Bevestig nu wat deze taken vragen."))
            return redirect("werkgever_werkprofiel:eisen", nieuw_profiel.pk)
    context = {"formulier": formulier, "taken": taken, "takenformulier": Takenformulier()}
    return toon_werkprofielpagina(request, profiel, "werkgever_werkprofiel/carven.html", context)


@require_POST
def taken_erbij(request: HttpRequest, nummer: int) -> HttpResponse:
    """Paste tasks, then divide them."""
    profiel = werkprofiel_van_verzoek(request, nummer)
    try:
        actions.voeg_taken_toe(werkprofiel=profiel, taken=request.POST.get("taken", ""), door=gebruiker_van(request))
    except Invoerfout as fout:
        messages.error(request, " ".join(fout.fouten.values()))
    else:
        messages.success(request, _("De taken staan erbij."))
    return redirect("werkgever_werkprofiel:carven", profiel.pk)


@require_GET
def versies(request: HttpRequest, nummer: int) -> HttpResponse:
    """How the profile was before each change, and what changed."""
    profiel = werkprofiel_van_verzoek(request, nummer)
    context = {"versies": verschillen_met_volgende(profiel)}
    return toon_werkprofielpagina(request, profiel, "werkgever_werkprofiel/versies.html", context)
