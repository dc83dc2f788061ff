"""How many bytes a question reads from memory, counted by the layout of the index: each array once."""

from __future__ import annotations

import numpy as np
from _matching_data import PEILDATUM

from werklandschap.matching.invoer import Werkprofiel
from werklandschap.matching.lussen.bouw import njit
from werklandschap.matching.lussen.zeef import kies_vlakken, vul_bereik, zeef
from werklandschap.matching.lussen.zoek import VEEL_OVER
from werklandschap.matching.motor import Index
from werklandschap.matching.vlakken import BLOK, TEGEL, WOORDEN
from werklandschap.matching.vraag import Verwanten, leg_samen, maak_vraag

GRENZEN_VAN_BLOK = 8 * 8
"""Its middle, its reach, and the bounds of hours and availability."""
PER_OVER = 4 * 3 + 2 + 4 + 4
"""Per person left by the planes: place, travel, availability, a certificate."""
PER_MENS = 55 * 4 + 8
"""Per person counted alone: competences, and where they begin."""
VAN_BLOK = BLOK
"""Per block counted as a whole: tempo, besides the columns of competences."""
KANSRIJK = 8
"""Of who is counted as a block, one in so many can still win, and their record is read."""


@njit(error_model="numpy")
def _tel(deel, vragen, leeft, keuze, bereik, per_blok):  # type: ignore[no-untyped-def]
    """Per block −1, or how many are left by the planes and how many after that: int64 [b, 2]."""
    woorden, over = np.empty(WOORDEN, np.uint64), np.empty(BLOK, np.int64)
    vul_bereik(deel, vragen, 0, bereik)
    for blok in range(per_blok.shape[0]):
        per_blok[blok] = -1
        if bereik[blok]:
            per_blok[blok, 1] = zeef(deel, vragen, 0, leeft, keuze, blok, bereik[blok] == 1, woorden, over)
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
    vragen = leg_samen([vraag])
    keuze = kies_vlakken(deel, vragen, 0)
    kolom, blokken = deel.competentie_kolom[vraag.lijst], deel.blok_bereik.size
    telling = np.empty((blokken, 2), np.int64)
    _tel(deel, vragen, laag.leeft, keuze, np.empty(blokken, np.uint8), telling)
    lijsten, per_tegel = vraag.lijst[kolom < 0].astype(np.int64), set()
    heel = VAN_BLOK + BLOK // 2 * int((kolom >= 0).sum())
    som = blokken * GRENZEN_VAN_BLOK
    for blok in np.flatnonzero(telling[:, 0] >= 0).tolist():
        van_vlakken, aantal = telling[blok].tolist()
        som += (1 + keuze[0].size) * WOORDEN * 8 + van_vlakken * PER_OVER
        if aantal * VEEL_OVER < BLOK:
            som += aantal * PER_MENS
        else:
            som += heel + aantal // KANSRIJK * deel.mens.shape[1]
            per_tegel.add(blok // TEGEL)
    for tegel in per_tegel:
        vakken = tegel * deel.competenties + lijsten
        posten = deel.grens[vakken + 1].astype(np.int64) - deel.grens[vakken]
        som += vakken.size * 8 + 2 * int(posten.sum())
    return int(som)
