"""Learns how sure a suggestion is, and writes `data/oordeelgewichten.json`.

Use: `python bench/leer_oordeel.py`, after `leer_gevraagd.py`. From the texts to develop on (never a frozen one) it
takes every candidate of `herkenner.kandidaten` with the words that describe it and whether it is right, and fits a
logistic regression (L2). Phrases were written after reading most of these texts, so a phrase found there is right more
often than in a new text. Four rounds are therefore read blind and count most: the seventh with a word book that lacks
what was written after it (`herkenning_zevende_woorden.json`), and the ninth, eleventh and twelfth, for which nothing
was written. A trap counts as several mistakes. At last the chance is gauged on those four, each by weights learnt
without it, so that it says how many are right in a text nobody read. Prints for each which share is right per band of
chance, and recall, precision and traps per threshold.
"""

from __future__ import annotations

import json
import math
import sys
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import numpy as np
from _leren import Getallen, kans, pas_aan, tabel, woordenlijst
from herkenning import GEGEVENS, SETS, past
from leer_gevraagd import TELT, deelzinnen, zonder_eigen_ronde

from werklandschap.competenties import startgegevens
from werklandschap.competenties.herkenning import SOORTEN, Vondst, Woordenboek, startwoordenboek
from werklandschap.competenties.herkenning.herkenner import kandidaten
from werklandschap.competenties.herkenning.oordeel import GEWICHTEN
from werklandschap.competenties.herkenning.woordenboek import begrippen_uit_gegevens

BLIND = {
    "zevende, ontwikkel": GEGEVENS / "herkenning_zevende_woorden.json",
    "negende, ontwikkel": None,
    "elfde, ontwikkel": None,
    "twaalfde, ontwikkel": None,
}
"""The rounds read blind: the phrases to leave out of the word book, if any."""
BLIND_TELT, GETUND_TELT, LICHT_TELT, STRIK_TELT = 3.0, 1.0, 0.5, 3.0
KRIMP, MINSTENS = 2.0, 3
BANDEN = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 1.01)
DREMPELS = (0.4, 0.45, 0.5, 0.55, 0.6, 0.7)
DREMPEL, KRIMP_IJK = 0.55, 1.0
"""From which chance on a suggestion is made."""


@dataclass(frozen=True)
class Rij:
    """A candidate: its round and text, the words that describe it, whether it is right or a trap, what it counts."""

    ronde: str
    tekst: int
    vondst: Vondst
    kenmerken: frozenset[str]
    juist: bool
    strik: bool
    telt: float


def boek_voor(ronde: str) -> Woordenboek:
    """The word book to read a round with."""
    pad = BLIND.get(ronde)
    if pad is None:
        return startwoordenboek()
    weg = {sleutel: set(lijst) for sleutel, lijst in json.loads(pad.read_text(encoding="utf-8")).items()}
    begrippen = [
        replace(b, synoniemen=tuple(s for s in b.synoniemen if s not in weg.get(f"{b.soort}/{b.id}", ())))
        for b in begrippen_uit_gegevens()
    ]
    return Woordenboek(begrippen, startgegevens.woordgroepen(), startgegevens.te_algemeen())


def teksten_van(ronde: str) -> list[dict[str, Any]]:
    """The texts of a round."""
    inhoud: list[dict[str, Any]] = json.loads(SETS[ronde].read_text(encoding="utf-8"))
    return inhoud


def rijen() -> list[Rij]:
    """All candidates in the texts to develop on, their clauses weighed by what the other rounds teach."""
    zonder = zonder_eigen_ronde(deelzinnen())
    uit = []
    for naam, deel_telt in TELT.items():
        boek = boek_voor(naam)
        telt = BLIND_TELT if naam in BLIND else LICHT_TELT if deel_telt < BLIND_TELT else GETUND_TELT
        for nummer, tekst in enumerate(teksten_van(naam)):
            for vondst, kenmerken in kandidaten(tekst["tekst"], boek, gevraagd=zonder[naam]):
                eisen = [eis for eis in tekst["verwacht"] if eis["soort"] == vondst.soort]
                juist = any(past(eis["accepteer"], vondst) for eis in eisen)
                strik = not juist and any(past(val["weiger"], vondst) for val in tekst["valstrikken"])
                uit.append(Rij(naam, nummer, vondst, frozenset(kenmerken), juist, strik, telt))
    return uit


def leer(lijst: list[Rij]) -> tuple[list[str], Getallen]:
    """The words and their weights."""
    woorden = woordenlijst([rij.kenmerken for rij in lijst], MINSTENS)
    x = tabel([rij.kenmerken for rij in lijst], woorden)
    y = np.array([float(rij.juist) for rij in lijst])
    telt = np.array([rij.telt * (STRIK_TELT if rij.strik else 1) for rij in lijst])
    return woorden, pas_aan(x, y, telt, KRIMP)


