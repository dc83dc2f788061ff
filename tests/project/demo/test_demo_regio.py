"""The demo region: as much as was asked, the same every time, chains that verify, and nothing real in it."""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import models
from django.utils import timezone

from werklandschap.kern.dossiers.models import Dossier, Overdracht, Toestemming, Werkzoekende
from werklandschap.kern.klantbeeld.models import Meting, Waarneming
from werklandschap.kern.plannen.models import Plan
from werklandschap.kern.profielen.models import Competentieregel, Werkprofiel
from werklandschap.kern.relaties.models import Contactpersoon, Werkgever
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.ketens import controleer
from werklandschap.kern.tijdlijn.models import Gebeurtenis, Keten, Tegelbezoek
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.project.demo import handelsregister
from werklandschap.regelingen.bsn import is_geldig_bsn
from werklandschap.regelingen.kvk import is_geldig_kvk_nummer
from werklandschap.samen.bemiddeling.models import Voordracht
from werklandschap.samen.nazorg.models import Nazorgplan
from werklandschap.samen.plaatsing.models import Besluit, Plaatsing
from werklandschap.samen.plaatsing.verloop import subsidieverloop
from werklandschap.werkgever.kandidaat_fit.models import Ipstraject, Modeltrouw
from werklandschap.werkgever.werving.models import Groeiwens

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("regio")]

# Demo accounts and their rows, three of them extra: people who meet the demo employer.
EXTRA = 3
ACCOUNTS = (
    "klantmanager@voorbeeld.test",
    "jobcoach@voorbeeld.test",
    "accountmanager@voorbeeld.test",
    "manager@voorbeeld.test",
    "beheer@voorbeeld.test",
    "partner@wijkteam.test",
    "werkgever@bedrijf.test",
    "inwoner@inwoner.test",
    "klantmanager@buurdam.test",
    "accountmanager@buurdam.test",
)


def test_er_zijn_zo_veel_mensen_en_werkgevers_als_gevraagd() -> None:
    assert Dossier.objects.filter(gemeente__code="9002").count() == 12
    assert Dossier.objects.filter(gemeente__code="9001").count() in {70, 70 + EXTRA}
    # Companies that came in through the market plan have no website yet.
    assert Werkgever.objects.exclude(website="").count() == 14
    assert Werkprofiel.objects.count() == 29


def test_elke_keten_klopt_en_begint_niet_voor_de_melding() -> None:
    assert [fout for keten in Keten.objects.all() for fout in controleer(keten)] == []
    assert not Gebeurtenis.objects.filter(tijd__gt=timezone.now() + timedelta(days=1)).exists()
    te_vroeg = Gebeurtenis.objects.filter(keten__dossier__gemeld_op__gt=models.F("tijd"))
    assert not te_vroeg.exists()


def test_ieder_bsn_is_geldig_en_uit_de_testreeks() -> None:
    nummers = [w.bsn for w in Werkzoekende.objects.exclude(bsn_zoekwaarde=None)]
    assert len(nummers) > 50
    assert len(set(nummers)) == len(nummers)
    assert all(is_geldig_bsn(nummer) and nummer.startswith("9") for nummer in nummers)


def test_elk_adres_op_internet_is_verzonnen() -> None:
    adressen = [*Gebruiker.objects.values_list("email", flat=True)]
    adressen += [a for a in Werkzoekende.objects.values_list("email", flat=True) if a]
    adressen += [a for a in Contactpersoon.objects.values_list("email", flat=True) if a]
    assert len(adressen) > 80
    assert all(a.endswith(".test") for a in adressen)
    assert all(
        re.fullmatch(r"https://www\.bedrijf\d+\.test", s)
        for s in Werkgever.objects.exclude(website="").values_list("website", flat=True)
    )


def test_op_elke_tegel_is_of_was_iemand() -> None:
    van_mensen = set(Tegelbezoek.objects.filter(kant="werkzoekenden").values_list("tegel", flat=True))
    assert van_mensen == {
        "melding",
        "diagnostiek",
        "maatschappelijk-fit",
        "orientatie",
        "werk-fit",
        "opleiden",
        "bemiddeling",
        "plaatsing",
        "nazorg",
    }
    van_bedrijven = set(Tegelbezoek.objects.filter(kant="werkgevers").values_list("tegel", flat=True))
    assert van_bedrijven >= {"werkgever-contact", "werkprofiel", "werving-en-selectie", "bemiddeling", "nazorg"}


