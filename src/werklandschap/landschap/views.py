"""The landscapes, the pages of the tiles and the glossary. Public: who is logged in also sees the work."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import TypeVar

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from werklandschap.landschap import haken
from werklandschap.landschap.begrippen import Begrip, alle_begrippen, begrippen_met
from werklandschap.landschap.overschrijvingen import tegel_van, tegels_van
from werklandschap.landschap.tegels import KANTEN, Tegel, alle_tegels
from werklandschap.landschap.tekening.kaart import kaart, tekening

Deel = TypeVar("Deel")


@login_not_required
@require_safe
def voordeur(request: HttpRequest) -> HttpResponse:
    """The first page: the landscape of the person, with the door to that of the employer."""
    return landschap(request, kant="werkzoekenden")


@login_not_required
@require_safe
def landschap(request: HttpRequest, kant: str) -> HttpResponse:
    """One landscape: the picture and the same tiles as a list."""
    tegels = tegels_van(kant, gemeente_van(request))
    badges = haken.badges.voor(request.user, kant)
    context = {
        "kant": kant,
        "deuren": _twee_deuren(kant),
        "kaart": kaart(kant, tegels, url=lambda slug: reverse("landschap:tegel", args=(kant, slug)), badges=badges),
        "tegels": [(t, tekening(t, uit_kaart=True), badges.get(t.slug)) for t in tegels],
        "ingangen": _ingangen(kant, ""),
    }
    return render(request, "landschap/landschap.html", context)


@login_not_required
@require_safe
def tegelpagina(request: HttpRequest, kant: str, slug: str) -> HttpResponse:
    """One tile explained and, for who is logged in, its work. 404 for an unknown tile."""
    code = gemeente_van(request)
    try:
        tegel = tegel_van(kant, slug, code)
    except KeyError as fout:
        raise Http404(_("Deze tegel bestaat niet.")) from fout
    context = {
        "tegel": tegel,
        "tekening": tekening(tegel),
        "landschap_url": reverse(f"landschap:{kant}"),
        "landschap_naam": kantnaam(kant),
        "andere": [(t.naam, tegel_url(t)) for t in alle_tegels(kant) if t.slug != slug],
        "andere_kant": _andere_kant(tegel),
        "instrumenten": haken.instrumentnamen.voor(tegel.instrumenten, request.user),
        "begrippen": begrippen_met(tegel.begrippen),
        "figuren": _getoond(functie(request) for functie in haken.figuren.voor(kant, slug)),
        "werklijsten": _werklijsten(request, tegel),
        "ingangen": _ingangen(kant, slug),
    }
    return render(request, "landschap/tegel.html", context)


@login_not_required
@require_safe
def begrippen(request: HttpRequest) -> HttpResponse:
    """The glossary, grouped by first letter."""
    alle = alle_begrippen()
    namen = {b.slug: b.begrip for b in alle}
    rijen = [(b, [(slug, namen[slug]) for slug in b.zie if slug in namen]) for b in alle]
    groepen = [(letter, list(deel)) for letter, deel in groupby(rijen, key=lambda rij: _letter(rij[0]))]
    return render(request, "landschap/begrippen.html", {"groepen": groepen})


def gemeente_van(request: HttpRequest) -> str | None:
    """The code of the municipality whose words we show; None when we don't know it."""
    gemeente = getattr(request.user, "gemeente", None)
    code = getattr(gemeente, "code", None)
    return None if code is None else str(code)


def kantnaam(kant: str) -> str:
    """What a landscape is called."""
    return {"werkzoekenden": _("Werkzoekenden"), "werkgevers": _("Werkgevers")}[kant]


def tegel_url(tegel: Tegel) -> str:
    """The address of a tile."""
    return reverse("landschap:tegel", args=(tegel.kant, tegel.slug))


def _twee_deuren(kant: str) -> list[tuple[str, str, bool]]:
    """The switch between the landscapes: name, address, whether it is this one."""
    return [(kantnaam(k), reverse(f"landschap:{k}"), k == kant) for k in KANTEN]


def _andere_kant(tegel: Tegel) -> tuple[str, str] | None:
    """The same process seen from the other side, when there is a tile with the same drawing."""
    (kant,) = [k for k in KANTEN if k != tegel.kant]
    for ander in alle_tegels(kant):
        if ander.gebouw == tegel.gebouw:
            return kantnaam(kant), tegel_url(ander)
    return None


def _ingangen(kant: str, slug: str) -> list[dict[str, object]]:
    """Doorways registered for a landscape (slug empty) or a tile, as far as their page exists."""
    uit = []
    for deur in haken.deuren.voor(kant, slug):
        try:
            uit.append({"tekst": deur.tekst, "uitleg": deur.uitleg, "url": reverse(deur.url_naam)})
        except NoReverseMatch:
            continue
    return uit


def _werklijsten(request: HttpRequest, tegel: Tegel) -> list[haken.Werklijst]:
    if not request.user.is_authenticated:
        return []
    return _getoond(functie(request) for functie in haken.werklijsten.voor(tegel.kant, tegel.slug))


def _getoond(delen: Iterable[Deel | None]) -> list[Deel]:
    return [deel for deel in delen if deel is not None]


def _letter(begrip: Begrip) -> str:
    return begrip.begrip[0].upper()
