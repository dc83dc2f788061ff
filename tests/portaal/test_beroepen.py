"""Occupations for a resident: what the work is, what I can and can learn, comparing, and a favourite (W4.2, W4.3)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.fabrieken import (
    Beroepfabriek,
    Competentiefabriek,
    Competentieregelfabriek,
    Dossierfabriek,
    Regiofabriek,
    Werkprofielfabriek,
)
from tests.portaal.hulp import ingelogd, inwoner

from werklandschap.competenties.models import BeroepCompetentie, Groeipad
from werklandschap.kern.basis.fouten import GeenRecht
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.portaal.kansen import open_werk
from werklandschap.samen.bemiddeling.rules import staat_open
from werklandschap.werkzoekende.orientatie import actions
from werklandschap.werkzoekende.orientatie.models import Arbeidsmarktkans, Beroepskeuze
from werklandschap.werkzoekende.orientatie.models import Testafname as Afname

pytestmark = pytest.mark.django_db
BEROEPEN = "/mijn/beroepen/"


@pytest.fixture
def dossier() -> Dossier:
    return inwoner()[1]


@pytest.fixture
def client(dossier: Dossier) -> Client:
    return ingelogd(dossier.werkzoekende.account)


def lees(client: Client, pad: str = BEROEPEN) -> str:
    antwoord = client.get(pad)
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def test_w4_2_een_inwoner_zoekt_een_beroep_en_ziet_wat_het_werk_is(client: Client) -> None:
    dak = Beroepfabriek(label="dakdekker", omschrijving="Daken maken.")
    Beroepfabriek(label="kok")
    pagina = lees(client, f"{BEROEPEN}?zoek=dak")
    assert f'href="{BEROEPEN}{dak.pk}/"' in pagina
    assert "Daken maken." in pagina
    assert "kok</a>" not in pagina
    assert "Probeer een ander of korter woord" in lees(client, f"{BEROEPEN}?zoek=zzz")
    assert "Daken maken." in lees(client, f"{BEROEPEN}{dak.pk}/")


def test_w4_2_de_inwoner_ziet_wat_hij_al_kan_en_wat_te_leren_is(dossier: Dossier, client: Client) -> None:
    beroep = Beroepfabriek(label="metselaar")
    kan = Competentiefabriek(label="tillen")
    leert = Competentiefabriek(label="voegen", vanaf_nul=True, leertijd_weken=6)
    later = Competentiefabriek(label="tekening lezen", vanaf_nul=False)
    Competentieregelfabriek(werkzoekende=dossier.werkzoekende, competentie=kan, niveau=3)
    for competentie in (kan, leert, later):
        BeroepCompetentie.objects.create(beroep=beroep, competentie=competentie, niveau=1)
    pagina = lees(client, f"{BEROEPEN}{beroep.pk}/")
    for woorden in ("1 van 3", "Dit kunt u al", "Dit kunt u leren in ongeveer 6 weken", "Leer eerst de basis"):
        assert woorden in pagina


def test_w4_2_het_groeipad_staat_er_als_tekening_en_als_tabel(client: Client) -> None:
    eerst, daarna = Beroepfabriek(label="hulp in de keuken"), Beroepfabriek(label="zelfstandig kok")
    Groeipad.objects.create(van=eerst, naar=daarna, toelichting="Met een praktijkverklaring")
    pagina = lees(client, f"{BEROEPEN}{eerst.pk}/")
    assert "<svg" in pagina
    assert "<table" in pagina
    assert "Met een praktijkverklaring" in pagina


def test_w4_3_de_kans_in_de_eigen_regio_staat_er_met_dag_en_bron(dossier: Dossier, client: Client) -> None:
    kok, smid = Beroepfabriek(label="kok"), Beroepfabriek(label="smid")
    dag = timezone.localdate()
    Arbeidsmarktkans.objects.create(
        regio=dossier.gemeente.regio, beroep=kok, kans=5, peildatum=dag, bron="Regiocijfers"
    )
    elders = Regiofabriek(naam="Elders")
    Arbeidsmarktkans.objects.create(regio=elders, beroep=smid, kans=1, peildatum=dag, bron="Andere cijfers")
    pagina = lees(client, f"{BEROEPEN}{kok.pk}/")
    assert "heel groot" in pagina
    assert "Dit komt van: Regiocijfers" in pagina
    bij_smid = lees(client, f"{BEROEPEN}{smid.pk}/")
    assert "Andere cijfers" not in bij_smid
    assert "weten wij niet" in bij_smid


def test_w4_2_alleen_werk_dat_nu_openstaat_in_de_regio_telt(dossier: Dossier, client: Client) -> None:
    kok, vandaag = Beroepfabriek(label="kok"), timezone.localdate()
    basis = {"beroep": kok, "status": "open", "opengesteld_op": vandaag, "werkgever__gemeente": dossier.gemeente}
    goed = Werkprofielfabriek(**basis)
    Werkprofielfabriek(**basis, einde=vandaag)
    for anders in (
        {"einde": vandaag - timedelta(days=1)},
        {"opengesteld_op": None},
        {"opengesteld_op": vandaag + timedelta(days=1)},
        {"status": "vervuld"},
    ):
        assert not staat_open(Werkprofielfabriek(**basis | anders))
    assert all(staat_open(profiel) for profiel in open_werk(dossier))
    assert goed in open_werk(dossier)
    assert "Er zijn nu 2 plekken open" in lees(client, f"{BEROEPEN}{kok.pk}/")


def test_w4_2_de_inwoner_leest_alleen_namen_van_bedrijven_met_een_vacature_die_openstaat(
    dossier: Dossier, client: Client
) -> None:
    kok, vandaag = Beroepfabriek(label="kok"), timezone.localdate()
    basis = {"beroep": kok, "status": "open", "werkgever__gemeente": dossier.gemeente}
    Werkprofielfabriek(**basis, opengesteld_op=vandaag, werkgever__naam="Bakkerij Open")
    Werkprofielfabriek(**basis, werkgever__naam="Stil Restaurant")
    Werkprofielfabriek(**basis | {"status": "vervuld"}, werkgever__naam="Vol Hotel")
    Werkprofielfabriek(**basis | {"status": "concept"}, werkgever__naam="Ooit Cafe")
    Werkprofielfabriek(**basis, werkgever__naam="Weg Bistro", werkgever__status="gestopt")
    Werkprofielfabriek(**basis, opengesteld_op=vandaag, open_voor="collegas", werkgever__naam="Later Kantine")
    pagina = lees(client, f"{BEROEPEN}{kok.pk}/")
    assert "Bakkerij Open" in pagina
    assert "Nog 3 bedrijven die wij kennen hebben ook dit werk." in pagina
    for naam in ("Stil Restaurant", "Vol Hotel", "Ooit Cafe", "Weg Bistro", "Later Kantine"):
        assert naam not in pagina
    collega = ingelogd(dossier.verantwoordelijke)
    van_collega = lees(collega, reverse("werkzoekende_orientatie:beroep", args=[dossier.pk, kok.pk]))
    for naam in ("Bakkerij Open", "Stil Restaurant", "Vol Hotel", "Later Kantine"):
        assert naam in van_collega
    assert "Ooit Cafe" not in van_collega


def test_w4_2_een_bewaard_beroep_ziet_de_professional_met_wie_koos(dossier: Dossier, client: Client) -> None:
    beroep = Beroepfabriek(label="bakker")
    client.post(f"{BEROEPEN}{beroep.pk}/bewaar/", {"waarom": "Ik sta graag vroeg op"})
    client.post(f"{BEROEPEN}{beroep.pk}/bewaar/", {"waarom": "Nog een keer"})
    keuze = Beroepskeuze.objects.get()
    assert (keuze.door, keuze.waarom) == (dossier.werkzoekende.account, "Ik sta graag vroeg op")
    mijn = lees(client)
    assert "bakker" in mijn
    assert "Ik sta graag vroeg op" in mijn
    bij_collega = ingelogd(dossier.verantwoordelijke).get(
        reverse("werkzoekende_orientatie:orientatie", args=[dossier.pk])
    )
    assert "bakker" in bij_collega.content.decode()
    assert "koos de klant zelf" in bij_collega.content.decode()
    soorten = list(dossier.keten.gebeurtenissen.values_list("soort", flat=True))
    assert soorten.count("beroep.gekozen") == 1


def test_een_beroep_gaat_ook_weer_van_de_lijst(dossier: Dossier, client: Client) -> None:
    beroep = Beroepfabriek(label="bakker")
    actions.kies_beroep(dossier=dossier, beroep=beroep, door=dossier.verantwoordelijke)
    for _keer in range(2):
        client.post(f"{BEROEPEN}{beroep.pk}/los/")
    assert not Beroepskeuze.objects.exists()
    assert dossier.keten.gebeurtenissen.filter(soort="beroep.losgelaten").count() == 1
    actions.kies_beroep(dossier=dossier, beroep=beroep, door=dossier.verantwoordelijke)
    ingelogd(dossier.verantwoordelijke).post(reverse("werkzoekende_orientatie:laat_los", args=[dossier.pk, beroep.pk]))
    assert not Beroepskeuze.objects.exists()


def test_niemand_kiest_voor_een_ander(dossier: Dossier) -> None:
    beroep, ander = Beroepfabriek(), Dossierfabriek()
    zelf = dossier.werkzoekende.account
    Beroepskeuze.objects.create(dossier=ander, beroep=beroep, waarom="Keuze van een ander")
    for actie in (actions.kies_beroep, actions.laat_beroep_los):
        with pytest.raises(GeenRecht):
            actie(dossier=ander, beroep=beroep, door=zelf)
    assert "Keuze van een ander" not in lees(ingelogd(zelf))


def test_w4_2_drie_beroepen_naast_elkaar_en_meer_niet(dossier: Dossier, client: Client) -> None:
    heeft = Competentiefabriek(label="tillen")
    Competentieregelfabriek(werkzoekende=dossier.werkzoekende, competentie=heeft, niveau=3)
    nieuw = Competentiefabriek(label="voegen", vanaf_nul=True, leertijd_weken=6)
    beroepen = [Beroepfabriek(label=f"vak {letter}") for letter in "abcd"]
    for beroep in beroepen:
        BeroepCompetentie.objects.create(beroep=beroep, competentie=heeft, niveau=2)
        BeroepCompetentie.objects.create(beroep=beroep, competentie=nieuw, niveau=1)
        actions.kies_beroep(dossier=dossier, beroep=beroep, door=dossier.werkzoekende.account)
    assert lees(client).count("checked") == 3
    antwoord = client.get(f"{BEROEPEN}vergelijk/", {"beroep": [b.pk for b in beroepen]}).content.decode()
    assert "vak d" not in antwoord
    assert antwoord.count("1 van 2") == 3
    assert antwoord.count("voegen: ongeveer 6 weken") == 3
    assert "U ziet hier 3 beroepen" in antwoord
    assert "Kies eerst twee of drie beroepen" in lees(client, f"{BEROEPEN}vergelijk/?beroep=x")


def test_w4_1_de_test_wijst_beroepen_aan_die_erbij_passen(dossier: Dossier, client: Client) -> None:
    assert "Doe de test" in lees(client)
    punten = dict(zip(("r", "i", "a", "s", "e", "c"), (90, 10, 10, 10, 10, 10), strict=True))
    Beroepfabriek(label="hovenier", **{f"riasec_{letter}": waarde for letter, waarde in punten.items()})
    af = Afname.objects.create(dossier=dossier, antwoorden={}, uitslag=[100, 0, 0, 0, 0, 0])
    pagina = lees(client)
    assert "hovenier" in pagina
    assert BEROEPEN in lees(client, f"/mijn/uitslag/{af.pk}/")


def test_een_beroep_kost_evenveel_hoeveel_het_ook_vraagt(
    dossier: Dossier, client: Client, zelfde_aantal_queries: Callable[..., None]
) -> None:
    beroep = Beroepfabriek()

    def maak(aantal: int) -> None:
        for _nummer in range(aantal):
            regel = Competentieregelfabriek(werkzoekende=dossier.werkzoekende)
            BeroepCompetentie.objects.create(beroep=beroep, competentie=regel.competentie, niveau=2)
            Groeipad.objects.create(van=beroep, naar=Beroepfabriek())
            actions.kies_beroep(dossier=dossier, beroep=Beroepfabriek(), door=dossier.verantwoordelijke)

    zelfde_aantal_queries(client, f"{BEROEPEN}{beroep.pk}/", maak)
    zelfde_aantal_queries(client, BEROEPEN, maak)
    zelfde_aantal_queries(client, f"{BEROEPEN}vergelijk/?beroep={beroep.pk}", maak)
