"""Letters and messages of one dossier."""

from __future__ import annotations

from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from werklandschap.kern.basis.fouten import fouten_op
from werklandschap.kern.berichten import rules, sjablonen
from werklandschap.kern.berichten.actions import mail_opnieuw, verstuur_bericht
from werklandschap.kern.berichten.forms import Berichtformulier
from werklandschap.kern.berichten.models import Bericht, Manier
from werklandschap.kern.berichten.papier import bericht_als_pdf
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.pagina import dossier_om_te_wijzigen, gebruiker_van, toon_dossierpagina
from werklandschap.kern.dossiers.queries import dossier_van_verzoek


@require_GET
def lijst(request: HttpRequest, nummer: int) -> HttpResponse:
    """What was written, and the templates to write the next with."""
    dossier = dossier_van_verzoek(request, nummer, onderdeel="berichten")
    gebruiker = gebruiker_van(request)
    context = {
        "berichten": Bericht.objects.voor(gebruiker).filter(dossier=dossier).select_related("door"),
        "sjablonen": sjablonen.sjablonen(),
        "mag_schrijven": rules.mag_schrijven(gebruiker, dossier),
    }
    return toon_dossierpagina(request, dossier, "berichten/lijst.html", context)


@require_http_methods(["GET", "POST"])
def schrijf(request: HttpRequest, nummer: int) -> HttpResponse:
    """Write one, from `?sjabloon=`; `?wanneer=` and `?waar=` fill an appointment in."""
    gebruiker = gebruiker_van(request)
    dossier = dossier_van_verzoek(request, nummer, onderdeel="berichten")
    gekozen = sjablonen.sjabloon_met(request.GET.get("sjabloon", "")) or sjablonen.sjablonen()[0]
    feiten = {naam: request.GET[naam][:150] for naam in ("wanneer", "waar") if request.GET.get(naam)}
    begin = sjablonen.voorzet(dossier, gekozen, gebruiker, feiten)
    formulier = _formulier(request, dossier, begin, gekozen.code)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            bericht = verstuur_bericht(dossier=dossier, door=gebruiker, **formulier.cleaned_data)
            messages.success(request, _klaar(bericht))
            return redirect("berichten:bericht", nummer, bericht.pk)
    context = {
        "formulier": formulier,
        "sjablonen": sjablonen.sjablonen(),
        "gekozen": gekozen.code,
        "mag_schrijven": rules.mag_schrijven(gebruiker, dossier),
    }
    status = 422 if formulier.errors else 200
    return toon_dossierpagina(request, dossier, "berichten/schrijf.html", context, status=status)


def _formulier(request: HttpRequest, dossier: Dossier, begin: sjablonen.Voorzet, sjabloon: str) -> Berichtformulier:
    beginwaarden: Mapping[str, str] = {"onderwerp": begin.onderwerp, "tekst": begin.tekst, "sjabloon": sjabloon}
    return Berichtformulier(
        request.POST or None, persoon=dossier.werkzoekende, meten=begin.is_nederlands, initial=beginwaarden
    )


def _klaar(bericht: Bericht) -> str:
    if bericht.manier == Manier.POST:
        return _("De brief is klaar. Druk hem af en stuur of geef hem.")
    return _("Het bericht is verstuurd.")


@require_GET
def bericht(request: HttpRequest, nummer: int, bericht: int) -> HttpResponse:
    """One message as it was sent."""
    dossier = dossier_van_verzoek(request, nummer, onderdeel="berichten")
    gebruiker = gebruiker_van(request)
    rij = get_object_or_404(Bericht.objects.voor(gebruiker).filter(dossier=dossier).select_related("door"), pk=bericht)
    context = {"bericht": rij, "mag_schrijven": rules.mag_schrijven(gebruiker, dossier)}
    return toon_dossierpagina(request, dossier, "berichten/bericht.html", context)


@require_GET
def pdf(request: HttpRequest, nummer: int, bericht: int) -> HttpResponse:
    """The letter on paper."""
    dossier = dossier_van_verzoek(request, nummer, onderdeel="berichten")
    rijen = Bericht.objects.voor(gebruiker_van(request)).filter(dossier=dossier).select_related("door")
    rij = get_object_or_404(rijen, pk=bericht)
    rij.dossier = dossier
    return als_pdf(rij)


def als_pdf(rij: Bericht) -> HttpResponse:
    """The letter as an answer of the server."""
    antwoord = HttpResponse(bericht_als_pdf(rij), content_type="application/pdf")
    antwoord["Content-Disposition"] = f'inline; filename="brief-{rij.pk}.pdf"'
    return antwoord


@require_POST
def opnieuw(request: HttpRequest, nummer: int, bericht: int) -> HttpResponse:
    """Mail it again after it failed."""
    dossier = dossier_om_te_wijzigen(request, nummer)
    rij = get_object_or_404(Bericht.objects.filter(dossier=dossier), pk=bericht)
    rij.dossier = dossier
    mail_opnieuw(bericht=rij, door=gebruiker_van(request))
    messages.success(request, _("Wij proberen het opnieuw."))
    return redirect("berichten:bericht", nummer, rij.pk)
