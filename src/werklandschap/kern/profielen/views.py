"""The competence profile: a page of the dossier, and a page without the dossier for who matches."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from werklandschap.competenties.models import Competentie, Omstandigheid
from werklandschap.competenties.queries import zoek_competenties
from werklandschap.kern.basis.fouten import Invoerfout, fouten_op
from werklandschap.kern.dossiers.models import Dossier, Werkzoekende
from werklandschap.kern.dossiers.pagina import gebruiker_van, toon_dossierpagina
from werklandschap.kern.dossiers.queries import dossier_van_verzoek
from werklandschap.kern.dossiers.rules import mag_dossier_bewerken
from werklandschap.kern.profielen import actions, queries, rules, suggesties, vragen
from werklandschap.kern.profielen.forms import (
    Beschikbaarheidformulier,
    Certificaatformulier,
    Competentieformulier,
    Omstandighedenformulier,
    Opleidingformulier,
    Taalformulier,
    Werkervaringformulier,
)
from werklandschap.kern.profielen.models import Kandidaatgegevens
from werklandschap.kern.profielen.vindbaarheid import vindbaarheid_uit
from werklandschap.kern.profielen.weergave import omstandighedentabel
from werklandschap.kern.relaties.catalogi import sectoren
from werklandschap.kern.tijdlijn.leeslog import log_lezing
from werklandschap.ontwerp.formulieren import Basisformulier

GEVONDEN = 20


def _open(request: HttpRequest, nummer: int) -> Dossier:
    return dossier_van_verzoek(request, nummer, onderdeel="profiel")


def _profielpagina(dossier: Dossier) -> HttpResponse:
    return redirect("profielen:profiel", dossier.pk)


def _gegevens(dossier: Dossier) -> Kandidaatgegevens | None:
    return Kandidaatgegevens.objects.filter(werkzoekende=dossier.werkzoekende_id).first()


@require_GET
def profiel(request: HttpRequest, nummer: int) -> HttpResponse:
    """Everything we know about what somebody can and wants, with the one question to ask next."""
    return _toon_profiel(request, _open(request, nummer))


def _toon_profiel(
    request: HttpRequest, dossier: Dossier, *, vraagformulier: vragen.Vraagformulier | None = None, status: int = 200
) -> HttpResponse:
    mens = queries.mens_met_profiel(dossier)
    vindbaar = vindbaarheid_uit(mens)
    vraag = vindbaar.eerstvolgende_vraag
    if vraagformulier is not None:
        vraag = next((v for v in vindbaar.ontbrekend if v.code == vraagformulier.code), vraag)
    elders = vragen.past_elders(vraag) if vraag else ""
    context = {
        "profiel": queries.profiel_uit(mens),
        "vindbaar": vindbaar,
        "vraag": vraag,
        "vraagformulier": vraagformulier or (vragen.formulier_bij(vraag.code) if vraag and not elders else None),
        "vraag_url": reverse(elders, args=[dossier.pk]) if elders else "",
        "omstandigheden": omstandighedentabel(getattr(mens, "kandidaatgegevens", None)),
        "mag_bewerken": mag_dossier_bewerken(gebruiker_van(request), dossier),
    }
    return toon_dossierpagina(request, dossier, "profielen/profiel.html", context, status=status)


@require_POST
def vraag(request: HttpRequest, nummer: int) -> HttpResponse:
    """The answer to the one question."""
    dossier = _open(request, nummer)
    formulier = vragen.formulier_bij(request.POST.get("vraag", ""), request.POST)
    if formulier is None:
        messages.error(request, _("Deze vraag kennen we niet. Ververs de pagina."))
        return _profielpagina(dossier)
    if formulier.is_valid():
        with fouten_op(formulier):
            vragen.beantwoord(
                werkzoekende=dossier.werkzoekende,
                code=formulier.code,
                antwoord=formulier.cleaned_data,
                door=gebruiker_van(request),
            )
            messages.success(request, _("Het antwoord is bewaard."))
            return _profielpagina(dossier)
    return _toon_profiel(request, dossier, vraagformulier=formulier, status=422)


@require_http_methods(["GET", "POST"])
def werkervaring(request: HttpRequest, nummer: int) -> HttpResponse:
    """A job in words; first suggestions with the fragment beside each, then everything is kept in one go."""
    dossier = _open(request, nummer)
    formulier = Werkervaringformulier(request.POST or None)
    voorstel: suggesties.Suggestieformulier | None = None
    if request.method == "POST" and formulier.is_valid():
        werk = formulier.cleaned_data
        gevonden = suggesties.lees(f"{werk['functie']}.\n{werk['omschrijving']}")
        if "bewaar" not in request.POST:
            voorstel = suggesties.Suggestieformulier(suggesties=gevonden)
        else:
            voorstel = suggesties.Suggestieformulier(request.POST, suggesties=gevonden)
            if voorstel.is_valid():
                antwoord = _bewaar_werk(request, dossier, formulier, voorstel)
                if antwoord is not None:
                    return antwoord
    context = {"formulier": formulier, "voorstel": voorstel}
    status = 422 if formulier.errors or (voorstel and voorstel.errors) else 200
    return toon_dossierpagina(request, dossier, "profielen/werkervaring.html", context, status=status)


def _bewaar_werk(
    request: HttpRequest, dossier: Dossier, formulier: Basisformulier, voorstel: suggesties.Suggestieformulier
) -> HttpResponse | None:
    try:
        aantal = suggesties.neem_werkervaring_over(
            werkzoekende=dossier.werkzoekende,
            werk=formulier.cleaned_data,
            gekozen=voorstel.gekozen(),
            door=gebruiker_van(request),
        )
    except Invoerfout as fout:
        formulier.zet_fouten(fout.fouten)
        return None
    messages.success(
        request, _("De werkervaring is bewaard, met {aantal} punten voor het profiel.").format(aantal=aantal)
    )
    return _profielpagina(dossier)


@require_http_methods(["GET", "POST"])
def competentie(request: HttpRequest, nummer: int) -> HttpResponse:
    """Search a competence and add it with its level and evidence."""
    dossier = _open(request, nummer)
    zoek = request.GET.get("zoek", "") or request.POST.get("zoek", "")
    gevonden = list(zoek_competenties(zoek, hoogstens=GEVONDEN)) if zoek.strip() else []
    formulier = Competentieformulier(request.POST or None, gevonden=gevonden)
    if request.method == "POST" and formulier.is_valid():
        velden = dict(formulier.cleaned_data)
        gekozen = get_object_or_404(Competentie, code=velden.pop("competentie"))
        with fouten_op(formulier):
            actions.leg_competentie_vast(
                werkzoekende=dossier.werkzoekende, competentie=gekozen, door=gebruiker_van(request), **velden
            )
            messages.success(request, _("{naam} staat in het profiel.").format(naam=gekozen.naam))
            return _profielpagina(dossier)
    context = {"formulier": formulier, "zoek": zoek, "gevonden": gevonden}
    status = 422 if formulier.errors else 200
    return toon_dossierpagina(request, dossier, "profielen/competentie.html", context, status=status)


@require_POST
def competentie_weg(request: HttpRequest, nummer: int) -> HttpResponse:
    """Take a competence out that was a mistake."""
    dossier = _open(request, nummer)
    welke = get_object_or_404(Competentie, code=request.POST.get("competentie", ""))
    actions.verwijder_competentie(werkzoekende=dossier.werkzoekende, competentie=welke, door=gebruiker_van(request))
    messages.success(request, _("{naam} staat niet meer in het profiel.").format(naam=welke.naam))
    return _profielpagina(dossier)


def _een_formulier(
    request: HttpRequest,
    nummer: int,
    soort: type[Basisformulier],
    bewaar: Callable[..., Any],
    titel: str,
) -> HttpResponse:
    """A page with one form, whose cleaned data go to one action."""
    dossier = _open(request, nummer)
    begin = {naam: waarde for naam, waarde in request.GET.items() if naam in soort.base_fields}
    formulier = soort(request.POST or None, initial=begin)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            bewaar(werkzoekende=dossier.werkzoekende, door=gebruiker_van(request), **formulier.cleaned_data)
            messages.success(request, _("Het staat in het profiel."))
            return _profielpagina(dossier)
    context = {"formulier": formulier, "titel": titel}
    status = 422 if formulier.errors else 200
    return toon_dossierpagina(request, dossier, "profielen/formulier.html", context, status=status)


@require_http_methods(["GET", "POST"])
def certificaat(request: HttpRequest, nummer: int) -> HttpResponse:
    """A certificate or licence; `?code=` opens the form for one."""
    titel = _("Certificaat of rijbewijs")
    return _een_formulier(request, nummer, Certificaatformulier, actions.leg_certificaat_vast, titel)


@require_http_methods(["GET", "POST"])
def taal(request: HttpRequest, nummer: int) -> HttpResponse:
    """A language."""
    return _een_formulier(request, nummer, Taalformulier, actions.leg_taal_vast, _("Taal"))


@require_http_methods(["GET", "POST"])
def opleiding(request: HttpRequest, nummer: int) -> HttpResponse:
    """Education somebody followed."""
    return _een_formulier(request, nummer, Opleidingformulier, actions.voeg_opleiding_toe, _("Gevolgde opleiding"))


@require_http_methods(["GET", "POST"])
def beschikbaarheid(request: HttpRequest, nummer: int) -> HttpResponse:
    """When, how much and how far."""
    dossier = _open(request, nummer)
    formulier = Beschikbaarheidformulier(request.POST or None, gegevens=_gegevens(dossier))
    if request.method == "POST" and formulier.is_valid() and _bewaar_gegevens(request, dossier, formulier):
        return _profielpagina(dossier)
    status = 422 if formulier.errors else 200
    return toon_dossierpagina(
        request, dossier, "profielen/beschikbaarheid.html", {"formulier": formulier}, status=status
    )


@require_http_methods(["GET", "POST"])
def omstandigheden(request: HttpRequest, nummer: int) -> HttpResponse:
    """What somebody can take and wants of work."""
    dossier = _open(request, nummer)
    formulier = Omstandighedenformulier(
        request.POST or None,
        gegevens=_gegevens(dossier),
        omstandigheden=list(Omstandigheid.objects.all()),
        sectoren=sectoren(),
    )
    if request.method == "POST" and formulier.is_valid() and _bewaar_gegevens(request, dossier, formulier):
        return _profielpagina(dossier)
    status = 422 if formulier.errors else 200
    return toon_dossierpagina(
        request, dossier, "profielen/omstandigheden.html", {"formulier": formulier}, status=status
    )


def _bewaar_gegevens(
    request: HttpRequest, dossier: Dossier, formulier: Beschikbaarheidformulier | Omstandighedenformulier
) -> bool:
    velden = formulier.velden()
    velden["versie"] = formulier.cleaned_data["versie"]
    with fouten_op(formulier):
        actions.wijzig_kandidaatgegevens(werkzoekende=dossier.werkzoekende, door=gebruiker_van(request), **velden)
        messages.success(request, _("De gegevens zijn bewaard."))
        return True
    return False


@require_GET
def kandidaat(request: HttpRequest, wie: UUID) -> HttpResponse:
    """Name, competences and availability, without anything of the dossier; reading it is logged."""
    gebruiker = gebruiker_van(request)
    persoon = Werkzoekende.objects.voor(gebruiker).filter(pk=wie).only("pk", "gemeente", "account").first()
    if persoon is None or not rules.mag_profiel_zien(gebruiker, persoon) or not gebruiker.is_medewerker:
        raise Http404
    mens = queries.met_profiel(wie)
    if mens.dossier.status != Dossier.Status.OPEN:
        raise Http404
    log_lezing(keten=mens.dossier.keten, door=gebruiker, onderdeel="kandidaat")
    return render(request, "profielen/kandidaat.html", {"profiel": queries.profiel_uit(mens)})
