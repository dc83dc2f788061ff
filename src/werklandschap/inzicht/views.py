"""Figures for managers."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from werklandschap.inzicht import figuren, rules, tellingen
from werklandschap.inzicht.bron import Bron
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.profielen.vindbaarheid import telling as vindbaarheidstelling
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht

KANTEN = ("werkzoekenden", "werkgevers")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def gemeente_van(request: HttpRequest) -> Gemeente:
    """The municipality whose figures this user may see. Raises PermissionDenied."""
    gebruiker = request.user
    if not isinstance(gebruiker, Gebruiker) or not rules.mag_inzicht_zien(gebruiker):
        raise PermissionDenied
    assert gebruiker.gemeente is not None
    return gebruiker.gemeente


def _kop() -> list[str]:
    return [
        _("Tegel"),
        _("Nu"),
        _("Erbij, afgelopen jaar"),
        _("Eruit, afgelopen jaar"),
        _("Helft blijft korter dan (dagen)"),
    ]


def toon_inzicht(request: HttpRequest, sjabloon: str, inhoud: dict[str, Any]) -> HttpResponse:
    """Render a page that extends `inzicht/inzichtpagina.html`, with the links to its neighbours."""
    tabs = (
        ("inzicht:overzicht", _("Wachten en werkdruk")),
        ("inzicht:tegels", _("Tegels")),
        ("inzicht:resultaten", _("Resultaten")),
        ("inzicht:eerlijk", _("Gelijke kansen")),
    )
    regels = [(url := reverse(naam), label, request.path == url) for naam, label in tabs]
    mag_lijst = request.user.heeft(Recht.DOSSIERS_LEZEN)  # type: ignore[union-attr]
    return render(request, sjabloon, {**inhoud, "tabregels": regels, "mag_lijst": mag_lijst})


@require_GET
def overzicht(request: HttpRequest) -> HttpResponse:
    """How long people wait, who nobody is responsible for, and who has how many dossiers."""
    gemeente = gemeente_van(request)
    caseloads = tellingen.caseloads(gemeente)
    inhoud = {
        "wachttijd": tellingen.wachttijd(gemeente),
        "caseload": figuren.caseloadfiguur(caseloads),
        "van_niemand": sum(case.aantal for case in caseloads if case.sleutel is None),
    }
    return toon_inzicht(request, "inzicht/overzicht.html", inhoud)


@require_GET
def tegels(request: HttpRequest) -> HttpResponse:
    """What happens on the tiles, and where people go from there."""
    gemeente = gemeente_van(request)
    inhoud = {
        "kop": _kop(),
        "tegels": [(kant, figuren.tegelrijen(gemeente, kant)) for kant in KANTEN],
        "stromen": figuren.stroomfiguur(gemeente, "werkzoekenden"),
    }
    return toon_inzicht(request, "inzicht/tegels.html", inhoud)


@require_GET
def resultaten(request: HttpRequest) -> HttpResponse:
    """Placements, how long they last, and what instruments did."""
    gemeente = gemeente_van(request)
    bron = Bron(gemeente)
    inhoud = {
        "maanden": figuren.maandfiguur(bron),
        "duur": figuren.duurfiguur(bron),
        "duren": figuren.duurfiguren(bron),
        "instrumenten": figuren.instrumentcijfers(gemeente),
    }
    return toon_inzicht(request, "inzicht/resultaten.html", inhoud)


@require_GET
def vindbaar(request: HttpRequest) -> HttpResponse:
    """Who can be found for work, and what misses of the others: a page of its own, or a part that comes later."""
    inhoud = {"vindbaar": vindbaarheidstelling(gemeente_van(request))}
    sjabloon = "inzicht/_vindbaar.html" if request.headers.get("HX-Request") else "inzicht/vindbaar.html"
    return render(request, sjabloon, inhoud)


@require_GET
def export(request: HttpRequest) -> HttpResponse:
    """The figures per tile as a workbook."""
    gemeente = gemeente_van(request)
    from openpyxl import Workbook

    boek = Workbook()
    boek.remove(boek.worksheets[0])
    for kant in KANTEN:
        blad = boek.create_sheet(kant)
        blad.append(_kop())
        cijfers = tellingen.per_tegel(gemeente, kant)
        for slug, naam in figuren.namen(kant).items():
            cijfer = cijfers.get(slug, tellingen.Tegelcijfer(slug, 0, 0, 0, None))
            blad.append([naam, cijfer.nu, cijfer.erin, cijfer.eruit, cijfer.dagen])
    inhoud = BytesIO()
    boek.save(inhoud)
    antwoord = HttpResponse(inhoud.getvalue(), content_type=XLSX)
    antwoord["Content-Disposition"] = f'attachment; filename="inzicht-{timezone.localdate():%Y-%m-%d}.xlsx"'
    return antwoord
