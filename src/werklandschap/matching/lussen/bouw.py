"""The compiled loops that lay out an index: postings per code and block, full columns, people one by one.

A *posting* is 16 bits: row in the block (11) and level or value (3).
"""

from __future__ import annotations

from typing import Any

import numba as nb
import numpy as np

from werklandschap.matching.vlakken import BLOK

njit: Any = nb.njit
TEGEL_BITS = 2
TEGEL = 1 << TEGEL_BITS
"""Blocks in a tile."""
ZO: dict[str, Any] = {"nogil": True, "error_model": "numpy", "no_cfunc_wrapper": True}


def compileer(functie: Any) -> Any:
    """Compile once and keep the result beside the module, or only for this process where nothing is writable."""
    try:
        return njit(cache=True, **ZO)(functie)
    except RuntimeError:
        return njit(**ZO)(functie)


def compileer_kaal(functie: Any) -> Any:
    """The same for a function that makes and returns no arrays, without counting who holds those it is given.

    A part is some forty arrays; to count each of them up and down costs more than most of these functions do.
    """
    try:
        return njit(cache=True, _nrt=False, **ZO)(functie)
    except RuntimeError:
        return njit(_nrt=False, **ZO)(functie)


def compileer_in(functie: Any) -> Any:
    """Compile as a piece of the caller, without counting as above; a call would copy what it is given."""
    return njit(forceinline=True, no_cpython_wrapper=True, _nrt=False, **ZO)(functie)


def schrijf_uit(functie: Any) -> Any:
    """Write out in the caller before it is compiled: for what returns pieces of arrays."""
    return njit(inline="always", **ZO)(functie)


@compileer_kaal
def vak_van(breedte, blokken, code, blok):  # type: ignore[no-untyped-def]
    """The number of the box of a code in a block; its postings lie between two consecutive limits.

    By tile of blocks, then code, then block: a tile fits in the cache, and what is read of a code is one line of it.
    """
    schuif = np.int64(TEGEL_BITS if blokken >= TEGEL else 0)
    tegel, in_tegel = np.int64(blok) >> schuif, np.int64(blok) & ((np.int64(1) << schuif) - 1)
    return (tegel * breedte + np.int64(code) << schuif) + in_tegel


@compileer
def leg_in_vakken(orde, begin, code, breedte):  # type: ignore[no-untyped-def]
    """Where each box starts: uint32 [boxes + 1]; ``orde`` holds the old row per new row."""
    blokken = (orde.size + BLOK - 1) // BLOK
    heel = -(-blokken // TEGEL) * TEGEL if blokken >= TEGEL else blokken
    grens = np.zeros(heel * breedte + 1, np.uint32)
    for rij in range(orde.size):
        blok, oud = rij // BLOK, orde[rij]
        for plek in range(begin[oud], begin[oud + 1]):
            grens[vak_van(breedte, blokken, code[plek], blok) + 1] += 1
    for vak in range(1, grens.size):
        grens[vak] += grens[vak - 1]
    return grens


@compileer
def vul_vakken(orde, begin, code, waarde, breedte, grens):  # type: ignore[no-untyped-def]
    """Postings per box, rows ascending: uint16 [m]."""
    vrij, blokken = grens[:-1].copy(), (orde.size + BLOK - 1) // BLOK
    posten = np.empty(code.size, np.uint16)
    for rij in range(orde.size):
        blok, oud = rij // BLOK, orde[rij]
        for plek in range(begin[oud], begin[oud + 1]):
            vak = vak_van(breedte, blokken, code[plek], blok)
            posten[vrij[vak]] = ((rij % BLOK) << 3) | waarde[plek]
            vrij[vak] += 1
    return posten


@compileer
def vul_personen(orde, begin, code, niveau):  # type: ignore[no-untyped-def]
    """The competences person by person: where each row starts (uint32 [n + 1]) and code·8 + level (uint32 [m])."""
    eigen_begin = np.zeros(orde.size + 1, np.uint32)
    eigen = np.empty(code.size, np.uint32)
    vrij = 0
    for rij in range(orde.size):
        oud = orde[rij]
        for plek in range(begin[oud], begin[oud + 1]):
            eigen[vrij] = (code[plek] << 3) | niveau[plek]
            vrij += 1
        eigen_begin[rij + 1] = vrij
    return eigen_begin, eigen


@compileer
def vul_datums(orde, begin, code, tot, breedte, grens):  # type: ignore[no-untyped-def]
    """The end date of each certificate, in the order of the postings: int32 [m]."""
    vrij, blokken = grens[:-1].copy(), (orde.size + BLOK - 1) // BLOK
    datums = np.empty(code.size, np.int32)
    for rij in range(orde.size):
        blok, oud = rij // BLOK, orde[rij]
        for plek in range(begin[oud], begin[oud + 1]):
            vak = vak_van(breedte, blokken, code[plek], blok)
            datums[vrij[vak]] = tot[plek]
            vrij[vak] += 1
    return datums


@compileer
def vul_dicht(orde, begin, code, waarde, kolom_van, dicht):  # type: ignore[no-untyped-def]
    """Write values of codes that many people have into full columns: ``dicht`` [columns, n]."""
    for rij in range(orde.size):
        oud = orde[rij]
        for plek in range(begin[oud], begin[oud + 1]):
            kolom = kolom_van[code[plek]]
            if kolom >= 0:
                dicht[kolom, rij] = waarde[plek]


@compileer
def vul_halve_bytes(orde, begin, code, waarde, kolom_van, dicht):  # type: ignore[no-untyped-def]
    """Write values into columns of half bytes: of a block the first half of the people is low."""
    helft = BLOK // 2
    for rij in range(orde.size):
        oud, in_blok = orde[rij], rij % BLOK
        plaats = rij // BLOK * helft + in_blok % helft
        schuif = 4 * (in_blok // helft)
        for plek in range(begin[oud], begin[oud + 1]):
            kolom = kolom_van[code[plek]]
            if kolom >= 0:
                ander = dicht[kolom, plaats] & (240 >> schuif)
                dicht[kolom, plaats] = ander | waarde[plek] << schuif
