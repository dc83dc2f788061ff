"""Readiness of a company and the survey among its colleagues."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.signing import BadSignature
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from werklandschap.kern.basis.acties import vereis
from werklandschap.kern.basis.fouten import fouten_op
from werklandschap.kern.relaties.pagina import gebruiker_van, toon_relatiepagina, werkgever_van_verzoek
from werklandschap.kern.relaties.rules import mag_werkgever_bewerken
from werklandschap.kern.toegang.tellen import tel_verzending
from werklandschap.werkgever.kandidaat_fit import actions, queries
from werklandschap.werkgever.kandidaat_fit.catalogi import punten
from werklandschap.werkgever.kandidaat_fit.forms import (
    Bewijsformulier,
    Draagvlakformulier,
    Gereedheidformulier,
    Onderzoekformulier,
)
from werklandschap.werkgever.kandidaat_fit.models import Draagvlakonderzoek

# Colleagues of one company often share one address.
HOOGUIT_PER_UUR = 200


@require_GET
def gereedheid(request: HttpRequest, nummer: int) -> HttpResponse:
    """What is there, what is missing and who helps; and what colleagues think."""
    werkgever = werkgever_van_verzoek(request, nummer)
    per_lijn = queries.puntbeelden(werkgever)
    beelden = [beeld for _lijn, rij in per_lijn for beeld in rij]
    onderzoek = werkgever.draagvlakonderzoeken.first()
    context = {
        "per_lijn": per_lijn,
        "iets_besproken": any(beeld.stand or beeld.gezegd for beeld in beelden),
        "ontbreekt": [beeld.punt for beeld in beelden if beeld.ontbreekt],
        "onderzoek": onderzoek,
        "uitslag": queries.uitslag_van(onderzoek) if onderzoek else None,
        "deellink": request.build_absolute_uri(
            reverse("werkgever_kandidaat_fit:draagvlak", args=[queries.deelcode(onderzoek)])
        )
        if onderzoek and onderzoek.is_open
        else "",
    }
    return toon_relatiepagina(request, werkgever, "werkgever_kandidaat_fit/gereedheid.html", context)


@require_http_methods(["GET", "POST"])
def bespreken(request: HttpRequest, nummer: int) -> HttpResponse:
    """Go through the points with the employer."""
    gebruiker, werkgever = gebruiker_van(request), werkgever_van_verzoek(request, nummer)
    vereis(mag_werkgever_bewerken(gebruiker, werkgever))
    formulier = Gereedheidformulier(request.POST or None, stand=queries.stand_van(werkgever))
    if request.method == "POST" and formulier.is_valid():
        actions.leg_gereedheid_vast(werkgever=werkgever, oordelen=formulier.oordelen(), door=gebruiker)
        messages.success(request, _("De antwoorden zijn bewaard."))
        return redirect("werkgever_kandidaat_fit:gereedheid", werkgever.pk)
    context = {"formulier": formulier, "kop": _("Is het bedrijf klaar?"), "knop": _("Bewaar de antwoorden")}
    return toon_relatiepagina(request, werkgever, "relaties/formulier.html", context)


@require_http_methods(["GET", "POST"])
def bewijs(request: HttpRequest, nummer: int) -> HttpResponse:
    """What a conversation says about a point; `?punt=` and `?moment=` fill in what is known, with the whole report."""
    gebruiker, werkgever = gebruiker_van(request), werkgever_van_verzoek(request, nummer)
    vereis(mag_werkgever_bewerken(gebruiker, werkgever))
    begin: dict[str, str] = {veld: request.GET[veld] for veld in ("punt", "moment") if veld in request.GET}
    if begin.get("moment", "").isdecimal():
        gesprek = werkgever.contactmomenten.filter(pk=begin["moment"]).first()
        begin["fragment"] = gesprek.verslag if gesprek else ""
    formulier = Bewijsformulier(request.POST or None, werkgever=werkgever, initial=begin)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            actions.voeg_bewijs_toe(werkgever=werkgever, door=gebruiker, **formulier.cleaned_data)
            messages.success(request, _("Het bewijs staat bij het punt."))
            return redirect("werkgever_kandidaat_fit:gereedheid", werkgever.pk)
    context = {"formulier": formulier, "kop": _("Wat zegt een gesprek?"), "knop": _("Bewaar het bewijs")}
    return toon_relatiepagina(request, werkgever, "relaties/formulier.html", context)


@require_GET
def gesprek(request: HttpRequest, nummer: int, moment: int) -> HttpResponse:
    """The report that evidence comes from, with all it says about readiness."""
    werkgever = werkgever_van_verzoek(request, nummer)
    rijen = werkgever.contactmomenten.filter(gehouden=True).select_related("contactpersoon", "door")
    stellingen = {p.code: p.stelling for p in punten()}
    rij = get_object_or_404(rijen, pk=moment)
    context = {
        "moment": rij,
        "bewijs_url": f"{reverse('werkgever_kandidaat_fit:bewijs', args=[werkgever.pk])}?moment={rij.pk}",
        "gezegd": [(stellingen.get(b.punt, b.punt), b) for b in werkgever.gespreksbewijs.filter(contactmoment=rij)],
    }
    return toon_relatiepagina(request, werkgever, "werkgever_kandidaat_fit/gesprek.html", context)


@require_http_methods(["GET", "POST"])
def draagvlak_starten(request: HttpRequest, nummer: int) -> HttpResponse:
    """Open a survey."""
    gebruiker, werkgever = gebruiker_van(request), werkgever_van_verzoek(request, nummer)
    vereis(mag_werkgever_bewerken(gebruiker, werkgever))
    formulier = Onderzoekformulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            actions.start_draagvlakonderzoek(werkgever=werkgever, door=gebruiker, **formulier.cleaned_data)
            messages.success(request, _("Het onderzoek is open. Stuur het bedrijf de link."))
            return redirect("werkgever_kandidaat_fit:gereedheid", werkgever.pk)
    context = {"formulier": formulier, "kop": _("Draagvlakonderzoek starten"), "knop": _("Start het onderzoek")}
    return toon_relatiepagina(request, werkgever, "relaties/formulier.html", context)


@login_not_required
@require_http_methods(["GET", "POST"])
def draagvlak(request: HttpRequest, code: str) -> HttpResponse:
    """The survey; nobody signs in and nothing about the sender is kept."""
    try:
        onderzoek = queries.onderzoek_bij(code)
    except (BadSignature, Draagvlakonderzoek.DoesNotExist) as fout:
        raise Http404(_("Deze link klopt niet.")) from fout
    formulier = Draagvlakformulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        if formulier.is_machine:
            return redirect("werkgever_kandidaat_fit:draagvlak_bedankt")
        waarden, tekst = formulier.antwoord()
        with fouten_op(formulier):
            tel_verzending(request, "draagvlak", HOOGUIT_PER_UUR)
            actions.beantwoord_draagvlak(onderzoek=onderzoek, waarden=waarden, tekst=tekst, door=None)
            return redirect("werkgever_kandidaat_fit:draagvlak_bedankt")
    context = {"formulier": formulier, "onderzoek": onderzoek, "bedrijf": onderzoek.werkgever.naam}
    return render(request, "werkgever_kandidaat_fit/draagvlak.html", context)


@login_not_required
@require_GET
def draagvlak_bedankt(request: HttpRequest) -> HttpResponse:
    """Thanks."""
    return render(request, "werkgever_kandidaat_fit/draagvlak_bedankt.html")
