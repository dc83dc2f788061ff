"""Strict reading of the input of the engine."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from typing import Any

import pytest

from werklandschap.matching.invoer import (
    DAGDELEN_MAX,
    Eis,
    Invoerfout,
    Kandidaat,
    Weging,
    Werkprofiel,
    lees_kandidaat,
    lees_taxonomie,
    lees_werkprofiel,
)

KANDIDAAT: dict[str, Any] = {
    "id": "k1",
    "competenties": {"lassen": 3, "meten": 0},
    "leertempo": 2,
    "certificaten": {"vca": "2027-03-01", "rijbewijs:B": None, "heftruck": False},
    "talen": {"nld": 4},
    "uren_min": 16,
    "uren_max": 32,
    "beschikbaar_vanaf": "2026-02-01",
    "dagdelen": DAGDELEN_MAX,
    "lat": 52.1,
    "lon": 5,
    "reis_km": 20,
    "grenzen": {"tillen": 1},
    "voorkeur": {"buiten": -2},
    "riasec": [0, 10, 20, 30, 40, 100],
    "sectoren": {"bouw": 2},
}
WERKPROFIEL: dict[str, Any] = {
    "id": "w1",
    "start": "2026-03-01",
    "eisen": [{"competentie": "lassen", "niveau": 4, "gewicht": 10, "hard": True}],
    "certificaten": ["vca"],
    "talen": {"nld": 3},
    "uren_min": 24,
    "uren_max": 36,
    "dagdelen": 7,
    "lat": 52.0,
    "lon": 5.1,
    "omstandigheden": {"tillen": 2},
    "riasec": [1, 2, 3, 4, 5, 6],
    "sector": "bouw",
    "weging": {"competentie": 100, "affiniteit": 0, "omstandigheden": 0},
}


def test_een_volledige_kandidaat_komt_heel_over() -> None:
    kandidaat = lees_kandidaat(KANDIDAAT)
    assert kandidaat.certificaten == {"vca": date(2027, 3, 1), "rijbewijs:B": None, "heftruck": False}
    assert kandidaat.riasec == (0, 10, 20, 30, 40, 100)
    assert (kandidaat.lat, kandidaat.lon, kandidaat.reis_km) == (52.1, 5.0, 20)
    assert kandidaat.beschikbaar_vanaf == date(2026, 2, 1)


def test_een_volledig_werkprofiel_komt_heel_over() -> None:
    werkprofiel = lees_werkprofiel(WERKPROFIEL)
    assert werkprofiel.eisen == (Eis("lassen", 4, 10, True),)
    assert werkprofiel.weging == Weging(100, 0, 0)
    assert werkprofiel.start == date(2026, 3, 1)


def test_alles_mag_onbekend_zijn_behalve_id_en_start() -> None:
    assert lees_kandidaat({"id": "k"}) == Kandidaat("k")
    leeg = dict.fromkeys(KANDIDAAT) | {"id": "k"}
    assert lees_kandidaat(leeg) == Kandidaat("k")
    werkprofiel = lees_werkprofiel({"id": "w", "start": "2026-01-01"})
    assert werkprofiel == Werkprofiel("w", date(2026, 1, 1))
    assert werkprofiel.weging == Weging(70, 20, 10)
    assert lees_werkprofiel(dict.fromkeys(WERKPROFIEL) | {"id": "w", "start": "2026-01-01"}) == (werkprofiel)


def test_null_in_een_kaart_is_onbekend_maar_bij_certificaat_zonder_einde() -> None:
    kandidaat = lees_kandidaat({"id": "k", "talen": {"nld": None, "eng": 2}, "certificaten": {"vca": None}})
    assert kandidaat.talen == {"eng": 2}
    assert kandidaat.certificaten == {"vca": None}


def test_er_is_geen_veld_voor_wie_iemand_is() -> None:
    """No age, sex, origin, nationality, benefit or diagnosis: a new field needs a deliberate change here."""
    assert {veld.name for veld in fields(Kandidaat)} == {
        "id",
        "competenties",
        "leertempo",
        "certificaten",
        "talen",
        "uren_min",
        "uren_max",
        "beschikbaar_vanaf",
        "dagdelen",
        "lat",
        "lon",
        "reis_km",
        "grenzen",
        "voorkeur",
        "riasec",
        "sectoren",
    }
    for verboden in (
        "leeftijd",
        "geboortedatum",
        "geslacht",
        "herkomst",
        "nationaliteit",
        "uitkering",
        "diagnose",
    ):
        with pytest.raises(Invoerfout) as fout:
            lees_kandidaat({"id": "k", verboden: 1})
        assert fout.value.veld == verboden


FOUTE_KANDIDATEN: list[tuple[str, Any, str]] = [
    ("id", "", "id"),
    ("id", None, "id"),
    ("id", 7, "id"),
    ("id", "a\ud800", "id"),
    ("competenties", ["lassen"], "competenties"),
    ("competenties", {"lassen": 6}, "competenties.lassen"),
    ("competenties", {"lassen": -1}, "competenties.lassen"),
    ("competenties", {"lassen": 10**400}, "competenties.lassen"),
    ("competenties", {"lassen": True}, "competenties.lassen"),
    ("competenties", {"lassen": 2.0}, "competenties.lassen"),
    ("competenties", {"": 2}, "competenties"),
    ("leertempo", 4, "leertempo"),
    ("leertempo", "1", "leertempo"),
    ("leertempo", False, "leertempo"),
    ("certificaten", {"vca": True}, "certificaten.vca"),
    ("certificaten", {"vca": 0}, "certificaten.vca"),
    ("certificaten", {"vca": "2026-02-30"}, "certificaten.vca"),
    ("certificaten", {"vca": "20260201"}, "certificaten.vca"),
    ("talen", {"nld": 7}, "talen.nld"),
    ("uren_min", 169, "uren_min"),
    ("uren_max", -1, "uren_max"),
    ("uren_min", 33, "uren_min"),
    ("beschikbaar_vanaf", "2026-W01-1", "beschikbaar_vanaf"),
    ("beschikbaar_vanaf", "0000-01-01", "beschikbaar_vanaf"),
    ("dagdelen", DAGDELEN_MAX + 1, "dagdelen"),
    ("dagdelen", -1, "dagdelen"),
    ("lat", None, "lat"),
    ("lon", None, "lon"),
    ("lat", 90.1, "lat"),
    ("lon", 181, "lon"),
    ("lat", float("nan"), "lat"),
    ("lon", float("inf"), "lon"),
    ("lat", True, "lat"),
    ("lat", "52", "lat"),
    ("reis_km", 501, "reis_km"),
    ("reis_km", 3.5, "reis_km"),
    ("grenzen", {"tillen": 4}, "grenzen.tillen"),
    ("voorkeur", {"tillen": 3}, "voorkeur.tillen"),
    ("voorkeur", {"tillen": -3}, "voorkeur.tillen"),
    ("riasec", [1, 2, 3, 4, 5], "riasec"),
    ("riasec", [1, 2, 3, 4, 5, 101], "riasec"),
    ("riasec", [1, 2, 3, 4, 5, None], "riasec"),
    ("riasec", "123456", "riasec"),
    ("sectoren", {"bouw": -3}, "sectoren.bouw"),
    ("weging", {}, "weging"),
]


@pytest.mark.parametrize(("naam", "waarde", "veld"), FOUTE_KANDIDATEN)
def test_een_foute_waarde_van_een_kandidaat_wordt_geweigerd(naam: str, waarde: Any, veld: str) -> None:
    with pytest.raises(Invoerfout) as fout:
        lees_kandidaat({**KANDIDAAT, naam: waarde})
    assert fout.value.veld == veld
    assert str(fout.value).startswith(f"{veld}: ")


def _eis(**anders: Any) -> dict[str, Any]:
    return {"competentie": "lassen", "niveau": 3, "gewicht": 5, "hard": False} | anders


FOUTE_WERKPROFIELEN: list[tuple[str, Any, str]] = [
    ("id", None, "id"),
    ("start", None, "start"),
    ("start", "1-3-2026", "start"),
    ("eisen", {"competentie": "lassen"}, "eisen"),
    ("eisen", ["lassen"], "eisen[0]"),
    ("eisen", [_eis(niveau=0)], "eisen[0].niveau"),
    ("eisen", [_eis(niveau=6)], "eisen[0].niveau"),
    ("eisen", [_eis(gewicht=0)], "eisen[0].gewicht"),
    ("eisen", [_eis(gewicht=11)], "eisen[0].gewicht"),
    ("eisen", [_eis(gewicht=None)], "eisen[0].gewicht"),
    ("eisen", [_eis(hard=1)], "eisen[0].hard"),
    ("eisen", [_eis(zacht=1)], "eisen[0].zacht"),
    ("eisen", [_eis(), _eis(niveau=1)], "eisen"),
    ("certificaten", {"vca": None}, "certificaten"),
    ("certificaten", [1], "certificaten"),
    ("talen", {"nld": -1}, "talen.nld"),
    ("uren_min", 37, "uren_min"),
    ("dagdelen", True, "dagdelen"),
    ("lon", None, "lon"),
    ("omstandigheden", {"tillen": 4}, "omstandigheden.tillen"),
    ("riasec", [], "riasec"),
    ("sector", 3, "sector"),
    ("weging", {"competentie": 100}, "weging"),
    ("weging", {"competentie": 70, "affiniteit": 20, "omstandigheden": 11}, "weging"),
    ("weging", {"competentie": 120, "affiniteit": -20, "omstandigheden": 0}, "weging.competentie"),
    ("weging", {"competentie": 70, "affiniteit": 20, "omstandigheden": 10, "leeftijd": 0}, "weging"),
    ("reis_km", 10, "reis_km"),
]


@pytest.mark.parametrize(("naam", "waarde", "veld"), FOUTE_WERKPROFIELEN)
def test_een_foute_waarde_van_een_werkprofiel_wordt_geweigerd(naam: str, waarde: Any, veld: str) -> None:
    with pytest.raises(Invoerfout) as fout:
        lees_werkprofiel({**WERKPROFIEL, naam: waarde})
    assert fout.value.veld == veld


def test_een_certificaat_dat_twee_keer_gevraagd_wordt_telt_een_keer() -> None:
    assert lees_werkprofiel({**WERKPROFIEL, "certificaten": ["b", "a", "b"]}).certificaten == ("b", "a")


@pytest.mark.parametrize("gegevens", [None, [], "tekst", 3])
def test_een_regel_is_een_object(gegevens: object) -> None:
    for lees in (lees_kandidaat, lees_werkprofiel, lees_taxonomie):
        with pytest.raises(Invoerfout):
            lees(gegevens)


def test_de_taxonomie_vult_aan_wat_er_niet_staat() -> None:
    taxonomie = lees_taxonomie({"verwantschap": {"a": {"b": 600}}, "leertijd": {"a": 2}, "vanaf_nul": {"a": True}})
    assert taxonomie.bronnen("a") == {"a": 1000, "b": 600}
    assert taxonomie.bronnen("c") == {"c": 1000}
    assert (taxonomie.weken_per_niveau("a"), taxonomie.weken_per_niveau("b")) == (2, 8)
    assert taxonomie.leerbaar_vanaf_nul("a")
    assert not taxonomie.leerbaar_vanaf_nul("b")


@pytest.mark.parametrize(
    "gegevens",
    [
        {"verwantschap": {"a": {"b": 1001}}},
        {"verwantschap": {"a": {"b": -1}}},
        {"verwantschap": {"a": {"a": 500}}},
        {"verwantschap": {"a": [1]}},
        {"verwantschap": {"a": {f"s{n}": 1 for n in range(33)}}},
        {"leertijd": {"a": 0}},
        {"leertijd": {"a": 1.5}},
        {"vanaf_nul": {"a": 1}},
        {"leerduur": {}},
    ],
)
def test_een_foute_taxonomie_wordt_geweigerd(gegevens: object) -> None:
    with pytest.raises(Invoerfout):
        lees_taxonomie(gegevens)


def test_tweeendertig_verwanten_mogen_naast_de_competentie_zelf() -> None:
    bronnen = {f"s{n}": 1 for n in range(32)} | {"a": 1000}
    assert len(lees_taxonomie({"verwantschap": {"a": bronnen}}).bronnen("a")) == 33


def test_json_op_en_neer_geeft_hetzelfde() -> None:
    assert lees_kandidaat(json.loads(json.dumps(KANDIDAAT))) == lees_kandidaat(KANDIDAAT)
