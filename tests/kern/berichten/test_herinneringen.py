"""Reminding people of their appointments: by mail, on paper or by a call; once, and never of what does not go on."""

from __future__ import annotations

from datetime import datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
import vobject
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader
from pytest_django import DjangoCaptureOnCommitCallbacks
from pytest_django.asserts import assertRedirects
from tests.fabrieken import (
    Dossierfabriek,
    Gebruikerfabriek,
    Gemeentefabriek,
    Toestemmingfabriek,
    Voordrachtfabriek,
    Werkzoekendefabriek,
)

from werklandschap.kern.basis.fouten import GeenRecht
from werklandschap.kern.berichten.actions import mail_bericht
from werklandschap.kern.berichten.afdrukken import af_te_drukken_door, druk_af
from werklandschap.kern.berichten.herinneringen import herinner_klanten
from werklandschap.kern.berichten.models import Bericht, Brieftekst, Herinnering
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.models import Gebeurtenis
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.samen.bemiddeling.models import Ontmoeting, Speeddate, Speeddatekandidaat
from werklandschap.samen.bemiddeling.ontmoetingen import verzet_ontmoeting
from werklandschap.werkzoekende.diagnostiek.actions import leg_gesprek_vast, plan_gesprek, zeg_gesprek_af
from werklandschap.werkzoekende.diagnostiek.models import Gesprek

pytestmark = pytest.mark.django_db
THUIS = {"straat": "Dorpsstraat", "huisnummer": "1"}


@pytest.fixture
def ik() -> Gebruiker:
    return Gebruikerfabriek(naam="Kim de Klantmanager", telefoon="010-1234567")


def gesprek_over(dagen: int, ik: Gebruiker, **persoon: Any) -> Gesprek:
    mens = Werkzoekendefabriek(gemeente=ik.gemeente, **{"voornaam": "Sam", "email": "", "telefoon": "", **persoon})
    dossier = Dossierfabriek(werkzoekende=mens, verantwoordelijke=ik)
    # Within the same day, at whatever hour the suite runs.
    wanneer = min(timezone.localtime() + timedelta(hours=1), timezone.localtime().replace(hour=23, minute=59))
    wanneer += timedelta(days=dagen)
    return plan_gesprek(dossier=dossier, gepland_op=wanneer, door=ik, waar="Stadhuis, kamer 3")


def test_w2_1_wie_mail_wil_krijgt_de_dag_ervoor_een_mail_met_agendabestand(ik: Gebruiker) -> None:
    gesprek = gesprek_over(1, ik, email="sam@inwoner.test", contactwijze="email")
    assert herinner_klanten() == 1
    bericht = Bericht.objects.get()
    assert mail_bericht.call(bericht.pk) is True
    (post,) = mail.outbox
    assert (post.to, post.reply_to) == (["sam@inwoner.test"], [ik.email])
    assert "Stadhuis, kamer 3" in post.body
    naam, inhoud, soort = post.attachments[0]
    assert (naam, soort) == ("afspraak.ics", "text/calendar; method=PUBLISH")
    item = vobject.readOne(inhoud).vevent
    assert item.dtstart.value == gesprek.gepland_op.replace(microsecond=0)
    assert item.summary.value == f"Afspraak bij {ik.gemeente.naam}"
    assert item.location.value == "Stadhuis, kamer 3"
    assert Gebeurtenis.objects.filter(keten=gesprek.dossier.keten, soort="bericht.verstuurd").count() == 1


def test_niemand_wordt_twee_keer_herinnerd_en_niet_te_vroeg(ik: Gebruiker) -> None:
    gesprek_over(1, ik, email="sam@inwoner.test", contactwijze="email")
    gesprek_over(4, ik, email="noor@inwoner.test", contactwijze="email")
    assert [herinner_klanten(), herinner_klanten()] == [1, 0]
    assert herinner_klanten(timezone.now() + timedelta(days=3)) == 1
    assert Bericht.objects.count() == 2


def test_wat_niet_doorgaat_of_al_geweest_is_wordt_niet_herinnerd(ik: Gebruiker) -> None:
    af = gesprek_over(1, ik, email="sam@inwoner.test", contactwijze="email")
    gehouden = gesprek_over(1, ik, email="noor@inwoner.test", contactwijze="email")
    dicht = gesprek_over(1, ik, email="ali@inwoner.test", contactwijze="email")
    assert zeg_gesprek_af(gesprek=af, door=ik) is False
    leg_gesprek_vast(gesprek=gehouden, door=ik, versie=None, verslag="Eerder gebeld.")
    Dossier.objects.filter(pk=dicht.dossier_id).update(status=Dossier.Status.GESLOTEN, gesloten_op=timezone.localdate())
    assert herinner_klanten() == 0
    assert not Herinnering.objects.exists()


