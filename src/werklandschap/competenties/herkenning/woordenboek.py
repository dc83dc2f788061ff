"""The words to look for: labels and synonyms of competences, certificates, conditions and occupations, as an index.

A phrase of two or more telling words is found when those words stand near each other in one sentence, in any order
("pallets netjes stapelen", "stapel de pallets"). A phrase with one telling word must be found word for word.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property

import ahocorasick
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from werklandschap.competenties import startgegevens
from werklandschap.competenties.herkenning.taal import (
    DEELTJES,
    STOPWOORDEN,
    klank,
    plat,
    stam,
    stammen_van,
)

MEEST_ONTHOUDEN = 20_000


@dataclass(frozen=True, slots=True)
class Begrip:
    """Something a text can be about: `soort` competentie, certificaat, omstandigheid or beroep."""

    soort: str
    id: str
    term: str
    synoniemen: tuple[str, ...]
    zacht: bool = False
    eigen: bool = True


@dataclass(frozen=True, slots=True)
class Patroon:
    """One phrase of a begrip as stems; `letterlijk` phrases must be found in this order without gaps."""

    begrip: Begrip
    tekst: str
    stammen: tuple[str, ...]
    letterlijk: bool


class Woordenboek:
    """An index over begrippen. Building it takes half a second for the starter set; it never changes afterwards."""

    def __init__(
        self,
        begrippen: Iterable[Begrip],
        groepen: Iterable[tuple[str, ...]] = (),
        te_algemeen: Iterable[str] = (),
    ) -> None:
        self._groep: dict[str, str] = {}
        for groep in groepen:
            for woord in groep:
                self._groep.setdefault(stam(woord), stam(groep[0]))
        self._te_algemeen = frozenset((self.groep(stam(woord)),) for woord in te_algemeen)
        self.begrippen: tuple[Begrip, ...] = tuple(begrippen)
        self.los: dict[str, list[Patroon]] = defaultdict(list)
        self._automaat = ahocorasick.Automaton()
        self._letterlijk: dict[str, list[Patroon]] = defaultdict(list)
        patronen = [p for begrip in self.begrippen for p in self._patronen(begrip)]
        self._aantal: dict[str, int] = defaultdict(int)
        self._van: dict[str, Counter[str]] = defaultdict(Counter)
        for patroon in patronen:
            eigen = self._van[patroon.begrip.id]
            for deel in patroon.stammen:
                self._aantal[deel] += 1
                eigen[deel] += 1
        for patroon in patronen:
            self._neem_op(patroon)
        for sleutel, lijst in self._letterlijk.items():
            self._automaat.add_word(sleutel, lijst)
        self._automaat.make_automaton()
        self.stammen = frozenset(self._aantal)
        self.scheidbaar = self._scheidbare_werkwoorden()
        self._op_klank = {klank(s): s for s in sorted(self.stammen, reverse=True)}
        self._nabij: dict[tuple[str, int], list[str]] = defaultdict(list)
        for s in sorted(self.stammen - STOPWOORDEN):
            self._nabij[s[0], len(s)].append(s)
        self._verbeterd: dict[str, str | None] = {}

    def _patronen(self, begrip: Begrip) -> list[Patroon]:
        """The phrases of a begrip; doubles (same stems) only once."""
        gezien: set[tuple[str, ...]] = set()
        uit = []
        groep = self._groep
        for tekst in (begrip.term, *begrip.synoniemen):
            alle = tuple([groep.get(s, s) for s in stammen_van(tekst)])
            kern = tuple(dict.fromkeys([s for s in alle if s not in STOPWOORDEN]))
            letterlijk = len(kern) < 2
            stammen = alle if letterlijk else kern
            if stammen and stammen not in gezien and stammen not in self._te_algemeen:
                gezien.add(stammen)
                uit.append(Patroon(begrip, tekst, stammen, letterlijk))
        return uit

    def _neem_op(self, patroon: Patroon) -> None:
        if patroon.letterlijk:
            self._letterlijk[f" {' '.join(patroon.stammen)} "].append(patroon)
        else:
            self.los[min(patroon.stammen, key=lambda s: (self._aantal[s], s))].append(patroon)

    def _scheidbare_werkwoorden(self) -> dict[str, dict[str, str]]:
        """{stem of the second part: {first part: whole stem}} for separable verbs among the stems."""
        uit: dict[str, dict[str, str]] = defaultdict(dict)
        deeltjes = tuple(sorted(DEELTJES))
        for hele in sorted(self.stammen | frozenset(self._groep)):
            for deeltje in deeltjes if hele.startswith(deeltjes) else ():
                rest = hele.removeprefix(deeltje)
                if rest != hele and len(rest) >= 3:
                    uit[rest][deeltje] = self.groep(hele)
        return uit

    def groep(self, woord_stam: str) -> str:
        """The stem that stands for all words with this meaning."""
        return self._groep.get(woord_stam, woord_stam)

    def kent(self, woord_stam: str) -> bool:
        """Whether the stem occurs in any phrase."""
        return self.groep(woord_stam) in self.stammen

    def aantal(self, woord_stam: str) -> int:
        """In how many phrases a stem occurs."""
        return self._aantal.get(woord_stam, 0)

    def aandeel(self, begrip: Begrip, woord_stam: str) -> float:
        """Which share of the phrases with a stem belongs to a begrip: how much the stem tells of it."""
        return self._van[begrip.id][woord_stam] / max(1, self.aantal(woord_stam))

    @cached_property
    def _op_naam(self) -> dict[tuple[str, tuple[str, ...]], Begrip]:
        """{(kind, stems of a name): begrip}; names before synonyms."""
        uit: dict[tuple[str, tuple[str, ...]], Begrip] = {}
        for teksten in (lambda b: (b.term,), lambda b: b.synoniemen):
            for begrip in self.begrippen:
                for tekst in teksten(begrip):
                    uit.setdefault((begrip.soort, self._naam(tekst)), begrip)
        return uit

    def _naam(self, tekst: str) -> tuple[str, ...]:
        return tuple(self._groep.get(s, s) for s in stammen_van(tekst))

    def genoemd(self, tekst: str, soort: str) -> Begrip | None:
        """The begrip of a kind whose name or synonym this is, nothing more and nothing less; None when none is."""
        return self._op_naam.get((soort, self._naam(tekst)))

    def letterlijke(self, stammen: list[str]) -> list[tuple[int, Patroon]]:
        """(index of the first word, phrase) for every literal phrase in a row of stems."""
        if not len(self._automaat):
            return []
        begin: dict[int, int] = {}
        plek = 0
        for nummer, deel in enumerate(stammen):
            begin[plek] = nummer
            plek += len(deel) + 1
        reeks = f" {' '.join(stammen)} "
        return [
            (begin[eind - len(sleutel[0].stammen) - sum(len(s) for s in sleutel[0].stammen)], patroon)
            for eind, sleutel in self._automaat.iter(reeks)
            for patroon in sleutel
        ]

    def klinkt_als(self, woord_stam: str) -> str | None:
        """A stem of at least five letters that sounds the same, such as "steiger" for "stijger"."""
        gehoord = self._op_klank.get(klank(woord_stam))
        return gehoord if gehoord is not None and len(gehoord) >= 5 else None

    def verbeter(self, woord: str, woord_stam: str) -> str | None:
        """The stem meant by a misspelt word: the same sound, or one or two letters away. None when nothing is near."""
        if woord_stam not in self._verbeterd:
            if len(self._verbeterd) >= MEEST_ONTHOUDEN:
                self._verbeterd.clear()
            self._verbeterd[woord_stam] = self._zoek_verbetering(plat(woord), woord_stam)
        return self._verbeterd[woord_stam]

    def _zoek_verbetering(self, woord: str, woord_stam: str) -> str | None:
        gehoord = self._op_klank.get(klank(woord_stam))
        if gehoord is not None and len(gehoord) >= 4:
            return gehoord
        if len(woord_stam) < 5:
            return None
        hoogstens = 1 if len(woord_stam) < 9 else 2
        gevonden = process.extractOne(
            woord_stam,
            self._even_lang(woord_stam, hoogstens),
            scorer=DamerauLevenshtein.distance,
            score_cutoff=hoogstens,
        )
        return gevonden[0] if gevonden else None

    def _even_lang(self, woord_stam: str, verschil: int) -> list[str]:
        """Known stems with the same first letter and about the same length."""
        lengtes = range(len(woord_stam) - verschil, len(woord_stam) + verschil + 1)
        return [s for lengte in lengtes for s in self._nabij.get((woord_stam[0], lengte), ())]

    def splits(self, woord_stam: str) -> tuple[str, str] | None:
        """A compound as two known stems: "keukenvloer" → keuken, vloer."""
        for plek in range(len(woord_stam) - 4, 3, -1):
            voor, achter = woord_stam[:plek], self.groep(stam(woord_stam[plek:]))
            if achter not in self.stammen or achter in STOPWOORDEN:
                continue
            for kandidaat in (voor, voor.removesuffix("s"), voor.removesuffix("en")):
                links = self.groep(stam(kandidaat))
                if len(kandidaat) >= 4 and links in self.stammen and links not in STOPWOORDEN:
                    return links, achter
        return None


def begrippen_uit_gegevens() -> list[Begrip]:
    """Begrippen of the starter set: competences (languages apart), certificates and conditions."""
    uit = [
        Begrip("competentie", c.code, c.label, c.synoniemen, zacht=c.soort in ("gedrag", "werknemer"))
        for c in startgegevens.competenties()
        if c.soort != "taal"
    ]
    return uit + vaste_begrippen()


def vaste_begrippen() -> list[Begrip]:
    """Certificates and conditions: these always come from the data files."""
    uit = [Begrip("certificaat", t.code, t.label, t.synoniemen) for t in startgegevens.certificaten()]
    uit += [
        Begrip("omstandigheid", t.code, t.label.lower(), t.synoniemen) for t in startgegevens.omstandigheid_termen()
    ]
    return uit


@cache
def startwoordenboek() -> Woordenboek:
    """The index over the starter set; needs no database."""
    return Woordenboek(begrippen_uit_gegevens(), startgegevens.woordgroepen(), startgegevens.te_algemeen())


@cache
def startberoepenboek() -> Woordenboek:
    """The index over the names of the occupations in the starter set."""
    return Woordenboek(Begrip("beroep", b.code, b.label, b.synoniemen) for b in startgegevens.beroepen())
