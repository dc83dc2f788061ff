"""The loops of a search, for one question or a group of them. Imported only when something is really searched.

People are in blocks of 2048 rows, see ``deel``. All arithmetic of scores is in whole numbers; the only floating point
is the estimate of distance, which leaves doubtful rows in.

A group goes through a few blocks together, so that these are read once: per question the requirements (see ``zeef``),
then per competence the levels of everybody for all questions that ask it, then per question affinity, conditions and
who reaches its threshold. What is unknown is counted at the end, for who is still above it.
"""

from __future__ import annotations

import numpy as np

from werklandschap.matching.lussen.affiniteit import rest_van_rij
from werklandschap.matching.lussen.bouw import compileer, compileer_in, compileer_kaal, haal
from werklandschap.matching.lussen.lees import (
    LIJN,
    certificaat_bekend_van,
    dagdelen_bekend,
    feit_bekend_van,
    maak_ketens,
    plaats_bekend,
    punten_van,
    uren_onbekend,
    vanaf_bekend,
    vraag_uit,
)
from werklandschap.matching.lussen.zeef import kies_vlakken, vul_bereik, zeef
from werklandschap.matching.vlakken import BLOK, TEGEL
from werklandschap.matching.vraag import SCHUIF

RANG_BITS = 37
STRAKS_BIT = RANG_BITS + 16
ONBEKEND_MAX = 0xFFFF
VEEL_OVER = 64
"""With less than this part of a block left, reading person by person is faster than counting for all."""
VOORUIT = 2
"""What is needed for a competence is asked of memory so many competences before it is read."""
POSTEN_PER_LIJN = 32
HELFT = BLOK // 2
FAALT = 128
"""In a judgement of the hard competences: one fails. Below it, how many are unknown."""
AANTAL, BOVEN, DREMPEL, TOP = range(4)
"""How many are kept, how many of them reach the threshold, the threshold (straks), how many are asked."""
LAAG = 0xFFFFFFFF


@compileer_kaal
def _neem_dicht(kolom, verwant, stand):  # type: ignore[no-untyped-def]
    """The best level so far of a block, for a competence that has a column; the casts keep it in 16 bits."""
    for i in range(HELFT):
        laag = np.uint16((kolom[i] & np.uint8(7)) * verwant)
        hoog = np.uint16(((kolom[i] >> np.uint8(4)) & np.uint8(7)) * verwant)
        stand[i] = max(stand[i], laag)
        stand[i + HELFT] = max(stand[i + HELFT], hoog)


@compileer_kaal
def _neem_posten(posten, van, tot, verwant, stand):  # type: ignore[no-untyped-def]
    """The same for a competence that has postings."""
    for plek in range(np.uint64(van), np.uint64(tot)):
        post = np.uint64(posten[plek])
        rij = post >> np.uint64(3)
        stand[rij] = max(stand[rij], np.uint16((post & np.uint64(7)) * np.uint64(verwant)))


@compileer_kaal
def _tel_op(hoogst, maal, geleerd, vanaf, tempo, stand, punten):  # type: ignore[no-untyped-def]
    """Add the points of an eis, levels in ``stand``; what can be learned counts from a level of ``vanaf``."""
    een, twee = np.uint8(4), np.uint8(4)
    for t in range(3, -1, -1):
        een = np.uint8(t) if geleerd[t] >= 1000 else een
        twee = np.uint8(t) if geleerd[t] >= 2000 else twee
    for i in range(tempo.size):
        erbij = np.uint16(1000 * np.uint16(tempo[i] >= een) + 1000 * np.uint16(tempo[i] >= twee))
        erbij = erbij if stand[i] >= vanaf else np.uint16(0)
        niveau = min(np.uint16(stand[i] + erbij), hoogst)
        punten[i] += np.uint32(niveau * maal) >> np.uint32(SCHUIF)


