"""What answers when no view does: a page for people, problem+json for programs that ask the API."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse

from werklandschap.koppelingen.api.fouten import probleem
from werklandschap.koppelingen.api.schema import SCHEMA
from werklandschap.koppelingen.api.views import API_VERSIE
from werklandschap.ontwerp import views

API = f"{SCHEMA['SCHEMA_PATH_PREFIX']}/"


def _als_probleem(request: HttpRequest, status: int) -> HttpResponse | None:
    if not request.path.startswith(API):
        return None
    kop = {"API-Version": API_VERSIE}
    return JsonResponse(probleem(status), status=status, content_type="application/problem+json", headers=kop)


def fout_400(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """We cannot read what was sent."""
    return _als_probleem(request, 400) or views.fout_400(request, exception)


def fout_403(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The visitor may not see or do this."""
    return _als_probleem(request, 403) or views.fout_403(request, exception)


def fout_404(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Nothing lives at this address, or nothing this visitor may know of."""
    return _als_probleem(request, 404) or views.fout_404(request, exception)


def fout_500(request: HttpRequest) -> HttpResponse:
    """Something broke here."""
    return _als_probleem(request, 500) or views.fout_500(request)
