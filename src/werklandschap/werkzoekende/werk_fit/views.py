"""Getting fit for work: the perspective beside one next step, what went well, what is in the way, who can help."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from werklandschap.kern.basis.fouten import fouten_op
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.pagina import gebruiker_van, toon_dossierpagina
from werklandschap.kern.dossiers.queries import dossier_van_verzoek
from werklandschap.kern.dossiers.rules import mag_dossier_bewerken
from werklandschap.kern.plannen import queries
from werklandschap.kern.plannen.forms import Afrondformulier
from werklandschap.kern.plannen.leerdoel import hulp_bij_leerdoel
from werklandschap.kern.plannen.models import Doel, Plan
from werklandschap.ontwerp.formulieren import Basisformulier
from werklandschap.werkzoekende.werk_fit import actions
from werklandschap.werkzoekende.werk_fit.forms import (
    Obstakelformulier,
    Oefenformulier,
    Volgendestapformulier,
)
from werklandschap.werkzoekende.werk_fit.models import Netwerkcontact, Obstakel, Oefening

# Below this the step is too big: advise a smaller one.
VERTROUWEN_GENOEG = 7
HOOGUIT_SUCCES = 10


def _open(request: HttpRequest, nummer: int) -> Dossier:
    return dossier_van_verzoek(request, nummer, onderdeel="werk fit")


def _pagina(dossier: Dossier) -> str:
    return reverse("werkzoekende_werk_fit:werk_fit", args=[dossier.pk])


def per_categorie(oefeningen: list[Oefening]) -> list[tuple[str, list[Oefening]]]:
    """(kind of skill, what was practised) for every kind, newest first; empty ones show what could still be done."""
    return [(str(label), [o for o in oefeningen if o.categorie == code]) for code, label in Oefening.Categorie.choices]


def _open_doelen(plan: Plan | None) -> list[Doel]:
    return [doel for doel in plan.doelen.all() if doel.status == Doel.Status.OPEN] if plan else []


@require_GET
def werk_fit(request: HttpRequest, nummer: int) -> HttpResponse:
    """Everything on one page, the next step first."""
    return _toon(request, _open(request, nummer))


def _toon(request: HttpRequest, dossier: Dossier, *, status: int = 200, **formulieren: Any) -> HttpResponse:
    versies = list(queries.plannen_van(dossier))
    plan = next((p for p in versies if p.status != Plan.Status.VERVANGEN), None)
    doelen = _open_doelen(plan)
    stappen = [stap for stap in queries.open_stappen(plan) if stap.wie == "klant"]
    context = {
        "plan": plan,
        "doelen": doelen,
        "stap": stappen[0] if stappen else None,
        "straks": stappen[1:],
        "advies": None,
        "adviezen": [(doel, hulp_bij_leerdoel(doel.tekst)) for doel in doelen if doel.soort == "leren"],
        "genoeg": VERTROUWEN_GENOEG,
        "successen": queries.gezette_stappen(versies)[:HOOGUIT_SUCCES],
        "obstakels": list(Obstakel.objects.filter(dossier=dossier)),
        "oefeningen": per_categorie(list(Oefening.objects.filter(dossier=dossier))),
        "netwerk": list(Netwerkcontact.objects.filter(dossier=dossier)),
        "mag_bewerken": mag_dossier_bewerken(gebruiker_van(request), dossier),
        "stapformulier": Volgendestapformulier(doelen=doelen, auto_id="stap_%s"),
        "afrondformulier": Afrondformulier(auto_id="klaar_%s"),
        "obstakelformulier": Obstakelformulier(auto_id="obstakel_%s"),
        "oefenformulier": Oefenformulier(auto_id="oefening_%s"),
        **formulieren,
    }
    return toon_dossierpagina(request, dossier, "werkzoekende_werk_fit/werk_fit.html", context, status=status)


@require_POST
def stap(request: HttpRequest, nummer: int) -> HttpResponse:
    """Agree on the next step. With little confidence it first comes back with the advice to make it smaller."""
    dossier = _open(request, nummer)
    doelen = _open_doelen(queries.huidig_plan(dossier))
    formulier = Volgendestapformulier(request.POST, doelen=doelen, auto_id="stap_%s")
    if formulier.is_valid():
        schoon = formulier.cleaned_data
        te_groot = schoon["vertrouwen"] < VERTROUWEN_GENOEG
        if te_groot and request.POST.get("toch") != schoon["tekst"]:
            return _toon(request, dossier, stapformulier=formulier, advies=schoon["vertrouwen"])
        schoon["doel"].plan.dossier = dossier
        with fouten_op(formulier):
            actions.zet_volgende_stap(door=gebruiker_van(request), **schoon)
            messages.success(request, _("De volgende stap is afgesproken."))
            return redirect(_pagina(dossier))
    return _toon(request, dossier, status=422, stapformulier=formulier)


@require_POST
def obstakel(request: HttpRequest, nummer: int) -> HttpResponse:
    """Write down what is in the way."""
    dossier = _open(request, nummer)
    formulier = Obstakelformulier(request.POST, auto_id="obstakel_%s")
    return _voer_uit(
        request,
        dossier,
        formulier,
        "obstakelformulier",
        lambda **velden: actions.noteer_obstakel(dossier=dossier, door=gebruiker_van(request), **velden),
        _("Het obstakel is opgeschreven. Op de datum krijgt u een taak."),
    )


@require_POST
def oefening(request: HttpRequest, nummer: int) -> HttpResponse:
    """Write down what was practised."""
    dossier = _open(request, nummer)
    formulier = Oefenformulier(request.POST, auto_id="oefening_%s")
    return _voer_uit(
        request,
        dossier,
        formulier,
        "oefenformulier",
        lambda **velden: actions.noteer_oefening(dossier=dossier, door=gebruiker_van(request), **velden),
        _("Mooi, het oefenen staat erbij."),
    )


def _voer_uit(
    request: HttpRequest,
    dossier: Dossier,
    formulier: Basisformulier,
    naam: str,
    doe: Callable[..., object],
    gelukt: str,
) -> HttpResponse:
    if formulier.is_valid():
        with fouten_op(formulier):
            doe(**formulier.cleaned_data)
            messages.success(request, gelukt)
            return redirect(_pagina(dossier))
    return _toon(request, dossier, status=422, **{naam: formulier})


@require_POST
def obstakel_opgelost(request: HttpRequest, nummer: int, obstakel: int) -> HttpResponse:
    """It is out of the way."""
    dossier = _open(request, nummer)
    rij = get_object_or_404(Obstakel, pk=obstakel, dossier=dossier)
    rij.dossier = dossier
    actions.los_obstakel_op(obstakel=rij, door=gebruiker_van(request), oplossing=request.POST.get("oplossing", ""))
    messages.success(request, _("Mooi, dit zit niet meer in de weg."))
    return redirect(_pagina(dossier))
