"""The week of a colleague on a page: own, of the team, and of who one stands in for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.fabrieken import (
    Dossierfabriek,
    Gebruikerfabriek,
    Gemeentefabriek,
    Taakfabriek,
    Teamfabriek,
    Werkzoekendefabriek,
)

from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.koppelingen.agenda.week import maandag_van
from werklandschap.werkzoekende.diagnostiek.models import Gesprek

pytestmark = pytest.mark.django_db
ADRES = "/mijn-agenda/week/"


@pytest.fixture
def ik(client: Client) -> Gebruiker:
    gebruiker: Gebruiker = Gebruikerfabriek(team=Teamfabriek(naam="Team Werk"))
    client.force_login(gebruiker)
    return gebruiker


def plan(voor: Gebruiker, naam: str, dagen: int = 0) -> Gesprek:
    mens = Werkzoekendefabriek(voornaam=naam, achternaam="Proef", gemeente=voor.gemeente)
    moment = timezone.localtime().replace(hour=10, minute=0) + timedelta(days=dagen)
    return Gesprek.objects.create(dossier=Dossierfabriek(werkzoekende=mens), gepland_op=moment, door=voor)


def test_een_week_toont_gesprekken_op_tijd_en_taken_op_hun_dag(client: Client, ik: Gebruiker) -> None:
    gesprek = plan(ik, "Noor")
    plan(ik, "Straks", dagen=7)
    Taakfabriek(eigenaar=ik, titel="Bel de huurbaas", voor_op=timezone.localdate())
    pagina = client.get(ADRES)
    vandaag = next(dag for dag in pagina.context["dagen"] if dag.is_vandaag)
    assert [a.code for a in vandaag.op_tijd] == [f"gesprek-{gesprek.pk}"]
    assert [a.naam for a in vandaag.hele_dag] == ["Bel de huurbaas"]
    tekst = pagina.content.decode()
    assert f"/dossiers/{gesprek.dossier_id}/gesprekken/{gesprek.pk}/" in tekst
    assert "Straks" not in tekst
    volgende = (timezone.localdate() + timedelta(days=7)).isoformat()
    assert "Straks" in client.get(f"{ADRES}?dag={volgende}").content.decode()
    assert client.get(f"{ADRES}?dag=onzin&wie=x").status_code == 200


def test_van_het_team_ziet_men_afspraken_zonder_naam_en_geen_taken(client: Client, ik: Gebruiker) -> None:
    collega = Gebruikerfabriek(team=ik.team)
    gesprek = plan(collega, "Bo")
    vanmij = plan(collega, "Noor")
    Dossier.objects.filter(pk=vanmij.dossier_id).update(verantwoordelijke=ik)
    Taakfabriek(eigenaar=collega, titel="Persoonlijk werkje", voor_op=timezone.localdate())
    pagina = client.get(f"{ADRES}?wie={collega.pk}").content.decode()
    assert "Gesprek" in pagina
    assert "Noor Proef" in pagina
    assert "Bo Proef" not in pagina
    assert f"/dossiers/{gesprek.dossier_id}/" not in pagina
    assert "Persoonlijk werkje" not in pagina


def test_wie_vervangt_ziet_de_week_en_de_taken_alleen_tijdens_het_verlof(client: Client, ik: Gebruiker) -> None:
    vandaag = timezone.localdate()
    weg = Gebruikerfabriek(vervanger=ik, afwezig_tot=vandaag + timedelta(days=3), naam="Kim op verlof")
    Taakfabriek(eigenaar=weg, titel="Bel de huurbaas", voor_op=vandaag)
    pagina = client.get(f"{ADRES}?wie={weg.pk}").content.decode()
    assert "Bel de huurbaas" in pagina
    assert "u vervangt" in pagina
    Gebruiker.objects.filter(pk=weg.pk).update(afwezig_tot=vandaag - timedelta(days=1))
    assert client.get(f"{ADRES}?wie={weg.pk}").status_code == 404


def test_een_ander_team_of_een_andere_gemeente_blijft_dicht(client: Client, ik: Gebruiker) -> None:
    ander_team = Gebruikerfabriek(team=Teamfabriek(naam="Team Zorg"))
    elders = Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002"))
    plan(ander_team, "Bo")
    for wie in (ander_team, elders):
        assert client.get(f"{ADRES}?wie={wie.pk}").status_code == 404
    client.force_login(Gebruikerfabriek(rol=Rol.MANAGER))
    assert "Bo Proef" in client.get(f"{ADRES}?wie={ander_team.pk}").content.decode()
    assert client.get(f"{ADRES}?wie={elders.pk}").status_code == 404
    client.force_login(Gebruikerfabriek(rol=Rol.INWONER, gemeente=None))
    assert client.get(ADRES).status_code == 403


def test_wie_met_werkgevers_werkt_ziet_bij_een_collega_geen_namen(client: Client, ik: Gebruiker) -> None:
    plan(ik, "Noor")
    client.force_login(Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER, team=ik.team))
    pagina = client.get(f"{ADRES}?wie={ik.pk}").content.decode()
    assert "Gesprek" in pagina
    assert "Noor" not in pagina


def test_de_week_begint_op_maandag() -> None:
    assert maandag_van(date(2026, 3, 1)) == date(2026, 2, 23)
    assert maandag_van(date(2026, 3, 2)) == date(2026, 3, 2)


def test_een_volle_week_kost_niet_meer(
    client: Client, ik: Gebruiker, zelfde_aantal_queries: Callable[..., None]
) -> None:
    def vul(aantal: int) -> None:
        for nummer in range(aantal):
            plan(ik, f"Noor{nummer}")
            Taakfabriek(eigenaar=ik, voor_op=timezone.localdate())
            Gebruikerfabriek(team=ik.team)

    zelfde_aantal_queries(client, ADRES, vul)
