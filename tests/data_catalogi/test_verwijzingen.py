"""Catalogues refer to each other: every reference leads somewhere."""

from __future__ import annotations

from typing import Any

import yaml

from .lezen import BRON, TEGELS, codes, rijen

ASPECTEN = "kern/klantbeeld/data/aspecten.yaml"
INSTRUMENTEN = "kern/instrumenten/data/instrumenten.yaml"
VOORZIENINGEN = "werkzoekende/maatschappelijk_fit/data/voorzieningen.yaml"


def aspect(code: str) -> dict[str, Any]:
    return next(rij for rij in rijen(ASPECTEN) if rij["code"] == code)


def tegelkoppen() -> list[dict[str, Any]]:
    """Front matter of the Dutch tile texts."""
    paden = [pad for pad in BRON.glob("*/*/tegel*.md") if not pad.name.endswith(".en.md")]
    return [yaml.safe_load(pad.read_text(encoding="utf-8").split("---")[1]) for pad in paden]


def test_elk_aspect_hoort_bij_een_thema_en_elk_thema_heeft_aspecten() -> None:
    assert {rij["thema"] for rij in rijen(ASPECTEN)} == codes("kern/klantbeeld/data/themas.yaml")


def test_instrumenten_bewegen_bestaande_aspecten_in_de_goede_richting() -> None:
    for instrument in rijen(INSTRUMENTEN):
        gebruikt = [doel["code"] for doel in instrument["aspecten"]]
        assert len(gebruikt) == len(set(gebruikt)), instrument["code"]
        for doel in instrument["aspecten"]:
            assert doel["code"] in codes(ASPECTEN), (instrument["code"], doel["code"])
            beoogd = aspect(doel["code"])
            assert beoogd["soort"] in {"schaal5", "ja_nee"}, (instrument["code"], doel["code"])
            assert doel["richting"] == ("op" if beoogd["hoger_is_beter"] else "neer"), (
                instrument["code"],
                doel["code"],
            )
            assert doel["verwacht"] in ({1, 2} if beoogd["soort"] == "schaal5" else {1})


def test_instrumenten_staan_op_bestaande_tegels_van_hun_kant() -> None:
    for instrument in rijen(INSTRUMENTEN):
        assert instrument["tegels"], instrument["code"]
        for tegel in instrument["tegels"]:
            assert tegel["slug"] in TEGELS[tegel["kant"]], (instrument["code"], tegel)
        kanten = {tegel["kant"] for tegel in instrument["tegels"]}
        assert instrument["kant"] == ("beide" if len(kanten) == 2 else kanten.pop()), instrument["code"]


def test_op_elke_tegel_is_een_instrument_in_te_zetten() -> None:
    gebruikt = {(tegel["kant"], tegel["slug"]) for rij in rijen(INSTRUMENTEN) for tegel in rij["tegels"]}
    assert gebruikt == {(kant, slug) for kant, slugs in TEGELS.items() for slug in slugs}


def test_instrumenten_die_een_tegel_noemt_horen_ook_bij_die_tegel() -> None:
    tegels_van = {rij["code"]: [(t["kant"], t["slug"]) for t in rij["tegels"]] for rij in rijen(INSTRUMENTEN)}
    koppen = tegelkoppen()
    assert len(koppen) == 19
    gemist = [
        (kop["kant"], kop["slug"], code)
        for kop in koppen
        for code in kop["instrumenten"]
        if (kop["kant"], kop["slug"]) not in tegels_van.get(code, [])
    ]
    assert gemist == []


def test_doelgroepen_van_instrumenten_bestaan() -> None:
    genoemd = {groep for rij in rijen(INSTRUMENTEN) if rij["wettelijk"] for groep in rij["wettelijk"]["doelgroepen"]}
    assert {"participatiewet", "nug", "banenafspraak"} <= genoemd
    assert genoemd <= codes("kern/dossiers/data/doelgroepen.yaml")


def test_elk_werkzoekendeninstrument_beweegt_iets_of_gaat_over_geld_van_de_werkgever() -> None:
    zonder = {rij["code"] for rij in rijen(INSTRUMENTEN) if rij["kant"] != "werkgevers" and not rij["aspecten"]}
    assert zonder == {"loonkostensubsidie", "lkv", "praktijkroute", "no-risk"}


