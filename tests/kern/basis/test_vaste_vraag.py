"""A question composed once gives for other values what Django gives when it composes it anew."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db.models import Exists, OuterRef, QuerySet
from tests.fabrieken import Dossierfabriek, Gemeentefabriek, Taakfabriek

from werklandschap.kern.basis.vaste_vraag import beantwoord, plek
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.models import Keten

pytestmark = pytest.mark.django_db
DAG = date(2026, 3, 20)


def _taken_tot(gemeente: Any, dag: Any) -> QuerySet[Any, Any]:
    """The same place stands in it twice, a plain value between them."""
    eerder = Taak.objects.filter(keten=OuterRef("pk"), gemeente=gemeente, voor_op__lt=dag, status=Taak.Status.OPEN)
    taken = Taak.objects.filter(Exists(Keten.objects.filter(Exists(eerder), pk=OuterRef("keten"))), gemeente=gemeente)
    return taken.exclude(voor_op__gte=dag).order_by("pk").values_list("pk")


def _met_plekken() -> QuerySet[Any, Any]:
    return _taken_tot(plek("gemeente"), plek("dag"))


def test_een_vaste_vraag_volgt_de_waarden_die_zij_krijgt() -> None:
    dossiers = [Dossierfabriek(gemeente=Gemeentefabriek(code=code)) for code in ("9901", "9902")]
    for nr, dossier in enumerate(dossiers):
        for dagen in (-1, 0, nr + 1):
            Taakfabriek(
                keten=dossier.keten,
                gemeente=dossier.gemeente,
                eigenaar=dossier.verantwoordelijke,
                voor_op=DAG + timedelta(days=dagen),
            )
    gevonden = set()
    for dossier in (*dossiers, dossiers[0]):
        for dagen in range(-1, 4):
            gemeente, dag = dossier.gemeente_id, DAG + timedelta(days=dagen)
            rijen = beantwoord(_met_plekken, gemeente=gemeente, dag=dag)
            assert rijen == list(_taken_tot(gemeente, dag))
            gevonden.add(len(rijen))
    assert gevonden == {0, 1, 2, 3}


def test_een_plek_zonder_waarde_wordt_geweigerd() -> None:
    with pytest.raises(KeyError):
        beantwoord(_met_plekken, gemeente=1)
