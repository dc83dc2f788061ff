"""One step at a time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone
from tests.fabrieken import (
    Doelfabriek,
    Dossierfabriek,
    Gebruikerfabriek,
    Gemeentefabriek,
    Planfabriek,
    Stapfabriek,
    Waarnemingfabriek,
)

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.plannen.models import Doel, Stap
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.actions import start_bezoek
from werklandschap.kern.tijdlijn.ketens import controleer
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.werkzoekende.werk_fit import actions, haken
from werklandschap.werkzoekende.werk_fit.models import Obstakel

pytestmark = pytest.mark.django_db


@pytest.fixture
def ik() -> Gebruiker:
    return Gebruikerfabriek()


@pytest.fixture
def dossier(ik: Gebruiker) -> Dossier:
    return Dossierfabriek(verantwoordelijke=ik)


@pytest.fixture
def doel(dossier: Dossier) -> Doel:
    return Doelfabriek(plan=Planfabriek(dossier=dossier), tekst="Leren bellen")


def adres(naam: str, dossier: Dossier, *args: object) -> str:
    return reverse(f"werkzoekende_werk_fit:{naam}", args=[dossier.pk, *args])


def test_w5_1_er_is_een_volgende_stap_tegelijk(doel: Doel, dossier: Dossier, ik: Gebruiker) -> None:
    with pytest.raises(Invoerfout):
        actions.zet_volgende_stap(doel=doel, door=ik, tekst="Bellen", vertrouwen=None)
    actions.zet_volgende_stap(doel=doel, door=ik, tekst="Nummer opzoeken", vertrouwen=8)
    with pytest.raises(Invoerfout):
        actions.zet_volgende_stap(doel=doel, door=ik, tekst="Bellen", vertrouwen=8)
    for wie in (Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002")), Gebruikerfabriek(rol=Rol.MANAGER)):
        with pytest.raises(GeenRecht):
            actions.zet_volgende_stap(doel=doel, door=wie, tekst="Bellen", vertrouwen=8)
    assert controleer(dossier.keten) == []


def test_w5_1_de_pagina_leidt_van_stap_naar_succes(client: Client, doel: Doel, dossier: Dossier, ik: Gebruiker) -> None:
    client.force_login(ik)
    gegevens = {"doel": doel.pk, "tekst": "Meteen een bedrijf bellen", "vertrouwen": "4"}
    eerst = client.post(adres("stap", dossier), gegevens)
    assert eerst.status_code == 200
    assert "Maak de stap kleiner" in eerst.content.decode()
    assert "Meteen een bedrijf bellen" in eerst.content.decode()
    assert not Stap.objects.exists()
    client.post(adres("stap", dossier), {**gegevens, "tekst": "Nummer opzoeken", "vertrouwen": "8"})
    stap = Stap.objects.get()
    tekst = client.get(adres("werk_fit", dossier)).content.decode()
    for deel in ("Ik wil weer werken in het groen", "Nummer opzoeken", "vertrouwen 8 van 10"):
        assert deel in tekst
    af = reverse("plannen:stap_afronden", args=[dossier.pk, stap.pk])
    vandaag = timezone.localdate().isoformat()
    klaar = client.post(af, {"resultaat": "Ging makkelijk", "gedaan_op": vandaag, "terug": adres("werk_fit", dossier)})
    assert klaar.headers["Location"] == adres("werk_fit", dossier)
    assert "Ging makkelijk" in client.get(adres("werk_fit", dossier)).content.decode()


def test_wie_toch_wil_mag_een_grote_stap_zetten(client: Client, doel: Doel, dossier: Dossier, ik: Gebruiker) -> None:
    client.force_login(ik)
    gegevens = {"doel": doel.pk, "tekst": "Bellen", "vertrouwen": "4"}
    client.post(adres("stap", dossier), {**gegevens, "toch": "Iets anders"})
    assert not Stap.objects.exists()
    client.post(adres("stap", dossier), {**gegevens, "toch": "Bellen"})
    assert Stap.objects.get().vertrouwen == 4


def test_een_doel_van_een_ander_kan_niet(client: Client, doel: Doel, dossier: Dossier, ik: Gebruiker) -> None:
    vreemd = Doelfabriek(plan__dossier=Dossierfabriek())
    client.force_login(ik)
    antwoord = client.post(adres("stap", dossier), {"doel": vreemd.pk, "tekst": "Bellen", "vertrouwen": "9"})
    assert antwoord.status_code == 422
    assert not Stap.objects.exists()


def test_zonder_plan_zegt_de_pagina_wat_eerst_moet(client: Client, dossier: Dossier, ik: Gebruiker) -> None:
    client.force_login(ik)
    assert "Maak eerst een plan" in client.get(adres("werk_fit", dossier)).content.decode()


def test_w5_5_een_obstakel_heeft_een_eigenaar_en_een_datum(dossier: Dossier, ik: Gebruiker) -> None:
    morgen = timezone.localdate() + timedelta(days=1)
    obstakel = actions.noteer_obstakel(
        dossier=dossier, door=ik, tekst="Geen fiets", wie="Zus", voor_op=morgen, soort="vervoer"
    )
    assert (Taak.objects.get().voor_op, Taak.objects.get().eigenaar) == (morgen, ik)
    actions.los_obstakel_op(obstakel=obstakel, door=ik, oplossing="Fiets van de zus")
    assert (obstakel.opgelost_op, Taak.objects.get().status) == (timezone.localdate(), "klaar")
    with pytest.raises(Invoerfout) as fout:
        actions.noteer_obstakel(
            dossier=dossier, door=ik, tekst="", wie="", voor_op=timezone.localdate() - timedelta(days=1), soort="x"
        )
    assert set(fout.value.fouten) == {"tekst", "wie", "voor_op", "soort"}
    with pytest.raises(GeenRecht):
        actions.noteer_obstakel(
            dossier=dossier, door=Gebruikerfabriek(rol=Rol.MANAGER), tekst="x", wie="y", voor_op=morgen
        )
    assert controleer(dossier.keten) == []


def test_een_vreemde_ziet_niets(client: Client, dossier: Dossier, ik: Gebruiker) -> None:
    obstakel = Obstakel.objects.create(dossier=dossier, tekst="x", wie="y", voor_op=timezone.localdate())
    client.force_login(Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002")))
    assert client.get(adres("werk_fit", dossier)).status_code == 404
    assert client.post(adres("obstakel_opgelost", dossier, obstakel.pk)).status_code == 404
    ander = Dossierfabriek()
    client.force_login(ander.verantwoordelijke)
    assert client.post(adres("obstakel_opgelost", ander, obstakel.pk)).status_code == 404


def test_werklijst_en_suggestie(doel: Doel, dossier: Dossier, ik: Gebruiker) -> None:
    assert haken.suggestie(dossier) == []
    nieuw = Dossierfabriek(verantwoordelijke=ik)
    Waarnemingfabriek(dossier=nieuw, aspect="op_tijd_komen", waarde=2)
    Waarnemingfabriek(dossier=nieuw, aspect="last_stress", waarde=5)
    assert [s.reden for s in haken.suggestie(nieuw)] == ["Dit kan nog groeien: op tijd komen."]
    Stapfabriek(doel=doel, tekst="Nummer opzoeken", voor_op=timezone.localdate())
    for wie in (dossier, nieuw):
        start_bezoek(keten=wie.keten, kant="werkzoekenden", tegel="werk-fit", door=ik)
    request = RequestFactory().get("/")
    request.user = ik
    lijst = haken.werklijst(request)
    assert lijst is not None
    assert {(rij.cellen[0], rij.cellen[1]) for rij in lijst.rijen} == {
        (nieuw.werkzoekende.naam, "nog geen stap"),
        (dossier.werkzoekende.naam, "Nummer opzoeken"),
    }


def test_de_pagina_kost_altijd_evenveel_queries(
    client: Client, doel: Doel, dossier: Dossier, ik: Gebruiker, zelfde_aantal_queries: Callable[..., None]
) -> None:
    client.force_login(ik)

    def maak(aantal: int) -> None:
        for _n in range(aantal):
            Stapfabriek(doel=doel, status="gedaan", gedaan_op=timezone.localdate())
            Obstakel.objects.create(dossier=dossier, tekst="x", wie="y", voor_op=timezone.localdate())

    zelfde_aantal_queries(client, adres("werk_fit", dossier), maak)
