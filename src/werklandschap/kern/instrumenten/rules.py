"""Who may deploy and evaluate instruments, and for whom an instrument is lawful."""

from __future__ import annotations

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.rules import mag_dossier_bewerken
from werklandschap.kern.instrumenten.catalogus import Instrument
from werklandschap.kern.relaties.rules import mag_werkgever_bewerken
from werklandschap.kern.tijdlijn.models import Keten
from werklandschap.kern.toegang.models import Gebruiker


def mag_inzetten(gebruiker: Gebruiker, keten: Keten) -> bool:
    """Colleagues who may edit the dossier or the employer this is for."""
    if keten.soort == Keten.Soort.DOSSIER:
        return mag_dossier_bewerken(gebruiker, keten.dossier)
    return mag_werkgever_bewerken(gebruiker, keten.werkgever)


def huidige_doelgroepen(dossier: Dossier) -> set[str]:
    """Codes of the legal groups this person belongs to today."""
    vandaag = timezone.localdate()
    rijen = dossier.doelgroepen.filter(Q(tot__isnull=True) | Q(tot__gte=vandaag), van__lte=vandaag)
    return set(rijen.values_list("code", flat=True))


def wettelijke_waarschuwing(instrument: Instrument, doelgroepen: set[str]) -> str:
    """A warning when the instrument may not be lawful for these groups; empty when nothing is wrong. Never a block."""
    wet = instrument.wettelijk
    if wet is None or not wet.doelgroepen or doelgroepen & set(wet.doelgroepen):
        return ""
    bron = wet.grondslag if wet.zekerheid == "V" else _("{grondslag}, controleer dit").format(grondslag=wet.grondslag)
    if not doelgroepen:
        return _("De doelgroep van deze klant is niet bekend. Controleer of dit mag ({bron}).").format(bron=bron)
    return _("Dit is volgens de wet niet voor de doelgroep van deze klant ({bron}).").format(bron=bron)
