"""Drawings: the numbers are in the picture and in the table."""

import re
from datetime import date
from typing import Any
from xml.etree import ElementTree

import pytest
from django.template import Context, Template
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from werklandschap.ontwerp.grafieken import (
    Balk,
    Deel,
    Grafiek,
    Kringpunt,
    Overgang,
    Overlevingspunt,
    Periode,
    Stap,
    Stroom,
    groeipad,
    histogram,
    kringen,
    lijn,
    overlevingscurve,
    radar,
    sankey,
    staafbalken,
    tijdlijn,
)
from werklandschap.ontwerp.grafieken.basis import LETTERBREEDTE, arcering, breek_af, nette_stappen
from werklandschap.ontwerp.grafieken.lagen import lagen

D = date
GEVAARLIJK = 'A & B <script>"'


@pytest.fixture(autouse=True)
def nederlands() -> Any:
    with override("nl"):
        yield


def voorbeelden() -> list[Grafiek]:
    """One of each kind, with names that would break careless SVG."""
    return [
        radar(GEVAARLIJK, ["a", "b", GEVAARLIJK], [1, None, 3], [2, 2, 2]),
        staafbalken(GEVAARLIJK, [Balk(GEVAARLIJK, [Deel(2, "h"), Deel(1, "m")], doel=4)], {"h": "Heeft", "m": "Mist"}),
        histogram(GEVAARLIJK, [(GEVAARLIJK, 3), ("b", 0)], drempel=1),
        tijdlijn(GEVAARLIJK, [Periode(GEVAARLIJK, "x", D(2026, 1, 1), None, "s")], vandaag=D(2026, 3, 1)),
        lijn(GEVAARLIJK, {GEVAARLIJK: [(D(2026, 1, 1), 2), (D(2026, 2, 1), 4)]}),
        sankey(GEVAARLIJK, [Stroom(GEVAARLIJK, "b", 3)]),
        overlevingscurve(GEVAARLIJK, [(GEVAARLIJK, [Overlevingspunt(10, 0.9, 0.8, 0.95, 20)])]),
        groeipad(GEVAARLIJK, [Stap("a", GEVAARLIJK, merk=GEVAARLIJK), Stap("b", "y")], [Overgang("a", "b", "z")]),
        kringen(GEVAARLIJK, "Ik", [GEVAARLIJK], [GEVAARLIJK], [Kringpunt(GEVAARLIJK, 0, 0, GEVAARLIJK)]),
    ]


@pytest.mark.parametrize("nummer", range(9))
def test_elke_tekening_is_geldig_svg_met_naam_en_zonder_stijl(nummer: int) -> None:
    grafiek = voorbeelden()[nummer]
    wortel = ElementTree.fromstring(grafiek.svg)
    assert wortel.get("role") == "img"
    assert wortel.get("aria-label") == GEVAARLIJK
    assert not [deel for deel in wortel.iter() if "style" in deel.attrib or "id" in deel.attrib or deel.tag == "script"]
    assert all(len(rij) == len(grafiek.tabel_kop) for rij in grafiek.tabel_rijen)
    assert grafiek.tabel_rijen


@pytest.mark.parametrize("nummer", range(9))
def test_geen_getal_in_de_tekening_is_onzin(nummer: int) -> None:
    assert not re.search(r"\b(nan|inf|None)\b", voorbeelden()[nummer].svg)


def test_de_pagina_toont_tekening_legenda_en_tabel() -> None:
    grafiek = radar("ZRM", ["a", "b", "c"], [1, 2, 3], [1, 1, 1])
    html = Template("{% grafiek g %}").render(Context({"g": grafiek}))
    assert "<h3" in html
    assert "Toon als tabel: ZRM" in html
    assert html.count("<li>") == 2
    assert html.count("<tr>") == 4


def test_de_radar_zet_de_vorige_score_naast_de_nieuwe() -> None:
    grafiek = radar("ZRM", ["Geld", "Werk", "Huis"], [3, None, 5], [2, 1, 5])
    assert grafiek.tabel_kop == ["Onderdeel", "Vorige keer", "Nu"]
    assert grafiek.tabel_rijen == [["Geld", "2", "3"], ["Werk", "1", "niet bekend"], ["Huis", "5", "5"]]


def test_een_radar_met_te_weinig_scores_wordt_geweigerd() -> None:
    with pytest.raises(ValueError, match="one score per axis"):
        radar("x", ["a", "b", "c"], [1, 2])


def test_balken_zijn_zo_lang_als_hun_waarde() -> None:
    grafiek = staafbalken("x", [Balk("a", [Deel(1, "h"), Deel(3, "m")])], {"h": "Heeft", "m": "Mist"}, maximum=4)
    breedtes = [float(b) for b in re.findall(r'<rect x="[\d.]+" y="[\d.]+" width="([\d.]+)"', str(grafiek.svg))]
    assert breedtes[1] == pytest.approx(3 * breedtes[0], abs=0.2)


def test_histogram_telt_wat_erin_ging() -> None:
    assert histogram("x", [("0–9", 2), ("10–19", 1234)]).tabel_rijen == [["0–9", "2"], ["10–19", "1.234"]]


