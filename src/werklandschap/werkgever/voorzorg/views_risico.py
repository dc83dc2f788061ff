"""Employees at risk."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from werklandschap.kern.basis.catalogus import naam_van
from werklandschap.kern.basis.fouten import Invoerfout, fouten_op
from werklandschap.kern.instrumenten.catalogus import catalogus
from werklandschap.kern.relaties.pagina import gebruiker_van, toon_relatiepagina, werkgever_van_verzoek
from werklandschap.werkgever.voorzorg import risico as acties
from werklandschap.werkgever.voorzorg.catalogi import risicosoorten
from werklandschap.werkgever.voorzorg.forms import Risicoformulier


@require_http_methods(["GET", "POST"])
def risico(request: HttpRequest, nummer: int) -> HttpResponse:
    """Who may drop out, what we do, and what helps with each kind."""
    gebruiker, werkgever = gebruiker_van(request), werkgever_van_verzoek(request, nummer)
    formulier = Risicoformulier(request.POST or None, gemeente=werkgever.gemeente)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            acties.meld_risico(werkgever=werkgever, door=gebruiker, **formulier.cleaned_data)
            messages.success(request, _("Dit staat erbij. U krijgt een taak om terug te kijken."))
            return redirect("werkgever_voorzorg:risico", werkgever.pk)
    instrumenten = catalogus(werkgever.gemeente, ook_uit=True)
    namen = {code: i.naam for code, i in instrumenten.items()}
    soorten = risicosoorten()
    context = {
        "formulier": formulier,
        "rijen": [
            (rij, naam_van(soorten, rij.soort), namen.get(rij.instrument, rij.instrument))
            for rij in werkgever.risico_s.select_related("door")
        ],
        "hulp": [(s, [(code, namen[code]) for code in s.instrumenten if code in namen]) for s in soorten],
    }
    return toon_relatiepagina(request, werkgever, "werkgever_voorzorg/risico.html", context)


@require_POST
def risico_klaar(request: HttpRequest, nummer: int, rij: int) -> HttpResponse:
    """How it ended."""
    werkgever = werkgever_van_verzoek(request, nummer)
    gevonden = get_object_or_404(werkgever.risico_s.select_related("werkgever"), pk=rij)
    try:
        acties.rond_risico_af(risico=gevonden, afloop=request.POST.get("afloop", ""), door=gebruiker_van(request))
    except Invoerfout as fout:
        messages.error(request, " ".join(fout.fouten.values()))
    else:
        messages.success(request, _("De afloop is bewaard."))
    return redirect("werkgever_voorzorg:risico", werkgever.pk)
