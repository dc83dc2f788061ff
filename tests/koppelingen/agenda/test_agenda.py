"""A colleague's calendar: read by a parser that did not write it, secret, revocable, no names unless asked for."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import vobject
from django.test import Client
from django.utils import timezone
from tests.fabrieken import Dossierfabriek, Gebruikerfabriek, Gemeentefabriek, Taakfabriek, Werkzoekendefabriek
from tests.samen.bemiddeling.hulp import voorgedragen
from tests.samen.plaatsing.hulp import lopend

from werklandschap.kern.basis.fouten import GeenRecht
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.koppelingen.agenda.actions import maak_agendalink, trek_agendalink_in
from werklandschap.koppelingen.agenda.models import Agendalink
from werklandschap.samen.bemiddeling.models import Ontmoeting
from werklandschap.samen.bemiddeling.ontmoetingen import plan_ontmoeting, verzet_ontmoeting, zeg_ontmoeting_af
from werklandschap.samen.nazorg.actions import maak_nazorgplan
from werklandschap.werkzoekende.diagnostiek.models import Gesprek

pytestmark = pytest.mark.django_db
MORGEN = timezone.now().replace(microsecond=0) + timedelta(days=1)


def _lees(inhoud: bytes) -> list[Any]:
    """The events as vobject reads them; lines no longer than RFC 5545 allows."""
    assert all(len(regel) <= 75 for regel in inhoud.split(b"\r\n"))
    kalender = vobject.readOne(inhoud.decode())
    kalender.validate(raiseException=True)
    return list(getattr(kalender, "vevent_list", []))


@pytest.fixture
def ik(client: Client) -> Gebruiker:
    gebruiker: Gebruiker = Gebruikerfabriek()
    client.force_login(gebruiker)
    mens = Werkzoekendefabriek(voornaam="Noor", achternaam="Bijzonder-Lange, Achternaam; met tekens" + "x" * 30)
    dossier = Dossierfabriek(werkzoekende=mens)
    Gesprek.objects.create(dossier=dossier, gepland_op=MORGEN, door=gebruiker)
    Gesprek.objects.create(dossier=dossier, gepland_op=MORGEN, door=gebruiker, status=Gesprek.Status.VERVALLEN)
    Gesprek.objects.create(dossier=dossier, gepland_op=MORGEN, door=Gebruikerfabriek())
    Gesprek.objects.create(dossier=dossier, gepland_op=MORGEN - timedelta(days=90), door=gebruiker)
    Taakfabriek(eigenaar=gebruiker, titel="Bel Noor terug", voor_op=MORGEN.date())
    Taakfabriek(eigenaar=Gebruikerfabriek(), titel="Bel een ander", voor_op=MORGEN.date())
    return gebruiker


def _feed(teken: str) -> list[Any]:
    antwoord = Client().get(f"/agenda/{teken}.ics")
    assert antwoord.status_code == 200
    assert antwoord["Content-Type"] == "text/calendar; charset=utf-8"
    return _lees(antwoord.content)


def test_eigen_afspraken_en_taken_zonder_namen(ik: Gebruiker) -> None:
    gebeurtenissen = _feed(maak_agendalink(door=ik))
    taak, *gesprekken = gebeurtenissen
    assert [_titel(g) for g in gebeurtenissen] == ["Taak", "Gesprek", "Gesprek"]
    assert sorted(g.status.value for g in gesprekken) == ["CANCELLED", "CONFIRMED"]
    assert [g.dtstart.value for g in gesprekken] == [MORGEN, MORGEN]
    assert taak.dtstart.value == MORGEN.date()
    assert taak.transp.value == "TRANSPARENT"
    assert len({g.uid.value for g in gebeurtenissen}) == 3
    assert not any("Noor" in str(deel.value) for g in gebeurtenissen for deel in g.getChildren())


def test_namen_alleen_als_de_collega_dat_kiest(ik: Gebruiker) -> None:
    gebeurtenissen = _feed(maak_agendalink(door=ik, met_namen=True))
    assert _titel(gebeurtenissen[1]).startswith("Gesprek: Noor Bijzonder-Lange, Achternaam; met tekens")
    assert _titel(gebeurtenissen[0]) == "Taak: Bel Noor terug"


def _titel(gebeurtenis: Any) -> str:
    return str(gebeurtenis.summary.value)


def _ontmoeting(dagen: int = 3, **velden: Any) -> Ontmoeting:
    rij = voorgedragen()
    wanneer = MORGEN + timedelta(days=dagen)
    return plan_ontmoeting(voordracht=rij, soort="meelopen", wanneer=wanneer, waar="Kade 1", door=rij.door, **velden)


def test_een_ontmoeting_staat_bij_wie_meegaat_en_anders_bij_wie_voordraagt(db: None) -> None:
    ontmoeting = _ontmoeting(minuten=90)
    voordrager = ontmoeting.voordracht.door
    assert voordrager is not None
    zonder = _feed(maak_agendalink(door=voordrager))
    (regel,) = [g for g in zonder if _titel(g) == "Meeloopdag"]
    assert (regel.dtstart.value, regel.dtend.value) == (ontmoeting.wanneer, ontmoeting.wanneer + timedelta(minutes=90))
    assert regel.location.value == "Kade 1"
    coach = Gebruikerfabriek(rol=Rol.JOBCOACH, gemeente=voordrager.gemeente)
    verzet = {"waar": "Kade 2", "minuten": 60, "begeleider": coach, "door": voordrager}
    verzet_ontmoeting(ontmoeting=ontmoeting, wanneer=ontmoeting.wanneer + timedelta(hours=1), **verzet)
    assert "Meeloopdag" not in [_titel(g) for g in _feed(maak_agendalink(door=voordrager))]
    (bij_coach,) = [g for g in _feed(maak_agendalink(door=coach, met_namen=True)) if "Meeloopdag" in _titel(g)]
    mens, bedrijf = ontmoeting.voordracht.dossier.werkzoekende, ontmoeting.voordracht.werkprofiel.werkgever
    assert _titel(bij_coach) == f"Meeloopdag: {mens.naam}, {bedrijf.naam}"
    assert (bij_coach.uid.value, bij_coach.sequence.value) == (regel.uid.value, "1")
    ontmoeting.refresh_from_db()
    zeg_ontmoeting_af(ontmoeting=ontmoeting, door=voordrager, reden="Ziek")
    (afgezegd,) = [g for g in _feed(maak_agendalink(door=coach)) if _titel(g) == "Meeloopdag"]
    assert (afgezegd.status.value, afgezegd.sequence.value) == ("CANCELLED", "2")


def test_een_ontmoeting_van_een_andere_gemeente_staat_er_nooit(db: None) -> None:
    elders = Gemeentefabriek(code="9009", naam="Gemeente Ver Weg")
    vreemde = Gebruikerfabriek(rol=Rol.JOBCOACH, gemeente=elders)
    ontmoeting = _ontmoeting()
    Ontmoeting.objects.filter(pk=ontmoeting.pk).update(begeleider=vreemde)
    assert "Meeloopdag" not in [_titel(g) for g in _feed(maak_agendalink(door=vreemde))]


def test_nazorg_staat_op_zijn_dag_en_de_taak_erover_niet_nog_eens(db: None) -> None:
    plaatsing = lopend()
    coach = plaatsing.door
    assert coach is not None
    plan = maak_nazorgplan(
        plaatsing=plaatsing, sjabloon="gewoon", van=timezone.localdate(), contactpersoon=coach, door=coach
    )
    nazorg = [g for g in _feed(maak_agendalink(door=coach)) if _titel(g) != "Taak"]
    contacten = list(plan.contacten.order_by("gepland_op", "pk"))
    assert [g.dtstart.value for g in nazorg] == [c.gepland_op for c in contacten]
    soorten = {True: "Evaluatie van de plaatsing", False: "Nazorgcontact"}
    assert [_titel(g) for g in nazorg] == [soorten[c.is_evaluatie] for c in contacten]
    open_taken = Taak.objects.filter(eigenaar=coach, status="open", bron__startswith="nazorgcontact:")
    assert open_taken.exists()
    titels = [_titel(g) for g in _feed(maak_agendalink(door=coach, met_namen=True))]
    assert not any(taak.titel in titel for taak in open_taken for titel in titels)
    plan.gestopt_op = timezone.localdate()
    plan.save()
    assert not [g for g in _feed(maak_agendalink(door=coach)) if _titel(g) in soorten.values()]


def test_de_agenda_kost_altijd_evenveel_queries(ik: Gebruiker, zelfde_aantal_queries: Callable[..., None]) -> None:
    dossier = Dossierfabriek()
    teken = maak_agendalink(door=ik)

    def maak(aantal: int) -> None:
        for _nummer in range(aantal):
            Gesprek.objects.create(dossier=dossier, gepland_op=MORGEN, door=ik)
            Taakfabriek(eigenaar=ik, voor_op=MORGEN.date())

    zelfde_aantal_queries(Client(), f"/agenda/{teken}.ics", maak)


def test_een_nieuwe_link_of_stoppen_maakt_de_oude_ongeldig(client: Client, ik: Gebruiker) -> None:
    oud = maak_agendalink(door=ik)
    nieuw = maak_agendalink(door=ik)
    assert Client().get(f"/agenda/{oud}.ics").status_code == 404
    assert Client().get(f"/agenda/{nieuw}.ics").status_code == 200
    assert client.post("/mijn-agenda/stop/").status_code == 302
    assert Client().get(f"/agenda/{nieuw}.ics").status_code == 404
    assert trek_agendalink_in(door=ik) is False


def test_wie_niet_meer_mag_inloggen_heeft_geen_agenda_meer(ik: Gebruiker) -> None:
    teken = maak_agendalink(door=ik)
    Gebruiker.objects.filter(pk=ik.pk).update(is_active=False)
    assert Client().get(f"/agenda/{teken}.ics").status_code == 404


def test_het_geheim_staat_een_keer_op_de_pagina_en_nooit_in_de_database(client: Client, ik: Gebruiker) -> None:
    antwoord = client.post("/mijn-agenda/", {"met_namen": ""})
    teken = re.search(r"/agenda/([\w-]{43})\.ics", antwoord.content.decode())
    assert teken is not None
    assert Agendalink.objects.get().hash != teken[1]
    assert teken[1] not in client.get("/mijn-agenda/").content.decode()
    assert len(_feed(teken[1])) == 3


@pytest.mark.parametrize("rol", [Rol.INWONER, Rol.WERKGEVER])
def test_alleen_collegas(client: Client, rol: str) -> None:
    gebruiker = Gebruikerfabriek(rol=rol, gemeente=None)
    client.force_login(gebruiker)
    assert client.get("/mijn-agenda/").status_code == 403
    with pytest.raises(GeenRecht):
        maak_agendalink(door=gebruiker)
