"""The fast engine: exact, equal to ``referentie`` on every case.

An index is one large part and a few small ones for people who changed since. A part is never altered: a changed or
deleted person is marked as gone where they were, and a changed one is found in the newest part at once.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

import numpy as np

from werklandschap.matching.deel import Deel
from werklandschap.matching.invoer import Kandidaat, Taxonomie, Werkprofiel
from werklandschap.matching.kolommen import (
    DAGDELEN_ONBEKEND,
    ONBEKEND,
    REIS_ONBEKEND,
    VANAF_ONBEKEND,
    Kolommen,
    Reeks,
    Woordenboeken,
    naar_kolommen,
)
from werklandschap.matching.referentie import DEEL_MAX, Uitslag, afstand_in_meters, beste_werkprofielen
from werklandschap.matching.vraag import Verwanten, Vraag, maak_vraag

SAMEN_TOT = 128
"""Changed people up to this number are kept in one part; larger parts join when they are of like size."""
SAMEN_FACTOR = 8
ZEKER = np.float32(0.99999)
"""A little room, as numpy may round the estimate differently from the loops."""


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
class Laag:
    """A part with who is still there (uint8 [n]); small parts keep their people, to be joined later."""

    deel: Deel
    leeft: Reeks
    mensen: dict[str, Kandidaat] = field(default_factory=dict)

    def rij_van(self, kandidaat_id: str) -> int | None:
        """The row of somebody who is still there."""
        rij = self.deel.rij_van(kandidaat_id)
        return rij if rij is not None and self.leeft[rij] else None


class Index:
    """Finds the best people for a job profile. Searching from several threads is safe, also during a change."""

    def __init__(self, taxonomie: Taxonomie, woorden: Woordenboeken, kolommen: Kolommen) -> None:
        self.taxonomie = taxonomie
        self.woorden = woorden
        self._verwanten = Verwanten(taxonomie, woorden)
        self._slot = threading.RLock()
        self._lagen: tuple[Laag, ...] = (self._laag(kolommen),)

    @classmethod
    def bouw(cls, kandidaten: Iterable[Kandidaat], taxonomie: Taxonomie) -> Index:
        """Build an index from people, also from a stream; raises Invoerfout when an id is there twice."""
        woorden = Woordenboeken()
        return cls(taxonomie, woorden, naar_kolommen(kandidaten, woorden))

    @classmethod
    def uit_lagen(cls, taxonomie: Taxonomie, woorden: Woordenboeken, lagen: Iterable[Laag]) -> Index:
        """An index from parts that were built before, see ``opslag``."""
        index = cls.__new__(cls)
        index.__setstate__({"taxonomie": taxonomie, "woorden": woorden, "lagen": tuple(lagen)})
        return index

    @property
    def lagen(self) -> tuple[Laag, ...]:
        """The parts as they are now; none of them is ever altered."""
        return self._lagen

    def __len__(self) -> int:
        return sum(int(laag.leeft.sum()) for laag in self._lagen)

    def __contains__(self, kandidaat_id: object) -> bool:
        return isinstance(kandidaat_id, str) and any(laag.rij_van(kandidaat_id) is not None for laag in self._lagen)

    @property
    def omvang(self) -> int:
        """Bytes of the arrays of the index; ids come on top of it."""
        return sum(reeks.nbytes for laag in self._lagen for reeks in laag.deel.rijen if isinstance(reeks, np.ndarray))

    def zoek(self, werkprofiel: Werkprofiel, top: int = 20, peildatum: date | None = None) -> list[Treffer]:
        """The ``top`` best people in order; peildatum is today when not given. Raises ValueError on top < 0."""
        if top < 0:
            raise ValueError("top is nul of meer")
        with self._slot:
            lagen = self._lagen
            vraag = maak_vraag(werkprofiel, self._verwanten, self.woorden, peildatum or _vandaag())
        treffers = [treffer for laag in lagen for treffer in _zoek_laag(laag, werkprofiel, vraag, top)]
        treffers.sort(key=lambda treffer: treffer.volgorde)
        return treffers[:top]

    def zoek_alle(
        self,
        werkprofielen: Iterable[Werkprofiel],
        top: int = 20,
        peildatum: date | None = None,
        draden: int = 1,
    ) -> Iterator[tuple[Werkprofiel, list[Treffer]]]:
        """Search for many job profiles, in their order, with a number of threads."""
        zoek = partial(self._zoek_paar, top=top, peildatum=peildatum or _vandaag())
        if draden == 1:
            yield from map(zoek, werkprofielen)
            return
        with ThreadPoolExecutor(draden) as werkers:
            yield from werkers.map(zoek, werkprofielen)

    def zoek_werkprofielen(
        self,
        kandidaat: Kandidaat,
        werkprofielen: Iterable[Werkprofiel],
        top: int = 20,
        peildatum: date | None = None,
    ) -> list[Uitslag]:
        """The other way round: the best job profiles for one person, by the same score."""
        return beste_werkprofielen(kandidaat, werkprofielen, self.taxonomie, peildatum or _vandaag(), top)

    def wijzig(self, kandidaat: Kandidaat) -> None:
        """Add a person or replace what was known; found like this from the next search on."""
        with self._slot:
            lagen = list(self._zonder(kandidaat.id))
            mensen = {kandidaat.id: kandidaat}
            while len(lagen) > 1 and len(lagen[-1].mensen) <= max(SAMEN_TOT, SAMEN_FACTOR * len(mensen)):
                mensen |= lagen.pop().mensen
            nieuwe = self._laag(naar_kolommen(mensen.values(), self.woorden))
            self._lagen = (*lagen, replace(nieuwe, mensen=mensen))

    def verwijder(self, kandidaat_id: str) -> bool:
        """Take a person out, at once; False when they were not there."""
        with self._slot:
            voor, self._lagen = self._lagen, self._zonder(kandidaat_id)
            return voor is not self._lagen

    def _zonder(self, kandidaat_id: str) -> tuple[Laag, ...]:
        """The parts without this person; the very same tuple when they are in none."""
        for plaats, laag in enumerate(self._lagen):
            rij = laag.rij_van(kandidaat_id)
            if rij is not None:
                leeft = laag.leeft.copy()
                leeft[rij] = 0
                mensen = {naam: mens for naam, mens in laag.mensen.items() if naam != kandidaat_id}
                zonder = replace(laag, leeft=leeft, mensen=mensen)
                return (*self._lagen[:plaats], zonder, *self._lagen[plaats + 1 :])
        return self._lagen

    def _zoek_paar(self, werkprofiel: Werkprofiel, *, top: int, peildatum: date) -> tuple[Werkprofiel, list[Treffer]]:
        return werkprofiel, self.zoek(werkprofiel, top, peildatum)

    def _laag(self, kolommen: Kolommen) -> Laag:
        return Laag(Deel.bouw(kolommen, self.woorden), np.ones(len(kolommen.ids), np.uint8))

    def __getstate__(self) -> dict[str, object]:
        return {"taxonomie": self.taxonomie, "woorden": self.woorden, "lagen": self._lagen}

    def __setstate__(self, stand: dict[str, object]) -> None:
        self.taxonomie, self.woorden = stand["taxonomie"], stand["woorden"]  # type: ignore[assignment]
        self._lagen = stand["lagen"]  # type: ignore[assignment]
        self._verwanten = Verwanten(self.taxonomie, self.woorden)
        self._slot = threading.RLock()


def _vandaag() -> date:
    return date.today()  # noqa: DTZ011 - the calendar day where the municipality is


def _zoek_laag(laag: Laag, werkprofiel: Werkprofiel, vraag: Vraag, top: int) -> list[Treffer]:
    """The best of one part; rows whose distance was in doubt are checked by the reference."""
    gevonden = _beste_rijen(laag, vraag, np.empty(0, np.uint8), top)
    twijfel = gevonden.rijen[_twijfel(laag.deel, vraag, gevonden.rijen)] if vraag.heeft_plaats else ()
    if not all(_binnen_bereik(laag.deel, werkprofiel, int(rij)) for rij in twijfel):
        gevonden = _beste_rijen(laag, vraag, _te_ver(laag.deel, werkprofiel, vraag), top)
    return _treffers(laag.deel, werkprofiel, vraag, gevonden)


@dataclass(frozen=True, slots=True)
class _Gevonden:
    """Rows best first, with straks and the weighed other parts (× 100), int64 each."""

    rijen: Reeks
    straks: Reeks
    overig: Reeks


def _beste_rijen(laag: Laag, vraag: Vraag, weg: Reeks, top: int) -> _Gevonden:
    from werklandschap.matching import lussen

    ruimte = min(top, len(laag.deel.ids))
    sleutels, rijen = np.empty(ruimte, np.uint64), np.empty(ruimte, np.int64)
    aantal = lussen.zoek_top(laag.deel.rijen, vraag, laag.leeft, weg, sleutels, rijen) if ruimte else 0
    orde = np.argsort(sleutels[:aantal])[::-1]
    straks = (sleutels[orde] >> np.uint64(lussen.STRAKS_BIT)).astype(np.int64)
    return _Gevonden(rijen[orde] & 0xFFFFFFFF, straks, rijen[orde] >> 32)


def _binnen_bereik(deel: Deel, werkprofiel: Werkprofiel, rij: int) -> bool:
    if werkprofiel.lat is None or werkprofiel.lon is None or np.isnan(deel.lat[rij]):
        return True
    meters = afstand_in_meters(float(deel.lat[rij]), float(deel.lon[rij]), werkprofiel.lat, werkprofiel.lon)
    return meters <= 1000 * int(deel.reis[rij])


def _twijfel(deel: Deel, vraag: Vraag, rijen: Reeks) -> Reeks:
    """Which rows (bool) are not surely near enough by the estimate the loops make."""
    kolommen = deel.rijen
    dx, dy, dz = kolommen.x[rijen] - vraag.x, kolommen.y[rijen] - vraag.y, kolommen.z[rijen] - vraag.z
    dichtbij: Reeks = dx * dx + dy * dy + dz * dz <= kolommen.koorde_dichtbij[rijen] * ZEKER
    return ~dichtbij


def _te_ver(deel: Deel, werkprofiel: Werkprofiel, vraag: Vraag) -> Reeks:
    """Marks (uint8 [n]) the doubtful rows that are too far after all."""
    from werklandschap.matching import leeslussen

    weg = np.zeros(len(deel.ids), np.uint8)
    leeslussen.vind_twijfel(deel.rijen, vraag, weg)
    for rij in np.flatnonzero(weg):
        weg[rij] = not _binnen_bereik(deel, werkprofiel, int(rij))
    return weg


def _treffers(deel: Deel, werkprofiel: Werkprofiel, vraag: Vraag, gevonden: _Gevonden) -> list[Treffer]:
    from werklandschap.matching import leeslussen

    niveaus = np.zeros((gevonden.rijen.size, len(werkprofiel.eisen)), np.int64)
    bekend = np.zeros(niveaus.shape, np.uint8)
    leeslussen.lees_niveaus(deel.rijen, vraag, gevonden.rijen, niveaus, bekend)
    competentie = sum(
        (
            eis.gewicht * np.minimum(1000 * eis.niveau, niveaus[:, nummer]) // eis.niveau
            for nummer, eis in enumerate(werkprofiel.eisen)
        ),
        start=np.full(gevonden.rijen.size, 0 if werkprofiel.eisen else DEEL_MAX),
    )
    nu = (werkprofiel.weging.competentie * (competentie // vraag.gewicht) + gevonden.overig) // 100
    onbekend = _onbekend(deel, werkprofiel, vraag, gevonden.rijen, niveaus, bekend)
    totalen = zip(nu.tolist(), gevonden.straks.tolist(), strict=True)
    return [
        Treffer(deel.ids[rij], nu_, straks, open_)
        for rij, (nu_, straks), open_ in zip(gevonden.rijen.tolist(), totalen, onbekend, strict=True)
    ]


def _onbekend(
    deel: Deel, werkprofiel: Werkprofiel, vraag: Vraag, rijen: Reeks, niveaus: Reeks, bekend: Reeks
) -> list[tuple[str, ...]]:
    """The names of what is unknown, per row, in the order of the reference."""
    namen, open_ = _mogelijk_onbekend(deel, werkprofiel, vraag, rijen, niveaus, bekend)
    per_rij: list[list[str]] = [[] for _ in range(rijen.size)]
    for rij, plaats in zip(*(as_.tolist() for as_ in np.nonzero(open_)), strict=True):
        per_rij[rij].append(namen[plaats])
    return [tuple(onbekend) for onbekend in per_rij]


def _mogelijk_onbekend(
    deel: Deel, werkprofiel: Werkprofiel, vraag: Vraag, rijen: Reeks, niveaus: Reeks, bekend: Reeks
) -> tuple[list[str], Reeks]:
    """Names of requirements and, per row and name, whether that is unknown: bool [rows, names]."""
    from werklandschap.matching import leeslussen

    feit_bekend = np.zeros((rijen.size, vraag.min_feit.size), np.uint8)
    certificaat_bekend = np.zeros((rijen.size, vraag.certificaat.size), np.uint8)
    leeslussen.lees_feiten(deel.rijen, vraag.min_feit, vraag.certificaat, rijen, feit_bekend, certificaat_bekend)
    kolommen = deel.rijen
    talen = [f"taal:{code}" for code, minimum in werkprofiel.talen.items() if minimum]
    grenzen = [f"omstandigheid:{code}" for code, niveau in werkprofiel.omstandigheden.items() if niveau]
    hard = [nummer for nummer, eis in enumerate(werkprofiel.eisen) if eis.hard]
    nodig = np.array([1000 * werkprofiel.eisen[nummer].niveau for nummer in hard], np.int64)
    uren = vraag.vraagt_max & (kolommen.uren_min[rijen] == ONBEKEND)
    uren |= vraag.vraagt_min & (kolommen.uren_max[rijen] == ONBEKEND)
    los = (
        uren,
        kolommen.vanaf[rijen] == VANAF_ONBEKEND,
        (vraag.dagdelen > 0) & (kolommen.dagdelen[rijen] == DAGDELEN_ONBEKEND),
        vraag.heeft_plaats & (deel.reis[rijen] == REIS_ONBEKEND),
    )
    namen = [f"certificaat:{code}" for code in werkprofiel.certificaten] + talen
    namen += ["uren", "beschikbaar_vanaf", "dagdelen", "afstand", *grenzen]
    namen += [f"competentie:{werkprofiel.eisen[nummer].competentie}" for nummer in hard]
    open_ = [certificaat_bekend == 0, feit_bekend[:, : len(talen)] == 0, np.stack(los, axis=1)]
    open_ += [feit_bekend[:, len(talen) :] == 0, (niveaus[:, hard] < nodig) & (bekend[:, hard] == 0)]
    return namen, np.concatenate(open_, axis=1)
