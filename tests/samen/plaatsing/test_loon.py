"""A wage below the minimum is said to the colleague, on the page of the placement and of its subsidy."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from tests.fabrieken import Dossierfabriek
from tests.samen.plaatsing.hulp import lopend

from werklandschap.samen.plaatsing.loon import loonwaarschuwingen
from werklandschap.samen.plaatsing.subsidie import leg_stand_vast

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("loon", "dag"), [("14.71", None), ("14.70", "1 januari 2026"), ("13.00", "1 december 2025"), (None, None)]
)
def test_w8_2_een_loon_onder_het_minimumloon_valt_op(loon: str | None, dag: str | None) -> None:
    with time_machine.travel(date(2026, 3, 2), tick=False):
        rij = lopend(
            dossier=Dossierfabriek(werkzoekende__geboortedatum=date(1990, 5, 1)),
            van=date(2025, 12, 1),
            uren=Decimal(32),
        )
        leg_stand_vast(
            plaatsing=rij,
            vanaf=date(2025, 12, 1),
            uren=Decimal(32),
            loon_per_uur=Decimal(loon) if loon else None,
            door=rij.door,
        )
        zinnen = loonwaarschuwingen(rij, list(rij.standen.all()))
        client = Client()
        client.force_login(rij.door)
        paginas = [
            client.get(reverse(f"samen_plaatsing:{naam}", args=[rij.pk])).content.decode()
            for naam in ("plaatsing", "subsidie")
        ]
        zegt = ["lager dan het minimumloon" in pagina for pagina in paginas]
    assert zegt == [dag is not None] * 2
    assert [dag in zin for zin in zinnen if dag] == ([True] if dag else [])
    assert len(zinnen) == (1 if dag else 0)


def test_w8_2_een_hoger_loon_daarna_houdt_de_oude_dag_en_een_later_loon_telt_op_zijn_eerste_dag() -> None:
    with time_machine.travel(date(2026, 3, 2), tick=False):
        rij = lopend(
            dossier=Dossierfabriek(werkzoekende__geboortedatum=date(1990, 5, 1)),
            van=date(2025, 12, 1),
            uren=Decimal(32),
        )
        for vanaf, loon in ((date(2025, 12, 1), "14.40"), (date(2026, 1, 1), "15.00"), (date(2026, 5, 1), "14.00")):
            leg_stand_vast(plaatsing=rij, vanaf=vanaf, uren=Decimal(32), loon_per_uur=Decimal(loon), door=rij.door)
        zinnen = loonwaarschuwingen(rij, list(rij.standen.all()))
    assert len(zinnen) == 1
    assert "1 mei 2026" in zinnen[0]
