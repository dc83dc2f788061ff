"""In front of the door with a telephone: prepare the visit, and write the report before driving off."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, expect
from pytest_django.live_server_helper import LiveServer
from tests.e2e.conftest import log_in
from tests.e2e.mens import axe_fouten
from tests.fabrieken import Contactmomentfabriek, Contactpersoonfabriek, Gebruikerfabriek, Werkgeverfabriek

from werklandschap.kern.taken.models import Taak
from werklandschap.kern.toegang.rollen import Rol

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
TELEFOON = {"width": 360, "height": 740}


def test_g2_2_een_bezoek_voorbereiden_en_het_verslag_schrijven_op_een_telefoon(
    live_server: LiveServer, browser: Browser
) -> None:
    ik = Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER)
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente, accountmanager=ik, naam="Bakkerij Proef")
    kim = Contactpersoonfabriek(werkgever=werkgever, naam="Kim Proef", telefoon="0880000007")
    bezoek = Contactmomentfabriek(
        werkgever=werkgever, contactpersoon=kim, door=ik, gehouden=False, datum=timezone.localdate()
    )
    omgeving = browser.new_context(viewport=TELEFOON, locale="nl-NL", reduced_motion="reduce", has_touch=True)
    pagina = omgeving.new_page()
    log_in(pagina, live_server, ik.email)
    pagina.goto(f"{live_server.url}/relaties/{werkgever.pk}/voorbereiden/")
    expect(pagina.get_by_role("link", name="0880000007")).to_have_attribute("href", "tel:0880000007")
    fouten = axe_fouten(pagina, "voorbereiden")
    pagina.get_by_role("main").get_by_role("link", name="Verslag schrijven").tap()
    pagina.get_by_label("Wat is er besproken?").fill("Twee mensen mogen komen kijken.")
    pagina.get_by_label("Wat heeft u beloofd?").fill("Rondleiding plannen")
    fouten += axe_fouten(pagina, "verslag")
    assert pagina.evaluate("document.documentElement.scrollWidth") <= TELEFOON["width"]
    pagina.get_by_role("button", name="Bewaar het verslag").tap()
    expect(pagina.get_by_text("Het verslag is bewaard.")).to_be_visible()
    assert fouten == []
    bezoek.refresh_from_db()
    assert (bezoek.gehouden, bezoek.verslag) == (True, "Twee mensen mogen komen kijken.")
    taak = Taak.objects.get()
    assert (taak.titel, taak.eigenaar) == ("Rondleiding plannen", ik)
    assert taak.voor_op > timezone.localdate()
    werkgever.refresh_from_db()
    assert werkgever.volgend_contact_op > timezone.localdate() + timedelta(days=27)
    omgeving.close()


def test_een_mens_ziet_het_veld_voor_machines_niet(live_server: LiveServer, browser: Browser) -> None:
    omgeving = browser.new_context(viewport=TELEFOON, locale="nl-NL")
    pagina = omgeving.new_page()
    pagina.goto(f"{live_server.url}/werkgever-melden/")
    expect(pagina.locator("[data-voor-machines]")).to_have_count(1)
    expect(pagina.get_by_text("Laat dit veld leeg")).to_be_hidden()
    omgeving.close()
