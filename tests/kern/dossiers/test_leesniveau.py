"""Texts for a person fit their level of Dutch."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from tests.fabrieken import (
    Dossierfabriek,
    Gebruikerfabriek,
    Overdrachtfabriek,
    Partnerfabriek,
    Partnergebruikerfabriek,
    Werkzoekendefabriek,
)
from tests.portaal.hulp import ingelogd

from werklandschap.kern.dossiers.catalogi import taalniveaus
from werklandschap.kern.dossiers.klantbericht import herinner_partners
from werklandschap.kern.dossiers.leesniveau import grens_voor
from werklandschap.kern.dossiers.models import Dossier, Overdracht
from werklandschap.kern.dossiers.overdrachten import bied_overdracht_aan
from werklandschap.kern.instrumenten.catalogus import standaardcatalogus
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.ontwerp.leesbaarheid import beoordeel

pytestmark = pytest.mark.django_db

MOEILIJK = "Indien u niet reageert wordt de re-integratieondersteuning conform de beleidsregels beëindigd."
MAKKELIJK = "Het wijkteam belt u. U hoeft niets te doen."


def dossier_met_niveau(niveau: str, **persoon: object) -> Dossier:
    gemeente = Gebruikerfabriek().gemeente
    mens = Werkzoekendefabriek(gemeente=gemeente, taalniveau=niveau, voornaam="Sam", **persoon)
    dossier: Dossier = Dossierfabriek(werkzoekende=mens, gemeente=gemeente)
    return dossier


def test_w1_5_elk_taalniveau_heeft_een_grens_en_lager_is_strenger() -> None:
    grenzen = {regel.code: grens_voor(regel.code) for regel in taalniveaus()}
    assert (grenzen["a1"].zin_woorden, grenzen["a1"].flesch_douma, grenzen["a1"].lettergrepen) == (8, 80, 4)
    assert (grenzen["b1"].zin_woorden, grenzen["b1"].flesch_douma, grenzen["b1"].lettergrepen) == (15, 60, 5)
    assert grenzen["a1"].lange_zin < grenzen["a2"].lange_zin < grenzen["b1"].lange_zin < grenzen["b2"].lange_zin
    assert grens_voor("bestaat niet") == grenzen["onbekend"]


def test_w1_5_tijdens_het_schrijven_staat_de_moeilijke_zin_met_de_reden_er() -> None:
    client = ingelogd(Gebruikerfabriek())
    adres = reverse("dossiers:leesbaarheid", args=["a2"]) + "?veld=bericht"
    deel = client.post(adres, {"bericht": f"{MAKKELIJK} {MOEILIJK}"}, headers={"HX-Request": "true"})
    tekst = deel.content.decode()
    assert f"<mark>{MOEILIJK}</mark>" in tekst
    assert "“indien”" in tekst
    assert "Te moeilijk voor niveau A2" in tekst
    assert "<html" not in tekst
    heel = client.post(adres, {"bericht": MAKKELIJK}).content.decode()
    assert "Leest goed op niveau A2" in heel
    assert "<html" in heel


def test_w1_5_alleen_medewerkers_meten_en_alleen_bekende_niveaus() -> None:
    adres = reverse("dossiers:leesbaarheid", args=["a2"]) + "?veld=bericht"
    inwoner = ingelogd(Gebruikerfabriek(rol=Rol.INWONER, gemeente=None))
    assert inwoner.post(adres, {"bericht": MAKKELIJK}).status_code == 403
    onbekend = ingelogd(Gebruikerfabriek()).post(reverse("dossiers:leesbaarheid", args=["c9"]), {})
    assert onbekend.status_code == 404


def test_w1_5_een_te_moeilijk_bericht_gaat_niet_ongemerkt_weg() -> None:
    dossier = dossier_met_niveau("A2")
    client = ingelogd(dossier.verantwoordelijke)
    partner = Partnerfabriek(gemeenten=[dossier.gemeente])
    velden = {
        "naar_partner": partner.pk,
        "onderwerp": "Hulp bij geld",
        "toelichting": "Graag bellen.",
        "antwoord_voor": (timezone.localdate() + timedelta(days=3)).isoformat(),
        "bericht": MOEILIJK,
    }
    adres = reverse("dossiers:overdragen", args=[dossier.pk])
    weigering = client.post(adres, velden).content.decode()
    assert "te moeilijk voor deze persoon (niveau A2)" in weigering
    assert MOEILIJK in weigering
    assert not Overdracht.objects.exists()
    client.post(adres, {**velden, "toch_zo": "on"})
    assert Overdracht.objects.get().bericht == MOEILIJK


def test_w1_5_een_passend_bericht_gaat_meteen_weg() -> None:
    dossier = dossier_met_niveau("A1")
    partner = Partnerfabriek(gemeenten=[dossier.gemeente])
    velden = {
        "naar_partner": partner.pk,
        "onderwerp": "Hulp bij geld",
        "toelichting": "Graag bellen.",
        "antwoord_voor": (timezone.localdate() + timedelta(days=3)).isoformat(),
        "bericht": MAKKELIJK,
    }
    ingelogd(dossier.verantwoordelijke).post(reverse("dossiers:overdragen", args=[dossier.pk]), velden)
    assert Overdracht.objects.get().bericht == MAKKELIJK


def bied_aan(dossier: Dossier) -> Overdracht:
    return bied_overdracht_aan(
        dossier=dossier,
        door=dossier.verantwoordelijke,
        naar_partner=Partnerfabriek(gemeenten=[dossier.gemeente], naam="Wijkteam Noord"),
        onderwerp="Verslavingszorg",
        toelichting="Graag bellen over het drinken.",
        wie_belt="Noor van het wijkteam",
    )


def test_w1_4_de_klant_hoort_in_gewone_taal_wie_er_belt(django_capture_on_commit_callbacks: object) -> None:
    dossier = dossier_met_niveau("A1", contactwijze="email", email="sam@inwoner.test")
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        aanbod = bied_aan(dossier)
    assert "Wij vragen Wijkteam Noord om u te helpen." in aanbod.bericht
    assert "Noor van het wijkteam neemt contact met u op." in aanbod.bericht
    assert beoordeel(aanbod.bericht, grens_voor("A1")).past
    assert [(m.to, m.body.strip()) for m in mail.outbox] == [(["sam@inwoner.test"], aanbod.bericht)]
    assert "Verslavingszorg" not in mail.outbox[0].body


def test_w1_4_wie_liever_belt_krijgt_geen_mail_en_leest_het_op_de_eigen_pagina(
    django_capture_on_commit_callbacks: object,
) -> None:
    account = Gebruikerfabriek(rol=Rol.INWONER, gemeente=None)
    dossier = dossier_met_niveau("B1", contactwijze="telefoon", email="sam@inwoner.test", account=account)
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        bied_aan(dossier)
    assert mail.outbox == []
    assert "Noor van het wijkteam neemt contact met u op." in ingelogd(account).get("/mijn/").content.decode()


def test_het_standaardbericht_is_engels_voor_wie_engels_wil() -> None:
    dossier = dossier_met_niveau("A1", contacttaal="eng")
    with override("nl"):
        assert "We ask Wijkteam Noord to help you." in bied_aan(dossier).bericht


def test_w1_4_de_partner_krijgt_een_dag_van_tevoren_een_herinnering(django_capture_on_commit_callbacks: object) -> None:
    partner = Partnergebruikerfabriek(email="team@wijk.test")
    morgen = timezone.localdate() + timedelta(days=1)
    rij = Overdrachtfabriek(naar_partner=partner.partnerorganisatie, antwoord_voor=morgen)
    Overdrachtfabriek(naar_partner=partner.partnerorganisatie, antwoord_voor=morgen + timedelta(days=1))
    Overdrachtfabriek(
        naar_partner=partner.partnerorganisatie, antwoord_voor=morgen, status=Overdracht.Status.GEACCEPTEERD
    )
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        assert herinner_partners().startswith("1 ")
        assert herinner_partners().startswith("0 ")
    assert [m.to for m in mail.outbox] == [["team@wijk.test"]]
    naam = rij.dossier.werkzoekende.achternaam
    assert naam not in mail.outbox[0].body + mail.outbox[0].subject
    rij.refresh_from_db()
    assert rij.herinnerd_op is not None


@pytest.mark.parametrize("code", ["schuldhulp", "voedselbank"])
def test_w3_5_schuldhulp_en_voedselbank_gaan_met_een_warme_overdracht(code: str) -> None:
    dossier = dossier_met_niveau("B1")
    client = ingelogd(dossier.verantwoordelijke)
    pagina = client.get(reverse("instrumenten:nieuw", args=[dossier.pk]), {"instrument": code}).content.decode()
    naam = standaardcatalogus()[code].naam
    link = f"{reverse('dossiers:overdragen', args=[dossier.pk])}?onderwerp={naam}"
    assert link in pagina
    assert f'value="{naam}"' in client.get(link).content.decode()
