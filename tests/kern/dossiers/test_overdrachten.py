"""Warm handovers: until somebody says yes, the sender is responsible."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.fabrieken import (
    Dossierfabriek,
    Gebruikerfabriek,
    Gemeentefabriek,
    Partnerfabriek,
    Partnergebruikerfabriek,
    Taakfabriek,
)

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.dossiers.models import Dossier, Overdracht
from werklandschap.kern.dossiers.overdrachten import beantwoord_overdracht, bied_overdracht_aan, trek_overdracht_in
from werklandschap.kern.dossiers.queries import ontvangen_overdrachten, wachtende_overdrachten
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.ketens import controleer
from werklandschap.kern.tijdlijn.models import Gebeurtenis, Keten
from werklandschap.kern.toegang.rollen import Rol

pytestmark = pytest.mark.django_db

WAT = {"onderwerp": "Hulp bij geld", "toelichting": "Graag bellen over de post.", "wie_belt": "Wijkteam, dinsdag"}


def naar_partner() -> tuple[Overdracht, Partnergebruikerfabriek]:
    dossier = Dossierfabriek()
    partner = Partnergebruikerfabriek()
    aanbod = bied_overdracht_aan(
        dossier=dossier, door=dossier.verantwoordelijke, naar_partner=partner.partnerorganisatie, **WAT
    )
    return aanbod, partner


def test_w1_4_tot_er_antwoord_is_blijft_de_afzender_verantwoordelijk() -> None:
    aanbod, partner = naar_partner()
    vandaag = timezone.localdate()
    assert (aanbod.verantwoordelijke, aanbod.antwoord_voor) == (aanbod.van, vandaag + timedelta(days=5))
    taak = Taak.objects.get(eigenaar=aanbod.van, status=Taak.Status.OPEN)
    assert taak.voor_op == aanbod.antwoord_voor
    antwoord = beantwoord_overdracht(overdracht=aanbod, accepteren=True, door=partner)
    assert (antwoord.verantwoordelijke, antwoord.status) == (partner, Overdracht.Status.GEACCEPTEERD)
    dossier = Dossier.objects.get(pk=aanbod.dossier_id)
    assert dossier.verantwoordelijke == aanbod.van
    assert not Taak.objects.filter(status=Taak.Status.OPEN).exists()
    assert controleer(Keten.objects.get(dossier=dossier)) == []


def test_de_klant_leest_wie_er_belt() -> None:
    aanbod, _partner = naar_partner()
    gebeurtenis = Gebeurtenis.objects.get(keten=aanbod.dossier.keten, soort="overdracht.aangeboden")
    assert gebeurtenis.gegevens["wie_belt"] == "Wijkteam, dinsdag neemt contact op."


def test_een_weigering_heeft_een_reden_en_geeft_de_afzender_een_taak() -> None:
    aanbod, partner = naar_partner()
    with pytest.raises(Invoerfout) as fout:
        beantwoord_overdracht(overdracht=aanbod, accepteren=False, door=partner, antwoord=" ")
    assert list(fout.value.fouten) == ["antwoord"]
    antwoord = beantwoord_overdracht(overdracht=aanbod, accepteren=False, door=partner, antwoord="Wij zitten vol.")
    assert (antwoord.verantwoordelijke, antwoord.status) == (aanbod.van, Overdracht.Status.GEWEIGERD)
    open_taken = Taak.objects.filter(status=Taak.Status.OPEN)
    assert [(t.eigenaar, t.toelichting) for t in open_taken] == [(aanbod.van, "Wij zitten vol.")]


def test_een_geaccepteerde_overdracht_aan_een_collega_verhuist_het_dossier_met_zijn_taken() -> None:
    dossier = Dossierfabriek()
    ik, collega = dossier.verantwoordelijke, Gebruikerfabriek()
    taak = Taakfabriek(eigenaar=ik, keten=dossier.keten)
    aanbod = bied_overdracht_aan(dossier=dossier, door=ik, naar_collega=collega, **WAT)
    assert Dossier.objects.get(pk=dossier.pk).verantwoordelijke == ik
    assert list(wachtende_overdrachten(collega)) == [aanbod]
    beantwoord_overdracht(overdracht=aanbod, accepteren=True, door=collega)
    assert Dossier.objects.get(pk=dossier.pk).verantwoordelijke == collega
    assert Taak.objects.get(pk=taak.pk).eigenaar == collega
    assert list(wachtende_overdrachten(collega)) == []
    assert list(ontvangen_overdrachten(collega)) == [aanbod]


def test_alleen_de_ontvanger_antwoordt_en_alleen_de_afzender_trekt_in() -> None:
    aanbod, partner = naar_partner()
    andere_partner = Partnergebruikerfabriek()
    collega = Gebruikerfabriek()
    for vreemd in (andere_partner, collega, aanbod.van):
        with pytest.raises(GeenRecht):
            beantwoord_overdracht(overdracht=aanbod, accepteren=True, door=vreemd)
    for vreemd in (partner, collega, Gebruikerfabriek(rol=Rol.MANAGER, gemeente=Gemeentefabriek(code="9002"))):
        with pytest.raises(GeenRecht):
            trek_overdracht_in(overdracht=aanbod, door=vreemd)
    assert list(wachtende_overdrachten(andere_partner)) == []
    trek_overdracht_in(overdracht=aanbod, door=aanbod.van)
    assert not Taak.objects.filter(status=Taak.Status.OPEN).exists()
    assert list(ontvangen_overdrachten(partner)) == []
    with pytest.raises(Invoerfout):
        beantwoord_overdracht(overdracht=aanbod, accepteren=True, door=partner)


def test_een_aanbod_heeft_een_ontvanger_een_onderwerp_en_een_toelichting() -> None:
    dossier = Dossierfabriek()
    ik = dossier.verantwoordelijke
    elders = Partnerfabriek(gemeenten=[Gemeentefabriek(code="9002")])
    with pytest.raises(Invoerfout) as fout:
        bied_overdracht_aan(dossier=dossier, door=ik, onderwerp=" ", toelichting="")
    assert set(fout.value.fouten) == {"naar_partner", "onderwerp", "toelichting"}
    for ontvanger in ({"naar_partner": elders}, {"naar_collega": ik}):
        with pytest.raises(Invoerfout):
            bied_overdracht_aan(dossier=dossier, door=ik, **WAT, **ontvanger)
    with pytest.raises(Invoerfout) as fout:
        bied_overdracht_aan(
            dossier=dossier,
            door=ik,
            naar_partner=Partnerfabriek(),
            antwoord_voor=timezone.localdate() - timedelta(days=1),
            **WAT,
        )
    assert list(fout.value.fouten) == ["antwoord_voor"]
    bied_overdracht_aan(dossier=dossier, door=ik, naar_collega=Gebruikerfabriek(), **WAT)
    with pytest.raises(Invoerfout):
        bied_overdracht_aan(dossier=dossier, door=ik, naar_collega=Gebruikerfabriek(), **WAT)


def test_w1_4_de_pagina_zegt_alles_wat_niet_klopt_in_een_keer(client: Client) -> None:
    dossier = Dossierfabriek()
    client.force_login(dossier.verantwoordelijke)
    moeilijk = (
        "Naar aanleiding van het intakegesprek wordt uw dossier overgedragen ten behoeve van schuldhulpverlening."
    )
    velden = {"onderwerp": "Huur", "toelichting": "Blijft staan", "bericht": moeilijk, "antwoord_voor": "2020-01-01"}
    inhoud = client.post(f"/dossiers/{dossier.pk}/overdragen/", velden).content.decode()
    for deel in ("Kies één ontvanger", "al voorbij", "te moeilijk voor deze persoon", "Blijft staan"):
        assert deel in inhoud
    assert not Overdracht.objects.exists()


def test_een_vreemde_biedt_niets_aan() -> None:
    dossier = Dossierfabriek()
    for vreemd in (
        Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002")),
        Gebruikerfabriek(rol=Rol.MANAGER),
        Partnergebruikerfabriek(),
    ):
        with pytest.raises(GeenRecht):
            bied_overdracht_aan(dossier=dossier, door=vreemd, naar_partner=Partnerfabriek(), **WAT)
