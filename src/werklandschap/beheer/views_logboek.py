"""What administrators changed, for administrators."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from werklandschap.beheer.toegang import alleen_beheerders, beheerder_en_gemeente
from werklandschap.kern.tijdlijn.beheerlog import beheerlog_van
from werklandschap.kern.tijdlijn.queries import regels

PER_PAGINA = 25


@alleen_beheerders
@require_GET
def logboek(request: HttpRequest) -> HttpResponse:
    """Every change of accounts, settings, texts and partners in this municipality, newest first."""
    _beheerder, gemeente = beheerder_en_gemeente(request)
    pagina = Paginator(beheerlog_van(gemeente), PER_PAGINA).get_page(request.GET.get("pagina"))
    return render(request, "beheer/logboek.html", {"pagina": pagina, "regels": regels(pagina)})
