"""Bringing in files: upload, see what would happen, do it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from werklandschap.kern.basis.fouten import Invoerfout, fouten_op
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.koppelingen.bestanden import opladen
from werklandschap.koppelingen.bestanden.forms import Invoerformulier
from werklandschap.koppelingen.bestanden.models import Invoer
from werklandschap.koppelingen.bestanden.uitvoer import schrijf

PER_PAGINA = 50
LAATSTE = 20


def _wie(request: HttpRequest) -> Gebruiker:
    """Who may import. Raises PermissionDenied."""
    gebruiker = request.user
    if not isinstance(gebruiker, Gebruiker) or not opladen.mag_importeren(gebruiker):
        raise PermissionDenied
    return gebruiker


def _invoer(request: HttpRequest, sleutel: object) -> Invoer:
    return get_object_or_404(Invoer.objects.voor(_wie(request)).select_related("door"), pk=sleutel)


@require_http_methods(["GET", "POST"])
def importeren(request: HttpRequest) -> HttpResponse:
    """A form for a file, and the files that came before."""
    gebruiker = _wie(request)
    assert gebruiker.gemeente is not None
    formulier = Invoerformulier(request.POST or None, request.FILES or None)
    if request.method == "POST" and formulier.is_valid():
        bestand = formulier.cleaned_data["bestand"]
        with fouten_op(formulier):
            if bestand.size > opladen.MAX_BYTES:
                raise Invoerfout({"bestand": _("Het bestand is groter dan 10 MB. Deel het op.")})
            nieuw = opladen.bied_aan(
                gemeente=gebruiker.gemeente,
                door=gebruiker,
                soort=formulier.cleaned_data["soort"],
                naam=bestand.name,
                inhoud=bestand.read(),
            )
            return redirect("bestanden:invoer", sleutel=nieuw.pk)
    eerder = Invoer.objects.voor(gebruiker).select_related("door").defer("inhoud", "verslag")[:LAATSTE]
    return render(request, "bestanden/importeren.html", {"formulier": formulier, "eerder": eerder})


@never_cache
@require_GET
def invoer(request: HttpRequest, sleutel: object) -> HttpResponse:
    """What the trial or the import said, row by row; while it is busy, how far it is."""
    rij = _invoer(request, sleutel)
    meldingen = (rij.verslag or {}).get("meldingen", [])
    pagina = Paginator(meldingen, PER_PAGINA).get_page(request.GET.get("pagina"))
    context: dict[str, Any] = {
        "invoer": rij,
        "pagina": pagina,
        "gedaan": opladen.gedaan(rij) if rij.is_bezig else 0,
        "aantallen": (rij.verslag or {}).get("aantallen", {}),
    }
    return render(request, "bestanden/invoer.html", context)


@require_POST
def nu(request: HttpRequest, sleutel: object) -> HttpResponse:
    """Import it."""
    rij = _invoer(request, sleutel)
    try:
        opladen.start(invoer=rij, door=_wie(request))
    except Invoerfout as fout:
        messages.error(request, " ".join(fout.fouten.values()))
    return redirect("bestanden:invoer", sleutel=rij.pk)


@require_POST
def weg(request: HttpRequest, sleutel: object) -> HttpResponse:
    """Do not import it."""
    rij = _invoer(request, sleutel)
    try:
        opladen.gooi_weg(invoer=rij, door=_wie(request))
    except Invoerfout as fout:
        messages.error(request, " ".join(fout.fouten.values()))
        return redirect("bestanden:invoer", sleutel=rij.pk)
    messages.success(request, _("Het bestand is gewist. Er is niets ingevoerd."))
    return redirect("bestanden:importeren")


@require_GET
def verslag(request: HttpRequest, sleutel: object) -> HttpResponse:
    """The whole report as a table."""
    rij = _invoer(request, sleutel)
    regels = [
        {"rij": nummer, "veld": veld, "soort": "geweigerd" if geweigerd else "let op", "melding": tekst}
        for nummer, veld, tekst, geweigerd in (rij.verslag or {}).get("meldingen", [])
    ]
    antwoord = HttpResponse(schrijf(regels, "csv"), content_type="text/csv; charset=utf-8")
    antwoord["Content-Disposition"] = f'attachment; filename="verslag-{rij.soort}-{rij.gemaakt_op:%Y-%m-%d}.csv"'
    return antwoord
