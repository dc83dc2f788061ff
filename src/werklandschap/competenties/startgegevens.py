"""Reads the starter set from `data/` into plain values; knows no database."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import combinations, product
from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).resolve().parent / "data"
STANDAARD_LEERTIJD = 8
MEEST_VERWANT = 32
_LADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class StartCompetentie:
    """One competence of the starter set; `synoniemen` have their alternatives written out."""

    code: str
    soort: str
    label: str
    label_en: str
    weken: int
    vanaf_nul: bool
    uitleg: str
    uitleg_en: str
    synoniemen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StartBeroep:
    """One occupation; `essentieel` and `nuttig` map competence codes to a level 1–5."""

    code: str
    label: str
    label_en: str
    uitleg: str
    uitleg_en: str
    isco: str
    sector: str
    riasec: tuple[int, ...]
    omstandigheden: dict[str, int]
    essentieel: dict[str, int]
    nuttig: dict[str, int]
    synoniemen: tuple[str, ...]
    groei: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A certificate or condition: a code, its names and the words that give it away."""

    code: str
    label: str
    label_en: str
    synoniemen: tuple[str, ...]


def lees(naam: str) -> Any:
    """The content of one YAML file in `data/`."""
    return yaml.load((DATA / naam).read_text(encoding="utf-8"), Loader=_LADER)  # noqa: S506 - safe loader


def schrijf_uit(tekst: str) -> list[str]:
    """Write out the alternatives of a synonym: "wc/toilet soppen" gives "wc soppen" and "toilet soppen".

    Only slashes between words of two letters or more count, so that "24/7" and "ms/office" stay apart.
    """
    if "/" not in tekst:
        return [" ".join(tekst.split())]
    delen = [
        woord.split("/") if re.fullmatch(r"[^\W\d]{2,}(?:['’-]\w+)*(?:/[^\W\d]{2,}(?:['’-]\w+)*)+", woord) else [woord]
        for woord in tekst.split()
    ]
    return [" ".join(keuze) for keuze in product(*delen)]


def _synoniemen(teksten: list[str] | None, label: str) -> tuple[str, ...]:
    """All written-out synonyms, without the label and without doubles (case does not count)."""
    gezien = {label.casefold()}
    uit: list[str] = []
    for tekst in teksten or []:
        for vorm in schrijf_uit(str(tekst)):
            if vorm.casefold() not in gezien:
                gezien.add(vorm.casefold())
                uit.append(vorm)
    return tuple(uit)


def competenties() -> tuple[StartCompetentie, ...]:
    """All competences of the starter set, in the order of the files."""
    return _gelezen()[0]


def sectoren() -> dict[str, str]:
    """{competence: the field of work it belongs to}, which is the file it stands in."""
    return _gelezen()[1]


@cache
def _gelezen() -> tuple[tuple[StartCompetentie, ...], dict[str, str]]:
    """The competences and their fields; the files are read once."""
    sector: dict[str, str] = {}
    uit: list[StartCompetentie] = []
    for pad in sorted((DATA / "competenties").glob("*.yaml")):
        bestand = lees(f"competenties/{pad.name}")
        for code, rij in bestand["competenties"].items():
            sector[str(code)] = pad.stem
            uit.append(
                StartCompetentie(
                    code=str(code),
                    soort=bestand["soort"],
                    label=str(rij["nl"]),
                    label_en=str(rij["en"]),
                    weken=int(rij.get("weken", STANDAARD_LEERTIJD)),
                    vanaf_nul=bool(rij.get("nul", False)),
                    uitleg=str(rij.get("uitleg", "")),
                    uitleg_en=str(rij.get("uitleg_en", "")),
                    synoniemen=_synoniemen(rij.get("syn"), str(rij["nl"])),
                )
            )
    return tuple(uit), sector


@cache
def beroepen() -> tuple[StartBeroep, ...]:
    """All occupations of the starter set."""
    return tuple(
        StartBeroep(
            code=str(code),
            label=rij["nl"],
            label_en=rij["en"],
            uitleg=rij["uitleg"],
            uitleg_en=rij["uitleg_en"],
            isco=rij["isco"],
            sector=rij["sector"],
            riasec=tuple(rij["riasec"]),
            omstandigheden=dict(rij["omstandigheden"]),
            essentieel={str(k): v for k, v in rij["essentieel"].items()},
            nuttig={str(k): v for k, v in rij["nuttig"].items()},
            synoniemen=_synoniemen(rij["syn"], rij["nl"]),
            groei=tuple(rij.get("groei", ())),
        )
        for code, rij in lees("beroepen.yaml").items()
    )


@cache
def omstandigheden() -> tuple[dict[str, Any], ...]:
    """The catalogue of conditions, one mapping per condition, as in the file."""
    return tuple(lees("omstandigheden.yaml"))


@cache
def omstandigheid_termen() -> tuple[Term, ...]:
    """Conditions as terms to recognise; those without words of their own are left out."""
    return tuple(
        Term(rij["code"], rij["nl"], rij["en"], _synoniemen(rij["syn"], "")) for rij in omstandigheden() if rij["syn"]
    )


@cache
def certificaten() -> tuple[Term, ...]:
    """Certificates as terms to recognise."""
    return tuple(
        Term(rij["code"], rij["nl"], rij["en"], _synoniemen(rij["syn"], "")) for rij in lees("certificaten.yaml")
    )


@cache
def woordgroepen() -> tuple[tuple[str, ...], ...]:
    """Groups of words a recogniser reads as one word."""
    return tuple(tuple(groep) for groep in lees("woordgroepen.yaml"))


@cache
def te_algemeen() -> frozenset[str]:
    """Words that alone say too little to suggest something."""
    return frozenset(str(woord) for woord in lees("te_algemeen.yaml"))


@cache
def verwantschap() -> dict[str, dict[str, int]]:
    """Kinship {k: {s: per mille}}; at most `MEEST_VERWANT` per k, the strongest first, then by code."""
    alles: dict[str, dict[str, int]] = {}
    for groep in lees("verwantschap.yaml")["groepen"]:
        for links, rechts in combinations((str(code) for code in groep["codes"]), 2):
            for naar, van in ((links, rechts), (rechts, links)):
                rij = alles.setdefault(naar, {})
                rij[van] = max(rij.get(van, 0), int(groep["promille"]))
    return {
        naar: dict(sorted(rij.items(), key=lambda paar: (-paar[1], paar[0]))[:MEEST_VERWANT])
        for naar, rij in alles.items()
    }
