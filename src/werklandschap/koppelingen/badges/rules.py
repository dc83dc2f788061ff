"""Who may bring in a badge, and who decides whom the municipality trusts."""

from __future__ import annotations

from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.rules import mag_dossier_bewerken
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht


def is_van_zichzelf(gebruiker: Gebruiker, dossier: Dossier) -> bool:
    """The resident whose dossier it is, while it is open."""
    eigen = gebruiker.heeft(Recht.MIJN) and dossier.werkzoekende.account_id == gebruiker.pk
    return eigen and dossier.status == Dossier.Status.OPEN


def mag_badge_inlezen(gebruiker: Gebruiker, dossier: Dossier) -> bool:
    """Who edits the dossier, or the person."""
    return mag_dossier_bewerken(gebruiker, dossier) or is_van_zichzelf(gebruiker, dossier)


def mag_uitgever_vertrouwen(gebruiker: Gebruiker, gemeente: Gemeente) -> bool:
    """Administrators of the municipality itself."""
    return gebruiker.heeft(Recht.BEHEREN) and gebruiker.gemeente_id == gemeente.pk
