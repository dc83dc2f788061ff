"""What this room shows on the page of a dossier."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.haken import Paginadeel, Tab, dossierdelen, dossiertabs
from werklandschap.kern.dossiers.feiten import dossierlezingen
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.pagina import gebruiker_van
from werklandschap.kern.dossiers.rules import mag_dossier_bewerken, mag_dossier_lezen
from werklandschap.kern.profielen import queries, vragen
from werklandschap.kern.profielen.vindbaarheid import vindbaarheid_uit

HOOGUIT = 6


def profieldeel(request: HttpRequest, dossier: Dossier) -> dict[str, Any]:
    """Findable or not, the one question, and what somebody can do best."""
    mens = queries.mens_met_profiel(dossier)
    vindbaar = vindbaarheid_uit(mens)
    vraag = vindbaar.eerstvolgende_vraag
    elders = vragen.past_elders(vraag) if vraag else ""
    regels = sorted(mens.competenties.all(), key=lambda regel: -regel.niveau)
    certificaten = queries.profiel_uit(mens).certificaten
    mag = mag_dossier_bewerken(gebruiker_van(request), dossier)
    return {
        "dossier": dossier,
        "vindbaar": vindbaar,
        "vraag": vraag,
        "vraagformulier": vragen.formulier_bij(vraag.code) if vraag and mag and not elders else None,
        "vraag_url": reverse(elders, args=[dossier.pk]) if elders and mag else "",
        "beste": [regel for regel in regels if regel.niveau][:HOOGUIT],
        "aantal": len(regels),
        "aflopend": [c for c in certificaten if c.soort in ("let_op", "fout")],
    }


dossierlezingen.registreer("profiel", lambda dossier: queries.profielrijen(dossier.werkzoekende))
dossierdelen.registreer(
    "profiel",
    Paginadeel(
        titel=_("Wat iemand kan, en of we iemand vinden"),
        sjabloon="profielen/_deel.html",
        context=profieldeel,
        volgorde=25,
        mag=mag_dossier_lezen,
    ),
)
dossiertabs.registreer("cv", Tab(label=_("Cv"), url_naam="profielen:cv", volgorde=64, mag=mag_dossier_lezen))
dossiertabs.registreer(
    "profiel", Tab(label=_("Profiel"), url_naam="profielen:profiel", volgorde=25, mag=mag_dossier_lezen)
)
dossiertabs.registreer(
    "zoekvragen",
    Tab(label=_("Wie zocht werk"), url_naam="profielen:zoekvragen", volgorde=96, mag=mag_dossier_lezen),
)
