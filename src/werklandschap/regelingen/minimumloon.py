"""Is a wage at least the minimum wage of the law, on every day that it is paid?

Source: Wet minimumloon en minimumvakantiebijslag; the amounts per hour stand in `data/wml.yaml`, with date and source.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from werklandschap.regelingen.datums import leeftijd_op, plus_maanden
from werklandschap.regelingen.fouten import RegelingFout
from werklandschap.regelingen.parameters import Bedrag, Parameters, standaard_parameters


@dataclass(frozen=True, slots=True)
class Tekort:
    """The first day on which the wage is too low, and the minimum of that day in euros per hour."""

    dag: date
    minimum: Bedrag


def eerste_tekort(
    loon: Decimal, *, van: date, tot: date, geboren: date, bbl: bool = False, parameters: Parameters | None = None
) -> Tekort | None:
    """The first day from `van` up to and including `tot` on which `loon` (euros per hour) is too low, or None.

    Only the days count on which the minimum can rise: the first, a new amount, a birthday. A day without a known amount
    (an age or a year outside the data) is not judged.
    """
    bekend = parameters or standaard_parameters()
    nieuw = bekend.wijzigt_op({rij.code for rij in bekend.rijen if rij.code.startswith("wml")})
    jaren = range(leeftijd_op(geboren, van) + 1, leeftijd_op(geboren, tot) + 1)
    jarig = [plus_maanden(geboren, 12 * jaar) for jaar in jaren]
    # Who was born on 29 February is a year older on 1 March.
    daarna = [dag + timedelta(days=1) for dag in jarig]
    dagen = {van, *(dag for dag in (*nieuw, *jarig, *daarna) if van < dag <= tot)}
    for dag in sorted(dagen):
        try:
            minimum = bekend.wml_per_uur(dag, leeftijd_op(geboren, dag), bbl)
        except RegelingFout:
            continue
        if loon < minimum.waarde:
            return Tekort(dag, minimum)
    return None
