"""A loonkostensubsidie over time: one period for every stretch in which nothing changes.

A new period starts when the hours or the loonwaarde change, on a birthday under 21, when the minimum wage
or a percentage changes, at the end of the forfaitair months and on 1 January. A part of a month counts by
calendar days.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from werklandschap.regelingen.datums import als_dag, dagen_in_maand, leeftijd_op, plus_maanden
from werklandschap.regelingen.fouten import RegelingFout
from werklandschap.regelingen.getallen import rond_op_centen
from werklandschap.regelingen.loonkostensubsidie import Berekening, bereken
from werklandschap.regelingen.parameters import VOLWASSEN, Parameters, standaard_parameters, wml_code

EEN_DAG = timedelta(days=1)
PERCENTAGES = ("lks.vakantietoeslag", "lks.grens", "lks.forfaitair", "lks.werkgeverslasten")


@dataclass(frozen=True, slots=True)
class Stand:
    """What holds from a day on: hours per week, and the loonwaarde in percent once it is measured."""

    vanaf: date
    uren: Decimal
    loonwaarde: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Periode:
    """A stretch without changes. `maanden` is exact; `bedrag` = total per month × months, to cents."""

    van: date
    tot_en_met: date
    forfaitair: bool
    berekening: Berekening
    maanden: Fraction
    bedrag: Decimal


@dataclass(frozen=True, slots=True)
class Verloop:
    """All periods in order."""

    periodes: tuple[Periode, ...]

    def per_jaar(self) -> dict[int, Decimal]:
        """Total in euros per calendar year; no period crosses New Year."""
        totalen: dict[int, Decimal] = {}
        for periode in self.periodes:
            totalen[periode.van.year] = totalen.get(periode.van.year, Decimal(0)) + periode.bedrag
        return totalen

    @property
    def totaal(self) -> Decimal:
        """Total in euros over all periods."""
        return sum((periode.bedrag for periode in self.periodes), Decimal(0))


def bereken_verloop(
    *,
    begin: date,
    einde: date,
    geboren: date,
    standen: Sequence[Stand],
    forfaitair: bool = False,
    bbl: bool = False,
    parameters: Parameters | None = None,
) -> Verloop:
    """The subsidy from `begin` through `einde` (both included).

    The first stand starts on or before `begin`. With `forfaitair` the first six months are a fixed share;
    after that a loonwaarde is needed. Raises RegelingFout for dates or values that do not fit,
    GeenParameter as `bereken`.
    """
    bekend = parameters or standaard_parameters()
    op_volgorde = _controleer(begin, einde, standen)
    vast_tot = _forfaitair_tot(begin, bekend) if forfaitair else begin
    grenzen = _grenzen(begin, einde, geboren, op_volgorde, vast_tot, bbl, bekend)
    periodes = []
    for van, volgende in pairwise(grenzen):
        stand = [kandidaat for kandidaat in op_volgorde if kandidaat.vanaf <= van][-1]
        berekening = _reken(van, geboren, stand, van < vast_tot, bbl, bekend)
        maanden = maanden_tussen(van, volgende - EEN_DAG)
        bedrag = rond_op_centen(Fraction(berekening.totaal_per_maand) * maanden)
        periodes.append(Periode(van, volgende - EEN_DAG, van < vast_tot, berekening, maanden, bedrag))
    return Verloop(tuple(periodes))


def maanden_tussen(van: date, tot_en_met: date) -> Fraction:
    """Months from one day through another; part of a month counts as its share of the days."""
    maanden = Fraction(0)
    dag = van
    while dag <= tot_en_met:
        lengte = dagen_in_maand(dag.year, dag.month)
        laatste = min(tot_en_met, dag.replace(day=lengte))
        maanden += Fraction((laatste - dag).days + 1, lengte)
        dag = laatste + EEN_DAG
    return maanden


def _controleer(begin: date, einde: date, standen: Sequence[Stand]) -> list[Stand]:
    """The states in order of date; raises RegelingFout when the dates do not fit."""
    if einde < begin:
        raise RegelingFout("De einddatum ligt voor de begindatum.")
    op_volgorde = sorted(standen, key=lambda stand: stand.vanaf)
    if len({stand.vanaf for stand in op_volgorde}) != len(op_volgorde):
        raise RegelingFout("Er zijn twee standen met dezelfde datum.")
    if not op_volgorde or op_volgorde[0].vanaf > begin:
        raise RegelingFout(f"Vul in hoeveel uur iemand werkt vanaf {als_dag(begin)}.")
    return op_volgorde


def _forfaitair_tot(begin: date, parameters: Parameters) -> date:
    """The first day after the forfaitair months."""
    return plus_maanden(begin, int(parameters.rij("lks.forfaitair_maanden", begin).bedrag))


def _grenzen(
    begin: date,
    einde: date,
    geboren: date,
    standen: Sequence[Stand],
    vast_tot: date,
    bbl: bool,
    parameters: Parameters,
) -> list[date]:
    """First days of all periods, and the day after the last one."""
    codes = {wml_code(leeftijd_op(geboren, dag), bbl) for dag in (begin, einde)}
    codes |= {wml_code(leeftijd, bbl) for leeftijd in range(leeftijd_op(geboren, begin), VOLWASSEN + 1)}
    dagen = {stand.vanaf for stand in standen} | {vast_tot}
    dagen |= set(parameters.wijzigt_op(codes | set(PERCENTAGES)))
    dagen |= {date(jaar, 1, 1) for jaar in range(begin.year + 1, einde.year + 1)}
    dagen |= {_verjaardag(geboren, leeftijd) for leeftijd in range(VOLWASSEN + 1)}
    return sorted({begin, einde + EEN_DAG} | {dag for dag in dagen if begin < dag <= einde})


def _verjaardag(geboren: date, leeftijd: int) -> date:
    """The day someone turns this age; 1 March for 29 February in other years, as `leeftijd_op` counts."""
    try:
        return geboren.replace(year=geboren.year + leeftijd)
    except ValueError:
        return date(geboren.year + leeftijd, 3, 1)


def _reken(dag: date, geboren: date, stand: Stand, forfaitair: bool, bbl: bool, parameters: Parameters) -> Berekening:
    if stand.loonwaarde is None and not forfaitair:
        raise RegelingFout(f"Vanaf {als_dag(dag)} is een gemeten loonwaarde nodig.")
    return bereken(
        datum=dag,
        leeftijd=leeftijd_op(geboren, dag),
        uren=stand.uren,
        loonwaarde=stand.loonwaarde,
        forfaitair=forfaitair,
        bbl=bbl,
        parameters=parameters,
    )
