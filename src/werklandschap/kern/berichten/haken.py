"""What this room shows elsewhere, and what it does every day."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from werklandschap.kern.basis.haken import Dagblok, Dagregel, Tab, dagblokken, dagtaken, dossiertabs, rondetaken
from werklandschap.kern.berichten.herinneringen import af_te_drukken_door, herinner_klanten
from werklandschap.kern.berichten.smsjes import verstuur_wachtende
from werklandschap.kern.dossiers.rules import mag_dossier_lezen
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht


def dagregels(gebruiker: Gebruiker) -> list[Dagblok]:
    """Letters that wait for a printer."""
    if not gebruiker.heeft(Recht.DOSSIERS_BEWERKEN):
        return []
    rijen = af_te_drukken_door(gebruiker)
    if not rijen:
        return []
    tekst = ngettext("{aantal} herinnering af te drukken", "{aantal} herinneringen af te drukken", len(rijen)).format(
        aantal=len(rijen)
    )
    regel = Dagregel(tekst, reverse("berichten:herinneringen"))
    return [Dagblok("vandaag", str(_("Brieven")), [regel], 1)]


def dagtaak() -> str:
    """Remind people of their appointments."""
    return f"{herinner_klanten()} herinneringen aan afspraken van klanten"


dossiertabs.registreer("berichten", Tab(_("Berichten"), "berichten:lijst", 62, mag_dossier_lezen))
dagblokken.registreer("berichten", dagregels)
dagtaken.registreer("herinneringen_klanten", dagtaak)
rondetaken.registreer("sms", verstuur_wachtende)
