"""A municipality's own tile texts and instruments."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from werklandschap.beheer import actions
from werklandschap.beheer.forms import Instrumentformulier, Tegeltekstformulier
from werklandschap.beheer.toegang import alleen_beheerders, beheerder_en_gemeente
from werklandschap.kern.basis.fouten import fouten_op
from werklandschap.kern.instrumenten.catalogus import catalogus
from werklandschap.kern.instrumenten.models import Instrumentaanpassing
from werklandschap.kern.organisaties.models import Gemeente, Tegeltekst, Tegeltekstversie
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.landschap.tegels import Tegel, alle_tegels, markdown
from werklandschap.landschap.tegels import tegel as zoek_tegel

TALEN = ("nl", "en")


def _tegel_of_404(kant: str, slug: str, taal: str) -> Tegel:
    if taal not in TALEN:
        raise Http404
    try:
        with translation.override(taal):
            return zoek_tegel(kant, slug)
    except KeyError as fout:
        raise Http404 from fout


@alleen_beheerders
@require_GET
def tegels(request: HttpRequest) -> HttpResponse:
    """All tiles, and which have an own text."""
    _beheerder, gemeente = beheerder_en_gemeente(request)
    eigen = {(t.kant, t.slug, t.taal): t.versie for t in gemeente.tegelteksten.all()}
    rijen = [(tegel, [(taal, eigen.get((tegel.kant, tegel.slug, taal))) for taal in TALEN]) for tegel in alle_tegels()]
    return render(request, "beheer/tegels.html", {"rijen": rijen})


@alleen_beheerders
@require_http_methods(["GET", "POST"])
def tegel(request: HttpRequest, kant: str, slug: str, taal: str) -> HttpResponse:
    """Edit one text, with a preview before it is kept, and its history."""
    beheerder, gemeente = beheerder_en_gemeente(request)
    standaard = _tegel_of_404(kant, slug, taal)
    eigen = gemeente.tegelteksten.filter(kant=kant, slug=slug, taal=taal).first()
    keuzes = [(i.code, i.naam) for i in catalogus(gemeente).values()]
    formulier = Tegeltekstformulier(request.POST or None, instrumenten=keuzes, initial=_begin(eigen, standaard))
    voorbeeld = None
    if request.method == "POST" and formulier.is_valid():
        if "voorbeeld" in request.POST:
            voorbeeld = markdown(formulier.cleaned_data["tekst"] or standaard.inhoud)
        else:
            _bewaar(formulier, gemeente, beheerder, kant, slug, taal)
            messages.success(request, _("De tekst is bewaard en staat nu op de tegel."))
            return redirect("beheer:tegel", kant, slug, taal)
    versies = eigen.versies.select_related("door") if eigen else []
    inhoud = {"formulier": formulier, "tegel": standaard, "voorbeeld": voorbeeld, "versies": versies, "taal": taal}
    return render(request, "beheer/tegel.html", inhoud)


def _begin(eigen: Tegeltekst | None, standaard: Tegel) -> dict[str, object]:
    if eigen is None:
        return {
            "versie": 0,
            "kort": "",
            "tekst": "",
            "eigen_lijst": False,
            "instrumenten": list(standaard.instrumenten),
        }
    lijst = eigen.instrumenten
    return {
        "versie": eigen.versie,
        "kort": eigen.kort,
        "tekst": eigen.tekst,
        "eigen_lijst": lijst is not None,
        "instrumenten": list(standaard.instrumenten) if lijst is None else lijst,
    }


def _bewaar(
    formulier: Tegeltekstformulier, gemeente: Gemeente, beheerder: Gebruiker, kant: str, slug: str, taal: str
) -> None:
    gegevens = formulier.cleaned_data
    actions.bewaar_tegeltekst(
        gemeente=gemeente,
        door=beheerder,
        kant=kant,
        slug=slug,
        taal=taal,
        versie=gegevens["versie"],
        kort=gegevens["kort"],
        tekst=gegevens["tekst"],
        instrumenten=gegevens["instrumenten"] if gegevens["eigen_lijst"] else None,
    )


@alleen_beheerders
@require_POST
def tegel_herstel(request: HttpRequest, nummer: int) -> HttpResponse:
    """Bring back an earlier version."""
    beheerder, gemeente = beheerder_en_gemeente(request)
    versies = Tegeltekstversie.objects.select_related("tegeltekst").filter(tegeltekst__gemeente=gemeente)
    versie = get_object_or_404(versies, pk=nummer)
    rij = actions.herstel_tegeltekst(versie=versie, door=beheerder)
    messages.success(request, _("Versie {nummer} staat er weer.").format(nummer=versie.nummer))
    return redirect("beheer:tegel", rij.kant, rij.slug, rij.taal)


@alleen_beheerders
@require_GET
def instrumenten(request: HttpRequest) -> HttpResponse:
    """The catalogue as this municipality uses it."""
    _beheerder, gemeente = beheerder_en_gemeente(request)
    return render(request, "beheer/instrumenten.html", {"instrumenten": catalogus(gemeente, ook_uit=True).values()})


@alleen_beheerders
@require_http_methods(["GET", "POST"])
def instrument(request: HttpRequest, code: str) -> HttpResponse:
    """Change one instrument of the catalogue."""
    beheerder, gemeente = beheerder_en_gemeente(request)
    gekozen = catalogus(gemeente, ook_uit=True).get(code)
    if gekozen is None:
        raise Http404
    eigen = Instrumentaanpassing.objects.filter(gemeente=gemeente, code=code).first()
    velden = ("actief", "naam", "doel", "aanbieder")
    begin = {veld: getattr(eigen, veld) for veld in velden} if eigen else {"actief": True}
    formulier = Instrumentformulier(request.POST or None, initial=begin)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            actions.pas_instrument_aan(gemeente=gemeente, door=beheerder, code=code, **formulier.cleaned_data)
            messages.success(request, _("Het instrument is bewaard."))
            return redirect("beheer:instrumenten")
    return render(request, "beheer/instrument.html", {"formulier": formulier, "instrument": gekozen})
