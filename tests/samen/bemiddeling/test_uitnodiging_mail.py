"""Invitations over a real connection to a mail server, read back by a calendar parser that did not write them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import vobject
from django.utils import timezone
from tests.fabrieken import Contactpersoonfabriek
from tests.samen.bemiddeling.hulp import voorgedragen
from tests.samen.nazorg.smtp import postbus

from werklandschap.samen.bemiddeling.ontmoetingen import plan_ontmoeting, verzet_ontmoeting, zeg_ontmoeting_af
from werklandschap.samen.bemiddeling.uitnodiging import mail_ontmoeting

pytestmark = pytest.mark.django_db


def test_g8_2_uitnodigen_verzetten_en_afzeggen_komen_echt_aan_bij_de_mailserver(settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    rij = voorgedragen()
    Contactpersoonfabriek(werkgever=rij.werkprofiel.werkgever, email="baas@bedrijf.test")
    eerst = timezone.now().replace(microsecond=0) + timedelta(days=3)
    later = eerst + timedelta(days=2)
    with postbus() as server:
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.poort
        settings.EMAIL_HOST_USER, settings.EMAIL_USE_TLS, settings.EMAIL_USE_SSL = "", False, False
        afspraak = plan_ontmoeting(voordracht=rij, soort="verkennend", wanneer=eerst, waar="Kade 1", door=rij.door)
        mail_ontmoeting.call(afspraak.pk, 0)
        verzet_ontmoeting(ontmoeting=afspraak, wanneer=later, waar="Kade 2", door=rij.door, volgnummer=0)
        mail_ontmoeting.call(afspraak.pk, 1)
        zeg_ontmoeting_af(ontmoeting=afspraak, door=rij.door, reden="Ziek.")
        mail_ontmoeting.call(afspraak.pk, 2)
    gelezen, kenmerken = [], set()
    for aan, bericht in server.post:
        if aan != ["baas@bedrijf.test"]:
            continue
        (bijlage,) = bericht.iter_attachments()
        assert (bijlage.get_content_type(), bijlage.get_filename()) == ("text/calendar", "afspraak.ics")
        inhoud = bijlage.get_payload(decode=True)
        assert isinstance(inhoud, bytes)
        assert b"Ziek" not in bericht.as_bytes() + inhoud
        kalender = vobject.readOne(inhoud.decode())
        gebeurtenis = kalender.vevent
        gelezen.append((kalender.method.value, gebeurtenis.sequence.value, gebeurtenis.dtstart.value))
        kenmerken.add(gebeurtenis.uid.value)
    assert gelezen == [("REQUEST", "0", eerst), ("REQUEST", "1", later), ("CANCEL", "2", later)]
    assert len(kenmerken) == 1
