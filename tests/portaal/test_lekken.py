"""Nothing an employer may not know reaches the employer: no page, PDF, calendar, answer of the API or mail.

Every free text in the database is marked (`tests.lekken`); what an employer sees must be in the list below. A new path
or a new table is in these tests by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.fabrieken import (
    Contactmomentfabriek,
    Contactpersoonfabriek,
    Dossierfabriek,
    Kandidaatgegevensfabriek,
    Waarnemingfabriek,
    Werkgeverfabriek,
    Werkprofielfabriek,
    Werkzoekendefabriek,
)
from tests.lekken import Merken, codevelden, merk_alles, merk_codes, naam, onze_modellen
from tests.wereld import Wereld, maak_wereld, routes

from werklandschap.kern.basis.haken import dagtaken, rondetaken
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.toestemming import trek_toestemming_in
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.koppelingen.api.actions import maak_apitoken
from werklandschap.samen.bemiddeling import actions as bemiddelen
from werklandschap.samen.nazorg.meldlink import meldcode
from werklandschap.samen.nazorg.problemen import meld_probleem
from werklandschap.werkgever.voorzorg.nieuws import afmeldcode

pytestmark = pytest.mark.django_db

GEBOREN = date(1987, 2, 13)
# What an employer may read, and why. Everything else is a leak.
MAG: dict[str, str] = {
    "toegang.gebruiker.naam": "the own name, and those of the contacts",
    "dossiers.werkzoekende.voornaam": "of who said yes",
    "dossiers.werkzoekende.achternaam": "of who said yes",
    "samen_bemiddeling.voordracht.introductie": "what the person agreed to",
    "samen_bemiddeling.ontmoeting.waar": "where they meet",
    "samen_bemiddeling.speeddate.naam": "the day",
    "samen_bemiddeling.speeddate.waar": "the day",
    "samen_bemiddeling.speeddatewerkgever.ruimte": "where to sit",
    "samen_plaatsing.plaatsing.functie": "the job",
    "samen_plaatsing.plaatsing.afspraken": "agreed with the employer",
    "samen_plaatsing.plaatsing.begeleiding": "agreed with the employer",
    "samen_plaatsing.plaatsing.akkoord_werkgever_wie": "who of the company agreed",
    "samen_nazorg.probleem.tekst": "what the company reported itself",
    "samen_nazorg.probleem.antwoord": "the answer to that",
    "profielen.werkprofiel.titel": "the own job",
    "relaties.werkgever.naam": "the own company",
    "werkgever_orientatie.sroiopdracht.naam": "the own order",
    "werkgever_orientatie.werkgeverstap.tekst": "the own plan of steps",
}
# Their address is the key of one person: `sleutelpaden` opens those of somebody at the company.
MET_SLEUTEL = ("agenda/<str:teken>.ics", "probleem-melden/<str:code>/", "draagvlak/<str:code>/")
# Short fields an employer may read, and why.
MAG_CODE: dict[str, str] = {
    "dossiers.werkzoekende.tussenvoegsel": "of who said yes",
    "samen_nazorg.probleem.soort": "what the company reported itself",
    "samen_bemiddeling.ontmoeting.soort": "how they meet",
    "samen_plaatsing.plaatsing.status": "the own placement",
    "profielen.werkprofiel.status": "the own job",
}
# A list of numbers: with a mark in it the page of the day does not open.
GETALLEN = {"samen_bemiddeling.speeddate.pauze_na"}
# Words of the product that would tell what group somebody is from, or what is the matter with them.
VERBODEN_WOORDEN = ("13 februari 1987", "1987-02-13")


@pytest.fixture
def wereld() -> Wereld:
    return maak_wereld()


@pytest.fixture
def vreemd(wereld: Wereld) -> set[tuple[str, Any]]:
    """The rows that are of another employer or of people this employer may not know."""
    Contactmomentfabriek(werkgever=wereld.werkgever, gehouden=True)
    profiel = Werkprofielfabriek(werkgever=wereld.werkgever, titel="Heftruckchauffeur")
    eigen = {model: set(model._base_manager.values_list("pk", flat=True)) for model in onze_modellen()}
    _anderen(wereld, profiel)
    return {
        (model._meta.label_lower, pk)
        for model in onze_modellen()
        for pk in model._base_manager.values_list("pk", flat=True)
        if pk not in eigen[model]
    }


@pytest.fixture
def gemerkt(wereld: Wereld, vreemd: set[tuple[str, Any]]) -> tuple[Merken, set[tuple[str, Any]]]:
    """The marks in every free text, and what is of another."""
    mens = wereld.dossier.werkzoekende
    type(mens)._base_manager.filter(pk=mens.pk).update(geboortedatum=GEBOREN)
    return merk_alles(), vreemd


def _anderen(wereld: Wereld, profiel: Werkprofiel) -> None:
    """What is not for this employer: another company, who was not asked or took the yes back, what the person said."""
    door, gemeente = wereld.mensen["klantmanager"], wereld.werkgever.gemeente
    ander = Werkgeverfabriek(gemeente=gemeente, naam="Ander bedrijf")
    Contactpersoonfabriek(werkgever=ander)
    Contactmomentfabriek(werkgever=ander)
    meld_probleem(
        plaatsing=wereld.plaatsing,
        soort="ruzie",
        urgentie="snel",
        tekst="De baas schreeuwt.",
        gemeld_door_wie="klant",
        door=wereld.mensen["inwoner"],
    )
    for van_wie in (Werkprofielfabriek(werkgever=ander), profiel, profiel):
        mens = Werkzoekendefabriek(gemeente=gemeente, voornaam="Niet", achternaam="Gevraagd")
        Kandidaatgegevensfabriek(werkzoekende=mens)
        dossier: Dossier = Dossierfabriek(werkzoekende=mens, verantwoordelijke=door)
        Waarnemingfabriek(dossier=dossier, aspect="zrm_financien", waarde=1)
        rij = bemiddelen.voorselecteer(dossier=dossier, werkprofiel=van_wie, door=door)
    rij = bemiddelen.vraag_kandidaat(voordracht=rij, door=door, wat="Uw naam en wat u kunt.")
    rij = bemiddelen.leg_antwoord_vast(voordracht=rij, antwoord=True, hoe="gesprek", door=door)
    rij = bemiddelen.draag_voor(voordracht=rij, introductie="Werkt graag.", door=door)
    assert rij.toestemming is not None
    trek_toestemming_in(toestemming=rij.toestemming, door=door)


def paden(wereld: Wereld) -> dict[str, str]:
    """Route → address, of every path of the product that this world can fill."""
    gevonden = {route: wereld.adres(route) for route, _patroon in routes()}
    niet = ("account/", "^bestanden/", "api/", *MET_SLEUTEL)
    return {route: pad for route, pad in gevonden.items() if pad is not None and not route.startswith(niet)}


def paginas_van_werkgever(wereld: Wereld, *, ook_post: bool = True) -> Iterator[tuple[str, bytes]]:
    """Every page of the employer's own as it is now, and those behind a key in a mail, which need no account."""
    ik, vreemdeling = Client(raise_request_exception=False), Client(raise_request_exception=False)
    ik.force_login(wereld.mensen["werkgever"])
    for client, paden_ in ((ik, eigen_paden(wereld)), (vreemdeling, sleutelpaden(wereld))):
        for pad in paden_:
            for doe in (client.get, client.post) if ook_post else (client.get,):
                antwoord = doe(pad)
                if antwoord.status_code < 500:
                    yield pad, b"".join(antwoord) if antwoord.streaming else antwoord.content  # type: ignore[arg-type]


