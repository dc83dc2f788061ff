"""Who may see and change tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht

if TYPE_CHECKING:
    from werklandschap.kern.taken.models import Taak


def mag_alle_taken_zien(gebruiker: Gebruiker) -> bool:
    """Who divides the work of the municipality."""
    return gebruiker.heeft(Recht.CASELOAD_VERDELEN)


def mag_taak_bewerken(gebruiker: Gebruiker, taak: Taak) -> bool:
    """One's own task, that of who one stands in for, or any of the municipality for who divides work."""
    if taak.eigenaar_id == gebruiker.pk:
        return True
    if taak.gemeente_id != gebruiker.gemeente_id:
        return False
    vervangt = taak.eigenaar is not None and taak.eigenaar.wordt_vervangen_door(gebruiker)
    return vervangt or mag_alle_taken_zien(gebruiker)


def mag_taak_nemen(gebruiker: Gebruiker, taak: Taak) -> bool:
    """Colleagues take a task of their own municipality that nobody has."""
    return gebruiker.is_medewerker and gebruiker.gemeente_id == taak.gemeente_id


def mag_taak_geven(gever: Gebruiker, ontvanger: Gebruiker) -> bool:
    """Colleagues give each other tasks within the municipality."""
    return ontvanger.is_active and ontvanger.is_medewerker and gever.gemeente_id == ontvanger.gemeente_id
