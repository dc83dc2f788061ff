"""What hangs on an employer: contacts, branches, people, the fixed contact, and visits to tiles."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from werklandschap.kern.basis.acties import vereis
from werklandschap.kern.basis.fouten import Invoerfout, fouten_op
from werklandschap.kern.relaties import actions, contacten, rules
from werklandschap.kern.relaties.forms import (
    Accountmanagerformulier,
    Bestaandpersoonformulier,
    Bezoekeindformulier,
    Contactformulier,
    Persoonaccountformulier,
    Persoonformulier,
    Samenvoegformulier,
    Verslagformulier,
    Vestigingformulier,
)
from werklandschap.kern.relaties.gegevens import Contactgegevens
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.relaties.pagina import gebruiker_van, toon_relatiepagina, werkgever_van_verzoek
from werklandschap.kern.relaties.samenvoegen import voeg_werkgevers_samen
from werklandschap.kern.tijdlijn.actions import beeindig_bezoek, start_bezoek
from werklandschap.kern.tijdlijn.models import Tegelbezoek
from werklandschap.kern.tijdlijn.rules import mag_keten_bewerken
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.landschap.tegels import alle_tegels
from werklandschap.ontwerp.formulieren import Basisformulier


def _toon(request: HttpRequest, werkgever: Werkgever, formulier: Basisformulier, kop: str, knop: str) -> HttpResponse:
    context: dict[str, Any] = {"formulier": formulier, "kop": kop, "knop": knop}
    return toon_relatiepagina(request, werkgever, "relaties/formulier.html", context)


@require_http_methods(["GET", "POST"])
def contact(request: HttpRequest, nummer: int) -> HttpResponse:
    """Record or plan a contact; made for a phone."""
    gebruiker, werkgever = gebruiker_van(request), werkgever_van_verzoek(request, nummer)
    vereis(rules.mag_contact_vastleggen(gebruiker, werkgever))
    formulier = Contactformulier(request.POST or None, werkgever=werkgever)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            moment = contacten.leg_contact_vast(
                werkgever=werkgever, invoer=contacten.Contactinvoer(**formulier.cleaned_data), door=gebruiker
            )
            messages.success(
                request, _("Het contact is vastgelegd.") if moment.gehouden else _("Het contact is gepland.")
            )
            return redirect("relaties:relatie", werkgever.pk)
    return toon_relatiepagina(request, werkgever, "relaties/contact.html", {"formulier": formulier})


@require_http_methods(["GET", "POST"])
def contact_afronden(request: HttpRequest, nummer: int, moment: int) -> HttpResponse:
    """The report of a planned contact, or: it did not take place."""
    gebruiker, werkgever = gebruiker_van(request), werkgever_van_verzoek(request, nummer)
    vereis(rules.mag_contact_vastleggen(gebruiker, werkgever))
    rij = get_object_or_404(werkgever.contactmomenten.select_related("contactpersoon"), pk=moment, gehouden=False)
    formulier = Verslagformulier(request.POST or None)
    if request.method == "POST" and "niet_doorgegaan" in request.POST:
        contacten.rond_contact_af(moment=rij, door=gebruiker, ging_door=False)
        messages.info(request, _("Genoteerd: dit contact ging niet door."))
        return redirect("relaties:relatie", werkgever.pk)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            contacten.rond_contact_af(moment=rij, door=gebruiker, **formulier.cleaned_data)
            messages.success(request, _("Het verslag is bewaard."))
            return redirect("relaties:relatie", werkgever.pk)
    context = {"formulier": formulier, "moment": rij}
    return toon_relatiepagina(request, werkgever, "relaties/contact_afronden.html", context)


@require_http_methods(["GET", "POST"])
def vestiging(request: HttpRequest, nummer: int) -> HttpResponse:
    """Another branch."""
    gebruiker, werkgever = gebruiker_van(request), werkgever_van_verzoek(request, nummer)
    vereis(rules.mag_werkgever_bewerken(gebruiker, werkgever))
    formulier = Vestigingformulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            actions.voeg_vestiging_toe(werkgever=werkgever, gegevens=formulier.gegevens(), door=gebruiker)
            messages.success(request, _("De vestiging staat erbij."))
            return redirect("relaties:relatie", werkgever.pk)
    return _toon(request, werkgever, formulier, _("Vestiging toevoegen"), _("Bewaar de vestiging"))


@require_http_methods(["GET", "POST"])
def persoon_nieuw(request: HttpRequest, nummer: int) -> HttpResponse:
    """Another person to speak to."""
    gebruiker, werkgever = gebruiker_van(request), werkgever_van_verzoek(request, nummer)
    vereis(rules.mag_contact_vastleggen(gebruiker, werkgever))
    formulier = Persoonformulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            actions.voeg_contactpersoon_toe(werkgever=werkgever, gegevens=formulier.gegevens(), door=gebruiker)
            messages.success(request, _("De contactpersoon staat erbij."))
            return redirect("relaties:relatie", werkgever.pk)
    return _toon(request, werkgever, formulier, _("Contactpersoon toevoegen"), _("Bewaar de contactpersoon"))


@require_http_methods(["GET", "POST"])
def persoon(request: HttpRequest, nummer: int, persoon: int) -> HttpResponse:
    """Change somebody, or note that they left."""
    gebruiker, werkgever = gebruiker_van(request), werkgever_van_verzoek(request, nummer)
    vereis(rules.mag_contact_vastleggen(gebruiker, werkgever))
    rij = get_object_or_404(werkgever.contactpersonen.select_related("werkgever__keten"), pk=persoon)
    begin = {naam: getattr(rij, naam) for naam in (*asdict(Contactgegevens("")), "actief")}
    formulier = Bestaandpersoonformulier(request.POST or None, initial=begin)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            actions.wijzig_contactpersoon(
                persoon=rij, gegevens=formulier.gegevens(), actief=formulier.cleaned_data["actief"], door=gebruiker
            )
            messages.success(request, _("De contactpersoon is bewaard."))
            return redirect("relaties:relatie", werkgever.pk)
    return _toon(request, werkgever, formulier, rij.naam, _("Bewaar de contactpersoon"))


@require_http_methods(["GET", "POST"])
def persoon_account(request: HttpRequest, nummer: int, persoon: int) -> HttpResponse:
    """Let somebody of the company sign in on /bedrijf/."""
    gebruiker, werkgever = gebruiker_van(request), werkgever_van_verzoek(request, nummer)
    vereis(rules.mag_werkgever_bewerken(gebruiker, werkgever))
    rij = get_object_or_404(werkgever.contactpersonen.select_related("werkgever__keten"), pk=persoon)
    formulier = Persoonaccountformulier(request.POST or None, initial={"account": rij.email})
    if request.method == "POST" and formulier.is_valid():
        gevonden = Gebruiker.objects.get_queryset().filter(email=formulier.cleaned_data["account"].lower()).first()
        with fouten_op(formulier):
            if gevonden is None:
                raise Invoerfout({"account": _("Er is geen account met dit e-mailadres.")})
            actions.koppel_account(persoon=rij, account=gevonden, door=gebruiker)
            messages.success(request, _("Het account is gekoppeld."))
            return redirect("relaties:relatie", werkgever.pk)
    kop = _("{naam} laten inloggen").format(naam=rij.naam)
    return _toon(request, werkgever, formulier, kop, _("Koppel"))


@require_http_methods(["GET", "POST"])
def vast_contact(request: HttpRequest, nummer: int) -> HttpResponse:
    """Another fixed contact."""
    gebruiker, werkgever = gebruiker_van(request), werkgever_van_verzoek(request, nummer)
    vereis(rules.mag_werkgever_bewerken(gebruiker, werkgever))
    formulier = Accountmanagerformulier(
        request.POST or None, werkgever=werkgever, initial={"naar": werkgever.accountmanager or gebruiker}
    )
    if request.method == "POST" and formulier.is_valid():
        naar = formulier.cleaned_data["naar"]
        actions.wijs_accountmanager_toe(werkgever=werkgever, naar=naar, door=gebruiker)
        messages.success(request, _("{naam} is nu het vaste contact.").format(naam=naar.naam))
        return redirect("relaties:relatie", werkgever.pk)
    return _toon(request, werkgever, formulier, _("Vast contact kiezen"), _("Bewaar"))


@require_http_methods(["GET", "POST"])
def samenvoegen(request: HttpRequest, nummer: int) -> HttpResponse:
    """This employer takes over all of another one."""
    gebruiker, werkgever = gebruiker_van(request), werkgever_van_verzoek(request, nummer)
    vereis(rules.mag_werkgever_bewerken(gebruiker, werkgever))
    formulier = Samenvoegformulier(request.POST or None, werkgever=werkgever)
    if request.method == "POST" and formulier.is_valid():
        vervalt = formulier.cleaned_data["vervalt"]
        voeg_werkgevers_samen(blijft=werkgever, vervalt=vervalt, door=gebruiker)
        messages.success(request, _("{naam} gaat hier verder.").format(naam=vervalt.naam))
        return redirect("relaties:relatie", werkgever.pk)
    return toon_relatiepagina(request, werkgever, "relaties/samenvoegen.html", {"formulier": formulier})


@require_POST
def bezoek_start(request: HttpRequest, nummer: int, slug: str) -> HttpResponse:
    """Begin on a tile. The list of other tiles sends its choice along."""
    gebruiker, werkgever = gebruiker_van(request), werkgever_van_verzoek(request, nummer)
    vereis(mag_keten_bewerken(gebruiker, werkgever.keten))
    gekozen = request.POST.get("tegel", slug)
    tegels = {t.slug: t.naam for t in alle_tegels("werkgevers")}
    if gekozen not in tegels:
        raise Invoerfout(_("Deze tegel bestaat niet."))
    start_bezoek(
        keten=werkgever.keten,
        kant="werkgevers",
        tegel=gekozen,
        door=gebruiker,
        reden=request.POST.get("reden", ""),
    )
    messages.success(request, _("{tegel} is gestart.").format(tegel=tegels[gekozen]))
    return redirect("relaties:relatie", werkgever.pk)


@require_POST
def bezoek_eind(request: HttpRequest, nummer: int, bezoek: int) -> HttpResponse:
    """End a visit with its outcome."""
    gebruiker, werkgever = gebruiker_van(request), werkgever_van_verzoek(request, nummer)
    rij = get_object_or_404(Tegelbezoek, pk=bezoek, keten=werkgever.keten)
    formulier = Bezoekeindformulier(request.POST)
    if not formulier.is_valid():
        raise Invoerfout({"uitkomst": _("Kies hoe het is afgelopen.")})
    beeindig_bezoek(bezoek=rij, door=gebruiker, uitkomst=formulier.cleaned_data["uitkomst"])
    messages.success(request, _("Afgerond."))
    return redirect("relaties:relatie", werkgever.pk)
