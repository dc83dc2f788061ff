"""How much each age group was seen: counted after the list was made, without persons."""

from __future__ import annotations

from datetime import date

import pytest

from werklandschap.kern.profielen.blootstelling import LEEFTIJDSGROEPEN, ONBEKEND, gewicht, leeftijdsgroep, tel

DAG = date(2026, 6, 15)


@pytest.mark.parametrize(
    ("geboren", "groep"),
    [
        (date(1999, 6, 15), "27-34"),
        (date(1999, 6, 16), "tot-27"),
        (date(1991, 6, 15), "35-44"),
        (date(1971, 6, 16), "45-54"),
        (date(1971, 6, 15), "vanaf-55"),
        (date(2012, 1, 1), "tot-27"),
        (None, ONBEKEND),
    ],
)
def test_g7_4_een_verjaardag_wisselt_van_groep(geboren: date | None, groep: str) -> None:
    assert leeftijdsgroep(geboren, DAG) == groep


def test_g7_4_hoger_in_de_lijst_telt_zwaarder() -> None:
    assert gewicht(1) == 1
    assert gewicht(3) == 0.5
    jong, oud = date(2004, 1, 1), date(1960, 1, 1)
    assert tel([jong, oud, oud], 1, DAG) == {"tot-27": [1, 1000], "vanaf-55": [2, 1131]}
    assert tel([jong], 51, DAG) == {"tot-27": [1, 175]}
    assert tel([], 1, DAG) == {}


def test_de_groepen_sluiten_aan() -> None:
    gevonden = [leeftijdsgroep(date(2026 - jaren, 1, 1), DAG) for jaren in range(14, 80)]
    assert list(dict.fromkeys(gevonden)) == list(LEEFTIJDSGROEPEN)
