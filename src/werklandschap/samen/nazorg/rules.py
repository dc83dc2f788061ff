"""Who may do what in aftercare."""

from __future__ import annotations

from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.samen.nazorg.models import Probleem
from werklandschap.samen.plaatsing.models import Plaatsing
from werklandschap.samen.plaatsing.rules import is_klant, is_werkgever


def mag_nazorg_geven(gebruiker: Gebruiker, plaatsing: Plaatsing) -> bool:
    """Colleagues of the person's municipality who give aftercare."""
    return gebruiker.heeft(Recht.NAZORG_GEVEN) and gebruiker.gemeente_id == plaatsing.dossier.gemeente_id


def mag_nazorg_zien(gebruiker: Gebruiker, plaatsing: Plaatsing) -> bool:
    """Those, and who reads dossiers of that municipality."""
    leest = gebruiker.heeft(Recht.DOSSIERS_LEZEN) and gebruiker.gemeente_id == plaatsing.dossier.gemeente_id
    return mag_nazorg_geven(gebruiker, plaatsing) or leest


def kan_contactpersoon_zijn(gebruiker: Gebruiker, plaatsing: Plaatsing) -> bool:
    """An active colleague of that municipality who gives aftercare."""
    return gebruiker.is_active and mag_nazorg_geven(gebruiker, plaatsing)


def mag_probleem_melden(gebruiker: Gebruiker, plaatsing: Plaatsing, wie: str) -> bool:
    """The employer and its people, the person, or a colleague who heard it from one of them."""
    if is_werkgever(gebruiker, plaatsing):
        return wie in {"werkgever", "collega"}
    if is_klant(gebruiker, plaatsing):
        return wie == "klant"
    return mag_nazorg_geven(gebruiker, plaatsing)


def mag_probleem_beantwoorden(gebruiker: Gebruiker, probleem: Probleem) -> bool:
    """Who gives aftercare in that municipality, so that an absent owner is no reason to wait."""
    return mag_nazorg_geven(gebruiker, probleem.plaatsing)


def mag_doorplaatsen(gebruiker: Gebruiker, plaatsing: Plaatsing) -> bool:
    """Who gives aftercare and may place."""
    return mag_nazorg_geven(gebruiker, plaatsing) and gebruiker.heeft(Recht.PLAATSEN)
