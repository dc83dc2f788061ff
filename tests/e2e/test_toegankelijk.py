"""Every named page for the role that sees it: axe finds nothing, nothing sticks out; help without JavaScript."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.management import call_command
from playwright.sync_api import Browser, Page, ViewportSize
from pytest_django.live_server_helper import LiveServer
from tests.e2e.conftest import log_in
from tests.test_alle_paginas import OPENBAAR as OPEN_ROUTES
from tests.test_alle_paginas import adressen
from tests.wereld import Wereld, maak_wereld

from werklandschap.kern.dossiers.models import Dossier
from werklandschap.landschap.tegels import alle_tegels

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
SMAL: ViewportSize = {"width": 320, "height": 800}
BREED: ViewportSize = {"width": 1280, "height": 900}
# Open pages of which the routes say nothing: the tiles, and signing in.
OOK_OPENBAAR = (
    *(f"/{tegel.kant}/{tegel.slug}/" for tegel in alle_tegels()),
    *("/account/login/", "/account/password/reset/"),
)
# Who opens a page in this test, by how its path begins: the first that fits. The rest is the client manager's.
DOOR = (
    ("dossiers/verdelingen/", "manager"),
    ("dossiers/caseload-overdragen/", "manager"),
    ("plaatsingen/<int:nummer>/instrument/<int:sleutel>/weigeren/", "jobcoach"),
    ("relaties/", "accountmanager"),
    ("werkgeversnieuws/", "accountmanager"),
    ("werkgeversvragen/", "accountmanager"),
    ("sectorplannen/", "accountmanager"),
    ("arbeidsmarkt/", "accountmanager"),
    ("marktbewerkingsplan/", "accountmanager"),
    ("sroi-bedragen/", "accountmanager"),
    ("werkprofielen/", "accountmanager"),
    ("matchingsoverleg/", "accountmanager"),
    ("kandidaten/", "accountmanager"),
    ("speeddates/", "jobcoach"),
    ("nazorg", "jobcoach"),
    ("problemen/", "jobcoach"),
    ("inzicht/", "manager"),
    ("beheer/", "beheerder"),
    ("partner/", "partner"),
    ("bedrijf/", "werkgever"),
    ("mijn/", "inwoner"),
    ("mijn-", "klantmanager"),
)
ANDERS = {
    "speeddates/nieuw/": "accountmanager",
    "speeddates/<int:nummer>/bewerken/": "accountmanager",
    "speeddates/<int:nummer>/werkgevers/<int:sleutel>/wensen/": "accountmanager",
    "speeddates/<int:nummer>/kandidaten/<int:sleutel>/wensen/": "accountmanager",
}
# Views of a page that its bare path does not show, and pages that the routes write as a pattern.
OOK = {
    "inwoner": ("/mijn/beroepen/vergelijk/?beroep={beroep}",),
    "klantmanager": (
        *("/werkzoekenden/melding/", "/zoeken/?q=a"),
        *("/plaatsingen/nieuw/?voordracht={voordracht}", "/plaatsingen/{in_voorbereiding}/"),
    ),
    "jobcoach": ("/werkzoekenden/nazorg/",),
    "accountmanager": ("/werkgevers/werkprofiel/",),
}
ROLLEN = ("klantmanager", "jobcoach", "accountmanager", "manager", "beheerder", "partner", "werkgever", "inwoner")
# A role with many pages is opened by several tests, so that they can run beside each other.
DELEN = {"klantmanager": 3, "accountmanager": 2}
STUKKEN = [(rol, stuk) for rol in ROLLEN for stuk in range(DELEN.get(rol, 1))]


def rol_voor(route: str) -> str:
    """Who opens this page here."""
    return ANDERS.get(route) or next((rol for begin, rol in DOOR if route.startswith(begin)), "klantmanager")


def paden_van(wereld: Wereld, rol: str) -> list[str]:
    """Every path of the product that this role opens here: a new route is in it by itself."""
    gevuld = {
        "beroep": wereld.nummers["mijn/beroepen/<int:beroep>"],
        "voordracht": wereld.voordracht.pk,
        "in_voorbereiding": wereld.in_voorbereiding.pk,
    }
    gewoon = [pad for route, pad in adressen(wereld).items() if route not in OPEN_ROUTES and rol_voor(route) == rol]
    return [*gewoon, *(pad.format(**gevuld) for pad in OOK.get(rol, ()))]


@pytest.fixture
def wereld(transactional_db: None) -> Wereld:
    return maak_wereld()


def controleer(pagina: Page, adres: str) -> list[str]:
    """What is wrong on one page, in lines; empty when nothing is."""
    pagina.set_viewport_size(BREED)
    antwoord = pagina.goto(adres)
    assert antwoord is not None
    if antwoord.status != 200:
        return [f"{adres}: {antwoord.status}"]
    fouten = [
        f"{adres}: {regel['id']} {[deel['html'][:120] for deel in regel['nodes'][:3]]}"
        for regel in Axe().run(pagina).response["violations"]
    ]
    fouten += te_breed(pagina, adres, BREED)
    pagina.set_viewport_size(SMAL)
    pagina.reload()
    return fouten + te_breed(pagina, adres, SMAL)


def te_breed(pagina: Page, adres: str, maat: ViewportSize) -> list[str]:
    """Whether something sticks out sideways."""
    breedte = pagina.evaluate("document.documentElement.scrollWidth")
    return [f"{adres}: {breedte} px breed in een venster van {maat['width']}"] if breedte > maat["width"] else []


def test_de_openbare_paginas_zijn_toegankelijk(wereld: Wereld, live_server: LiveServer, page: Page) -> None:
    open_ = [pad for route, pad in adressen(wereld).items() if route in OPEN_ROUTES]
    paden = [live_server.url + pad for pad in (*open_, *OOK_OPENBAAR)]
    fouten = [fout for adres in paden if is_pagina(page, adres) for fout in controleer(page, adres)]
    assert not fouten, "\n".join(fouten)


def is_pagina(pagina: Page, adres: str) -> bool:
    """Whether a GET shows a page here. Elsewhere it goes on to another page, is a file, or only a POST does something.

    Anything else fails: then `DOOR` names somebody who may not open it.
    """
    antwoord = pagina.request.get(adres, max_redirects=0)
    assert antwoord.status in {200, 302, 400, 405}, f"{adres}: {antwoord.status}, who opens this page?"
    return antwoord.status == 200 and "text/html" in antwoord.headers["content-type"] and b"<main" in antwoord.body()


@pytest.mark.parametrize(("rol", "stuk"), STUKKEN)
def test_elke_pagina_van_het_product_is_toegankelijk(
    wereld: Wereld, live_server: LiveServer, page: Page, rol: str, stuk: int
) -> None:
    log_in(page, live_server, wereld.mensen[rol].email)
    paden = [live_server.url + pad for pad in paden_van(wereld, rol)[stuk :: DELEN.get(rol, 1)]]
    paginas = [adres for adres in paden if is_pagina(page, adres)]
    assert paginas
    fouten = [fout for adres in paginas for fout in controleer(page, adres)]
    assert not fouten, "\n".join(fouten)


@pytest.mark.parametrize("kant", ["werkzoekenden", "werkgevers"])
def test_met_het_toetsenbord_door_het_landschap_in_leesvolgorde(
    transactional_db: None, live_server: LiveServer, page: Page, kant: str
) -> None:
    page.goto(f"{live_server.url}/{kant}/")
    zichtbaar = f"a[href^='/{kant}/']:visible"
    volgorde = page.eval_on_selector_all(
        f"main a[href^='/{kant}/']",
        "alle => alle.filter(a => a.checkVisibility()).map(a => a.getAttribute('href'))",
    )
    assert page.locator(f"main {zichtbaar}").count() >= 9
    gezien: list[str] = []
    for _ in range(200):
        page.keyboard.press("Tab")
        adres = page.evaluate(
            "document.activeElement.closest('main') ? document.activeElement.getAttribute('href') : null"
        )
        if adres and adres.startswith(f"/{kant}/"):
            gezien.append(adres)
        if len(gezien) == len(volgorde):
            break
    assert gezien == volgorde


def test_w1_1_hulp_vragen_lukt_zonder_javascript(wereld: Wereld, live_server: LiveServer, browser: Browser) -> None:
    omgeving = browser.new_context(java_script_enabled=False, viewport=SMAL, locale="nl-NL")
    pagina = omgeving.new_page()
    pagina.goto(f"{live_server.url}/hulp-vragen/")
    pagina.select_option("select[name=gemeente]", label=str(wereld.dossier.gemeente))
    for veld, waarde in {
        "voornaam": "Noor",
        "achternaam": "van Zonder",
        "telefoon": "0611111111",
        "hulpvraag": "Ik zoek werk met planten.",
    }.items():
        pagina.fill(f"[name={veld}]", waarde)
    pagina.wait_for_timeout(4000)  # sent faster than a person types, a form is taken for a machine's
    pagina.click("main form button.utrecht-button--primary-action")
    pagina.wait_for_load_state()
    assert pagina.url.endswith("/hulp-vragen/bedankt/"), pagina.inner_text("main")
    dossier = Dossier.objects.get(werkzoekende__achternaam="van Zonder")
    assert dossier.hulpvraag == "Ik zoek werk met planten."
    call_command("controleer_ketens")
    omgeving.close()
