"""Badges of one person, for the professional and for the person; and the issuers a municipality trusts."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from werklandschap.beheer.toegang import alleen_beheerders, beheerder_en_gemeente
from werklandschap.competenties.models import Competentie
from werklandschap.kern.basis.fouten import Invoerfout, fouten_op
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.pagina import gebruiker_van, toon_dossierpagina
from werklandschap.kern.dossiers.queries import dossier_van_verzoek
from werklandschap.kern.dossiers.rules import mag_dossier_bewerken
from werklandschap.kern.profielen.suggesties import Suggestieformulier
from werklandschap.koppelingen.badges import actions
from werklandschap.koppelingen.badges.forms import Badgebestand, Badgeformulier, Uitgeverformulier
from werklandschap.koppelingen.badges.lezen import MAX_BYTES
from werklandschap.koppelingen.badges.models import Badge, Uitgever
from werklandschap.koppelingen.badges.queries import voorstellen
from werklandschap.koppelingen.badges.weergave import badgeregel
from werklandschap.portaal.views_mijn import tabs, van


def _open(request: HttpRequest, nummer: int) -> Dossier:
    return dossier_van_verzoek(request, nummer, onderdeel="badges")


def _badge(dossier: Dossier, sleutel: UUID) -> Badge:
    badge = get_object_or_404(Badge, pk=sleutel, dossier=dossier)
    badge.dossier = dossier
    return badge


def _regels(dossier: Dossier, *, zelf: bool = False) -> list[dict[str, Any]]:
    return [badgeregel(badge, zelf=zelf) for badge in Badge.objects.filter(dossier=dossier).defer("inhoud", "adres")]


def _lees_in(request: HttpRequest, dossier: Dossier, formulier: Badgebestand) -> Badge | None:
    """The badge that came in; None, with the errors on the form, when none did."""
    if not formulier.is_valid():
        return None
    velden = dict(formulier.cleaned_data)
    bestand = velden.pop("bestand")
    try:
        return actions.lees_badge_in(
            dossier=dossier, door=gebruiker_van(request), inhoud=bestand.read(MAX_BYTES + 1), **velden
        )
    except Invoerfout as fout:
        formulier.zet_fouten(fout.fouten)
        return None


@require_http_methods(["GET", "POST"])
def badges(request: HttpRequest, nummer: int) -> HttpResponse:
    """All badges of this person with what was checked; POST brings one in."""
    dossier = _open(request, nummer)
    formulier = Badgeformulier(request.POST or None, request.FILES or None)
    if request.method == "POST" and (badge := _lees_in(request, dossier, formulier)):
        messages.success(request, _("De badge is ingelezen. Hieronder staat wat wij hebben gecontroleerd."))
        return redirect("badges:badge", dossier.pk, badge.pk)
    context = {
        "regels": _regels(dossier),
        "formulier": formulier,
        "mag_bewerken": mag_dossier_bewerken(gebruiker_van(request), dossier),
    }
    status = 422 if formulier.errors else 200
    return toon_dossierpagina(request, dossier, "badges/badges.html", context, status=status)


@require_http_methods(["GET", "POST"])
def badge(request: HttpRequest, nummer: int, sleutel: UUID) -> HttpResponse:
    """One badge: what was checked, and which competences it proves; POST takes those over."""
    dossier = _open(request, nummer)
    welke = _badge(dossier, sleutel)
    zoek = request.GET.get("zoek", "") or request.POST.get("zoek", "")
    voorstel = Suggestieformulier(request.POST or None, suggesties=voorstellen(welke, zoek) if welke.is_bewezen else [])
    if request.method == "POST" and voorstel.is_valid():
        gekozen = {suggestie.code: niveau for suggestie, niveau in voorstel.gekozen()}
        paren = [(c, gekozen[c.code]) for c in Competentie.objects.filter(code__in=gekozen)]
        with fouten_op(voorstel):
            actions.neem_badge_over(badge=welke, door=gebruiker_van(request), competenties=paren)
            messages.success(request, _("De badge telt nu mee in het profiel, als bewijs."))
            return redirect("profielen:profiel", dossier.pk)
    context = {
        **badgeregel(welke),
        "voorstel": voorstel,
        "zoek": zoek,
        "mag_bewerken": mag_dossier_bewerken(gebruiker_van(request), dossier),
    }
    status = 422 if voorstel.errors else 200
    return toon_dossierpagina(request, dossier, "badges/badge.html", context, status=status)


@require_POST
def opnieuw(request: HttpRequest, nummer: int, sleutel: UUID) -> HttpResponse:
    """Check again."""
    dossier = _open(request, nummer)
    actions.controleer_opnieuw(badge=_badge(dossier, sleutel), door=gebruiker_van(request))
    messages.success(request, _("De badge is opnieuw gecontroleerd."))
    return redirect("badges:badge", dossier.pk, sleutel)


@require_POST
def weg(request: HttpRequest, nummer: int, sleutel: UUID) -> HttpResponse:
    """Take a badge away."""
    dossier = _open(request, nummer)
    actions.verwijder_badge(badge=_badge(dossier, sleutel), door=gebruiker_van(request))
    messages.success(request, _("De badge is verwijderd."))
    return redirect("badges:badges", dossier.pk)


@require_http_methods(["GET", "POST"])
def mijn_badges(request: HttpRequest) -> HttpResponse:
    """The person's own badges, in plain words; POST brings one in."""
    _gebruiker, dossier = van(request)
    formulier = Badgebestand(request.POST or None, request.FILES or None)
    if request.method == "POST" and (nieuwe := _lees_in(request, dossier, formulier)):
        toon = messages.success if nieuwe.is_bewezen else messages.warning
        toon(request, str(badgeregel(nieuwe, zelf=True)["voor_de_persoon"]))
        return redirect("badges:mijn")
    context = {"regels": _regels(dossier, zelf=True), "formulier": formulier, "tabregels": tabs(request)}
    return render(request, "badges/mijn.html", context, status=422 if formulier.errors else 200)


