"""Lists to take away hold what they need and nothing more."""

from __future__ import annotations

import pytest
from tests.fabrieken import (
    Dossierfabriek,
    Gemeentefabriek,
    Kandidaatgegevensfabriek,
    Werkgeverfabriek,
    Werkprofielfabriek,
    Werkzoekendefabriek,
)

from werklandschap.competenties.startset import laad_startset
from werklandschap.koppelingen.bestanden import uitvoer
from werklandschap.koppelingen.bestanden.invoer import voer_in
from werklandschap.koppelingen.bestanden.lezen import lees_inhoud

pytestmark = pytest.mark.django_db
BSN = "999990019"


@pytest.mark.parametrize("vorm", ["csv", "xlsx"])
@pytest.mark.parametrize("soort", ["werkzoekenden", "werkgevers", "werkprofielen"])
def test_uit_en_weer_in_verandert_niets(soort: str, vorm: str) -> None:
    laad_startset()
    mens = Werkzoekendefabriek(bsn=BSN, telefoon="+31600000000")
    Kandidaatgegevensfabriek(werkzoekende=mens, uren_max=24)
    dossier = Dossierfabriek(werkzoekende=mens)
    mens.talen.create(taal="nld", niveau=0)
    mens.werkervaring.create(functie="kok")
    Werkprofielfabriek(werkgever=Werkgeverfabriek(naam="=SOM(A1)"))
    inhoud = uitvoer.schrijf(uitvoer.rijen(soort, dossier.gemeente), vorm)
    assert BSN.encode() not in inhoud
    verslag = voer_in(soort=soort, bron=lees_inhoud(inhoud, f"x.{vorm}"), gemeente=dossier.gemeente)
    assert verslag.aantallen["nieuw"] == 0
    assert verslag.geweigerd == 0, [str(m) for m in verslag.meldingen]
    mens.refresh_from_db()
    assert (mens.telefoon, mens.bsn) == ("+31600000000", BSN)


def test_alleen_de_eigen_gemeente_en_formules_zijn_onschadelijk() -> None:
    hier, elders = Gemeentefabriek(), Gemeentefabriek(code="9002")
    Werkgeverfabriek(gemeente=hier, naam="=KWAAD()")
    Werkgeverfabriek(gemeente=elders, naam="Elders")
    tekst = uitvoer.schrijf(uitvoer.rijen("werkgevers", hier), "csv").decode("utf-8-sig")
    assert "Elders" not in tekst
    assert ";'=KWAAD();" in tekst


@pytest.mark.parametrize("soort", sorted(uitvoer.SOORTEN))
def test_een_lege_lijst_is_geen_fout(soort: str) -> None:
    assert uitvoer.rijen(soort, Gemeentefabriek()) == []
    assert uitvoer.schrijf([], "csv") == b"\xef\xbb\xbf"
