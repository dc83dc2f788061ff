"""The catalogue of themes and aspects: what a statement can be about. Data in `data/`, read once per language."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from werklandschap.kern.basis.catalogus import in_taal, lees_yaml

DATA = Path(__file__).resolve().parent / "data"
NIET_BESPROKEN = "niet_besproken"
SCHAAL = range(1, 6)
LANGSTE_TEKST = 500

Waarde = int | str


@dataclass(frozen=True)
class Thema:
    """A group of aspects, in reading order."""

    code: str
    volgorde: int
    naam: str
    uitleg: str


@dataclass(frozen=True)
class Keuze:
    """One answer of an aspect that offers a choice."""

    code: str
    naam: str


@dataclass(frozen=True)
class Aspect:
    """One thing a statement can be about. `schaal` holds the five labels of a scale, `keuzes` those of a choice.

    `voor_inwoner` holds the labels of a scale as the person reads them, where `schaal` speaks the trade's language.
    """

    code: str
    thema: str
    soort: str
    gevoelig: str
    belemmering: bool
    hoger_is_beter: bool
    verouderd_na_maanden: int
    naam: str
    vraag: str
    schaal: tuple[str, ...] = ()
    keuzes: tuple[Keuze, ...] = ()
    voor_inwoner: tuple[str, ...] = ()

    @property
    def in_gewone_woorden(self) -> Aspect:
        """The same aspect with the labels the person reads."""
        return replace(self, schaal=self.voor_inwoner) if self.voor_inwoner else self

    @property
    def is_telbaar(self) -> bool:
        """Its values can be compared: a scale, or yes and no."""
        return self.soort in {"schaal5", "ja_nee"}

    @property
    def opties(self) -> list[tuple[str, str]]:
        """What can be chosen, as (value, label); empty for free text."""
        if self.soort == "schaal5":
            return [(str(n), f"{n} – {self.schaal[n - 1]}") for n in SCHAAL]
        if self.soort == "ja_nee":
            return [("1", _("ja")), ("0", _("nee"))]
        return [(keuze.code, keuze.naam) for keuze in self.keuzes]

    def is_geldig(self, waarde: Any) -> bool:
        """Is this a value the aspect can have? Not discussed is always one; True is not a number."""
        if waarde == NIET_BESPROKEN:
            return True
        if self.soort == "tekst":
            return isinstance(waarde, str) and 0 < len(waarde.strip()) <= LANGSTE_TEKST
        if self.soort == "keuze":
            return waarde in {keuze.code for keuze in self.keuzes}
        if isinstance(waarde, bool) or not isinstance(waarde, int):
            return False
        return waarde in SCHAAL if self.soort == "schaal5" else waarde in (0, 1)

    def lees(self, tekst: str) -> Waarde | None:
        """What somebody typed or chose as a value: a number, a code, a label or its beginning. None: not understood."""
        schoon = tekst.strip()
        if schoon == NIET_BESPROKEN:
            return NIET_BESPROKEN
        if self.soort == "tekst":
            return schoon if self.is_geldig(schoon) else None
        code = self._zoek_optie(schoon.casefold())
        if code is None:
            return None
        return code if self.soort == "keuze" else int(code)

    def _zoek_optie(self, tekst: str) -> str | None:
        if not tekst:
            return None
        labels = self.schaal if self.soort == "schaal5" else tuple(label for _code, label in self.opties)
        paren = [(code, label.casefold()) for (code, _l), label in zip(self.opties, labels, strict=True)]
        for code, label in paren:
            if tekst in {code, label, f"{code} – {label}"}:
                return code
        begin = [code for code, label in paren if label.startswith(tekst)]
        return begin[0] if len(begin) == 1 else None

    def toon(self, waarde: Any) -> str:
        """A value in words."""
        if waarde == NIET_BESPROKEN:
            return _("niet besproken")
        if self.soort == "schaal5" and waarde in SCHAAL:
            return f"{waarde} – {self.schaal[waarde - 1]}"
        if self.soort == "ja_nee":
            return _("ja") if waarde else _("nee")
        return next((keuze.naam for keuze in self.keuzes if keuze.code == waarde), str(waarde))

    def goed_kant(self, waarde: Any) -> int | None:
        """The value turned so that 5 is always good and 1 is always bad; None for text, choices and not discussed."""
        if isinstance(waarde, bool) or not isinstance(waarde, int):
            return None
        if self.soort == "schaal5":
            return waarde if self.hoger_is_beter else 6 - waarde
        if self.soort == "ja_nee":
            return 5 if bool(waarde) == self.hoger_is_beter else 2
        return None

    def vooruitgang(self, was: Any, nu: Any) -> int | None:
        """Steps in the good direction from `was` to `nu`; negative is backward. None when one cannot be counted."""
        oud, nieuw = self.goed_kant(was), self.goed_kant(nu)
        return None if oud is None or nieuw is None else nieuw - oud


def _taal() -> str:
    return (get_language() or "nl")[:2]


@cache
def _rijen(bestand: str) -> list[dict[str, Any]]:
    rijen: list[dict[str, Any]] = lees_yaml(DATA / bestand)
    return rijen


@cache
def _themas(taal: str) -> dict[str, Thema]:
    themas = [
        Thema(code=r["code"], volgorde=r["volgorde"], naam=t["naam"], uitleg=t["uitleg"])
        for r in _rijen("themas.yaml")
        for t in [in_taal(r, taal)]
    ]
    return {thema.code: thema for thema in sorted(themas, key=lambda t: t.volgorde)}


@cache
def _aspecten(taal: str) -> dict[str, Aspect]:
    return {rij["code"]: _aspect(rij, in_taal(rij, taal)) for rij in _rijen("aspecten.yaml")}


def _aspect(rij: dict[str, Any], tekst: dict[str, Any]) -> Aspect:
    return Aspect(
        code=rij["code"],
        thema=rij["thema"],
        soort=rij["soort"],
        gevoelig=rij["gevoelig"],
        belemmering=rij["belemmering"],
        hoger_is_beter=rij["hoger_is_beter"],
        verouderd_na_maanden=rij["verouderd_na_maanden"],
        naam=tekst["naam"],
        vraag=tekst["vraag"],
        schaal=tuple(tekst.get("schaal", ())),
        keuzes=tuple(Keuze(**keuze) for keuze in tekst.get("keuzes", ())),
        voor_inwoner=tuple(tekst.get("voor_inwoner", ())),
    )


def themas() -> dict[str, Thema]:
    """All themes by code, in reading order, in the active language."""
    return _themas(_taal())


def aspecten() -> dict[str, Aspect]:
    """All aspects by code, in the order of the catalogue, in the active language."""
    return _aspecten(_taal())


def aspect(code: str) -> Aspect:
    """One aspect. Raises KeyError for an unknown code."""
    return aspecten()[code]
