"""Who may change which account."""

from __future__ import annotations

from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht


def mag_account_beheren(beheerder: Gebruiker, gebruiker: Gebruiker | None = None) -> bool:
    """Administrators manage the accounts of their own municipality (and those without one: employers, partners)."""
    if not beheerder.heeft(Recht.BEHEREN):
        return False
    return gebruiker is None or gebruiker.gemeente_id in {None, beheerder.gemeente_id}
