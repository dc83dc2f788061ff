"""Plan speed dates again after a late change: worth the most, and then with as few moves as possible.

What was already held stays. For the rounds to come a talk is a yes-or-no variable per pair and round, and one
objective holds both wishes in order: (total preference) × (old talks + 1) + (old talks that stay as they are). So no
number of kept talks outweighs one point of preference, and of the best schedules the one that changes least wins.
CP-SAT answers only OPTIMAL when it has proved that nothing is better; the proof is part of the answer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from werklandschap.matching.speeddates import Afspraak, Id, SpeeddateFout, Vraag

SECONDEN = 10.0
Plek = tuple[Id, Id, int]
Voortgang = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Herplanning:
    """The new schedule, those that were held included.

    `blijft` old talks to come keep round and employer; `anders` do not (moved or gone). `waarde` counts the talks of
    who still takes part.
    """

    afspraken: tuple[Afspraak, ...]
    waarde: int
    bewezen_optimaal: bool
    blijft: int
    anders: int


def herplan(
    vraag: Vraag,
    oud: Sequence[Afspraak],
    *,
    gehouden_tot: int = 0,
    vanaf: Mapping[Id, int] | None = None,
    seconden: float = SECONDEN,
    voortgang: Voortgang | None = None,
) -> Herplanning:
    """The best schedule for `vraag`, which names only who still takes part.

    Rounds up to `gehouden_tot` are as in `oud` and count for limits and pairs. `vanaf` gives the first round of who
    comes later. `voortgang` hears of every better schedule: its preference still to come, and what it can be at most.
    Raises SpeeddateFout when the time is over before any schedule was found.
    """
    gehouden = [a for a in oud if a.ronde <= gehouden_tot]
    komend = [a for a in oud if a.ronde > gehouden_tot]
    waarden = {(v.kandidaat, v.werkgever): v.waarde for v in vraag.voorkeuren}
    plekken = list(_plekken(vraag, {(a.kandidaat, a.werkgever) for a in gehouden}, gehouden_tot, vanaf or {}))
    gekozen, bewezen = _kies(vraag, plekken, waarden, gehouden, komend, seconden, voortgang)
    blijvend = {(a.kandidaat, a.werkgever, a.ronde) for a in komend} & set(gekozen)
    afspraken = _geef_tafels(vraag, gekozen, komend)
    volgorde = {werkgever: nummer for nummer, werkgever in enumerate(vraag.tafels)}
    alles = [*gehouden, *afspraken]
    alles.sort(key=lambda a: (a.ronde, volgorde.get(a.werkgever, -1), a.tafel))
    waarde = sum(waarden.get((a.kandidaat, a.werkgever), 0) for a in alles)
    return Herplanning(tuple(alles), waarde, bewezen, len(blijvend), len(komend) - len(blijvend))


def _plekken(vraag: Vraag, gehad: set[tuple[Id, Id]], gehouden_tot: int, vanaf: Mapping[Id, int]) -> Iterable[Plek]:
    for paar in vraag.voorkeuren:
        if paar.waarde > 0 and (paar.kandidaat, paar.werkgever) not in gehad:
            eerste = max(gehouden_tot + 1, vanaf.get(paar.kandidaat, 1))
            for ronde in range(eerste, vraag.rondes + 1):
                yield paar.kandidaat, paar.werkgever, ronde


def _kies(
    vraag: Vraag,
    plekken: Sequence[Plek],
    waarden: Mapping[tuple[Id, Id], int],
    gehouden: Sequence[Afspraak],
    komend: Sequence[Afspraak],
    seconden: float,
    voortgang: Voortgang | None,
) -> tuple[list[Plek], bool]:
    # Loads pandas and takes seconds: only who makes a schedule pays for it, not every start of the product.
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    var = {plek: model.new_bool_var("") for plek in plekken}
    groepen: dict[tuple[object, ...], list[Any]] = defaultdict(list)
    for (kandidaat, werkgever, ronde), v in var.items():
        groepen["paar", kandidaat, werkgever].append(v)
        groepen["tegelijk", kandidaat, ronde].append(v)
        groepen["tafels", werkgever, ronde].append(v)
        groepen["grens", kandidaat].append(v)
    gehad: dict[Id, int] = defaultdict(int)
    for afspraak in gehouden:
        gehad[afspraak.kandidaat] += 1
    for (soort, wie, *_rest), leden in groepen.items():
        hoogste = 1
        if soort == "tafels":
            hoogste = vraag.tafels[wie]  # type: ignore[index]
        elif soort == "grens":
            hoogste = max(0, vraag.grens(wie) - gehad[wie])  # type: ignore[arg-type,index]
        if len(leden) > hoogste:
            model.add(sum(leden) <= hoogste)
    oud = {(a.kandidaat, a.werkgever, a.ronde) for a in komend}
    gewicht = len(oud) + 1
    model.maximize(sum((waarden[p[0], p[1]] * gewicht + (p in oud)) * v for p, v in var.items()))
    for plek, v in var.items():
        model.add_hint(v, plek in oud)
    oplosser = cp_model.CpSolver()
    oplosser.parameters.max_time_in_seconds = seconden
    oplosser.parameters.num_workers = 1
    oplosser.parameters.random_seed = 1
    oplosser.parameters.linearization_level = 2
    uitslag = oplosser.solve(model, None if voortgang is None else _melder(voortgang, gewicht))
    if uitslag not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
        raise SpeeddateFout("In de tijd die er is, lukt het niet om opnieuw te plannen.")
    return [plek for plek, v in var.items() if oplosser.boolean_value(v)], uitslag == cp_model.OPTIMAL


def _melder(voortgang: Voortgang, gewicht: int) -> Any:
    """Tells of every better schedule. What it keeps weighs less than one point: the whole part is the preference."""
    from ortools.sat.python import cp_model

    class Melder(cp_model.CpSolverSolutionCallback):
        def on_solution_callback(self) -> None:
            """Called by the solver."""
            voortgang(int(self.objective_value) // gewicht, int(self.best_objective_bound) // gewicht)

    return Melder()


def _geef_tafels(vraag: Vraag, gekozen: Sequence[Plek], komend: Sequence[Afspraak]) -> list[Afspraak]:
    """A talk that stays keeps its table when the employer still has it; the others get the lowest free one."""
    oude_tafel = {(a.kandidaat, a.werkgever, a.ronde): a.tafel for a in komend}
    bezet: dict[tuple[Id, int], set[int]] = defaultdict(set)
    uit, rest = [], []
    for plek in gekozen:
        kandidaat, werkgever, ronde = plek
        tafel = oude_tafel.get(plek)
        if tafel is None or tafel > vraag.tafels[werkgever] or tafel in bezet[werkgever, ronde]:
            rest.append(plek)
            continue
        bezet[werkgever, ronde].add(tafel)
        uit.append(Afspraak(ronde, werkgever, tafel, kandidaat))
    for kandidaat, werkgever, ronde in rest:
        vrij = (t for t in range(1, vraag.tafels[werkgever] + 1) if t not in bezet[werkgever, ronde])
        tafel = next(vrij)
        bezet[werkgever, ronde].add(tafel)
        uit.append(Afspraak(ronde, werkgever, tafel, kandidaat))
    return uit
