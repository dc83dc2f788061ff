"""Conversations of diagnosis."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone
from tests.fabrieken import Dossierfabriek, Gebruikerfabriek, Gemeentefabriek, Waarnemingfabriek

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout, VerouderdeVersie
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.actions import start_bezoek
from werklandschap.kern.tijdlijn.ketens import controleer
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.werkzoekende.diagnostiek import actions, haken
from werklandschap.werkzoekende.diagnostiek.models import Gesprek, Gesprekconcept

pytestmark = pytest.mark.django_db


@pytest.fixture
def ik() -> Gebruiker:
    return Gebruikerfabriek()


@pytest.fixture
def dossier(ik: Gebruiker) -> Dossier:
    return Dossierfabriek(verantwoordelijke=ik)


@pytest.fixture
def morgen() -> datetime:
    return timezone.now() + timedelta(days=1)


@pytest.fixture
def gesprek(dossier: Dossier, ik: Gebruiker, morgen: datetime) -> Gesprek:
    return actions.plan_gesprek(dossier=dossier, gepland_op=morgen, door=ik)


def test_w2_1_plannen_voorbereiden_en_vastleggen(gesprek: Gesprek, dossier: Dossier, ik: Gebruiker) -> None:
    taak = Taak.objects.get()
    assert (taak.eigenaar, taak.voor_op) == (ik, timezone.localdate(gesprek.gepland_op))
    actions.bereid_gesprek_voor(gesprek=gesprek, door=ik, versie=1, voorbereiding="Vraag naar werk")
    with pytest.raises(VerouderdeVersie):
        actions.bereid_gesprek_voor(gesprek=gesprek, door=ik, versie=1, voorbereiding="Iets anders")
    gesprek.refresh_from_db()
    actions.leg_gesprek_vast(gesprek=gesprek, door=ik, versie=2, verslag="Goed gesprek")
    gesprek.refresh_from_db()
    taak.refresh_from_db()
    assert (gesprek.status, gesprek.gehouden_op, gesprek.voorbereiding) == (
        "gehouden",
        timezone.localdate(),
        "Vraag naar werk",
    )
    assert taak.status == "klaar"
    dossier.keten.refresh_from_db()
    assert controleer(dossier.keten) == []


def test_foute_invoer(gesprek: Gesprek, dossier: Dossier, ik: Gebruiker) -> None:
    with pytest.raises(Invoerfout):
        actions.plan_gesprek(dossier=dossier, gepland_op=timezone.now() - timedelta(days=2), door=ik)
    with pytest.raises(Invoerfout) as fout:
        actions.leg_gesprek_vast(
            gesprek=gesprek,
            door=ik,
            versie=None,
            verslag=" ",
            gehouden_op=timezone.localdate() + timedelta(days=1),
        )
    assert set(fout.value.fouten) == {"verslag", "gehouden_op"}
    actions.zeg_gesprek_af(gesprek=gesprek, door=ik)
    assert not Taak.objects.filter(status="open").exists()
    with pytest.raises(Invoerfout):
        actions.leg_gesprek_vast(gesprek=gesprek, door=ik, versie=None, verslag="Toch")


def test_wie_mag_het_niet(gesprek: Gesprek, dossier: Dossier, morgen: datetime) -> None:
    for wie in (Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002")), Gebruikerfabriek(rol=Rol.MANAGER)):
        with pytest.raises(GeenRecht):
            actions.plan_gesprek(dossier=dossier, gepland_op=morgen, door=wie)
        with pytest.raises(GeenRecht):
            actions.leg_gesprek_vast(gesprek=gesprek, door=wie, versie=None, verslag="x")


def adres(naam: str, dossier: Dossier, *args: object) -> str:
    return reverse(f"werkzoekende_diagnostiek:{naam}", args=[dossier.pk, *args])


def test_w2_1_de_voorbereiding_toont_wat_bekend_oud_tegenstrijdig_en_onbekend_is(
    client: Client, gesprek: Gesprek, dossier: Dossier, ik: Gebruiker
) -> None:
    oud = timezone.localdate() - timedelta(days=400)
    Waarnemingfabriek(dossier=dossier, aspect="ritme", waarde=2, waargenomen_op=oud)
    Waarnemingfabriek(dossier=dossier, aspect="samenwerken", waarde=2)
    Waarnemingfabriek(dossier=dossier, aspect="samenwerken", waarde=5, bron="klant")
    client.force_login(ik)
    tekst = client.get(adres("gesprek", dossier, gesprek.pk)).content.decode()
    for deel in ("Verouderd: klopt dit nog?", "Dagritme", "anders over", "Hoe gaat het met uw geld"):
        assert deel in tekst
    fout = client.post(adres("gesprek", dossier, gesprek.pk), {"verslag": "", "gehouden_op": "2020-01-01"})
    assert fout.status_code == 422
    assert "2020-01-01" in fout.content.decode()


def test_plannen_via_de_pagina(client: Client, dossier: Dossier, ik: Gebruiker, morgen: datetime) -> None:
    client.force_login(ik)
    assert "Er zijn nog geen gesprekken" in client.get(adres("gesprekken", dossier)).content.decode()
    wanneer = timezone.localtime(morgen).strftime("%Y-%m-%dT%H:%M")
    client.post(adres("gesprekken", dossier), {"gepland_op": wanneer, "soort": "kennismaking", "onderwerp": "Werk"})
    gesprek = Gesprek.objects.get()
    gegevens = {"verslag": "Wil graag werken", "gehouden_op": timezone.localdate().isoformat(), "versie": "1"}
    client.post(adres("gesprek", dossier, gesprek.pk), gegevens)
    assert "Wil graag werken" in client.get(adres("gesprekken", dossier)).content.decode()
    botst = client.post(adres("gesprek", dossier, gesprek.pk), {**gegevens, "verslag": "Een ander verslag"})
    assert botst.status_code == 409
    assert "Een ander verslag" in botst.content.decode()
    assert "Wil graag werken" in botst.content.decode()


def test_een_vreemde_ziet_geen_gesprek(client: Client, gesprek: Gesprek, dossier: Dossier) -> None:
    client.force_login(Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002")))
    assert client.get(adres("gesprek", dossier, gesprek.pk)).status_code == 404
    ander = Dossierfabriek()
    client.force_login(ander.verantwoordelijke)
    assert client.get(adres("gesprek", ander, gesprek.pk)).status_code == 404


def test_de_werklijst_noemt_wie_nog_geen_gesprek_had(ik: Gebruiker, dossier: Dossier, gesprek: Gesprek) -> None:
    gesproken = Dossierfabriek(verantwoordelijke=ik)
    Gesprek.objects.create(
        dossier=gesproken, gepland_op=timezone.now(), status="gehouden", gehouden_op=timezone.localdate()
    )
    bezig = Dossierfabriek(verantwoordelijke=ik)
    Gesprek.objects.create(
        dossier=bezig, gepland_op=timezone.now(), status="gehouden", gehouden_op=timezone.localdate()
    )
    start_bezoek(keten=bezig.keten, kant="werkzoekenden", tegel="diagnostiek", door=ik)
    Dossierfabriek()
    request = RequestFactory().get("/")
    request.user = ik
    lijst = haken.werklijst(request)
    assert lijst is not None
    assert [(rij.cellen[0], rij.cellen[2]) for rij in lijst.rijen] == [
        (dossier.werkzoekende.naam, "gepland"),
        (bezig.werkzoekende.naam, "geweest"),
    ]
    assert [s.gewicht for s in haken.suggestie(dossier)] == [40]
    assert haken.suggestie(gesproken) == []


def test_de_lijst_kost_altijd_evenveel_queries(
    client: Client, dossier: Dossier, ik: Gebruiker, zelfde_aantal_queries: Callable[..., None]
) -> None:
    client.force_login(ik)

    def maak(aantal: int) -> None:
        for _n in range(aantal):
            Gesprek.objects.create(dossier=dossier, gepland_op=timezone.now(), door=ik)

    zelfde_aantal_queries(client, adres("gesprekken", dossier), maak)


def vandaag() -> str:
    return timezone.localdate().isoformat()


def test_w2_1_in_een_keer_verslag_en_antwoorden_van_klant_en_professional(
    client: Client, gesprek: Gesprek, dossier: Dossier, ik: Gebruiker
) -> None:
    oud = timezone.localdate() - timedelta(days=400)
    Waarnemingfabriek(dossier=dossier, aspect="ritme", waarde=2, waargenomen_op=oud)
    client.force_login(ik)
    pagina = client.get(adres("gesprek", dossier, gesprek.pk)).content.decode()
    assert 'name="k_ritme"' in pagina
    assert 'name="p_ritme"' in pagina
    velden = {
        "verslag": "Staat weer vroeg op.",
        "gehouden_op": vandaag(),
        "versie": "1",
        "k_ritme": "5",
        "p_ritme": "4",
    }
    fout = client.post(adres("gesprek", dossier, gesprek.pk), {**velden, "k_ritme": "9"})
    assert fout.status_code == 422
    assert "Staat weer vroeg op." in fout.content.decode()
    assert dossier.waarnemingen.count() == 1
    client.post(adres("gesprek", dossier, gesprek.pk), velden)
    nieuw = dossier.waarnemingen.filter(waargenomen_op=timezone.localdate())
    assert {(w.aspect, w.bron, w.waarde) for w in nieuw} == {("ritme", "klant", 5), ("ritme", "professional", 4)}
    na = client.get(adres("gesprek", dossier, gesprek.pk)).content.decode()
    assert "Past het plan nog?" in na


def test_w2_1_wat_iemand_typt_blijft_bewaard_tot_het_is_vastgelegd(
    client: Client, gesprek: Gesprek, dossier: Dossier, ik: Gebruiker
) -> None:
    client.force_login(ik)
    pad = adres("gesprek", dossier, gesprek.pk)
    halverwege = {"verslag": "Halverwege", "k_ritme": "3", "gehouden_op": vandaag(), "versie": "1", "concept": "1"}
    antwoord = client.post(pad, halverwege, headers={"X-Requested-With": "fetch"})
    assert antwoord.status_code == 200
    assert antwoord.content.decode().startswith("Bewaard om ")
    assert Gesprek.objects.get().status == "gepland"
    assert not dossier.waarnemingen.exists()
    terug = client.get(pad).content.decode()
    assert "Halverwege" in terug
    assert "Dit is uw concept van" in terug
    collega = Gebruikerfabriek()
    client.force_login(collega)
    sessie = client.session
    sessie["leesredenen"] = {str(dossier.pk): "Vervanging"}
    sessie.save()
    assert "Halverwege" not in client.get(pad).content.decode()
    client.force_login(ik)
    client.post(pad, {k: v for k, v in halverwege.items() if k != "concept"})
    assert not Gesprekconcept.objects.exists()
    assert "Dit is uw concept van" not in client.get(pad).content.decode()


def test_w2_1_een_concept_bewaren_kan_zonder_javascript_en_niet_door_een_vreemde(
    client: Client, gesprek: Gesprek, dossier: Dossier, ik: Gebruiker
) -> None:
    pad = adres("gesprek", dossier, gesprek.pk)
    client.force_login(ik)
    antwoord = client.post(pad, {"verslag": "Zonder script", "concept": "1"})
    assert antwoord.status_code == 302
    assert "Zonder script" in client.get(pad).content.decode()
    with connection.cursor() as cursor:
        cursor.execute("select gegevens from werkzoekende_diagnostiek_gesprekconcept")
        assert "Zonder script" not in cursor.fetchone()[0]
    te_lang = client.post(pad, {"verslag": "x" * 70_000, "concept": "1"})
    assert te_lang.status_code == 422
    vreemde = Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002"))
    with pytest.raises(GeenRecht):
        actions.bewaar_gesprekconcept(gesprek=gesprek, door=vreemde, velden={"verslag": "x"})
    actions.zeg_gesprek_af(gesprek=gesprek, door=ik)
    assert not Gesprekconcept.objects.exists()


def test_een_concept_dat_niemand_vastlegt_gaat_na_de_termijn_van_de_gemeente_weg(
    client: Client, gesprek: Gesprek, ik: Gebruiker
) -> None:
    actions.bewaar_gesprekconcept(gesprek=gesprek, door=ik, velden={"verslag": "Half af"})
    vandaag = timezone.localdate()
    client.force_login(ik)
    pagina = client.get(reverse("werkzoekende_diagnostiek:gesprek", args=[gesprek.dossier_id, gesprek.pk]))
    assert pagina.context["concept_tot"] == vandaag + timedelta(days=30)
    assert actions.ruim_concepten_op(vandaag=vandaag + timedelta(days=30)) == 0
    assert ik.gemeente is not None
    ik.gemeente.instellingen = {"gesprekconcept_dagen": 60}
    ik.gemeente.save()
    assert actions.ruim_concepten_op(vandaag=vandaag + timedelta(days=60)) == 0
    assert actions.ruim_concepten_op(vandaag=vandaag + timedelta(days=61)) == 1
    assert not Gesprekconcept.objects.exists()
    assert Gesprek.objects.filter(pk=gesprek.pk).exists()


def test_w2_1_na_het_vastleggen_staat_bovenaan_wat_nu_kan(
    client: Client, gesprek: Gesprek, dossier: Dossier, ik: Gebruiker
) -> None:
    client.force_login(ik)
    adres = reverse("werkzoekende_diagnostiek:gesprek", args=[dossier.pk, gesprek.pk])
    assert "En daarna?" not in client.get(adres).content.decode()
    actions.leg_gesprek_vast(gesprek=gesprek, verslag="Besproken.", door=ik, versie=gesprek.versie)
    pagina = client.get(adres).content.decode()
    assert pagina.index("En daarna?") < pagina.index("Voorbereiding</h2>") < pagina.index("Verslag</h2>")
