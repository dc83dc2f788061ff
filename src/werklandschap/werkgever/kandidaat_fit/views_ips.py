"""IPS: the tracks, one person's track, and fidelity."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from werklandschap.kern.basis.acties import vereis
from werklandschap.kern.basis.fouten import fouten_op
from werklandschap.kern.dossiers.pagina import toon_dossierpagina
from werklandschap.kern.dossiers.queries import dossier_van_verzoek
from werklandschap.kern.relaties.pagina import gebruiker_van
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.werkgever.kandidaat_fit import ips as acties
from werklandschap.werkgever.kandidaat_fit.forms import Ipsformulier, Ipsstapformulier, Modeltrouwformulier
from werklandschap.werkgever.kandidaat_fit.models import Ipstraject


@require_http_methods(["GET", "POST"])
def overzicht(request: HttpRequest) -> HttpResponse:
    """The tracks of the municipality, and how true the work is to the method."""
    gebruiker = gebruiker_van(request)
    vereis(gebruiker.heeft(Recht.GEZONDHEID_ZIEN))
    formulier = Modeltrouwformulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            acties.meet_modeltrouw(
                scores=formulier.scores(), verbeterpunt=formulier.cleaned_data["verbeterpunt"], door=gebruiker
            )
            messages.success(request, _("De meting is bewaard."))
            return redirect("werkgever_kandidaat_fit:ips")
    rijen = Ipstraject.objects.voor(gebruiker).select_related("dossier__werkzoekende", "coach", "zorgpartner")
    trajecten = list(rijen[:200])
    context = {
        "formulier": formulier,
        "trajecten": trajecten,
        "trouw": acties.trouw_van(gebruiker, trajecten),
        "snel": acties.SNEL,
        "caseload": acties.CASELOAD,
    }
    return render(request, "werkgever_kandidaat_fit/ips.html", context)


@require_http_methods(["GET", "POST"])
def dossier_ips(request: HttpRequest, nummer: int) -> HttpResponse:
    """One person: start, or the next step."""
    dossier, gebruiker = dossier_van_verzoek(request, nummer, onderdeel="ips"), gebruiker_van(request)
    vereis(acties.mag_ips(gebruiker, dossier))
    rijen = Ipstraject.objects.voor(gebruiker).filter(dossier=dossier)
    traject = rijen.select_related("coach", "zorgpartner", "werkgever", "dossier__gemeente").first()
    loopt = traject is not None and traject.gestopt_op is None
    formulier = (
        Ipsstapformulier(request.POST or None, gebruiker=gebruiker, initial={"werkgever": traject.werkgever_id})
        if loopt and traject is not None
        else Ipsformulier(request.POST or None, gebruiker=gebruiker)
    )
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            if loopt and traject is not None:
                acties.zet_stap(traject=traject, door=gebruiker, **formulier.cleaned_data)
            else:
                acties.start_ips(dossier=dossier, door=gebruiker, **formulier.cleaned_data)
            messages.success(request, _("Dit is bewaard."))
            return redirect("werkgever_kandidaat_fit:dossier_ips", dossier.pk)
    context = {"formulier": formulier, "traject": traject, "loopt": loopt, "snel": acties.SNEL}
    return toon_dossierpagina(request, dossier, "werkgever_kandidaat_fit/dossier_ips.html", context)
