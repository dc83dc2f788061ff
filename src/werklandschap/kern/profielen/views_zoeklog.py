"""The log of searches on the page of a job and of a dossier."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from werklandschap.kern.dossiers.pagina import gebruiker_van, toon_dossierpagina
from werklandschap.kern.dossiers.queries import dossier_van_verzoek
from werklandschap.kern.profielen import zoeklog
from werklandschap.kern.profielen.models import Zoekopdracht
from werklandschap.kern.profielen.werkprofielpagina import toon_werkprofielpagina, werkprofiel_van_verzoek

PER_PAGINA = 25


@require_GET
def bij_werkprofiel(request: HttpRequest, nummer: int) -> HttpResponse:
    """Who searched people for this job."""
    profiel = werkprofiel_van_verzoek(request, nummer)
    rijen = zoeklog.zoekvragen_bij_werk(profiel, gebruiker_van(request))
    return toon_werkprofielpagina(request, profiel, "profielen/zoekvragen_werkprofiel.html", _pagina(request, rijen))


@require_GET
def bij_dossier(request: HttpRequest, nummer: int) -> HttpResponse:
    """Who searched work for this person."""
    dossier = dossier_van_verzoek(request, nummer, onderdeel="zoekvragen")
    rijen = zoeklog.zoekvragen_bij_mens(dossier.werkzoekende, gebruiker_van(request))
    return toon_dossierpagina(request, dossier, "profielen/zoekvragen_dossier.html", _pagina(request, rijen))


def _pagina(request: HttpRequest, rijen: QuerySet[Zoekopdracht]) -> dict[str, Any]:
    pagina = Paginator(rijen, PER_PAGINA).get_page(request.GET.get("pagina"))
    return {"pagina": pagina, "regels": [zoeklog.in_woorden(opdracht) for opdracht in pagina]}
