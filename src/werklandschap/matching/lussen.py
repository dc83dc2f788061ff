"""The inner loops of the engine, compiled by numba. Imported only when something is really searched or built.

People are in blocks of 2048 rows. A *posting* is 16 bits: row in the block (11), level or value (3), tempo (2). All
arithmetic of scores is in whole numbers; the only floating point is the estimate of distance, which leaves doubtful
rows in and marks them.
"""

from __future__ import annotations

from typing import Any

import numba as nb
import numpy as np

BLOK = 2048
RANG_BITS = 37
STRAKS_BIT = RANG_BITS + 16
ONBEKEND_MAX = 0xFFFF
LIJN = 16
VEEL_OVER = 5
"""With less than a fifth of a block left, reading person by person is faster than reading all postings."""


def _compileer(functie: Any) -> Any:
    """Compile once and keep the result beside the module, or only for this process where nothing is writable."""
    try:
        return nb.njit(cache=True, nogil=True, error_model="numpy")(functie)
    except RuntimeError:
        return nb.njit(nogil=True, error_model="numpy")(functie)


@_compileer
def leg_in_vakken(orde, begin, code, breedte):  # type: ignore[no-untyped-def]
    """Where each (block, code) starts: uint32 [blocks·breedte + 1]; ``orde`` holds the old row per new row."""
    blokken = (orde.size + BLOK - 1) // BLOK
    grens = np.zeros(blokken * breedte + 1, np.uint32)
    for rij in range(orde.size):
        basis = (rij // BLOK) * breedte + 1
        oud = orde[rij]
        for plek in range(begin[oud], begin[oud + 1]):
            grens[basis + code[plek]] += 1
    for vak in range(1, grens.size):
        grens[vak] += grens[vak - 1]
    return grens


@_compileer
def vul_vakken(orde, begin, code, waarde, tempo, grens, breedte):  # type: ignore[no-untyped-def]
    """Postings per (block, code), rows ascending, and per posting the place of its source: uint16 [m]."""
    vrij = grens[:-1].copy()
    posten = np.empty(code.size, np.uint16)
    for rij in range(orde.size):
        basis = (rij // BLOK) * breedte
        oud = orde[rij]
        for plek in range(begin[oud], begin[oud + 1]):
            vak = basis + code[plek]
            posten[vrij[vak]] = ((rij % BLOK) << 5) | (waarde[plek] << 2) | tempo[oud]
            vrij[vak] += 1
    return posten


@_compileer
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


@_compileer
def vul_datums(orde, begin, code, tot, grens, breedte):  # type: ignore[no-untyped-def]
    """The end date of each certificate, in the order of the postings: int32 [m]."""
    vrij = grens[:-1].copy()
    datums = np.empty(code.size, np.int32)
    for rij in range(orde.size):
        basis = (rij // BLOK) * breedte
        oud = orde[rij]
        for plek in range(begin[oud], begin[oud + 1]):
            vak = basis + code[plek]
            datums[vrij[vak]] = tot[plek]
            vrij[vak] += 1
    return datums


@_compileer
def vul_dicht(orde, begin, code, waarde, kolom_van, dicht):  # type: ignore[no-untyped-def]
    """Write facts that many people have into full columns: ``dicht`` uint8 [columns, n]."""
    for rij in range(orde.size):
        oud = orde[rij]
        for plek in range(begin[oud], begin[oud + 1]):
            kolom = kolom_van[code[plek]]
            if kolom >= 0:
                dicht[kolom, rij] = waarde[plek]


@_compileer
def _zeef_persoon(deel, vraag, van, aantal, uit, onbekend):  # type: ignore[no-untyped-def]
    """Hours, availability and parts of the day."""
    uren_min, uren_max = deel.uren_min[van : van + aantal], deel.uren_max[van : van + aantal]
    if vraag.vraagt_max or vraag.vraagt_min:
        for i in range(aantal):
            laag, hoog = uren_min[i], uren_max[i]
            te_veel = (laag != 255) & (laag > vraag.uren_max)
            te_weinig = hoog < vraag.uren_min
            uit[i] |= te_veel | te_weinig
            onbekend[i] += ((laag == 255) & vraag.vraagt_max) | ((hoog == 255) & vraag.vraagt_min)
    vanaf = deel.vanaf[van : van + aantal]
    for i in range(aantal):
        uit[i] |= vanaf[i] > vraag.start
        onbekend[i] += vanaf[i] == 0
    if vraag.dagdelen:
        dagdelen = deel.dagdelen[van : van + aantal]
        for i in range(aantal):
            uit[i] |= (vraag.dagdelen & ~dagdelen[i]) != 0
            onbekend[i] += dagdelen[i] >> np.uint32(31)


@_compileer
def _zeef_afstand(deel, vraag, van, aantal, uit, onbekend):  # type: ignore[no-untyped-def]
    """Distance, by the square of the chord; rows in doubt stay in."""
    x, y, z = deel.x[van : van + aantal], deel.y[van : van + aantal], deel.z[van : van + aantal]
    ver = deel.koorde_ver[van : van + aantal]
    for i in range(aantal):
        dx, dy, dz = x[i] - vraag.x, y[i] - vraag.y, z[i] - vraag.z
        uit[i] |= dx * dx + dy * dy + dz * dz > ver[i]
        onbekend[i] += ver[i] > np.float32(8)


@_compileer
def _zeef_feiten(deel, vraag, blok, van, aantal, uit, onbekend):  # type: ignore[no-untyped-def]
    """Languages and limits: each asked value is a minimum."""
    for nummer in range(vraag.min_feit.size):
        feit, laagste = vraag.min_feit[nummer], vraag.min_waarde[nummer]
        kolom = deel.kolom_van[feit] if 0 <= feit < deel.kolom_van.size else -2
        if kolom >= 0:
            waarden = deel.dicht[kolom, van : van + aantal]
            for i in range(aantal):
                uit[i] |= waarden[i] < laagste
                onbekend[i] += waarden[i] == 255
            continue
        for i in range(aantal):
            onbekend[i] += 1
        if kolom == -1:
            vak = blok * deel.kolom_van.size + feit
            for plek in range(deel.feit_grens[vak], deel.feit_grens[vak + 1]):
                post = np.int64(deel.feit_posten[plek])
                onbekend[post >> 5] -= 1
                uit[post >> 5] |= ((post >> 2) & 7) < laagste


@_compileer
def _zeef_certificaten(deel, vraag, blok, aantal, uit, onbekend):  # type: ignore[no-untyped-def]
    for nummer in range(vraag.certificaat.size):
        code = vraag.certificaat[nummer]
        for i in range(aantal):
            onbekend[i] += 1
        if 0 <= code < deel.certificaten:
            vak = blok * deel.certificaten + code
            for plek in range(deel.certificaat_grens[vak], deel.certificaat_grens[vak + 1]):
                rij = np.int64(deel.certificaat_posten[plek]) >> 5
                onbekend[rij] -= 1
                uit[rij] |= deel.certificaat_tot[plek] < vraag.start


@_compileer
def _tel_stappen(deel, feiten, blok, van, aantal, som):  # type: ignore[no-untyped-def]
    """Add the preference (−2 … +2) for each of the facts to ``som``; absent counts 0."""
    for i in range(aantal):
        som[i] = 0
    for nummer in range(feiten.size):
        feit = feiten[nummer]
        kolom = deel.kolom_van[feit] if 0 <= feit < deel.kolom_van.size else -2
        if kolom >= 0:
            waarden = deel.dicht[kolom, van : van + aantal]
            for i in range(aantal):
                som[i] += np.int16(0) if waarden[i] == 255 else np.int16(waarden[i]) - np.int16(2)
        elif kolom == -1:
            vak = blok * deel.kolom_van.size + feit
            for plek in range(deel.feit_grens[vak], deel.feit_grens[vak + 1]):
                post = np.int64(deel.feit_posten[plek])
                som[post >> 5] += ((post >> 2) & 7) - 2


@_compileer
def _zeef_hard(deel, vraag, blok, aantal, uit, onbekend, merk):  # type: ignore[no-untyped-def]
    """Hard competences: bit 0 = that very one is recorded, bit 1 = the level is there, perhaps by kinship."""
    for eis in range(vraag.hard.size):
        if not vraag.hard[eis]:
            continue
        for i in range(aantal):
            merk[i] = 0
        for lijst in range(vraag.eis_begin[eis], vraag.eis_begin[eis + 1]):
            if vraag.lijst[lijst] >= deel.competenties:
                continue
            vak = blok * deel.competenties + vraag.lijst[lijst]
            genoeg, eigen = np.int64(vraag.genoeg[lijst]), np.uint8(vraag.eigen[lijst])
            for plek in range(deel.grens[vak], deel.grens[vak + 1]):
                post = np.int64(deel.posten[plek])
                merk[post >> 5] |= eigen | (np.uint8(2) if ((post >> 2) & 7) >= genoeg else np.uint8(0))
        for i in range(aantal):
            uit[i] |= merk[i] == 1
            onbekend[i] += merk[i] == 0


@_compileer
def _tel_competenties(deel, vraag, blok, aantal, punten, stand):  # type: ignore[no-untyped-def]
    """Points above the start value, Σ over eisen of the best related competence: int32 per row."""
    for i in range(aantal):
        punten[i] = 0
    for eis in range(vraag.hard.size):
        begin, eind = vraag.eis_begin[eis], vraag.eis_begin[eis + 1]
        for i in range(aantal):
            stand[i] = 0
        for lijst in range(begin, eind):
            if vraag.lijst[lijst] >= deel.competenties:
                continue
            vak = blok * deel.competenties + vraag.lijst[lijst]
            tabel = vraag.tabel[lijst]
            for plek in range(deel.grens[vak], deel.grens[vak + 1]):
                post = np.int64(deel.posten[plek])
                rij = post >> 5
                waarde = np.int32(tabel[post & 31])
                beter = max(waarde, stand[rij])
                punten[rij] += beter - stand[rij]
                stand[rij] = beter


@_compileer
def _ketens(deel, vraag):  # type: ignore[no-untyped-def]
    """From a competence to the lists it is in: whether it counts, the first list, the next one, the eis of a list."""
    telt = np.zeros(deel.competenties, np.uint8)
    eerste = np.full(deel.competenties, -1, np.int32)
    volgende, eis_van = np.full(vraag.lijst.size, -1, np.int32), np.empty(vraag.lijst.size, np.int32)
    for eis in range(vraag.hard.size):
        for lijst in range(vraag.eis_begin[eis], vraag.eis_begin[eis + 1]):
            eis_van[lijst] = eis
            code = vraag.lijst[lijst]
            if code < deel.competenties:
                volgende[lijst] = eerste[code]
                eerste[code] = lijst
                telt[code] = 1
    return telt, eerste, volgende, eis_van


@_compileer
def _haal_op(deel, van, over):  # type: ignore[no-untyped-def]
    """Touch what will be read: loads that don't wait for each other bring it into the cache together."""
    som = np.uint32(0)
    for i in over:
        for plek in range(np.int64(deel.eigen_begin[van + i]), np.int64(deel.eigen_begin[van + i + 1]), LIJN):
            som ^= deel.eigen[plek]
    return som


@_compileer
def _die_tellen(deel, telt, rij, raak):  # type: ignore[no-untyped-def]
    """Copy the competences of a row that count into ``raak``, without a branch; returns how many."""
    aantal = np.int64(0)
    for plek in range(np.int64(deel.eigen_begin[rij]), np.int64(deel.eigen_begin[rij + 1])):
        post = np.int64(deel.eigen[plek])
        raak[aantal] = post
        aantal += np.int64(telt[post >> 3])
    return aantal


@_compileer
def _tel_per_persoon(deel, vraag, ketens, van, over, uit, onbekend, punten, raak):  # type: ignore[no-untyped-def]
    """The work of ``_zeef_hard`` and ``_tel_competenties`` for the few people of a block who are left."""
    telt, eerste, volgende, eis_van = ketens
    raak[0] = _haal_op(deel, van, over)
    stand, merk = np.zeros(vraag.hard.size, np.int32), np.zeros(vraag.hard.size, np.uint8)
    for i in over:
        for eis in range(vraag.hard.size):
            stand[eis] = 0
            merk[eis] = 0
        som = np.int32(0)
        tempo = np.int64(deel.tempo[van + i])
        for plek in range(_die_tellen(deel, telt, van + i, raak)):
            niveau, lijst = raak[plek] & 7, np.int64(eerste[raak[plek] >> 3])
            while lijst >= 0:
                eis = eis_van[lijst]
                beter = max(np.int32(vraag.tabel[lijst, (niveau << 2) | tempo]), stand[eis])
                som += beter - stand[eis]
                stand[eis] = beter
                genoeg = np.uint8(2) if niveau >= vraag.genoeg[lijst] else np.uint8(0)
                merk[eis] |= vraag.eigen[lijst] | genoeg
                lijst = np.int64(volgende[lijst])
        punten[i] = som
        for eis in range(vraag.hard.size):
            if vraag.hard[eis]:
                uit[i] |= merk[eis] == 1
                onbekend[i] += merk[eis] == 0


@_compileer
def _affiniteit(deel, vraag, rij, stap):  # type: ignore[no-untyped-def]
    basis = np.int64(500)
    if vraag.riasec_bekend and deel.riasec[rij, 0] != 255:
        verschil = np.int64(0)
        for as_ in range(6):
            verschil += abs(np.int64(deel.riasec[rij, as_]) - np.int64(vraag.riasec[as_]))
        basis = 1000 - (10 * verschil) // 6
    return min(1000, max(0, basis + 100 * stap))


@_compileer
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


@_compileer
def _stijg(sleutels, rijen, kind):  # type: ignore[no-untyped-def]
    while kind > 0:
        ouder = (kind - 1) // 2
        if sleutels[ouder] <= sleutels[kind]:
            return
        sleutels[ouder], sleutels[kind] = sleutels[kind], sleutels[ouder]
        rijen[ouder], rijen[kind] = rijen[kind], rijen[ouder]
        kind = ouder


@_compileer
def zoek_top(deel, vraag, leeft, weg, sleutels, rijen):  # type: ignore[no-untyped-def]
    """Fill ``sleutels`` and ``rijen`` with the best rows; returns how many. Not in order (a heap).

    A key is straks, then few unknowns, then a low rank, in one uint64: higher is better, no two are equal. In
    ``rijen`` the high half holds the weighed affinity and conditions (× 100), the low half the row.
    """
    uit, merk = np.empty(BLOK, np.uint8), np.empty(BLOK, np.uint8)
    onbekend, wensen, sector = np.empty(BLOK, np.uint16), np.empty(BLOK, np.int16), np.empty(BLOK, np.int16)
    punten, stand = np.empty(BLOK, np.int32), np.empty(BLOK, np.int32)
    over, raak = np.empty(BLOK + 1, np.int64), np.empty(deel.competenties + 1, np.int64)
    ketens = _ketens(deel, vraag)
    gevonden = 0
    for blok in range(deel.blok_bereik.size):
        if vraag.heeft_plaats:
            binnen = deel.blok_x[blok] * vraag.x64 + deel.blok_y[blok] * vraag.y64 + deel.blok_z[blok] * vraag.z64
            if binnen < deel.blok_bereik[blok]:
                continue
        van = blok * BLOK
        aantal = min(BLOK, deel.vanaf.size - van)
        for i in range(aantal):
            uit[i] = leeft[van + i] ^ 1
            onbekend[i] = 0
        if weg.size:
            for i in range(aantal):
                uit[i] |= weg[van + i]
        _zeef_persoon(deel, vraag, van, aantal, uit, onbekend)
        if vraag.heeft_plaats:
            _zeef_afstand(deel, vraag, van, aantal, uit, onbekend)
        _zeef_feiten(deel, vraag, blok, van, aantal, uit, onbekend)
        _zeef_certificaten(deel, vraag, blok, aantal, uit, onbekend)
        aantal_over = np.int64(0)
        for i in range(aantal):
            over[aantal_over] = i
            aantal_over += np.int64(uit[i] == 0)
        if aantal_over == 0:
            continue
        if aantal_over * VEEL_OVER < aantal:
            _tel_per_persoon(deel, vraag, ketens, van, over[:aantal_over], uit, onbekend, punten, raak)
        else:
            _zeef_hard(deel, vraag, blok, aantal, uit, onbekend, merk)
            _tel_competenties(deel, vraag, blok, aantal, punten, stand)
        _tel_stappen(deel, vraag.wensen, blok, van, aantal, wensen)
        _tel_stappen(deel, vraag.sector, blok, van, aantal, sector)
        gevonden = _kies(deel, vraag, van, aantal, uit, onbekend, wensen, sector, punten, sleutels, rijen, gevonden)
    return gevonden


@_compileer
def _kies(  # type: ignore[no-untyped-def]
    deel, vraag, van, aantal, uit, onbekend, wensen, sector, punten, sleutels, rijen, gevonden
):
    """Put the rows of one block that are good enough on the heap."""
    top = sleutels.size
    drempel = np.int64(sleutels[0] >> np.uint64(STRAKS_BIT)) if gevonden == top else -1
    for i in range(aantal):
        if uit[i]:
            continue
        rij = van + i
        som = vraag.basis[deel.tempo[rij]] + punten[i]
        omstandig = min(1000, max(0, 500 + 100 * np.int64(wensen[i])))
        vast = vraag.deel_omstandigheden * omstandig
        hoogst = vraag.deel_competentie * som + (vast + vraag.deel_affiniteit * 1000) * vraag.gewicht
        if hoogst < 100 * drempel * vraag.gewicht:
            continue
        affiniteit = _affiniteit(deel, vraag, rij, np.int64(sector[i]))
        competentie = som // vraag.gewicht
        straks = (vraag.deel_competentie * competentie + vraag.deel_affiniteit * affiniteit + vast) // 100
        if straks < drempel:
            continue
        sleutel = (
            (np.uint64(straks) << np.uint64(STRAKS_BIT))
            | (np.uint64(ONBEKEND_MAX - onbekend[i]) << np.uint64(RANG_BITS))
            | np.uint64((1 << RANG_BITS) - 1 - deel.rang[rij])
        )
        if gevonden < top:
            sleutels[gevonden], rijen[gevonden] = sleutel, (vast + vraag.deel_affiniteit * affiniteit) << 32 | rij
            _stijg(sleutels, rijen, gevonden)
            gevonden += 1
        elif sleutel > sleutels[0]:
            sleutels[0], rijen[0] = sleutel, (vast + vraag.deel_affiniteit * affiniteit) << 32 | rij
            _zak(sleutels, rijen, top)
        if gevonden == top:
            drempel = np.int64(sleutels[0] >> np.uint64(STRAKS_BIT))
    return gevonden


@_compileer
def vind_twijfel(deel, vraag, weg):  # type: ignore[no-untyped-def]
    """Rows whose distance is too near their limit to decide by estimate; marks 1 in ``weg`` (uint8 [n])."""
    for rij in range(weg.size):
        dx, dy, dz = deel.x[rij] - vraag.x, deel.y[rij] - vraag.y, deel.z[rij] - vraag.z
        kwadraat = dx * dx + dy * dy + dz * dz
        weg[rij] = deel.koorde_dichtbij[rij] < kwadraat <= deel.koorde_ver[rij]


@_compileer
def _zoek_post(posten, van, tot, rij):  # type: ignore[no-untyped-def]
    """Place of the posting of a row in its block, −1 when there is none; rows ascend."""
    laag, hoog = np.int64(van), np.int64(tot)
    while laag < hoog:
        midden = (laag + hoog) // 2
        if np.int64(posten[midden]) >> 5 < rij:
            laag = midden + 1
        else:
            hoog = midden
    if laag < tot and np.int64(posten[laag]) >> 5 == rij:
        return laag
    return np.int64(-1)


@_compileer
def lees_niveaus(deel, vraag, rijen, gevonden, bekend):  # type: ignore[no-untyped-def]
    """Per row and eis the level found in thousandths (int64), and whether the very competence is recorded."""
    telt, eerste, volgende, eis_van = _ketens(deel, vraag)
    for nummer in range(rijen.size):
        rij = rijen[nummer]
        for plek in range(np.int64(deel.eigen_begin[rij]), np.int64(deel.eigen_begin[rij + 1])):
            post = np.int64(deel.eigen[plek])
            if not telt[post >> 3]:
                continue
            lijst = np.int64(eerste[post >> 3])
            while lijst >= 0:
                eis = eis_van[lijst]
                gevonden[nummer, eis] = max(gevonden[nummer, eis], (post & 7) * vraag.verwant[lijst])
                bekend[nummer, eis] |= vraag.eigen[lijst]
                lijst = np.int64(volgende[lijst])


@_compileer
def lees_feiten(deel, feiten, certificaten, rijen, feit_bekend, certificaat_bekend):  # type: ignore[no-untyped-def]
    """Per row whether each fact and each certificate is known: uint8 [rows, facts], uint8 [rows, certificates]."""
    for nummer in range(rijen.size):
        rij = rijen[nummer]
        blok, in_blok = rij // BLOK, rij % BLOK
        for plaats in range(feiten.size):
            feit = feiten[plaats]
            if feit < 0 or feit >= deel.kolom_van.size:
                continue
            if deel.kolom_van[feit] >= 0:
                feit_bekend[nummer, plaats] = deel.dicht[deel.kolom_van[feit], rij] != 255
                continue
            vak = blok * deel.kolom_van.size + feit
            plek = _zoek_post(deel.feit_posten, deel.feit_grens[vak], deel.feit_grens[vak + 1], in_blok)
            feit_bekend[nummer, plaats] = plek >= 0
        for plaats in range(certificaten.size):
            code = certificaten[plaats]
            if 0 <= code < deel.certificaten:
                vak = blok * deel.certificaten + code
                van, tot = deel.certificaat_grens[vak], deel.certificaat_grens[vak + 1]
                certificaat_bekend[nummer, plaats] = _zoek_post(deel.certificaat_posten, van, tot, in_blok) >= 0