def test_de_getoonde_accounts_kunnen_inloggen_en_de_rest_niet() -> None:
    assert set(Gebruiker.objects.filter(is_demo=True).values_list("email", flat=True)) == set(ACCOUNTS)
    assert all(g.check_password("landschap-demo") for g in Gebruiker.objects.filter(is_demo=True)[:2])
    assert not any(g.has_usable_password() for g in Gebruiker.objects.filter(is_demo=False))


def test_de_inwoner_heeft_een_plan_dat_wacht_en_een_open_vraag() -> None:
    dossier = Dossier.objects.get(werkzoekende__account__email="inwoner@inwoner.test")
    assert dossier.verantwoordelijke is not None
    assert dossier.verantwoordelijke.email == "klantmanager@voorbeeld.test"
    assert dossier.toestemmingen.filter(antwoord=None).exists()
    assert dossier.plannen.filter(status=Plan.Status.VOORGELEGD).exists()


def test_betaald_is_wat_er_recht_op_is_ook_als_het_werk_eerder_ophield() -> None:
    vorige = (timezone.localdate().replace(day=1) - timedelta(days=1)).replace(day=1)
    met = list(Plaatsing.objects.filter(uitbetalingen__isnull=False).distinct())
    assert met
    for plaatsing in met:
        maanden = subsidieverloop(plaatsing).verrekening.maanden
        assert {m.verschil for m in maanden if m.maand < vorige} <= {Decimal("0.00")}, plaatsing.pk


def test_er_is_werk_op_elke_plek() -> None:
    vandaag = timezone.localdate()
    mijn = Taak.objects.filter(eigenaar__email="klantmanager@voorbeeld.test", status="open")
    assert mijn.filter(voor_op__lt=vandaag).exists()
    assert mijn.filter(voor_op__gte=vandaag).exists()
    for model in (Competentieregel, Meting, Plaatsing, Nazorgplan, Toestemming, Overdracht):
        assert model._default_manager.exists(), model
    assert len(set(Voordracht.objects.values_list("status", flat=True))) >= 5
    assert Werkprofiel.objects.filter(start__gt=vandaag).exists()
    assert Besluit.objects.filter(instrument="loonkostensubsidie", bedrag_per_maand__gt=0).exists()
    assert {"klant", "professional"} <= set(Waarneming.objects.values_list("bron", flat=True))


def test_een_werkgever_krijgt_nooit_meer_kandidaten_dan_afgesproken() -> None:
    lopend = models.Q(voordrachten__status__in=("voorgedragen", "in_gesprek", "aangenomen"))
    profielen = Werkprofiel.objects.annotate(bezig=models.Count("voordrachten", filter=lopend))
    assert not profielen.filter(max_voordrachten__isnull=False, bezig__gt=models.F("max_voordrachten")).exists()
    zonder_vraag = Voordracht.objects.filter(status__in=("voorgedragen", "in_gesprek", "geplaatst"), toestemming=None)
    assert not zonder_vraag.exists()


def test_g5_3_ips_is_in_elk_stadium_te_zien_met_een_meting() -> None:
    trajecten = Ipstraject.objects.filter(dossier__gemeente__code="9001")
    assert trajecten.filter(plek_op__isnull=False).exclude(leert="").exists()
    assert trajecten.filter(eerste_contact_op__isnull=True).exists()
    assert all(t.zorgpartner.soort == "zorg" and t.dossier.toestemmingen.geldig().exists() for t in trajecten)
    assert set(Modeltrouw.objects.values_list("gemeente__code", flat=True)) == {"9001", "9002"}


def test_g7_2_de_inwoner_is_gevraagd_of_die_in_werk_wil_groeien() -> None:
    wens = Groeiwens.objects.get(dossier__werkzoekende__account__email="inwoner@inwoner.test")
    assert wens.antwoord is None
    assert wens.werkprofiel.eisen.get(gewicht=9).competentie.naam in wens.leren
    assert wens.herinnerd_op is not None
    for ander in Groeiwens.objects.filter(antwoord=True):
        assert ander.dossier.voorbereidingen.filter(werkprofiel=wens.werkprofiel).exists()


def test_g2_1_de_proefomgeving_heeft_een_verzonnen_handelsregister() -> None:
    for nummer, rij in handelsregister.INSCHRIJVINGEN.items():
        assert is_geldig_kvk_nummer(nummer)
        assert not Werkgever.objects.filter(kvk_nummer=nummer).exists()
        assert rij.grootte
