"""Handing over, answering a handover, and making somebody responsible."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from werklandschap.kern.basis.fouten import fouten_op
from werklandschap.kern.dossiers import overdrachten, queries, rules
from werklandschap.kern.dossiers.actions import wijs_toe
from werklandschap.kern.dossiers.forms import Antwoordformulier, Overdrachtformulier, Toewijsformulier
from werklandschap.kern.dossiers.klantbericht import manier
from werklandschap.kern.dossiers.models import Dossier, Overdracht
from werklandschap.kern.dossiers.pagina import dossier_om_te_wijzigen, gebruiker_van, toon_dossierpagina
from werklandschap.kern.dossiers.queries import dossier_van_verzoek
from werklandschap.ontwerp.formulieren import Basisformulier


@require_http_methods(["GET", "POST"])
def overdragen(request: HttpRequest, nummer: int) -> HttpResponse:
    """Offer a handover; the running and earlier ones stand below."""
    if request.method == "GET":
        return _toon(request, dossier_van_verzoek(request, nummer, onderdeel="overdragen"))
    dossier = dossier_om_te_wijzigen(request, nummer)
    formulier = Overdrachtformulier(request.POST, dossier=dossier)
    if formulier.is_valid():
        with fouten_op(formulier):
            aanbod = overdrachten.bied_overdracht_aan(
                dossier=dossier, door=gebruiker_van(request), **formulier.cleaned_data
            )
            tekst = _("Aangeboden aan {naar}. U blijft verantwoordelijk tot het antwoord er is.")
            messages.success(request, tekst.format(naar=aanbod.naar))
            return redirect("dossiers:overdragen", dossier.pk)
    return _toon(request, dossier, formulier=formulier)


def _toon(request: HttpRequest, dossier: Dossier, **formulieren: Basisformulier) -> HttpResponse:
    gebruiker = gebruiker_van(request)
    alle = list(queries.overdrachten_met_alles(dossier.overdrachten.all()))
    for overdracht in alle:
        overdracht.dossier = dossier
    wachtend = [o for o in alle if o.status == Overdracht.Status.AANGEBODEN]
    context = {
        "formulier": formulieren.get("formulier")
        or Overdrachtformulier(dossier=dossier, initial={"onderwerp": request.GET.get("onderwerp", "")[:150]}),
        "toewijsformulier": formulieren.get("toewijzen")
        or Toewijsformulier(gemeente=dossier.gemeente, behalve=dossier.verantwoordelijke_id, auto_id="toe_%s"),
        "antwoordformulier": formulieren.get("antwoord") or Antwoordformulier(auto_id="antwoord_%s"),
        "manier": manier(dossier),
        "aan_mij": [o for o in wachtend if rules.mag_overdracht_beantwoorden(gebruiker, o)],
        "wachtend": [(o, rules.mag_overdracht_intrekken(gebruiker, o)) for o in wachtend],
        "eerdere": [o for o in alle if o.status != Overdracht.Status.AANGEBODEN],
        "mag_bewerken": rules.mag_dossier_bewerken(gebruiker, dossier),
        "mag_toewijzen": rules.mag_caseload_verdelen(gebruiker, dossier) and dossier.status == Dossier.Status.OPEN,
    }
    return toon_dossierpagina(request, dossier, "dossiers/overdragen.html", context)


@require_POST
def antwoord(request: HttpRequest, nummer: int, overdracht: int) -> HttpResponse:
    """A colleague accepts or refuses; partners do that on their own page."""
    dossier = dossier_om_te_wijzigen(request, nummer)
    rij = get_object_or_404(Overdracht.objects.voor(gebruiker_van(request)), pk=overdracht, dossier=dossier)
    accepteren = request.POST.get("keuze") == "accepteren"
    formulier = Antwoordformulier(request.POST, auto_id="antwoord_%s")
    if formulier.is_valid():
        with fouten_op(formulier):
            overdrachten.beantwoord_overdracht(
                overdracht=rij,
                accepteren=accepteren,
                door=gebruiker_van(request),
                antwoord=formulier.cleaned_data["antwoord"],
            )
            goed = _("U bent nu verantwoordelijk voor dit dossier.")
            niet = _("De ander krijgt bericht dat u niet overneemt.")
            messages.success(request, goed if accepteren else niet)
            return redirect("dossiers:dossier", dossier.pk) if accepteren else redirect("taken:mijn_dag")
    return _toon(request, dossier, antwoord=formulier)


@require_POST
def intrekken(request: HttpRequest, nummer: int, overdracht: int) -> HttpResponse:
    """Take an unanswered offer back."""
    dossier = dossier_om_te_wijzigen(request, nummer)
    rij = get_object_or_404(Overdracht.objects.voor(gebruiker_van(request)), pk=overdracht, dossier=dossier)
    overdrachten.trek_overdracht_in(overdracht=rij, door=gebruiker_van(request))
    messages.success(request, _("De overdracht is ingetrokken."))
    return redirect("dossiers:overdragen", dossier.pk)


@require_POST
def toewijzen(request: HttpRequest, nummer: int) -> HttpResponse:
    """Make a colleague responsible; "mij" in one click while nobody is."""
    dossier = dossier_om_te_wijzigen(request, nummer)
    gebruiker = gebruiker_van(request)
    gevraagd = {"naar": gebruiker.pk} if "mij" in request.POST else request.POST
    formulier = Toewijsformulier(gevraagd, gemeente=dossier.gemeente, auto_id="toe_%s")
    if formulier.is_valid():
        with fouten_op(formulier):
            wijs_toe(dossier=dossier, naar=formulier.cleaned_data["naar"], door=gebruiker)
            naam = formulier.cleaned_data["naar"].naam
            messages.success(request, _("{naam} is nu verantwoordelijk.").format(naam=naam))
            return redirect(_na_toewijzen(gebruiker, dossier))
    return _toon(request, dossier, toewijzen=formulier)


def _na_toewijzen(gebruiker: object, dossier: Dossier) -> str:
    """Back to the dossier of one's own; another's would first ask a reason."""
    eigen = dossier.verantwoordelijke == gebruiker
    return reverse("dossiers:dossier", args=[dossier.pk]) if eigen else reverse("dossiers:lijst")