def eigen_paden(wereld: Wereld) -> list[str]:
    """The pages for who signs in as employer."""
    return [pad for route, pad in paden(wereld).items() if route.startswith("bedrijf/")]


def sleutelpaden(wereld: Wereld) -> list[str]:
    """The pages whose address is the key of somebody at the company."""
    persoon = wereld.werkgever.contactpersonen.get()
    return [
        wereld.adres("draagvlak/<str:code>/") or "",
        reverse("samen_nazorg:via_link", args=[meldcode(wereld.plaatsing, persoon)]),
        reverse("werkgever_voorzorg:afmelden", args=[afmeldcode(persoon)]),
    ]


def lekken(merken: Merken, vreemd: set[tuple[str, Any]], inhoud: bytes, mag: Mapping[str, str] = MAG) -> set[str]:
    """What stands in this content and may not: a field that is not allowed, or a row of somebody else."""
    gezien = merken.gezien_in(inhoud)
    fout = {wat for wat, _rij in gezien if wat not in mag}
    fout |= {f"{wat} of another" for wat, rij in gezien if (wat.rpartition(".")[0], rij) in vreemd}
    return fout | {woord for woord in VERBODEN_WOORDEN if woord.encode() in inhoud}


def test_g_de_werkgever_ziet_op_geen_pagina_iets_dat_hij_niet_mag_weten(
    wereld: Wereld, gemerkt: tuple[Merken, set[tuple[str, Any]]]
) -> None:
    client = Client()
    client.force_login(wereld.mensen["werkgever"])
    uit, getoond = {}, 0
    for route, pad in paden(wereld).items():
        antwoorden = [client.get(pad)]
        if route.startswith("bedrijf/"):
            assert antwoorden[0].status_code in {200, 302, 405}, pad
            antwoorden.append(client.post(pad))
        for antwoord in antwoorden:
            inhoud = b"".join(antwoord) if antwoord.streaming else antwoord.content
            getoond += len(gemerkt[0].gezien_in(inhoud)) if route.startswith("bedrijf/") else 0
            if fout := lekken(*gemerkt, inhoud):
                uit.setdefault(pad, set()).update(fout)
    assert not uit, "\n".join(f"{pad}: {sorted(fout)}" for pad, fout in uit.items())
    assert getoond > 20


