"""A part of the index: people in blocks of 2048, ordered by how far they travel and where they live.

A part never changes after it is built; who leaves is marked beside it (see ``motor``). Blocks of which nobody can
pass are skipped as a whole: by distance, and by hours and availability. Within a class of travel distance people lie
in strips from south to north, each from west to east, so that a block is compact; those whose place is unknown lie in
strips by hours, each by availability.

Requirements that many people have an answer to are planes of bits (see ``vlakken``). A competence that many have is a
column of half bytes: bit 3 says it is recorded, the rest is the level; rarer ones are postings. What is read of few
people, those who may still win, is a record a person. Planes and columns of a block lie together.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from werklandschap.matching.invoer import REIS_KM_MAX, Invoerfout
from werklandschap.matching.kolommen import (
    DAGDELEN_ONBEKEND,
    ONBEKEND,
    REIS_ONBEKEND,
    SECTOR,
    STAP_NUL,
    VANAF_ONBEKEND,
    VOORKEUR,
    ZONDER_EINDE,
    Kolommen,
    Reeks,
    Woordenboeken,
)
from werklandschap.matching.referentie import STRAAL_AARDE_KM
from werklandschap.matching.vlakken import BLOK, TEGEL, maak_vlakken

REIS_KLASSEN = (5, 10, 20, 40, 80, REIS_KM_MAX)
TWIJFEL_KM = 0.005
"""Within five metres of a limit single precision does not decide; the reference does."""
KOORDE_ONBEKEND = 9.0
"""Above 4, the largest square of a chord on the unit sphere."""
COMPETENTIE_VANAF = 16
"""A competence at least one in sixteen people have gets a full column; a rarer one postings."""
DICHT_VANAF = 8
"""A fact or certificate at least one in eight people have gets planes; a rarer one postings."""
WENS_VANAF = 64
"""A preference at least one in sixty-four people have gets a full column; a rarer one postings."""
GENOEMD = 8
RIASEC = 6
BEKEND = ("uren_min", "uren_max", "vanaf", "dagdelen", "plaats")
"""What the first bits after riasec in the record of a person say is known."""
RECORD = 8
"""The record of a person is a multiple of so many bytes."""
RUIMTE_RAD = 1e-6


class Rijen(NamedTuple):
    """What the loops read. n rows, b blocks; postings per box lie between consecutive limits (see ``lussen.bouw``).

    ``koorde_*`` tell per kilometre of travel the squared chord that is surely near enough, and surely too far.
    ``competentie_dicht`` is uint8 [b, columns, 1024]. A column of a certificate holds the end date; absent counts as
    without an end, so that it excludes nobody.

    ``mens`` is uint8 [n, width]: the six of riasec; bits that say what is known, of the five of ``BEKEND`` and, by
    ``mens_feit`` and ``mens_certificaat``, of common codes; preferences 0 … 4 with 2 for absent, in the half bytes of
    ``mens_wens``. These three count bits or half bytes from the start of the record; −1 = the code has postings.
    """

    tempo: Reeks
    uren_min: Reeks
    uren_max: Reeks
    vanaf: Reeks
    reis: Reeks
    x: Reeks
    y: Reeks
    z: Reeks
    koorde_dichtbij: Reeks
    koorde_ver: Reeks
    mens: Reeks
    mens_feit: Reeks
    mens_certificaat: Reeks
    mens_wens: Reeks
    rang: Reeks
    blok_x: Reeks
    blok_y: Reeks
    blok_z: Reeks
    blok_bereik: Reeks
    blok_dichtbij: Reeks
    blok_uren_min: Reeks
    blok_uren_max: Reeks
    blok_vanaf: Reeks
    competenties: int
    competentie_kolom: Reeks
    competentie_dicht: Reeks
    grens: Reeks
    posten: Reeks
    eigen_begin: Reeks
    eigen: Reeks
    certificaat_kolom: Reeks
    certificaat_dicht: Reeks
    certificaat_grens: Reeks
    certificaat_posten: Reeks
    certificaat_tot: Reeks
    feit_grens: Reeks
    feit_posten: Reeks
    vlak: Reeks
    vlak_dagdelen: Reeks
    vlak_uren_min: Reeks
    vlak_uren_max: Reeks
    vlak_vanaf: Reeks
    trappen_uren_min: Reeks
    trappen_uren_max: Reeks
    trappen_vanaf: Reeks
    vlak_feit: Reeks
    vlak_certificaat: Reeks
    trappen_certificaat: Reeks


@dataclass(frozen=True, slots=True)
class Deel:
    """One part: the rows for the loops, and what is asked per person only (ids, place in degrees)."""

    rijen: Rijen
    ids: Sequence[str]
    op_id: Reeks
    lat: Reeks
    lon: Reeks

    @classmethod
    def bouw(cls, kolommen: Kolommen, woorden: Woordenboeken) -> Deel:
        """Order the people and make the postings; raises Invoerfout when an id is there twice.

        ValueError when a code has no number in ``woorden``: the loops don't check again.
        """
        _controleer_codes(kolommen, woorden)
        orde = _orde(kolommen)
        ids = [kolommen.ids[oud] for oud in orde.tolist()]
        op_id = np.array(sorted(range(len(ids)), key=ids.__getitem__), dtype=np.int32)
        for eerste, tweede in pairwise(map(ids.__getitem__, op_id.tolist())):
            if eerste == tweede:
                raise Invoerfout("id", f"{eerste} komt twee keer voor")
        rang = np.empty(len(ids), np.int32)
        rang[op_id] = np.arange(len(ids))
        return cls(
            rijen=_rijen(kolommen, woorden, orde, rang),
            ids=ids,
            op_id=op_id,
            lat=kolommen.lat[orde],
            lon=kolommen.lon[orde],
        )

    def rij_van(self, kandidaat_id: str) -> int | None:
        """The row of a person, None when absent."""
        plaats = bisect_left(self.op_id, kandidaat_id, key=lambda rij: self.ids[rij])
        if plaats < len(self.ids) and self.ids[self.op_id[plaats]] == kandidaat_id:
            return int(self.op_id[plaats])
        return None


def _controleer_codes(kolommen: Kolommen, woorden: Woordenboeken) -> None:
    for codes, woordenboek in (
        (kolommen.competentie_code, woorden.competenties),
        (kolommen.certificaat_code, woorden.certificaten),
        (kolommen.feit_code, woorden.feiten),
    ):
        if codes.size and (codes.min() < 0 or codes.max() >= len(woordenboek)):
            raise ValueError("een code in de kolommen staat niet in het woordenboek")


def eenheidsvector(lat: Reeks, lon: Reeks) -> tuple[Reeks, Reeks, Reeks]:
    """Points in degrees as x, y, z on a sphere with radius 1, float64."""
    breedte, lengte = np.radians(lat), np.radians(lon)
    return np.cos(breedte) * np.cos(lengte), np.cos(breedte) * np.sin(lengte), np.sin(breedte)


def _orde(kolommen: Kolommen) -> Reeks:
    """The old row per new row: unknown place first, then by travel class; in strips within each."""
    klasse = 1 + np.searchsorted(REIS_KLASSEN, kolommen.reis)
    klasse[kolommen.reis == REIS_ONBEKEND] = 0
    delen = []
    for nummer in range(len(REIS_KLASSEN) + 1):
        rijen = np.flatnonzero(klasse == nummer)
        if nummer:
            delen.append(_in_stroken(rijen, kolommen.lat[rijen], kolommen.lon[rijen]))
        else:
            delen.append(_in_stroken(rijen, kolommen.uren_max[rijen], kolommen.vanaf[rijen]))
    return np.concatenate(delen)


def _in_stroken(rijen: Reeks, eerst: Reeks, dan: Reeks) -> Reeks:
    """Rows in as many strips as a strip has blocks: strips by the first column, rows in a strip by the second."""
    stroken = max(1, round(math.sqrt(rijen.size / BLOK)))
    volgorde = np.argsort(eerst, kind="stable")
    strook = np.empty(rijen.size, np.int64)
    strook[volgorde] = np.arange(rijen.size) * stroken // max(rijen.size, 1)
    ordening: Reeks = rijen[np.lexsort((dan, strook))]
    return ordening


def _rijen(kolommen: Kolommen, woorden: Woordenboeken, orde: Reeks, rang: Reeks) -> Rijen:
    x, y, z = eenheidsvector(np.nan_to_num(kolommen.lat[orde]), np.nan_to_num(kolommen.lon[orde]))
    reis = kolommen.reis[orde]
    blok_x, blok_y, blok_z, bereik, blok_dichtbij = _bereik(x, y, z, reis)
    uren_min, uren_max, vanaf = kolommen.uren_min[orde], kolommen.uren_max[orde], kolommen.vanaf[orde]
    begin = np.arange(0, x.size, BLOK)
    dichtbij, ver = _koorden()
    competentie_kolom, competentie_dicht, grens, posten, eigen_begin, eigen = _competenties(kolommen, woorden, orde)
    certificaat_kolom, certificaat_dicht, *certificaten = _certificaten(kolommen, woorden, orde)
    *feiten, feit_grens, feit_posten = _feiten(kolommen, woorden, orde)
    bekend = [uren_min != ONBEKEND, uren_max != ONBEKEND, vanaf != VANAF_ONBEKEND]
    bekend += [kolommen.dagdelen[orde] != np.uint32(DAGDELEN_ONBEKEND), reis != REIS_ONBEKEND]
    mens = _mensen(kolommen, woorden, orde, bekend, (feiten[0] >= 0, certificaat_kolom >= 0))
    vlakken = maak_vlakken(
        (uren_min, uren_max),
        vanaf,
        kolommen.dagdelen[orde],
        (feiten[0], feiten[1]),
        (certificaat_kolom, certificaat_dicht),
        list(woorden.feiten),
    )
    return Rijen(
        tempo=kolommen.tempo[orde],
        uren_min=uren_min,
        uren_max=uren_max,
        vanaf=vanaf,
        reis=np.minimum(reis, REIS_KM_MAX + 1).astype(np.uint16),
        x=x.astype(np.float32),
        y=y.astype(np.float32),
        z=z.astype(np.float32),
        koorde_dichtbij=dichtbij,
        koorde_ver=ver,
        mens=mens[0],
        mens_feit=mens[1],
        mens_certificaat=mens[2],
        mens_wens=mens[3],
        rang=rang,
        blok_x=blok_x,
        blok_y=blok_y,
        blok_z=blok_z,
        blok_bereik=bereik,
        blok_dichtbij=blok_dichtbij,
        blok_uren_min=_per_blok(np.minimum, np.where(uren_min == ONBEKEND, 0, uren_min), begin),
        blok_uren_max=_per_blok(np.maximum, uren_max, begin),
        blok_vanaf=_per_blok(np.minimum, vanaf, begin),
        competenties=len(woorden.competenties),
        competentie_kolom=competentie_kolom,
        competentie_dicht=competentie_dicht,
        grens=grens,
        posten=posten,
        eigen_begin=eigen_begin,
        eigen=eigen,
        certificaat_kolom=certificaat_kolom,
        certificaat_dicht=certificaat_dicht,
        certificaat_grens=certificaten[0],
        certificaat_posten=certificaten[1],
        certificaat_tot=certificaten[2],
        feit_grens=feit_grens,
        feit_posten=feit_posten,
        vlak=vlakken.vlak,
        vlak_dagdelen=vlakken.dagdelen,
        vlak_uren_min=vlakken.uren_min,
        vlak_uren_max=vlakken.uren_max,
        vlak_vanaf=vlakken.vanaf,
        trappen_uren_min=vlakken.trappen_uren_min,
        trappen_uren_max=vlakken.trappen_uren_max,
        trappen_vanaf=vlakken.trappen_vanaf,
        vlak_feit=vlakken.feit,
        vlak_certificaat=vlakken.certificaat,
        trappen_certificaat=vlakken.trappen_certificaat,
    )


def _koorden() -> tuple[Reeks, Reeks]:
    """Per reis_km 0 … 500 and unknown: the squared chord that is surely near enough, and that is surely too far."""
    kilometers = np.arange(REIS_KM_MAX + 1, dtype=np.float64)
    ver = (2 * np.sin((kilometers + TWIJFEL_KM) / (2 * STRAAL_AARDE_KM))) ** 2
    dichtbij = (2 * np.sin((kilometers - TWIJFEL_KM) / (2 * STRAAL_AARDE_KM))) ** 2
    dichtbij[0] = -1
    onbekend = [KOORDE_ONBEKEND]
    return (
        np.concatenate((dichtbij, onbekend)).astype(np.float32),
        np.concatenate((ver, onbekend)).astype(np.float32),
    )


def _per_blok(samen: np.ufunc, reeks: Reeks, begin: Reeks) -> Reeks:
    """The lowest or highest value per block: int64 [b]."""
    return samen.reduceat(reeks, begin).astype(np.int64) if begin.size else np.empty(0, np.int64)


def _bereik(x: Reeks, y: Reeks, z: Reeks, reis: Reeks) -> tuple[Reeks, Reeks, Reeks, Reeks, Reeks]:
    """Per block its middle and two cosines: of the widest angle at which a job may be, and of one that excludes nobody.

    −2 = wherever the job is; 2 = nowhere.
    """
    begin = np.arange(0, x.size, BLOK)
    if not begin.size:
        return (np.empty(0), np.empty(0), np.empty(0), np.empty(0), np.empty(0))
    midden = [np.add.reduceat(as_, begin) for as_ in (x, y, z)]
    lengte = np.sqrt(midden[0] ** 2 + midden[1] ** 2 + midden[2] ** 2)
    midden = [as_ / np.maximum(lengte, 1e-9) for as_ in midden]
    blok = np.arange(x.size) // BLOK
    cosinus = midden[0][blok] * x + midden[1][blok] * y + midden[2][blok] * z
    straal = np.arccos(np.clip(np.minimum.reduceat(cosinus, begin), -1, 1))
    verste, minste = np.maximum.reduceat(reis, begin), np.minimum.reduceat(reis, begin)
    hoek = straal + verste / STRAAL_AARDE_KM + RUIMTE_RAD
    overal = (verste == REIS_ONBEKEND) | (hoek >= math.pi) | (lengte < 1e-6)
    zeker = minste / STRAAL_AARDE_KM - straal - RUIMTE_RAD
    nooit = (verste == REIS_ONBEKEND) | (zeker <= 0) | (lengte < 1e-6)
    dichtbij = np.where(nooit, 2.0, np.cos(np.clip(zeker, 0, math.pi)))
    dichtbij[minste == REIS_ONBEKEND] = -2.0
    return midden[0], midden[1], midden[2], np.where(overal, -2.0, np.cos(hoek)), dichtbij


def _begin(aantal: Reeks) -> Reeks:
    return np.concatenate((np.zeros(1, np.int64), np.cumsum(aantal, dtype=np.int64)))


def _vaak(code: Reeks, breedte: int, een_op: int, mensen: int) -> Reeks:
    """Which codes (bool) at least one in ``een_op`` people have; in a small part none."""
    vaak: Reeks = np.bincount(code, minlength=breedte) * een_op > max(mensen, BLOK)
    return vaak


def _nummer(vaak: Reeks, eerste: int = 0) -> Reeks:
    """The column of each code, or its place counted from ``eerste``; −1 without one: int32."""
    return np.where(vaak, np.cumsum(vaak) - 1 + eerste, -1).astype(np.int32)


def _zeldzaam(vaak: Reeks, begin: Reeks, code: Reeks, waarde: Reeks) -> tuple[Reeks, Reeks, Reeks]:
    """Where each person begins, codes and values, without the codes that have a column."""
    blijft = ~vaak[code]
    nieuw_begin = np.concatenate((np.zeros(1, np.int64), np.cumsum(blijft, dtype=np.int64)))[begin]
    return nieuw_begin, code[blijft], waarde[blijft]


def _competenties(kolommen: Kolommen, woorden: Woordenboeken, orde: Reeks) -> tuple[Reeks, ...]:
    """Columns of common competences, postings by competence and block of the rest, and all of them by person."""
    from werklandschap.matching.lussen import bouw as lussen

    begin, breedte = _begin(kolommen.competentie_aantal), len(woorden.competenties)
    code, niveau = kolommen.competentie_code, kolommen.competentie_niveau
    vaak = _vaak(code, breedte, COMPETENTIE_VANAF, orde.size)
    kolom = _nummer(vaak)
    dicht = np.zeros((-(-orde.size // BLOK), int(vaak.sum()), BLOK // 2), np.uint8)
    lussen.vul_halve_bytes(orde, begin, code, niveau | np.uint8(GENOEMD), kolom, dicht)
    begin_rest, code_rest, niveau_rest = _zeldzaam(vaak, begin, code, niveau)
    grens, posten = _in_vakken(orde, begin_rest, code_rest, niveau_rest, (breedte, TEGEL * BLOK))
    eigen_begin, eigen = np.zeros(orde.size + 1, np.uint32), np.empty(code.size, np.uint32)
    lussen.vul_personen(orde, begin, code, niveau, eigen_begin, eigen)
    return kolom, dicht, grens, posten, eigen_begin, eigen


def _in_vakken(orde: Reeks, begin: Reeks, code: Reeks, waarde: Reeks, maat: tuple[int, int]) -> tuple[Reeks, Reeks]:
    """Where each box begins, and the postings; ``maat`` is how many codes there are, and people in a box."""
    from werklandschap.matching.lussen import bouw as lussen

    grens, posten = lussen.leg_in_vakken(orde, begin, code, *maat), np.empty(code.size, np.uint16)
    lussen.vul_vakken(orde, begin, code, waarde, *maat, grens[:-1].copy(), posten)
    return grens, posten


def _certificaten(kolommen: Kolommen, woorden: Woordenboeken, orde: Reeks) -> tuple[Reeks, ...]:
    """Full columns of end dates for common certificates (``kolom`` is −1 for the rest), and postings for the rest."""
    from werklandschap.matching.lussen import bouw as lussen

    begin, code, breedte = _begin(kolommen.certificaat_aantal), kolommen.certificaat_code, len(woorden.certificaten)
    tot = kolommen.certificaat_tot
    vaak = _vaak(code, breedte, DICHT_VANAF, orde.size)
    kolom = _nummer(vaak)
    dicht = np.full((int(vaak.sum()), orde.size), ZONDER_EINDE, np.int32)
    lussen.vul_dicht(orde, begin, code, tot, kolom, dicht)
    begin, code, tot = _zeldzaam(vaak, begin, code, tot)
    grens, posten = _in_vakken(orde, begin, code, np.zeros(code.size, np.uint8), (breedte, BLOK))
    datums = np.empty(code.size, np.int32)
    lussen.vul_datums(orde, begin, code, tot, breedte, BLOK, grens[:-1].copy(), datums)
    return kolom, dicht, grens, posten, datums


def _eisen_en_wensen(woorden: Woordenboeken) -> tuple[Reeks, Reeks]:
    """Per fact whether it can be a requirement, and whether it is a preference: bool [facts] each."""
    wens = np.array([code.startswith((VOORKEUR, SECTOR)) for code in woorden.feiten], bool)
    return ~wens, wens


def _mensen(
    kolommen: Kolommen, woorden: Woordenboeken, orde: Reeks, bekend: Sequence[Reeks], vaak: tuple[Reeks, Reeks]
) -> tuple[Reeks, Reeks, Reeks, Reeks]:
    """The records of ``mens`` and where in them the common facts, certificates and preferences are."""
    from werklandschap.matching.lussen import bouw as lussen

    begin_feit, feit = _begin(kolommen.feit_aantal), kolommen.feit_code
    wens = _vaak(feit, len(woorden.feiten), WENS_VANAF, orde.size) & _eisen_en_wensen(woorden)[1]
    bits = 8 * RIASEC + len(BEKEND)
    bit_feit, bits = _nummer(vaak[0], bits), bits + int(vaak[0].sum())
    bit_certificaat, bits = _nummer(vaak[1], bits), bits + int(vaak[1].sum())
    halven = -(-bits // 8) * 2
    halve_wens = _nummer(wens, halven)
    breedte = -(-(halven + int(wens.sum())) // 2)
    mens = np.zeros((orde.size, -(-breedte // RECORD) * RECORD), np.uint8)
    mens[:, :RIASEC] = kolommen.riasec[:, orde].T
    mens[:, RIASEC] = np.packbits(np.stack(bekend), axis=0, bitorder="little")[0]
    mens[:, halven // 2 :] = STAP_NUL | STAP_NUL << 4
    lussen.vul_bits(orde, begin_feit, feit, bit_feit, mens)
    lussen.vul_bits(orde, _begin(kolommen.certificaat_aantal), kolommen.certificaat_code, bit_certificaat, mens)
    lussen.vul_wensen(orde, begin_feit, feit, kolommen.feit_waarde, halve_wens, mens)
    return mens, bit_feit, bit_certificaat, halve_wens


def _feiten(kolommen: Kolommen, woorden: Woordenboeken, orde: Reeks) -> tuple[Reeks, Reeks, Reeks, Reeks]:
    """Full columns for common facts (``kolom`` is −1 for the rest), and postings for who are in no column."""
    from werklandschap.matching.lussen import bouw as lussen

    breedte, begin = len(woorden.feiten), _begin(kolommen.feit_aantal)
    code, waarde = kolommen.feit_code, kolommen.feit_waarde
    eisen, wensen = _eisen_en_wensen(woorden)
    vaak = _vaak(code, breedte, DICHT_VANAF, orde.size) & eisen
    dicht = np.full((int(vaak.sum()), orde.size), ONBEKEND, np.uint8)
    lussen.vul_dicht(orde, begin, code, waarde, _nummer(vaak), dicht)
    per_mens = _vaak(code, breedte, WENS_VANAF, orde.size) & wensen
    begin_rest, code_rest, waarde_rest = _zeldzaam(vaak | per_mens, begin, code, waarde)
    return _nummer(vaak), dicht, *_in_vakken(orde, begin_rest, code_rest, waarde_rest, (breedte, BLOK))
