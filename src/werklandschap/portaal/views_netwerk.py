"""The people around a resident: drawn, in a list, and to add to."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from werklandschap.kern.basis.fouten import fouten_op
from werklandschap.kern.dossiers.rules import is_de_persoon
from werklandschap.portaal.views_mijn import van
from werklandschap.werkzoekende.werk_fit import netwerk as acties
from werklandschap.werkzoekende.werk_fit.forms import Netwerkformulier
from werklandschap.werkzoekende.werk_fit.models import Netwerkcontact


@require_http_methods(["GET", "POST"])
def netwerk(request: HttpRequest) -> HttpResponse:
    """Who is around me; POST adds somebody."""
    gebruiker, dossier = van(request)
    formulier = Netwerkformulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            acties.voeg_netwerkcontact_toe(dossier=dossier, gegevens=formulier.gegevens(), door=gebruiker)
            messages.success(request, _("Deze persoon staat erbij."))
            return redirect("portaal:netwerk")
    contacten = list(Netwerkcontact.objects.filter(dossier=dossier))
    context = {
        "netwerk": contacten,
        "kaart": acties.netwerkkaart(_("Mensen om mij heen"), _("Ik"), contacten),
        "formulier": formulier,
        "zelf": is_de_persoon(gebruiker, dossier),
    }
    return render(request, "portaal/netwerk.html", context, status=422 if formulier.errors else 200)


@require_http_methods(["GET", "POST"])
def netwerk_wijzig(request: HttpRequest, sleutel: int) -> HttpResponse:
    """Change what I wrote about somebody."""
    gebruiker, dossier = van(request)
    contact = get_object_or_404(Netwerkcontact, pk=sleutel, dossier=dossier)
    contact.dossier = dossier
    if not is_de_persoon(gebruiker, dossier):
        raise Http404
    formulier = Netwerkformulier(request.POST or None, initial=vars(contact))
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            acties.wijzig_netwerkcontact(contact=contact, gegevens=formulier.gegevens(), door=gebruiker)
            messages.success(request, _("Het is bewaard."))
            return redirect("portaal:netwerk")
    context = {"contact": contact, "formulier": formulier}
    return render(request, "portaal/netwerk_wijzig.html", context, status=422 if formulier.errors else 200)


@require_POST
def netwerk_weg(request: HttpRequest, sleutel: int) -> HttpResponse:
    """Take somebody off."""
    gebruiker, dossier = van(request)
    contact = get_object_or_404(Netwerkcontact, pk=sleutel, dossier=dossier)
    contact.dossier = dossier
    acties.haal_netwerkcontact_weg(contact=contact, door=gebruiker)
    messages.success(request, _("Deze persoon staat er niet meer bij."))
    return redirect("portaal:netwerk")
