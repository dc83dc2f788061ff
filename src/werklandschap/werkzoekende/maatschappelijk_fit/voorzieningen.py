"""The check of provisions: questions, and the rules that turn answers into hints. Data in `data/voorzieningen.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.utils.translation import get_language

from werklandschap.kern.organisaties.eigen import toegepast
from werklandschap.kern.organisaties.models import Gemeente

DATA = Path(__file__).resolve().parent / "data" / "voorzieningen.yaml"
UITKOMSTEN = ("kansrijk", "vraag_na", "niet")


@dataclass(frozen=True)
class Vraag:
    """A question answered with yes or no, or skipped."""

    code: str
    vraag: str


@dataclass(frozen=True)
class Regel:
    """The outcome that holds when every condition (question, answer) is met."""

    voorwaarden: tuple[tuple[str, bool], ...]
    uitkomst: str


@dataclass(frozen=True)
class Voorziening:
    """Something a person may be entitled to."""

    code: str
    naam: str
    uitleg: str
    waar: str
    bron: str
    vragen: tuple[str, ...]
    regels: tuple[Regel, ...]
    anders: str

    def uitkomst(self, antwoorden: Mapping[str, bool]) -> str:
        """The first rule of which every condition holds; a skipped question never meets one."""
        for regel in self.regels:
            if all(vraag in antwoorden and antwoorden[vraag] == is_ for vraag, is_ in regel.voorwaarden):
                return regel.uitkomst
        return self.anders


@cache
def _inhoud() -> dict[str, Any]:
    inhoud: dict[str, Any] = yaml.safe_load(DATA.read_text(encoding="utf-8"))
    return inhoud


@cache
def _vragen(taal: str) -> dict[str, Vraag]:
    return {r["code"]: Vraag(r["code"], r["en"]["vraag"] if taal == "en" else r["vraag"]) for r in _inhoud()["vragen"]}


@cache
def _voorzieningen(taal: str) -> dict[str, Voorziening]:
    return {r["code"]: _voorziening(r, {**r, **(r["en"] if taal == "en" else {})}) for r in _inhoud()["voorzieningen"]}


def _voorziening(rij: dict[str, Any], tekst: dict[str, Any]) -> Voorziening:
    return Voorziening(
        code=rij["code"],
        naam=tekst["naam"],
        uitleg=tekst["uitleg"],
        waar=tekst["waar"],
        bron=rij["bron"],
        vragen=tuple(rij["vragen"]),
        regels=tuple(
            Regel(tuple((v["vraag"], v["is"]) for v in regel["als"]), regel["uitkomst"]) for regel in rij["regels"]
        ),
        anders=rij["anders"],
    )


def _taal() -> str:
    return "en" if (get_language() or "nl").startswith("en") else "nl"


def vragen() -> dict[str, Vraag]:
    """All questions by code, in order, in the active language."""
    return _vragen(_taal())


LIJST = "voorzieningen"


def voorzieningen(gemeente: Gemeente | None = None, *, ook_uit: bool = False) -> dict[str, Voorziening]:
    """All provisions by code, in the active language; with a municipality as it uses them, its own included."""
    rijen = toegepast(gemeente, LIJST, _voorzieningen(_taal()).values(), _eigen, ook_uit=ook_uit)
    return {rij.code: rij for rij in rijen}


def _eigen(code: str, rij: Mapping[str, Any]) -> Voorziening:
    """A provision of the municipality: likely when every condition holds, not when one fails, else ask."""
    voorwaarden = tuple((vraag, bool(is_)) for vraag, is_ in rij["voorwaarden"].items() if vraag in vragen())
    regels = [Regel(((vraag, not is_),), "niet") for vraag, is_ in voorwaarden]
    return Voorziening(
        code=code,
        naam=rij["naam"],
        uitleg=rij["uitleg"],
        waar=rij["waar"],
        bron=rij["bron"],
        vragen=tuple(vraag for vraag, _is in voorwaarden),
        regels=(*regels, Regel(voorwaarden, "kansrijk")),
        anders="vraag_na",
    )


def beoordeel(antwoorden: Mapping[str, bool], gemeente: Gemeente | None = None) -> dict[str, str]:
    """{provision: kansrijk | vraag_na | niet}; provisions of which every question was skipped are left out."""
    return {
        code: voorziening.uitkomst(antwoorden)
        for code, voorziening in voorzieningen(gemeente).items()
        if any(vraag in antwoorden for vraag in voorziening.vragen)
    }
