"""Reads of this room."""

from __future__ import annotations

import json
from datetime import datetime

from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.werkzoekende.diagnostiek.models import Gesprek, Gesprekconcept


def lees_concept(gesprek: Gesprek, door: Gebruiker) -> tuple[dict[str, str], datetime] | None:
    """What this colleague typed and did not record yet, and when it was kept."""
    concept = Gesprekconcept.objects.filter(gesprek=gesprek, door=door).first()
    return (json.loads(concept.gegevens), concept.bewaard_op) if concept else None
