"""Who may do what with a dossier."""

from __future__ import annotations

from django.db.models import QuerySet

from werklandschap.kern.dossiers.models import Dossier, Overdracht, Toewijzing
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht


def mag_dossier_lezen(gebruiker: Gebruiker, dossier: Dossier) -> bool:
    """Colleagues of the same municipality who work with dossiers."""
    return gebruiker.heeft(Recht.DOSSIERS_LEZEN) and gebruiker.gemeente_id == dossier.gemeente_id


def is_eigen_caseload(gebruiker: Gebruiker, dossier: Dossier) -> bool:
    """In the own caseload, or taken over from an absent colleague."""
    verantwoordelijke = dossier.verantwoordelijke
    if verantwoordelijke is None:
        return False
    return verantwoordelijke.pk == gebruiker.pk or verantwoordelijke.wordt_vervangen_door(gebruiker)


def aangeboden_aan(gebruiker: Gebruiker) -> QuerySet[Overdracht]:
    """Handovers that wait for this colleague; they make a dossier one's own to read."""
    return Overdracht.objects.filter(naar_collega=gebruiker, status=Overdracht.Status.AANGEBODEN)


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


def is_de_persoon(gebruiker: Gebruiker, dossier: Dossier) -> bool:
    """The resident whose dossier it is, while it is open."""
    eigen = gebruiker.heeft(Recht.MIJN) and dossier.werkzoekende.account_id == gebruiker.pk
    return eigen and dossier.status == Dossier.Status.OPEN


def mag_zelf_doen(gebruiker: Gebruiker, dossier: Dossier) -> bool:
    """Who edits the dossier, or the person: for what people do themselves, such as tests and their network."""
    return mag_dossier_bewerken(gebruiker, dossier) or is_de_persoon(gebruiker, dossier)


def mag_toestemming_beantwoorden(gebruiker: Gebruiker, dossier: Dossier) -> bool:
    """The person, or a colleague who records what the person said."""
    eigen = gebruiker.heeft(Recht.MIJN) and dossier.werkzoekende.account_id == gebruiker.pk
    vastleggen = gebruiker.gemeente_id == dossier.gemeente_id and (
        gebruiker.heeft(Recht.DOSSIERS_BEWERKEN) or gebruiker.heeft(Recht.VOORDRAGEN)
    )
    return eigen or vastleggen


def mag_caseload_overdragen(gebruiker: Gebruiker, van: Gebruiker) -> bool:
    """Give away all dossiers of a colleague: one's own, or anybody's for who divides the work."""
    if gebruiker.gemeente_id is None or gebruiker.gemeente_id != van.gemeente_id:
        return False
    return gebruiker.heeft(Recht.CASELOAD_VERDELEN) or (
        gebruiker.pk == van.pk and gebruiker.heeft(Recht.DOSSIERS_BEWERKEN)
    )


def mag_toewijzing_terugdraaien(gebruiker: Gebruiker, toewijzing: Toewijzing) -> bool:
    """Who did it, or who divides the work of that municipality."""
    zelfde_gemeente = gebruiker.gemeente_id == toewijzing.gemeente_id
    return zelfde_gemeente and (gebruiker.pk == toewijzing.door_id or gebruiker.heeft(Recht.CASELOAD_VERDELEN))


def kan_verantwoordelijk_zijn(gebruiker: Gebruiker, dossier: Dossier) -> bool:
    """A colleague of the same municipality who may write in dossiers."""
    return gebruiker.heeft(Recht.DOSSIERS_BEWERKEN) and gebruiker.gemeente_id == dossier.gemeente_id


def mag_heropenen(gebruiker: Gebruiker, dossier: Dossier) -> bool:
    """Open a closed dossier again; a merged one stays as it is."""
    return kan_verantwoordelijk_zijn(gebruiker, dossier) and dossier.status == Dossier.Status.GESLOTEN


def mag_samenvoegen(gebruiker: Gebruiker, blijft: Dossier, vervalt: Dossier) -> bool:
    """Two dossiers of one municipality, the one that stays open, the other not merged before."""
    return (
        mag_dossier_bewerken(gebruiker, blijft)
        and kan_verantwoordelijk_zijn(gebruiker, vervalt)
        and vervalt.status != Dossier.Status.SAMENGEVOEGD
        and blijft.pk != vervalt.pk
    )


def mag_overdracht_intrekken(gebruiker: Gebruiker, overdracht: Overdracht) -> bool:
    """The sender, or who divides the work of that municipality."""
    zelfde_gemeente = gebruiker.gemeente_id == overdracht.dossier.gemeente_id
    return zelfde_gemeente and (gebruiker.pk == overdracht.van_id or gebruiker.heeft(Recht.CASELOAD_VERDELEN))


def mag_account_koppelen(gebruiker: Gebruiker, dossier: Dossier) -> bool:
    """Give the person an own account: who edits the dossier, or the administrator of the municipality."""
    return mag_dossier_bewerken(gebruiker, dossier) or (
        gebruiker.heeft(Recht.BEHEREN) and gebruiker.gemeente_id == dossier.gemeente_id
    )


def mag_lijsten_zien(gebruiker: Gebruiker) -> bool:
    """Lists of the dossiers of the own municipality."""
    return gebruiker.heeft(Recht.DOSSIERS_LEZEN)


def mag_verdelen(gebruiker: Gebruiker) -> bool:
    """Give dossiers away at all; per dossier `mag_caseload_verdelen` decides."""
    return gebruiker.heeft(Recht.CASELOAD_VERDELEN) or gebruiker.heeft(Recht.DOSSIERS_BEWERKEN)


def mag_exporteren(gebruiker: Gebruiker) -> bool:
    """Take a list of dossiers out of the product."""
    return gebruiker.heeft(Recht.EXPORTEREN) and gebruiker.heeft(Recht.DOSSIERS_LEZEN)


def mag_invoeren(gebruiker: Gebruiker, gemeente_id: int | None) -> bool:
    """Bring people in from another system, within the own municipality."""
    return gebruiker.heeft(Recht.IMPORTEREN) and gebruiker.gemeente_id == gemeente_id
