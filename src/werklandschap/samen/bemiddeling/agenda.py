"""Meetings in a colleague's own calendar, and the agenda that coaches and account managers share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q
from django.urls import reverse

from werklandschap.kern.basis.haken import Afspraak, Register, Teamafspraak
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.samen.bemiddeling.models import Ontmoeting, Voordracht


@dataclass(frozen=True)
class Agendaregel:
    """A line of the shared agenda that has a day but no hour; `wie` is the colleague."""

    op: date
    titel: str
    naam: str
    bij: str
    wie: str
    url: str


# functie(gebruiker, van, tot, van_mij) -> lines of other rooms between two days (both included), in one query
gedeelde_agenda: Register[Callable[[Gebruiker, date, date, bool], Iterable[Agendaregel]]] = Register()


def regels_van_anderen(gebruiker: Gebruiker, van: date, tot: date, *, van_mij: bool) -> list[Agendaregel]:
    """What other rooms have on these days."""
    return [regel for functie in gedeelde_agenda.alle() for regel in functie(gebruiker, van, tot, van_mij)]


def agenda(gebruiker: Gebruiker, van: datetime, tot: datetime) -> Iterator[Afspraak]:
    """Meetings this colleague goes along to, and those of the own voordrachten to which nobody goes along."""
    ik_ga = Q(begeleider=gebruiker) | Q(begeleider__isnull=True, voordracht__door=gebruiker)
    rijen = Ontmoeting.objects.filter(
        ik_ga, voordracht__in=Voordracht.objects.voor(gebruiker), wanneer__range=(van, tot)
    ).select_related("voordracht__dossier__werkzoekende", "voordracht__werkprofiel__werkgever")
    for rij in rijen.defer("voordracht__dossier__werkzoekende__bsn"):
        yield _als_afspraak(rij)


def teamagenda(collegas: Sequence[Gebruiker], van: datetime, tot: datetime) -> Iterator[Teamafspraak]:
    """The meetings of several colleagues that go on."""
    zij_gaan = Q(begeleider__in=collegas) | Q(begeleider__isnull=True, voordracht__door__in=collegas)
    rijen = Ontmoeting.objects.filter(zij_gaan, wanneer__range=(van, tot), afgezegd_op__isnull=True).select_related(
        "voordracht__dossier__werkzoekende",
        "voordracht__dossier__verantwoordelijke",
        "voordracht__werkprofiel__werkgever",
    )
    for rij in rijen.defer("voordracht__dossier__werkzoekende__bsn"):
        wie = rij.begeleider_id or rij.voordracht.door_id
        if wie is not None:
            yield Teamafspraak(wie, _als_afspraak(rij), rij.voordracht.dossier)


def _als_afspraak(rij: Ontmoeting) -> Afspraak:
    voordracht = rij.voordracht
    return Afspraak(
        code=f"ontmoeting-{rij.pk}",
        begin=rij.wanneer,
        einde=rij.tot,
        titel=str(rij.get_soort_display()),
        naam=f"{voordracht.dossier.werkzoekende.naam}, {voordracht.werkprofiel.werkgever.naam}",
        waar=rij.waar,
        gaat_door=rij.afgezegd_op is None,
        volgnummer=rij.volgnummer,
        url=reverse("samen_bemiddeling:voordracht", args=[rij.voordracht_id]),
        recht=Recht.VOORDRAGEN,
    )
