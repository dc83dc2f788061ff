"""What this room shows elsewhere, and what it does every day."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.haken import Tab, dagtaken, dossiertabs, rondetaken
from werklandschap.kern.berichten.herinneringen import herinner_klanten
from werklandschap.kern.berichten.smsjes import verstuur_wachtende
from werklandschap.kern.dossiers.rules import mag_dossier_lezen


def dagtaak() -> str:
    """Remind people of their appointments."""
    return f"{herinner_klanten()} herinneringen aan afspraken van klanten"


dossiertabs.registreer("berichten", Tab(_("Berichten"), "berichten:lijst", 62, mag_dossier_lezen))
dagtaken.registreer("herinneringen_klanten", dagtaak)
rondetaken.registreer("sms", verstuur_wachtende)
