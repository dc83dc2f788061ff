"""A job title finds its occupation, also under a name nobody wrote down."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from werklandschap.competenties import startgegevens
from werklandschap.competenties.herkenning import Begrip, Woordenboek, herken_beroep, titelboek
from werklandschap.competenties.herkenning.beroepen import Beroepenboek
from werklandschap.competenties.herkenning.titelboek import KENMERKEN, Titelboek, gewichten

ESCO = Path(__file__).resolve().parents[3] / "shared" / "data" / "esco"
NAMEN = {
    "voorlichter": ["jongerenvoorlichter", "jeugdvoorlichter", "jongerenconsulent"],
    "werker": ["jongerenwerker", "jeugdwerker"],
    "chirurg": ["boomchirurg", "boomverzorger", "boomspecialist"],
    "hovenier": ["hovenier", "tuinman"],
    "operator": ["machineoperator glas", "operator glasvormmachine"],
}


def test_een_naam_die_er_staat_is_de_eerste() -> None:
    boek = Titelboek(NAMEN)
    for beroep, namen in NAMEN.items():
        for naam in namen:
            beste = boek.zoek(naam)[0]
            assert (beste.beroep, beste.naam, beste.nabij) == (beroep, naam, 1.0)


def test_woorden_die_in_namen_samen_voorkomen_wijzen_de_weg() -> None:
    """ "jeugdconsulent" staat nergens; jeugd en jongeren zijn namen van dezelfde beroepen."""
    boek = Titelboek(NAMEN)
    assert boek.zoek("jeugdconsulent")[0].beroep == "voorlichter"


def test_de_omschrijving_telt_als_de_naam_niets_zegt() -> None:
    namen = {"a": ["medewerker techniek"], "b": ["medewerker zorg"]}
    inhoud = {"a": ["onderhoudt fietsen en fietsenstallingen"], "b": ["helpt bewoners met wassen"]}
    assert Titelboek(namen, inhoud).zoek("medewerker fietsenstallingen")[0].beroep == "a"
    assert Titelboek(namen, {"a": inhoud["b"], "b": inhoud["a"]}).zoek("medewerker fietsenstallingen")[0].beroep == "b"


def test_de_uitkomst_is_geordend_en_herhaalbaar() -> None:
    boek = Titelboek(NAMEN)
    eerste = boek.zoek("jongerencoach")
    assert eerste == boek.zoek("jongerencoach")
    assert [v.nabij for v in eerste] == sorted((v.nabij for v in eerste), reverse=True)
    assert all(0 <= v.nabij <= 1 for v in eerste)


def test_een_leeg_boek_en_een_vreemde_titel_geven_niets() -> None:
    assert Titelboek({}).zoek("kok") == []
    assert Titelboek(NAMEN).zoek("qqq") == []


def test_gewichten_van_andere_kenmerken_worden_geweigerd(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(gewichten().gewicht) == len(KENMERKEN)
    gewichten.cache_clear()
    monkeypatch.setattr(titelboek, "KENMERKEN", (*KENMERKEN, "nieuw"))
    with pytest.raises(ValueError, match="leer_titels"):
        gewichten()
    gewichten.cache_clear()


def test_de_gewichten_zeggen_waar_ze_vandaan_komen() -> None:
    bestand = json.loads((startgegevens.DATA / "titelgewichten.json").read_text(encoding="utf-8"))
    assert "ESCO" in bestand["bron"]
    assert "bench/leer_titels.py" in bestand["bron"]


@pytest.mark.echte_data
@pytest.mark.skipif(not ESCO.is_dir(), reason="de bestanden van ESCO staan hier niet")
def test_op_weggelaten_namen_van_esco_is_het_beroep_vaker_het_eerste_dan_met_letters_alleen() -> None:
    """Every tenth occupation of ESCO is asked by its last name, which is left out of the index."""
    csv.field_size_limit(10_000_000)
    with (ESCO / "occupations_nl.csv").open(encoding="utf-8", newline="") as bestand:
        rijen = [rij for rij in csv.DictReader(bestand) if rij["altLabels"].count("\n") >= 2]
    namen = {r["conceptUri"]: [r["preferredLabel"], *r["altLabels"].split("\n")] for r in rijen}
    vragen = {uri: rij.pop() for uri, rij in list(namen.items())[::10]}
    boek = Titelboek(
        namen, {r["conceptUri"]: [r["description"]] for r in rijen}, {r["conceptUri"]: r["iscoGroup"] for r in rijen}
    )
    raak = naast = 0
    for uri, titel in vragen.items():
        kandidaten, kenmerken = boek.kenmerken(titel)
        naast += boek.beroepen[kandidaten[kenmerken[:, 0].argmax()]] == uri
        raak += boek.zoek(titel)[0].beroep == uri
    assert raak / len(vragen) >= 0.60
    assert raak >= naast + 0.03 * len(vragen)


def test_van_twee_beroepen_met_dezelfde_naam_gaat_het_eigen_beroep_voor() -> None:
    begrippen = [
        Begrip("beroep", "esco-1", "metselaar", ("metselaar gevels",), eigen=False),
        Begrip("beroep", "metselaar", "Metselaar", (), eigen=True),
    ]
    nodig = {"esco-1": frozenset({"a"}), "metselaar": frozenset({"b"})}
    inhoud = {"esco-1": ["een metselaar metselt muren", "metselaar"], "metselaar": []}
    boek = Beroepenboek(Woordenboek(begrippen), nodig, inhoud)
    gevonden = herken_beroep("Metselaar", taxonomie=Woordenboek([]), beroepen=boek)
    assert [v.id for v in gevonden] == ["metselaar", "esco-1"]
    assert herken_beroep("Metselaar", taxonomie=Woordenboek([]), beroepen=boek, hoogstens=1) == gevonden[:1]
    assert [v.zekerheid for v in gevonden] == sorted((v.zekerheid for v in gevonden), reverse=True)
