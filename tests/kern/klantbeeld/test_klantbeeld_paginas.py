"""The pages of the picture."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.fabrieken import Dossierfabriek, Gebruikerfabriek, Gemeentefabriek, Waarnemingfabriek

from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.tijdlijn.models import Lezing
from werklandschap.kern.toegang.rollen import Rol

pytestmark = pytest.mark.django_db


@pytest.fixture
def dossier(client: Client) -> Dossier:
    dossier = Dossierfabriek()
    client.force_login(dossier.verantwoordelijke)
    return dossier


def adres(naam: str, dossier: Dossier, *args: object) -> str:
    return reverse(f"klantbeeld:{naam}", args=[dossier.pk, *args])


def test_een_leeg_klantbeeld_zegt_wat_u_eerst_doet(client: Client, dossier: Dossier) -> None:
    tekst = client.get(adres("klantbeeld", dossier)).content.decode()
    assert "Er is nog niets bekend" in tekst
    assert "Voeg toe" in tekst


def test_w2_2_de_pagina_toont_themas_bronnen_en_verschillen(client: Client, dossier: Dossier) -> None:
    lang_geleden = timezone.localdate() - timedelta(days=200)
    Waarnemingfabriek(dossier=dossier, aspect="ritme", waarde=1, waargenomen_op=lang_geleden)
    Waarnemingfabriek(dossier=dossier, aspect="ritme", waarde=3)
    Waarnemingfabriek(dossier=dossier, aspect="ritme", waarde=5, bron="klant")
    tekst = client.get(adres("klantbeeld", dossier)).content.decode()
    for deel in ("Werknemersvaardigheden", "Dagritme", "3 – lukt met wat hulp", "verschil", "beter"):
        assert deel in tekst
    assert dossier.verantwoordelijke is not None
    assert dossier.verantwoordelijke.naam in tekst
    oud = client.get(adres("klantbeeld", dossier), {"datum": (lang_geleden + timedelta(days=1)).isoformat()})
    assert "1 – lukt nog niet" in oud.content.decode()
    assert "lukt altijd zelf" not in oud.content.decode()


def test_wie_het_recht_mist_ziet_geen_spoor_van_gezondheid(client: Client, dossier: Dossier) -> None:
    Waarnemingfabriek(dossier=dossier, aspect="last_somber_angst", waarde=5, toelichting="huilt veel")
    manager = Gebruikerfabriek(rol=Rol.MANAGER)
    client.force_login(manager)
    sessie = client.session
    sessie["leesredenen"] = {str(dossier.pk): "controle"}
    sessie.save()
    tekst = client.get(adres("klantbeeld", dossier)).content.decode()
    assert "Somber" not in tekst
    assert "huilt veel" not in tekst
    assert client.get(adres("verloop", dossier, "last_somber_angst")).status_code == 404
    assert "Somber" not in client.get(adres("verloop", dossier, "last_somber_angst")).content.decode()


def test_een_vreemde_ziet_niets_en_een_collega_moet_een_reden_geven(client: Client, dossier: Dossier) -> None:
    client.force_login(Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002")))
    assert client.get(adres("klantbeeld", dossier)).status_code == 404
    assert client.post(adres("toevoegen", dossier), {"aspect": "ritme", "waarde": "3"}).status_code == 404
    client.force_login(Gebruikerfabriek())
    assert client.get(adres("klantbeeld", dossier)).status_code == 403
    assert not Lezing.objects.exists()


def test_een_uitspraak_toevoegen_in_een_regel(client: Client, dossier: Dossier) -> None:
    vandaag = timezone.localdate().isoformat()
    gegevens = {"aspect": "ritme", "waarde": "3", "bron": "klant", "urgentie": "", "waargenomen_op": vandaag}
    antwoord = client.post(adres("toevoegen", dossier), {**gegevens, "terug": "/mijn-dag/"})
    assert antwoord.headers["Location"] == "/mijn-dag/"
    rij = dossier.waarnemingen.get()
    assert (rij.aspect, rij.waarde, rij.bron, rij.door) == ("ritme", 3, "klant", dossier.verantwoordelijke)
    vreemd = client.post(adres("toevoegen", dossier), {**gegevens, "terug": "https://elders.test/"})
    assert vreemd.headers["Location"] == adres("klantbeeld", dossier)


def test_een_fout_houdt_wat_is_getypt(client: Client, dossier: Dossier) -> None:
    vandaag = timezone.localdate().isoformat()
    antwoord = client.post(
        adres("toevoegen", dossier),
        {
            "aspect": "ritme",
            "waarde": "zeven",
            "bron": "klant",
            "toelichting": "zegt hij zelf",
            "waargenomen_op": vandaag,
        },
    )
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert "zegt hij zelf" in tekst
    assert "5 – lukt altijd zelf" in tekst
    assert not dossier.waarnemingen.exists()


def test_het_waardeveld_past_bij_het_onderwerp(client: Client, dossier: Dossier) -> None:
    url = reverse("klantbeeld:waardeveld")
    assert "lukt altijd zelf" in client.get(url, {"aspect": "ritme"}).content.decode()
    assert "<select" not in client.get(url, {"aspect": "talenten"}).content.decode()
    assert client.get(url, {"aspect": "onzin"}).status_code == 200


def test_het_aantal_queries_staat_vast(
    client: Client, dossier: Dossier, zelfde_aantal_queries: Callable[..., None]
) -> None:
    begin = timezone.localdate() - timedelta(days=120)

    def maak(aantal: int) -> None:
        for n in range(aantal):
            Waarnemingfabriek(
                dossier=dossier, aspect="ritme", waarde=n % 5 + 1, waargenomen_op=begin + timedelta(days=n)
            )

    zelfde_aantal_queries(client, adres("klantbeeld", dossier), maak)
    zelfde_aantal_queries(client, adres("verloop", dossier, "ritme"), lambda aantal: None)


def test_het_dossier_toont_wat_aandacht_vraagt(client: Client, dossier: Dossier) -> None:
    Waarnemingfabriek(dossier=dossier, aspect="last_vervoer", waarde=5, urgentie=2)
    tekst = client.get(reverse("dossiers:dossier", args=[dossier.pk])).content.decode()
    assert "Vervoer" in tekst
    assert "Bekijk het hele klantbeeld" in tekst
