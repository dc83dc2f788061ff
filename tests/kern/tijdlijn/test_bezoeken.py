"""L2: tiles in any order, repeated and in parallel."""

from __future__ import annotations

import pytest
from tests.fabrieken import Dossierfabriek, Gebruikerfabriek, Gemeentefabriek, Werkgeverfabriek

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.tijdlijn.actions import beeindig_bezoek, start_bezoek
from werklandschap.kern.tijdlijn.queries import tegelstatus
from werklandschap.kern.toegang.rollen import Rol

pytestmark = pytest.mark.django_db


def test_l2_tegels_lopen_naast_elkaar_en_herhalen() -> None:
    dossier = Dossierfabriek()
    door = dossier.verantwoordelijke
    start_bezoek(keten=dossier.keten, kant="werkzoekenden", tegel="opleiden", door=door)
    eerste = start_bezoek(keten=dossier.keten, kant="werkzoekenden", tegel="werk-fit", door=door)
    beeindig_bezoek(bezoek=eerste, door=door, uitkomst="klaar")
    assert tegelstatus(dossier.keten) == {"opleiden": "nu", "werk-fit": "geweest"}
    start_bezoek(keten=dossier.keten, kant="werkzoekenden", tegel="werk-fit", door=door)
    assert tegelstatus(dossier.keten) == {"opleiden": "nu", "werk-fit": "nu"}
    assert dossier.keten.bezoeken.count() == 3


def test_twee_keer_starten_verdubbelt_niets() -> None:
    dossier = Dossierfabriek()
    een, twee = (
        start_bezoek(keten=dossier.keten, kant="werkzoekenden", tegel="melding", door=dossier.verantwoordelijke)
        for _ in range(2)
    )
    assert een == twee
    assert dossier.keten.gebeurtenissen.count() == 1


def test_twee_keer_afronden_kan_niet() -> None:
    dossier = Dossierfabriek()
    bezoek = start_bezoek(keten=dossier.keten, kant="werkzoekenden", tegel="melding", door=dossier.verantwoordelijke)
    beeindig_bezoek(bezoek=bezoek, door=dossier.verantwoordelijke, uitkomst="klaar")
    with pytest.raises(Invoerfout):
        beeindig_bezoek(bezoek=bezoek, door=dossier.verantwoordelijke, uitkomst="klaar")


def test_een_vreemde_start_geen_tegel() -> None:
    dossier = Dossierfabriek()
    vreemde = Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002"))
    with pytest.raises(GeenRecht):
        start_bezoek(keten=dossier.keten, kant="werkzoekenden", tegel="melding", door=vreemde)
    assert dossier.keten.bezoeken.count() == 0


def test_een_klantmanager_start_geen_tegel_van_een_werkgever() -> None:
    werkgever = Werkgeverfabriek()
    klantmanager = Gebruikerfabriek(gemeente=werkgever.gemeente)
    accountmanager = Gebruikerfabriek(gemeente=werkgever.gemeente, rol=Rol.ACCOUNTMANAGER)
    with pytest.raises(GeenRecht):
        start_bezoek(keten=werkgever.keten, kant="werkgevers", tegel="voorzorg", door=klantmanager)
    assert start_bezoek(keten=werkgever.keten, kant="werkgevers", tegel="voorzorg", door=accountmanager).pk
