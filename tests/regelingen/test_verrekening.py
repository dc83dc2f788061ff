"""The sheet of settlements: what was paid against what there is a right to."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werklandschap.regelingen.fouten import RegelingFout
from werklandschap.regelingen.periodes import Stand, bereken_verloop
from werklandschap.regelingen.verrekening import recht_per_maand, verreken

GEBOREN = date(1990, 5, 5)
GEVALLEN = list(
    csv.DictReader((Path(__file__).parent / "verrekening_gevallen.csv").read_text(encoding="utf-8").splitlines())
)


def _dag(tekst: str) -> date:
    return date.fromisoformat(tekst)


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda g: "/".join(g.values()))
def test_w8_2_nabetaling_en_terugbetaling_volgens_het_rekenblad(geval: dict[str, str]) -> None:
    begin = _dag(geval["begin"])
    verloop = bereken_verloop(
        begin=begin,
        einde=_dag(geval["einde"]),
        geboren=GEBOREN,
        standen=[Stand(begin, Decimal(geval["uren"]), Decimal(geval["loonwaarde"]))],
    )
    paren = (paar.split(":") for paar in geval["betaald"].split("|") if paar)
    betaald = {_dag(f"{maand}-01"): Decimal(bedrag) for maand, bedrag in paren}
    uitkomst = verreken(verloop.periodes, betaald, _dag(geval["tot"]))
    assert [uitkomst.recht, uitkomst.nabetaling, uitkomst.terugbetaling] == [
        Decimal(geval[naam]) for naam in ("recht", "nabetaling", "terugbetaling")
    ]


@given(st.dates(date(2024, 1, 1), date(2026, 6, 1)), st.integers(0, 700), st.integers(0, 700))
def test_de_maanden_samen_wijken_per_periode_hoogstens_een_cent_af(begin: date, duur: int, wissel: int) -> None:
    periodes = bereken_verloop(
        begin=begin,
        einde=begin + timedelta(days=duur),
        geboren=GEBOREN,
        standen=[
            Stand(begin, Decimal(32), Decimal(55)),
            Stand(begin + timedelta(days=wissel + 1), Decimal("20.5"), Decimal("33.3")),
        ],
    ).periodes
    maanden = recht_per_maand(periodes)
    verschil = abs(sum(maanden.values()) - sum(p.bedrag for p in periodes))
    assert verschil <= Decimal("0.005") * (len(maanden) + len(periodes))
    assert all(maand.day == 1 and bedrag >= 0 for maand, bedrag in maanden.items())
    uitkomst = verreken(periodes, maanden, begin + timedelta(days=duur))
    assert (uitkomst.nabetaling, uitkomst.terugbetaling) == (0, 0)


def test_een_uitbetaling_hoort_bij_een_maand() -> None:
    with pytest.raises(RegelingFout):
        verreken([], {date(2026, 1, 2): Decimal(1)}, date(2026, 1, 31))
