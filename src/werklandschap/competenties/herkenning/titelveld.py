"""Bags of features as an inverted index with tf-idf weights, and the cosine of a question with every row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

Zak = Mapping[str, float]


class Veld:
    """Rows of weighted features. Building takes a second for 20,000 names; a question some tenths of a millisecond."""

    def __init__(self, rijen: Sequence[Zak]) -> None:
        telling: Counter[str] = Counter(kenmerk for rij in rijen for kenmerk in rij)
        self.aantal = len(rijen)
        self._nummer = {kenmerk: n for n, kenmerk in enumerate(telling)}
        hoe_vaak = np.fromiter(telling.values(), dtype=np.float64, count=len(telling))
        self._idf = np.log((1 + len(rijen)) / (1 + hoe_vaak)) + 0.3
        self._onbekend = (float(np.log(1 + len(rijen))) + 0.3) * 0.5
        lengte = sum(len(rij) for rij in rijen)
        kolom = np.empty(lengte, dtype=np.int64)
        rijnummer = np.empty(lengte, dtype=np.int32)
        waarde = np.empty(lengte, dtype=np.float32)
        plek = 0
        for nummer, rij in enumerate(rijen):
            tot = plek + len(rij)
            kolom[plek:tot] = [self._nummer[kenmerk] for kenmerk in rij]
            gewogen = np.fromiter(rij.values(), dtype=np.float64, count=len(rij)) * self._idf[kolom[plek:tot]]
            norm = float(np.sqrt((gewogen**2).sum())) or 1.0
            waarde[plek:tot] = gewogen / norm
            rijnummer[plek:tot] = nummer
            plek = tot
        volgorde = np.argsort(kolom, kind="stable")
        self._rij, self._waarde = rijnummer[volgorde], waarde[volgorde]
        self._begin = np.concatenate(([0], np.cumsum(np.bincount(kolom, minlength=len(telling)))))

    def idf(self, kenmerk: str) -> float:
        """How telling a feature is; one that no row has counts half of the most telling."""
        nummer = self._nummer.get(kenmerk)
        return self._onbekend if nummer is None else float(self._idf[nummer])

    def cosinus(self, vraag: Zak) -> npt.NDArray[np.float32]:
        """The cosine of a bag with every row, 0–1, shape (rows,)."""
        punten = np.zeros(self.aantal, dtype=np.float32)
        kwadraat = 0.0
        for kenmerk, gewicht in vraag.items():
            waarde = gewicht * self.idf(kenmerk)
            kwadraat += waarde * waarde
            nummer = self._nummer.get(kenmerk)
            if nummer is not None:
                van, tot = self._begin[nummer], self._begin[nummer + 1]
                punten[self._rij[van:tot]] += waarde * self._waarde[van:tot]
        return punten / np.float32(kwadraat**0.5) if kwadraat else punten
