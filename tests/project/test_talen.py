"""A further language for residents is data: a setting and a file with texts, no code."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import polib
import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from django.urls import reverse
from tests.fabrieken import Beroepfabriek
from tests.portaal.hulp import ingelogd, inwoner
from tests.scripts.test_scripts import _script

from werklandschap.project.talen import extra_talen
from werklandschap.werkzoekende.orientatie.vragenlijsten import vragenlijsten

pytestmark = pytest.mark.django_db


@pytest.fixture
def oekraiens(tmp_path: Path, settings: Any) -> Path:
    """Ukrainian as an administrator adds it: the file of the script, a few texts translated, compiled."""
    script = _script("vertalingen")
    po = script.maak_nieuw("uk", tmp_path)
    teksten = polib.pofile(str(po))
    item = vragenlijsten()["interesse"].items()[0][1]
    for nederlands, vertaald in (("Overzicht", "Огляд"), ("Mijn plan", "Мій план"), (item, "Ремонт"), ("Kok", "кухар")):
        teksten.find(nederlands).msgstr = vertaald
    teksten.save()
    script.compileer(tmp_path)
    settings.LOCALE_PATHS = [tmp_path, *settings.LOCALE_PATHS]
    settings.LANGUAGES = [*settings.LANGUAGES, *extra_talen(["uk"])]
    return po


def kies(client: Client, code: str) -> None:
    assert client.post(reverse("ontwerp:taal"), {"language": code, "next": "/mijn/"}).status_code == 302


def test_een_taal_erbij_is_een_instelling_en_een_bestand(oekraiens: Path) -> None:
    account, _dossier = inwoner()
    client = ingelogd(account)
    gewoon = client.get("/mijn/").content.decode()
    for naam in ("Nederlands", "English", "Українська"):
        assert f">{naam}</button>" in gewoon
    kies(client, "uk")
    pagina = client.get("/mijn/").content.decode()
    assert '<html lang="uk"' in pagina
    assert "Огляд" in pagina
    assert "Мій план" in pagina
    # What nobody translated stays Dutch.
    assert "Werk dat bij mij past" in pagina


def test_ook_vragen_van_tests_en_namen_van_beroepen_gaan_mee(oekraiens: Path) -> None:
    Beroepfabriek(label="Kok")
    account, _dossier = inwoner()
    client = ingelogd(account)
    kies(client, "uk")
    assert "Ремонт" in client.get("/mijn/testen/interesse/").content.decode()
    assert "кухар" in client.get("/mijn/beroepen/?zoek=kok").content.decode()
    kies(client, "nl")
    assert "Ремонт" not in client.get("/mijn/testen/interesse/").content.decode()


def test_een_taal_van_rechts_naar_links_staat_ook_zo_op_de_pagina(settings: Any) -> None:
    settings.LANGUAGES = [*settings.LANGUAGES, *extra_talen(["ar"])]
    client = Client()
    assert 'dir="ltr"' in client.get("/hulp-vragen/").content.decode()
    kies(client, "ar")
    pagina = client.get("/hulp-vragen/").content.decode()
    assert '<html lang="ar"' in pagina
    assert 'dir="rtl"' in pagina


def test_het_bestand_begint_met_wat_inwoners_lezen_en_houdt_wat_al_vertaald_is(oekraiens: Path) -> None:
    voor = [regel.comment.split(";")[0] for regel in polib.pofile(str(oekraiens))]
    assert voor == sorted(voor)
    assert set(voor) == {"inwoner", "medewerker"}
    opnieuw = polib.pofile(str(_script("vertalingen").maak_nieuw("uk", oekraiens.parents[2])))
    assert opnieuw.find("Mijn plan").msgstr == "Мій план"
    assert opnieuw.find("Wat moet u kunnen?").comment.startswith("inwoner; English: What must you")


def test_een_onbekende_taalcode_zegt_wat_er_mis_is() -> None:
    assert extra_talen(["nl", "en", "tr"]) == [("tr", "Türkçe")]
    with pytest.raises(ImproperlyConfigured, match="WERKLANDSCHAP_TALEN: 'xx'"):
        extra_talen(["xx"])
