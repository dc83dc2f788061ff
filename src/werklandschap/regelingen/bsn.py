"""Burgerservicenummer: the 11-test, and numbers for tests and demo data that pass it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from werklandschap.regelingen.fouten import RegelingFout

_NEGEN_CIJFERS = re.compile(r"[0-9]{9}")
_TEKENS_ERTUSSEN = str.maketrans("", "", " .-")
_GEWICHTEN = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_PER_BLOK = 9
_EERSTE_BLOK = 9_000_000
MAX_TEST_BSNS = 1_000_000 * _PER_BLOK


def normaliseer_bsn(tekst: str) -> str:
    """Leave out spaces, points and dashes, and put a zero before eight digits."""
    kaal = tekst.translate(_TEKENS_ERTUSSEN)
    return f"0{kaal}" if re.fullmatch(r"[0-9]{8}", kaal) else kaal


def is_geldig_bsn(bsn: str) -> bool:
    """Nine digits, not all zero, whose weighted sum 9a + 8b + … + 2h − i is a multiple of 11."""
    if not _NEGEN_CIJFERS.fullmatch(bsn) or bsn == "000000000":
        return False
    return _gewogen([int(cijfer) for cijfer in bsn]) % 11 == 0


def maak_test_bsn(n: int) -> str:
    """The n-th test number, n from 0 to 8,999,999: passes the 11-test, starts with 9, all different.

    Test sets commonly use numbers at the top of the range, starting with 9, so a test number is easily
    recognised. The first seven digits count up; every block of ten eighth digits holds at least nine
    numbers with a possible check digit (a remainder of 10 has none), of which nine are used: so number n is
    found without a search.
    """
    if not 0 <= n < MAX_TEST_BSNS:
        raise RegelingFout(f"Een testnummer heeft een volgnummer van 0 tot en met {MAX_TEST_BSNS - 1}.")
    blok, plaats = divmod(n, _PER_BLOK)
    begin = str(_EERSTE_BLOK + blok)
    mogelijk = [f"{begin}{achtste}{rest}" for achtste in range(10) if (rest := _controlecijfer(begin, achtste)) < 10]
    return mogelijk[plaats]


def _controlecijfer(begin: str, achtste: int) -> int:
    """Remainder 0–10 after seven digits and the eighth; 10 cannot be a digit."""
    return _gewogen([*(int(cijfer) for cijfer in begin), achtste]) % 11


def _gewogen(cijfers: Sequence[int]) -> int:
    return sum(gewicht * cijfer for gewicht, cijfer in zip(_GEWICHTEN, cijfers, strict=False))
