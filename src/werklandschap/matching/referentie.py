"""The score, readable and exact: every formula of the engine in one place. The fast engine equals it.

Everything is counted from one *peildatum* in whole numbers, so that anyone can do the sum by hand.

weeks = max(0, (start − peildatum).days // 7).

1. **Hard requirements** pass, fail or are unknown. What the profile does not state is no requirement. One
   fail excludes; unknown never does: it becomes one entry of ``onbekend``. A code missing in a map that is
   present is unknown for certificaten, talen and grenzen (False and 0 say "asked, none").

   - certificate: no end date, or an end date ≥ start, passes; False or an earlier date fails.
   - taal: level ≥ minimum. Minimum 0 passes always.
   - uren: person.min ≤ job.max and job.min ≤ person.max; one false fails, else one unknown is unknown.
   - beschikbaar_vanaf ≤ start.
   - dagdelen: those of the job ⊆ those of the person. 0 passes always.
   - afstand: haversine on R = 6371.0088 km, floor(1000·d + 0.5) metres ≤ 1000·reis_km, double precision.
   - each omstandigheid ≤ the person's grens. Level 0 passes always.
   - hard competence: e ≥ 1000·niveau passes; else it fails when that very competence is recorded (0
     included), else it is unknown.

2. **Competentie**, for each eis k: e = max over s of niveau(s)·v(s,k), with v(k,k) = 1000; 0 when nothing is
   known. l = min(2, weeks·(leertempo+1) // (2·leertijd(k))), 0 when e = 0 and k cannot be learned from
   nothing; unknown leertempo counts as 1.
   nu_k = (gewicht · min(1000·niveau, e)) // niveau,
   straks_k = (gewicht · min(1000·niveau, e + 1000·l)) // niveau,
   competentie = Σ // Σ gewicht, 0–1000; 1000 without eisen.
3. **Affiniteit** = clip(base + 100·step, 0, 1000): base = 1000 − (10·Σ|d|) // 6 over the six riasec values,
   500 when either side is unknown; step = the person's preference for the job's sector, 0 when unknown.
4. **Omstandigheden** = clip(500 + 100·Σ voorkeur over the conditions present (level ≥ 1), 0, 1000).
5. **Total** = (Σ weging·part) // 100, once with nu and once with straks. Order: straks ↓, number of unknowns
   ↑, id ↑ (text, by code point). rang 1, 2, … without ties.

A change of formula is an ADR.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from werklandschap.matching.invoer import LEERTEMPO_STANDAARD, Eis, Kandidaat, Taxonomie, Weging, Werkprofiel

STRAAL_AARDE_KM = 6371.0088
NIVEAUS_TE_LEREN = 2
DEEL_MAX = 1000

Oordeel = Literal["voldoet", "voldoet niet", "onbekend"]
Soort = Literal[
    "certificaat", "taal", "uren", "beschikbaar_vanaf", "dagdelen", "afstand", "omstandigheid", "competentie"
]


@dataclass(frozen=True, slots=True)
class HardeEis:
    """One hard requirement and how the person stands to it; ``code`` is empty for kinds that occur once."""

    soort: Soort
    code: str
    oordeel: Oordeel

    @property
    def naam(self) -> str:
        """The name as ``onbekend`` writes it, such as ``taal:nld`` or ``uren``."""
        return f"{self.soort}:{self.code}" if self.code else self.soort


@dataclass(frozen=True, slots=True)
class EisUitslag:
    """One asked competence: e and learn steps in thousandths and levels, points 0 to 1000 × gewicht."""

    eis: Eis
    niveau_gevonden: int
    via: str | None
    niveaus_te_leren: int
    punten_nu: int
    punten_straks: int

    @property
    def punten_max(self) -> int:
        """The points of somebody who has all that is asked."""
        return self.eis.gewicht * DEEL_MAX


@dataclass(frozen=True, slots=True)
class Affiniteit:
    """Affinity 0–1000, with the steps behind it; ``verschil`` is None when either riasec is unknown."""

    punten: int
    basis: int
    verschil: int | None
    stap: int


@dataclass(frozen=True, slots=True)
class Omstandigheden:
    """Conditions 0–1000, with the preference per condition that is present."""

    punten: int
    voorkeuren: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Uitslag:
    """A match, with everything needed to explain it."""

    kandidaat: str
    werkprofiel: str
    nu: int
    straks: int
    competentie_nu: int
    competentie_straks: int
    affiniteit: Affiniteit
    omstandigheden: Omstandigheden
    weging: Weging
    eisen: tuple[EisUitslag, ...]
    harde_eisen: tuple[HardeEis, ...]
    onbekend: tuple[str, ...]
    afstand_m: int | None
    weken: int


@dataclass(frozen=True, slots=True)
class Uitsluiting:
    """No match: at least one hard requirement fails; all of them are listed."""

    kandidaat: str
    werkprofiel: str
    harde_eisen: tuple[HardeEis, ...]
    afstand_m: int | None

    @property
    def redenen(self) -> tuple[HardeEis, ...]:
        """The requirements that fail."""
        return tuple(eis for eis in self.harde_eisen if eis.oordeel == "voldoet niet")


def score(
    kandidaat: Kandidaat, werkprofiel: Werkprofiel, taxonomie: Taxonomie, peildatum: date
) -> Uitslag | Uitsluiting:
    """Score one person for one job profile; Uitsluiting when a hard requirement fails."""
    weken = weken_tot_start(werkprofiel, peildatum)
    eisen = tuple(_eis_uitslag(kandidaat, eis, taxonomie, weken) for eis in werkprofiel.eisen)
    hard = tuple(_harde_eisen(kandidaat, werkprofiel, eisen))
    meters = _afstand(kandidaat, werkprofiel)
    if any(eis.oordeel == "voldoet niet" for eis in hard):
        return Uitsluiting(kandidaat.id, werkprofiel.id, hard, meters)
    affiniteit, omstandigheden = _affiniteit(kandidaat, werkprofiel), _omstandigheden(kandidaat, werkprofiel)
    gewicht = sum(eis.gewicht for eis in werkprofiel.eisen)
    nu = sum(eis.punten_nu for eis in eisen) // gewicht if gewicht else DEEL_MAX
    straks = sum(eis.punten_straks for eis in eisen) // gewicht if gewicht else DEEL_MAX
    return Uitslag(
        kandidaat=kandidaat.id,
        werkprofiel=werkprofiel.id,
        nu=totaal(werkprofiel.weging, nu, affiniteit.punten, omstandigheden.punten),
        straks=totaal(werkprofiel.weging, straks, affiniteit.punten, omstandigheden.punten),
        competentie_nu=nu,
        competentie_straks=straks,
        affiniteit=affiniteit,
        omstandigheden=omstandigheden,
        weging=werkprofiel.weging,
        eisen=eisen,
        harde_eisen=hard,
        onbekend=tuple(eis.naam for eis in hard if eis.oordeel == "onbekend"),
        afstand_m=meters,
        weken=weken,
    )


def beste(
    kandidaten: Iterable[Kandidaat],
    werkprofiel: Werkprofiel,
    taxonomie: Taxonomie,
    peildatum: date,
    top: int | None = None,
) -> list[Uitslag]:
    """The best persons for one job profile, in order; all of them without ``top``."""
    uitslagen = (score(kandidaat, werkprofiel, taxonomie, peildatum) for kandidaat in kandidaten)
    gevonden = [uitslag for uitslag in uitslagen if isinstance(uitslag, Uitslag)]
    gevonden.sort(key=lambda uitslag: (-uitslag.straks, len(uitslag.onbekend), uitslag.kandidaat))
    return gevonden[:top]


def beste_werkprofielen(
    kandidaat: Kandidaat,
    werkprofielen: Iterable[Werkprofiel],
    taxonomie: Taxonomie,
    peildatum: date,
    top: int | None = None,
) -> list[Uitslag]:
    """The best job profiles for one person: the same score, in the same order, by the id of the profile."""
    uitslagen = (score(kandidaat, werkprofiel, taxonomie, peildatum) for werkprofiel in werkprofielen)
    gevonden = [uitslag for uitslag in uitslagen if isinstance(uitslag, Uitslag)]
    gevonden.sort(key=lambda uitslag: (-uitslag.straks, len(uitslag.onbekend), uitslag.werkprofiel))
    return gevonden[:top]


def weken_tot_start(werkprofiel: Werkprofiel, peildatum: date) -> int:
    """Whole weeks between the peildatum and the start; 0 when the start has passed."""
    return max(0, (werkprofiel.start - peildatum).days // 7)


def niveaus_te_leren(weken: int, leertempo: int | None, leertijd: int) -> int:
    """Levels somebody can gain before the start, 0 to 2."""
    tempo = LEERTEMPO_STANDAARD if leertempo is None else leertempo
    return min(NIVEAUS_TE_LEREN, weken * (tempo + 1) // (2 * leertijd))


def punten(eis: Eis, niveau_gevonden: int, geleerd: int) -> int:
    """Points for a level in thousandths after learning ``geleerd`` levels, 0 to 1000 × gewicht."""
    return eis.gewicht * min(1000 * eis.niveau, niveau_gevonden + 1000 * geleerd) // eis.niveau


def totaal(weging: Weging, competentie: int, affiniteit: int, omstandigheden: int) -> int:
    """The weighed total of the three parts, 0–1000."""
    gewogen = weging.competentie * competentie + weging.affiniteit * affiniteit
    return (gewogen + weging.omstandigheden * omstandigheden) // 100


def afstand_in_meters(lat1: float, lon1: float, lat2: float, lon2: float) -> int:
    """Great-circle distance between two points in degrees, rounded half up to whole metres.

    Double precision, in this very order of operations: at a boundary of rounding the order decides. The
    fast engine asks this function whenever its own estimate comes near a limit.
    """
    breedte1, breedte2 = math.radians(lat1), math.radians(lat2)
    halve_breedte = math.sin((breedte2 - breedte1) / 2)
    halve_lengte = math.sin((math.radians(lon2) - math.radians(lon1)) / 2)
    a = halve_breedte**2 + math.cos(breedte1) * math.cos(breedte2) * halve_lengte**2
    kilometer = 2 * STRAAL_AARDE_KM * math.asin(min(1.0, math.sqrt(a)))
    return math.floor(1000 * kilometer + 0.5)


def _eis_uitslag(kandidaat: Kandidaat, eis: Eis, taxonomie: Taxonomie, weken: int) -> EisUitslag:
    gevonden, via = 0, None
    competenties = kandidaat.competenties or {}
    for bron, verwantschap in sorted(taxonomie.bronnen(eis.competentie).items()):
        waarde = competenties.get(bron, 0) * verwantschap
        if waarde > gevonden or (waarde == gevonden > 0 and bron == eis.competentie):
            gevonden, via = waarde, bron
    geleerd = niveaus_te_leren(weken, kandidaat.leertempo, taxonomie.weken_per_niveau(eis.competentie))
    if gevonden == 0 and not taxonomie.leerbaar_vanaf_nul(eis.competentie):
        geleerd = 0
    return EisUitslag(eis, gevonden, via, geleerd, punten(eis, gevonden, 0), punten(eis, gevonden, geleerd))


def _harde_eisen(kandidaat: Kandidaat, werkprofiel: Werkprofiel, eisen: Iterable[EisUitslag]) -> Iterator[HardeEis]:
    for code in werkprofiel.certificaten:
        yield HardeEis("certificaat", code, _certificaat(kandidaat, code, werkprofiel.start))
    for taal, minimum in werkprofiel.talen.items():
        niveau = (kandidaat.talen or {}).get(taal)
        yield HardeEis("taal", taal, _oordeel(minimum == 0 or (None if niveau is None else niveau >= minimum)))
    if werkprofiel.uren_min is not None or werkprofiel.uren_max is not None:
        yield HardeEis("uren", "", _uren(kandidaat, werkprofiel))
    vanaf = kandidaat.beschikbaar_vanaf
    yield HardeEis("beschikbaar_vanaf", "", _oordeel(None if vanaf is None else vanaf <= werkprofiel.start))
    if werkprofiel.dagdelen is not None:
        yield HardeEis("dagdelen", "", _dagdelen(kandidaat.dagdelen, werkprofiel.dagdelen))
    if werkprofiel.lat is not None:
        yield HardeEis("afstand", "", _binnen_bereik(kandidaat, werkprofiel))
    for code, niveau in werkprofiel.omstandigheden.items():
        grens = (kandidaat.grenzen or {}).get(code)
        yield HardeEis("omstandigheid", code, _oordeel(niveau == 0 or (None if grens is None else niveau <= grens)))
    for uitslag in eisen:
        if uitslag.eis.hard:
            yield HardeEis("competentie", uitslag.eis.competentie, _harde_competentie(kandidaat, uitslag))


def _oordeel(voldoet: bool | None) -> Oordeel:
    if voldoet is None:
        return "onbekend"
    return "voldoet" if voldoet else "voldoet niet"


def _certificaat(kandidaat: Kandidaat, code: str, start: date) -> Oordeel:
    certificaten = kandidaat.certificaten or {}
    if code not in certificaten:
        return "onbekend"
    tot = certificaten[code]
    if tot is None:
        return "voldoet"
    return _oordeel(tot is not False and tot >= start)


def _uren(kandidaat: Kandidaat, werkprofiel: Werkprofiel) -> Oordeel:
    niet_te_veel = _hoogstens(kandidaat.uren_min, werkprofiel.uren_max, gevraagd=werkprofiel.uren_max)
    genoeg = _hoogstens(werkprofiel.uren_min, kandidaat.uren_max, gevraagd=werkprofiel.uren_min)
    if niet_te_veel is False or genoeg is False:
        return "voldoet niet"
    return _oordeel(None if niet_te_veel is None or genoeg is None else True)


def _hoogstens(laag: int | None, hoog: int | None, *, gevraagd: int | None) -> bool | None:
    """laag ≤ hoog; True when the job does not ask it, None when the person's side is unknown."""
    if gevraagd is None:
        return True
    return None if laag is None or hoog is None else laag <= hoog


