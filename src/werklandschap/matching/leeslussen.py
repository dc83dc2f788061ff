"""The compiled loops that read what is known of a few rows: levels, facts, certificates, doubt about distance."""

from __future__ import annotations

import numpy as np

from werklandschap.matching.bouwlussen import compileer
from werklandschap.matching.deel import BLOK


@compileer
def kolom_van_code(kolom_van, code):  # type: ignore[no-untyped-def]
    """The full column of a code; −1 = it has postings, −2 = nobody has it."""
    return np.int64(kolom_van[code]) if 0 <= code < kolom_van.size else np.int64(-2)


@compileer
def zoek_post(posten, van, tot, rij):  # type: ignore[no-untyped-def]
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


@compileer
def feit_bekend_van(deel, feit, rij):  # type: ignore[no-untyped-def]
    kolom = kolom_van_code(deel.kolom_van, feit)
    if kolom >= 0:
        return deel.dicht[kolom, rij] != 255
    if kolom == -2:
        return False
    vak = np.int64(feit) * deel.blok_bereik.size + rij // BLOK
    return zoek_post(deel.feit_posten, deel.feit_grens[vak], deel.feit_grens[vak + 1], rij % BLOK) >= 0


@compileer
def certificaat_bekend_van(deel, code, rij):  # type: ignore[no-untyped-def]
    if not 0 <= code < deel.certificaat_kolom.size:
        return False
    vak = np.int64(code) * deel.blok_bereik.size + rij // BLOK
    van, tot = deel.certificaat_grens[vak], deel.certificaat_grens[vak + 1]
    return zoek_post(deel.certificaat_posten, van, tot, rij % BLOK) >= 0


@compileer
def maak_ketens(deel, vraag):  # type: ignore[no-untyped-def]
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


@compileer
def lees_niveaus(deel, vraag, rijen, gevonden, bekend):  # type: ignore[no-untyped-def]
    """Per row and eis the level found in thousandths (int64), and whether the very competence is recorded."""
    telt, eerste, volgende, eis_van = maak_ketens(deel, vraag)
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


@compileer
def lees_feiten(deel, feiten, certificaten, rijen, feit_bekend, certificaat_bekend):  # type: ignore[no-untyped-def]
    """Per row whether each fact and each certificate is known: uint8 [rows, facts], uint8 [rows, certificates]."""
    for nummer in range(rijen.size):
        for plaats in range(feiten.size):
            feit_bekend[nummer, plaats] = feit_bekend_van(deel, feiten[plaats], rijen[nummer])
        for plaats in range(certificaten.size):
            certificaat_bekend[nummer, plaats] = certificaat_bekend_van(deel, certificaten[plaats], rijen[nummer])


@compileer
def vind_twijfel(deel, vraag, weg):  # type: ignore[no-untyped-def]
    """Rows whose distance is too near their limit to decide by estimate; marks 1 in ``weg`` (uint8 [n])."""
    for rij in range(weg.size):
        dx, dy, dz = deel.x[rij] - vraag.x, deel.y[rij] - vraag.y, deel.z[rij] - vraag.z
        kwadraat = dx * dx + dy * dy + dz * dz
        weg[rij] = deel.koorde_dichtbij[rij] < kwadraat <= deel.koorde_ver[rij]
