"""A company reports itself; chances; the regional plan."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.fabrieken import Gebruikerfabriek, Gemeentefabriek, Regiofabriek, Werkgeverfabriek

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.ketens import controleer
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.werkgever.contact import actions
from werklandschap.werkgever.contact.haken import kanssuggesties

pytestmark = pytest.mark.django_db
URL = "/werkgever-melden/"


@pytest.fixture
def ik() -> Gebruiker:
    return Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER)


def verstuur(client: Client, na_seconden: int = 30, **anders: object) -> object:
    """Open the form, wait, and send it."""
    begin = timezone.now()
    with time_machine.travel(begin, tick=False):
        stempel = re.search(r'name="stempel" value="([^"]+)"', client.get(URL).content.decode())
    assert stempel is not None
    invoer = {
        "gemeente": Gemeentefabriek().pk,
        "bedrijf": "Bakkerij Zon",
        "vraag": "Wij zoeken iemand voor de ochtend.",
        "naam": "Noor",
        "telefoon": "0612345678",
        "stempel": stempel.group(1),
    }
    with time_machine.travel(begin + timedelta(seconds=na_seconden), tick=False):
        return client.post(URL, {**invoer, **anders})


def test_g2_1_een_bedrijf_meldt_zich_en_wordt_teruggebeld(client: Client, ik: Gebruiker) -> None:
    antwoord = verstuur(client)
    assert antwoord.url == reverse("werkgever_contact:bedankt")
    assert client.get(antwoord.url).status_code == 200
    werkgever = Werkgever.objects.get()
    assert (werkgever.naam, werkgever.contactpersonen.get().naam) == ("Bakkerij Zon", "Noor")
    assert werkgever.keten.bezoeken.get().tegel == "werkgever-contact"
    taak = Taak.objects.get()
    assert (taak.eigenaar, taak.voor_op > timezone.localdate()) == (ik, True)
    assert controleer(werkgever.keten) == []


def test_een_bekend_kvk_nummer_hoort_bij_wie_we_kennen_en_de_afzender_hoort_dat_niet(client: Client) -> None:
    bekend = Werkgeverfabriek(naam="Zon Holding", kvk_nummer="12345678")
    nieuw = verstuur(client, kvk_nummer="99998888", bedrijf="Ander")
    oud = verstuur(client, kvk_nummer="12345678")
    assert (oud.status_code, oud.url) == (nieuw.status_code, nieuw.url)
    assert Werkgever.objects.count() == 2
    bekend.refresh_from_db()
    assert (bekend.naam, bekend.contactpersonen.get().naam) == ("Zon Holding", "Noor")
    assert bekend.contactmomenten.get().verslag == "Wij zoeken iemand voor de ochtend."


def test_het_formulier_bewaart_wat_u_schreef_als_er_iets_mist(client: Client) -> None:
    antwoord = verstuur(client, telefoon="", kvk_nummer="12")
    inhoud = antwoord.content.decode()
    assert "Wij zoeken iemand voor de ochtend." in inhoud
    assert "telefoon" in antwoord.context["formulier"].errors
    assert Werkgever.objects.count() == 0


@pytest.mark.parametrize(
    ("seconden", "anders"), [(0, {}), (90_000, {}), (30, {"achternaam_2": "x"}), (30, {"stempel": "vals"})]
)
def test_machines_en_oude_paginas_komen_er_niet_in(client: Client, seconden: int, anders: dict[str, str]) -> None:
    verstuur(client, na_seconden=seconden, **anders)
    assert Werkgever.objects.count() == 0
    verstuur(client)
    assert Werkgever.objects.count() == 1


def test_te_veel_formulieren_van_een_adres_stoppen(client: Client) -> None:
    for _ in range(20):
        verstuur(client)
    voor = Werkgever.objects.count()
    assert voor == 20
    assert verstuur(client).status_code == 200
    assert Werkgever.objects.count() == voor


def test_g2_3_een_kans_heeft_een_volgende_stap_en_stelt_een_tegel_voor(ik: Gebruiker) -> None:
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente)
    straks = timezone.localdate() + timedelta(days=7)
    kans = actions.noteer_kans(werkgever=werkgever, code="groeien", volgende_stap="", voor_op=straks, wie=ik, door=ik)
    taak = Taak.objects.get()
    assert (taak.titel, taak.voor_op) == (kans.volgende_stap, straks)
    assert [s.slug for s in kanssuggesties(werkgever)] == ["werkprofiel"]
    actions.rond_kans_af(kans=kans, uitkomst="Profiel gemaakt", door=ik)
    taak.refresh_from_db()
    assert taak.status == Taak.Status.KLAAR
    assert kanssuggesties(werkgever) == []
    assert controleer(Werkgever.objects.get().keten) == []
    with pytest.raises(Invoerfout):
        actions.rond_kans_af(kans=kans, uitkomst="Nog een keer", door=ik)
    with pytest.raises(GeenRecht):
        actions.noteer_kans(
            werkgever=werkgever,
            code="groeien",
            volgende_stap="",
            voor_op=straks,
            wie=ik,
            door=Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER, gemeente=Gemeentefabriek(code="9002")),
        )


def test_paginas_van_contact_tonen_zich_en_een_vreemde_ziet_ze_niet(client: Client, ik: Gebruiker) -> None:
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente)
    actions.noteer_kans(
        werkgever=werkgever, code="personeel", volgende_stap="", voor_op=timezone.localdate(), wie=ik, door=ik
    )
    ver = Gebruikerfabriek(
        rol=Rol.ACCOUNTMANAGER, gemeente=Gemeentefabriek(code="9003", regio=Regiofabriek(naam="Ver"))
    )
    for naam in ("kansen", "voorbereiden"):
        url = reverse(f"werkgever_contact:{naam}", args=[werkgever.pk])
        client.force_login(ik)
        assert client.get(url).status_code == 200
        client.force_login(ver)
        assert client.get(url).status_code == 404
    client.force_login(ik)
    fout = client.post(
        reverse("werkgever_contact:kansen", args=[werkgever.pk]),
        {"code": "groeien", "toelichting": "Nieuwe hal", "voor_op": "2020-01-01", "wie": ik.pk},
    )
    assert "voor_op" in fout.context["formulier"].errors
    assert "Nieuwe hal" in fout.content.decode()
    assert client.get(reverse("landschap:tegel", args=("werkgevers", "werkgever-contact"))).status_code == 200
