"""The inner loops of a search, compiled by numba. Imported only when something is really searched or built.

People are in blocks of 2048 rows, see ``bouwlussen``. All arithmetic of scores is in whole numbers; the only floating
point is the estimate of distance, which leaves doubtful rows in.

A search goes through the blocks that may hold somebody, a number of them at a time (a *batch*): first the hard
requirements by column, then the points of the eisen, list by list, for all blocks of the batch; the rest (affinity,
conditions, hard competences, what is unknown) only for those whose points can still bring them into the top.
"""

from __future__ import annotations

import numpy as np

from werklandschap.matching.bouwlussen import compileer
from werklandschap.matching.deel import BLOK
from werklandschap.matching.leeslussen import (
    certificaat_bekend_van,
    feit_bekend_van,
    kolom_van_code,
    maak_ketens,
    zoek_post,
)

RANG_BITS = 37
STRAKS_BIT = RANG_BITS + 16
ONBEKEND_MAX = 0xFFFF
SAMEN = 8
"""Blocks in a batch: the points of so many people stay in the cache."""
LIJN = 16
VEEL_OVER = 16
"""With less than a sixteenth of a block left, reading person by person is faster than reading all postings."""
KOP = 2
"""How many times the top is looked at first, so that the threshold is high for all others."""
ALLES = 1 << 60
RIASEC = 6


@compileer
def _bereik(deel, vraag, blok):  # type: ignore[no-untyped-def]
    """Whether anybody of a block can pass: 0 nobody, 1 distance must be looked at, 2 distance excludes nobody."""
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


@compileer
def _zeef_persoon(deel, vraag, van, aantal, uit):  # type: ignore[no-untyped-def]
    """Hours, availability and parts of the day."""
    if vraag.vraagt_max or vraag.vraagt_min:
        uren_min, uren_max = deel.uren_min[van : van + aantal], deel.uren_max[van : van + aantal]
        hoogst, laagst = np.uint8(vraag.uren_max), np.uint8(vraag.uren_min)
        for i in range(aantal):
            te_veel = (uren_min[i] != np.uint8(255)) & (uren_min[i] > hoogst)
            uit[i] |= te_veel | (uren_max[i] < laagst)
    vanaf, start = deel.vanaf[van : van + aantal], np.int32(vraag.start)
    for i in range(aantal):
        uit[i] |= vanaf[i] > start
    if vraag.dagdelen:
        dagdelen = deel.dagdelen[van : van + aantal]
        for i in range(aantal):
            uit[i] |= (vraag.dagdelen & ~dagdelen[i]) != np.uint32(0)


@compileer
def _zeef_afstand(deel, vraag, van, aantal, uit):  # type: ignore[no-untyped-def]
    """Distance, by the square of the chord; rows in doubt stay in."""
    x, y, z = deel.x[van : van + aantal], deel.y[van : van + aantal], deel.z[van : van + aantal]
    ver = deel.koorde_ver[van : van + aantal]
    for i in range(aantal):
        dx, dy, dz = x[i] - vraag.x, y[i] - vraag.y, z[i] - vraag.z
        uit[i] |= dx * dx + dy * dy + dz * dz > ver[i]


@compileer
def _zeef_feiten(deel, vraag, blok, van, aantal, uit):  # type: ignore[no-untyped-def]
    """Languages and limits: each asked value is a minimum."""
    for nummer in range(vraag.min_feit.size):
        feit, laagste = vraag.min_feit[nummer], vraag.min_waarde[nummer]
        kolom = kolom_van_code(deel.kolom_van, feit)
        if kolom >= 0:
            waarden = deel.dicht[kolom, van : van + aantal]
            for i in range(aantal):
                uit[i] |= waarden[i] < laagste
        elif kolom == -1:
            vak = np.int64(feit) * deel.blok_bereik.size + blok
            for plek in range(np.int64(deel.feit_grens[vak]), np.int64(deel.feit_grens[vak + 1])):
                post = np.int64(deel.feit_posten[plek])
                uit[post >> 5] |= ((post >> 2) & 7) < laagste


