"""Logistic regression over words (L2, Newton), for the scripts that learn weights: same texts, same numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

import numpy as np
import numpy.typing as npt

Getallen = npt.NDArray[np.float64]
RONDEN, RONDEN_VAST, NAUWKEURIG = 40, 400, 1e-4


def woordenlijst(lijst: Sequence[Collection[str]], minstens: int) -> list[str]:
    """The words that occur often enough to learn from."""
    aantal = Counter(woord for woorden in lijst for woord in set(woorden))
    return sorted(woord for woord, keer in aantal.items() if keer >= minstens)


def tabel(lijst: Sequence[Collection[str]], woorden: list[str]) -> Getallen:
    """A row of ones and zeros per example, with a leading one."""
    plek = {woord: nummer + 1 for nummer, woord in enumerate(woorden)}
    uit = np.zeros((len(lijst), len(woorden) + 1))
    uit[:, 0] = 1
    for nummer, rij in enumerate(lijst):
        uit[nummer, [plek[woord] for woord in rij if woord in plek]] = 1
    return uit


def pas_aan(x: Getallen, y: Getallen, telt: Getallen, krimp: float) -> Getallen:
    """The start value and the weights."""
    uit = np.zeros(x.shape[1])
    for _ in range(RONDEN):
        stap = np.linalg.solve(_kromming(x, telt, krimp, uit), _helling(x, y, telt, krimp, uit))
        uit -= stap
        if np.abs(stap).max() < NAUWKEURIG:
            break
    return uit


def pas_aan_zonder(
    x: Getallen, y: Getallen, telt: Getallen, krimp: float, vanaf: Getallen, weg: Sequence[Getallen]
) -> list[Getallen]:
    """The weights when some examples do not take part: `weg` holds a mask (1 = out) per answer wanted.

    `vanaf` are the weights of all. Their curvature serves for each answer, as it lies near: one costly step for all.
    """
    omgekeerd = np.linalg.inv(_kromming(x, telt, krimp, vanaf))
    antwoorden = []
    for masker in weg:
        uit, over = vanaf.copy(), telt * (1 - masker)
        for _ in range(RONDEN_VAST):
            stap = omgekeerd @ _helling(x, y, over, krimp, uit)
            uit -= stap
            if np.abs(stap).max() < NAUWKEURIG:
                break
        antwoorden.append(uit)
    return antwoorden


def _straf(x: Getallen, krimp: float) -> Getallen:
    straf = np.full(x.shape[1], krimp)
    straf[0] = 1e-6
    return straf


def _helling(x: Getallen, y: Getallen, telt: Getallen, krimp: float, bij: Getallen) -> Getallen:
    return np.asarray(x.T @ (telt * (kans(x, bij) - y)) + _straf(x, krimp) * bij)


def _kromming(x: Getallen, telt: Getallen, krimp: float, bij: Getallen) -> Getallen:
    p = kans(x, bij)
    return np.asarray((x * (telt * p * (1 - p))[:, None]).T @ x + np.diag(_straf(x, krimp)))


def kans(x: Getallen, gewichten: Getallen) -> Getallen:
    """The chance of every row."""
    return np.asarray(1 / (1 + np.exp(-np.clip(x @ gewichten, -30, 30))))
