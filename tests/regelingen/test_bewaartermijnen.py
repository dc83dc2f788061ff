"""Retention terms."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from werklandschap.regelingen.bewaartermijnen import standaard_termijnen
from werklandschap.regelingen.fouten import GeenParameter, RegelingFout


@pytest.mark.parametrize(
    ("code", "tot"),
    [
        ("uitkering_toegekend", date(2034, 2, 28)),
        ("uitkering_geweigerd", date(2029, 2, 28)),
        ("schuldhulp", date(2029, 2, 28)),
        ("afgebroken_sociaal_domein", date(2024, 4, 11)),
        ("medisch_sociaal_advies", date(2044, 2, 29)),
        ("bezwaar_of_klacht", date(2029, 2, 28)),
        ("inloggegevens", date(2024, 8, 29)),
        ("verklaring_van_vernietiging", None),
    ],
)
def test_tot_wanneer_gegevens_blijven(code: str, tot: date | None) -> None:
    assert standaard_termijnen().bewaren_tot(code, date(2024, 2, 29)) == tot


def test_weg_mag_pas_op_de_dag_zelf() -> None:
    termijnen = standaard_termijnen()
    assert not termijnen.mag_weg("inloggegevens", date(2024, 2, 29), date(2024, 8, 28))
    assert termijnen.mag_weg("inloggegevens", date(2024, 2, 29), date(2024, 8, 29))
    assert not termijnen.mag_weg("verklaring_van_vernietiging", date(1990, 1, 1), date(2990, 1, 1))


def test_een_gemeente_kiest_een_eigen_termijn() -> None:
    oud = standaard_termijnen()
    eigen = replace(oud.termijnen["schuldhulp"], aantal=7)
    assert oud.met([eigen]).bewaren_tot("schuldhulp", date(2024, 1, 1)) == date(2031, 1, 1)
    assert oud.bewaren_tot("schuldhulp", date(2024, 1, 1)) == date(2029, 1, 1)


def test_wat_niet_klopt_wordt_geweigerd() -> None:
    termijnen = standaard_termijnen()
    with pytest.raises(GeenParameter):
        termijnen.bewaren_tot("onbekend", date(2024, 1, 1))
    goed = termijnen.termijnen["schuldhulp"]
    with pytest.raises(RegelingFout):
        replace(goed, aantal=0)
    with pytest.raises(RegelingFout):
        replace(goed, eenheid="eeuw")
    with pytest.raises(RegelingFout):
        replace(goed, bron="")
