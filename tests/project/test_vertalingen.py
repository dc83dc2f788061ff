"""English is complete, and placeholders survive translation."""

from __future__ import annotations

import re
from pathlib import Path

import polib
import pytest

from werklandschap.project import settings

CATALOGUS = Path(settings.PAKKET) / "locale" / "en" / "LC_MESSAGES" / "django.po"
PLAATSHOUDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*(?:[:.][^}]*)?\}")


@pytest.fixture(scope="module")
def catalogus() -> polib.POFile:
    """The English texts."""
    return polib.pofile(str(CATALOGUS))


def test_elke_tekst_heeft_een_engelse_vertaling(catalogus: polib.POFile) -> None:
    assert len(catalogus) > 3000
    assert [e.msgid for e in catalogus.untranslated_entries()] == []
    assert [e.msgid for e in catalogus.fuzzy_entries()] == []


def test_plaatshouders_blijven_gelijk(catalogus: polib.POFile) -> None:
    anders = [
        e.msgid
        for e in catalogus
        if not e.msgid_plural and sorted(PLAATSHOUDER.findall(e.msgid)) != sorted(PLAATSHOUDER.findall(e.msgstr))
    ]
    assert anders == []


def test_een_tekst_heeft_geen_naam_die_het_gereedschap_niet_kent() -> None:
    """Under another alias than `_` a text is not collected, and stays Dutch on an English page."""
    alias = re.compile(r"import n?p?gettext\w* as (?!_$)\w+", re.MULTILINE)
    bronnen = Path(settings.PAKKET).rglob("*.py")
    assert [bron.name for bron in bronnen if alias.search(bron.read_text(encoding="utf-8"))] == []
