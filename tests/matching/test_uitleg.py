"""The explanation adds up to the score."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

import werklandschap
from werklandschap.matching.invoer import Kandidaat, Taxonomie, Werkprofiel, lees_kandidaat, lees_werkprofiel
from werklandschap.matching.motor import Index
from werklandschap.matching.referentie import Uitslag, score
from werklandschap.matching.uitleg import ZINNEN, leg_uit

from .voorraad import PEILDATUM, kandidatenlijst, taxonomieen, werkprofielen


@settings(max_examples=150)
@given(kandidaten=kandidatenlijst, werkprofiel=werkprofielen, taxonomie=taxonomieen)
def test_de_regels_tellen_op_tot_het_totaal(
    kandidaten: list[Kandidaat], werkprofiel: Werkprofiel, taxonomie: Taxonomie
) -> None:
    for kandidaat in kandidaten:
        uitslag = score(kandidaat, werkprofiel, taxonomie, PEILDATUM)
        regels = leg_uit(uitslag)
        assert [regel.oordeel for regel in regels if regel.oordeel] == [eis.oordeel for eis in uitslag.harde_eisen]
        assert len(leg_uit(uitslag, taal="en")) == len(regels)
        if isinstance(uitslag, Uitslag):
            assert sum(regel.nu for regel in regels) == uitslag.nu
            assert sum(regel.straks for regel in regels) == uitslag.straks


@settings(max_examples=100)
@given(kandidaten=kandidatenlijst, profielen=st.lists(werkprofielen, max_size=4), taxonomie=taxonomieen)
def test_ook_bij_werk_voor_een_persoon_tellen_de_regels_op(
    kandidaten: list[Kandidaat], profielen: list[Werkprofiel], taxonomie: Taxonomie
) -> None:
    index = Index.bouw(kandidaten, taxonomie)
    for kandidaat in kandidaten[:2]:
        for uitslag in index.zoek_werkprofielen(kandidaat, profielen, peildatum=PEILDATUM):
            regels = leg_uit(uitslag)
            assert (sum(r.nu for r in regels), sum(r.straks for r in regels)) == (uitslag.nu, uitslag.straks)


def test_een_functie_legt_uit_en_niemand_rekent_zelf_punten_uit() -> None:
    """Only `profielen.uitleg` calls `leg_uit`, and outside the engine no code weighs the parts of a score."""
    pakket = Path(werklandschap.__file__).parent
    bronnen = {
        pad.relative_to(pakket).as_posix(): pad.read_text(encoding="utf-8")
        for pad in pakket.rglob("*.py")
        if pakket / "matching" not in pad.parents
    }
    assert [naam for naam, tekst in bronnen.items() if "leg_uit(" in tekst] == ["kern/profielen/uitleg.py"]
    weegt = re.compile(
        r"weging\.(competentie|affiniteit|omstandigheden)|competentie_(nu|straks)\b|(?<!\w)totaal\(weging"
    )
    assert [naam for naam, tekst in bronnen.items() if weegt.search(tekst)] == []


def test_elke_zin_bestaat_in_beide_talen() -> None:
    assert ZINNEN["nl"].keys() == ZINNEN["en"].keys()


def test_de_zinnen_noemen_niveau_bron_en_wat_te_leren_is() -> None:
    kandidaat = lees_kandidaat(
        {"id": "k", "competenties": {"lassen": 3, "solderen": 4}, "beschikbaar_vanaf": "2026-01-01"}
    )
    werkprofiel = lees_werkprofiel(
        {
            "id": "w",
            "start": "2026-03-02",
            "eisen": [
                {"competentie": "lassen", "niveau": 4, "gewicht": 5, "hard": False},
                {"competentie": "smeden", "niveau": 3, "gewicht": 5, "hard": True},
                {"competentie": "koken", "niveau": 1, "gewicht": 5, "hard": False},
            ],
            "talen": {"nld": 3},
        }
    )
    taxonomie = Taxonomie(verwantschap={"smeden": {"solderen": 625}}, leertijd={"smeden": 100})
    uitslag = score(kandidaat, werkprofiel, taxonomie, date(2026, 1, 5))
    regels = leg_uit(uitslag, str.capitalize)
    assert [regel.tekst for regel in regels] == [
        "Lassen: niveau 3, gevraagd is 4. Voor de start is 1 niveau te leren.",
        "Smeden: niveau 2,5 door Solderen, gevraagd is 3.",
        "Koken: nog geen niveau gevonden, gevraagd is 1.",
        "De interesses zijn niet bekend; daarom telt de helft.",
        "Geen voorkeur bekend voor de omstandigheden van dit werk.",
        "Afronding op hele punten.",
        "Taal Nld: niet bekend. Vraag het na.",
        "Beschikbaar op de startdatum: in orde.",
        "Minimaal niveau Smeden: niet bekend. Vraag het na.",
    ]
    assert [(regel.nu, regel.straks) for regel in regels[:6]] == [
        (175, 233),
        (194, 194),
        (0, 0),
        (100, 100),
        (50, 50),
        (-1, 0),
    ]
