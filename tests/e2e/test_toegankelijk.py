"""Every named page for the role that sees it: axe finds nothing, nothing sticks out; help without JavaScript."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.management import call_command
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer
from tests.e2e.conftest import log_in
from tests.wereld import Wereld, maak_wereld

from werklandschap.kern.dossiers.models import Dossier

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
SMAL = {"width": 320, "height": 800}
BREED = {"width": 1280, "height": 900}
OPENBAAR = (
    "/werkzoekenden/",
    "/werkgevers/",
    "/werkzoekenden/melding/",
    "/werkgevers/werkprofiel/",
    "/begrippen/",
    "/hulp-vragen/",
    "/werkgever-melden/",
    "/account/login/",
)
WERKGEVERPAGINAS = (
    "/relaties/nieuw/",
    "/relaties/{werkgever}/contact/",
    "/relaties/{werkgever}/voorbereiden/",
    "/relaties/{werkgever}/kansen/",
    "/relaties/{werkgever}/voorzorg/",
    "/relaties/{werkgever}/opleiden/",
    "/relaties/{werkgever}/kandidaat-fit/",
    "/relaties/{werkgever}/kandidaat-fit/bewijs/",
    "/relaties/{werkgever}/kandidaat-fit/gesprek/{contact}/",
    "/relaties/{werkgever}/samenvoegen/",
    "/sectorplannen/",
    "/werkgeversvragen/",
    "/werkprofielen/{werkprofiel}/openstellen/",
    "/relaties/{werkgever}/orientatie/",
    "/relaties/{werkgever}/orientatie/checklist/",
    "/relaties/{werkgever}/orientatie/functies/",
    "/relaties/{werkgever}/orientatie/sroi/",
    "/relaties/{werkgever}/orientatie/pso/",
    "/relaties/{werkgever}/orientatie/beleid/hr/",
    "/relaties/{werkgever}/voorzorg/risico/",
    "/relaties/{werkgever}/verhalen/",
    "/relaties/{werkgever}/arbeidsmarkt/",
    "/relaties/{werkgever}/doorverwijzen/",
    "/relaties/{werkgever}/verwachting/",
    "/arbeidsmarkt/inlezen/",
    "/werkprofielen/{werkprofiel}/eisen/",
    "/werkprofielen/{werkprofiel}/carven/",
    "/werkprofielen/{werkprofiel}/versies/",
    "/werkprofielen/{werkprofiel}/persoonlijk/",
    "/werkprofielen/{werkprofiel}/open-hiring/",
    "/matchingsoverleg/",
    "/matchingsoverleg/nieuw/",
    "/matchingsoverleg/{overleg}/",
)
PAGINAS = {
    "klantmanager": (
        "/mijn-dag/",
        "/dossiers/",
        "/dossiers/{dossier}/",
        "/dossiers/{dossier}/klantbeeld/",
        "/dossiers/{dossier}/plan/",
        "/dossiers/{dossier}/zrm/",
        "/dossiers/{dossier}/klantbeeld/metingen/",
        "/dossiers/{dossier}/klantbeeld/metingen/taaltoets/",
        "/dossiers/{dossier}/gesprekken/{gesprek}/",
        "/dossiers/{dossier}/overdragen/",
        "/dossiers/{dossier}/plan/delen/",
        "/dossiers/{dossier}/maatschappelijk-fit/",
        "/dossiers/{dossier}/maatschappelijk-fit/meedoen/",
        "/dossiers/{dossier}/maatschappelijk-fit/stress/",
        "/dossiers/{dossier}/orientatie/",
        "/dossiers/{dossier}/orientatie/beroepen/{beroep}/",
        "/dossiers/{dossier}/werk-fit/",
        "/dossiers/{dossier}/werk-fit/netwerk/",
        "/dossiers/{dossier}/profiel/",
        "/voordrachten/{voordracht}/",
        "/voordrachten/agenda/",
        "/plaatsingen/{plaatsing}/",
        "/plaatsingen/{plaatsing}/subsidie/",
        "/plaatsingen/{plaatsing}/nazorg/",
        "/ips/",
        "/dossiers/{dossier}/ips/",
    ),
    "accountmanager": (
        "/relaties/",
        "/relaties/{werkgever}/",
        "/werkprofielen/",
        "/werkprofielen/{werkprofiel}/",
        "/werkprofielen/{werkprofiel}/kandidaten/",
        *WERKGEVERPAGINAS,
        "/speeddates/{speeddate}/kandidaten/{komt}/wensen/",
        "/speeddates/{speeddate}/werkgevers/{komt_bedrijf}/wensen/",
    ),
    "manager": (
        "/inzicht/",
        "/inzicht/tegels/",
        "/inzicht/resultaten/",
        "/dossiers/verdelingen/",
        "/dossiers/caseload-overdragen/",
    ),
    "beheerder": (
        "/beheer/",
        "/beheer/instellingen/",
        "/beheer/importeren/",
        "/beheer/dagelijks/",
        "/beheer/brieven/",
        "/beheer/brieven/uitnodiging/A2/",
        "/beheer/lijsten/signalen/",
        "/beheer/lijsten/voorzieningen/nieuw/",
    ),
    "partner": ("/partner/", "/partner/plannen/{deling}/"),
    "jobcoach": (
        "/werkzoekenden/nazorg/",
        "/nazorg/",
        "/speeddates/{speeddate}/",
        "/speeddates/{speeddate}/dag/",
    ),
    "werkgever": ("/bedrijf/", "/bedrijf/speeddates/{komt_bedrijf}/", "/bedrijf/werk/{plaatsing}/probleem/"),
    "inwoner": (
        "/mijn/",
        "/mijn/meedoen/",
        "/mijn/papieren/",
        "/mijn/beroepen/",
        "/mijn/beroepen/{beroep}/",
        "/mijn/beroepen/vergelijk/?beroep={beroep}",
        "/mijn/beeld/",
        "/mijn/oefenen/",
        "/mijn/testen/interesse/",
        "/mijn/papieren/",
        "/mijn/cv/",
        "/mijn/tijdlijn/",
        "/mijn/netwerk/",
        "/mijn/kansen/",
        "/mijn/speeddates/{speeddate}/",
        "/mijn/werk/{plaatsing}/probleem/",
    ),
}


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
    for maat in (BREED, SMAL):
        pagina.set_viewport_size(maat)
        pagina.reload()
        breedte = pagina.evaluate("document.documentElement.scrollWidth")
        if breedte > maat["width"]:
            fouten.append(f"{adres}: {breedte} px breed in een venster van {maat['width']}")
    return fouten


def test_de_openbare_paginas_zijn_toegankelijk(wereld: Wereld, live_server: LiveServer, page: Page) -> None:
    fouten = [fout for pad in OPENBAAR for fout in controleer(page, live_server.url + pad)]
    assert not fouten, "\n".join(fouten)


@pytest.mark.parametrize("rol", PAGINAS)
def test_de_paginas_van_een_rol_zijn_toegankelijk(
    wereld: Wereld, live_server: LiveServer, page: Page, rol: str
) -> None:
    speeddate = wereld.nummers["speeddates/<int:nummer>"]
    nummers = {
        "dossier": wereld.dossier.pk,
        "gesprek": wereld.nummers[f"dossiers/{wereld.dossier.pk}/gesprekken/<int:gesprek>"],
        "voordracht": wereld.voordracht.pk,
        "plaatsing": wereld.plaatsing.pk,
        "speeddate": speeddate,
        "komt": wereld.nummers[f"speeddates/{speeddate}/kandidaten/<int:sleutel>"],
        "komt_bedrijf": wereld.nummers[f"speeddates/{speeddate}/werkgevers/<int:sleutel>"],
        "werkgever": wereld.werkgever.pk,
        "contact": wereld.nummers[f"relaties/{wereld.werkgever.pk}/kandidaat-fit/gesprek/<int:moment>"],
        "werkprofiel": wereld.voordracht.werkprofiel_id,
        "beroep": wereld.nummers["mijn/beroepen/<int:beroep>"],
        "overleg": wereld.nummers["matchingsoverleg/<int:nummer>"],
        "deling": wereld.nummers["partner/plannen/<int:sleutel>"],
    }
    log_in(page, live_server, wereld.mensen[rol].email)
    fouten = [fout for pad in PAGINAS[rol] for fout in controleer(page, live_server.url + pad.format(**nummers))]
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
