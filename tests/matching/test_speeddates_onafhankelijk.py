"""G8.2: the schedules against SCIP, a solver of another make that shares nothing with how they are found.

The model is the problem as it is told: a yes or no per pair and round, in the size of a real event. `maak_rooster`
finds pairs by minimum-cost flow and rounds by colouring, `herplan` by CP-SAT.
"""

from __future__ import annotations

import random
from typing import Any

import pytest
from ortools.linear_solver import pywraplp

from werklandschap.matching.herplannen import herplan
from werklandschap.matching.speeddates import Voorkeur, Vraag, maak_rooster

Plek = tuple[Any, Any, int]


def evenement(zaad: int, kandidaten: int, werkgevers: int, rondes: int) -> Vraag:
    toeval = random.Random(zaad)
    voorkeuren = [
        Voorkeur(k, w, toeval.choice((0, toeval.randint(1, 1500))))
        for k in range(kandidaten)
        for w in range(werkgevers)
    ]
    return Vraag(
        rondes=rondes,
        minuten_per_ronde=10,
        max_per_kandidaat=6,
        kandidaten=tuple(range(kandidaten)),
        tafels={w: toeval.randint(1, 2) for w in range(werkgevers)},
        voorkeuren=tuple(voorkeuren),
        grenzen={0: 1, 1: 2},
    )


def scip(vraag: Vraag, oud: set[Plek] = frozenset(), minstens: int | None = None) -> int:  # type: ignore[assignment]
    """The highest total; with `minstens` the most talks of `oud` that stay in a schedule of at least that total."""
    model = pywraplp.Solver.CreateSolver("SCIP")
    rondes = range(1, vraag.rondes + 1)
    waarden = {(v.kandidaat, v.werkgever): v.waarde for v in vraag.voorkeuren if v.waarde}
    keuze = {(k, w, r): model.BoolVar("") for k, w in waarden for r in rondes}
    per_paar: dict[Any, list[Any]] = {}
    for (k, w, r), ja in keuze.items():
        for sleutel in (("paar", k, w), ("mens", k, r), ("tafel", w, r), ("grens", k)):
            per_paar.setdefault(sleutel, []).append(ja)
    for (soort, wie, *_rest), leden in per_paar.items():
        model.Add(sum(leden) <= {"tafel": vraag.tafels.get(wie, 1), "grens": vraag.grens(wie)}.get(soort, 1))
    totaal = sum(waarden[k, w] * ja for (k, w, _r), ja in keuze.items())
    if minstens is None:
        model.Maximize(totaal)
    else:
        model.Add(totaal >= minstens)
        model.Maximize(sum(keuze[plek] for plek in oud if plek in keuze))
    assert model.Solve() == pywraplp.Solver.OPTIMAL
    return round(model.Objective().Value())


def test_g8_2_zestig_bij_twintig_in_twaalf_rondes_even_goed_als_scip() -> None:
    vraag = evenement(5, 60, 20, 12)
    rooster = maak_rooster(vraag)
    assert (rooster.waarde, rooster.bewezen_optimaal) == (scip(vraag), True)


@pytest.mark.parametrize("zaad", range(4))
def test_g8_2_een_rooster_is_even_goed_als_dat_van_scip(zaad: int) -> None:
    vraag = evenement(zaad, 14, 5, 4)
    rooster = maak_rooster(vraag)
    assert (rooster.waarde, rooster.bewezen_optimaal) == (scip(vraag), True)


@pytest.mark.parametrize("zaad", range(3))
def test_g8_2_opnieuw_plannen_is_even_goed_als_scip_en_laat_evenveel_staan(zaad: int) -> None:
    vraag = evenement(zaad, 10, 4, 4)
    oud = maak_rooster(vraag).afspraken
    weg = oud[0].kandidaat
    rest = Vraag(
        vraag.rondes,
        vraag.minuten_per_ronde,
        vraag.max_per_kandidaat,
        tuple(k for k in vraag.kandidaten if k != weg),
        vraag.tafels,
        tuple(v for v in vraag.voorkeuren if v.kandidaat != weg),
        vraag.grenzen,
    )
    komend = [a for a in oud if a.kandidaat != weg]
    uitslag = herplan(rest, komend)
    beste = scip(rest)
    blijft = scip(rest, {(a.kandidaat, a.werkgever, a.ronde) for a in komend}, minstens=beste)
    assert (uitslag.waarde, uitslag.blijft, uitslag.bewezen_optimaal) == (beste, blijft, True)
