"""Job titles → occupations: the nearest names first, then ordered by learnt weights over plain reasons.

Names are compared as words, parts of compounds and letter groups (tf-idf, cosine). Which words go together ("jeugd" and
"jongeren") is counted in the names themselves: words in different names of one occupation. What an occupation is about
(its description and competences) and the other occupations of its group count too. The weights of the reasons are in
`data/titelgewichten.json`; `bench/leer_titels.py` makes them from the alternative names of ESCO occupations.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz

from werklandschap.competenties import startgegevens
from werklandschap.competenties.herkenning.titels import grondvorm, titelwoorden
from werklandschap.competenties.herkenning.titelveld import Veld

Getallen = npt.NDArray[np.float32]

LETTERGEWICHT = 1.3
LETTERS = (3, 4, 5)
KANDIDATEN = 30
MINSTE_SAMENHANG = 0.04
KENMERKEN = (
    "cos", "cos_letters", "cos_inhoud", "tweede_naam", "drie_namen", "letterafstand", "woordafstand", "kop_gelijk",
    "kopdeel_gelijk", "staart_gelijk", "inhoud_dekt", "titel_dekt_naam", "naam_dekt_titel", "verwant",
    "verwant_aan_naam", "bepaling_gedekt", "bepaling_in_naam", "kop_gedekt", "groep_verwant", "lengteverschil",
    "naast_beste", "naast_verwantste", "rang_anders", "hoofdrang_anders", "hoofdkop_gelijk", "hoofdnaam",
)  # fmt: skip
"""The reasons, in the order of the numbers `Titelboek.kenmerken` gives per candidate."""


@dataclass(frozen=True, slots=True)
class Titelvondst:
    """An occupation near a title: its id, the name that is nearest and how near, 0–1."""

    beroep: str
    naam: str
    nabij: float


@dataclass(frozen=True, slots=True)
class Gewichten:
    """What each reason counts: its mean and spread where it was learnt, and its weight."""

    midden: npt.NDArray[np.float64]
    spreiding: npt.NDArray[np.float64]
    gewicht: npt.NDArray[np.float64]

    def punten(self, kenmerken: Getallen) -> npt.NDArray[np.float64]:
        """The total per candidate; kenmerken has shape (candidates, reasons)."""
        uit: npt.NDArray[np.float64] = ((kenmerken - self.midden) / self.spreiding) @ self.gewicht
        return uit


@cache
def gewichten() -> Gewichten:
    """The learnt weights. Raises ValueError when the file is for other reasons than these."""
    rijen = json.loads((startgegevens.DATA / "titelgewichten.json").read_text(encoding="utf-8"))["kenmerken"]
    if tuple(rij["naam"] for rij in rijen) != KENMERKEN:
        raise ValueError("titelgewichten.json hoort bij andere kenmerken; draai bench/leer_titels.py.")
    return Gewichten(*(np.array([rij[soort] for rij in rijen]) for soort in ("midden", "spreiding", "gewicht")))


@dataclass(frozen=True, slots=True)
class _Vraag:
    """A title: its words, those with the parts of compounds and how telling each is, and its words before the head."""

    woorden: list[str]
    idf: dict[str, float]
    bepaling: dict[str, float]
    kop: tuple[str, ...]

    @property
    def totaal(self) -> float:
        return sum(self.idf.values()) or 1.0


class Titelboek:
    """An index over names of occupations; building it takes seconds for ESCO, a title then takes some milliseconds.

    `namen` maps each occupation to its names, the preferred one first; `inhoud` to texts about it; `groep` to its
    group of occupations (ISCO). Never changes afterwards.
    """

    def __init__(
        self,
        namen: Mapping[str, Iterable[str]],
        inhoud: Mapping[str, Iterable[str]] | None = None,
        groep: Mapping[str, str] | None = None,
    ) -> None:
        self.beroepen = list(namen)
        self.teksten: list[str] = []
        begin = []
        for beroep in self.beroepen:
            begin.append(len(self.teksten))
            self.teksten.extend(dict.fromkeys(namen[beroep]))
        self._begin = np.asarray(begin, dtype=np.int64)
        self._eind = np.append(self._begin, len(self.teksten)).astype(np.int64)[1:]
        self._zakken = [titelwoorden(tekst) for tekst in self.teksten]
        self._woordtelling = Counter(woord for zak in self._zakken for woord in set(zak))
        self._splitsing: dict[str, tuple[str, ...]] = {}
        self._delen = [self._met_delen(zak) for zak in self._zakken]
        self._woorden = Veld([dict.fromkeys(zak, 1.0) for zak in self._delen])
        self._letters = Veld([_letters(zak) for zak in self._zakken])
        self._unie = [
            frozenset().union(*self._delen[a:b]) for a, b in zip(self._begin, self._eind, strict=True)
        ]  # per occupation all words of all its names
        self._inhoud = [self._inhoudswoorden((inhoud or {}).get(beroep, ())) for beroep in self.beroepen]
        self._inhoudsveld = Veld([dict.fromkeys(sorted(woorden), 1.0) for woorden in self._inhoud])
        nummers: dict[str, int] = {}
        self._groep = np.asarray([nummers.setdefault((groep or {}).get(b) or b, len(nummers)) for b in self.beroepen])
        self._samenhang, self._waar = self._tel_samenhang()

    def zoek(self, titel: str, hoogstens: int = 10) -> list[Titelvondst]:
        """The occupations nearest to a title, best first; empty when nothing is alike."""
        if not self.teksten:
            return []
        kandidaten, kenmerken = self.kenmerken(titel)
        if not len(kandidaten) or not kenmerken[:, 0].any():
            return []
        uit: list[Titelvondst] = []
        for plek in np.argsort(-gewichten().punten(kenmerken), kind="stable")[:hoogstens]:
            nabij = max(float(kenmerken[plek, 0]), 0.7 * float(kenmerken[plek, KENMERKEN.index("verwant")]))
            hoogste = uit[-1].nabij - 0.001 if uit else 1.0
            uit.append(self._vondst(titel, int(kandidaten[plek]), max(0.0, min(nabij, hoogste))))
        return uit

    def kenmerken(self, titel: str) -> tuple[npt.NDArray[np.int64], Getallen]:
        """The candidates for a title (numbers of occupations) and their reasons, shape (candidates, reasons)."""
        vraag = self._vraag(titel)
        woorden = self._woorden.cosinus(dict.fromkeys(vraag.idf, 1.0))
        letters = self._letters.cosinus(_letters(vraag.woorden))
        inhoud = self._inhoudsveld.cosinus(dict.fromkeys(vraag.idf, 1.0))
        nabij = ((woorden + LETTERGEWICHT * letters) / (1 + LETTERGEWICHT)).astype(np.float32)
        beste = np.maximum.reduceat(nabij, self._begin)
        verwant = self._verwant(vraag)
        samen = beste + 0.15 * inhoud + 0.3 * verwant
        kandidaten = np.argsort(-samen, kind="stable")[:KANDIDATEN]
        groepen = np.zeros(int(self._groep.max()) + 1, dtype=np.float32)
        np.maximum.at(groepen, self._groep, verwant)
        rijen = [
            [
                *self._van_naam(vraag, int(b), nabij, letters),
                float(inhoud[b]),
                self._deel(vraag.idf, self._inhoud[b]),
                float(verwant[b]),
                float(groepen[self._groep[b]]),
                float(beste[b] / (beste.max() or 1.0)),
                float(verwant[b] - verwant.max()),
            ]
            for b in kandidaten
        ]
        return kandidaten, np.asarray(rijen, dtype=np.float32).reshape(len(rijen), len(KENMERKEN))[:, _VOLGORDE]

    def _van_naam(self, vraag: _Vraag, beroep: int, nabij: Getallen, letters: Getallen) -> list[float]:
        """The reasons that come from the names of one occupation, in the order of `_UIT_NAAM`."""
        van, tot = int(self._begin[beroep]), int(self._eind[beroep])
        eigen = np.sort(nabij[van:tot])[::-1]
        naam = van + int(np.argmax(nabij[van:tot]))
        zak, delen, unie = self._zakken[naam], self._delen[naam], self._unie[beroep]
        kaal, naamkaal = " ".join(vraag.woorden), " ".join(zak)
        naamdelen = {woord: self._woorden.idf(woord) for woord in delen}
        return [
            float(eigen[0]),
            float(letters[van:tot].max()),
            float(eigen[1]) if len(eigen) > 1 else float(eigen[0]) * 0.5,
            float(eigen[:3].mean()),
            fuzz.ratio(kaal, naamkaal) / 100,
            fuzz.token_sort_ratio(kaal, naamkaal) / 100,
            float(vraag.woorden[-1] == zak[-1]),
            float(vraag.kop[-1] == self._splits(zak[-1])[-1]),
            _gelijke_staart(vraag.woorden[-1], zak[-1]),
            self._deel(naamdelen, vraag.idf),
            self._deel(vraag.idf, delen),
            self._zacht_deel(naamdelen, vraag.idf),
            self._deel(vraag.bepaling, unie),
            self._deel(vraag.bepaling, delen),
            float(vraag.kop[-1] in unie),
            float(abs(len(vraag.woorden) - len(zak))),
            float(_rang(vraag.woorden) != _rang(zak)),
            float(_rang(vraag.woorden) != _rang(self._zakken[van])),
            float(vraag.kop[-1] == self._splits(self._zakken[van][-1])[-1]),
            float(nabij[van]),
        ]

    def _vraag(self, titel: str) -> _Vraag:
        woorden = titelwoorden(titel) or [titel]
        losse = [deel for woord in woorden for deel in self._splits(woord)]
        return _Vraag(
            woorden,
            {woord: self._woorden.idf(woord) for woord in self._met_delen(woorden)},
            {woord: self._woorden.idf(woord) for woord in losse[:-1]},
            self._splits(woorden[-1]),
        )

    def _vondst(self, titel: str, beroep: int, nabij: float) -> Titelvondst:
        van, tot = int(self._begin[beroep]), int(self._eind[beroep])
        kaal = " ".join(titelwoorden(titel))
        naam = max(range(van, tot), key=lambda n: (fuzz.ratio(kaal, " ".join(self._zakken[n])), -n))
        return Titelvondst(self.beroepen[beroep], self.teksten[naam], round(nabij, 3))

    @staticmethod
    def _deel(gewogen: Mapping[str, float], aanwezig: Iterable[str]) -> float:
        """Which part of the weight is present, 0–1."""
        totaal = sum(gewogen.values())
        return sum(gewogen[woord] for woord in gewogen if woord in aanwezig) / totaal if totaal else 0.0

    def _zacht_deel(self, gewogen: Mapping[str, float], aanwezig: Mapping[str, float]) -> float:
        """Like `_deel`, but a word that often goes with a present one counts in part."""
        totaal = sum(gewogen.values())
        som = 0.0
        for woord, gewicht in gewogen.items():
            verwant = (self._samenhang.get(ander, {}).get(woord, 0.0) for ander in aanwezig)
            som += gewicht * (1.0 if woord in aanwezig else max(verwant, default=0.0))
        return som / totaal if totaal else 0.0

    def _verwant(self, vraag: _Vraag) -> Getallen:
        """Per occupation which part of the title its names cover, related words counted in part."""
        uit = np.zeros(len(self.beroepen), dtype=np.float32)
        for woord, gewicht in vraag.idf.items():
            beste = np.zeros(len(self.beroepen), dtype=np.float32)
            for ander, deel in self._samenhang.get(woord, {}).items():
                beste[self._waar[ander]] = np.maximum(beste[self._waar[ander]], deel)
            if woord in self._waar:
                beste[self._waar[woord]] = 1.0
            uit += np.float32(gewicht / vraag.totaal) * beste
        return uit

    def _tel_samenhang(self) -> tuple[dict[str, dict[str, float]], dict[str, npt.NDArray[np.int64]]]:
        """({word: {word that goes with it: how much}}, {word: its occupations}).

        How much: the share of the occupations with the one that have the other too, less for words that are everywhere.
        """
        waar: dict[str, list[int]] = defaultdict(list)
        samen: dict[str, Counter[str]] = defaultdict(Counter)
        for nummer, woorden in enumerate(self._unie):
            for woord in woorden:
                waar[woord].append(nummer)
                samen[woord].update(woorden)
        uit: dict[str, dict[str, float]] = {}
        for woord, telling in samen.items():
            delen = {
                ander: (keer / (len(waar[woord]) + 2)) * (1 - len(waar[ander]) / len(self._unie)) ** 8
                for ander, keer in telling.items()
                if ander != woord and keer > MINSTE_SAMENHANG * (len(waar[woord]) + 2)
            }
            uit[woord] = delen
        return uit, {woord: np.asarray(nummers, dtype=np.int64) for woord, nummers in waar.items()}

    def _inhoudswoorden(self, teksten: Iterable[str]) -> frozenset[str]:
        return frozenset(
            deel for tekst in teksten for woord in titelwoorden(tekst) for deel in (woord, *self._splits(woord))
        )

    def _met_delen(self, zak: list[str]) -> list[str]:
        """The words of a title and the parts of its compounds, each once."""
        return list(dict.fromkeys(deel for woord in zak for deel in (woord, *self._splits(woord))))

    def _splits(self, woord: str) -> tuple[str, ...]:
        """A compound as words that names use by themselves; the word itself when it does not fall apart."""
        if woord not in self._splitsing:
            if len(self._splitsing) > MEEST_ONTHOUDEN:
                self._splitsing.clear()
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


RANGEN = {
    "leidend": (
        "leider",
        "leidinggevend",
        "manager",
        "hoofd",
        "directeur",
        "chef",
        "opzichter",
        "officier",
        "coordinator",
    ),
    "toezicht": ("inspecteur", "controleur", "keurder", "keurmeester"),
    "helpend": ("assistent", "hulp", "helper", "leerling"),
    "wetenschap": ("ingenieur", "wetenschapper", "onderzoeker", "docent", "adviseur", "consultant"),
}
MEEST_ONTHOUDEN = 100_000
_UIT_NAAM = (
    "cos", "cos_letters", "tweede_naam", "drie_namen", "letterafstand", "woordafstand", "kop_gelijk",
    "kopdeel_gelijk", "staart_gelijk", "titel_dekt_naam", "naam_dekt_titel", "verwant_aan_naam", "bepaling_gedekt",
    "bepaling_in_naam", "kop_gedekt", "lengteverschil", "rang_anders", "hoofdrang_anders",
    "hoofdkop_gelijk", "hoofdnaam",
)  # fmt: skip
_GEREKEND = (
    *_UIT_NAAM, "cos_inhoud", "inhoud_dekt", "verwant", "groep_verwant", "naast_beste", "naast_verwantste",
)  # fmt: skip
_VOLGORDE = [_GEREKEND.index(naam) for naam in KENMERKEN]


def _rang(zak: Iterable[str]) -> str:
    """The rank a title names: leading, assisting, or none; "teamleider" and "lasser" are different work."""
    return next((rang for woord in zak for rang, uitgangen in RANGEN.items() if woord.endswith(uitgangen)), "")


def _letters(zak: Iterable[str]) -> dict[str, float]:
    """The groups of three to five letters of some words, spaces included."""
    heel = f" {' '.join(zak)} "
    return {heel[plek : plek + lengte]: 1.0 for lengte in LETTERS for plek in range(len(heel) - lengte + 1)}


def _gelijke_staart(links: str, rechts: str) -> float:
    """How much of two words is the same from the end, 0–1: "boommedewerker" and "medewerker"."""
    gelijk = 0
    for een, ander in zip(reversed(links), reversed(rechts), strict=False):
        if een != ander:
            break
        gelijk += 1
    return gelijk / max(len(links), len(rechts), 1)
