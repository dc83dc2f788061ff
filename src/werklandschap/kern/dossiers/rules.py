"""Who may do what with a dossier."""

from __future__ import annotations

from werklandschap.kern.dossiers.models import Dossier, Overdracht
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht


def mag_dossier_lezen(gebruiker: Gebruiker, dossier: Dossier) -> bool:
    """Colleagues of the same municipality who work with dossiers."""
    return gebruiker.heeft(Recht.DOSSIERS_LEZEN) and gebruiker.gemeente_id == dossier.gemeente_id


def is_eigen_dossier(gebruiker: Gebruiker, dossier: Dossier) -> bool:
    """In the own caseload, taken over from an absent colleague, or with a running handover to this colleague."""
    if dossier.verantwoordelijke_id == gebruiker.pk:
        return True
    verantwoordelijke = dossier.verantwoordelijke
    if verantwoordelijke is not None and verantwoordelijke.wordt_vervangen_door(gebruiker):
        return True
    return dossier.overdrachten.filter(naar_collega=gebruiker, status=Overdracht.Status.AANGEBODEN).exists()


def mag_dossier_bewerken(gebruiker: Gebruiker, dossier: Dossier) -> bool:
    """Reading plus the right to write; a closed or merged dossier is read-only."""
    return (
        mag_dossier_lezen(gebruiker, dossier)
        and gebruiker.heeft(Recht.DOSSIERS_BEWERKEN)
        and dossier.status == Dossier.Status.OPEN
    )


def mag_melden(gebruiker: Gebruiker) -> bool:
    """Who may record a Melding at the desk or by telephone."""
    return gebruiker.heeft(Recht.DOSSIERS_BEWERKEN)


def mag_bsn_zien(gebruiker: Gebruiker, dossier: Dossier) -> bool:
    """Only roles that need it, in the own municipality."""
    return gebruiker.heeft(Recht.BSN_ZIEN) and mag_dossier_lezen(gebruiker, dossier)


def mag_caseload_verdelen(gebruiker: Gebruiker, dossier: Dossier) -> bool:
    """Make somebody else responsible: the responsible colleague, or who divides the work.

    While nobody is responsible, anyone who may edit.
    """
    if gebruiker.gemeente_id != dossier.gemeente_id:
        return False
    if gebruiker.heeft(Recht.CASELOAD_VERDELEN):
        return True
    return gebruiker.heeft(Recht.DOSSIERS_BEWERKEN) and dossier.verantwoordelijke_id in {None, gebruiker.pk}


def mag_overdracht_beantwoorden(gebruiker: Gebruiker, overdracht: Overdracht) -> bool:
    """The receiving partner's people, or the receiving colleague."""
    if overdracht.naar_partner_id is not None:
        return (
            gebruiker.heeft(Recht.OVERDRACHTEN_ONTVANGEN)
            and gebruiker.partnerorganisatie_id == overdracht.naar_partner_id
        )
    return overdracht.naar_collega_id == gebruiker.pk and gebruiker.is_active


def mag_toestemming_beantwoorden(gebruiker: Gebruiker, dossier: Dossier) -> bool:
    """The person, or a colleague who records what the person said."""
    eigen = gebruiker.heeft(Recht.MIJN) and dossier.werkzoekende.account_id == gebruiker.pk
    vastleggen = gebruiker.gemeente_id == dossier.gemeente_id and (
        gebruiker.heeft(Recht.DOSSIERS_BEWERKEN) or gebruiker.heeft(Recht.VOORDRAGEN)
    )
    return eigen or vastleggen
