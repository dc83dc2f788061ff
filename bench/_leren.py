"""Logistic regression over words (L2, Newton), for the scripts that learn weights: same texts, same numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

import numpy as np
import numpy.typing as npt

Getallen = npt.NDArray[np.float64]
RONDEN, NAUWKEURIG = 40, 1e-4


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


def pas_aan(x: Getallen, y: Getallen, telt: Getallen, krimp: float, vanaf: Getallen | None = None) -> Getallen:
    """The start value and the weights; `vanaf` is where to begin looking, for what lies near."""
    straf = np.full(x.shape[1], krimp)
    straf[0] = 1e-6
    uit = np.zeros(x.shape[1]) if vanaf is None else vanaf.copy()
    for _ in range(RONDEN):
        p = kans(x, uit)
        helling = x.T @ (telt * (p - y)) + straf * uit
        stap = np.linalg.solve((x * (telt * p * (1 - p))[:, None]).T @ x + np.diag(straf), helling)
        uit -= stap
        if np.abs(stap).max() < NAUWKEURIG:
            break
    return uit


def kans(x: Getallen, gewichten: Getallen) -> Getallen:
    """The chance of every row."""
    return np.asarray(1 / (1 + np.exp(-np.clip(x @ gewichten, -30, 30))))
