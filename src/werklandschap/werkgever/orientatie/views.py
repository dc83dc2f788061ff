"""Ways side by side, and the step plan of a company."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from werklandschap.kern.basis.fouten import fouten_op
from werklandschap.kern.relaties.pagina import gebruiker_van, toon_relatiepagina, werkgever_van_verzoek
from werklandschap.werkgever.orientatie import actions
from werklandschap.werkgever.orientatie.catalogi import manieren
from werklandschap.werkgever.orientatie.forms import Stapformulier
from werklandschap.werkgever.orientatie.views_uitwerken import uitwerkingen


@require_http_methods(["GET", "POST"])
def orientatie(request: HttpRequest, nummer: int) -> HttpResponse:
    """The ways with what they ask and give; the short list first, then what the checklist points to. And the plan."""
    gebruiker, werkgever = gebruiker_van(request), werkgever_van_verzoek(request, nummer)
    formulier = Stapformulier(request.POST or None, gebruiker=gebruiker, initial={"tekst": request.GET.get("stap", "")})
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            actions.voeg_stap_toe(werkgever=werkgever, door=gebruiker, **formulier.cleaned_data)
            messages.success(request, _("De stap staat in het plan."))
            return redirect("werkgever_orientatie:orientatie", werkgever.pk)
    gekozen = {keuze.manier: keuze for keuze in werkgever.manierkeuzes.all()}
    redenen = actions.redenen_van(werkgever.checklists.first())
    rijen = sorted(
        ((m, gekozen.get(m.code), redenen.get(m.code, [])) for m in manieren()),
        key=lambda rij: (rij[1] is None, -len(rij[2])),
    )
    context = {
        "formulier": formulier,
        "stap_open": formulier.is_bound or "stap" in request.GET,
        "manieren": rijen,
        "stappen": list(werkgever.stappen.select_related("wie")),
        "uitwerkingen": uitwerkingen(werkgever),
    }
    return toon_relatiepagina(request, werkgever, "werkgever_orientatie/orientatie.html", context)


@require_POST
def kies(request: HttpRequest, nummer: int) -> HttpResponse:
    """On or off the short list."""
    gebruiker, werkgever = gebruiker_van(request), werkgever_van_verzoek(request, nummer)
    manier = request.POST.get("manier", "")
    if "weg" in request.POST:
        actions.laat_manier_los(keuze=get_object_or_404(werkgever.manierkeuzes, manier=manier), door=gebruiker)
    else:
        functies = request.POST.get("functies", "")
        actions.kies_manier(werkgever=werkgever, manier=manier, functies=functies, door=gebruiker)
    messages.success(request, _("De lijst is bewaard."))
    return redirect("werkgever_orientatie:orientatie", werkgever.pk)


@require_POST
def stap_klaar(request: HttpRequest, nummer: int, stap: int) -> HttpResponse:
    """A step is done or no longer needed."""
    gebruiker, werkgever = gebruiker_van(request), werkgever_van_verzoek(request, nummer)
    rij = get_object_or_404(werkgever.stappen.select_related("werkgever"), pk=stap)
    actions.rond_stap_af(stap=rij, door=gebruiker, vervallen="vervallen" in request.POST)
    messages.success(request, _("De stap is bijgewerkt."))
    return redirect("werkgever_orientatie:orientatie", werkgever.pk)
