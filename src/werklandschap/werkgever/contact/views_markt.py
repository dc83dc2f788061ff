"""Pages of the regional plan."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from werklandschap.kern.basis.acties import vereis
from werklandschap.kern.basis.catalogus import naam_van
from werklandschap.kern.basis.fouten import fouten_op
from werklandschap.kern.relaties.catalogi import sectoren
from werklandschap.kern.relaties.pagina import gebruiker_van
from werklandschap.kern.relaties.rules import mag_werkgever_maken
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.werkgever.contact import marktbeeld, marktplan
from werklandschap.werkgever.contact.catalogi import kanssoorten
from werklandschap.werkgever.contact.forms_markt import (
    Marktdoelformulier,
    Marktfilter,
    Marktplanformulier,
    Partnerkeuze,
    Resultaatformulier,
)
from werklandschap.werkgever.contact.models import Marktdoel

PER_PAGINA = 25


@require_GET
def plan(request: HttpRequest) -> HttpResponse:
    """Which companies should be in our network, who approaches them, and how far the region is."""
    gebruiker = gebruiker_van(request)
    vereis(gebruiker.heeft(Recht.RELATIES_LEZEN))
    verdeling = request.GET.get("per", "")
    verdeling = verdeling if verdeling in marktbeeld.VERDELINGEN else marktbeeld.VERDELINGEN[0]
    vandaag = timezone.localdate()
    filter_ = Marktfilter(request.GET)
    rijen = marktbeeld.doelen_van(gebruiker)
    if filter_.is_valid():
        keuze = filter_.cleaned_data
        rijen = rijen.filter(naam__icontains=keuze["q"]) if keuze["q"] else rijen
        rijen = rijen.filter(**{naam: keuze[naam] for naam in marktbeeld.VERDELINGEN if keuze[naam]})
        rijen = rijen.in_stand(keuze["stand"], vandaag)
    pagina = Paginator(rijen, PER_PAGINA).get_page(request.GET.get("pagina"))
    context = {
        "pagina": pagina,
        "regels": [_regel(doel, gebruiker) for doel in pagina],
        "filter": filter_,
        "beeld": marktbeeld.marktbeeld(gebruiker, verdeling, vandaag),
        "verdelingen": [
            (f"?per={code}", naam, code == verdeling)
            for code, naam in zip(marktbeeld.VERDELINGEN, (_("Sector"), _("Grootte"), _("Kans")), strict=True)
        ],
        "mag_bewerken": mag_werkgever_maken(gebruiker),
    }
    return render(request, "werkgever_contact/marktplan.html", context)


def _regel(doel: Marktdoel, gebruiker: Gebruiker) -> dict[str, object]:
    vandaag = timezone.localdate()
    stand = doel.stand_op(vandaag)
    return {
        "doel": doel,
        "sector": naam_van(sectoren(), doel.sector) if doel.sector else "",
        "kans": naam_van(kanssoorten(), doel.kans) if doel.kans else "",
        "stand": marktbeeld.standnamen()[stand],
        "badge": marktbeeld.STANDBADGES[stand],
        "bezig": stand == "bezig",
        "in_netwerk": stand == "netwerk",
        "bezet_tot": doel.bezet_tot(gebruiker, vandaag),
        "van_mij": stand == "bezig" and doel.wie_id == gebruiker.pk,
    }


def _doel(request: HttpRequest, nummer: int) -> tuple[Gebruiker, Marktdoel]:
    """A company of the plan of the region, for who may work with it."""
    gebruiker = gebruiker_van(request)
    doel = get_object_or_404(Marktdoel.objects.voor(gebruiker).select_related("werkgever__keten"), pk=nummer)
    vereis(mag_werkgever_maken(gebruiker))
    return gebruiker, doel


@require_GET
def plannen(request: HttpRequest) -> HttpResponse:
    """Every plan of the region: its time, how far it came, with whom and by whom it was made."""
    gebruiker = gebruiker_van(request)
    vereis(gebruiker.heeft(Recht.RELATIES_LEZEN))
    context = {
        "regels": marktbeeld.planregels(gebruiker, timezone.localdate()),
        "mag_bewerken": mag_werkgever_maken(gebruiker),
    }
    return render(request, "werkgever_contact/marktplannen.html", context)


@require_http_methods(["GET", "POST"])
def instellen(request: HttpRequest) -> HttpResponse:
    """The period, the goals and the partners of a plan: the one of today, another (`plan`), or the next (`vervolg`)."""
    gebruiker = gebruiker_van(request)
    vereis(mag_werkgever_maken(gebruiker))
    nummer, vervolg = request.GET.get("plan", ""), "vervolg" in request.GET
    huidig = marktbeeld.plan_op(gebruiker, timezone.localdate())
    if nummer.isdecimal():
        huidig = marktbeeld.plan_met_nummer(gebruiker, int(nummer))
        if huidig is None:
            raise Http404
    formulier = Marktplanformulier(request.POST or None, gebruiker=gebruiker, plan=huidig, vervolg=vervolg)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            bewaard = marktplan.bewaar_marktplan(door=gebruiker, **formulier.velden())
            messages.success(request, _("Het plan van de regio is bewaard."))
            nu = marktbeeld.plan_op(gebruiker, timezone.localdate())
            return redirect("werkgever_contact:marktplan" if bewaard == nu else "werkgever_contact:marktplannen")
    titel = _("Een nieuw plan") if vervolg else _("Doel en partners van het plan")
    return _toon(request, formulier, titel)


def _toon(request: HttpRequest, formulier: object, titel: str, **context: object) -> HttpResponse:
    return render(request, "werkgever_contact/marktdoel.html", {"formulier": formulier, "titel": titel, **context})


@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest) -> HttpResponse:
    """Another company in the plan."""
    gebruiker = gebruiker_van(request)
    vereis(mag_werkgever_maken(gebruiker))
    formulier = Marktdoelformulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            marktplan.zet_op_marktplan(gegevens=formulier.gegevens(), door=gebruiker)
            messages.success(request, _("Het bedrijf staat in het plan."))
            return redirect("werkgever_contact:marktplan")
    return _toon(request, formulier, _("Bedrijf toevoegen"))


@require_http_methods(["GET", "POST"])
def wijzig(request: HttpRequest, doel: int) -> HttpResponse:
    """Another sector, size, chance or reason; or away with it."""
    gebruiker, rij = _doel(request, doel)
    begin = {naam: getattr(rij, naam) for naam in ("naam", "sector", "grootte", "kans", "waarom")}
    formulier = Marktdoelformulier(request.POST or None, initial=begin)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            marktplan.wijzig_marktdoel(doel=rij, gegevens=formulier.gegevens(), versie=None, door=gebruiker)
            messages.success(request, _("Het plan is aangepast."))
            return redirect("werkgever_contact:marktplan")
    weg = rij if rij.stand_op(timezone.localdate()) == "open" else None
    return _toon(request, formulier, _("Bedrijf aanpassen"), weg=weg)


@require_POST
def weg(request: HttpRequest, doel: int) -> HttpResponse:
    """Out of the plan."""
    gebruiker, rij = _doel(request, doel)
    marktplan.haal_van_marktplan(doel=rij, door=gebruiker)
    messages.success(request, _("{naam} staat niet meer in het plan.").format(naam=rij.naam))
    return redirect("werkgever_contact:marktplan")


@require_POST
def benader(request: HttpRequest, doel: int) -> HttpResponse:
    """I approach this company."""
    gebruiker, rij = _doel(request, doel)
    marktplan.benader(doel=rij, door=gebruiker)
    messages.success(request, _("U benadert {naam}. Collega's zien dat.").format(naam=rij.naam))
    return redirect("werkgever_contact:marktplan")


@require_http_methods(["GET", "POST"])
def partner(request: HttpRequest, doel: int) -> HttpResponse:
    """UWV, the service point or Economic Affairs approaches this company."""
    gebruiker, rij = _doel(request, doel)
    formulier = Partnerkeuze(request.POST or None, gebruiker=gebruiker)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            marktplan.benader(doel=rij, door=gebruiker, partner=formulier.cleaned_data["partner"])
            messages.success(request, _("Afgesproken. Collega's zien wie {naam} benadert.").format(naam=rij.naam))
            return redirect("werkgever_contact:marktplan")
    return _toon(request, formulier, _("Een partner benadert {naam}").format(naam=rij.naam))


@require_http_methods(["GET", "POST"])
def resultaat(request: HttpRequest, doel: int) -> HttpResponse:
    """What it brought."""
    gebruiker, rij = _doel(request, doel)
    formulier = Resultaatformulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            rij = marktplan.leg_resultaat_vast(doel=rij, door=gebruiker, **formulier.cleaned_data)
            messages.success(request, _("Het resultaat is bewaard."))
            return redirect("werkgever_contact:marktplan")
    return _toon(request, formulier, _("Resultaat bij {naam}").format(naam=rij.naam))
