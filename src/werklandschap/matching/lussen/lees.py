"""The compiled loops that read what is known of a few rows: points, what is unknown, doubt about distance."""

from __future__ import annotations

import numpy as np

from werklandschap.matching.deel import BEKEND, RIASEC
from werklandschap.matching.lussen.bouw import compileer, compileer_in, compileer_kaal, schrijf_uit
from werklandschap.matching.vlakken import BLOK
from werklandschap.matching.vraag import SCHUIF, Vraag

LIJN = 16
UREN_MIN_BEKEND, UREN_MAX_BEKEND, VANAF_BEKEND, DAGDELEN_BEKEND, PLAATS_BEKEND = (
    8 * RIASEC + nummer for nummer in range(len(BEKEND))
)


@schrijf_uit
def _stuk(reeks, begin, nummer):  # type: ignore[no-untyped-def]
    return reeks[begin[nummer] : begin[nummer + 1]]


@schrijf_uit
def vraag_uit(vragen, nummer):  # type: ignore[no-untyped-def]
    """One question of several that lie one after the other (see ``vraag.Vragen``), without copying."""
    lijsten, eisen, feiten = vragen.lijst_begin, vragen.eisen_begin, vragen.feit_begin
    return Vraag(
        vragen.eis_begin[eisen[nummer] + nummer : eisen[nummer + 1] + nummer + 1],
        _stuk(vragen.lijst, lijsten, nummer),
        _stuk(vragen.verwant, lijsten, nummer),
        _stuk(vragen.niveau, eisen, nummer),
        _stuk(vragen.maal, eisen, nummer),
        _stuk(vragen.geleerd, eisen, nummer),
        _stuk(vragen.vanaf_nul, eisen, nummer),
        _stuk(vragen.hard, eisen, nummer),
        vragen.gewicht[nummer],
        vragen.som[nummer],
        _stuk(vragen.certificaat, vragen.certificaat_begin, nummer),
        vragen.talen[nummer],
        _stuk(vragen.min_feit, feiten, nummer),
        _stuk(vragen.min_waarde, feiten, nummer),
        _stuk(vragen.wensen, vragen.wens_begin, nummer),
        _stuk(vragen.sector, vragen.sector_begin, nummer),
        vragen.vraagt_min[nummer],
        vragen.vraagt_max[nummer],
        vragen.uren_min[nummer],
        vragen.uren_max[nummer],
        vragen.start[nummer],
        vragen.dagdelen[nummer],
        vragen.heeft_plaats[nummer],
        vragen.x[nummer],
        vragen.y[nummer],
        vragen.z[nummer],
        vragen.x64[nummer],
        vragen.y64[nummer],
        vragen.z64[nummer],
        vragen.riasec_bekend[nummer],
        vragen.riasec[nummer],
        vragen.deel_competentie[nummer],
        vragen.deel_affiniteit[nummer],
        vragen.deel_omstandigheden[nummer],
    )


@compileer_kaal
def plek_van_code(plek_van, code):  # type: ignore[no-untyped-def]
    """Where a code is in the record of a person; −1 = it has postings, −2 = nobody has it."""
    return np.int64(plek_van[code]) if 0 <= code < plek_van.size else np.int64(-2)


@compileer_kaal
def zoek_post(posten, van, tot, rij):  # type: ignore[no-untyped-def]
    """Place of the posting of a row in its block, −1 when there is none; rows ascend."""
    laag, hoog = np.int64(van), np.int64(tot)
    while laag < hoog:
        midden = (laag + hoog) // 2
        if np.int64(posten[midden]) >> 3 < rij:
            laag = midden + 1
        else:
            hoog = midden
    if laag < tot and np.int64(posten[laag]) >> 3 == rij:
        return laag
    return np.int64(-1)


@compileer_in
def _staat_aan(deel, bit, rij):  # type: ignore[no-untyped-def]
    """A bit of the record of a person."""
    return (deel.mens[rij, bit >> 3] >> np.uint8(bit & 7)) & np.uint8(1) != np.uint8(0)


