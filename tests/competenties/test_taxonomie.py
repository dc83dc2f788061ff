"""The taxonomy as the engine and the search box read it."""

from __future__ import annotations

import pytest
from pytest_django import DjangoAssertNumQueries

from werklandschap.competenties import startgegevens, taxonomie
from werklandschap.competenties.herkenning import herken, startberoepen, startwoordenboek
from werklandschap.competenties.models import Competentie
from werklandschap.competenties.queries import zoek_beroepen, zoek_competenties
from werklandschap.competenties.startset import laad_startset

pytestmark = pytest.mark.django_db


def test_matching_krijgt_precies_wat_in_de_startset_staat() -> None:
    laad_startset()
    uit = taxonomie.matching_taxonomie()
    assert uit["verwantschap"] == startgegevens.verwantschap()
    assert uit["leertijd"] == {c.code: c.weken for c in startgegevens.competenties()}
    assert uit["vanaf_nul"] == {c.code: c.vanaf_nul for c in startgegevens.competenties()}


def test_wat_niet_meer_in_gebruik_is_doet_niet_mee() -> None:
    laad_startset()
    Competentie.objects.create(code="weg", label="weg", actief=False)
    assert "weg" not in taxonomie.matching_taxonomie()["leertijd"]


def test_een_tweede_keer_kost_een_vraag_en_een_nieuwe_lading_ververst(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    laad_startset()
    eerste = taxonomie.matching_taxonomie()
    with django_assert_num_queries(1):
        assert taxonomie.matching_taxonomie() is eerste
    laad_startset(opnieuw=True)
    assert taxonomie.matching_taxonomie() is not eerste


def test_een_lege_database_gebruikt_de_gegevens() -> None:
    assert taxonomie.woordenboek() is startwoordenboek()
    assert taxonomie.beroepenboek() is startberoepen()


def test_database_en_gegevens_herkennen_hetzelfde() -> None:
    tekst = "Je gaat orders verzamelen, pallets stapelen en toiletten schoonmaken. Rijbewijs B, 24 uur per week."
    laad_startset()
    assert herken(tekst, taxonomie=taxonomie.woordenboek()) == herken(tekst)


def test_zoeken_vindt_namen_voor_synoniemen() -> None:
    laad_startset()
    codes = [c.code for c in zoek_competenties("strijken")]
    assert codes[0] == "strijken"
    assert [c.code for c in zoek_competenties("wc's soppen")] == ["sanitair-schoonmaken"]
    assert [b.code for b in zoek_beroepen("ramenwasser")] == ["glazenwasser"]
    assert list(zoek_competenties("qqqq")) == []


def test_zoeken_kost_een_vraag(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    laad_startset()
    with django_assert_num_queries(1):
        assert len(list(zoek_competenties("en"))) == 50
