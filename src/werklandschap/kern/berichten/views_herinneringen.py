"""Reminders on paper: what waits for a printer, and what was printed last."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from werklandschap.kern.berichten.afdrukken import af_te_drukken_door, druk_af, net_afgedrukt_voor
from werklandschap.kern.berichten.papier import stapel_als_pdf
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht


def _wie(request: HttpRequest) -> Gebruiker:
    gebruiker = request.user
    if not isinstance(gebruiker, Gebruiker) or not gebruiker.heeft(Recht.DOSSIERS_BEWERKEN):
        raise PermissionDenied
    return gebruiker


@require_GET
def herinneringen(request: HttpRequest) -> HttpResponse:
    """The letters of one's own appointments and of who one stands in for."""
    gebruiker = _wie(request)
    context = {"te_doen": af_te_drukken_door(gebruiker), "gedaan": net_afgedrukt_voor(gebruiker)}
    return render(request, "berichten/herinneringen.html", context)


@require_GET
def brieven(request: HttpRequest) -> HttpResponse:
    """All letters that wait, as one PDF. They stay on the list until somebody says that they were printed."""
    rijen = af_te_drukken_door(_wie(request))
    if not rijen:
        return redirect("berichten:herinneringen")
    antwoord = HttpResponse(
        stapel_als_pdf([rij.bericht for rij in rijen if rij.bericht]), content_type="application/pdf"
    )
    antwoord["Content-Disposition"] = 'inline; filename="herinneringen.pdf"'
    return antwoord


@require_POST
def afdrukken(request: HttpRequest) -> HttpResponse:
    """These were printed: only those that stood on the page, so that a letter made meanwhile stays."""
    gebruiker = _wie(request)
    gezien = set(request.POST.getlist("herinnering"))
    rijen = [rij for rij in af_te_drukken_door(gebruiker) if str(rij.pk) in gezien]
    aantal = len(druk_af(herinneringen=rijen, door=gebruiker))
    if aantal:
        tekst = ngettext("{aantal} brief is van de lijst.", "{aantal} brieven zijn van de lijst.", aantal)
        messages.success(request, tekst.format(aantal=aantal))
    return redirect("berichten:herinneringen")