@compileer_kaal
def _keur_kolom(halve, schuif, nodig, stand, oordeel):  # type: ignore[no-untyped-def]
    """A hard competence with a column, for half a block; ``schuif`` is where the bit of "recorded" is."""
    for i in range(HELFT):
        genoemd, te_laag = (halve[i] >> schuif) & np.uint8(1), np.uint8(stand[i] < nodig)
        onbekend = te_laag & (genoemd ^ np.uint8(1))
        oordeel[i] = np.uint8(oordeel[i] + onbekend) | np.uint8((te_laag & genoemd) << np.uint8(7))


@compileer_in
def _keur_hard(deel, code, nodig, tegel, aantallen, stand, oordeel):  # type: ignore[no-untyped-def]
    """A hard competence in a tile: adds 1 to ``oordeel`` where it is unknown, sets bit 7 where it fails."""
    kolom = deel.competentie_kolom[code] if code < deel.competenties else np.int32(-1)
    for plaats in range(TEGEL):
        if not aantallen[plaats]:
            continue
        hier, daar = stand[plaats * BLOK : (plaats + 1) * BLOK], oordeel[plaats * BLOK : (plaats + 1) * BLOK]
        if kolom >= 0:
            halve = deel.competentie_dicht[tegel * TEGEL + plaats, kolom]
            _keur_kolom(halve, np.uint8(3), nodig, hier[:HELFT], daar[:HELFT])
            _keur_kolom(halve, np.uint8(7), nodig, hier[HELFT:], daar[HELFT:])
        else:
            for i in range(BLOK):
                daar[i] += np.uint8(hier[i] < nodig)
    if kolom < 0 and code < deel.competenties:
        vak = tegel * deel.competenties + np.int64(code)
        for plek in range(np.int64(deel.grens[vak]), np.int64(deel.grens[vak + 1])):
            rij = np.int64(deel.posten[plek]) >> 3
            oordeel[rij] |= np.uint8(np.uint8(stand[rij] < nodig) << np.uint8(7))


@compileer_in
def _zoek_niveaus(deel, vragen, lijsten, tegel, druk, stand):  # type: ignore[no-untyped-def]
    """The best levels in the blocks of a tile that are ``druk``, over the lists of one competence."""
    stand[:] = 0
    for lijst in range(lijsten[0], lijsten[1]):
        code, verwant = vragen.lijst[lijst], vragen.verwant[lijst]
        if code >= deel.competenties:
            continue
        kolom = deel.competentie_kolom[code]
        if kolom < 0:
            vak = tegel * deel.competenties + np.int64(code)
            _neem_posten(deel.posten, deel.grens[vak], deel.grens[vak + 1], verwant, stand)
            continue
        for plaats in range(TEGEL):
            if druk[plaats]:
                halve = deel.competentie_dicht[tegel * TEGEL + plaats, kolom]
                _neem_dicht(halve, verwant, stand[plaats * BLOK : (plaats + 1) * BLOK])


@compileer_in
def _haal_grenzen(deel, vragen, lijsten, tegel):  # type: ignore[no-untyped-def]
    """Ask memory where the postings of one competence are."""
    for lijst in range(lijsten[0], lijsten[1]):
        code = vragen.lijst[lijst]
        if code < deel.competenties and deel.competentie_kolom[code] < 0:
            haal(deel.grens, tegel * deel.competenties + np.int64(code))


@compileer_in
def _haal_posten(deel, vragen, lijsten, tegel):  # type: ignore[no-untyped-def]
    """Ask memory for the postings of one competence."""
    for lijst in range(lijsten[0], lijsten[1]):
        code = vragen.lijst[lijst]
        if code < deel.competenties and deel.competentie_kolom[code] < 0:
            vak = tegel * deel.competenties + np.int64(code)
            for plek in range(np.int64(deel.grens[vak]), np.int64(deel.grens[vak + 1]), POSTEN_PER_LIJN):
                haal(deel.posten, plek)


@compileer_in
def _zoek_nodig(vragen, aantallen, nodig):  # type: ignore[no-untyped-def]
    """The competences that are asked in this tile: which, and between which lists; returns how many."""
    aantal = 0
    for gelijk in range(vragen.gelijk_begin.size - 1):
        for plek in range(vragen.gelijk_begin[gelijk], vragen.gelijk_begin[gelijk + 1]):
            eis = vragen.eis[plek]
            nummer = vragen.vraag_van_eis[eis]
            if aantallen[nummer, TEGEL]:
                van, eigen = vragen.lijst_begin[nummer], eis + nummer
                nodig[aantal, 0], nodig[aantal, 1] = van + vragen.eis_begin[eigen], van + vragen.eis_begin[eigen + 1]
                nodig[aantal, 2] = gelijk
                aantal += 1
                break
    return aantal


