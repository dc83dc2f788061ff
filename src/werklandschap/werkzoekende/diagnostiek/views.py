"""Conversations: the list, preparing one from what is known, and recording it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from werklandschap.kern.basis.fouten import Invoerfout, fouten_op
from werklandschap.kern.berichten.herinneringen import stand_van
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.pagina import gebruiker_van, toon_dossierpagina
from werklandschap.kern.dossiers.queries import dossier_van_verzoek
from werklandschap.kern.dossiers.rules import mag_dossier_bewerken
from werklandschap.kern.klantbeeld import queries as klantbeeld
from werklandschap.kern.klantbeeld.catalogus import Aspect
from werklandschap.kern.klantbeeld.forms import Waarnemingformulier
from werklandschap.kern.klantbeeld.rules import zichtbare_aspecten
from werklandschap.ontwerp.opmaak import tijd as als_tijd
from werklandschap.werkzoekende.diagnostiek import actions, queries
from werklandschap.werkzoekende.diagnostiek.forms import (
    VOORVOEGSEL,
    Gesprekformulier,
    Verslagformulier,
    Voorbereidingformulier,
)
from werklandschap.werkzoekende.diagnostiek.models import Gesprek

HOOGUIT_VRAGEN = 12


def _open(request: HttpRequest, nummer: int) -> Dossier:
    return dossier_van_verzoek(request, nummer, onderdeel="gesprekken")


@require_http_methods(["GET", "POST"])
def gesprekken(request: HttpRequest, nummer: int) -> HttpResponse:
    """All conversations, and planning the next."""
    dossier = _open(request, nummer)
    gebruiker = gebruiker_van(request)
    begin = {"waar": queries.laatste_plek(gebruiker)} if request.method == "GET" else None
    formulier = Gesprekformulier(request.POST or None, initial=begin)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            gesprek = actions.plan_gesprek(dossier=dossier, door=gebruiker, **formulier.cleaned_data)
            messages.success(request, _("Het gesprek is gepland. Bereid het hieronder voor."))
            return redirect(_adres(gesprek))
    context = {
        "gesprekken": list(Gesprek.objects.filter(dossier=dossier).select_related("door")),
        "formulier": formulier,
        "mag_bewerken": mag_dossier_bewerken(gebruiker, dossier),
    }
    status = 422 if formulier.errors else 200
    return toon_dossierpagina(request, dossier, "werkzoekende_diagnostiek/gesprekken.html", context, status=status)


def _adres(gesprek: Gesprek) -> str:
    return reverse("werkzoekende_diagnostiek:gesprek", args=[gesprek.dossier_id, gesprek.pk])


def _gesprek(dossier: Dossier, pk: int) -> Gesprek:
    gesprek = get_object_or_404(Gesprek.objects.select_related("door"), pk=pk, dossier=dossier)
    gesprek.dossier = dossier
    return gesprek


@require_http_methods(["GET", "POST"])
def gesprek(request: HttpRequest, nummer: int, gesprek: int) -> HttpResponse:
    """Prepare and record one conversation, with what is known, old, contradictory and missing beside it.

    Somebody's own draft comes back. A POST with `concept` keeps the draft instead of recording it.
    """
    dossier = _open(request, nummer)
    gebruiker = gebruiker_van(request)
    welk = _gesprek(dossier, gesprek)
    weten = _wat_weten_we(request, dossier)
    concept = queries.lees_concept(welk, gebruiker) if request.method == "GET" else None
    begin = {"verslag": welk.verslag, "versie": welk.versie}
    if concept:
        begin |= {naam: waarde for naam, waarde in concept[0].items() if naam != "versie"}
    onderwerpen = _onderwerpen(request, dossier, weten, concept[0] if concept else {})
    verslag = Verslagformulier(request.POST or None, onderwerpen=onderwerpen, initial=begin, auto_id="verslag_%s")
    if request.method == "POST" and "concept" in request.POST:
        return _bewaar_concept(request, welk)
    if request.method == "POST" and verslag.is_valid():
        with fouten_op(verslag):
            actions.leg_gesprek_vast(
                gesprek=welk, door=gebruiker, antwoorden=verslag.antwoorden, **verslag.cleaned_data
            )
            messages.success(request, _("Het gesprek is vastgelegd. Kijk nu of het plan nog past."))
            return redirect(_adres(welk))
    context = {
        "gesprek": welk,
        "verslagformulier": verslag,
        "herinnering": stand_van(queries.als_klantafspraak(welk)) if welk.komt_nog else None,
        "concept_op": concept[1] if concept else None,
        "concept_tot": queries.concept_tot(concept[1], dossier.gemeente) if concept else None,
        "voorbereiding": Voorbereidingformulier(
            initial={"voorbereiding": welk.voorbereiding, "versie": welk.versie}, auto_id="voorbereiding_%s"
        ),
        "mag_bewerken": mag_dossier_bewerken(gebruiker, dossier),
        "formulier": Waarnemingformulier(zichtbaar=zichtbare_aspecten(gebruiker, dossier)),
        **weten,
    }
    status = 422 if verslag.errors else 200
    return toon_dossierpagina(request, dossier, "werkzoekende_diagnostiek/gesprek.html", context, status=status)


def _onderwerpen(
    request: HttpRequest, dossier: Dossier, weten: dict[str, Any], concept: dict[str, str]
) -> list[Aspect]:
    """What to talk about, each once: contradictory, then old, then unknown; and whatever was filled in already."""
    zichtbaar = zichtbare_aspecten(gebruiker_van(request), dossier)
    ingevuld = [naam[2:] for naam in [*request.POST, *concept] if naam[:2] in VOORVOEGSEL.values()]
    codes = [
        *(v.aspect.code for v in weten["tegenstrijdig"]),
        *(regel.aspect.code for regel in weten["verouderd"]),
        *(aspect.code for aspect in weten["ontbrekend"]),
    ][:HOOGUIT_VRAGEN]
    return [zichtbaar[code] for code in dict.fromkeys([*codes, *ingevuld]) if code in zichtbaar]


def _bewaar_concept(request: HttpRequest, welk: Gesprek) -> HttpResponse:
    """Keep the draft: a script gets the time back, a page without JavaScript the page with a message."""
    velden = {naam: str(waarde) for naam, waarde in request.POST.items() if _hoort_in_concept(naam, str(waarde))}
    try:
        concept = actions.bewaar_gesprekconcept(gesprek=welk, door=gebruiker_van(request), velden=velden)
    except Invoerfout as fout:
        return HttpResponse(" ".join(fout.fouten.values()), status=422, content_type="text/plain; charset=utf-8")
    tekst = _("Bewaard om {tijd}.").format(tijd=als_tijd(concept.bewaard_op))
    if request.headers.get("X-Requested-With") == "fetch":
        return HttpResponse(tekst, content_type="text/plain; charset=utf-8")
    messages.success(request, _("Uw concept is bewaard. Leg het gesprek vast als u klaar bent."))
    return redirect(_adres(welk))


def _hoort_in_concept(naam: str, waarde: str) -> bool:
    return bool(waarde) and (naam in {"verslag", "gehouden_op"} or naam[:2] in VOORVOEGSEL.values())


def _wat_weten_we(request: HttpRequest, dossier: Dossier) -> dict[str, Any]:
    gebruiker = gebruiker_van(request)
    beeld = klantbeeld.klantbeeld_op(dossier, timezone.localdate(), gebruiker)
    return {
        "beeld": beeld,
        "verouderd": klantbeeld.verouderd(beeld),
        "tegenstrijdig": klantbeeld.tegenstrijdig(beeld),
        "ontbrekend": klantbeeld.ontbrekend(beeld, dossier, gebruiker)[:HOOGUIT_VRAGEN],
    }


@require_POST
def voorbereiden(request: HttpRequest, nummer: int, gesprek: int) -> HttpResponse:
    """Save what to ask."""
    dossier = _open(request, nummer)
    welk = _gesprek(dossier, gesprek)
    formulier = Voorbereidingformulier(request.POST)
    if formulier.is_valid():
        actions.bereid_gesprek_voor(gesprek=welk, door=gebruiker_van(request), **formulier.cleaned_data)
        messages.success(request, _("De voorbereiding is bewaard."))
    return redirect(_adres(welk))


@require_POST
def afzeggen(request: HttpRequest, nummer: int, gesprek: int) -> HttpResponse:
    """The conversation does not take place."""
    dossier = _open(request, nummer)
    weet_de_klant_het = actions.zeg_gesprek_af(gesprek=_gesprek(dossier, gesprek), door=gebruiker_van(request))
    messages.success(request, _("Het gesprek gaat niet door. Plan zo nodig een nieuw gesprek."))
    if weet_de_klant_het:
        messages.warning(request, _("De klant kreeg al een herinnering. Bel de klant dat het niet doorgaat."))
    return redirect(reverse("werkzoekende_diagnostiek:gesprekken", args=[dossier.pk]))
