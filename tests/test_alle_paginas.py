"""Every path of the product, walked by everybody: nobody comes where they do not belong, and a GET never writes."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.wereld import Wereld, maak_wereld, routes

from werklandschap.koppelingen.api.actions import maak_apitoken
from werklandschap.landschap.tegels import alle_tegels

pytestmark = pytest.mark.django_db

ROLLEN = ("klantmanager", "jobcoach", "accountmanager", "manager", "beheerder", "partner", "werkgever", "inwoner")
# Open to anybody; a link in a mail carries its own key. `account/` is the login itself.
OPENBAAR = {
    "",
    "werkzoekenden/",
    "werkgevers/",
    "begrippen/",
    "toegankelijkheid/",
    "healthz",
    "hulp-vragen/",
    "hulp-vragen/verder/",
    "hulp-vragen/bewaard/",
    "hulp-vragen/bedankt/",
    "hulp-vragen/reactie/",
    "werkgever-melden/",
    "werkgever-melden/bedankt/",
    "met-code/",
    "met-code/wachtwoord/",
    "draagvlak/<str:code>/",
    "draagvlak-bedankt/",
    "nieuws-afmelden/<str:code>/",
    "probleem-melden/<str:code>/",
    "probleem-gemeld/",
    "beheer/kleur/<str:code>.<int:versie>.css",
    "agenda/<str:teken>.ics",
    "api/v1/openapi.json",
    "api/v1/tegels",
}
# Only a POST: a GET answers that, to anybody.
ALLEEN_POST = {"taal/"}
TEGELPAGINA = "^(?P<kant>werkzoekenden|werkgevers)/(?P<slug>[a-z-]+)/$"
# Asks for a voordracht or a job profile in the address: walked by tests/samen/plaatsing.
MET_VRAAG = {"plaatsingen/nieuw/"}
# What a page may ask of the database, however many rows it shows.
HOOGUIT = 12
BUITEN_DE_TELLING = ("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT")
# Paths of Django's allauth, which tests itself; files people upload; other parties' machines: tests/koppelingen/vum.
NIET_VAN_ONS = ("account/", "^bestanden/", "vum/")
# About one person, employer, candidate or placement: a stranger may not learn that it exists.
OVER_IEMAND = (
    "dossiers/<int:nummer>/",
    "relaties/<int:nummer>/",
    "werkprofielen/<int:nummer>/",
    "matchingsoverleg/<int:nummer>/",
    "voordrachten/<int:nummer>/",
    "plaatsingen/<int:nummer>/",
    "nazorgcontacten/<int:nummer>/",
    "problemen/<int:nummer>/",
    "taken/<int:nummer>/",
    "kandidaten/<uuid:wie>/",
    "dossiers/melding/beoordelen/<uuid:melding>/",
    "bedrijf/kandidaten/<int:nummer>/",
    "bedrijf/werk/<int:sleutel>/",
    "mijn/vragen/<int:sleutel>/",
    "mijn/stappen/<int:sleutel>/",
    "mijn/papieren/<uuid:document>/",
    "mijn/papieren/berichten/<int:sleutel>/brief.pdf",
    "mijn/werk/<int:sleutel>/",
    "mijn/groeien/<int:sleutel>/",
    "mijn/badges/<uuid:sleutel>/",
    "mijn/uitslag/<int:sleutel>/",
    "mijn/netwerk/<int:sleutel>/",
    "mijn/opdrachten/<int:sleutel>/",
    "beheer/badge-uitgevers/<int:uitgever>/",
    "partner/overdrachten/<int:sleutel>/",
    "partner/plannen/<int:sleutel>/",
    "beheer/accounts/<int:nummer>/",
    "api/v1/werkzoekenden/<uuid:uuid>",
    "api/v1/werkprofielen/<uuid:uuid>",
)


@pytest.fixture
def wereld() -> Wereld:
    return maak_wereld()


def eigen_routes() -> list[str]:
    alle = [route for route, _ in routes() if not route.startswith(NIET_VAN_ONS)]
    assert len(alle) > 200
    return alle


def ingelogd(gebruiker: object) -> Client:
    client = Client()
    client.force_login(gebruiker)  # type: ignore[arg-type]
    return client


def adressen(wereld: Wereld) -> dict[str, str]:
    """Route → path in this world; the pages of the tiles have tests of their own."""
    gevonden = {route: wereld.adres(route) for route in eigen_routes() if route not in MET_VRAAG | {TEGELPAGINA}}
    return {route: pad for route, pad in gevonden.items() if pad is not None}


def test_de_wereld_vult_bijna_elk_adres(wereld: Wereld) -> None:
    leeg = {route for route in eigen_routes() if wereld.adres(route) is None}
    assert leeg <= {
        TEGELPAGINA,
        "relaties/<int:nummer>/tegels/<int:bezoek>/einde/",
        "beheer/tegels/versies/<int:nummer>/herstel/",
        "nieuws-afmelden/<str:code>/",
        "beheer/kleur/<str:code>.<int:versie>.css",
    }


def test_wie_niet_is_ingelogd_ziet_alleen_het_openbare(wereld: Wereld) -> None:
    client = Client()
    for route, pad in adressen(wereld).items():
        antwoord = client.get(pad)
        if route in OPENBAAR:
            assert antwoord.status_code in {200, 302}, pad
            assert not str(antwoord.headers.get("Location", "")).startswith("/account/login"), pad
        elif route in ALLEEN_POST:
            assert antwoord.status_code == 405, pad
        elif route.startswith("api/"):
            assert antwoord.status_code in {401, 405}, f"{pad}: {antwoord.status_code}"
        else:
            assert antwoord.status_code == 302, f"{pad}: {antwoord.status_code}"
            assert antwoord.headers["Location"].startswith("/account/login/"), pad


def test_een_post_zonder_inloggen_doet_niets(wereld: Wereld) -> None:
    client = Client()
    for route, pad in adressen(wereld).items():
        if route in OPENBAAR | ALLEEN_POST:
            continue
        antwoord = client.post(pad, data="{}" if route.startswith("api/") else {}, content_type="application/json")
        verwacht = {401, 405} if route.startswith("api/") else {302}
        assert antwoord.status_code in verwacht, f"{pad}: {antwoord.status_code}"


def alle_paden(wereld: Wereld) -> list[str]:
    """Every address of this world, those of the tiles included."""
    tegels = [f"/{tegel.kant}/{tegel.slug}/" for tegel in alle_tegels()]
    nieuw, voorbereiding = f"nieuw/?voordracht={wereld.voordracht.pk}", f"{wereld.in_voorbereiding.pk}/"
    return [*adressen(wereld).values(), *tegels, f"/plaatsingen/{nieuw}", f"/plaatsingen/{voorbereiding}"]


def vragen_van(client: Client, pad: str) -> list[str]:
    """What a GET asks the database, the session and the read log included."""
    with CaptureQueriesContext(connection) as gevangen:
        antwoord = client.get(pad)
    assert antwoord.status_code in {200, 302, 400, 403, 404, 405, 422}, f"{pad}: {antwoord.status_code}"
    return [q["sql"][:140] for q in gevangen.captured_queries if not q["sql"].startswith(BUITEN_DE_TELLING)]


@pytest.mark.parametrize("rol", ROLLEN)
def test_get_schrijft_niet_valt_niet_om_en_vraagt_weinig(wereld: Wereld, rol: str) -> None:
    """The guard raises on a write during a GET; any other error of a view raises as well."""
    client = ingelogd(wereld.mensen[rol])
    duur = {}
    for pad in alle_paden(wereld):
        # The first time also fills the caches of the process.
        if len(vragen_van(client, pad)) > HOOGUIT and len(gevraagd := vragen_van(client, pad)) > HOOGUIT:
            duur[pad] = gevraagd
    lijst = [f"{pad}: {len(gevraagd)}\n" + "\n".join(gevraagd) for pad, gevraagd in duur.items()]
    assert not duur, f"{rol}: more than {HOOGUIT} questions\n" + "\n\n".join(lijst)


def test_elke_pagina_is_van_iemand(wereld: Wereld) -> None:
    clients = [ingelogd(mens) for mens in wereld.mensen.values()]
    for route, pad in adressen(wereld).items():
        assert any(client.get(pad).status_code in {200, 302, 405, 400} for client in clients), route


@pytest.mark.parametrize("rol", ROLLEN)
def test_een_vreemde_vindt_niets(wereld: Wereld, rol: str) -> None:
    """Same role, another municipality in another region: it is as if the row were not there."""
    client = ingelogd(wereld.vreemde[rol])
    for route, pad in adressen(wereld).items():
        if not route.startswith(OVER_IEMAND):
            continue
        for antwoord in (client.get(pad), client.post(pad)):
            assert antwoord.status_code in {403, 404, 405}, f"{rol} {pad}: {antwoord.status_code}"


VERBORGEN = [
    ("klantmanager", "dossiers/<int:nummer>/"),
    ("accountmanager", "relaties/<int:nummer>/"),
    ("klantmanager", "voordrachten/<int:nummer>/"),
    ("klantmanager", "plaatsingen/<int:nummer>/"),
    ("klantmanager", "problemen/<int:nummer>/"),
    ("werkgever", "bedrijf/kandidaten/<int:nummer>/"),
]


@pytest.mark.parametrize(("rol", "begin"), VERBORGEN)
def test_een_vreemde_krijgt_404_waar_een_collega_de_pagina_ziet(wereld: Wereld, rol: str, begin: str) -> None:
    eigen, vreemd = ingelogd(wereld.mensen[rol]), ingelogd(wereld.vreemde[rol])
    gezien = 0
    for route, pad in adressen(wereld).items():
        if route.startswith(begin) and eigen.get(pad).status_code == 200:
            gezien += 1
            assert vreemd.get(pad).status_code == 404, pad
    assert gezien


@pytest.mark.parametrize("rol", ["klantmanager", "accountmanager", "inwoner", "werkgever"])
def test_de_api_kost_met_een_sleutel_niet_meer_dan_een_pagina(wereld: Wereld, rol: str) -> None:
    mens = wereld.mensen[rol]
    sleutel = maak_apitoken(gebruiker=mens, naam="proef", dagen=1, door=mens)
    client = Client(headers={"Authorization": f"Bearer {sleutel}"})
    for route, pad in adressen(wereld).items():
        if route.startswith("api/"):
            vragen_van(client, pad)
            gevraagd = vragen_van(client, pad)
            assert len(gevraagd) <= HOOGUIT, f"{pad}: {len(gevraagd)}\n" + "\n".join(gevraagd)
