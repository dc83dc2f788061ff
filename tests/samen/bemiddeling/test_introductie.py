"""The suggested introduction: honest, from the competence profile only, and clean."""

from __future__ import annotations

import pytest
from tests.fabrieken import Certificaatfabriek, Competentieregelfabriek, Eisfabriek, Waarnemingfabriek
from tests.samen.bemiddeling.hulp import voorgeselecteerd

from werklandschap.kern.profielen.models import Bewijs
from werklandschap.samen.bemiddeling.controle import mag_werkgever_niet_weten
from werklandschap.samen.bemiddeling.introductie import stel_tekst_voor, voor_werkgever

pytestmark = pytest.mark.django_db


def test_de_tekst_zegt_wat_iemand_kan_en_waarin_die_nog_groeit() -> None:
    rij = voorgeselecteerd()
    mens = rij.dossier.werkzoekende
    kan = Competentieregelfabriek(werkzoekende=mens, niveau=4, competentie__label="metselen")
    leert = Competentieregelfabriek(werkzoekende=mens, niveau=1, competentie__label="voegen")
    Competentieregelfabriek(werkzoekende=mens, niveau=0, competentie__label="lassen")
    Eisfabriek(werkprofiel=rij.werkprofiel, competentie=leert.competentie)
    Bewijs.objects.create(regel=kan, soort="diploma", niveau=4, datum="2025-01-01", toelichting="bij Geheim BV")
    Certificaatfabriek(werkzoekende=mens, code="rijbewijs:B")
    Waarnemingfabriek(dossier=rij.dossier, toelichting="Heeft schulden")
    tekst = stel_tekst_voor(rij)
    assert "kan dit al: metselen." in tekst
    assert "nog groeien: voegen." in tekst
    assert "metselen is dat ook gebleken: diploma" in tekst
    assert "rijbewijs B" in tekst
    for woord in ("lassen", "Geheim BV", "schulden"):
        assert woord not in tekst
    assert mag_werkgever_niet_weten(tekst) == []


def test_wat_het_werk_vraagt_staat_voorop() -> None:
    rij = voorgeselecteerd()
    mens = rij.dossier.werkzoekende
    Competentieregelfabriek(werkzoekende=mens, niveau=5, competentie__label="zingen")
    gevraagd = Competentieregelfabriek(werkzoekende=mens, niveau=2, competentie__label="vegen")
    Eisfabriek(werkprofiel=rij.werkprofiel, competentie=gevraagd.competentie)
    kundes = voor_werkgever(rij).kundes
    assert [(k.naam, k.niveau, k.gevraagd) for k in kundes] == [
        ("vegen", "kan het met hulp", True),
        ("zingen", "kan het anderen leren", False),
    ]
