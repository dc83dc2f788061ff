"""Who may decide on quick help, and see the check of provisions."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from django.utils import timezone

from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.rules import mag_dossier_bewerken, mag_dossier_lezen
from werklandschap.kern.klantbeeld.models import Meting
from werklandschap.kern.organisaties.instellingen import instelling
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.werkzoekende.maatschappelijk_fit.models import Snellehulp

VERBETEREN_BINNEN = timedelta(days=1)


def mag_zrm_verbeteren(gebruiker: Gebruiker, meting: Meting, laatste: Meting | None) -> bool:
    """Only the last matrix, and only within a day of recording it: later it is history."""
    return (
        laatste is not None
        and meting.pk == laatste.pk
        and mag_dossier_bewerken(gebruiker, meting.dossier)
        and timezone.now() - meting.vastgelegd_op <= VERBETEREN_BINNEN
    )


def mag_zelf_besluiten(gebruiker: Gebruiker, dossier: Dossier, bedrag: Decimal) -> bool:
    """A colleague arranges small amounts without asking, up to the municipality's limit."""
    grens = instelling(dossier.gemeente, "snelle_hulp_zelf_tot_euro")
    return mag_dossier_bewerken(gebruiker, dossier) and bedrag <= grens


def mag_besluiten(gebruiker: Gebruiker, hulp: Snellehulp) -> bool:
    """Above the limit somebody who divides the work decides, and never the one who asked."""
    return (
        gebruiker.heeft(Recht.CASELOAD_VERDELEN)
        and mag_dossier_lezen(gebruiker, hulp.dossier)
        and hulp.gevraagd_door_id != gebruiker.pk
    )


def mag_voorzieningen_zien(gebruiker: Gebruiker, dossier: Dossier) -> bool:
    """The answers tell about money and debts."""
    return mag_dossier_lezen(gebruiker, dossier) and gebruiker.heeft(Recht.SCHULDEN_ZIEN)


def mag_voorzieningen_checken(gebruiker: Gebruiker, dossier: Dossier) -> bool:
    """Doing the check asks both rights."""
    return mag_dossier_bewerken(gebruiker, dossier) and gebruiker.heeft(Recht.SCHULDEN_ZIEN)
