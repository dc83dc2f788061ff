"""Speed-date schedules: always allowed, never beaten, and only proved when that is true."""

from __future__ import annotations

import copy
import json
import random
from collections import Counter
from itertools import combinations
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from werklandschap.matching.speeddates import (
    HOOGSTE_WAARDE,
    SpeeddateFout,
    _is_optimaal,
    _maak_net,
    lees_vraag,
    maak_rooster,
    maak_vraag,
)

Gegevens = dict[str, Any]


def _gegevens(waarden: list[list[int | None]], tafels: list[int], rondes: int = 3, per_kandidaat: int = 3) -> Gegevens:
    """A request from a table: a row per candidate, a column per employer, None = no preference given."""
    return {
        "rondes": rondes,
        "minutenPerRonde": 10,
        "maxPerKandidaat": per_kandidaat,
        "kandidaten": [f"k{rij}" for rij in range(len(waarden))],
        "werkgevers": [{"id": f"w{kolom}", "tafels": aantal} for kolom, aantal in enumerate(tafels)],
        "voorkeuren": [
            {"kandidaat": f"k{rij}", "werkgever": f"w{kolom}", "waarde": waarde}
            for rij, regel in enumerate(waarden)
            for kolom, waarde in enumerate(regel)
            if waarde is not None
        ],
    }


@st.composite
def _vragen(draw: st.DrawFn, kandidaten: int = 6, werkgevers: int = 4) -> Gegevens:
    k, w = draw(st.integers(0, kandidaten)), draw(st.integers(0, werkgevers))
    waarde = st.none() | st.integers(0, 9)
    waarden = draw(st.lists(st.lists(waarde, min_size=w, max_size=w), min_size=k, max_size=k))
    tafels = draw(st.lists(st.integers(1, 3), min_size=w, max_size=w))
    return _gegevens(waarden, tafels, draw(st.integers(1, 5)), draw(st.integers(1, 5)))


def _controleer(gegevens: Gegevens, uit: Gegevens) -> None:
    """Every limit of the request, checked on the output alone."""
    afspraken = uit["afspraken"]
    waarde = {(v["kandidaat"], v["werkgever"]): v["waarde"] for v in gegevens["voorkeuren"]}
    tafels = {w["id"]: w["tafels"] for w in gegevens["werkgevers"]}
    paren = [(a["kandidaat"], a["werkgever"]) for a in afspraken]
    assert len(set(paren)) == len(paren)
    assert uit["waarde"] == sum(waarde[paar] for paar in paren)
    assert all(waarde[paar] > 0 for paar in paren)
    assert all(1 <= a["ronde"] <= gegevens["rondes"] for a in afspraken)
    assert all(1 <= a["tafel"] <= tafels[a["werkgever"]] for a in afspraken)
    per_ronde = Counter((a["kandidaat"], a["ronde"]) for a in afspraken)
    per_tafel = Counter((a["werkgever"], a["tafel"], a["ronde"]) for a in afspraken)
    per_kandidaat = Counter(a["kandidaat"] for a in afspraken)
    assert all(aantal == 1 for aantal in [*per_ronde.values(), *per_tafel.values()])
    assert all(aantal <= gegevens["maxPerKandidaat"] for aantal in per_kandidaat.values())


def _beste_volgens_cp_sat(gegevens: Gegevens) -> int:
    """The highest value by the plain model, with a variable per pair and round."""
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    rondes = range(gegevens["rondes"])
    keuze = {
        (v["kandidaat"], v["werkgever"], ronde): (model.new_bool_var(""), v["waarde"])
        for v in gegevens["voorkeuren"]
        for ronde in rondes
    }

    def som(kandidaat: str | None = None, werkgever: str | None = None, ronde: int | None = None) -> Any:
        return sum(
            variabele
            for (k, w, r), (variabele, _) in keuze.items()
            if kandidaat in (None, k) and werkgever in (None, w) and ronde in (None, r)
        )

    for voorkeur in gegevens["voorkeuren"]:
        model.add(som(voorkeur["kandidaat"], voorkeur["werkgever"]) <= 1)
    for kandidaat in gegevens["kandidaten"]:
        model.add(som(kandidaat) <= gegevens["maxPerKandidaat"])
        for ronde in rondes:
            model.add(som(kandidaat, ronde=ronde) <= 1)
    for werkgever in gegevens["werkgevers"]:
        for ronde in rondes:
            model.add(som(werkgever=werkgever["id"], ronde=ronde) <= werkgever["tafels"])
    model.maximize(sum(variabele * waarde for variabele, waarde in keuze.values()))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    assert solver.solve(model) == cp_model.OPTIMAL
    return round(solver.objective_value)


