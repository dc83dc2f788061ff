"""Planning again: as good as an exhaustive search, in worth first and then in moves."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from werklandschap.matching.herplannen import herplan
from werklandschap.matching.speeddates import Afspraak, Voorkeur, Vraag, maak_rooster

RONDES = 2


def _vraag(waarden: list[list[int]], grens: int, rondes: int = RONDES) -> Vraag:
    return Vraag(
        rondes,
        10,
        grens,
        tuple(range(len(waarden))),
        dict.fromkeys(range(len(waarden[0])), 1),
        tuple(Voorkeur(k, w, waarde) for k, rij in enumerate(waarden) for w, waarde in enumerate(rij)),
    )


def _alle_roosters(vraag: Vraag) -> Iterator[set[tuple[int, int, int]]]:
    """Every schedule: per round and employer a candidate or nobody."""
    plekken = list(product(range(1, vraag.rondes + 1), vraag.tafels))
    for keuze in product([None, *vraag.kandidaten], repeat=len(plekken)):
        rooster = [(k, w, r) for k, (r, w) in zip(keuze, plekken, strict=True) if k is not None]
        per_ronde = {(k, r) for k, _w, r in rooster}
        paren = {(k, w) for k, w, _r in rooster}
        past = len(per_ronde) == len(paren) == len(rooster)
        if past and all(sum(k == wie for k, _w, _r in rooster) <= vraag.grens(wie) for wie in vraag.kandidaten):
            yield set(rooster)  # type: ignore[arg-type]


@settings(max_examples=25)
@given(
    waarden=st.lists(st.lists(st.integers(0, 3), min_size=2, max_size=2), min_size=3, max_size=3),
    grens=st.integers(1, 2),
    weg=st.integers(0, 2),
)
def test_g8_2_even_goed_als_alles_proberen(waarden: list[list[int]], grens: int, weg: int) -> None:
    oud = maak_rooster(_vraag(waarden, grens)).afspraken
    nieuwe = [rij if k != weg else [0, 0] for k, rij in enumerate(waarden)]
    vraag = _vraag(nieuwe, grens)
    komend = {(a.kandidaat, a.werkgever, a.ronde) for a in oud}
    beste = max(
        (sum(nieuwe[k][w] for k, w, _r in rooster), len({p for p in rooster if nieuwe[p[0]][p[1]]} & komend))
        for rooster in _alle_roosters(vraag)
    )
    uitslag = herplan(vraag, oud)
    assert uitslag.bewezen_optimaal
    assert (uitslag.waarde, uitslag.blijft) == beste


def test_g8_2_niets_veranderd_dan_blijft_alles() -> None:
    vraag = _vraag([[5, 3], [4, 4], [1, 6]], 2)
    oud = maak_rooster(vraag).afspraken
    uitslag = herplan(vraag, oud)
    assert (uitslag.anders, set(uitslag.afspraken)) == (0, set(oud))


def test_g8_2_wat_geweest_is_blijft_en_telt_mee() -> None:
    vraag = _vraag([[5, 3], [4, 4]], 1)
    gehouden = Afspraak(1, 1, 1, 0)
    uitslag = herplan(vraag, [gehouden], gehouden_tot=1)
    assert gehouden in uitslag.afspraken
    assert [a.kandidaat for a in uitslag.afspraken].count(0) == 1


@pytest.mark.parametrize("vanaf", [1, 2])
def test_g8_2_wie_later_komt_begint_later(vanaf: int) -> None:
    uitslag = herplan(_vraag([[5, 3]], 2), [], vanaf={0: vanaf})
    assert min(a.ronde for a in uitslag.afspraken) >= vanaf
    assert uitslag.waarde == (8 if vanaf == 1 else 5)
