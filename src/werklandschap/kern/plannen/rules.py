"""Who may make, agree to and carry out a plan."""

from __future__ import annotations

from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.rules import mag_dossier_bewerken, mag_dossier_lezen
from werklandschap.kern.plannen.models import Plandeling, Stap
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


def mag_stap_afronden(gebruiker: Gebruiker, dossier: Dossier, stap: Stap) -> bool:
    """Colleagues; the person finishes the own steps, a partner those of a partner in a goal shared with them."""
    if mag_plan_maken(gebruiker, dossier):
        return True
    if stap.wie == "partner":
        return Plandeling.objects.voor(gebruiker).lopend().filter(doelen=stap.doel_id).exists()
    return stap.wie == "klant" and is_zelf(gebruiker, dossier)


def mag_gedeeld_plan_zien(gebruiker: Gebruiker, deling: Plandeling) -> bool:
    """Somebody of the partner, while it is shared."""
    return Plandeling.objects.voor(gebruiker).lopend().filter(pk=deling.pk).exists()
