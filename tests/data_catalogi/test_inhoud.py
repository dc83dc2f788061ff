"""What the catalogues must hold: counts, allowed values, sources, nothing an employer may not know."""

from __future__ import annotations

import re
from collections import Counter
from itertools import product

import pytest

from .lezen import Rij, rijen

ASPECTEN = "kern/klantbeeld/data/aspecten.yaml"
INSTRUMENTEN = "kern/instrumenten/data/instrumenten.yaml"
SIGNALEN = "kern/dossiers/data/signalen.yaml"
VOORZIENINGEN = "werkzoekende/maatschappelijk_fit/data/voorzieningen.yaml"
RIASEC = "werkzoekende/orientatie/data/riasec.yaml"
ZEKERHEDEN = {"V", "E", "M"}


@pytest.mark.parametrize(
    ("pad", "lijst", "minstens"),
    [
        (ASPECTEN, "", 55),
        (INSTRUMENTEN, "", 70),
        (SIGNALEN, "", 14),
        (VOORZIENINGEN, "voorzieningen", 20),
        (RIASEC, "items", 60),
        ("werkzoekende/opleiden/data/certificaten.yaml", "", 30),
        ("kern/relaties/data/sectoren.yaml", "sectoren", 15),
        ("samen/bemiddeling/data/redenen.yaml", "", 20),
        ("samen/plaatsing/data/risicos.yaml", "", 12),
    ],
)
def test_er_zijn_genoeg_rijen(pad: str, lijst: str, minstens: int) -> None:
    assert len(rijen(pad, lijst)) >= minstens


def test_aspecten_hebben_de_vorm_van_hun_soort() -> None:
    for rij in rijen(ASPECTEN):
        assert rij["soort"] in {"schaal5", "ja_nee", "tekst", "keuze"}
        assert ("schaal" in rij) == (rij["soort"] == "schaal5")
        assert ("keuzes" in rij) == (rij["soort"] == "keuze")
        assert len(set(rij.get("schaal", "12345"))) == 5, rij["code"]
        assert len(set(rij.get("voor_inwoner", "12345"))) == 5, rij["code"]
        assert ("voor_inwoner" in rij) == rij["code"].startswith("zrm_")
        assert len(rij.get("keuzes", "12")) >= 2, rij["code"]
        assert rij["gevoelig"] in {"none", "gezondheid", "schuld", "justitie"}
        assert 1 <= rij["verouderd_na_maanden"] <= 24
        assert isinstance(rij["belemmering"], bool)


def test_belemmeringen_hebben_urgentie_en_gaan_van_geen_naar_veel_last() -> None:
    themas = {"belemmering_fysiek", "belemmering_mentaal", "belemmering_praktisch"}
    belemmeringen = [rij for rij in rijen(ASPECTEN) if rij["thema"] in themas]
    assert {rij["thema"] for rij in belemmeringen} == themas
    assert all(rij["belemmering"] and not rij["hoger_is_beter"] for rij in belemmeringen)


def test_gezondheid_schuld_en_justitie_zijn_altijd_als_gevoelig_gemerkt() -> None:
    gevoelig = {rij["code"]: rij["gevoelig"] for rij in rijen(ASPECTEN)}
    assert {c for c, g in gevoelig.items() if g == "schuld"} == {"zrm_financien", "last_schulden"}
    assert {c for c, g in gevoelig.items() if g == "justitie"} == {"zrm_justitie", "last_strafblad"}
    themas = {"gezondheid", "belemmering_fysiek", "belemmering_mentaal"}
    assert {gevoelig[rij["code"]] for rij in rijen(ASPECTEN) if rij["thema"] in themas} == {"gezondheid"}


def test_bewijs_en_wet_hebben_een_bron_en_een_hardheid() -> None:
    bewezen = [rij["bewijs"] for rij in rijen(INSTRUMENTEN) if rij["bewijs"]]
    assert bewezen
    for bewijs in bewezen:
        assert bewijs.keys() == {"tekst", "bron", "jaar", "hardheid"}
        assert bewijs["bron"]
        assert bewijs["hardheid"] in {"hoog", "midden", "laag", "beschrijvend"}
    for wet in [rij["wettelijk"] for rij in rijen(INSTRUMENTEN) if rij["wettelijk"]]:
        assert wet["grondslag"]
        assert wet["zekerheid"] in ZEKERHEDEN
    for groep in rijen("kern/dossiers/data/doelgroepen.yaml"):
        assert groep["bron"]
        assert groep["zekerheid"] in ZEKERHEDEN


