"""Job titles → occupations: which name is a title nearest to, in words, parts of words and letters.

A title is cleaned (m/v, hours, level, seniority), women's and plural forms become the plain one, and compounds fall
apart into words that other names use. Names are compared as weighted bags of words and letter groups (tf-idf, cosine).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from werklandschap.competenties.herkenning.taal import STOPWOORDEN, plat, stam

WOORDGEWICHT, LETTERGEWICHT = 1.0, 1.3
LETTERS = (3, 4, 5)
_RUIS = re.compile(
    r"\(.*?\)|\b[mvfxhd](?:\s*/\s*[mvfxhd])+\b|\b\d+([.,]\d+)?\s*(?:-\s*\d+\s*)?(?:uur|uren|u|fte)?\b|"
    r"\b(?:mbo|hbo|wo|vmbo)\b(?:[- ]?niveau)?|"
    r"\bniveau\b|\b(?:sr|jr|senior|junior|medior|ervaren|aankomend|aankomende|zelfstandig werkend|leerling|allround|"
    r"parttime|fulltime|oproepkracht|vacature|gezocht|stagiair|bbl|per week|all-round)\b\.?"
)
_AFKORTINGEN = {
    "mdw": "medewerker", "medew": "medewerker", "adm": "administratief", "admin": "administratief",
    "ass": "assistent", "asst": "assistent", "tech": "technisch", "alg": "algemeen", "dir": "directeur",
    "verpl": "verpleegkundige", "mgr": "manager", "mngr": "manager", "hr": "personeelszaken", "ict": "informatica",
    "it": "informatica", "ig": "individuele gezondheidszorg", "vz": "verzorgende", "secr": "secretaresse",
    "wtb": "werktuigbouwkundig", "elektro": "elektrotechnisch", "fin": "financieel", "comm": "commercieel",
}  # fmt: skip
_VROUWELIJK = (
    ("verpleegster", "verpleger"), ("schoonmaakster", "schoonmaker"), ("werkster", "werker"), ("kundige", "kundig"),
    ("trice", "tor"), ("euse", "eur"), ("iere", "ier"), ("ante", "ant"), ("ente", "ent"), ("iste", "ist"),
    ("loge", "loog"), ("ares", "aar"), ("esse", "is"), ("egster", "eger"), ("oonster", "oner"),
)  # fmt: skip
_WOORD = re.compile(r"[a-z0-9+#]+")


@lru_cache(maxsize=100_000)
def grondvorm(woord: str) -> str:
    """The plain form of a word in a title: "medewerkster" and "medewerkers" give "medewerker"."""
    for vrouw, man in _VROUWELIJK:
        if woord.endswith(vrouw) and len(woord) > len(vrouw) + 1:
            woord = woord.removesuffix(vrouw) + man
            break
    if woord.endswith("ster") and len(woord) > 7:
        woord = _man(woord.removesuffix("ster"))
    elif woord.endswith("ers") and len(woord) > 6:
        woord = woord.removesuffix("s")
    elif woord.endswith("in") and woord[-4:-2] in ("ar", "er") and len(woord) > 7:
        woord = woord.removesuffix("in")
    return stam(woord)


def _man(kern: str) -> str:
    """ "verkoop" → "verkoper", "bedien" → "bediener", "kap" → "kapper"."""
    if len(kern) > 2 and kern[-2] == kern[-3] and kern[-2] in "aeou" and kern[-1] not in "aeiou":
        return f"{kern[:-2]}{kern[-1]}er"
    return f"{kern}er"


def titelwoorden(titel: str) -> list[str]:
    """The telling words of a title in their plain form; all words when nothing else is left."""
    vlak = plat(titel)
    schoon = _RUIS.sub(" ", vlak)
    ruw = _WOORD.findall(schoon) or _WOORD.findall(vlak)
    vol = [deel for woord in ruw for deel in _AFKORTINGEN.get(woord, woord).split()]
    uit = [grondvorm(woord) for woord in vol if woord not in STOPWOORDEN]
    return uit or [grondvorm(woord) for woord in vol]


@dataclass(frozen=True, slots=True)
class Titelvondst:
    """An occupation near a title: its id, the name that is nearest and how near, 0–1."""

    beroep: str
    naam: str
    nabij: float


class Titelboek:
    """An index over names of occupations; building it takes seconds for ESCO, a title then takes about a millisecond.

    `namen` maps each occupation to its names, the preferred one first. Never changes afterwards.
    """

    def __init__(self, namen: Mapping[str, Iterable[str]]) -> None:
        self.beroepen = list(namen)
        self.teksten: list[str] = []
        eigenaar: list[int] = []
        for nummer, beroep in enumerate(self.beroepen):
            for naam in dict.fromkeys(namen[beroep]):
                self.teksten.append(naam)
                eigenaar.append(nummer)
        self._eigenaar = np.asarray(eigenaar, dtype=np.int32)
        zakken = [titelwoorden(tekst) for tekst in self.teksten]
        self._woordtelling = Counter(woord for zak in zakken for woord in set(zak))
        self._splitsing: dict[str, tuple[str, ...]] = {}
        self._nummer: dict[str, int] = {}
        self._indexeer([self._kenmerken(zak) for zak in zakken])

    def zoek(self, titel: str, hoogstens: int = 10) -> list[Titelvondst]:
        """The occupations nearest to a title, best first; empty when nothing is alike."""
        vraag = self._kenmerken(titelwoorden(titel))
        punten = np.zeros(len(self.teksten), dtype=np.float32)
        kwadraat = 0.0
        for kenmerk, gewicht in vraag.items():
            nummer = self._nummer.get(kenmerk)
            if nummer is None:
                kwadraat += (gewicht * self._onbekend) ** 2 if kenmerk[0] == "w" else 0.0
                continue
            waarde = gewicht * self._idf[nummer]
            kwadraat += waarde * waarde
            van, tot = self._begin[nummer], self._begin[nummer + 1]
            punten[self._rij[van:tot]] += waarde * self._waarde[van:tot]
        if not kwadraat or not punten.any():
            return []
        punten /= np.float32(kwadraat**0.5)
        per_beroep = np.zeros(len(self.beroepen), dtype=np.float32)
        np.maximum.at(per_beroep, self._eigenaar, punten)
        keuze = np.argsort(-per_beroep, kind="stable")[:hoogstens]
        return [self._vondst(int(b), punten, float(per_beroep[b])) for b in keuze if per_beroep[b] > 0]

    def _vondst(self, beroep: int, punten: npt.NDArray[np.float32], nabij: float) -> Titelvondst:
        eigen = np.flatnonzero(self._eigenaar == beroep)
        naam = self.teksten[int(eigen[int(np.argmax(punten[eigen]))])]
        return Titelvondst(self.beroepen[beroep], naam, round(min(1.0, nabij), 3))

    def _splits(self, woord: str) -> tuple[str, ...]:
        """A compound as words that names use by themselves; the word itself when it does not fall apart."""
        if woord not in self._splitsing:
            self._splitsing[woord] = self._zoek_splitsing(woord)
        return self._splitsing[woord]

    def _zoek_splitsing(self, woord: str) -> tuple[str, ...]:
        beste: tuple[int, tuple[str, ...]] = (0, (woord,))
        for plek in range(3, len(woord) - 2):
            rechts = grondvorm(woord[plek:])
            if self._woordtelling[rechts] < 2 or len(woord) - plek < 4:
                continue
            for links in (woord[:plek], woord[:plek].removesuffix("s"), woord[:plek].removesuffix("en")):
                vorm = grondvorm(links)
                aantal = self._woordtelling[vorm]
                if len(links) >= 3 and aantal >= 2 and min(aantal, self._woordtelling[rechts]) > beste[0]:
                    beste = (min(aantal, self._woordtelling[rechts]), (vorm, rechts))
        return beste[1]

    def _kenmerken(self, zak: list[str]) -> dict[str, float]:
        """{feature: weight} of a bag of words: words, parts of compounds and letter groups."""
        uit: dict[str, float] = {}
        for woord in zak:
            uit[f"w:{woord}"] = WOORDGEWICHT
            for deel in self._splits(woord):
                uit.setdefault(f"w:{deel}", WOORDGEWICHT)
        heel = f" {' '.join(zak)} "
        for lengte in LETTERS:
            for plek in range(len(heel) - lengte + 1):
                uit[f"l:{heel[plek : plek + lengte]}"] = LETTERGEWICHT
        return uit

    def _indexeer(self, rijen: list[dict[str, float]]) -> None:
        """Postings per feature: rows `_rij` and weights `_waarde` from `_begin[f]` up to `_begin[f + 1]`."""
        telling: Counter[str] = Counter(kenmerk for rij in rijen for kenmerk in rij)
        self._nummer = {kenmerk: n for n, kenmerk in enumerate(telling)}
        aantal = np.fromiter(telling.values(), dtype=np.float64, count=len(telling))
        self._idf = np.log((1 + len(rijen)) / (1 + aantal)) + 0.3
        self._onbekend = float(np.log(1 + len(rijen)) + 0.3) * 0.5
        lengte = sum(len(rij) for rij in rijen)
        kolom = np.empty(lengte, dtype=np.int64)
        rijnummer = np.empty(lengte, dtype=np.int32)
        waarde = np.empty(lengte, dtype=np.float32)
        plek = 0
        for nummer, rij in enumerate(rijen):
            tot = plek + len(rij)
            kolom[plek:tot] = [self._nummer[kenmerk] for kenmerk in rij]
            gewogen = np.fromiter(rij.values(), dtype=np.float64, count=len(rij)) * self._idf[kolom[plek:tot]]
            norm = float(np.sqrt((gewogen**2).sum())) or 1.0
            waarde[plek:tot] = gewogen / norm
            rijnummer[plek:tot] = nummer
            plek = tot
        volgorde = np.argsort(kolom, kind="stable")
        self._rij, self._waarde = rijnummer[volgorde], waarde[volgorde]
        self._begin = np.concatenate(([0], np.cumsum(np.bincount(kolom, minlength=len(telling)))))
