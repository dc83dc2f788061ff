"""The plan on one page: every goal and step, done and stopped ones included."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from werklandschap.kern.basis.fouten import Invoerfout, fouten_op
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.pagina import gebruiker_van, toon_dossierpagina
from werklandschap.kern.dossiers.queries import dossier_van_verzoek
from werklandschap.kern.klantbeeld.rules import zichtbare_aspecten
from werklandschap.kern.klantbeeld.views import terug_of
from werklandschap.kern.plannen import actions, queries, rules
from werklandschap.kern.plannen.forms import (
    Afrondformulier,
    Akkoordformulier,
    Doelformulier,
    Planformulier,
    Sjabloonformulier,
    Stapformulier,
)
from werklandschap.kern.plannen.leerdoel import hulp_bij_leerdoel
from werklandschap.kern.plannen.models import Doel, Plan, Stap
from werklandschap.kern.plannen.weergave import plan_als_pdf, plan_op_tijdlijn


def _open(request: HttpRequest, nummer: int) -> Dossier:
    return dossier_van_verzoek(request, nummer, onderdeel="plan")


def _planpagina(dossier: Dossier) -> str:
    return reverse("plannen:plan", args=[dossier.pk])


@require_GET
def plan(request: HttpRequest, nummer: int) -> HttpResponse:
    """The version that counts, or `?versie=` an older one beside which the differences stand."""
    return _toon(request, _open(request, nummer))


def _toon(request: HttpRequest, dossier: Dossier, *, status: int = 200, **formulieren: Any) -> HttpResponse:
    gebruiker = gebruiker_van(request)
    versies = list(queries.plannen_van(dossier))
    for versie in versies:
        versie.dossier = dossier
    huidig = next((p for p in versies if p.status != Plan.Status.VERVANGEN), None)
    gekozen = _gekozen(request, versies) or huidig
    mag = rules.mag_plan_maken(gebruiker, dossier)
    is_huidig = gekozen is not None and gekozen is huidig
    zichtbaar = zichtbare_aspecten(gebruiker, dossier)
    # The picture points here: a goal about this subject.
    onderwerp = zichtbaar.get(request.GET.get("aspect", ""))
    context = {
        "plan": gekozen,
        "versies": versies,
        "is_huidig": is_huidig,
        "verschillen": queries.verschillen(gekozen, huidig) if gekozen and huidig and not is_huidig else [],
        "eerder": queries.afgesloten_in_oude_versies(versies) if is_huidig else [],
        "grafiek": plan_op_tijdlijn(gekozen) if gekozen else None,
        "mag_bewerken": mag and is_huidig,
        "mag_maken": mag,
        "is_concept": bool(gekozen and gekozen.status == Plan.Status.CONCEPT),
        "planformulier": Planformulier(initial=_begin(gekozen), auto_id="plan_%s"),
        "doelformulier": Doelformulier(
            zichtbaar=zichtbaar, auto_id="doel_%s", initial={"aspect": onderwerp.code if onderwerp else ""}
        ),
        "onderwerp": onderwerp,
        "stapformulier": Stapformulier(),
        "sjabloonformulier": Sjabloonformulier(auto_id="sjabloon_%s"),
        "akkoordformulier": Akkoordformulier(auto_id="akkoord_%s"),
        "advies": None,
        "stap_bij": None,
        **formulieren,
    }
    return toon_dossierpagina(request, dossier, "plannen/plan.html", context, status=status)


def _gekozen(request: HttpRequest, versies: list[Plan]) -> Plan | None:
    nummer = request.GET.get("versie", "")
    return next((p for p in versies if str(p.nummer) == nummer), None)


def _begin(plan: Plan | None) -> dict[str, Any]:
    if plan is None:
        return {}
    return {"perspectief": plan.perspectief, "evalueren_op": plan.evalueren_op, "versie": plan.versie}


def _huidig(dossier: Dossier) -> Plan:
    plan = queries.huidig_plan(dossier)
    if plan is None:
        raise Http404
    plan.dossier = dossier
    return plan


@require_http_methods(["POST"])
def bewaar(request: HttpRequest, nummer: int) -> HttpResponse:
    """Start the first plan, or change the perspective and the date to look back."""
    dossier = _open(request, nummer)
    gebruiker = gebruiker_van(request)
    formulier = Planformulier(request.POST, auto_id="plan_%s")
    if formulier.is_valid():
        velden = dict(formulier.cleaned_data)
        versie = velden.pop("versie")
        huidig = queries.huidig_plan(dossier)
        with fouten_op(formulier):
            if huidig is None:
                actions.nieuw_plan(dossier=dossier, door=gebruiker, **velden)
            else:
                huidig.dossier = dossier
                actions.wijzig_plan(plan=huidig, door=gebruiker, versie=versie, **velden)
            messages.success(request, _("Het plan is bewaard."))
            return redirect(_planpagina(dossier))
    return _toon(request, dossier, status=422, planformulier=formulier)


@require_POST
def nieuwe_versie(request: HttpRequest, nummer: int) -> HttpResponse:
    """Go on with what is still open, in a new version."""
    dossier = _open(request, nummer)
    nieuw = actions.nieuwe_versie(plan=_huidig(dossier), door=gebruiker_van(request))
    messages.success(request, _("Versie {nummer} is gemaakt. U kunt die nu aanpassen.").format(nummer=nieuw.nummer))
    return redirect(_planpagina(dossier))


@require_POST
def doel_toevoegen(request: HttpRequest, nummer: int) -> HttpResponse:
    """Add a goal. A goal that names a result first comes back with an offer; sending it again keeps it as it is."""
    dossier = _open(request, nummer)
    gebruiker = gebruiker_van(request)
    formulier = Doelformulier(request.POST, zichtbaar=zichtbare_aspecten(gebruiker, dossier), auto_id="doel_%s")
    if not formulier.is_valid():
        return _toon(request, dossier, status=422, doelformulier=formulier)
    velden = formulier.cleaned_data
    advies = hulp_bij_leerdoel(velden["tekst"]) if velden["soort"] == "leren" else None
    if advies and request.POST.get("gezien") != velden["tekst"]:
        return _toon(request, dossier, doelformulier=formulier, advies=advies)
    with fouten_op(formulier):
        actions.voeg_doel_toe(plan=_huidig(dossier), door=gebruiker, **velden)
        messages.success(request, _("Het doel is toegevoegd."))
        return redirect(_planpagina(dossier))
    return _toon(request, dossier, status=422, doelformulier=formulier)


@require_POST
def sjabloon(request: HttpRequest, nummer: int) -> HttpResponse:
    """Begin from a template."""
    dossier = _open(request, nummer)
    formulier = Sjabloonformulier(request.POST, auto_id="sjabloon_%s")
    if formulier.is_valid():
        code = formulier.cleaned_data["sjabloon"]
        with fouten_op(formulier):
            aantal = actions.gebruik_sjabloon(plan=_huidig(dossier), code=code, door=gebruiker_van(request))
            zin = _("Doelen toegevoegd: {aantal}. Pas ze aan met de klant, of stop wat niet past.")
            messages.success(request, zin.format(aantal=aantal))
            return redirect(_planpagina(dossier))
    return _toon(request, dossier, status=422, sjabloonformulier=formulier)


@require_http_methods(["GET", "POST"])
def stap_toevoegen(request: HttpRequest, nummer: int, doel: int) -> HttpResponse:
    """Add a step to a goal."""
    dossier = _open(request, nummer)
    bij = _doel(dossier, doel)
    formulier = Stapformulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            actions.voeg_stap_toe(doel=bij, door=gebruiker_van(request), **formulier.cleaned_data)
            messages.success(request, _("De stap is toegevoegd."))
            return redirect(_planpagina(dossier))
    status = 422 if formulier.errors else 200
    context = {"doel": bij, "formulier": formulier}
    return toon_dossierpagina(request, dossier, "plannen/stap.html", context, status=status)


def _doel(dossier: Dossier, pk: int) -> Doel:
    doel = get_object_or_404(Doel.objects.select_related("plan"), pk=pk, plan__dossier=dossier)
    doel.plan.dossier = dossier
    return doel


def _stap(dossier: Dossier, pk: int) -> Stap:
    stap = get_object_or_404(Stap.objects.select_related("doel__plan"), pk=pk, doel__plan__dossier=dossier)
    stap.doel.plan.dossier = dossier
    return stap


@require_http_methods(["GET", "POST"])
def stap_afronden(request: HttpRequest, nummer: int, stap: int) -> HttpResponse:
    """The step was set: what went well?"""
    dossier = _open(request, nummer)
    welke = _stap(dossier, stap)
    formulier = Afrondformulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            actions.rond_stap_af(stap=welke, door=gebruiker_van(request), **formulier.cleaned_data)
            messages.success(request, _("Mooi, deze stap is gezet."))
            return terug_of(request, _planpagina(dossier))
    status = 422 if formulier.errors else 200
    context = {"stap": welke, "formulier": formulier, "terug": request.POST.get("terug", "")}
    return toon_dossierpagina(request, dossier, "plannen/afronden.html", context, status=status)


@require_POST
def stap_stoppen(request: HttpRequest, nummer: int, stap: int) -> HttpResponse:
    """The step is not needed any more."""
    dossier = _open(request, nummer)
    actions.stop_stap(stap=_stap(dossier, stap), door=gebruiker_van(request))
    messages.success(request, _("De stap is gestopt. U ziet hem nog in het plan."))
    return terug_of(request, _planpagina(dossier))


@require_POST
def doel_afronden(request: HttpRequest, nummer: int, doel: int) -> HttpResponse:
    """Reached, or stopped."""
    dossier = _open(request, nummer)
    gehaald = request.POST.get("gehaald") == "1"
    actions.rond_doel_af(doel=_doel(dossier, doel), door=gebruiker_van(request), gehaald=gehaald)
    messages.success(request, _("Het doel is gehaald.") if gehaald else _("Het doel is gestopt."))
    return redirect(_planpagina(dossier))


@require_POST
def voorleggen(request: HttpRequest, nummer: int) -> HttpResponse:
    """Put the plan before the person."""
    dossier = _open(request, nummer)
    try:
        actions.stel_voor_aan_klant(plan=_huidig(dossier), door=gebruiker_van(request))
    except Invoerfout as fout:
        for tekst in fout.fouten.values():
            messages.error(request, tekst)
    else:
        messages.success(request, _("Het plan ligt klaar voor de klant."))
    return redirect(_planpagina(dossier))


@require_POST
def akkoord(request: HttpRequest, nummer: int) -> HttpResponse:
    """Record that the person agreed, in a talk or on paper."""
    dossier = _open(request, nummer)
    formulier = Akkoordformulier(request.POST, auto_id="akkoord_%s")
    if formulier.is_valid():
        with fouten_op(formulier):
            actions.geef_akkoord(plan=_huidig(dossier), door=gebruiker_van(request), **formulier.cleaned_data)
            messages.success(request, _("Het akkoord van de klant is vastgelegd."))
            return redirect(_planpagina(dossier))
    return _toon(request, dossier, status=422, akkoordformulier=formulier)


@require_GET
def pdf(request: HttpRequest, nummer: int) -> HttpResponse:
    """The plan on paper; `?versie=` for an older one."""
    dossier = _open(request, nummer)
    versies = list(queries.plannen_van(dossier))
    gekozen = _gekozen(request, versies) or next((p for p in versies if p.status != Plan.Status.VERVANGEN), None)
    if gekozen is None:
        raise Http404
    antwoord = HttpResponse(plan_als_pdf(gekozen, dossier), content_type="application/pdf")
    antwoord["Content-Disposition"] = f'inline; filename="plan-{dossier.pk}-{gekozen.nummer}.pdf"'
    return antwoord
