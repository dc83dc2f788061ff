"""A subsidy over time: where periods begin and end, and what they add up to."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werklandschap.regelingen.fouten import GeenParameter, RegelingFout
from werklandschap.regelingen.periodes import Stand, Verloop, bereken_verloop, maanden_tussen

GEBOREN = date(1990, 5, 5)
STAND = Stand(date(2025, 1, 1), Decimal(32), Decimal(55))
# Made day by day with whole cents and fractions, from the table of the law, apart from this code.
GEVALLEN = list(csv.DictReader((Path(__file__).parent / "periodes_gevallen.csv").open(encoding="utf-8")))


def _begin(verloop: Verloop) -> list[date]:
    return [periode.van for periode in verloop.periodes]


def test_zonder_wijzigingen_is_er_een_periode_van_hele_maanden() -> None:
    verloop = bereken_verloop(begin=date(2026, 1, 1), einde=date(2026, 6, 30), geboren=GEBOREN, standen=[STAND])
    (periode,) = verloop.periodes
    assert periode.maanden == 6
    assert periode.bedrag == Decimal("7345.80")  # 6 × 1.224,30
    assert verloop.per_jaar() == {2026: Decimal("7345.80")}


def test_minimumloon_uren_en_loonwaarde_maken_nieuwe_periodes() -> None:
    verloop = bereken_verloop(
        begin=date(2025, 1, 1),
        einde=date(2026, 3, 31),
        geboren=GEBOREN,
        standen=[
            Stand(date(2025, 10, 1), Decimal(24), Decimal(55)),
            STAND,
            Stand(date(2026, 3, 1), Decimal(24), Decimal(70)),
        ],
    )
    assert _begin(verloop) == [
        date(2025, 1, 1),
        date(2025, 7, 1),
        date(2025, 10, 1),
        date(2026, 1, 1),
        date(2026, 3, 1),
    ]
    assert set(verloop.per_jaar()) == {2025, 2026}
    assert sum(verloop.per_jaar().values()) == verloop.totaal


def test_de_eerste_zes_maanden_forfaitair() -> None:
    verloop = bereken_verloop(
        begin=date(2025, 8, 31),
        einde=date(2026, 3, 31),
        geboren=GEBOREN,
        standen=[Stand(date(2025, 8, 31), Decimal(32)), Stand(date(2026, 2, 1), Decimal(32), Decimal(55))],
        forfaitair=True,
    )
    vast = [(p.van, p.tot_en_met) for p in verloop.periodes if p.forfaitair]
    assert vast[-1][1] == date(2026, 2, 27)
    assert verloop.periodes[-1].van == date(2026, 2, 28)
    assert verloop.periodes[-1].berekening.totaal_per_maand == Decimal("1224.30")


def test_na_forfaitair_is_een_loonwaarde_nodig() -> None:
    with pytest.raises(RegelingFout, match="28-2-2026"):
        bereken_verloop(
            begin=date(2025, 8, 31),
            einde=date(2026, 3, 31),
            geboren=GEBOREN,
            standen=[Stand(date(2025, 8, 31), Decimal(32))],
            forfaitair=True,
        )


def test_een_verjaardag_onder_21_maakt_een_nieuwe_periode() -> None:
    verloop = bereken_verloop(
        begin=date(2026, 1, 1), einde=date(2026, 4, 30), geboren=date(2006, 3, 1), standen=[STAND]
    )
    assert _begin(verloop) == [date(2026, 1, 1), date(2026, 3, 1)]
    assert [p.berekening.wml_per_uur for p in verloop.periodes] == [Decimal("8.83"), Decimal("11.77")]


def test_een_jongere_zonder_bekend_bedrag_wordt_geweigerd() -> None:
    with pytest.raises(GeenParameter):
        bereken_verloop(begin=date(2025, 12, 1), einde=date(2026, 1, 31), geboren=date(2007, 1, 1), standen=[STAND])


def test_een_deel_van_een_maand_telt_in_dagen() -> None:
    assert maanden_tussen(date(2026, 2, 15), date(2026, 2, 28)) == Fraction(1, 2)
    assert maanden_tussen(date(2026, 1, 17), date(2026, 3, 10)) == Fraction(15, 31) + 1 + Fraction(10, 31)


@given(st.dates(date(2025, 1, 1), date(2026, 6, 1)), st.integers(0, 400), st.integers(0, 400))
def test_periodes_sluiten_aan_en_samen_tellen_ze_de_hele_tijd(begin: date, duur: int, wissel: int) -> None:
    einde = begin + timedelta(days=duur)
    standen = [STAND, Stand(date(2025, 1, 2) + timedelta(days=wissel), Decimal(20), Decimal(40))]
    periodes = bereken_verloop(begin=begin, einde=einde, geboren=GEBOREN, standen=standen).periodes
    assert periodes[0].van == begin
    assert periodes[-1].tot_en_met == einde
    for een, volgende in pairwise(periodes):
        assert volgende.van == een.tot_en_met + timedelta(days=1)
    assert sum(periode.maanden for periode in periodes) == maanden_tussen(begin, einde)


@pytest.mark.parametrize(
    ("einde", "standen"),
    [
        (date(2025, 12, 31), [STAND]),
        (date(2026, 2, 1), []),
        (date(2026, 2, 1), [Stand(date(2026, 1, 2), Decimal(32), Decimal(55))]),
        (date(2026, 2, 1), [STAND, STAND]),
    ],
)
def test_datums_die_niet_passen_worden_geweigerd(einde: date, standen: list[Stand]) -> None:
    with pytest.raises(RegelingFout):
        bereken_verloop(begin=date(2026, 1, 1), einde=einde, geboren=GEBOREN, standen=standen)


def _standen(tekst: str) -> list[Stand]:
    delen = (stand.split(":") for stand in tekst.split())
    return [Stand(date.fromisoformat(v), Decimal(u), Decimal(lw) if lw else None) for v, u, lw in delen]


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda g: f"{g['begin']}-{g['einde']}-{g['standen'].replace(' ', '+')}")
def test_w8_2_periodes_en_totaal_per_jaar_volgens_het_rekenblad(geval: dict[str, str]) -> None:
    verloop = bereken_verloop(
        begin=date.fromisoformat(geval["begin"]),
        einde=date.fromisoformat(geval["einde"]),
        geboren=date.fromisoformat(geval["geboren"]),
        standen=_standen(geval["standen"]),
        forfaitair=geval["forfaitair"] == "1",
    )
    assert " ".join(f"{p.van}={p.bedrag}" for p in verloop.periodes) == geval["periodes"]
    assert " ".join(f"{jaar}={bedrag}" for jaar, bedrag in verloop.per_jaar().items()) == geval["per_jaar"]