def _met_de_hand(gegevens: Gegevens) -> int:
    """The highest value over all sets of pairs within the limits per person and employer."""
    paren = [(v["kandidaat"], v["werkgever"], v["waarde"]) for v in gegevens["voorkeuren"]]
    hoogstens = {k: min(gegevens["maxPerKandidaat"], gegevens["rondes"]) for k in gegevens["kandidaten"]}
    hoogstens |= {w["id"]: w["tafels"] * gegevens["rondes"] for w in gegevens["werkgevers"]}
    beste = 0
    for aantal in range(len(paren) + 1):
        for keuze in combinations(paren, aantal):
            graad = Counter(wie for kandidaat, werkgever, _ in keuze for wie in (kandidaat, werkgever))
            if all(graad[wie] <= hoogstens[wie] for wie in graad):
                beste = max(beste, sum(waarde for _, _, waarde in keuze))
    return beste


@settings(max_examples=60)
@given(_vragen())
def test_even_goed_als_een_algemene_oplosser(gegevens: Gegevens) -> None:
    uit = maak_rooster(maak_vraag(gegevens)).als_json()
    _controleer(gegevens, uit)
    assert uit["bewezenOptimaal"] is True
    beste = _beste_volgens_cp_sat(gegevens) if gegevens["voorkeuren"] else 0
    assert uit["waarde"] == beste


@settings(max_examples=60)
@given(_vragen(kandidaten=4, werkgevers=3))
def test_even_goed_als_alles_proberen(gegevens: Gegevens) -> None:
    assert maak_rooster(maak_vraag(gegevens)).waarde == _met_de_hand(gegevens)


@settings(max_examples=30)
@given(_vragen(kandidaten=25, werkgevers=12))
def test_ook_grotere_roosters_houden_zich_aan_de_grenzen(gegevens: Gegevens) -> None:
    rooster = maak_rooster(maak_vraag(gegevens))
    _controleer(gegevens, rooster.als_json())
    assert rooster.bewezen_optimaal


def test_een_klein_voorbeeld_met_de_hand() -> None:
    # one round, one table each: 5 + 4 beats 6 + 1
    rooster = maak_rooster(maak_vraag(_gegevens([[6, 5], [4, 1]], [1, 1], rondes=1)))
    assert rooster.waarde == 9
    assert [(a.ronde, a.werkgever, a.tafel, a.kandidaat) for a in rooster.afspraken] == [
        (1, "w0", 1, "k1"),
        (1, "w1", 1, "k0"),
    ]


def test_een_voorkeur_van_nul_komt_niet_in_het_rooster() -> None:
    rooster = maak_rooster(maak_vraag(_gegevens([[0, 3]], [1, 1])))
    assert [afspraak.werkgever for afspraak in rooster.afspraken] == ["w1"]


def test_niet_meer_rondes_dan_nodig() -> None:
    rooster = maak_rooster(maak_vraag(_gegevens([[1, 1], [1, 1]], [1, 1], rondes=12)))
    assert {afspraak.ronde for afspraak in rooster.afspraken} == {1, 2}


def test_zonder_mensen_of_voorkeuren_een_leeg_rooster() -> None:
    uit = maak_rooster(maak_vraag(_gegevens([], [1]))).als_json()
    assert uit == {"afspraken": [], "waarde": 0, "bewezenOptimaal": True}


def _groot(zaad: int) -> Gegevens:
    toeval = random.Random(zaad)
    waarden: list[list[int | None]] = [[toeval.randint(0, 10) for _ in range(20)] for _ in range(60)]
    return _gegevens(waarden, [toeval.randint(1, 2) for _ in range(20)], rondes=12, per_kandidaat=6)


def test_zestig_kandidaten_zo_goed_als_het_kan_en_steeds_hetzelfde() -> None:
    gegevens = _groot(1)
    rooster = maak_rooster(maak_vraag(gegevens))
    _controleer(gegevens, rooster.als_json())
    assert rooster.bewezen_optimaal
    assert maak_rooster(maak_vraag(copy.deepcopy(gegevens))) == rooster


def test_zeer_hoge_waarden_blijven_exact() -> None:
    hoog = HOOGSTE_WAARDE
    rooster = maak_rooster(maak_vraag(_gegevens([[hoog, hoog - 1], [hoog - 1, hoog - 3]], [1, 1], rondes=1)))
    assert rooster.waarde == 2 * hoog - 2
    assert rooster.bewezen_optimaal


