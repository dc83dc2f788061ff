"""What the pages about one placement share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from werklandschap.kern.basis.acties import vereis
from werklandschap.kern.basis.fouten import fouten_op
from werklandschap.kern.tijdlijn.leeslog import log_lezing
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.samen.plaatsing import queries, rules
from werklandschap.samen.plaatsing.models import Plaatsing
from werklandschap.samen.plaatsing.stappen import adres


def gebruiker_van(request: HttpRequest) -> Gebruiker:
    """The signed-in account."""
    assert isinstance(request.user, Gebruiker)
    return request.user


def plaatsing_van_medewerker(request: HttpRequest, nummer: int) -> Plaatsing:
    """The row for a colleague; another municipality looks like nothing. The reading is logged."""
    gebruiker = gebruiker_van(request)
    plaatsing = get_object_or_404(queries.met_alles(Plaatsing.objects.voor(gebruiker)), pk=nummer)
    vereis(rules.mag_plaatsing_zien(gebruiker, plaatsing))
    if request.method == "GET":
        log_lezing(keten=plaatsing.dossier.keten, door=gebruiker, onderdeel="plaatsing")
    return plaatsing


def te_wijzigen(request: HttpRequest, nummer: int) -> Plaatsing:
    """The row for a colleague who may change it."""
    rij = plaatsing_van_medewerker(request, nummer)
    vereis(rules.mag_plaatsing_bewerken(gebruiker_van(request), rij))
    return rij


def formulierpagina(
    request: HttpRequest,
    plaatsing: Plaatsing,
    formulier: Any,
    *,
    titel: str,
    knop: str,
    doe: Callable[[dict[str, Any]], object],
    klaar: str,
    uitleg: str = "",
    naar: str = "",
    sjabloon: str = "samen_plaatsing/formulier.html",
    context: dict[str, Any] | None = None,
) -> HttpResponse:
    """Show a form; when valid do `doe(cleaned_data)` and go on. What an action refuses stands at its field."""
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            doe(formulier.cleaned_data)
            messages.success(request, klaar)
            return redirect(naar or adres(plaatsing))
    gegevens = {
        "plaatsing": plaatsing,
        "formulier": formulier,
        "titel": titel,
        "knop": knop,
        "uitleg": uitleg,
        "terug_url": naar or adres(plaatsing),
        **(context or {}),
    }
    return render(request, sjabloon, gegevens, status=422 if formulier.errors else 200)
