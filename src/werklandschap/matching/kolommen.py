"""People as columns: the numbers of many persons side by side, before the engine puts them in order.

Ragged facts (competences, certificates, codes) are flat arrays with a length per person. Unknown has a value of its
own per column, see the constants.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from werklandschap.matching.invoer import LEERTEMPO_STANDAARD, Kandidaat

Reeks = npt.NDArray[Any]

ONBEKEND = 255
"""Unknown in a column of bytes: uren, riasec and codes."""
REIS_ONBEKEND = 65535
"""Unknown place or travel distance."""
DAGDELEN_ONBEKEND = (1 << 31) | ((1 << 21) - 1)
"""Bit 31 says unknown; all parts of the day are set, so that nothing fails on it."""
VANAF_ONBEKEND = 0
GEEN_CERTIFICAAT = 0
ZONDER_EINDE = (1 << 31) - 1
STAP_NUL = 2
"""Preferences −2 … +2 are stored as 0 … 4."""


class Woordenboek(dict[str, int]):
    """Numbers codes from 0 in the order in which they first appear."""

    def __missing__(self, code: str) -> int:
        nummer = len(self)
        self[code] = nummer
        return nummer


@dataclass(slots=True)
class Woordenboeken:
    """The codes an index knows. The four kinds of facts share one numbering, with a letter before the code."""

    competenties: Woordenboek = field(default_factory=Woordenboek)
    certificaten: Woordenboek = field(default_factory=Woordenboek)
    feiten: Woordenboek = field(default_factory=Woordenboek)


TAAL, GRENS, VOORKEUR, SECTOR = "t:", "g:", "v:", "s:"


@dataclass(frozen=True, slots=True)
class Kolommen:
    """The columns of n persons.

    uren_min, uren_max, tempo: uint8 [n]; vanaf: int32 [n] ordinals; dagdelen: uint32 [n]; lat, lon: float64 [n] (nan =
    unknown); reis: uint16 [n]; riasec: uint8 [6, n]. Ragged: ``*_aantal`` uint32 [n] beside flat codes and values.
    """

    ids: list[str]
    tempo: Reeks
    uren_min: Reeks
    uren_max: Reeks
    vanaf: Reeks
    dagdelen: Reeks
    lat: Reeks
    lon: Reeks
    reis: Reeks
    riasec: Reeks
    competentie_aantal: Reeks
    competentie_code: Reeks
    competentie_niveau: Reeks
    certificaat_aantal: Reeks
    certificaat_code: Reeks
    certificaat_tot: Reeks
    feit_aantal: Reeks
    feit_code: Reeks
    feit_waarde: Reeks


class Verzamelaar:
    """Gathers persons one by one, so that a stream of a million needs no million objects."""

    def __init__(self, woorden: Woordenboeken) -> None:
        self.woorden = woorden
        self.ids: list[str] = []
        self.bytes_ = {naam: array("B") for naam in ("tempo", "uren_min", "uren_max", "niveau", "waarde")}
        self.getallen = {naam: array("i") for naam in ("vanaf", "competentie", "certificaat", "tot", "feit")}
        self.aantallen = {naam: array("I") for naam in ("competentie", "certificaat", "feit", "dagdelen")}
        self.plaats = {naam: array("d") for naam in ("lat", "lon")}
        self.reis = array("H")
        self.riasec = array("B")

    def neem(self, kandidaat: Kandidaat) -> None:
        """Add one person."""
        self.ids.append(kandidaat.id)
        self._neem_gegevens(kandidaat)
        self._neem_plaats(kandidaat)
        competenties = kandidaat.competenties or {}
        self.aantallen["competentie"].append(len(competenties))
        self.getallen["competentie"].extend(map(self.woorden.competenties.__getitem__, competenties))
        self.bytes_["niveau"].extend(competenties.values())
        self._neem_certificaten(kandidaat)
        self._neem_feiten(kandidaat)

    def _neem_gegevens(self, kandidaat: Kandidaat) -> None:
        tempo = kandidaat.leertempo
        self.bytes_["tempo"].append(LEERTEMPO_STANDAARD if tempo is None else tempo)
        self.bytes_["uren_min"].append(ONBEKEND if kandidaat.uren_min is None else kandidaat.uren_min)
        self.bytes_["uren_max"].append(ONBEKEND if kandidaat.uren_max is None else kandidaat.uren_max)
        vanaf = kandidaat.beschikbaar_vanaf
        self.getallen["vanaf"].append(VANAF_ONBEKEND if vanaf is None else vanaf.toordinal())
        dagdelen = kandidaat.dagdelen
        self.aantallen["dagdelen"].append(DAGDELEN_ONBEKEND if dagdelen is None else dagdelen)
        self.riasec.extend(kandidaat.riasec or (ONBEKEND,) * 6)

    def _neem_plaats(self, kandidaat: Kandidaat) -> None:
        bekend = kandidaat.lat is not None and kandidaat.reis_km is not None
        self.plaats["lat"].append(np.nan if kandidaat.lat is None else kandidaat.lat)
        self.plaats["lon"].append(np.nan if kandidaat.lon is None else kandidaat.lon)
        self.reis.append(kandidaat.reis_km if bekend and kandidaat.reis_km is not None else REIS_ONBEKEND)

    def _neem_certificaten(self, kandidaat: Kandidaat) -> None:
        certificaten = kandidaat.certificaten or {}
        self.aantallen["certificaat"].append(len(certificaten))
        self.getallen["certificaat"].extend(map(self.woorden.certificaten.__getitem__, certificaten))
        for tot in certificaten.values():
            eind = GEEN_CERTIFICAAT if tot is False else ZONDER_EINDE if tot is None else tot.toordinal()
            self.getallen["tot"].append(eind)

    def _neem_feiten(self, kandidaat: Kandidaat) -> None:
        voor = len(self.bytes_["waarde"])
        self._neem_kaart(TAAL, kandidaat.talen, 0)
        self._neem_kaart(GRENS, kandidaat.grenzen, 0)
        self._neem_kaart(VOORKEUR, kandidaat.voorkeur, STAP_NUL)
        self._neem_kaart(SECTOR, kandidaat.sectoren, STAP_NUL)
        self.aantallen["feit"].append(len(self.bytes_["waarde"]) - voor)

    def _neem_kaart(self, soort: str, kaart: Mapping[str, int] | None, erbij: int) -> None:
        feiten, codes, waarden = self.woorden.feiten, self.getallen["feit"], self.bytes_["waarde"]
        for code, waarde in (kaart or {}).items():
            codes.append(feiten[soort + code])
            waarden.append(waarde + erbij)

    def kolommen(self) -> Kolommen:
        """The columns gathered so far."""
        return Kolommen(
            ids=self.ids,
            tempo=_reeks(self.bytes_["tempo"], np.uint8),
            uren_min=_reeks(self.bytes_["uren_min"], np.uint8),
            uren_max=_reeks(self.bytes_["uren_max"], np.uint8),
            vanaf=_reeks(self.getallen["vanaf"], np.int32),
            dagdelen=_reeks(self.aantallen["dagdelen"], np.uint32),
            lat=_reeks(self.plaats["lat"], np.float64),
            lon=_reeks(self.plaats["lon"], np.float64),
            reis=_reeks(self.reis, np.uint16),
            riasec=np.ascontiguousarray(_reeks(self.riasec, np.uint8).reshape(-1, 6).T),
            competentie_aantal=_reeks(self.aantallen["competentie"], np.uint32),
            competentie_code=_reeks(self.getallen["competentie"], np.int32),
            competentie_niveau=_reeks(self.bytes_["niveau"], np.uint8),
            certificaat_aantal=_reeks(self.aantallen["certificaat"], np.uint32),
            certificaat_code=_reeks(self.getallen["certificaat"], np.int32),
            certificaat_tot=_reeks(self.getallen["tot"], np.int32),
            feit_aantal=_reeks(self.aantallen["feit"], np.uint32),
            feit_code=_reeks(self.getallen["feit"], np.int32),
            feit_waarde=_reeks(self.bytes_["waarde"], np.uint8),
        )


def voeg_samen(stukken: Iterable[tuple[Kolommen, Woordenboeken]], woorden: Woordenboeken) -> Kolommen:
    """One set of columns from several in order, each with its own numbering; new codes get a number in ``woorden``."""
    delen = [_hernummer(kolommen, eigen, woorden) for kolommen, eigen in stukken] or [naar_kolommen([], woorden)]
    namen = [veld.name for veld in fields(Kolommen) if veld.name != "ids"]
    reeksen = {naam: np.concatenate([getattr(deel, naam) for deel in delen], axis=-1) for naam in namen}
    return Kolommen(ids=[id_ for deel in delen for id_ in deel.ids], **reeksen)


def _hernummer(kolommen: Kolommen, eigen: Woordenboeken, woorden: Woordenboeken) -> Kolommen:
    return replace(
        kolommen,
        competentie_code=_vertaal(kolommen.competentie_code, eigen.competenties, woorden.competenties),
        certificaat_code=_vertaal(kolommen.certificaat_code, eigen.certificaten, woorden.certificaten),
        feit_code=_vertaal(kolommen.feit_code, eigen.feiten, woorden.feiten),
    )


def _vertaal(codes: Reeks, van: Woordenboek, naar: Woordenboek) -> Reeks:
    nummers: Reeks = np.array([naar[code] for code in van], np.int32)[codes]
    return nummers


def naar_kolommen(kandidaten: Iterable[Kandidaat], woorden: Woordenboeken) -> Kolommen:
    """Turn persons into columns; new codes get a number in ``woorden``."""
    verzamelaar = Verzamelaar(woorden)
    for kandidaat in kandidaten:
        verzamelaar.neem(kandidaat)
    return verzamelaar.kolommen()


def _reeks(rij: array, soort: Any) -> Reeks:
    return np.frombuffer(rij, dtype=soort) if len(rij) else np.empty(0, dtype=soort)
