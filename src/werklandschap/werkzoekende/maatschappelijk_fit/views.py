"""The basis in order: overview, matrix, quick help and the check of provisions."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from werklandschap.kern.basis.fouten import Invoerfout, fouten_op
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.pagina import gebruiker_van, toon_dossierpagina
from werklandschap.kern.dossiers.queries import dossier_van_verzoek
from werklandschap.kern.dossiers.rules import mag_dossier_bewerken
from werklandschap.kern.klantbeeld.models import Meting
from werklandschap.kern.klantbeeld.queries import (
    beeld_uit,
    dagen_van_dringende_taken,
    waarnemingen_van,
    waarnemingen_voor_pagina,
)
from werklandschap.kern.klantbeeld.rules import zichtbare_aspecten
from werklandschap.werkzoekende.maatschappelijk_fit import actions, queries, rules
from werklandschap.werkzoekende.maatschappelijk_fit import voorzieningen as catalogus
from werklandschap.werkzoekende.maatschappelijk_fit.forms import (
    Besluitformulier,
    Hulpformulier,
    Voorzieningenformulier,
    Zrmformulier,
)
from werklandschap.werkzoekende.maatschappelijk_fit.models import Activiteit, Snellehulp, Voorzieningencheck
from werklandschap.werkzoekende.maatschappelijk_fit.stress import ASPECTEN, momenten

MAP = "werkzoekende_maatschappelijk_fit"


def _open(request: HttpRequest, nummer: int) -> Dossier:
    return dossier_van_verzoek(request, nummer, onderdeel="maatschappelijk fit")


def _overzichtspagina(dossier: Dossier) -> str:
    return reverse(f"{MAP}:overzicht", args=[dossier.pk])


@require_GET
def overzicht(request: HttpRequest, nummer: int) -> HttpResponse:
    """Urgent obstacles, the matrix, basic skills and quick help on one page."""
    return _overzicht(request, _open(request, nummer), Hulpformulier())


def _overzicht(request: HttpRequest, dossier: Dossier, hulpformulier: Hulpformulier) -> HttpResponse:
    gebruiker = gebruiker_van(request)
    zichtbaar = zichtbare_aspecten(gebruiker, dossier)
    beeld = beeld_uit(waarnemingen_voor_pagina(dossier), timezone.localdate(), zichtbaar)
    metingen = queries.metingen(dossier)
    hulp = list(Snellehulp.objects.filter(dossier=dossier).select_related("gevraagd_door", "besloten_door"))
    for rij in hulp:
        rij.dossier = dossier
    uren = [rij.uren for rij in Activiteit.objects.filter(dossier=dossier, status=Activiteit.Status.LOOPT)]
    taken = dagen_van_dringende_taken(dossier)
    context = {
        "doet_mee": len(uren),
        "doet_mee_uren": sum(uren),
        "dringend": [(regel, taken.get(regel.aspect.code)) for regel in beeld.aandacht() if regel.aspect.belemmering],
        "laatste": metingen[0] if metingen else None,
        "grafiek": queries.zrm_radar(metingen, queries.domeinen(zichtbaar)),
        "vaardigheden": queries.basisvaardigheden(beeld, zichtbaar),
        "hulp": [(rij, rules.mag_besluiten(gebruiker, rij)) for rij in hulp],
        "hulpformulier": hulpformulier,
        "besluitformulier": Besluitformulier(),
        "mag_bewerken": mag_dossier_bewerken(gebruiker, dossier),
        "mag_voorzieningen": rules.mag_voorzieningen_zien(gebruiker, dossier),
    }
    status = 422 if hulpformulier.errors else 200
    return toon_dossierpagina(request, dossier, f"{MAP}/overzicht.html", context, status=status)


@require_http_methods(["GET", "POST"])
def zrm(request: HttpRequest, nummer: int) -> HttpResponse:
    """The matrix: scores with the previous one beside them."""
    dossier = _open(request, nummer)
    gebruiker = gebruiker_van(request)
    zichtbaar = zichtbare_aspecten(gebruiker, dossier)
    domeinen = queries.domeinen(zichtbaar)
    metingen = queries.metingen(dossier)
    beeld = beeld_uit(waarnemingen_van(dossier), timezone.localdate(), zichtbaar)
    laatste = metingen[0] if metingen else None
    mag_verbeteren = laatste is not None and rules.mag_zrm_verbeteren(gebruiker, laatste, laatste)
    verbetert = laatste if mag_verbeteren and "verbeter" in request.GET | request.POST else None
    eerder = metingen[1:] if verbetert else metingen
    formulier = Zrmformulier(
        request.POST or None,
        domeinen=domeinen,
        vorige=queries.scores_van(eerder[0] if eerder else None),
        bekend={code: regel.tekst for code, regel in beeld.regels.items()},
        initial=_te_verbeteren(verbetert),
    )
    if request.method == "POST" and formulier.is_valid():
        schoon = formulier.cleaned_data
        velden = {naam: schoon[naam] for naam in ("afgenomen_op", "herzien_op", "toelichting")}
        with fouten_op(formulier):
            actions.leg_zrm_vast(
                dossier=dossier, scores=formulier.scores(), door=gebruiker, verbetert=verbetert, **velden
            )
            messages.success(request, _("De meting is vastgelegd. Bij dringende gebieden staat nu een taak klaar."))
            return redirect(reverse(f"{MAP}:zrm", args=[dossier.pk]))
    context = {
        "formulier": formulier,
        "metingen": metingen,
        "laatste": laatste,
        "verbetert": verbetert,
        "mag_verbeteren": mag_verbeteren,
        "volgende_op": queries.volgende_meting_op(dossier, laatste),
        "grafiek": queries.zrm_radar(metingen, domeinen),
        "mag_bewerken": mag_dossier_bewerken(gebruiker, dossier),
    }
    status = 422 if formulier.errors else 200
    return toon_dossierpagina(request, dossier, f"{MAP}/zrm.html", context, status=status)


def _te_verbeteren(meting: Meting | None) -> dict[str, Any]:
    """What the form starts with when the last matrix is corrected."""
    if meting is None:
        return {}
    velden = {naam: getattr(meting, naam) for naam in ("afgenomen_op", "herzien_op", "toelichting")}
    return queries.scores_van(meting) | velden


@require_GET
def stress(request: HttpRequest, nummer: int) -> HttpResponse:
    """How to talk with somebody under stress, with what is known of it and what could be next."""
    dossier = _open(request, nummer)
    gebruiker = gebruiker_van(request)
    zichtbaar = zichtbare_aspecten(gebruiker, dossier)
    beeld = beeld_uit(waarnemingen_voor_pagina(dossier), timezone.localdate(), zichtbaar)
    context = {
        "momenten": momenten(),
        "regels": [beeld.regels[code] for code in ASPECTEN if code in beeld.regels],
        "aspecten": [zichtbaar[code] for code in ASPECTEN if code in zichtbaar],
        "mag_bewerken": mag_dossier_bewerken(gebruiker, dossier),
        "mag_voorzieningen": rules.mag_voorzieningen_zien(gebruiker, dossier),
    }
    return toon_dossierpagina(request, dossier, f"{MAP}/stress.html", context)


@require_POST
def hulp_vragen(request: HttpRequest, nummer: int) -> HttpResponse:
    """Ask for quick help."""
    dossier = _open(request, nummer)
    formulier = Hulpformulier(request.POST)
    if formulier.is_valid():
        with fouten_op(formulier):
            hulp = actions.vraag_snelle_hulp(dossier=dossier, door=gebruiker_van(request), **formulier.cleaned_data)
            messages.success(request, _meldtekst(hulp))
            return redirect(_overzichtspagina(dossier))
    return _overzicht(request, dossier, formulier)


def _meldtekst(hulp: Snellehulp) -> str:
    if hulp.status == Snellehulp.Status.AKKOORD:
        return _("Dit mag u meteen regelen.")
    return _("De vraag is gesteld. Uw manager besluit.")


def _hulp(dossier: Dossier, pk: int) -> Snellehulp:
    hulp = get_object_or_404(Snellehulp, pk=pk, dossier=dossier)
    hulp.dossier = dossier
    return hulp


@require_POST
def hulp_besluiten(request: HttpRequest, nummer: int, hulp: int) -> HttpResponse:
    """Yes or no to quick help."""
    dossier = _open(request, nummer)
    formulier = Besluitformulier(request.POST)
    if not formulier.is_valid():
        messages.error(request, _("Kies ja of nee."))
        return redirect(_overzichtspagina(dossier))
    try:
        actions.besluit_snelle_hulp(hulp=_hulp(dossier, hulp), door=gebruiker_van(request), **formulier.cleaned_data)
    except Invoerfout as fout:
        messages.error(request, " ".join(fout.fouten.values()))
    else:
        messages.success(request, _("Het besluit is vastgelegd."))
    return redirect(_overzichtspagina(dossier))


@require_POST
def hulp_regelen(request: HttpRequest, nummer: int, hulp: int) -> HttpResponse:
    """It is done."""
    dossier = _open(request, nummer)
    actions.regel_snelle_hulp(hulp=_hulp(dossier, hulp), door=gebruiker_van(request))
    messages.success(request, _("Mooi, dit is geregeld."))
    return redirect(_overzichtspagina(dossier))


@require_http_methods(["GET", "POST"])
def voorzieningen(request: HttpRequest, nummer: int) -> HttpResponse:
    """The check: questions, then hints with a task per chance."""
    dossier = _open(request, nummer)
    gebruiker = gebruiker_van(request)
    if not rules.mag_voorzieningen_zien(gebruiker, dossier):
        raise PermissionDenied(_("Voor deze pagina heeft u het recht nodig om gegevens over geld te zien."))
    laatste = Voorzieningencheck.objects.filter(dossier=dossier).select_related("door").first()
    begin = {code: "ja" if waarde else "nee" for code, waarde in (laatste.antwoorden if laatste else {}).items()}
    formulier = Voorzieningenformulier(request.POST or None, initial=begin)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            actions.doe_voorzieningencheck(dossier=dossier, antwoorden=formulier.antwoorden(), door=gebruiker)
            return redirect(reverse(f"{MAP}:voorzieningen", args=[dossier.pk]) + "#uitkomst")
    context = {
        "formulier": formulier,
        "laatste": laatste,
        "groepen": _groepen(laatste, dossier),
        "mag_bewerken": rules.mag_voorzieningen_checken(gebruiker, dossier),
    }
    status = 422 if formulier.errors else 200
    return toon_dossierpagina(request, dossier, f"{MAP}/voorzieningen.html", context, status=status)


def _groepen(check: Voorzieningencheck | None, dossier: Dossier) -> list[tuple[str, str, str, list[Any]]]:
    """(code, title, badge, provisions) per outcome."""
    if check is None:
        return []
    lijst = catalogus.voorzieningen(dossier.gemeente, ook_uit=True)
    koppen = (
        ("kansrijk", _("Kansrijk: vraag aan"), "goed"),
        ("vraag_na", _("Misschien: vraag na"), "let_op"),
        ("niet", _("Lijkt niet te passen"), "neutraal"),
    )
    return [
        (code, titel, soort, [lijst[v] for v, uitkomst in check.uitkomsten.items() if uitkomst == code and v in lijst])
        for code, titel, soort in koppen
    ]


@require_POST
def voorzieningtaken(request: HttpRequest, nummer: int) -> HttpResponse:
    """A task for every chance that was ticked."""
    dossier = _open(request, nummer)
    try:
        aantal = actions.maak_voorzieningtaken(
            dossier=dossier, codes=request.POST.getlist("voorziening"), door=gebruiker_van(request)
        )
    except Invoerfout as fout:
        messages.error(request, " ".join(fout.fouten.values()))
    else:
        messages.success(request, _("Taken gemaakt: {aantal}.").format(aantal=aantal))
    return redirect(reverse(f"{MAP}:voorzieningen", args=[dossier.pk]))
