"""G8.2 in a real browser: planning, moving and calling off a meeting sends real mail, by queue and mail server."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
import vobject
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer
from tests.e2e.conftest import log_in
from tests.fabrieken import Contactpersoonfabriek
from tests.samen.bemiddeling.hulp import voorgedragen
from tests.samen.nazorg.smtp import Postbus, postbus

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def mailserver(settings: Any) -> Iterator[Postbus]:
    """A running mail server that the product is set to."""
    with postbus() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.poort
        settings.EMAIL_HOST_USER, settings.EMAIL_USE_TLS, settings.EMAIL_USE_SSL = "", False, False
        yield server


def werk_af() -> None:
    """What `werklandschap worker --eenmalig` does with the queue."""
    Worker(
        queue_names=["*"],
        excluded_queue_names=[],
        interval=0.1,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=uuid.uuid4().hex,
    ).run()


def kalenders(server: Postbus, aan: str) -> list[Any]:
    """The calendar files that this address got, in order, read by a parser that did not write them."""
    uit = []
    for ontvangers, bericht in server.post:
        if ontvangers == [aan]:
            (bijlage,) = bericht.iter_attachments()
            inhoud = bijlage.get_payload(decode=True)
            assert isinstance(inhoud, bytes)
            uit.append(vobject.readOne(inhoud.decode()))
    return uit


def test_g8_2_w7_2_plannen_verzetten_en_afzeggen_in_de_browser_komt_aan_bij_de_mailserver(
    page: Page, live_server: LiveServer, mailserver: Postbus
) -> None:
    rij = voorgedragen()
    mens = rij.dossier.werkzoekende
    mens.email = "klant@inwoner.test"
    mens.save()
    Contactpersoonfabriek(werkgever=rij.werkprofiel.werkgever, email="baas@bedrijf.test")
    eerst = timezone.localtime().replace(hour=10, minute=0, second=0, microsecond=0) + timedelta(days=3)
    later = eerst + timedelta(days=1, hours=2)
    log_in(page, live_server, rij.door.email)
    hier = f"{live_server.url}/voordrachten/{rij.pk}/"

    page.goto(f"{hier}ontmoeting/")
    page.select_option("select[name=soort]", "meelopen")
    _vul(page, eerst, "Kade 1")
    werk_af()
    page.goto(hier)
    page.get_by_role("link", name="Verzet").first.click()
    _vul(page, later, "Kade 2")
    werk_af()
    page.goto(hier)
    page.get_by_role("link", name="Zeg af").first.click()
    page.fill("[name=reden]", "De chef is ziek.")
    page.click("main form button[type=submit]")
    page.wait_for_load_state()
    werk_af()

    for aan in ("klant@inwoner.test", "baas@bedrijf.test"):
        gelezen = [
            (k.method.value, k.vevent.sequence.value, k.vevent.dtstart.value, k.vevent.location.value)
            for k in kalenders(mailserver, aan)
        ]
        assert gelezen == [
            ("REQUEST", "0", eerst, "Kade 1"),
            ("REQUEST", "1", later, "Kade 2"),
            ("CANCEL", "2", later, "Kade 2"),
        ]
    samen = b"".join(bericht.as_bytes() for _aan, bericht in mailserver.post)
    assert b"chef is ziek" not in samen


def _vul(page: Page, wanneer: datetime, waar: str) -> None:
    page.fill("input[name=wanneer]", wanneer.strftime("%Y-%m-%dT%H:%M"))
    page.fill("input[name=waar]", waar)
    page.click("main form button[type=submit]")
    page.wait_for_load_state()
