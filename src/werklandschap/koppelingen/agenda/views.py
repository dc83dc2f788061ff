"""A colleague's own calendar link, and the file behind it."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.koppelingen.agenda import actions
from werklandschap.koppelingen.agenda.forms import Agendaformulier
from werklandschap.koppelingen.agenda.kalender import maak_kalender
from werklandschap.koppelingen.agenda.models import Agendalink


def _wie(request: HttpRequest) -> Gebruiker:
    gebruiker = request.user
    if not isinstance(gebruiker, Gebruiker) or not actions.mag_agendalink(gebruiker):
        raise PermissionDenied
    return gebruiker


@never_cache
@require_http_methods(["GET", "POST"])
def mijn_agenda(request: HttpRequest) -> HttpResponse:
    """Make a link; its secret is shown once, on the page that answers."""
    gebruiker = _wie(request)
    bestaand = Agendalink.objects.filter(gebruiker=gebruiker).first()
    begin = {"met_namen": bestaand.met_namen} if bestaand else None
    formulier = Agendaformulier(request.POST if request.method == "POST" else None, initial=begin)
    adres = ""
    if request.method == "POST" and formulier.is_valid():
        teken = actions.maak_agendalink(door=gebruiker, met_namen=formulier.cleaned_data["met_namen"])
        adres = request.build_absolute_uri(reverse("agenda:feed", args=[teken]))
    context = {"formulier": formulier, "bestaand": bestaand, "adres": adres}
    return render(request, "agenda/mijn_agenda.html", context)


@require_POST
def stop(request: HttpRequest) -> HttpResponse:
    """Withdraw the link."""
    if actions.trek_agendalink_in(door=_wie(request)):
        messages.success(request, _("De agendalink werkt niet meer."))
    return redirect("agenda:mijn_agenda")


@login_not_required
@never_cache
@require_GET
def feed(request: HttpRequest, teken: str) -> HttpResponse:
    """The calendar of whoever has the secret; 404 for an unknown one, and for who may not sign in any more."""
    link = Agendalink.objects.filter(hash=actions.hash_teken(teken)).select_related("gebruiker").first()
    if link is None or not actions.mag_agendalink(link.gebruiker):
        raise Http404
    with override("nl"):
        inhoud = maak_kalender(link.gebruiker, met_namen=link.met_namen)
    antwoord = HttpResponse(inhoud, content_type="text/calendar; charset=utf-8")
    antwoord["Content-Disposition"] = 'inline; filename="werklandschap.ics"'
    antwoord["X-Robots-Tag"] = "noindex"
    return antwoord
