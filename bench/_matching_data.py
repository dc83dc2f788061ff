"""Invented people as columns and invented jobs, skewed as in life, for the benchmark of the engine."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import numpy as np

from werklandschap.matching.invoer import Taxonomie, Werkprofiel, lees_taxonomie, lees_werkprofiel
from werklandschap.matching.kolommen import (
    DAGDELEN_ONBEKEND,
    GRENS,
    ONBEKEND,
    REIS_ONBEKEND,
    SECTOR,
    TAAL,
    VOORKEUR,
    Kolommen,
    Reeks,
    Woordenboek,
    Woordenboeken,
)

PEILDATUM = date(2026, 1, 5)
COMPETENTIES = 13_890
TREKKINGEN = 62
DORPEN = 400
TALEN = ("nld", "eng", "deu", "tur", "ara", "pol")
CERTIFICATEN = tuple(f"cert{nummer}" for nummer in range(40))
OMSTANDIGHEDEN = tuple(f"oms{nummer}" for nummer in range(20))
SECTOREN = tuple(f"sec{nummer}" for nummer in range(20))
ALLE_DAGEN = (1 << 15) - 1


class Bevolking:
    """``kolommen`` of ``aantal`` people, their ``taxonomie``, and job profiles made on request; one seed, one world."""

    def __init__(self, aantal: int, zaad: int) -> None:
        self.lot = np.random.default_rng(zaad)
        self.aantal = aantal
        self.woorden = Woordenboeken(Woordenboek((f"c{n}", n) for n in range(COMPETENTIES)))
        gewicht = 1 / (np.arange(COMPETENTIES) + 8.0)
        self.kans = np.cumsum(gewicht / gewicht.sum())
        self.dorp_kans = np.cumsum(1 / (np.arange(DORPEN) + 2.0))
        self.dorp_kans /= self.dorp_kans[-1]
        self.dorp = np.stack((self.lot.uniform(50.8, 53.4, DORPEN), self.lot.uniform(3.6, 7.1, DORPEN)))
        self.taxonomie = self._taxonomie()
        self.kolommen = self._kolommen()

    def _taxonomie(self) -> Taxonomie:
        """Ten related competences each, near in rank or anywhere."""
        lot = self.lot
        ver = lot.integers(0, COMPETENTIES, (COMPETENTIES, 10))
        dichtbij = np.arange(COMPETENTIES)[:, None] + lot.integers(-40, 41, (COMPETENTIES, 10))
        bron = np.where(lot.random((COMPETENTIES, 10)) < 0.5, ver, np.abs(dichtbij) % COMPETENTIES)
        v = lot.integers(200, 950, (COMPETENTIES, 10))
        return lees_taxonomie(
            {
                "verwantschap": {
                    f"c{k}": {f"c{s}": int(w) for s, w in zip(bron[k], v[k], strict=True) if s != k}
                    for k in range(COMPETENTIES)
                },
                "leertijd": {f"c{k}": int(lot.integers(2, 27)) for k in range(0, COMPETENTIES, 2)},
                "vanaf_nul": {f"c{k}": True for k in range(0, COMPETENTIES, 5)},
            }
        )

    def _kolommen(self) -> Kolommen:
        lot, n = self.lot, self.aantal
        lat, lon = self._plaatsen(n)
        reis = lot.choice([5, 10, 15, 20, 30, 40, 60, 100], n, p=[0.1, 0.2, 0.2, 0.2, 0.12, 0.1, 0.06, 0.02])
        geen_plek = (lot.random(n) < 0.05) | (lot.random(n) < 0.05)
        laag = lot.integers(0, 25, n)
        codes, niveaus, aantallen = self._competenties(n)
        certificaten = self._certificaten(n)
        feiten = self._feiten(n)
        return Kolommen(
            ids=[f"k{nummer:07d}" for nummer in range(n)],
            tempo=np.where(lot.random(n) < 0.05, 1, lot.integers(0, 4, n)).astype(np.uint8),
            uren_min=self._gaten(laag.astype(np.uint8), ONBEKEND),
            uren_max=self._gaten((laag + lot.integers(0, 16, n)).astype(np.uint8), ONBEKEND),
            vanaf=self._gaten((PEILDATUM.toordinal() + lot.integers(-200, 160, n)).astype(np.int32), 0),
            dagdelen=self._gaten(self._dagdelen(n), DAGDELEN_ONBEKEND),
            lat=np.where(geen_plek, np.nan, lat),
            lon=np.where(geen_plek, np.nan, lon),
            reis=np.where(geen_plek, REIS_ONBEKEND, reis).astype(np.uint16),
            riasec=np.where(lot.random(n) < 0.05, ONBEKEND, lot.integers(0, 101, (6, n))).astype(np.uint8),
            competentie_aantal=aantallen,
            competentie_code=codes,
            competentie_niveau=niveaus,
            certificaat_aantal=certificaten[0],
            certificaat_code=certificaten[1],
            certificaat_tot=certificaten[2],
            feit_aantal=feiten[0],
            feit_code=feiten[1],
            feit_waarde=feiten[2],
        )

    def _gaten(self, reeks: Reeks, onbekend: int) -> Reeks:
        reeks[self.lot.random(reeks.size) < 0.05] = onbekend
        return reeks

    def _plaatsen(self, n: int) -> tuple[Reeks, Reeks]:
        dorp = np.searchsorted(self.dorp_kans, self.lot.random(n))
        lat, lon = self.dorp[:, dorp] + self.lot.normal(0, 0.02, (2, n))
        return lat, lon

    def _dagdelen(self, n: int) -> Reeks:
        los = self.lot.integers(0, 1 << 21, n) | self.lot.integers(0, 1 << 21, n)
        return np.where(self.lot.random(n) < 0.6, ALLE_DAGEN, los).astype(np.uint32)

    def _competenties(self, n: int) -> tuple[Reeks, Reeks, Reeks]:
        """Draws with a skew, doubles dropped: some 43 of 62 remain."""
        getrokken = np.searchsorted(self.kans, self.lot.random((n, TREKKINGEN))).astype(np.int32)
        getrokken = np.minimum(getrokken, COMPETENTIES - 1)
        getrokken.sort(axis=1)
        nieuw = np.ones(getrokken.shape, bool)
        nieuw[:, 1:] = getrokken[:, 1:] != getrokken[:, :-1]
        nieuw[self.lot.random(n) < 0.05] = False
        codes = getrokken[nieuw]
        niveaus = self.lot.choice(6, codes.size, p=[0.05, 0.15, 0.25, 0.3, 0.15, 0.1]).astype(np.uint8)
        return codes, niveaus, nieuw.sum(axis=1).astype(np.uint32)

    def _certificaten(self, n: int) -> tuple[Reeks, Reeks, Reeks]:
        kans = 0.5 / (np.arange(len(CERTIFICATEN)) + 1.0)
        heeft = self.lot.random((n, len(CERTIFICATEN))) < kans
        heeft[self.lot.random(n) < 0.05] = False
        codes = np.nonzero(heeft)[1].astype(np.int32)
        soort = self.lot.random(codes.size)
        tot = PEILDATUM.toordinal() + self.lot.integers(-200, 1500, codes.size)
        tot = np.where(soort < 0.25, 0, np.where(soort < 0.6, (1 << 31) - 1, tot)).astype(np.int32)
        for code in CERTIFICATEN:
            _ = self.woorden.certificaten[code]
        return heeft.sum(axis=1).astype(np.uint32), codes, tot

    def _feiten(self, n: int) -> tuple[Reeks, Reeks, Reeks]:
        lot = self.lot
        kansen, waarden = [], []
        for rang, taal in enumerate(TALEN):
            self._code(TAAL + taal, 0.95 if rang == 0 else 0.4 / rang, kansen)
            waarden.append(lot.choice(7, n, p=[0.02, 0.05, 0.1, 0.15, 0.2, 0.23, 0.25]))
        for code in OMSTANDIGHEDEN:
            self._code(GRENS + code, 0.5, kansen)
            waarden.append(lot.choice(4, n, p=[0.03, 0.12, 0.25, 0.6]))
        for code in OMSTANDIGHEDEN:
            self._code(VOORKEUR + code, 0.25, kansen)
            waarden.append(lot.integers(0, 5, n))
        for code in SECTOREN:
            self._code(SECTOR + code, 0.1, kansen)
            waarden.append(lot.integers(0, 5, n))
        heeft = lot.random((n, len(kansen)), dtype=np.float32) < np.array(kansen)
        alle = np.stack(waarden, axis=1).astype(np.uint8)
        return heeft.sum(axis=1).astype(np.uint32), np.nonzero(heeft)[1].astype(np.int32), alle[heeft]

    def _code(self, code: str, kans: float, kansen: list[float]) -> None:
        assert self.woorden.feiten[code] == len(kansen)
        kansen.append(kans)

    def werkprofiel(self, nummer: int) -> Werkprofiel:
        """Job ``nummer``: fifteen eisen, every kind of hard requirement."""
        lot = np.random.default_rng((nummer, 99))
        codes = dict.fromkeys(np.searchsorted(self.kans, lot.random(40)).tolist())
        eisen: list[dict[str, Any]] = [
            {
                "competentie": f"c{code}",
                "niveau": int(lot.integers(1, 6)),
                "gewicht": int(lot.integers(1, 11)),
                "hard": plek < 2,
            }
            for plek, code in enumerate(list(codes)[:15])
        ]
        dorp = int(np.searchsorted(self.dorp_kans, lot.random()))
        lat, lon = self.dorp[:, dorp] + lot.normal(0, 0.02, 2)
        laag = int(lot.integers(8, 25))
        return lees_werkprofiel(
            {
                "id": f"w{nummer}",
                "eisen": eisen,
                "certificaten": [CERTIFICATEN[int(lot.integers(0, 4))]],
                "talen": {"nld": int(lot.integers(1, 5))},
                "uren_min": laag,
                "uren_max": laag + int(lot.integers(4, 17)),
                "start": PEILDATUM + timedelta(days=int(lot.integers(7, 120))),
                "dagdelen": int(lot.choice([0b11, 0b11011, 0b11011011, 0b11011011011])),
                "lat": float(lat),
                "lon": float(lon),
                "omstandigheden": {
                    OMSTANDIGHEDEN[int(code)]: int(lot.integers(1, 3)) for code in lot.choice(20, 5, replace=False)
                },
                "riasec": [int(punt) for punt in lot.integers(0, 101, 6)],
                "sector": SECTOREN[int(lot.integers(0, 20))],
            }
        )
