"""Rows found by any of several conditions are the rows one filter would give."""

from __future__ import annotations

import pytest
from django.db.models import Q
from tests.fabrieken import Dossierfabriek, Gebruikerfabriek

from werklandschap.kern.basis.opzoeken import eerst
from werklandschap.kern.dossiers.models import Dossier

pytestmark = pytest.mark.django_db


def test_eerst_geeft_wie_aan_een_van_de_voorwaarden_voldoet_en_wat_verder_geldt() -> None:
    ik = Gebruikerfabriek()
    van_mij, anders = Dossierfabriek(verantwoordelijke=ik), Dossierfabriek(verantwoordelijke=None)
    beide = Dossierfabriek(verantwoordelijke=ik, status="gesloten")
    Dossierfabriek(verantwoordelijke=Gebruikerfabriek())
    voorwaarden = Q(verantwoordelijke=ik), Q(verantwoordelijke__isnull=True)
    assert set(eerst(Dossier.objects.all(), *voorwaarden)) == {van_mij, anders, beide}
    assert set(eerst(Dossier.objects.filter(status="open"), *voorwaarden)) == {van_mij, anders}
    assert set(eerst(Dossier.objects.all(), voorwaarden[0]).filter(status="open")) == {van_mij}
