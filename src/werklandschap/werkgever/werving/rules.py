"""Who may do what on this tile."""

from __future__ import annotations

from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.profielen.rules import mag_kandidaten_zoeken, mag_profiel_zien, mag_werkprofiel_bewerken
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.werkgever.werving.models import Overleg, Overlegkandidaat

__all__ = [
    "kan_deelnemen",
    "mag_afwegen",
    "mag_kandidaten_zoeken",
    "mag_naam_zien",
    "mag_overleg_leiden",
    "mag_overleg_plannen",
    "mag_overleg_zien",
    "mag_voorselecteren",
    "mag_werk_zien",
    "mag_werkprofiel_bewerken",
]


def mag_voorselecteren(gebruiker: Gebruiker, werkprofiel: Werkprofiel) -> bool:
    """Who presents candidates, for an open profile of the region."""
    open_ = werkprofiel.status == Werkprofiel.Status.OPEN
    hier = gebruiker.gemeente_id is not None and werkprofiel.is_open_voor(gebruiker.gemeente_id)
    return gebruiker.heeft(Recht.VOORDRAGEN) and open_ and hier and mag_kandidaten_zoeken(gebruiker, werkprofiel)


def mag_werk_zien(gebruiker: Gebruiker, dossier: Dossier) -> bool:
    """Jobs for this person: who may see the competence profile and job profiles."""
    return gebruiker.heeft(Recht.RELATIES_LEZEN) and mag_profiel_zien(gebruiker, dossier.werkzoekende)


def mag_afwegen(gebruiker: Gebruiker, dossier: Dossier, werkprofiel: Werkprofiel) -> bool:
    """Who may present this person for this job also says why not."""
    mag = gebruiker.heeft(Recht.VOORDRAGEN) and mag_kandidaten_zoeken(gebruiker, werkprofiel)
    return mag and mag_profiel_zien(gebruiker, dossier.werkzoekende)


def mag_overleg_plannen(gebruiker: Gebruiker) -> bool:
    """Who presents people calls partners together."""
    return gebruiker.heeft(Recht.VOORDRAGEN) and gebruiker.gemeente_id is not None


def mag_overleg_leiden(gebruiker: Gebruiker, overleg: Overleg) -> bool:
    """Who plans meetings, in the municipality that called this one."""
    return mag_overleg_plannen(gebruiker) and gebruiker.gemeente_id == overleg.gemeente_id


def kan_deelnemen(gebruiker: Gebruiker) -> bool:
    """A colleague who knows employers, or somebody of a partner."""
    return gebruiker.heeft(Recht.RELATIES_LEZEN) or gebruiker.heeft(Recht.OVERDRACHTEN_ONTVANGEN)


def mag_overleg_zien(gebruiker: Gebruiker, overleg: Overleg) -> bool:
    """Who takes part, and who presents people in the municipality that called the meeting."""
    return Overleg.objects.voor(gebruiker).filter(pk=overleg.pk).exists()


def mag_naam_zien(gebruiker: Gebruiker, kandidaat: Overlegkandidaat) -> bool:
    """Colleagues of the person's own municipality who match; nobody else learns who it is."""
    return mag_profiel_zien(gebruiker, kandidaat.dossier.werkzoekende)
