"""Where people live, by id: arrays that stay in the file of the index, and who changed since beside them."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

import numpy as np

from werklandschap.matching.kolommen import Reeks

Plek = tuple[float, float]
HELFT = 64
LAAG = (1 << HELFT) - 1
NAMEN = ("hoog", "laag", "lat", "lon")


class Plekken:
    """Coordinates where known. `hoog` and `laag` are the halves of the id (uint64), in order of the id."""

    def __init__(self, reeksen: dict[str, Reeks]) -> None:
        self._hoog, self._laag, self._lat, self._lon = (reeksen[naam] for naam in NAMEN)
        self._sinds: dict[str, Plek | None] = {}

    @classmethod
    def van(cls, plekken: Iterable[tuple[str, Plek]]) -> Plekken:
        """From ids with coordinates."""
        op_id = sorted((UUID(wie).int, plek) for wie, plek in plekken)
        return cls(
            {
                "hoog": np.array([wie >> HELFT for wie, _plek in op_id], np.uint64),
                "laag": np.array([wie & LAAG for wie, _plek in op_id], np.uint64),
                "lat": np.array([plek[0] for _wie, plek in op_id], np.float64),
                "lon": np.array([plek[1] for _wie, plek in op_id], np.float64),
            }
        )

    @property
    def reeksen(self) -> dict[str, Reeks]:
        """The arrays as they were made, to be kept in a file."""
        return dict(zip(NAMEN, (self._hoog, self._laag, self._lat, self._lon), strict=True))

    def zet(self, wie: str, plek: Plek | None) -> None:
        """Somebody moved, or their place is not known any more."""
        self._sinds[wie] = plek

    def get(self, wie: str) -> Plek | None:
        """The place of somebody, None when unknown."""
        if wie in self._sinds:
            return self._sinds[wie]
        nummer = UUID(wie).int
        rij = int(np.searchsorted(self._hoog, np.uint64(nummer >> HELFT)))
        rij += int(np.searchsorted(self._laag[rij : self._einde(rij)], np.uint64(nummer & LAAG)))
        if rij < self._hoog.size and int(self._hoog[rij]) << HELFT | int(self._laag[rij]) == nummer:
            return float(self._lat[rij]), float(self._lon[rij])
        return None

    def _einde(self, rij: int) -> int:
        """The row after the last one with the same first half; nearly always the next row."""
        einde = rij
        while einde < self._hoog.size and self._hoog[einde] == self._hoog[rij]:
            einde += 1
        return einde
