"""Words that do not mean what they name: sayings ("op de hoogte") and names of companies ("Hotel Kok")."""

from __future__ import annotations

import re
from functools import cache

from werklandschap.competenties import startgegevens
from werklandschap.competenties.herkenning.taal import plat

_NAAM = re.compile(
    r"(?:\b(?:[Hh]otel|[Bb]akkerij|[Rr]estaurant|[Cc]af[eé]|[Ss]tichting|[Gg]arage|[Ff]irma|[Ff]amilie|"
    r"[Ss]upermarkt|[Ss]alon|"
    r"[Ss]lagerij|[Mm]evrouw|[Mm]eneer|[Dd]hr\.?|[Mm]evr\.?|\w+kantoor|\w+bedrijf|\w+groep|\w+handel|\w+kwekerij|"
    r"\w+fabriek|\w+centrum|"
    r"\w+dienst|\w+bureau|\w+praktijk|\w+winkel) |(?<=[a-z,] )(?=(?:De|Van|Van de[nr]?) [A-Z]))"
    r"(?P<naam>(?:(?:[Dd]e|[Vv]an|de[nr]|'t|&|en) )*[A-Z][a-zà-ÿ]+(?: (?:&|en|van|de|[A-Z][a-zà-ÿ]+))*)"
    r"|(?P<bv>(?:[A-Z][a-zà-ÿ]+ (?:& )?){1,3})(?=[Bb]\.?[Vv]\.?\b|[Vv]\.?[Oo]\.?[Ff]\.?\b|[Nn]\.?[Vv]\.?\b|"
    r"[Zz]oon\b|[Zz]onen\b|Groep\b)"
)
"""A name after a word for a company or person, after a small word ("bij De Visser"), or before "bv"."""
_ONDERTEKEND = re.compile(r"\n\s*(?P<naam>[A-Z][a-zà-ÿ]+(?: (?:van|de|der|den|[A-Z][a-zà-ÿ]+)){1,4})\s*\Z")
"""The name under a letter."""


@cache
def _uitdrukking() -> re.Pattern[str]:
    stukken = sorted(startgegevens.lees("uitdrukkingen.yaml"), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(plat(s)).replace("…", r"\S+") for s in stukken) + r")\b")


def lees_eroverheen(tekst: str) -> str:
    """The text with sayings and names made blank, one sign for one sign, so that places stay the same."""
    uit = tekst
    for start, eind in [
        *(t.span() for t in _uitdrukking().finditer(plat(tekst))),
        *(t.span("naam") if t["naam"] else t.span("bv") for t in _NAAM.finditer(tekst)),
        *(t.span("naam") for t in _ONDERTEKEND.finditer(tekst)),
    ]:
        uit = uit[:start] + "~" * (eind - start) + uit[eind:]
    return uit
