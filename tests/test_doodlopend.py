"""No page of a person is a dead end: below its tabs and trail each offers something to do or a place to go."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from tests.test_alle_paginas import adressen, ingelogd
from tests.wereld import Wereld, maak_wereld

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
