"""Stories, the labour market, what changes, and questions for another desk."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from werklandschap.kern.basis.acties import vereis
from werklandschap.kern.basis.fouten import Invoerfout, fouten_op
from werklandschap.kern.relaties.pagina import gebruiker_van, toon_relatiepagina, werkgever_van_verzoek
from werklandschap.kern.relaties.rules import mag_werkgever_maken
from werklandschap.werkgever.contact import arbeidsmarkt, netwerk
from werklandschap.werkgever.contact.forms import (
    Arbeidsmarktformulier,
    Doorverwijsformulier,
    Ontwikkelingformulier,
    Verhaalformulier,
)
from werklandschap.werkgever.contact.models import Arbeidsmarkttabel


@require_http_methods(["GET", "POST"])
def verhalen(request: HttpRequest, nummer: int) -> HttpResponse:
    """Stories of others for a comparable question, and the story of this company."""
    gebruiker, werkgever = gebruiker_van(request), werkgever_van_verzoek(request, nummer)
    formulier = Verhaalformulier(request.POST or None, werkgever=werkgever)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            netwerk.vertel_verhaal(werkgever=werkgever, door=gebruiker, **formulier.cleaned_data)
            messages.success(request, _("Het verhaal staat erbij. Collega’s kunnen het vinden."))
            return redirect("werkgever_contact:verhalen", werkgever.pk)
    context = {
        "formulier": formulier,
        "gevonden": netwerk.verhalen_voor(werkgever, gebruiker)[:20],
        "eigen": list(werkgever.verhalen.filter(ingetrokken_op__isnull=True).select_related("toestemming_van")),
    }
    return toon_relatiepagina(request, werkgever, "werkgever_contact/verhalen.html", context)


@require_POST
def verhaal_intrekken(request: HttpRequest, nummer: int, verhaal: int) -> HttpResponse:
    """The company no longer wants it told."""
    werkgever = werkgever_van_verzoek(request, nummer)
    rij = get_object_or_404(werkgever.verhalen.select_related("werkgever__keten"), pk=verhaal)
    netwerk.trek_verhaal_in(verhaal=rij, door=gebruiker_van(request))
    messages.success(request, _("Het verhaal is weg. Niemand vindt het meer."))
    return redirect("werkgever_contact:verhalen", werkgever.pk)


@require_http_methods(["GET", "POST"])
def markt(request: HttpRequest, nummer: int) -> HttpResponse:
    """The labour market for this employer with advice, and what changes around the company."""
    gebruiker, werkgever = gebruiker_van(request), werkgever_van_verzoek(request, nummer)
    formulier = Ontwikkelingformulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            netwerk.noteer_ontwikkeling(werkgever=werkgever, door=gebruiker, **formulier.cleaned_data)
            messages.success(request, _("Dit staat erbij."))
            return redirect("werkgever_contact:markt", werkgever.pk)
    context = {
        "formulier": formulier,
        "beeld": arbeidsmarkt.beeld_voor(werkgever.gemeente.regio, werkgever.sector),
        "ontwikkelingen": list(werkgever.ontwikkelingen.all()[:20]),
        "werk_nl": arbeidsmarkt.WERK_NL,
        "mag_inlezen": mag_werkgever_maken(gebruiker),
    }
    return toon_relatiepagina(request, werkgever, "werkgever_contact/markt.html", context)


@require_http_methods(["GET", "POST"])
def arbeidsmarkt_inlezen(request: HttpRequest) -> HttpResponse:
    """Import a dated table for the region."""
    gebruiker = gebruiker_van(request)
    vereis(mag_werkgever_maken(gebruiker))
    assert gebruiker.gemeente is not None
    formulier = Arbeidsmarktformulier(request.POST or None, request.FILES or None)
    if request.method == "POST" and formulier.is_valid():
        velden = {naam: formulier.cleaned_data[naam] for naam in ("naam", "bron", "peildatum")}
        with fouten_op(formulier):
            rij = arbeidsmarkt.lees_arbeidsmarkt_in(door=gebruiker, tekst=formulier.tekst(), **velden)
            messages.success(request, _("{n} regels gelezen.").format(n=rij.rijen.count()))
            return redirect("werkgever_contact:arbeidsmarkt_inlezen")
    tabellen = Arbeidsmarkttabel.objects.filter(regio=gebruiker.gemeente.regio_id).select_related("door")[:20]
    context = {
        "formulier": formulier,
        "tabellen": list(tabellen),
        "kolommen": ";".join(arbeidsmarkt.KOLOMMEN),
        "werk_nl": arbeidsmarkt.WERK_NL,
    }
    return render(request, "werkgever_contact/arbeidsmarkt.html", context)


@require_http_methods(["GET", "POST"])
def doorverwijzen(request: HttpRequest, nummer: int) -> HttpResponse:
    """Questions for another desk, with who has them now."""
    gebruiker, werkgever = gebruiker_van(request), werkgever_van_verzoek(request, nummer)
    begin = {"vraag": request.GET.get("vraag", "")}
    formulier = Doorverwijsformulier(request.POST or None, gebruiker=gebruiker, initial=begin)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            netwerk.verwijs_door(werkgever=werkgever, door=gebruiker, **formulier.cleaned_data)
            messages.success(
                request, _("De vraag is doorgegeven. U blijft het contact tot het andere loket hem heeft.")
            )
            return redirect("werkgever_contact:doorverwijzen", werkgever.pk)
    rijen = list(werkgever.doorverwijzingen.select_related("naar", "door"))
    context = {"formulier": formulier, "rijen": rijen}
    return toon_relatiepagina(request, werkgever, "werkgever_contact/doorverwijzen.html", context)


@require_POST
def doorverwijzing_klaar(request: HttpRequest, nummer: int, doorverwijzing: int) -> HttpResponse:
    """Taken up, or back with us."""
    werkgever = werkgever_van_verzoek(request, nummer)
    rij = get_object_or_404(werkgever.doorverwijzingen.select_related("werkgever"), pk=doorverwijzing)
    try:
        netwerk.rond_doorverwijzing_af(
            doorverwijzing=rij,
            opgepakt="opgepakt" in request.POST,
            afloop=request.POST.get("afloop", ""),
            door=gebruiker_van(request),
        )
    except Invoerfout as fout:
        messages.error(request, " ".join(fout.fouten.values()))
    else:
        messages.success(request, _("De doorverwijzing is bijgewerkt."))
    return redirect("werkgever_contact:doorverwijzen", werkgever.pk)
