"""What a search found, in columns: nobody is put into words before somebody asks."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from heapq import merge
from itertools import compress

import numpy as np

from werklandschap.matching.deel import Deel
from werklandschap.matching.kolommen import Reeks
from werklandschap.matching.referentie import afstand_in_meters


@dataclass(frozen=True, slots=True)
class Treffer:
    """One match: who, the totals now and at the start, and what is unknown."""

    kandidaat: str
    nu: int
    straks: int
    onbekend: tuple[str, ...]

    @property
    def volgorde(self) -> tuple[int, int, str]:
        """What matches are sorted by, best first."""
        return (-self.straks, len(self.onbekend), self.kandidaat)


@dataclass(frozen=True, slots=True)
class Lijstdeel:
    """Who was found in one part of the index, best first: rows of it, totals (int64) and, per row, what is unknown.

    ``onbekend`` is uint8 [rows, requirements], named by ``namen`` in the order of the reference.
    """

    deel: Deel
    rijen: Reeks
    nu: Reeks
    straks: Reeks
    onbekend: Reeks
    namen: list[str]

    def __iter__(self) -> Iterator[Treffer]:
        for een in zip(self.ids(), self.nu.tolist(), self.straks.tolist(), self._in_woorden(), strict=True):
            yield Treffer(*een)

    def ids(self) -> Iterator[str]:
        """Who, in order."""
        return map(self.deel.ids.__getitem__, self.rijen.tolist())

    def houd(self, keuze: Reeks) -> Lijstdeel:
        """Only the rows where ``keuze`` (bool) says so."""
        rijen, nu, straks, onbekend = self.rijen[keuze], self.nu[keuze], self.straks[keuze], self.onbekend[keuze]
        return Lijstdeel(self.deel, rijen, nu, straks, onbekend, self.namen)

    @property
    def volledig(self) -> Reeks:
        """Of whom nothing is unknown (bool)."""
        return np.array(~self.onbekend.any(axis=1))

    def rijen_van(self, wie: Collection[str]) -> list[int]:
        """The rows of those who are in this part."""
        return [rij for een in wie if (rij := self.deel.rij_van(een)) is not None]

    def verder_dan(self, km: int, lat: float, lon: float) -> Reeks:
        """Who is known to live further than this from a point in degrees (bool)."""
        plekken = zip(self.deel.lat[self.rijen].tolist(), self.deel.lon[self.rijen].tolist(), strict=True)
        ver = (x == x and afstand_in_meters(x, y, lat, lon) > 1000 * km for x, y in plekken)
        return np.fromiter(ver, np.bool_, self.rijen.size)

    def _in_woorden(self) -> Iterator[tuple[str, ...]]:
        """What is unknown of each row; many people miss the same, so each pattern is put into words once."""
        woorden: dict[bytes, tuple[str, ...]] = {}
        for rij in self.onbekend:
            patroon = rij.tobytes()
            if patroon not in woorden:
                woorden[patroon] = tuple(compress(self.namen, patroon))
            yield woorden[patroon]


@dataclass(frozen=True, slots=True)
class Lijst:
    """Who was found in all parts of the index; iterating gives matches, best first."""

    delen: tuple[Lijstdeel, ...]

    def __len__(self) -> int:
        return sum(deel.rijen.size for deel in self.delen)

    def __iter__(self) -> Iterator[Treffer]:
        return iter(self.delen[0]) if len(self.delen) == 1 else merge(*self.delen, key=lambda een: een.volgorde)

    def ids(self) -> Iterator[str]:
        """Who, best first."""
        return self.delen[0].ids() if len(self.delen) == 1 else (een.kandidaat for een in self)

    @property
    def nu(self) -> Reeks:
        """Totals now (int64); as the other columns part by part, so not in order of the list."""
        return np.concatenate([deel.nu for deel in self.delen])

    @property
    def straks(self) -> Reeks:
        """Totals at the start (int64)."""
        return np.concatenate([deel.straks for deel in self.delen])

    @property
    def volledig(self) -> Reeks:
        """Of whom nothing is unknown (bool)."""
        return np.concatenate([deel.volledig for deel in self.delen])

    def houd(self, keuze: Callable[[Lijstdeel], Reeks]) -> Lijst:
        """Only those of whom ``keuze`` says so (bool per row of a part)."""
        return Lijst(tuple(deel.houd(keuze(deel)) for deel in self.delen))

    def alleen(self, andere: Lijst) -> Lijst:
        """Only who is in another list of the same search too."""
        return Lijst(tuple(deel.houd(np.isin(deel.rijen, van.rijen)) for deel, van in self._naast(andere)))

    def behalve(self, andere: Lijst) -> Lijst:
        """Without who is in another list of the same search."""
        return Lijst(tuple(deel.houd(~np.isin(deel.rijen, van.rijen)) for deel, van in self._naast(andere)))

    def zonder(self, wie: Collection[str]) -> Lijst:
        """Without these people."""
        return self.houd(lambda deel: ~np.isin(deel.rijen, deel.rijen_van(wie))) if wie else self

    def _naast(self, andere: Lijst) -> Iterator[tuple[Lijstdeel, Lijstdeel]]:
        return zip(self.delen, andere.delen, strict=True)
