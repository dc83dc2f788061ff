"""Dates of a trial placement."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from werklandschap.regelingen.fouten import RegelingFout
from werklandschap.regelingen.parameters import Rij, standaard_parameters
from werklandschap.regelingen.proefplaatsing import proefplaatsing


def test_de_gewone_duur_is_twee_maanden_en_hoogstens_zes() -> None:
    uitkomst = proefplaatsing(date(2026, 1, 1))
    assert (uitkomst.einde, uitkomst.uiterste_einde) == (date(2026, 2, 28), date(2026, 6, 30))
    assert uitkomst.te_verlengen
    assert uitkomst.waarschuwing is not None


def test_zes_maanden_is_niet_te_verlengen() -> None:
    uitkomst = proefplaatsing(date(2026, 1, 15), 6)
    assert uitkomst.einde == date(2026, 7, 14)
    assert not uitkomst.te_verlengen


@pytest.mark.parametrize("maanden", [0, 7])
def test_een_andere_duur_wordt_geweigerd(maanden: int) -> None:
    with pytest.raises(RegelingFout):
        proefplaatsing(date(2026, 1, 1), maanden)


def test_een_gemeente_stelt_de_duur_zelf_in() -> None:
    vanaf = date(2026, 1, 1)
    eigen = standaard_parameters().met(
        [
            Rij("proefplaatsing.maanden", vanaf, Decimal(3), "maanden", "Verordening", "V"),
            Rij("proefplaatsing.maanden_maximaal", vanaf, Decimal(3), "maanden", "Verordening", "V"),
        ]
    )
    uitkomst = proefplaatsing(vanaf, parameters=eigen)
    assert uitkomst.einde == date(2026, 3, 31)
    assert uitkomst.waarschuwing is None
    with pytest.raises(RegelingFout):
        proefplaatsing(vanaf, 4, eigen)
