"""The page about equal chances."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from werklandschap.inzicht import eerlijk, geslacht
from werklandschap.inzicht.forms import Geslachtformulier
from werklandschap.inzicht.tellingen import KLEINSTE_GROEP
from werklandschap.inzicht.views import gemeente_van, toon_inzicht
from werklandschap.kern.dossiers.pagina import gebruiker_van
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.profielen.blootstelling import LEEFTIJDSGROEPEN
from werklandschap.ontwerp.opmaak import getal
from werklandschap.werkgever.werving.catalogi import redenen_niet
from werklandschap.werkgever.werving.models import Afweging

WAAROM_NIET = {
    "loopt": gettext_lazy("Er loopt een voorselectie, of wij wachten op het antwoord van de persoon"),
    "afgezien": gettext_lazy("De persoon zag ervan af"),
    "ingetrokken": gettext_lazy("Wij trokken de voordracht in"),
    "niet_vindbaar": gettext_lazy("Niet goed te vinden: we weten te weinig, of de persoon zoekt nu geen werk"),
    "niet_gekozen": gettext_lazy("Wel te vinden, maar door niemand gekozen"),
}
OORDELEN = {
    "minder": gettext_lazy("Minder dan anderen"),
    "meer": gettext_lazy("Meer dan anderen"),
    "gelijk": gettext_lazy("Geen duidelijk verschil"),
}


@require_GET
def eerlijk_overzicht(request: HttpRequest) -> HttpResponse:
    """Who is seen, presented and taken on by age group, and who was not presented and why."""
    gemeente = gemeente_van(request)
    mensen, onvindbaar = eerlijk.mensen_van(gemeente)
    cijfers, niet = eerlijk.eerlijkheid(gemeente, mensen), eerlijk.niet_voorgedragen(gemeente, onvindbaar)
    stappen = (
        ("gezien", _("Gezien in de kandidatenlijsten"), _("Deel van de aandacht"), cijfers.gezien),
        ("voorgedragen", _("Voorgedragen aan een werkgever"), _("Voorgedragen"), cijfers.voorgedragen),
        (
            "aangenomen",
            _("Ja van de werkgever, van wie voorgedragen was"),
            _("Ja gekregen"),
            cijfers.aangenomen,
        ),
    )
    context = {
        "cijfers": cijfers,
        "stappen": [
            (code, titel, _kop(deel), _rijen(rijen) if any(rij.van is not None for rij in rijen) else [])
            for code, titel, deel, rijen in stappen
        ],
        "opvallend": [
            (titel, LEEFTIJDSGROEPEN[rij.groep])
            for _code, titel, _deel, rijen in stappen
            for rij in rijen
            if rij.oordeel == "minder"
        ],
        "niet": [[str(WAAROM_NIET[reden]), _aantal(aantal)] for reden, aantal in niet.redenen],
        "niet_totaal": niet.totaal,
        "afwegingen": _afwegingen(gemeente),
    }
    return toon_inzicht(request, "inzicht/eerlijk.html", context)


@require_http_methods(["GET", "POST"])
def geslacht_vergelijken(request: HttpRequest) -> HttpResponse:
    """Compare women and men with a list that is used for this answer only; the answer is kept nowhere either."""
    gemeente = gemeente_van(request)
    formulier = Geslachtformulier(request.POST or None, request.FILES or None)
    context: dict[str, Any] = {"formulier": formulier, "stappen": []}
    if request.method == "POST" and formulier.is_valid():
        uitkomst = geslacht.vergelijk(gemeente=gemeente, geslacht=formulier.geslacht(), door=gebruiker_van(request))
        stappen = (
            (_("Gezien in de lijsten van vandaag"), _("Deel van de aandacht"), uitkomst.gezien),
            (_("Voorgedragen aan een werkgever"), _("Voorgedragen"), uitkomst.voorgedragen),
            (_("Ja van de werkgever, van wie voorgedragen was"), _("Ja gekregen"), uitkomst.aangenomen),
        )
        context |= {
            "formulier": Geslachtformulier(),
            "uitkomst": uitkomst,
            "stappen": [
                (titel, _kop(deel, _("Groep")), _rijen(rijen, geslacht.GROEPEN)) for titel, deel, rijen in stappen
            ],
            "opvallend": [
                (titel, geslacht.GROEPEN[rij.groep])
                for titel, _deel, rijen in stappen
                for rij in rijen
                if rij.oordeel == "minder"
            ],
        }
    return render(request, "inzicht/geslacht.html", context)


def _kop(deel: str, eerste: str = "") -> list[str]:
    return [
        eerste or _("Leeftijd"),
        _("Mensen"),
        deel,
        _("Tegenover anderen"),
        _("Waarschijnlijk tussen"),
        _("Wat zegt dit?"),
    ]


def _rijen(rijen: list[eerlijk.Rij], namen: Mapping[str, Any] = LEEFTIJDSGROEPEN) -> list[list[str]]:
    return [[str(namen[rij.groep]), *_cellen(rij)] for rij in rijen]


def _cellen(rij: eerlijk.Rij) -> list[str]:
    if rij.van is None or rij.deel is None or rij.verhouding is None or rij.laag is None or rij.hoog is None:
        return [_("te weinig om te tonen"), "–", "–", "–", "–"]
    tussen = _("{laag} en {hoog}").format(laag=getal(rij.laag, 2), hoog=getal(rij.hoog, 2))
    deel = _("{getal} %").format(getal=getal(100 * rij.deel, 1))
    return [getal(rij.van), deel, getal(rij.verhouding, 2), tussen, str(OORDELEN[rij.oordeel])]


def _aantal(aantal: int) -> str:
    return getal(aantal) if aantal >= KLEINSTE_GROEP else _("minder dan vijf")


def _afwegingen(gemeente: Gemeente) -> list[list[str]]:
    """What professionals gave as a reason not to present somebody, past year, most frequent first."""
    grens = timezone.now() - eerlijk.PERIODE
    rijen = Afweging.objects.filter(dossier__gemeente=gemeente, op__gte=grens).order_by()
    namen = {reden.code: reden.naam for reden in redenen_niet()}
    return [
        [namen.get(code, code), _aantal(aantal)]
        for code, aantal in Counter(rijen.values_list("reden", flat=True)).most_common()
    ]
