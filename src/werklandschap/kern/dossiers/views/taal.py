"""How a text reads at a level of Dutch, while somebody writes it."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from werklandschap.kern.basis.catalogus import vind
from werklandschap.kern.dossiers.catalogi import taalniveaus
from werklandschap.kern.dossiers.leesniveau import grens_voor
from werklandschap.kern.dossiers.pagina import gebruiker_van
from werklandschap.ontwerp.leesbaarheid import beoordeel

LANGSTE = 20_000


@require_POST
def leesbaarheid(request: HttpRequest, niveau: str) -> HttpResponse:
    """Judge the field that `?veld=` names: a fragment for an open page, else a page of its own. Keeps nothing."""
    if not gebruiker_van(request).is_medewerker:
        raise PermissionDenied
    if vind(taalniveaus(), niveau) is None:
        raise Http404
    tekst = request.POST.get(request.GET.get("veld", ""), "")[:LANGSTE]
    oordeel = beoordeel(tekst, grens_voor(niveau)) if tekst.strip() else None
    sjabloon = "dossiers/_leesoordeel.html" if request.headers.get("HX-Request") else "dossiers/leesoordeel.html"
    return render(request, sjabloon, {"oordeel": oordeel, "tekst": tekst})
