"""Holidays of known years, and terms in working days and hours, also across summer time."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werklandschap.regelingen.fouten import RegelingFout
from werklandschap.regelingen.kalender import (
    AMSTERDAM,
    Werktijden,
    eerste_paasdag,
    feestdagen,
    is_werkdag,
    koningsdag,
    tel_werkdagen_op,
    tel_werkuren_op,
)

MOMENTEN = st.datetimes(
    datetime(2020, 1, 1),  # noqa: DTZ001  Hypothesis adds the zone
    datetime(2035, 1, 1),  # noqa: DTZ001
    timezones=st.just(AMSTERDAM),
)


def _om(jaar: int, maand: int, dag: int, uur: int, minuut: int = 0) -> datetime:
    return datetime(jaar, maand, dag, uur, minuut, tzinfo=AMSTERDAM)


@pytest.mark.parametrize(
    ("jaar", "maand", "dag"),
    [(1818, 3, 22), (1943, 4, 25), (2000, 4, 23), (2008, 3, 23), (2019, 4, 21), (2024, 3, 31), (2025, 4, 20),
     (2026, 4, 5), (2027, 3, 28), (2038, 4, 25), (2049, 4, 18), (2076, 4, 19)],
)  # fmt: skip
def test_pasen(jaar: int, maand: int, dag: int) -> None:
    assert eerste_paasdag(jaar) == date(jaar, maand, dag)


def test_koningsdag_op_zondag_schuift_naar_zaterdag() -> None:
    assert koningsdag(2014) == date(2014, 4, 26)
    assert koningsdag(2025) == date(2025, 4, 26)
    assert koningsdag(2026) == date(2026, 4, 27)
    with pytest.raises(RegelingFout):
        koningsdag(2013)


def test_de_feestdagen_van_2026() -> None:
    assert list(feestdagen(2026)) == [
        date(2026, 1, 1),
        date(2026, 4, 5),
        date(2026, 4, 6),
        date(2026, 4, 27),
        date(2026, 5, 14),
        date(2026, 5, 24),
        date(2026, 5, 25),
        date(2026, 12, 25),
        date(2026, 12, 26),
    ]


def test_bevrijdingsdag_is_in_te_stellen() -> None:
    dag = date(2026, 5, 5)
    assert dag not in feestdagen(2026)
    assert feestdagen(2026, bevrijdingsdag="altijd")[dag] == "Bevrijdingsdag"
    assert feestdagen(2025)[date(2025, 5, 5)] == "Bevrijdingsdag"
    assert date(2025, 5, 5) not in feestdagen(2025, bevrijdingsdag="nooit")
    assert not is_werkdag(dag, Werktijden(bevrijdingsdag="altijd"))


def test_een_feestdag_wijzigen_verandert_de_kalender_niet() -> None:
    feestdagen(2026).clear()
    assert len(feestdagen(2026)) == 9


@pytest.mark.parametrize(
    ("start", "uren", "einde"),
    [
        (_om(2026, 2, 2, 9), 8, _om(2026, 2, 2, 17)),
        (_om(2026, 2, 2, 9), 9, _om(2026, 2, 3, 10)),
        (_om(2026, 2, 6, 16, 30), 2, _om(2026, 2, 9, 10, 30)),
        (_om(2026, 2, 7, 12), 1, _om(2026, 2, 9, 10)),
        (_om(2026, 2, 2, 7), 4, _om(2026, 2, 2, 13)),
        (_om(2026, 2, 2, 20), 4, _om(2026, 2, 3, 13)),
        (_om(2026, 4, 3, 16), 2, _om(2026, 4, 7, 10)),  # over Easter
        (_om(2026, 12, 24, 13), 8, _om(2026, 12, 28, 13)),  # over Christmas and a weekend
        (_om(2026, 3, 27, 13), 8, _om(2026, 3, 30, 13)),  # summer time starts on 29 March
        (_om(2026, 10, 23, 13), 8, _om(2026, 10, 26, 13)),  # and ends on 25 October
        (_om(2026, 2, 2, 18), 0, _om(2026, 2, 2, 18)),
    ],
)
def test_werkuren_tellen_op(start: datetime, uren: int, einde: datetime) -> None:
    assert tel_werkuren_op(start, uren) == einde
    assert tel_werkuren_op(start, uren).tzinfo is AMSTERDAM
    assert tel_werkuren_op(start.astimezone(UTC), uren) == einde


def test_een_nacht_met_een_uur_minder_telt_een_uur_minder() -> None:
    altijd = Werktijden(open=time(0), dicht=time(8), dagen=frozenset(range(7)))
    assert tel_werkuren_op(_om(2026, 3, 29, 0), 7, altijd) == _om(2026, 3, 29, 8)
    assert tel_werkuren_op(_om(2026, 10, 25, 0), 9, altijd) == _om(2026, 10, 25, 8)


@given(
    MOMENTEN,
    st.integers(0, 60),
    st.integers(0, 60),
)
def test_in_twee_keer_optellen_is_hetzelfde(start: datetime, een: int, ander: int) -> None:
    assert tel_werkuren_op(tel_werkuren_op(start, een), ander) == tel_werkuren_op(start, een + ander)


@given(MOMENTEN, st.integers(1, 90))
def test_een_termijn_eindigt_in_werktijd(start: datetime, uren: int) -> None:
    einde = tel_werkuren_op(start, uren)
    assert is_werkdag(einde.date())
    assert time(9) <= einde.time().replace(microsecond=0) <= time(17)
    assert einde.astimezone(UTC) - start.astimezone(UTC) >= timedelta(hours=uren)


def test_werkdagen_tellen_op() -> None:
    assert tel_werkdagen_op(date(2026, 2, 6), 1) == date(2026, 2, 9)
    assert tel_werkdagen_op(date(2026, 4, 2), 2) == date(2026, 4, 7)
    assert tel_werkdagen_op(date(2026, 2, 7), 0) == date(2026, 2, 7)


def test_verkeerde_invoer_wordt_geweigerd() -> None:
    with pytest.raises(RegelingFout):
        tel_werkuren_op(datetime(2026, 2, 2, 9), 1)  # noqa: DTZ001  naive on purpose
    with pytest.raises(RegelingFout):
        tel_werkuren_op(_om(2026, 2, 2, 9), -1)
    with pytest.raises(RegelingFout):
        tel_werkdagen_op(date(2026, 2, 2), -1)
    with pytest.raises(RegelingFout):
        Werktijden(open=time(17), dicht=time(9))
    with pytest.raises(RegelingFout):
        Werktijden(dagen=frozenset())
    with pytest.raises(RegelingFout):
        Werktijden(dagen=frozenset({7}))