def _dagdelen(van_persoon: int | None, van_werk: int) -> Oordeel:
    if van_werk == 0:
        return "voldoet"
    return _oordeel(None if van_persoon is None else van_werk & ~van_persoon == 0)


def _afstand(kandidaat: Kandidaat, werkprofiel: Werkprofiel) -> int | None:
    if kandidaat.lat is None or kandidaat.lon is None or werkprofiel.lat is None or werkprofiel.lon is None:
        return None
    return afstand_in_meters(kandidaat.lat, kandidaat.lon, werkprofiel.lat, werkprofiel.lon)


def _binnen_bereik(kandidaat: Kandidaat, werkprofiel: Werkprofiel) -> Oordeel:
    meters = _afstand(kandidaat, werkprofiel)
    if meters is None or kandidaat.reis_km is None:
        return "onbekend"
    return _oordeel(meters <= 1000 * kandidaat.reis_km)


def _harde_competentie(kandidaat: Kandidaat, uitslag: EisUitslag) -> Oordeel:
    if uitslag.niveau_gevonden >= 1000 * uitslag.eis.niveau:
        return "voldoet"
    return _oordeel(False if uitslag.eis.competentie in (kandidaat.competenties or {}) else None)


def _affiniteit(kandidaat: Kandidaat, werkprofiel: Werkprofiel) -> Affiniteit:
    verschil = None
    if kandidaat.riasec is not None and werkprofiel.riasec is not None:
        paren = zip(kandidaat.riasec, werkprofiel.riasec, strict=True)
        verschil = sum(abs(mens - werk) for mens, werk in paren)
    basis = 500 if verschil is None else DEEL_MAX - (10 * verschil) // 6
    stap = 0 if werkprofiel.sector is None else (kandidaat.sectoren or {}).get(werkprofiel.sector, 0)
    return Affiniteit(_tussen_grenzen(basis + 100 * stap), basis, verschil, stap)


def _omstandigheden(kandidaat: Kandidaat, werkprofiel: Werkprofiel) -> Omstandigheden:
    wensen = kandidaat.voorkeur or {}
    aanwezig = tuple((code, wensen.get(code, 0)) for code, niveau in werkprofiel.omstandigheden.items() if niveau >= 1)
    return Omstandigheden(_tussen_grenzen(500 + 100 * sum(stap for _, stap in aanwezig)), aanwezig)


def _tussen_grenzen(deel: int) -> int:
    return max(0, min(DEEL_MAX, deel))
