"""What goes into the engine: persons, job profiles and the taxonomy, read strictly from plain dictionaries.

Every rule of the input lives here and nowhere else. ``None`` means unknown (for a person) or not asked (for
a job profile); a key with value ``None`` counts as absent, except for the end date of a certificate, where it
means "no end".
A reader raises :class:`Invoerfout` with the field and the reason in Dutch.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from functools import cache, lru_cache
from typing import Any, Literal, TypeVar

NIVEAU_MAX = 5
TAAL_MAX = 6
OMSTANDIGHEID_MAX = 3
UREN_MAX = 168
REIS_KM_MAX = 500
DAGDELEN_MAX = (1 << 21) - 1
VERWANT_PER_COMPETENTIE = 32
LEERTIJD_STANDAARD = 8
LEERTEMPO_STANDAARD = 1
GOED_TOT = 1000
"""Up to so many values from the lowest on, whole numbers are tried for all of an object together."""

GeldigTot = date | None | Literal[False]
"""End date of a certificate; ``None`` = no end, ``False`` = asked, the person has none."""

Lid = TypeVar("Lid")
_DATUM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


class Invoerfout(ValueError):
    """Input that cannot be used; ``veld`` names the field, ``reden`` says in Dutch what is wrong."""

    def __init__(self, veld: str, reden: str) -> None:
        super().__init__(f"{veld}: {reden}")
        self.veld = veld
        self.reden = reden


@dataclass(frozen=True, slots=True)
class Kandidaat:
    """A person under a pseudonym. No field says who somebody is; a test keeps the set of fields so."""

    id: str
    competenties: Mapping[str, int] | None = None
    leertempo: int | None = None
    certificaten: Mapping[str, GeldigTot] | None = None
    talen: Mapping[str, int] | None = None
    uren_min: int | None = None
    uren_max: int | None = None
    beschikbaar_vanaf: date | None = None
    dagdelen: int | None = None
    lat: float | None = None
    lon: float | None = None
    reis_km: int | None = None
    grenzen: Mapping[str, int] | None = None
    voorkeur: Mapping[str, int] | None = None
    riasec: tuple[int, ...] | None = None
    sectoren: Mapping[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Eis:
    """One asked competence: level 1–5, weight 1–10, and whether it is a hard requirement."""

    competentie: str
    niveau: int
    gewicht: int
    hard: bool = False


@dataclass(frozen=True, slots=True)
class Weging:
    """How much the three parts of the score count, in per cent; together 100."""

    competentie: int = 70
    affiniteit: int = 20
    omstandigheden: int = 10


@dataclass(frozen=True, slots=True)
class Werkprofiel:
    """What a job asks. What is not stated is no requirement; ``start`` is mandatory."""

    id: str
    start: date
    eisen: tuple[Eis, ...] = ()
    certificaten: tuple[str, ...] = ()
    talen: Mapping[str, int] = field(default_factory=dict)
    uren_min: int | None = None
    uren_max: int | None = None
    dagdelen: int | None = None
    lat: float | None = None
    lon: float | None = None
    omstandigheden: Mapping[str, int] = field(default_factory=dict)
    riasec: tuple[int, ...] | None = None
    sector: str | None = None
    weging: Weging = Weging()


@dataclass(frozen=True, slots=True)
class Taxonomie:
    """Kinship ``verwantschap[k][s]`` in per mille, weeks per level, and what can be learned from nothing."""

    verwantschap: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    leertijd: Mapping[str, int] = field(default_factory=dict)
    vanaf_nul: Mapping[str, bool] = field(default_factory=dict)

    def weken_per_niveau(self, competentie: str) -> int:
        """Weeks it takes to gain one level at the pace of one level per period."""
        return self.leertijd.get(competentie, LEERTIJD_STANDAARD)

    def leerbaar_vanaf_nul(self, competentie: str) -> bool:
        """Whether somebody without any start can learn this competence."""
        return self.vanaf_nul.get(competentie, False)

    def bronnen(self, competentie: str) -> dict[str, int]:
        """Competences that count for this one, with their kinship; the competence itself counts in full."""
        return {**self.verwantschap.get(competentie, {}), competentie: 1000}


def lees_kandidaat(gegevens: object) -> Kandidaat:
    """Read a person from a dictionary; raises Invoerfout."""
    rauw = _velden(gegevens, Kandidaat)
    kandidaat = Kandidaat(
        id=_tekst(rauw.get("id"), "id"),
        competenties=_kaart(rauw, "competenties", _NIVEAU),
        leertempo=_misschien(rauw, "leertempo", _TEMPO),
        certificaten=_certificaten(rauw.get("certificaten")),
        talen=_kaart(rauw, "talen", _TAALNIVEAU),
        uren_min=_misschien(rauw, "uren_min", _UREN),
        uren_max=_misschien(rauw, "uren_max", _UREN),
        beschikbaar_vanaf=_misschien(rauw, "beschikbaar_vanaf", _datum),
        dagdelen=_misschien(rauw, "dagdelen", _DAGDELEN),
        lat=_misschien(rauw, "lat", _BREEDTE),
        lon=_misschien(rauw, "lon", _LENGTE),
        reis_km=_misschien(rauw, "reis_km", _REIS),
        grenzen=_kaart(rauw, "grenzen", _OMSTANDIGHEID),
        voorkeur=_kaart(rauw, "voorkeur", _STAP),
        riasec=_misschien(rauw, "riasec", _riasec),
        sectoren=_kaart(rauw, "sectoren", _STAP),
    )
    _controleer_paren(kandidaat)
    return kandidaat


def lees_werkprofiel(gegevens: object) -> Werkprofiel:
    """Read a job profile from a dictionary; raises Invoerfout."""
    rauw = _velden(gegevens, Werkprofiel)
    if rauw.get("start") is None:
        raise Invoerfout("start", "de startdatum ontbreekt")
    werkprofiel = Werkprofiel(
        id=_tekst(rauw.get("id"), "id"),
        start=_datum(rauw["start"], "start"),
        eisen=_eisen(rauw.get("eisen")),
        certificaten=_codes(rauw.get("certificaten"), "certificaten"),
        talen=_kaart(rauw, "talen", _TAALNIVEAU) or {},
        uren_min=_misschien(rauw, "uren_min", _UREN),
        uren_max=_misschien(rauw, "uren_max", _UREN),
        dagdelen=_misschien(rauw, "dagdelen", _DAGDELEN),
        lat=_misschien(rauw, "lat", _BREEDTE),
        lon=_misschien(rauw, "lon", _LENGTE),
        omstandigheden=_kaart(rauw, "omstandigheden", _OMSTANDIGHEID) or {},
        riasec=_misschien(rauw, "riasec", _riasec),
        sector=_misschien(rauw, "sector", _tekst),
        weging=_weging(rauw.get("weging")),
    )
    _controleer_paren(werkprofiel)
    return werkprofiel


def lees_taxonomie(gegevens: object) -> Taxonomie:
    """Read the taxonomy from a dictionary; raises Invoerfout."""
    rauw = _velden(gegevens, Taxonomie)
    verwantschap = _kaart(rauw, "verwantschap", _verwanten) or {}
    for competentie, bronnen in verwantschap.items():
        veld = f"verwantschap.{competentie}"
        if bronnen.get(competentie, 1000) != 1000:
            raise Invoerfout(veld, "een competentie is voor 1000 promille verwant met zichzelf")
        if len(bronnen.keys() - {competentie}) > VERWANT_PER_COMPETENTIE:
            raise Invoerfout(veld, f"meer dan {VERWANT_PER_COMPETENTIE} verwante competenties")
    return Taxonomie(
        verwantschap=verwantschap,
        leertijd=_kaart(rauw, "leertijd", _Geheel(1, None)) or {},
        vanaf_nul=_kaart(rauw, "vanaf_nul", _ja_nee) or {},
    )


Lezer = Callable[[object, str], Lid]


@cache
def _bekend(soort: type) -> frozenset[str]:
    return frozenset(veld.name for veld in fields(soort))


def _velden(gegevens: object, soort: type) -> dict[str, object]:
    bekend = _bekend(soort)
    if isinstance(gegevens, dict) and gegevens.keys() <= bekend:
        return gegevens
    rauw = _object(gegevens, "regel")
    for naam in rauw:
        if naam not in bekend:
            raise Invoerfout(naam, "dit veld is niet bekend")
    return rauw


def _object(waarde: object, veld: str) -> dict[str, object]:
    if not isinstance(waarde, Mapping):
        raise Invoerfout(veld, "hier hoort een object met velden")
    return {_tekst(naam, veld): inhoud for naam, inhoud in waarde.items()}


def _misschien(rauw: Mapping[str, object], veld: str, lees: Lezer[Lid]) -> Lid | None:
    waarde = rauw.get(veld)
    return None if waarde is None else lees(waarde, veld)


def _kaart(rauw: Mapping[str, object], veld: str, lees: Lezer[Lid]) -> dict[str, Lid] | None:
    waarde = rauw.get(veld)
    if waarde is None:
        return None
    if (
        isinstance(lees, _Geheel)
        and isinstance(waarde, dict)
        and _gewone_namen(waarde)
        and lees.passen(waarde.values())
    ):
        return dict(waarde)
    inhoud = _object(waarde, veld)
    return {code: lees(lid, f"{veld}.{code}") for code, lid in inhoud.items() if lid is not None}


def _gewone_namen(waarde: dict[Any, Any]) -> bool:
    """Whether all names are texts that ``_tekst`` takes as they are, in a few steps for all of them together."""
    try:
        return "" not in waarde and "".join(waarde).isascii()
    except TypeError:
        return False


def _tekst(waarde: object, veld: str) -> str:
    if not isinstance(waarde, str) or not waarde:
        raise Invoerfout(veld, "hier hoort een tekst die niet leeg is")
    if not waarde.isascii() and any("\ud800" <= teken <= "\udfff" for teken in waarde):
        raise Invoerfout(veld, "de tekst bevat een half teken (los surrogaat)")
    return waarde


class _Geheel:
    """Reads a whole number from ``laagste`` to ``hoogste`` (None = no limit)."""

    def __init__(self, laagste: int, hoogste: int | None) -> None:
        self.laagste = laagste
        self.hoogste = hoogste
        tot = laagste + GOED_TOT
        self.goed = frozenset(range(laagste, (tot if hoogste is None else min(hoogste, tot)) + 1))

    def __call__(self, waarde: object, veld: str) -> int:
        grens = f"van {self.laagste} tot en met {self.hoogste}" if self.hoogste is not None else f"vanaf {self.laagste}"
        if type(waarde) is not int:
            raise Invoerfout(veld, f"hier hoort een geheel getal {grens}")
        if waarde < self.laagste or (self.hoogste is not None and waarde > self.hoogste):
            raise Invoerfout(veld, f"het getal valt buiten het bereik {grens}")
        return waarde

    def passen(self, waarden: Collection[Any]) -> bool:
        """Whether all of these are right, in a few steps for all of them together."""
        return not set(map(type, waarden)) - _ALLEEN_GEHEEL and self.goed.issuperset(waarden)


_ALLEEN_GEHEEL = frozenset((int,))
_NIVEAU, _TAALNIVEAU, _OMSTANDIGHEID = _Geheel(0, NIVEAU_MAX), _Geheel(0, TAAL_MAX), _Geheel(0, OMSTANDIGHEID_MAX)
_TEMPO, _STAP, _HONDERD = _Geheel(0, 3), _Geheel(-2, 2), _Geheel(0, 100)
_GEVRAAGD, _GEWICHT, _PROMILLE = _Geheel(1, NIVEAU_MAX), _Geheel(1, 10), _Geheel(0, 1000)
_UREN, _REIS, _DAGDELEN = _Geheel(0, UREN_MAX), _Geheel(0, REIS_KM_MAX), _Geheel(0, DAGDELEN_MAX)


def _graden(uiterste: int) -> Lezer[float]:
    def lees(waarde: object, veld: str) -> float:
        if type(waarde) not in (int, float):
            raise Invoerfout(veld, "hier hoort een getal in graden")
        assert isinstance(waarde, int | float)
        if not -uiterste <= waarde <= uiterste or math.isnan(waarde):
            raise Invoerfout(veld, f"het getal valt buiten −{uiterste} tot en met {uiterste} graden")
        return float(waarde)

    return lees


_BREEDTE, _LENGTE = _graden(90), _graden(180)


def _datum(waarde: object, veld: str) -> date:
    if isinstance(waarde, date) and not isinstance(waarde, datetime):
        return waarde
    if not isinstance(waarde, str) or not _DATUM.fullmatch(waarde):
        raise Invoerfout(veld, "hier hoort een datum als JJJJ-MM-DD")
    dag = _dag(waarde)
    if dag is None:
        raise Invoerfout(veld, "deze datum bestaat niet")
    return dag


@lru_cache(4096)
def _dag(tekst: str) -> date | None:
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        return None


def _ja_nee(waarde: object, veld: str) -> bool:
    if not isinstance(waarde, bool):
        raise Invoerfout(veld, "hier hoort true of false")
    return waarde


def _verwanten(waarde: object, veld: str) -> dict[str, int]:
    return _kaart({veld: waarde}, veld, _PROMILLE) or {}


def _certificaten(waarde: object) -> dict[str, GeldigTot] | None:
    if waarde is None:
        return None
    return {
        code: tot if tot is None or tot is False else _datum(tot, f"certificaten.{code}")
        for code, tot in _object(waarde, "certificaten").items()
    }


def _lijst(waarde: object, veld: str) -> list[object]:
    if waarde is None:
        return []
    if not isinstance(waarde, list | tuple):
        raise Invoerfout(veld, "hier hoort een lijst")
    return list(waarde)


def _codes(waarde: object, veld: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_tekst(code, veld) for code in _lijst(waarde, veld)))


def _riasec(waarde: object, veld: str) -> tuple[int, ...]:
    leden = _lijst(waarde, veld)
    if len(leden) != 6:
        raise Invoerfout(veld, "hier horen zes getallen: R, I, A, S, E en C")
    return tuple(_HONDERD(lid, veld) for lid in leden)


def _eisen(waarde: object) -> tuple[Eis, ...]:
    eisen = tuple(_eis(lid, f"eisen[{plaats}]") for plaats, lid in enumerate(_lijst(waarde, "eisen")))
    gezien: set[str] = set()
    for eis in eisen:
        if eis.competentie in gezien:
            raise Invoerfout("eisen", f"de competentie {eis.competentie} staat er twee keer")
        gezien.add(eis.competentie)
    return eisen


def _eis(waarde: object, veld: str) -> Eis:
    rauw = _object(waarde, veld)
    for naam in rauw:
        if naam not in ("competentie", "niveau", "gewicht", "hard"):
            raise Invoerfout(f"{veld}.{naam}", "dit veld is niet bekend")
    hard = rauw.get("hard")
    return Eis(
        competentie=_tekst(rauw.get("competentie"), f"{veld}.competentie"),
        niveau=_GEVRAAGD(rauw.get("niveau"), f"{veld}.niveau"),
        gewicht=_GEWICHT(rauw.get("gewicht"), f"{veld}.gewicht"),
        hard=False if hard is None else _ja_nee(hard, f"{veld}.hard"),
    )


def _weging(waarde: object) -> Weging:
    if waarde is None:
        return Weging()
    rauw = _object(waarde, "weging")
    if rauw.keys() != {veld.name for veld in fields(Weging)}:
        raise Invoerfout("weging", "noem precies competentie, affiniteit en omstandigheden")
    delen = {naam: _HONDERD(lid, f"weging.{naam}") for naam, lid in rauw.items()}
    if sum(delen.values()) != 100:
        raise Invoerfout("weging", "de drie delen zijn samen 100")
    return Weging(**delen)


def _controleer_paren(invoer: Kandidaat | Werkprofiel) -> None:
    if (invoer.lat is None) != (invoer.lon is None):
        raise Invoerfout("lat" if invoer.lat is None else "lon", "lat en lon horen bij elkaar: noem beide of geen")
    if invoer.uren_min is not None and invoer.uren_max is not None and invoer.uren_min > invoer.uren_max:
        raise Invoerfout("uren_min", "het laagste aantal uren is hoger dan het hoogste")