@compileer_in
def uren_onbekend(deel, vraag, rij):  # type: ignore[no-untyped-def]
    laagst, hoogst = _staat_aan(deel, UREN_MIN_BEKEND, rij), _staat_aan(deel, UREN_MAX_BEKEND, rij)
    return (vraag.vraagt_max and not laagst) or (vraag.vraagt_min and not hoogst)


@compileer_in
def vanaf_bekend(deel, rij):  # type: ignore[no-untyped-def]
    return _staat_aan(deel, VANAF_BEKEND, rij)


@compileer_in
def dagdelen_bekend(deel, rij):  # type: ignore[no-untyped-def]
    return _staat_aan(deel, DAGDELEN_BEKEND, rij)


@compileer_in
def plaats_bekend(deel, rij):  # type: ignore[no-untyped-def]
    return _staat_aan(deel, PLAATS_BEKEND, rij)


@compileer_in
def feit_bekend_van(deel, feit, rij):  # type: ignore[no-untyped-def]
    bit = plek_van_code(deel.mens_feit, feit)
    if bit >= 0:
        return _staat_aan(deel, bit, rij)
    if bit == -2:
        return False
    vak = rij // BLOK * deel.mens_feit.size + feit
    return zoek_post(deel.feit_posten, deel.feit_grens[vak], deel.feit_grens[vak + 1], rij % BLOK) >= 0


@compileer_in
def certificaat_bekend_van(deel, code, rij):  # type: ignore[no-untyped-def]
    bit = plek_van_code(deel.mens_certificaat, code)
    if bit >= 0:
        return _staat_aan(deel, bit, rij)
    if bit == -2:
        return False
    vak = rij // BLOK * deel.mens_certificaat.size + code
    van, tot = deel.certificaat_grens[vak], deel.certificaat_grens[vak + 1]
    return zoek_post(deel.certificaat_posten, van, tot, rij % BLOK) >= 0


@compileer
def maak_ketens(deel, vragen, nummer):  # type: ignore[no-untyped-def]
    """From a competence to the lists it is in: whether it counts, the first list, the next one, the eis of a list."""
    telt = np.zeros(deel.competenties, np.uint8)
    eerste = np.full(deel.competenties, -1, np.int32)
    lijsten = vragen.lijst_begin[nummer + 1] - vragen.lijst_begin[nummer]
    volgende, eis_van = np.full(lijsten, -1, np.int32), np.empty(lijsten, np.int32)
    _vul_ketens(deel, vraag_uit(vragen, nummer), telt, eerste, volgende, eis_van)
    return telt, eerste, volgende, eis_van


@compileer_in
def _vul_ketens(deel, vraag, telt, eerste, volgende, eis_van):  # type: ignore[no-untyped-def]
    for eis in range(vraag.hard.size):
        for lijst in range(vraag.eis_begin[eis], vraag.eis_begin[eis + 1]):
            eis_van[lijst] = eis
            code = vraag.lijst[lijst]
            if code < deel.competenties:
                volgende[lijst] = eerste[code]
                eerste[code] = lijst
                telt[code] = 1


@compileer_in
def punten_van(vraag, eis, niveau, tempo):  # type: ignore[no-untyped-def]
    """Points at the start for the level found (uint16, thousandths), 0 to 1000 × gewicht."""
    geleerd = vraag.geleerd[eis, tempo] if niveau > 0 or vraag.vanaf_nul[eis] else np.uint16(0)
    straks = min(np.uint32(vraag.niveau[eis]), np.uint32(niveau) + np.uint32(geleerd))
    return np.uint32(np.uint64(straks) * np.uint64(vraag.maal[eis]) >> np.uint64(SCHUIF))


@compileer
def lees_gevonden(deel, vragen, begin, rijen, som, onbekend):  # type: ignore[no-untyped-def]
    """Per row the sum of points now (int64), and which requirements are unknown (uint8 [rows, requirements]).

    In the order of the reference: certificates, languages, hours, availability, parts of the day, distance, limits,
    hard competences. The rows of a question lie from ``begin`` of its number. What is returned means nothing.
    """
    gezien, niveaus = np.uint32(0), np.empty(vragen.hard.size, np.uint32)
    for nummer in range(begin.size - 1):
        ketens = maak_ketens(deel, vragen, nummer)
        gezien |= _lees_rijen(deel, vragen, nummer, ketens, begin, rijen, niveaus, som, onbekend)
    return gezien


