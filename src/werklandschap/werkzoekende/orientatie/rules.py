"""Who may do tests and homework."""

from __future__ import annotations

from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.rules import mag_dossier_bewerken
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht


def is_de_persoon(gebruiker: Gebruiker, dossier: Dossier) -> bool:
    """The resident whose dossier it is, while it is open."""
    eigen = gebruiker.heeft(Recht.MIJN) and dossier.werkzoekende.account_id == gebruiker.pk
    return eigen and dossier.status == Dossier.Status.OPEN


def mag_zelf_doen(gebruiker: Gebruiker, dossier: Dossier) -> bool:
    """Who edits the dossier, or the person."""
    return mag_dossier_bewerken(gebruiker, dossier) or is_de_persoon(gebruiker, dossier)