@require_POST
def mijn_weg(request: HttpRequest, sleutel: UUID) -> HttpResponse:
    """The person takes a badge away."""
    gebruiker, dossier = van(request)
    try:
        actions.verwijder_badge(badge=_badge(dossier, sleutel), door=gebruiker)
    except Invoerfout as fout:
        messages.error(request, " ".join(fout.fouten.values()))
    else:
        messages.success(request, _("De badge is weg."))
    return redirect("badges:mijn")


@alleen_beheerders
@require_http_methods(["GET", "POST"])
def uitgevers(request: HttpRequest) -> HttpResponse:
    """The issuers this municipality trusts; POST adds one."""
    beheerder, gemeente = beheerder_en_gemeente(request)
    formulier = Uitgeverformulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            actions.vertrouw_uitgever(gemeente=gemeente, door=beheerder, **formulier.cleaned_data)
            messages.success(request, _("De uitgever staat op de lijst. Controleer zijn badges opnieuw."))
            return redirect("badges:uitgevers")
    context = {"rijen": Uitgever.objects.voor(beheerder), "formulier": formulier}
    return render(request, "badges/uitgevers.html", context, status=422 if formulier.errors else 200)


@alleen_beheerders
@require_POST
def uitgever_weg(request: HttpRequest, uitgever: int) -> HttpResponse:
    """Trust an issuer no longer."""
    beheerder, _gemeente = beheerder_en_gemeente(request)
    rij = get_object_or_404(Uitgever.objects.voor(beheerder), pk=uitgever)
    actions.haal_uitgever_weg(uitgever=rij, door=beheerder)
    messages.success(request, _("De uitgever staat niet meer op de lijst."))
    return redirect("badges:uitgevers")
