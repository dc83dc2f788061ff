"""Exact numbers: reading, rounding to cents and writing them the Dutch way."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from math import floor

from werklandschap.regelingen.fouten import RegelingFout

_GETAL = re.compile(r"[0-9]{1,6}(?:[.,][0-9]{1,10})?")


def lees_getal(tekst: str, naam: str) -> Decimal:
    """Read digits with a point or comma; no sign, exponent, NaN, infinity. Raises RegelingFout."""
    if not _GETAL.fullmatch(tekst):
        raise RegelingFout(f"{naam}: '{tekst}' is geen getal zoals 32 of 32,5.")
    return Decimal(tekst.replace(",", "."))


def rond_op_centen(bedrag: Fraction | Decimal) -> Decimal:
    """Round an amount in euros (0 or more) half up to whole cents; exact, whatever the number of digits."""
    return Decimal(floor(Fraction(bedrag) * 100 + Fraction(1, 2))).scaleb(-2)


def als_getal(getal: Decimal) -> str:
    """Write a number the Dutch way, without trailing zeros: 23,5 or 32."""
    tekst = format(getal, "f")
    if "." in tekst:
        tekst = tekst.rstrip("0").rstrip(".")
    return tekst.replace(".", ",")


def als_euro(bedrag: Fraction | Decimal) -> str:
    """Write an amount the Dutch way: € 2.202,97."""
    return "€ " + f"{rond_op_centen(bedrag):,.2f}".translate(str.maketrans(",.", ".,"))
