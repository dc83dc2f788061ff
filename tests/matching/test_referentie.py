"""The score by hand: every rule and its boundaries."""

from __future__ import annotations

import math
from datetime import date
from typing import Any

import pytest

from werklandschap.matching.invoer import Taxonomie, lees_kandidaat, lees_werkprofiel
from werklandschap.matching.referentie import (
    Uitslag,
    Uitsluiting,
    afstand_in_meters,
    beste,
    beste_werkprofielen,
    niveaus_te_leren,
    score,
)

PEILDATUM = date(2026, 1, 5)
START = "2026-03-02"  # eight weeks later
LEEG = Taxonomie()


def _score(
    kandidaat: dict[str, Any], werkprofiel: dict[str, Any], taxonomie: Taxonomie = LEEG
) -> Uitslag | Uitsluiting:
    mens = lees_kandidaat({"id": "k", "beschikbaar_vanaf": "2026-01-01"} | kandidaat)
    werk = lees_werkprofiel({"id": "w", "start": START} | werkprofiel)
    return score(mens, werk, taxonomie, PEILDATUM)


def _uitslag(kandidaat: dict[str, Any], werkprofiel: dict[str, Any], taxonomie: Taxonomie = LEEG) -> Uitslag:
    uitslag = _score(kandidaat, werkprofiel, taxonomie)
    assert isinstance(uitslag, Uitslag)
    return uitslag


def _eis(competentie: str, niveau: int, gewicht: int = 1, hard: bool = False) -> dict[str, Any]:
    return {"competentie": competentie, "niveau": niveau, "gewicht": gewicht, "hard": hard}


def _oordeel(kandidaat: dict[str, Any], werkprofiel: dict[str, Any], taxonomie: Taxonomie = LEEG) -> str:
    uitslag = _score(kandidaat, werkprofiel, taxonomie)
    if isinstance(uitslag, Uitsluiting):
        return "uit: " + " ".join(eis.naam for eis in uitslag.redenen)
    return " ".join(uitslag.onbekend) or "voldoet"


HARDE_GEVALLEN: list[tuple[dict[str, Any], dict[str, Any], str]] = [
    ({"certificaten": {"vca": None}}, {"certificaten": ["vca"]}, "voldoet"),
    ({"certificaten": {"vca": START}}, {"certificaten": ["vca"]}, "voldoet"),
    ({"certificaten": {"vca": "2026-03-01"}}, {"certificaten": ["vca"]}, "uit: certificaat:vca"),
    ({"certificaten": {"vca": False}}, {"certificaten": ["vca"]}, "uit: certificaat:vca"),
    ({"certificaten": {"bhv": None}}, {"certificaten": ["vca"]}, "certificaat:vca"),
    ({}, {"certificaten": ["vca", "bhv"]}, "certificaat:vca certificaat:bhv"),
    ({"talen": {"nld": 3}}, {"talen": {"nld": 3}}, "voldoet"),
    ({"talen": {"nld": 2}}, {"talen": {"nld": 3}}, "uit: taal:nld"),
    ({"talen": {"nld": 0}}, {"talen": {"nld": 1}}, "uit: taal:nld"),
    ({"talen": {"eng": 3}}, {"talen": {"nld": 3}}, "taal:nld"),
    ({}, {"talen": {"nld": 0}}, "voldoet"),
    ({"uren_min": 16, "uren_max": 24}, {"uren_min": 24, "uren_max": 36}, "voldoet"),
    ({"uren_min": 16, "uren_max": 23}, {"uren_min": 24, "uren_max": 36}, "uit: uren"),
    ({"uren_min": 37, "uren_max": 40}, {"uren_min": 24, "uren_max": 36}, "uit: uren"),
    ({"uren_min": 37}, {"uren_min": 24, "uren_max": 36}, "uit: uren"),
    ({"uren_min": 16}, {"uren_min": 24, "uren_max": 36}, "uren"),
    ({"uren_min": 16}, {"uren_max": 36}, "voldoet"),
    ({"uren_min": 16}, {"uren_min": 24}, "uren"),
    ({}, {"uren_max": 36}, "uren"),
    ({"beschikbaar_vanaf": START}, {}, "voldoet"),
    ({"beschikbaar_vanaf": "2026-03-03"}, {}, "uit: beschikbaar_vanaf"),
    ({"beschikbaar_vanaf": None}, {}, "beschikbaar_vanaf"),
    ({"dagdelen": 0b111}, {"dagdelen": 0b101}, "voldoet"),
    ({"dagdelen": 0b011}, {"dagdelen": 0b101}, "uit: dagdelen"),
    ({}, {"dagdelen": 0b101}, "dagdelen"),
    ({}, {"dagdelen": 0}, "voldoet"),
    ({"lat": 52.0, "lon": 5.0, "reis_km": 0}, {"lat": 52.0, "lon": 5.0}, "voldoet"),
    ({"lat": 52.0, "lon": 5.0, "reis_km": 11}, {"lat": 52.1, "lon": 5.0}, "uit: afstand"),
    ({"lat": 52.0, "lon": 5.0, "reis_km": 12}, {"lat": 52.1, "lon": 5.0}, "voldoet"),
    ({"lat": 52.0, "lon": 5.0}, {"lat": 52.1, "lon": 5.0}, "afstand"),
    ({"reis_km": 12}, {"lat": 52.1, "lon": 5.0}, "afstand"),
    ({"lat": 52.0, "lon": 5.0}, {}, "voldoet"),
    ({"grenzen": {"tillen": 2}}, {"omstandigheden": {"tillen": 2}}, "voldoet"),
    ({"grenzen": {"tillen": 1}}, {"omstandigheden": {"tillen": 2}}, "uit: omstandigheid:tillen"),
    ({"grenzen": {"lawaai": 1}}, {"omstandigheden": {"tillen": 2}}, "omstandigheid:tillen"),
    ({}, {"omstandigheden": {"tillen": 0}}, "voldoet"),
    ({"competenties": {"a": 3}}, {"eisen": [_eis("a", 3, hard=True)]}, "voldoet"),
    ({"competenties": {"a": 2}}, {"eisen": [_eis("a", 3, hard=True)]}, "uit: competentie:a"),
    ({"competenties": {"a": 0}}, {"eisen": [_eis("a", 3, hard=True)]}, "uit: competentie:a"),
    ({"competenties": {"b": 3}}, {"eisen": [_eis("a", 3, hard=True)]}, "competentie:a"),
    ({}, {"eisen": [_eis("a", 3, hard=True)]}, "competentie:a"),
    ({}, {"eisen": [_eis("a", 3)]}, "voldoet"),
]


