"""The resident says of an open job: I want this. It reaches the professional; it ranks nobody and shares nothing."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.samen.bemiddeling import rules
from werklandschap.samen.bemiddeling.models import Voordracht, Voordrachtstap
from werklandschap.samen.bemiddeling.stappen import maak_wachttaak, noteer_bij_kandidaat, vergrendel

ANTWOORD_DAGEN = 5


@actie
def wil_dit(*, dossier: Dossier, werkprofiel: Werkprofiel, door: Gebruiker) -> Voordracht:
    """Put the person's own choice on the list of this job, with a task for the professional. Twice is once.

    The employer hears nothing: consent is asked before a name goes anywhere. Raises GeenRecht, and Invoerfout when
    the person was asked about this job already.
    """
    vereis(rules.mag_zelf_kiezen(door, dossier, werkprofiel))
    rij, nieuw = Voordracht.objects.get_or_create(dossier=dossier, werkprofiel=werkprofiel)
    vast = vergrendel(rij)
    if vast.status != Voordracht.Status.VOORGESELECTEERD:
        raise Invoerfout(_("Over dit werk hebben wij u al iets gevraagd. Kijk op uw overzicht."))
    if vast.wil_zelf_op is not None:
        return vast
    if nieuw:
        Voordrachtstap.objects.create(
            voordracht=vast, naar=vast.status, door=door, toelichting=_("De kandidaat koos dit werk zelf.")
        )
    vast.wijzig(verwacht=None, wil_zelf_op=timezone.now())
    noteer_bij_kandidaat(vast, "voordracht.wil_zelf", door)
    titel = _("{naam} wil dit werk: {functie}. Kijk of het past en geef antwoord.").format(
        naam=dossier.werkzoekende.naam, functie=werkprofiel.titel
    )
    maak_wachttaak(vast, "wil_zelf", titel, ANTWOORD_DAGEN, door)
    return vast