@compileer
def _zeef_certificaten(deel, vraag, blok, van, aantal, uit):  # type: ignore[no-untyped-def]
    start = np.int32(vraag.start)
    for nummer in range(vraag.certificaat.size):
        code = vraag.certificaat[nummer]
        kolom = kolom_van_code(deel.certificaat_kolom, code)
        if kolom >= 0:
            tot = deel.certificaat_dicht[kolom, van : van + aantal]
            for i in range(aantal):
                uit[i] |= tot[i] < start
        elif kolom == -1:
            vak = np.int64(code) * deel.blok_bereik.size + blok
            for plek in range(np.int64(deel.certificaat_grens[vak]), np.int64(deel.certificaat_grens[vak + 1])):
                uit[np.int64(deel.certificaat_posten[plek]) >> 5] |= deel.certificaat_tot[plek] < start


@compileer
def _zeef(deel, vraag, leeft, weg, blok, afstand, uit, over):  # type: ignore[no-untyped-def]
    """Write the rows in a block that pass all but the hard competences to ``over``; returns how many."""
    van = blok * BLOK
    aantal = min(BLOK, deel.vanaf.size - van)
    levend = leeft[van : van + aantal]
    for i in range(aantal):
        uit[i] = levend[i] ^ np.uint8(1)
    if weg.size:
        for i in range(aantal):
            uit[i] |= weg[van + i]
    if afstand:
        _zeef_afstand(deel, vraag, van, aantal, uit)
        binnen = np.uint8(0)
        for i in range(aantal):
            binnen |= uit[i] ^ np.uint8(1)
        if not binnen:
            return np.int64(0)
    _zeef_persoon(deel, vraag, van, aantal, uit)
    _zeef_feiten(deel, vraag, blok, van, aantal, uit)
    _zeef_certificaten(deel, vraag, blok, van, aantal, uit)
    aantal_over = np.uint64(0)
    for i in range(aantal):
        over[aantal_over] = i
        aantal_over += np.uint64(uit[i] == 0)
    return np.int64(aantal_over)


@compileer
def _tel_lijsten(deel, vraag, blokken, punten, stand):  # type: ignore[no-untyped-def]
    """Points above the start value, Σ over eisen of the best related competence: int32 [batch·BLOK]."""
    ruimte = blokken.size * BLOK
    alle = deel.blok_bereik.size
    for i in range(ruimte):
        punten[i] = 0
    for eis in range(vraag.hard.size):
        for i in range(ruimte):
            stand[i] = 0
        for lijst in range(vraag.eis_begin[eis], vraag.eis_begin[eis + 1]):
            if vraag.lijst[lijst] >= deel.competenties:
                continue
            begin = np.int64(vraag.lijst[lijst]) * alle
            tabel = vraag.tabel[lijst]
            for plaats in range(blokken.size):
                vak = np.uint64(begin + blokken[plaats])
                basis = np.uint64(plaats * BLOK)
                for plek in range(np.uint64(deel.grens[vak]), np.uint64(deel.grens[vak + np.uint64(1)])):
                    post = np.uint64(deel.posten[plek])
                    rij = basis + (post >> np.uint64(5))
                    stand[rij] = max(stand[rij], tabel[post & np.uint64(31)])
        for i in range(ruimte):
            punten[i] += np.int32(stand[i])


@compileer
def _die_tellen(deel, telt, rij, raak):  # type: ignore[no-untyped-def]
    """Copy the competences of a row that count into ``raak``, without a branch; returns how many."""
    aantal = np.uint64(0)
    for plek in range(np.uint64(deel.eigen_begin[rij]), np.uint64(deel.eigen_begin[rij + 1])):
        post = deel.eigen[plek]
        raak[aantal] = post
        aantal += np.uint64(telt[post >> np.uint32(3)])
    return np.int64(aantal)


@compileer
def _haal_op(deel, van, over):  # type: ignore[no-untyped-def]
    """Touch what will be read: loads that don't wait for each other bring it into the cache together."""
    som = np.uint32(0)
    for i in over:
        begin, eind = np.int64(deel.eigen_begin[van + i]), np.int64(deel.eigen_begin[van + i + 1])
        for plek in range(begin, eind, LIJN):
            som ^= deel.eigen[plek]
        if eind > begin:
            som ^= deel.eigen[eind - 1]
    return som


