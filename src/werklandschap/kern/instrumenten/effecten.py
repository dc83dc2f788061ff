"""What instruments did here: the mean change in the good direction, with how sure that is."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from werklandschap.kern.instrumenten.catalogus import Instrument
from werklandschap.kern.instrumenten.models import Evaluatie
from werklandschap.kern.klantbeeld.catalogus import aspecten
from werklandschap.kern.organisaties.models import Gemeente

# Below this many people the mean is drawn towards what was expected beforehand, and the page says so.
GENOEG = 10
# The expectation beforehand weighs as much as this many people.
GEWICHT_VERWACHTING = 10
# Student's t for a two-sided 95 % interval, by degrees of freedom; beyond the table 1.96 + 2.4 / df is close enough.
T95 = {9: 2.262, 10: 2.228, 12: 2.179, 15: 2.131, 20: 2.086, 25: 2.060, 30: 2.042, 40: 2.021, 60: 2.000}


@dataclass(frozen=True)
class Resultaat:
    """Local result of one instrument: `n` people, mean change per person in steps on a scale of 1 to 5.

    `laag` and `hoog` bound the 95 % interval, only from ten people on. `geschat` is what to reckon with: the mean,
    drawn towards the expectation when there are few people. No comparison group: it is a change, not proof of a cause.
    """

    n: int
    gemiddelde: float
    laag: float | None
    hoog: float | None
    geschat: float

    @property
    def is_genoeg(self) -> bool:
        """Enough people to show the mean as it is."""
        return self.n >= GENOEG


def verwachting(instrument: Instrument) -> float:
    """The change the catalogue expects, averaged over its aspects."""
    if not instrument.aspecten:
        return 0.0
    return sum(beoogd.verwacht for beoogd in instrument.aspecten) / len(instrument.aspecten)


def vooruitgang_van(effect: dict[str, Any], codes: Iterable[str]) -> float | None:
    """Mean change in the good direction over the aspects an evaluation measured; None when none can be counted.

    Only the professional's view counts: the baseline is his too.
    """
    alles = aspecten()
    stappen = []
    for code in codes:
        if code not in effect or code not in alles:
            continue
        rij = effect[code]
        stap = alles[code].vooruitgang(rij.get("was"), rij.get("nu"))
        if stap is not None:
            stappen.append(stap)
    return sum(stappen) / len(stappen) if stappen else None


def lokale_resultaten(gemeente: Gemeente, instrumenten: dict[str, Instrument]) -> dict[str, Resultaat]:
    """{instrument code: result} from the last evaluation of every deployment for a person: one query.

    Several deployments for one person count as one person, by their mean.
    """
    rijen = (
        Evaluatie.objects.filter(inzet__gemeente=gemeente, inzet__instrument__in=list(instrumenten))
        .order_by("datum", "id")
        .values_list("inzet__instrument", "inzet__keten_id", "inzet_id", "effect")
    )
    laatste = {inzet: (code, keten, effect) for code, keten, inzet, effect in rijen}
    per_mens: dict[str, dict[Any, list[float]]] = defaultdict(lambda: defaultdict(list))
    for code, keten, effect in laatste.values():
        stap = vooruitgang_van(effect, instrumenten[code].aspectcodes)
        if stap is not None:
            per_mens[code][keten].append(stap)
    return {
        code: vat_samen([sum(s) / len(s) for s in mensen.values()], verwachting(instrumenten[code]))
        for code, mensen in per_mens.items()
    }


def vat_samen(stappen: list[float], vooraf: float) -> Resultaat:
    """Mean, interval and the estimate to reckon with, for at least one person."""
    n = len(stappen)
    gemiddelde = sum(stappen) / n
    if n < GENOEG:
        geschat = (GEWICHT_VERWACHTING * vooraf + n * gemiddelde) / (GEWICHT_VERWACHTING + n)
        return Resultaat(n, gemiddelde, None, None, geschat)
    spreiding = math.sqrt(sum((s - gemiddelde) ** 2 for s in stappen) / (n - 1))
    marge = _t95(n - 1) * spreiding / math.sqrt(n)
    return Resultaat(n, gemiddelde, gemiddelde - marge, gemiddelde + marge, gemiddelde)


def _t95(vrijheidsgraden: int) -> float:
    if vrijheidsgraden > max(T95):
        return 1.96 + 2.4 / vrijheidsgraden
    return T95[max(df for df in T95 if df <= vrijheidsgraden)]
