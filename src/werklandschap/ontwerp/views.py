"""Pages that belong to no room: errors, the choice of language, accessibility."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django.views.i18n import set_language

LANGSTE_UITLEG = 300


def _foutpagina(request: HttpRequest, status: int, titel: str, uitleg: str, wat_nu: list[str]) -> HttpResponse:
    return render(request, "ontwerp/fout.html", {"titel": titel, "uitleg": uitleg, "wat_nu": wat_nu}, status=status)


def _eigen_uitleg(exception: Exception | None, anders: str) -> str:
    """The sentence an action gave along, when it is one for people."""
    tekst = str(exception) if exception is not None else ""
    return tekst if 0 < len(tekst) < LANGSTE_UITLEG and not tekst.startswith("{") else anders


def fout_400(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The browser sent something we cannot read."""
    return _foutpagina(
        request,
        400,
        _("Wij begrijpen deze vraag niet"),
        _("Uw browser stuurde iets wat wij niet kunnen lezen."),
        [
            _("Ga een pagina terug en probeer het opnieuw."),
            _("Lukt het dan nog niet? Begin opnieuw op de eerste pagina."),
        ],
    )


def fout_403(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The visitor may not see or do this."""
    return _foutpagina(
        request,
        403,
        _("U mag deze pagina niet zien"),
        _eigen_uitleg(exception, _("Uw account heeft hier geen toegang toe.")),
        [
            _("Klopt het adres? Ga dan terug en kies een andere pagina."),
            _("Heeft u deze pagina nodig voor uw werk? Vraag toegang aan uw beheerder."),
        ],
    )


def fout_404(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Nothing lives at this address, or nothing this visitor may know of."""
    return _foutpagina(
        request,
        404,
        _("Deze pagina bestaat niet"),
        _("Wij vinden niets op dit adres. Misschien is de pagina verplaatst of weggehaald."),
        [_("Kijk of het adres goed is getypt."), _("Zoek de pagina op vanaf het begin.")],
    )


def fout_500(request: HttpRequest) -> HttpResponse:
    """Something broke here. Renders without a request: the database may be what is broken."""
    inhoud = render_to_string(
        "ontwerp/fout.html",
        {
            "titel": _("Er ging iets mis bij ons"),
            "uitleg": _("Dit is onze fout, niet die van u. De beheerder krijgt hiervan bericht."),
            "wat_nu": [
                _("Probeer het over een paar minuten opnieuw."),
                _("Was u iets aan het invullen? Ga een pagina terug: vaak staat uw tekst er nog."),
            ],
        },
    )
    return HttpResponse(inhoud, status=500)


@login_not_required
def csrf_fout(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form was sent without its secret: the page was open too long or cookies are off."""
    return _foutpagina(
        request,
        403,
        _("Wij konden uw formulier niet aannemen"),
        _("De pagina stond te lang open, of uw browser bewaart geen cookies. Er is niets opgeslagen."),
        [
            _("Ga een pagina terug, ververs die pagina en verstuur het formulier opnieuw."),
            _("Blijft dit gebeuren? Zet cookies aan voor deze website."),
        ],
    )


@login_not_required
@require_POST
def taal(request: HttpRequest) -> HttpResponseBase:
    """Switch to another language and come back to the same page."""
    antwoord: Any = set_language(request)
    return antwoord  # type: ignore[no-any-return]


@login_not_required
@require_safe
def toegankelijkheid(request: HttpRequest) -> HttpResponse:
    """What we do so that everybody can use this."""
    return render(request, "ontwerp/toegankelijkheid.html")
