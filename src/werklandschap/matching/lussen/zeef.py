"""The compiled loops of the hard requirements but the competences: which people of a block pass.

Planes of bits first: all that is asked is a few words to and for 64 people (see ``vlakken``). What has no plane of its
own is looked at person by person, for who is left.
"""

from __future__ import annotations

import numpy as np

from werklandschap.matching.lussen.bouw import compileer, compileer_in, compileer_kaal
from werklandschap.matching.lussen.lees import vraag_uit
from werklandschap.matching.vlakken import BLOK, DAGDELEN, WOORDEN

DE_BRUIJN = 0x03F79D71B4CB0A89
"""Multiplied by a power of two, the highest six bits differ for each: that tells which bit it is."""
BIT_VAN = np.zeros(64, np.uint8)
BIT_VAN[[(DE_BRUIJN << bit) % (1 << 64) >> 58 for bit in range(64)]] = np.arange(64)


@compileer_in
def vul_bereik(deel, vragen, nummer, bereik):  # type: ignore[no-untyped-def]
    """Per block whether anybody can pass: 0 nobody, 1 distance must be looked at, 2 distance excludes nobody."""
    vraag = vraag_uit(vragen, nummer)
    for blok in range(bereik.size):
        bereik[blok] = _bereik_van(deel, vraag, blok)


@compileer_in
def _bereik_van(deel, vraag, blok):  # type: ignore[no-untyped-def]
    if vraag.vraagt_max and deel.blok_uren_min[blok] > vraag.uren_max:
        return 0
    if vraag.vraagt_min and deel.blok_uren_max[blok] < vraag.uren_min:
        return 0
    if deel.blok_vanaf[blok] > vraag.start:
        return 0
    if not vraag.heeft_plaats:
        return 2
    binnen = deel.blok_x[blok] * vraag.x64 + deel.blok_y[blok] * vraag.y64 + deel.blok_z[blok] * vraag.z64
    if binnen < deel.blok_bereik[blok]:
        return 0
    return 1 if binnen < deel.blok_dichtbij[blok] else 2


@compileer_kaal
def _eerste_vanaf(trappen, grens):  # type: ignore[no-untyped-def]
    """The place of the lowest threshold ≥ ``grens``; the number of thresholds when there is none."""
    for plaats in range(trappen.size):
        if trappen[plaats] >= grens:
            return plaats
    return trappen.size


@compileer_kaal
def _laatste_tot(trappen, grens):  # type: ignore[no-untyped-def]
    """The place of the highest threshold ≤ ``grens``; −1 when there is none."""
    for plaats in range(trappen.size - 1, -1, -1):
        if trappen[plaats] <= grens:
            return plaats
    return -1


@compileer
def kies_vlakken(deel, vragen, nummer):  # type: ignore[no-untyped-def]
    """The planes in which a person's bit must be 1, and whether uren_min, uren_max and vanaf must be looked at too."""
    vlakken = np.empty(3 + DAGDELEN + vragen.min_feit.size + vragen.certificaat.size, np.int64)
    kijk = np.ones(3, np.uint8)
    aantal = _vul_vlakken(deel, vraag_uit(vragen, nummer), vlakken, kijk)
    return vlakken[:aantal], kijk


@compileer_in
def _vul_vlakken(deel, vraag, vlakken, kijk):  # type: ignore[no-untyped-def]
    aantal = 0
    kijk[0], kijk[1] = vraag.vraagt_max, vraag.vraagt_min
    if vraag.vraagt_max and deel.trappen_uren_min.size:
        plaats = _eerste_vanaf(deel.trappen_uren_min, vraag.uren_max)
        kijk[0] = plaats < deel.trappen_uren_min.size and deel.trappen_uren_min[plaats] != vraag.uren_max
        if plaats < deel.trappen_uren_min.size:
            vlakken[aantal], aantal = deel.vlak_uren_min[0] + plaats, aantal + 1
    if vraag.vraagt_min and deel.trappen_uren_max.size:
        plaats = _laatste_tot(deel.trappen_uren_max, vraag.uren_min)
        kijk[1] = plaats >= 0 and deel.trappen_uren_max[plaats] != vraag.uren_min
        if plaats >= 0:
            vlakken[aantal], aantal = deel.vlak_uren_max[0] + plaats, aantal + 1
    if deel.trappen_vanaf.size:
        plaats = _eerste_vanaf(deel.trappen_vanaf, vraag.start)
        kijk[2] = plaats < deel.trappen_vanaf.size and deel.trappen_vanaf[plaats] != vraag.start
        if plaats < deel.trappen_vanaf.size:
            vlakken[aantal], aantal = deel.vlak_vanaf[0] + plaats, aantal + 1
    for dagdeel in range(DAGDELEN):
        if (np.int64(vraag.dagdelen) >> dagdeel) & 1:
            vlakken[aantal], aantal = deel.vlak_dagdelen[0] + dagdeel, aantal + 1
    for nummer in range(vraag.min_feit.size):
        feit = vraag.min_feit[nummer]
        if 0 <= feit < deel.vlak_feit.size and deel.vlak_feit[feit] >= 0:
            vlakken[aantal], aantal = deel.vlak_feit[feit] + np.int64(vraag.min_waarde[nummer]) - 1, aantal + 1
    for code in vraag.certificaat:
        if 0 <= code < deel.vlak_certificaat.size and deel.vlak_certificaat[code] >= 0:
            plaats = _laatste_tot(deel.trappen_certificaat[code], vraag.start)
            if plaats >= 0:
                vlakken[aantal], aantal = deel.vlak_certificaat[code] + plaats, aantal + 1
    return aantal


