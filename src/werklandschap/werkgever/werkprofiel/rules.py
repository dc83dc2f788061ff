"""Who may do what on this tile."""

from __future__ import annotations

from werklandschap.kern.profielen.rules import mag_werkprofiel_bewerken, mag_werkprofiel_zien
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht

__all__ = ["mag_open_plek_maken", "mag_werkprofiel_bewerken", "mag_werkprofiel_maken", "mag_werkprofiel_zien"]


def mag_werkprofiel_maken(gebruiker: Gebruiker, werkgever: Werkgever) -> bool:
    """Account managers of the municipality that looks after the employer."""
    return gebruiker.heeft(Recht.WERKPROFIELEN_BEWERKEN) and gebruiker.gemeente_id == werkgever.gemeente_id


def mag_open_plek_maken(gebruiker: Gebruiker, werkgever: Werkgever) -> bool:
    """Who presents people, for an employer of the own municipality."""
    return gebruiker.heeft(Recht.VOORDRAGEN) and gebruiker.gemeente_id == werkgever.gemeente_id
