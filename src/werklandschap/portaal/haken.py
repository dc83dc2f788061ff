"""What this room shows elsewhere: how a person gets in, on the pages of the dossier."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.haken import Tab, dagtaken, dossiertabs
from werklandschap.kern.dossiers.rules import mag_dossier_bewerken
from werklandschap.portaal.toegangscodes import ruim_codes_op


def dagtaak() -> str:
    """Let go of codes of long ago."""
    return f"{ruim_codes_op()} oude toegangscodes weggehaald"


dagtaken.registreer("toegangscodes", dagtaak)
dossiertabs.registreer("toegang", Tab(_("Toegang klant"), "portaal:toegang", 95, mag_dossier_bewerken))
