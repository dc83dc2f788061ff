"""A job profile as tables of numbers, ready for the loops: made once per search, the same for every part."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

import numpy as np

from werklandschap.matching.invoer import Taxonomie, Werkprofiel
from werklandschap.matching.kolommen import GRENS, SECTOR, TAAL, VOORKEUR, Reeks, Woordenboeken
from werklandschap.matching.referentie import DEEL_MAX, niveaus_te_leren, weken_tot_start

TEMPOS = 4
NIET_GEVRAAGD_MAX = 254
SCHUIF = 18
"""Dividing by a level is multiplying by 2¹⁸ ÷ level, rounded up, and dropping 18 bits: exact below 10,001 × level."""


PER_EIS = ("eis_begin", "lijst", "verwant", "niveau", "maal", "geleerd", "vanaf_nul", "hard")
LIJSTEN = (*PER_EIS, "certificaat", "min_feit", "min_waarde", "wensen", "sector")
"""The fields of a question that are as long as it asks."""


class Vraag(NamedTuple):
    """What the loops ask. E eisen with L lists of competences that count for them, own competence first.

    ``geleerd``: per eis and tempo what is learned before the start, in thousandths of a level; ``maal``: points per
    thousandth, times 2¹⁸; ``som``: the sum of points of who is asked nothing. The first ``talen`` facts are languages.
    """

    eis_begin: Reeks
    lijst: Reeks
    verwant: Reeks
    niveau: Reeks
    maal: Reeks
    geleerd: Reeks
    vanaf_nul: Reeks
    hard: Reeks
    gewicht: int
    som: int
    certificaat: Reeks
    talen: int
    min_feit: Reeks
    min_waarde: Reeks
    wensen: Reeks
    sector: Reeks
    vraagt_min: bool
    vraagt_max: bool
    uren_min: int
    uren_max: int
    start: int
    dagdelen: np.uint32
    heeft_plaats: bool
    x: np.float32
    y: np.float32
    z: np.float32
    x64: float
    y64: float
    z64: float
    riasec_bekend: bool
    riasec: Reeks
    deel_competentie: int
    deel_affiniteit: int
    deel_omstandigheden: int


class Vragen(NamedTuple):
    """Several questions one after the other: the fields of ``Vraag``, and where those of each question begin.

    ``eis`` holds the numbers of all eisen, those of the same competence together; ``gelijk_begin`` says where each
    competence begins, ``vraag_van_eis`` which question an eis is of.
    """

    lijst_begin: Reeks
    eisen_begin: Reeks
    feit_begin: Reeks
    certificaat_begin: Reeks
    wens_begin: Reeks
    sector_begin: Reeks
    eis: Reeks
    gelijk_begin: Reeks
    vraag_van_eis: Reeks
    eis_begin: Reeks
    lijst: Reeks
    verwant: Reeks
    niveau: Reeks
    maal: Reeks
    geleerd: Reeks
    vanaf_nul: Reeks
    hard: Reeks
    gewicht: Reeks
    som: Reeks
    certificaat: Reeks
    talen: Reeks
    min_feit: Reeks
    min_waarde: Reeks
    wensen: Reeks
    sector: Reeks
    vraagt_min: Reeks
    vraagt_max: Reeks
    uren_min: Reeks
    uren_max: Reeks
    start: Reeks
    dagdelen: Reeks
    heeft_plaats: Reeks
    x: Reeks
    y: Reeks
    z: Reeks
    x64: Reeks
    y64: Reeks
    z64: Reeks
    riasec_bekend: Reeks
    riasec: Reeks
    deel_competentie: Reeks
    deel_affiniteit: Reeks
    deel_omstandigheden: Reeks


def leg_samen(vragen: Sequence[Vraag]) -> Vragen:
    """Lay questions one after the other; at least one."""
    per_veld = dict(zip(Vraag._fields, zip(*vragen, strict=True), strict=True))
    samen = {naam: _na_elkaar(naam, waarden) for naam, waarden in per_veld.items()}
    code = np.concatenate([vraag.lijst[vraag.eis_begin[:-1]] for vraag in vragen])
    eis = np.argsort(code, kind="stable")
    nieuw = np.flatnonzero(np.diff(code[eis], prepend=-1))
    return Vragen(
        eis=eis,
        gelijk_begin=np.append(nieuw, code.size),
        vraag_van_eis=np.repeat(np.arange(len(vragen)), list(map(len, per_veld["hard"]))),
        lijst_begin=_begin(per_veld["lijst"]),
        eisen_begin=_begin(per_veld["hard"]),
        feit_begin=_begin(per_veld["min_feit"]),
        certificaat_begin=_begin(per_veld["certificaat"]),
        wens_begin=_begin(per_veld["wensen"]),
        sector_begin=_begin(per_veld["sector"]),
        **samen,
    )


def _na_elkaar(naam: str, waarden: Sequence[Any]) -> Reeks:
    """Lists of any length after each other; a number, or the six of riasec, as one row per question."""
    return np.concatenate(waarden) if naam in LIJSTEN else np.array(waarden)


def _begin(lijsten: Sequence[Reeks]) -> Reeks:
    return np.cumsum([0, *map(len, lijsten)], dtype=np.int64)


class Verwanten:
    """Remembers per competence the numbers of those that count for it, with their kinship."""

    def __init__(self, taxonomie: Taxonomie, woorden: Woordenboeken) -> None:
        self.taxonomie = taxonomie
        self.woorden = woorden
        self._bewaard: dict[str, tuple[Reeks, Reeks]] = {}

    def van(self, competentie: str) -> tuple[Reeks, Reeks]:
        """Numbers int32 and kinship uint16 in per mille; the competence itself first."""
        gevonden = self._bewaard.get(competentie)
        if gevonden is None:
            bronnen = {competentie: 1000} | {
                bron: v for bron, v in self.taxonomie.bronnen(competentie).items() if v > 0
            }
            nummers = [self.woorden.competenties[bron] for bron in bronnen]
            gevonden = (np.array(nummers, np.int32), np.array(list(bronnen.values()), np.uint16))
            self._bewaard[competentie] = gevonden
        return gevonden


def maak_vraag(werkprofiel: Werkprofiel, verwanten: Verwanten, woorden: Woordenboeken, peildatum: date) -> Vraag:
    """Translate a job profile into numbers."""
    paren = [verwanten.van(eis.competentie) for eis in werkprofiel.eisen]
    eisen, taxonomie = werkprofiel.eisen, verwanten.taxonomie
    weken = weken_tot_start(werkprofiel, peildatum)
    leertijden = [taxonomie.weken_per_niveau(eis.competentie) for eis in eisen]
    gevraagd = [(TAAL + code, minimum) for code, minimum in werkprofiel.talen.items() if minimum]
    gevraagd += [(GRENS + code, niveau) for code, niveau in werkprofiel.omstandigheden.items() if niveau]
    aanwezig = [VOORKEUR + code for code, niveau in werkprofiel.omstandigheden.items() if niveau]
    x, y, z = _eenheidsvector(werkprofiel.lat or 0.0, werkprofiel.lon or 0.0)
    return Vraag(
        eis_begin=np.cumsum([0, *(nummers.size for nummers, _ in paren)], dtype=np.int64),
        lijst=_aaneen([nummers for nummers, _ in paren], np.int32),
        verwant=_aaneen([v for _, v in paren], np.uint16),
        niveau=np.array([1000 * eis.niveau for eis in eisen], np.uint16),
        maal=np.array([eis.gewicht * -(-(1 << SCHUIF) // eis.niveau) for eis in eisen], np.uint32),
        geleerd=np.array(
            [[1000 * niveaus_te_leren(weken, tempo, leertijd) for tempo in range(TEMPOS)] for leertijd in leertijden],
            np.uint16,
        ).reshape(-1, TEMPOS),
        vanaf_nul=np.array([taxonomie.leerbaar_vanaf_nul(eis.competentie) for eis in eisen], np.uint8),
        hard=np.array([eis.hard for eis in eisen], np.uint8),
        gewicht=sum(eis.gewicht for eis in eisen) or 1,
        som=0 if eisen else DEEL_MAX,
        certificaat=_nummers(werkprofiel.certificaten, woorden.certificaten),
        talen=sum(minimum > 0 for minimum in werkprofiel.talen.values()),
        min_feit=_nummers([feit for feit, _ in gevraagd], woorden.feiten),
        min_waarde=np.array([waarde for _, waarde in gevraagd], np.uint8),
        wensen=_nummers(aanwezig, woorden.feiten),
        sector=_nummers([SECTOR + werkprofiel.sector] if werkprofiel.sector else [], woorden.feiten),
        vraagt_min=werkprofiel.uren_min is not None,
        vraagt_max=werkprofiel.uren_max is not None,
        uren_min=werkprofiel.uren_min or 0,
        uren_max=NIET_GEVRAAGD_MAX if werkprofiel.uren_max is None else werkprofiel.uren_max,
        start=werkprofiel.start.toordinal(),
        dagdelen=np.uint32(werkprofiel.dagdelen or 0),
        heeft_plaats=werkprofiel.lat is not None,
        x=np.float32(x),
        y=np.float32(y),
        z=np.float32(z),
        x64=x,
        y64=y,
        z64=z,
        riasec_bekend=werkprofiel.riasec is not None,
        riasec=np.array(werkprofiel.riasec or (0,) * 6, np.uint8),
        deel_competentie=werkprofiel.weging.competentie,
        deel_affiniteit=werkprofiel.weging.affiniteit,
        deel_omstandigheden=werkprofiel.weging.omstandigheden,
    )


def _eenheidsvector(lat: float, lon: float) -> tuple[float, float, float]:
    breedte, lengte = math.radians(lat), math.radians(lon)
    return math.cos(breedte) * math.cos(lengte), math.cos(breedte) * math.sin(lengte), math.sin(breedte)


def _aaneen(reeksen: list[Reeks], soort: type) -> Reeks:
    return np.concatenate(reeksen) if reeksen else np.empty(0, soort)


def _nummers(codes: Iterable[str], woordenboek: dict[str, int]) -> Reeks:
    return np.array([woordenboek.get(code, -1) for code in codes], np.int32)
