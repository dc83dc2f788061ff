"""An appointment of a person as a calendar file (RFC 5545), to go with a reminder by mail."""

from __future__ import annotations

from datetime import UTC, datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from werklandschap.kern.berichten.models import Herinnering

UID_DOMEIN = "herinnering.werklandschap"


def maak_ics(herinnering: Herinnering) -> bytes:
    """Date, time, place and municipality; nothing about what it is for. CRLF lines, UTF-8."""
    kalender = Calendar()
    kalender.add("prodid", "-//Werklandschap//Herinnering//NL")
    kalender.add("version", "2.0")
    kalender.add("method", "PUBLISH")
    gebeurtenis = Event()
    gebeurtenis.add("uid", f"{herinnering.bron.replace(':', '-')}@{UID_DOMEIN}")
    gebeurtenis.add("dtstamp", _utc(timezone.now()))
    gebeurtenis.add("dtstart", _utc(herinnering.afspraak_op))
    gebeurtenis.add("dtend", _utc(herinnering.tot))
    gebeurtenis.add("summary", _("Afspraak bij {gemeente}").format(gemeente=herinnering.dossier.gemeente.naam))
    if herinnering.waar:
        gebeurtenis.add("location", herinnering.waar)
    kalender.add_component(gebeurtenis)
    return bytes(kalender.to_ical())


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(microsecond=0)
