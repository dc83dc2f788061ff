"""The resident's own pages: what is agreed, what is asked, how it goes, and what happened."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from werklandschap.kern.basis.fouten import fouten_op
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.toestemming import beantwoord_toestemming, trek_toestemming_in
from werklandschap.kern.klantbeeld.actions import leg_waarneming_vast
from werklandschap.kern.klantbeeld.queries import beeld_uit, waarnemingen_voor_pagina
from werklandschap.kern.klantbeeld.rules import zichtbare_aspecten
from werklandschap.kern.plannen.actions import geef_akkoord, rond_stap_af, vraag_aanpassing
from werklandschap.kern.plannen.models import Plan, Stap
from werklandschap.kern.plannen.queries import huidig_plan
from werklandschap.kern.tijdlijn.queries import gebeurtenissen_van, regels
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.portaal import queries, werk
from werklandschap.portaal.forms import Eigenbeeldformulier, Plananders
from werklandschap.portaal.paginas import mijnpaginas
from werklandschap.portaal.toegang import eigen_dossier, gebruiker_met

PER_PAGINA = 25


def tabs(request: HttpRequest) -> list[tuple[str, str, bool]]:
    """The pages of the resident: (path, name, is this the one)."""
    namen = (
        ("portaal:mijn", _("Overzicht")),
        ("portaal:kansen", _("Werk dat openstaat")),
        ("portaal:beroepen", _("Beroepen")),
        ("portaal:beeld", _("Hoe gaat het?")),
        ("portaal:meedoen", _("Meedoen")),
        ("portaal:cv", _("Mijn cv")),
        ("portaal:papieren", _("Post en papieren")),
        ("portaal:oefenen", _("Oefenen")),
        ("portaal:tijdlijn", _("Wat is er gebeurd?")),
        *mijnpaginas.alle(),
    )
    return [(reverse(naam), str(label), request.path == reverse(naam)) for naam, label in namen]


def van(request: HttpRequest) -> tuple[Gebruiker, Dossier]:
    """The resident with the own dossier. Raises Http404 while none is linked."""
    gebruiker = gebruiker_met(request, Recht.MIJN)
    dossier = eigen_dossier(gebruiker)
    if dossier is None:
        raise Http404
    return gebruiker, dossier


@require_GET
def mijn(request: HttpRequest) -> HttpResponse:
    """The overview."""
    gebruiker = gebruiker_met(request, Recht.MIJN)
    dossier = eigen_dossier(gebruiker)
    if dossier is None:
        return render(request, "portaal/niet_gekoppeld.html")
    return _toon(request, gebruiker, dossier, Plananders())


def _toon(
    request: HttpRequest, gebruiker: Gebruiker, dossier: Dossier, anders: Plananders, status: int = 200
) -> HttpResponse:
    pagina = queries.mijn(dossier, gebruiker)
    context: dict[str, Any] = {
        "mijn": pagina,
        "tabregels": tabs(request),
        "anders": anders,
        "plan_ligt_voor": pagina.plan is not None and pagina.plan.status == Plan.Status.VOORGELEGD,
        "werk": [(p, werk.vraagt_akkoord(p, "klant"), werk.kan_melden(p)) for p in pagina.werk],
    }
    return render(request, "portaal/mijn.html", context, status=status)


@require_POST
def antwoord(request: HttpRequest, sleutel: int) -> HttpResponse:
    """Yes or no to a question for consent."""
    gebruiker, dossier = van(request)
    toestemming = get_object_or_404(dossier.toestemmingen, pk=sleutel)
    if request.POST.get("antwoord") not in {"ja", "nee"}:
        raise Http404
    ja = request.POST["antwoord"] == "ja"
    beantwoord_toestemming(toestemming=toestemming, antwoord=ja, hoe="mijn", door=gebruiker)
    messages.success(request, _("U zei ja. Dank u wel.") if ja else _("U zei nee. Dat is goed."))
    return redirect("portaal:mijn")


@require_POST
def intrekken(request: HttpRequest, sleutel: int) -> HttpResponse:
    """Withdraw consent; it works at once."""
    gebruiker, dossier = van(request)
    trek_toestemming_in(toestemming=get_object_or_404(dossier.toestemmingen, pk=sleutel), door=gebruiker)
    messages.success(request, _("Het is gestopt. Niemand ziet deze gegevens nu nog."))
    return redirect("portaal:mijn")


@require_POST
def stap_klaar(request: HttpRequest, sleutel: int) -> HttpResponse:
    """I did this step."""
    gebruiker, dossier = van(request)
    stap = get_object_or_404(Stap.objects.filter(doel__plan__dossier=dossier, wie="klant"), pk=sleutel)
    rond_stap_af(stap=stap, door=gebruiker, resultaat=request.POST.get("resultaat", ""))
    messages.success(request, _("Goed gedaan: {stap}").format(stap=stap.tekst))
    return redirect("portaal:mijn")


@require_POST
def plan_akkoord(request: HttpRequest) -> HttpResponse:
    """I agree to the plan."""
    gebruiker, dossier = van(request)
    plan = huidig_plan(dossier)
    if plan is None:
        raise Http404
    geef_akkoord(plan=plan, door=gebruiker, hoe="mijn")
    messages.success(request, _("U gaat akkoord met het plan."))
    return redirect("portaal:mijn")


@require_POST
def plan_anders(request: HttpRequest) -> HttpResponse:
    """I want the plan different."""
    gebruiker, dossier = van(request)
    plan = huidig_plan(dossier)
    if plan is None:
        raise Http404
    formulier = Plananders(request.POST)
    if formulier.is_valid():
        with fouten_op(formulier):
            vraag_aanpassing(plan=plan, door=gebruiker, reactie=formulier.cleaned_data["reactie"])
            messages.success(request, _("Uw bericht is binnen. Wij passen het plan samen aan."))
            return redirect("portaal:mijn")
    return _toon(request, gebruiker, dossier, formulier, status=422)


@require_GET
def beeld(request: HttpRequest) -> HttpResponse:
    """The own picture: what I say and what others see, side by side."""
    gebruiker, dossier = van(request)
    zichtbaar = zichtbare_aspecten(gebruiker, dossier)
    nu = beeld_uit(waarnemingen_voor_pagina(dossier), timezone.localdate(), zichtbaar)
    context = {"groepen": queries.eigen_beeld(nu, zichtbaar), "tabregels": tabs(request)}
    return render(request, "portaal/beeld.html", context)


@require_http_methods(["GET", "POST"])
def beeld_aanvullen(request: HttpRequest, code: str) -> HttpResponse:
    """Say something about one subject."""
    gebruiker, dossier = van(request)
    aspect = zichtbare_aspecten(gebruiker, dossier).get(code)
    if aspect is None:
        raise Http404
    aspect = aspect.in_gewone_woorden
    formulier = Eigenbeeldformulier(request.POST or None, aspect=aspect)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            leg_waarneming_vast(
                dossier=dossier,
                aspect=code,
                waarde=aspect.lees(formulier.cleaned_data["waarde"]),
                toelichting=formulier.cleaned_data["toelichting"],
                bron="klant",
                door=gebruiker,
            )
            messages.success(request, _("Dank u wel. Het staat erbij."))
            return redirect("portaal:beeld")
    context = {"aspect": aspect, "formulier": formulier}
    return render(request, "portaal/beeld_aanvullen.html", context, status=422 if formulier.errors else 200)


@require_GET
def tijdlijn(request: HttpRequest) -> HttpResponse:
    """What happened."""
    _gebruiker, dossier = van(request)
    pagina = Paginator(gebeurtenissen_van(dossier.keten, voor_betrokkene=True), PER_PAGINA).get_page(
        request.GET.get("pagina")
    )
    context = {"pagina": pagina, "regels": regels(pagina.object_list, voor_betrokkene=True), "tabregels": tabs(request)}
    return render(request, "portaal/tijdlijn.html", context)
