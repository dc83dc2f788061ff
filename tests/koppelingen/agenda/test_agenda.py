"""A colleague's calendar: read by a parser of our own, secret, revocable, and without names unless asked for."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.fabrieken import Dossierfabriek, Gebruikerfabriek, Taakfabriek, Werkzoekendefabriek

from werklandschap.kern.basis.fouten import GeenRecht
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.koppelingen.agenda.actions import maak_agendalink, trek_agendalink_in
from werklandschap.koppelingen.agenda.models import Agendalink
from werklandschap.werkzoekende.diagnostiek.models import Gesprek

pytestmark = pytest.mark.django_db
MORGEN = timezone.now().replace(microsecond=0) + timedelta(days=1)


def _lees(inhoud: bytes) -> list[dict[str, str]]:
    """RFC 5545 by hand: unfold lines, then name and value of every property of every VEVENT."""
    tekst = inhoud.decode()
    assert tekst.endswith("END:VCALENDAR\r\n")
    assert all(len(regel.encode()) <= 75 for regel in tekst.split("\r\n"))
    regels = re.sub(r"\r\n[ \t]", "", tekst).split("\r\n")
    uit: list[dict[str, str]] = []
    for regel in regels:
        naam, _teken, waarde = regel.partition(":")
        if regel == "BEGIN:VEVENT":
            uit.append({})
        elif uit and regel != "END:VEVENT" and naam:
            uit[-1].setdefault(naam.split(";")[0], re.sub(r"\\([,;\\])", r"\1", waarde))
    return uit


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


def _feed(teken: str) -> list[dict[str, str]]:
    antwoord = Client().get(f"/agenda/{teken}.ics")
    assert antwoord.status_code == 200
    assert antwoord["Content-Type"] == "text/calendar; charset=utf-8"
    return _lees(antwoord.content)


def test_eigen_afspraken_en_taken_zonder_namen(ik: Gebruiker) -> None:
    gebeurtenissen = _feed(maak_agendalink(door=ik))
    assert [g["SUMMARY"] for g in gebeurtenissen] == ["Gesprek", "Gesprek", "Taak"]
    assert sorted(g["STATUS"] for g in gebeurtenissen) == ["CANCELLED", "CONFIRMED", "CONFIRMED"]
    begin = datetime.strptime(gebeurtenissen[0]["DTSTART"], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    assert begin == MORGEN
    assert gebeurtenissen[2]["DTSTART"] == f"{MORGEN:%Y%m%d}"
    assert len({g["UID"] for g in gebeurtenissen}) == 3
    assert not any("Noor" in waarde for g in gebeurtenissen for waarde in g.values())


def test_namen_alleen_als_de_collega_dat_kiest(ik: Gebruiker) -> None:
    gebeurtenissen = _feed(maak_agendalink(door=ik, met_namen=True))
    assert gebeurtenissen[0]["SUMMARY"].startswith("Gesprek: Noor Bijzonder-Lange, Achternaam; met tekens")
    assert gebeurtenissen[2]["SUMMARY"] == "Taak: Bel Noor terug"


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
