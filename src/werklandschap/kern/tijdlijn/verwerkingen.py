"""The processing log: one line per person concerned, no actor, subject encrypted (Logboek Dataverwerkingen)."""

from __future__ import annotations

import uuid
from uuid import UUID

from werklandschap.kern.basis.sleutels import zoekwaarde
from werklandschap.kern.tijdlijn.models import Verwerking


def log_verwerking(*, betrokkene: str, activiteit: str, spoor: str = "") -> UUID:
    """Write one line and return its id, which the event or the read log refers to."""
    regel = Verwerking(
        id=uuid.uuid4(),
        betrokkene=betrokkene,
        betrokkene_hash=zoekwaarde("betrokkene", betrokkene),
        activiteit=activiteit,
        spoor=spoor,
    )
    regel.save()
    return regel.id
