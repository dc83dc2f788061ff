"""Which role sees which of the pages that users and other systems hold on to."""

from __future__ import annotations

import pytest
from django.test import Client
from tests.wereld import Wereld, maak_wereld

pytestmark = pytest.mark.django_db

ROLLEN = ("klantmanager", "jobcoach", "accountmanager", "manager", "beheerder", "partner", "werkgever", "inwoner")
OPENBAAR = (
    "/",
    "/werkzoekenden/",
    "/werkgevers/",
    "/werkzoekenden/melding/",
    "/werkgevers/werkprofiel/",
    "/begrippen/",
    "/hulp-vragen/",
    "/met-code/",
    "/werkgever-melden/",
    "/healthz",
    "/api/v1/openapi.json",
)
# Path → the roles that see it; every other role gets no page.
PAGINAS = {
    "/mijn-dag/": {"klantmanager", "jobcoach", "accountmanager", "manager", "beheerder"},
    "/taken/": {"klantmanager", "jobcoach", "accountmanager", "manager", "beheerder"},
    "/taken/nieuw/": {"klantmanager", "jobcoach", "accountmanager", "manager", "beheerder"},
    "/zoeken/": {"klantmanager", "jobcoach", "accountmanager", "manager", "beheerder"},
    "/dossiers/": {"klantmanager", "jobcoach", "manager"},
    # The one responsible; colleagues give a reason first (below).
    "/dossiers/{dossier}/plan/": {"klantmanager"},
    "/dossiers/{dossier}/toegang/": {"klantmanager"},
    "/dossiers/{dossier}/leesniveau/": {"klantmanager"},
    "/mijn-agenda/team/": {"klantmanager", "jobcoach", "accountmanager", "manager", "beheerder"},
    "/herinneringen/": {"klantmanager", "jobcoach"},
    "/relaties/": {"klantmanager", "jobcoach", "accountmanager", "manager"},
    "/relaties/{werkgever}/": {"klantmanager", "jobcoach", "accountmanager", "manager"},
    "/relaties/{werkgever}/kandidaat-fit/": {"klantmanager", "jobcoach", "accountmanager", "manager"},
    "/relaties/{werkgever}/kandidaat-fit/bewijs/": {"accountmanager"},
    "/werkprofielen/": {"klantmanager", "jobcoach", "accountmanager", "manager"},
    "/werkprofielen/{werkprofiel}/": {"klantmanager", "jobcoach", "accountmanager", "manager"},
    "/werkprofielen/{werkprofiel}/kandidaten/": {"klantmanager", "jobcoach", "accountmanager"},
    "/werkprofielen/{werkprofiel}/kandidaten/{dossier}/": {"klantmanager", "jobcoach", "accountmanager"},
    "/werkprofielen/{werkprofiel}/zoekvragen/": {"klantmanager", "jobcoach", "accountmanager", "manager"},
    "/dossiers/{dossier}/zoekvragen/": {"klantmanager"},
    "/voordrachten/": {"klantmanager", "jobcoach", "accountmanager"},
    "/voordrachten/{voordracht}/": {"klantmanager", "jobcoach", "accountmanager"},
    "/plaatsingen/": {"klantmanager", "jobcoach", "accountmanager", "manager"},
    "/plaatsingen/{plaatsing}/": {"klantmanager", "jobcoach", "accountmanager", "manager"},
    "/inzicht/": {"manager", "beheerder"},
    "/inzicht/tegels/": {"manager", "beheerder"},
    "/inzicht/resultaten/": {"manager", "beheerder"},
    "/inzicht/eerlijk/": {"manager", "beheerder"},
    "/inzicht/eerlijk/vrouwen-en-mannen/": {"manager", "beheerder"},
    "/mijn/": {"inwoner"},
    "/mijn/beroepen/": {"inwoner"},
    "/mijn/netwerk/": {"inwoner"},
    "/bedrijf/": {"werkgever"},
    "/partner/": {"partner"},
    "/beheer/": {"beheerder"},
    "/beheer/sms/": {"beheerder"},
}


@pytest.fixture
def wereld() -> Wereld:
    return maak_wereld()


def ingelogd(gebruiker: object) -> Client:
    client = Client()
    client.force_login(gebruiker)  # type: ignore[arg-type]
    return client


def vul(pad: str, wereld: Wereld) -> str:
    return pad.format(
        dossier=wereld.dossier.pk,
        werkgever=wereld.werkgever.pk,
        werkprofiel=wereld.voordracht.werkprofiel_id,
        voordracht=wereld.voordracht.pk,
        plaatsing=wereld.plaatsing.pk,
    )


@pytest.mark.parametrize("pad", OPENBAAR)
def test_het_openbare_is_voor_iedereen(pad: str) -> None:
    assert Client().get(pad).status_code == 200


@pytest.mark.parametrize("rol", ROLLEN)
def test_elke_rol_ziet_haar_paginas_en_geen_andere(wereld: Wereld, rol: str) -> None:
    client = ingelogd(wereld.mensen[rol])
    fout = {}
    for pad, rollen in PAGINAS.items():
        code = client.get(vul(pad, wereld)).status_code
        goed = code == 200 if rol in rollen else code in {302, 403, 404}
        if not goed:
            fout[pad] = code
    assert not fout


def test_buiten_de_eigen_caseload_vraagt_een_dossier_om_een_reden(wereld: Wereld) -> None:
    pad = f"/dossiers/{wereld.dossier.pk}/"
    assert ingelogd(wereld.mensen["klantmanager"]).get(pad).status_code == 200
    antwoord = ingelogd(wereld.mensen["jobcoach"]).get(pad)
    assert antwoord.status_code == 403
    assert b'name="reden"' in antwoord.content


@pytest.mark.parametrize("rol", ROLLEN)
def test_een_vreemde_krijgt_404_bij_wat_van_een_ander_is(wereld: Wereld, rol: str) -> None:
    vreemde = ingelogd(wereld.vreemde[rol])
    for pad in ("/dossiers/{dossier}/", "/relaties/{werkgever}/", "/voordrachten/{voordracht}/"):
        assert vreemde.get(vul(pad, wereld)).status_code in {403, 404}, pad
    assert vreemde.get(vul("/plaatsingen/{plaatsing}/", wereld)).status_code in {403, 404}