@compileer
def _tel_personen(deel, vraag, ketens, van, over, punten, raak, stand):  # type: ignore[no-untyped-def]
    """The work of ``_tel_lijsten`` for the few people of a block who are left."""
    telt, eerste, volgende, eis_van = ketens
    raak[0] = _haal_op(deel, van, over)
    for i in over:
        for eis in range(vraag.hard.size):
            stand[eis] = 0
        tempo = np.int64(deel.tempo[van + i])
        for plek in range(_die_tellen(deel, telt, van + i, raak)):
            post = np.int64(raak[plek])
            lijst = np.int64(eerste[post >> 3])
            while lijst >= 0:
                eis = eis_van[lijst]
                stand[eis] = max(stand[eis], vraag.tabel[lijst, ((post & 7) << 2) | tempo])
                lijst = np.int64(volgende[lijst])
        som = np.int32(0)
        for eis in range(vraag.hard.size):
            som += np.int32(stand[eis])
        punten[i] = som


@compileer
def _basis_affiniteit(deel, vraag, rij):  # type: ignore[no-untyped-def]
    if not vraag.riasec_bekend or deel.wens[rij, 0] == 255:
        return np.int64(500)
    verschil = np.int64(0)
    for as_ in range(RIASEC):
        verschil += abs(np.int64(deel.wens[rij, as_]) - np.int64(vraag.riasec[as_]))
    return 1000 - (10 * verschil) // 6


@compileer
def _stappen(deel, feiten, rij):  # type: ignore[no-untyped-def]
    """The sum of somebody's preferences (−2 … +2) for the facts; absent counts 0."""
    som = np.int64(0)
    for feit in feiten:
        kolom = kolom_van_code(deel.wens_van, feit)
        if kolom >= 0:
            waarde = deel.wens[rij, kolom]
            som += 0 if waarde == 255 else np.int64(waarde) - 2
        elif kolom == -1:
            vak = np.int64(feit) * deel.blok_bereik.size + rij // BLOK
            plek = zoek_post(deel.feit_posten, deel.feit_grens[vak], deel.feit_grens[vak + 1], rij % BLOK)
            som += 0 if plek < 0 else ((np.int64(deel.feit_posten[plek]) >> 2) & 7) - 2
    return som


@compileer
def _harde_competenties(deel, vraag, ketens, rij, raak, merk):  # type: ignore[no-untyped-def]
    """How many hard competences are unknown for a row, −1 when one fails.

    Bit 0 of ``merk`` = that very one is recorded, bit 1 = the level is there, perhaps by kinship.
    """
    telt, eerste, volgende, eis_van = ketens
    for eis in range(vraag.hard.size):
        merk[eis] = 0
    for plek in range(_die_tellen(deel, telt, rij, raak)):
        niveau, lijst = np.int64(raak[plek]) & 7, np.int64(eerste[raak[plek] >> np.uint32(3)])
        while lijst >= 0:
            genoeg = np.uint8(2) if niveau >= vraag.genoeg[lijst] else np.uint8(0)
            merk[eis_van[lijst]] |= vraag.eigen[lijst] | genoeg
            lijst = np.int64(volgende[lijst])
    onbekend = 0
    for eis in range(vraag.hard.size):
        if vraag.hard[eis]:
            if merk[eis] == 1:
                return -1
            onbekend += merk[eis] == 0
    return onbekend


@compileer
def _tel_onbekend(deel, vraag, rij):  # type: ignore[no-untyped-def]
    """How many requirements but hard competences are unknown for a row."""
    geen_min = vraag.vraagt_max and deel.uren_min[rij] == 255
    geen_max = vraag.vraagt_min and deel.uren_max[rij] == 255
    aantal = np.int64(geen_min or geen_max) + np.int64(deel.vanaf[rij] == 0)
    aantal += np.int64(vraag.dagdelen > 0 and deel.dagdelen[rij] >> np.uint32(31) > 0)
    aantal += np.int64(vraag.heeft_plaats and deel.koorde_ver[rij] > np.float32(8))
    for feit in vraag.min_feit:
        aantal += np.int64(not feit_bekend_van(deel, feit, rij))
    for code in vraag.certificaat:
        aantal += np.int64(not certificaat_bekend_van(deel, code, rij))
    return aantal


