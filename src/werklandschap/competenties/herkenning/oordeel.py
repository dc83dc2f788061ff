"""How sure a suggestion is: the chance that it is right, learnt from texts with known answers.

What counts is told in words (`kenmerken`): how the phrase was found, how much of the clause it covers, in what part of
the text it stands and what else the text is about. `bench/leer_oordeel.py` learns the weights of those words and
writes `data/oordeelgewichten.json`; a word without a weight counts nothing.
"""

from __future__ import annotations

import json
import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache

from werklandschap.competenties import startgegevens
from werklandschap.competenties.herkenning.redenen import Reden
from werklandschap.competenties.herkenning.regelvondst import Regelvondst
from werklandschap.competenties.herkenning.taal import STOPWOORDEN, Woord
from werklandschap.competenties.herkenning.woordenboek import Patroon, Woordenboek
from werklandschap.competenties.herkenning.zinnen import Zin

_PERSOON = re.compile(r"(?:ers?|aars?|eurs?|ist|isten|kundige|kundigen|koks?)$")
STAPPEN = (0.3, 0.4, 0.5, 0.65, 0.8, 0.9, 0.96)
ALGEMEEN = frozenset(["gedrag", "werknemer", "basis", "kennis"])
"""The fields of work that go with every other."""
DELEN = (0.1, 0.25, 0.5, 0.8)
GEWICHTEN = startgegevens.DATA / "oordeelgewichten.json"


@dataclass(frozen=True, slots=True)
class Gewichten:
    """What each word counts, the start value, and per kind from which chance on a suggestion is made."""

    begin: float
    woorden: dict[str, float]
    drempels: dict[str, float]

    def kans(self, kenmerken: Iterable[str]) -> float:
        """The chance that something with these words is right."""
        punten = self.begin + sum(self.woorden.get(woord, 0.0) for woord in kenmerken)
        return 1 / (1 + math.exp(-punten))


@cache
def gewichten() -> Gewichten:
    """The learnt weights."""
    inhoud = json.loads(GEWICHTEN.read_text(encoding="utf-8"))
    return Gewichten(inhoud["begin"], inhoud["woorden"], inhoud["drempels"])


@cache
def werk_van_beroepen() -> dict[str, frozenset[str]]:
    """{occupation: the competences it needs or can use}."""
    return {b.code: frozenset([*b.essentieel, *b.nuttig]) for b in startgegevens.beroepen()}


def van_treffer(
    tekst: str,
    zin: Zin,
    reeks: list[Woord],
    plekken: frozenset[int],
    patroon: Patroon,
    zekerheid: float,
    boek: Woordenboek,
) -> list[str]:
    """The words for a phrase found at `plekken` of a row of words."""
    begrip = patroon.begrip
    aantal = min(3, len(patroon.stammen))
    eerste, laatste = min(plekken), max(plekken)
    hier = [reeks[plek] for plek in sorted(plekken)]
    uit = [f"soort:{begrip.soort}", f"delen:{aantal}", f"zone:{zin.zone}"]
    if begrip.zacht:
        uit.append("gedrag")
    if not begrip.eigen:
        uit.append("esco")
    uit.append(f"gaten:{min(4, laatste - eerste + 1 - len(plekken))}")
    tussen = tekst[hier[0].eind : hier[-1].start]
    if any(deel.start > hier[0].start and deel.start < hier[-1].start for deel in zin.delen):
        uit.append("over-grens")
    if any(teken in tussen for teken in ",;:()"):
        uit.append("over-leesteken")
    zeldzaam = min(boek.aantal(stam) for stam in patroon.stammen)
    uit.append(f"zeldzaam:{min(5, zeldzaam.bit_length())}:{aantal == 1}")
    inhoud = [w for w in _deel_van(tekst, zin, reeks, eerste, laatste) if w.stam not in STOPWOORDEN]
    uit.append(f"deel-van-zin:{min(4, 4 * len(plekken) // max(1, len(inhoud)))}:{aantal == 1}")
    uit.append(f"lengte-deel:{min(3, len(inhoud) // 2)}")
    if any(deel.reden is not None for deel in zin.delen):
        uit.append("naast-niet-gevraagd")
    if begrip.soort == "competentie":
        aandeel = [boek.aandeel(begrip, stam) for stam in patroon.stammen if stam not in STOPWOORDEN] or [1.0]
        uit.append(f"eigen:{bisect_right(DELEN, max(aandeel))}:{aantal == 1}")
        uit.append(f"minst-eigen:{bisect_right(DELEN, min(aandeel))}:{aantal == 1}")
        if patroon.tekst == begrip.term:
            uit.append(f"naam-zelf:{aantal == 1}")
    uit.append(f"begrip:{begrip.id}")
    if aantal == 1:
        uit += _van_een_woord(tekst, zin, hier[0], begrip.soort)
    volgorde = [boek.groep(w.stam) for w in hier]
    if aantal > 1 and [s for s in volgorde if s in patroon.stammen] != [s for s in patroon.stammen if s in volgorde]:
        uit.append("andere-volgorde")
    if not set(volgorde) >= set(patroon.stammen):
        uit.append(f"verbeterd:{zekerheid < 0.8}:{min(3, aantal)}")
    return uit


