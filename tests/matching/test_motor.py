"""The fast engine gives what the reference gives, always."""

from __future__ import annotations

import pickle
from collections.abc import Iterable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from werklandschap.matching.invoer import (
    Invoerfout,
    Kandidaat,
    Taxonomie,
    Werkprofiel,
    lees_kandidaat,
    lees_werkprofiel,
)
from werklandschap.matching.lijst import Treffer
from werklandschap.matching.motor import Index
from werklandschap.matching.referentie import afstand_in_meters, beste

from .voorraad import PEILDATUM, Loterij, kandidatenlijst, taxonomieen, werkprofielen


def _verwacht(
    kandidaten: Iterable[Kandidaat], werkprofiel: Werkprofiel, taxonomie: Taxonomie, top: int
) -> list[Treffer]:
    uitslagen = beste(kandidaten, werkprofiel, taxonomie, PEILDATUM, top)
    return [Treffer(uit.kandidaat, uit.nu, uit.straks, uit.onbekend) for uit in uitslagen]


@settings(max_examples=300)
@given(kandidaten=kandidatenlijst, werk=werkprofielen, taxonomie=taxonomieen, top=st.integers(0, 9))
def test_de_motor_geeft_wat_de_referentie_geeft(
    kandidaten: list[Kandidaat], werk: Werkprofiel, taxonomie: Taxonomie, top: int
) -> None:
    gevonden = Index.bouw(kandidaten, taxonomie).zoek(werk, top, PEILDATUM)
    assert gevonden == _verwacht(kandidaten, werk, taxonomie, top)


@settings(max_examples=100)
@given(kandidaten=kandidatenlijst, werk=werkprofielen, taxonomie=taxonomieen)
def test_tellen_geeft_zoveel_als_zoeken_vindt(
    kandidaten: list[Kandidaat], werk: Werkprofiel, taxonomie: Taxonomie
) -> None:
    index = Index.bouw(kandidaten, taxonomie)
    assert index.tel(werk, PEILDATUM) == len(_verwacht(kandidaten, werk, taxonomie, len(kandidaten)))


@settings(max_examples=100)
@given(eerst=kandidatenlijst, later=kandidatenlijst, werk=werkprofielen, taxonomie=taxonomieen, data=st.data())
def test_wie_wijzigt_of_weggaat_is_meteen_zo_te_vinden(
    eerst: list[Kandidaat],
    later: list[Kandidaat],
    werk: Werkprofiel,
    taxonomie: Taxonomie,
    data: st.DataObject,
) -> None:
    index = Index.bouw(eerst, taxonomie)
    mensen = {mens.id: mens for mens in eerst}
    for mens in later:
        index.wijzig(mens)
        mensen[mens.id] = mens
        if data.draw(st.booleans()):
            weg = data.draw(st.sampled_from(sorted(mensen)))
            assert index.verwijder(weg)
            assert not index.verwijder(weg)
            del mensen[weg]
        assert index.zoek(werk, 20, PEILDATUM) == _verwacht(mensen.values(), werk, taxonomie, 20)
    assert len(index) == len(mensen)


@settings(max_examples=100)
@given(
    eerst=kandidatenlijst,
    later=kandidatenlijst,
    werk=st.lists(werkprofielen, max_size=9),
    taxonomie=taxonomieen,
    top=st.integers(0, 9),
)
def test_samen_zoeken_geeft_wat_de_referentie_per_werkprofiel_geeft(
    eerst: list[Kandidaat], later: list[Kandidaat], werk: list[Werkprofiel], taxonomie: Taxonomie, top: int
) -> None:
    index = Index.bouw(eerst, taxonomie)
    mensen = {mens.id: mens for mens in [*eerst, *later]}
    for mens in later:
        index.wijzig(mens)
    gevonden = [treffers for _, treffers in index.zoek_alle(werk, top, PEILDATUM)]
    assert gevonden == [_verwacht(mensen.values(), profiel, taxonomie, top) for profiel in werk]


def test_negenduizend_mensen_in_meer_dan_een_tegel_en_twaalf_werkprofielen() -> None:
    loterij = Loterij(zaad=2026)
    taxonomie = loterij.taxonomie()
    mensen = [loterij.kandidaat(f"k{nummer}") for nummer in range(9000)]
    index = Index.bouw(iter(mensen), taxonomie)
    werk = [loterij.werkprofiel(f"w{nummer}") for nummer in range(12)]
    gevonden = list(index.zoek_alle(werk, 50, PEILDATUM, draden=2))
    assert [profiel for profiel, _ in gevonden] == werk
    for profiel, treffers in gevonden:
        assert treffers == _verwacht(mensen, profiel, taxonomie, 50) == index.zoek(profiel, 50, PEILDATUM)
    assert sum(len(treffers) for _, treffers in gevonden) > 100


