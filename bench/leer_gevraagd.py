"""Learns whether a clause asks something of the reader, and writes `data/gevraagdgewichten.json`.

Use: `python bench/leer_gevraagd.py`. A clause asks when it holds a fragment that is expected in a text to develop on,
and does not when it holds a trap; the loose clauses (`herkenning_deelzinnen*.txt`) count too, but for one in five of
the large file, on which is only measured. Logistic regression (L2) on the words of `gevraagd.kenmerken`. Prints per
round, learnt without it, the area under the curve and which share of the traps is left: by the rules, by these words
at a loss of one in twenty of what is asked, and by both.
"""

from __future__ import annotations

import json
import re
import sys
import zlib
from collections.abc import Iterable
from dataclasses import asdict, dataclass

import numpy as np
from _leren import pas_aan, pas_aan_zonder, tabel, woordenlijst
from herkenning import DEELZINNEN, GEGEVENS, SETS

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
    "negende, ontwikkel": 3.0,
    "elfde, ontwikkel": 3.0,
    "twaalfde, ontwikkel": 3.0,
}
LOS, GROOT, APART = "losse deelzinnen", "losse deelzinnen, groot", "groot, apart gehouden"
DEELZINNEN_GROOT = GEGEVENS / "herkenning_deelzinnen_groot.txt"
EEN_OP = 5
"""One line in so many of the large file is kept apart."""
GROOT_TELT = 0.3
"""What a clause of the large file counts: it was written to be hard, half of it asks nothing, real texts mostly ask."""
KRIMP, MINSTENS, VERLIES = 3.0, 6, 0.05


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
    for pad in (DEELZINNEN, DEELZINNEN_GROOT):
        for regel in pad.read_text(encoding="utf-8").splitlines():
            if regel.startswith(("+ ", "- ", "= ")):
                apart = zlib.crc32(regel.encode()) % EEN_OP == 0
                uit += _in(LOS if pad == DEELZINNEN else APART if apart else GROOT, *lees_regel(regel))
    return uit


def lees_regel(regel: str) -> tuple[str, list[tuple[int, int]], list[tuple[int, int]]]:
    """(text, places asked, places not asked) of a loose clause: [ ] takes the sign of its line, { } is not asked."""
    tekst, plekken, begin = "", {"[": list[tuple[int, int]](), "{": list[tuple[int, int]]()}, ("[", 0)
    for stuk in re.split(r"([\[\]{}]|\s*\|\s*)", regel[2:]):
        if stuk in ("[", "{"):
            begin = (stuk, len(tekst))
        elif stuk in ("]", "}"):
            plekken[begin[0]].append((begin[1], len(tekst)))
        else:
            tekst += "\n" if stuk.strip() == "|" else stuk
    if regel[0] == "=":
        return tekst, plekken["["], plekken["{"]
    return (tekst, plekken["["], []) if regel[0] == "+" else (tekst, [], plekken["["])


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
    """Whether a clause shares more than a few signs with one of the fragments, or half of one."""
    return any(min(b, eind) - max(a, start) > min(8, (eind - start) // 2, (b - a) // 2) for a, b in plekken)


def leer(lijst: list[Deelzin]) -> Deelgewichten:
    """The start value and the weights of the words."""
    return zonder_eigen_ronde(lijst, [""])[""]


def zonder_eigen_ronde(lijst: list[Deelzin], ronden: Iterable[str] | None = None) -> dict[str, Deelgewichten]:
    """{round: weights learnt from all others}; what is kept apart never takes part."""
    mee = [d for d in lijst if d.ronde != APART]
    woorden = woordenlijst([d.kenmerken for d in mee], MINSTENS)
    x = tabel([d.kenmerken for d in mee], woorden)
    y = np.array([float(d.vraagt) for d in mee])
    telt = np.array([GROOT_TELT if d.ronde == GROOT else 1.0 for d in mee])
    alles = pas_aan(x, y, telt, KRIMP)
    namen = list(dict.fromkeys(d.ronde for d in lijst) if ronden is None else ronden)
    weg = [np.array([float(d.ronde == ronde) for d in mee]) for ronde in namen]
    uit = {}
    for ronde, (begin, *rest) in zip(namen, pas_aan_zonder(x, y, telt, KRIMP, alles, weg), strict=True):
        gewichten = {w: round(float(g), 3) for w, g in zip(woorden, rest, strict=True)}
        uit[ronde] = Deelgewichten(round(float(begin), 3), gewichten)
    return uit


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
