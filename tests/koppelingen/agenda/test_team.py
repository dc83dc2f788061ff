"""The week of a whole team: busy or free for everybody in it, with whom only for who may know."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from tests.fabrieken import (
    Dossierfabriek,
    Gebruikerfabriek,
    Gemeentefabriek,
    Teamfabriek,
    Toestemmingfabriek,
    Voordrachtfabriek,
    Werkzoekendefabriek,
)

from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.koppelingen.agenda.week import maandag_van
from werklandschap.samen.bemiddeling.models import Ontmoeting
from werklandschap.werkzoekende.diagnostiek.models import Gesprek

pytestmark = pytest.mark.django_db
ADRES = "/mijn-agenda/team/"


@pytest.fixture
def ik(client: Client) -> Gebruiker:
    gebruiker: Gebruiker = Gebruikerfabriek(naam="Aya", team=Teamfabriek(naam="Team Werk"))
    client.force_login(gebruiker)
    return gebruiker


def woensdag(uur: int = 10) -> datetime:
    dag = maandag_van(timezone.localdate()) + timedelta(days=2)
    return datetime.combine(dag, time(uur), tzinfo=timezone.get_current_timezone())


def plan(voor: Gebruiker, naam: str, *, van: Gebruiker | None = None, **velden: Any) -> Gesprek:
    mens = Werkzoekendefabriek(voornaam=naam, achternaam="Proef", gemeente=voor.gemeente)
    dossier: Dossier = Dossierfabriek(werkzoekende=mens, verantwoordelijke=van or voor)
    gegevens = {"gepland_op": woensdag(), "door": voor, **velden}
    return Gesprek.objects.create(dossier=dossier, **gegevens)


def pagina(client: Client, **vraag: object) -> str:
    antwoord = client.get(ADRES, vraag)
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def test_een_collega_van_het_team_ziet_bezet_en_niet_met_wie(client: Client, ik: Gebruiker) -> None:
    collega = Gebruikerfabriek(naam="Bo", team=ik.team)
    gesprek = plan(collega, "Geheim", onderwerp="Schulden")
    tekst = pagina(client)
    assert "Bo" in tekst
    assert "10.00 uur" in tekst or "10.00" in tekst
    assert "bezet" in tekst.split("</nav>")[-1]
    assert "Geheim" not in tekst
    assert "Schulden" not in tekst
    assert f"/dossiers/{gesprek.dossier_id}/" not in tekst


def test_van_uzelf_en_van_uw_eigen_mensen_ziet_u_met_wie(client: Client, ik: Gebruiker) -> None:
    collega = Gebruikerfabriek(team=ik.team)
    weg = Gebruikerfabriek(team=ik.team, vervanger=ik, afwezig_tot=timezone.localdate() + timedelta(days=9))
    plan(ik, "Eigen")
    plan(collega, "Vanmij", van=ik)
    plan(collega, "Vervangen", van=weg)
    plan(collega, "Geheim")
    tekst = pagina(client)
    assert all(naam in tekst for naam in ("Eigen", "Vanmij", "Vervangen"))
    assert "Geheim" not in tekst


def test_wie_het_werk_verdeelt_ziet_alles_van_elk_team(client: Client, ik: Gebruiker) -> None:
    ander = Gebruikerfabriek(team=Teamfabriek(naam="Team Zorg"))
    plan(ik, "Noor")
    plan(ander, "Sam")
    client.force_login(Gebruikerfabriek(rol=Rol.MANAGER))
    assert "Noor" in pagina(client, team=ik.team_id)
    assert "Sam" in pagina(client, team=ander.team_id)


def test_een_ander_team_of_een_andere_gemeente_ziet_u_niet(client: Client, ik: Gebruiker) -> None:
    ander = Gebruikerfabriek(team=Teamfabriek(naam="Team Zorg"))
    elders = Gebruikerfabriek(
        gemeente=Gemeentefabriek(code="9002"), team=Teamfabriek(gemeente=Gemeentefabriek(code="9002"))
    )
    for collega in (ander, elders):
        assert client.get(ADRES, {"team": collega.team_id}).status_code == 404
    client.force_login(Gebruikerfabriek(rol=Rol.MANAGER))
    assert client.get(ADRES, {"team": elders.team_id}).status_code == 404


def test_wat_niet_doorgaat_maakt_niemand_bezet(client: Client, ik: Gebruiker) -> None:
    plan(ik, "Noor", status=Gesprek.Status.VERVALLEN)
    assert "Noor" not in pagina(client)


def test_een_ontmoeting_telt_bij_wie_meegaat(client: Client, ik: Gebruiker) -> None:
    collega = Gebruikerfabriek(naam="Bo", team=ik.team)
    voordracht = Voordrachtfabriek(dossier=Dossierfabriek(verantwoordelijke=collega), door=ik)
    voordracht.toestemming = Toestemmingfabriek(dossier=voordracht.dossier)
    voordracht.save()
    Ontmoeting.objects.create(voordracht=voordracht, soort="kennismaking", wanneer=woensdag(14), begeleider=collega)
    rijen = client.get(ADRES).context["rijen"]
    bezet = {rij.collega.naam: sum(len(dag.blokken) for dag in rij.dagen) for rij in rijen}
    assert bezet == {"Aya": 0, "Bo": 1}
    assert voordracht.werkprofiel.werkgever.naam not in pagina(client)


def test_een_manager_krijgt_geen_link_naar_wat_hij_niet_mag_openen(client: Client, ik: Gebruiker) -> None:
    collega = Gebruikerfabriek(naam="Bo", team=ik.team)
    voordracht = Voordrachtfabriek(dossier=Dossierfabriek(verantwoordelijke=collega), door=collega)
    Ontmoeting.objects.create(voordracht=voordracht, soort="verkennend", wanneer=woensdag(11), minuten=30)
    link = f'href="/voordrachten/{voordracht.pk}/"'
    manager = Gebruikerfabriek(rol=Rol.MANAGER, team=ik.team)
    for kijker, ziet in ((collega, True), (manager, False)):
        client.force_login(kijker)
        week = client.get("/mijn-agenda/week/", {"wie": collega.pk}).content.decode()
        for tekst in (pagina(client, team=ik.team_id), week):
            assert "Verkennend gesprek" in tekst
            assert (link in tekst) is ziet


def test_wie_met_werkgevers_werkt_ziet_alleen_bezet(client: Client, ik: Gebruiker) -> None:
    plan(ik, "Noor")
    client.force_login(Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER, team=ik.team))
    tekst = pagina(client)
    assert "Noor" not in tekst
    assert "bezet" in tekst


def test_wie_weg_is_staat_er_bij_en_een_weekend_alleen_als_iemand_werkt(client: Client, ik: Gebruiker) -> None:
    ik.afwezig_tot = timezone.localdate()
    ik.save()
    rij = client.get(ADRES).context["rijen"][0]
    assert [dag.datum for dag in rij.dagen if dag.is_weg] in ([timezone.localdate()], [])
    assert len(rij.dagen) == 5
    plan(ik, "Noor", gepland_op=woensdag() + timedelta(days=3))
    assert len(client.get(ADRES).context["rijen"][0].dagen) == 6


def test_zonder_team_staat_er_wat_u_kunt_doen(client: Client) -> None:
    client.force_login(Gebruikerfabriek())
    assert "U zit nog niet in een team" in pagina(client)
    client.force_login(Gebruikerfabriek(rol=Rol.INWONER, gemeente=None))
    assert client.get(ADRES).status_code == 403


def test_even_veel_vragen_voor_meer_collegas(
    client: Client, ik: Gebruiker, zelfde_aantal_queries: Callable[..., None]
) -> None:
    def maak(aantal: int) -> None:
        for _nummer in range(aantal):
            plan(Gebruikerfabriek(team=ik.team), "Sam", van=ik)

    zelfde_aantal_queries(client, ADRES, maak)
