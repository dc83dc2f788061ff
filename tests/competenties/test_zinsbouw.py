"""What kind of word stands where in a clause, and who is its subject."""

from __future__ import annotations

import pytest

from werklandschap.competenties.herkenning.gevraagd import deelgewichten, kenmerken
from werklandschap.competenties.herkenning.zinnen import zinnen
from werklandschap.competenties.herkenning.zinsbouw import onderwerp, reeksen, soorten_in


@pytest.mark.parametrize(
    ("zin", "wie"),
    [
        ("Je maakt de roosters.", "lezer"),
        ("De roosters maak je zelf.", "lezer"),
        ("Thuis kook ik voor acht mensen.", "ik"),
        ("Wij bakken brood.", "wij"),
        ("Onze planner maakt de roosters.", "persoon"),
        ("De roosters maakt onze planner.", "na-persoon"),
        ("Kleuren doet Angela.", "na-naam"),
        ("Mijn man kookte de soep.", "familie"),
        ("Vloeren dweilen", "heel"),
        ("een schone vloer", None),
    ],
)
def test_g6_1_het_onderwerp_van_een_deelzin(zin: str, wie: str | None) -> None:
    assert onderwerp(soorten_in(zin)) == wie


def test_g6_1_na_een_lidwoord_staat_geen_werkwoord() -> None:
    assert soorten_in("De ramen lappen") == ["de", "woord", "wwen"]
    assert soorten_in("Je maten sjouwen") == ["jouw", "woord", "wwen"]


def test_g6_1_een_reeks_zegt_wat_op_wat_volgt() -> None:
    assert {"^ onze", "onze persoon", "persoon wwt", "woord $"} <= set(
        reeksen(soorten_in("Onze planner maakt roosters"))
    )


@pytest.mark.parametrize(
    ("niet", "wel"),
    [
        ("De planning doet Karin.", "De planning doe je met Karin."),
        ("Onze chef bestelt de groente.", "Je helpt de chef groente bestellen."),
        ("Daar hebben we een monteur voor: storingen.", "Daar hebben we jou voor: storingen."),
        ("Koeien melken doet mijn man.", "Koeien melken doe ik met mijn man."),
        ("Liever geen nachten.", "Nachten heb ik het liefst."),
        ("Tillen gaat niet meer.", "Tillen gaat prima."),
    ],
)
def test_g6_1_bijna_dezelfde_woorden_vragen_iets_of_niet(niet: str, wel: str) -> None:
    def kans(tekst: str) -> float:
        return min(deelgewichten().kansen(tekst, zinnen(tekst))[0])

    assert kans(wel) > kans(niet) + 0.15


def test_g6_1_een_lijst_hoort_bij_de_regel_erboven() -> None:
    tekst = "Kok gezocht\n\nWat doen anderen?\n- ramen wassen\n- tuin\n"
    rij = zinnen(tekst)
    assert "kop:andere" in kenmerken(tekst, rij, len(rij) - 1)[0]
    assert "kop:andere" not in kenmerken(tekst, rij, 0)[0]
