"""Who may do what with an employer: the region reads, the municipality that looks after it writes."""

from __future__ import annotations

from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht


def mag_werkgever_lezen(gebruiker: Gebruiker, werkgever: Werkgever) -> bool:
    """Colleagues in the region, whose employers are approached as one government."""
    gemeente = gebruiker.gemeente
    return (
        gebruiker.heeft(Recht.RELATIES_LEZEN)
        and gemeente is not None
        and gemeente.regio_id == werkgever.gemeente.regio_id
    )


def mag_werkgever_maken(gebruiker: Gebruiker) -> bool:
    """Who may record a new employer."""
    return gebruiker.heeft(Recht.RELATIES_BEWERKEN)


def mag_werkgever_bewerken(gebruiker: Gebruiker, werkgever: Werkgever) -> bool:
    """Account managers of the municipality that looks after the employer."""
    return gebruiker.heeft(Recht.RELATIES_BEWERKEN) and gebruiker.gemeente_id == werkgever.gemeente_id


def mag_contact_vastleggen(gebruiker: Gebruiker, werkgever: Werkgever) -> bool:
    """Anyone in the region who speaks to the employer records it, so that the others know."""
    return mag_werkgever_lezen(gebruiker, werkgever) and (
        gebruiker.heeft(Recht.RELATIES_BEWERKEN) or gebruiker.heeft(Recht.NAZORG_GEVEN)
    )


def is_van_bedrijf(gebruiker: Gebruiker, werkgever: Werkgever) -> bool:
    """Somebody of the company itself."""
    return gebruiker.heeft(Recht.BEDRIJF) and werkgever.contactpersonen.filter(account=gebruiker, actief=True).exists()


def kan_accountmanager_zijn(gebruiker: Gebruiker, werkgever: Werkgever) -> bool:
    """A colleague of the municipality that looks after the employer, who may write in relations."""
    return mag_werkgever_bewerken(gebruiker, werkgever) and gebruiker.is_active


def mag_samenvoegen(gebruiker: Gebruiker, blijft: Werkgever, vervalt: Werkgever) -> bool:
    """Two different employers of the own municipality, neither merged before."""
    return (
        mag_werkgever_bewerken(gebruiker, blijft)
        and mag_werkgever_bewerken(gebruiker, vervalt)
        and blijft.pk != vervalt.pk
        and blijft.samengevoegd_in_id is None
        and vervalt.samengevoegd_in_id is None
    )


def mag_exporteren(gebruiker: Gebruiker) -> bool:
    """Take the list of employers out of the product."""
    return gebruiker.heeft(Recht.EXPORTEREN) and gebruiker.heeft(Recht.RELATIES_LEZEN)
