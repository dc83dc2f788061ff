"""What a company works out: the checklist, suitable functions, social return, the PSO, and its policy."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from werklandschap.kern.basis.acties import vereis
from werklandschap.kern.basis.catalogus import naam_van, vind
from werklandschap.kern.basis.fouten import fouten_op
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.relaties.pagina import gebruiker_van, toon_relatiepagina, werkgever_van_verzoek
from werklandschap.kern.relaties.rules import mag_werkgever_bewerken
from werklandschap.ontwerp.pdf import maak_pdf
from werklandschap.werkgever.orientatie import actions, beleid, sroi
from werklandschap.werkgever.orientatie.catalogi import manieren
from werklandschap.werkgever.orientatie.forms import (
    Beleidformulier,
    Checklistformulier,
    Functieformulier,
    Invulformulier,
    Opdrachtformulier,
    Telformulier,
)
from werklandschap.werkgever.orientatie.haken_uit import werkplekken_van
from werklandschap.werkgever.orientatie.models import Beleidsversie, Functie, SroiInvulling
from werklandschap.werkgever.orientatie.pso import pso_stand, tel_pso
from werklandschap.werkgever.orientatie.sroi_bedragen import bedragen_op, bedragversies, mag_bedragen_zetten

GESCHIKTBADGE = {Functie.Geschikt.JA: "goed", Functie.Geschikt.DEELS: "bezig", Functie.Geschikt.NEE: "neutraal"}


def uitwerkingen(werkgever: Werkgever) -> list[tuple[str, str]]:
    """(label, address) of the pages that work a way out."""
    pk = werkgever.pk
    return [
        (_("Checklist"), reverse("werkgever_orientatie:checklist", args=[pk])),
        (_("Geschikte functies"), reverse("werkgever_orientatie:functies", args=[pk])),
        (_("Social return berekenen"), reverse("werkgever_orientatie:sroi", args=[pk])),
        (_("Prestatieladder (PSO)"), reverse("werkgever_orientatie:pso", args=[pk])),
        (_("Personeelsbeleid schrijven"), reverse("werkgever_orientatie:beleid", args=[pk, "hr"])),
        (_("Missie schrijven"), reverse("werkgever_orientatie:beleid", args=[pk, "missie"])),
    ]


@require_http_methods(["GET", "POST"])
def checklist(request: HttpRequest, nummer: int) -> HttpResponse:
    """Questions about this employer, and which ways the answers point to."""
    gebruiker, werkgever = gebruiker_van(request), werkgever_van_verzoek(request, nummer)
    vorige = werkgever.checklists.first()
    gegevens = request.POST if request.method == "POST" else None
    formulier = Checklistformulier(gegevens, antwoorden=vorige.antwoorden if vorige else {})
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            actions.vul_checklist_in(werkgever=werkgever, antwoorden=formulier.antwoorden(), door=gebruiker)
            messages.success(request, _("De checklist is bewaard. Hieronder staat wat past."))
            return redirect("werkgever_orientatie:checklist", werkgever.pk)
    gekozen = set(werkgever.manierkeuzes.values_list("manier", flat=True))
    redenen = actions.redenen_van(vorige)
    past = [(vind(manieren(), code), lijst, code in gekozen) for code, lijst in redenen.items()]
    context = {
        "formulier": formulier,
        "vorige": vorige,
        "past": [rij for rij in past if rij[0] is not None],
        "uitwerkingen": uitwerkingen(werkgever),
    }
    return toon_relatiepagina(request, werkgever, "werkgever_orientatie/checklist.html", context)


@require_http_methods(["GET", "POST"])
def functies(request: HttpRequest, nummer: int) -> HttpResponse:
    """Which functions qualify, and why."""
    gebruiker, werkgever = gebruiker_van(request), werkgever_van_verzoek(request, nummer)
    formulier = Functieformulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            actions.bekijk_functie(werkgever=werkgever, door=gebruiker, **formulier.cleaned_data)
            messages.success(request, _("De functie is bewaard."))
            return redirect("werkgever_orientatie:functies", werkgever.pk)
    rijen = [
        (f, naam_van(manieren(), f.manier) if f.manier else "", GESCHIKTBADGE[Functie.Geschikt(f.geschikt)])
        for f in werkgever.functies.all()
    ]
    context = {"formulier": formulier, "functies": rijen, "uitwerkingen": uitwerkingen(werkgever)}
    return toon_relatiepagina(request, werkgever, "werkgever_orientatie/functies.html", context)


@require_http_methods(["GET", "POST"])
def sroi_opdrachten(request: HttpRequest, nummer: int) -> HttpResponse:
    """Every order: the obligation, what fulfils it line by line, what is left; and a new order."""
    gebruiker, werkgever = gebruiker_van(request), werkgever_van_verzoek(request, nummer)
    formulier = Opdrachtformulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            rij = sroi.maak_opdracht(werkgever=werkgever, door=gebruiker, **formulier.cleaned_data)
            messages.success(request, _("De opdracht staat erbij. Vul nu in wat het bedrijf doet."))
            return redirect("werkgever_orientatie:sroi_invullen", werkgever.pk, rij.pk)
    context = {
        "formulier": formulier,
        "standen": sroi.standen_van(werkgever),
        "uitwerkingen": uitwerkingen(werkgever),
        "bedragen": bedragen_op(bedragversies(werkgever.gemeente_id), timezone.localdate()),
        "mag_bedragen": mag_bedragen_zetten(gebruiker),
    }
    return toon_relatiepagina(request, werkgever, "werkgever_orientatie/sroi.html", context)


@require_http_methods(["GET", "POST"])
def sroi_invullen(request: HttpRequest, nummer: int, opdracht: int) -> HttpResponse:
    """An effort for one order."""
    gebruiker, werkgever = gebruiker_van(request), werkgever_van_verzoek(request, nummer)
    vereis(mag_werkgever_bewerken(gebruiker, werkgever))
    rij = get_object_or_404(werkgever.sroi_opdrachten.select_related("werkgever__keten"), pk=opdracht)
    plekken = werkplekken_van(werkgever)
    formulier = Invulformulier(request.POST or None, plekken=plekken.values())
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            sroi.vul_in(opdracht=rij, door=gebruiker, **formulier.cleaned_data)
            messages.success(request, _("Dit telt nu mee."))
            return redirect("werkgever_orientatie:sroi", werkgever.pk)
    kop = _("Wat vult {naam} in?").format(naam=rij.naam)
    context = {"formulier": formulier, "kop": kop, "knop": _("Tel mee")}
    return toon_relatiepagina(request, werkgever, "relaties/formulier.html", context)


@require_POST
def sroi_weg(request: HttpRequest, nummer: int, invulling: int) -> HttpResponse:
    """An effort no longer counts."""
    gebruiker, werkgever = gebruiker_van(request), werkgever_van_verzoek(request, nummer)
    rijen = SroiInvulling.objects.select_related("opdracht__werkgever__keten")
    rij = get_object_or_404(rijen, pk=invulling, opdracht__werkgever=werkgever)
    sroi.haal_weg(invulling=rij, door=gebruiker)
    messages.success(request, _("Dit telt niet meer mee."))
    return redirect("werkgever_orientatie:sroi", werkgever.pk)


@require_http_methods(["GET", "POST"])
def pso(request: HttpRequest, nummer: int) -> HttpResponse:
    """An indication of the step on the PSO, from a count of the company itself."""
    gebruiker, werkgever = gebruiker_van(request), werkgever_van_verzoek(request, nummer)
    stand = pso_stand(werkgever)
    begin = {naam: getattr(stand.telling, naam) for naam in Telformulier.base_fields} if stand else None
    formulier = Telformulier(request.POST or None, initial=begin)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            tel_pso(werkgever=werkgever, door=gebruiker, **formulier.cleaned_data)
            messages.success(request, _("De telling is bewaard."))
            return redirect("werkgever_orientatie:pso", werkgever.pk)
    context = {"formulier": formulier, "stand": stand, "uitwerkingen": uitwerkingen(werkgever)}
    return toon_relatiepagina(request, werkgever, "werkgever_orientatie/pso.html", context)


@require_http_methods(["GET", "POST"])
def beleid_schrijven(request: HttpRequest, nummer: int, soort: str) -> HttpResponse:
    """Write a policy or mission from building blocks; every save is a version."""
    gebruiker, werkgever = gebruiker_van(request), werkgever_van_verzoek(request, nummer)
    if soort not in Beleidsversie.Soort.values:
        raise Http404
    versies = list(werkgever.beleid.filter(soort=soort).select_related("door"))
    teksten = versies[0].teksten if versies else beleid.begintekst(werkgever, soort)
    gegevens = request.POST if request.method == "POST" else None
    formulier = Beleidformulier(gegevens, soort=soort, teksten=teksten)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            beleid.bewaar_beleid(werkgever=werkgever, soort=soort, teksten=formulier.cleaned_data, door=gebruiker)
            messages.success(request, _("De tekst is bewaard. U kunt er een PDF van maken."))
            return redirect("werkgever_orientatie:beleid", werkgever.pk, soort)
    context = {
        "formulier": formulier,
        "versies": versies,
        "soort": soort,
        "naam": Beleidsversie.Soort(soort).label,
        "uitwerkingen": uitwerkingen(werkgever),
    }
    return toon_relatiepagina(request, werkgever, "werkgever_orientatie/beleid.html", context)


@require_GET
def beleid_pdf(request: HttpRequest, nummer: int, soort: str, versie: int) -> HttpResponse:
    """One version as a PDF."""
    werkgever = werkgever_van_verzoek(request, nummer)
    rij = get_object_or_404(werkgever.beleid.select_related("werkgever"), soort=soort, versie=versie)
    antwoord = HttpResponse(maak_pdf("beleid.typ", beleid.pdfgegevens(rij)), content_type="application/pdf")
    antwoord["Content-Disposition"] = f'inline; filename="{soort}-{versie}.pdf"'
    return antwoord
