"""Indication of the loonkostenvoordeel per year."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from werklandschap.regelingen.fouten import GeenParameter, RegelingFout
from werklandschap.regelingen.lkv import LkvIndicatie, lkv_indicatie


def _in(jaar: int, *groepen: str, begin: date = date(2024, 3, 1), uren: str = "1000") -> LkvIndicatie:
    return lkv_indicatie(begin=begin, jaar=jaar, uren=Decimal(uren), groepen=groepen)


@pytest.mark.parametrize(
    ("jaar", "groep", "begin", "uren", "bedrag"),
    [
        (2024, "oudere", date(2024, 3, 1), "1000", "3050.00"),
        (2025, "oudere", date(2024, 3, 1), "1000", "1350.00"),
        (2026, "oudere", date(2024, 3, 1), "1000", "0.00"),
        (2025, "oudere", date(2023, 12, 31), "1000", "3050.00"),
        (2024, "arbeidsgehandicapt", date(2024, 3, 1), "1967.21", "5999.99"),
        (2024, "arbeidsgehandicapt", date(2024, 3, 1), "1967.22", "6000.00"),
        (2024, "arbeidsgehandicapt", date(2024, 3, 1), "2000", "6000.00"),
        (2027, "arbeidsgehandicapt", date(2024, 3, 1), "1000", "3050.00"),
        (2028, "arbeidsgehandicapt", date(2024, 3, 1), "1000", "0.00"),
        (2027, "arbeidsgehandicapt", date(2024, 1, 1), "1000", "0.00"),
        (2025, "herplaatsen", date(2024, 3, 1), "1000", "3050.00"),
        (2026, "herplaatsen", date(2024, 3, 1), "1000", "0.00"),
        (2024, "banenafspraak", date(2024, 3, 1), "1000", "1010.00"),
        (2024, "scholingsbelemmerd", date(2024, 3, 1), "2080", "2000.00"),
        (2024, "arbeidsgehandicapt", date(2025, 1, 1), "1000", "0.00"),
    ],
)
def test_bedrag_per_jaar(jaar: int, groep: str, begin: date, uren: str, bedrag: str) -> None:
    uitkomst = _in(jaar, groep, begin=begin, uren=uren)
    assert uitkomst.bedrag == Decimal(bedrag)
    assert (uitkomst.groep == groep) == (uitkomst.bedrag > 0)
    assert len(uitkomst.regels) == 1


def test_het_hoogste_geldt_en_ze_stapelen_niet() -> None:
    uitkomst = _in(2024, "banenafspraak", "arbeidsgehandicapt")
    assert (uitkomst.groep, uitkomst.bedrag) == ("arbeidsgehandicapt", Decimal("3050.00"))
    assert len(uitkomst.regels) == 2
    assert any("tellen niet bij elkaar op" in melding for melding in uitkomst.waarschuwingen)


def test_een_later_jaar_en_een_onbekende_duur_waarschuwen() -> None:
    assert _in(2024, "arbeidsgehandicapt").waarschuwingen == ()
    assert any("2025" in melding for melding in _in(2025, "arbeidsgehandicapt").waarschuwingen)
    assert any("Hoeveel jaar" in melding for melding in _in(2024, "banenafspraak").waarschuwingen)


def test_geen_lkv_bij_wsw_of_een_late_verklaring() -> None:
    basis = {"begin": date(2024, 11, 30), "jaar": 2024, "uren": Decimal(100)}
    groepen = ["arbeidsgehandicapt"]
    op_tijd = lkv_indicatie(**basis, groepen=groepen, verklaring_gevraagd=date(2025, 2, 28))  # type: ignore[arg-type]
    te_laat = lkv_indicatie(**basis, groepen=groepen, verklaring_gevraagd=date(2025, 3, 1))  # type: ignore[arg-type]
    wsw = lkv_indicatie(**basis, groepen=groepen, wsw_of_beschut=True)  # type: ignore[arg-type]
    assert op_tijd.verklaring_uiterlijk == date(2025, 2, 28)
    assert op_tijd.bedrag == Decimal("305.00")
    assert (te_laat.groep, te_laat.bedrag) == (None, Decimal(0))
    assert (wsw.groep, wsw.bedrag) == (None, Decimal(0))
    assert te_laat.waarschuwingen
    assert wsw.waarschuwingen


def test_zonder_groep_geen_bedrag() -> None:
    assert _in(2024).bedrag == 0


def test_verkeerde_invoer_wordt_geweigerd() -> None:
    with pytest.raises(RegelingFout, match="iets"):
        _in(2024, "iets")
    with pytest.raises(RegelingFout):
        _in(2024, "oudere", uren="NaN")
    with pytest.raises(RegelingFout):
        _in(2024, "oudere", uren="3120.01")
    with pytest.raises(GeenParameter):
        _in(2023, "oudere", begin=date(2023, 1, 1))
