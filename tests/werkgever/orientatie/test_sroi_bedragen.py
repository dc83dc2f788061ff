"""Amounts for social return: an example until the region or the municipality fills in its own, from a day on."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from importlib import import_module

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.fabrieken import Gebruikerfabriek, Gemeentefabriek, Regiofabriek, Werkgeverfabriek

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.tijdlijn.models import Gebeurtenis
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.werkgever.orientatie import sroi
from werklandschap.werkgever.orientatie.catalogi import bouwblokken
from werklandschap.werkgever.orientatie.models import SroiOpdracht
from werklandschap.werkgever.orientatie.sroi_bedragen import bewaar_bedragen, volg_regio

pytestmark = pytest.mark.django_db
VANDAAG = timezone.localdate()


def bedragen(kennis: int) -> dict[str, Decimal]:
    return {blok.code: Decimal(kennis) for blok in bouwblokken() if blok.soort != "factuur"}


def opdracht_vanaf(door: object, werkgever: object, dagen: int) -> SroiOpdracht:
    rij = sroi.maak_opdracht(
        werkgever=werkgever,  # type: ignore[arg-type]
        naam=f"Opdracht {dagen}",
        waarde=Decimal(100_000),
        percentage=Decimal(5),
        van=VANDAAG + timedelta(days=dagen),
        tot=VANDAAG + timedelta(days=dagen + 100),
        door=door,  # type: ignore[arg-type]
    )
    sroi.vul_in(opdracht=rij, bouwblok="kennis", aantal=Decimal(10), door=door)  # type: ignore[arg-type]
    return rij


def test_g3_1_eigen_bedragen_tellen_voor_opdrachten_vanaf_die_dag(client: Client) -> None:
    ik = Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER)
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente)
    opdracht_vanaf(ik, werkgever, -10)
    opdracht_vanaf(ik, werkgever, 10)
    client.force_login(ik)
    url = reverse("werkgever_orientatie:sroi", args=[werkgever.pk])
    assert "Dit zijn voorbeeldbedragen" in client.get(url).content.decode()
    pagina = reverse("werkgever_orientatie:sroi_bedragen")
    velden = {f"bedrag_{code}": "60" for code in bedragen(60)}
    fout = client.post(pagina, {**velden, "voor": "regio", "vanaf": VANDAAG, "bron": ""})
    assert "bron" in fout.context["formulier"].errors
    goed = {**velden, "voor": "regio", "vanaf": VANDAAG, "bron": "Besluit van de regio"}
    assert client.post(pagina, goed).status_code == 302
    antwoord = client.get(url)
    assert "Dit zijn voorbeeldbedragen" not in antwoord.content.decode()
    assert "Besluit van de regio" in antwoord.content.decode()
    waarden = {stand.opdracht.naam: stand.ingevuld for stand in antwoord.context["standen"]}
    assert waarden == {"Opdracht -10": 1000, "Opdracht 10": 600}


def test_g3_1_een_bedrag_dat_ontbreekt_wordt_geweigerd_en_een_ander_mag_dit_niet() -> None:
    ik = Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER)
    with pytest.raises(Invoerfout):
        bewaar_bedragen(vanaf=VANDAAG, bron="x", bedragen={"kennis": Decimal(1)}, voor_regio=True, door=ik)
    klantmanager = Gebruikerfabriek(rol=Rol.KLANTMANAGER)
    with pytest.raises(GeenRecht):
        bewaar_bedragen(vanaf=VANDAAG, bron="x", bedragen=bedragen(1), voor_regio=False, door=klantmanager)


def tarief(door: Gebruiker) -> Decimal:
    """What ten hours are worth in an order of this municipality that begins today."""
    werkgever = Werkgeverfabriek(gemeente=door.gemeente)
    opdracht_vanaf(door, werkgever, 0)
    return sroi.standen_van(werkgever)[0].ingevuld / 10


def buren() -> tuple[Gebruiker, Gebruiker]:
    """Account managers of two municipalities in one region."""
    een, twee = (Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER, gemeente=Gemeentefabriek(code=c)) for c in ("9001", "9002"))
    return een, twee


def test_g3_1_gemeenten_delen_de_bedragen_van_de_regio_en_een_mag_afwijken() -> None:
    een, twee = buren()
    verweg = Gemeentefabriek(code="9003", regio=Regiofabriek(naam="Andere regio"))
    vreemd = Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER, gemeente=verweg)
    bewaar_bedragen(vanaf=VANDAAG, bron="Regio", bedragen=bedragen(60), voor_regio=True, door=een)
    assert [tarief(wie) for wie in (een, twee, vreemd)] == [60, 60, 100]
    bewaar_bedragen(vanaf=VANDAAG, bron="Raad", bedragen=bedragen(75), voor_regio=False, door=twee)
    bewaar_bedragen(vanaf=VANDAAG, bron="Regio 2", bedragen=bedragen(65), voor_regio=True, door=een)
    assert [tarief(wie) for wie in (een, twee, vreemd)] == [65, 75, 100]
    volg_regio(door=twee)
    assert [tarief(wie) for wie in (een, twee)] == [65, 65]
    with pytest.raises(Invoerfout):
        volg_regio(door=twee)


def test_g3_1_elke_gemeente_in_de_regio_leest_in_het_logboek_dat_de_bedragen_veranderen() -> None:
    een, twee = buren()
    bewaar_bedragen(vanaf=VANDAAG, bron="Regio", bedragen=bedragen(60), voor_regio=True, door=een)
    bewaar_bedragen(vanaf=VANDAAG, bron="Raad", bedragen=bedragen(75), voor_regio=False, door=twee)
    rijen = Gebeurtenis.objects.filter(soort__startswith="sroi.").values_list("keten__beheer__gemeente", "soort")
    assert set(rijen) == {
        (een.gemeente_id, "sroi.bedragen_regio"),
        (twee.gemeente_id, "sroi.bedragen_regio"),
        (twee.gemeente_id, "sroi.bedragen"),
    }


def test_g3_1_de_pagina_zegt_wat_geldt_en_een_beheerder_komt_er_ook(client: Client) -> None:
    een, twee = buren()
    bewaar_bedragen(vanaf=VANDAAG, bron="Regio", bedragen=bedragen(60), voor_regio=True, door=een)
    client.force_login(twee)
    pagina = reverse("werkgever_orientatie:sroi_bedragen")
    antwoord = client.get(pagina)
    assert antwoord.context["bedragen"].bron == "Regio"
    assert "Volg weer de regio" not in antwoord.content.decode()
    velden = {f"bedrag_{code}": "75" for code in bedragen(75)}
    client.post(pagina, {**velden, "voor": "gemeente", "vanaf": VANDAAG, "bron": "Raad"})
    antwoord = client.get(pagina)
    assert antwoord.context["formulier"]["voor"].initial == "gemeente"
    assert "Volg weer de regio" in antwoord.content.decode()
    client.post(reverse("werkgever_orientatie:sroi_volg_regio"))
    assert client.get(pagina).context["bedragen"].bron == "Regio"
    client.force_login(Gebruikerfabriek(rol=Rol.BEHEERDER, gemeente=twee.gemeente))
    assert client.get(pagina).status_code == 200
    client.force_login(Gebruikerfabriek(rol=Rol.KLANTMANAGER, gemeente=twee.gemeente))
    assert client.get(pagina).status_code == 403


def test_g3_1_wat_een_gemeente_al_invulde_blijft_gelden_voor_die_gemeente() -> None:
    een, twee = buren()
    gemeente = een.gemeente
    assert gemeente is not None
    rij = {"bron": "Raadsbesluit", "bedragen": {code: str(bedrag) for code, bedrag in bedragen(40).items()}}
    gemeente.eigen_lijsten = {"sroi": {VANDAAG.isoformat(): rij}, "signalen": {}}
    gemeente.save()
    import_module("werklandschap.werkgever.orientatie.migrations.0003_rekenversies").verhuis(apps, None)
    gemeente.refresh_from_db()
    assert gemeente.eigen_lijsten == {"signalen": {}}
    assert [tarief(wie) for wie in (een, twee)] == [40, 100]
