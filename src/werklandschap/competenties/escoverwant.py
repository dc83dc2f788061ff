"""Kinship between ESCO skills, from their relations and hierarchy.

Per mille of v(s, k), chosen by us: a relation "essential" from A to B says that A cannot do without B.
| s has … | k | v |
|---|---|---|
| A (needs B) | B, essential | 600 |
| B | A, essential | 300 |
| A (gains from B) | B, optional | 300 |
| B | A, optional | 150 |
| the narrower skill | the broader one | 500 |
| the broader skill | the narrower one | 300 |
| a skill | another under the same broader skill | 250 |
| a skill | another in the same small group (≤ 20) | 150 |
Where several apply the highest counts; per k the 32 strongest stay (then by address), as matching asks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from itertools import permutations

NODIG_HEEN, NODIG_TERUG = 600, 300
NUTTIG_HEEN, NUTTIG_TERUG = 300, 150
SMAL_NAAR_BREED, BREED_NAAR_SMAL = 500, 300
ZELFDE_OUDER, ZELFDE_GROEP = 250, 150
GROOTSTE_GROEP = 20
MEEST_VERWANT = 32


def leid_af(
    relaties: Iterable[tuple[str, str, bool]], ouders: Iterable[tuple[str, str]], vaardigheden: Collection[str]
) -> dict[str, dict[str, int]]:
    """{k: {s: per mille}} from (A, B, essential) relations and (child, parent) pairs; only known skills take part."""
    uit: dict[str, dict[str, int]] = defaultdict(dict)

    def leg(van: str, naar: str, promille: int) -> None:
        if van != naar:
            uit[naar][van] = max(uit[naar].get(van, 0), promille)

    for a, b, nodig in relaties:
        if a in vaardigheden and b in vaardigheden:
            leg(a, b, NODIG_HEEN if nodig else NUTTIG_HEEN)
            leg(b, a, NODIG_TERUG if nodig else NUTTIG_TERUG)
    kinderen: dict[str, set[str]] = defaultdict(set)
    for kind, ouder in ouders:
        if kind in vaardigheden:
            kinderen[ouder].add(kind)
            if ouder in vaardigheden:
                leg(kind, ouder, SMAL_NAAR_BREED)
                leg(ouder, kind, BREED_NAAR_SMAL)
    for ouder, groep in kinderen.items():
        is_vaardigheid = ouder in vaardigheden
        if is_vaardigheid or len(groep) <= GROOTSTE_GROEP:
            for van, naar in permutations(sorted(groep), 2):
                leg(van, naar, ZELFDE_OUDER if is_vaardigheid else ZELFDE_GROEP)
    return {
        k: dict(sorted(rij.items(), key=lambda paar: (-paar[1], paar[0]))[:MEEST_VERWANT]) for k, rij in uit.items()
    }
