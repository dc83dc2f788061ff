"""The compiled loops of the part of a score beside the competences: affinity and conditions, weighed (× 100).

For all people of a block at once, by column; and for one person, by the same columns.
"""

from __future__ import annotations

import numpy as np

from werklandschap.matching.lussen.bouw import compileer_in, compileer_kaal, vak_van
from werklandschap.matching.lussen.lees import kolom_van_code, zoek_post
from werklandschap.matching.vlakken import BLOK

HELFT = BLOK // 2
RIASEC = 6
ZESDE = 10923
"""2¹⁶ ÷ 6, rounded up: exact for what 10 · Σ|d| can be, 6000 at most."""


@compileer_kaal
def _neem_kolom(halve, stappen):  # type: ignore[no-untyped-def]
    """Add a preference that has a column."""
    for i in range(HELFT):
        stappen[i] += np.int16(halve[i] & np.uint8(15)) - np.int16(2)
        stappen[i + HELFT] += np.int16(halve[i] >> np.uint8(4)) - np.int16(2)


@compileer_in
def _neem_stappen(deel, feit, blok, stappen):  # type: ignore[no-untyped-def]
    """Add a preference (−2 … +2; absent counts 0) of all people of a block to ``stappen`` (int16 [BLOK])."""
    kolom = kolom_van_code(deel.wens_kolom, feit)
    if kolom >= 0:
        _neem_kolom(deel.wens_dicht[kolom, blok * HELFT : (blok + 1) * HELFT], stappen)
    elif kolom == -1:
        vak = vak_van(deel.vlak_feit.size, deel.blok_bereik.size, feit, blok)
        for plek in range(np.int64(deel.feit_grens[vak]), np.int64(deel.feit_grens[vak + 1])):
            post = np.int64(deel.feit_posten[plek])
            stappen[post >> 3] += np.int16((post & 7) - 2)


@compileer_kaal
def _verschil(waarde, hier):  # type: ignore[no-untyped-def]
    return np.uint16(max(waarde, hier) - min(waarde, hier))


@compileer_kaal
def _maak_basis(r, i, a, s, e, c, hier, basis):  # type: ignore[no-untyped-def]
    """The base of the affinity from the six columns (uint8) of a block; 255 is unknown."""
    hier_r, hier_i, hier_a, hier_s, hier_e, hier_c = hier[0], hier[1], hier[2], hier[3], hier[4], hier[5]
    for rij in range(BLOK):
        som = _verschil(r[rij], hier_r) + _verschil(i[rij], hier_i) + _verschil(a[rij], hier_a)
        som += _verschil(s[rij], hier_s) + _verschil(e[rij], hier_e) + _verschil(c[rij], hier_c)
        punten = np.uint32(1000) - (np.uint32(np.uint32(som) * np.uint32(10 * ZESDE)) >> np.uint32(16))
        basis[rij] = np.uint16(punten) if r[rij] != np.uint8(255) else np.uint16(500)


@compileer_kaal
def _weeg(zwaar, basis, stappen, rest):  # type: ignore[no-untyped-def]
    """Add ``zwaar`` × clip(basis + 100 × stappen, 0, 1000) to ``rest`` (int32)."""
    for i in range(BLOK):
        punten = np.int32(np.int32(basis[i]) + np.int32(100) * stappen[i])
        rest[i] += np.int32(zwaar * max(np.int32(0), min(np.int32(1000), punten)))


@compileer_in
def rest_van_blok(deel, vraag, blok, ruimte):  # type: ignore[no-untyped-def]
    """Affinity and conditions of all people of a block, weighed, in ``ruimte[0]`` (int32 [BLOK])."""
    rest, stappen, basis = ruimte
    van, tot = blok * BLOK, (blok + 1) * BLOK
    basis[:], rest[:], stappen[:] = 500, 0, 0
    if vraag.riasec_bekend:
        r, i, a = deel.riasec[0, van:tot], deel.riasec[1, van:tot], deel.riasec[2, van:tot]
        s, e, c = deel.riasec[3, van:tot], deel.riasec[4, van:tot], deel.riasec[5, van:tot]
        _maak_basis(r, i, a, s, e, c, vraag.riasec, basis)
    for feit in vraag.sector:
        _neem_stappen(deel, feit, blok, stappen)
    _weeg(np.int32(vraag.deel_affiniteit), basis, stappen, rest)
    basis[:], stappen[:] = 500, 0
    for feit in vraag.wensen:
        _neem_stappen(deel, feit, blok, stappen)
    _weeg(np.int32(vraag.deel_omstandigheden), basis, stappen, rest)


@compileer_in
def _stappen_van(deel, feiten, rij):  # type: ignore[no-untyped-def]
    som = np.int64(0)
    for feit in feiten:
        kolom, in_blok = kolom_van_code(deel.wens_kolom, feit), rij % BLOK
        if kolom >= 0:
            halve = np.int64(deel.wens_dicht[kolom, rij // BLOK * HELFT + in_blok % HELFT])
            som += ((halve >> (4 * (in_blok // HELFT))) & 15) - 2
        elif kolom == -1:
            vak = vak_van(deel.vlak_feit.size, deel.blok_bereik.size, feit, rij // BLOK)
            plek = zoek_post(deel.feit_posten, deel.feit_grens[vak], deel.feit_grens[vak + 1], in_blok)
            som += 0 if plek < 0 else (np.int64(deel.feit_posten[plek]) & 7) - 2
    return som


@compileer_in
def rest_van_rij(deel, vraag, rij):  # type: ignore[no-untyped-def]
    """The same for one person."""
    basis = np.int64(500)
    if vraag.riasec_bekend and deel.riasec[0, rij] != 255:
        verschil = np.int64(0)
        for as_ in range(RIASEC):
            verschil += abs(np.int64(deel.riasec[as_, rij]) - np.int64(vraag.riasec[as_]))
        basis = 1000 - (10 * verschil) // 6
    affiniteit = min(1000, max(0, basis + 100 * _stappen_van(deel, vraag.sector, rij)))
    omstandigheden = min(1000, max(0, 500 + 100 * _stappen_van(deel, vraag.wensen, rij)))
    return vraag.deel_affiniteit * affiniteit + vraag.deel_omstandigheden * omstandigheden