@pytest.mark.parametrize(("kandidaat", "werkprofiel", "oordeel"), HARDE_GEVALLEN)
def test_harde_eisen(kandidaat: dict[str, Any], werkprofiel: dict[str, Any], oordeel: str) -> None:
    assert _oordeel(kandidaat, werkprofiel) == oordeel


def test_een_verwante_competentie_voldoet_aan_een_harde_eis_maar_leren_niet() -> None:
    taxonomie = Taxonomie(verwantschap={"a": {"b": 600}}, leertijd={"a": 1}, vanaf_nul={"a": True})
    eisen = {"eisen": [_eis("a", 3, hard=True)]}
    assert _oordeel({"competenties": {"b": 5}}, eisen, taxonomie) == "voldoet"
    assert _oordeel({"competenties": {"b": 4}}, eisen, taxonomie) == "competentie:a"
    assert _oordeel({"competenties": {"b": 5, "a": 0}}, eisen, taxonomie) == "voldoet"
    assert _oordeel({"competenties": {"b": 4, "a": 0}}, eisen, taxonomie) == "uit: competentie:a"


def test_onbekend_staat_in_de_volgorde_van_de_eisen() -> None:
    werkprofiel = {
        "certificaten": ["vca"],
        "talen": {"nld": 2},
        "uren_min": 8,
        "dagdelen": 1,
        "lat": 52,
        "lon": 5,
        "omstandigheden": {"tillen": 1},
        "eisen": [_eis("a", 1, hard=True)],
    }
    assert _uitslag({"beschikbaar_vanaf": None}, werkprofiel).onbekend == (
        "certificaat:vca",
        "taal:nld",
        "uren",
        "beschikbaar_vanaf",
        "dagdelen",
        "afstand",
        "omstandigheid:tillen",
        "competentie:a",
    )


def test_een_som_met_de_hand() -> None:
    """e(a) = max(2·1000, 5·450) = 2250; l(a) = 8·3 // (2·8) = 1; b is nothing and cannot be learned."""
    taxonomie = Taxonomie(verwantschap={"a": {"c": 450}})
    uitslag = _uitslag(
        {
            "competenties": {"a": 2, "c": 5},
            "leertempo": 2,
            "riasec": [100, 0, 50, 50, 50, 50],
            "sectoren": {"bouw": -1},
            "voorkeur": {"tillen": 2, "nacht": -2, "lawaai": -2},
            "grenzen": {"tillen": 3, "nacht": 3, "lawaai": 3},
        },
        {
            "eisen": [_eis("a", 4, 7), _eis("b", 2, 3)],
            "riasec": [50, 50, 50, 50, 50, 49],
            "sector": "bouw",
            "omstandigheden": {"tillen": 1, "nacht": 0, "lawaai": 3},
        },
        taxonomie,
    )
    assert [(eis.niveau_gevonden, eis.via, eis.niveaus_te_leren) for eis in uitslag.eisen] == [
        (2250, "c", 1),
        (0, None, 0),
    ]
    assert [(eis.punten_nu, eis.punten_straks, eis.punten_max) for eis in uitslag.eisen] == [
        (3937, 5687, 7000),
        (0, 0, 3000),
    ]
    assert (uitslag.competentie_nu, uitslag.competentie_straks) == (393, 568)
    assert uitslag.affiniteit.verschil == 101
    assert uitslag.affiniteit.punten == 1000 - 168 - 100
    assert uitslag.omstandigheden.punten == 500
    assert uitslag.nu == (70 * 393 + 20 * 732 + 10 * 500) // 100
    assert uitslag.straks == (70 * 568 + 20 * 732 + 10 * 500) // 100


