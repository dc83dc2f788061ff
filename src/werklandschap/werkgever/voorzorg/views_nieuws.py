"""News for employers: write, look, send, and the page behind the link in the mail."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.core.signing import BadSignature
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from werklandschap.kern.basis.acties import vereis
from werklandschap.kern.basis.catalogus import naam_van
from werklandschap.kern.basis.fouten import fouten_op
from werklandschap.kern.instrumenten.catalogus import catalogus
from werklandschap.kern.relaties.catalogi import nieuwsonderwerpen, sectoren
from werklandschap.kern.relaties.models import Contactpersoon, Werkgever
from werklandschap.kern.relaties.pagina import gebruiker_van
from werklandschap.kern.relaties.rules import mag_werkgever_maken
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.werkgever.voorzorg import nieuws
from werklandschap.werkgever.voorzorg.forms import GEBRUIKT, Nieuwsformulier, Nieuwskeuze
from werklandschap.werkgever.voorzorg.models import Nieuwsbericht, Nieuwsontvangst

PER_PAGINA = 25
NAMEN_OP_PAGINA = 100


def _schrijver(request: HttpRequest) -> Gebruiker:
    """The colleague, who may write news."""
    gebruiker = gebruiker_van(request)
    vereis(mag_werkgever_maken(gebruiker))
    return gebruiker


def _eigen(gebruiker: Gebruiker, nummer: int) -> Nieuwsbericht:
    return get_object_or_404(
        Nieuwsbericht.objects.select_related("gemeente"), pk=nummer, gemeente=gebruiker.gemeente_id
    )


@require_GET
def lijst(request: HttpRequest) -> HttpResponse:
    """What was sent, to how many."""
    gebruiker = _schrijver(request)
    rijen = Nieuwsbericht.objects.filter(gemeente=gebruiker.gemeente_id).annotate(aantal=Count("ontvangsten"))
    rijen = rijen.order_by("-gemaakt_op", "-id")
    pagina = Paginator(rijen, PER_PAGINA).get_page(request.GET.get("pagina"))
    return render(request, "werkgever_voorzorg/nieuwslijst.html", {"pagina": pagina})


@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest) -> HttpResponse:
    """Write news; the next page shows it and who gets it. The address may name a subject to begin with."""
    gebruiker = _schrijver(request)
    assert gebruiker.gemeente is not None
    begin = {"onderwerpen": request.GET.getlist("onderwerp")}
    formulier = Nieuwsformulier(request.POST or None, gemeente=gebruiker.gemeente, initial=begin)
    if request.method == "POST" and formulier.is_valid():
        rij = nieuws.maak_nieuws(door=gebruiker, **formulier.velden())
        return redirect("werkgever_voorzorg:nieuws", rij.pk)
    return render(request, "werkgever_voorzorg/nieuws_nieuw.html", {"formulier": formulier})


@require_http_methods(["GET", "POST"])
def wijzig(request: HttpRequest, bericht: int) -> HttpResponse:
    """Another text or audience before it is sent."""
    gebruiker = _schrijver(request)
    rij = _eigen(gebruiker, bericht)
    namen = ("titel", "tekst", "onderwerpen", "instrumenten", "jaren", "sectoren", "groottes")
    begin = {naam: getattr(rij, naam) for naam in namen}
    formulier = Nieuwsformulier(request.POST or None, gemeente=rij.gemeente, initial=begin)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            nieuws.wijzig_nieuws(bericht=rij, door=gebruiker, **formulier.velden())
            return redirect("werkgever_voorzorg:nieuws", rij.pk)
    return render(request, "werkgever_voorzorg/nieuws_nieuw.html", {"formulier": formulier})


@require_http_methods(["GET", "POST"])
def bericht(request: HttpRequest, bericht: int) -> HttpResponse:
    """The mail as it arrives, with who gets it; after sending, who got it."""
    gebruiker = _schrijver(request)
    rij = _eigen(gebruiker, bericht)
    if request.method == "POST":
        aantal = nieuws.verstuur_nieuws(bericht=rij, door=gebruiker, adres=request.build_absolute_uri("/"))
        messages.success(request, _("Het nieuws gaat naar {aantal} mensen.").format(aantal=aantal))
        return redirect("werkgever_voorzorg:nieuws", rij.pk)
    context = {"bericht": rij, "keuzes": _keuzes(rij), "voet": nieuws.voettekst("https://…")}
    if rij.verstuurd_op:
        ontvangsten = rij.ontvangsten.select_related("persoon__werkgever").order_by("persoon__werkgever__naam", "pk")
        pagina = Paginator(ontvangsten, NAMEN_OP_PAGINA).get_page(request.GET.get("pagina"))
        regels = [(o.persoon, _ontvangen(o, rij)) for o in pagina]
        return render(request, "werkgever_voorzorg/nieuws.html", context | {"pagina": pagina, "regels": regels})
    publiek = nieuws.publiek_van(rij)
    pagina_op = Paginator(publiek.krijgen, NAMEN_OP_PAGINA).get_page(request.GET.get("pagina"))
    extra = {
        "pagina": pagina_op,
        "regels": [(persoon, None) for persoon in pagina_op],
        "aantal": len(publiek.krijgen),
        "willen_niet": len(publiek.willen_niet),
    }
    return render(request, "werkgever_voorzorg/nieuws.html", context | extra)


def _ontvangen(ontvangst: Nieuwsontvangst, bericht: Nieuwsbericht) -> tuple[str, str]:
    """How it went with one mail, and the kind of badge."""
    if ontvangst.verzonden_op is not None:
        return _("verzonden"), "goed"
    if not nieuws.wil_lezen(ontvangst.persoon, bericht.onderwerpen):
        return _("meldde zich af, niet verzonden"), "neutraal"
    return _("wordt verzonden"), "bezig"


def _keuzes(bericht: Nieuwsbericht) -> list[tuple[str, str]]:
    """The audience in words; what was not chosen says everyone."""
    instrumenten = catalogus(bericht.gemeente)
    grootten = dict(Werkgever.Grootte.choices)
    gebruikt = ", ".join(instrumenten[c].naam if c in instrumenten else c for c in bericht.instrumenten)
    if gebruikt:
        gebruikt += f" ({str(dict(GEBRUIKT).get(bericht.jaren, '')).lower()})"
    return [
        (_("Waarover"), ", ".join(naam_van(nieuwsonderwerpen(), c) for c in bericht.onderwerpen) or _("alles")),
        (_("Gebruikt instrument"), gebruikt or _("maakt niet uit")),
        (_("Sector"), ", ".join(naam_van(sectoren(), c) for c in bericht.sectoren) or _("alle")),
        (_("Grootte"), ", ".join(str(grootten.get(c, c)) for c in bericht.groottes) or _("alle")),
    ]


@login_not_required
@require_http_methods(["GET", "POST"])
def afmelden(request: HttpRequest, code: str) -> HttpResponse:
    """The link in the mail: choose subjects or stop, no account."""
    try:
        persoon = nieuws.persoon_bij(code)
    except (BadSignature, Contactpersoon.DoesNotExist) as fout:
        raise Http404(_("Deze link klopt niet.")) from fout
    alles = [onderwerp.code for onderwerp in nieuwsonderwerpen()]
    formulier = Nieuwskeuze(
        request.POST if "over" in request.POST or "kies" in request.POST else None,
        initial={"over": (persoon.nieuws_over or alles) if persoon.wil_nieuws else []},
    )
    if request.method == "POST":
        if formulier.is_valid():
            nieuws.kies_nieuws(persoon=persoon, over=formulier.cleaned_data["over"], door=None)
        elif not formulier.is_bound:
            nieuws.meld_af(persoon=persoon, door=None)
        if not formulier.errors:
            messages.success(request, _("Uw keuze is bewaard."))
            return redirect("werkgever_voorzorg:afmelden", code)
    return render(
        request, "werkgever_voorzorg/afmelden.html", {"formulier": formulier, "wil_nieuws": persoon.wil_nieuws}
    )
