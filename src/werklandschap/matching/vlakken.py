"""Planes of bits: per requirement and value one bit a person, so that 64 people are tried in one step.

A plane says "whose bit is 0 does not pass". Of values with many thresholds (dates) only some have a plane; the loops
then look at the value itself of who is left. Unknown always passes. Person i is bit i % 64 of word i // 64 (uint64); a
block of 2048 people is 32 words.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from werklandschap.matching.invoer import OMSTANDIGHEID_MAX, TAAL_MAX
from werklandschap.matching.kolommen import ONBEKEND, TAAL, Reeks

BLOK = 2048
TEGEL = 4
"""Blocks in a tile, whose postings lie together; a posting has room for the rows of four."""
WOORDEN = BLOK // 64
DAGDELEN = 21
TRAPPEN_UREN = 48
TRAPPEN_DATUM = 24
ZONDER_VLAK = -1


class Vlakken(NamedTuple):
    """The planes of a part, uint64 [blocks, p, 32], and where they are.

    ``dagdelen``, ``uren_min``, ``uren_max``, ``vanaf``: int64 [1], their first plane. ``trappen_*``: int64, the
    thresholds that have a plane, ascending. ``feit``: int32 [facts], the plane of minimum 1, followed by those of the
    higher ones; −1 = it has postings. ``certificaat``: int32 [certificates], the first plane or −1;
    ``trappen_certificaat``: int64 [certificates, thresholds].
    """

    vlak: Reeks
    dagdelen: Reeks
    uren_min: Reeks
    uren_max: Reeks
    vanaf: Reeks
    trappen_uren_min: Reeks
    trappen_uren_max: Reeks
    trappen_vanaf: Reeks
    feit: Reeks
    certificaat: Reeks
    trappen_certificaat: Reeks


def bits(reeks: Reeks) -> Reeks:
    """Booleans [k, n] as words [k, 32 per block]; 0 after the last person."""
    uit = np.zeros((reeks.shape[0], -(-reeks.shape[1] // BLOK) * BLOK // 8), np.uint8)
    uit[:, : -(-reeks.shape[1] // 8)] = np.packbits(reeks, axis=1, bitorder="little")
    return uit.view(np.uint64)


def bit(woorden: Reeks, rij: int) -> bool:
    """The bit of one person in a plane."""
    return bool(int(woorden[rij // 64]) >> (rij % 64) & 1)


def zet_uit(woorden: Reeks, rijen: Reeks) -> Reeks:
    """A copy of a plane in which these people are 0."""
    nieuw = woorden.copy()
    np.bitwise_and.at(nieuw, rijen // 64, ~(np.uint64(1) << (rijen % 64).astype(np.uint64)))
    return nieuw


class _Stapel:
    """Gathers planes."""

    def __init__(self) -> None:
        self.lagen: list[Reeks] = []
        self.hoogte = 0

    def leg(self, reeks: Reeks) -> int:
        """Add booleans [k, n] as planes; returns the number of the first."""
        begin = self.hoogte
        self.lagen.append(bits(reeks))
        self.hoogte += len(reeks)
        return begin

    def leg_elk(self, reeksen: Sequence[Reeks]) -> int:
        """The same for planes one by one, so that no wide table of booleans is needed."""
        begin = self.hoogte
        for reeks in reeksen:
            self.leg(reeks[None])
        return begin

    def per_blok(self) -> Reeks:
        """All planes, those of a block together: a search reads some words of many planes."""
        alle = np.concatenate(self.lagen)
        return np.ascontiguousarray(alle.reshape(len(alle), -1, WOORDEN).transpose(1, 0, 2))


def maak_vlakken(
    uren: tuple[Reeks, Reeks],
    vanaf: Reeks,
    dagdelen: Reeks,
    feiten: tuple[Reeks, Reeks],
    certificaten: tuple[Reeks, Reeks],
    codes: Sequence[str],
) -> Vlakken:
    """Planes of columns that are in the order of the part.

    ``feiten`` and ``certificaten``: per code its column or −1, and the columns [k, n]; ``codes``: those of the facts.
    """
    stapel = _Stapel()
    delen = [dagdelen >> np.uint32(deel) & np.uint32(1) > 0 for deel in range(DAGDELEN)]
    begin_dag = stapel.leg_elk(delen)
    laagst, hoogst = np.where(uren[0] == ONBEKEND, 0, uren[0]), uren[1]
    trappen = _trappen(laagst, TRAPPEN_UREN), _trappen(hoogst, TRAPPEN_UREN), _trappen(vanaf, TRAPPEN_DATUM)
    begin_min = stapel.leg_elk([laagst <= trap for trap in trappen[0].tolist()])
    begin_max = stapel.leg_elk([hoogst >= trap for trap in trappen[1].tolist()])
    begin_vanaf = stapel.leg_elk([vanaf <= trap for trap in trappen[2].tolist()])
    feit = _leg_feiten(stapel, *feiten, codes)
    certificaat, trappen_certificaat = _leg_certificaten(stapel, *certificaten)
    return Vlakken(
        vlak=stapel.per_blok(),
        dagdelen=np.array([begin_dag], np.int64),
        uren_min=np.array([begin_min], np.int64),
        uren_max=np.array([begin_max], np.int64),
        vanaf=np.array([begin_vanaf], np.int64),
        trappen_uren_min=trappen[0],
        trappen_uren_max=trappen[1],
        trappen_vanaf=trappen[2],
        feit=feit,
        certificaat=certificaat,
        trappen_certificaat=trappen_certificaat,
    )


def _trappen(kolom: Reeks, hoogstens: int) -> Reeks:
    """Values that get a plane: all of them, or evenly spread over the people. A small part needs none."""
    if kolom.size < BLOK:
        return np.empty(0, np.int64)
    alle = np.unique(kolom)
    if alle.size > hoogstens:
        alle = np.unique(np.quantile(kolom, np.linspace(0, 1, hoogstens), method="nearest"))
    return alle.astype(np.int64)


def _leg_feiten(stapel: _Stapel, kolom_van: Reeks, dicht: Reeks, codes: Sequence[str]) -> Reeks:
    eerste = np.full(kolom_van.size, ZONDER_VLAK, np.int32)
    for feit in np.flatnonzero(kolom_van >= 0).tolist():
        waarden = dicht[kolom_van[feit]]
        hoogste = TAAL_MAX if codes[feit].startswith(TAAL) else OMSTANDIGHEID_MAX
        eerste[feit] = stapel.leg_elk([waarden >= laagste for laagste in range(1, hoogste + 1)])
    return eerste


def _leg_certificaten(stapel: _Stapel, kolom_van: Reeks, dicht: Reeks) -> tuple[Reeks, Reeks]:
    eerste = np.full(kolom_van.size, ZONDER_VLAK, np.int32)
    trappen = np.zeros((kolom_van.size, TRAPPEN_DATUM), np.int64)
    for code in np.flatnonzero(kolom_van >= 0).tolist():
        tot = dicht[kolom_van[code]]
        eigen = _trappen(tot, TRAPPEN_DATUM)
        if eigen.size:
            trappen[code] = np.pad(eigen, (0, TRAPPEN_DATUM - eigen.size), mode="edge")
            eerste[code] = stapel.leg_elk([tot >= trap for trap in trappen[code].tolist()])
    return eerste, trappen
