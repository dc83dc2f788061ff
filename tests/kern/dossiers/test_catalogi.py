"""The catalogues of the dossier, and the table of postcode areas."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation
from tests.fabrieken import Gebruikerfabriek

from werklandschap.kern.basis.catalogus import naam_van, vind
from werklandschap.kern.basis.fouten import GeenRecht
from werklandschap.kern.dossiers import catalogi
from werklandschap.kern.dossiers.models import Postcodegebied
from werklandschap.kern.dossiers.plaatsen import laad_postcodegebieden
from werklandschap.kern.organisaties.plaatsen import coordinaten


def test_catalogi_spreken_de_taal_van_de_lezer() -> None:
    with translation.override("nl"):
        assert naam_van(catalogi.sluitredenen(), "pensioen") == "Met pensioen"
    with translation.override("en"):
        assert naam_van(catalogi.sluitredenen(), "pensioen") == "Retired"
    assert naam_van(catalogi.uitkomsten(), "oude_code") == "oude_code"


def test_elke_catalogus_is_heel() -> None:
    assert (len(catalogi.zrm_domeinen()), [n.waarde for n in catalogi.zrm_niveaus()]) == (13, [1, 2, 3, 4, 5])
    assert {u.soort for u in catalogi.uitkomsten()} == {"positief", "neutraal", "negatief"}
    assert {d.soort for d in catalogi.doelgroepen()} == {"hoofd", "extra"}
    assert vind(catalogi.taalniveaus(), "b1") is not None
    assert vind(catalogi.uitkomsten(), "dossier_gesloten") is not None
    for reeks in (catalogi.signaalsoorten(), catalogi.doelgroepen(), catalogi.uitkomsten(), catalogi.sluitredenen()):
        assert len({rij.code for rij in reeks}) == len(reeks)


@pytest.mark.django_db
def test_postcodegebieden_laden_en_opnieuw_laden(tmp_path: Path) -> None:
    bestand = tmp_path / "pc4.csv"
    bestand.write_text("pc4;lat;lon\n3511;52.1;5.1\n1012;52.4;4.9\n", encoding="utf-8")
    call_command("laad_pc4", str(bestand))
    bestand.write_text("lat,lon,pc4\n52.2,5.2,3511\n", encoding="utf-8")
    call_command("laad_pc4", str(bestand))
    assert set(Postcodegebied.objects.values_list("pc4", "lat", "lon")) == {("3511", 52.2, 5.2), ("1012", 52.4, 4.9)}
    assert coordinaten(postcode="3511 AB", plaats="Amsterdam") == (52.2, 5.2)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "tekst",
    [
        "naam,lat,lon\n3511,52,5\n",
        "pc4,lat,lon\n3511,vijf,5\n",
        "pc4,lat,lon\n3511,5.1,52.1\n",
        "pc4,lat,lon\n35,52,5\n",
    ],
)
def test_een_fout_bestand_laadt_niets(tmp_path: Path, tekst: str) -> None:
    bestand = tmp_path / "pc4.csv"
    bestand.write_text(tekst, encoding="utf-8")
    with pytest.raises(CommandError):
        call_command("laad_pc4", str(bestand))
    assert not Postcodegebied.objects.exists()


@pytest.mark.django_db
def test_alleen_een_beheerder_laadt_postcodes() -> None:
    with pytest.raises(GeenRecht):
        laad_postcodegebieden(rijen=[("3511", 52.0, 5.0)], door=Gebruikerfabriek())