def test_een_mail_die_klaarstaat_gaat_niet_weg_na_afzeggen(ik: Gebruiker) -> None:
    gesprek = gesprek_over(1, ik, email="sam@inwoner.test", contactwijze="email")
    herinner_klanten()
    assert zeg_gesprek_af(gesprek=gesprek, door=ik) is False
    assert mail_bericht.call(Bericht.objects.get().pk) is False
    assert mail.outbox == []


def test_na_de_mail_hoort_u_dat_u_zelf_moet_bellen(client: Client, ik: Gebruiker) -> None:
    gesprek = gesprek_over(1, ik, email="sam@inwoner.test", contactwijze="email")
    herinner_klanten()
    mail_bericht.call(Bericht.objects.get().pk)
    client.force_login(ik)
    adres = reverse("werkzoekende_diagnostiek:gesprek", args=[gesprek.dossier_id, gesprek.pk])
    assert "Per e-mail gestuurd op" in client.get(adres).content.decode()
    antwoord = client.post(f"{adres}afzeggen/", follow=True)
    assert "De klant kreeg al een herinnering. Bel de klant dat het niet doorgaat." in antwoord.content.decode()


def test_wie_post_wil_krijgt_een_brief_die_op_mijn_dag_wacht(client: Client, ik: Gebruiker) -> None:
    for _nummer in range(3):
        gesprek_over(5, ik, contactwijze="post", **THUIS)
    vreemde = Gebruikerfabriek(gemeente=ik.gemeente)
    assert herinner_klanten() == 3
    client.force_login(ik)
    assert "3 herinneringen af te drukken" in client.get(reverse("taken:mijn_dag")).content.decode()
    assert af_te_drukken_door(vreemde) == []
    assert not Taak.objects.filter(eigenaar=vreemde).exists()
    pagina = client.get(reverse("berichten:herinneringen")).content.decode()
    assert pagina.count('name="herinnering"') == 3
    pdf = PdfReader(BytesIO(client.get(reverse("berichten:brieven")).content))
    assert len(pdf.pages) == 3
    assert all("Stadhuis, kamer 3" in blad.extract_text() for blad in pdf.pages)
    assert all("Pagina" not in blad.extract_text() for blad in pdf.pages)
    assert len(af_te_drukken_door(ik)) == 3
    eerste = af_te_drukken_door(ik)[0]
    client.post(reverse("berichten:afdrukken"), {"herinnering": [str(eerste.pk)]})
    over = Herinnering.objects.exclude(pk=eerste.pk).values_list("pk", flat=True)
    assert {rij.pk for rij in af_te_drukken_door(ik)} == set(over)
    assert Gebeurtenis.objects.filter(soort="herinnering.afgedrukt").count() == 1
    taak = Taak.objects.get(bron=f"herinneringen:{ik.pk}")
    assert (taak.titel, taak.url) == ("2 herinneringen af te drukken", reverse("berichten:herinneringen"))
    client.post(reverse("berichten:afdrukken"), {"herinnering": [str(rij.pk) for rij in af_te_drukken_door(ik)]})
    taak.refresh_from_db()
    assert taak.status == "klaar"
    assert "Al afgedrukt" in client.get(reverse("berichten:herinneringen")).content.decode()


def test_een_vreemde_drukt_niets_af_en_de_vervanger_wel(client: Client, ik: Gebruiker) -> None:
    gesprek_over(5, ik, contactwijze="post", **THUIS)
    herinner_klanten()
    rij = Herinnering.objects.get()
    elders = Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002"))
    client.force_login(elders)
    client.post(reverse("berichten:afdrukken"), {"herinnering": [str(rij.pk)]})
    assertRedirects(client.get(reverse("berichten:brieven")), reverse("berichten:herinneringen"))
    with pytest.raises(GeenRecht):
        druk_af(herinneringen=[rij], door=elders)
    vervanger = Gebruikerfabriek(gemeente=ik.gemeente)
    ik.vervanger, ik.afwezig_tot = vervanger, timezone.localdate()
    ik.save()
    assert [r.pk for r in af_te_drukken_door(vervanger)] == [rij.pk]