def test_gelijktijdige_perioden_liggen_onder_elkaar_en_opeenvolgende_naast_elkaar() -> None:
    gelijk = [Periode("r", "a", D(2026, 1, 1), D(2026, 3, 1)), Periode("r", "b", D(2026, 2, 1), D(2026, 4, 1))]
    na_elkaar = [Periode("r", "a", D(2026, 1, 1), D(2026, 2, 1)), Periode("r", "b", D(2026, 2, 2), D(2026, 4, 1))]

    def hoogtes(perioden: list[Periode]) -> set[str]:
        svg = str(tijdlijn("x", perioden, vandaag=D(2026, 5, 1)).svg)
        return set(re.findall(r'<rect x="[\d.]+" y="([\d.]+)"[^>]*class="wl-g-vlak', svg))

    assert len(hoogtes(gelijk)) == 2
    assert len(hoogtes(na_elkaar)) == 1


def test_wat_loopt_staat_zo_in_de_tabel() -> None:
    grafiek = tijdlijn("x", [Periode("r", "a", D(2026, 1, 1))], vandaag=D(2026, 5, 1))
    assert grafiek.tabel_rijen == [["r", "a", "1 januari 2026", "loopt nog"]]


def test_een_lege_tijdlijn_en_lijn_zijn_ook_een_tekening() -> None:
    assert tijdlijn("x", [], vandaag=D(2026, 1, 1)).tabel_rijen == []
    assert lijn("x", {}).svg.startswith("<svg")
    assert sankey("x", []).svg.startswith("<svg")


def test_meer_lijnen_dan_te_onderscheiden_zijn_wordt_geweigerd() -> None:
    with pytest.raises(ValueError, match="at most 6"):
        lijn("x", {str(i): [(D(2026, 1, 1), 1)] for i in range(7)})


def test_stromen_met_een_richting_krijgen_meer_kolommen_en_kringen_twee() -> None:
    def kolommen(stromen: list[Stroom]) -> int:
        return len(set(re.findall(r'<rect x="([\d.]+)"', str(sankey("x", stromen).svg))))

    assert kolommen([Stroom("a", "b", 3), Stroom("b", "c", 2)]) == 3
    assert kolommen([Stroom("a", "b", 3), Stroom("b", "a", 2)]) == 2


def test_een_groeipad_in_een_kring_wordt_geweigerd() -> None:
    with pytest.raises(ValueError, match="circle"):
        groeipad("x", [Stap("a", "a"), Stap("b", "b")], [Overgang("a", "b"), Overgang("b", "a")])


def test_lagen_nemen_de_langste_weg() -> None:
    assert lagen(["a", "b", "c"], [("a", "b"), ("b", "c"), ("a", "c")]) == {"a": 0, "b": 1, "c": 2}
    assert lagen(["a"], [("a", "a")]) is None


@given(st.floats(min_value=0.01, max_value=1e6))
def test_stappen_van_een_as_zijn_gelijk_en_dekken_het_maximum(maximum: float) -> None:
    stappen = nette_stappen(maximum)
    assert stappen[0] == 0
    assert stappen[-1] >= maximum * (1 - 1e-9)
    assert 2 <= len(stappen) <= 6


@given(st.floats(1, 500), st.floats(1, 60), st.integers(1, 4))
def test_een_arcering_blijft_binnen_haar_vlak(breedte: float, hoogte: float, soort: int) -> None:
    pad = arcering(10, 20, breedte, hoogte, soort)
    for x, y in re.findall(r"[ML]([\d.]+) ([\d.]+)", pad):
        assert 9.9 <= float(x) <= 10.1 + breedte
        assert 19.9 <= float(y) <= 20.1 + hoogte


@given(st.text(alphabet="abc def", max_size=80), st.integers(5, 20))
def test_afgebroken_woorden_passen(woorden: str, tekens: int) -> None:
    regels = breek_af(woorden, tekens)
    assert len(regels) <= 2
    assert all(len(regel) <= tekens for regel in regels)


@pytest.mark.parametrize("aantallen", [(0, 0, 1), (1, 2, 3), (3, 6, 8)])
def test_namen_in_de_kringen_raken_elkaar_niet(aantallen: tuple[int, int, int]) -> None:
    punten = [Kringpunt(f"Maximili-{ring}{i}", ring, i % 3) for ring, n in enumerate(aantallen) for i in range(n)]
    svg = str(kringen("x", "Ik", ["Heel dichtbij", "Dichtbij", "Verder weg"], ["a", "b", "c"], punten).svg)
    namen = re.findall(r'<text x="([\d.]+)" y="([\d.]+)" class="[^"]*wl-g-halo"[^>]*>([^<]+)<', svg)
    assert len(namen) == len(punten) + 3
    for i, (x, y, naam) in enumerate(namen):
        for x2, y2, naam2 in namen[:i]:
            breed = (len(naam) + len(naam2)) * LETTERBREEDTE / 2
            assert abs(float(x) - float(x2)) >= breed or abs(float(y) - float(y2)) >= 13, (naam, naam2)


def test_wie_niet_op_de_kring_past_wordt_geteld_en_staat_in_de_tabel() -> None:
    grafiek = kringen("x", "Ik", ["Dichtbij"], ["a"], [Kringpunt(f"n{i}", 0, 0) for i in range(9)])
    assert "Dichtbij (+6)" in grafiek.svg
    assert len(grafiek.tabel_rijen) == 9


def test_kringen_zonder_naam_worden_geweigerd() -> None:
    with pytest.raises(ValueError, match="without a name"):
        kringen("x", "Ik", ["Dichtbij"], ["a"], [Kringpunt("Bo", 1, 0)])
