"""The telephone and the conversation with the keyboard alone, and a connection that breaks half-way."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer
from tests.e2e.conftest import log_in
from tests.fabrieken import Dossierfabriek, Gebruikerfabriek, Waarnemingfabriek

from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.werkzoekende.diagnostiek.actions import plan_gesprek
from werklandschap.werkzoekende.diagnostiek.models import Gesprek, Gesprekconcept

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
MEESTE_TABS = 150


@pytest.fixture
def ik() -> Gebruiker:
    return Gebruikerfabriek()


@pytest.fixture
def gesprek(ik: Gebruiker) -> Gesprek:
    dossier = Dossierfabriek(verantwoordelijke=ik)
    Waarnemingfabriek(
        dossier=dossier, aspect="ritme", waarde=2, waargenomen_op=timezone.localdate() - timedelta(days=400)
    )
    return plan_gesprek(dossier=dossier, gepland_op=timezone.now() + timedelta(hours=1), door=ik)


def ga_naar_veld(pagina: Page, naam: str) -> None:
    """Press Tab until the field with this name has the focus."""
    for _keer in range(MEESTE_TABS):
        if pagina.evaluate("document.activeElement.name || ''") == naam:
            return
        pagina.keyboard.press("Tab")
    raise AssertionError(f"{naam} is not reached with Tab")


def kies(pagina: Page, naam: str, begin: str) -> None:
    """Choose an option of a list by typing its beginning."""
    ga_naar_veld(pagina, naam)
    pagina.keyboard.type(begin)


def gesprekspad(server: LiveServer, gesprek: Gesprek) -> str:
    return f"{server.url}/dossiers/{gesprek.dossier_id}/gesprekken/{gesprek.pk}/"


def test_w1_1_een_melding_per_telefoon_met_alleen_het_toetsenbord(
    ik: Gebruiker, live_server: LiveServer, page: Page
) -> None:
    log_in(page, live_server, ik.email)
    page.goto(f"{live_server.url}/dossiers/melding/?kanaal=telefoon")
    assert page.evaluate("document.activeElement.name") == "hulpvraag"
    page.keyboard.type("Ik wil weer onder de mensen zijn.")
    for naam, tekst in (("voornaam", "Noor"), ("achternaam", "van Toets"), ("telefoon", "0612345678")):
        ga_naar_veld(page, naam)
        page.keyboard.type(tekst)
    kies(page, "taalniveau", "A2")
    ga_naar_veld(page, "signalen")
    page.keyboard.press("Space")
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/dossiers/*/")
    dossier = Dossier.objects.get(werkzoekende__achternaam="van Toets")
    assert (dossier.kanaal, dossier.werkzoekende.taalniveau) == ("telefoon", "A2")
    assert dossier.hulpvraag == "Ik wil weer onder de mensen zijn."
    assert dossier.signalen.count() == 1


def test_w2_1_een_gesprek_vastleggen_met_alleen_het_toetsenbord(
    gesprek: Gesprek, ik: Gebruiker, live_server: LiveServer, page: Page
) -> None:
    log_in(page, live_server, ik.email)
    page.goto(gesprekspad(live_server, gesprek))
    ga_naar_veld(page, "verslag")
    page.keyboard.type("Goed gesprek over de ochtend.")
    kies(page, "k_ritme", "4")
    kies(page, "p_ritme", "3")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("Het gesprek is vastgelegd.")).to_be_visible()
    gesprek.refresh_from_db()
    assert (gesprek.status, gesprek.verslag) == ("gehouden", "Goed gesprek over de ochtend.")
    nieuw = gesprek.dossier.waarnemingen.filter(waargenomen_op=timezone.localdate())
    assert {(w.bron, w.waarde) for w in nieuw} == {("klant", 4), ("professional", 3)}


def test_w2_1_een_verbroken_verbinding_kost_geen_tekst(
    gesprek: Gesprek, ik: Gebruiker, live_server: LiveServer, page: Page
) -> None:
    log_in(page, live_server, ik.email)
    page.goto(gesprekspad(live_server, gesprek))
    page.context.set_offline(True)
    page.locator("[name=verslag]").fill("Getypt zonder verbinding.")
    expect(page.get_by_text("Geen verbinding.")).to_be_visible()
    page.keyboard.press("Control+Enter")
    expect(page.locator("[name=verslag]")).to_have_value("Getypt zonder verbinding.")
    page.context.set_offline(False)
    expect(page.get_by_text("Bewaard om")).to_be_visible()
    page.goto("about:blank")
    assert Gesprekconcept.objects.count() == 1
    page.evaluate("() => 0")
    page.goto(gesprekspad(live_server, gesprek))
    expect(page.locator("[name=verslag]")).to_have_value("Getypt zonder verbinding.")
    gesprek.refresh_from_db()
    assert gesprek.status == "gepland"
