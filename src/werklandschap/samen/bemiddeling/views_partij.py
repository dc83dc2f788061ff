"""Several rows at once, a person for an employer without a vacancy, reminders, and private parties."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from werklandschap.kern.basis.acties import vereis
from werklandschap.kern.basis.fouten import Invoerfout, fouten_op
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.relaties.rules import mag_werkgever_bewerken
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.ontwerp.formulieren import Basisformulier
from werklandschap.samen.bemiddeling import queries, rules
from werklandschap.samen.bemiddeling.aanbod import bied_aan
from werklandschap.samen.bemiddeling.begeleiding import (
    herinner_werkgever,
    leg_afspraak_met_partij_vast,
    voer_reeks_uit,
)
from werklandschap.samen.bemiddeling.forms import Aanbodbijformulier, Aanbodformulier, Partijformulier, Reeksformulier
from werklandschap.samen.bemiddeling.models import Bemiddelingsafspraak, Voordracht
from werklandschap.samen.bemiddeling.pagina import gebruiker_van, veilig_terug, voordracht_van_medewerker


@require_POST
def reeks(request: HttpRequest) -> HttpResponse:
    """The same step for the rows that were ticked; who is refused is named with the reason, nothing typed is lost."""
    gebruiker = gebruiker_van(request)
    vereis(gebruiker.heeft(Recht.VOORDRAGEN))
    nummers = {int(n) for n in request.POST.getlist("nummer") if n.isdecimal()}
    rijen = list(queries.met_namen(Voordracht.objects.voor(gebruiker).filter(pk__in=nummers)))
    formulier = Reeksformulier(request.POST)
    lijst = veilig_terug(request, reverse("samen_bemiddeling:lijst"))
    if not rijen:
        messages.error(request, _("Kies eerst een of meer kandidaten."))
        return HttpResponseRedirect(lijst)
    if formulier.is_valid():
        velden = formulier.cleaned_data
        with fouten_op(formulier):
            uitslag = voer_reeks_uit(wat=velden["wat"], rijen=rijen, door=gebruiker, tekst=velden["tekst"])
            aantal = uitslag.gedaan
            if aantal:
                klaar = ngettext("{aantal} voordracht gedaan.", "{aantal} voordrachten gedaan.", aantal)
                messages.success(request, klaar.format(aantal=aantal))
            for rij, waarom in uitslag.geweigerd:
                messages.warning(request, f"{rij.dossier.werkzoekende.naam}: {waarom}")
            return HttpResponseRedirect(lijst)
    context = {"rijen": rijen, "formulier": formulier, "terug": lijst}
    return render(request, "samen_bemiddeling/reeks.html", context, status=422)


@require_POST
def herinneren(request: HttpRequest, nummer: int) -> HttpResponse:
    """Ask the employer for an answer."""
    rij = voordracht_van_medewerker(request, nummer)
    gebruiker = gebruiker_van(request)
    vereis(rules.mag_voordracht_bewerken(gebruiker, rij))
    try:
        herinner_werkgever(voordracht=rij, door=gebruiker)
    except Invoerfout as fout:
        messages.error(request, str(fout))
    else:
        messages.success(request, _("De werkgever krijgt een herinnering."))
    return redirect("samen_bemiddeling:voordracht", nummer=rij.pk)


@require_http_methods(["GET", "POST"])
def aanbieden(request: HttpRequest, dossier: int) -> HttpResponse:
    """Propose a person to an employer who has no vacancy."""
    gebruiker = gebruiker_van(request)
    vereis(gebruiker.heeft(Recht.VOORDRAGEN))
    rijen = Dossier.objects.filter(gemeente=gebruiker.gemeente_id).select_related("werkzoekende", "keten", "gemeente")
    mens = get_object_or_404(rijen, pk=dossier)
    formulier = Aanbodformulier(request.POST or None, gebruiker=gebruiker)
    titel = _("Open voorstel voor {naam}").format(naam=mens.werkzoekende.naam)
    return _open_voorstel(request, formulier, titel, reverse("dossiers:dossier", args=[mens.pk]), dossier=mens)


@require_http_methods(["GET", "POST"])
def aanbieden_bij(request: HttpRequest, werkgever: int) -> HttpResponse:
    """The same, from the employer: choose the person."""
    gebruiker = gebruiker_van(request)
    rijen = Werkgever.objects.voor(gebruiker).filter(gemeente=gebruiker.gemeente_id).select_related("keten", "gemeente")
    bedrijf = get_object_or_404(rijen, pk=werkgever)
    vereis(gebruiker.heeft(Recht.VOORDRAGEN))
    formulier = Aanbodbijformulier(request.POST or None, gebruiker=gebruiker)
    titel = _("Stel iemand voor aan {naam}").format(naam=bedrijf.naam)
    return _open_voorstel(request, formulier, titel, reverse("relaties:relatie", args=[bedrijf.pk]), werkgever=bedrijf)


def _open_voorstel(
    request: HttpRequest, formulier: Basisformulier, titel: str, terug: str, **vast: Any
) -> HttpResponse:
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            rij = bied_aan(door=gebruiker_van(request), **vast, **formulier.cleaned_data)
            messages.success(request, _("Het voorstel staat klaar. Vraag nu de kandidaat."))
            return redirect("samen_bemiddeling:voordracht", nummer=rij.pk)
    context = {
        "formulier": formulier,
        "titel": titel,
        "uitleg": _("Het bedrijf heeft geen vacature. De kandidaat zegt eerst ja, en dan pas hoort het bedrijf het."),
        "knop": _("Maak het voorstel"),
        "terug_url": terug,
    }
    return render(request, "samen_bemiddeling/los_formulier.html", context, status=422 if formulier.errors else 200)


@require_http_methods(["GET", "POST"])
def partij(request: HttpRequest, werkgever: int) -> HttpResponse:
    """What is agreed with a private party."""
    gebruiker = gebruiker_van(request)
    relatie = get_object_or_404(Werkgever.objects.voor(gebruiker).select_related("keten"), pk=werkgever)
    vereis(mag_werkgever_bewerken(gebruiker, relatie))
    rij = Bemiddelingsafspraak.objects.filter(werkgever=relatie).first()
    velden = ("soort", "afspraken", "van", "tot", "versie")
    begin = {naam: getattr(rij, naam) for naam in velden} if rij else {}
    formulier = Partijformulier(request.POST or None, initial=begin)
    terug = reverse("relaties:relatie", args=[relatie.pk])
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            leg_afspraak_met_partij_vast(werkgever=relatie, door=gebruiker, **formulier.cleaned_data)
            messages.success(request, _("De afspraken staan erbij."))
            return HttpResponseRedirect(terug)
    context = {
        "formulier": formulier,
        "titel": _("Afspraken met {naam}").format(naam=relatie.naam),
        "uitleg": _(
            "Voor een uitzendbureau of een andere private partij. "
            "Gelden de afspraken niet, dan stelt u hier niemand voor."
        ),
        "knop": _("Bewaar de afspraken"),
        "terug_url": terug,
    }
    return render(request, "samen_bemiddeling/los_formulier.html", context, status=422 if formulier.errors else 200)
