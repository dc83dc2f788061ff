"""The same score with plain numpy over whole columns, by formula; the engine is measured against it."""

from __future__ import annotations

import numpy as np
from _matching_data import PEILDATUM, Bevolking

from werklandschap.matching.invoer import Werkprofiel
from werklandschap.matching.kolommen import GRENS, SECTOR, TAAL, VOORKEUR, Reeks
from werklandschap.matching.referentie import STRAAL_AARDE_KM, weken_tot_start


class Kolomlijst:
    """Per code the rows and values of those who have it."""

    def __init__(self, aantal: Reeks, code: Reeks, waarde: Reeks, breedte: int) -> None:
        rij = np.repeat(np.arange(aantal.size, dtype=np.int32), aantal)
        orde = np.argsort(code, kind="stable")
        self.begin = np.searchsorted(code[orde], np.arange(breedte + 1))
        self.rij, self.waarde = rij[orde], waarde[orde]

    def van(self, code: int) -> tuple[Reeks, Reeks]:
        """Rows and values."""
        deel = slice(self.begin[code], self.begin[code + 1])
        return self.rij[deel], self.waarde[deel]

    def vol(self, code: int, n: int, leeg: int) -> Reeks:
        """A full column, int64 [n]."""
        kolom = np.full(n, leeg, np.int64)
        rij, waarde = self.van(code)
        kolom[rij] = waarde
        return kolom


class NumpyZoeker:
    """Searches by scanning columns; ``zoek`` gives (id, straks, unknowns) in order."""

    def __init__(self, lot: Bevolking) -> None:
        k, self.lot = lot.kolommen, lot
        self.n = lot.aantal
        self.comp = Kolomlijst(
            k.competentie_aantal, k.competentie_code, k.competentie_niveau, len(lot.woorden.competenties)
        )
        self.cert = Kolomlijst(
            k.certificaat_aantal, k.certificaat_code, k.certificaat_tot, len(lot.woorden.certificaten)
        )
        self.feit = Kolomlijst(k.feit_aantal, k.feit_code, k.feit_waarde, len(lot.woorden.feiten))

    def zoek(self, werk: Werkprofiel, top: int) -> list[tuple[str, int, int]]:
        """Score everybody, then sort who is left."""
        goed, onbekend = self._persoon(werk)
        self._feiten(werk, goed, onbekend)
        competentie = self._competentie(werk, goed, onbekend)
        w = werk.weging
        totaal = w.competentie * competentie + w.affiniteit * self._affiniteit(werk)
        totaal = (totaal + w.omstandigheden * self._omstandigheden(werk)) // 100
        rijen = np.flatnonzero(goed)
        orde = rijen[np.lexsort((rijen, onbekend[rijen], -totaal[rijen]))[:top]]
        ids = self.lot.kolommen.ids
        return [(ids[rij], int(totaal[rij]), int(onbekend[rij])) for rij in orde]

    def _persoon(self, werk: Werkprofiel) -> tuple[Reeks, Reeks]:
        k = self.lot.kolommen
        assert werk.uren_min is not None
        assert werk.uren_max is not None
        min_bekend, max_bekend = k.uren_min != 255, k.uren_max != 255
        goed = ~(min_bekend & (k.uren_min > werk.uren_max)) & ~(max_bekend & (k.uren_max < werk.uren_min))
        onbekend = (~min_bekend | ~max_bekend).astype(np.int64)
        goed &= k.vanaf <= werk.start.toordinal()
        onbekend += k.vanaf == 0
        vrij = k.dagdelen >> 31 == 1
        goed &= vrij | ((k.dagdelen & werk.dagdelen) == werk.dagdelen)
        onbekend += vrij
        meters = self._meters(werk)
        geen_plek = k.reis == 65535
        goed &= geen_plek | (meters <= 1000.0 * k.reis)
        return goed, onbekend + geen_plek

    def _meters(self, werk: Werkprofiel) -> Reeks:
        assert werk.lat is not None
        assert werk.lon is not None
        k = self.lot.kolommen
        breedte, lengte = np.radians(k.lat), np.radians(k.lon)
        hier = np.radians(werk.lat)
        a = np.sin((hier - breedte) / 2) ** 2
        a += np.cos(breedte) * np.cos(hier) * np.sin((np.radians(werk.lon) - lengte) / 2) ** 2
        return np.floor(1000 * (2 * STRAAL_AARDE_KM * np.arcsin(np.sqrt(a))) + 0.5)

    def _feiten(self, werk: Werkprofiel, goed: Reeks, onbekend: Reeks) -> None:
        for code in werk.certificaten:
            rij, tot = self.cert.van(self.lot.woorden.certificaten[code])
            onbekend += 1
            onbekend[rij] -= 1
            goed[rij[tot < werk.start.toordinal()]] = False
        eisen = [(TAAL + code, niveau) for code, niveau in werk.talen.items()]
        eisen += [(GRENS + code, niveau) for code, niveau in werk.omstandigheden.items()]
        for code, niveau in eisen:
            rij, waarde = self.feit.van(self.lot.woorden.feiten[code])
            onbekend += 1
            onbekend[rij] -= 1
            goed[rij[waarde < niveau]] = False

    def _competentie(self, werk: Werkprofiel, goed: Reeks, onbekend: Reeks) -> Reeks:
        weken = weken_tot_start(werk, PEILDATUM)
        tempo = self.lot.kolommen.tempo.astype(np.int64)
        som = np.zeros(self.n, np.int64)
        nummers = self.lot.woorden.competenties
        for eis in werk.eisen:
            e = np.zeros(self.n, np.int64)
            for bron, v in self.lot.taxonomie.bronnen(eis.competentie).items():
                rij, niveau = self.comp.van(nummers[bron])
                e[rij] = np.maximum(e[rij], niveau.astype(np.int64) * v)
            if eis.hard:
                genoeg = e >= 1000 * eis.niveau
                genoemd = np.zeros(self.n, bool)
                genoemd[self.comp.van(nummers[eis.competentie])[0]] = True
                goed &= genoeg | ~genoemd
                onbekend += ~genoeg & ~genoemd
            geleerd = np.minimum(2, weken * (tempo + 1) // (2 * self.lot.taxonomie.weken_per_niveau(eis.competentie)))
            if not self.lot.taxonomie.leerbaar_vanaf_nul(eis.competentie):
                geleerd = np.where(e == 0, 0, geleerd)
            som += eis.gewicht * np.minimum(1000 * eis.niveau, e + 1000 * geleerd) // eis.niveau
        return som // sum(eis.gewicht for eis in werk.eisen)

    def _affiniteit(self, werk: Werkprofiel) -> Reeks:
        riasec = self.lot.kolommen.riasec.astype(np.int64)
        verschil = np.abs(riasec - np.array(werk.riasec)[:, None]).sum(axis=0)
        basis = np.where(riasec[0] == 255, 500, 1000 - 10 * verschil // 6)
        stap = self.feit.vol(self.lot.woorden.feiten[f"{SECTOR}{werk.sector}"], self.n, 2) - 2
        return np.clip(basis + 100 * stap, 0, 1000)

    def _omstandigheden(self, werk: Werkprofiel) -> Reeks:
        som = np.full(self.n, 500, np.int64)
        for code in werk.omstandigheden:
            som += 100 * (self.feit.vol(self.lot.woorden.feiten[VOORKEUR + code], self.n, 2) - 2)
        return np.clip(som, 0, 1000)
