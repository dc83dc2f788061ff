"""A figure on every tile page, for colleagues."""

from __future__ import annotations

from functools import partial

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from werklandschap.inzicht import figuren, tellingen
from werklandschap.inzicht.bron import Bron
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.landschap import haken
from werklandschap.landschap.tegels import alle_tegels


def _figuur(kant: str, slug: str, request: HttpRequest) -> haken.Figuur | None:
    gebruiker = request.user
    if not isinstance(gebruiker, Gebruiker) or not gebruiker.is_medewerker or gebruiker.gemeente is None:
        return None
    cijfer = tellingen.van_tegel(gebruiker.gemeente, kant, slug)
    if cijfer is None:
        return None
    return haken.Figuur(_("Deze tegel in uw gemeente"), render_to_string("inzicht/_tegel.html", {"cijfer": cijfer}))


def _duur(request: HttpRequest) -> haken.Figuur | None:
    """What placements and aftercare brought: how long people stay, in this municipality as a whole."""
    gebruiker = request.user
    if not isinstance(gebruiker, Gebruiker) or not gebruiker.is_medewerker or gebruiker.gemeente is None:
        return None
    bron = Bron(gebruiker.gemeente)
    alles = figuren.duurfiguur(bron)
    if alles is None:
        return None
    context = {"figuren": [alles, *figuren.duurfiguren(bron)]}
    return haken.Figuur(_("Wat het opleverde"), render_to_string("inzicht/_duur.html", context))


def _registreer() -> None:
    for kant in ("werkzoekenden", "werkgevers"):
        for slug in ("plaatsing", "nazorg"):
            haken.figuren.registreer(kant, slug, _duur)
    for tegel in alle_tegels():
        haken.figuren.registreer(tegel.kant, tegel.slug, partial(_figuur, tegel.kant, tegel.slug))


_registreer()
