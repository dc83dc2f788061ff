"""Who somebody is, the BSN, the account, and the question for help."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from werklandschap.kern.basis.acties import vereis
from werklandschap.kern.basis.catalogus import naam_van
from werklandschap.kern.basis.fouten import Invoerfout, fouten_op
from werklandschap.kern.dossiers import actions, catalogi, rules
from werklandschap.kern.dossiers.forms import (
    Accountformulier,
    Doelgroepformulier,
    Hulpvraagformulier,
    Inkomenformulier,
    Persoonformulier,
)
from werklandschap.kern.dossiers.gegevens import gegevens_van
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.pagina import dossier_om_te_wijzigen, gebruiker_van, toon_dossierpagina
from werklandschap.kern.dossiers.queries import dossier_van_verzoek
from werklandschap.kern.tijdlijn.leeslog import log_lezing
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.formulieren import Basisformulier


@require_http_methods(["GET", "POST"])
def persoon(request: HttpRequest, nummer: int) -> HttpResponse:
    """Read and change the basic data; the BSN stays covered."""
    if request.method == "GET":
        dossier = dossier_van_verzoek(request, nummer, onderdeel="persoon")
        return _toon_persoon(request, dossier)
    dossier = dossier_om_te_wijzigen(request, nummer)
    gebruiker = gebruiker_van(request)
    formulier = Persoonformulier(
        request.POST, met_bsn=rules.mag_bsn_zien(gebruiker, dossier), heeft_bsn=_heeft_bsn(dossier)
    )
    if formulier.is_valid():
        with fouten_op(formulier):
            actions.wijzig_persoon(
                werkzoekende=dossier.werkzoekende,
                door=gebruiker,
                versie=formulier.cleaned_data["versie"],
                gegevens=formulier.gegevens(),
                wis_bsn=formulier.cleaned_data.get("wis_bsn", False),
            )
            messages.success(request, _("De gegevens zijn bewaard."))
            return redirect("dossiers:persoon", dossier.pk)
    return _toon_persoon(request, dossier, formulier=formulier)


def _heeft_bsn(dossier: Dossier) -> bool:
    return bool(dossier.werkzoekende.bsn_zoekwaarde)


def _toon_persoon(request: HttpRequest, dossier: Dossier, *, bsn: str = "", **extra: Any) -> HttpResponse:
    gebruiker = gebruiker_van(request)
    mag_bsn = rules.mag_bsn_zien(gebruiker, dossier)
    begin = {**gegevens_van(dossier.werkzoekende).__dict__, "versie": dossier.werkzoekende.versie}
    context = {
        "formulier": extra.get("formulier")
        or Persoonformulier(initial=begin, met_bsn=mag_bsn, heeft_bsn=_heeft_bsn(dossier)),
        "accountformulier": extra.get("accountformulier") or Accountformulier(auto_id="account_%s"),
        "mag_bsn": mag_bsn,
        "heeft_bsn": _heeft_bsn(dossier),
        "bsn": bsn,
        "mag_bewerken": rules.mag_dossier_bewerken(gebruiker, dossier),
        "mag_account": rules.mag_account_koppelen(gebruiker, dossier),
        "account": dossier.werkzoekende.account,
    }
    return toon_dossierpagina(request, dossier, "dossiers/persoon.html", context)


@never_cache
@require_POST
def bsn(request: HttpRequest, nummer: int) -> HttpResponse:
    """Uncover the BSN; that is logged."""
    dossier = dossier_om_te_wijzigen(request, nummer)
    gebruiker = gebruiker_van(request)
    vereis(rules.mag_bsn_zien(gebruiker, dossier))
    log_lezing(keten=dossier.keten, door=gebruiker, onderdeel="bsn")
    return _toon_persoon(request, dossier, bsn=dossier.werkzoekende.bsn or "")


@require_POST
def account(request: HttpRequest, nummer: int) -> HttpResponse:
    """Link a resident's account."""
    dossier = dossier_om_te_wijzigen(request, nummer)
    formulier = Accountformulier(request.POST, auto_id="account_%s")
    if formulier.is_valid():
        gevonden = Gebruiker.objects.filter(email=formulier.cleaned_data["account"].lower()).first()
        with fouten_op(formulier):
            if gevonden is None:
                raise Invoerfout({"account": _("Er is geen account met dit e-mailadres.")})
            actions.koppel_account(werkzoekende=dossier.werkzoekende, account=gevonden, door=gebruiker_van(request))
            messages.success(request, _("Het account is gekoppeld."))
            return redirect("dossiers:persoon", dossier.pk)
    return _toon_persoon(request, dossier, accountformulier=formulier)


