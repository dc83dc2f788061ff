"""Components and notation for templates. A builtin: no `{% load %}` needed.

Blocks with content are in `ontwerp_blokken`, imported here so that one builtin offers everything.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from django import template
from django.core.paginator import Page
from django.template.context import Context
from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse
from django.utils.formats import localize
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from werklandschap.ontwerp import formulieren, iconen, opmaak
from werklandschap.ontwerp.omgeving import Standaardomgeving
from werklandschap.ontwerp.templatetags.ontwerp_blokken import registreer_blokken

register = template.Library()
registreer_blokken(register)

register.filter("datum", opmaak.datum)
register.filter("tijd", opmaak.tijd)
register.filter("datum_tijd", opmaak.datum_tijd)
register.filter("euro", opmaak.euro)
register.filter("getal", opmaak.getal)
register.filter("uren", opmaak.uren)
register.filter("percentage", opmaak.percentage)
register.filter("velden_in_groepen", formulieren.velden_in_groepen)
register.filter("foutanker", formulieren.foutanker)

STATUSSOORTEN = ("goed", "let_op", "fout", "info", "neutraal", "bezig")
TABS_NAAST_ELKAAR = 12
TABS_OP_TELEFOON = 3
KNOPSOORTEN = {"hoofd": "primary-action", "neven": "secondary-action", "stil": "subtle"}
MELDINGSOORTEN = {"success": "goed", "warning": "let_op", "error": "fout", "info": "info", "debug": "info"}


@register.simple_tag
def icoon(naam: str) -> SafeString:
    """One small drawing; see `ontwerp.iconen` for the names."""
    return iconen.icoon(naam)


@register.simple_tag(takes_context=True)
def omgeving_of_standaard(context: Context) -> Any:
    """The surroundings of the page, also on pages that render without a request."""
    return context.get("omgeving") or Standaardomgeving()


@register.simple_tag
def pagina_url(naam: str, *args: Any) -> str:
    """The address of a page, or an empty string when that room is not installed."""
    try:
        return reverse(naam, args=args)
    except NoReverseMatch:
        return ""


@cache
def _extern_aanwezig(pad: str) -> bool:
    return (Path(__file__).resolve().parent.parent / "static" / "extern" / pad).is_file()


@register.simple_tag
def extern_url(pad: str) -> str:
    """Address of a file from the asset lock, or an empty string when it was not fetched."""
    return static(f"extern/{pad}") if _extern_aanwezig(pad) else ""


@register.filter
def meldingsoort(niveau: str) -> str:
    """Django's message level as a kind of ours."""
    return MELDINGSOORTEN.get(niveau, "info")


@register.inclusion_tag("ontwerp/onderdelen/kruimelpad.html")
def kruimelpad(*delen: Any) -> dict[str, Any]:
    """The way back: label and address in turn, the page itself last: `{% kruimelpad "Dossiers" url naam %}`."""
    return {"kruimels": [(delen[i], delen[i + 1] if i + 1 < len(delen) else "") for i in range(0, len(delen), 2)]}


# These two stand in every row of a list: as a template of their own they took most of the time of a row.
BADGE = """<span class="wl-badge wl-badge--{} utrecht-status-badge">{}{}</span>
"""
VOORTGANG = """<div class="wl-voortgang">
  <svg class="wl-voortgang__balk" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">\
<rect class="wl-voortgang__baan" width="100" height="8"/>\
<rect class="wl-voortgang__deel" width="{:.1f}" height="8"/></svg>
  <span class="wl-voortgang__tekst">{}: {}</span>
</div>
"""


@register.simple_tag
def status_badge(tekst: Any, soort: str = "neutraal") -> SafeString:
    """A word with a shape: goed, let_op, fout, info, neutraal or bezig."""
    soort = soort if soort in STATUSSOORTEN else "neutraal"
    return mark_safe(BADGE.format(soort, iconen.icoon(soort), conditional_escape(localize(tekst))))  # noqa: S308


@register.simple_tag
def voortgang(waarde: float, maximum: float = 100, label: str = "") -> SafeString:
    """A bar with its words: `3 van 5`. The bar is drawn in SVG, 100 units wide."""
    deel = max(0.0, min(1.0, float(waarde) / float(maximum))) if maximum else 0.0
    woorden = _("{a} van {b}").format(a=localize(waarde), b=localize(maximum))
    tekst = conditional_escape(label or _("Voortgang"))
    return mark_safe(VOORTGANG.format(deel * 100, tekst, conditional_escape(woorden)))  # noqa: S308


