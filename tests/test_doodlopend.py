"""No page of a person is a dead end: below its tabs and trail each offers something to do or a place to go."""

from __future__ import annotations

import html
import re

import pytest
from django.test import Client
from django.urls import resolve
from tests.test_alle_paginas import adressen, ingelogd
from tests.wereld import Wereld, maak_wereld

from werklandschap.landschap.tegels import alle_tegels

pytestmark = pytest.mark.django_db
RONDOM = re.compile(r"<nav\b.*?</nav>", re.DOTALL)
# The dossier, the resident's own pages, and what anybody reads without an account.
VAN_MENSEN = ("/dossiers/", "/mijn/", "/hulp-vragen/", "/toegankelijkheid/", "/draagvlak-bedankt/", "/probleem-gemeld/")
VERDER = re.compile(r"<a\b[^>]*\bhref=|<button\b|<summary\b")


@pytest.fixture
def wereld() -> Wereld:
    return maak_wereld()


def hoofddeel(pagina: str) -> str:
    """What stands in main, without its navigation."""
    return RONDOM.sub("", pagina[pagina.index("<main") : pagina.index("</main>")])


def doodlopend(client: Client, paden: list[str]) -> list[str]:
    uit = []
    for pad in paden:
        antwoord = client.get(pad)
        if antwoord.status_code != 200 or not antwoord["Content-Type"].startswith("text/html"):
            continue
        pagina = antwoord.content.decode()
        if "<main" in pagina and not VERDER.search(hoofddeel(pagina)):
            uit.append(pad)
    return uit


@pytest.mark.parametrize("rol", ["klantmanager", "jobcoach", "inwoner", "werkgever"])
def test_elke_pagina_zegt_wat_er_nu_kan(wereld: Wereld, rol: str) -> None:
    paden = sorted({pad for pad in adressen(wereld).values() if pad.startswith(VAN_MENSEN)})
    assert len(paden) > 80
    dood = doodlopend(ingelogd(wereld.mensen[rol]), paden)
    assert not dood, "\n".join(dood)


def test_een_pagina_met_alleen_een_kruimelpad_loopt_dood() -> None:
    kaal = '<main><nav><a href="/">Terug</a></nav><p>Klaar.</p></main>'
    assert not VERDER.search(hoofddeel(kaal))
    assert VERDER.search(hoofddeel(kaal.replace("Klaar.", '<a href="/dossiers/">Naar de dossiers</a>')))


LINK = re.compile(r'<a\b[^>]*\bhref="(/[^"#]*)')
# Asks for a reason first, and then opens: no dead end.
VRAAGT_EEN_REDEN = "Waarom opent u dit dossier?"


def dichte_links(client: Client, paden: list[str]) -> dict[str, str]:
    """Link → the page it stands on, when it leads to a page that is closed to this reader; one link of each route."""
    uit, geweest = {}, set()
    for pad in paden:
        antwoord = client.get(pad)
        if antwoord.status_code != 200 or not antwoord["Content-Type"].startswith("text/html"):
            continue
        for doel in map(html.unescape, LINK.findall(antwoord.content.decode())):
            kaal = doel.partition("?")[0]
            route = resolve(kaal).route
            if route in geweest or route.startswith(("account/", "^bestanden/")):
                continue
            geweest.add(route)
            daar = client.get(doel)
            if daar.status_code in {403, 404} and VRAAGT_EEN_REDEN not in daar.content.decode():
                uit[doel] = pad
    return uit


@pytest.mark.parametrize("rol", ["klantmanager", "jobcoach", "manager", "beheerder", "partner", "inwoner", "werkgever"])
def test_geen_link_leidt_naar_een_pagina_die_dicht_is(wereld: Wereld, rol: str) -> None:
    paden = [*adressen(wereld).values(), *(f"/{tegel.kant}/{tegel.slug}/" for tegel in alle_tegels())]
    dicht = dichte_links(ingelogd(wereld.mensen[rol]), sorted(set(paden)))
    assert not dicht, dicht
