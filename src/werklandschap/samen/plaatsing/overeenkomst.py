"""The agreement on paper: the same for both sides, without anything an employer may not know."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from werklandschap.ontwerp.opmaak import datum, euro, getal
from werklandschap.samen.plaatsing.catalogus import valkuilen
from werklandschap.samen.plaatsing.models import Plaatsing
from werklandschap.samen.plaatsing.queries import besluitregels


def _akkoord(op: date | None, wie: str) -> str:
    return _("nog niet") if op is None else f"{datum(op)}, {wie}"


def inhoud(plaatsing: Plaatsing) -> dict[str, Any]:
    """The data for `overeenkomst.typ`. Pitfalls only from the catalogue, and only those that may be shared."""
    werkgever = plaatsing.werkprofiel.werkgever.naam
    klant = plaatsing.dossier.werkzoekende.naam
    delen = {valkuil.code for valkuil in valkuilen() if valkuil.delen}
    besluiten = besluitregels(plaatsing.besluiten.geldig())
    return {
        "titel": _("Afspraken over de plaatsing"),
        "ondertitel": _("{functie} bij {werkgever}").format(functie=plaatsing.functie, werkgever=werkgever),
        "gemeente": plaatsing.dossier.gemeente.naam,
        "kop_wat": _("Wat spreken we af?"),
        "wat": [
            [_("Medewerker"), klant],
            [_("Werkgever"), werkgever],
            [_("Functie"), plaatsing.functie],
            [_("Soort"), plaatsing.get_soort_display()],
            [_("Begint op"), datum(plaatsing.van)],
            [_("Contract tot"), datum(plaatsing.tot) or _("geen einddatum")],
            [_("Uren per week"), getal(plaatsing.uren, 1)],
            [_("Akkoord werkgever"), _akkoord(plaatsing.akkoord_werkgever_op, plaatsing.akkoord_werkgever_wie)],
            # Not who agreed: an administrator or guardian would tell the employer of debts or care.
            [_("Akkoord medewerker"), datum(plaatsing.akkoord_klant_op) or _("nog niet")],
            [_("Afspraken"), plaatsing.afspraken],
            [_("Begeleiding op de werkplek"), plaatsing.begeleiding],
        ],
        "kop_instrumenten": _("Wat de gemeente regelt"),
        "kolommen": [_("Wat"), _("Vanaf"), _("Tot en met"), _("Per maand")],
        "instrumenten": [
            [
                r.naam,
                datum(r.besluit.van),
                datum(r.besluit.tot) or "–",
                (euro(r.besluit.bedrag_per_maand) if r.voor_werkgever else "") or "–",
            ]
            for r in besluiten
        ],
        "kop_valkuilen": _("Als het anders loopt"),
        "kolommen_valkuilen": [_("Wat kan er gebeuren?"), _("Wat doen we dan?")],
        "valkuilen": [[r.tekst, r.plan_b] for r in plaatsing.risicos.all() if r.code in delen],
        "ondertekenaars": [klant, werkgever, plaatsing.dossier.gemeente.naam],
    }