def test_g_een_blad_achter_een_sleutel_zegt_niet_meer_dan_dat_bedrijf_mag_weten(
    wereld: Wereld, gemerkt: tuple[Merken, set[tuple[str, Any]]]
) -> None:
    """The pages behind the links in mails, with and without what somebody fills in wrongly."""
    uit, getoond = {}, set()
    for pad in sleutelpaden(wereld):
        client = Client()
        antwoorden = [client.get(pad), client.post(pad), client.post(pad, follow=True), client.get(pad)]
        assert antwoorden[0].status_code == 200, pad
        for antwoord in antwoorden:
            getoond |= {wat for wat, _rij in gemerkt[0].gezien_in(antwoord.content)}
            if fout := lekken(*gemerkt, antwoord.content):
                uit[pad] = sorted(fout)
    assert not uit
    assert getoond == {"relaties.werkgever.naam", "samen_plaatsing.plaatsing.functie"}


def test_g_de_api_geeft_een_werkgever_niets_dat_hij_niet_mag_weten(
    wereld: Wereld, gemerkt: tuple[Merken, set[tuple[str, Any]]]
) -> None:
    mens = wereld.mensen["werkgever"]
    sleutel = maak_apitoken(gebruiker=mens, naam="proef", dagen=1, door=mens)
    client = Client(headers={"Authorization": f"Bearer {sleutel}"})
    for pad in [wereld.adres(route) for route, _patroon in routes() if route.startswith("api/")]:
        if pad is not None:
            fout = lekken(*gemerkt, client.get(pad).content)
            assert not fout, f"{pad}: {sorted(fout)}"


def test_g_de_mails_van_een_maand_zeggen_een_werkgever_niets_dat_hij_niet_mag_weten(
    wereld: Wereld, gemerkt: tuple[Merken, set[tuple[str, Any]]], django_capture_on_commit_callbacks: Any
) -> None:
    van_bedrijf = {wereld.mensen["werkgever"].email, *wereld.werkgever.contactpersonen.values_list("email", flat=True)}
    nu = timezone.now()
    for dag in (0, 1, 3, 7, 14, 30):
        with time_machine.travel(nu + timedelta(days=dag)), django_capture_on_commit_callbacks(execute=True):
            for taak in [*dagtaken.alle(), *rondetaken.alle()]:
                taak()
    for bericht in mail.outbox:
        if van_bedrijf & set(bericht.to):
            for naam_, inhoud in _delen(bericht):
                fout = lekken(*gemerkt, inhoud)
                assert not fout, f"{bericht.subject}, {naam_}: {sorted(fout)}"


