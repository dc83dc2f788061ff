"""A part of the index: people in blocks of 2048, ordered by how far they travel and where they live.

A part never changes after it is built; who leaves is marked beside it (see ``motor``). Blocks of which nobody can
pass are skipped as a whole: by distance, and by hours and availability. Within a class of travel distance people lie
in strips from south to north, each from west to east, so that a block is compact; those whose place is unknown lie in
strips by hours, each by availability.

Requirements that many people have an answer to are planes of bits (see ``vlakken``). A competence that many have is a
column of half bytes: bit 3 says it is recorded, the rest is the level; rarer ones are postings.
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
    ONBEKEND,
    REIS_ONBEKEND,
    SECTOR,
    STAP_NUL,
    VOORKEUR,
    ZONDER_EINDE,
    Kolommen,
    Reeks,
    Woordenboeken,
)
from werklandschap.matching.referentie import STRAAL_AARDE_KM
from werklandschap.matching.vlakken import BLOK, maak_vlakken

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
RUIMTE_RAD = 1e-6


class Rijen(NamedTuple):
    """What the loops read. n rows, b blocks; postings per (code, block) lie between consecutive limits.

    ``koorde_*`` tell per kilometre of travel the squared chord that is surely near enough, and surely too far.
    ``riasec`` is uint8 [6, b·2048]. ``wens_dicht`` holds preferences in half bytes, 0 … 4 with 2 for
    absent. A column of a certificate holds the end date; absent counts as without an end, so that it excludes nobody.
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
    riasec: Reeks
    wens_kolom: Reeks
    wens_dicht: Reeks
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
    wens_kolom, wens_dicht = _wensen(kolommen, woorden, orde)
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
        riasec=_riasec(kolommen, orde),
        wens_kolom=wens_kolom,
        wens_dicht=wens_dicht,
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


def _riasec(kolommen: Kolommen, orde: Reeks) -> Reeks:
    """Six rows of whole blocks, one after the other in memory: the loops are fast on nothing else."""
    uit = np.full((len(kolommen.riasec), -(-orde.size // BLOK) * BLOK), ONBEKEND, np.uint8)
    uit[:, : orde.size] = kolommen.riasec[:, orde]
    return uit


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


def _nummer(vaak: Reeks) -> Reeks:
    """The column of each code, −1 without one: int32."""
    return np.where(vaak, np.cumsum(vaak) - 1, -1).astype(np.int32)


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
    dicht = np.zeros((int(vaak.sum()), -(-orde.size // BLOK) * BLOK // 2), np.uint8)
    lussen.vul_halve_bytes(orde, begin, code, niveau | np.uint8(GENOEMD), kolom, dicht)
    begin_rest, code_rest, niveau_rest = _zeldzaam(vaak, begin, code, niveau)
    grens = lussen.leg_in_vakken(orde, begin_rest, code_rest, breedte)
    posten = lussen.vul_vakken(orde, begin_rest, code_rest, niveau_rest, breedte, grens)
    return kolom, dicht, grens, posten, *lussen.vul_personen(orde, begin, code, niveau)


def _certificaten(kolommen: Kolommen, woorden: Woordenboeken, orde: Reeks) -> tuple[Reeks, ...]:
    """Full columns of end dates for common certificates (``kolom`` is −1 for the rest), and postings for all."""
    from werklandschap.matching.lussen import bouw as lussen

    begin, code, breedte = _begin(kolommen.certificaat_aantal), kolommen.certificaat_code, len(woorden.certificaten)
    tot = kolommen.certificaat_tot
    vaak = _vaak(code, breedte, DICHT_VANAF, orde.size)
    kolom = _nummer(vaak)
    dicht = np.full((int(vaak.sum()), orde.size), ZONDER_EINDE, np.int32)
    lussen.vul_dicht(orde, begin, code, tot, kolom, dicht)
    grens = lussen.leg_in_vakken(orde, begin, code, breedte)
    posten = lussen.vul_vakken(orde, begin, code, np.zeros(code.size, np.uint8), breedte, grens)
    return kolom, dicht, grens, posten, lussen.vul_datums(orde, begin, code, tot, breedte, grens)


def _eisen_en_wensen(woorden: Woordenboeken) -> tuple[Reeks, Reeks]:
    """Per fact whether it can be a requirement, and whether it is a preference: bool [facts] each."""
    wens = np.array([code.startswith((VOORKEUR, SECTOR)) for code in woorden.feiten], bool)
    return ~wens, wens


def _wensen(kolommen: Kolommen, woorden: Woordenboeken, orde: Reeks) -> tuple[Reeks, Reeks]:
    from werklandschap.matching.lussen import bouw as lussen

    vaak = _vaak(kolommen.feit_code, len(woorden.feiten), WENS_VANAF, orde.size) & _eisen_en_wensen(woorden)[1]
    kolom, begin = _nummer(vaak), _begin(kolommen.feit_aantal)
    dicht = np.full((int(vaak.sum()), -(-orde.size // BLOK) * BLOK // 2), STAP_NUL | STAP_NUL << 4, np.uint8)
    lussen.vul_halve_bytes(orde, begin, kolommen.feit_code, kolommen.feit_waarde, kolom, dicht)
    return kolom, dicht


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
    grens = lussen.leg_in_vakken(orde, begin_rest, code_rest, breedte)
    return _nummer(vaak), dicht, grens, lussen.vul_vakken(orde, begin_rest, code_rest, waarde_rest, breedte, grens)