def test_veel_wijzigingen_voegen_kleine_delen_samen() -> None:
    loterij = Loterij(zaad=7)
    taxonomie = loterij.taxonomie()
    mensen = {f"k{nummer}": loterij.kandidaat(f"k{nummer}") for nummer in range(300)}
    index = Index.bouw(mensen.values(), taxonomie)
    for nummer in range(100, 420):
        mensen[f"k{nummer}"] = loterij.kandidaat(f"k{nummer}")
        index.wijzig(mensen[f"k{nummer}"])
    for nummer in range(0, 420, 7):
        index.verwijder(f"k{nummer}")
        del mensen[f"k{nummer}"]
    assert "k1" in index
    assert "k7" not in index
    terug = pickle.loads(pickle.dumps(index))
    for nummer in range(5):
        werk = loterij.werkprofiel(f"w{nummer}")
        verwacht = _verwacht(mensen.values(), werk, taxonomie, 30)
        assert index.zoek(werk, 30, PEILDATUM) == verwacht
        assert terug.zoek(werk, 30, PEILDATUM) == verwacht


def test_de_grens_van_de_afstand_is_die_van_de_referentie() -> None:
    """People a metre apart around the limit, so that the estimate alone cannot decide."""
    werk = lees_werkprofiel({"id": "w", "start": "2026-03-01", "lat": 52.0, "lon": 5.0})
    stap = 1e-6
    mensen = [
        lees_kandidaat({"id": f"k{plek}", "lat": 52.0 + 0.08993 + plek * stap, "lon": 5.0, "reis_km": 10})
        for plek in range(-60, 60)
    ]
    afstanden = [afstand_in_meters(m.lat or 0, m.lon or 0, 52.0, 5.0) for m in mensen]
    assert min(afstanden) < 10000 < max(afstanden)
    index = Index.bouw(mensen, Taxonomie())
    assert index.zoek(werk, 200, PEILDATUM) == _verwacht(mensen, werk, Taxonomie(), 200)
    assert index.zoek(werk, 3, PEILDATUM) == _verwacht(mensen, werk, Taxonomie(), 3)


def test_wie_naast_het_werk_woont_en_niet_reist() -> None:
    werk = lees_werkprofiel({"id": "w", "start": "2026-03-01", "lat": 52.0, "lon": 5.0})
    mensen = [
        lees_kandidaat({"id": f"k{plek}", "lat": 52.0 + plek * 1e-6, "lon": 5.0, "reis_km": 0}) for plek in range(-9, 9)
    ]
    treffers = Index.bouw(mensen, Taxonomie()).zoek(werk, 20, PEILDATUM)
    assert treffers == _verwacht(mensen, werk, Taxonomie(), 20)
    assert 0 < len(treffers) < len(mensen)


def test_een_lege_index_vindt_niemand_en_leert_er_iemand_bij() -> None:
    index = Index.bouw([], Taxonomie())
    werk = Werkprofiel("w", date(2026, 3, 1))
    assert index.zoek(werk, 5, PEILDATUM) == []
    index.wijzig(Kandidaat("k"))
    assert index.zoek(werk, 5, PEILDATUM) == [Treffer("k", 850, 850, ("beschikbaar_vanaf",))]
    with pytest.raises(ValueError, match="top"):
        index.zoek(werk, -1, PEILDATUM)


def test_een_dubbele_id_wordt_geweigerd() -> None:
    with pytest.raises(Invoerfout):
        Index.bouw([Kandidaat("k"), Kandidaat("k")], Taxonomie())


def test_meer_dan_honderd_harde_competenties() -> None:
    eisen = [{"competentie": f"c{nummer}", "niveau": 2, "gewicht": 3, "hard": True} for nummer in range(140)]
    werk = lees_werkprofiel({"id": "w", "start": "2026-03-01", "eisen": eisen})
    mensen = [
        lees_kandidaat({"id": f"k{nummer}", "competenties": {f"c{eis}": 3 for eis in range(nummer % 3, 140, 3)}})
        for nummer in range(300)
    ] + [lees_kandidaat({"id": "te laag", "competenties": {"c7": 1}})]
    treffers = Index.bouw(mensen, Taxonomie()).zoek(werk, 400, PEILDATUM)
    assert treffers == _verwacht(mensen, werk, Taxonomie(), 400)
    assert len(treffers) == 300
    assert len(treffers[0].onbekend) > 90


def test_bij_heel_veel_gelijken_beslissen_het_onbekende_en_de_id() -> None:
    """More people on the threshold than there is room for at first."""
    mensen = [
        lees_kandidaat({"id": f"k{nummer:05d}"} | ({"dagdelen": 7} if nummer % 1000 == 999 else {}))
        for nummer in range(20_000)
    ]
    werk = lees_werkprofiel({"id": "w", "start": "2026-03-01", "dagdelen": 7})
    treffers = Index.bouw(mensen, Taxonomie()).zoek(werk, 25, PEILDATUM)
    verwacht = [f"k{nummer:05d}" for nummer in [*range(999, 20_000, 1000), *range(5)]]
    assert [treffer.kandidaat for treffer in treffers] == verwacht
    assert {len(treffer.onbekend) for treffer in treffers} == {1, 2}
