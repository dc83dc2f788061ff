"""A skill that a source names by its own name counts, however unsure the recogniser is of a word by itself."""

from __future__ import annotations

import pytest

from werklandschap.competenties.herkenning.woordenboek import startwoordenboek
from werklandschap.koppelingen.bestanden.vaardigheden import genoemde_vaardigheden

pytestmark = pytest.mark.django_db


def test_elke_competentie_wordt_bij_haar_naam_gevonden() -> None:
    for begrip in startwoordenboek().begrippen:
        if begrip.soort == "competentie":
            assert genoemde_vaardigheden([begrip.term]) == {begrip.id: begrip.term}


@pytest.mark.parametrize(("tekst", "code"), [(" Stukadoren ", "stukadoren"), ("stucwerk", "stukadoren")])
def test_hoofdletters_spaties_en_synoniemen_maken_niet_uit(tekst: str, code: str) -> None:
    assert genoemde_vaardigheden([tekst]) == {code: tekst.strip()}


def test_in_een_zin_wordt_gezocht_en_onzin_geeft_niets() -> None:
    gevonden = genoemde_vaardigheden(["Je stuukt wanden en je timmert kozijnen.", "Xyzzy", ""])
    assert {"stukadoren", "timmeren"} <= set(gevonden)
    assert genoemde_vaardigheden(["Xyzzy", ""]) == {}
