"""Dated parameters: which amount holds when, what is refused, and what an administrator may change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from werklandschap.regelingen.fouten import GeenParameter, RegelingFout
from werklandschap.regelingen.parameters import (
    Parameters,
    Rij,
    rij_uit,
    standaard_parameters,
    wml_per_uur,
)


@pytest.mark.parametrize(
    ("datum", "leeftijd", "bbl", "bedrag"),
    [
        (date(2024, 1, 1), 21, False, "13.27"),
        (date(2024, 6, 30), 66, False, "13.27"),
        (date(2024, 7, 1), 30, False, "13.68"),
        (date(2025, 1, 1), 30, False, "14.06"),
        (date(2025, 12, 31), 30, False, "14.40"),
        (date(2026, 1, 1), 30, False, "14.71"),
        (date(2026, 6, 30), 20, False, "11.77"),
        (date(2026, 1, 1), 15, False, "4.41"),
        (date(2026, 1, 1), 20, True, "9.05"),
        (date(2026, 1, 1), 18, True, "6.69"),
        (date(2026, 1, 1), 17, True, "5.81"),
        (date(2026, 1, 1), 21, True, "14.71"),
        (date(2025, 1, 1), 21, True, "14.06"),
    ],
)
def test_het_minimumloon_van_de_dag_en_de_leeftijd(datum: date, leeftijd: int, bbl: bool, bedrag: str) -> None:
    gevonden = wml_per_uur(datum, leeftijd, bbl)
    assert gevonden.waarde == Decimal(bedrag)
    assert gevonden.waarschuwing is None
    assert str(gevonden.vanaf.year) in gevonden.bron


@pytest.mark.parametrize(
    ("datum", "leeftijd", "bbl"),
    [
        (date(2023, 12, 31), 30, False),
        (date(2025, 12, 31), 20, False),
        (date(2025, 12, 31), 18, True),
        (date(2026, 1, 1), 14, False),
        (date(2026, 1, 1), 14, True),
        (date(2026, 1, 1), 121, False),
    ],
)
def test_zonder_bedrag_een_duidelijke_regel(datum: date, leeftijd: int, bbl: bool) -> None:
    with pytest.raises(GeenParameter) as fout:
        wml_per_uur(datum, leeftijd, bbl)
    assert "\n" not in str(fout.value)
    assert str(leeftijd) in str(fout.value)


def test_na_het_halfjaar_een_waarschuwing() -> None:
    gevonden = wml_per_uur(date(2026, 7, 1), 30)
    assert gevonden.waarde == Decimal("14.71")
    assert gevonden.waarschuwing is not None
    assert "1-7-2026" in gevonden.waarschuwing


def test_een_beheerder_vult_aan_en_verbetert_zonder_het_oude_te_raken() -> None:
    oud = standaard_parameters()
    nieuw = Rij("wml.21", date(2026, 7, 1), Decimal("15.00"), "euro per uur", "Besluit", "V")
    beter = replace(nieuw, vanaf=date(2026, 1, 1), bedrag=Decimal("14.72"))
    samen = oud.met([nieuw, beter])
    assert samen.wml_per_uur(date(2026, 7, 1), 30).waarde == Decimal("15.00")
    assert samen.wml_per_uur(date(2026, 7, 1), 30).waarschuwing is None
    assert samen.wml_per_uur(date(2026, 2, 1), 30).waarde == Decimal("14.72")
    assert len(samen.rijen) == len(oud.rijen) + 1
    assert oud.wml_per_uur(date(2026, 7, 1), 30).waarde == Decimal("14.71")
    assert samen.wml_per_uur(date(2026, 7, 1), 20).waarschuwing is not None


def test_een_gat_in_de_halfjaren_waarschuwt_ook() -> None:
    rij = Rij("wml.21", date(2027, 1, 1), Decimal("15.50"), "euro per uur", "Besluit", "V")
    samen = standaard_parameters().met([rij])
    assert samen.wml_per_uur(date(2026, 12, 31), 30).waarschuwing is not None
    assert samen.wml_per_uur(date(2027, 1, 1), 30).waarschuwing is None


def test_elke_rij_heeft_een_bron_en_een_eenheid() -> None:
    for rij in standaard_parameters().rijen:
        assert rij.bron
        assert rij.eenheid


def test_alleen_wat_niet_is_nagegaan_vraagt_om_controle() -> None:
    te_controleren = {rij.code for rij in standaard_parameters().rijen if rij.controleer}
    assert te_controleren == {"proefplaatsing.maanden", "proefplaatsing.maanden_maximaal"}


@pytest.mark.parametrize(
    "wijziging",
    [
        {"bedrag": 14.71},
        {"bedrag": "veel"},
        {"bedrag": "NaN"},
        {"bedrag": "-1"},
        {"bron": " "},
        {"zekerheid": "X"},
        {"code": "wml"},
        {"vanaf": "2026-01-01"},
    ],
)
def test_een_verkeerde_rij_wordt_geweigerd(wijziging: dict[str, object]) -> None:
    goed = {
        "code": "wml.21",
        "vanaf": date(2026, 7, 1),
        "bedrag": "15.00",
        "eenheid": "euro per uur",
        "bron": "Besluit",
        "zekerheid": "V",
    }
    assert rij_uit(goed).bedrag == Decimal("15.00")
    with pytest.raises(RegelingFout):
        rij_uit({**goed, **wijziging})


def test_wijzigingen_staan_op_volgorde() -> None:
    assert standaard_parameters().wijzigt_op(["wml.21"])[-2:] == [date(2025, 7, 1), date(2026, 1, 1)]
    assert Parameters(()).wijzigt_op(["wml.21"]) == []