def test_zonder_eisen_telt_competentie_vol_en_onbekende_interesse_half() -> None:
    uitslag = _uitslag({}, {})
    assert (uitslag.competentie_nu, uitslag.affiniteit.punten, uitslag.omstandigheden.punten) == (
        1000,
        500,
        500,
    )
    assert uitslag.nu == uitslag.straks == 850


def test_delen_blijven_tussen_nul_en_duizend() -> None:
    codes = [f"o{n}" for n in range(4)]
    werk = {"omstandigheden": dict.fromkeys(codes, 1), "sector": "s", "riasec": [0] * 6}
    grenzen = {"grenzen": dict.fromkeys(codes, 3)}
    hoog = _uitslag(grenzen | {"voorkeur": dict.fromkeys(codes, 2), "sectoren": {"s": 2}, "riasec": [0] * 6}, werk)
    laag = _uitslag(grenzen | {"voorkeur": dict.fromkeys(codes, -2), "sectoren": {"s": -2}, "riasec": [100] * 6}, werk)
    assert (hoog.affiniteit.punten, hoog.omstandigheden.punten) == (1000, 1000)
    assert (laag.affiniteit.punten, laag.omstandigheden.punten) == (0, 0)


@pytest.mark.parametrize(
    ("weken", "tempo", "leertijd", "niveaus"),
    [(8, None, 8, 1), (8, 1, 8, 1), (8, 0, 8, 0), (16, 0, 8, 1), (7, 1, 8, 0), (8, 3, 8, 2), (999, 3, 8, 2)],
)
def test_wat_te_leren_is_voor_de_start(weken: int, tempo: int | None, leertijd: int, niveaus: int) -> None:
    assert niveaus_te_leren(weken, tempo, leertijd) == niveaus


def test_van_niets_leert_alleen_wie_dat_kan() -> None:
    eisen = {"eisen": [_eis("a", 2)]}
    assert _uitslag({}, eisen).straks == _uitslag({}, eisen).nu
    leerbaar = _uitslag({}, eisen, Taxonomie(vanaf_nul={"a": True}))
    assert leerbaar.eisen[0].punten_straks == 500
    assert leerbaar.eisen[0].punten_nu == 0


def test_een_start_in_het_verleden_geeft_geen_weken() -> None:
    werk = lees_werkprofiel({"id": "w", "start": "2020-01-01"})
    uitslag = score(lees_kandidaat({"id": "k"}), werk, LEEG, PEILDATUM)
    assert isinstance(uitslag, Uitslag)
    assert uitslag.weken == 0


def test_de_afstand_klopt_met_de_bol() -> None:
    kwart = math.floor(1000 * 6371.0088 * math.pi / 2 + 0.5)
    assert afstand_in_meters(0, 0, 90, 0) == kwart
    assert afstand_in_meters(0, 0, 0, 180) in (2 * kwart - 1, 2 * kwart, 2 * kwart + 1)
    assert afstand_in_meters(52, 5, 52, 5) == 0
    assert afstand_in_meters(0, 179.99, 0, -179.99) == afstand_in_meters(0, 0.01, 0, -0.01)


def test_volgorde_straks_dan_onbekend_dan_id_op_codepunt() -> None:
    bekend = {"beschikbaar_vanaf": "2026-01-01"}
    mensen = [
        lees_kandidaat({"id": "b"} | bekend),
        lees_kandidaat({"id": "a"}),
        lees_kandidaat({"id": "é"} | bekend),
        lees_kandidaat({"id": "Z"} | bekend),
        lees_kandidaat({"id": "z10", "riasec": [0] * 6}),
    ]
    werk = lees_werkprofiel({"id": "w", "start": START, "riasec": [0] * 6})
    assert [uitslag.kandidaat for uitslag in beste(mensen, werk, LEEG, PEILDATUM)] == [
        "z10",
        "Z",
        "b",
        "é",
        "a",
    ]
    assert [uitslag.kandidaat for uitslag in beste(mensen, werk, LEEG, PEILDATUM, 2)] == ["z10", "Z"]


def test_andersom_is_dezelfde_score() -> None:
    mens = lees_kandidaat({"id": "k", "competenties": {"a": 2}})
    werk = [
        lees_werkprofiel({"id": f"w{niveau}", "start": START, "eisen": [_eis("a", niveau)]}) for niveau in (5, 3, 2)
    ]
    gevonden = beste_werkprofielen(mens, werk, LEEG, PEILDATUM)
    assert [uitslag.werkprofiel for uitslag in gevonden] == ["w2", "w3", "w5"]
    assert gevonden == [score(mens, profiel, LEEG, PEILDATUM) for profiel in reversed(werk)]
