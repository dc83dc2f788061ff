"""Documents of one dossier, and taking one out."""

from __future__ import annotations

import io
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from werklandschap.kern.basis.fouten import fouten_op
from werklandschap.kern.documenten import opslag, rules
from werklandschap.kern.documenten.actions import deel_document, verwijder_document, voeg_document_toe
from werklandschap.kern.documenten.forms import Documentformulier
from werklandschap.kern.documenten.models import Document
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.pagina import dossier_om_te_wijzigen, gebruiker_van, toon_dossierpagina
from werklandschap.kern.dossiers.queries import dossier_van_verzoek


def als_bijlage(document: Document) -> FileResponse:
    """The content to keep, never to show: no browser runs what is in it. Raises Http404 when it is gone."""
    try:
        inhoud = opslag.lees(document.pk)
    except OSError as fout:
        raise Http404 from fout
    antwoord = FileResponse(io.BytesIO(inhoud), as_attachment=True, filename=document.naam, content_type=document.soort)
    antwoord["X-Content-Type-Options"] = "nosniff"
    antwoord["Cache-Control"] = "private, no-store"
    antwoord["Content-Security-Policy"] = "sandbox; default-src 'none'"
    antwoord["Cross-Origin-Resource-Policy"] = "same-origin"
    return antwoord


@require_http_methods(["GET", "POST"])
def lijst(request: HttpRequest, nummer: int) -> HttpResponse:
    """What is there, and a form to add one."""
    gebruiker = gebruiker_van(request)
    if request.method == "GET":
        dossier = dossier_van_verzoek(request, nummer, onderdeel="documenten")
        return _toon(request, dossier, Documentformulier(gebruiker=gebruiker))
    dossier = dossier_om_te_wijzigen(request, nummer)
    formulier = Documentformulier(request.POST, request.FILES, gebruiker=gebruiker)
    if formulier.is_valid():
        with fouten_op(formulier):
            document = voeg_document_toe(dossier=dossier, door=gebruiker, **formulier.gegevens())
            messages.success(request, _("“{naam}” is bewaard.").format(naam=document.naam))
            return redirect("documenten:lijst", nummer)
    dossier = dossier_van_verzoek(request, nummer, onderdeel="documenten")
    return _toon(request, dossier, formulier, status=422)


def _toon(request: HttpRequest, dossier: Dossier, formulier: Documentformulier, *, status: int = 200) -> HttpResponse:
    gebruiker = gebruiker_van(request)
    documenten = Document.objects.voor(gebruiker).filter(dossier=dossier).select_related("door")
    context = {
        "documenten": documenten,
        "formulier": formulier,
        "mag_toevoegen": rules.mag_toevoegen(gebruiker, dossier),
    }
    return toon_dossierpagina(request, dossier, "documenten/lijst.html", context, status=status)


@require_GET
def ophalen(request: HttpRequest, nummer: int, document: UUID) -> FileResponse:
    """Take one out; that counts as reading the dossier."""
    dossier = dossier_van_verzoek(request, nummer, onderdeel="document")
    rij = get_object_or_404(Document.objects.voor(gebruiker_van(request)).filter(dossier=dossier), pk=document)
    return als_bijlage(rij)


def _te_wijzigen(request: HttpRequest, nummer: int, document: UUID) -> Document:
    dossier = dossier_om_te_wijzigen(request, nummer)
    rijen = Document.objects.voor(gebruiker_van(request)).select_related("dossier__keten", "dossier__werkzoekende")
    return get_object_or_404(rijen.filter(dossier=dossier), pk=document)


@require_POST
def delen(request: HttpRequest, nummer: int, document: UUID) -> HttpResponse:
    """Let the person see it, or stop that."""
    rij = _te_wijzigen(request, nummer, document)
    deel_document(document=rij, gedeeld=request.POST.get("gedeeld") == "ja", door=gebruiker_van(request))
    messages.success(
        request, _("De klant ziet dit document nu.") if rij.voor_inwoner else _("De klant ziet dit document niet meer.")
    )
    return redirect("documenten:lijst", nummer)


@require_POST
def weg(request: HttpRequest, nummer: int, document: UUID) -> HttpResponse:
    """Remove it for good."""
    rij = _te_wijzigen(request, nummer, document)
    naam = rij.naam
    verwijder_document(document=rij, reden=request.POST.get("reden", ""), door=gebruiker_van(request))
    messages.success(request, _("“{naam}” is weg.").format(naam=naam))
    return redirect("documenten:lijst", nummer)
