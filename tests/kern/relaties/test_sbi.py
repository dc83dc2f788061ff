"""The SBI code of the trade register proposes one of our sectors, with the table of the day."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from tests.fabrieken import Gebruikerfabriek, Werkgeverfabriek

from werklandschap.kern.relaties.catalogi import sector_van_sbi
from werklandschap.kern.toegang.rollen import Rol

VOOR, NA = date(2025, 9, 6), date(2025, 9, 7)


@pytest.mark.parametrize(
    ("sbi", "sector"),
    [
        ("1071", "productie"),
        ("10.71", "productie"),
        ("43210", "techniek"),
        ("43310", "bouw"),
        ("81300", "groen"),
        ("81210", "schoonmaak"),
        ("88911", "onderwijs"),
        ("46389", "logistiek"),
        ("46180", "detailhandel"),
        ("47112", "detailhandel"),
        ("78201", ""),
        ("", ""),
    ],
)
def test_g2_1_de_langste_code_die_past_telt(sbi: str, sector: str) -> None:
    assert sector_van_sbi(sbi, NA) == sector


def test_g2_1_een_garage_heeft_voor_en_na_de_nieuwe_indeling_dezelfde_sector() -> None:
    assert sector_van_sbi("4520", VOOR) == sector_van_sbi("95310", NA) == "techniek"
    # A code from before the change that is still on file.
    assert sector_van_sbi("4520", NA) == "techniek"


@pytest.mark.django_db
def test_g2_1_een_bekend_bedrijf_zonder_sector_krijgt_bij_het_aanpassen_een_voorstel(client: Client) -> None:
    ik = Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER)
    client.force_login(ik)
    for sector, begin in (("", "horeca"), ("zorg", "zorg")):
        bedrijf = Werkgeverfabriek(gemeente=ik.gemeente, sbi="56101", sector=sector)
        pagina = client.get(reverse("relaties:bewerken", args=[bedrijf.pk]))
        assert pagina.context["formulier"]["sector"].value() == begin
        assert ("Voorstel bij SBI-code" in pagina.content.decode()) is (sector == "")