def test_zrm_domeinen_zijn_precies_de_zrm_aspecten() -> None:
    domeinen = {rij["aspect"]: rij for rij in rijen("kern/dossiers/data/zrm.yaml", "domeinen")}
    assert domeinen.keys() == {code for code in codes(ASPECTEN) if code.startswith("zrm_")}
    niveaus = rijen("kern/dossiers/data/zrm.yaml", "niveaus")
    for code, domein in domeinen.items():
        assert aspect(code)["naam"] == domein["naam"]
        assert aspect(code)["schaal"] == [niveau["naam"] for niveau in niveaus]
        assert aspect(code)["en"]["schaal"] == [niveau["en"]["naam"] for niveau in niveaus]


def test_andere_lijsten_noemen_bestaande_instrumenten() -> None:
    lijsten = (
        ("werkzoekende/opleiden/data/vormen.yaml", ""),
        ("werkgever/voorzorg/data/routes.yaml", ""),
        ("werkgever/orientatie/data/manieren.yaml", ""),
        ("werkgever/opleiden/data/trainingen.yaml", ""),
        ("werkgever/kandidaat_fit/data/gereedheid.yaml", "punten"),
        ("samen/nazorg/data/sjablonen.yaml", ""),
    )
    for pad, lijst in lijsten:
        genoemd = {rij["instrument"] for rij in rijen(pad, lijst)} - {None}
        assert genoemd, pad
        assert genoemd <= codes(INSTRUMENTEN), pad


def test_redenen_bieden_bestaande_aspecten_aan_die_niet_gevoelig_zijn() -> None:
    genoemd = {code for rij in rijen("samen/bemiddeling/data/redenen.yaml") for code in rij["aspecten"]}
    assert genoemd <= codes(ASPECTEN)
    assert {aspect(code)["gevoelig"] for code in genoemd} == {"none"}


def test_kansen_leiden_naar_een_tegel_van_de_werkgever() -> None:
    assert {rij["tegel"] for rij in rijen("werkgever/contact/data/kansen.yaml")} <= set(TEGELS["werkgevers"])


def test_elke_sbi_regel_wijst_naar_een_sector_en_geen_code_naar_twee() -> None:
    regels = rijen("kern/relaties/data/sbi_sectoren.yaml", "regels")
    assert {rij["sector"] for rij in regels} <= codes("kern/relaties/data/sectoren.yaml", "sectoren")
    begin = [sbi for rij in regels for sbi in rij["sbi"]]
    assert len(begin) == len(set(begin))


def test_sectoren_dekken_elke_sbi_sectie() -> None:
    sectoren = "kern/relaties/data/sectoren.yaml"
    assert {sectie for rij in rijen(sectoren, "sectoren") for sectie in rij["sbi"]} == codes(sectoren, "sbi")


def test_regels_van_voorzieningen_gebruiken_alleen_hun_eigen_vragen() -> None:
    gesteld = set()
    for voorziening in rijen(VOORZIENINGEN, "voorzieningen"):
        gesteld |= set(voorziening["vragen"])
        in_regels = {eis["vraag"] for regel in voorziening["regels"] for eis in regel["als"]}
        assert in_regels == set(voorziening["vragen"]), voorziening["code"]
    assert gesteld == codes(VOORZIENINGEN, "vragen")


def test_gereedheid_heeft_drie_lijnen_die_alle_punten_dragen() -> None:
    pad = "werkgever/kandidaat_fit/data/gereedheid.yaml"
    assert {punt["lijn"] for punt in rijen(pad, "punten")} == codes(pad, "lijnen")
    assert len(codes(pad, "lijnen")) == 3


def test_elk_certificaat_dat_in_teksten_wordt_herkend_is_als_bewijs_vast_te_leggen() -> None:
    herkend = codes("competenties/data/certificaten.yaml")
    # A civic integration diploma tells where somebody comes from: it must not be among them.
    assert "inburgering" not in herkend
    assert herkend <= codes("werkzoekende/opleiden/data/certificaten.yaml")
