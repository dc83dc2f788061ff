"""Pages of residents are read aloud by the browser, piece by piece, and stop when asked."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer
from tests.e2e.conftest import log_in
from tests.fabrieken import Dossierfabriek, Gebruikerfabriek, Werkzoekendefabriek

from werklandschap.kern.toegang.rollen import Rol

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
# A voice that takes down what it is told: the browser of a test machine has none of its own.
STEM = """
window.gezegd = [];
let straks = null;
Object.defineProperty(window, "speechSynthesis", { value: {
  getVoices: () => [{ lang: "nl-NL", name: "Stem" }],
  speak: (uiting) => { window.gezegd.push([uiting.lang, uiting.text]); straks = setTimeout(() => uiting.onend(), 5); },
  cancel: () => clearTimeout(straks),
} });
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
"""


def test_een_inwoner_laat_de_pagina_voorlezen_en_stopt(page: Page, live_server: LiveServer) -> None:
    inwoner = Gebruikerfabriek(rol=Rol.INWONER, gemeente=None)
    Dossierfabriek(werkzoekende=Werkzoekendefabriek(account=inwoner, voornaam="Sam"))
    fouten: list[str] = []
    page.on("pageerror", lambda fout: fouten.append(str(fout)))
    page.on("console", lambda regel: fouten.append(regel.text) if regel.type == "error" else None)
    page.add_init_script(STEM)
    log_in(page, live_server, inwoner.email)
    page.goto(f"{live_server.url}/mijn/")
    knop = page.locator(".wl-voorlezen button")
    expect(knop).to_have_text("Lees deze pagina voor")
    knop.click()
    expect(knop).to_have_text("Lees deze pagina voor")
    gezegd = page.evaluate("window.gezegd")
    assert gezegd[0] == ["nl", "Dag Sam"]
    teksten = [tekst for _taal, tekst in gezegd]
    assert len(teksten) == len(set(teksten))
    assert "Lees deze pagina voor" not in teksten
    assert any("Er is nog geen plan" in tekst for tekst in teksten)
    page.evaluate("window.speechSynthesis.speak = () => undefined")
    knop.click()
    expect(knop).to_have_text("Stop met voorlezen")
    assert page.locator(".wl-leest").count() == 1
    knop.click()
    assert page.locator(".wl-leest").count() == 0
    assert fouten == []


def test_zonder_stem_of_voor_een_collega_is_er_geen_knop(page: Page, live_server: LiveServer) -> None:
    page.add_init_script("delete window.SpeechSynthesisUtterance; window.SpeechSynthesisUtterance = undefined;")
    page.goto(f"{live_server.url}/hulp-vragen/")
    assert page.locator(".wl-voorlezen").count() == 0
    page.context.clear_cookies()
    log_in(page, live_server, Gebruikerfabriek().email)
    page.goto(f"{live_server.url}/mijn-dag/")
    assert page.locator("script[src*=voorlezen]").count() == 0
