"""Who may see and add what in the picture of a person. Sensitive aspects are hidden unless a right opens them."""

from __future__ import annotations

from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.rules import mag_dossier_bewerken, mag_dossier_lezen
from werklandschap.kern.klantbeeld.catalogus import Aspect, aspecten
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht

# What a kind of sensitive aspect asks; a kind that is not in this table stays closed for everybody.
NODIG: dict[str, frozenset[Recht]] = {
    "none": frozenset(),
    "gezondheid": frozenset({Recht.GEZONDHEID_ZIEN}),
    "schuld": frozenset({Recht.SCHULDEN_ZIEN}),
    "justitie": frozenset({Recht.GEZONDHEID_ZIEN, Recht.SCHULDEN_ZIEN}),
}


def is_zelf(gebruiker: Gebruiker, dossier: Dossier) -> bool:
    """The person whose dossier it is."""
    return gebruiker.heeft(Recht.MIJN) and dossier.werkzoekende.account_id == gebruiker.pk


def mag_aspect_zien(gebruiker: Gebruiker, dossier: Dossier, aspect: Aspect) -> bool:
    """The person sees everything of the own picture; a colleague what the own role opens."""
    if is_zelf(gebruiker, dossier):
        return True
    nodig = NODIG.get(aspect.gevoelig)
    return nodig is not None and mag_dossier_lezen(gebruiker, dossier) and all(gebruiker.heeft(r) for r in nodig)


def zichtbare_aspecten(gebruiker: Gebruiker, dossier: Dossier) -> dict[str, Aspect]:
    """The part of the catalogue this user may see of this dossier."""
    return {code: a for code, a in aspecten().items() if mag_aspect_zien(gebruiker, dossier, a)}


def mag_waarneming_vastleggen(gebruiker: Gebruiker, dossier: Dossier, aspect: Aspect, bron: str) -> bool:
    """Colleagues who may edit the dossier and see the aspect; the person as the client.

    Who presents candidates records what an employer said, of aspects that are not sensitive.
    """
    if is_zelf(gebruiker, dossier):
        return bron == "klant" and dossier.status == Dossier.Status.OPEN
    if mag_dossier_bewerken(gebruiker, dossier):
        return mag_aspect_zien(gebruiker, dossier, aspect)
    return (
        bron == "werkgever"
        and aspect.gevoelig == "none"
        and gebruiker.heeft(Recht.VOORDRAGEN)
        and gebruiker.gemeente_id == dossier.gemeente_id
        and dossier.status == Dossier.Status.OPEN
    )
