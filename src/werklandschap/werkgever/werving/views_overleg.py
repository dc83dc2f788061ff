"""The pages of the matching consultation."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from werklandschap.kern.basis.acties import vereis
from werklandschap.kern.basis.catalogus import naam_van
from werklandschap.kern.basis.fouten import Invoerfout, fouten_op
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.profielen.werkprofielpagina import gebruiker_van, werkprofiel_van_verzoek
from werklandschap.werkgever.werving import overleg as acties
from werklandschap.werkgever.werving import rules
from werklandschap.werkgever.werving.catalogi import redenen_niet
from werklandschap.werkgever.werving.forms import Besluitformulier, Bestaandoverlegformulier, Overlegformulier
from werklandschap.werkgever.werving.models import Overleg, Overlegkandidaat
from werklandschap.werkgever.werving.zoekmens import dossier_van

PER_PAGINA = 25
BESLUITBADGE: dict[str, str] = {
    "voordragen": "goed",
    "voorbereiden": "bezig",
    "uitzoeken": "let_op",
    "niet": "neutraal",
}


@dataclass(frozen=True)
class Kandidaatregel:
    """A candidate as this participant sees them: `naam` is empty until they asked for it and may."""

    kandidaat: Overlegkandidaat
    naam: str
    mag_naam: bool
    badge: str
    reden: str
    formulier: Besluitformulier


@require_GET
def lijst(request: HttpRequest) -> HttpResponse:
    """Meetings, the newest first."""
    gebruiker = gebruiker_van(request)
    vereis(rules.kan_deelnemen(gebruiker))
    pagina = Paginator(Overleg.objects.voor(gebruiker), PER_PAGINA).get_page(request.GET.get("pagina"))
    context = {"pagina": pagina, "mag_plannen": rules.mag_overleg_plannen(gebruiker)}
    return render(request, "werkgever_werving/overleggen.html", context)


@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest) -> HttpResponse:
    """Call partners together."""
    gebruiker = gebruiker_van(request)
    vereis(rules.mag_overleg_plannen(gebruiker))
    begin = {"werkprofielen": request.GET.getlist("werkprofiel")}
    formulier = Overlegformulier(request.POST or None, gebruiker=gebruiker, initial=begin)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            rij = acties.plan_overleg(door=gebruiker, **formulier.cleaned_data)
            messages.success(request, _("Het overleg staat klaar. Breng nu kandidaten in."))
            return redirect("werkgever_werving:overleg", rij.pk)
    return render(request, "werkgever_werving/overleg_nieuw.html", {"formulier": formulier})


@require_http_methods(["GET", "POST"])
def wijzig(request: HttpRequest, nummer: int) -> HttpResponse:
    """Another time, or somebody more."""
    gebruiker = gebruiker_van(request)
    rij = get_object_or_404(Overleg.objects.voor(gebruiker), pk=nummer, afgerond_op=None)
    vereis(rules.mag_overleg_leiden(gebruiker, rij))
    formulier = Bestaandoverlegformulier(request.POST or None, gebruiker=gebruiker, overleg=rij)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            gegevens = {**formulier.cleaned_data}
            acties.wijzig_overleg(overleg=rij, verwacht=gegevens.pop("versie"), door=gebruiker, **gegevens)
            messages.success(request, _("Het overleg is aangepast."))
            return redirect("werkgever_werving:overleg", rij.pk)
    return render(request, "werkgever_werving/overleg_nieuw.html", {"formulier": formulier, "overleg": rij})


@require_GET
def overleg(request: HttpRequest, nummer: int) -> HttpResponse:
    """One meeting: per job the candidates as numbers, what they can, and what was decided."""
    return _toon_overleg(request, nummer)


def _toon_overleg(request: HttpRequest, nummer: int, getypt: Besluitformulier | None = None) -> HttpResponse:
    """The page; with `getypt` a decision that was refused stands there as it was typed."""
    gebruiker = gebruiker_van(request)
    rij = get_object_or_404(Overleg.objects.voor(gebruiker).select_related("gemeente"), pk=nummer)
    kandidaten = rij.kandidaten.select_related("dossier__werkzoekende", "ingebracht_door__gemeente", "besloten_door")
    bekend = set(rij.kandidaten.filter(onthullingen__door=gebruiker).values_list("pk", flat=True))
    per_profiel: dict[int, list[Kandidaatregel]] = {}
    for kandidaat in kandidaten:
        regel = _regel(kandidaat, kandidaat.pk in bekend, request, getypt)
        per_profiel.setdefault(kandidaat.werkprofiel_id, []).append(regel)
    profielen = rij.werkprofielen.select_related("werkgever").order_by("werkgever__naam", "titel", "pk")
    context = {
        "overleg": rij,
        "groepen": [(profiel, per_profiel.get(profiel.pk, [])) for profiel in profielen],
        "deelnemers": list(rij.deelnemers.select_related("gemeente", "partnerorganisatie").order_by("naam", "pk")),
        "mag_leiden": rules.mag_overleg_leiden(gebruiker, rij),
        "mag_inbrengen": rules.mag_overleg_plannen(gebruiker),
    }
    return render(request, "werkgever_werving/overleg.html", context, status=422 if getypt else 200)


def _regel(
    kandidaat: Overlegkandidaat, bekend: bool, request: HttpRequest, getypt: Besluitformulier | None
) -> Kandidaatregel:
    mag = rules.mag_naam_zien(gebruiker_van(request), kandidaat)
    begin = {"besluit": kandidaat.besluit, "reden": kandidaat.reden, "toelichting": kandidaat.toelichting}
    return Kandidaatregel(
        kandidaat=kandidaat,
        naam=kandidaat.dossier.werkzoekende.naam if bekend and mag else "",
        mag_naam=mag,
        badge=BESLUITBADGE.get(kandidaat.besluit, "info"),
        reden=naam_van(redenen_niet(), kandidaat.reden) if kandidaat.reden else "",
        formulier=getypt
        if getypt is not None and getypt.prefix == f"k{kandidaat.pk}"
        else Besluitformulier(initial=begin, prefix=f"k{kandidaat.pk}"),
    )


def _kandidaat(request: HttpRequest, nummer: int, kandidaat: int) -> Overlegkandidaat:
    rij = get_object_or_404(Overleg.objects.voor(gebruiker_van(request)), pk=nummer)
    rijen = rij.kandidaten.select_related("overleg", "dossier__werkzoekende", "dossier__keten")
    return get_object_or_404(rijen, pk=kandidaat)


@require_POST
def naam(request: HttpRequest, nummer: int, kandidaat: int) -> HttpResponse:
    """Ask who it is."""
    acties.toon_naam(kandidaat=_kandidaat(request, nummer, kandidaat), door=gebruiker_van(request))
    return redirect("werkgever_werving:overleg", nummer)


@require_POST
def besluit(request: HttpRequest, nummer: int, kandidaat: int) -> HttpResponse:
    """Record a decision."""
    rij = _kandidaat(request, nummer, kandidaat)
    formulier = Besluitformulier(request.POST, prefix=f"k{rij.pk}")
    if formulier.is_valid():
        with fouten_op(formulier):
            acties.besluit(kandidaat=rij, door=gebruiker_van(request), **formulier.cleaned_data)
            messages.success(request, _("Het besluit over kandidaat {nummer} is bewaard.").format(nummer=rij.nummer))
            return redirect("werkgever_werving:overleg", nummer)
    return _toon_overleg(request, nummer, formulier)


@require_POST
def inbrengen(request: HttpRequest, nummer: int) -> HttpResponse:
    """From the list of candidates: put somebody in a meeting."""
    profiel: Werkprofiel = werkprofiel_van_verzoek(request, nummer)
    gebruiker = gebruiker_van(request)
    sleutel = request.POST.get("overleg", "")
    rij = get_object_or_404(Overleg.objects.voor(gebruiker), pk=int(sleutel) if sleutel.isdigit() else 0)
    dossier = dossier_van(gebruiker, request.POST.get("dossier", ""))
    try:
        kandidaat = acties.breng_in(overleg=rij, werkprofiel=profiel, dossier=dossier, door=gebruiker)
    except Invoerfout as fout:
        messages.error(request, " ".join(fout.fouten.values()))
    else:
        tekst = _("{naam} staat in {overleg} als kandidaat {nummer}, zonder naam.")
        wie = dossier.werkzoekende.naam
        messages.success(request, tekst.format(naam=wie, overleg=rij.naam, nummer=kandidaat.nummer))
    return redirect("werkgever_werving:kandidaten", profiel.pk)


@require_POST
def afronden(request: HttpRequest, nummer: int) -> HttpResponse:
    """Close the meeting."""
    gebruiker = gebruiker_van(request)
    acties.rond_af(overleg=get_object_or_404(Overleg.objects.voor(gebruiker), pk=nummer), door=gebruiker)
    messages.success(request, _("Het overleg is afgerond. De besluiten staan vast."))
    return redirect("werkgever_werving:overleg", nummer)
