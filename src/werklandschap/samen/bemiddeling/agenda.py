"""Meetings in a colleague's own calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Q

from werklandschap.kern.basis.haken import Afspraak
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.samen.bemiddeling.models import Ontmoeting, Voordracht


def agenda(gebruiker: Gebruiker, van: datetime, tot: datetime) -> Iterator[Afspraak]:
    """Meetings this colleague goes along to, and those of the own voordrachten to which nobody goes along."""
    ik_ga = Q(begeleider=gebruiker) | Q(begeleider__isnull=True, voordracht__door=gebruiker)
    rijen = Ontmoeting.objects.filter(
        ik_ga, voordracht__in=Voordracht.objects.voor(gebruiker), wanneer__range=(van, tot)
    ).select_related("voordracht__dossier__werkzoekende", "voordracht__werkprofiel__werkgever")
    for rij in rijen.defer("voordracht__dossier__werkzoekende__bsn"):
        voordracht = rij.voordracht
        yield Afspraak(
            code=f"ontmoeting-{rij.pk}",
            begin=rij.wanneer,
            einde=rij.tot,
            titel=str(rij.get_soort_display()),
            naam=f"{voordracht.dossier.werkzoekende.naam}, {voordracht.werkprofiel.werkgever.naam}",
            waar=rij.waar,
            gaat_door=rij.afgezegd_op is None,
            volgnummer=rij.volgnummer,
        )
