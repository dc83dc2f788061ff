"""How long does a schedule of speed dates take, beside SCIP on the same question with the same total checked?

    script/bench speeddate [--kandidaten 60] [--werkgevers 20] [--rondes 12] [--keer 5]

Each time another event; every candidate has at most six talks, every employer one or two tables. Writes
.bench/speeddate.json; fails (1) when the middle one takes longer than two seconds.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import sys
import time
from pathlib import Path

from ortools.linear_solver import pywraplp

from werklandschap.matching.speeddates import Voorkeur, Vraag, maak_rooster

HOOGUIT_S = 2.0


def evenement(zaad: int, kandidaten: int, werkgevers: int, rondes: int) -> Vraag:
    """An event in which half of the pairs want to meet."""
    toeval = random.Random(zaad)
    return Vraag(
        rondes=rondes,
        minuten_per_ronde=10,
        max_per_kandidaat=6,
        kandidaten=tuple(range(kandidaten)),
        tafels={w: toeval.randint(1, 2) for w in range(werkgevers)},
        voorkeuren=tuple(
            Voorkeur(k, w, toeval.choice((0, toeval.randint(1, 1500))))
            for k in range(kandidaten)
            for w in range(werkgevers)
        ),
        grenzen={},
    )


def scip(vraag: Vraag) -> int:
    """The highest total: a yes or no per pair and round."""
    model = pywraplp.Solver.CreateSolver("SCIP")
    per_grens: dict[tuple[object, ...], list[object]] = {}
    doel = []
    for paar in (v for v in vraag.voorkeuren if v.waarde):
        for ronde in range(1, vraag.rondes + 1):
            ja = model.BoolVar("")
            doel.append(paar.waarde * ja)
            wie, tafel = ("mens", paar.kandidaat), ("tafel", paar.werkgever)
            for grens in (("paar", paar.kandidaat, paar.werkgever), (*wie, ronde), (*tafel, ronde), ("alle", *wie)):
                per_grens.setdefault(grens, []).append(ja)
    for (soort, wie, *_rest), leden in per_grens.items():
        hooguit = {"tafel": vraag.tafels.get(wie, 1), "alle": vraag.max_per_kandidaat}.get(str(soort), 1)
        model.Add(sum(leden) <= hooguit)  # type: ignore[arg-type]
    model.Maximize(sum(doel))
    assert model.Solve() == pywraplp.Solver.OPTIMAL
    return round(model.Objective().Value())


def main() -> int:
    """Run, print, write .bench/speeddate.json."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for naam, gewoon in (("kandidaten", 60), ("werkgevers", 20), ("rondes", 12), ("keer", 5)):
        parser.add_argument(f"--{naam}", type=int, default=gewoon)
    opties = parser.parse_args()
    maak_rooster(evenement(0, 4, 2, 2))  # loaded
    onze, hunne = [], []
    for zaad in range(1, opties.keer + 1):
        vraag = evenement(zaad, opties.kandidaten, opties.werkgevers, opties.rondes)
        begin = time.perf_counter()
        rooster = maak_rooster(vraag)
        midden = time.perf_counter()
        waarde = scip(vraag)
        onze.append(midden - begin)
        hunne.append(time.perf_counter() - midden)
        if rooster.waarde != waarde:
            print(f"evenement {zaad}: {rooster.waarde}, maar SCIP vindt {waarde}", file=sys.stderr)
            return 1
    uitkomst = {
        "evenement": [opties.kandidaten, opties.werkgevers, opties.rondes],
        "onze_s": statistics.median(onze),
        "scip_s": statistics.median(hunne),
        "belasting": [round(x, 1) for x in os.getloadavg()],
    }
    print(
        f"rooster {1000 * uitkomst['onze_s']:.0f} ms, SCIP {1000 * uitkomst['scip_s']:.0f} ms, dezelfde waarde,",
        f"{opties.keer} keer",
    )
    Path(".bench").mkdir(exist_ok=True)
    Path(".bench/speeddate.json").write_text(json.dumps(uitkomst, indent=2), encoding="utf-8")
    return 0 if uitkomst["onze_s"] <= HOOGUIT_S else 1


if __name__ == "__main__":
    sys.exit(main())
