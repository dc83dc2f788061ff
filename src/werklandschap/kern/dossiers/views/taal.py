"""How a text reads at a level of Dutch, while somebody writes it, and which level holds for a person."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from werklandschap.kern.basis.catalogus import vind
from werklandschap.kern.dossiers.actions import kies_leesniveau
from werklandschap.kern.dossiers.catalogi import taalniveaus
from werklandschap.kern.dossiers.forms import Leesniveauformulier
from werklandschap.kern.dossiers.leesniveau import advies_voor, grens_voor
from werklandschap.kern.dossiers.pagina import dossier_om_te_wijzigen, gebruiker_van, toon_dossierpagina
from werklandschap.kern.dossiers.queries import dossier_van_verzoek
from werklandschap.kern.dossiers.rules import mag_dossier_bewerken
from werklandschap.ontwerp.leesbaarheid import beoordeel

LANGSTE = 20_000


@require_POST
def leesbaarheid(request: HttpRequest, niveau: str) -> HttpResponse:
    """Judge the field that `?veld=` names: a fragment for an open page, else a page of its own. Keeps nothing."""
    if not gebruiker_van(request).is_medewerker:
        raise PermissionDenied
    if vind(taalniveaus(), niveau) is None:
        raise Http404
    tekst = request.POST.get(request.GET.get("veld", ""), "")[:LANGSTE]
    oordeel = beoordeel(tekst, grens_voor(niveau)) if tekst.strip() else None
    sjabloon = "dossiers/_leesoordeel.html" if request.headers.get("HX-Request") else "dossiers/leesoordeel.html"
    return render(request, sjabloon, {"oordeel": oordeel, "tekst": tekst})


@require_http_methods(["GET", "POST"])
def leesniveau(request: HttpRequest, nummer: int) -> HttpResponse:
    """Choose at which level to write to this person, or follow the advice."""
    if request.method == "GET":
        dossier = dossier_van_verzoek(request, nummer, onderdeel="leesniveau")
    else:
        dossier = dossier_om_te_wijzigen(request, nummer)
    advies = advies_voor(dossier.werkzoekende)
    formulier = Leesniveauformulier(
        request.POST or None, advies=advies.niveau, initial={"niveau": dossier.werkzoekende.leesniveau}
    )
    if request.method == "POST" and formulier.is_valid():
        kies_leesniveau(dossier=dossier, door=gebruiker_van(request), **formulier.cleaned_data)
        messages.success(request, _("Bewaard. Brieven worden nu op dit niveau gecontroleerd."))
        return redirect("dossiers:dossier", nummer)
    context = {
        "formulier": formulier,
        "advies": advies,
        "mag_bewerken": mag_dossier_bewerken(gebruiker_van(request), dossier),
    }
    return toon_dossierpagina(
        request, dossier, "dossiers/leesniveau.html", context, status=422 if formulier.errors else 200
    )
