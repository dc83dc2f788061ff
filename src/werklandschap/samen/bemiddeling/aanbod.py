"""Supply-led: propose a person to an employer who has no vacancy. Same consent, same steps, same rules."""

from __future__ import annotations

from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.samen.bemiddeling import rules
from werklandschap.samen.bemiddeling.actions import voorselecteer
from werklandschap.samen.bemiddeling.models import Voordracht
from werklandschap.werkgever.werkprofiel.actions import maak_open_plek


@actie
def bied_aan(*, dossier: Dossier, werkgever: Werkgever, functie: str, reden: str, door: Gebruiker) -> Voordracht:
    """A voordracht on a job profile that stays a concept: nobody else finds it and it is no vacancy.

    The same open proposal is not doubled. Raises GeenRecht, Invoerfout.
    """
    vereis(rules.mag_aanbieden(door, dossier))
    if not functie.strip():
        raise Invoerfout({"functie": _("Schrijf op voor wat voor werk u deze kandidaat voorstelt.")})
    bestaand = (
        Voordracht.objects.voor(door)
        .filter(
            dossier=dossier, open_voorstel=True, werkprofiel__werkgever=werkgever, werkprofiel__titel=functie.strip()
        )
        .lopend()
        .first()
    )
    if bestaand is not None:
        return bestaand
    profiel = maak_open_plek(werkgever=werkgever, functie=functie, door=door)
    rij = voorselecteer(dossier=dossier, werkprofiel=profiel, door=door, reden=reden)
    return rij.wijzig(verwacht=None, open_voorstel=True)
