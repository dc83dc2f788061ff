"""The file for a translator marks what residents read: all of what their pages show, and nothing of the staff's."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from django.test import Client
from django.utils import translation
from tests.scripts.test_scripts import _script
from tests.test_alle_paginas import adressen, ingelogd
from tests.wereld import maak_wereld

VAN_INWONERS = ("mijn/", "hulp-vragen/", "met-code/", "probleem", "toegankelijkheid/")
# Rooms and pages that no resident opens.
VAN_MEDEWERKERS = (
    *("beheer/", "inzicht/", "kern/taken/", "werkgever/", "koppelingen/bestanden/", "ontwerp/leesbaarheid.py"),
    *("kern/dossiers/templates/", "kern/berichten/templates/", "kern/plannen/templates/", "kern/klantbeeld/templates/"),
    *("portaal/templates/portaal/toegang.html", "portaal/templates/portaal/bedrijf.html"),
    *("portaal/templates/portaal/partner.html", "werkzoekende/melding/templates/werkzoekende_melding/melding.html"),
)
OPEN_PLEK = re.compile(r"%\(\w+\)s|\{\w+\}|%s|%%")


@pytest.fixture
def gehoord(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """What is translated while a page is made."""
    uit: set[str] = set()
    vertaler: Any = translation._trans  # type: ignore[attr-defined]

    def luister(echt: Callable[..., str]) -> Callable[..., str]:
        return lambda *delen: (uit.update(d for d in delen if isinstance(d, str)), echt(*delen))[1]

    for naam in ("gettext", "ngettext"):
        monkeypatch.setattr(vertaler, naam, luister(getattr(vertaler, naam)))
    return uit


def staat_op(tekst: str, pagina: str) -> bool:
    delen = [deel for deel in OPEN_PLEK.split(tekst) if deel.strip()]
    return bool(delen) and all(deel in pagina for deel in delen)


@cache
def waar() -> dict[str, list[str]]:
    """Text → the files it stands in."""
    script, uit = _script("vertalingen"), dict[str, list[str]]()
    for bestand in script.PAKKET.rglob("*"):
        if bestand.suffix in {".py", ".html"}:
            for tekst in script.teksten_in(bestand):
                uit.setdefault(tekst, []).append(str(bestand.relative_to(script.PAKKET)))
    return uit


@pytest.mark.django_db
def test_wat_op_een_pagina_van_een_inwoner_staat_is_gemerkt(gehoord: set[str]) -> None:
    wereld, uit_de_code = maak_wereld(), set(waar())
    clients = (ingelogd(wereld.mensen["inwoner"]), Client())
    gezien: dict[str, str] = {}
    for pad in [pad for route, pad in adressen(wereld).items() if route.startswith(VAN_INWONERS)]:
        for client in clients:
            gehoord.clear()
            antwoord = client.get(pad)
            if antwoord.status_code == 200 and antwoord["Content-Type"].startswith("text/html"):
                pagina = html.unescape(antwoord.content.decode())
                gezien |= {tekst: pad for tekst in gehoord & uit_de_code if staat_op(tekst, pagina)}
    assert len(gezien) > 300
    gemerkt = _script("vertalingen").van_inwoners()
    # The name of a language, which is not translated; the word for it stands in a list of staff.
    vergeten = {tekst: pad for tekst, pad in gezien.items() if tekst not in gemerkt}
    assert set(vergeten) <= {"Nederlands"}, vergeten


def test_wat_alleen_medewerkers_lezen_is_niet_gemerkt() -> None:
    alleen_daar = {tekst for tekst, paden in waar().items() if all(pad.startswith(VAN_MEDEWERKERS) for pad in paden)}
    assert len(alleen_daar) > 1000
    fout = alleen_daar & _script("vertalingen").van_inwoners()
    assert not fout


def test_het_script_vindt_een_tekst_waar_die_ook_staat() -> None:
    script = _script("vertalingen")
    sjabloon = script.PAKKET / "portaal/templates/portaal/beroep.html"
    assert "Er zijn nu %(aantal)s plekken open bij bedrijven die wij kennen." in script.teksten_in(sjabloon)
    model = script.PAKKET / "kern/dossiers/models.py"
    assert script.teksten_in(model, "Contactwijze") == {"Telefoon", "Sms", "E-mail", "Post", "Langskomen"}
    assert "Langskomen" not in script.teksten_in(model, "Toestemming.Soort")
    with pytest.raises(KeyError):
        script.teksten_in(model, "Toestemming.Weg")