@register.inclusion_tag("ontwerp/onderdelen/knop.html")
def knop(tekst: Any, url: str, soort: str = "hoofd", icoon: str = "", over: Any = "") -> dict[str, Any]:
    """A link that looks like a button; `soort` is hoofd, neven or stil.

    `over` says, for who hears the page, what it is about where several buttons have the same words.
    """
    return {"tekst": tekst, "url": url, "klasse": KNOPSOORTEN[soort], "icoon": icoon, "over": over}


@register.inclusion_tag("ontwerp/onderdelen/actieknop.html", takes_context=True)
def actieknop(
    context: Context,
    url: str,
    tekst: Any,
    vraag: Any = "",
    soort: str = "neven",
    velden: Mapping[str, Any] | None = None,
    **extra: Any,
) -> dict[str, Any]:
    """A form of one button that POSTs. With `vraag` it first unfolds what will happen and asks to confirm.

    Hidden values come from `velden` and from any other named argument.
    """
    return {
        "url": url,
        "tekst": tekst,
        "vraag": vraag,
        "klasse": KNOPSOORTEN.get(soort, "secondary-action"),
        "velden": {**(velden or {}), **extra},
        "csrf_token": context.get("csrf_token", ""),
    }


@register.inclusion_tag("ontwerp/onderdelen/tabs.html")
def tabs(items: Iterable[Any], label: Any = "") -> dict[str, Any]:
    """Links to the pages about one subject: items are (url, label, active or "sectie").

    Of many, the last fold under "Meer"; on a narrow screen more of them do. The page that is open stays in view.
    """
    rijen = list(items)
    naast, telefoon = _gevouwen(rijen, TABS_NAAST_ELKAAR), _gevouwen(rijen, TABS_OP_TELEFOON)
    return {
        "items": [(*rij, rij in telefoon) for rij in rijen if rij not in naast],
        "meer": [(*rij, rij not in naast) for rij in telefoon],
        "alleen_smal": not naast,
        "label": label or _("Onderdelen"),
    }


def _gevouwen(rijen: list[Any], hoeveel: int) -> list[Any]:
    """What comes after the first so many; one alone is not worth a fold."""
    return [rij for rij in rijen[hoeveel:] if not rij[2]] if len(rijen) > hoeveel + 1 else []


@register.inclusion_tag("ontwerp/onderdelen/paginering.html", takes_context=True)
def paginering(context: Context, pagina: Page[Any], sleutel: str = "pagina") -> dict[str, Any]:
    """Links to the other pages of a list; keeps the rest of the address."""
    nummers = [
        n if isinstance(n, int) else None for n in pagina.paginator.get_elided_page_range(pagina.number, on_each_side=1)
    ]
    return {
        "pagina": pagina,
        "vorige": _adres(context, {sleutel: pagina.number - 1}) if pagina.has_previous() else "",
        "volgende": _adres(context, {sleutel: pagina.number + 1}) if pagina.has_next() else "",
        "links": [(n, _adres(context, {sleutel: n}) if n else "") for n in nummers],
    }


def _adres(context: Context, anders: Mapping[str, Any]) -> str:
    """This page's query with other values; a value of None drops the key."""
    request = context.get("request")
    vraag = request.GET.copy() if request is not None else _lege_vraag()
    for sleutel, waarde in anders.items():
        vraag.pop(sleutel, None)
        if waarde is not None:
            vraag[sleutel] = str(waarde)
    return f"?{vraag.urlencode()}"


def _lege_vraag() -> Any:
    from django.http import QueryDict

    return QueryDict(mutable=True)