@compileer_in
def _tel_lijsten(deel, vragen, tegel, aantallen, punten, oordeel, stand, druk, nodig):  # type: ignore[no-untyped-def]
    """Points per question of everybody in a tile: Σ over eisen of the best related competence.

    ``punten`` and ``oordeel`` are [questions, rows of a tile]; only the blocks are filled of which ``aantallen`` is
    not 0. The levels for a competence are worked out once for all questions that ask it.
    """
    druk[:] = False
    for nummer in range(aantallen.shape[0]):
        aantallen[nummer, TEGEL] = 0
        for plaats in range(TEGEL):
            if aantallen[nummer, plaats]:
                punten[nummer, plaats * BLOK : (plaats + 1) * BLOK] = np.uint32(vragen.som[nummer])
                oordeel[nummer, plaats * BLOK : (plaats + 1) * BLOK] = 0
                druk[plaats], aantallen[nummer, TEGEL] = True, 1
    aantal = _zoek_nodig(vragen, aantallen, nodig)
    for welke in range(-2 * VOORUIT, aantal):
        if 0 <= welke + 2 * VOORUIT < aantal:
            _haal_grenzen(deel, vragen, nodig[welke + 2 * VOORUIT], tegel)
        if 0 <= welke + VOORUIT < aantal:
            _haal_posten(deel, vragen, nodig[welke + VOORUIT], tegel)
        if welke >= 0:
            _zoek_niveaus(deel, vragen, nodig[welke], tegel, druk, stand)
            _tel_eisen(deel, vragen, nodig[welke], tegel, aantallen, punten, oordeel, stand)


@compileer_in
def _tel_eisen(deel, vragen, lijsten, tegel, aantallen, punten, oordeel, stand):  # type: ignore[no-untyped-def]
    """Add the points of all eisen that ask one competence."""
    code, gelijk = vragen.lijst[lijsten[0]], lijsten[2]
    for plek in range(vragen.gelijk_begin[gelijk], vragen.gelijk_begin[gelijk + 1]):
        eis = vragen.eis[plek]
        nummer = vragen.vraag_van_eis[eis]
        if not aantallen[nummer, TEGEL]:
            continue
        if vragen.hard[eis]:
            _keur_hard(deel, code, vragen.niveau[eis], tegel, aantallen[nummer], stand, oordeel[nummer])
        for plaats in range(TEGEL):
            if aantallen[nummer, plaats]:
                hier, eerste = slice(plaats * BLOK, (plaats + 1) * BLOK), (tegel * TEGEL + plaats) * BLOK
                _tel_op(
                    vragen.niveau[eis],
                    vragen.maal[eis],
                    vragen.geleerd[eis],
                    np.uint16(1 - vragen.vanaf_nul[eis]),
                    deel.tempo[eerste : eerste + BLOK],
                    stand[hier],
                    punten[nummer, hier],
                )


@compileer_in
def _die_tellen(deel, telt, rij, raak):  # type: ignore[no-untyped-def]
    """Copy the competences of a row that count into ``raak``, without a branch; returns how many."""
    aantal = np.uint64(0)
    for plek in range(np.uint64(deel.eigen_begin[rij]), np.uint64(deel.eigen_begin[rij + 1])):
        post = deel.eigen[plek]
        raak[aantal] = post
        aantal += np.uint64(telt[post >> np.uint32(3)])
    return np.int64(aantal)


@compileer_kaal
def _haal_op(eigen_begin, eigen, van, over):  # type: ignore[no-untyped-def]
    """Touch what will be read: loads that don't wait for each other bring it into the cache together."""
    som = np.uint32(0)
    for i in over:
        begin, eind = np.int64(eigen_begin[van + i]), np.int64(eigen_begin[van + i + 1])
        for plek in range(begin, eind, LIJN):
            som ^= eigen[plek]
        if eind > begin:
            som ^= eigen[eind - 1]
    return som


