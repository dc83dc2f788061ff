"""Learns how sure a suggestion is, and writes `data/oordeelgewichten.json`.

Use: `python bench/leer_oordeel.py`, after `leer_gevraagd.py`. From the texts to develop on (never a frozen one) it
takes every candidate of `herkenner.kandidaten` with the words that describe it and whether it is right, and fits a
logistic regression (L2). Texts the phrases were tuned on count less. The rules know the traps of these texts and
would miss about one in four in a text nobody read; so what stands in a clause they turn away takes part for a
quarter. At last the chance is gauged on suggestions at first sight, so that it says how many are right in a text
nobody read. Prints, learnt without the round it comes from, which share is right per band of chance.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from _leren import Getallen, kans, pas_aan, tabel, woordenlijst
from herkenning import GEGEVENS, SETS, past
from leer_gevraagd import TELT, deelzinnen, zonder_eigen_ronde

from werklandschap.competenties.herkenning import SOORTEN, startwoordenboek
from werklandschap.competenties.herkenning.herkenner import kandidaten
from werklandschap.competenties.herkenning.oordeel import GEWICHTEN
from werklandschap.competenties.herkenning.zinnen import zinnen

NIEUWSTE = (
    "eigen, bevroren (op)",
    "nieuw, ontwikkel",
    "derde, ontwikkel",
    "vierde, ontwikkel",
    "vijfde, ontwikkel",
    "zesde, ontwikkel",
    "zevende, ontwikkel",
)
KRIMP, MINSTENS, GEMIST = 16.0, 8, 0.25
BANDEN = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 1.01)
DREMPEL, KRIMP_IJK = 0.45, 1.0
EERSTE_BLIK = GEGEVENS / "herkenning_eerste_blik.json"


@dataclass(frozen=True)
class Rij:
    """A candidate: its round, its kind, the words that describe it, whether it is right, and what it counts."""

    ronde: str
    soort: str
    kenmerken: frozenset[str]
    juist: bool
    telt: float


def rijen() -> list[Rij]:
    """All candidates in the texts to develop on, their clauses weighed by what the other rounds teach."""
    boek = startwoordenboek()
    zonder = zonder_eigen_ronde(deelzinnen())
    uit = []
    for naam, telt in TELT.items():
        for tekst in json.loads(SETS[naam].read_text(encoding="utf-8")):
            delen = zinnen(tekst["tekst"])
            blind = [replace(zin, delen=tuple(replace(deel, reden=None) for deel in zin.delen)) for zin in delen]
            geweerd = [deel for zin in delen for deel in zin.delen if deel.reden is not None]
            gezien = [(v, k, telt) for v, k in kandidaten(tekst["tekst"], boek, delen=delen, gevraagd=zonder[naam])]
            gemist = [
                (v, k, telt * GEMIST)
                for v, k in kandidaten(tekst["tekst"], boek, delen=blind, gevraagd=zonder[naam])
                if any(deel.start <= v.start < deel.eind for deel in geweerd)
            ]
            for vondst, kenmerken, gewicht in gezien + gemist:
                eisen = [eis for eis in tekst["verwacht"] if eis["soort"] == vondst.soort]
                juist = any(past(eis["accepteer"], vondst) for eis in eisen)
                uit.append(Rij(naam, vondst.soort, frozenset(kenmerken), juist, gewicht))
    return uit


def leer(lijst: list[Rij]) -> tuple[list[str], Getallen]:
    """The words and their weights."""
    woorden = woordenlijst([rij.kenmerken for rij in lijst], MINSTENS)
    x = tabel([rij.kenmerken for rij in lijst], woorden)
    y, telt = np.array([float(rij.juist) for rij in lijst]), np.array([rij.telt for rij in lijst])
    return woorden, pas_aan(x, y, telt, KRIMP)


def zonder_eigen(lijst: list[Rij]) -> Getallen:
    """The chance of every candidate by weights learnt without its round."""
    uit = np.zeros(len(lijst))
    for ronde in TELT:
        woorden, gewichten = leer([rij for rij in lijst if rij.ronde != ronde])
        deze = [nummer for nummer, rij in enumerate(lijst) if rij.ronde == ronde]
        uit[deze] = kans(tabel([lijst[nummer].kenmerken for nummer in deze], woorden), gewichten)
    return uit


def ijk() -> tuple[float, float, dict[str, float]]:
    """(slope, shift, shift per kind): what a chance was worth in texts at first sight, before anybody read them.

    `herkenning_eerste_blik.json` keeps every suggestion made then: its kind, its chance and whether it was right.
    """
    eerst = json.loads(EERSTE_BLIK.read_text(encoding="utf-8"))
    p = np.clip([kans_ for _, kans_, _ in eerst], 0.01, 0.99)
    soorten = [[float(soort == rij[0]) for rij in eerst] for soort in SOORTEN]
    x = np.column_stack([np.ones(len(eerst)), np.log(p / (1 - p)), *soorten])
    y = np.array([float(juist) for *_, juist in eerst])
    verschuiving, helling, *per_soort = map(float, pas_aan(x, y, np.ones(len(y)), KRIMP_IJK))
    return helling, verschuiving, dict(zip(SOORTEN, per_soort, strict=True))


def geijkt(woorden: list[str], geleerd: Getallen) -> tuple[float, dict[str, float]]:
    """The start value and the weights, so that a chance is worth what it says in a text nobody read."""
    helling, verschuiving, per_soort = ijk()
    gewichten = {woord: helling * float(g) for woord, g in zip(woorden, geleerd[1:], strict=True)}
    for soort, extra in per_soort.items():
        gewichten[f"soort:{soort}"] = gewichten.get(f"soort:{soort}", 0.0) + extra
    return helling * float(geleerd[0]) + verschuiving, gewichten


def main() -> int:
    """Print the reliability before the gauge, and the gauge; write the weights."""
    lijst = rijen()
    p = zonder_eigen(lijst)
    telt = [rij.ronde in NIEUWSTE and rij.telt == TELT[rij.ronde] for rij in lijst]
    print("kans        gevonden   juist   gemiddelde kans   (geleerd zonder de eigen ronde, niet geijkt)")
    for laag, hoog in pairwise(BANDEN):
        binnen = [(k, rij.juist) for k, rij, mee in zip(p, lijst, telt, strict=True) if mee and laag <= k < hoog]
        if binnen:
            gemiddeld, juist = np.mean(binnen, axis=0)
            print(f"{laag:.1f}–{min(hoog, 1):.1f}     {len(binnen):5}      {juist:.2f}    {gemiddeld:.2f}")
    begin, gewichten = geijkt(*leer(lijst))
    print("ijking:", ijk())
    inhoud = {
        "bron": "Geleerd met bench/leer_oordeel.py uit de eigen teksten in bench/gegevens (EUPL-1.2).",
        "begin": round(begin, 3),
        "drempels": dict.fromkeys(SOORTEN, DREMPEL),
        "woorden": {woord: round(g, 3) for woord, g in gewichten.items()},
    }
    GEWICHTEN.write_text(json.dumps(inhoud, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
