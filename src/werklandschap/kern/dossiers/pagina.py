"""What every page about one dossier has around it: the way back, the name, the tabs."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from werklandschap.kern.basis.haken import dossiertabs, tabregels
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.toegang.models import Gebruiker


def gebruiker_van(request: HttpRequest) -> Gebruiker:
    """The signed-in account."""
    assert isinstance(request.user, Gebruiker)
    return request.user


def toon_dossierpagina(
    request: HttpRequest, dossier: Dossier, sjabloon: str, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    """Render a page that extends `dossiers/dossierpagina.html`."""
    vast = {"dossier": dossier, "tabregels": tabregels(dossiertabs, request, dossier)}
    return render(request, sjabloon, {**vast, **context}, status=status)


def dossier_om_te_wijzigen(request: HttpRequest, nummer: int) -> Dossier:
    """The dossier for a POST; 404 outside what this user may list. The action checks the right and logs the change."""
    rijen = Dossier.objects.voor(gebruiker_van(request)).select_related(
        "werkzoekende", "keten", "gemeente", "verantwoordelijke"
    )
    return get_object_or_404(rijen, pk=nummer)