@compileer_in
def _tel_rij(deel, vraag, ketens, rij, raak, niveaus):  # type: ignore[no-untyped-def]
    """The work of ``_tel_lijsten`` for one person: the sum of points, and how many hard competences are unknown.

    −1 unknown = one fails. ``niveaus`` holds the level found, doubled, plus 1 when that very competence is recorded.
    """
    telt, eerste, volgende, eis_van = ketens
    niveaus[:] = 0
    for plek in range(_die_tellen(deel, telt, rij, raak)):
        niveau, lijst = np.int64(raak[plek]) & 7, np.int64(eerste[raak[plek] >> np.uint32(3)])
        while lijst >= 0:
            eis = eis_van[lijst]
            genoemd = (niveaus[eis] & 1) | np.int64(lijst == vraag.eis_begin[eis])
            niveaus[eis] = (max(niveaus[eis] >> 1, niveau * np.int64(vraag.verwant[lijst])) << 1) | genoemd
            lijst = np.int64(volgende[lijst])
    som, onbekend = np.int64(vraag.som), np.int64(0)
    for eis in range(vraag.hard.size):
        niveau = niveaus[eis] >> 1
        som += np.int64(punten_van(vraag, eis, niveau, deel.tempo[rij]))
        if vraag.hard[eis] and niveau < np.int64(vraag.niveau[eis]):
            if niveaus[eis] & 1:
                return som, np.int64(-1)
            onbekend += 1
    return som, onbekend


@compileer_in
def _tel_onbekend(deel, vraag, rij):  # type: ignore[no-untyped-def]
    """How many requirements but hard competences are unknown for a row."""
    aantal = np.int64(uren_onbekend(deel, vraag, rij)) + np.int64(not vanaf_bekend(deel, rij))
    aantal += np.int64(vraag.dagdelen > 0 and not dagdelen_bekend(deel, rij))
    aantal += np.int64(vraag.heeft_plaats and not plaats_bekend(deel, rij))
    for feit in vraag.min_feit:
        aantal += np.int64(not feit_bekend_van(deel, feit, rij))
    for code in vraag.certificaat:
        aantal += np.int64(not certificaat_bekend_van(deel, code, rij))
    return aantal


@compileer_kaal
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


@compileer_kaal
def _stijg(sleutels, rijen, kind):  # type: ignore[no-untyped-def]
    while kind > 0:
        ouder = (kind - 1) // 2
        if sleutels[ouder] <= sleutels[kind]:
            return
        sleutels[ouder], sleutels[kind] = sleutels[kind], sleutels[ouder]
        rijen[ouder], rijen[kind] = rijen[kind], rijen[ouder]
        kind = ouder


@compileer_kaal
def _neem_op(bak, telling, stand, straks, rest, rij, onbekend):  # type: ignore[no-untyped-def]
    """Put a row in ``bak`` and raise the threshold as far as ``top`` rows reach it."""
    bak[0, stand[AANTAL]], bak[1, stand[AANTAL]] = straks << 32 | rest, onbekend << 32 | rij
    stand[AANTAL] += 1
    stand[BOVEN] += 1
    telling[straks] += 1
    while stand[BOVEN] - telling[stand[DREMPEL]] >= stand[TOP]:
        stand[BOVEN] -= telling[stand[DREMPEL]]
        stand[DREMPEL] += 1


@compileer
def _maak_ruimte(bak, stand, erbij):  # type: ignore[no-untyped-def]
    """A ``bak`` with room for ``erbij`` more: without who fell below the threshold, larger when need be."""
    if stand[AANTAL] + erbij <= bak.shape[1]:
        return bak
    blijft = 0
    for plek in range(stand[AANTAL]):
        bak[0, blijft], bak[1, blijft] = bak[0, plek], bak[1, plek]
        blijft += int(bak[0, plek] >> 32 >= stand[DREMPEL])
    stand[AANTAL] = blijft
    if 2 * blijft + erbij <= bak.shape[1]:
        return bak
    groter = np.empty((2, 2 * (bak.shape[1] + erbij)), np.int64)
    groter[:, :blijft] = bak[:, :blijft]
    return groter