def test_het_bewijs_doorziet_een_slechtere_of_verboden_keuze() -> None:
    vraag = maak_vraag(_gegevens([[6, 5], [4, 1]], [1, 1], rondes=1))
    net = _maak_net(vraag, vraag.voorkeuren)
    oordelen = {
        keuze: _is_optimaal(net, np.array(keuze, dtype=np.int64))
        for keuze in [(0, 1, 1, 0), (1, 0, 0, 1), (0, 0, 0, 0), (1, 0, 1, 0), (1, 1, 1, 1)]
    }
    assert [keuze for keuze, goed in oordelen.items() if goed] == [(0, 1, 1, 0)]


def test_een_id_mag_een_getal_zijn_en_verschilt_van_tekst() -> None:
    gegevens = _gegevens([], [])
    gegevens |= {"kandidaten": [1, "1"], "werkgevers": [{"id": 7, "tafels": 1}]}
    gegevens["voorkeuren"] = [{"kandidaat": k, "werkgever": 7, "waarde": 2} for k in (1, "1")]
    uit = maak_rooster(maak_vraag(gegevens)).als_json()
    assert sorted(str(type(a["kandidaat"])) for a in uit["afspraken"]) == ["<class 'int'>", "<class 'str'>"]


def _anders(*pad: str | int, waarde: object) -> Gegevens:
    gegevens = _gegevens([[3, 4], [5, 6]], [1, 2])
    plek: Any = gegevens
    for stap in pad[:-1]:
        plek = plek[stap]
    plek[pad[-1]] = waarde
    return gegevens


@pytest.mark.parametrize(
    "gegevens",
    [
        [],
        None,
        "tekst",
        _anders("rondes", waarde=0),
        _anders("rondes", waarde=True),
        _anders("rondes", waarde=2.0),
        _anders("rondes", waarde="2"),
        _anders("minutenPerRonde", waarde=0),
        _anders("maxPerKandidaat", waarde=-1),
        _anders("maxPerKandidaat", waarde=None),
        _anders("kandidaten", waarde={}),
        _anders("kandidaten", 0, waarde="k1"),
        _anders("kandidaten", 0, waarde=""),
        _anders("kandidaten", 0, waarde=None),
        _anders("kandidaten", 0, waarde=True),
        _anders("kandidaten", 0, waarde=["k0"]),
        _anders("werkgevers", 0, waarde="w0"),
        _anders("werkgevers", 0, "id", waarde="w1"),
        _anders("werkgevers", 0, "tafels", waarde=0),
        _anders("werkgevers", 0, "tafels", waarde=1.5),
        _anders("werkgevers", 0, "kleur", waarde="rood"),
        _anders("voorkeuren", 0, "waarde", waarde=-1),
        _anders("voorkeuren", 0, "waarde", waarde=True),
        _anders("voorkeuren", 0, "waarde", waarde=1.5),
        _anders("voorkeuren", 0, "waarde", waarde=HOOGSTE_WAARDE + 1),
        _anders("voorkeuren", 0, "kandidaat", waarde="vreemd"),
        _anders("voorkeuren", 0, "werkgever", waarde="vreemd"),
        _anders("voorkeuren", 0, "werkgever", waarde="w1"),
        _anders("voorkeuren", 0, waarde={"kandidaat": "k0", "werkgever": "w0"}),
        _anders("iets", waarde=1),
    ],
)
def test_verkeerde_invoer_wordt_geweigerd(gegevens: object) -> None:
    with pytest.raises(SpeeddateFout):
        maak_vraag(gegevens)


@pytest.mark.parametrize("veld", list(_gegevens([], [])))
def test_een_ontbrekend_veld_wordt_genoemd(veld: str) -> None:
    gegevens = _gegevens([[1]], [1])
    del gegevens[veld]
    with pytest.raises(SpeeddateFout, match=veld):
        maak_vraag(gegevens)


@pytest.mark.parametrize(
    "tekst",
    ["", "{", '{"rondes": NaN}', '{"rondes": Infinity}', '{"rondes": 1, "rondes": 2}', "[" * 100_000, "9" * 5000],
)
def test_wat_geen_goede_json_is_wordt_geweigerd(tekst: str) -> None:
    with pytest.raises(SpeeddateFout):
        lees_vraag(tekst)


def test_goede_json_wordt_gelezen() -> None:
    gegevens = _gegevens([[3, 4]], [1, 2])
    assert lees_vraag(json.dumps(gegevens)) == maak_vraag(gegevens)
