"""The interest test, occupations beside a profile, and homework."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests import fabrieken

from werklandschap.competenties.models import BeroepCompetentie, Groeipad
from werklandschap.werkzoekende.orientatie import queries
from werklandschap.werkzoekende.orientatie.models import Beroepskeuze, Huiswerk

pytestmark = pytest.mark.django_db


@pytest.fixture
def dossier() -> Any:
    return fabrieken.Dossierfabriek()


def test_w4_2_wat_iemand_heeft_en_wat_te_leren_is(dossier: Any) -> None:
    beroep = fabrieken.Beroepfabriek()
    for niveau, nul in ((3, False), (1, True), (1, False)):
        competentie = fabrieken.Competentiefabriek(vanaf_nul=nul, leertijd_weken=8)
        BeroepCompetentie.objects.create(beroep=beroep, competentie=competentie, niveau=niveau)
        if niveau == 3:
            fabrieken.Competentieregelfabriek(werkzoekende=dossier.werkzoekende, competentie=competentie, niveau=3)
    assert [regel.weken for regel in queries.vergelijk(beroep, dossier.werkzoekende)] == [0, 8, None]


def test_een_groeipad_in_een_kring_wordt_toch_getekend() -> None:
    eerste, tweede = fabrieken.Beroepfabriek.create_batch(2)
    Groeipad.objects.create(van=eerste, naar=tweede)
    Groeipad.objects.create(van=tweede, naar=eerste)
    grafiek = queries.groeigrafiek(eerste)
    assert grafiek is not None
    assert len(grafiek.tabel_rijen) == 1


def test_een_beroep_kost_evenveel_hoeveel_het_ook_vraagt(
    client: Client, dossier: Any, zelfde_aantal_queries: Callable[..., None]
) -> None:
    client.force_login(dossier.verantwoordelijke)
    beroep = fabrieken.Beroepfabriek()

    def maak(aantal: int) -> None:
        for _ in range(aantal):
            regel = fabrieken.Competentieregelfabriek(werkzoekende=dossier.werkzoekende)
            BeroepCompetentie.objects.create(beroep=beroep, competentie=regel.competentie, niveau=2)
            daarna, later = fabrieken.Beroepfabriek.create_batch(2)
            Groeipad.objects.create(van=beroep, naar=daarna)
            Groeipad.objects.create(van=daarna, naar=later)
            fabrieken.Werkprofielfabriek(beroep=beroep, werkgever__gemeente=dossier.gemeente)

    zelfde_aantal_queries(client, reverse("werkzoekende_orientatie:beroep", args=[dossier.pk, beroep.pk]), maak)


def test_paginas_en_knoppen_werken(client: Client, dossier: Any) -> None:
    client.force_login(dossier.verantwoordelijke)
    beroep = fabrieken.Beroepfabriek(label="dakdekker")
    fabrieken.Werkprofielfabriek(beroep=beroep, titel="Dakdekker plat dak")
    basis = reverse("werkzoekende_orientatie:orientatie", args=[dossier.pk])
    assert "dakdekker" in client.get(f"{basis}beroepen/", {"zoek": "dak"}).content.decode()
    assert "Dakdekker plat dak" in client.get(f"{basis}beroepen/{beroep.pk}/").content.decode()
    client.post(f"{basis}beroepen/{beroep.pk}/kies/")
    assert Beroepskeuze.objects.count() == 1
    fout = client.post(basis, {"opdracht": "Bel een bakker", "voor_op": "2001-01-01"})
    assert fout.status_code == 422
    assert 'value="Bel een bakker"' in fout.content.decode()
    client.post(basis, {"opdracht": "Bel een bakker", "voor_op": timezone.localdate().isoformat()})
    client.post(f"{basis}huiswerk/{Huiswerk.objects.get().pk}/klaar/", {"uitkomst": "Leuk gesprek"})
    assert "Leuk gesprek" in client.get(basis).content.decode()
