"""Trainings that expire, and sector plans."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.fabrieken import Gebruikerfabriek, Gemeentefabriek, Regiofabriek, Werkgeverfabriek

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.regelingen.datums import plus_maanden
from werklandschap.werkgever.opleiden import actions
from werklandschap.werkgever.opleiden.haken import opleidsuggesties

pytestmark = pytest.mark.django_db


@pytest.fixture
def ik() -> Gebruiker:
    return Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER)


def test_g4_1_een_training_is_geldig_tot_en_waarschuwt_op_tijd(client: Client, ik: Gebruiker) -> None:
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente)
    vandaag = timezone.localdate()
    rij = actions.leg_training_vast(werkgever=werkgever, training="harrie", naam="Noor", behaald_op=vandaag, door=ik)
    assert rij.geldig_tot == plus_maanden(vandaag, 24)
    assert Taak.objects.get().voor_op == rij.geldig_tot - timedelta(days=60)
    assert opleidsuggesties(werkgever) == []
    oud = actions.leg_training_vast(
        werkgever=werkgever, training="harrie", naam="Ali", behaald_op=plus_maanden(vandaag, -30), door=ik
    )
    assert oud.is_verlopen
    assert "Ali" in opleidsuggesties(werkgever)[0].reden
    gepland = actions.leg_training_vast(
        werkgever=werkgever, training="vakkennis", naam="Bo", gepland_op=vandaag + timedelta(days=3), door=ik
    )
    assert (gepland.geldig_tot, gepland.is_verlopen) == (None, False)
    client.force_login(ik)
    url = reverse("werkgever_opleiden:opleiden", args=[werkgever.pk])
    fout = client.post(url, {"training": "harrie", "naam": "Cas"})
    assert "gepland_op" in fout.context["formulier"].errors
    assert "Cas" in fout.content.decode()
    with pytest.raises(GeenRecht):
        actions.leg_training_vast(
            werkgever=werkgever,
            training="harrie",
            naam="X",
            behaald_op=vandaag,
            door=Gebruikerfabriek(rol=Rol.JOBCOACH),
        )


def test_g4_2_sectorplannen_gelden_voor_de_regio(client: Client, ik: Gebruiker) -> None:
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente, sector="zorg")
    actions.voeg_sectorplan_toe(sector="zorg", naam="Leren in de zorg", uitleg="Betaalt lesgeld.", door=ik)
    with pytest.raises(Invoerfout):
        actions.voeg_sectorplan_toe(sector="zorg", naam="leren in de zorg", uitleg="Nog eens", door=ik)
    ver = Gebruikerfabriek(
        rol=Rol.ACCOUNTMANAGER, gemeente=Gemeentefabriek(code="9003", regio=Regiofabriek(naam="Ver"))
    )
    client.force_login(ik)
    for url in (
        reverse("werkgever_opleiden:sectorplannen"),
        reverse("werkgever_opleiden:opleiden", args=[werkgever.pk]),
    ):
        assert "Leren in de zorg" in client.get(url).content.decode()
    client.force_login(ver)
    assert "Leren in de zorg" not in client.get(reverse("werkgever_opleiden:sectorplannen")).content.decode()
