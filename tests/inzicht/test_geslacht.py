"""Women and men compared with a list that is used once: counted right, kept nowhere, for who may see figures."""

from __future__ import annotations

from typing import Any

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.fabrieken import (
    Competentieregelfabriek,
    Dossierfabriek,
    Eisfabriek,
    Gebruikerfabriek,
    Gemeentefabriek,
    Vestigingfabriek,
    Voordrachtfabriek,
    Werkprofielfabriek,
)

from werklandschap.inzicht import geslacht
from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.profielen.lijsten import lijsten_nu
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.samen.bemiddeling.models import Voordracht, Voordrachtstap

ADRES = "/inzicht/eerlijk/vrouwen-en-mannen/"


def test_x2_een_lijst_wordt_gelezen_zoals_mensen_haar_maken() -> None:
    assert geslacht.lees("dossier;geslacht\n12;V\n13;man\n14; x \n") == {12: "vrouw", 13: "man", 14: "anders"}
    assert geslacht.lees('"Geslacht","Dossier"\r\n"m","7"\r\n') == {7: "man"}


@pytest.mark.parametrize("tekst", ["", "nummer;geslacht\n1;v", "dossier;geslacht\n1;v\n2;onzin\nx;m\n3"])
def test_x2_een_verkeerde_lijst_zegt_wat_er_mis_is(tekst: str) -> None:
    with pytest.raises(Invoerfout) as fout:
        geslacht.lees(tekst)
    verwacht = "regel 3, 4, 5" if "onzin" in tekst else "dossier;geslacht"
    assert verwacht in fout.value.fouten["bestand"]


@pytest.fixture
def manager() -> Any:
    return Gebruikerfabriek(rol=Rol.MANAGER)


def _mensen(aantal: int, niveau: int, competentie: Any = None) -> list[Dossier]:
    dossiers = [Dossierfabriek(gemeente=Gemeentefabriek()) for _nummer in range(aantal)]
    for dossier in dossiers if competentie else ():
        Competentieregelfabriek(werkzoekende=dossier.werkzoekende, competentie=competentie, niveau=niveau)
    return dossiers


def _voorgedragen(dossier: Dossier, profiel: Werkprofiel, *standen: str) -> None:
    voordracht = Voordrachtfabriek(dossier=dossier, werkprofiel=profiel)
    for stand in standen:
        Voordrachtstap.objects.create(voordracht=voordracht, naar=stand)


@pytest.mark.django_db
def test_x2_wie_minder_in_beeld_komt_en_minder_wordt_voorgedragen_valt_op(manager: Any) -> None:
    eis = Eisfabriek(werkprofiel=Werkprofielfabriek(status="open", vestiging=Vestigingfabriek()), niveau=5)
    for _nummer in range(24):
        Eisfabriek(werkprofiel=Werkprofielfabriek(status="open"), competentie=eis.competentie, niveau=5)
    mannen, vrouwen = _mensen(30, 5, eis.competentie), _mensen(30, 1, eis.competentie)
    for dossier in mannen[:20]:
        _voorgedragen(dossier, eis.werkprofiel, Voordracht.Status.VOORGEDRAGEN, Voordracht.Status.AANGENOMEN)
    for dossier in vrouwen[:5]:
        _voorgedragen(dossier, eis.werkprofiel, Voordracht.Status.VOORGEDRAGEN)
    lijst = {d.pk: "man" for d in mannen} | {d.pk: "vrouw" for d in vrouwen} | {999_999_999: "man"}
    uitkomst = geslacht.vergelijk(gemeente=manager.gemeente, geslacht=lijst, door=manager)
    assert (uitkomst.mensen, uitkomst.onbekend, uitkomst.lijsten) == (60, 1, 25)
    vrouw = {naam: getattr(uitkomst, naam)[0] for naam in ("gezien", "voorgedragen", "aangenomen")}
    assert vrouw["voorgedragen"].verhouding == pytest.approx((5 / 30) / (20 / 30))
    assert vrouw["voorgedragen"].oordeel == "minder"
    assert vrouw["gezien"].van is None  # nobody of the thirty is on a first page of 25: no ratio to give
    assert vrouw["aangenomen"].van is None  # five is under ten


@pytest.mark.django_db
def test_x2_de_aandacht_komt_uit_de_lijsten_van_vandaag(manager: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    eis = Eisfabriek(werkprofiel=Werkprofielfabriek(status="open"), niveau=5)
    for _nummer in range(11):
        Eisfabriek(werkprofiel=Werkprofielfabriek(status="open"), competentie=eis.competentie, niveau=5)
    mannen, vrouwen = _mensen(20, 5, eis.competentie), _mensen(20, 1, eis.competentie)
    assert {len(lijst) for lijst in lijsten_nu(manager.gemeente)} == {25}
    lijst = {d.pk: "man" for d in mannen} | {d.pk: "vrouw" for d in vrouwen}
    gezien = geslacht.vergelijk(gemeente=manager.gemeente, geslacht=lijst, door=manager).gezien
    op_groep = {rij.groep: rij for rij in gezien}
    assert op_groep["vrouw"].oordeel == "minder"
    assert op_groep["man"].oordeel == "meer"
    assert op_groep["anders"].van is None


@pytest.mark.django_db
def test_x2_mensen_van_een_andere_gemeente_tellen_niet_mee(manager: Any) -> None:
    vreemd = Dossierfabriek(gemeente=Gemeentefabriek(code="9002"))
    uitkomst = geslacht.vergelijk(gemeente=manager.gemeente, geslacht={vreemd.pk: "man"}, door=manager)
    assert (uitkomst.mensen, uitkomst.onbekend) == (0, 1)
    with pytest.raises(GeenRecht):
        geslacht.vergelijk(gemeente=vreemd.gemeente, geslacht={}, door=manager)


@pytest.mark.django_db
def test_x2_van_de_lijst_blijft_niets_over_en_dat_het_gebeurde_wel(client: Client, manager: Any) -> None:
    dossiers = _mensen(12, 1)
    tekst = "dossier;geslacht\n" + "".join(f"{dossier.pk};vrouw\n" for dossier in dossiers)
    voor = {model: model._base_manager.count() for model in apps.get_models() if model._meta.managed}
    client.force_login(manager)
    bestand = SimpleUploadedFile("lijst.csv", tekst.encode())
    antwoord = client.post(ADRES, {"bestand": bestand, "akkoord": "on"})
    assert "12 mensen van uw gemeente" in antwoord.content.decode()
    erbij = {model._meta.label for model, aantal in voor.items() if model._base_manager.count() != aantal}
    assert erbij <= {"tijdlijn.Gebeurtenis", "tijdlijn.Keten", "tijdlijn.Beheerketen", "sessions.Session"}
    assert "vrouw" not in repr(list(apps.get_model("tijdlijn.Gebeurtenis").objects.values_list("gegevens", flat=True)))


@pytest.mark.django_db
def test_x2_zonder_akkoord_of_met_een_verkeerd_bestand_gebeurt_er_niets(client: Client, manager: Any) -> None:
    client.force_login(manager)
    zonder = client.post(ADRES, {"bestand": SimpleUploadedFile("lijst.csv", b"dossier;geslacht\n1;v\n")})
    assert "van uw gemeente en" not in zonder.content.decode()
    fout = client.post(ADRES, {"bestand": SimpleUploadedFile("lijst.csv", b"\xff\xfe"), "akkoord": "on"})
    assert "UTF-8" in fout.content.decode()
    client.force_login(Gebruikerfabriek(rol=Rol.KLANTMANAGER))
    assert client.get(ADRES).status_code == 403
