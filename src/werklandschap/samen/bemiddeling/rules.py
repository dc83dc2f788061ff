"""Who may do what with a voordracht: the candidate's municipality works, the employer decides, the person agrees."""

from __future__ import annotations

from django.utils import timezone

from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.profielen.rules import mag_werkprofiel_zien
from werklandschap.kern.relaties.rules import is_van_bedrijf
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.samen.bemiddeling.models import (
    Ontmoeting,
    Speeddate,
    Speeddatekandidaat,
    Speeddatewerkgever,
    Voordracht,
)
from werklandschap.samen.bemiddeling.overgangen import OVERGANGEN, Wie


def mag_voorselecteren(gebruiker: Gebruiker, dossier: Dossier, werkprofiel: Werkprofiel) -> bool:
    """Colleagues who present people of the own municipality, for any job profile of the region."""
    return (
        gebruiker.heeft(Recht.VOORDRAGEN)
        and gebruiker.gemeente_id == dossier.gemeente_id
        and dossier.status == Dossier.Status.OPEN
        and mag_werkprofiel_zien(gebruiker, werkprofiel)
        and werkprofiel.is_open_voor(dossier.gemeente_id)
    )


def mag_voordracht_bewerken(gebruiker: Gebruiker, voordracht: Voordracht) -> bool:
    """Colleagues of the candidate's municipality who present people."""
    return gebruiker.heeft(Recht.VOORDRAGEN) and gebruiker.gemeente_id == voordracht.dossier.gemeente_id


def is_kandidaat(gebruiker: Gebruiker, voordracht: Voordracht) -> bool:
    """The person who is presented."""
    return gebruiker.heeft(Recht.MIJN) and voordracht.dossier.werkzoekende.account_id == gebruiker.pk


def is_werkgever_van(gebruiker: Gebruiker, voordracht: Voordracht) -> bool:
    """Somebody of the company, while the candidate is presented there with valid consent."""
    return (
        voordracht.status in Voordracht.BIJ_WERKGEVER
        and voordracht.toestemming is not None
        and voordracht.toestemming.is_geldig
        and is_van_bedrijf(gebruiker, voordracht.werkprofiel.werkgever)
    )


def mag_plaatsen(gebruiker: Gebruiker, voordracht: Voordracht) -> bool:
    """Colleagues of the candidate's municipality who make placements."""
    return gebruiker.heeft(Recht.PLAATSEN) and gebruiker.gemeente_id == voordracht.dossier.gemeente_id


_IS = {
    Wie.PLAATSER: mag_plaatsen,
    Wie.PROFESSIONAL: mag_voordracht_bewerken,
    Wie.KANDIDAAT: is_kandidaat,
    Wie.WERKGEVER: is_werkgever_van,
}


def mag_stap(gebruiker: Gebruiker, voordracht: Voordracht, code: str) -> bool:
    """May this user set this step of the table?"""
    return any(_IS[wie](gebruiker, voordracht) for wie in OVERGANGEN[code].wie)


def mag_ontmoeting_vastleggen(gebruiker: Gebruiker, ontmoeting: Ontmoeting) -> bool:
    """Who presents, or the colleague who goes along."""
    voordracht = ontmoeting.voordracht
    mee = ontmoeting.begeleider_id == gebruiker.pk and gebruiker.gemeente_id == voordracht.dossier.gemeente_id
    return mag_voordracht_bewerken(gebruiker, voordracht) or mee


def mag_aanbieden(gebruiker: Gebruiker, dossier: Dossier) -> bool:
    """Colleagues who present people of the own municipality."""
    return (
        gebruiker.heeft(Recht.VOORDRAGEN)
        and gebruiker.gemeente_id == dossier.gemeente_id
        and dossier.status == Dossier.Status.OPEN
    )


def mag_speeddate_bewerken(gebruiker: Gebruiker, speeddate: Speeddate) -> bool:
    """Colleagues of the municipality who present people."""
    return gebruiker.heeft(Recht.VOORDRAGEN) and gebruiker.gemeente_id == speeddate.gemeente_id


def mag_speeddate_bijhouden(gebruiker: Gebruiker, speeddate: Speeddate) -> bool:
    """On the day: every colleague of the municipality who may see candidates."""
    return gebruiker.heeft(Recht.KANDIDATEN_ZIEN) and gebruiker.gemeente_id == speeddate.gemeente_id


def is_speeddatekandidaat(gebruiker: Gebruiker, kandidaat: Speeddatekandidaat) -> bool:
    """The person who was invited."""
    return gebruiker.heeft(Recht.MIJN) and kandidaat.dossier.werkzoekende.account_id == gebruiker.pk


def is_speeddatewerkgever(gebruiker: Gebruiker, werkgever: Speeddatewerkgever) -> bool:
    """Somebody of a company that comes to the event."""
    return not werkgever.afgemeld and is_van_bedrijf(gebruiker, werkgever.werkprofiel.werkgever)


def mag_begeleiding_noteren(gebruiker: Gebruiker, voordracht: Voordracht) -> bool:
    """Who presents, and colleagues of the municipality who place and coach."""
    return mag_voordracht_bewerken(gebruiker, voordracht) or mag_plaatsen(gebruiker, voordracht)


def mag_introductie_zien(gebruiker: Gebruiker, voordracht: Voordracht) -> bool:
    """Colleagues who may see candidates, and the employer once the candidate is presented."""
    collega = gebruiker.heeft(Recht.KANDIDATEN_ZIEN) and gebruiker.gemeente_id == voordracht.dossier.gemeente_id
    return collega or is_werkgever_van(gebruiker, voordracht)


def mag_zelf_kiezen(gebruiker: Gebruiker, dossier: Dossier, werkprofiel: Werkprofiel) -> bool:
    """The person, for a job of the region that is open to people now."""
    return (
        gebruiker.heeft(Recht.MIJN)
        and dossier.werkzoekende.account_id == gebruiker.pk
        and dossier.status == Dossier.Status.OPEN
        and dossier.gemeente.regio_id == werkprofiel.gemeente.regio_id
        and werkprofiel.is_open_voor(dossier.gemeente_id)
        and staat_open(werkprofiel)
    )


def staat_open(werkprofiel: Werkprofiel) -> bool:
    """May residents see this job today: opened to them, not filled, not over?"""
    vandaag = timezone.localdate()
    return (
        werkprofiel.status == Werkprofiel.Status.OPEN
        and werkprofiel.open_voor != Werkprofiel.Openvoor.COLLEGAS
        and werkprofiel.opengesteld_op is not None
        and werkprofiel.opengesteld_op <= vandaag
        and (werkprofiel.einde is None or werkprofiel.einde >= vandaag)
    )
