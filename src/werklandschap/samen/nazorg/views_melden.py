"""Reporting a problem from a link without an account, sending those links, and the log of talks about a problem."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from werklandschap.kern.basis.acties import vereis
from werklandschap.kern.basis.fouten import Invoerfout, fouten_op
from werklandschap.samen.nazorg import problemen, queries, rules
from werklandschap.samen.nazorg.forms import Gespreksformulier, Linkmelding
from werklandschap.samen.nazorg.meldlink import LinkKloptNiet, meld_via_link, melder_bij, stuur_meldlinks
from werklandschap.samen.nazorg.models import Probleem
from werklandschap.samen.nazorg.planning import nazorg_url
from werklandschap.samen.nazorg.views import te_bewerken
from werklandschap.samen.plaatsing.pagina import formulierpagina, gebruiker_van, plaatsing_van_medewerker


@login_not_required
@require_http_methods(["GET", "POST"])
def via_link(request: HttpRequest, code: str) -> HttpResponse:
    """The link in the mail: a short form, no account. The thanks come after everything was saved."""
    try:
        melder = melder_bij(code)
    except LinkKloptNiet as fout:
        raise Http404(_("Deze link klopt niet of geldt niet meer. Bel uw contact bij de gemeente.")) from fout
    formulier = Linkmelding(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        velden = {naam: formulier.cleaned_data[naam] for naam in ("soort", "urgentie", "tekst")}
        with fouten_op(formulier):
            if not formulier.is_machine:
                meld_via_link(code=code, door=None, **velden)
            return redirect("samen_nazorg:gemeld")
    context = {"formulier": formulier, "melder": melder}
    return render(request, "samen_nazorg/via_link.html", context, status=422 if formulier.errors else 200)


@login_not_required
@require_GET
def gemeld(request: HttpRequest) -> HttpResponse:
    """Thank you."""
    return render(request, "samen_nazorg/gemeld.html")


@require_POST
def meldlinks(request: HttpRequest, nummer: int) -> HttpResponse:
    """Mail client and employer their own link."""
    rij, gebruiker = te_bewerken(request, nummer)
    try:
        aantal = stuur_meldlinks(plaatsing=rij, adres=request.build_absolute_uri("/"), door=gebruiker)
    except Invoerfout as fout:
        messages.error(request, str(fout))
    else:
        zin = ngettext("{aantal} persoon krijgt bericht.", "{aantal} mensen krijgen bericht.", aantal)
        erbij = _("Wie liever post heeft, krijgt een brief. Die staat bij uw taken.")
        messages.success(request, f"{zin.format(aantal=aantal)} {erbij}")
    return redirect(nazorg_url(rij))


@require_http_methods(["GET", "POST"])
def gesprek(request: HttpRequest, nummer: int) -> HttpResponse:
    """Add a talk to the log of a problem."""
    gebruiker = gebruiker_van(request)
    vereis(gebruiker.is_medewerker)
    deze = get_object_or_404(queries.problemen_met_namen(Probleem.objects.voor(gebruiker)), pk=nummer)
    rij = plaatsing_van_medewerker(request, deze.plaatsing_id)
    vereis(rules.mag_nazorg_geven(gebruiker, rij))
    return formulierpagina(
        request,
        rij,
        Gespreksformulier(request.POST or None),
        titel=_("Leg een gesprek vast"),
        knop=_("Bewaar het gesprek"),
        klaar=_("Het gesprek staat erbij."),
        uitleg=_("De tijd om te antwoorden loopt door."),
        doe=lambda velden: problemen.leg_probleemgesprek_vast(probleem=deze, door=gebruiker, **velden),
        naar=reverse("samen_nazorg:probleem", args=[deze.pk]),
    )
