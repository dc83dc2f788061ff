"""Parameters of the municipality and the region: a list, and a page for each with preview and history."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from werklandschap.beheer import parameters
from werklandschap.beheer.forms import Parameterformulier
from werklandschap.beheer.toegang import alleen_beheerders, beheerder_en_gemeente
from werklandschap.kern.basis.fouten import fouten_op
from werklandschap.kern.organisaties.instellingen import INSTELLINGEN, rooster
from werklandschap.ontwerp.opmaak import datum


@alleen_beheerders
@require_GET
def instellingen(request: HttpRequest) -> HttpResponse:
    """What holds today, what is planned, and where municipalities of the region differ."""
    _beheerder, gemeente = beheerder_en_gemeente(request)
    afwijkingen = parameters.afwijkingen(gemeente)
    inhoud = {
        "standen": parameters.standen(gemeente),
        "afwijkingen": [(INSTELLINGEN[code].label, rijen) for code, rijen in afwijkingen.items()],
        "gemeente": gemeente,
    }
    return render(request, "beheer/instellingen.html", inhoud)


@alleen_beheerders
@require_http_methods(["GET", "POST"])
def instelling(request: HttpRequest, code: str) -> HttpResponse:
    """One parameter: choose, look at what changes, keep; with its whole history."""
    beheerder, gemeente = beheerder_en_gemeente(request)
    wat = INSTELLINGEN.get(code)
    if wat is None:
        raise Http404
    eerder = parameters.geschiedenis(gemeente, code)
    begin = {"gezien": eerder[0].pk if eerder else 0, "vanaf": timezone.localdate()}
    formulier = Parameterformulier(request.POST or None, wat=wat, initial=begin)
    voorbeeld: list[parameters.Verandering] = []
    if request.method == "POST" and formulier.is_valid():
        gegevens = formulier.cleaned_data
        keuze = parameters.Keuze(code, gegevens["waarde"], gegevens["vanaf"], gegevens.get("voor_regio", False))
        with fouten_op(formulier):
            if "bewaar" in request.POST and gegevens["bekeken"] == formulier.kenmerk():
                parameters.zet_parameter(
                    gemeente=gemeente,
                    keuze=keuze,
                    waarom=gegevens["waarom"],
                    gezien=gegevens["gezien"],
                    door=beheerder,
                )
                zin = _("Bewaard. Vanaf {dag} geldt: {waarde}.")
                dag = datum(keuze.vanaf)
                messages.success(request, zin.format(dag=dag, waarde=parameters.in_woorden(keuze)))
                return redirect("beheer:instelling", code)
            voorbeeld = parameters.bekijk(gemeente, keuze)
            formulier = _na_het_bekijken(request, formulier, begin, wat)
    inhoud = {
        "formulier": formulier,
        "wat": wat,
        "stand": next(s for s in parameters.standen(gemeente) if s.instelling is wat),
        "perioden": rooster(gemeente, code),
        "voorbeeld": voorbeeld,
        "eerder": eerder,
    }
    return render(request, "beheer/instelling.html", inhoud)


def _na_het_bekijken(
    request: HttpRequest, formulier: Parameterformulier, begin: dict[str, Any], wat: Any
) -> Parameterformulier:
    """The same form, which now remembers what was looked at."""
    gegevens = request.POST.copy()
    gegevens["bekeken"] = formulier.kenmerk()
    nieuw = Parameterformulier(gegevens, wat=wat, initial=begin)
    nieuw.is_valid()
    return nieuw
