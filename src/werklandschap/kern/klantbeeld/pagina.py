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
    uit = []
    for _code, tab in tabs_voor(dossiertabs, request.user, dossier):
        try:
            url = reverse(tab.url_naam, args=[dossier.pk])
        except NoReverseMatch:
            continue
        uit.append((url, str(tab.label), request.path == url))
    begin = reverse("dossiers:dossier", args=[dossier.pk])
    if begin not in {url for url, _label, _actief in uit}:
        uit.insert(0, (begin, _("Overzicht"), False))
    return uit


def toon_dossierpagina(
    request: HttpRequest, dossier: Dossier, sjabloon: str, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    """Render a page that extends `klantbeeld/dossierpagina.html`."""
    return render(
        request, sjabloon, {"dossier": dossier, "tabregels": tabregels(request, dossier), **context}, status=status
    )
