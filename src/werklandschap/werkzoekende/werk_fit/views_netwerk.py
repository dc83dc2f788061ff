"""The person's own network: drawn, in a list, and to add to."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from werklandschap.kern.basis.fouten import fouten_op
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.pagina import gebruiker_van, toon_dossierpagina
from werklandschap.kern.dossiers.queries import dossier_van_verzoek
from werklandschap.kern.dossiers.rules import mag_dossier_bewerken
from werklandschap.werkzoekende.werk_fit import netwerk as acties
from werklandschap.werkzoekende.werk_fit.forms import Netwerkformulier, Uitkomstformulier
from werklandschap.werkzoekende.werk_fit.models import Netwerkcontact

SJABLONEN = "werkzoekende_werk_fit/"


def _open(request: HttpRequest, nummer: int) -> Dossier:
    return dossier_van_verzoek(request, nummer, onderdeel="werk fit")


def _contact(dossier: Dossier, sleutel: int) -> Netwerkcontact:
    contact = get_object_or_404(Netwerkcontact, pk=sleutel, dossier=dossier)
    contact.dossier = dossier
    return contact


@require_http_methods(["GET", "POST"])
def netwerk(request: HttpRequest, nummer: int) -> HttpResponse:
    """The drawing, the people and a form; POST adds somebody."""
    dossier = _open(request, nummer)
    gebruiker = gebruiker_van(request)
    formulier = Netwerkformulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            acties.voeg_netwerkcontact_toe(dossier=dossier, gegevens=formulier.gegevens(), door=gebruiker)
            messages.success(request, _("Toegevoegd aan het netwerk."))
            return redirect("werkzoekende_werk_fit:netwerk", dossier.pk)
    contacten = list(Netwerkcontact.objects.filter(dossier=dossier))
    context = {
        "netwerk": contacten,
        "kaart": acties.netwerkkaart(_("Eigen netwerk"), dossier.werkzoekende.aanspreeknaam, contacten),
        "formulier": formulier,
        "mag_bewerken": mag_dossier_bewerken(gebruiker, dossier),
    }
    status = 422 if formulier.errors else 200
    return toon_dossierpagina(request, dossier, f"{SJABLONEN}netwerk.html", context, status=status)


@require_http_methods(["GET", "POST"])
def wijzig(request: HttpRequest, nummer: int, contact: int) -> HttpResponse:
    """Change what is written down about somebody."""
    dossier = _open(request, nummer)
    wie = _contact(dossier, contact)
    formulier = Netwerkformulier(request.POST or None, initial=vars(wie))
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            acties.wijzig_netwerkcontact(contact=wie, gegevens=formulier.gegevens(), door=gebruiker_van(request))
            messages.success(request, _("Het netwerk is aangepast."))
            return redirect("werkzoekende_werk_fit:netwerk", dossier.pk)
    context = {
        "contact": wie,
        "formulier": formulier,
        "mag_bewerken": mag_dossier_bewerken(gebruiker_van(request), dossier),
    }
    status = 422 if formulier.errors else 200
    return toon_dossierpagina(request, dossier, f"{SJABLONEN}netwerk_wijzig.html", context, status=status)


@require_POST
def weg(request: HttpRequest, nummer: int, contact: int) -> HttpResponse:
    """Take somebody off."""
    dossier = _open(request, nummer)
    acties.haal_netwerkcontact_weg(contact=_contact(dossier, contact), door=gebruiker_van(request))
    messages.success(request, _("Deze persoon staat niet meer in het netwerk."))
    return redirect("werkzoekende_werk_fit:netwerk", dossier.pk)


@require_POST
def gesproken(request: HttpRequest, nummer: int, contact: int) -> HttpResponse:
    """The person spoke to this contact."""
    dossier = _open(request, nummer)
    wie = _contact(dossier, contact)
    formulier = Uitkomstformulier(request.POST)
    if formulier.is_valid():
        acties.noteer_netwerkgesprek(contact=wie, door=gebruiker_van(request), **formulier.cleaned_data)
        messages.success(request, _("Het gesprek is opgeschreven."))
    return redirect("werkzoekende_werk_fit:netwerk", dossier.pk)
