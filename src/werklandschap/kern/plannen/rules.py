"""Who may make, agree to and carry out a plan."""

from __future__ import annotations

from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.rules import mag_dossier_bewerken, mag_dossier_lezen
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht


def is_zelf(gebruiker: Gebruiker, dossier: Dossier) -> bool:
    """The person whose plan it is."""
    return gebruiker.heeft(Recht.MIJN) and dossier.werkzoekende.account_id == gebruiker.pk


def mag_plan_zien(gebruiker: Gebruiker, dossier: Dossier) -> bool:
    """Colleagues who may read the dossier, and the person."""
    return is_zelf(gebruiker, dossier) or mag_dossier_lezen(gebruiker, dossier)


def mag_plan_maken(gebruiker: Gebruiker, dossier: Dossier) -> bool:
    """Colleagues who may edit the dossier."""
    return mag_dossier_bewerken(gebruiker, dossier)


def mag_akkoord_geven(gebruiker: Gebruiker, dossier: Dossier, hoe: str) -> bool:
    """The person on the own pages; a colleague records what was said in a talk or signed on paper."""
    if hoe == "mijn":
        return is_zelf(gebruiker, dossier)
    return hoe in {"gesprek", "papier"} and mag_plan_maken(gebruiker, dossier)


def mag_stap_afronden(gebruiker: Gebruiker, dossier: Dossier, wie: str) -> bool:
    """Colleagues; the person finishes the own steps."""
    return mag_plan_maken(gebruiker, dossier) or (wie == "klant" and is_zelf(gebruiker, dossier))
