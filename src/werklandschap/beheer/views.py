"""The administrator's pages: the municipality, its people, and the read log. Tile texts are in `views_teksten`."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import default_token_generator
from allauth.account.internal.flows.password_reset import get_reset_password_from_key_url
from allauth.account.utils import user_pk_to_url_str
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.mail import send_mail
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from werklandschap.beheer import actions, queries
from werklandschap.beheer.forms import (
    Gebruikerformulier,
    Gemeenteformulier,
    Lezingenfilter,
    Logoformulier,
    Partnerformulier,
    Teamformulier,
)
from werklandschap.beheer.toegang import alleen_beheerders, beheerder_en_gemeente
from werklandschap.kern.basis.acties import na_vastleggen
from werklandschap.kern.basis.fouten import Invoerfout, fouten_op
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.toegang.actions import maak_gebruiker, wijzig_gebruiker, wis_tweede_factor
from werklandschap.kern.toegang.models import Gebruiker

PER_PAGINA = 25


@login_not_required
@require_GET
@cache_control(max_age=31536000, public=True, immutable=True)
def kleur(request: HttpRequest, code: str, versie: int) -> HttpResponse:
    """The municipality's colour as a stylesheet; its version is in the address, so it may be kept for ever."""
    gemeente = get_object_or_404(Gemeente, code=code)
    return HttpResponse(
        f":root {{ --wl-merk: {gemeente.kleur}; --wl-merk-tekst: #fff; }}\n", content_type="text/css; charset=utf-8"
    )


@alleen_beheerders
@require_GET
def overzicht(request: HttpRequest) -> HttpResponse:
    """Where everything is."""
    _beheerder, gemeente = beheerder_en_gemeente(request)
    return render(request, "beheer/overzicht.html", {"gemeente": gemeente, "delen": queries.onderdelen()})


@alleen_beheerders
@require_http_methods(["GET", "POST"])
def gemeente(request: HttpRequest) -> HttpResponse:
    """Name, colour and how to reach us."""
    beheerder, rij = beheerder_en_gemeente(request)
    begin = {veld: getattr(rij, veld) for veld in ("versie", "naam", "kleur", "telefoon", "email")}
    formulier = Gemeenteformulier(request.POST or None, initial=begin)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            actions.wijzig_gemeente(gemeente=rij, door=beheerder, **formulier.cleaned_data)
            messages.success(request, _("De gegevens van de gemeente zijn bewaard."))
            return redirect("beheer:gemeente")
    return render(request, "beheer/gemeente.html", {"formulier": formulier, "logo": Logoformulier(), "gemeente": rij})


@alleen_beheerders
@require_POST
def logo(request: HttpRequest) -> HttpResponse:
    """Put another logo."""
    beheerder, rij = beheerder_en_gemeente(request)
    formulier = Logoformulier(request.POST, request.FILES)
    if formulier.is_valid():
        try:
            actions.zet_logo(gemeente=rij, door=beheerder, bestand=formulier.cleaned_data["logo"])
        except Invoerfout as fout:
            messages.error(request, " ".join(fout.fouten.values()))
        else:
            messages.success(request, _("Het logo is bewaard."))
    else:
        messages.error(request, _("Kies eerst een bestand."))
    return redirect("beheer:gemeente")


@alleen_beheerders
@require_GET
def gebruikers(request: HttpRequest) -> HttpResponse:
    """All accounts of the municipality and of its partners."""
    _beheerder, rij = beheerder_en_gemeente(request)
    pagina = Paginator(queries.accounts_van(rij), PER_PAGINA).get_page(request.GET.get("pagina"))
    return render(request, "beheer/gebruikers.html", {"pagina": pagina})


@alleen_beheerders
@require_http_methods(["GET", "POST"])
def gebruiker_nieuw(request: HttpRequest) -> HttpResponse:
    """A new account, with an invitation by mail to set a password."""
    beheerder, rij = beheerder_en_gemeente(request)
    formulier = Gebruikerformulier(request.POST or None, gemeente=rij)
    if request.method == "POST" and formulier.is_valid():
        gegevens = dict(formulier.cleaned_data)
        gegevens.pop("telefoon")
        gemeente_bij_rol = None if gegevens["rol"] in queries.ROLLEN_ZONDER_GEMEENTE else rij
        with fouten_op(formulier):
            nieuw = maak_gebruiker(door=beheerder, gemeente=gemeente_bij_rol, **gegevens)
            nodig_uit(request, nieuw)
            messages.success(request, _("Het account is gemaakt. {naam} krijgt een mail.").format(naam=nieuw.naam))
            return redirect("beheer:gebruikers")
    return render(request, "beheer/formulier.html", {"formulier": formulier, "kop": _("Nieuw account")})


