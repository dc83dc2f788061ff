"""Trainings of a company and the sector plans of the region."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from werklandschap.kern.basis.acties import vereis
from werklandschap.kern.basis.catalogus import naam_van
from werklandschap.kern.basis.fouten import Invoerfout, fouten_op
from werklandschap.kern.relaties.catalogi import sectoren
from werklandschap.kern.relaties.pagina import gebruiker_van, toon_relatiepagina, werkgever_van_verzoek
from werklandschap.kern.relaties.rules import mag_werkgever_maken
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.werkgever.opleiden import actions
from werklandschap.werkgever.opleiden.catalogi import trainingen
from werklandschap.werkgever.opleiden.forms import Behaaldformulier, Sectorplanformulier, Trainingformulier
from werklandschap.werkgever.opleiden.models import Sectorplan

PER_PAGINA = 25


@require_http_methods(["GET", "POST"])
def opleiden(request: HttpRequest, nummer: int) -> HttpResponse:
    """Who followed what, until when; and what can be followed."""
    gebruiker, werkgever = gebruiker_van(request), werkgever_van_verzoek(request, nummer)
    formulier = Trainingformulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            actions.leg_training_vast(werkgever=werkgever, door=gebruiker, **formulier.cleaned_data)
            messages.success(request, _("De training staat erbij."))
            return redirect("werkgever_opleiden:opleiden", werkgever.pk)
    soorten = trainingen()
    plannen = Sectorplan.objects.filter(regio=werkgever.gemeente.regio_id, sector__in={"", werkgever.sector})
    context = {
        "formulier": formulier,
        "deelnames": [(rij, naam_van(soorten, rij.training)) for rij in werkgever.trainingen.all()],
        "trainingen": soorten,
        "sectorplannen": list(plannen.exclude(tot__lt=timezone.localdate())),
        "vandaag": timezone.localdate(),
    }
    return toon_relatiepagina(request, werkgever, "werkgever_opleiden/opleiden.html", context)


@require_POST
def afronden(request: HttpRequest, nummer: int, deelname: int) -> HttpResponse:
    """A planned training was followed."""
    werkgever = werkgever_van_verzoek(request, nummer)
    rij = get_object_or_404(werkgever.trainingen.select_related("werkgever"), pk=deelname)
    formulier = Behaaldformulier(request.POST)
    if not formulier.is_valid():
        messages.error(request, _("Vul in wanneer de training was."))
        return redirect("werkgever_opleiden:opleiden", werkgever.pk)
    try:
        actions.rond_training_af(deelname=rij, door=gebruiker_van(request), **formulier.cleaned_data)
    except Invoerfout as fout:
        messages.error(request, " ".join(fout.fouten.values()))
    else:
        messages.success(request, _("{naam} heeft de training gevolgd.").format(naam=rij.naam))
    return redirect("werkgever_opleiden:opleiden", werkgever.pk)


@require_http_methods(["GET", "POST"])
def sectorplannen(request: HttpRequest) -> HttpResponse:
    """The sector plans of the region, and a new one."""
    gebruiker = gebruiker_van(request)
    vereis(gebruiker.heeft(Recht.RELATIES_LEZEN))
    assert gebruiker.gemeente is not None
    formulier = Sectorplanformulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            actions.voeg_sectorplan_toe(door=gebruiker, **formulier.cleaned_data)
            messages.success(request, _("Het plan staat erbij."))
            return redirect("werkgever_opleiden:sectorplannen")
    rijen = Sectorplan.objects.filter(regio=gebruiker.gemeente.regio_id)
    pagina = Paginator(rijen, PER_PAGINA).get_page(request.GET.get("pagina"))
    context = {
        "formulier": formulier,
        "pagina": pagina,
        "plannen": [(plan, naam_van(sectoren(), plan.sector) if plan.sector else "") for plan in pagina],
        "mag_maken": mag_werkgever_maken(gebruiker),
    }
    return render(request, "werkgever_opleiden/sectorplannen.html", context)
