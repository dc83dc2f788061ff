"""The amounts for social return of the region, or of a municipality that does otherwise."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from werklandschap.kern.basis.acties import vereis
from werklandschap.kern.basis.fouten import fouten_op
from werklandschap.kern.relaties.pagina import gebruiker_van
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.werkgever.orientatie.forms import Bedragenformulier
from werklandschap.werkgever.orientatie.sroi_bedragen import (
    bedragen_op,
    bedragversies,
    bewaar_bedragen,
    mag_bedragen_zetten,
    volg_regio,
)


@require_http_methods(["GET", "POST"])
def sroi_bedragen(request: HttpRequest) -> HttpResponse:
    """What holds now, every version there was or will be, and a new one; all on one page."""
    gebruiker = gebruiker_van(request)
    vereis(mag_bedragen_zetten(gebruiker))
    gemeente = gebruiker.gemeente
    assert gemeente is not None
    versies = bedragversies(gemeente.pk)
    nu = bedragen_op(versies, timezone.localdate())
    formulier = Bedragenformulier(request.POST or None, bedragen=nu, gemeente=gemeente)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            rij = bewaar_bedragen(door=gebruiker, **formulier.velden())
            wie = rij.regio or gemeente
            messages.success(request, _("De bedragen van {naam} zijn bewaard.").format(naam=wie))
            return redirect("werkgever_orientatie:sroi_bedragen")
    if gebruiker.heeft(Recht.RELATIES_LEZEN):
        terug = (_("Werkgevers"), reverse("relaties:lijst"))
    else:
        terug = (_("Beheer"), "/beheer/")
    context = {
        "formulier": formulier,
        "bedragen": nu,
        "versies": versies.rijen[::-1],
        "gemeente": gemeente,
        "terug": terug,
    }
    return render(request, "werkgever_orientatie/sroi_bedragen.html", context)


@require_POST
def sroi_volg_regio(request: HttpRequest) -> HttpResponse:
    """No amounts of our own any more."""
    volg_regio(door=gebruiker_van(request))
    messages.success(request, _("Uw gemeente volgt nu de bedragen van de regio."))
    return redirect("werkgever_orientatie:sroi_bedragen")