def test_een_brief_voor_een_afgezegd_gesprek_verdwijnt(ik: Gebruiker) -> None:
    gesprek = gesprek_over(5, ik, contactwijze="post", **THUIS)
    herinner_klanten()
    assert len(af_te_drukken_door(ik)) == 1
    taak = Taak.objects.get(bron=f"herinneringen:{ik.pk}")
    zeg_gesprek_af(gesprek=gesprek, door=ik)
    assert af_te_drukken_door(ik) == []
    taak.refresh_from_db()
    assert taak.status == "klaar"


def test_een_brief_die_niemand_afdrukte_blijft_na_de_afspraak_niet_hangen(ik: Gebruiker) -> None:
    gesprek_over(5, ik, contactwijze="post", **THUIS)
    herinner_klanten()
    Herinnering.objects.update(afspraak_op=timezone.now() - timedelta(hours=1))
    herinner_klanten()
    assert Taak.objects.get(bron=f"herinneringen:{ik.pk}").status == "klaar"


def test_wie_niet_meer_werkt_laat_de_brief_aan_de_verantwoordelijke(ik: Gebruiker) -> None:
    weg = Gebruikerfabriek(gemeente=ik.gemeente)
    gesprek = gesprek_over(5, ik, contactwijze="post", **THUIS)
    Gesprek.objects.filter(pk=gesprek.pk).update(door=weg)
    Gebruiker.objects.filter(pk=weg.pk).update(is_active=False)
    herinner_klanten()
    assert len(af_te_drukken_door(ik)) == 1


def test_een_brief_die_te_laat_komt_wordt_een_telefoontje(ik: Gebruiker) -> None:
    gesprek = gesprek_over(1, ik, contactwijze="post", **THUIS)
    herinner_klanten()
    taak = Taak.objects.get(bron=f"herinnering:gesprek:{gesprek.pk}")
    assert (taak.eigenaar, taak.voor_op) == (ik, timezone.localdate())
    assert taak.titel.startswith("Bel de klant over de afspraak")
    assert not Bericht.objects.exists()
    zeg_gesprek_af(gesprek=gesprek, door=ik)
    taak.refresh_from_db()
    assert taak.status == "klaar"


def test_een_eigen_brieftekst_met_open_plekken_houdt_de_anderen_niet_tegen(ik: Gebruiker) -> None:
    Brieftekst.objects.create(
        gemeente=ik.gemeente, code="herinnering", vorm="B1", onderwerp="Kom", tekst="Neem [iets] mee."
    )
    gesprek_over(1, ik, email="sam@inwoner.test", contactwijze="email")
    gesprek_over(1, ik, email="noor@inwoner.test", contactwijze="email", taalniveau="A2")
    assert herinner_klanten() == 2
    assert Bericht.objects.count() == 1
    assert Taak.objects.filter(bron__startswith="herinnering:").count() == 1


@pytest.mark.parametrize(("code", "dagen", "aantal"), [("herinnering_dagen", 0, 0), ("herinnering_dagen", 3, 1)])
def test_de_gemeente_kiest_hoeveel_dagen_vooraf(ik: Gebruiker, code: str, dagen: int, aantal: int) -> None:
    assert ik.gemeente is not None
    ik.gemeente.instellingen = {code: dagen}
    ik.gemeente.save()
    gesprek_over(3, ik, email="sam@inwoner.test", contactwijze="email")
    assert herinner_klanten() == aantal


def test_de_pagina_van_het_gesprek_zegt_wanneer_de_klant_wat_krijgt(client: Client, ik: Gebruiker) -> None:
    client.force_login(ik)
    for persoon, zin in (
        ({"email": "sam@inwoner.test"}, "Per e-mail, op "),
        ({"email": "sam@inwoner.test", "contactwijze": "telefoon"}, "Deze klant heeft het liefst: telefoon."),
        ({"contactwijze": "post", **THUIS}, "staat een brief klaar om af te drukken"),
        ({}, "U krijgt een taak om te bellen."),
    ):
        gesprek = gesprek_over(9, ik, **persoon)
        adres = reverse("werkzoekende_diagnostiek:gesprek", args=[gesprek.dossier_id, gesprek.pk])
        assert zin in client.get(adres).content.decode()
    graag_mail = gesprek_over(9, ik, email="noor@inwoner.test", contactwijze="email")
    adres = reverse("werkzoekende_diagnostiek:gesprek", args=[graag_mail.dossier_id, graag_mail.pk])
    assert "heeft het liefst" not in client.get(adres).content.decode()


