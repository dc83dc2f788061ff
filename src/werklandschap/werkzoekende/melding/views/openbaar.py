"""The public form: ask for help, save and go on later, and one question afterwards. No account, no JavaScript."""

from __future__ import annotations

import json
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods

from werklandschap.kern.basis.fouten import Invoerfout, fouten_op
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.toegang.tellen import UUR, te_vaak
from werklandschap.werkzoekende.melding import actions, drempel, queries
from werklandschap.werkzoekende.melding.forms import (
    CONCEPTVELDEN,
    Codeformulier,
    Hulpvraagformulier,
    Reactieformulier,
)

KLAAR, BEWAARD = "hulpvraag_klaar", "hulpvraag_bewaard"


@login_not_required
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def hulp_vragen(request: HttpRequest) -> HttpResponse:
    """Ask for help; thanks only after everything is safely stored."""
    if request.method == "GET":
        return _toon(request, Hulpvraagformulier(initial=_begin()))
    if "bewaar" in request.POST:
        return _bewaar(request)
    formulier = Hulpvraagformulier(request.POST)
    if request.POST.get("website"):
        # A machine filled in what people don't see. It is thanked and nothing is kept.
        return redirect("werkzoekende_melding:bedankt")
    if not formulier.is_valid():
        return _toon(request, formulier)
    if fout := _tegengehouden(request):
        formulier.add_error(None, fout)
        return _toon(request, _met_nieuw_teken(formulier))
    gemeente: Gemeente = formulier.cleaned_data["gemeente"]
    try:
        ontvangst = actions.meld_openbaar(gegevens=formulier.melding(), gemeente=gemeente)
    except Invoerfout as fouten:
        formulier.zet_fouten(fouten.fouten)
        return _toon(request, formulier)
    if formulier.cleaned_data["code"]:
        actions.gooi_concept_weg(code=formulier.cleaned_data["code"])
    request.session[KLAAR] = {"gemeente": gemeente.pk, "dagen": ontvangst.dagen, "code": ontvangst.code}
    return redirect("werkzoekende_melding:bedankt")


def _begin() -> dict[str, Any]:
    gemeenten = list(Gemeente.objects.values_list("pk", flat=True)[:2])
    return {"teken": drempel.nieuw_teken(), "gemeente": gemeenten[0] if len(gemeenten) == 1 else None}


def _tegengehouden(request: HttpRequest) -> str:
    if not drempel.is_menselijk_snel(request.POST.get("teken", "")):
        return _("Dit ging erg snel, of het formulier stond lang open. Druk nog een keer op Verstuur.")
    if te_vaak(request, "melding", hooguit=10, per_seconden=UUR):
        return _("U heeft net al een paar keer iets gestuurd. Probeer het over een uur opnieuw, of bel ons.")
    return ""


def _met_nieuw_teken(formulier: Hulpvraagformulier) -> Hulpvraagformulier:
    data = formulier.data.copy()  # type: ignore[attr-defined]
    data["teken"] = drempel.nieuw_teken()
    formulier.data = data
    return formulier


def _toon(request: HttpRequest, formulier: Hulpvraagformulier) -> HttpResponse:
    return render(request, "werkzoekende_melding/hulp_vragen.html", {"formulier": formulier})


def _bewaar(request: HttpRequest) -> HttpResponse:
    """Keep the draft and show the code. What was typed need not be complete."""
    formulier = Hulpvraagformulier(request.POST)
    if te_vaak(request, "concept", hooguit=20, per_seconden=UUR):
        formulier.is_valid()
        formulier.add_error(None, _("U heeft dit formulier al vaak bewaard. Probeer het over een uur opnieuw."))
        return _toon(request, formulier)
    tekst = json.dumps({naam: request.POST.get(naam, "")[:4000] for naam in CONCEPTVELDEN}, ensure_ascii=False)
    request.session[BEWAARD] = actions.bewaar_concept(tekst=tekst, code=request.POST.get("code", ""))
    return redirect("werkzoekende_melding:bewaard")


@login_not_required
@never_cache
@require_GET
def bewaard(request: HttpRequest) -> HttpResponse:
    """The code to come back with."""
    code = request.session.get(BEWAARD)
    if not code:
        return redirect("werkzoekende_melding:hulp_vragen")
    return render(request, "werkzoekende_melding/bewaard.html", {"code": code, "dagen": actions.CONCEPT_DAGEN})


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def verder(request: HttpRequest) -> HttpResponse:
    """Go on with a draft."""
    formulier = Codeformulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        if te_vaak(request, "code", hooguit=10, per_seconden=UUR):
            formulier.add_error("code", _("U heeft vaak een code geprobeerd. Probeer het over een uur opnieuw."))
        elif (tekst := queries.lees_concept(formulier.cleaned_data["code"])) is None:
            formulier.add_error("code", _("Deze code kennen wij niet, of hij is te oud. Controleer de letters."))
        else:
            begin = {**json.loads(tekst), "teken": drempel.nieuw_teken(), "code": formulier.cleaned_data["code"]}
            return _toon(request, Hulpvraagformulier(initial=begin))
    return render(request, "werkzoekende_melding/verder.html", {"formulier": formulier})


@login_not_required
@never_cache
@require_GET
def bedankt(request: HttpRequest) -> HttpResponse:
    """What happens now, who does it and when."""
    klaar = request.session.get(KLAAR)
    gemeente = Gemeente.objects.filter(pk=klaar["gemeente"]).first() if klaar else None
    return render(request, "werkzoekende_melding/bedankt.html", {"klaar": klaar, "gemeente": gemeente})


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def reactie(request: HttpRequest) -> HttpResponse:
    """Did you feel understood and helped?"""
    formulier = Reactieformulier(request.POST or None)
    gegeven = False
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            if te_vaak(request, "code", hooguit=10, per_seconden=UUR):
                raise Invoerfout({"code": _("U heeft vaak een code geprobeerd. Probeer het over een uur opnieuw.")})
            actions.geef_terugkoppeling(**formulier.cleaned_data)
            gegeven = True
    return render(request, "werkzoekende_melding/reactie.html", {"formulier": formulier, "gegeven": gegeven})
