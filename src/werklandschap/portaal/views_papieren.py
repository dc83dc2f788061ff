"""What the resident gets and keeps: documents, to read and to add."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.documenten.actions import voeg_document_toe
from werklandschap.kern.documenten.forms import Bestandformulier
from werklandschap.kern.documenten.models import Document
from werklandschap.kern.documenten.rules import mag_toevoegen
from werklandschap.kern.documenten.views import als_bijlage
from werklandschap.portaal.views_mijn import tabs, van


@require_http_methods(["GET", "POST"])
def papieren(request: HttpRequest) -> HttpResponse:
    """My papers, and a form to give one."""
    gebruiker, dossier = van(request)
    formulier = Bestandformulier(request.POST or None, request.FILES or None)
    if request.method == "POST" and formulier.is_valid():
        try:
            rij = voeg_document_toe(dossier=dossier, door=gebruiker, **formulier.gegevens())
        except Invoerfout as fout:
            formulier.zet_fouten(fout.fouten)
        else:
            messages.success(request, _("Wij hebben “{naam}”. Dank u wel.").format(naam=rij.naam))
            return redirect("portaal:papieren")
    context = {
        "documenten": Document.objects.voor(gebruiker).filter(dossier=dossier).select_related("door"),
        "formulier": formulier,
        "mag_toevoegen": mag_toevoegen(gebruiker, dossier),
        "tabregels": tabs(request),
    }
    return render(request, "portaal/papieren.html", context, status=422 if formulier.errors else 200)


@require_GET
def document(request: HttpRequest, document: UUID) -> FileResponse:
    """Take one out."""
    gebruiker, dossier = van(request)
    return als_bijlage(get_object_or_404(Document.objects.voor(gebruiker).filter(dossier=dossier), pk=document))
