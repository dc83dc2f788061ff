"""The fast engine: exact, equal to ``referentie`` on every case.

An index is one large part and a few small ones for people who changed since. A part is never altered: a changed or
deleted person is marked as gone where they were, and a changed one is found in the newest part at once.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from itertools import islice

import numpy as np

from werklandschap.matching.deel import Deel
from werklandschap.matching.invoer import Kandidaat, Taxonomie, Werkprofiel
from werklandschap.matching.kolommen import (
    Kolommen,
    Reeks,
    Woordenboeken,
    naar_kolommen,
)
from werklandschap.matching.lijst import Lijst, Lijstdeel, Treffer
from werklandschap.matching.referentie import Uitslag, afstand_in_meters, beste_werkprofielen
from werklandschap.matching.vlakken import bit, bits, zet_uit
from werklandschap.matching.vraag import Verwanten, Vraag, Vragen, leg_samen, maak_vraag

SAMEN_TOT = 128
"""Changed people up to this number are kept in one part; larger parts join when they are of like size."""
SAMEN_FACTOR = 8
GROEP = 256
"""Job profiles that are searched for together, so that they share what is read of the people."""


@dataclass(frozen=True, slots=True)
class Laag:
    """A part with who is still there (a plane of bits); small parts keep their people, to be joined later."""

    deel: Deel
    leeft: Reeks
    mensen: dict[str, Kandidaat] = field(default_factory=dict)

    def rij_van(self, kandidaat_id: str) -> int | None:
        """The row of somebody who is still there."""
        rij = self.deel.rij_van(kandidaat_id)
        return rij if rij is not None and bit(self.leeft, rij) else None


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
        return sum(int(np.bitwise_count(laag.leeft).sum()) for laag in self._lagen)

    def __contains__(self, kandidaat_id: object) -> bool:
        return isinstance(kandidaat_id, str) and any(laag.rij_van(kandidaat_id) is not None for laag in self._lagen)

    @property
    def omvang(self) -> int:
        """Bytes of the arrays of the index; ids come on top of it."""
        return sum(reeks.nbytes for laag in self._lagen for reeks in laag.deel.rijen if isinstance(reeks, np.ndarray))

    def zoek(self, werkprofiel: Werkprofiel, top: int = 20, peildatum: date | None = None) -> list[Treffer]:
        """The ``top`` best people in order; peildatum is today when not given. Raises ValueError on top < 0."""
        return self._zoek_groep([werkprofiel], top, peildatum or _vandaag())[0]

    def passenden(self, werkprofielen: Sequence[Werkprofiel], peildatum: date | None = None) -> list[Lijst]:
        """Per job profile everybody who passes, in columns; all from one state of the index, part by part the same."""
        return self._lijsten(werkprofielen, None, peildatum or _vandaag())

    def tel(self, werkprofiel: Werkprofiel, peildatum: date | None = None) -> int:
        """How many people pass: as many as ``zoek`` finds when nobody is left out, without explaining each."""
        lagen, groep = self._groep([werkprofiel], peildatum or _vandaag())
        return sum(_passende(laag, groep, len(laag.deel.ids))[0].rijen.size for laag in lagen)

    def zoek_alle(
        self,
        werkprofielen: Iterable[Werkprofiel],
        top: int = 20,
        peildatum: date | None = None,
        draden: int = 1,
    ) -> Iterator[tuple[Werkprofiel, list[Treffer]]]:
        """Search for many job profiles, in their order, with a number of threads."""
        zoek = partial(self._zoek_groep, top=top, peildatum=peildatum or _vandaag())
        stroom = iter(werkprofielen)
        groepen = iter(lambda: list(islice(stroom, GROEP)), [])
        if draden == 1:
            for groep in groepen:
                yield from zip(groep, zoek(groep), strict=True)
            return
        wachtend: deque[tuple[list[Werkprofiel], Future[list[list[Treffer]]]]] = deque()
        with ThreadPoolExecutor(draden) as werkers:
            for groep in groepen:
                wachtend.append((groep, werkers.submit(zoek, groep)))
                if len(wachtend) > draden:
                    yield from _eerste(wachtend)
            while wachtend:
                yield from _eerste(wachtend)

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
        self.wijzig_alle([kandidaat])

    def wijzig_alle(self, kandidaten: Iterable[Kandidaat]) -> None:
        """The same for several people at once: they get one part together, where `wijzig` makes one each time."""
        mensen = {kandidaat.id: kandidaat for kandidaat in kandidaten}
        if not mensen:
            return
        with self._slot:
            lagen = self._lagen
            for naam in mensen:
                lagen = _zonder(lagen, naam)
            over = list(lagen)
            while len(over) > 1 and len(over[-1].mensen) <= max(SAMEN_TOT, SAMEN_FACTOR * len(mensen)):
                mensen |= over.pop().mensen
            nieuwe = self._laag(naar_kolommen(mensen.values(), self.woorden))
            self._lagen = (*over, replace(nieuwe, mensen=mensen))

    def verwijder(self, kandidaat_id: str) -> bool:
        """Take a person out, at once; False when they were not there."""
        with self._slot:
            voor, self._lagen = self._lagen, _zonder(self._lagen, kandidaat_id)
            return voor is not self._lagen

    def _groep(self, werkprofielen: Sequence[Werkprofiel], peildatum: date) -> tuple[tuple[Laag, ...], _Groep]:
        with self._slot:
            vragen = [maak_vraag(werk, self._verwanten, self.woorden, peildatum) for werk in werkprofielen]
            return self._lagen, _Groep(werkprofielen, vragen, leg_samen(vragen))

    def _zoek_groep(self, werkprofielen: Sequence[Werkprofiel], top: int, peildatum: date) -> list[list[Treffer]]:
        if top < 0:
            raise ValueError("top is nul of meer")
        return [list(islice(lijst, top)) for lijst in self._lijsten(werkprofielen, top, peildatum)]

    def _lijsten(self, werkprofielen: Sequence[Werkprofiel], top: int | None, peildatum: date) -> list[Lijst]:
        lagen, groep = self._groep(werkprofielen, peildatum)
        per_laag = [
            _lijstdelen(laag.deel, groep, _passende(laag, groep, len(laag.deel.ids) if top is None else top))
            for laag in lagen
        ]
        return [Lijst(delen) for delen in zip(*per_laag, strict=True)]

    def _laag(self, kolommen: Kolommen) -> Laag:
        return Laag(Deel.bouw(kolommen, self.woorden), bits(np.ones((1, len(kolommen.ids)), bool))[0])

    def __getstate__(self) -> dict[str, object]:
        return {"taxonomie": self.taxonomie, "woorden": self.woorden, "lagen": self._lagen}

    def __setstate__(self, stand: dict[str, object]) -> None:
        self.taxonomie, self.woorden = stand["taxonomie"], stand["woorden"]  # type: ignore[assignment]
        self._lagen = stand["lagen"]  # type: ignore[assignment]
        self._verwanten = Verwanten(self.taxonomie, self.woorden)
        self._slot = threading.RLock()


def _zonder(lagen: tuple[Laag, ...], kandidaat_id: str) -> tuple[Laag, ...]:
    """The parts without this person; the very same tuple when they are in none."""
    for plaats, laag in enumerate(lagen):
        rij = laag.rij_van(kandidaat_id)
        if rij is not None:
            leeft = zet_uit(laag.leeft, np.array([rij]))
            mensen = {naam: mens for naam, mens in laag.mensen.items() if naam != kandidaat_id}
            return (*lagen[:plaats], replace(laag, leeft=leeft, mensen=mensen), *lagen[plaats + 1 :])
    return lagen


def _vandaag() -> date:
    return date.today()  # noqa: DTZ011 - the calendar day where the municipality is


def _eerste(
    wachtend: deque[tuple[list[Werkprofiel], Future[list[list[Treffer]]]]],
) -> Iterator[tuple[Werkprofiel, list[Treffer]]]:
    groep, gevonden = wachtend.popleft()
    return zip(groep, gevonden.result(), strict=True)


@dataclass(frozen=True, slots=True)
class _Groep:
    """Job profiles that are searched for together, as questions one by one and laid after each other."""

    werkprofielen: Sequence[Werkprofiel]
    vragen: list[Vraag]
    samen: Vragen

    def alleen(self, nummer: int) -> _Groep:
        """One of them."""
        vragen = [self.vragen[nummer]]
        return _Groep([self.werkprofielen[nummer]], vragen, leg_samen(vragen))


@dataclass(frozen=True, slots=True)
class _Gevonden:
    """Rows best first, with straks and the weighed other parts (× 100), int64 each."""

    rijen: Reeks
    straks: Reeks
    overig: Reeks


def _passende(laag: Laag, groep: _Groep, top: int) -> list[_Gevonden]:
    """Per question the best rows of one part; rows whose distance was in doubt are checked by the reference."""
    gevonden = _beste_rijen(laag.deel, groep.samen, laag.leeft, top)
    for nummer in _te_ver(laag.deel, groep, [uit.rijen for uit in gevonden]):
        alleen, alle = groep.alleen(nummer), np.arange(len(laag.deel.ids))
        leeft = zet_uit(laag.leeft, np.array(_te_ver(laag.deel, alleen, [alle])[0]))
        gevonden[nummer] = _beste_rijen(laag.deel, alleen.samen, leeft, top)[0]
    return gevonden


def _beste_rijen(deel: Deel, vragen: Vragen, leeft: Reeks, top: int) -> list[_Gevonden]:
    from werklandschap.matching.lussen import zoek

    aantal, ruimte = len(vragen.start), min(top, len(deel.ids))
    sleutels, rijen = np.empty((aantal, ruimte), np.uint64), np.empty((aantal, ruimte), np.int64)
    tot = np.zeros(aantal, np.int64)
    if ruimte:
        zoek.zoek_top(deel.rijen, vragen, leeft, sleutels, rijen, tot)
    uit = []
    for nummer, gevonden in enumerate(tot.tolist()):
        orde = np.argsort(sleutels[nummer, :gevonden])[::-1]
        straks = (sleutels[nummer, orde] >> np.uint64(zoek.STRAKS_BIT)).astype(np.int64)
        uit.append(_Gevonden(rijen[nummer, orde] & 0xFFFFFFFF, straks, rijen[nummer, orde] >> 32))
    return uit


def _te_ver(deel: Deel, groep: _Groep, rijen: Sequence[Reeks]) -> dict[int, list[int]]:
    """Per question which of these rows are too far, of those of whom the estimate is in doubt; only where any is."""
    from werklandschap.matching.lussen import lees

    begin, alle = _na_elkaar(rijen)
    uit: dict[int, list[int]] = {}
    for plek in np.flatnonzero(lees.vind_twijfel(deel.rijen, groep.samen, begin, alle)).tolist():
        nummer = int(np.searchsorted(begin, plek, side="right")) - 1
        if not _binnen_bereik(deel, groep.werkprofielen[nummer], int(alle[plek])):
            uit.setdefault(nummer, []).append(int(alle[plek]))
    return uit


def _na_elkaar(rijen: Sequence[Reeks]) -> tuple[Reeks, Reeks]:
    """Where the rows of each question begin, and all of them."""
    return np.cumsum([0, *map(len, rijen)], dtype=np.int64), np.concatenate(rijen)


def _binnen_bereik(deel: Deel, werkprofiel: Werkprofiel, rij: int) -> bool:
    if werkprofiel.lat is None or werkprofiel.lon is None or np.isnan(deel.lat[rij]):
        return True
    meters = afstand_in_meters(float(deel.lat[rij]), float(deel.lon[rij]), werkprofiel.lat, werkprofiel.lon)
    return meters <= 1000 * int(deel.rijen.reis[rij])


def _lijstdelen(deel: Deel, groep: _Groep, gevonden: list[_Gevonden]) -> list[Lijstdeel]:
    from werklandschap.matching.lussen import lees

    begin, alle = _na_elkaar([uit.rijen for uit in gevonden])
    namen = [_namen(werk) for werk in groep.werkprofielen]
    som, onbekend = np.empty(alle.size, np.int64), np.zeros((alle.size, max(map(len, namen))), np.uint8)
    lees.lees_gevonden(deel.rijen, groep.samen, begin, alle, som, onbekend)
    uit = []
    for nummer, (werk, beste) in enumerate(zip(groep.werkprofielen, gevonden, strict=True)):
        hier = slice(begin[nummer], begin[nummer + 1])
        nu = (werk.weging.competentie * (som[hier] // groep.vragen[nummer].gewicht) + beste.overig) // 100
        uit.append(Lijstdeel(deel, beste.rijen, nu, beste.straks, onbekend[hier], namen[nummer]))
    return uit


def _namen(werkprofiel: Werkprofiel) -> list[str]:
    """What can be unknown, in the order of the reference."""
    return [
        *(f"certificaat:{code}" for code in werkprofiel.certificaten),
        *(f"taal:{code}" for code, minimum in werkprofiel.talen.items() if minimum),
        *("uren", "beschikbaar_vanaf", "dagdelen", "afstand"),
        *(f"omstandigheid:{code}" for code, niveau in werkprofiel.omstandigheden.items() if niveau),
        *(f"competentie:{eis.competentie}" for eis in werkprofiel.eisen if eis.hard),
    ]
