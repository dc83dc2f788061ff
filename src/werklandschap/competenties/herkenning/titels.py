"""A job title as telling words: cleaned of m/v, hours, level and seniority, women's and plural forms made plain."""

from __future__ import annotations

import re
from functools import lru_cache

from werklandschap.competenties.herkenning.taal import STOPWOORDEN, plat, stam

_RUIS = re.compile(
    r"\((?:[mvfxhd/\s.]|\d+ ?(?:-|–|tot) ?\d+|\d+|uur|uren|u\b|fte|fulltime|parttime)+\)|"
    r"\b[mvfxhd](?:\s*/\s*[mvfxhd])+\b|\b\d+([.,]\d+)?\s*(?:-\s*\d+\s*)?(?:uur|uren|u|fte)?\b|"
    r"\b(?:mbo|hbo|wo|vmbo)\b(?:[- ]?niveau)?|"
    r"\bniveau\b|\b(?:sr|jr|senior|junior|medior|ervaren|aankomend|aankomende|zelfstandig werkend|leerling|allround|"
    r"parttime|fulltime|oproepkracht|vacature|gezocht|stagiair|bbl|per week|all-round)\b\.?"
)
_AFKORTINGEN = {
    "mdw": "medewerker", "medew": "medewerker", "adm": "administratief", "admin": "administratief",
    "ass": "assistent", "asst": "assistent", "tech": "technisch", "alg": "algemeen", "dir": "directeur",
    "verpl": "verpleegkundige", "mgr": "manager", "mngr": "manager", "hr": "personeelszaken", "ict": "informatica",
    "it": "informatica", "ig": "individuele gezondheidszorg", "vz": "verzorgende", "secr": "secretaresse",
    "wtb": "werktuigbouwkundig", "elektro": "elektrotechnisch", "fin": "financieel", "comm": "commercieel",
}  # fmt: skip
_VROUWELIJK = (
    ("verpleegster", "verpleger"), ("schoonmaakster", "schoonmaker"), ("werkster", "werker"), ("kundige", "kundig"),
    ("trice", "tor"), ("euse", "eur"), ("iere", "ier"), ("ante", "ant"), ("ente", "ent"), ("iste", "ist"),
    ("loge", "loog"), ("ares", "aar"), ("esse", "is"), ("egster", "eger"), ("oonster", "oner"),
)  # fmt: skip
_WOORD = re.compile(r"[a-z0-9+#]+")


@lru_cache(maxsize=100_000)
def grondvorm(woord: str) -> str:
    """The plain form of a word in a title: "medewerkster" and "medewerkers" give "medewerker"."""
    for vrouw, man in _VROUWELIJK:
        if woord.endswith(vrouw) and len(woord) > len(vrouw) + 1:
            woord = woord.removesuffix(vrouw) + man
            break
    if woord.endswith("ster") and len(woord) > 7:
        woord = _man(woord.removesuffix("ster"))
    elif woord.endswith("ers") and len(woord) > 6:
        woord = woord.removesuffix("s")
    elif woord.endswith("in") and woord[-4:-2] in ("ar", "er") and len(woord) > 7:
        woord = woord.removesuffix("in")
    return stam(woord)


def _man(kern: str) -> str:
    """ "verkoop" → "verkoper", "bedien" → "bediener", "kap" → "kapper"."""
    if len(kern) > 2 and kern[-2] == kern[-3] and kern[-2] in "aeou" and kern[-1] not in "aeiou":
        return f"{kern[:-2]}{kern[-1]}er"
    return f"{kern}er"


def titelwoorden(titel: str) -> list[str]:
    """The telling words of a title in their plain form; all words when nothing else is left."""
    vlak = plat(titel)
    schoon = _RUIS.sub(" ", vlak)
    ruw = _WOORD.findall(schoon) or _WOORD.findall(vlak)
    vol = [deel for woord in ruw for deel in _AFKORTINGEN.get(woord, woord).split()]
    uit = [grondvorm(woord) for woord in vol if woord not in STOPWOORDEN]
    return uit or [grondvorm(woord) for woord in vol]
