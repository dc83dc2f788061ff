"""A colleague's appointments and tasks as an iCalendar file (RFC 5545)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from django.utils import timezone
from icalendar import Calendar, Event

from werklandschap.kern.basis.haken import Afspraak, agendabronnen
from werklandschap.kern.toegang.models import Gebruiker

TERUG, VOORUIT = timedelta(days=30), timedelta(days=365)
UID_DOMEIN = "agenda.werklandschap"


def afspraken_van(gebruiker: Gebruiker, nu: datetime | None = None) -> list[Afspraak]:
    """From a month ago to a year ahead."""
    moment = nu or timezone.now()
    return afspraken_tussen(gebruiker, moment - TERUG, moment + VOORUIT)


def afspraken_tussen(gebruiker: Gebruiker, van: datetime, tot: datetime) -> list[Afspraak]:
    """What the rooms registered, in order; a task gives way to what it is about."""
    alle = [afspraak for bron in agendabronnen.alle() for afspraak in bron(gebruiker, van, tot)]
    staat_er = {afspraak.bron for afspraak in alle if not afspraak.is_taak}
    return sorted((a for a in alle if not (a.is_taak and a.bron and a.bron in staat_er)), key=_volgorde)


def _volgorde(afspraak: Afspraak) -> tuple[str, str]:
    begin = afspraak.begin
    return (_utc(begin) if isinstance(begin, datetime) else begin).isoformat(), afspraak.code


def maak_kalender(gebruiker: Gebruiker, *, met_namen: bool, nu: datetime | None = None) -> bytes:
    """The calendar file; CRLF lines, UTF-8."""
    moment = nu or timezone.now()
    kalender = Calendar()
    kalender.add("prodid", "-//Werklandschap//Agenda//NL")
    kalender.add("version", "2.0")
    kalender.add("x-wr-calname", "Werklandschap")
    kalender.add("x-published-ttl", "PT1H")
    for afspraak in afspraken_van(gebruiker, moment):
        kalender.add_component(_gebeurtenis(afspraak, moment, met_namen))
    return bytes(kalender.to_ical())


def _gebeurtenis(afspraak: Afspraak, nu: datetime, met_namen: bool) -> Event:
    gebeurtenis = Event()
    gebeurtenis.add("uid", f"{afspraak.code}@{UID_DOMEIN}")
    gebeurtenis.add("sequence", afspraak.volgnummer)
    gebeurtenis.add("dtstamp", _utc(nu))
    if isinstance(afspraak.begin, datetime):
        gebeurtenis.add("dtstart", _utc(afspraak.begin))
        gebeurtenis.add("dtend", _utc(afspraak.einde or afspraak.begin))
    else:
        gebeurtenis.add("dtstart", afspraak.begin)
        # A task or a call takes no time: colleagues may still plan in it.
        gebeurtenis.add("transp", "TRANSPARENT")
    toon_naam = met_namen and afspraak.naam
    gebeurtenis.add("summary", f"{afspraak.titel}: {afspraak.naam}" if toon_naam else afspraak.titel)
    if afspraak.waar:
        gebeurtenis.add("location", afspraak.waar)
    gebeurtenis.add("class", "PRIVATE")
    gebeurtenis.add("status", "CONFIRMED" if afspraak.gaat_door else "CANCELLED")
    return gebeurtenis


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(microsecond=0)
