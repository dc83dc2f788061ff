"""One language: the glossary for developers has the words of the page, and what it names in the code is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
import yaml
from django.apps import apps

import werklandschap
from werklandschap.landschap.begrippen import BESTAND

BRON = Path(werklandschap.__file__).parent
WOORDENLIJST = BRON.parents[1] / "docs" / "glossary.md"


def rijen() -> Iterator[list[str]]:
    """The cells of every row of the first two tables, [Dutch, English, code or slug]."""
    tekst = WOORDENLIJST.read_text(encoding="utf-8").split("## Plumbing words")[0]
    for regel in tekst.splitlines():
        cellen = [cel.strip() for cel in regel.strip("|").split("|")]
        if regel.startswith("|") and len(cellen) == 3 and cellen[0] != "Dutch" and not cellen[0].startswith("---"):
            yield cellen


def bestaat(naam: str) -> bool:
    """Is there an app, file, package or dotted name like this?"""
    if naam in {config.label for config in apps.get_app_configs()} or (BRON / naam).exists():
        return True
    if naam == "tegel.md":
        return any(BRON.rglob(naam))
    delen = naam.split(".")
    for lengte in range(len(delen), 0, -1):
        try:
            gevonden: object = import_module(".".join(["werklandschap", *delen[:lengte]]))
        except ModuleNotFoundError:
            continue
        for deel in delen[lengte:]:
            gevonden = getattr(gevonden, deel, None)
        return gevonden is not None
    return False


def test_de_woordenlijst_heeft_dezelfde_woorden_als_de_pagina_begrippen() -> None:
    begrippen = yaml.safe_load(BESTAND.read_text(encoding="utf-8"))
    namen = {begrip["begrip"]: begrip["en"]["begrip"] for begrip in begrippen}
    assert len(namen) == len(begrippen)
    assert {nl: en for nl, en, _waar in rijen()} == namen


@pytest.mark.parametrize("cellen", rijen(), ids=lambda cellen: cellen[0])
def test_wat_de_woordenlijst_noemt_bestaat(cellen: list[str]) -> None:
    slugs = {begrip["slug"] for begrip in yaml.safe_load(BESTAND.read_text(encoding="utf-8"))}
    genoemd = re.findall(r"`([^`]+)`", cellen[2])
    assert genoemd
    assert all(naam in slugs or bestaat(naam) for naam in genoemd), cellen
