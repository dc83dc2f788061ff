"""What this room shows on the page of a dossier."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.haken import Paginadeel, Tab, dossierdelen, dossiertabs
from werklandschap.kern.dossiers.feiten import dossierlezingen
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.pagina import gebruiker_van
from werklandschap.kern.dossiers.rules import mag_dossier_bewerken, mag_dossier_lezen
from werklandschap.kern.klantbeeld import queries
from werklandschap.kern.klantbeeld.forms import Waarnemingformulier
from werklandschap.kern.klantbeeld.grafiek import beeld_door_de_tijd
from werklandschap.kern.klantbeeld.rules import zichtbare_aspecten

HOOGUIT = 5


def klantbeelddeel(request: HttpRequest, dossier: Dossier) -> dict[str, Any]:
    """What asks attention, how much is known, the chart, and the line to add a statement."""
    gebruiker = gebruiker_van(request)
    zichtbaar = zichtbare_aspecten(gebruiker, dossier)
    rijen = queries.waarnemingen_voor_pagina(dossier)
    beeld = queries.beeld_uit(rijen, timezone.localdate(), zichtbaar)
    return {
        "dossier": dossier,
        "beeld": beeld,
        "aandacht": beeld.aandacht()[:HOOGUIT],
        "aantal_anders": len(queries.tegenstrijdig(beeld)),
        "aantal_verouderd": len(queries.verouderd(beeld)),
        "grafiek": beeld_door_de_tijd(rijen, beeld, zichtbaar),
        "mag_bewerken": mag_dossier_bewerken(gebruiker, dossier),
        "formulier": Waarnemingformulier(zichtbaar=zichtbaar),
        "terug": request.get_full_path(),
    }


dossierlezingen.registreer("klantbeeld", queries.waarnemingrijen)
dossierdelen.registreer(
    "klantbeeld",
    Paginadeel(
        titel=_("Klantbeeld"),
        sjabloon="klantbeeld/_deel.html",
        context=klantbeelddeel,
        volgorde=20,
        mag=mag_dossier_lezen,
    ),
)
dossiertabs.registreer(
    "klantbeeld", Tab(label=_("Klantbeeld"), url_naam="klantbeeld:klantbeeld", volgorde=20, mag=mag_dossier_lezen)
)
