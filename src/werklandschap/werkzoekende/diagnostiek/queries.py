"""Reads of this room."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta

from django.urls import reverse
from django.utils import timezone

from werklandschap.kern.berichten.herinneringen import Klantafspraak
from werklandschap.kern.organisaties.instellingen import instelling
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.werkzoekende.diagnostiek.models import Gesprek, Gesprekconcept

CONCEPTTERMIJN = "gesprekconcept_dagen"


def lees_concept(gesprek: Gesprek, door: Gebruiker) -> tuple[dict[str, str], datetime] | None:
    """What this colleague typed and did not record yet, and when it was kept."""
    concept = Gesprekconcept.objects.filter(gesprek=gesprek, door=door).first()
    return (json.loads(concept.gegevens), concept.bewaard_op) if concept else None


def concept_tot(concept_op: datetime, gemeente: Gemeente) -> date:
    """The last day on which a draft of this moment is still there."""
    return timezone.localdate(concept_op) + timedelta(days=instelling(gemeente, CONCEPTTERMIJN))


def als_klantafspraak(gesprek: Gesprek) -> Klantafspraak:
    """What the person is reminded of."""
    return Klantafspraak(
        bron=gesprek.herinneringsbron,
        dossier=gesprek.dossier,
        namens=gesprek.door,
        begin=gesprek.gepland_op,
        einde=gesprek.tot,
        waar=gesprek.waar,
        adres=reverse("werkzoekende_diagnostiek:gesprek", args=[gesprek.dossier_id, gesprek.pk]),
    )


def laatste_plek(gebruiker: Gebruiker) -> str:
    """Where this colleague met somebody last, to start the next from."""
    plekken = Gesprek.objects.filter(door=gebruiker).exclude(waar="").order_by("-pk").values_list("waar", flat=True)
    return plekken.first() or ""
