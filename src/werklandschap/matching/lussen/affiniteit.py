"""The compiled loops of the part of a score beside the competences: affinity and conditions, weighed (× 100).

Of one person at a time, from their record: it is asked only of who can still win.
"""

from __future__ import annotations

import numpy as np

from werklandschap.matching.deel import RIASEC
from werklandschap.matching.kolommen import STAP_NUL
from werklandschap.matching.lussen.bouw import compileer_in
from werklandschap.matching.lussen.lees import plek_van_code, zoek_post
from werklandschap.matching.vlakken import BLOK


@compileer_in
def _stappen_van(deel, feiten, rij):  # type: ignore[no-untyped-def]
    """The sum of preferences (−2 … +2; absent counts 0)."""
    som = np.int64(0)
    for feit in feiten:
        halve = plek_van_code(deel.mens_wens, feit)
        if halve >= 0:
            som += ((np.int64(deel.mens[rij, halve >> 1]) >> (4 * (halve & 1))) & 15) - STAP_NUL
        elif halve == -1:
            vak = rij // BLOK * deel.vlak_feit.size + feit
            plek = zoek_post(deel.feit_posten, deel.feit_grens[vak], deel.feit_grens[vak + 1], rij % BLOK)
            som += 0 if plek < 0 else (np.int64(deel.feit_posten[plek]) & 7) - STAP_NUL
    return som


@compileer_in
def rest_van_rij(deel, vraag, rij):  # type: ignore[no-untyped-def]
    """Affinity and conditions of a person, weighed."""
    basis = np.int64(500)
    if vraag.riasec_bekend and deel.mens[rij, 0] != 255:
        verschil = np.int64(0)
        for as_ in range(RIASEC):
            verschil += abs(np.int64(deel.mens[rij, as_]) - np.int64(vraag.riasec[as_]))
        basis = 1000 - (10 * verschil) // 6
    affiniteit = min(1000, max(0, basis + 100 * _stappen_van(deel, vraag.sector, rij)))
    omstandigheden = min(1000, max(0, 500 + 100 * _stappen_van(deel, vraag.wensen, rij)))
    return vraag.deel_affiniteit * affiniteit + vraag.deel_omstandigheden * omstandigheden
