"""A part of the plan shared with a partner: only on consent, only that part, and no longer than that."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.fabrieken import (
    Doelfabriek,
    Dossierfabriek,
    Gebruikerfabriek,
    Gemeentefabriek,
    Partnerfabriek,
    Partnergebruikerfabriek,
    Planfabriek,
    Stapfabriek,
    Waarnemingfabriek,
)

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.dossiers.models import Dossier, Toestemming
from werklandschap.kern.dossiers.toestemming import beantwoord_toestemming, trek_toestemming_in
from werklandschap.kern.plannen.actions import nieuwe_versie, rond_stap_af
from werklandschap.kern.plannen.delen import deel_plan, schrijf_bij_gedeeld_plan, stop_delen
from werklandschap.kern.plannen.models import Doel, Plan, Plandeling, Stap
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.ketens import controleer
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol

pytestmark = pytest.mark.django_db


@pytest.fixture
def dossier() -> Dossier:
    inwoner = Gebruikerfabriek(rol=Rol.INWONER, gemeente=None)
    return Dossierfabriek(werkzoekende__account=inwoner, werkzoekende__achternaam="Delerman")


@pytest.fixture
def plan(dossier: Dossier) -> Plan:
    plan: Plan = Planfabriek(dossier=dossier, perspectief="Geheim perspectief")
    gedeeld = Doelfabriek(plan=plan, tekst="Rust in de post")
    Stapfabriek(doel=gedeeld, tekst="Post openen", wie="partner")
    Stapfabriek(doel=gedeeld, tekst="Post meenemen", wie="klant")
    Doelfabriek(plan=plan, tekst="Geheim doel")
    return plan


@pytest.fixture
def partner(dossier: Dossier) -> Gebruiker:
    organisatie = Partnerfabriek(gemeenten=[dossier.gemeente], naam="Wijkteam Noord")
    return Partnergebruikerfabriek(partnerorganisatie=organisatie)


def deel(plan: Plan, partner: Gebruiker) -> Plandeling:
    return deel_plan(
        dossier=plan.dossier,
        partner=partner.partnerorganisatie,
        doelen=[plan.doelen.get(tekst="Rust in de post")],
        tot=timezone.localdate() + timedelta(days=60),
        door=plan.dossier.verantwoordelijke,
    )


def zeg_ja(deling: Plandeling) -> None:
    inwoner = deling.dossier.werkzoekende.account
    beantwoord_toestemming(toestemming=deling.toestemming, antwoord=True, hoe="mijn", door=inwoner)


def pagina(partner: Gebruiker, deling: Plandeling) -> tuple[int, str]:
    client = Client()
    client.force_login(partner)
    antwoord = client.get(reverse("portaal:gedeeld_plan", args=[deling.pk]))
    return antwoord.status_code, antwoord.content.decode()


def test_w3_7_zonder_ja_ziet_de_partner_niets(plan: Plan, partner: Gebruiker) -> None:
    deling = deel(plan, partner)
    assert "Rust in de post" in deling.toestemming.wat
    assert "Geheim doel" not in deling.toestemming.wat
    assert pagina(partner, deling)[0] == 404
    client = Client()
    client.force_login(partner)
    assert "Delerman" not in client.get("/partner/").content.decode()
    with pytest.raises(GeenRecht):
        rond_stap_af(stap=Stap.objects.get(tekst="Post openen"), door=partner)


def test_w3_7_na_een_ja_ziet_de_partner_alleen_dat_deel(plan: Plan, partner: Gebruiker) -> None:
    Waarnemingfabriek(dossier=plan.dossier, toelichting="Geheime waarneming")
    deling = deel(plan, partner)
    zeg_ja(deling)
    status, tekst = pagina(partner, deling)
    assert status == 200
    assert "Rust in de post" in tekst
    assert "Post openen" in tekst
    assert "Delerman" in tekst
    for geheim in ("Geheim doel", "Geheim perspectief", "Geheime waarneming"):
        assert geheim not in tekst
    vreemde = Partnergebruikerfabriek(partnerorganisatie=Partnerfabriek(gemeenten=[plan.dossier.gemeente]))
    assert pagina(vreemde, deling)[0] == 404


def test_w3_7_de_partner_rondt_de_eigen_stap_af_en_niet_die_van_een_ander(plan: Plan, partner: Gebruiker) -> None:
    deling = deel(plan, partner)
    zeg_ja(deling)
    client = Client()
    client.force_login(partner)
    eigen, van_klant = Stap.objects.get(tekst="Post openen"), Stap.objects.get(tekst="Post meenemen")
    for stap, status in ((eigen, 302), (van_klant, 404)):
        antwoord = client.post(reverse("portaal:partnerstap", args=[deling.pk, stap.pk]))
        assert antwoord.status_code == status
    eigen.refresh_from_db()
    van_klant.refresh_from_db()
    assert (eigen.status, van_klant.status) == ("gedaan", "open")
    with pytest.raises(GeenRecht):
        rond_stap_af(stap=van_klant, door=partner)


def test_w3_7_intrekken_werkt_meteen(plan: Plan, partner: Gebruiker) -> None:
    deling = deel(plan, partner)
    zeg_ja(deling)
    trek_toestemming_in(toestemming=deling.toestemming, door=plan.dossier.werkzoekende.account)
    assert pagina(partner, deling)[0] == 404
    deling.refresh_from_db()
    assert deling.beeindigd_op is not None


def test_w3_7_na_de_einddatum_ziet_de_partner_niets_meer(plan: Plan, partner: Gebruiker) -> None:
    deling = deel(plan, partner)
    zeg_ja(deling)
    Toestemming.objects.filter(pk=deling.toestemming_id).update(tot=timezone.localdate() - timedelta(days=1))
    assert pagina(partner, deling)[0] == 404


def test_w3_7_stoppen_door_de_professional(plan: Plan, partner: Gebruiker) -> None:
    deling = deel(plan, partner)
    zeg_ja(deling)
    with pytest.raises(GeenRecht):
        stop_delen(deling=deling, door=partner)
    deling.refresh_from_db()
    stop_delen(deling=deling, door=plan.dossier.verantwoordelijke)
    assert pagina(partner, deling)[0] == 404
    deling.toestemming.refresh_from_db()
    assert deling.toestemming.ingetrokken_op is not None


def test_w3_7_een_nieuwe_versie_blijft_gedeeld(plan: Plan, partner: Gebruiker) -> None:
    deling = deel(plan, partner)
    zeg_ja(deling)
    Plan.objects.filter(pk=plan.pk).update(status="akkoord")
    nieuwe_versie(plan=Plan.objects.get(pk=plan.pk), door=plan.dossier.verantwoordelijke)
    _status, tekst = pagina(partner, deling)
    assert tekst.count("Rust in de post") == 1
    assert "Geheim doel" not in tekst


def test_w3_7_een_bericht_van_de_partner_wordt_een_taak(plan: Plan, partner: Gebruiker) -> None:
    deling = deel(plan, partner)
    with pytest.raises(GeenRecht):
        schrijf_bij_gedeeld_plan(deling=deling, tekst="Hallo", door=partner)
    zeg_ja(deling)
    client = Client()
    client.force_login(partner)
    adres = reverse("portaal:gedeeld_plan", args=[deling.pk])
    assert client.post(adres, {"tekst": " "}).status_code == 422
    assert client.post(adres, {"tekst": "De post is gelezen."}).status_code == 302
    taak = Taak.objects.get(bron__startswith="plandeling:")
    assert (taak.eigenaar, taak.toelichting) == (plan.dossier.verantwoordelijke, "De post is gelezen.")
    plan.dossier.keten.refresh_from_db()
    assert controleer(plan.dossier.keten) == []


def test_w3_7_foute_keuzes(plan: Plan, partner: Gebruiker) -> None:
    dossier = plan.dossier
    vreemd_doel: Doel = Doelfabriek(tekst="Van een ander")
    buiten = Partnerfabriek(gemeenten=[Gemeentefabriek(code="9002")])
    with pytest.raises(Invoerfout) as fout:
        deel_plan(
            dossier=dossier,
            partner=buiten,
            doelen=[vreemd_doel],
            tot=timezone.localdate(),
            door=dossier.verantwoordelijke,
        )
    assert set(fout.value.fouten) == {"partner", "doelen", "tot"}
    deling = deel(plan, partner)
    zeg_ja(deling)
    with pytest.raises(Invoerfout) as dubbel:
        deel(plan, partner)
    assert set(dubbel.value.fouten) == {"partner"}


def test_w3_7_de_pagina_van_de_professional(plan: Plan, partner: Gebruiker, client: Client) -> None:
    client.force_login(plan.dossier.verantwoordelijke)
    adres = reverse("plannen:delen", args=[plan.dossier.pk])
    assert "met niemand gedeeld" in client.get(adres).content.decode()
    doel = plan.doelen.get(tekst="Rust in de post")
    velden = {
        "partner": partner.partnerorganisatie_id,
        "doelen": [doel.pk],
        "tot": (timezone.localdate() + timedelta(days=10)).isoformat(),
    }
    assert client.post(adres, {**velden, "doelen": []}).status_code == 422
    client.post(adres, velden)
    assert "wacht op de klant" in client.get(adres).content.decode()
    deling = Plandeling.objects.get()
    zeg_ja(deling)
    assert "partner kijkt mee" in client.get(adres).content.decode()
    client.post(reverse("plannen:delen_stoppen", args=[plan.dossier.pk, deling.pk]))
    assert "gestopt" in client.get(adres).content.decode()
