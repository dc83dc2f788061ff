"""Routes, questions and news for employers."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from werklandschap.kern.basis.acties import vereis
from werklandschap.kern.basis.fouten import fouten_op
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.relaties.pagina import gebruiker_van, toon_relatiepagina, werkgever_van_verzoek
from werklandschap.kern.relaties.rules import mag_contact_vastleggen
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.werkgever.voorzorg import actions
from werklandschap.werkgever.voorzorg.catalogi import routes
from werklandschap.werkgever.voorzorg.forms import (
    Antwoordformulier,
    Routeformulier,
    Vraagformulier,
    Zoekformulier,
)
from werklandschap.werkgever.voorzorg.models import Nieuwsontvangst, Vraag

PER_PAGINA = 25


def _toon(request: HttpRequest, werkgever: Werkgever, formulier: Routeformulier) -> HttpResponse:
    per_route: dict[str, list[object]] = {}
    for gesprek in werkgever.routegesprekken.select_related("door"):
        per_route.setdefault(gesprek.route, []).append(gesprek)
    context = {
        "formulier": formulier,
        "routes": [(route, per_route.get(route.code, [])) for route in routes()],
        "vragen": list(werkgever.vragen.select_related("gesteld_aan", "beantwoord_door")[:20]),
        "vraagformulier": Vraagformulier(prefix="vraag"),
        "nieuws": list(
            Nieuwsontvangst.objects.filter(persoon__werkgever=werkgever)
            .select_related("bericht", "persoon")
            .order_by("-bericht__verstuurd_op", "-pk")[:10]
        ),
    }
    return toon_relatiepagina(request, werkgever, "werkgever_voorzorg/voorzorg.html", context)


@require_http_methods(["GET", "POST"])
def voorzorg(request: HttpRequest, nummer: int) -> HttpResponse:
    """The four routes with what was said about each, and the questions of this employer."""
    gebruiker, werkgever = gebruiker_van(request), werkgever_van_verzoek(request, nummer)
    formulier = Routeformulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            actions.bespreek_route(werkgever=werkgever, door=gebruiker, **formulier.cleaned_data)
            messages.success(request, _("Het gesprek is bewaard."))
            return redirect("werkgever_voorzorg:voorzorg", werkgever.pk)
    return _toon(request, werkgever, formulier)


@require_http_methods(["GET", "POST"])
def vraag_nieuw(request: HttpRequest, nummer: int) -> HttpResponse:
    """A new question."""
    gebruiker, werkgever = gebruiker_van(request), werkgever_van_verzoek(request, nummer)
    vereis(mag_contact_vastleggen(gebruiker, werkgever))
    formulier = Vraagformulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        actions.stel_vraag(werkgever=werkgever, vraag=formulier.cleaned_data["vraag"], door=gebruiker)
        messages.success(request, _("De vraag staat erbij en is een taak voor u."))
        return redirect("werkgever_voorzorg:voorzorg", werkgever.pk)
    context = {"formulier": formulier, "kop": _("Nieuwe vraag"), "knop": _("Bewaar de vraag")}
    return toon_relatiepagina(request, werkgever, "relaties/formulier.html", context)


@require_http_methods(["GET", "POST"])
def vraag(request: HttpRequest, nummer: int, vraag: int) -> HttpResponse:
    """Answer a question, with earlier answers that look like it beside it."""
    gebruiker, werkgever = gebruiker_van(request), werkgever_van_verzoek(request, nummer)
    rij = get_object_or_404(werkgever.vragen.select_related("werkgever"), pk=vraag)
    formulier = Antwoordformulier(request.POST or None, initial={"antwoord": rij.antwoord, "bron": rij.bron})
    if request.method == "POST" and formulier.is_valid():
        actions.beantwoord_vraag(vraag=rij, door=gebruiker, **formulier.cleaned_data)
        messages.success(request, _("Het antwoord is bewaard."))
        return redirect("werkgever_voorzorg:voorzorg", werkgever.pk)
    woorden = [woord for woord in rij.vraag.split() if len(woord) > 5][:6]
    lijkt = Q(pk__in=[])
    for woord in woorden:
        lijkt |= Q(vraag__icontains=woord.strip("?.,!"))
    eerder = Vraag.objects.voor(gebruiker).filter(lijkt, beantwoord_op__isnull=False).exclude(pk=rij.pk)[:5]
    context = {"formulier": formulier, "vraag": rij, "eerder": list(eerder)}
    return toon_relatiepagina(request, werkgever, "werkgever_voorzorg/vraag.html", context)


@require_GET
def vragen(request: HttpRequest) -> HttpResponse:
    """All questions of the region with their answers, to search and use again."""
    gebruiker = gebruiker_van(request)
    vereis(gebruiker.heeft(Recht.RELATIES_LEZEN))
    filter_ = Zoekformulier(request.GET)
    rijen = Vraag.objects.voor(gebruiker).select_related("werkgever", "beantwoord_door")
    if filter_.is_valid() and filter_.cleaned_data["q"]:
        zoek = filter_.cleaned_data["q"]
        rijen = rijen.filter(Q(vraag__icontains=zoek) | Q(antwoord__icontains=zoek))
    pagina = Paginator(rijen, PER_PAGINA).get_page(request.GET.get("pagina"))
    return render(request, "werkgever_voorzorg/vragen.html", {"pagina": pagina, "filter": filter_})
