"""Makes the pictures of docs/gebruik from a running demo; called by script/schermbeelden."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, sync_playwright

BEELD = Path(__file__).resolve().parent.parent / "docs" / "gebruik" / "beeld"
WACHTWOORD = "landschap-demo"
BREED, HOOG = 1120, 740
# The drawn landscape has many colours: a smaller window keeps its picture lighter, and only the drawing is taken.
TEKENINGEN = {"landschap", "landschap-werkgevers"}
TEKENINGVENSTER = (940, 1200)
MEEST = 200 * 1024
MEEST_TEKENING = 400 * 1024
# A page, or a page and the start of the address of its first link to follow, more than once if need be. After a page:
# "kaart:Kop" takes only that card and "deel:form" only that element, "open:Kop" unfolds, "vul:veld=tekst" types, and
# "zoek:plek/ Kop|woord" tries the dossiers of a list until one has that card with that word.
BEELDEN: dict[str, dict[str, list[str]]] = {
    "": {
        "landschap": ["/werkzoekenden/"],
        "landschap-werkgevers": ["/werkgevers/"],
        "hulp-vragen": ["/hulp-vragen/"],
        "reactie": ["/hulp-vragen/reactie/"],
        "met-code": ["/met-code/"],
    },
    "klantmanager@voorbeeld.test": {
        "mijn-dag": ["/mijn-dag/"],
        "week": ["/mijn-agenda/week/"],
        "taalniveau": [
            *("/dossiers/?q=Sanne", "/dossiers/#", "/dossiers/#/berichten/nieuw/"),
            "vul:tekst=Naar aanleiding van uw aanvraag wordt u uitgenodigd voor een gesprek over re-integratie.",
            "deel:main form.wl-formulier",
        ],
        "hulpvraag": ["/dossiers/?q=Sanne", "/dossiers/#", "/dossiers/#/hulpvraag/"],
        "inkomen": [
            "/dossiers/?q=Sanne",
            "/dossiers/#",
            "/dossiers/#/hulpvraag/",
            "vul:inkomensaanvraag=2026-18734",
            "kaart:Aanvraag voor inkomen",
        ],
        "klantbeeld-toen": ["/dossiers/?q=Sanne", "/dossiers/#", "/dossiers/#/klantbeeld/?stap=3"],
        "dringend": [
            "/dossiers/?q=Sanne",
            "/dossiers/#",
            "/dossiers/#/maatschappelijk-fit/",
            "kaart:Eerst dit: wat nu aandacht vraagt",
        ],
        "basisvaardigheden": [
            "/dossiers/?q=Sanne",
            "/dossiers/#",
            "/dossiers/#/maatschappelijk-fit/",
            "kaart:Basisvaardigheden",
        ],
        "snelle-hulp": [
            *("/dossiers/?q=Sanne", "/dossiers/#", "/dossiers/#/maatschappelijk-fit/"),
            *("open:Vraag snelle hulp", "kaart:Snelle hulp"),
        ],
        "meedoen-doel": [
            "/dossiers/?q=Sanne",
            "/dossiers/#",
            "/dossiers/#/maatschappelijk-fit/meedoen/",
            *("open:Maak meedoen het doel", "kaart:Meedoen als doel"),
        ],
        "geoefend": ["/dossiers/?q=Sanne", "/dossiers/#", "/dossiers/#/werk-fit/", "kaart:Wat is geoefend"],
        "leerdoel": ["/dossiers/?wie=mij", "zoek:werk-fit/ Kan dit een leerdoel worden?"],
        "obstakels": [
            *("/dossiers/?q=Sanne", "/dossiers/#", "/dossiers/#/werk-fit/"),
            *("open:Schrijf een obstakel op", "kaart:Wat in de weg zit"),
        ],
        "naast-elkaar": ["/dossiers/?q=Sanne", "/dossiers/#", "kaart:In het landschap"],
        "leerplek": ["/dossiers/?q=Sanne", "/dossiers/#", "/dossiers/#/orientatie/plekken/nieuw/"],
        "certificaten": ["/dossiers/?wie=mij", "zoek:opleiden/ Certificaten|tot en met"],
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
        "beroepen": ["/dossiers/?q=Sanne", "/dossiers/#", "/dossiers/#/orientatie/beroepen/?zoek=tuin"],
        "bewijs": [
            *("/dossiers/", "zoek:badges/ Badges van deze persoon|in het profiel"),
            *("/dossiers/#/profiel/", "open:2 bewijzen", "kaart:Wat iemand kan"),
        ],
        "plaatsing": ["/plaatsingen/", "/plaatsingen/#"],
        "subsidie": ["/nazorg/", "/plaatsingen/#/nazorg/", "/plaatsingen/#/subsidie/"],
        "ips": ["/ips/"],
        "dossier-ips": ["/ips/", "/dossiers/#/ips/"],
        "agenda": ["/voordrachten/agenda/"],
        "matchingsoverleg": ["/matchingsoverleg/", "/matchingsoverleg/#"],
        "bemiddeling": ["/werkzoekenden/bemiddeling/"],
        "speeddate": ["/speeddates/", "/speeddates/#"],
        "speeddate-dag": ["/speeddates/", "/speeddates/#", "/speeddates/#/dag/"],
        "voordracht": ["/voordrachten/?status=in_gesprek", "/voordrachten/#"],
    },
    "accountmanager@voorbeeld.test": {
        "relatie": ["/relaties/", "/relaties/#"],
        "voorzorg": ["/relaties/", "/relaties/#", "/relaties/#/voorzorg/"],
        "werkgeversvragen": ["/werkgeversvragen/"],
        "kvk": ["/relaties/nieuw/?kvk=99900001"],
        "bezoek": ["/relaties/", "/relaties/#", "/relaties/#/voorbereiden/"],
        "werkgeverskansen": ["/relaties/", "/relaties/#", "/relaties/#/kansen/"],
        "arbeidsmarkt": ["/relaties/", "/relaties/#", "/relaties/#/arbeidsmarkt/"],
        "stappenplan": ["/relaties/", "/relaties/#", "/relaties/#/orientatie/"],
        "checklist": ["/relaties/", "/relaties/#", "/relaties/#/orientatie/checklist/"],
        "functies": ["/relaties/", "/relaties/#", "/relaties/#/orientatie/functies/"],
        "pso": ["/relaties/", "/relaties/#", "/relaties/#/orientatie/pso/"],
        "beleid": ["/relaties/", "/relaties/#", "/relaties/#/orientatie/beleid/missie/"],
        "trainingen": ["/relaties/", "/relaties/#", "/relaties/#/opleiden/"],
        "sectorplannen": ["/sectorplannen/"],
        "kandidaat-fit": ["/relaties/", "/relaties/#", "/relaties/#/kandidaat-fit/"],
        "werkprofiel": ["/werkprofielen/", "/werkprofielen/#"],
        "openstellen": ["/werkprofielen/", "/werkprofielen/#", "/werkprofielen/#/openstellen/"],
        "groeien": [
            *("/werkprofielen/?q=in+opleiding", "/werkprofielen/#", "/werkprofielen/#/groeien/"),
        ],
        "zelf-kiezen": ["/werkprofielen/", "/werkprofielen/#", "/werkprofielen/#/persoonlijk/?q=an"],
        "kandidaten": ["/werkprofielen/", "/werkprofielen/#", "/werkprofielen/#/kandidaten/"],
        "voordrachten": ["/voordrachten/"],
        "sroi": ["/relaties/", "/relaties/#", "/relaties/#/orientatie/sroi/"],
        "risico": ["/relaties/", "/relaties/#", "/relaties/#/voorzorg/risico/"],
        "verhalen": ["/relaties/", "/relaties/#", "/relaties/#/verhalen/"],
        "marktplan": ["/marktbewerkingsplan/"],
        "marktplannen": ["/marktbewerkingsplan/plannen/"],
        "sroi-bedragen": ["/sroi-bedragen/"],
        "nieuws": ["/werkgeversnieuws/", "/werkgeversnieuws/#"],
        "verwachting": ["/relaties/", "/relaties/#", "/relaties/#/verwachting/"],
        "eisen": ["/werkprofielen/", "/werkprofielen/#", "/werkprofielen/#/eisen/"],
        "carven": ["/werkprofielen/", "/werkprofielen/#", "/werkprofielen/#/carven/"],
        "open-hiring": ["/werkprofielen/?q=Schoonmaker+zorg", "/werkprofielen/#", "/werkprofielen/#/open-hiring/"],
    },
    "jobcoach@voorbeeld.test": {"nazorg": ["/nazorg/"], "nazorg-tegel": ["/werkzoekenden/nazorg/"]},
    "inwoner@inwoner.test": {
        "mijn": ["/mijn/"],
        "kansen": ["/mijn/kansen/"],
        "papieren": ["/mijn/papieren/"],
        "cv": ["/mijn/cv/"],
        "mijn-speeddates": ["/mijn/", "/mijn/speeddates/#"],
        "mijn-badges": ["/mijn/badges/"],
        "mijn-oefenen": ["/mijn/oefenen/"],
        "mijn-test": ["/mijn/testen/interesse/"],
        "mijn-beroepen": ["/mijn/beroepen/"],
        "mijn-beroep": ["/mijn/beroepen/", "/mijn/beroepen/#"],
        "mijn-uitslag": ["/mijn/oefenen/", "/mijn/uitslag/#"],
    },
    "werkgever@bedrijf.test": {"bedrijf": ["/bedrijf/"], "bedrijf-speeddates": ["/bedrijf/", "/bedrijf/speeddates/#"]},
    "partner@wijkteam.test": {"partner": ["/partner/"], "gedeeld-plan": ["/partner/", "/partner/plannen/#"]},
    "manager@voorbeeld.test": {
        "team": ["/mijn-agenda/team/"],
        "inzicht": ["/inzicht/"],
        "gelijke-kansen": ["/inzicht/eerlijk/"],
        "vrouwen-en-mannen": ["/inzicht/eerlijk/vrouwen-en-mannen/"],
    },
    "beheer@voorbeeld.test": {
        "beheer": ["/beheer/"],
        "signalen-beheer": ["/beheer/lijsten/signalen/"],
        "brief": ["/beheer/brieven/uitnodiging/A2/"],
        "instellingen": ["/beheer/instellingen/"],
        "importeren": ["/beheer/importeren/"],
        "kansen-op-werk": ["/beheer/arbeidsmarkt/"],
        "dagelijks": ["/beheer/dagelijks/"],
        "pso-normen": ["/beheer/pso/"],
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
        rest = adres.split("?")[0].removeprefix(begin).removesuffix(einde)
        if adres.startswith(begin) and rest.strip("/").isdigit():
            return begin + rest.strip("/") + (einde or "/")
    raise SystemExit(f"Op {pagina.url} staat geen link naar {patroon}.")


def kaart_met(pagina: Page, kop: str) -> Locator:
    """The card with this heading."""
    return pagina.locator(".wl-kaart", has=pagina.get_by_role("heading", name=kop, exact=True)).first


def klap_open(pagina: Page, kop: str) -> None:
    """What is folded under these words."""
    pagina.locator("summary", has_text=kop).first.click()


def vul_in(pagina: Page, veld_is_tekst: str) -> None:
    """Type in a field, and wait for what the page says of it."""
    veld, _is, tekst = veld_is_tekst.partition("=")
    pagina.locator(f"main [name={veld}]").first.fill("")
    pagina.locator(f"main [name={veld}]").first.press_sequentially(tekst)
    pagina.wait_for_timeout(1500)


def zoek_dossier(pagina: Page, plek_en_kop: str) -> Locator:
    """The first dossier of this list whose page `plek` has a card with this heading, and with the words after a bar."""
    plek, _en, rest = plek_en_kop.partition(" ")
    kop, _streep, woorden = rest.partition("|")
    links = pagina.eval_on_selector_all("main a[href]", "alle => alle.map(a => a.href)")
    for adres in dict.fromkeys(link for link in links if re.search(r"/dossiers/\d+/$", link)):
        pagina.goto(adres + plek)
        kaart = kaart_met(pagina, kop)
        if kaart.count() and woorden in kaart.inner_text():
            return kaart
    raise SystemExit(f"Geen dossier heeft op {plek} een kaart {kop}.")


def deel_van(pagina: Page, deel: str) -> Locator:
    """The part of the page with this selector."""
    return pagina.locator(deel).first


HANDELINGEN: dict[str, Callable[[Page, str], Locator | None]] = {
    "zoek": zoek_dossier,
    "kaart": kaart_met,
    "deel": deel_van,
    "open": klap_open,
    "vul": vul_in,
}


def ga_naar(pagina: Page, basis: str, stappen: list[str]) -> Page | Locator:
    """Open a page and follow the steps, to what is to be taken.

    A number found once is used in the steps after it, `*` asks another.
    """
    pagina.goto(basis + stappen[0])
    nummer, beeld = "", None
    for stap in stappen[1:]:
        soort, dubbelepunt, wat = stap.partition(":")
        if dubbelepunt:
            beeld = HANDELINGEN[soort](pagina, wat)
            continue
        if stap.endswith("*"):
            pad = nummer_op(pagina, stap.replace("#", nummer).replace("*", "#"))
        elif nummer:
            pad = stap.replace("#", nummer)
        else:
            pad = nummer_op(pagina, stap)
            nummer = pad.removeprefix(stap.partition("#")[0]).split("/")[0]
        pagina.goto(basis + pad)
    return beeld or pagina


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
            beeld = ga_naar(pagina, basis, stappen)
            doel = BEELD / f"{naam}.png"
            if naam in TEKENINGEN:
                pagina.locator(".landschap-beeld").screenshot(path=doel)
            else:
                beeld.screenshot(path=doel)
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
