"""Notation of dates, times, money and numbers."""

from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest
from django.utils.translation import override

from werklandschap.ontwerp.opmaak import datum, datum_tijd, euro, getal, percentage, tijd, uren


@pytest.mark.parametrize(
    ("bedrag", "verwacht"),
    [
        (Decimal("1224.3"), "€\u00a01.224,30"),
        ("1234567.885", "€\u00a01.234.567,89"),
        (0, "€\u00a00,00"),
        (Decimal("-12.5"), "€\u00a0-12,50"),
        (None, ""),
        (Decimal("0.005"), "€\u00a00,01"),
    ],
)
def test_euro_schrijft_bedragen_op_zijn_nederlands(bedrag: object, verwacht: str) -> None:
    with override("nl"):
        assert euro(bedrag) == verwacht  # type: ignore[arg-type]


def test_datum_en_tijd_op_zijn_nederlands() -> None:
    with override("nl"):
        assert datum(date(2026, 3, 3)) == "3 maart 2026"
        assert tijd(time(9, 5)) == "09.05 uur"
        assert datum_tijd(datetime(2026, 3, 3, 13, 30, tzinfo=UTC)) == "3 maart 2026, 14.30 uur"


def test_een_moment_vlak_voor_middernacht_utc_is_in_nederland_de_volgende_dag() -> None:
    with override("nl"):
        assert datum(datetime(2026, 7, 1, 22, 30, tzinfo=UTC)) == "2 juli 2026"


def test_datums_uit_json_worden_gelezen() -> None:
    with override("nl"):
        assert datum("2026-03-03") == "3 maart 2026"
        assert datum_tijd("2026-03-03T13:30:00+00:00") == "3 maart 2026, 14.30 uur"


def test_het_engels_heeft_zijn_eigen_notatie() -> None:
    with override("en"):
        assert datum(date(2026, 3, 3)) == "3 March 2026"
        assert tijd(time(14, 30)) == "14:30"
        assert euro(1224.3) == "€\u00a01,224.30"


def test_getal_en_percentage_ronden_een_half_naar_boven() -> None:
    with override("nl"):
        assert getal(2.5) == "3"
        assert getal(1224.25, 1) == "1.224,3"
        assert percentage(0.425) == "43%"
        assert percentage(Decimal("0.005"), 1) == "0,5%"


def test_niets_geeft_lege_tekst() -> None:
    assert [datum(None), tijd(None), datum_tijd(""), getal(None), percentage(None)] == [""] * 5


@pytest.mark.parametrize(
    ("aantal", "tekst"), [(32, "32"), (Decimal("32.0"), "32"), (32.5, "32,5"), (10, "10"), (None, "")]
)
def test_uren_zoals_men_ze_zegt(aantal: Decimal | float | None, tekst: str) -> None:
    with override("nl"):
        assert uren(aantal) == tekst
