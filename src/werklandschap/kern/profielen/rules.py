"""Who may do what with profiles."""

from __future__ import annotations

from werklandschap.kern.dossiers.models import Werkzoekende
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht


def mag_profiel_zien(gebruiker: Gebruiker, werkzoekende: Werkzoekende) -> bool:
    """Name and competence profile: colleagues of the municipality who match, or the person."""
    if gebruiker.heeft(Recht.MIJN):
        return werkzoekende.account_id == gebruiker.pk
    return gebruiker.heeft(Recht.KANDIDATEN_ZIEN) and gebruiker.gemeente_id == werkzoekende.gemeente_id


def mag_profiel_bewerken(gebruiker: Gebruiker, werkzoekende: Werkzoekende) -> bool:
    """Colleagues who work with the dossier."""
    return gebruiker.heeft(Recht.DOSSIERS_BEWERKEN) and gebruiker.gemeente_id == werkzoekende.gemeente_id


def mag_werkprofiel_zien(gebruiker: Gebruiker, werkprofiel: Werkprofiel) -> bool:
    """Colleagues of the region."""
    gemeente = gebruiker.gemeente
    return (
        gebruiker.heeft(Recht.RELATIES_LEZEN)
        and gemeente is not None
        and gemeente.regio_id == werkprofiel.gemeente.regio_id
    )


def mag_werkprofiel_bewerken(gebruiker: Gebruiker, werkprofiel: Werkprofiel) -> bool:
    """Account managers of the municipality that made it."""
    return gebruiker.heeft(Recht.WERKPROFIELEN_BEWERKEN) and gebruiker.gemeente_id == werkprofiel.gemeente_id


def mag_kandidaten_zoeken(gebruiker: Gebruiker, werkprofiel: Werkprofiel) -> bool:
    """Who may see candidates searches among the own municipality's people for any profile of the region."""
    return gebruiker.heeft(Recht.KANDIDATEN_ZIEN) and mag_werkprofiel_zien(gebruiker, werkprofiel)
