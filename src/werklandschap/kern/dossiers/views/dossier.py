"""The page of one person, the time line, who read along, and tile visits."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from werklandschap.kern.basis.catalogus import vind
from werklandschap.kern.basis.fouten import Invoerfout, fouten_op
from werklandschap.kern.basis.haken import delen_voor, dossierdelen
from werklandschap.kern.dossiers import actions, catalogi, queries, rules
from werklandschap.kern.dossiers.feiten import lees_rijen
from werklandschap.kern.dossiers.forms import Redenformulier, Sluitformulier
from werklandschap.kern.dossiers.leesniveau import niveau_van
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.overzicht import landschap_van, volgende_stappen
from werklandschap.kern.dossiers.pagina import dossier_om_te_wijzigen, gebruiker_van, toon_dossierpagina
from werklandschap.kern.dossiers.queries import dossier_van_verzoek
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.actions import beeindig_bezoek, start_bezoek
from werklandschap.kern.tijdlijn.models import Tegelbezoek
from werklandschap.kern.tijdlijn.queries import gebeurtenissen_van, regels

PER_PAGINA = 25
KANT = Tegelbezoek.Kant.WERKZOEKENDEN
LEESREDENEN = "leesredenen"


@require_GET
def overzicht(request: HttpRequest, nummer: int) -> HttpResponse:
    """The person: how to reach them, the next three things to do, and the parts of the rooms."""
    dossier = dossier_van_verzoek(request, nummer, onderdeel="dossier", feiten=True)
    lees_rijen(dossier)
    gebruiker = gebruiker_van(request)
    delen = _delen(request, dossier)
    niveau = niveau_van(dossier.werkzoekende)
    context: dict[str, Any] = {
        "stappen": volgende_stappen(dossier),
        "landschap": landschap_van(dossier, gebruiker),
        "hoofddelen": [deel for deel in delen if deel["kolom"] == "hoofd"],
        "zijdelen": [deel for deel in delen if deel["kolom"] != "hoofd"],
        "mag_bewerken": rules.mag_dossier_bewerken(gebruiker, dossier),
        "mag_heropenen": rules.mag_heropenen(gebruiker, dossier),
        "mag_worden": dossier.verantwoordelijke is None and rules.kan_verantwoordelijk_zijn(gebruiker, dossier),
        "uitkomsten": [uitkomst for uitkomst in catalogi.uitkomsten() if uitkomst.code != "dossier_gesloten"],
        "niveau": niveau,
        "taaladvies": vind(catalogi.taalniveaus(), niveau.niveau.lower()),
    }
    return toon_dossierpagina(request, dossier, "dossiers/dossier.html", context)


def _delen(request: HttpRequest, dossier: Dossier) -> list[dict[str, Any]]:
    """The parts the rooms show, each rendered with its own context."""
    return [
        {
            "titel": rij["deel"].titel,
            "kolom": rij["deel"].kolom,
            "html": render_to_string(rij["deel"].sjabloon, {"dossier": dossier, **rij["context"]}, request),
        }
        for rij in delen_voor(dossierdelen, request, dossier)
    ]


@require_POST
def reden(request: HttpRequest, nummer: int) -> HttpResponse:
    """Remember for this session why a dossier outside the own caseload is opened, and go on."""
    dossier = dossier_om_te_wijzigen(request, nummer)
    begin = reverse("dossiers:dossier", args=[dossier.pk])
    volgende = request.POST.get("volgende", "")
    if not url_has_allowed_host_and_scheme(volgende, {request.get_host()}, require_https=request.is_secure()):
        volgende = begin
    formulier = Redenformulier(request.POST)
    if not formulier.is_valid():
        fout = formulier.errors["reden"][0]
        context = {"nummer": nummer, "volgende": volgende, "fout": fout, "ingevuld": request.POST.get("reden", "")}
        return render(request, "dossiers/reden.html", context, status=422)
    redenen = request.session.get(LEESREDENEN, {})
    request.session[LEESREDENEN] = {**redenen, str(nummer): formulier.cleaned_data["reden"]}
    return HttpResponseRedirect(volgende)


@require_GET
def tijdlijn(request: HttpRequest, nummer: int) -> HttpResponse:
    """Everything that happened, those of records merged into it included."""
    dossier = dossier_van_verzoek(request, nummer, onderdeel="tijdlijn")
    pagina = Paginator(gebeurtenissen_van(dossier.keten), PER_PAGINA).get_page(request.GET.get("pagina"))
    items = [
        {"moment": regel.tijd, "titel": regel.titel, "tekst": regel.zin, "wie": regel.wie}
        for regel in regels(pagina.object_list)
    ]
    return toon_dossierpagina(request, dossier, "dossiers/tijdlijn.html", {"pagina": pagina, "items": items})


@require_GET
def lezers(request: HttpRequest, nummer: int) -> HttpResponse:
    """Who opened this dossier, when and why."""
    dossier = dossier_van_verzoek(request, nummer, onderdeel="lezers")
    pagina = Paginator(queries.lezers_van(dossier), PER_PAGINA).get_page(request.GET.get("pagina"))
    return toon_dossierpagina(request, dossier, "dossiers/lezers.html", {"pagina": pagina})


@require_POST
def bezoek_start(request: HttpRequest, nummer: int) -> HttpResponse:
    """Start (again) on a tile, in one click."""
    dossier = dossier_om_te_wijzigen(request, nummer)
    try:
        start_bezoek(
            keten=dossier.keten,
            kant=KANT,
            tegel=request.POST.get("tegel", ""),
            door=gebruiker_van(request),
            reden=request.POST.get("reden", ""),
        )
    except KeyError as fout:
        raise Invoerfout(_("Deze tegel bestaat niet.")) from fout
    messages.success(request, _("Gestart. Dit staat nu op de tijdlijn."))
    return redirect("dossiers:dossier", dossier.pk)


@require_POST
def bezoek_eind(request: HttpRequest, nummer: int, bezoek: int) -> HttpResponse:
    """End a visit with its outcome."""
    dossier = dossier_om_te_wijzigen(request, nummer)
    rij = get_object_or_404(dossier.keten.bezoeken, pk=bezoek)
    uitkomst = request.POST.get("uitkomst", "")
    if vind(catalogi.uitkomsten(), uitkomst) is None:
        raise Invoerfout({"uitkomst": _("Kies wat de uitkomst is.")})
    beeindig_bezoek(
        bezoek=rij,
        door=gebruiker_van(request),
        uitkomst=uitkomst,
        toelichting=request.POST.get("toelichting", "").strip(),
    )
    messages.success(request, _("Afgerond. U kunt deze tegel later opnieuw starten."))
    return redirect("dossiers:dossier", dossier.pk)


@require_http_methods(["GET", "POST"])
def sluiten(request: HttpRequest, nummer: int) -> HttpResponse:
    """Say what will happen, then close."""
    if request.method == "GET":
        dossier = dossier_van_verzoek(request, nummer, onderdeel="sluiten")
        return _toon_sluiten(request, dossier, Sluitformulier())
    dossier = dossier_om_te_wijzigen(request, nummer)
    formulier = Sluitformulier(request.POST)
    if formulier.is_valid():
        with fouten_op(formulier):
            actions.sluit_dossier(dossier=dossier, door=gebruiker_van(request), **formulier.cleaned_data)
            messages.success(request, _("Het dossier is dicht. U kunt het later weer openen."))
            return redirect("dossiers:dossier", dossier.pk)
    return _toon_sluiten(request, dossier, formulier)


def _toon_sluiten(request: HttpRequest, dossier: Dossier, formulier: Sluitformulier) -> HttpResponse:
    context = {
        "formulier": formulier,
        "open_taken": Taak.objects.filter(keten=dossier.keten, status=Taak.Status.OPEN).count(),
        "lopend": dossier.keten.bezoeken.filter(tot__isnull=True).count(),
    }
    return toon_dossierpagina(request, dossier, "dossiers/sluiten.html", context)


@require_POST
def heropenen(request: HttpRequest, nummer: int) -> HttpResponse:
    """Go on with a closed dossier."""
    dossier = dossier_om_te_wijzigen(request, nummer)
    actions.heropen_dossier(dossier=dossier, door=gebruiker_van(request))
    messages.success(request, _("Het dossier is weer open."))
    return redirect("dossiers:dossier", dossier.pk)
