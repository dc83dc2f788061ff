"""The desk: record a request in two minutes, judge what came in, and signals."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from werklandschap.kern.basis.acties import vereis
from werklandschap.kern.basis.fouten import Invoerfout, fouten_op
from werklandschap.kern.dossiers.duplicaten import Kandidaatdubbel
from werklandschap.kern.dossiers.fouten import BekendBsn, MogelijkDubbel
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.pagina import dossier_om_te_wijzigen, gebruiker_van, toon_dossierpagina
from werklandschap.kern.dossiers.queries import dossier_van_verzoek
from werklandschap.kern.dossiers.rules import mag_melden
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.werkzoekende.melding import actions, queries, rules
from werklandschap.werkzoekende.melding.forms import Meldformulier, Signaalformulier
from werklandschap.werkzoekende.melding.gegevens import uit_tekst
from werklandschap.werkzoekende.melding.models import WachtendeMelding


@never_cache
@require_http_methods(["GET", "POST"])
def melding(request: HttpRequest) -> HttpResponse:
    """One page. Who may be known is shown before anything is saved."""
    gebruiker = gebruiker_van(request)
    vereis(mag_melden(gebruiker))
    begin = {"kanaal": request.GET.get("kanaal", "balie")}
    formulier = Meldformulier(
        request.POST or None, initial=begin, met_bsn=gebruiker.heeft(Recht.BSN_ZIEN), gemeente=_gemeente(request)
    )
    dubbelen: list[Kandidaatdubbel] = []
    if request.method == "POST" and formulier.is_valid():
        try:
            dossier = _neem_op(request, formulier)
        except MogelijkDubbel as fout:
            dubbelen = fout.kandidaten
        except BekendBsn as fout:
            formulier.zet_fouten(fout.fouten)
            dubbelen = queries.zoek_bekenden(formulier.gegevens(), _gemeente(request))
        except Invoerfout as fout:
            formulier.zet_fouten(fout.fouten)
        else:
            return _naar_dossier(request, dossier)
    return render(request, "werkzoekende_melding/melding.html", {"formulier": formulier, "dubbelen": dubbelen})


def _gemeente(request: HttpRequest) -> Any:
    gemeente = gebruiker_van(request).gemeente
    assert gemeente is not None  # every colleague has one: a constraint of the database
    return gemeente


def _neem_op(request: HttpRequest, formulier: Meldformulier) -> Dossier:
    """Save as a new person, or with the dossier of the one who was recognised."""
    gebruiker = gebruiker_van(request)
    if request.POST.get("zelfde", "").isdigit():
        bekend = dossier_om_te_wijzigen(request, int(request.POST["zelfde"]))
        return actions.meld_opnieuw(dossier=bekend, gegevens=formulier.melding(), door=gebruiker)
    return actions.meld(
        gegevens=formulier.melding(),
        gemeente=_gemeente(request),
        door=gebruiker,
        andere_persoon="andere_persoon" in request.POST,
        verantwoordelijke=gebruiker if formulier.cleaned_data["ik"] else None,
    )


def _naar_dossier(request: HttpRequest, dossier: Dossier) -> HttpResponse:
    """To the page of the person, with the code for the question afterwards. Recording is the reason to read it."""
    code = actions.vraag_terugkoppeling(dossier=dossier, door=gebruiker_van(request))
    redenen = request.session.get("leesredenen", {})
    request.session["leesredenen"] = {**redenen, str(dossier.pk): str(_("Melding opgenomen"))}
    tekst = _("De melding is bewaard. Geef de klant deze code mee voor een reactie achteraf: {code}")
    messages.success(request, tekst.format(code=code))
    return redirect("dossiers:dossier", dossier.pk)


@never_cache
@require_http_methods(["GET", "POST"])
def beoordelen(request: HttpRequest, melding: uuid.UUID) -> HttpResponse:
    """A public request from somebody we may know: the same person, or somebody new."""
    rij = get_object_or_404(
        WachtendeMelding.objects.voor(gebruiker_van(request)).select_related(
            "lijkt_op__werkzoekende", "lijkt_op__keten", "lijkt_op__gemeente", "lijkt_op__verantwoordelijke"
        ),
        pk=melding,
    )
    if request.method == "POST":
        zelfde = rij.lijkt_op if request.POST.get("keuze") == "zelfde" else None
        dossier = actions.beoordeel_wachtende(melding=rij, zelfde_als=zelfde, door=gebruiker_van(request))
        return _naar_dossier(request, dossier)
    gegevens = uit_tekst(rij.gegevens)
    context = {
        "melding": rij,
        "gegevens": gegevens,
        "bekend": rij.lijkt_op.werkzoekende,
        "wacht": rij.status == WachtendeMelding.Status.WACHT,
    }
    return render(request, "werkzoekende_melding/beoordelen.html", context)


@require_http_methods(["GET", "POST"])
def signalen(request: HttpRequest, nummer: int) -> HttpResponse:
    """Signals of one person, and adding one."""
    if request.method == "GET":
        dossier = dossier_van_verzoek(request, nummer, onderdeel="signalen")
        return _toon_signalen(request, dossier, Signaalformulier(gemeente=dossier.gemeente))
    dossier = dossier_om_te_wijzigen(request, nummer)
    formulier = Signaalformulier(request.POST, gemeente=dossier.gemeente)
    if formulier.is_valid():
        with fouten_op(formulier):
            actions.meld_signaal(dossier=dossier, door=gebruiker_van(request), **formulier.cleaned_data)
            messages.success(request, _("Het signaal staat erbij. Er is een taak gemaakt."))
            return redirect("werkzoekende_melding:signalen", dossier.pk)
    return _toon_signalen(request, dossier, formulier)


def _toon_signalen(request: HttpRequest, dossier: Dossier, formulier: Signaalformulier) -> HttpResponse:
    gebruiker = gebruiker_van(request)
    context = {
        "formulier": formulier,
        "regels": queries.signalen_van(dossier, gebruiker),
        "mag_bewerken": rules.mag_signaal_melden(gebruiker, dossier),
    }
    return toon_dossierpagina(request, dossier, "werkzoekende_melding/signalen.html", context)


@require_POST
def signaal_klaar(request: HttpRequest, nummer: int, signaal: int) -> HttpResponse:
    """Somebody acted on the signal."""
    dossier = dossier_om_te_wijzigen(request, nummer)
    rij = get_object_or_404(dossier.signalen.select_related("dossier__keten"), pk=signaal)
    actions.handel_signaal_af(signaal=rij, door=gebruiker_van(request))
    messages.success(request, _("Afgehandeld. De taak is ook klaar."))
    return redirect("werkzoekende_melding:signalen", dossier.pk)
