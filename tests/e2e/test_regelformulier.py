"""A statement in one line: another subject never costs what was typed."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer
from tests.e2e.conftest import log_in
from tests.wereld import maak_wereld

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
TEKST = "Ik wil weer buiten werken."


def test_wat_getypt_is_blijft_staan_bij_een_ander_onderwerp(page: Page, live_server: LiveServer) -> None:
    wereld = maak_wereld()
    log_in(page, live_server, wereld.mensen["klantmanager"].email)
    page.goto(f"{live_server.url}/dossiers/{wereld.dossier.pk}/klantbeeld/")
    adressen: list[str] = []
    page.on("request", lambda verzoek: adressen.append(verzoek.url))
    formulier = page.locator("form:has(#kb-waarde)")

    def kies(code: str) -> None:
        with page.expect_response("**/klantbeeld/waardeveld/**"):
            formulier.locator("select[name=aspect]").select_option(code)

    veld = formulier.locator("#kb-waarde textarea, #kb-waarde input[type=text]")
    kies("reden_werk")
    veld.fill(TEKST)
    kies("drijfveren")
    expect(veld).to_have_value(TEKST)
    kies("ritme")
    kies("reden_werk")
    expect(veld).to_have_value(TEKST)
    assert not [adres for adres in adressen if "buiten" in adres]
