"""The questionnaires of our own: an aid to talk, not validated tests. What they say is for the person to confirm."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import variance
from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import get_language

from werklandschap.kern.basis.catalogus import in_taal, lees_yaml, vertaal

MAP = Path(__file__).parent / "data"
PUNTEN_PER_STAP = 25
PER_DEEL = 11
# Below this many real answers reliability says nothing.
MINSTENS_VOOR_ALFA = 100
# Score of the type T of `leren` from which the pace of the profile is one step higher.
TEMPOGRENZEN = (35, 60, 80)


def _taal() -> str:
    return (get_language() or "nl")[:2]


@dataclass(frozen=True)
class Vragenlijst:
    """One questionnaire: `code` is its name in addresses, `inhoud` that of its file in data/."""

    code: str
    inhoud: Mapping[str, Any]

    @property
    def _kop(self) -> Mapping[str, Any]:
        return in_taal(self.inhoud["test"][0], _taal())

    @property
    def naam(self) -> str:
        """What it asks."""
        return str(self._kop["naam"])

    @property
    def uitleg(self) -> str:
        """How long it is and how one answers."""
        return str(self._kop["uitleg"])

    def types(self) -> list[tuple[str, str, str]]:
        """(code, name, explanation) in the order of the result."""
        rijen = [in_taal(rij, _taal()) for rij in self.inhoud["types"]]
        return [(rij["code"], rij["naam"], rij["uitleg"]) for rij in sorted(rijen, key=lambda r: r["volgorde"])]

    def antwoorden(self) -> list[tuple[int, str]]:
        """(0–4, name)."""
        return [(rij["waarde"], in_taal(rij, _taal())["naam"]) for rij in self.inhoud["antwoorden"]]

    def items(self) -> list[tuple[str, str, str]]:
        """(code, text, keyword of a picture or "")."""
        rijen = self.inhoud["items"]
        teksten = [rij["en"] if _taal() == "en" else vertaal(rij["tekst"]) for rij in rijen]
        return [(r["code"], tekst, r.get("pictogram", "")) for r, tekst in zip(rijen, teksten, strict=True)]

    def delen(self) -> list[list[tuple[str, str, str]]]:
        """The items a screen at a time."""
        items = self.items()
        return [items[begin : begin + PER_DEEL] for begin in range(0, len(items), PER_DEEL)]

    @cached_property
    def type_van(self) -> dict[str, str]:
        """{item: code of its type}."""
        return {rij["code"]: rij["type"] for rij in self.inhoud["items"]}

    def geldig(self, antwoorden: Mapping[str, Any]) -> dict[str, int]:
        """What of it answers an item with a whole number 0–4."""
        return {c: w for c, w in antwoorden.items() if c in self.type_van and type(w) is int and w in range(5)}

    def score(self, antwoorden: Mapping[str, int]) -> list[int | None]:
        """A number 0–100 per type from {item: 0–4}; None where too few items of a type were answered."""
        per_type: dict[str, list[int]] = {code: [] for code, _naam, _uitleg in self.types()}
        for code, waarde in antwoorden.items():
            per_type[self.type_van[code]].append(waarde)
        genoeg: int = self._kop["minstens"]
        return [round(sum(w) * PUNTEN_PER_STAP / len(w)) if len(w) >= genoeg else None for w in per_type.values()]

    def sterkste(self, uitslag: Sequence[int | None], aantal: int = 3) -> list[str]:
        """Names of the types that score highest."""
        paren = [(p, naam) for p, (_c, naam, _u) in zip(uitslag, self.types(), strict=True) if p is not None]
        return [naam for _punten, naam in sorted(paren, key=lambda paar: -paar[0])[:aantal]]


@cache
def vragenlijsten() -> dict[str, Vragenlijst]:
    """{code: questionnaire}."""
    bestanden = {"interesse": "riasec.yaml", "leren": "leren.yaml", "waarden": "waarden.yaml"}
    return {code: Vragenlijst(code, lees_yaml(MAP / bestand)) for code, bestand in bestanden.items()}


def leertempo(punten: int) -> int:
    """The pace of matching.md (0 calm … 3 fast) that a score 0–100 suggests."""
    return sum(punten >= grens for grens in TEMPOGRENZEN)


def cronbachs_alfa(rijen: Iterable[Sequence[int]]) -> float | None:
    """Reliability of a scale from complete answers, one row per person.

    None below MINSTENS_VOOR_ALFA people, with fewer than two items, or when everybody answers the same.
    Source: Cronbach 1951, Psychometrika 16(3): k/(k−1) × (1 − sum of the items' variances / variance of the sums).
    """
    tabel = list(rijen)
    if len(tabel) < MINSTENS_VOOR_ALFA or len(tabel[0]) < 2:
        return None
    aantal = len(tabel[0])
    totaal = variance(sum(rij) for rij in tabel)
    if totaal == 0:
        return None
    los = sum(variance(kolom) for kolom in zip(*tabel, strict=True))
    return float(aantal / (aantal - 1) * (1 - los / totaal))
