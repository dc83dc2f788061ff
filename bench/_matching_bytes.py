"""How many bytes a question reads from memory, counted by the layout of the index: each array once."""

from __future__ import annotations

import numpy as np
from _matching_data import PEILDATUM

from werklandschap.matching.invoer import Werkprofiel
from werklandschap.matching.lussen.bouw import njit, vak_van
from werklandschap.matching.lussen.zeef import bereik_van, kies_vlakken, zeef
from werklandschap.matching.lussen.zoek import VEEL_OVER
from werklandschap.matching.motor import Index
from werklandschap.matching.vlakken import BLOK, WOORDEN
from werklandschap.matching.vraag import Verwanten, maak_vraag

GRENZEN_VAN_BLOK = 8 * 8
"""Its middle, its reach, and the bounds of hours and availability."""
PER_OVER = 4 * 3 + 2 + 4 + 4
"""Per person left by the planes: place, travel, availability, a certificate."""
PER_MENS = 55 * 4 + 8 + 12
"""Per person counted alone: competences, where they begin, riasec and preferences."""
VAN_BLOK = 7 * BLOK
"""Per block counted as a whole: tempo and riasec, besides the columns of competences and preferences."""


@njit(error_model="numpy")
def _tel(deel, vraag, leeft, keuze, per_blok):  # type: ignore[no-untyped-def]
    """Per block −1, or how many are left by the planes and how many after that: int64 [b, 2]."""
    woorden, over = np.empty(WOORDEN, np.uint64), np.empty(BLOK, np.int64)
    for blok in range(per_blok.shape[0]):
        per_blok[blok] = -1
        bereik = bereik_van(deel, vraag, blok)
        if bereik:
            per_blok[blok, 1] = zeef(deel, vraag, leeft, keuze, blok, bereik == 1, woorden, over)
            per_blok[blok, 0] = 0
            for woord in woorden:
                while woord:
                    woord &= woord - np.uint64(1)
                    per_blok[blok, 0] += 1


def gelezen_bytes(index: Index, werk: Werkprofiel) -> int:
    """Bytes of the large part that one question reads; what it writes and reads again in the cache doesn't count."""
    laag = index.lagen[0]
    deel = laag.deel.rijen
    vraag = maak_vraag(werk, Verwanten(index.taxonomie, index.woorden), index.woorden, PEILDATUM)
    keuze = kies_vlakken(deel, vraag)
    kolom, blokken = deel.competentie_kolom[vraag.lijst], deel.blok_bereik.size
    telling = np.empty((blokken, 2), np.int64)
    _tel(deel, vraag, laag.leeft, keuze, telling)
    lijsten = vraag.lijst[kolom < 0].tolist()
    heel = VAN_BLOK + BLOK // 2 * (int((kolom >= 0).sum()) + vraag.wensen.size + vraag.sector.size)
    som = blokken * GRENZEN_VAN_BLOK
    for blok in np.flatnonzero(telling[:, 0] >= 0):
        van_vlakken, aantal = telling[blok]
        som += (1 + keuze[0].size) * WOORDEN * 8 + van_vlakken * PER_OVER
        if aantal * VEEL_OVER < BLOK:
            som += aantal * PER_MENS
        else:
            vakken = np.array([vak_van(deel.competenties, blokken, code, blok) for code in lijsten], np.int64)
            posten = deel.grens[vakken + 1].astype(np.int64) - deel.grens[vakken]
            som += heel + vakken.size * 8 + 2 * int(posten.sum())
    return int(som)
