"""Who is known already, and who only looks like it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries
from tests.fabrieken import Dossierfabriek, Gemeentefabriek

from werklandschap.kern.dossiers.duplicaten import Zekerheid, zoek_dubbelen
from werklandschap.kern.dossiers.gegevens import bsn_zoekwaarde, maak_zoeknaam
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.regelingen.bsn import maak_test_bsn

pytestmark = pytest.mark.django_db

FATMA = {
    "voornaam": "Fatma",
    "achternaam": "Yıldırım",
    "geboortedatum": date(1985, 4, 12),
    "postcode": "1234 AB",
}


def bekende(**anders: Any) -> Dossier:
    velden = {**FATMA, **anders}
    velden.setdefault("zoeknaam", maak_zoeknaam(velden["voornaam"], velden["achternaam"]))
    return Dossierfabriek(**{f"werkzoekende__{naam}": waarde for naam, waarde in velden.items()})


@pytest.mark.parametrize(
    ("getypt", "zekerheid"),
    [
        ({}, Zekerheid.WAARSCHIJNLIJK),
        ({"achternaam": "Yildirim"}, Zekerheid.WAARSCHIJNLIJK),
        ({"postcode": "9999 ZZ"}, Zekerheid.WAARSCHIJNLIJK),
        ({"voornaam": "F."}, Zekerheid.WAARSCHIJNLIJK),
        ({"voornaam": ""}, Zekerheid.WAARSCHIJNLIJK),
        ({"geboortedatum": date(1985, 12, 4)}, Zekerheid.MOGELIJK),
        ({"geboortedatum": date(1985, 4, 13)}, Zekerheid.MOGELIJK),
        ({"geboortedatum": None}, Zekerheid.MOGELIJK),
        ({"geboortedatum": None, "postcode": ""}, Zekerheid.MOGELIJK),
    ],
)
def test_w1_2_dezelfde_persoon_wordt_gevonden(getypt: dict[str, Any], zekerheid: Zekerheid) -> None:
    dossier = bekende(achternaam="Yildirim" if "achternaam" in getypt else "Yıldırım")
    gevonden = zoek_dubbelen(gemeente=dossier.gemeente, **{**FATMA, **getypt})
    assert [(d.dossier, d.zekerheid) for d in gevonden] == [(dossier, zekerheid)]
    assert gevonden[0].redenen


@pytest.mark.parametrize(
    "getypt",
    [
        # A family at one address, twins, a father and his son, a namesake elsewhere.
        {"voornaam": "Mehmet", "geboortedatum": date(2010, 1, 1)},
        {"voornaam": "Zeynep"},
        {"geboortedatum": date(1960, 9, 30)},
        {"achternaam": "Jansen", "geboortedatum": None},
        {"achternaam": "De Boer"},
        {"achternaam": "", "voornaam": ""},
        {"geboortedatum": date(1970, 1, 1), "postcode": "9999 ZZ"},
    ],
)
def test_gedeelde_gegevens_alleen_maken_niemand_dubbel(getypt: dict[str, Any]) -> None:
    dossier = bekende()
    assert zoek_dubbelen(gemeente=dossier.gemeente, **{**FATMA, **getypt}) == []


def test_het_bsn_beslist() -> None:
    gemeente = Gemeentefabriek()
    zelfde = bekende(bsn_zoekwaarde=bsn_zoekwaarde(gemeente, maak_test_bsn(1)), achternaam="Heel Anders")
    naamgenoot = bekende(bsn_zoekwaarde=bsn_zoekwaarde(gemeente, maak_test_bsn(2)))
    gevonden = zoek_dubbelen(gemeente=gemeente, bsn=maak_test_bsn(1), **FATMA)
    assert [(d.dossier, d.zekerheid) for d in gevonden] == [(zelfde, Zekerheid.ZEKER)]
    assert zoek_dubbelen(gemeente=gemeente, bsn=maak_test_bsn(3), **FATMA) == []
    assert [d.dossier for d in zoek_dubbelen(gemeente=gemeente, **FATMA)] == [naamgenoot]


def test_een_andere_gemeente_wordt_nooit_doorzocht() -> None:
    bekende()
    assert zoek_dubbelen(gemeente=Gemeentefabriek(code="9002"), **FATMA) == []


def test_zoeken_kost_hooguit_drie_queries(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    for nummer in range(30):
        bekende(voornaam=f"Fatma{nummer}")
    gemeente = Gemeentefabriek()
    with django_assert_max_num_queries(3):
        gevonden = zoek_dubbelen(gemeente=gemeente, bsn=maak_test_bsn(9), **FATMA)
        assert len([d.dossier.werkzoekende.naam for d in gevonden]) == 5