def test_de_catalogi_noemen_geen_bedragen() -> None:
    geld = re.compile(r"€|\beuro\b|\d+,\d\d")
    for pad, lijst in (
        (INSTRUMENTEN, ""),
        (VOORZIENINGEN, "voorzieningen"),
        ("werkgever/orientatie/data/manieren.yaml", ""),
    ):
        assert [rij["code"] for rij in rijen(pad, lijst) if geld.search(str({**rij, "bewijs": None, "en": None}))] == []


def test_acute_signalen_vragen_binnen_twee_dagen_een_actie() -> None:
    termijnen = {rij["code"]: (rij["ernst"], rij["termijn_dagen"]) for rij in rijen(SIGNALEN)}
    assert all(dagen <= 2 for ernst, dagen in termijnen.values() if ernst == "acuut")
    assert all(3 <= dagen <= 31 for ernst, dagen in termijnen.values() if ernst == "aandacht")
    gevraagd = {
        "acute_geldnood",
        "dreigende_huisuitzetting",
        "onveilig_thuis",
        "geen_dak",
        "laaggeletterdheid",
        "licht_verstandelijke_beperking",
        "jongere_school_werk",
        "zorgtaken",
        "geen_internet_apparaat",
        "taal_niet_nederlands",
        "verslaving",
        "psychische_nood",
    }
    assert gevraagd <= termijnen.keys()


def test_de_neutrale_tekst_verraadt_het_signaal_niet() -> None:
    woorden = re.compile(
        r"schuld|verslaa?v|drugs|alcohol|geweld|onveilig|beperking|psychi|geletterd|ziek|dakloos",
        re.IGNORECASE,
    )
    assert [rij["code"] for rij in rijen(SIGNALEN) if woorden.search(rij["neutrale_tekst"])] == []


def test_zrm_heeft_dertien_domeinen_en_vijf_niveaus() -> None:
    namen = [rij["naam"] for rij in rijen("kern/dossiers/data/zrm.yaml", "domeinen")]
    assert namen == [
        "Financiën",
        "Werk & opleiding",
        "Tijdsbesteding",
        "Huisvesting",
        "Huiselijke relaties",
        "Geestelijke gezondheid",
        "Lichamelijke gezondheid",
        "Middelengebruik",
        "Basale ADL",
        "Instrumentele ADL",
        "Sociaal netwerk",
        "Maatschappelijke participatie",
        "Justitie",
    ]
    assert [rij["waarde"] for rij in rijen("kern/dossiers/data/zrm.yaml", "niveaus")] == [1, 2, 3, 4, 5]


def test_taalniveaus_vragen_van_iedereen_leesbare_brieven() -> None:
    assert all(rij["flesch_douma"] >= 60 for rij in rijen("kern/dossiers/data/taalniveaus.yaml"))


def test_riasec_heeft_per_type_evenveel_vragen() -> None:
    per_type = Counter(rij["type"] for rij in rijen(RIASEC, "items"))
    assert per_type.keys() == set("RIASEC")
    assert min(per_type.values()) == max(per_type.values()) >= 10
    teksten = [rij["tekst"].lower() for rij in rijen(RIASEC, "items")]
    assert len(teksten) == len(set(teksten))
    assert [rij["waarde"] for rij in rijen(RIASEC, "antwoorden")] == [0, 1, 2, 3, 4]


def test_rijbewijzen_en_certificaten_hebben_codes_voor_de_matching() -> None:
    soorten = {rij["code"]: rij["soort"] for rij in rijen("werkzoekende/opleiden/data/certificaten.yaml")}
    gevraagd = {"vca-basis", "vca-vol", "heftruck", "reachtruck", "bhv", "haccp", "vog", "code-95", "taxipas"}
    assert gevraagd | {"rijbewijs:B", "rijbewijs:C", "rijbewijs:CE"} <= soorten.keys()
    assert all((code.startswith("rijbewijs:")) == (soort == "rijbewijs") for code, soort in soorten.items())


