"""How much each age group was seen in a list, counted after the list was made. The engine never reads this.

Only for the manager's page about equal chances: groups are counted, persons are not kept. Sex is not recorded at all
(ADR 0011).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import Case, CharField, Value, When
from django.utils.translation import gettext_lazy as _

ONBEKEND = "onbekend"
LEEFTIJDSGROEPEN = {
    "tot-27": _("jonger dan 27 jaar"),
    "27-34": _("27 tot en met 34 jaar"),
    "35-44": _("35 tot en met 44 jaar"),
    "45-54": _("45 tot en met 54 jaar"),
    "vanaf-55": _("55 jaar en ouder"),
}
"""Under 27 the law asks something else of people (Participatiewet), so that is where the first group ends."""
_VANAF = ((55, "vanaf-55"), (45, "45-54"), (35, "35-44"), (27, "27-34"), (0, "tot-27"))


def leeftijdsgroep(geboortedatum: date | None, dag: date) -> str:
    """The age group of somebody on a day; `ONBEKEND` without a date of birth."""
    if geboortedatum is None:
        return ONBEKEND
    jaren = dag.year - geboortedatum.year - ((dag.month, dag.day) < (geboortedatum.month, geboortedatum.day))
    return next((code for vanaf, code in _VANAF if jaren >= vanaf), ONBEKEND)


def groep_in_vraag(veld: str, dag: date) -> Case:
    """The same for the rows of a question to the database."""
    groepen = (When(**{f"{veld}__lte": _jaren_eerder(dag, vanaf)}, then=Value(code)) for vanaf, code in _VANAF)
    return Case(*groepen, default=Value(ONBEKEND), output_field=CharField())


def _jaren_eerder(dag: date, jaren: int) -> date:
    """The last date of birth of who is so many years old on that day."""
    try:
        return dag.replace(year=dag.year - jaren)
    except ValueError:
        return dag.replace(year=dag.year - jaren, day=28)


def gewicht(plaats: int) -> float:
    """How much a place in a list is looked at: 1 for the first, less further down (1 / log2(place + 1))."""
    return 1 / math.log2(plaats + 1)


def tel(geboortedata: Iterable[date | None], eerste: int, dag: date) -> dict[str, list[int]]:
    """{age group: [people, weight × 1000]} of a list whose first line has place `eerste` (from 1)."""
    mensen: dict[str, int] = defaultdict(int)
    gezien: dict[str, float] = defaultdict(float)
    for plaats, datum in enumerate(geboortedata, eerste):
        groep = leeftijdsgroep(datum, dag)
        mensen[groep] += 1
        gezien[groep] += gewicht(plaats)
    return {groep: [aantal, round(1000 * gezien[groep])] for groep, aantal in mensen.items()}