@dataclass(frozen=True)
class Blik:
    """The best reading of one suggestion in a round read blind, and its chance by weights learnt without that round."""

    rij: Rij
    kans: float


def eerste_blik(lijst: list[Rij]) -> list[Blik]:
    """What would have been suggested in the rounds read blind, before anybody learnt from them."""
    uit: list[Blik] = []
    for ronde in BLIND:
        woorden, gewichten = leer([rij for rij in lijst if rij.ronde != ronde])
        eigen = [rij for rij in lijst if rij.ronde == ronde and rij.telt == BLIND_TELT]
        kansen = kans(tabel([rij.kenmerken for rij in eigen], woorden), gewichten)
        beste: dict[tuple[int, str, str], Blik] = {}
        for rij, p in zip(eigen, kansen, strict=True):
            sleutel = (rij.tekst, rij.vondst.soort, rij.vondst.id)
            if sleutel not in beste or p > beste[sleutel].kans:
                beste[sleutel] = Blik(rij, float(p))
        uit += beste.values()
    return uit


def ijk(blikken: list[Blik]) -> tuple[float, float, dict[str, float]]:
    """(slope, shift, shift per kind): what a chance is worth in a text nobody read."""
    p = np.clip([blik.kans for blik in blikken], 0.01, 0.99)
    soorten = [[float(soort == blik.rij.vondst.soort) for blik in blikken] for soort in SOORTEN]
    x = np.column_stack([np.ones(len(blikken)), np.log(p / (1 - p)), *soorten])
    y = np.array([float(blik.rij.juist) for blik in blikken])
    verschuiving, helling, *per_soort = map(float, pas_aan(x, y, np.ones(len(y)), KRIMP_IJK))
    return helling, verschuiving, dict(zip(SOORTEN, per_soort, strict=True))


def _na_ijking(blik: Blik, ijking: tuple[float, float, dict[str, float]]) -> float:
    helling, verschuiving, per_soort = ijking
    p = min(0.99, max(0.01, blik.kans))
    return 1 / (1 + math.exp(-helling * math.log(p / (1 - p)) - verschuiving - per_soort[blik.rij.vondst.soort]))


def geijkt(
    woorden: list[str], geleerd: Getallen, ijking: tuple[float, float, dict[str, float]]
) -> tuple[float, dict[str, float]]:
    """The start value and the weights, so that a chance is worth what it says in a text nobody read."""
    helling, verschuiving, per_soort = ijking
    gewichten = {woord: helling * float(g) for woord, g in zip(woorden, geleerd[1:], strict=True)}
    for soort, extra in per_soort.items():
        gewichten[f"soort:{soort}"] = gewichten.get(f"soort:{soort}", 0.0) + extra
    return helling * float(geleerd[0]) + verschuiving, gewichten


def _druk_af(ronde: str, blikken: list[tuple[Blik, float]]) -> None:
    """Which share is right per band, and recall, precision and traps per threshold."""
    print(f"── {ronde}, gelezen zonder ervan te leren")
    for laag, hoog in pairwise(BANDEN):
        binnen = [(p, blik.rij.juist) for blik, p in blikken if laag <= p < hoog]
        if binnen:
            gemiddeld, juist = np.mean(binnen, axis=0)
            print(
                f"kans {laag:.1f}–{min(hoog, 1):.1f}: {len(binnen):5} gevonden, {juist:.2f} juist, kans {gemiddeld:.2f}"
            )
    for drempel in DREMPELS:
        gekozen = [(blik.rij.tekst, blik.rij.vondst, blik.rij.juist) for blik, p in blikken if p >= drempel]
        geraakt = verwacht = gevallen = strikken = 0
        for nummer, tekst in enumerate(teksten_van(ronde)):
            vondsten = [v for ander, v, _ in gekozen if ander == nummer]
            verwacht += len(tekst["verwacht"])
            geraakt += sum(
                any(v.soort == e["soort"] and past(e["accepteer"], v) for v in vondsten) for e in tekst["verwacht"]
            )
            strikken += len(tekst["valstrikken"])
            gevallen += sum(any(past(s["weiger"], v) for v in vondsten) for s in tekst["valstrikken"])
        precisie = np.mean([juist for *_, juist in gekozen])
        strik = gevallen / strikken
        print(f"drempel {drempel}: recall {geraakt / verwacht:.3f} precisie {precisie:.3f} strik {strik:.3f}")


def main() -> int:
    """Print what is right at first sight, and the gauge; write the weights."""
    lijst = rijen()
    blikken = eerste_blik(lijst)
    ijking = ijk(blikken)
    for ronde in BLIND:
        _druk_af(ronde, [(blik, _na_ijking(blik, ijking)) for blik in blikken if blik.rij.ronde == ronde])
    print("ijking:", ijking)
    begin, gewichten = geijkt(*leer(lijst), ijking)
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
