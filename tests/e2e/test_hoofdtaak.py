"""The main job in a real browser, with people and a vacancy of another system, as who does the work walks it."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.management import call_command
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer
from tests.conftest import GEDEELD
from tests.e2e import stappen_dossier as dossier
from tests.e2e import stappen_samen as samen
from tests.e2e import stappen_werkgever as werkgever
from tests.e2e.mens import Mens, Toegankelijk
from tests.fabrieken import Gebruikerfabriek, Gemeentefabriek, Teamfabriek

from werklandschap.competenties.startset import laad_startset
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.project.cli.ontleder import lees
from werklandschap.project.cli.opdrachten import alle_opdrachten

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
EIGEN = Path(__file__).parent / "gegevens"


def bron(echt: str, eigen: str) -> Path:
    """Real input from ../shared when it is there, else our own small piece in the same layout."""
    pad = GEDEELD / "data" / echt
    return pad if pad.exists() else EIGEN / eigen


def opdracht(argumenten: list[str]) -> int:
    """Run a command as the command line does, on the database of the test; its exit code."""
    gekozen, opties = lees(argumenten, alle_opdrachten())
    assert gekozen is not None
    return gekozen.voer_uit(opties)


@pytest.fixture
def gemeente(transactional_db: None) -> None:
    """Colleagues, the competences of both sets, six people and a vacancy from elsewhere: all by the command line."""
    plaats = Gemeentefabriek(code="9001", naam="Gemeente Voorbeeld")
    team = Teamfabriek(gemeente=plaats, naam="Team Werk")
    for rol in (Rol.KLANTMANAGER, Rol.ACCOUNTMANAGER, Rol.JOBCOACH):
        Gebruikerfabriek(rol=rol, gemeente=plaats, team=team, email=f"{rol}@voorbeeld.test", naam=f"{rol.label} Proef")
    Gebruikerfabriek(rol=Rol.INWONER, gemeente=plaats, email=samen.INWONER, naam="Joris de Metser")
    Gebruikerfabriek(rol=Rol.WERKGEVER, gemeente=None, email=samen.WERKGEVER, naam="Kim Bouwman")
    laad_startset()
    assert opdracht(["competenties", "importeer", str(bron("esco", "esco"))]) == 0
    mensen = str(bron("vum/UM-Werkzoekenden-sonar.json", "werkzoekenden.json"))
    assert opdracht(["import", "werkzoekenden", mensen, "--door", "klantmanager@voorbeeld.test"]) == 0
    vacature = str(bron("vum/1vacature.json", "vacature.json"))
    assert opdracht(["import", "werkprofielen", vacature, "--door", "accountmanager@voorbeeld.test"]) == 0


def laatst_ingelezen() -> int:
    """The number of the last dossier of the import; earlier tests may have used lower numbers."""
    return Dossier.objects.filter(werkzoekende__extern_id__gt="").latest("pk").pk


def test_van_melding_tot_een_beantwoord_probleem_in_de_nazorg(
    gemeente: None, live_server: LiveServer, browser: Browser
) -> None:
    toegankelijk = Toegankelijk()
    bezoeker, klantmanager, accountmanager = (Mens(browser, live_server.url, toegankelijk) for _ in range(3))
    jobcoach, inwoner, bedrijf = (Mens(browser, live_server.url, toegankelijk) for _ in range(3))
    klantmanager.log_in("klantmanager@voorbeeld.test")
    accountmanager.log_in("accountmanager@voorbeeld.test")

    dossier.vraagt_om_hulp(bezoeker, "Noor", "Ik wil weer werken met mijn handen.")
    dossier.neemt_melding_aan(klantmanager)
    dossier.vraagt_om_hulp(bezoeker, "Noor", "Is er al nieuws?")
    dossier.herkent_tweede_melding(klantmanager)

    dossier.maakt_melding_af(klantmanager, laatst_ingelezen())
    dossier.legt_signaal_vast(klantmanager)
    dossier.voert_gesprek(klantmanager)
    dossier.vult_klantbeeld_aan(klantmanager)
    dossier.bespreekt_zelfredzaamheid(klantmanager)
    dossier.maakt_plan(klantmanager)
    dossier.zet_instrument_in(klantmanager)
    dossier.vult_profiel(klantmanager)
    dossier.legt_certificaat_vast(klantmanager)
    dossier.maakt_vindbaar(klantmanager)

    werkgever.bezoekt_werkgever(accountmanager)
    werkgever.bevestigt_werkprofiel(accountmanager)
    werkgever.zet_start_vooruit(accountmanager)
    werkgever.stelt_werkprofiel_open(accountmanager)
    werkgever.selecteert_kandidaat(accountmanager)

    samen.geeft_inwoner_toegang(klantmanager)
    samen.geeft_werkgever_toegang(accountmanager)
    inwoner.log_in(samen.INWONER)
    bedrijf.log_in(samen.WERKGEVER)
    dossier.legt_plan_voor(klantmanager)
    dossier.gaat_akkoord_met_plan(inwoner)
    dossier.kijkt_terug_op_instrument(klantmanager)

    samen.vraagt_kandidaat(accountmanager)
    samen.ziet_nog_niemand(bedrijf)
    samen.zegt_ja(inwoner)
    samen.stelt_voor(accountmanager)
    samen.kiest_kandidaat(bedrijf)
    samen.vertelt_besluit(accountmanager)
    samen.leest_besluit(inwoner)
    samen.maakt_plaatsing(klantmanager)
    samen.gaat_akkoord(inwoner, "Mijn werklandschap")
    samen.gaat_akkoord(bedrijf, "Mijn bedrijf")
    samen.start_plaatsing(klantmanager)

    jobcoach.log_in("jobcoach@voorbeeld.test")
    samen.maakt_nazorgplan(klantmanager)
    samen.meldt_probleem(bedrijf)
    samen.beantwoordt_probleem(jobcoach)
    samen.kijkt_samen_terug(jobcoach)

    dossier.leest_tijdlijn(klantmanager)
    werkgever.leest_tijdlijn(accountmanager)
    call_command("controleer_ketens")
    assert not toegankelijk.fouten, "\n".join(toegankelijk.fouten)
