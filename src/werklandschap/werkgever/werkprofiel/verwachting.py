"""Expected openings per quarter, with a range: growth, turnover, retirement and training.

People leave one by one and independently: who leaves in a quarter is counted as a Poisson number, whose middle 80 %
gives the range. Growth and own trainees are plans, so they shift the range without widening it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.werkgever.werkprofiel import rules
from werklandschap.werkgever.werkprofiel.models import Personeelsverwachting

KWARTALEN = 8
ONDER, BOVEN = 0.1, 0.9
MEEST = 100_000


@dataclass(frozen=True)
class Kwartaal:
    """What is expected in one quarter: the middle, and the range that holds in 8 of 10 cases."""

    begin: date
    verwacht: Decimal
    laag: int
    hoog: int

    @property
    def naam(self) -> str:
        """Such as 2027, kwartaal 1."""
        return _("{jaar}, kwartaal {nummer}").format(jaar=self.begin.year, nummer=(self.begin.month + 2) // 3)

    @property
    def plekken(self) -> int:
        """Whole places for a job profile; at least one."""
        return max(1, int(self.verwacht.to_integral_value()))


def poisson_kwantiel(gemiddelde: float, deel: float) -> int:
    """The smallest number k of which at least this part of a Poisson distribution lies at or below it."""
    if gemiddelde <= 0:
        return 0
    if gemiddelde > 700:  # e^-700 is the smallest that a float holds; then the normal shape is the same
        breedte = 1.2815515655446004 * math.copysign(1, deel - 0.5)
        return max(0, round(gemiddelde + breedte * math.sqrt(gemiddelde)))
    kans = math.exp(-gemiddelde)
    samen, k = kans, 0
    while samen < deel:
        k += 1
        kans *= gemiddelde / k
        samen += kans
    return k


def kwartalen(verwachting: Personeelsverwachting, vanaf: date) -> list[Kwartaal]:
    """The next eight quarters from the one after `vanaf`."""
    eigen = verwachting
    vertrek = float(eigen.mensen * eigen.verloop_procent / 100 / 4) + (eigen.met_pensioen + eigen.doorstroom) / 8
    plan = float(eigen.groei - eigen.instroom) / 4
    uit = []
    begin = _volgend_kwartaal(vanaf)
    for _nummer in range(KWARTALEN):
        verwacht = max(0.0, vertrek + plan)
        laag = max(0, math.floor(poisson_kwantiel(vertrek, ONDER) + plan))
        hoog = max(0, math.ceil(poisson_kwantiel(vertrek, BOVEN) + plan))
        uit.append(Kwartaal(begin, Decimal(str(round(verwacht, 1))), laag, hoog))
        begin = _volgend_kwartaal(begin)
    return uit


def _volgend_kwartaal(dag: date) -> date:
    maand = 3 * ((dag.month - 1) // 3) + 4
    return date(dag.year + (maand > 12), maand - 12 if maand > 12 else maand, 1)


@actie
def leg_verwachting_vast(
    *,
    werkgever: Werkgever,
    functie: str,
    mensen: int,
    door: Gebruiker,
    groei: int = 0,
    verloop_procent: Decimal = Decimal(0),
    met_pensioen: int = 0,
    doorstroom: int = 0,
    instroom: int = 0,
) -> Personeelsverwachting:
    """What the employer expects for one function; the newest of a function counts. Raises Invoerfout.

    `groei` and `instroom` are people per year, `met_pensioen` and `doorstroom` people within two years.
    """
    vereis(rules.mag_werkprofiel_maken(door, werkgever))
    schoon = " ".join(functie.split())[:150]
    fouten = {}
    if not schoon:
        fouten["functie"] = _("Schrijf op om welke functie het gaat.")
    if not 0 <= mensen <= MEEST:
        fouten["mensen"] = _("Vul 0 of meer in.")
    if not 0 <= verloop_procent <= 100:
        fouten["verloop_procent"] = _("Vul 0 tot en met 100 in.")
    if met_pensioen + doorstroom > mensen:
        fouten["met_pensioen"] = _("Er kunnen niet meer mensen weggaan dan er werken.")
    if fouten:
        raise Invoerfout(fouten)
    rij = Personeelsverwachting.objects.create(
        werkgever=werkgever,
        functie=schoon,
        mensen=mensen,
        groei=groei,
        verloop_procent=verloop_procent,
        met_pensioen=met_pensioen,
        doorstroom=doorstroom,
        instroom=instroom,
        door=door,
    )
    leg_vast(
        keten=werkgever.keten,
        soort="werkprofiel.verwachting",
        door=door,
        gegevens={"functie": schoon, "mensen": mensen},
    )
    return rij


def laatste_per_functie(werkgever: Werkgever) -> list[tuple[Personeelsverwachting, list[Kwartaal]]]:
    """The newest expectation of each function with its quarters; one query."""
    nieuwste: dict[str, Personeelsverwachting] = {}
    for rij in Personeelsverwachting.objects.filter(werkgever=werkgever).select_related("door").order_by("op", "id"):
        nieuwste[rij.functie.lower()] = rij
    vandaag = timezone.localdate()
    return [(rij, kwartalen(rij, vandaag)) for rij in sorted(nieuwste.values(), key=lambda r: r.functie.lower())]
