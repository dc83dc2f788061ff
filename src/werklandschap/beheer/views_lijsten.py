"""The catalogues a municipality changes itself."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from werklandschap.beheer import actions
from werklandschap.beheer.lijsten import LIJSTEN, Lijst, formulier_van, is_uit, nieuwe_code, te_bewaren
from werklandschap.beheer.toegang import alleen_beheerders, beheerder_en_gemeente

NIEUW = "nieuw"


def _lijst(code: str) -> Lijst:
    if code not in LIJSTEN:
        raise Http404
    return LIJSTEN[code]


@alleen_beheerders
@require_GET
def lijst(request: HttpRequest, lijst: str) -> HttpResponse:
    """All rows, and which are switched off."""
    _beheerder, gemeente = beheerder_en_gemeente(request)
    welke = _lijst(lijst)
    rijen = [(rij, is_uit(gemeente, welke, code)) for code, rij in welke.rijen(gemeente).items()]
    return render(request, "beheer/lijst.html", {"lijst": welke, "rijen": rijen, "nieuw": NIEUW})


@alleen_beheerders
@require_http_methods(["GET", "POST"])
def rij(request: HttpRequest, lijst: str, code: str) -> HttpResponse:
    """Change one row, or make an own one."""
    beheerder, gemeente = beheerder_en_gemeente(request)
    welke = _lijst(lijst)
    bestaand = welke.rijen(gemeente).get(code)
    if bestaand is None and code != NIEUW:
        raise Http404
    formulier = formulier_van(welke, gemeente, code, request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        schoon = formulier.cleaned_data
        doel = code if bestaand is not None else nieuwe_code(welke, gemeente, schoon["naam"])
        gegevens = te_bewaren(welke, doel, schoon)
        actions.bewaar_eigen_rij(gemeente=gemeente, door=beheerder, lijst=welke.code, code=doel, gegevens=gegevens)
        messages.success(request, _("Bewaard. Collega's zien dit meteen."))
        return redirect("beheer:lijst", welke.code)
    titel = bestaand.naam if bestaand is not None else welke.nieuw
    context = {"lijst": welke, "formulier": formulier, "titel": titel}
    return render(request, "beheer/lijstrij.html", context, status=422 if formulier.errors else 200)
