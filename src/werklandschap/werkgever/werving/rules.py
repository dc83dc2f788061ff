"""Who may do what on this tile."""

from __future__ import annotations

from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.profielen.rules import mag_kandidaten_zoeken, mag_profiel_zien
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht

__all__ = ["mag_kandidaten_zoeken", "mag_voorselecteren", "mag_werk_zien"]


def mag_voorselecteren(gebruiker: Gebruiker, werkprofiel: Werkprofiel) -> bool:
    """Who presents candidates, for an open profile of the region."""
    open_ = werkprofiel.status == Werkprofiel.Status.OPEN
    return gebruiker.heeft(Recht.VOORDRAGEN) and open_ and mag_kandidaten_zoeken(gebruiker, werkprofiel)


def mag_werk_zien(gebruiker: Gebruiker, dossier: Dossier) -> bool:
    """Jobs for this person: who may see the competence profile and job profiles."""
    return gebruiker.heeft(Recht.RELATIES_LEZEN) and mag_profiel_zien(gebruiker, dossier.werkzoekende)
