"""The partner's own pages: what was handed over, with the least they need to know, and the answer."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from werklandschap.kern.basis.fouten import fouten_op
from werklandschap.kern.dossiers.models import Overdracht
from werklandschap.kern.dossiers.overdrachten import beantwoord_overdracht
from werklandschap.kern.plannen.actions import rond_stap_af
from werklandschap.kern.plannen.delen import schrijf_bij_gedeeld_plan
from werklandschap.kern.plannen.models import Doel, Plan, Plandeling, Stap
from werklandschap.kern.tijdlijn.leeslog import log_lezing
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.portaal.forms import Overdrachtantwoord, Partnerbericht
from werklandschap.portaal.toegang import gebruiker_met
from werklandschap.werkgever.werving.models import Overleg

PER_PAGINA = 25
# A withdrawn handover is nobody's business any more; a refused one stays as a line without its text.
ZICHTBAAR = (Overdracht.Status.AANGEBODEN, Overdracht.Status.GEACCEPTEERD)


@require_GET
def partner(request: HttpRequest) -> HttpResponse:
    """What waits for an answer first, then what was answered."""
    gebruiker = gebruiker_met(request, Recht.OVERDRACHTEN_ONTVANGEN)
    rijen = (
        Overdracht.objects.voor(gebruiker)
        .exclude(status=Overdracht.Status.INGETROKKEN)
        .select_related("dossier__gemeente", "dossier__werkzoekende", "van")
        .order_by("beantwoord_op", "antwoord_voor", "pk")
    )
    wachtend = list(rijen.filter(status=Overdracht.Status.AANGEBODEN))
    rest = rijen.exclude(status=Overdracht.Status.AANGEBODEN).order_by("-beantwoord_op", "-pk")
    pagina = Paginator(rest, PER_PAGINA).get_page(request.GET.get("pagina"))
    gedeeld = Plandeling.objects.voor(gebruiker).select_related("dossier__werkzoekende", "dossier__gemeente")
    overleggen = list(Overleg.objects.voor(gebruiker).filter(afgerond_op__isnull=True)[:PER_PAGINA])
    context = {"wachtend": wachtend, "pagina": pagina, "gedeeld": list(gedeeld), "overleggen": overleggen}
    return render(request, "portaal/partner.html", context)


@require_http_methods(["GET", "POST"])
def overdracht(request: HttpRequest, sleutel: int) -> HttpResponse:
    """One handover: read it, accept or refuse. Name and telephone are there once it is accepted."""
    gebruiker = gebruiker_met(request, Recht.OVERDRACHTEN_ONTVANGEN)
    rij = get_object_or_404(
        Overdracht.objects.voor(gebruiker)
        .filter(status__in=ZICHTBAAR)
        .select_related("dossier__keten", "dossier__gemeente", "dossier__werkzoekende", "van"),
        pk=sleutel,
    )
    log_lezing(keten=rij.dossier.keten, door=gebruiker, onderdeel="overdracht")
    formulier = Overdrachtantwoord(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        ja = formulier.cleaned_data["besluit"] == "ja"
        with fouten_op(formulier):
            beantwoord_overdracht(
                overdracht=rij, accepteren=ja, antwoord=formulier.cleaned_data["antwoord"], door=gebruiker
            )
            messages.success(request, _("U neemt dit over.") if ja else _("Uw antwoord is verstuurd."))
            return redirect("portaal:overdracht", rij.pk) if ja else redirect("portaal:partner")
    open_ = rij.status == Overdracht.Status.AANGEBODEN
    context = {"overdracht": rij, "formulier": formulier if open_ else None, "is_open": open_}
    return render(request, "portaal/overdracht.html", context, status=422 if formulier.errors else 200)


@require_http_methods(["GET", "POST"])
def gedeeld_plan(request: HttpRequest, sleutel: int) -> HttpResponse:
    """The goals a person shares with this partner; the partner writes a message here."""
    gebruiker = gebruiker_met(request, Recht.OVERDRACHTEN_ONTVANGEN)
    deling = _deling(gebruiker, sleutel)
    log_lezing(keten=deling.dossier.keten, door=gebruiker, onderdeel="gedeeld plan")
    formulier = Partnerbericht(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            schrijf_bij_gedeeld_plan(deling=deling, door=gebruiker, **formulier.cleaned_data)
            messages.success(request, _("Uw bericht is verstuurd. De klant kan het ook lezen."))
            return redirect("portaal:gedeeld_plan", deling.pk)
    context = {"deling": deling, "doelen": list(_doelen(deling)), "formulier": formulier}
    return render(request, "portaal/gedeeld_plan.html", context, status=422 if formulier.errors else 200)


@require_POST
def partnerstap(request: HttpRequest, sleutel: int, stap: int) -> HttpResponse:
    """The partner did this step."""
    gebruiker = gebruiker_met(request, Recht.OVERDRACHTEN_ONTVANGEN)
    deling = _deling(gebruiker, sleutel)
    welke = get_object_or_404(
        Stap.objects.filter(wie="partner", doel__in=_doelen(deling)).select_related("doel__plan"), pk=stap
    )
    welke.doel.plan.dossier = deling.dossier
    rond_stap_af(stap=welke, door=gebruiker)
    messages.success(request, _("Gedaan: {stap}").format(stap=welke.tekst))
    return redirect("portaal:gedeeld_plan", deling.pk)


def _deling(gebruiker: Gebruiker, sleutel: int) -> Plandeling:
    rijen = Plandeling.objects.voor(gebruiker).select_related(
        "dossier__keten",
        "dossier__werkzoekende",
        "dossier__gemeente",
        "dossier__verantwoordelijke",
        "partner",
        "toestemming",
    )
    return get_object_or_404(rijen, pk=sleutel)


def _doelen(deling: Plandeling) -> QuerySet[Doel]:
    """The shared goals of the version that counts, with their steps."""
    return deling.doelen.exclude(plan__status=Plan.Status.VERVANGEN).prefetch_related("stappen")
