"""Learns whether a clause asks something of the reader, and writes `data/gevraagdgewichten.json`.

Use: `python bench/leer_gevraagd.py`. A clause asks when it holds a fragment that is expected in a text to develop on,
and does not when it holds a trap; the loose clauses (`herkenning_deelzinnen.txt`) count too. Logistic regression (L2)
on the words of `gevraagd.kenmerken`. Prints per round, learnt without it, the area under the curve and which share of
the traps is left: by the rules, by these words at a loss of one in twenty of what is asked, and by both.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import asdict, dataclass

import numpy as np
from _leren import pas_aan, tabel, woordenlijst
from herkenning import DEELZINNEN, SETS

from werklandschap.competenties.herkenning.gevraagd import GEWICHTEN, Deelgewichten, kenmerken
from werklandschap.competenties.herkenning.zinnen import zinnen

TELT = {
    "ontwikkelteksten": 1.0,
    "eigen, mee ontwikkeld": 0.5,
    "eigen, gezien": 0.5,
    "eigen, bevroren (op)": 2.0,
    "nieuw, ontwikkel": 1.0,
    "derde, ontwikkel": 3.0,
    "vierde, ontwikkel": 3.0,
    "vijfde, ontwikkel": 3.0,
    "zesde, ontwikkel": 3.0,
    "zevende, ontwikkel": 3.0,
}
LOS = "losse deelzinnen"
KRIMP, MINSTENS, VERLIES = 3.0, 8, 0.05


@dataclass(frozen=True)
class Deelzin:
    """A clause: the round it comes from, its words, whether it asks, and whether the rules say it does not."""

    ronde: str
    kenmerken: frozenset[str]
    vraagt: bool
    geweerd: bool


def deelzinnen() -> list[Deelzin]:
    """All clauses of which it is known whether they ask something."""
    uit = []
    for naam in TELT:
        for tekst in json.loads(SETS[naam].read_text(encoding="utf-8")):
            plekken = [_plekken(tekst["tekst"], [e["fragment"] for e in tekst[s]]) for s in ("verwacht", "valstrikken")]
            uit += _in(naam, tekst["tekst"], *plekken)
    for regel in DEELZINNEN.read_text(encoding="utf-8").splitlines():
        if regel.startswith(("+ ", "- ")):
            stukken = re.split(r"[\[\]]", regel[2:])
            grens = [len("".join(stukken[:nummer])) for nummer in range(len(stukken) + 1)]
            los = list(zip(grens[1::2], grens[2::2], strict=False))
            uit += _in(LOS, "".join(stukken), los if regel[0] == "+" else [], los if regel[0] == "-" else [])
    return uit


def _plekken(tekst: str, fragmenten: list[str]) -> list[tuple[int, int]]:
    return [(plek, plek + len(f)) for f in fragmenten if (plek := tekst.find(f)) >= 0]


def _in(ronde: str, tekst: str, gevraagd: list[tuple[int, int]], niet: list[tuple[int, int]]) -> list[Deelzin]:
    uit = []
    rij = zinnen(tekst)
    for nummer, zin in enumerate(rij):
        for deel, woorden in zip(zin.delen, kenmerken(tekst, rij, nummer), strict=True):
            wel, strik = (_raakt(deel.start, deel.eind, plekken) for plekken in (gevraagd, niet))
            if wel != strik:
                uit.append(Deelzin(ronde, frozenset(woorden), wel, deel.reden is not None or not zin.zone.vraagt))
    return uit


def _raakt(start: int, eind: int, plekken: list[tuple[int, int]]) -> bool:
    """Whether a clause shares more than a few signs with one of the fragments."""
    return any(min(b, eind) - max(a, start) > min(8, (eind - start) // 2) for a, b in plekken)


def leer(lijst: list[Deelzin]) -> Deelgewichten:
    """The start value and the weights of the words."""
    woorden = woordenlijst([d.kenmerken for d in lijst], MINSTENS)
    x = tabel([d.kenmerken for d in lijst], woorden)
    begin, *rest = pas_aan(x, np.array([float(d.vraagt) for d in lijst]), np.ones(len(lijst)), KRIMP)
    return Deelgewichten(round(float(begin), 3), {w: round(float(g), 3) for w, g in zip(woorden, rest, strict=True)})


def zonder_eigen_ronde(lijst: list[Deelzin]) -> dict[str, Deelgewichten]:
    """{round: weights learnt from all others}."""
    return {ronde: leer([d for d in lijst if d.ronde != ronde]) for ronde in dict.fromkeys(d.ronde for d in lijst)}


def main() -> int:
    """Print the measure per round, write the weights."""
    lijst = deelzinnen()
    print("ronde                     vraagt  niet  opp.   valstrikken over: regels, kenmerken, beide")
    for ronde, gewichten in zonder_eigen_ronde(lijst).items():
        eigen = [d for d in lijst if d.ronde == ronde]
        p = np.array([gewichten.kans(d.kenmerken) for d in eigen])
        vraagt, geweerd = np.array([d.vraagt for d in eigen]), np.array([d.geweerd for d in eigen])
        grens, nog = np.quantile(p[vraagt], VERLIES), np.quantile(p[vraagt & ~geweerd], VERLIES)
        oppervlak = np.mean(p[vraagt][:, None] > p[~vraagt][None, :])
        over = [np.mean(keuze[~vraagt]) for keuze in (~geweerd, p >= grens, ~geweerd & (p >= nog))]
        print(f"{ronde:26}{vraagt.sum():5}{(~vraagt).sum():6}   {oppervlak:.3f}", *(f"{o:8.2f}" for o in over))
    inhoud = {
        "bron": "Geleerd met bench/leer_gevraagd.py uit de eigen teksten in bench/gegevens (EUPL-1.2).",
        **asdict(leer(lijst)),
    }
    GEWICHTEN.write_text(json.dumps(inhoud, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
