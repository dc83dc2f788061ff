"""Makes the pictures of docs/gebruik from a running demo; called by script/schermbeelden."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

BEELD = Path(__file__).resolve().parent.parent / "docs" / "gebruik" / "beeld"
WACHTWOORD = "landschap-demo"
BREED, HOOG = 1120, 740
# The drawn landscape has many colours: a smaller window keeps its picture lighter, and only the drawing is taken.
TEKENINGEN = {"landschap", "landschap-werkgevers"}
TEKENINGVENSTER = (940, 1200)
MEEST = 200 * 1024
MEEST_TEKENING = 400 * 1024
# A page, or a page and the start of the address of its first link to follow, more than once if need be.
BEELDEN: dict[str, dict[str, list[str]]] = {
    "": {
        "landschap": ["/werkzoekenden/"],
        "landschap-werkgevers": ["/werkgevers/"],
        "hulp-vragen": ["/hulp-vragen/"],
        "met-code": ["/met-code/"],
    },
    "klantmanager@voorbeeld.test": {
        "mijn-dag": ["/mijn-dag/"],
        "week": ["/mijn-agenda/week/"],
        "herinneringen": ["/herinneringen/"],
        "toegang": ["/dossiers/", "/dossiers/#", "/dossiers/#/toegang/"],
        "dossiers": ["/dossiers/?kolom=tegels&kolom=gezien&kolom=volgende&kolom=laat"],
        "dossier": ["/dossiers/", "/dossiers/#"],
        "klantbeeld": ["/dossiers/", "/dossiers/#", "/dossiers/#/klantbeeld/"],
        "zrm": ["/dossiers/", "/dossiers/#", "/dossiers/#/zrm/"],
        "plan": ["/dossiers/", "/dossiers/#", "/dossiers/#/plan/"],
        "melding": ["/dossiers/melding/"],
        "overdragen": ["/dossiers/?q=Sanne", "/dossiers/#", "/dossiers/#/overdragen/"],
        "gesprek": ["/dossiers/?q=Sanne", "/dossiers/#", "/dossiers/#/gesprekken/", "/dossiers/#/gesprekken/*"],
        "metingen": ["/dossiers/?q=Sanne", "/dossiers/#", "/dossiers/#/klantbeeld/metingen/"],
        "instrumenten": ["/dossiers/?q=Sanne", "/dossiers/#", "/dossiers/#/instrumenten/"],
        "basis-op-orde": ["/dossiers/?q=Sanne", "/dossiers/#", "/dossiers/#/maatschappelijk-fit/"],
        "voorzieningen": ["/dossiers/?q=Sanne", "/dossiers/#", "/dossiers/#/voorzieningen/"],
        "stress": ["/dossiers/?q=Sanne", "/dossiers/#", "/dossiers/#/maatschappelijk-fit/stress/"],
        "meedoen": ["/dossiers/?q=Sanne", "/dossiers/#", "/dossiers/#/maatschappelijk-fit/meedoen/"],
        "berichten": ["/dossiers/?q=Sanne", "/dossiers/#", "/dossiers/#/berichten/nieuw/?sjabloon=uitnodiging"],
        "leesniveau": ["/dossiers/?q=Sanne", "/dossiers/#", "/dossiers/#/leesniveau/"],
        "documenten": ["/dossiers/?q=Sanne", "/dossiers/#", "/dossiers/#/documenten/"],
        "orientatie": ["/dossiers/?q=Sanne", "/dossiers/#", "/dossiers/#/orientatie/"],
        "plekken": ["/dossiers/?q=Sanne", "/dossiers/#", "/dossiers/#/orientatie/plekken/"],
        "werk-fit": ["/dossiers/?q=Sanne", "/dossiers/#", "/dossiers/#/werk-fit/"],
        "netwerk": ["/dossiers/?q=Sanne", "/dossiers/#", "/dossiers/#/werk-fit/netwerk/"],
        "opleiden": ["/dossiers/?q=Sanne", "/dossiers/#", "/dossiers/#/opleiden/"],
        "badges": ["/dossiers/?q=Sanne", "/dossiers/#", "/dossiers/#/badges/"],
        "plaatsing": ["/plaatsingen/", "/plaatsingen/#"],
        "agenda": ["/voordrachten/agenda/"],
        "matchingsoverleg": ["/matchingsoverleg/", "/matchingsoverleg/#"],
        "bemiddeling": ["/werkzoekenden/bemiddeling/"],
        "speeddate": ["/speeddates/", "/speeddates/#"],
        "speeddate-dag": ["/speeddates/", "/speeddates/#", "/speeddates/#/dag/"],
        "voordracht": ["/voordrachten/?status=in_gesprek", "/voordrachten/#"],
    },
    "accountmanager@voorbeeld.test": {
        "relatie": ["/relaties/", "/relaties/#"],
        "kandidaten": ["/werkprofielen/", "/werkprofielen/#", "/werkprofielen/#/kandidaten/"],
        "voordrachten": ["/voordrachten/"],
        "sroi": ["/relaties/", "/relaties/#", "/relaties/#/orientatie/sroi/"],
        "risico": ["/relaties/", "/relaties/#", "/relaties/#/voorzorg/risico/"],
        "verhalen": ["/relaties/", "/relaties/#", "/relaties/#/verhalen/"],
        "marktplan": ["/marktbewerkingsplan/"],
        "nieuws": ["/werkgeversnieuws/", "/werkgeversnieuws/#"],
        "verwachting": ["/relaties/", "/relaties/#", "/relaties/#/verwachting/"],
        "eisen": ["/werkprofielen/", "/werkprofielen/#", "/werkprofielen/#/eisen/"],
        "carven": ["/werkprofielen/", "/werkprofielen/#", "/werkprofielen/#/carven/"],
        "open-hiring": ["/werkprofielen/", "/werkprofielen/#", "/werkprofielen/#/open-hiring/"],
    },
    "jobcoach@voorbeeld.test": {"nazorg": ["/nazorg/"], "nazorg-tegel": ["/werkzoekenden/nazorg/"]},
    "inwoner@inwoner.test": {
        "mijn": ["/mijn/"],
        "kansen": ["/mijn/kansen/"],
        "papieren": ["/mijn/papieren/"],
        "cv": ["/mijn/cv/"],
        "mijn-speeddates": ["/mijn/", "/mijn/speeddates/#"],
        "mijn-oefenen": ["/mijn/oefenen/"],
        "mijn-test": ["/mijn/testen/interesse/"],
        "mijn-beroepen": ["/mijn/beroepen/"],
        "mijn-beroep": ["/mijn/beroepen/", "/mijn/beroepen/#"],
        "mijn-uitslag": ["/mijn/oefenen/", "/mijn/uitslag/#"],
    },
    "werkgever@bedrijf.test": {"bedrijf": ["/bedrijf/"], "bedrijf-speeddates": ["/bedrijf/", "/bedrijf/speeddates/#"]},
    "partner@wijkteam.test": {"partner": ["/partner/"], "gedeeld-plan": ["/partner/", "/partner/plannen/#"]},
    "manager@voorbeeld.test": {"inzicht": ["/inzicht/"], "gelijke-kansen": ["/inzicht/eerlijk/"]},
    "beheer@voorbeeld.test": {
        "beheer": ["/beheer/"],
        "signalen-beheer": ["/beheer/lijsten/signalen/"],
        "brief": ["/beheer/brieven/uitnodiging/A2/"],
        "instellingen": ["/beheer/instellingen/"],
        "importeren": ["/beheer/importeren/"],
        "kansen-op-werk": ["/beheer/arbeidsmarkt/"],
        "dagelijks": ["/beheer/dagelijks/"],
    },
}


def log_in(pagina: Page, basis: str, email: str) -> None:
    """Sign in on the login page."""
    pagina.goto(f"{basis}/account/login/")
    pagina.fill("input[name=login]", email)
    pagina.fill("input[name=password]", WACHTWOORD)
    pagina.click("main form button[type=submit]")
    pagina.wait_for_load_state()


def nummer_op(pagina: Page, patroon: str) -> str:
    """The first address on the page that is the pattern with a number for `#`."""
    begin, _, einde = patroon.partition("#")
    for adres in pagina.eval_on_selector_all("main a[href]", "alle => alle.map(a => a.getAttribute('href'))"):
        rest = adres.split("?")[0].removeprefix(begin)
        if adres.startswith(begin) and rest.strip("/").isdigit():
            return begin + rest.strip("/") + (einde or "/")
    raise SystemExit(f"Op {pagina.url} staat geen link naar {patroon}.")


def ga_naar(pagina: Page, basis: str, stappen: list[str]) -> None:
    """Open a page and follow the steps; a number found once is used in the steps after it, `*` asks another."""
    pagina.goto(basis + stappen[0])
    nummer = ""
    for stap in stappen[1:]:
        if stap.endswith("*"):
            pad = nummer_op(pagina, stap.replace("#", nummer).replace("*", "#"))
        elif nummer:
            pad = stap.replace("#", nummer)
        else:
            pad = nummer_op(pagina, stap)
            nummer = pad.rstrip("/").rsplit("/", 1)[-1]
        pagina.goto(basis + pad)


def maak(browser: Browser, basis: str) -> None:
    """All pictures, each account signing in once."""
    for email, beelden in BEELDEN.items():
        omgeving = browser.new_context(
            viewport={"width": BREED, "height": HOOG}, locale="nl-NL", reduced_motion="reduce"
        )
        pagina = omgeving.new_page()
        if email:
            log_in(pagina, basis, email)
        for naam, stappen in beelden.items():
            breed, hoog = TEKENINGVENSTER if naam in TEKENINGEN else (BREED, HOOG)
            pagina.set_viewport_size({"width": breed, "height": hoog})
            ga_naar(pagina, basis, stappen)
            doel = BEELD / f"{naam}.png"
            if naam in TEKENINGEN:
                pagina.locator(".landschap-beeld").screenshot(path=doel)
            else:
                pagina.screenshot(path=doel)
            grootte = doel.stat().st_size
            print(f"{naam:22} {grootte // 1024:4} kB  {pagina.url}")
            grens = MEEST_TEKENING if naam in TEKENINGEN else MEEST
            if grootte > grens:
                raise SystemExit(f"{doel} is groter dan {grens // 1024} kB.")
        omgeving.close()


def main() -> int:
    """The address of the running demo is the only argument."""
    if len(sys.argv) != 2 or not sys.argv[1].startswith("http"):
        print("Gebruik: script/schermbeelden http://127.0.0.1:8000", file=sys.stderr)
        return 2
    BEELD.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("WERKLANDSCHAP_CHROMIUM") or None,
            args=["--no-sandbox"] if os.geteuid() == 0 else [],
        )
        maak(browser, sys.argv[1].rstrip("/"))
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
