"""The catalogue of instruments: the product's data with what a municipality changed in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from werklandschap.kern.basis.catalogus import lees_yaml
from werklandschap.kern.instrumenten.models import Instrumentaanpassing
from werklandschap.kern.klantbeeld.catalogus import aspecten
from werklandschap.kern.organisaties.models import Gemeente

DATA = Path(__file__).resolve().parent / "data" / "instrumenten.yaml"
STANDAARD_DUUR_WEKEN = 12


@dataclass(frozen=True)
class Beoogd:
    """An aspect the instrument should move: `richting` op or neer, `verwacht` steps on the scale (a prior of ours)."""

    code: str
    richting: str
    verwacht: int


@dataclass(frozen=True)
class Bewijs:
    """What is known about its effect, and how hard that knowledge is (hoog, midden, laag, beschrijvend)."""

    tekst: str
    bron: str
    jaar: int | None
    hardheid: str


@dataclass(frozen=True)
class Wettelijk:
    """For whom it is lawful. `zekerheid` M means not verified: the page says "controleer"."""

    grondslag: str
    zekerheid: str
    doelgroepen: tuple[str, ...]


@dataclass(frozen=True)
class Instrument:
    """Something a professional can deploy."""

    code: str
    naam: str
    kant: str
    doel: str
    voor_wie: str = ""
    tegen: str = ""
    tegels: tuple[tuple[str, str], ...] = ()
    aspecten: tuple[Beoogd, ...] = ()
    duur_weken: int = STANDAARD_DUUR_WEKEN
    kosten: str = ""
    aanbieder_soort: str = ""
    aanbieder: str = ""
    bewijs: Bewijs | None = None
    wettelijk: Wettelijk | None = None
    is_eigen: bool = False
    actief: bool = True

    @property
    def aspectcodes(self) -> tuple[str, ...]:
        """The aspects it should move."""
        return tuple(beoogd.code for beoogd in self.aspecten)

    def is_voor(self, kant: str) -> bool:
        """Can it be deployed for this side (werkzoekenden or werkgevers)?"""
        return self.kant in {kant, "beide"}


@cache
def _rijen() -> list[dict[str, Any]]:
    rijen: list[dict[str, Any]] = lees_yaml(DATA)
    return rijen


def _instrument(rij: dict[str, Any], *, taal: str = "nl", is_eigen: bool = False) -> Instrument:
    en = rij.get("en", {}) if taal == "en" else {}
    tekst = {**rij, **{sleutel: waarde for sleutel, waarde in en.items() if sleutel != "bewijs"}}
    return Instrument(
        code=rij["code"],
        naam=tekst["naam"],
        kant=rij.get("kant", "werkzoekenden"),
        doel=tekst.get("doel", ""),
        voor_wie=tekst.get("voor_wie", ""),
        tegen=tekst.get("tegen", ""),
        tegels=tuple((t["kant"], t["slug"]) for t in rij.get("tegels", ())),
        aspecten=tuple(
            Beoogd(a["code"], a["richting"], a["verwacht"]) for a in rij.get("aspecten", ()) if a["code"] in aspecten()
        ),
        duur_weken=rij.get("duur_weken") or STANDAARD_DUUR_WEKEN,
        kosten=tekst.get("kosten") or "",
        aanbieder_soort=tekst.get("aanbieder_soort") or "",
        aanbieder=rij.get("aanbieder", ""),
        bewijs=_bewijs(rij.get("bewijs"), en.get("bewijs")),
        wettelijk=_wettelijk(rij.get("wettelijk")),
        is_eigen=is_eigen,
    )


def _bewijs(rij: dict[str, Any] | None, tekst: str | None) -> Bewijs | None:
    if not rij:
        return None
    return Bewijs(tekst or rij["tekst"], rij["bron"], rij.get("jaar"), rij["hardheid"])


def _wettelijk(rij: dict[str, Any] | None) -> Wettelijk | None:
    return Wettelijk(rij["grondslag"], rij["zekerheid"], tuple(rij["doelgroepen"])) if rij else None


@cache
def _standaard(taal: str) -> dict[str, Instrument]:
    return {rij["code"]: _instrument(rij, taal=taal) for rij in _rijen()}


def standaardcatalogus() -> dict[str, Instrument]:
    """The product's own catalogue by code, in the active language."""
    return _standaard("en" if (get_language() or "nl").startswith("en") else "nl")


def catalogus(gemeente: Gemeente | None, *, ook_uit: bool = False) -> dict[str, Instrument]:
    """The catalogue of a municipality by code: one query. What it switched off is left out unless asked for."""
    uit = dict(standaardcatalogus())
    if gemeente is None:
        return uit
    for aanpassing in Instrumentaanpassing.objects.filter(gemeente=gemeente).order_by("code"):
        instrument = _aangepast(uit.get(aanpassing.code), aanpassing)
        if instrument is None or not (aanpassing.actief or ook_uit):
            uit.pop(aanpassing.code, None)
        else:
            uit[aanpassing.code] = replace(instrument, actief=aanpassing.actief)
    return uit


def instrumenten_van(gemeente: Gemeente | None, *, ook_uit: bool = False) -> list[Instrument]:
    """The catalogue of a municipality by name; with `ook_uit` also what it switched off (`actief` is false)."""
    return sorted(catalogus(gemeente, ook_uit=ook_uit).values(), key=lambda i: i.naam.casefold())


def _aangepast(basis: Instrument | None, aanpassing: Instrumentaanpassing) -> Instrument | None:
    if basis is None:
        if not aanpassing.eigen and not aanpassing.naam:
            return None
        rij = {"naam": aanpassing.naam, "doel": aanpassing.doel, **aanpassing.eigen, "code": aanpassing.code}
        return _instrument({**rij, "aanbieder": aanpassing.aanbieder or rij.get("aanbieder", "")}, is_eigen=True)
    return replace(
        basis,
        naam=aanpassing.naam or basis.naam,
        doel=aanpassing.doel or basis.doel,
        aanbieder=aanpassing.aanbieder or basis.aanbieder,
    )


def instrument(code: str, gemeente: Gemeente | None = None) -> Instrument:
    """One instrument, also when it was switched off or left the catalogue: then it is known by its code only."""
    gevonden = catalogus(gemeente, ook_uit=True).get(code)
    return gevonden or Instrument(code=code, naam=code, kant="beide", doel=_("Staat niet meer in de lijst."))
