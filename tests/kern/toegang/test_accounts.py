"""Accounts: who may make and change them, and the log line that stays."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.fabrieken import Gebruikerfabriek, Gemeentefabriek, Teamfabriek

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.tijdlijn.beheerlog import beheerlog_van
from werklandschap.kern.tijdlijn.ketens import controleer
from werklandschap.kern.tijdlijn.models import Beheerketen
from werklandschap.kern.tijdlijn.queries import regels
from werklandschap.kern.toegang import actions
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol

pytestmark = pytest.mark.django_db


@pytest.fixture
def beheerder() -> Gebruiker:
    """The administrator of municipality 9001."""
    return Gebruikerfabriek(rol=Rol.BEHEERDER, naam="Bea Beheer")


def zinnen(beheerder: Gebruiker) -> list[str]:
    """What the log of the administrator's municipality says, newest first."""
    assert beheerder.gemeente is not None
    return [regel.zin for regel in regels(beheerlog_van(beheerder.gemeente))]


def test_een_nieuw_account_staat_in_het_logboek(beheerder: Gebruiker) -> None:
    actions.maak_gebruiker(
        door=beheerder, email="Nieuw@Proef.test", naam="Nel Nieuw", rol=Rol.JOBCOACH, gemeente=beheerder.gemeente
    )
    assert zinnen(beheerder) == ["Account voor Nel Nieuw (nieuw@proef.test), als Jobcoach."]
    assert controleer(Beheerketen.objects.get().keten) == []


def test_een_andere_rol_staat_er_met_oud_en_nieuw(beheerder: Gebruiker) -> None:
    collega = Gebruikerfabriek(naam="Kim")
    actions.wijzig_gebruiker(gebruiker=collega, door=beheerder, naam="Kim", rol=Rol.MANAGER)
    assert zinnen(beheerder) == [f"Account van Kim ({collega.email}): rol: klantmanager → manager."]


def test_bewaren_zonder_wijziging_laat_geen_regel_na(beheerder: Gebruiker) -> None:
    collega = Gebruikerfabriek()
    actions.wijzig_gebruiker(gebruiker=collega, door=beheerder, naam=collega.naam)
    assert zinnen(beheerder) == []


def test_een_account_van_een_werkgever_staat_bij_de_gemeente_van_de_beheerder(beheerder: Gebruiker) -> None:
    actions.maak_gebruiker(door=beheerder, email="baas@bedrijf.test", naam="Bas Baas", rol=Rol.WERKGEVER)
    assert len(zinnen(beheerder)) == 1


def test_een_beheerder_van_elders_wijzigt_hier_niets(beheerder: Gebruiker) -> None:
    vreemde = Gebruikerfabriek(rol=Rol.BEHEERDER, gemeente=Gemeentefabriek(code="9002"))
    collega = Gebruikerfabriek()
    with pytest.raises(GeenRecht):
        actions.wijzig_gebruiker(gebruiker=collega, door=vreemde, naam="Gekaapt")
    with pytest.raises(GeenRecht):
        actions.wis_tweede_factor(gebruiker=collega, door=vreemde)
    with pytest.raises(GeenRecht):
        actions.maak_gebruiker(door=vreemde, email="a@b.test", naam="A", rol=Rol.MANAGER, gemeente=beheerder.gemeente)


def test_een_klantmanager_maakt_geen_accounts() -> None:
    klantmanager = Gebruikerfabriek()
    with pytest.raises(GeenRecht):
        actions.maak_gebruiker(
            door=klantmanager, email="a@b.test", naam="A", rol=Rol.BEHEERDER, gemeente=klantmanager.gemeente
        )


def test_een_tweede_beheerder_komt_er_niet_zonder_de_eerste(beheerder: Gebruiker) -> None:
    with pytest.raises(GeenRecht):
        actions.maak_gebruiker(door=None, email="a@b.test", naam="A", rol=Rol.BEHEERDER, gemeente=beheerder.gemeente)


def test_de_laatste_beheerder_blijft(beheerder: Gebruiker) -> None:
    for velden in ({"rol": Rol.MANAGER}, {"is_active": False}):
        with pytest.raises(Invoerfout):
            actions.wijzig_gebruiker(gebruiker=beheerder, door=beheerder, **velden)


def test_een_adres_krijgt_een_keer_een_account(beheerder: Gebruiker) -> None:
    Gebruikerfabriek(email="een@proef.test")
    with pytest.raises(Invoerfout) as fout:
        actions.maak_gebruiker(
            door=beheerder, email="EEN@proef.test", naam="B", rol=Rol.MANAGER, gemeente=beheerder.gemeente
        )
    assert "email" in fout.value.fouten


def test_de_vervanger_is_een_collega_en_staat_in_het_logboek(beheerder: Gebruiker) -> None:
    weg, collega = Gebruikerfabriek(naam="Wil Weg"), Gebruikerfabriek(naam="Cor Collega")
    tot = timezone.localdate() + timedelta(days=3)
    actions.wijzig_eigen_account(door=weg, naam="Wil Weg", telefoon="", vervanger=collega, afwezig_tot=tot)
    assert weg.wordt_vervangen_door(collega)
    assert "vervanger: – → Cor Collega" in zinnen(beheerder)[0]
    vreemde = Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002"))
    with pytest.raises(GeenRecht):
        actions.wijzig_eigen_account(door=weg, naam="Wil", telefoon="", vervanger=vreemde, afwezig_tot=tot)


def test_weg_zijn_zonder_vervanger_wordt_gevraagd() -> None:
    weg = Gebruikerfabriek()
    with pytest.raises(Invoerfout):
        actions.wijzig_eigen_account(
            door=weg, naam=weg.naam, telefoon="", vervanger=None, afwezig_tot=timezone.localdate()
        )


def test_het_logboek_toont_alleen_de_eigen_gemeente(client: Client, beheerder: Gebruiker) -> None:
    elders = Gebruikerfabriek(rol=Rol.BEHEERDER, gemeente=Gemeentefabriek(code="9002"))
    actions.maak_gebruiker(
        door=elders, email="geheim@elders.test", naam="Els Elders", rol=Rol.MANAGER, gemeente=elders.gemeente
    )
    team = Teamfabriek()
    actions.wijzig_gebruiker(gebruiker=Gebruikerfabriek(naam="Kim"), door=beheerder, team=team)
    client.force_login(beheerder)
    pagina = client.get("/beheer/logboek/").content.decode()
    assert team.naam in pagina
    assert "geheim@elders.test" not in pagina
