"""The ESCO import: repeatable, honest about bad rows, and beside the starter set."""

from __future__ import annotations

import csv
import time
from pathlib import Path

import pytest

from werklandschap.competenties import taxonomie
from werklandschap.competenties.esco import ESCO_BRON, EscoFout, importeer_esco
from werklandschap.competenties.escoverwant import MEEST_VERWANT, leid_af
from werklandschap.competenties.models import (
    Beroep,
    BeroepCompetentie,
    Beroepssynoniem,
    Bron,
    Competentie,
    Importverslag,
    Synoniem,
    Verwantschap,
)
from werklandschap.competenties.startset import laad_startset

pytestmark = pytest.mark.django_db
ECHT = Path(__file__).resolve().parents[3] / "shared" / "data" / "esco"
U = "http://data.europa.eu/esco/"


def _schrijf(pad: Path, kop: str, rijen: list[list[str]]) -> None:
    with pad.open("w", encoding="utf-8", newline="") as bestand:
        schrijver = csv.writer(bestand)
        schrijver.writerow(kop.split(","))
        schrijver.writerows(rijen)


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    """A small folder in the official layout, with cells of several lines and three bad rows."""
    vaardigheid = "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,status,inScheme,description"
    _schrijf(
        tmp_path / "skills_nl.csv",
        vaardigheid,
        [
            [
                "K",
                f"{U}skill/a",
                "skill/competence",
                "sector-specific",
                "ramen lappen",
                "ruiten zemen\nglas poetsen",
                "released",
                "",
                "x\ny",
            ],
            ["K", f"{U}skill/b", "knowledge", "sector-specific", "glassoorten", "", "released", "", ""],
            ["K", f"{U}skill/c", "skill/competence", "cross-sector", "", "", "released", "", ""],
            ["K", "geen-adres", "skill/competence", "cross-sector", "kapot", "", "released", "", ""],
            ["K", f"{U}skill/a", "skill/competence", "cross-sector", "dubbel", "", "released", "", ""],
            ["te", "kort"],
        ],
    )
    _schrijf(
        tmp_path / "skills_en.csv",
        "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels",
        [
            ["K", f"{U}skill/{letter}", "", "", naam, ""]
            for letter, naam in (("a", "clean windows"), ("c", "sing"), ("d", "dance"))
        ],
    )
    _schrijf(
        tmp_path / "occupations_nl.csv",
        "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,status,description",
        [["O", f"{U}occupation/o", "9123", "glazenwasser", "ramenwasser\nglazenwasster", "", "released", "wast ramen"]],
    )
    _schrijf(
        tmp_path / "occupationSkillRelations_nl.csv",
        "occupationUri,relationType,skillType,skillUri",
        [
            [f"{U}occupation/o", "optional", "skill", f"{U}skill/a"],
            [f"{U}occupation/o", "essential", "skill", f"{U}skill/a"],
            [f"{U}occupation/o", "optional", "knowledge", f"{U}skill/b"],
            [f"{U}occupation/o", "essential", "skill", f"{U}skill/weg"],
        ],
    )
    _schrijf(
        tmp_path / "skillSkillRelations_nl.csv",
        "originalSkillUri,originalSkillType,relationType,relatedSkillType,relatedSkillUri",
        [[f"{U}skill/a", "skill", "essential", "knowledge", f"{U}skill/b"]],
    )
    return tmp_path


def _aantallen() -> list[int]:
    tabellen = (Competentie, Synoniem, Beroep, Beroepssynoniem, BeroepCompetentie, Verwantschap)
    return [tabel.objects.count() for tabel in tabellen]


def test_rijen_worden_gelezen_zoals_ze_er_staan(map_: Path) -> None:
    importeer_esco(map_)
    ramen = Competentie.objects.get(code=f"{U}skill/a")
    assert (ramen.label, ramen.label_en, ramen.soort, ramen.bron) == ("ramen lappen", "clean windows", "vak", "esco")
    assert set(ramen.synoniemen.values_list("tekst", flat=True)) == {"ruiten zemen", "glas poetsen"}
    assert Competentie.objects.get(code=f"{U}skill/b").soort == "kennis"
    glazenwasser = Beroep.objects.get()
    assert glazenwasser.isco == "9123"
    assert set(glazenwasser.synoniemen.values_list("tekst", flat=True)) == {"ramenwasser", "glazenwasster"}
    relaties = set(glazenwasser.beroepcompetenties.values_list("competentie__label", "soort"))
    assert relaties == {("ramen lappen", "essentieel"), ("glassoorten", "nuttig")}