@compileer
def _zak(sleutels, rijen, aantal):  # type: ignore[no-untyped-def]
    """Let the first of a heap sink to its place; the smallest key is on top."""
    ouder = 0
    while True:
        kind = 2 * ouder + 1
        if kind >= aantal:
            return
        if kind + 1 < aantal and sleutels[kind + 1] < sleutels[kind]:
            kind += 1
        if sleutels[ouder] <= sleutels[kind]:
            return
        sleutels[ouder], sleutels[kind] = sleutels[kind], sleutels[ouder]
        rijen[ouder], rijen[kind] = rijen[kind], rijen[ouder]
        ouder = kind


@compileer
def _stijg(sleutels, rijen, kind):  # type: ignore[no-untyped-def]
    while kind > 0:
        ouder = (kind - 1) // 2
        if sleutels[ouder] <= sleutels[kind]:
            return
        sleutels[ouder], sleutels[kind] = sleutels[kind], sleutels[ouder]
        rijen[ouder], rijen[kind] = rijen[kind], rijen[ouder]
        kind = ouder


@compileer
def _nodig(vraag, drempel):  # type: ignore[no-untyped-def]
    """The lowest sum of points with which somebody can reach ``drempel`` when all else is at its best."""
    rest = 100 * drempel - 1000 * (vraag.deel_affiniteit + vraag.deel_omstandigheden)
    if vraag.deel_competentie == 0:
        return np.int64(0)
    return -((-rest) // vraag.deel_competentie) * np.int64(vraag.gewicht)


@compileer
def _hoog_genoeg(deel, vraag, van, over, punten, laagst, onder, kansrijk):  # type: ignore[no-untyped-def]
    """Write the rows with a sum of points from ``laagst`` to under ``onder`` to ``kansrijk``; returns how many.

    Touches their wishes, so that these come into the cache together.
    """
    aantal, aanraking = 0, np.uint8(0)
    for i in over:
        som = np.int64(vraag.basis[deel.tempo[van + i]] + punten[i])
        if laagst <= som < onder:
            kansrijk[aantal] = i
            aantal += 1
            aanraking ^= deel.wens[van + i, 0]
    kansrijk[aantal] = np.int64(aanraking)
    return aantal


@compileer
def _kies(deel, vraag, ketens, van, over, punten, vanaf, onder, ruimte, sleutels, rijen, gevonden):  # type: ignore[no-untyped-def]
    """Put the rows of one block that are good enough on the heap; returns how many it holds."""
    kansrijk, raak, merk = ruimte
    top = sleutels.size
    drempel = np.int64(sleutels[0] >> np.uint64(STRAKS_BIT)) if gevonden == top else np.int64(0)
    nodig = _nodig(vraag, drempel)
    for i in kansrijk[: _hoog_genoeg(deel, vraag, van, over, punten, max(nodig, vanaf), onder, kansrijk)]:
        rij = van + i
        som = np.int64(vraag.basis[deel.tempo[rij]] + punten[i])
        if som < nodig:
            continue
        competentie = vraag.deel_competentie * (som // vraag.gewicht)
        basis = _basis_affiniteit(deel, vraag, rij)
        hoogst = vraag.deel_affiniteit * min(1000, basis + 200) + 1000 * vraag.deel_omstandigheden
        if competentie + hoogst < 100 * drempel:
            continue
        vast = vraag.deel_affiniteit * min(1000, max(0, basis + 100 * _stappen(deel, vraag.sector, rij)))
        vast += vraag.deel_omstandigheden * min(1000, max(0, 500 + 100 * _stappen(deel, vraag.wensen, rij)))
        straks = (competentie + vast) // 100
        if straks < drempel:
            continue
        onbekend = _harde_competenties(deel, vraag, ketens, rij, raak, merk)
        if onbekend < 0:
            continue
        onbekend += _tel_onbekend(deel, vraag, rij)
        sleutel = (
            (np.uint64(straks) << np.uint64(STRAKS_BIT))
            | (np.uint64(ONBEKEND_MAX - onbekend) << np.uint64(RANG_BITS))
            | np.uint64((1 << RANG_BITS) - 1 - deel.rang[rij])
        )
        if gevonden < top:
            sleutels[gevonden], rijen[gevonden] = sleutel, vast << 32 | rij
            _stijg(sleutels, rijen, gevonden)
            gevonden += 1
        elif sleutel > sleutels[0]:
            sleutels[0], rijen[0] = sleutel, vast << 32 | rij
            _zak(sleutels, rijen, top)
        if gevonden == top:
            drempel = np.int64(sleutels[0] >> np.uint64(STRAKS_BIT))
            nodig = _nodig(vraag, drempel)
    return gevonden


@compileer
def _kopgrens(deel, vraag, blokken, over, aantallen, punten, top):  # type: ignore[no-untyped-def]
    """A sum of points that some ``KOP`` times ``top`` rows of the batch reach: who reaches it is looked at first."""
    telling = np.zeros(1002, np.int64)
    for plaats in range(blokken.size):
        van = blokken[plaats] * BLOK
        for i in over[plaats, : aantallen[plaats]]:
            som = vraag.basis[deel.tempo[van + i]] + punten[plaats * BLOK + i]
            telling[som // vraag.gewicht] += 1
    klasse, hoger = 1001, 0
    while klasse > 0 and hoger < KOP * top:
        klasse -= 1
        hoger += telling[klasse]
    return np.int64(klasse) * vraag.gewicht


@compileer
def zoek_top(deel, vraag, leeft, weg, sleutels, rijen):  # type: ignore[no-untyped-def]
    """Fill ``sleutels`` and ``rijen`` with the best rows; returns how many. Not in order (a heap).

    A key is straks, then few unknowns, then a low rank, in one uint64: higher is better, no two are equal. In
    ``rijen`` the high half holds the weighed affinity and conditions (× 100), the low half the row.
    """
    uit, over = np.empty(BLOK, np.uint8), np.empty((SAMEN, BLOK + 1), np.int64)
    punten, stand = np.empty(SAMEN * BLOK, np.int32), np.empty(max(SAMEN * BLOK, vraag.hard.size), np.uint16)
    los, raak = np.empty(BLOK, np.int32), np.empty(deel.competenties + 1, np.uint32)
    ruimte = (np.empty(BLOK + 1, np.int64), raak, np.empty(vraag.hard.size, np.uint8))
    blokken, aantallen = np.empty(SAMEN, np.int64), np.empty(SAMEN, np.int64)
    ketens = maak_ketens(deel, vraag)
    gevonden, samen = np.int64(0), 0
    for blok in range(deel.blok_bereik.size):
        bereik = _bereik(deel, vraag, blok)
        aantal = _zeef(deel, vraag, leeft, weg, blok, bereik == 1, uit, over[samen]) if bereik else np.int64(0)
        if 0 < aantal * VEEL_OVER < BLOK:
            van, wie = blok * BLOK, over[samen, :aantal]
            _tel_personen(deel, vraag, ketens, van, wie, los, raak, stand)
            gevonden = _kies(deel, vraag, ketens, van, wie, los, 0, ALLES, ruimte, sleutels, rijen, gevonden)
        elif aantal:
            blokken[samen], aantallen[samen] = blok, aantal
            samen += 1
        if samen == SAMEN or (samen and blok == deel.blok_bereik.size - 1):
            groep = blokken[:samen]
            _tel_lijsten(deel, vraag, groep, punten, stand)
            onder = np.int64(ALLES)
            if gevonden < sleutels.size:
                onder = _kopgrens(deel, vraag, groep, over, aantallen, punten, sleutels.size)
                gevonden = _kies_groep(
                    deel, vraag, ketens, groep, over, aantallen, punten, onder, ALLES, ruimte, sleutels, rijen, gevonden
                )
            gevonden = _kies_groep(
                deel, vraag, ketens, groep, over, aantallen, punten, 0, onder, ruimte, sleutels, rijen, gevonden
            )
            samen = 0
    return gevonden


@compileer
def _kies_groep(  # type: ignore[no-untyped-def]
    deel, vraag, ketens, blokken, over, aantallen, punten, vanaf, onder, ruimte, sleutels, rijen, gevonden
):
    """``_kies`` for each block of a batch, for sums of points from ``vanaf`` to under ``onder``."""
    for plaats in range(blokken.size):
        van, wie = blokken[plaats] * BLOK, over[plaats, : aantallen[plaats]]
        van_blok = punten[plaats * BLOK : (plaats + 1) * BLOK]
        gevonden = _kies(deel, vraag, ketens, van, wie, van_blok, vanaf, onder, ruimte, sleutels, rijen, gevonden)
    return gevonden
