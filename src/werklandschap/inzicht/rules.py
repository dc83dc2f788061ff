"""Who may see the figures."""

from __future__ import annotations

from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht


def mag_inzicht_zien(gebruiker: Gebruiker) -> bool:
    """Managers and administrators, of their own municipality."""
    return gebruiker.heeft(Recht.INZICHT_ZIEN) and gebruiker.gemeente_id is not None
