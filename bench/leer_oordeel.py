"""Learns how sure a suggestion is, and writes `data/oordeelgewichten.json`.

Use: `python bench/leer_oordeel.py`. From the texts to develop on (never a frozen one) it takes every candidate of
`herkenner.kandidaten` with the words that describe it and whether it is right, and fits a logistic regression (L2,
accelerated gradient from zero, so that the same texts give the same numbers). Texts the phrases were tuned on count
less, since there candidates are right more often than in a text nobody saw. Prints, cross-validated by text, which
share is right per band of certainty, and picks per kind the lowest threshold just above which two of three are right.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from herkenning import SETS, past

from werklandschap.competenties.herkenning import SOORTEN, startwoordenboek
from werklandschap.competenties.herkenning.herkenner import kandidaten
from werklandschap.competenties.herkenning.oordeel import GEWICHTEN

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
}
NIEUWSTE = (
    "eigen, bevroren (op)",
    "nieuw, ontwikkel",
    "derde, ontwikkel",
    "vierde, ontwikkel",
    "vijfde, ontwikkel",
    "zesde, ontwikkel",
)
VOUWEN, KRIMP, RONDEN, MINSTENS = 6, 2.0, 600, 8
BANDEN = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 1.01)
DREMPELS, MIDDEN, BREED, GENOEG = (0.5, 0.55, 0.6, 0.65), 0.5, 0.15, 0.65
Getallen = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Rij:
    """A candidate: the set and text it comes from, its kind, the words that describe it, and whether it is right."""

    set_: str
    tekst: str
    soort: str
    kenmerken: frozenset[str]
    juist: bool


def rijen() -> list[Rij]:
    """All candidates in the texts to develop on."""
    boek = startwoordenboek()
    uit = []
    for naam in TELT:
        for tekst in json.loads(SETS[naam].read_text(encoding="utf-8")):
            for vondst, kenmerken in kandidaten(tekst["tekst"], boek):
                eisen = [eis for eis in tekst["verwacht"] if eis["soort"] == vondst.soort]
                juist = any(past(eis["accepteer"], vondst) for eis in eisen)
                uit.append(Rij(naam, tekst["id"], vondst.soort, frozenset(kenmerken), juist))
    return uit


def woordenlijst(lijst: list[Rij]) -> list[str]:
    """The words that occur often enough to learn from."""
    aantal = Counter(woord for rij in lijst for woord in rij.kenmerken)
    return sorted(woord for woord, keer in aantal.items() if keer >= MINSTENS)


def tabel(lijst: list[Rij], woorden: list[str]) -> Getallen:
    """A row of ones and zeros per candidate, with a leading one."""
    plek = {woord: nummer + 1 for nummer, woord in enumerate(woorden)}
    uit = np.zeros((len(lijst), len(woorden) + 1))
    uit[:, 0] = 1
    for nummer, rij in enumerate(lijst):
        uit[nummer, [plek[woord] for woord in rij.kenmerken if woord in plek]] = 1
    return uit


def leer(lijst: list[Rij], woorden: list[str]) -> Getallen:
    """The start value and the weights."""
    x = tabel(lijst, woorden)
    y = np.array([float(rij.juist) for rij in lijst])
    telt = np.array([TELT[rij.set_] for rij in lijst])
    krimp = np.full(x.shape[1], KRIMP)
    krimp[0] = 0
    stap = telt.sum() / (0.25 * float((telt * (x**2).sum(axis=1)).sum()) + KRIMP)
    nu = vooruit = np.zeros(x.shape[1])
    vaart = 1.0
    for _ in range(RONDEN):
        kans = 1 / (1 + np.exp(-np.clip(x @ vooruit, -30, 30)))
        nieuw = vooruit - stap * (x.T @ (telt * (kans - y)) + krimp * vooruit) / telt.sum()
        vaart, vorige = (1 + np.sqrt(1 + 4 * vaart**2)) / 2, vaart
        vooruit, nu = nieuw + (vorige - 1) / vaart * (nieuw - nu), nieuw
    return nu


def kruislings(lijst: list[Rij]) -> Getallen:
    """The chance of every candidate by weights learnt without its text."""
    teksten = sorted({(rij.set_, rij.tekst) for rij in lijst})
    vouw = {tekst: nummer % VOUWEN for nummer, tekst in enumerate(np.random.default_rng(0).permutation(len(teksten)))}
    hoort = np.array([vouw[teksten.index((rij.set_, rij.tekst))] for rij in lijst])
    uit = np.zeros(len(lijst))
    for nummer in range(VOUWEN):
        andere = [rij for rij, vouw_ in zip(lijst, hoort, strict=True) if vouw_ != nummer]
        woorden = woordenlijst(andere)
        deze = np.flatnonzero(hoort == nummer)
        uit[deze] = 1 / (1 + np.exp(-tabel([lijst[i] for i in deze], woorden) @ leer(andere, woorden)))
    return uit


def drempels(lijst: list[Rij], kans: Getallen) -> dict[str, float]:
    """Per kind the lowest threshold at which of the candidates just above it enough are right."""
    uit = {}
    for soort in SOORTEN:
        eigen = _nieuwste(lijst, kans, soort)
        bruikbaar = [t for t in DREMPELS if _genoeg([juist for k, juist in eigen if t <= k < t + BREED])]
        uit[soort] = bruikbaar[0] if bruikbaar else MIDDEN
    return uit


def _nieuwste(lijst: list[Rij], kans: Getallen, soort: str) -> list[tuple[float, bool]]:
    """(chance, right) of a kind in the texts the phrases were tuned on least."""
    return [(k, rij.juist) for k, rij in zip(kans, lijst, strict=True) if rij.soort == soort and rij.set_ in NIEUWSTE]


def _genoeg(juist: list[bool]) -> bool:
    return len(juist) >= MINSTENS and sum(juist) / len(juist) >= GENOEG


def main() -> int:
    """Print the reliability, write the weights."""
    lijst = rijen()
    kans = kruislings(lijst)
    grenzen = drempels(lijst, kans)
    print("zekerheid   gevonden   juist   gemiddelde zekerheid   (kruislings, teksten die niet mee ontwikkeld zijn)")
    for laag, hoog in pairwise(BANDEN):
        binnen = [(k, juist) for soort in SOORTEN for k, juist in _nieuwste(lijst, kans, soort) if laag <= k < hoog]
        if binnen:
            juist, gemiddeld = np.mean([j for _, j in binnen]), np.mean([k for k, _ in binnen])
            print(f"{laag:.1f}–{min(hoog, 1):.1f}     {len(binnen):5}      {juist:.2f}    {gemiddeld:.2f}")
    for soort in SOORTEN:
        eigen = _nieuwste(lijst, kans, soort)
        boven = [juist for k, juist in eigen if k >= grenzen[soort]]
        print(f"{soort:14} drempel {grenzen[soort]}: {len(boven)} van {len(eigen)} getoond, {np.mean(boven):.2f} juist")
    woorden = woordenlijst(lijst)
    geleerd = leer(lijst, woorden)
    inhoud = {
        "bron": "Geleerd met bench/leer_oordeel.py uit de eigen teksten in bench/gegevens (EUPL-1.2).",
        "begin": round(float(geleerd[0]), 3),
        "drempels": grenzen,
        "woorden": {woord: round(float(g), 3) for woord, g in zip(woorden, geleerd[1:], strict=True)},
    }
    GEWICHTEN.write_text(json.dumps(inhoud, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
