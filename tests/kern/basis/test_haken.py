"""The pages about one subject: the open one is marked, and the one above a page that stands below it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from django.test import RequestFactory

from werklandschap.kern.basis.haken import Register, Tab, tabregels

NAMEN = ("dossiers:dossier", "werkzoekende_orientatie:orientatie", "dossiers:tijdlijn")


@pytest.fixture
def register() -> Register[Tab]:
    uit: Register[Tab] = Register()
    for plek, naam in enumerate(NAMEN):
        uit.registreer(naam, Tab(label=naam, url_naam=naam, volgorde=plek, mag=lambda *_wie: True))
    return uit


@pytest.mark.parametrize(
    ("pad", "verwacht"),
    [
        ("/dossiers/28/", [True, False, False]),
        ("/dossiers/28/orientatie/", [False, True, False]),
        ("/dossiers/28/orientatie/beroepen/", [False, "sectie", False]),
        ("/dossiers/28/persoon/", [False, False, False]),
        ("/dossiers/281/", [False, False, False]),
    ],
)
def test_de_tab_boven_een_pagina_is_gemerkt(register: Register[Tab], pad: str, verwacht: list[Any]) -> None:
    request = RequestFactory().get(pad)
    request.user = SimpleNamespace()  # type: ignore[assignment]
    regels = tabregels(register, request, SimpleNamespace(pk=28))
    assert [actief for _url, _label, actief in regels] == verwacht
