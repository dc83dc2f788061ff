"""Who may write to whom."""

from __future__ import annotations

from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.rules import mag_dossier_bewerken
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht


def mag_schrijven(gebruiker: Gebruiker, dossier: Dossier) -> bool:
    """Write to the person: who writes in the dossier."""
    return mag_dossier_bewerken(gebruiker, dossier)


def mag_terugschrijven(gebruiker: Gebruiker, dossier: Dossier) -> bool:
    """The person, while the dossier is open."""
    eigen = gebruiker.heeft(Recht.MIJN) and dossier.werkzoekende.account_id == gebruiker.pk
    return eigen and dossier.status == Dossier.Status.OPEN


def mag_sjablonen_wijzigen(gebruiker: Gebruiker, gemeente: Gemeente) -> bool:
    """Administrators of the municipality."""
    return gebruiker.heeft(Recht.BEHEREN) and gebruiker.gemeente_id == gemeente.pk
