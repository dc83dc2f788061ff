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
from werklandschap.kern.klantbeeld.catalogus import aspecten
from werklandschap.kern.klantbeeld.meetinstrumenten import meetinstrumenten
from werklandschap.kern.klantbeeld.models import Meting
from werklandschap.kern.klantbeeld.queries import klantbeeld_op, verouderd
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


def test_w2_3_de_schuif_toont_elke_dag_waarop_iets_veranderde(client: Client, dossier: Dossier) -> None:
    vandaag = timezone.localdate()
    for dagen, waarde in ((300, 1), (200, 3), (100, 5)):
        Waarnemingfabriek(
            dossier=dossier, aspect="ritme", waarde=waarde, waargenomen_op=vandaag - timedelta(days=dagen)
        )
    Waarnemingfabriek(dossier=Dossierfabriek(), aspect="ritme", waarde=2, waargenomen_op=vandaag - timedelta(days=250))
    nu = client.get(adres("klantbeeld", dossier)).content.decode()
    assert 'type="range"' in nu
    assert 'max="3" value="3"' in nu
    begin = client.get(adres("klantbeeld", dossier), {"stap": "0"}).content.decode()
    assert 'max="3" value="0"' in begin
    assert "1 – lukt nog niet" in begin
    assert "lukt altijd zelf" not in begin
    midden = client.get(adres("klantbeeld", dossier), {"stap": "1"}).content.decode()
    assert "3 – lukt met wat hulp" in midden
    for onzin in ("99", "-1", "x"):
        assert 'max="3" value="3"' in client.get(adres("klantbeeld", dossier), {"stap": onzin}).content.decode()


def test_w2_3_de_schuif_verraadt_geen_dag_van_wat_iemand_niet_mag_zien(client: Client, dossier: Dossier) -> None:
    Waarnemingfabriek(dossier=dossier, aspect="ritme", waarde=3)
    Waarnemingfabriek(
        dossier=dossier,
        aspect="last_somber_angst",
        waarde=5,
        waargenomen_op=timezone.localdate() - timedelta(days=40),
    )
    assert 'type="range"' in client.get(adres("klantbeeld", dossier)).content.decode()
    client.force_login(Gebruikerfabriek(rol=Rol.MANAGER))
    sessie = client.session
    sessie["leesredenen"] = {str(dossier.pk): "controle"}
    sessie.save()
    assert 'type="range"' not in client.get(adres("klantbeeld", dossier)).content.decode()


TAALTOETS = {"naam": "TaalMeter", "versie": "3.1", "taal_lezen": "4"}


def test_w2_4_een_uitslag_heeft_naam_versie_datum_en_geldigheid(client: Client, dossier: Dossier) -> None:
    pad = adres("nieuwe_meting", dossier, "taaltoets")
    assert "Een uitslag telt gewoonlijk 24 maanden." in client.get(pad).content.decode()
    velden = {**TAALTOETS, "afgenomen_op": "2026-01-10"}
    for fout in ({"versie": ""}, {"taal_lezen": ""}, {"geldig_tot": "2025-12-31"}, {"taal_lezen": "9"}):
        antwoord = client.post(pad, {**velden, **fout})
        assert antwoord.status_code == 422, fout
        assert "TaalMeter" in antwoord.content.decode()
    client.post(pad, velden)
    (meting,) = dossier.metingen.all()
    assert (meting.naam, meting.versie_instrument, str(meting.afgenomen_op)) == ("TaalMeter", "3.1", "2026-01-10")
    assert str(meting.geldig_tot) == "2028-01-10"
    (waarneming,) = dossier.waarnemingen.all()
    assert (waarneming.aspect, waarneming.waarde, waarneming.bron) == ("taal_lezen", 4, "test")
    tekst = client.get(adres("metingen", dossier)).content.decode()
    for deel in ("TaalMeter", "Versie 3.1.", "geldig tot en met 10 januari 2028"):
        assert deel in tekst


def test_w2_4_een_verlopen_uitslag_is_te_herkennen(client: Client, dossier: Dossier) -> None:
    velden = {**TAALTOETS, "afgenomen_op": "2020-01-10", "geldig_tot": "2021-01-10"}
    client.post(adres("nieuwe_meting", dossier, "taaltoets"), velden)
    assert "verlopen op 10 januari 2021" in client.get(adres("metingen", dossier)).content.decode()
    assert "verlopen" in client.get(adres("klantbeeld", dossier)).content.decode()


def test_w2_4_een_verlopen_uitslag_vraagt_om_opnieuw_kijken_al_is_het_onderwerp_nog_niet_oud(
    client: Client, dossier: Dossier
) -> None:
    vandaag = timezone.localdate()
    velden = {**TAALTOETS, "afgenomen_op": (vandaag - timedelta(days=20)).isoformat()}
    client.post(adres("nieuwe_meting", dossier, "taaltoets"), {**velden, "geldig_tot": vandaag.isoformat()})
    beeld = klantbeeld_op(dossier, vandaag, dossier.verantwoordelijke)
    assert verouderd(beeld) == []
    morgen = klantbeeld_op(dossier, vandaag + timedelta(days=1), dossier.verantwoordelijke)
    assert [regel.aspect.code for regel in verouderd(morgen)] == ["taal_lezen"]


def test_w2_4_de_toelichting_blijft_dicht_voor_wie_een_deel_niet_mag_zien(client: Client, dossier: Dossier) -> None:
    velden = {"naam": "Onderzoek", "versie": "1", "afgenomen_op": "2026-01-10", "toelichting": "Rugklachten"}
    client.post(
        adres("nieuwe_meting", dossier, "belastbaarheid"), {**velden, "belastbaarheid": "3", "last_pijn_moe": "4"}
    )
    assert "Rugklachten" in client.get(adres("metingen", dossier)).content.decode()
    client.force_login(Gebruikerfabriek(rol=Rol.MANAGER))
    sessie = client.session
    sessie["leesredenen"] = {str(dossier.pk): "controle"}
    sessie.save()
    tekst = client.get(adres("metingen", dossier)).content.decode()
    assert "Rugklachten" not in tekst
    assert "Pijn" not in tekst


def test_w2_4_elk_meetinstrument_meet_bestaande_aspecten() -> None:
    for soort in meetinstrumenten():
        assert set(soort.aspecten) <= set(aspecten()), soort.code
        assert soort.geldig_maanden >= 12


def test_de_lijst_van_uitslagen_kost_altijd_evenveel_queries(
    client: Client, dossier: Dossier, zelfde_aantal_queries: Callable[..., None]
) -> None:
    def maak(aantal: int) -> None:
        for _n in range(aantal):
            meting = Meting.objects.create(
                dossier=dossier, instrument="taaltoets", afgenomen_op=timezone.localdate(), door=Gebruikerfabriek()
            )
            Waarnemingfabriek(dossier=dossier, aspect="taal_lezen", waarde=3, meting=meting)

    zelfde_aantal_queries(client, adres("metingen", dossier), maak)
