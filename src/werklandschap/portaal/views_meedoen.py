"""What the resident takes part in, and the aim that goes with it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from werklandschap.kern.basis.catalogus import naam_van
from werklandschap.portaal.views_mijn import tabs, van
from werklandschap.werkzoekende.maatschappelijk_fit.meedoen import meedoensoorten
from werklandschap.werkzoekende.maatschappelijk_fit.models import Activiteit


@require_GET
def meedoen(request: HttpRequest) -> HttpResponse:
    """What I do, where and with whom; and ideas when there is nothing yet."""
    _gebruiker, dossier = van(request)
    rijen = Activiteit.objects.filter(dossier=dossier, status=Activiteit.Status.LOOPT)
    soorten = meedoensoorten()
    context = {
        "activiteiten": [(rij, naam_van(soorten, rij.soort)) for rij in rijen],
        "doel": dossier.meedoendoelen.filter(beeindigd_op__isnull=True).first(),
        "soorten": [soort for soort in soorten if soort.code != "anders"],
        "contact": dossier.verantwoordelijke,
        "gemeente": dossier.gemeente,
        "tabregels": tabs(request),
    }
    return render(request, "portaal/meedoen.html", context)
