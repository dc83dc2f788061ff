"""Giving many dossiers to a colleague: chosen ones, or a whole caseload; and taking it back."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.dossiers import rules
from werklandschap.kern.dossiers.forms import Caseloadformulier, Verdeelformulier
from werklandschap.kern.dossiers.models import Dossier, Toewijzing
from werklandschap.kern.dossiers.verdelen import (
    HOOGUIT,
    draag_caseload_over,
    draai_toewijzing_terug,
    wijs_meer_toe,
)
from werklandschap.kern.dossiers.views.lijst import lees_vraag, lezer
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.formulieren import Basisformulier

TOON = 25
LAATSTE = 30


def _verdeler(request: HttpRequest) -> Gebruiker:
    gebruiker = lezer(request)
    if not rules.mag_verdelen(gebruiker):
        raise Http404
    return gebruiker


def _gekozen(request: HttpRequest, gebruiker: Gebruiker) -> list[Dossier]:
    """The ticked dossiers, or with `alles` all that the filter in the address finds; open ones only."""
    if request.GET.get("alles"):
        dossiers = lees_vraag(gebruiker, request.GET).dossiers
    else:
        nummers = [int(nummer) for nummer in request.GET.getlist("dossier") if nummer.isdigit() and len(nummer) < 16]
        dossiers = Dossier.objects.voor(gebruiker).filter(pk__in=nummers[:HOOGUIT])
    open_ = dossiers.filter(status=Dossier.Status.OPEN).select_related(
        "werkzoekende", "verantwoordelijke", "keten", "gemeente"
    )
    return list(open_.order_by("werkzoekende__achternaam", "pk")[: HOOGUIT + 1])


@require_http_methods(["GET", "POST"])
def verdelen(request: HttpRequest) -> HttpResponse:
    """Give the chosen dossiers to one colleague, with one reason."""
    gebruiker = _verdeler(request)
    dossiers = _gekozen(request, gebruiker)
    formulier = Verdeelformulier(request.POST or None, gemeente=gebruiker.gemeente, initial={"aantal": len(dossiers)})
    if request.method == "POST" and formulier.is_valid():
        gegevens = formulier.cleaned_data
        if gegevens["aantal"] != len(dossiers):
            tekst = _("De lijst is intussen veranderd: nu {n} dossiers. Kijk ze na en verdeel dan opnieuw.")
            formulier.zet_fouten({"__all__": tekst.format(n=len(dossiers))})
            formulier.data = {**request.POST.dict(), "aantal": str(len(dossiers))}
        else:
            klaar = _voer_uit(
                request,
                formulier,
                lambda: wijs_meer_toe(
                    dossiers=dossiers, naar=gegevens["naar"], reden=gegevens["reden"], door=gebruiker
                ),
            )
            if klaar:
                return redirect("dossiers:verdelingen")
    context = {
        "formulier": formulier,
        "dossiers": dossiers[:TOON],
        "aantal": len(dossiers),
        "meer": max(0, len(dossiers) - TOON),
        "niet_van_mij": sum(not rules.mag_caseload_verdelen(gebruiker, dossier) for dossier in dossiers),
    }
    return render(request, "dossiers/verdelen.html", context)


def _voer_uit(request: HttpRequest, formulier: Basisformulier, geef: Callable[[], Toewijzing]) -> bool:
    """Do it and say what was done; errors go on the form."""
    try:
        toewijzing = geef()
    except Invoerfout as fout:
        formulier.zet_fouten(fout.fouten)
        return False
    tekst = ngettext(
        "{aantal} dossier is nu van {naam}.", "{aantal} dossiers zijn nu van {naam}.", toewijzing.aantal
    ).format(aantal=toewijzing.aantal, naam=toewijzing.naar.naam)
    messages.success(request, tekst)
    return True


@require_http_methods(["GET", "POST"])
def caseload(request: HttpRequest) -> HttpResponse:
    """All dossiers and tasks of one colleague to another."""
    gebruiker = _verdeler(request)
    formulier = Caseloadformulier(request.POST or None, gebruiker=gebruiker)
    if request.method == "POST" and formulier.is_valid():
        klaar = _voer_uit(request, formulier, lambda: draag_caseload_over(**formulier.cleaned_data, door=gebruiker))
        if klaar:
            return redirect("dossiers:verdelingen")
    return render(request, "dossiers/caseload.html", {"formulier": formulier, "titel": _("Dossiers overdragen")})


@require_GET
def verdelingen(request: HttpRequest) -> HttpResponse:
    """What was given away lately, each with a way back."""
    gebruiker = _verdeler(request)
    rijen = Toewijzing.objects.voor(gebruiker).select_related("naar", "door", "ongedaan_door")
    return render(request, "dossiers/verdelingen.html", {"rijen": rijen[:LAATSTE]})


@require_POST
def terug(request: HttpRequest, sleutel: int) -> HttpResponse:
    """Take it back."""
    gebruiker = _verdeler(request)
    toewijzing = get_object_or_404(Toewijzing.objects.voor(gebruiker), pk=sleutel)
    aantal = draai_toewijzing_terug(toewijzing=toewijzing, door=gebruiker)
    over = toewijzing.aantal - aantal
    tekst = ngettext("{aantal} dossier is terug.", "{aantal} dossiers zijn terug.", aantal).format(aantal=aantal)
    if over:
        tekst += " " + _("{over} niet: ze zijn al verder gegaan, gesloten, of de collega is weg.").format(over=over)
    messages.success(request, tekst)
    return redirect("dossiers:verdelingen")
