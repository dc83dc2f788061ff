"""What every page about one job profile has around it: the way back, the title, the tabs. Used by the tiles."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.haken import Register, Tab, tabregels
from werklandschap.kern.profielen import rules
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.profielen.queries import lees_eisen
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.templatetags.ontwerp import STATUSSOORTEN

# Pages about one job profile: `url_naam` takes its number.
werkprofieltabs: Register[Tab] = Register()
STATUSBADGE: dict[str, str] = {
    Werkprofiel.Status.CONCEPT: "bezig",
    Werkprofiel.Status.OPEN: "goed",
    Werkprofiel.Status.VERVULD: "info",
    Werkprofiel.Status.GESLOTEN: "neutraal",
}
assert set(STATUSBADGE.values()) <= set(STATUSSOORTEN)


def gebruiker_van(request: HttpRequest) -> Gebruiker:
    """The signed-in account."""
    assert isinstance(request.user, Gebruiker)
    return request.user


def werkprofiel_van_verzoek(request: HttpRequest, nummer: int) -> Werkprofiel:
    """The job profile with employer, place and requirements. Raises Http404 when it is not there for this colleague."""
    gebruiker = gebruiker_van(request)
    rijen = Werkprofiel.objects.voor(gebruiker).select_related("werkgever__keten", "gemeente", "vestiging", "beroep")
    werkprofiel = rijen.filter(pk=nummer).first()
    if werkprofiel is None or not rules.mag_werkprofiel_zien(gebruiker, werkprofiel):
        raise Http404
    lees_eisen(werkprofiel)
    return werkprofiel


def toon_werkprofielpagina(
    request: HttpRequest, werkprofiel: Werkprofiel, sjabloon: str, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    """Render a page that extends `profielen/werkprofielpagina.html`."""
    gebruiker = gebruiker_van(request)
    vast = {
        "werkprofiel": werkprofiel,
        "tabregels": tabregels(werkprofieltabs, request, werkprofiel),
        "statussoort": STATUSBADGE[werkprofiel.status],
        "mag_bewerken": rules.mag_werkprofiel_bewerken(gebruiker, werkprofiel),
        "toekomst": _("begint later") if werkprofiel.is_toekomstig else _("nu"),
    }
    return render(request, sjabloon, {**vast, **context}, status=status)
