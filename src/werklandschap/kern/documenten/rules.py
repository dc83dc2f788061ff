"""Who may do what with documents."""

from __future__ import annotations

from werklandschap.kern.documenten.models import NODIG, Document
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.rules import mag_dossier_bewerken, mag_dossier_lezen
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht


def is_inwoner_van(gebruiker: Gebruiker, dossier: Dossier) -> bool:
    """The person the dossier is about."""
    return gebruiker.heeft(Recht.MIJN) and dossier.werkzoekende.account_id == gebruiker.pk


def mag_toevoegen(gebruiker: Gebruiker, dossier: Dossier) -> bool:
    """Who writes in the dossier, or the person while it is open."""
    eigen = is_inwoner_van(gebruiker, dossier) and dossier.status == Dossier.Status.OPEN
    return eigen or mag_dossier_bewerken(gebruiker, dossier)


def mag_zien(gebruiker: Gebruiker, document: Document) -> bool:
    """The same as `Document.objects.voor`, for one."""
    nodig = NODIG.get(document.onderwerp)
    if mag_dossier_lezen(gebruiker, document.dossier):
        return nodig is None or gebruiker.heeft(nodig)
    return is_inwoner_van(gebruiker, document.dossier) and (document.voor_inwoner or document.door_id == gebruiker.pk)


def mag_wijzigen(gebruiker: Gebruiker, document: Document) -> bool:
    """Share or remove it: who sees it and writes in the dossier."""
    return mag_zien(gebruiker, document) and mag_dossier_bewerken(gebruiker, document.dossier)
