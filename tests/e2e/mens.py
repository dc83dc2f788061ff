"""Somebody at a browser: clicks and types by what a page says, and holds every page to the accessibility rules."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect
from tests.fabrieken import WACHTWOORD

BREED = {"width": 1280, "height": 900}
NIET_VERPLICHT = r"(\s*\(niet verplicht\))?"
TYPTEMPO = 80  # milliseconds between keys: a person's, a public form refuses what is quicker


def axe_fouten(pagina: Page, adres: str) -> list[str]:
    """What axe finds wrong on the page as it is, in lines; empty when nothing is."""
    return [
        f"{adres}: {regel['id']} {[deel['html'][:120] for deel in regel['nodes'][:3]]}"
        for regel in Axe().run(pagina).response["violations"]
    ]


@dataclass
class Toegankelijk:
    """The pages that axe saw in one walk, numbers left out, and what it found there."""

    gezien: set[str] = field(default_factory=set)
    fouten: list[str] = field(default_factory=list)

    def bekijk(self, pagina: Page) -> None:
        """Run axe on this page, once per sort of page."""
        pad = re.sub(r"\d+|[0-9a-f-]{36}", "N", pagina.url.split("/", 3)[3].split("?")[0])
        if pad not in self.gezien:
            self.gezien.add(pad)
            self.fouten += axe_fouten(pagina, f"/{pad}")


class Mens:
    """One person with a browser of their own."""

    def __init__(self, browser: Browser, adres: str, toegankelijk: Toegankelijk) -> None:
        self.pagina = browser.new_context(
            locale="nl-NL", reduced_motion="reduce", viewport=BREED, base_url=adres
        ).new_page()
        self.pagina.set_default_timeout(20_000)
        self.toegankelijk = toegankelijk

    def log_in(self, email: str) -> None:
        """Sign in from the front door."""
        self.open("/")
        self.volg("Inloggen")
        self.pagina.fill("input[name=login]", email)
        self.pagina.fill("input[name=password]", WACHTWOORD)
        self.pagina.click("main form button[type=submit]")
        self._kijk()

    def open(self, pad: str) -> None:
        """Type an address: only the front door and the pages that somebody keeps as a bookmark."""
        self.pagina.goto(pad)
        self._kijk()

    def volg(self, naam: str, binnen: Locator | None = None, *, heel: bool = True) -> None:
        """Follow the link with this name, or with this in its name; what is folded under "Meer" is unfolded first."""
        link = (binnen or self.pagina).get_by_role("link", name=naam, exact=heel)
        meer = self.pagina.locator(".wl-tabs__meer summary")
        if not link.count() and meer.count():
            meer.click()
        link.first.click()
        self._kijk()

    def druk(self, naam: str, binnen: Locator | None = None) -> None:
        """Press the button with this name in the page itself."""
        (binnen or self.pagina.get_by_role("main")).get_by_role("button", name=naam, exact=True).first.click()
        self._kijk()

    def vul(self, binnen: Locator | None = None, **velden: str) -> None:
        """Fill fields by their labels; `vul_in` takes labels that are no Python names."""
        self.vul_in(velden, binnen)

    def vul_in(self, velden: dict[str, str], binnen: Locator | None = None) -> None:
        """Type or choose what belongs with each label; a list takes the option by its text."""
        for label, waarde in velden.items():
            veld = self.veld(label, binnen)
            if veld.evaluate("element => element.tagName") == "SELECT":
                veld.select_option(label=waarde)
            else:
                veld.fill(waarde)

    def typ_in(self, velden: dict[str, str]) -> None:
        """Type key by key, at a person's pace."""
        for label, waarde in velden.items():
            self.veld(label).press_sequentially(waarde, delay=TYPTEMPO)

    def vink_aan(self, *labels: str) -> None:
        """Tick boxes or choose radio buttons."""
        for label in labels:
            self.veld(label).check()

    def veld(self, label: str, binnen: Locator | None = None) -> Locator:
        """The field with this label, with or without the words that say that it may stay empty."""
        precies = re.compile(rf"^\s*{re.escape(label)}{NIET_VERPLICHT}\s*$")
        return (binnen or self.pagina.get_by_role("main")).get_by_label(precies).first

    def leest(self, *teksten: str) -> None:
        """The page says this."""
        for tekst in teksten:
            expect(self.pagina.get_by_role("main")).to_contain_text(tekst)

    def leest_niet(self, *teksten: str) -> None:
        """The page does not say this."""
        for tekst in teksten:
            expect(self.pagina.get_by_role("main")).not_to_contain_text(tekst)

    def staat_in_volgorde(self, *teksten: str) -> None:
        """The page, and the pages that follow it, say these one after the other."""
        plaats, inhoud = 0, self._alle_bladen()
        for tekst in teksten:
            gevonden = inhoud.find(tekst, plaats)
            assert gevonden >= 0, f"{tekst} staat niet (op zijn plaats) in:\n{inhoud}"
            plaats = gevonden + len(tekst)

    def _alle_bladen(self) -> str:
        hoofd = self.pagina.get_by_role("main")
        bladen = [hoofd.inner_text()]
        while hoofd.get_by_role("link", name="Volgende").count():
            self.volg("Volgende", hoofd)
            bladen.append(hoofd.inner_text())
        return "\n".join(bladen)

    def krijgt_pdf(self, link: str) -> None:
        """What is behind this link is a PDF, for this person."""
        adres = self.pagina.get_by_role("main").get_by_role("link", name=link, exact=True).first.get_attribute("href")
        assert adres is not None
        antwoord = self.pagina.request.get(adres)
        assert antwoord.headers["content-type"] == "application/pdf", antwoord.status
        assert antwoord.body().startswith(b"%PDF-")

    def _kijk(self) -> None:
        self.pagina.wait_for_load_state()
        self.toegankelijk.bekijk(self.pagina)
