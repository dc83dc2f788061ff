"""What the resident gets and keeps: messages to read and answer, documents to read and to add."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from werklandschap.kern.basis.fouten import fouten_op
from werklandschap.kern.berichten.actions import lees_bericht, schrijf_terug
from werklandschap.kern.berichten.forms import Terugschrijfformulier
from werklandschap.kern.berichten.models import Bericht
from werklandschap.kern.berichten.rules import mag_terugschrijven
from werklandschap.kern.berichten.views import als_pdf
from werklandschap.kern.documenten.actions import voeg_document_toe
from werklandschap.kern.documenten.forms import Bestandformulier
from werklandschap.kern.documenten.models import Document
from werklandschap.kern.documenten.rules import mag_toevoegen
from werklandschap.kern.documenten.views import als_bijlage
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.portaal.views_mijn import tabs, van

LAATSTE = 50


@require_http_methods(["GET", "POST"])
def papieren(request: HttpRequest) -> HttpResponse:
    """My post and papers, and a form to give a paper."""
    gebruiker, dossier = van(request)
    formulier = Bestandformulier(request.POST or None, request.FILES or None)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            rij = voeg_document_toe(dossier=dossier, door=gebruiker, **formulier.gegevens())
            messages.success(request, _("Wij hebben “{naam}”. Dank u wel.").format(naam=rij.naam))
            return redirect("portaal:papieren")
    return _toon(request, formulier, Terugschrijfformulier(), 422 if formulier.errors else 200)


def _toon(request: HttpRequest, formulier: Bestandformulier, terug: Terugschrijfformulier, status: int) -> HttpResponse:
    gebruiker, dossier = van(request)
    context = {
        "berichten": Bericht.objects.voor(gebruiker).filter(dossier=dossier).select_related("door")[:LAATSTE],
        "documenten": Document.objects.voor(gebruiker).filter(dossier=dossier).select_related("door"),
        "formulier": formulier,
        "terug": terug,
        "mag_toevoegen": mag_toevoegen(gebruiker, dossier),
        "mag_terugschrijven": mag_terugschrijven(gebruiker, dossier),
        "tabregels": tabs(request),
    }
    return render(request, "portaal/papieren.html", context, status=status)


@require_POST
def terugschrijven(request: HttpRequest) -> HttpResponse:
    """A message to who helps me."""
    gebruiker, dossier = van(request)
    formulier = Terugschrijfformulier(request.POST)
    if not formulier.is_valid():
        return _toon(request, Bestandformulier(), formulier, 422)
    schrijf_terug(dossier=dossier, door=gebruiker, **formulier.cleaned_data)
    messages.success(request, _("Uw bericht is weg. U hoort snel van ons."))
    return redirect("portaal:papieren")


def _bericht(request: HttpRequest, sleutel: int) -> tuple[Gebruiker, Bericht]:
    gebruiker, dossier = van(request)
    rij = get_object_or_404(Bericht.objects.voor(gebruiker).filter(dossier=dossier), pk=sleutel)
    rij.dossier = dossier
    return gebruiker, rij


@require_POST
def gelezen(request: HttpRequest, sleutel: int) -> HttpResponse:
    """I read it."""
    gebruiker, rij = _bericht(request, sleutel)
    lees_bericht(bericht=rij, door=gebruiker)
    return redirect("portaal:papieren")


@require_GET
def brief(request: HttpRequest, sleutel: int) -> HttpResponse:
    """The letter as PDF."""
    return als_pdf(_bericht(request, sleutel)[1])


@require_GET
def document(request: HttpRequest, document: UUID) -> FileResponse:
    """Take one out."""
    gebruiker, dossier = van(request)
    return als_bijlage(get_object_or_404(Document.objects.voor(gebruiker).filter(dossier=dossier), pk=document))
