"""The first day on which a wage is too low: at the cent, at a new amount, at a birthday."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from werklandschap.regelingen.minimumloon import eerste_tekort

VOLWASSEN = date(1990, 5, 1)


@pytest.mark.parametrize(
    ("loon", "van", "tot", "geboren", "bbl", "dag"),
    [
        ("14.71", date(2026, 1, 1), date(2026, 6, 30), VOLWASSEN, False, None),
        ("14.70", date(2026, 1, 1), date(2026, 6, 30), VOLWASSEN, False, date(2026, 1, 1)),
        ("14.40", date(2025, 7, 1), date(2025, 12, 31), VOLWASSEN, False, None),
        ("14.40", date(2025, 7, 1), date(2026, 1, 1), VOLWASSEN, False, date(2026, 1, 1)),
        ("14.39", date(2025, 7, 1), date(2026, 1, 1), VOLWASSEN, False, date(2025, 7, 1)),
        ("14.39", date(2025, 6, 30), date(2025, 7, 1), VOLWASSEN, False, date(2025, 7, 1)),
        ("11.77", date(2026, 2, 1), date(2026, 3, 14), date(2005, 3, 15), False, None),
        ("11.77", date(2026, 2, 1), date(2026, 3, 15), date(2005, 3, 15), False, date(2026, 3, 15)),
        ("9.05", date(2026, 2, 1), date(2026, 3, 14), date(2005, 3, 15), True, None),
        ("9.05", date(2026, 2, 1), date(2026, 3, 14), date(2005, 3, 15), False, date(2026, 2, 1)),
        ("5.81", date(2026, 2, 1), date(2026, 2, 28), date(2008, 2, 29), False, None),
        ("5.81", date(2026, 2, 1), date(2026, 3, 31), date(2008, 2, 29), False, date(2026, 3, 1)),
        # A year without amounts is not judged; the first known amount is.
        ("10.00", date(2023, 6, 1), date(2023, 12, 31), VOLWASSEN, False, None),
        ("10.00", date(2023, 6, 1), date(2024, 1, 1), VOLWASSEN, False, date(2024, 1, 1)),
    ],
)
def test_de_eerste_dag_onder_het_minimumloon(
    loon: str, van: date, tot: date, geboren: date, bbl: bool, dag: date | None
) -> None:
    tekort = eerste_tekort(Decimal(loon), van=van, tot=tot, geboren=geboren, bbl=bbl)
    assert (tekort.dag if tekort else None) == dag
    if tekort:
        assert tekort.minimum.bron.startswith("Wet minimumloon")
