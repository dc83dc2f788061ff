"""Figures: counted right, of one municipality, and never about so few people that they point at one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from io import BytesIO

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook
from tests.fabrieken import (
    Competentieregelfabriek,
    Dossierfabriek,
    Gebruikerfabriek,
    Gemeentefabriek,
    Werkprofielfabriek,
)

from werklandschap.inzicht import tellingen
from werklandschap.inzicht.bron import Bron
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.tijdlijn.models import Tegelbezoek
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.samen.plaatsing.models import Plaatsing
from werklandschap.werkzoekende.diagnostiek.models import Gesprek

pytestmark = pytest.mark.django_db

VANDAAG = timezone.localdate()


def bezoek(dossier: Dossier, tegel: str, begonnen: int, geeindigd: int | None = None) -> Tegelbezoek:
    """A visit that began so many days ago, and ended so many days ago or goes on."""
    return Tegelbezoek.objects.create(
        keten=dossier.keten,
        kant="werkzoekenden",
        tegel=tegel,
        van=VANDAAG - timedelta(days=begonnen),
        tot=None if geeindigd is None else VANDAAG - timedelta(days=geeindigd),
    )


def plaats(gemeente: Gemeente, van: date, status: str) -> Plaatsing:
    """A placement of somebody of this municipality."""
    return Plaatsing.objects.create(
        dossier=Dossierfabriek(gemeente=gemeente),
        werkprofiel=Werkprofielfabriek(werkgever__gemeente=gemeente),
        status=status,
        van=van,
        uren=Decimal(20),
        functie="Kok",
    )


@pytest.fixture
def gemeente() -> Gemeente:
    """The municipality the figures are of."""
    return Gemeentefabriek()


def test_per_tegel_telt_wie_er_is_wie_kwam_en_wie_ging(gemeente: Gemeente) -> None:
    dossiers = Dossierfabriek.create_batch(3, gemeente=gemeente)
    bezoek(dossiers[0], "melding", 10)
    bezoek(dossiers[1], "melding", 500)
    bezoek(dossiers[2], "melding", 20, 5)
    cijfer = tellingen.per_tegel(gemeente, "werkzoekenden")["melding"]
    assert (cijfer.nu, cijfer.erin, cijfer.eruit) == (2, 2, 1)


@pytest.mark.parametrize(("aantal", "dagen"), [(4, None), (5, 30)])
def test_de_mediaan_verschijnt_vanaf_vijf_mensen(gemeente: Gemeente, aantal: int, dagen: int | None) -> None:
    for dossier in Dossierfabriek.create_batch(aantal, gemeente=gemeente):
        bezoek(dossier, "melding", 40, 10)
    assert tellingen.per_tegel(gemeente, "werkzoekenden")["melding"].dagen == dagen


@pytest.mark.parametrize(("aantal", "stromen"), [(4, {}), (5, {("melding", "diagnostiek"): 5})])
def test_stromen_van_minder_dan_vijf_mensen_blijven_weg(
    gemeente: Gemeente, aantal: int, stromen: dict[tuple[str, str], int]
) -> None:
    for dossier in Dossierfabriek.create_batch(aantal, gemeente=gemeente):
        bezoek(dossier, "melding", 40, 10)
        bezoek(dossier, "diagnostiek", 10)
    assert tellingen.stromen(gemeente, "werkzoekenden") == stromen


def test_de_stroom_gaat_naar_de_tegel_die_het_eerst_volgt(gemeente: Gemeente) -> None:
    for dossier in Dossierfabriek.create_batch(5, gemeente=gemeente):
        bezoek(dossier, "werk-fit", 60)  # began before and runs beside it: no flow
        bezoek(dossier, "melding", 40, 30)
        bezoek(dossier, "opleiden", 10)
        bezoek(dossier, "diagnostiek", 25)
    assert tellingen.stromen(gemeente, "werkzoekenden") == {("melding", "diagnostiek"): 5}


def test_wachttijd_telt_van_melding_tot_het_eerste_gehouden_gesprek(gemeente: Gemeente) -> None:
    nu = timezone.now()
    for dagen in (3, 5, 7, 9, 11):
        dossier = Dossierfabriek(gemeente=gemeente, gemeld_op=nu - timedelta(days=20))
        for later in (dagen, dagen + 4):
            Gesprek.objects.create(
                dossier=dossier, gepland_op=nu, gehouden_op=dossier.gemeld_op + timedelta(days=later)
            )
    Dossierfabriek(gemeente=gemeente, gemeld_op=nu - timedelta(days=2))
    wachttijd = tellingen.wachttijd(gemeente)
    assert (wachttijd.aantal, wachttijd.mediaan, wachttijd.wachten) == (5, 7, 1)
    assert (wachttijd.te_lang, wachttijd.termijn) == (0, 10)
    Dossierfabriek(gemeente=gemeente, gemeld_op=nu - timedelta(days=11))
    Dossierfabriek(gemeente=gemeente, gemeld_op=nu - timedelta(days=10))
    Dossierfabriek(gemeente=gemeente, gemeld_op=nu - timedelta(days=30), status=Dossier.Status.GESLOTEN)
    wachttijd = tellingen.wachttijd(gemeente)
    assert (wachttijd.wachten, wachttijd.te_lang) == (3, 1)


def test_de_manager_gaat_van_inzicht_naar_wie_nog_van_niemand_is(client: Client, gemeente: Gemeente) -> None:
    niemand = Dossierfabriek(gemeente=gemeente, verantwoordelijke=None)
    Dossierfabriek(gemeente=gemeente)
    client.force_login(Gebruikerfabriek(gemeente=gemeente, rol=Rol.MANAGER))
    pagina = client.get("/inzicht/")
    assert pagina.context["van_niemand"] == 1
    adres = "/dossiers/?wie=zonder&amp;status=open&amp;sorteer=gemeld"
    assert adres in pagina.content.decode()
    lijst = client.get(adres.replace("&amp;", "&"))
    assert [rij for rij, _cellen in lijst.context["rijen"]] == [niemand]
    client.force_login(Gebruikerfabriek(gemeente=gemeente, rol=Rol.BEHEERDER))
    assert adres not in client.get("/inzicht/").content.decode()


def test_caseloads_tonen_ook_wat_van_niemand_is(gemeente: Gemeente) -> None:
    collega = Gebruikerfabriek(gemeente=gemeente, naam="Kim")
    Dossierfabriek.create_batch(2, gemeente=gemeente, verantwoordelijke=collega)
    Dossierfabriek(gemeente=gemeente, verantwoordelijke=None)
    Dossierfabriek(gemeente=gemeente, verantwoordelijke=collega, status=Dossier.Status.GESLOTEN)
    assert {(c.naam, c.aantal) for c in tellingen.caseloads(gemeente)} == {("Kim", 2), ("", 1)}


def test_een_andere_gemeente_telt_nergens_mee(gemeente: Gemeente) -> None:
    elders = Gemeentefabriek(code="9002")
    for dossier in Dossierfabriek.create_batch(6, gemeente=elders):
        bezoek(dossier, "melding", 40, 10)
        bezoek(dossier, "diagnostiek", 10)
    assert tellingen.per_tegel(gemeente, "werkzoekenden") == {}
    assert tellingen.stromen(gemeente, "werkzoekenden") == {}
    assert tellingen.caseloads(gemeente) == []
    assert tellingen.wachttijd(gemeente).aantal == 0


@pytest.mark.parametrize("maand", range(1, 13))
def test_plaatsingen_per_maand_beslaan_altijd_twaalf_maanden_ook_lege(gemeente: Gemeente, maand: int) -> None:
    with time_machine.travel(datetime(2027, maand, 1, 12, tzinfo=UTC)):
        maanden = tellingen.plaatsingen_per_maand(Bron(gemeente))
    assert len(maanden) == 12
    assert maanden[-1] == (date(2027, maand, 1), 0)


def test_een_plaatsing_telt_in_de_maand_waarin_zij_begon(gemeente: Gemeente) -> None:
    for maand, status in ((1, "loopt"), (1, "geeindigd"), (3, "loopt"), (3, "voorbereiding"), (2, "afgebroken")):
        plaats(gemeente, date(2027, maand, 9), status)
    plaats(gemeente, date(2025, 3, 9), "geeindigd")
    plaats(Gemeentefabriek(code="9002"), date(2027, 2, 9), "loopt")
    with time_machine.travel(datetime(2027, 3, 15, 12, tzinfo=UTC)):
        maanden = dict(tellingen.plaatsingen_per_maand(Bron(gemeente)))
    assert {maand: aantal for maand, aantal in maanden.items() if aantal} == {date(2027, 1, 1): 2, date(2027, 3, 1): 1}


@pytest.mark.parametrize("pad", ["/inzicht/", "/inzicht/tegels/", "/inzicht/resultaten/", "/inzicht/vindbaar/"])
def test_de_pagina_kost_evenveel_hoeveel_mensen_er_ook_zijn(
    client: Client, gemeente: Gemeente, zelfde_aantal_queries: Callable[..., None], pad: str
) -> None:
    client.force_login(Gebruikerfabriek(rol=Rol.MANAGER, gemeente=gemeente))

    def maak(aantal: int) -> None:
        for _ in range(aantal):
            plaats(gemeente, VANDAAG - timedelta(days=40), "loopt")
            dossier = Dossierfabriek(gemeente=gemeente)
            bezoek(dossier, "melding", 40, 10)
            Competentieregelfabriek(werkzoekende=dossier.werkzoekende)

    zelfde_aantal_queries(client, pad, maak)


def test_de_export_heeft_een_blad_per_landschap(client: Client, gemeente: Gemeente) -> None:
    bezoek(Dossierfabriek(gemeente=gemeente), "melding", 3)
    client.force_login(Gebruikerfabriek(rol=Rol.MANAGER, gemeente=gemeente))
    antwoord = client.get("/inzicht/tegels.xlsx")
    boek = load_workbook(BytesIO(antwoord.content))
    assert boek.sheetnames == ["werkzoekenden", "werkgevers"]
    rijen = list(boek["werkzoekenden"].iter_rows(values_only=True))
    assert len(rijen) == 10
    assert rijen[1][:3] == ("Melding", 1, 1)


def test_een_klantmanager_ziet_de_cijfers_van_de_manager_niet(client: Client) -> None:
    client.force_login(Gebruikerfabriek())
    assert client.get("/inzicht/").status_code == 403
    assert client.get("/inzicht/tegels.xlsx").status_code == 403


def test_een_tegel_apart_telt_hetzelfde_als_alle_tegels_samen(gemeente: Gemeente) -> None:
    for dossier in Dossierfabriek.create_batch(6, gemeente=gemeente):
        bezoek(dossier, "melding", 400, 380)
        bezoek(dossier, "melding", 60, 40)
        bezoek(dossier, "opleiden", 500)
    for dossier in Dossierfabriek.create_batch(3, gemeente=Gemeentefabriek(code="9002")):
        bezoek(dossier, "melding", 30, 10)
    samen = tellingen.per_tegel(gemeente, "werkzoekenden")
    assert samen["melding"].eruit == 6
    for slug in ("melding", "opleiden"):
        assert tellingen.van_tegel(gemeente, "werkzoekenden", slug) == samen[slug]
    assert tellingen.van_tegel(gemeente, "werkgevers", "melding") is None


def test_wie_te_vinden_is_komt_na_de_rest_van_de_pagina(client: Client, gemeente: Gemeente) -> None:
    Dossierfabriek.create_batch(2, gemeente=gemeente)
    client.force_login(Gebruikerfabriek(gemeente=gemeente, rol=Rol.MANAGER))
    assert 'href="/inzicht/vindbaar/"' in client.get("/inzicht/").content.decode()
    heel = client.get("/inzicht/vindbaar/")
    assert "0 van 2 mensen zijn goed te vinden" in heel.content.decode()
    deel = client.get("/inzicht/vindbaar/", headers={"HX-Request": "true"}).content.decode()
    assert deel.lstrip().startswith("<p>")
    assert "0 van 2 mensen" in deel
    client.force_login(Gebruikerfabriek(gemeente=gemeente))
    assert client.get("/inzicht/vindbaar/").status_code == 403
