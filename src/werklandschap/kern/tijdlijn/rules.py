"""Who may write on a time line. The chain knows whose it is through its reverse relation."""

from __future__ import annotations

from werklandschap.kern.tijdlijn.models import Keten
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht


def mag_keten_bewerken(gebruiker: Gebruiker, keten: Keten) -> bool:
    """Colleagues of the municipality with the right for this kind of record."""
    if keten.soort == Keten.Soort.DOSSIER:
        return gebruiker.heeft(Recht.DOSSIERS_BEWERKEN) and keten.dossier.gemeente_id == gebruiker.gemeente_id
    return gebruiker.heeft(Recht.RELATIES_BEWERKEN) and keten.werkgever.gemeente_id == gebruiker.gemeente_id


def mag_vernietigen(gebruiker: Gebruiker) -> bool:
    """Destroying is an administrator's work."""
    return gebruiker.heeft(Recht.BEHEREN)