@require_http_methods(["GET", "POST"])
def hulpvraag(request: HttpRequest, nummer: int) -> HttpResponse:
    """The question for help, the legal group, and the linked income application: three small forms."""
    if request.method == "GET":
        return _toon_hulpvraag(request, dossier_van_verzoek(request, nummer, onderdeel="hulpvraag"))
    dossier = dossier_om_te_wijzigen(request, nummer)
    onderdeel = request.POST.get("onderdeel", "hulpvraag")
    klasse, bewaar = _ONDERDELEN.get(onderdeel, _ONDERDELEN["hulpvraag"])
    formulier = klasse(request.POST, auto_id=f"{onderdeel}_%s")
    if formulier.is_valid():
        with fouten_op(formulier):
            bewaar(dossier, gebruiker_van(request), formulier.cleaned_data)
            messages.success(request, _("Bewaard."))
            return redirect("dossiers:hulpvraag", dossier.pk)
    return _toon_hulpvraag(request, dossier, **{onderdeel: formulier})


def _bewaar_hulpvraag(dossier: Dossier, door: Gebruiker, data: dict[str, Any]) -> None:
    actions.wijzig_hulpvraag(dossier=dossier, door=door, **data)


def _bewaar_doelgroep(dossier: Dossier, door: Gebruiker, data: dict[str, Any]) -> None:
    actions.zet_doelgroep(dossier=dossier, door=door, code=data["doelgroep"], van=data["van"], tot=data["tot"])


def _bewaar_inkomen(dossier: Dossier, door: Gebruiker, data: dict[str, Any]) -> None:
    actions.koppel_inkomensaanvraag(
        dossier=dossier, door=door, nummer=data["inkomensaanvraag"], datum=data["datum"], status=data["status"]
    )


_ONDERDELEN: dict[str, tuple[type[Basisformulier], Callable[[Dossier, Gebruiker, dict[str, Any]], None]]] = {
    "hulpvraag": (Hulpvraagformulier, _bewaar_hulpvraag),
    "doelgroep": (Doelgroepformulier, _bewaar_doelgroep),
    "inkomen": (Inkomenformulier, _bewaar_inkomen),
}


def _toon_hulpvraag(request: HttpRequest, dossier: Dossier, **formulieren: Basisformulier) -> HttpResponse:
    begin = {
        "hulpvraag": dossier.hulpvraag,
        "verhelderd": dossier.hulpvraag_verhelderd,
        "versie": dossier.versie,
    }
    inkomen = {
        "inkomensaanvraag": dossier.inkomensaanvraag,
        "datum": dossier.inkomensaanvraag_op,
        "status": dossier.inkomensaanvraag_status,
    }
    groepen = catalogi.doelgroepen()
    context = {
        "hulpvraagformulier": formulieren.get("hulpvraag") or Hulpvraagformulier(initial=begin, auto_id="hulpvraag_%s"),
        "doelgroepformulier": formulieren.get("doelgroep") or Doelgroepformulier(auto_id="doelgroep_%s"),
        "inkomenformulier": formulieren.get("inkomen") or Inkomenformulier(initial=inkomen, auto_id="inkomen_%s"),
        "doelgroepen": [(naam_van(groepen, periode.code), periode) for periode in dossier.doelgroepen.all()],
        "mag_bewerken": rules.mag_dossier_bewerken(gebruiker_van(request), dossier),
    }
    return toon_dossierpagina(request, dossier, "dossiers/hulpvraag.html", context)