def _van_een_woord(tekst: str, zin: Zin, woord: Woord, soort: str) -> list[str]:
    """What tells whether a single word means the task: its form, its length, a capital inside a sentence."""
    vorm = "en" if woord.tekst.endswith("en") else "t" if woord.tekst.endswith("t") else "rest"
    uit = [f"vorm:{vorm}:{soort}", f"letters:{min(5, len(woord.tekst) // 3)}"]
    if _PERSOON.search(woord.tekst.lower()):
        uit.append(f"persoon:{woord.tekst.endswith('s')}")
    if woord.start > zin.start and woord.tekst[:1].isupper():
        uit.append("hoofdletter")
    if woord.start == zin.start:
        uit.append("vooraan")
    voor = tekst[max(zin.start, woord.start - 12) : woord.start].lower().split()
    if voor and voor[-1] in {"de", "het", "een", "onze", "ons", "je", "mijn"}:
        uit.append("na-lidwoord")
    elif voor and voor[-1] in {"in", "op", "bij", "voor", "van", "naar", "uit", "aan"}:
        uit.append("na-voorzetsel")
    return uit


def _deel_van(tekst: str, zin: Zin, reeks: list[Woord], eerste: int, laatste: int) -> list[Woord]:
    """The words of the clauses in which a phrase stands."""
    van, tot = reeks[eerste].start, reeks[laatste].eind
    delen = [deel for deel in zin.delen if deel.start < tot and van < deel.eind]
    begin, eind = (delen[0].start, delen[-1].eind) if delen else (zin.start, zin.eind)
    return [w for w in reeks if begin <= w.start < eind]


def van_regel(regel: Regelvondst, zin: Zin) -> list[str]:
    """The words for something found by a rule."""
    return [f"soort:{regel.soort}", f"regel:{regel.soort}:{round(regel.zekerheid, 1)}", f"zone:{zin.zone}"]


def van_deelzin(kans: float, reden: Reden | None) -> list[str]:
    """How likely it is that the clause asks something, as the steps it reaches, and why the rules say it does not."""
    uit = [f"gevraagd>{stap}" for stap in STAPPEN if kans > stap]
    return uit if reden is None else [*uit, "toch-gevraagd", f"reden:{reden.name}"]


def van_verband(code: str, soort: str, codes: Counter[str], beroepen: Collection[str], *, kort: bool) -> list[str]:
    """What the rest of the text says: found more often, and whether it goes with the rest and the occupations named.

    In a text of a sentence or two nothing comes back, which tells nothing.
    """
    uit = [] if kort else [f"vaker:{min(3, codes[code])}:{soort}"]
    sector = startgegevens.sectoren()
    if code in sector:
        algemeen = sector[code] in ALGEMEEN
        andere = [sector[ander] for ander in codes if ander != code and ander in sector]
        andere = [naam for naam in andere if naam not in ALGEMEEN] if not algemeen else andere
        gelijk = sum(1 for naam in andere if naam == sector[code])
        samen = 0 if not andere else 1 + min(3, 10 * gelijk // len(andere))
        uit.append(f"past-bij-rest:{samen}:{algemeen}")
        horen = frozenset().union(*(werk_van_beroepen().get(beroep, frozenset()) for beroep in beroepen))
        uit.append(f"past-bij-beroep:{code in horen if horen else 'onbekend'}:{algemeen}")
    return uit
