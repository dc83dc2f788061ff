"""What every page about one dossier has around it: the way back, the name, the tabs."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from werklandschap.kern.basis.haken import dossiertabs, tabs_voor
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.toegang.models import Gebruiker


def gebruiker_van(request: HttpRequest) -> Gebruiker:
    """The signed-in account."""
    assert isinstance(request.user, Gebruiker)
    return request.user


def tabregels(request: HttpRequest, dossier: Dossier) -> list[tuple[str, str, bool]]:
    """(address, label, active) of every page about this dossier the user may open."""
    paginas = [(tab.url_naam, str(tab.label)) for _code, tab in tabs_voor(dossiertabs, request.user, dossier)]
    if "dossiers:dossier" not in {naam for naam, _label in paginas}:
        paginas.insert(0, ("dossiers:dossier", _("Overzicht")))
    uit = []
    for naam, label in paginas:
        try:
            url = reverse(naam, args=[dossier.pk])
        except NoReverseMatch:
            continue
        uit.append((url, label, request.path == url))
    return uit


def toon_dossierpagina(
    request: HttpRequest, dossier: Dossier, sjabloon: str, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    """Render a page that extends `klantbeeld/dossierpagina.html`."""
    return render(
        request, sjabloon, {"dossier": dossier, "tabregels": tabregels(request, dossier), **context}, status=status
    )