def test_slechte_rijen_staan_met_regelnummer_in_het_verslag(map_: Path) -> None:
    verslag = importeer_esco(map_)
    assert verslag.fouten == [
        "skills_nl.csv, regel 7: geen geldig ESCO-adres in conceptUri",
        "skills_nl.csv, regel 8: dit conceptUri staat er al eerder",
        "skills_nl.csv, regel 9: 2 cellen in plaats van 9",
    ]
    assert verslag.aantallen["fout"] == 3
    assert verslag.aantallen["vaardigheden zonder Nederlandse naam"] == 2
    assert Importverslag.objects.get().fouten == verslag.fouten


def test_twee_keer_importeren_verdubbelt_niets(map_: Path) -> None:
    importeer_esco(map_)
    eerst, sleutels = _aantallen(), dict(Competentie.objects.values_list("code", "pk"))
    importeer_esco(map_)
    assert _aantallen() == eerst
    assert dict(Competentie.objects.values_list("code", "pk")) == sleutels


def test_wat_uit_de_bestanden_verdwijnt_wordt_niet_meer_gebruikt(map_: Path) -> None:
    Competentie.objects.create(code=f"{U}skill/oud", bron=Bron.ESCO, label="oud")
    importeer_esco(map_)
    assert set(Competentie.objects.filter(actief=True).values_list("code", flat=True)) == {f"{U}skill/a", f"{U}skill/b"}


def test_de_startset_en_esco_staan_naast_elkaar(map_: Path) -> None:
    laad_startset()
    eigen = Competentie.objects.filter(bron=Bron.EIGEN).count()
    importeer_esco(map_)
    assert Competentie.objects.filter(bron=Bron.EIGEN, actief=True).count() == eigen
    assert Competentie.objects.filter(bron=Bron.ESCO).count() == 2
    boek = taxonomie.woordenboek()
    assert {b.eigen for b in boek.begrippen if b.soort == "competentie"} == {True, False}


def test_een_map_zonder_bestanden_verandert_niets(map_: Path, tmp_path: Path) -> None:
    with pytest.raises(EscoFout, match="bestaat niet"):
        importeer_esco(tmp_path / "weg")
    (map_ / "occupations_nl.csv").unlink()
    with pytest.raises(EscoFout, match=r"occupations_nl\.csv"):
        importeer_esco(map_)
    assert not Competentie.objects.exists()


def test_een_bestand_dat_geen_utf8_is_verandert_niets(map_: Path) -> None:
    (map_ / "occupations_nl.csv").write_bytes(b"conceptUri,preferredLabel,altLabels\n\xff\xfe,x,y\n")
    with pytest.raises(EscoFout, match="geen UTF-8"):
        importeer_esco(map_)
    assert not Competentie.objects.exists()


def test_de_voortgang_loopt_van_een_tot_het_eind(map_: Path) -> None:
    gehoord: list[tuple[int, int]] = []
    importeer_esco(map_, voortgang=lambda stap, van, tekst: gehoord.append((stap, van)))
    assert gehoord == [(stap, 6) for stap in range(1, 7)]


def test_de_bronzin_van_de_commissie() -> None:
    assert ESCO_BRON == "This service uses the ESCO classification of the European Commission."


def test_verwantschap_volgt_relaties_en_hierarchie() -> None:
    verwant = leid_af(
        [("a", "b", True), ("a", "c", False)], [("d", "e"), ("f", "e"), ("f", "groep"), ("a", "groep")], set("abcdef")
    )
    assert verwant["b"]["a"] == 600
    assert verwant["a"]["b"] == 300
    assert (verwant["c"]["a"], verwant["a"]["c"]) == (300, 150)
    assert (verwant["e"]["d"], verwant["d"]["e"]) == (500, 300)
    assert verwant["d"]["f"] == 250
    assert verwant["f"]["a"] == 150


def test_hoogstens_tweeendertig_verwanten_per_competentie() -> None:
    namen = [f"k{nummer:02}" for nummer in range(60)]
    verwant = leid_af([(naam, "doel", True) for naam in namen], [], {*namen, "doel"})
    assert list(verwant["doel"]) == namen[:MEEST_VERWANT]


@pytest.mark.echte_data
@pytest.mark.skipif(not ECHT.is_dir(), reason="de ESCO-bestanden staan hier niet")
def test_de_echte_esco_bestanden_binnen_een_minuut() -> None:
    begin = time.perf_counter()
    verslag = importeer_esco(ECHT)
    assert time.perf_counter() - begin < 60
    assert verslag.aantallen["vaardigheden"] == 5418
    assert verslag.aantallen["beroepen"] == 3039
    per_naar: dict[int, int] = {}
    for naar in Verwantschap.objects.values_list("naar_id", flat=True):
        per_naar[naar] = per_naar.get(naar, 0) + 1
    assert max(per_naar.values()) <= 32
