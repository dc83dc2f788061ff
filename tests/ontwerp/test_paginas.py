"""The base page and the pages for errors, with and without a request."""

from pathlib import Path
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils.translation import override

from werklandschap import ontwerp
from werklandschap.ontwerp import views
from werklandschap.ontwerp.omgeving import Standaardomgeving

MAP = Path(ontwerp.__file__).parent


@pytest.fixture(autouse=True)
def nederlands() -> Any:
    with override("nl"):
        yield


def test_de_foutpagina_van_500_rendert_zonder_verzoek() -> None:
    antwoord = views.fout_500(RequestFactory().get("/"))
    html = antwoord.content.decode()
    assert antwoord.status_code == 500
    assert "Er ging iets mis bij ons" in html
    assert "csrfmiddlewaretoken" not in html


def test_de_basispagina_heeft_taal_overslaanlink_en_een_hoofddeel() -> None:
    html = render_to_string("ontwerp/basis.html")
    assert '<html lang="nl"' in html
    assert 'href="#inhoud"' in html
    assert html.count('<main id="inhoud"') == 1
    assert " style=" not in html
    assert "<style" not in html


def test_het_menu_zegt_waar_men_is_en_zoekt_alleen_na_inloggen() -> None:
    omgeving = Standaardomgeving(
        gemeente_naam="Gemeente <Voorbeeld>",
        navigatie=[("/a/", "Mijn dag", True), ("/b/", "Dossiers", False)],
        gebruiker_naam="Sanne",
        is_ingelogd=True,
        zoek_url="/zoeken/",
    )
    html = render_to_string("ontwerp/basis.html", {"omgeving": omgeving})
    assert '<a href="/a/" aria-current="page">Mijn dag</a>' in html
    assert html.count("aria-current") == 1
    assert "Gemeente &lt;Voorbeeld&gt;" in html
    assert "data-zoek" in html
    assert "data-zoek" not in render_to_string("ontwerp/basis.html")


def test_conflict_toont_beide_teksten() -> None:
    verschillen = [{"naam": "doel", "label": "Doel", "mijn": "Ik wil werk", "hun": "Ik wil leren"}]
    html = render_to_string("ontwerp/conflict.html", {"verschillen": verschillen, "huidig": None, "versie": 2})
    assert html.index("Ik wil werk") < html.index("Ik wil leren")


def test_invoerfout_noemt_elke_fout() -> None:
    html = render_to_string("ontwerp/invoerfout.html", {"fouten": ["Kies een datum.", "Kies een tijd."]})
    assert "Kies een datum." in html
    assert "Kies een tijd." in html


def test_geen_sjabloon_heeft_stijl_of_script_in_de_pagina() -> None:
    for sjabloon in (MAP / "templates").rglob("*.html"):
        bron = sjabloon.read_text(encoding="utf-8")
        assert " style=" not in bron, sjabloon
        assert "<style" not in bron, sjabloon
        assert "onclick" not in bron, sjabloon


def _helderheid(kleur: str) -> float:
    """Relative luminance of WCAG 2.2."""
    delen = [int(kleur[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    lineair = [d / 12.92 if d <= 0.04045 else ((d + 0.055) / 1.055) ** 2.4 for d in delen]
    return 0.2126 * lineair[0] + 0.7152 * lineair[1] + 0.0722 * lineair[2]


def _contrast(voor: str, achter: str) -> float:
    licht, donker = sorted((_helderheid(voor), _helderheid(achter)), reverse=True)
    return (licht + 0.05) / (donker + 0.05)


@pytest.fixture(scope="module")
def kleuren() -> dict[str, str]:
    """The colours of app.css by name, as #rrggbb."""
    import re

    bron = (MAP / "static" / "ontwerp" / "app.css").read_text(encoding="utf-8")
    gevonden = dict(re.findall(r"--wl-([\w-]+): (#[0-9a-f]{3,6});", bron))
    return {
        naam: f"#{kleur[1] * 2}{kleur[2] * 2}{kleur[3] * 2}" if len(kleur) == 4 else kleur
        for naam, kleur in gevonden.items()
    }


@pytest.mark.parametrize(
    ("voor", "achter", "minstens"),
    [
        ("tekst", "vlak", 7),
        ("tekst", "grond", 7),
        ("tekst-zacht", "grond", 4.5),
        ("actie", "grond", 4.5),
        ("actie", "actie-licht", 4.5),
        ("vlak", "actie", 4.5),
        ("merk-tekst", "merk", 4.5),
        ("goed", "goed-licht", 4.5),
        ("let-op", "let-op-licht", 4.5),
        ("fout", "fout-licht", 4.5),
        ("info", "info-licht", 4.5),
        ("veldlijn", "vlak", 3),
        ("goud", "merk", 3),
    ],
)
def test_kleuren_hebben_genoeg_contrast(kleuren: dict[str, str], voor: str, achter: str, minstens: float) -> None:
    assert _contrast(kleuren[voor], kleuren[achter]) >= minstens
