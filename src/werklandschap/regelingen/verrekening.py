"""What was paid against what there is a right to, month by month: too little is paid after, too much goes back.

The right of a month is the sum of its shares of every period, exact, and rounded half up to cents once. So a month
never differs from the rows above it by more than the rounding of that one month.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from werklandschap.regelingen.datums import dagen_in_maand
from werklandschap.regelingen.fouten import RegelingFout
from werklandschap.regelingen.getallen import rond_op_centen
from werklandschap.regelingen.periodes import Periode

NUL = Decimal("0.00")


@dataclass(frozen=True, slots=True)
class Maandregel:
    """One month in euros; `verschil` above zero is still to be paid, below zero was paid too much."""

    maand: date
    recht: Decimal
    betaald: Decimal

    @property
    def verschil(self) -> Decimal:
        """What is still due to the employer (negative: what comes back)."""
        return self.recht - self.betaald


@dataclass(frozen=True, slots=True)
class Verrekening:
    """All months in order, and what is due in the end."""

    maanden: tuple[Maandregel, ...]

    @property
    def recht(self) -> Decimal:
        """Right in euros over all months."""
        return sum((m.recht for m in self.maanden), NUL)

    @property
    def betaald(self) -> Decimal:
        """Paid in euros over all months."""
        return sum((m.betaald for m in self.maanden), NUL)

    @property
    def verschil(self) -> Decimal:
        """Right less payments, in euros."""
        return self.recht - self.betaald

    @property
    def nabetaling(self) -> Decimal:
        """What the municipality still pays, when the whole is above zero."""
        return max(self.verschil, NUL)

    @property
    def terugbetaling(self) -> Decimal:
        """What the employer pays back, when the whole is below zero."""
        return max(-self.verschil, NUL)


def recht_per_maand(periodes: Iterable[Periode]) -> dict[date, Decimal]:
    """{first day of the month: right in euros} for every month that a period touches."""
    exact: dict[date, Fraction] = {}
    for periode in periodes:
        dag = periode.van
        while dag <= periode.tot_en_met:
            lengte = dagen_in_maand(dag.year, dag.month)
            laatste = min(periode.tot_en_met, dag.replace(day=lengte))
            deel = Fraction((laatste - dag).days + 1, lengte)
            maand = dag.replace(day=1)
            exact[maand] = exact.get(maand, Fraction(0)) + Fraction(periode.berekening.totaal_per_maand) * deel
            dag = laatste + timedelta(days=1)
    return {maand: rond_op_centen(bedrag) for maand, bedrag in sorted(exact.items())}


def verreken(periodes: Iterable[Periode], betaald: Mapping[date, Decimal], tot_en_met: date) -> Verrekening:
    """Compare right and payments for every month through the month of `tot_en_met`.

    `betaald`: {first day of the month: euros}. A month that was paid is shown also when there is no right to it, or
    when it lies later. Raises RegelingFout for a key that is not the first of a month.
    """
    if any(maand.day != 1 for maand in betaald):
        raise RegelingFout("Een uitbetaling hoort bij een maand: geef de eerste dag van de maand.")
    grens = tot_en_met.replace(day=1)
    recht = {maand: bedrag for maand, bedrag in recht_per_maand(periodes).items() if maand <= grens or maand in betaald}
    maanden = sorted(set(recht) | set(betaald))
    return Verrekening(tuple(Maandregel(m, recht.get(m, NUL), betaald.get(m, NUL)) for m in maanden))
