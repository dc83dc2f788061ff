"""The API against its own OpenAPI: whatever is asked, no 5xx, and only answers that the description promises."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import Client
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from tests.wereld import Wereld, maak_wereld

from werklandschap.competenties.startset import laad_startset
from werklandschap.koppelingen.api.actions import maak_apitoken
from werklandschap.koppelingen.api.fouten import behandel

pytestmark = pytest.mark.django_db
OPENAPI = "/api/v1/openapi.json"
ANONIEM = "anoniem"
# Requests per operation and account: the whole file stays within half a minute.
VRAGEN = 10
CONTROLES = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
INSTELLINGEN = settings(
    max_examples=VRAGEN,
    deadline=None,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture
def wereld() -> Wereld:
    laad_startset()
    return maak_wereld()


@pytest.fixture
def toepassing() -> Iterator[WSGIHandler]:
    """The product as a server sees it; a request leaves the connection of the test open, as Django's client does."""
    signalen = (request_started, request_finished)
    for signaal in signalen:
        signaal.disconnect(close_old_connections)
    yield WSGIHandler()
    for signaal in signalen:
        signaal.connect(close_old_connections)


def _kop(wereld: Wereld, wie: str) -> dict[str, str]:
    if wie == ANONIEM:
        return {}
    gebruiker = wereld.mensen[wie]
    return {"Authorization": f"Bearer {maak_apitoken(gebruiker=gebruiker, naam='proef', dagen=1, door=gebruiker)}"}


def _bestaand(wereld: Wereld, pad: str) -> str:
    """The row of this world that a path is about."""
    return str(wereld.voordracht.werkprofiel.uuid if "werkprofielen/{" in pad else wereld.dossier.werkzoekende_id)


def _vragen(operatie: Any, wereld: Wereld, kop: dict[str, str]) -> set[int]:
    """Ask what hypothesis draws; half of the paths lead to a row that is there. Returns the statuses seen."""
    gezien: set[int] = set()

    @seed(7)
    @INSTELLINGEN
    @given(
        case=st.one_of(*(operatie.as_strategy(generation_mode=soort) for soort in GenerationMode)), echt=st.booleans()
    )
    def vraag(case: Any, echt: bool) -> None:
        if echt and case.path_parameters:
            case.path_parameters = {naam: _bestaand(wereld, operatie.path) for naam in case.path_parameters}
        antwoord = case.call(headers=kop)
        gezien.add(antwoord.status_code)
        case.validate_response(antwoord, checks=CONTROLES)

    vraag()
    return gezien


@pytest.mark.parametrize("wie", ["klantmanager", "inwoner", ANONIEM])
def test_de_api_antwoordt_zoals_zij_belooft(wereld: Wereld, toepassing: WSGIHandler, wie: str) -> None:
    schema = schemathesis.openapi.from_wsgi(OPENAPI, toepassing)
    kop = _kop(wereld, wie)
    gezien = {}
    for uitkomst in schema.get_all_operations():
        operatie = uitkomst.ok()
        gezien[operatie.label] = _vragen(operatie, wereld, kop)
    assert len(gezien) == 13
    if wie == ANONIEM:
        assert {label for label, statussen in gezien.items() if 200 in statussen} == {"GET /api/v1/tegels"}
        assert all(401 in statussen for label, statussen in gezien.items() if label != "GET /api/v1/tegels")
    if wie == "klantmanager":
        # Whether made-up data for a POST is ever accepted is left to chance; a read always succeeds once.
        assert [label for label, gaf in gezien.items() if label.startswith("GET") and 200 not in gaf] == []


def test_een_onbekend_adres_is_voor_een_programma_een_probleem_en_voor_een_mens_een_pagina(db: None) -> None:
    antwoord = Client().get("/api/v1/bestaat-niet")
    assert (antwoord.status_code, antwoord["Content-Type"]) == (404, "application/problem+json")
    assert antwoord["API-Version"]
    assert antwoord.json()["title"] == "Niet gevonden"
    assert Client().get("/bestaat-niet/")["Content-Type"].startswith("text/html")


def test_een_fout_bij_ons_staat_in_het_nederlands_en_zegt_niets_over_binnen() -> None:
    antwoord = behandel(RuntimeError("wachtwoord van de database"), {"request": None, "view": None})
    assert antwoord is not None
    assert antwoord.status_code == 500
    assert antwoord.data["title"] == "Er ging iets mis bij ons"
    assert antwoord.data["detail"] == "Probeer het later nog eens."


@pytest.mark.parametrize("top", ["0", "101", "-1", "²", "9" * 5000, "veel"])
def test_een_aantal_dat_niet_kan_wordt_met_uitleg_geweigerd(wereld: Wereld, top: str) -> None:
    pad = f"/api/v1/werkprofielen/{wereld.voordracht.werkprofiel.uuid}/kandidaten"
    antwoord = Client().get(pad, {"top": top}, headers=_kop(wereld, "klantmanager"))
    assert antwoord.status_code == 400
    assert [fout["name"] for fout in antwoord.json()["invalidParams"]] == ["top"]


@pytest.mark.parametrize("pad", ["werkzoekenden", "competenties"])
def test_zoeken_met_een_nulteken_geeft_geen_fout(wereld: Wereld, pad: str) -> None:
    antwoord = Client().get(f"/api/v1/{pad}", {"zoek": "sam\x00"}, headers=_kop(wereld, "klantmanager"))
    assert antwoord.status_code == 200
