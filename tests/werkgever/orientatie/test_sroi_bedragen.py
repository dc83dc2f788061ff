"""Amounts for social return: an example until the municipality fills in its own, from a day on."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.fabrieken import Gebruikerfabriek, Werkgeverfabriek

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.werkgever.orientatie import sroi
from werklandschap.werkgever.orientatie.catalogi import bouwblokken
from werklandschap.werkgever.orientatie.models import SroiOpdracht
from werklandschap.werkgever.orientatie.sroi_bedragen import bewaar_bedragen

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
    fout = client.post(pagina, {**velden, "vanaf": VANDAAG, "bron": ""})
    assert "bron" in fout.context["formulier"].errors
    assert client.post(pagina, {**velden, "vanaf": VANDAAG, "bron": "Besluit van de regio"}).status_code == 302
    antwoord = client.get(url)
    assert "Dit zijn voorbeeldbedragen" not in antwoord.content.decode()
    assert "Besluit van de regio" in antwoord.content.decode()
    waarden = {stand.opdracht.naam: stand.ingevuld for stand in antwoord.context["standen"]}
    assert waarden == {"Opdracht -10": 1000, "Opdracht 10": 600}


def test_g3_1_een_bedrag_dat_ontbreekt_wordt_geweigerd_en_een_ander_mag_dit_niet() -> None:
    ik = Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER)
    with pytest.raises(Invoerfout):
        bewaar_bedragen(vanaf=VANDAAG, bron="x", bedragen={"kennis": Decimal(1)}, door=ik)
    klantmanager = Gebruikerfabriek(rol=Rol.KLANTMANAGER)
    with pytest.raises(GeenRecht):
        bewaar_bedragen(vanaf=VANDAAG, bron="x", bedragen=bedragen(1), door=klantmanager)
