"""Tasks move to a new function with the keyboard alone, and suggestions are accepted or rejected by key."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer
from tests.e2e.conftest import log_in
from tests.fabrieken import Competentiefabriek, Eisfabriek
from tests.wereld import maak_wereld

from werklandschap.kern.profielen.models import Werkprofiel

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]


def test_g6_4_taken_verdelen_met_alleen_het_toetsenbord(page: Page, live_server: LiveServer) -> None:
    wereld = maak_wereld()
    profiel = wereld.voordracht.werkprofiel
    profiel.omschrijving = "Hout zagen\nVloer vegen\nDozen vouwen"
    profiel.save()
    log_in(page, live_server, wereld.mensen["accountmanager"].email)
    page.goto(f"{live_server.url}/werkprofielen/{profiel.pk}/carven/")
    page.wait_for_selector("[data-verdeler][data-klaar]")
    nieuw = page.locator("[data-lijst=nieuw] [data-taak]")
    for taak, uren in (("Vloer vegen", "6"), ("Dozen vouwen", "4.5"), ("Hout zagen", "20")):
        regel = page.locator(f'[data-taak="{taak}"]')
        regel.locator("[data-uren]").fill(uren)
        regel.locator("[data-verplaats]").focus()
        page.keyboard.press("ArrowRight")
    expect(nieuw).to_have_count(3)
    page.locator('[data-taak="Hout zagen"] [data-verplaats]').focus()
    page.keyboard.press("ArrowLeft")
    expect(nieuw).to_have_count(2)
    expect(page.locator("[data-som=nieuw]")).to_have_text("10,5")
    expect(page.locator("[data-melder]")).to_contain_text("Hout zagen")
    page.locator('[data-taak="Hout zagen"]').drag_to(page.locator("[data-lijst=nieuw]"))
    expect(nieuw).to_have_count(3)
    page.locator('[data-taak="Hout zagen"] input[type=checkbox]').uncheck()
    expect(nieuw).to_have_count(2)
    page.locator("#id_titel").focus()
    page.keyboard.type("Hulp in de werkplaats")
    page.keyboard.press("Enter")
    page.wait_for_url("**/eisen/")
    gemaakt = Werkprofiel.objects.get(titel="Hulp in de werkplaats")
    assert (gemaakt.omschrijving, gemaakt.uren_max) == ("Vloer vegen\nDozen vouwen", 11)


def test_g6_1_voorstellen_overnemen_en_afwijzen_met_toetsen_en_de_telling_leeft(
    page: Page, live_server: LiveServer
) -> None:
    wereld = maak_wereld()
    profiel = wereld.voordracht.werkprofiel
    eerste = Eisfabriek(werkprofiel=profiel, competentie=Competentiefabriek(label="aa zagen"), niveau=5)
    tweede = Eisfabriek(werkprofiel=profiel, competentie=Competentiefabriek(label="bb vegen"), niveau=2)
    log_in(page, live_server, wereld.mensen["accountmanager"].email)
    page.goto(f"{live_server.url}/werkprofielen/{profiel.pk}/eisen/")
    vink = page.locator(f"#id_aan_{eerste.competentie_id}")
    vink.focus()
    with page.expect_response("**/eisen/tel/"):
        page.keyboard.press("h")
    expect(page.locator(f"#id_hard_{eerste.competentie_id}")).to_be_checked()
    expect(page.locator("#telling")).to_contain_text("aa zagen")
    page.keyboard.press("n")
    expect(vink).not_to_be_checked()
    expect(page.locator(f"#id_aan_{tweede.competentie_id}")).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("j")
    expect(vink).to_be_checked()
    schuif = page.locator(f"#id_niveau_{tweede.competentie_id}")
    schuif.focus()
    page.keyboard.press("ArrowRight")
    expect(schuif).to_have_value("3")
    expect(page.locator(f"#id_niveau_{tweede.competentie_id} + output")).to_have_text("3 zelfstandig")
