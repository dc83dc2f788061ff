"""BSN, KVK number and branch number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werklandschap.regelingen.bsn import MAX_TEST_BSNS, is_geldig_bsn, maak_test_bsn, normaliseer_bsn
from werklandschap.regelingen.fouten import RegelingFout
from werklandschap.regelingen.kvk import is_geldig_kvk_nummer, is_geldig_vestigingsnummer


@pytest.mark.parametrize("bsn", ["111222333", "123456782", "999990019", "010000008"])
def test_een_goed_bsn(bsn: str) -> None:
    # by hand: 9·1+8·1+7·1+6·2+5·2+4·2+3·3+2·3−3 = 66 = 6 × 11
    assert is_geldig_bsn(bsn)


@pytest.mark.parametrize(
    "bsn",
    ["111222334", "123456789", "000000000", "", "12345678", "1234567820", "12345678a", "１23456782", " 123456782"],
)
def test_een_fout_bsn(bsn: str) -> None:
    assert not is_geldig_bsn(bsn)


@given(st.integers(0, MAX_TEST_BSNS - 1), st.integers(0, 8), st.integers(1, 9))
def test_een_testnummer_is_goed_en_een_verkeerd_cijfer_valt_op(n: int, plaats: int, erbij: int) -> None:
    bsn = maak_test_bsn(n)
    assert is_geldig_bsn(bsn)
    assert bsn.startswith("9")
    anders = str((int(bsn[plaats]) + erbij) % 10)
    assert not is_geldig_bsn(bsn[:plaats] + anders + bsn[plaats + 1 :])


def test_testnummers_zijn_allemaal_anders() -> None:
    nummers = [maak_test_bsn(n) for n in range(5000)]
    assert len(set(nummers)) == 5000
    assert nummers == sorted(nummers)


@pytest.mark.parametrize("n", [-1, MAX_TEST_BSNS])
def test_buiten_het_bereik_is_er_geen_testnummer(n: int) -> None:
    with pytest.raises(RegelingFout):
        maak_test_bsn(n)


def test_een_bsn_zoals_mensen_het_schrijven() -> None:
    assert normaliseer_bsn("1112.22.333") == "111222333"
    assert normaliseer_bsn(" 10000008 ") == "010000008"


def test_nummers_van_de_kvk() -> None:
    assert is_geldig_kvk_nummer("01234567")
    assert not any(is_geldig_kvk_nummer(nummer) for nummer in ("1234567", "123456789", "1234567a", "1234 567", ""))
    assert is_geldig_vestigingsnummer("000012345678")
    assert not any(is_geldig_vestigingsnummer(nummer) for nummer in ("12345678", "0000123456789", "00001234567x"))