def _delen(bericht: Any) -> Iterator[tuple[str, bytes]]:
    """A mail, what hangs from it, and the pages its links lead to for who has only the mail."""
    yield "tekst", f"{bericht.subject}\n{bericht.body}".encode()
    for bijlage in bericht.attachments:
        inhoud = bijlage[1] if isinstance(bijlage, tuple) else bijlage.get_payload(decode=True)
        yield "bijlage", inhoud.encode() if isinstance(inhoud, str) else inhoud
    for pad in re.findall(r"https?://[^/\s]+(/[^\s<>\"]*)", bericht.body):
        yield pad, Client().get(pad, follow=True).content


def test_g_een_korte_code_zegt_een_werkgever_niets_dat_hij_niet_mag_weten(
    wereld: Wereld, vreemd: set[tuple[str, Any]]
) -> None:
    """Codes, numbers, addresses: all at once."""
    velden = [veld for veld in codevelden(keuzes=False) if veld.model is not Gebruiker and naam(veld) not in GETALLEN]
    merken = merk_codes(velden)
    uit, getoond = {}, 0
    for pad, inhoud in paginas_van_werkgever(wereld):
        getoond += len(merken.gezien_in(inhoud))
        if fout := lekken(merken, vreemd, inhoud, MAG_CODE):
            uit[pad] = sorted(fout)
    assert not uit
    assert getoond > 3


def test_g_een_keuze_zegt_een_werkgever_niets_dat_hij_niet_mag_weten(
    wereld: Wereld, vreemd: set[tuple[str, Any]]
) -> None:
    """One field at a time: a page that decides by it may not open, and then shows nothing."""
    uit: dict[str, set[str]] = {}
    gezien: set[str] = set()
    for veld in codevelden(keuzes=True):
        if veld.model is Gebruiker or not veld.model._base_manager.exists():
            continue
        with transaction.atomic():
            merken = merk_codes([veld])
            for pad, inhoud in paginas_van_werkgever(wereld, ook_post=False):
                gezien |= {wat for wat, _rij in merken.gezien_in(inhoud)}
                if fout := lekken(merken, vreemd, inhoud, MAG_CODE):
                    uit.setdefault(pad, set()).update(fout)
            transaction.set_rollback(True)
    assert not uit
    assert gezien


def test_een_lek_wordt_gevonden(wereld: Wereld, gemerkt: tuple[Merken, set[tuple[str, Any]]]) -> None:
    """The page of a colleague shows what the employer may not see: these tests would say so."""
    client = Client()
    client.force_login(wereld.mensen["klantmanager"])
    assert lekken(*gemerkt, client.get(f"/dossiers/{wereld.dossier.pk}/").content)
    client.force_login(wereld.mensen["accountmanager"])
    assert "relaties.contactmoment.verslag" in lekken(*gemerkt, client.get(f"/relaties/{wereld.werkgever.pk}/").content)


def test_een_lek_in_een_code_wordt_gevonden(wereld: Wereld, vreemd: set[tuple[str, Any]]) -> None:
    """A colleague reads what group somebody is in and how to reach the person; these tests would say so."""
    merken = merk_codes([veld for veld in codevelden(keuzes=False) if naam(veld) == "dossiers.werkzoekende.telefoon"])
    merk_codes([veld for veld in codevelden(keuzes=True) if naam(veld) == "dossiers.werkzoekende.taalniveau"], merken)
    client = Client()
    client.force_login(wereld.mensen["klantmanager"])
    inhoud = client.get(f"/dossiers/{wereld.dossier.pk}/persoon/").content
    assert lekken(merken, vreemd, inhoud, MAG_CODE) >= {"dossiers.werkzoekende.telefoon"}
