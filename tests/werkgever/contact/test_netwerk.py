"""Stories of employers, the labour market, and questions for another desk."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.fabrieken import (
    Contactpersoonfabriek,
    Gebruikerfabriek,
    Gemeentefabriek,
    Partnerfabriek,
    Regiofabriek,
    Werkgeverfabriek,
)

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.werkgever.contact import arbeidsmarkt, netwerk
from werklandschap.werkgever.contact.actions import noteer_kans
from werklandschap.werkgever.contact.models import Arbeidsmarkttabel, Werkgeversverhaal

pytestmark = pytest.mark.django_db
TABEL = """beroepsgroep;sector;vacatures;werkzoekenden
Magazijnmedewerkers;logistiek;300;100
Chauffeurs;logistiek;50;100
Planners;logistiek;10;10
Verzorgenden;zorg;90;10
"""


@pytest.fixture
def ik() -> Gebruiker:
    return Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER)


def verhaal(ik: Gebruiker, kop: str, kans: str = "groeien", **velden: Any) -> Werkgeversverhaal:
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente, **velden)
    return netwerk.vertel_verhaal(
        werkgever=werkgever,
        kop=kop,
        kans=kans,
        verhaal="Wij begonnen klein, met een rondleiding door het magazijn.",
        toestemming_van=Contactpersoonfabriek(werkgever=werkgever),
        toestemming_op=timezone.localdate(),
        door=ik,
    )


def test_g2_5_verhalen_staan_op_volgorde_van_een_vergelijkbare_vraag(client: Client, ik: Gebruiker) -> None:
    werkgever = Werkgeverfabriek(
        gemeente=ik.gemeente, sector="zorg", grootte="klein", hulpvraag="Mag ik een rondleiding zien?"
    )
    noteer_kans(werkgever=werkgever, code="personeel", volgende_stap="x", voor_op=timezone.localdate(), wie=ik, door=ik)
    anders = verhaal(ik, "Anders", sector="bouw")
    sector = verhaal(ik, "Sector", sector="zorg")
    vraag = verhaal(ik, "Vraag", kans="personeel", sector="bouw")
    client.force_login(ik)
    gevonden = client.get(reverse("werkgever_contact:verhalen", args=[werkgever.pk])).context["gevonden"]
    assert [plek.verhaal for plek in gevonden] == [vraag, sector, anders]
    assert gevonden[0].redenen == ["dezelfde vraag", "gaat ook over: rondleiding"]
    assert gevonden[1].redenen[0] == "dezelfde sector"


def test_g2_5_zonder_toestemming_of_na_intrekken_is_er_geen_verhaal(client: Client, ik: Gebruiker) -> None:
    rij = verhaal(ik, "Ons verhaal")
    ander = Werkgeverfabriek(gemeente=ik.gemeente)
    with pytest.raises(Invoerfout) as fout:
        netwerk.vertel_verhaal(
            werkgever=ander,
            kop="x",
            kans="groeien",
            verhaal="x",
            toestemming_van=rij.toestemming_van,
            toestemming_op=timezone.localdate() + timedelta(days=1),
            door=ik,
        )
    assert set(fout.value.fouten) == {"toestemming_van", "toestemming_op"}
    client.force_login(ik)
    url = reverse("werkgever_contact:verhalen", args=[ander.pk])
    assert "Ons verhaal" in client.get(url).content.decode()
    client.post(reverse("werkgever_contact:verhaal_intrekken", args=[rij.werkgever_id, rij.pk]))
    assert "Ons verhaal" not in client.get(url).content.decode()
    ver = Gemeentefabriek(code="9009", regio=Regiofabriek(naam="Ver weg"))
    vreemd = Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER, gemeente=ver)
    assert not netwerk.verhalen_voor(Werkgeverfabriek(gemeente=ver), vreemd)


def test_g2_6_een_tabel_wordt_met_datum_gelezen_en_geeft_advies_voor_de_sector(client: Client, ik: Gebruiker) -> None:
    client.force_login(ik)
    url = reverse("werkgever_contact:arbeidsmarkt_inlezen")
    gegevens = {"naam": "Spanning", "bron": "UWV", "peildatum": "2026-10-01"}
    client.post(url, {**gegevens, "bestand": SimpleUploadedFile("a.csv", TABEL.encode())})
    client.post(url, {**gegevens, "bestand": SimpleUploadedFile("a.csv", TABEL.encode())})
    assert Arbeidsmarkttabel.objects.get().rijen.count() == 4
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente, sector="logistiek")
    pagina = client.get(reverse("werkgever_contact:markt", args=[werkgever.pk]))
    adviezen = {a.rij.beroepsgroep: (a.soort, a.ratio) for a in pagina.context["beeld"].adviezen}
    assert adviezen == {
        "Magazijnmedewerkers": ("krap", Decimal("3.0")),
        "Chauffeurs": ("ruim", Decimal("0.5")),
        "Planners": ("gemiddeld", Decimal("1.0")),
    }
    tekst = pagina.content.decode()
    assert "UWV" in tekst
    assert "werk.nl/arbeidsmarktinformatie" in tekst
    assert "Verzorgenden" not in tekst


def test_g2_6_een_verkeerde_regel_wordt_genoemd_en_er_verandert_niets(ik: Gebruiker) -> None:
    arbeidsmarkt.lees_arbeidsmarkt_in(naam="A", bron="UWV", peildatum=date(2025, 1, 1), tekst=TABEL, door=ik)
    fout_tekst = TABEL + "Bakkers;bestaat_niet;1;1\nKoks;zorg;veel;1\n"
    with pytest.raises(Invoerfout) as fout:
        arbeidsmarkt.lees_arbeidsmarkt_in(naam="A", bron="UWV", peildatum=date(2025, 1, 1), tekst=fout_tekst, door=ik)
    assert "regel 6" in fout.value.fouten["bestand"]
    assert "regel 7" in fout.value.fouten["bestand"]
    assert Arbeidsmarkttabel.objects.get().rijen.count() == 4
    assert ik.gemeente is not None
    beeld = arbeidsmarkt.beeld_voor(ik.gemeente.regio, "logistiek")
    assert beeld is not None
    assert beeld.oud
    with pytest.raises(Invoerfout):
        arbeidsmarkt.lees_tabel("naam,iets\n1,2\n")
    klantmanager = Gebruikerfabriek(rol=Rol.KLANTMANAGER)
    with pytest.raises(GeenRecht):
        arbeidsmarkt.lees_arbeidsmarkt_in(
            naam="B", bron="x", peildatum=date(2025, 1, 1), tekst=TABEL, door=klantmanager
        )


def test_g2_6_een_vraag_gaat_warm_naar_een_ander_loket(client: Client, ik: Gebruiker) -> None:
    werkgever: Werkgever = Werkgeverfabriek(gemeente=ik.gemeente, naam="Bakkerij Proef")
    loket = Partnerfabriek(gemeenten=[ik.gemeente], naam="Economische Zaken")
    client.force_login(ik)
    url = reverse("werkgever_contact:doorverwijzen", args=[werkgever.pk])
    client.post(url, {"vraag": "Mag ik uitbreiden?", "naar": loket.pk, "wie_daar": "Robin"})
    rij = werkgever.doorverwijzingen.get()
    taak = Taak.objects.get()
    assert (taak.eigenaar, taak.titel) == (ik, "Vraag Economische Zaken of de vraag van Bakkerij Proef is opgepakt")
    assert rij.status == "aangeboden"
    klaar = reverse("werkgever_contact:doorverwijzing_klaar", args=[werkgever.pk, rij.pk])
    client.post(klaar, {"afloop": ""})
    rij.refresh_from_db()
    assert rij.status == "aangeboden"
    client.post(klaar, {"opgepakt": "1", "afloop": "Robin belt morgen"})
    rij.refresh_from_db()
    taak.refresh_from_db()
    assert (rij.status, taak.status) == ("opgepakt", Taak.Status.KLAAR)
    vreemd = Partnerfabriek(gemeenten=[Gemeentefabriek(code="9002", regio=werkgever.gemeente.regio)])
    with pytest.raises(Invoerfout):
        netwerk.verwijs_door(werkgever=werkgever, vraag="x", naar=vreemd, door=ik)


def test_g2_6_wat_er_speelt_heeft_een_datum_en_een_bron(client: Client, ik: Gebruiker) -> None:
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente)
    client.force_login(ik)
    url = reverse("werkgever_contact:markt", args=[werkgever.pk])
    client.post(url, {"tekst": "Nieuwe hal in het voorjaar", "bron": "De krant", "op": "2026-11-01"})
    assert "Nieuwe hal in het voorjaar" in client.get(url).content.decode()


def test_de_pagina_met_verhalen_kost_steeds_evenveel(client: Client, ik: Gebruiker, zelfde_aantal_queries: Any) -> None:
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente)
    client.force_login(ik)

    def maak(aantal: int) -> None:
        for nummer in range(aantal):
            verhaal(ik, f"Verhaal {nummer}")

    zelfde_aantal_queries(client, reverse("werkgever_contact:verhalen", args=[werkgever.pk]), maak)