@register.inclusion_tag("ontwerp/onderdelen/sorteerkop.html", takes_context=True)
def sorteerkop(context: Context, veld: str, label: Any, soort: str = "", sleutel: str = "sorteer") -> dict[str, Any]:
    """A `<th>` whose link sorts the list by `veld`, the other way round on the second press.

    Reads the order from a `sortering` in the context when there is one (see `ontwerp.tabellen`), else from the address.
    `soort="getal"` aligns to the right.
    """
    gekozen = context.get("sortering")
    request = context.get("request")
    nu = request.GET.get(sleutel, "") if request is not None else ""
    actief = gekozen.veld == veld if gekozen else nu.lstrip("-") == veld
    aflopend = bool(actief and (gekozen.aflopend if gekozen else nu.startswith("-")))
    richting = ("descending" if aflopend else "ascending") if actief else ""
    doel = f"-{veld}" if actief and not aflopend else veld
    url = _adres(context, {sleutel: doel, "pagina": None})
    return {"label": label, "url": url, "richting": richting, "soort": soort}


@register.inclusion_tag("ontwerp/onderdelen/tabel.html")
def tabel(
    kop: Sequence[Any], rijen: Iterable[Sequence[Any]], bijschrift: Any = "", rijkop: bool = True
) -> dict[str, Any]:
    """A plain table of text; narrow screens show each row as a small card. The first cell is the row's heading."""
    return {
        "kop": list(kop),
        "rijen": [list(zip(kop, rij, strict=False)) for rij in rijen],
        "bijschrift": bijschrift,
        "rijkop": rijkop,
    }


@register.inclusion_tag("ontwerp/onderdelen/filterbalk.html", takes_context=True)
def filterbalk(context: Context, formulier: Any, knop: Any = "", wis_url: str = "") -> dict[str, Any]:
    """The fields of a GET form, or of a FilterSet, on one line above a list."""
    request = context.get("request")
    return {
        "formulier": getattr(formulier, "form", formulier),
        "knop": knop or _("Toon"),
        "wis_url": wis_url or (request.path if request is not None and request.GET else ""),
    }


@register.inclusion_tag("ontwerp/onderdelen/lege_staat.html")
def lege_staat(titel: Any, tekst: Any = "", url: str = "", knop: Any = "") -> dict[str, Any]:
    """What an empty page says: what is not there yet, and what to do first."""
    return {"titel": titel, "tekst": tekst, "url": url, "knop": knop}


@register.inclusion_tag("ontwerp/onderdelen/stappenlijst.html")
def stappenlijst(stappen: Iterable[Any], label: Any = "") -> dict[str, Any]:
    """Steps with `titel`, `tekst` and `status` (klaar, bezig or straks), as objects or dictionaries."""
    return {"stappen": [_stap(stap) for stap in stappen], "label": label or _("Stappen")}


def _stap(stap: Any) -> dict[str, Any]:
    haal = stap.get if isinstance(stap, Mapping) else lambda naam, anders="": getattr(stap, naam, anders)
    status = haal("status", "straks") or "straks"
    return {"titel": haal("titel", ""), "tekst": haal("tekst", ""), "url": haal("url", ""), "status": status}


@register.inclusion_tag("ontwerp/onderdelen/gebeurtenissenlijst.html")
def gebeurtenissenlijst(items: Iterable[Any]) -> dict[str, Any]:
    """A time line in words, newest as given: items have `moment`, `titel`, and may have `tekst`, `wie` and `url`."""
    uit = []
    for item in items:
        haal = item.get if isinstance(item, Mapping) else lambda naam, anders="", item=item: getattr(item, naam, anders)
        uit.append({naam: haal(naam, "") for naam in ("moment", "titel", "tekst", "wie", "url")})
    return {"items": uit}


@register.inclusion_tag("ontwerp/onderdelen/definitielijst.html")
def definitielijst(paren: Iterable[tuple[Any, Any]] | Mapping[Any, Any]) -> dict[str, Any]:
    """Labels with their values; an empty value says so in words."""
    return {"paren": list(paren.items() if isinstance(paren, Mapping) else paren)}


@register.inclusion_tag("ontwerp/onderdelen/verschillen.html")
def verschillen(verschillen: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Two texts side by side per field: dictionaries with `label`, `mijn` and `hun`."""
    return {"verschillen": list(verschillen)}


@register.inclusion_tag("ontwerp/onderdelen/grafiek.html")
def grafiek(g: Any, niveau: int = 3) -> dict[str, Any]:
    """A drawing of `ontwerp.grafieken` with its legend and its table; `niveau` is the level of its heading."""
    return {"g": g, "kop": f"h{niveau}"}
