"""The line of an open hiring job."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from werklandschap.kern.basis.acties import vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.profielen.werkprofielpagina import (
    gebruiker_van,
    toon_werkprofielpagina,
    werkprofiel_van_verzoek,
)
from werklandschap.werkgever.werving import open_hiring as acties
from werklandschap.werkgever.werving import rules
from werklandschap.werkgever.werving.forms import Zoekmensformulier
from werklandschap.werkgever.werving.models import Aanmelding, OpenHiring
from werklandschap.werkgever.werving.zoekmens import dossier_van, mensen_op_naam


@require_http_methods(["GET", "POST"])
def open_hiring(request: HttpRequest, nummer: int) -> HttpResponse:
    """Open or close the line, put somebody in it, and see who is next. A name is only for the own municipality."""
    profiel, gebruiker = werkprofiel_van_verzoek(request, nummer), gebruiker_van(request)
    vereis(rules.mag_kandidaten_zoeken(gebruiker, profiel))
    lijst = OpenHiring.objects.filter(werkprofiel=profiel).select_related("werkprofiel__werkgever__keten").first()
    if request.method == "POST":
        try:
            if "open" in request.POST:
                acties.open_de_lijst(werkprofiel=profiel, door=gebruiker)
                messages.success(request, _("De lijst is open. Wie zich het eerst meldt, begint het eerst."))
            elif lijst is not None and "sluit" in request.POST:
                acties.sluit_de_lijst(lijst=lijst, door=gebruiker)
                messages.success(request, _("De lijst is gesloten."))
            elif lijst is not None:
                dossier = dossier_van(gebruiker, request.POST.get("dossier", ""))
                acties.meld_aan(lijst=lijst, dossier=dossier, door=gebruiker)
                messages.success(request, _("{naam} staat op de lijst.").format(naam=dossier.werkzoekende.naam))
        except Invoerfout as fout:
            messages.error(request, " ".join(fout.fouten.values()))
        return redirect("werkgever_werving:open_hiring", profiel.pk)
    is_open = lijst is not None and lijst.gesloten_op is None
    zoeker = Zoekmensformulier(request.GET or None)
    vraag = zoeker.cleaned_data["q"] if zoeker.is_valid() else ""
    mag_aanmelden = is_open and rules.mag_voorselecteren(gebruiker, profiel)
    context = {
        "lijst": lijst,
        "is_open": is_open,
        "rijen": acties.rij_in_de_lijst(lijst, gebruiker) if lijst is not None else [],
        "volgende": acties.volgende(lijst) if lijst is not None and is_open else None,
        "filter": zoeker,
        "gevonden": mensen_op_naam(vraag, gebruiker) if mag_aanmelden else [],
        "mag_aanmelden": mag_aanmelden,
        "in_de_weg": lijst is None and acties.eisen_in_de_weg(profiel),
    }
    return toon_werkprofielpagina(request, profiel, "werkgever_werving/open_hiring.html", context)


def _aanmelding(request: HttpRequest, nummer: int, sleutel: int) -> Aanmelding:
    profiel = werkprofiel_van_verzoek(request, nummer)
    rijen = Aanmelding.objects.filter(lijst__werkprofiel=profiel, dossier__gemeente=gebruiker_van(request).gemeente_id)
    samen = rijen.select_related(
        "lijst__werkprofiel__gemeente", "dossier__werkzoekende", "dossier__keten", "dossier__gemeente"
    )
    return get_object_or_404(samen, pk=sleutel)


@require_POST
def beurt(request: HttpRequest, nummer: int, aanmelding: int) -> HttpResponse:
    """The first of the line gets the free place."""
    rij = _aanmelding(request, nummer, aanmelding)
    try:
        acties.geef_beurt(aanmelding=rij, door=gebruiker_van(request))
    except Invoerfout as fout:
        messages.error(request, " ".join(fout.fouten.values()))
    else:
        naam = rij.dossier.werkzoekende.naam
        messages.success(request, _("{naam} is aan de beurt. Vraag nu of u de naam mag geven.").format(naam=naam))
    return redirect("werkgever_werving:open_hiring", nummer)


@require_POST
def stop(request: HttpRequest, nummer: int, aanmelding: int) -> HttpResponse:
    """Somebody no longer wants to wait."""
    acties.stop(aanmelding=_aanmelding(request, nummer, aanmelding), door=gebruiker_van(request))
    messages.success(request, _("Deze persoon staat niet meer op de lijst."))
    return redirect("werkgever_werving:open_hiring", nummer)
