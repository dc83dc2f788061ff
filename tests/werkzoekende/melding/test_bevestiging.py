"""Who leaves an e-mail address on the public form hears what happens next, and the mail says nothing private."""

from __future__ import annotations

import time
from typing import Any

import pytest
from django.core import mail, signing
from django.core.mail.backends.base import BaseEmailBackend
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks
from tests.fabrieken import Gemeentefabriek

from werklandschap.kern.dossiers.models import Dossier
from werklandschap.werkzoekende.melding import drempel

pytestmark = pytest.mark.django_db


def _verstuur(client: Client, **anders: str) -> int:
    gegevens = {
        "gemeente": str(Gemeentefabriek(telefoon="14 0900").pk),
        "hulpvraag": "Ik heb schulden en zoek werk.",
        "voornaam": "Noor",
        "achternaam": "Proef",
        "telefoon": "0612345678",
        "contactwijze": "telefoon",
        "teken": signing.dumps(int(time.time()) - 10, salt=drempel.ZOUT),
        **anders,
    }
    return client.post("/hulp-vragen/", gegevens).status_code


def test_met_een_adres_komt_er_een_bevestiging(
    client: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        assert _verstuur(client, email="noor@voorbeeld.test") == 302
        assert mail.outbox == []
    bericht = mail.outbox[0]
    assert bericht.to == ["noor@voorbeeld.test"]
    assert "Binnen 10 dagen" in bericht.body
    assert "Bel 14 0900" in bericht.body
    assert not any(woord in f"{bericht.subject} {bericht.body}" for woord in ("Noor", "Proef", "schulden", "06123"))


def test_zonder_adres_of_met_een_fout_gaat_er_niets_uit(
    client: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        assert _verstuur(client) == 302
        assert _verstuur(client, email="noor@voorbeeld.test", hulpvraag="") == 200
    assert Dossier.objects.count() == 1
    assert mail.outbox == []


class Kapot(BaseEmailBackend):
    """A mail server that hangs up."""

    def send_messages(self, email_messages: object) -> int:
        raise ConnectionRefusedError("niemand thuis")


def test_een_mailserver_die_ophangt_kost_geen_melding(
    client: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks, settings: Any
) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.Kapot"
    with django_capture_on_commit_callbacks(execute=True):
        assert _verstuur(client, email="noor@voorbeeld.test") == 302
    assert Dossier.objects.count() == 1
