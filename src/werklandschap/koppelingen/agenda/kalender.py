"""A colleague's appointments and tasks as an iCalendar file (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from werklandschap.kern.taken.models import Taak
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.werkzoekende.diagnostiek.models import Gesprek

TERUG, VOORUIT = timedelta(days=30), timedelta(days=365)
GESPREK_DUURT = timedelta(hours=1)
UID_DOMEIN = "agenda.werklandschap"


@dataclass(frozen=True)
class Afspraak:
    """One line of a calendar. `naam` is shown only when the colleague asked for names; days have no `einde`."""

    code: str
    begin: datetime | date
    titel: str
    naam: str = ""
    einde: datetime | None = None
    waar: str = ""
    gaat_door: bool = True


def afspraken_van(gebruiker: Gebruiker, nu: datetime | None = None) -> list[Afspraak]:
    """From a month ago to a year ahead: conversations, and open tasks on their day."""
    moment = nu or timezone.now()
    venster = (moment - TERUG, moment + VOORUIT)
    return [*_gesprekken(gebruiker, venster), *_taken(gebruiker, venster)]


def _gesprekken(gebruiker: Gebruiker, venster: tuple[datetime, datetime]) -> Iterator[Afspraak]:
    rijen = Gesprek.objects.voor(gebruiker).filter(door=gebruiker, gepland_op__range=venster)
    for rij in rijen.select_related("dossier__werkzoekende").order_by("gepland_op", "pk"):
        yield Afspraak(
            code=f"gesprek-{rij.pk}",
            begin=rij.gepland_op,
            einde=rij.gepland_op + GESPREK_DUURT,
            titel=_("Gesprek"),
            naam=rij.dossier.werkzoekende.naam,
            gaat_door=rij.status != Gesprek.Status.VERVALLEN,
        )


def _taken(gebruiker: Gebruiker, venster: tuple[datetime, datetime]) -> Iterator[Afspraak]:
    """The title of a task may hold a name that somebody typed, so it counts as one."""
    dagen = (venster[0].date(), venster[1].date())
    rijen = Taak.objects.filter(eigenaar=gebruiker, status=Taak.Status.OPEN, voor_op__range=dagen)
    # These stand in the calendar themselves.
    zelf = Q(bron__startswith="gesprek:") | Q(bron__contains=":ontmoeting:")
    for rij in rijen.exclude(zelf).order_by("voor_op", "pk"):
        yield Afspraak(code=f"taak-{rij.pk}", begin=rij.voor_op, titel=_("Taak"), naam=rij.titel)


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
    gebeurtenis.add("dtstamp", _utc(nu))
    if isinstance(afspraak.begin, datetime):
        gebeurtenis.add("dtstart", _utc(afspraak.begin))
        gebeurtenis.add("dtend", _utc(afspraak.einde or afspraak.begin))
    else:
        gebeurtenis.add("dtstart", afspraak.begin)
        # A task takes no time: colleagues may still plan in it.
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
