"""Making and withdrawing the secret address of a calendar."""

from __future__ import annotations

import hashlib
import secrets

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.koppelingen.agenda.models import Agendalink


def hash_teken(teken: str) -> str:
    """What is kept of a secret."""
    return hashlib.sha256(teken.encode()).hexdigest()


def mag_agendalink(gebruiker: Gebruiker) -> bool:
    """Colleagues of a municipality."""
    return gebruiker.is_active and gebruiker.is_medewerker


@actie
def maak_agendalink(*, door: Gebruiker, met_namen: bool = False) -> str:
    """A new secret of 256 random bits, returned once. An earlier one stops working at once."""
    vereis(mag_agendalink(door))
    teken = secrets.token_urlsafe(32)
    Agendalink.objects.update_or_create(gebruiker=door, defaults={"hash": hash_teken(teken), "met_namen": met_namen})
    return teken


@actie
def trek_agendalink_in(*, door: Gebruiker) -> bool:
    """The address stops working; False when there was none."""
    return bool(Agendalink.objects.filter(gebruiker=door).delete()[0])