def test_de_vorige_plek_staat_er_al(client: Client, ik: Gebruiker) -> None:
    gesprek = gesprek_over(2, ik)
    client.force_login(ik)
    antwoord = client.get(reverse("werkzoekende_diagnostiek:gesprekken", args=[gesprek.dossier_id]))
    assert antwoord.context["formulier"]["waar"].value() == "Stadhuis, kamer 3"


def test_een_kandidaat_zonder_mail_krijgt_een_brief_voor_het_bedrijf(ik: Gebruiker) -> None:
    mens = Werkzoekendefabriek(gemeente=ik.gemeente, email="", telefoon="", contactwijze="post", **THUIS)
    dossier = Dossierfabriek(werkzoekende=mens, verantwoordelijke=ik)
    voordracht = Voordrachtfabriek(
        dossier=dossier, door=ik, toestemming=Toestemmingfabriek(dossier=dossier), status="in_gesprek"
    )
    wanneer: datetime = timezone.now() + timedelta(days=4)
    rij = Ontmoeting.objects.create(voordracht=voordracht, soort="kennismaking", wanneer=wanneer, waar="Hal 2")
    assert herinner_klanten() == 1
    bericht = Bericht.objects.get()
    assert f"{voordracht.werkprofiel.werkgever.naam}, Hal 2" in bericht.tekst
    verzet_ontmoeting(ontmoeting=rij, wanneer=wanneer + timedelta(hours=2), waar="Hal 3", door=ik)
    assert Herinnering.objects.get().vervallen_op is not None
    assert herinner_klanten() == 1
    assert "Hal 3" in Bericht.objects.first().tekst  # type: ignore[union-attr]


def test_de_ronde_kost_niet_meer_bij_meer_afspraken_die_nog_niet_aan_de_beurt_zijn(
    ik: Gebruiker, django_assert_num_queries: Any
) -> None:
    for dag in (12, 13):
        gesprek_over(dag, ik, email="sam@inwoner.test")
    with django_assert_num_queries(8):
        herinner_klanten()


def test_de_mail_gaat_pas_na_het_vastleggen(
    ik: Gebruiker, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    gesprek_over(1, ik, email="sam@inwoner.test")
    with django_capture_on_commit_callbacks() as later:
        herinner_klanten()
    assert len(later) == 1


def test_wat_ergens_anders_verviel_of_verschoof_laat_de_ronde_los(ik: Gebruiker) -> None:
    weg = gesprek_over(5, ik, contactwijze="post", **THUIS)
    verzet = gesprek_over(5, ik, contactwijze="post", **THUIS)
    gesprek_over(5, ik, contactwijze="post", **THUIS)
    assert herinner_klanten() == 3
    Dossier.objects.filter(pk=weg.dossier_id).update(status=Dossier.Status.GESLOTEN, gesloten_op=timezone.localdate())
    Gesprek.objects.filter(pk=verzet.pk).update(gepland_op=verzet.gepland_op + timedelta(hours=1))
    assert herinner_klanten() == 0
    assert len(af_te_drukken_door(ik)) == 1
    assert Taak.objects.get(bron=f"herinneringen:{ik.pk}").titel == "1 herinnering af te drukken"


def test_een_kandidaat_zonder_mail_hoort_op_papier_van_de_speeddates(ik: Gebruiker) -> None:
    mens = Werkzoekendefabriek(gemeente=ik.gemeente, email="", telefoon="", contactwijze="post", **THUIS)
    dossier = Dossierfabriek(werkzoekende=mens, verantwoordelijke=ik)
    dag = Speeddate.objects.create(
        naam="Speeddates in de haven",
        gemeente=ik.gemeente,
        begin=timezone.now() + timedelta(days=4),
        waar="De Loods",
        status="gepland",
    )
    kandidaat = Speeddatekandidaat.objects.create(
        speeddate=dag, dossier=dossier, status="komt", toestemming=Toestemmingfabriek(dossier=dossier)
    )
    assert herinner_klanten() == 1
    assert "Speeddates in de haven, De Loods" in Bericht.objects.get().tekst
    Speeddatekandidaat.objects.filter(pk=kandidaat.pk).update(status="afgemeld")
    herinner_klanten()
    assert af_te_drukken_door(ik) == []
