"""What a resident does between two talks: homework, tests, trying work, and seeing what already went well."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from werklandschap.kern.basis.fouten import fouten_op
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.plannen.queries import gezette_stappen, plannen_van
from werklandschap.portaal.views_mijn import tabs, van
from werklandschap.werkzoekende.orientatie import testen
from werklandschap.werkzoekende.orientatie.actions import rond_huiswerk_af
from werklandschap.werkzoekende.orientatie.models import Huiswerk, Testafname, Werkervaringsplek
from werklandschap.werkzoekende.orientatie.views_testen import doe_scherm, laatste_testen, lijst_van, uitslagregels
from werklandschap.werkzoekende.werk_fit.actions import noteer_oefening
from werklandschap.werkzoekende.werk_fit.forms import Oefenformulier
from werklandschap.werkzoekende.werk_fit.models import Oefening

HOOGUIT = 20


@require_http_methods(["GET", "POST"])
def oefenen(request: HttpRequest) -> HttpResponse:
    """Homework, tests, places, and what went well; POST writes down what was practised."""
    gebruiker, dossier = van(request)
    formulier = Oefenformulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            noteer_oefening(dossier=dossier, door=gebruiker, **formulier.cleaned_data)
            messages.success(request, _("Goed gedaan. Het staat erbij."))
            return redirect("portaal:oefenen")
    huiswerk = list(Huiswerk.objects.filter(dossier=dossier))
    context = {
        "open_huiswerk": [werk for werk in huiswerk if werk.gedaan_op is None],
        "gedaan_huiswerk": [werk for werk in huiswerk if werk.gedaan_op],
        "testen": laatste_testen(dossier),
        "plekken": Werkervaringsplek.objects.filter(dossier=dossier),
        "formulier": formulier,
        "oefeningen": Oefening.objects.filter(dossier=dossier)[:HOOGUIT],
        "successen": gezette_stappen(list(plannen_van(dossier)))[:HOOGUIT],
        "tabregels": tabs(request),
    }
    return render(request, "portaal/oefenen.html", context, status=422 if formulier.errors else 200)


@require_POST
def huiswerk_klaar(request: HttpRequest, sleutel: int) -> HttpResponse:
    """I did this at home."""
    gebruiker, dossier = van(request)
    werk = get_object_or_404(Huiswerk.objects.filter(dossier=dossier), pk=sleutel)
    werk.dossier = dossier
    rond_huiswerk_af(huiswerk=werk, door=gebruiker, uitkomst=request.POST.get("uitkomst", ""))
    messages.success(request, _("Goed gedaan: {opdracht}").format(opdracht=werk.opdracht))
    return redirect("portaal:oefenen")


@require_http_methods(["GET", "POST"])
def test(request: HttpRequest, soort: str) -> HttpResponse:
    """A test, a screen at a time: every answer is kept at once, so one can stop and go on later."""
    gebruiker, dossier = van(request)
    scherm = doe_scherm(request, dossier, soort, gebruiker)
    if scherm.klaar is not None:
        return redirect("portaal:uitslag", scherm.klaar.pk)
    if scherm.volgende:
        return redirect(scherm.volgende)
    status = 422 if scherm.context["formulier"].errors else 200
    return render(request, "portaal/test.html", scherm.context, status=status)


def _afname(dossier: Dossier, sleutel: int) -> Testafname:
    afname = get_object_or_404(Testafname, pk=sleutel, dossier=dossier, klaar=True)
    afname.dossier = dossier
    return afname


@require_http_methods(["GET", "POST"])
def uitslag(request: HttpRequest, sleutel: int) -> HttpResponse:
    """What came out; POST says that it fits."""
    gebruiker, dossier = van(request)
    afname = _afname(dossier, sleutel)
    if request.method == "POST":
        testen.bevestig_uitslag(afname=afname, door=gebruiker)
        messages.success(request, _("Dank u wel. Het staat bij: hoe gaat het?"))
        return redirect("portaal:oefenen")
    lijst = lijst_van(afname.soort)
    context: dict[str, Any] = {
        "afname": afname,
        "lijst": lijst,
        "regels": uitslagregels(afname),
        "sterkste": lijst.sterkste(afname.uitslag),
    }
    return render(request, "portaal/uitslag.html", context)


@require_POST
def niet_meetellen(request: HttpRequest, sleutel: int) -> HttpResponse:
    """I no longer let my answers count for the test itself."""
    gebruiker, dossier = van(request)
    testen.laat_niet_meer_meetellen(afname=_afname(dossier, sleutel), door=gebruiker)
    messages.success(request, _("Uw antwoorden tellen niet meer mee."))
    return redirect("portaal:uitslag", sleutel)