@compileer_kaal
def _hou_kansrijk(over, punten, oordeel, grens):  # type: ignore[no-untyped-def]
    """Keep who can still reach the threshold with the points of the competences; returns how many."""
    blijft = 0
    for i in over:
        over[blijft] = i
        blijft += int((np.int64(punten[i]) >= grens) & (oordeel[i] < FAALT))
    return blijft


@compileer_in
def _kies(deel, vragen, nummer, blok, over, punten, oordeel, bak, telling, stand):  # type: ignore[no-untyped-def]
    """Take up the rows of one block of which the points are counted, when they reach the threshold."""
    vraag = vraag_uit(vragen, nummer)
    maal, gewicht, van = np.int64(vraag.deel_competentie), np.uint32(vraag.gewicht), blok * BLOK
    nodig = 100 * stand[DREMPEL] - 1000 * (vraag.deel_affiniteit + vraag.deel_omstandigheden)
    grens = np.int64(0) if nodig <= 0 or maal == 0 else -(-nodig // maal) * np.int64(gewicht)
    kansrijk = _hou_kansrijk(over, punten, oordeel, grens)
    for plek in range(kansrijk):
        haal(deel.mens, van + np.int64(over[plek]))
    for i in over[:kansrijk]:
        erbij = rest_van_rij(deel, vraag, van + i)
        straks = maal * np.int64(punten[i] // gewicht) + erbij
        if straks >= 100 * stand[DREMPEL]:
            _neem_op(bak, telling, stand, straks // 100, erbij, van + i, np.int64(oordeel[i]))


@compileer_in
def _kies_los(deel, vragen, nummer, ketens, van, over, raak, alle_niveaus, bak, telling, stand):  # type: ignore[no-untyped-def]
    """The same for the few rows of a block, counted person by person."""
    vraag = vraag_uit(vragen, nummer)
    niveaus = alle_niveaus[: vraag.hard.size]
    raak[0] = _haal_op(deel.eigen_begin, deel.eigen, van, over)
    uiterste = 1000 * (vraag.deel_affiniteit + vraag.deel_omstandigheden)
    for i in over:
        som, onbekend = _tel_rij(deel, vraag, ketens, van + i, raak, niveaus)
        straks = vraag.deel_competentie * (som // vraag.gewicht)
        if onbekend >= 0 and straks + uiterste >= 100 * stand[DREMPEL]:
            rest = rest_van_rij(deel, vraag, van + i)
            if straks + rest >= 100 * stand[DREMPEL]:
                _neem_op(bak, telling, stand, (straks + rest) // 100, rest, van + i, onbekend)


@compileer_in
def _rangschik(deel, vragen, nummer, bak, stand, sleutels, rijen):  # type: ignore[no-untyped-def]
    """Choose the best of ``bak`` with what is unknown and the rank counted in; returns how many."""
    vraag = vraag_uit(vragen, nummer)
    gevonden, top = 0, sleutels.size
    for plek in range(stand[AANTAL]):
        straks, rest = bak[0, plek] >> 32, bak[0, plek] & LAAG
        if straks < stand[DREMPEL]:
            continue
        rij = bak[1, plek] & LAAG
        onbekend = (bak[1, plek] >> 32) + _tel_onbekend(deel, vraag, rij)
        sleutel = (
            (np.uint64(straks) << np.uint64(STRAKS_BIT))
            | (np.uint64(ONBEKEND_MAX - onbekend) << np.uint64(RANG_BITS))
            | np.uint64((1 << RANG_BITS) - 1 - np.int64(deel.rang[rij]))
        )
        if gevonden < top:
            sleutels[gevonden], rijen[gevonden] = sleutel, rest << 32 | rij
            _stijg(sleutels, rijen, gevonden)
            gevonden += 1
        elif sleutel > sleutels[0]:
            sleutels[0], rijen[0] = sleutel, rest << 32 | rij
            _zak(sleutels, rijen, top)
    return gevonden


@compileer
def zoek_top(deel, vragen, leeft, sleutels, rijen, gevonden):  # type: ignore[no-untyped-def]
    """Fill a row of ``sleutels`` and ``rijen`` per question with the best rows, and ``gevonden`` with how many.

    Not in order (a heap). A key is straks, then few unknowns, then a low rank, in one uint64: higher is better, no two
    are equal. In ``rijen`` the high half holds the weighed affinity and conditions (× 100), the low half the row.

    All questions go through a tile together: what is read of it then stays in the cache.
    """
    aantal, blokken = gevonden.size, deel.blok_bereik.size
    woorden, over = np.empty(BLOK // 64, np.uint64), np.empty((aantal, TEGEL, BLOK), np.uint16)
    punten, oordeel = np.empty((aantal, TEGEL * BLOK), np.uint32), np.empty((aantal, TEGEL * BLOK), np.uint8)
    niveau, nodig = np.empty(TEGEL * BLOK, np.uint16), np.empty((vragen.gelijk_begin.size, 3), np.int64)
    raak, niveaus = np.empty(deel.competenties + 1, np.uint32), np.empty(vragen.hard.size, np.int64)
    aantallen, druk = np.zeros((aantal, TEGEL + 1), np.int64), np.empty(TEGEL, np.bool_)
    bereik, hard = np.empty((aantal, blokken), np.uint8), np.empty(aantal, np.int64)
    for nummer in range(aantal):
        hard[nummer] = vragen.hard[vragen.eisen_begin[nummer] : vragen.eisen_begin[nummer + 1]].sum()
        vul_bereik(deel, vragen, nummer, bereik[nummer])
    ketens = [maak_ketens(deel, vragen, nummer) for nummer in range(aantal)]
    keuzes = [kies_vlakken(deel, vragen, nummer) for nummer in range(aantal)]
    bakken = [np.empty((2, 2 * BLOK), np.int64) for _ in range(aantal)]
    telling, stand = np.zeros((aantal, 1002), np.int32), np.zeros((aantal, 4), np.int64)
    stand[:, TOP] = sleutels.shape[1]
    for eerste in range(0, blokken, TEGEL):
        aantallen[:] = 0
        for nummer in range(aantal):
            if not bereik[nummer, eerste : eerste + TEGEL].any():
                continue
            keuze = keuzes[nummer]
            for plaats in range(min(TEGEL, blokken - eerste)):
                blok, wie = eerste + plaats, over[nummer, plaats]
                if not bereik[nummer, blok]:
                    continue
                afstand = bereik[nummer, blok] == 1
                over_ = zeef(deel, vragen, nummer, leeft, keuze, blok, afstand, woorden, wie)
                if hard[nummer] < FAALT and over_ * VEEL_OVER >= BLOK:
                    aantallen[nummer, plaats] = over_
                elif over_:
                    bakken[nummer] = _maak_ruimte(bakken[nummer], stand[nummer], BLOK)
                    wat = bakken[nummer], telling[nummer], stand[nummer]
                    _kies_los(deel, vragen, nummer, ketens[nummer], blok * BLOK, wie[:over_], raak, niveaus, *wat)
        _tel_lijsten(deel, vragen, eerste // TEGEL, aantallen, punten, oordeel, niveau, druk, nodig)
        for nummer in range(aantal):
            for plaats in range(TEGEL):
                if aantallen[nummer, plaats]:
                    bakken[nummer] = _maak_ruimte(bakken[nummer], stand[nummer], BLOK)
                    hier, wie = slice(plaats * BLOK, (plaats + 1) * BLOK), over[nummer, plaats]
                    wie, geteld = wie[: aantallen[nummer, plaats]], (punten[nummer, hier], oordeel[nummer, hier])
                    wat = bakken[nummer], telling[nummer], stand[nummer]
                    _kies(deel, vragen, nummer, eerste + plaats, wie, *geteld, *wat)
    for nummer in range(aantal):
        uit = sleutels[nummer], rijen[nummer]
        gevonden[nummer] = _rangschik(deel, vragen, nummer, bakken[nummer], stand[nummer], *uit)
