"""The list of placements, one placement, and a form for each step."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Prefetch, prefetch_related_objects
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from werklandschap.kern.basis.acties import vereis
from werklandschap.kern.basis.fouten import Invoerfout, fouten_op
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.tijdlijn.leeslog import log_lezing
from werklandschap.ontwerp.pdf import maak_pdf
from werklandschap.samen.bemiddeling.models import Voordracht
from werklandschap.samen.plaatsing import actions, besluiten, queries, rules
from werklandschap.samen.plaatsing.catalogus import INSTRUMENTEN, REDENEN_EINDE
from werklandschap.samen.plaatsing.forms import (
    Akkoordformulier,
    Besluitformulier,
    Eindeformulier,
    Plaatsingfilter,
    Plaatsingformulier,
    Risicoformulier,
    Vervangformulier,
    Wijzigformulier,
)
from werklandschap.samen.plaatsing.loon import loonwaarschuwingen
from werklandschap.samen.plaatsing.models import Besluit, Plaatsing
from werklandschap.samen.plaatsing.overeenkomst import inhoud
from werklandschap.samen.plaatsing.overzicht import instrumentkansen
from werklandschap.samen.plaatsing.pagina import (
    formulierpagina,
    gebruiker_van,
    plaatsing_van_medewerker,
    te_wijzigen,
)
from werklandschap.samen.plaatsing.proef import proef_van
from werklandschap.samen.plaatsing.rekenen import Uitkomst, afwijkingen_in_de_regio
from werklandschap.samen.plaatsing.verloop import LKS, subsidieverloop

PER_PAGINA = 25


@require_GET
def lijst(request: HttpRequest) -> HttpResponse:
    """Who works where, and what is being prepared."""
    gebruiker = gebruiker_van(request)
    vereis(rules.mag_plaatsingen_zien(gebruiker))
    filter_ = Plaatsingfilter(request.GET or {"status": "nu"})
    status = filter_.cleaned_data["status"] if filter_.is_valid() else "nu"
    pagina = Paginator(queries.lijst(gebruiker, status=status), PER_PAGINA).get_page(request.GET.get("pagina"))
    return render(request, "samen_plaatsing/lijst.html", {"pagina": pagina, "filter": filter_})


@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest) -> HttpResponse:
    """A new placement from a voordracht, or from a dossier and a job profile."""
    gebruiker = gebruiker_van(request)
    waaruit = _waaruit(request)
    dossier, werkprofiel = waaruit["dossier"], waaruit["werkprofiel"]
    vereis(rules.mag_plaatsen(gebruiker, dossier, werkprofiel))
    begin = {
        "functie": werkprofiel.titel,
        "van": werkprofiel.start,
        "tot": werkprofiel.einde,
        "uren": werkprofiel.uren_max or werkprofiel.uren_min,
        "begeleiding": werkprofiel.begeleiding,
    }
    formulier = Plaatsingformulier(request.POST or None, initial=begin)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            gemaakt = actions.maak_plaatsing(door=gebruiker, **waaruit, **formulier.cleaned_data)
            messages.success(request, _("De plaatsing staat klaar. Leg nu het akkoord van beide kanten vast."))
            return redirect("samen_plaatsing:plaatsing", gemaakt.pk)
    context = {"formulier": formulier, "dossier": dossier, "werkprofiel": werkprofiel}
    return render(request, "samen_plaatsing/nieuw.html", context, status=422 if formulier.errors else 200)


def _waaruit(request: HttpRequest) -> dict[str, Any]:
    gebruiker = gebruiker_van(request)
    sleutels = {naam: request.GET.get(naam, "") for naam in ("voordracht", "dossier", "werkprofiel")}
    if sleutels["voordracht"].isdecimal():
        rijen = Voordracht.objects.voor(gebruiker).select_related(
            "dossier__werkzoekende", "dossier__keten", "werkprofiel__werkgever__keten", "werkprofiel__gemeente"
        )
        voordracht = get_object_or_404(rijen, pk=int(sleutels["voordracht"]))
        return {"voordracht": voordracht, "dossier": voordracht.dossier, "werkprofiel": voordracht.werkprofiel}
    if not (sleutels["dossier"].isdecimal() and sleutels["werkprofiel"].isdecimal()):
        raise Http404
    dossiers = Dossier.objects.filter(gemeente=gebruiker.gemeente_id).select_related("werkzoekende", "keten")
    profielen = Werkprofiel.objects.voor(gebruiker).select_related("werkgever__keten", "gemeente")
    return {
        "voordracht": None,
        "dossier": get_object_or_404(dossiers, pk=int(sleutels["dossier"])),
        "werkprofiel": get_object_or_404(profielen, pk=int(sleutels["werkprofiel"])),
    }


@require_GET
def plaatsing(request: HttpRequest, nummer: int) -> HttpResponse:
    """Agreements, instruments with amounts, pitfalls, and how colleagues are prepared."""
    rij = plaatsing_van_medewerker(request, nummer)
    gebruiker = gebruiker_van(request)
    met_namen = Besluit.objects.select_related("door", "tweede_door")
    prefetch_related_objects([rij], "standen", Prefetch("besluiten", met_namen))
    besluiten = list(rij.besluiten.all())
    regels = queries.besluitregels(besluiten)
    peil = max(timezone.localdate(), rij.van)
    heeft_subsidie = any(r.besluit.instrument == LKS and r.loopt for r in regels)
    nu = subsidieverloop(rij).op(peil) if heeft_subsidie else None
    agendapunten = queries.checklijst(rij)
    context = {
        "plaatsing": rij,
        "mag_bewerken": rules.mag_plaatsing_bewerken(gebruiker, rij),
        "ontbreekt": actions.ontbreekt_voor_start(rij),
        "besluiten": regels,
        "totaal": queries.totaal_per_maand(regels, peil, nu.berekening.totaal_per_maand if nu else None),
        "mag_meekijken": {
            r.besluit.pk for r in regels if r.besluit.wacht and rules.mag_besluit_vaststellen(gebruiker, r.besluit)
        },
        "loonwaarschuwingen": loonwaarschuwingen(rij, list(rij.standen.all())),
        "kansen": instrumentkansen(rij) if rij.status == Plaatsing.Status.VOORBEREIDING else [],
        "proef": proef_van(rij, besluiten) if rij.status == Plaatsing.Status.LOOPT else None,
        "risicos": list(rij.risicos.all()),
        "checklijst": agendapunten,
        "klaar": sum(klaar for _punt, klaar in agendapunten),
        "afwijkingen": afwijkingen_in_de_regio(rij.dossier.gemeente),
        "reden_einde": REDENEN_EINDE.get(rij.reden_einde, ""),
    }
    return render(request, "samen_plaatsing/plaatsing.html", context)


@require_http_methods(["GET", "POST"])
def wijzigen(request: HttpRequest, nummer: int) -> HttpResponse:
    """Change what is agreed."""
    rij = te_wijzigen(request, nummer)
    begin = {naam: getattr(rij, naam) for naam in (*actions.AFGESPROKEN, "versie")}
    formulier = Wijzigformulier(request.POST or None, initial=begin)
    if rij.status == Plaatsing.Status.LOOPT:
        del formulier.fields["uren"]
    return formulierpagina(
        request,
        rij,
        formulier,
        titel=_("Wijzig de afspraken"),
        knop=_("Bewaar"),
        uitleg=_("Verandert er iets voor de start? Dan vraagt u beide kanten opnieuw om akkoord."),
        doe=lambda velden: actions.wijzig_plaatsing(plaatsing=rij, door=gebruiker_van(request), **velden),
        klaar=_("De afspraken zijn bewaard."),
    )


@require_http_methods(["GET", "POST"])
def akkoord(request: HttpRequest, nummer: int, kant: str) -> HttpResponse:
    """Record that the employer or the person agrees."""
    rij = te_wijzigen(request, nummer)
    acties = {"werkgever": actions.akkoord_werkgever, "klant": actions.akkoord_klant}
    if kant not in acties:
        raise Http404
    begin = {"op": timezone.localdate(), "wie": rij.dossier.werkzoekende.naam if kant == "klant" else ""}
    titels = {"werkgever": _("De werkgever is akkoord"), "klant": _("De klant is akkoord")}
    return formulierpagina(
        request,
        rij,
        Akkoordformulier(request.POST or None, initial=begin),
        titel=titels[kant],
        knop=_("Leg het akkoord vast"),
        doe=lambda velden: acties[kant](plaatsing=rij, door=gebruiker_van(request), **velden),
        klaar=_("Het akkoord is vastgelegd."),
    )


@require_POST
def starten(request: HttpRequest, nummer: int) -> HttpResponse:
    """The work begins."""
    rij = te_wijzigen(request, nummer)
    try:
        actions.start_plaatsing(plaatsing=rij, door=gebruiker_van(request))
    except Invoerfout as fout:
        messages.error(request, str(fout))
    else:
        messages.success(request, _("De plaatsing loopt. Maak nu het nazorgplan."))
    return redirect("samen_plaatsing:plaatsing", rij.pk)


@require_http_methods(["GET", "POST"])
def besluit(request: HttpRequest, nummer: int) -> HttpResponse:
    """Calculate an instrument first, then agree it."""
    rij = te_wijzigen(request, nummer)
    gekozen = request.GET.get("instrument", "")
    formulier = Besluitformulier(request.POST or None, initial={"van": rij.van, "instrument": gekozen})
    uitkomst = _proefberekening(request, rij, formulier)
    if uitkomst is not None or formulier.errors:
        return _toon_berekening(request, rij, formulier, uitkomst)
    return formulierpagina(
        request,
        rij,
        formulier,
        titel=_("Spreek een instrument af"),
        knop=_("Leg het besluit vast"),
        doe=lambda velden: besluiten.leg_besluit_vast(plaatsing=rij, door=gebruiker_van(request), **velden),
        klaar=_("Het instrument is afgesproken."),
        sjabloon="samen_plaatsing/besluit.html",
        context={"uitkomst": None, "instrumenten": INSTRUMENTEN},
    )


def _proefberekening(request: HttpRequest, rij: Plaatsing, formulier: Besluitformulier) -> Uitkomst | None:
    """The sum when the user only asked to calculate."""
    if "bereken" not in request.POST or not formulier.is_valid():
        return None
    velden = {n: w for n, w in formulier.cleaned_data.items() if n not in {"grondslag", "toelichting"}}
    with fouten_op(formulier):
        return besluiten.bereken_uitkomst(rij, **velden)
    return None


def _toon_berekening(
    request: HttpRequest, rij: Plaatsing, formulier: Besluitformulier, uitkomst: Uitkomst | None
) -> HttpResponse:
    context = {
        "plaatsing": rij,
        "formulier": formulier,
        "titel": _("Spreek een instrument af"),
        "knop": _("Leg het besluit vast"),
        "uitleg": "",
        "terug_url": reverse("samen_plaatsing:plaatsing", args=[rij.pk]),
        "uitkomst": uitkomst,
        "instrumenten": INSTRUMENTEN,
    }
    return render(request, "samen_plaatsing/besluit.html", context, status=422 if formulier.errors else 200)


@require_http_methods(["GET", "POST"])
def vervangen(request: HttpRequest, nummer: int, sleutel: int) -> HttpResponse:
    """A new decision in place of an old one."""
    rij = te_wijzigen(request, nummer)
    oud = get_object_or_404(rij.besluiten.geldig(), pk=sleutel)
    begin = {
        "van": timezone.localdate(),
        "tot": oud.tot,
        "loonwaarde": oud.invoer.get("loonwaarde"),
        "forfaitair": oud.invoer.get("forfaitair", False),
        "lkv_groepen": oud.invoer.get("groepen", []),
        "bedrag_per_maand": None if oud.regels else oud.bedrag_per_maand,
        "bedrag_eenmalig": oud.bedrag_eenmalig,
        "grondslag": oud.grondslag,
        **{
            naam: oud.invoer[naam] for naam in ("uren_per_maand", "tarief", "regime", "aanbieder") if naam in oud.invoer
        },
    }
    return formulierpagina(
        request,
        rij,
        Vervangformulier(request.POST or None, initial=begin),
        titel=_("Vervang het besluit"),
        knop=_("Bewaar het nieuwe besluit"),
        uitleg=_("Het oude besluit blijft te lezen."),
        doe=lambda velden: besluiten.vervang_besluit(besluit=oud, door=gebruiker_van(request), **velden),
        klaar=_("Het besluit is vervangen."),
    )


@require_http_methods(["GET", "POST"])
def risico(request: HttpRequest, nummer: int) -> HttpResponse:
    """Add a pitfall with plan B."""
    rij = te_wijzigen(request, nummer)
    return formulierpagina(
        request,
        rij,
        Risicoformulier(request.POST or None),
        titel=_("Wat als het misgaat?"),
        knop=_("Voeg toe"),
        uitleg=_("Bespreek dit met klant en werkgever. Wat u zelf schrijft, komt niet op het papier van de werkgever."),
        doe=lambda velden: actions.voeg_risico_toe(plaatsing=rij, door=gebruiker_van(request), **velden),
        klaar=_("De valkuil en het plan B staan erbij."),
    )


@require_POST
def voorbereiding(request: HttpRequest, nummer: int) -> HttpResponse:
    """Save which points of the checklist are done."""
    rij = te_wijzigen(request, nummer)
    versie = request.POST.get("versie", "")
    actions.zet_voorbereiding(
        plaatsing=rij,
        klaar=request.POST.getlist("klaar"),
        versie=int(versie) if versie.isdecimal() else None,
        door=gebruiker_van(request),
    )
    messages.success(request, _("De lijst is bewaard."))
    return redirect("samen_plaatsing:plaatsing", rij.pk)


@require_http_methods(["GET", "POST"])
def einde(request: HttpRequest, nummer: int) -> HttpResponse:
    """The work ends, or never starts."""
    rij = te_wijzigen(request, nummer)
    formulier = Eindeformulier(request.POST or None, initial={"op": timezone.localdate()})
    loopt = rij.status == Plaatsing.Status.LOOPT
    if not loopt:
        del formulier.fields["op"]
    actie = actions.beeindig_plaatsing if loopt else actions.breek_af
    return formulierpagina(
        request,
        rij,
        formulier,
        titel=_("Beëindig de plaatsing") if loopt else _("De plaatsing gaat niet door"),
        knop=_("Leg vast"),
        doe=lambda velden: actie(plaatsing=rij, door=gebruiker_van(request), **velden),
        klaar=_("De plaatsing is afgesloten."),
    )


@require_GET
def overeenkomst(request: HttpRequest, nummer: int) -> HttpResponse:
    """The agreement as a PDF, for both sides and colleagues."""
    gebruiker = gebruiker_van(request)
    rij = get_object_or_404(queries.met_alles(Plaatsing.objects.voor(gebruiker)), pk=nummer)
    if not rules.mag_overeenkomst_zien(gebruiker, rij):
        raise Http404
    log_lezing(keten=rij.dossier.keten, door=gebruiker, onderdeel="overeenkomst")
    antwoord = HttpResponse(maak_pdf("overeenkomst.typ", inhoud(rij)), content_type="application/pdf")
    antwoord["Content-Disposition"] = f'inline; filename="plaatsing-{rij.pk}.pdf"'
    antwoord["Cache-Control"] = "no-store"
    return antwoord
