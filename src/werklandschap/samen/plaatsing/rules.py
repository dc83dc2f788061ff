"""Who may do what with a placement: the person's municipality works, both sides agree."""

from __future__ import annotations

from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.profielen.rules import mag_werkprofiel_zien
from werklandschap.kern.relaties.rules import is_van_bedrijf
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.samen.plaatsing.models import Besluit, Plaatsing


def mag_plaatsen(gebruiker: Gebruiker, dossier: Dossier, werkprofiel: Werkprofiel) -> bool:
    """Colleagues who place people of the own municipality, with any employer of the region."""
    return (
        gebruiker.heeft(Recht.PLAATSEN)
        and gebruiker.gemeente_id == dossier.gemeente_id
        and dossier.status == Dossier.Status.OPEN
        and mag_werkprofiel_zien(gebruiker, werkprofiel)
    )


def mag_plaatsing_bewerken(gebruiker: Gebruiker, plaatsing: Plaatsing) -> bool:
    """Colleagues of the person's municipality who make placements."""
    return gebruiker.heeft(Recht.PLAATSEN) and gebruiker.gemeente_id == plaatsing.dossier.gemeente_id


def mag_plaatsingen_zien(gebruiker: Gebruiker) -> bool:
    """Colleagues who have work in placements or read dossiers."""
    return gebruiker.is_medewerker and (
        gebruiker.heeft(Recht.PLAATSEN) or gebruiker.heeft(Recht.NAZORG_GEVEN) or gebruiker.heeft(Recht.DOSSIERS_LEZEN)
    )


def mag_plaatsing_zien(gebruiker: Gebruiker, plaatsing: Plaatsing) -> bool:
    """The same, for one placement of the own municipality."""
    return mag_plaatsingen_zien(gebruiker) and gebruiker.gemeente_id == plaatsing.dossier.gemeente_id


def mag_besluit_vaststellen(gebruiker: Gebruiker, besluit: Besluit) -> bool:
    """The second pair of eyes: a colleague of that municipality who places or leads, other than who proposed it."""
    mag = gebruiker.heeft(Recht.PLAATSEN) or gebruiker.heeft(Recht.CASELOAD_VERDELEN)
    return mag and gebruiker.gemeente_id == besluit.plaatsing.dossier.gemeente_id and gebruiker.pk != besluit.door_id


def is_klant(gebruiker: Gebruiker, plaatsing: Plaatsing) -> bool:
    """The person who works there."""
    account = plaatsing.dossier.werkzoekende.account_id
    return gebruiker.heeft(Recht.MIJN) and account is not None and account == gebruiker.pk


def is_werkgever(gebruiker: Gebruiker, plaatsing: Plaatsing) -> bool:
    """Somebody of the company."""
    return is_van_bedrijf(gebruiker, plaatsing.werkprofiel.werkgever)


def mag_akkoord_werkgever(gebruiker: Gebruiker, plaatsing: Plaatsing) -> bool:
    """The company, or a colleague who records what it said."""
    return is_werkgever(gebruiker, plaatsing) or mag_plaatsing_bewerken(gebruiker, plaatsing)


def mag_akkoord_klant(gebruiker: Gebruiker, plaatsing: Plaatsing) -> bool:
    """The person, or a colleague who records what the person said."""
    return is_klant(gebruiker, plaatsing) or mag_plaatsing_bewerken(gebruiker, plaatsing)


def mag_overeenkomst_zien(gebruiker: Gebruiker, plaatsing: Plaatsing) -> bool:
    """Both sides and the colleagues read the same paper."""
    return (
        mag_plaatsing_zien(gebruiker, plaatsing) or is_klant(gebruiker, plaatsing) or is_werkgever(gebruiker, plaatsing)
    )
