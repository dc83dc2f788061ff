"""What this room shows on the page of a dossier."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.haken import Paginadeel, Tab, dossierdelen, dossiertabs
from werklandschap.kern.dossiers.feiten import dossierlezingen
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.pagina import gebruiker_van
from werklandschap.kern.dossiers.rules import mag_dossier_lezen
from werklandschap.kern.dossiers.toestemming import bij_intrekken
from werklandschap.kern.plannen import queries, rules
from werklandschap.kern.plannen.delen import beeindig_bij_nee
from werklandschap.kern.plannen.models import Plan

HOOGUIT = 3


def plandeel(request: HttpRequest, dossier: Dossier) -> dict[str, Any]:
    """The perspective, whether it is agreed, and the first steps to set."""
    gelezen: list[Plan] | None = getattr(dossier, "geldende_plannen", None)
    plan = queries.huidig_plan(dossier) if gelezen is None else next(iter(gelezen), None)
    return {
        "dossier": dossier,
        "plan": plan,
        "stappen": queries.open_stappen(plan)[:HOOGUIT],
        "mag_bewerken": rules.mag_plan_maken(gebruiker_van(request), dossier),
    }


if beeindig_bij_nee not in bij_intrekken:
    bij_intrekken.append(beeindig_bij_nee)
dossierlezingen.registreer("plan", queries.planrijen)
dossierdelen.registreer(
    "plan",
    Paginadeel(
        titel=_("Plan van aanpak"),
        sjabloon="plannen/_deel.html",
        context=plandeel,
        volgorde=30,
        mag=mag_dossier_lezen,
    ),
)
dossiertabs.registreer("plan", Tab(label=_("Plan"), url_naam="plannen:plan", volgorde=30, mag=mag_dossier_lezen))