def uitkomst(voorziening: Rij, antwoorden: dict[str, bool | None]) -> str:
    """The outcome by the rule the catalogue's header states."""
    for regel in voorziening["regels"]:
        if all(antwoorden.get(eis["vraag"]) is eis["is"] for eis in regel["als"]):
            return str(regel["uitkomst"])
    return str(voorziening["anders"])


@pytest.mark.parametrize("voorziening", rijen(VOORZIENINGEN, "voorzieningen"), ids=lambda rij: rij["code"])
def test_elke_voorziening_kan_verschillend_uitpakken_en_gokt_nooit_zonder_antwoord(voorziening: Rij) -> None:
    vragen = voorziening["vragen"]
    gezien = {
        uitkomst(voorziening, dict(zip(vragen, a, strict=True)))
        for a in product((True, False, None), repeat=len(vragen))
    }
    assert gezien <= {"kansrijk", "vraag_na", "niet"}
    assert "niet" in gezien
    assert gezien & {"kansrijk", "vraag_na"}
    assert uitkomst(voorziening, {}) == "vraag_na"
    assert voorziening["bron"]


def test_huurtoeslag_is_kansrijk_voor_een_huurder_met_laag_inkomen_en_weinig_spaargeld() -> None:
    huurtoeslag = next(rij for rij in rijen(VOORZIENINGEN, "voorzieningen") if rij["code"] == "huurtoeslag")
    assert uitkomst(huurtoeslag, {"huurt": True, "inkomen_laag": True, "vermogen_laag": True}) == "kansrijk"
    assert uitkomst(huurtoeslag, {"huurt": False, "inkomen_laag": True, "vermogen_laag": True}) == "niet"
    assert uitkomst(huurtoeslag, {"huurt": True, "inkomen_laag": None, "vermogen_laag": True}) == "vraag_na"


def test_redenen_noemen_niets_dat_een_werkgever_niet_mag_weten() -> None:
    verboden = re.compile(
        r"leeftijd|\b(te )?(oud|jong)\b|geslacht|man\b|vrouw|afkomst|geloof|ziek|gezondheid|schuld"
        r"|uitkering|strafblad|zwanger",
        re.IGNORECASE,
    )
    redenen = rijen("samen/bemiddeling/data/redenen.yaml")
    assert {rij["besluit"] for rij in redenen} == {"ja", "nee"}
    assert [rij["code"] for rij in redenen if verboden.search(rij["naam"] + " " + rij["terugkoppeling"])] == []


def test_risicos_over_geld_en_thuis_staan_nooit_op_wat_de_werkgever_leest() -> None:
    niet_delen = {rij["code"] for rij in rijen("samen/plaatsing/data/risicos.yaml") if not rij["delen"]}
    assert {"geldzorgen", "toeslagen", "thuissituatie"} <= niet_delen


def test_elke_stap_van_nazorg_heeft_oplopende_weken_tot_het_einde() -> None:
    sjablonen = rijen("samen/nazorg/data/sjablonen.yaml")
    aantallen = [len(rij["weken"]) for rij in sjablonen[:4]]
    assert aantallen == sorted(aantallen)
    for rij in sjablonen:
        assert rij["weken"] == sorted(set(rij["weken"]))
        assert rij["weken"][0] == 1
        assert rij["weken"][-1] <= (rij["duur_weken"] or 52)


def test_spoed_wordt_eerder_beantwoord_dan_de_rest() -> None:
    uren: dict[str, set[int]] = {}
    for rij in rijen("samen/nazorg/data/probleemsoorten.yaml"):
        uren.setdefault(rij["urgentie"], set()).add(rij["werkuren"])
    assert max(uren["spoed"]) < min(uren["hoog"]) <= max(uren["hoog"]) < min(uren["gewoon"])


def test_draagvlak_blijft_anoniem_onder_vijf_antwoorden() -> None:
    assert rijen("werkgever/kandidaat_fit/data/draagvlak.yaml", "instellingen")[0]["minimum_antwoorden"] == 5
