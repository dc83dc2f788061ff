"""Everybody who passes, in columns: the same people, order and words as the reference, in any number of parts."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from werklandschap.matching.invoer import Kandidaat, Taxonomie, Werkprofiel
from werklandschap.matching.lijst import Treffer
from werklandschap.matching.motor import Index
from werklandschap.matching.referentie import afstand_in_meters, beste

from .voorraad import PEILDATUM, kandidatenlijst, taxonomieen, werkprofielen


def _index(eerst: list[Kandidaat], later: list[Kandidaat], taxonomie: Taxonomie) -> tuple[Index, list[Kandidaat]]:
    index = Index.bouw(eerst, taxonomie)
    index.wijzig_alle(later)
    return index, list(({mens.id: mens for mens in eerst} | {mens.id: mens for mens in later}).values())


def _meters(lat: float, lon: float) -> int:
    return afstand_in_meters(lat, lon, 52.0, 5.0)


def _verwacht(mensen: list[Kandidaat], werk: Werkprofiel, taxonomie: Taxonomie) -> list[Treffer]:
    uitslagen = beste(mensen, werk, taxonomie, PEILDATUM, len(mensen))
    return [Treffer(uit.kandidaat, uit.nu, uit.straks, uit.onbekend) for uit in uitslagen]


@settings(max_examples=100)
@given(eerst=kandidatenlijst, later=kandidatenlijst, werk=werkprofielen, taxonomie=taxonomieen)
def test_een_lijst_is_op_volgorde_en_telt_zonder_woorden_te_maken(
    eerst: list[Kandidaat], later: list[Kandidaat], werk: Werkprofiel, taxonomie: Taxonomie
) -> None:
    index, mensen = _index(eerst, later, taxonomie)
    (lijst,), verwacht = index.passenden([werk], PEILDATUM), _verwacht(mensen, werk, taxonomie)
    assert list(lijst) == verwacht
    assert list(lijst.ids()) == [een.kandidaat for een in verwacht]
    assert len(lijst) == len(verwacht)
    assert sorted(lijst.nu.tolist()) == sorted(een.nu for een in verwacht)
    assert sorted(lijst.straks.tolist()) == sorted(een.straks for een in verwacht)
    assert lijst.volledig.sum() == sum(not een.onbekend for een in verwacht)


@settings(max_examples=100)
@given(eerst=kandidatenlijst, later=kandidatenlijst, werk=werkprofielen, taxonomie=taxonomieen, data=st.data())
def test_twee_lijsten_van_een_zoekvraag_zijn_naast_elkaar_te_leggen(
    eerst: list[Kandidaat], later: list[Kandidaat], werk: Werkprofiel, taxonomie: Taxonomie, data: st.DataObject
) -> None:
    index, _mensen = _index(eerst, later, taxonomie)
    zonder_eisen = replace(werk, certificaten=(), talen={}, omstandigheden={}, uren_min=None, uren_max=None)
    streng, ruim = index.passenden([werk, zonder_eisen], PEILDATUM)
    mee = {een.kandidaat for een in streng}
    assert list(ruim.alleen(streng)) == [een for een in ruim if een.kandidaat in mee]
    assert list(ruim.behalve(streng)) == [een for een in ruim if een.kandidaat not in mee]
    weg = data.draw(st.sets(st.sampled_from([*(een.kandidaat for een in ruim), "niemand"])))
    assert list(ruim.zonder(weg)) == [een for een in ruim if een.kandidaat not in weg]


@settings(max_examples=100)
@given(eerst=kandidatenlijst, later=kandidatenlijst, werk=werkprofielen, km=st.sampled_from([0, 3, 7, 500]))
def test_wie_verder_woont_valt_weg_en_wie_nergens_staat_blijft(
    eerst: list[Kandidaat], later: list[Kandidaat], werk: Werkprofiel, km: int
) -> None:
    index, mensen = _index(eerst, later, Taxonomie())
    ver = {
        mens.id
        for mens in mensen
        if mens.lat is not None
        and mens.lon is not None
        and afstand_in_meters(mens.lat, mens.lon, 52.0, 5.0) > 1000 * km
    }
    (lijst,) = index.passenden([werk], PEILDATUM)
    over = lijst.houd(lambda deel: ~deel.verder_dan(km, 52.0, 5.0))
    assert list(over) == [een for een in lijst if een.kandidaat not in ver]
