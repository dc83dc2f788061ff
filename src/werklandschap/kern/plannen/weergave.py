"""The plan as a drawing and as a document."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.plannen.models import Doel, Plan, Stap
from werklandschap.ontwerp.grafieken import Grafiek, Periode, tijdlijn
from werklandschap.ontwerp.opmaak import datum
from werklandschap.ontwerp.pdf import maak_pdf


def plan_op_tijdlijn(plan: Plan) -> Grafiek | None:
    """Steps with a date as bars from the start of the plan, a line per goal; None when no step has a date."""
    begin = timezone.localdate(plan.gemaakt_op)
    perioden = []
    for doel in plan.doelen.all():
        for stap in doel.stappen.all():
            eind = stap.gedaan_op or stap.voor_op
            if eind is None:
                continue
            perioden.append(Periode(doel.tekst, stap.tekst, min(begin, eind), eind, str(stap.get_status_display())))
    if not perioden:
        return None
    return tijdlijn(
        _("Het plan op een tijdlijn"),
        perioden,
        vandaag=timezone.localdate(),
        beschrijving=_("Elke balk loopt tot de datum waarop de stap klaar moet zijn of klaar was."),
    )


def plan_als_pdf(plan: Plan, dossier: Dossier) -> bytes:
    """The plan on paper, to read together and sign."""
    return maak_pdf("plan.typ", plangegevens(plan, dossier), taal="en" if get_language() == "en" else "nl")


def plangegevens(plan: Plan, dossier: Dossier) -> dict[str, Any]:
    """What the document shows, formatted."""
    return {
        "titel": _("Plan van aanpak"),
        "ondertitel": dossier.werkzoekende.naam,
        "gemeente": dossier.gemeente.naam,
        "gegevens": _kopgegevens(plan, dossier),
        "perspectief_kop": _("Wat wil ik bereiken?"),
        "perspectief": plan.perspectief,
        "doelen": [_doel(doel) for doel in plan.doelen.all()],
        "stappen_kop": [_("Stap"), _("Wie"), _("Voor"), _("Stand")],
        "geen_stappen": _("Hiervoor zijn nog geen stappen afgesproken."),
        "geen_doelen": _("Er zijn nog geen doelen afgesproken."),
        "akkoord": _akkoord(plan),
        "ondertekenaars": [dossier.werkzoekende.naam, _naam(dossier.verantwoordelijke)],
    }


def _kopgegevens(plan: Plan, dossier: Dossier) -> list[list[str]]:
    return [
        [_("Versie"), str(plan.nummer)],
        [_("Gemaakt op"), datum(plan.gemaakt_op)],
        [_("Contactpersoon"), _naam(dossier.verantwoordelijke)],
        [_("Samen terugkijken op"), datum(plan.evalueren_op)],
    ]


def _naam(gebruiker: Any) -> str:
    return gebruiker.naam if gebruiker is not None else _("Gemeente")


def _akkoord(plan: Plan) -> str:
    if plan.status != Plan.Status.AKKOORD:
        return ""
    return _("Akkoord gegeven op {datum} ({hoe}).").format(
        datum=datum(plan.akkoord_op), hoe=str(plan.get_akkoord_hoe_display()).lower()
    )


def _doel(doel: Doel) -> dict[str, Any]:
    return {
        "tekst": doel.tekst,
        "soort": f"{doel.get_soort_display()} · {doel.get_status_display()}",
        "stappen": [_stap(stap) for stap in doel.stappen.all()],
    }


def _stap(stap: Stap) -> list[str]:
    wie = stap.wie_naam or str(stap.get_wie_display())
    stand = f"{stap.get_status_display()} {datum(stap.gedaan_op)}".strip()
    return [stap.tekst, wie, datum(stap.voor_op), stand]