def nodig_uit(request: HttpRequest, gebruiker: Gebruiker) -> None:
    """Mail a link with which the new colleague sets a password."""
    sleutel = f"{user_pk_to_url_str(gebruiker)}-{default_token_generator.make_token(gebruiker)}"
    adres = get_reset_password_from_key_url(request, sleutel)
    tekst = _("Dag {naam},\n\nU heeft een account voor Werklandschap. Kies hier uw wachtwoord:\n{adres}\n").format(
        naam=gebruiker.naam, adres=adres
    )
    na_vastleggen(lambda: send_mail(_("Uw account voor Werklandschap"), tekst, None, [gebruiker.email]))


@alleen_beheerders
@require_http_methods(["GET", "POST"])
def gebruiker(request: HttpRequest, nummer: int) -> HttpResponse:
    """Change an account."""
    beheerder, rij = beheerder_en_gemeente(request)
    account = get_object_or_404(queries.accounts_van(rij), pk=nummer)
    velden = ("email", "naam", "rol", "team", "partnerorganisatie", "telefoon", "is_active")
    begin = {veld: getattr(account, veld) for veld in velden}
    formulier = Gebruikerformulier(request.POST or None, gemeente=rij, bestaand=True, initial=begin)
    if request.method == "POST" and formulier.is_valid():
        gegevens: dict[str, Any] = dict(formulier.cleaned_data)
        gegevens.pop("email")
        with fouten_op(formulier):
            wijzig_gebruiker(gebruiker=account, door=beheerder, **gegevens)
            messages.success(request, _("Het account is bewaard."))
            return redirect("beheer:gebruikers")
    return render(request, "beheer/gebruiker.html", {"formulier": formulier, "account": account})


@alleen_beheerders
@require_POST
def gebruiker_tweede_factor(request: HttpRequest, nummer: int) -> HttpResponse:
    """Remove the second factor of somebody who lost their device."""
    beheerder, rij = beheerder_en_gemeente(request)
    account = get_object_or_404(queries.accounts_van(rij), pk=nummer)
    wis_tweede_factor(gebruiker=account, door=beheerder)
    messages.success(request, _("De tweede stap van {naam} is gewist.").format(naam=account.naam))
    return redirect("beheer:gebruiker", nummer=account.pk)


@alleen_beheerders
@require_http_methods(["GET", "POST"])
def teams(request: HttpRequest) -> HttpResponse:
    """Teams, and a new one."""
    beheerder, rij = beheerder_en_gemeente(request)
    formulier = Teamformulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            actions.maak_team(gemeente=rij, door=beheerder, **formulier.cleaned_data)
            messages.success(request, _("Het team staat erbij."))
            return redirect("beheer:teams")
    return render(request, "beheer/teams.html", {"formulier": formulier, "teams": queries.teams_van(rij)})


@alleen_beheerders
@require_http_methods(["GET", "POST"])
def partners(request: HttpRequest) -> HttpResponse:
    """Partner organisations, and a new one."""
    beheerder, rij = beheerder_en_gemeente(request)
    formulier = Partnerformulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        actions.maak_partner(gemeente=rij, door=beheerder, **formulier.cleaned_data)
        messages.success(request, _("De partner staat erbij."))
        return redirect("beheer:partners")
    return render(request, "beheer/partners.html", {"formulier": formulier, "partners": rij.partners.all()})


@alleen_beheerders
@require_GET
def lezingen(request: HttpRequest) -> HttpResponse:
    """Who opened which dossier, when and why."""
    _beheerder, rij = beheerder_en_gemeente(request)
    filter_ = Lezingenfilter(request.GET or None)
    gevonden = queries.lezingen_van(rij, **(filter_.cleaned_data if filter_.is_valid() else {}))
    pagina = Paginator(gevonden, PER_PAGINA).get_page(request.GET.get("pagina"))
    return render(request, "beheer/lezingen.html", {"pagina": pagina, "filter": filter_})


@alleen_beheerders
@require_GET
def dagelijks(request: HttpRequest) -> HttpResponse:
    """What happens every day by itself, and how it went."""
    beheerder_en_gemeente(request)
    return render(request, "beheer/dagelijks.html", {"rondes": queries.dagrondes(), "vandaag": timezone.localdate()})


@alleen_beheerders
@require_GET
def parameters(request: HttpRequest) -> HttpResponse:
    """The amounts and terms of the law, with date and source; unverified ones say so."""
    return render(request, "beheer/parameters.html", {"groepen": queries.wettelijke_parameters()})
