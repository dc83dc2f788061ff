"""Jobs that are open: the resident looks, and says which one to go for."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.portaal import kansen as kansrijen
from werklandschap.portaal.views_mijn import tabs, van
from werklandschap.samen.bemiddeling.eigen_keuze import wil_dit
from werklandschap.samen.bemiddeling.rules import mag_zelf_kiezen
from werklandschap.werkgever.werving.open_hiring import meld_aan, open_lijst
from werklandschap.werkgever.werving.wensen import beantwoord_groeiwens


@require_GET
def kansen(request: HttpRequest) -> HttpResponse:
    """The open jobs, with why each could fit."""
    gebruiker, dossier = van(request)
    context = {
        "kansen": kansrijen.kansen(dossier, gebruiker),
        "groeivragen": list(dossier.groeiwensen.zonder_antwoord().select_related("werkprofiel")),
        "tabregels": tabs(request),
    }
    return render(request, "portaal/kansen.html", context)


@require_POST
def groei(request: HttpRequest, sleutel: int) -> HttpResponse:
    """Yes or no to growing into a job."""
    gebruiker, dossier = van(request)
    wens = get_object_or_404(dossier.groeiwensen, pk=sleutel)
    if request.POST.get("antwoord") not in {"ja", "nee"}:
        raise Http404
    beantwoord_groeiwens(wens=wens, ja=request.POST["antwoord"] == "ja", door=gebruiker)
    messages.success(request, _("Dank u wel. Wij weten nu wat u wilt."))
    return redirect("portaal:kansen")


@require_POST
def kies(request: HttpRequest, sleutel: int) -> HttpResponse:
    """I want this job; with open hiring that is a place at the end of the line."""
    gebruiker, dossier = van(request)
    rijen = Werkprofiel.objects.select_related("werkgever__keten", "gemeente")
    werkprofiel = get_object_or_404(rijen, pk=sleutel)
    if not mag_zelf_kiezen(gebruiker, dossier, werkprofiel):
        raise Http404
    try:
        lijst = open_lijst(werkprofiel)
        if lijst is None:
            wil_dit(dossier=dossier, werkprofiel=werkprofiel, door=gebruiker)
        else:
            meld_aan(lijst=lijst, dossier=dossier, door=gebruiker)
    except Invoerfout as fout:
        messages.error(request, str(fout))
    else:
        messages.success(request, _("Wij weten dat u dit wilt. U hoort snel van ons. Het bedrijf weet nog niets."))
    return redirect("portaal:kansen")
