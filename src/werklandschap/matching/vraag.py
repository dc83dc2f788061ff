"""A job profile as tables of numbers, ready for the loops: made once per search, the same for every part."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

import numpy as np

from werklandschap.matching.deel import eenheidsvector
from werklandschap.matching.invoer import NIVEAU_MAX, Taxonomie, Werkprofiel
from werklandschap.matching.kolommen import GRENS, SECTOR, TAAL, VOORKEUR, Reeks, Woordenboeken
from werklandschap.matching.referentie import DEEL_MAX, niveaus_te_leren, punten, weken_tot_start

TEMPOS = 4
NIET_GEVRAAGD_MAX = 254
NIVEAU_ONHAALBAAR = 7


class Vraag(NamedTuple):
    """What the loops ask. E eisen with L lists of competences that count for them, own competence first."""

    eis_begin: Reeks
    lijst: Reeks
    verwant: Reeks
    eigen: Reeks
    genoeg: Reeks
    tabel: Reeks
    basis: Reeks
    hard: Reeks
    gewicht: int
    certificaat: Reeks
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


class Verwanten:
    """Remembers per competence the numbers of those that count for it, with their kinship."""

    def __init__(self, taxonomie: Taxonomie, woorden: Woordenboeken) -> None:
        self.taxonomie = taxonomie
        self.woorden = woorden
        self._bewaard: dict[str, tuple[Reeks, Reeks]] = {}

    def van(self, competentie: str) -> tuple[Reeks, Reeks]:
        """Numbers int32 and kinship int64 in per mille; the competence itself first."""
        gevonden = self._bewaard.get(competentie)
        if gevonden is None:
            bronnen = {competentie: 1000} | {
                bron: v for bron, v in self.taxonomie.bronnen(competentie).items() if v > 0
            }
            nummers = [self.woorden.competenties[bron] for bron in bronnen]
            gevonden = (np.array(nummers, np.int32), np.array(list(bronnen.values()), np.int64))
            self._bewaard[competentie] = gevonden
        return gevonden


def maak_vraag(werkprofiel: Werkprofiel, verwanten: Verwanten, woorden: Woordenboeken, peildatum: date) -> Vraag:
    """Translate a job profile into numbers."""
    paren = [verwanten.van(eis.competentie) for eis in werkprofiel.eisen]
    aantallen = np.array([len(nummers) for nummers, _ in paren], np.int64)
    eis_begin = np.concatenate((np.zeros(1, np.int64), np.cumsum(aantallen)))
    verwant = _aaneen([v for _, v in paren], np.int64)
    tabel, genoeg, basis = _tabellen(werkprofiel, verwanten.taxonomie, peildatum, aantallen, verwant)
    eigen = np.zeros(verwant.size, np.uint8)
    eigen[eis_begin[:-1]] = 1
    gevraagd = [(TAAL + code, minimum) for code, minimum in werkprofiel.talen.items() if minimum]
    gevraagd += [(GRENS + code, niveau) for code, niveau in werkprofiel.omstandigheden.items() if niveau]
    aanwezig = [VOORKEUR + code for code, niveau in werkprofiel.omstandigheden.items() if niveau]
    x, y, z = eenheidsvector(np.array(werkprofiel.lat or 0.0), np.array(werkprofiel.lon or 0.0))
    return Vraag(
        eis_begin=eis_begin,
        lijst=_aaneen([nummers for nummers, _ in paren], np.int32),
        verwant=verwant,
        eigen=eigen,
        genoeg=genoeg,
        tabel=tabel,
        basis=basis,
        hard=np.array([eis.hard for eis in werkprofiel.eisen], np.uint8),
        gewicht=sum(eis.gewicht for eis in werkprofiel.eisen) or 1,
        certificaat=_nummers(werkprofiel.certificaten, woorden.certificaten),
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
        x64=float(x),
        y64=float(y),
        z64=float(z),
        riasec_bekend=werkprofiel.riasec is not None,
        riasec=np.array(werkprofiel.riasec or (0,) * 6, np.uint8),
        deel_competentie=werkprofiel.weging.competentie,
        deel_affiniteit=werkprofiel.weging.affiniteit,
        deel_omstandigheden=werkprofiel.weging.omstandigheden,
    )


def _tabellen(
    werkprofiel: Werkprofiel, taxonomie: Taxonomie, peildatum: date, aantallen: Reeks, verwant: Reeks
) -> tuple[Reeks, Reeks, Reeks]:
    """Points above the start value per list, level and tempo; the level that is enough per list; the start value.

    Points grow with the level found, also after learning, so the best list for the points is the best for the level.
    """
    weken = weken_tot_start(werkprofiel, peildatum)
    basis = np.zeros(TEMPOS, np.int32)
    geleerd = np.zeros((len(werkprofiel.eisen), TEMPOS), np.int64)
    start = np.zeros((len(werkprofiel.eisen), TEMPOS), np.int64)
    for nummer, eis in enumerate(werkprofiel.eisen):
        leertijd = taxonomie.weken_per_niveau(eis.competentie)
        vanaf_nul = taxonomie.leerbaar_vanaf_nul(eis.competentie)
        for tempo in range(TEMPOS):
            geleerd[nummer, tempo] = niveaus_te_leren(weken, tempo, leertijd)
            start[nummer, tempo] = punten(eis, 0, int(geleerd[nummer, tempo]) if vanaf_nul else 0)
    basis += start.sum(axis=0).astype(np.int32) if werkprofiel.eisen else DEEL_MAX
    van_eis = np.repeat(np.arange(len(werkprofiel.eisen)), aantallen)
    niveau = np.array([eis.niveau for eis in werkprofiel.eisen], np.int64)[van_eis]
    gewicht = np.array([eis.gewicht for eis in werkprofiel.eisen], np.int64)[van_eis]
    gevonden = np.arange(NIVEAU_MAX + 1)[None, :] * verwant[:, None]
    straks = gevonden[:, :, None] + 1000 * geleerd[van_eis][:, None, :]
    straks = gewicht[:, None, None] * np.minimum(1000 * niveau[:, None, None], straks) // niveau[:, None, None]
    erbij = np.where(gevonden[:, :, None] > 0, straks - start[van_eis][:, None, :], 0)
    tabel = np.zeros((verwant.size, 8, TEMPOS), np.uint16)
    tabel[:, : NIVEAU_MAX + 1] = erbij
    nodig = -(-1000 * niveau // np.maximum(verwant, 1))
    genoeg = np.minimum(nodig, NIVEAU_ONHAALBAAR).astype(np.uint8)
    return tabel.reshape(verwant.size, 8 * TEMPOS), genoeg, basis


def _aaneen(reeksen: list[Reeks], soort: type) -> Reeks:
    return np.concatenate(reeksen) if reeksen else np.empty(0, soort)


def _nummers(codes: Iterable[str], woordenboek: dict[str, int]) -> Reeks:
    return np.array([woordenboek.get(code, -1) for code in codes], np.int32)
