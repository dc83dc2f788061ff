"""Matching on several machines: the people divided over the workers of a Dask scheduler, the best of all joined.

Each worker holds the index of its own part and never sees the others'. The best of the whole are among the best of the
parts, and their order has no ties, so the answer does not depend on how many workers there are. The columns of every
part also stay here: when a worker is gone, its part goes to another one and what it still had to answer is asked again.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent import futures
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from distributed import Client, Future, KilledWorker

from werklandschap.matching.invoer import Kandidaat, Taxonomie, Werkprofiel
from werklandschap.matching.kolommen import Kolommen, Verzamelaar, Woordenboeken
from werklandschap.matching.lijst import Treffer
from werklandschap.matching.motor import Index

VENSTER = 8
"""Groups of job profiles that are asked at the same time."""
POGINGEN = 10
KIJK_NA = 1.0
"""Seconds without an answer after which we look whether the worker is still there."""

Antwoord = list[tuple[str, list[Treffer]]]


class GeenWerkers(RuntimeError):
    """There is nobody to do the work; the text says so in Dutch."""


class _Verdwenen(Exception):
    """The worker that had to answer is gone."""


@dataclass(frozen=True, slots=True)
class _Stuk:
    """A part of the people."""

    woorden: Woordenboeken
    kolommen: Kolommen


@dataclass(frozen=True, slots=True)
class _Plek:
    """Where the index of a part is."""

    adres: str
    index: Future


class Verdeling:
    """People over the workers that are there when it is made. Raises GeenWerkers, also while searching."""

    def __init__(self, klant: Client, kandidaten: Iterable[Kandidaat], taxonomie: Taxonomie) -> None:
        self._klant = klant
        self._taxonomie = taxonomie
        self._stukken = _verdeel(kandidaten, len(self._werkers()))
        self._plekken: dict[int, _Plek] = {}
        for nummer in range(len(self._stukken)):
            self._plaats(nummer)

    def zoek_alle(self, groepen: Iterable[Sequence[Werkprofiel]], top: int, peildatum: date) -> Iterator[Antwoord]:
        """Per group of job profiles, in order: the id of each with its ``top`` best people."""
        rij: deque[tuple[Sequence[Werkprofiel], list[Future]]] = deque()
        stroom = iter(groepen)
        while True:
            for groep in islice(stroom, VENSTER - len(rij)):
                rij.append((groep, [self._vraag(deel, groep, top, peildatum) for deel in range(len(self._stukken))]))
            if not rij:
                return
            groep, vragen = rij.popleft()
            gevonden = [self._antwoord(deel, vraag, groep, top, peildatum) for deel, vraag in enumerate(vragen)]
            yield [(werk.id, _samen(lijsten, top)) for werk, *lijsten in zip(groep, *gevonden, strict=True)]

    def _werkers(self) -> list[str]:
        werkers = sorted(self._klant.nthreads())
        if not werkers:
            raise GeenWerkers("er zijn geen werkers bij deze planner")
        return werkers

    def _plaats(self, deel: int) -> None:
        """Give a part to the worker that has the fewest."""
        bezet = [plek.adres for nummer, plek in self._plekken.items() if nummer != deel]
        adres = min(self._werkers(), key=lambda werker: (bezet.count(werker), werker))
        stuk = self._klant.scatter(self._stukken[deel], workers=[adres], hash=False)
        index = self._klant.submit(_bouw, stuk, self._taxonomie, workers=[adres], pure=False)
        self._plekken[deel] = _Plek(adres, index)

    def _vraag(self, deel: int, groep: Sequence[Werkprofiel], top: int, peildatum: date) -> Future:
        plek = self._plekken[deel]
        return self._klant.submit(_zoek, plek.index, groep, top, peildatum, workers=[plek.adres], pure=False)

    def _antwoord(
        self, deel: int, vraag: Future, groep: Sequence[Werkprofiel], top: int, peildatum: date
    ) -> list[list[Treffer]]:
        """What a part found for each job profile; asked again elsewhere when the worker is gone."""
        for _ in range(POGINGEN):
            try:
                return self._wacht(deel, vraag)
            except (futures.CancelledError, asyncio.CancelledError, KilledWorker, _Verdwenen):
                plek = self._plekken[deel]
                if plek.adres not in self._werkers() or plek.index.status not in ("pending", "finished"):
                    self._plaats(deel)
                vraag = self._vraag(deel, groep, top, peildatum)
        raise GeenWerkers("de werkers vallen steeds weg")

    def _wacht(self, deel: int, vraag: Future) -> list[list[Treffer]]:
        while True:
            try:
                gevonden: list[list[Treffer]] = vraag.result(timeout=KIJK_NA)
                return gevonden
            except TimeoutError:
                if self._plekken[deel].adres not in self._werkers():
                    raise _Verdwenen from None


def _verdeel(kandidaten: Iterable[Kandidaat], aantal: int) -> list[_Stuk]:
    """Deal the people out in turn, so that the parts are of the same size whatever their order."""
    stapels = [Verzamelaar(Woordenboeken()) for _ in range(aantal)]
    for nummer, kandidaat in enumerate(kandidaten):
        stapels[nummer % aantal].neem(kandidaat)
    return [_Stuk(stapel.woorden, stapel.kolommen()) for stapel in stapels]


def _bouw(stuk: _Stuk, taxonomie: Taxonomie) -> Index:
    return Index(taxonomie, stuk.woorden, stuk.kolommen)


def _zoek(index: Index, groep: Sequence[Werkprofiel], top: int, peildatum: date) -> list[list[Treffer]]:
    return [treffers for _, treffers in index.zoek_alle(groep, top, peildatum)]


def _samen(lijsten: Sequence[Any], top: int) -> list[Treffer]:
    """The best of the best of every part."""
    return sorted((treffer for lijst in lijsten for treffer in lijst), key=lambda treffer: treffer.volgorde)[:top]
