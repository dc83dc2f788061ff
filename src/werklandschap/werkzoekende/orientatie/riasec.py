"""The interest test of our own: an aid to talk, not a validated test."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from django.utils.functional import cached_property
from django.utils.translation import get_language

LETTERS = "RIASEC"
MINSTENS = 6
PUNTEN_PER_STAP = 25


@dataclass(frozen=True)
class Test:
    """The content of data/riasec.yaml."""

    inhoud: Mapping[str, Any]

    @property
    def engels(self) -> bool:
        """Whether the reader uses English."""
        return (get_language() or "nl").startswith("en")

    def types(self) -> list[tuple[str, str, str]]:
        """(letter, name, explanation) in the order R, I, A, S, E, C."""
        rijen = [{**rij, **(rij["en"] if self.engels else {})} for rij in self.inhoud["types"]]
        return [(rij["code"], rij["naam"], rij["uitleg"]) for rij in sorted(rijen, key=lambda r: r["volgorde"])]

    def antwoorden(self) -> list[tuple[int, str]]:
        """(0–4, name)."""
        return [(r["waarde"], r["en"]["naam"] if self.engels else r["naam"]) for r in self.inhoud["antwoorden"]]

    def items(self) -> list[tuple[str, str]]:
        """(code, text)."""
        return [(rij["code"], rij["en"] if self.engels else rij["tekst"]) for rij in self.inhoud["items"]]

    @cached_property
    def type_van(self) -> dict[str, str]:
        """{item: letter}."""
        return {rij["code"]: rij["type"] for rij in self.inhoud["items"]}


TEST = Test(yaml.safe_load((Path(__file__).parent / "data" / "riasec.yaml").read_text(encoding="utf-8")))


def score(antwoorden: Mapping[str, int]) -> list[int | None]:
    """Six numbers 0–100 from {item: 0–4}; None where fewer than six items of a type were answered."""
    per_type: dict[str, list[int]] = {letter: [] for letter in LETTERS}
    for code, waarde in antwoorden.items():
        per_type[TEST.type_van[code]].append(waarde)
    return [round(sum(w) * PUNTEN_PER_STAP / len(w)) if len(w) >= MINSTENS else None for w in per_type.values()]


def sterkste(uitslag: list[int | None], aantal: int = 3) -> list[str]:
    """Names of the types that score highest."""
    paren = [(punten, naam) for punten, (_c, naam, _u) in zip(uitslag, TEST.types(), strict=True) if punten is not None]
    return [naam for _punten, naam in sorted(paren, key=lambda paar: -paar[0])[:aantal]]
