"""Roles and what each may do: one table, read by every rule."""

from __future__ import annotations

from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _


class Rol(models.TextChoices):
    """What somebody is here for."""

    KLANTMANAGER = "klantmanager", _("Klantmanager")
    JOBCOACH = "jobcoach", _("Jobcoach")
    ACCOUNTMANAGER = "accountmanager", _("Accountmanager werkgevers")
    MANAGER = "manager", _("Manager")
    BEHEERDER = "beheerder", _("Beheerder")
    PARTNER = "partner", _("Partner")
    WERKGEVER = "werkgever", _("Werkgever")
    INWONER = "inwoner", _("Inwoner")
    INVOER = "invoer", _("Invoer uit een ander systeem")


class Recht(StrEnum):
    """Permissions; named after what the user does."""

    DOSSIERS_LEZEN = "dossiers_lezen"  # dossiers of the own municipality; outside the own caseload with a reason
    DOSSIERS_BEWERKEN = "dossiers_bewerken"
    BSN_ZIEN = "bsn_zien"
    GEZONDHEID_ZIEN = "gezondheid_zien"
    SCHULDEN_ZIEN = "schulden_zien"
    CASELOAD_VERDELEN = "caseload_verdelen"  # hand over other people's dossiers and tasks
    RELATIES_LEZEN = "relaties_lezen"  # employers of the region
    RELATIES_BEWERKEN = "relaties_bewerken"
    WERKPROFIELEN_BEWERKEN = "werkprofielen_bewerken"
    KANDIDATEN_ZIEN = "kandidaten_zien"  # name and competence profile of candidates, not the dossier
    VOORDRAGEN = "voordragen"
    PLAATSEN = "plaatsen"
    NAZORG_GEVEN = "nazorg_geven"
    INZICHT_ZIEN = "inzicht_zien"
    BEHEREN = "beheren"
    IMPORTEREN = "importeren"
    EXPORTEREN = "exporteren"
    OVERDRACHTEN_ONTVANGEN = "overdrachten_ontvangen"
    BEDRIJF = "bedrijf"  # the employer's own pages
    MIJN = "mijn"  # the resident's own pages


_PERSOON = {
    Recht.DOSSIERS_LEZEN,
    Recht.DOSSIERS_BEWERKEN,
    Recht.RELATIES_LEZEN,
    Recht.KANDIDATEN_ZIEN,
    Recht.NAZORG_GEVEN,
}

RECHTEN: dict[str, frozenset[Recht]] = {
    Rol.KLANTMANAGER: frozenset(
        _PERSOON
        | {
            Recht.BSN_ZIEN,
            Recht.GEZONDHEID_ZIEN,
            Recht.SCHULDEN_ZIEN,
            Recht.VOORDRAGEN,
            Recht.PLAATSEN,
            Recht.EXPORTEREN,
        }
    ),
    Rol.JOBCOACH: frozenset(_PERSOON | {Recht.GEZONDHEID_ZIEN, Recht.PLAATSEN}),
    Rol.ACCOUNTMANAGER: frozenset(
        {
            Recht.RELATIES_LEZEN,
            Recht.RELATIES_BEWERKEN,
            Recht.WERKPROFIELEN_BEWERKEN,
            Recht.KANDIDATEN_ZIEN,
            Recht.VOORDRAGEN,
            Recht.PLAATSEN,
            Recht.NAZORG_GEVEN,
            Recht.EXPORTEREN,
        }
    ),
    Rol.MANAGER: frozenset(
        {
            Recht.DOSSIERS_LEZEN,
            Recht.CASELOAD_VERDELEN,
            Recht.RELATIES_LEZEN,
            Recht.INZICHT_ZIEN,
            Recht.EXPORTEREN,
        }
    ),
    Rol.BEHEERDER: frozenset({Recht.BEHEREN, Recht.IMPORTEREN, Recht.INZICHT_ZIEN}),
    Rol.PARTNER: frozenset({Recht.OVERDRACHTEN_ONTVANGEN}),
    Rol.WERKGEVER: frozenset({Recht.BEDRIJF}),
    Rol.INWONER: frozenset({Recht.MIJN}),
    # The account imports act by: nobody signs in with it (it has no password), an administrator starts them.
    Rol.INVOER: frozenset(
        {
            Recht.DOSSIERS_LEZEN,
            Recht.DOSSIERS_BEWERKEN,
            Recht.BSN_ZIEN,
            Recht.IMPORTEREN,
            Recht.KANDIDATEN_ZIEN,
            Recht.RELATIES_LEZEN,
            Recht.RELATIES_BEWERKEN,
            Recht.WERKPROFIELEN_BEWERKEN,
        }
    ),
}

# Roles an administrator gives to people.
TE_GEVEN = tuple((rol.value, rol.label) for rol in Rol if rol is not Rol.INVOER)

MEDEWERKERS = frozenset({Rol.KLANTMANAGER, Rol.JOBCOACH, Rol.ACCOUNTMANAGER, Rol.MANAGER, Rol.BEHEERDER})
