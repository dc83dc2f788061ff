"""Loonkostensubsidie: worked examples, boundaries computed by another route, and what always holds."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werklandschap.regelingen.fouten import RegelingFout
from werklandschap.regelingen.loonkostensubsidie import Berekening, bereken
from werklandschap.regelingen.parameters import Rij, standaard_parameters

# Made with whole numbers only (cents, thousandths of an hour and of a percent), apart from this code.
GEVALLEN = list(csv.DictReader((Path(__file__).parent / "lks_gevallen.csv").open(encoding="utf-8")))
DAG = date(2026, 2, 1)
CENT = Decimal("0.01")
UREN = st.decimals(Decimal("0.01"), Decimal(60), places=2)
LOONWAARDEN = st.decimals(0, 100, places=2)


def _bij(loonwaarde: Decimal | str | None = None, uren: Decimal | str = "32", forfaitair: bool = False) -> Berekening:
    return bereken(
        datum=DAG,
        leeftijd=30,
        uren=Decimal(uren),
        loonwaarde=None if loonwaarde is None else Decimal(loonwaarde),
        forfaitair=forfaitair,
    )


@pytest.mark.parametrize(
    ("loonwaarde", "subsidie", "totaal"),
    [("55", "991.34", "1224.30"), ("25", "1542.08", "1904.47"), (None, "1101.48", "1360.33")],
)
def test_de_uitgewerkte_voorbeelden(loonwaarde: str | None, subsidie: str, totaal: str) -> None:
    uitkomst = _bij(loonwaarde, forfaitair=loonwaarde is None)
    assert uitkomst.wml_per_uur == Decimal("14.71")
    assert uitkomst.subsidie_per_maand == Decimal(subsidie)
    assert uitkomst.totaal_per_maand == Decimal(totaal)
    assert uitkomst.regels[3].bedrag == Decimal("2202.97")


def test_er_zijn_genoeg_gevallen() -> None:
    assert len(GEVALLEN) >= 60


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda geval: "-".join(list(geval.values())[:6]))
def test_de_grensgevallen(geval: dict[str, str]) -> None:
    uitkomst = bereken(
        datum=date.fromisoformat(geval["datum"]),
        leeftijd=int(geval["leeftijd"]),
        uren=Decimal(geval["uren"]),
        loonwaarde=Decimal(geval["loonwaarde"]) if geval["loonwaarde"] else None,
        forfaitair=geval["forfaitair"] == "1",
        bbl=geval["bbl"] == "1",
    )
    assert str(uitkomst.wml_per_uur) == geval["wml"]
    assert str(uitkomst.subsidie_per_maand) == geval["subsidie"]
    assert str(uitkomst.werkgeverslasten_per_maand) == geval["lasten"]
    assert str(uitkomst.totaal_per_maand) == geval["totaal"]


@given(UREN, LOONWAARDEN, LOONWAARDEN)
def test_een_hogere_loonwaarde_geeft_nooit_meer_subsidie(uren: Decimal, een: Decimal, ander: Decimal) -> None:
    laag, hoog = sorted((een, ander))
    assert _bij(laag, uren).totaal_per_maand >= _bij(hoog, uren).totaal_per_maand


@given(UREN, LOONWAARDEN)
def test_nooit_meer_dan_de_grens(uren: Decimal, loonwaarde: Decimal) -> None:
    grens = _bij("30", uren).subsidie_per_maand
    uitkomst = _bij(loonwaarde, uren).subsidie_per_maand
    assert uitkomst <= grens
    assert (uitkomst == grens) or loonwaarde > 30


@given(UREN, LOONWAARDEN)
def test_het_totaal_is_de_som_en_de_lasten_volgen_de_subsidie(uren: Decimal, loonwaarde: Decimal) -> None:
    uitkomst = _bij(loonwaarde, uren)
    assert uitkomst.totaal_per_maand == uitkomst.subsidie_per_maand + uitkomst.werkgeverslasten_per_maand
    verschil = uitkomst.werkgeverslasten_per_maand - uitkomst.subsidie_per_maand * Decimal("0.235")
    assert abs(verschil) <= CENT * Decimal("0.6175")  # half a cent each way: 0.5 + 0.5 × 0.235


@given(st.decimals(Decimal("0.01"), Decimal(30), places=2), LOONWAARDEN)
def test_dubbele_uren_geven_dubbele_subsidie(uren: Decimal, loonwaarde: Decimal) -> None:
    enkel, dubbel = _bij(loonwaarde, uren), _bij(loonwaarde, uren * 2)
    assert abs(dubbel.subsidie_per_maand - 2 * enkel.subsidie_per_maand) <= CENT


@given(UREN, LOONWAARDEN)
def test_elke_regel_is_op_de_cent_en_heeft_een_bron(uren: Decimal, loonwaarde: Decimal) -> None:
    uitkomst = _bij(loonwaarde, uren)
    assert all(regel.bedrag == regel.bedrag.quantize(CENT) for regel in uitkomst.regels)
    assert all(regel.bron and regel.tekst.endswith(".") for regel in uitkomst.regels)
    assert [regel.bedrag for regel in uitkomst.regels[-3:]] == [
        uitkomst.subsidie_per_maand,
        uitkomst.werkgeverslasten_per_maand,
        uitkomst.totaal_per_maand,
    ]
    if loonwaarde >= 30:
        assert uitkomst.regels[5].bedrag == uitkomst.subsidie_per_maand


def test_de_uitleg_zegt_of_de_grens_geldt() -> None:
    assert any("deze grens geldt" in regel.tekst for regel in _bij("29.99").regels)
    assert not any("deze grens geldt" in regel.tekst for regel in _bij("30").regels)


def test_forfaitair_kijkt_niet_naar_de_loonwaarde() -> None:
    assert _bij("90", forfaitair=True) == _bij(forfaitair=True)


def test_de_bbl_staffel_staat_in_de_uitleg_als_die_geldt() -> None:
    def eerste(leeftijd: int) -> str:
        uitkomst = bereken(datum=DAG, leeftijd=leeftijd, uren=Decimal(32), loonwaarde=Decimal(50), bbl=True)
        return uitkomst.regels[0].tekst

    assert "BBL" in eerste(19)
    assert "BBL" not in eerste(21)


def test_na_het_halfjaar_gaat_de_waarschuwing_mee() -> None:
    uitkomst = bereken(datum=date(2026, 7, 1), leeftijd=30, uren=Decimal(32), forfaitair=True)
    assert len(uitkomst.waarschuwingen) == 1
    assert _bij("55").waarschuwingen == ()


def test_een_gewijzigd_percentage_werkt_door() -> None:
    rij = Rij("lks.grens", date(2026, 2, 1), Decimal("60"), "procent", "Besluit", "V")
    uitkomst = bereken(
        datum=DAG,
        leeftijd=30,
        uren=Decimal(32),
        loonwaarde=Decimal(25),
        parameters=standaard_parameters().met([rij]),
    )
    assert uitkomst.subsidie_per_maand == Decimal("1321.78")


@pytest.mark.parametrize(
    ("uren", "loonwaarde"),
    [
        ("0", "50"),
        ("-1", "50"),
        ("60.01", "50"),
        ("NaN", "50"),
        ("Infinity", "50"),
        ("32", "-0.01"),
        ("32", "100.01"),
        ("32", "NaN"),
        ("32", None),
    ],
)
def test_buiten_de_grenzen_wordt_geweigerd(uren: str, loonwaarde: str | None) -> None:
    with pytest.raises(RegelingFout):
        _bij(loonwaarde, uren)
