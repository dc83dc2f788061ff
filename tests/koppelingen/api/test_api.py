"""The API: tokens, rights, errors and shapes."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from tests.fabrieken import (
    Competentieregelfabriek,
    Dossierfabriek,
    Gebruikerfabriek,
    Gemeentefabriek,
    Taakfabriek,
    Werkgeverfabriek,
    Werkprofielfabriek,
    Werkzoekendefabriek,
)

from werklandschap.competenties.startset import laad_startset
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.tijdlijn.models import Lezing
from werklandschap.kern.toegang.models import Apitoken, Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.koppelingen.api.actions import maak_apitoken, trek_apitoken_in

pytestmark = pytest.mark.django_db
BSN = "999990019"


def _vraag(gebruiker: Gebruiker, pad: str, **kop: str) -> Any:
    token = maak_apitoken(gebruiker=gebruiker, naam="proef", dagen=1, door=gebruiker)
    return Client().get(f"/api/v1/{pad}", headers={"Authorization": f"Bearer {token}", **kop})


def _stuur(gebruiker: Gebruiker, pad: str, gegevens: object, soort: str = "application/json") -> Any:
    token = maak_apitoken(gebruiker=gebruiker, naam="proef", dagen=1, door=gebruiker)
    inhoud = gegevens if isinstance(gegevens, str) else json.dumps(gegevens)
    return Client().post(f"/api/v1/{pad}", inhoud, content_type=soort, headers={"Authorization": f"Bearer {token}"})


def _probleem(antwoord: Any, status: int) -> dict[str, Any]:
    assert antwoord.status_code == status
    assert antwoord["Content-Type"] == "application/problem+json"
    probleem: dict[str, Any] = json.loads(antwoord.content)
    assert probleem["status"] == status
    return probleem


@pytest.mark.parametrize(
    "pad", ["werkzoekenden", "werkgevers", "werkprofielen", "voordrachten", "plaatsingen", "taken", "competenties"]
)
def test_zonder_token_komt_niemand_erin(pad: str) -> None:
    antwoord = Client().get(f"/api/v1/{pad}")
    assert _probleem(antwoord, 401)["title"]
    assert antwoord["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize(
    "pad", ["werkzoekenden", "werkgevers", "werkprofielen", "voordrachten", "plaatsingen", "taken", "competenties"]
)
def test_elke_lijst_antwoordt_met_versie_en_aantal(pad: str) -> None:
    antwoord = _vraag(Gebruikerfabriek(), pad)
    assert antwoord.status_code == 200
    assert antwoord["API-Version"] == "1.0.0"
    assert antwoord.json()["count"] == 0


def test_tegels_zijn_openbaar() -> None:
    tegels = Client().get("/api/v1/tegels").json()["results"]
    assert len(tegels) == 19


def test_een_verlopen_of_ingetrokken_token_opent_niets() -> None:
    gebruiker = Gebruikerfabriek()
    for maak_ongeldig in (
        lambda t: trek_apitoken_in(token=t, door=gebruiker),
        lambda t: Apitoken.objects.filter(pk=t.pk).update(verloopt_op=timezone.now() - timedelta(seconds=1)),
    ):
        token = maak_apitoken(gebruiker=gebruiker, naam="", dagen=1, door=gebruiker)
        maak_ongeldig(Apitoken.objects.latest("pk"))
        antwoord = Client().get("/api/v1/taken", headers={"Authorization": f"Bearer {token}"})
        _probleem(antwoord, 401)


def test_een_vreemde_gemeente_ziet_geen_mensen() -> None:
    dossier = Dossierfabriek()
    vreemde = Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002"))
    assert _vraag(vreemde, "werkzoekenden").json()["count"] == 0
    _probleem(_vraag(vreemde, f"werkzoekenden/{dossier.werkzoekende.pk}"), 404)


def test_een_persoon_lezen_wordt_gelogd_en_toont_nooit_een_bsn() -> None:
    dossier = Dossierfabriek(werkzoekende=Werkzoekendefabriek(bsn=BSN))
    Competentieregelfabriek(werkzoekende=dossier.werkzoekende)
    antwoord = _vraag(dossier.verantwoordelijke, f"werkzoekenden/{dossier.werkzoekende.pk}")
    assert antwoord.status_code == 200
    assert BSN not in antwoord.content.decode()
    assert Lezing.objects.get(keten=dossier.keten).onderdeel == "api"
    assert antwoord.json()["competenties"][0]["niveau"] == 3


def test_buiten_de_eigen_caseload_is_een_reden_nodig() -> None:
    dossier = Dossierfabriek()
    collega = Gebruikerfabriek(gemeente=dossier.gemeente)
    pad = f"werkzoekenden/{dossier.werkzoekende.pk}"
    _probleem(_vraag(collega, pad), 403)
    assert _vraag(collega, pad, **{"X-Reden": "vervanging"}).status_code == 200
    assert Lezing.objects.get().reden == "vervanging"


def test_een_melding_maakt_een_dossier_in_de_eigen_gemeente() -> None:
    gebruiker = Gebruikerfabriek()
    gegevens = {"achternaam": "Demoman", "telefoon": "0600000000", "hulpvraag": "Ik zoek werk."}
    antwoord = _stuur(gebruiker, "meldingen", gegevens)
    assert antwoord.status_code == 201, antwoord.content
    assert Dossier.objects.get(pk=antwoord.json()["dossier"]).gemeente == gebruiker.gemeente


def test_foute_invoer_noemt_elk_veld() -> None:
    probleem = _probleem(_stuur(Gebruikerfabriek(), "meldingen", {"email": "geen-adres"}), 400)
    assert {p["name"] for p in probleem["invalidParams"]} >= {"achternaam", "hulpvraag", "email"}


def test_een_accountmanager_meldt_niemand_aan() -> None:
    gebruiker = Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER)
    gegevens = {"achternaam": "Demoman", "telefoon": "0600000000", "hulpvraag": "Werk."}
    _probleem(_stuur(gebruiker, "meldingen", gegevens), 403)
    assert Dossier.objects.count() == 0


@pytest.mark.parametrize(("inhoud", "soort", "status"), [("{", "application/json", 400), ("<x/>", "text/xml", 415)])
def test_onleesbare_invoer_is_een_probleem(inhoud: str, soort: str, status: int) -> None:
    _probleem(_stuur(Gebruikerfabriek(), "meldingen", inhoud, soort), status)


def test_een_verkeerde_methode_is_een_probleem() -> None:
    _probleem(_stuur(Gebruikerfabriek(), "taken", {}), 405)


def test_herkenning_geeft_fragmenten_uit_de_tekst() -> None:
    laad_startset()
    tekst = "Je verzamelt orders in het magazijn en hebt een heftruckcertificaat."
    resultaten = _stuur(Gebruikerfabriek(), "competenties/herkenning", {"tekst": tekst}).json()["results"]
    assert resultaten
    assert all(r["fragment"] in tekst for r in resultaten)


def test_matchen_kan_in_twee_richtingen() -> None:
    profiel = Werkprofielfabriek()
    regel = Competentieregelfabriek(
        werkzoekende=Dossierfabriek(gemeente=profiel.gemeente, werkzoekende__gemeente=profiel.gemeente).werkzoekende
    )
    profiel.eisen.create(competentie=regel.competentie, niveau=3, gewicht=5)
    gebruiker = Gebruikerfabriek(gemeente=profiel.gemeente)
    heen = _vraag(gebruiker, f"werkprofielen/{profiel.uuid}/kandidaten").json()["results"]
    terug = _vraag(gebruiker, f"werkzoekenden/{regel.werkzoekende.pk}/werkprofielen").json()["results"]
    assert [(m["nu"], m["straks"]) for m in heen] == [(m["nu"], m["straks"]) for m in terug]
    assert heen[0]["uitleg"]


@pytest.mark.parametrize("pad", ["werkzoekenden", "werkprofielen", "taken", "werkgevers"])
def test_een_lijst_kost_altijd_evenveel_queries(pad: str, zelfde_aantal_queries: Callable[..., None]) -> None:
    gebruiker = Gebruikerfabriek()
    maak = {
        "werkzoekenden": lambda n: Dossierfabriek.create_batch(n, verantwoordelijke=gebruiker),
        "werkprofielen": lambda n: Werkprofielfabriek.create_batch(n),
        "taken": lambda n: Taakfabriek.create_batch(n, eigenaar=gebruiker),
        "werkgevers": lambda n: Werkgeverfabriek.create_batch(n),
    }[pad]
    client = Client()
    client.force_login(gebruiker)
    zelfde_aantal_queries(client, f"/api/v1/{pad}?pageSize=100", maak)


def test_de_beschrijving_is_openapi_en_noemt_elk_pad() -> None:
    schema = Client().get("/api/v1/openapi.json").json()
    assert schema["openapi"].startswith("3.")
    assert {"/api/v1/tegels", "/api/v1/meldingen", "/api/v1/competenties/herkenning"} <= set(schema["paths"])
    assert "bsn" not in json.dumps(schema["components"]["schemas"]["Werkzoekendedetail"])
