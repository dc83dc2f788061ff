"""The compiled loops that lay out an index: postings per code and block, full columns, people one by one.

A *posting* is 16 bits: row in its box (13 at most) and level or value (3). A *box* holds what some consecutive people,
a block or a tile of blocks, have of one code.
"""

from __future__ import annotations

from typing import Any

import numba as nb
import numpy as np
from numba.core import cgutils, types
from numba.extending import intrinsic

from werklandschap.matching.vlakken import BLOK

njit: Any = nb.njit
bouwer: Any = cgutils
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


def _haal(_context: Any, reeks: Any, _plek: Any) -> Any:
    """Ask memory for what lies at ``plek`` of an array (of its first dimension), without waiting for it."""

    ir, wijzer = bouwer.ir, bouwer.voidptr_t

    def maak(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        lijst = context.make_array(signature.args[0])(context, builder, args[0])
        stap = bouwer.unpack_tuple(builder, lijst.strides)[0]
        adres = builder.add(builder.ptrtoint(lijst.data, stap.type), builder.mul(args[1], stap))
        pointer = builder.inttoptr(adres, wijzer)
        soort = ir.FunctionType(ir.VoidType(), [wijzer, *[ir.IntType(32)] * 3])
        lees, blijf, gegevens = (ir.Constant(ir.IntType(32), getal) for getal in (0, 3, 1))
        functie = bouwer.get_or_insert_function(builder.module, soort, "llvm.prefetch.p0")
        builder.call(functie, [pointer, lees, blijf, gegevens])
        return context.get_dummy_value()

    return types.none(reeks, types.int64), maak


haal: Any = intrinsic(_haal)


def schrijf_uit(functie: Any) -> Any:
    """Write out in the caller before it is compiled: for what returns pieces of arrays."""
    return njit(inline="always", **ZO)(functie)


@compileer
def leg_in_vakken(orde, begin, code, breedte, samen):  # type: ignore[no-untyped-def]
    """Where each box starts: uint32 [boxes + 1], by ``samen`` people, then code; ``orde`` holds the old row per row."""
    grens = np.zeros(-(-orde.size // samen) * breedte + 1, np.uint32)
    for rij in range(orde.size):
        oud, eerste = orde[rij], rij // samen * breedte + 1
        for plek in range(begin[oud], begin[oud + 1]):
            grens[eerste + code[plek]] += 1
    for vak in range(1, grens.size):
        grens[vak] += grens[vak - 1]
    return grens


@compileer_kaal
def vul_vakken(orde, begin, code, waarde, breedte, samen, vrij, posten):  # type: ignore[no-untyped-def]
    """Postings per box, rows ascending: uint16 [m]. ``vrij`` is where each box starts, and then where it ends."""
    for rij in range(orde.size):
        oud, eerste = orde[rij], rij // samen * breedte
        for plek in range(begin[oud], begin[oud + 1]):
            vak = eerste + code[plek]
            posten[vrij[vak]] = ((rij % samen) << 3) | waarde[plek]
            vrij[vak] += 1


@compileer_kaal
def vul_datums(orde, begin, code, tot, breedte, samen, vrij, datums):  # type: ignore[no-untyped-def]
    """The end date of each certificate, in the order of the postings: int32 [m]."""
    for rij in range(orde.size):
        oud, eerste = orde[rij], rij // samen * breedte
        for plek in range(begin[oud], begin[oud + 1]):
            vak = eerste + code[plek]
            datums[vrij[vak]] = tot[plek]
            vrij[vak] += 1


@compileer_kaal
def vul_personen(orde, begin, code, niveau, eigen_begin, eigen):  # type: ignore[no-untyped-def]
    """The competences person by person: where each row starts (uint32 [n + 1]) and code·8 + level (uint32 [m])."""
    vrij = 0
    for rij in range(orde.size):
        oud = orde[rij]
        for plek in range(begin[oud], begin[oud + 1]):
            eigen[vrij] = (code[plek] << 3) | niveau[plek]
            vrij += 1
        eigen_begin[rij + 1] = vrij


@compileer_kaal
def vul_dicht(orde, begin, code, waarde, kolom_van, dicht):  # type: ignore[no-untyped-def]
    """Write values of codes that many people have into full columns: ``dicht`` [columns, n]."""
    for rij in range(orde.size):
        oud = orde[rij]
        for plek in range(begin[oud], begin[oud + 1]):
            kolom = kolom_van[code[plek]]
            if kolom >= 0:
                dicht[kolom, rij] = waarde[plek]


@compileer_kaal
def vul_halve_bytes(orde, begin, code, waarde, kolom_van, dicht):  # type: ignore[no-untyped-def]
    """Write values into columns of half bytes, ``dicht`` [blocks, columns]: the first half of the people is low."""
    helft = BLOK // 2
    for rij in range(orde.size):
        oud, blok, in_blok = orde[rij], rij // BLOK, rij % BLOK
        plaats, schuif = in_blok % helft, 4 * (in_blok // helft)
        for plek in range(begin[oud], begin[oud + 1]):
            kolom = kolom_van[code[plek]]
            if kolom >= 0:
                dicht[blok, kolom, plaats] |= waarde[plek] << schuif


@compileer_kaal
def vul_wensen(orde, begin, code, waarde, halve_van, mens):  # type: ignore[no-untyped-def]
    """Write values into the half bytes of the record of each person; ``halve_van`` tells which, −1 = none."""
    for rij in range(orde.size):
        oud = orde[rij]
        for plek in range(begin[oud], begin[oud + 1]):
            halve = halve_van[code[plek]]
            if halve >= 0:
                schuif = 4 * (halve % 2)
                mens[rij, halve // 2] = mens[rij, halve // 2] & (240 >> schuif) | waarde[plek] << schuif


@compileer_kaal
def vul_bits(orde, begin, code, bit_van, mens):  # type: ignore[no-untyped-def]
    """Set the bit of every code somebody has in the record of each person; ``bit_van`` tells which, −1 = none."""
    for rij in range(orde.size):
        oud = orde[rij]
        for plek in range(begin[oud], begin[oud + 1]):
            bit = bit_van[code[plek]]
            if bit >= 0:
                mens[rij, bit // 8] |= 1 << bit % 8
