"""What this room shows elsewhere: tabs, and the names of instruments on the pages of tiles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.haken import Tab, dossiertabs, werkgevertabs
from werklandschap.kern.dossiers.rules import mag_dossier_lezen
from werklandschap.kern.instrumenten.catalogus import catalogus
from werklandschap.kern.relaties.rules import mag_werkgever_lezen
from werklandschap.landschap.haken import Instrumentnaam, instrumentnamen


def namen(codes: Sequence[str], gebruiker: Any) -> Sequence[Instrumentnaam]:
    """Name and aim of each instrument the visitor's municipality uses, in the order asked for."""
    lijst = catalogus(getattr(gebruiker, "gemeente", None))
    return [Instrumentnaam(lijst[code].naam, lijst[code].doel) for code in codes if code in lijst]


instrumentnamen.registreer(namen)
dossiertabs.registreer(
    "instrumenten",
    Tab(label=_("Instrumenten"), url_naam="instrumenten:overzicht", volgorde=40, mag=mag_dossier_lezen),
)
werkgevertabs.registreer(
    "instrumenten",
    Tab(label=_("Instrumenten"), url_naam="instrumenten:werkgever", volgorde=60, mag=mag_werkgever_lezen),
)
