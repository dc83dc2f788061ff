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


def test_g4_1_een_geplande_training_vraagt_na_de_dag_of_die_gevolgd_is_en_wordt_een_keer_afgerond(
    client: Client, ik: Gebruiker
) -> None:
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente)
    vandaag = timezone.localdate()
    rij = actions.leg_training_vast(werkgever=werkgever, training="harrie", naam="Bo", gepland_op=vandaag, door=ik)
    taak = Taak.objects.get()
    assert (taak.voor_op, "Bo" in taak.titel) == (vandaag, True)
    client.force_login(ik)
    url = reverse("werkgever_opleiden:afronden", args=[werkgever.pk, rij.pk])
    client.post(url, {"behaald_op": vandaag + timedelta(days=1)})
    rij.refresh_from_db()
    assert rij.behaald_op is None
    for _keer in range(2):
        client.post(url, {"behaald_op": vandaag})
    rij.refresh_from_db()
    assert (rij.behaald_op, rij.geldig_tot) == (vandaag, plus_maanden(vandaag, 24))
    assert werkgever.trainingen.count() == 1
    taak.refresh_from_db()
    assert taak.status == Taak.Status.KLAAR
    assert Taak.objects.open().get().titel.startswith("HARRIE-training van Bo verloopt")
    assert werkgever.keten.gebeurtenissen.filter(soort="training.behaald").count() == 1
    with pytest.raises(GeenRecht):
        actions.rond_training_af(deelname=rij, behaald_op=vandaag, door=Gebruikerfabriek(rol=Rol.JOBCOACH))


def test_g4_1_wie_de_training_opnieuw_volgde_verloopt_niet_meer(client: Client, ik: Gebruiker) -> None:
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente)
    vandaag = timezone.localdate()
    for naam, dag in (("Ali", plus_maanden(vandaag, -30)), ("Noor", plus_maanden(vandaag, -29)), ("ali", vandaag)):
        actions.leg_training_vast(werkgever=werkgever, training="harrie", naam=naam, behaald_op=dag, door=ik)
    assert "Noor" in opleidsuggesties(werkgever)[0].reden
    client.force_login(ik)
    lijst = client.get(reverse("landschap:tegel", args=["werkgevers", "opleiden"])).content.decode()
    assert "Noor" in lijst
    assert "Ali" not in lijst


def test_g4_2_subsidies_voor_alle_sectoren_hebben_een_datum_waarop_ze_sluiten(client: Client, ik: Gebruiker) -> None:
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente, sector="zorg")
    vandaag = timezone.localdate()
    for naam, sector, dagen in (("Gauw", "", 20), ("Later", "zorg", 200), ("Voorbij", "", -1), ("Bouw", "bouw", 20)):
        actions.voeg_sectorplan_toe(
            naam=naam, uitleg="Lesgeld.", sector=sector, soort="subsidie", tot=vandaag + timedelta(days=dagen), door=ik
        )
    client.force_login(ik)
    pagina = client.get(reverse("werkgever_opleiden:opleiden", args=[werkgever.pk]))
    assert [(p.naam, p.sluit_gauw) for p in pagina.context["sectorplannen"]] == [("Gauw", True), ("Later", False)]
    alle = client.get(reverse("werkgever_opleiden:sectorplannen")).content.decode()
    assert "gesloten op " in alle
    assert "sluit op " in alle
    with pytest.raises(Invoerfout):
        actions.voeg_sectorplan_toe(naam="Nog een", uitleg="Iets.", soort="prijs", door=ik)