@compileer_in
def _lees_rijen(deel, vragen, nummer, ketens, begin, rijen, niveaus, som, onbekend):  # type: ignore[no-untyped-def]
    vraag, gezien = vraag_uit(vragen, nummer), np.uint32(0)
    for rij in rijen[begin[nummer] : begin[nummer + 1]]:
        # Loads that don't wait for each other bring what follows into the cache together.
        for plek in range(np.int64(deel.eigen_begin[rij]), np.int64(deel.eigen_begin[rij + 1]), LIJN):
            gezien |= deel.eigen[plek]
    for plek in range(begin[nummer], begin[nummer + 1]):
        _lees_rij(deel, vraag, ketens, rijen[plek], niveaus, som[plek : plek + 1], onbekend[plek])
    return gezien


@compileer_in
def _lees_rij(deel, vraag, ketens, rij, niveaus, som, onbekend):  # type: ignore[no-untyped-def]
    _telt, eerste, volgende, eis_van = ketens
    _lees_feiten(deel, vraag, rij, onbekend)
    niveaus[: vraag.hard.size] = 0
    for plek in range(np.int64(deel.eigen_begin[rij]), np.int64(deel.eigen_begin[rij + 1])):
        post = deel.eigen[plek]
        lijst = np.int64(eerste[post >> np.uint32(3)])
        while lijst >= 0:
            eis, gevonden = eis_van[lijst], np.uint32((post & np.uint32(7)) * vraag.verwant[lijst])
            niveaus[eis] = max(niveaus[eis], gevonden)
            lijst = np.int64(volgende[lijst])
    som[0] = vraag.som
    plaats = vraag.certificaat.size + vraag.min_feit.size + 4
    for eis in range(vraag.hard.size):
        haalt = min(np.int64(niveaus[eis]), np.int64(vraag.niveau[eis]))
        som[0] += haalt * np.int64(vraag.maal[eis]) >> SCHUIF
        if vraag.hard[eis]:
            onbekend[plaats] = haalt < vraag.niveau[eis]
            plaats += 1


@compileer_in
def _lees_feiten(deel, vraag, rij, onbekend):  # type: ignore[no-untyped-def]
    plaats = 0
    for code in vraag.certificaat:
        onbekend[plaats] = not certificaat_bekend_van(deel, code, rij)
        plaats += 1
    for nummer in range(vraag.min_feit.size):
        if nummer == vraag.talen:
            plaats += 4
        onbekend[plaats] = not feit_bekend_van(deel, vraag.min_feit[nummer], rij)
        plaats += 1
    plaats = vraag.certificaat.size + vraag.talen
    onbekend[plaats] = uren_onbekend(deel, vraag, rij)
    onbekend[plaats + 1] = not vanaf_bekend(deel, rij)
    onbekend[plaats + 2] = vraag.dagdelen > 0 and not dagdelen_bekend(deel, rij)
    onbekend[plaats + 3] = vraag.heeft_plaats and not plaats_bekend(deel, rij)


@compileer
def vind_twijfel(deel, vragen, begin, rijen):  # type: ignore[no-untyped-def]
    """Which of these rows (bool) are too near their limit of distance to decide by estimate."""
    twijfel = np.zeros(rijen.size, np.bool_)
    for nummer in range(begin.size - 1):
        if not vragen.heeft_plaats[nummer]:
            continue
        for plek in range(begin[nummer], begin[nummer + 1]):
            rij = rijen[plek]
            dx, dy = deel.x[rij] - vragen.x[nummer], deel.y[rij] - vragen.y[nummer]
            dz, reis = deel.z[rij] - vragen.z[nummer], deel.reis[rij]
            kwadraat = dx * dx + dy * dy + dz * dz
            twijfel[plek] = deel.koorde_dichtbij[reis] < kwadraat <= deel.koorde_ver[reis]
    return twijfel
