"""The employer's own pages: the contact, the candidates with their introduction, the decision, the placements."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from werklandschap.kern.basis.fouten import fouten_op
from werklandschap.kern.relaties.models import Contactpersoon
from werklandschap.kern.tijdlijn.leeslog import log_lezing
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.portaal import queries, werk
from werklandschap.portaal.forms import Bedrijfsbesluit
from werklandschap.portaal.toegang import eigen_bedrijf, gebruiker_met
from werklandschap.samen.bemiddeling.actions import besluit_werkgever
from werklandschap.samen.bemiddeling.introductie import voor_werkgever
from werklandschap.samen.bemiddeling.models import Voordracht
from werklandschap.samen.bemiddeling.overgangen import mogelijk
from werklandschap.samen.bemiddeling.queries import met_namen
from werklandschap.samen.bemiddeling.redenen import reden_naam
from werklandschap.werkgever.voorzorg.nieuws import afmeldcode


@require_GET
def bedrijf(request: HttpRequest) -> HttpResponse:
    """The overview."""
    gebruiker = gebruiker_met(request, Recht.BEDRIJF)
    werkgever = eigen_bedrijf(gebruiker)
    if werkgever is None:
        return render(request, "portaal/niet_gekoppeld.html")
    pagina = queries.bedrijf(werkgever, gebruiker)
    context = {
        "bedrijf": pagina,
        "werk": [(p, werk.vraagt_akkoord(p, "werkgever"), werk.kan_melden(p)) for p in pagina.werk],
    }
    return render(request, "portaal/bedrijf.html", context)


@require_GET
def nieuws(request: HttpRequest) -> HttpResponse:
    """To the page where one chooses news: the same as behind the link in the mail."""
    persoon = get_object_or_404(Contactpersoon, account=gebruiker_met(request, Recht.BEDRIJF), actief=True)
    return redirect("werkgever_voorzorg:afmelden", afmeldcode(persoon))


@require_http_methods(["GET", "POST"])
def kandidaat(request: HttpRequest, nummer: int) -> HttpResponse:
    """One candidate: the introduction, the meetings, and the decision with its reason."""
    gebruiker = gebruiker_met(request, Recht.BEDRIJF)
    rijen = met_namen(Voordracht.objects.voor(gebruiker)).select_related("dossier__keten", "dossier__verantwoordelijke")
    voordracht = get_object_or_404(rijen, pk=nummer)
    log_lezing(keten=voordracht.dossier.keten, door=gebruiker, onderdeel="introductie")
    kan_kiezen = "neem_aan" in mogelijk(voordracht)
    formulier = Bedrijfsbesluit(request.POST or None, initial={"versie": voordracht.versie})
    if request.method == "POST" and not kan_kiezen:
        raise Http404
    if request.method == "POST" and formulier.is_valid():
        velden = formulier.cleaned_data
        with fouten_op(formulier):
            besluit_werkgever(
                voordracht=voordracht,
                ja=velden["besluit"] == "ja",
                reden=velden["reden"],
                toelichting=velden["toelichting"],
                versie=velden["versie"],
                door=gebruiker,
            )
            messages.success(request, _("Dank u wel. Wij vertellen het de kandidaat."))
            return redirect("portaal:bedrijf")
    context = {
        "voordracht": voordracht,
        "introductie": voor_werkgever(voordracht),
        "ontmoetingen": list(voordracht.ontmoetingen.all()),
        "formulier": formulier if kan_kiezen else None,
        "besluit_reden": reden_naam(voordracht.besluit_reden),
    }
    return render(request, "portaal/kandidaat.html", context, status=422 if formulier.errors else 200)
