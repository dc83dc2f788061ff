"""Every fixed text on these pages reads as plain Dutch."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from werklandschap import portaal
from werklandschap.ontwerp.leesbaarheid import LANGE_ZIN, flesch_douma, woorden, zinnen

MAP = Path(portaal.__path__[0])
VERTAAL = re.compile(r'{%\s*translate "([^"]+)"')
BLOK = re.compile(r"{%\s*blocktranslate[^%]*%}(.*?){%\s*(?:endblocktranslate|plural)", re.DOTALL)
PYTHON = re.compile(r'_\(\s*"([^"]+)"')
VELD = re.compile(r"{{[^}]*}}|{\w+}")


def teksten(bestand: Path) -> list[str]:
    bron = bestand.read_text(encoding="utf-8")
    gevonden = PYTHON.findall(bron) if bestand.suffix == ".py" else VERTAAL.findall(bron) + BLOK.findall(bron)
    return [VELD.sub("Sam", tekst).strip() for tekst in gevonden]


# What residents read that lives elsewhere: asking for help, what we tell them of it, and their badges.
HULP = MAP.parent / "werkzoekende" / "melding"
BADGES = MAP.parent / "koppelingen" / "badges"
OPENBAAR = [
    *(HULP / "templates/werkzoekende_melding" / f"{naam}.html" for naam in ("hulp_vragen", "verder", "bewaard")),
    *(HULP / "templates/werkzoekende_melding" / f"{naam}.html" for naam in ("bedankt", "reactie")),
    HULP / "bevestiging.py",
    HULP / "views" / "openbaar.py",
    MAP.parent / "kern" / "dossiers" / "klantbericht.py",
    BADGES / "templates/badges/mijn.html",
    BADGES / "weergave.py",
]
BESTANDEN = sorted([*MAP.glob("templates/portaal/*.html"), *MAP.glob("*.py"), *OPENBAAR])
# Names for the administrator, which no resident reads.
GEEN_PAGINA = {"apps.py", "models.py"}
MET_TEKST = [bestand for bestand in BESTANDEN if bestand.name not in GEEN_PAGINA and teksten(bestand)]


@pytest.mark.parametrize("bestand", MET_TEKST, ids=lambda b: b.name)
def test_b1_elke_pagina_haalt_60_of_meer_en_heeft_korte_zinnen(bestand: Path) -> None:
    alles = teksten(bestand)
    assert flesch_douma("\n".join(alles)) >= 60, (flesch_douma("\n".join(alles)), alles)
    lang = [zin for tekst in alles for zin in zinnen(tekst) if len(woorden(zin)) > LANGE_ZIN]
    assert lang == []


def test_de_meting_vindt_echt_tekst() -> None:
    assert sum(len(teksten(bestand)) for bestand in MET_TEKST) > 100
