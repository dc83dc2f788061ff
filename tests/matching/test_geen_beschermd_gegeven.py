"""Nothing about who somebody is reaches the engine: not in its types, not in its source, not through a conversion."""

from __future__ import annotations

import ast
import inspect
import re
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path

import pytest
from tests.fabrieken import Competentieregelfabriek, Dossierfabriek, Gemeentefabriek

from werklandschap import matching
from werklandschap.kern.dossiers.models import Werkzoekende
from werklandschap.kern.profielen import omzetting
from werklandschap.kern.profielen.omzetting import kandidaat_uit, naar_kandidaat
from werklandschap.matching import invoer, motor, referentie

BESCHERMD = re.compile(
    r"leeftijd|geboorte|geslacht|\bsekse|\bgender|herkomst|afkomst|nationalit|etnic|\bras\b|religie|geloof|uitkering|"
    r"diagnose|handicap|ziekte|zwanger|burgerlijk|orientatie|\bbsn\b|voornaam|achternaam|\bage\b|birth|\bsex\b",
    re.IGNORECASE,
)
TYPEN = [soort for soort in vars(invoer).values() if inspect.isclass(soort) and is_dataclass(soort)]


def test_x2_geen_invoertype_heeft_een_veld_voor_wie_iemand_is() -> None:
    assert {soort.__name__ for soort in TYPEN} == {"Kandidaat", "Werkprofiel", "Eis", "Weging", "Taxonomie"}
    verdacht = [f"{s.__name__}.{v.name}" for s in TYPEN for v in fields(s) if BESCHERMD.search(v.name)]
    assert verdacht == []


def _namen(bestand: Path) -> set[str]:
    """All names, attributes, arguments and texts without spaces in a source file."""
    uit: set[str] = set()
    for knoop in ast.walk(ast.parse(bestand.read_text(encoding="utf-8"))):
        if isinstance(knoop, ast.Name):
            uit.add(knoop.id)
        elif isinstance(knoop, ast.Attribute):
            uit.add(knoop.attr)
        elif isinstance(knoop, ast.arg):
            uit.add(knoop.arg)
        elif isinstance(knoop, ast.Constant) and isinstance(knoop.value, str) and " " not in knoop.value:
            uit.add(knoop.value)
    return uit


@pytest.mark.parametrize(
    "bestand",
    [*sorted(Path(str(matching.__file__)).parent.glob("*.py")), Path(str(omzetting.__file__))],
    ids=lambda bestand: bestand.stem,
)
def test_x2_de_rekenaar_en_de_omzetting_noemen_geen_beschermd_gegeven(bestand: Path) -> None:
    assert sorted(naam for naam in _namen(bestand) if BESCHERMD.search(naam)) == []


def test_x2_de_zoekregel_vangt_wat_hij_moet_vangen() -> None:
    for naam in ("leeftijd", "mens.geboortedatum", "geslacht", "nationaliteit", "uitkering_code", "birth_year"):
        assert BESCHERMD.search(naam), naam
    for naam in ("tempo", "dagdelen", "competenties", "straks", "taal"):
        assert not BESCHERMD.search(naam), naam


@pytest.mark.django_db
def test_x2_wie_iemand_is_verandert_niets_aan_wat_de_rekenaar_krijgt() -> None:
    """Everything of a person that is not about work is changed; the candidate stays exactly the same."""
    mens = Dossierfabriek(gemeente=Gemeentefabriek()).werkzoekende
    Competentieregelfabriek(werkzoekende=mens)
    voor = naar_kandidaat(mens)
    Werkzoekende.objects.filter(pk=mens.pk).update(
        geboortedatum=date(1958, 3, 1),
        voornaam="Iemand",
        achternaam="Anders",
        contacttaal="ara",
        taalniveau="A1",
        herkomst="elders",
        straat="Andere straat",
        bsn=None,
    )
    mens = Werkzoekende.objects.get(pk=mens.pk)
    assert naar_kandidaat(mens) == voor
    assert kandidaat_uit(mens) == voor


def test_x2_de_rekenaar_neemt_niets_aan_buiten_zijn_invoertypen() -> None:
    """The functions that score take only the input types, a day and numbers."""
    for functie in (referentie.score, motor.Index.bouw, motor.Index.zoek):
        namen = set(inspect.signature(functie).parameters)
        assert not [naam for naam in namen if BESCHERMD.search(naam)], functie


VELDEN = (
    "name description_short organization category status begin_date end_date contact_email website "
    "publication_category url goal proportionality human_intervention risks lawful_basis lawful_basis_grouping "
    "process_index_url impacttoetsen impacttoetsen_grouping source_data source_data_grouping methods_and_models "
    "provider publiccode lang standard_version source_id tags"
)
"""What an organisation delivers to the Dutch algorithm register, version 1.0."""


@pytest.mark.parametrize("veld", VELDEN.split())
def test_x2_de_beschrijving_volgt_het_algoritmeregister(veld: str) -> None:
    tekst = (Path(__file__).resolve().parents[2] / "docs" / "algoritme.md").read_text(encoding="utf-8")
    (regel,) = [regel for regel in tekst.splitlines() if re.match(rf"\|[^|]*\b{veld}\b", regel)]
    assert len(regel.split("|")[2].strip()) > 1