@compileer_in
def _zeef_posten(deel, vraag, blok, woorden):  # type: ignore[no-untyped-def]
    """Languages, limits and certificates that few people have: take out who is too low or too early."""
    for nummer in range(vraag.min_feit.size):
        feit, laagste = vraag.min_feit[nummer], vraag.min_waarde[nummer]
        if 0 <= feit < deel.vlak_feit.size and deel.vlak_feit[feit] < 0:
            vak = blok * deel.vlak_feit.size + feit
            for plek in range(np.int64(deel.feit_grens[vak]), np.int64(deel.feit_grens[vak + 1])):
                post = np.uint64(deel.feit_posten[plek])
                faalt = np.uint64((post & np.uint64(7)) < laagste)
                woorden[post >> np.uint64(9)] &= ~(faalt << ((post >> np.uint64(3)) & np.uint64(63)))
    for code in vraag.certificaat:
        if 0 <= code < deel.certificaat_kolom.size and deel.certificaat_kolom[code] < 0:
            vak = blok * deel.certificaat_kolom.size + code
            for plek in range(np.int64(deel.certificaat_grens[vak]), np.int64(deel.certificaat_grens[vak + 1])):
                post = np.uint64(deel.certificaat_posten[plek])
                faalt = np.uint64(deel.certificaat_tot[plek] < vraag.start)
                woorden[post >> np.uint64(9)] &= ~(faalt << ((post >> np.uint64(3)) & np.uint64(63)))


@compileer_kaal
def _schrijf_rijen(woorden, over):  # type: ignore[no-untyped-def]
    """Write the numbers of the bits that are 1, ascending; returns how many."""
    aantal = 0
    for plaats in range(WOORDEN):
        woord = woorden[plaats]
        while woord:
            laagste = woord & (~woord + np.uint64(1))
            over[aantal] = plaats * 64 + np.int64(BIT_VAN[(laagste * np.uint64(DE_BRUIJN)) >> np.uint64(58)])
            aantal += 1
            woord ^= laagste
    return aantal


@compileer_in
def _hou_dichtbij(deel, vraag, van, over, aantal):  # type: ignore[no-untyped-def]
    """Keep who is near enough, by the square of the chord; rows in doubt stay in."""
    blijft = 0
    for plek in range(aantal):
        i = over[plek]
        rij = van + i
        dx, dy, dz = deel.x[rij] - vraag.x, deel.y[rij] - vraag.y, deel.z[rij] - vraag.z
        over[blijft] = i
        blijft += int(dx * dx + dy * dy + dz * dz <= deel.koorde_ver[deel.reis[rij]])
    return blijft


@compileer_in
def _hou_uren(deel, vraag, van, over, aantal):  # type: ignore[no-untyped-def]
    blijft = 0
    for plek in range(aantal):
        i = over[plek]
        laagst, hoogst = deel.uren_min[van + i], deel.uren_max[van + i]
        over[blijft] = i
        past = (not vraag.vraagt_max) | (laagst == 255) | (laagst <= vraag.uren_max)
        blijft += int(past & ((not vraag.vraagt_min) | (hoogst >= vraag.uren_min)))
    return blijft


@compileer_kaal
def _hou_tot(kolom, start, van, over, aantal):  # type: ignore[no-untyped-def]
    """Keep whose value is at most ``start``."""
    blijft = 0
    for plek in range(aantal):
        i = over[plek]
        over[blijft] = i
        blijft += int(kolom[van + i] <= start)
    return blijft


@compileer_kaal
def _hou_geldig(kolom, start, van, over, aantal):  # type: ignore[no-untyped-def]
    """Keep whose certificate is valid on ``start``."""
    blijft = 0
    for plek in range(aantal):
        i = over[plek]
        over[blijft] = i
        blijft += int(kolom[van + i] >= start)
    return blijft


@compileer_in
def zeef(deel, vragen, nummer, leeft, keuze, blok, afstand, woorden, over):  # type: ignore[no-untyped-def]
    """Write the rows in a block that pass all but the hard competences to ``over``; returns how many."""
    vraag = vraag_uit(vragen, nummer)
    vlakken, kijk = keuze
    eerste, van = blok * WOORDEN, blok * BLOK
    for plaats in range(WOORDEN):
        woorden[plaats] = leeft[eerste + plaats]
    for vlak in vlakken:
        van_blok = deel.vlak[blok, vlak]
        for plaats in range(WOORDEN):
            woorden[plaats] &= van_blok[plaats]
    _zeef_posten(deel, vraag, blok, woorden)
    aantal = _schrijf_rijen(woorden, over)
    if afstand:
        aantal = _hou_dichtbij(deel, vraag, van, over, aantal)
    if kijk[0] or kijk[1]:
        aantal = _hou_uren(deel, vraag, van, over, aantal)
    if kijk[2]:
        aantal = _hou_tot(deel.vanaf, vraag.start, van, over, aantal)
    for code in vraag.certificaat:
        if 0 <= code < deel.certificaat_kolom.size and deel.certificaat_kolom[code] >= 0:
            kolom = deel.certificaat_dicht[deel.certificaat_kolom[code]]
            aantal = _hou_geldig(kolom, vraag.start, van, over, aantal)
    return np.int64(aantal)
