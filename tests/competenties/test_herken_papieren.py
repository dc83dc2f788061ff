"""Papers, languages, hours and conditions in the many ways people write them."""

from __future__ import annotations

from typing import TypeVar

import pytest

from werklandschap.competenties.herkenning import herken

K = TypeVar("K")
RIJBEWIJZEN = {
    "B": "Rijbewijs B|rijbewijs-B|B-rijbewijs|een geldig B rijbewijs|Rijbewijs en auto|driving licence B",
    "BE": "rijbewijs BE|rijbewijs B+E|rijbewijs E achter B|aanhangwagenrijbewijs|B of BE rijbewijs",
    "C": "groot rijbewijs|vrachtwagenrijbewijs|rijbewijs type C|rijbewijs C of CE",
    "CE": "rijbewijs CE|rijbewijs C of CE|CE-rijbewijs",
    "D": "rijbewijs categorie D|busrijbewijs",
    "T": "trekkerrijbewijs|T-rijbewijs",
    "A": "motorrijbewijs",
    "AM": "scooterrijbewijs|bromfietsrijbewijs AM|rijbewijs AM",
}
CERTIFICATEN = {
    "vca-basis": "VCA|VCA-basis|B-VCA|VCA certificaat|Basisveiligheid VCA",
    "vca-vol": "VCA VOL|VCA-VOL",
    "bhv": "BHV|BHV-certificaat|bedrijfshulpverlener",
    "ehbo": "EHBO|EHBO-diploma|eerste hulp diploma",
    "vog": "VOG|Verklaring Omtrent het Gedrag|bewijs van goed gedrag",
    "heftruck": "heftruckcertificaat|heftruck certificaat|heftruckrijbewijs|in bezit van een heftruckbewijs",
    "reachtruck": "reachtruckcertificaat",
    "haccp": "HACCP-diploma|HACCP-certificaat",
    "sociale-hygiene": "Sociale Hygiëne|SVH|verklaring sociale hygiëne",
    "code-95": "code 95|code95|vakbekwaamheid code 95",
    "adr": "ADR|ADR-certificaat",
    "taxipas": "chauffeurskaart|taxipas",
    "bestuurderskaart": "bestuurderskaart|digitale tachokaart",
    "nen-3140": "NEN 3140|NEN3140|NEN-3140",
    "fgassen": "F-gassen|STEK",
    "hijsbewijs": "hijsbewijs|TCVT",
    "beveiliger-pas": "beveiligingspas|grijze pas|groene pas",
    "big": "BIG-registratie|BIG geregistreerd",
    "asbest": "DTA|deskundig asbestverwijderaar",
    "boa": "BOA-akte|akte van opsporingsbevoegdheid",
    "wft": "Wft Basis|Wft-diploma",
    "vihb": "VIHB-registratie|NIWO-vergunning",
    "verreiker": "verreikercertificaat",
    "bovenloopkraan": "certificaat bovenloopkraan",
    "keurmeester": "gecertificeerd keurmeester",
    "langs-de-weg": "veilig werken langs de weg",
    "mangatwacht": "mangatwacht",
    "boekhouddiploma": "PDB|praktijkdiploma loonadministratie",
    "lesbevoegdheid": "lesbevoegdheid|tweedegraads bevoegdheid",
    "rijinstructeur": "WRM-pas",
    "zwemonderwijzer": "licentie zwemonderwijzer",
    "ict-certificaat": "CCNA|ITIL Foundation",
    "drone": "dronebewijs",
    "luchthavenpas": "Schipholpas",
    "evc": "ervaringscertificaat",
    "pedicure": "pedicurediploma",
    "schoonmaak": "basisvakdiploma schoonmaak",
    "apk": "APK-keurmeester",
    "scheepvaartpapieren": "dienstboekje",
    "commercieel-diploma": "NIMA-A|NEVI 1",
}
TALEN = {
    ("nld", 2): "Nederlands op A2|taalniveau A2|je spreekt een beetje Nederlands|taalniveau 1F",
    ("nld", 3): "Nederlands niveau B1|B1-niveau Nederlands|verstaanbaar Nederlands",
    (
        "nld",
        4,
    ): "goede beheersing van de Nederlandse taal|je Nederlands is goed|de Nederlandse taal machtig|taalniveau 3F",
    ("nld", 6): "Nederlands als moedertaal|native Dutch speaker",
    ("eng", 5): "vloeiend Engels|Nederlands: B2, Engels: C1|Engels in woord en geschrift",
    ("fra", 2): "een mondje Frans",
    ("deu", 3): "je kunt je redden in het Duits",
    ("dse", None): "gebarentaal",
}
UREN = {
    "32-32": "32 uur|32u/w|Een 32-urige werkweek",
    "24-32": "24-32 uur per week|24 tot 32 uur|tussen de 24 en 32 uur",
    "36-40": "fulltime|1 fte|36-40 uur p/w",
    "24-24": "min. 24 uur|3 dagen per week|24 uur, verdeeld over 3 dagen|3x8 uur",
    "36-36": "144 uur per vier weken|4 x 9 uur",
    "12-12": "twaalf uur per week|drie ochtenden van vier uur",
    "18-18": "Drie dagen van zes uur",
    "22-24": "werktijdfactor 0,6",
}
OMSTANDIGHEDEN = {
    "tillen": "tillen tot 15 kg|zwaar tillen|sjouwen|fysiek zwaar",
    "staan": "lang staan|staand werk|de hele dag staan",
    "lopen": "veel lopen",
    "lawaai": "lawaai|herrie|gehoorbescherming",
    "kou": "koelcel|vriescel|werken in de kou",
    "hoogte": "werken op hoogte|geen hoogtevrees",
    "buiten": "buiten werken|weer en wind|in de buitenlucht",
    "stof_vuil": "vieze handen|vuil werk",
    "ploegen": "ploegendienst|3 ploegen|twee-ploegendienst",
    "nacht": "nachtdienst|'s nachts|van 23.00 tot 7.00 uur|van 10 uur 's avonds tot 6 uur 's ochtends",
    "avond": "avonddiensten|koopavond|van 16.00 tot half 1|14:30-23:00|van vijf uur 's middags tot middernacht|"
    "van 20.00 tot 24.00 uur|werken tot 22.00 uur|vanaf 18.00 uur|tussen 5 en 9 uur 's avonds",
    "vroeg": "vroege diensten|om 6 uur beginnen|van 06.00 tot 14.00 uur|06:00-14:30|start om kwart voor zeven|"
    "om half zes beginnen|van zes uur 's ochtends tot twee uur 's middags",
    "weekend": "in het weekend|om de week zaterdag|zaterdag|je werkt wo t/m zo|vrijdag tot en met maandag|ma-za",
    "lange_dagen": "diensten van 12 uur|4x9 uur|9 uur per dag|tienurige werkdagen",
    "hitte": "in de kas kan het 35 graden worden|'s zomers is het 30 graden in de keuken",
    "onregelmatig": "onregelmatige diensten|wisselende diensten",
    "oproep": "oproepbasis|storingsdienst|piketdienst",
    "rijden": "veel onderweg|lange ritten",
    "thuiswerken": "thuiswerken|hybride werken|vanuit huis",
}


def _gevallen(tabel: dict[K, str]) -> list[tuple[str, K]]:
    return [(tekst, code) for code, teksten in tabel.items() for tekst in teksten.split("|")]


def _vacature(eis: str) -> str:
    return f"Medewerker gezocht\n\nWij vragen:\n- {eis}\n"


@pytest.mark.parametrize(("tekst", "code"), _gevallen(RIJBEWIJZEN))
def test_g6_1_rijbewijzen_in_veel_woorden(tekst: str, code: str) -> None:
    assert f"rijbewijs:{code}" in {v.id for v in herken(_vacature(tekst), soort="rijbewijs")}


@pytest.mark.parametrize(("tekst", "code"), _gevallen(CERTIFICATEN))
def test_g6_1_certificaten_in_veel_woorden(tekst: str, code: str) -> None:
    assert [v.id for v in herken(_vacature(tekst), soort="certificaat")] == [code]


@pytest.mark.parametrize(("tekst", "taal"), _gevallen(TALEN))
def test_g6_1_talen_met_hun_niveau(tekst: str, taal: tuple[str, int | None]) -> None:
    assert taal in {(v.id, v.niveau) for v in herken(_vacature(tekst), soort="taal")}


@pytest.mark.parametrize(("tekst", "uren"), _gevallen(UREN))
def test_g6_1_uren_in_veel_woorden(tekst: str, uren: str) -> None:
    assert [v.id for v in herken(_vacature(tekst), soort="uren")] == [f"uren:{uren}"]


@pytest.mark.parametrize(("tekst", "code"), _gevallen(OMSTANDIGHEDEN))
def test_g6_1_omstandigheden_in_veel_woorden(tekst: str, code: str) -> None:
    assert code in {v.id for v in herken(_vacature(tekst), soort="omstandigheid")}


@pytest.mark.parametrize(
    ("tekst", "code", "niveau"),
    [
        ("werken bij -20 graden", "kou", 3),
        ("de hal is tussen de 2 en 7 graden", "kou", 2),
        ("ladders tot vier meter hoog", "hoogte", 2),
        ("werken op 12 meter hoogte", "hoogte", 3),
        ("je loopt 15 km per dag", "lopen", 3),
        ("8.000 stappen per dag", "lopen", 2),
        ("je tilt pakken van twintig kilo", "tillen", 3),
        ("dozen van 12 kg", "tillen", 2),
    ],
)
def test_een_maat_geeft_een_omstandigheid_met_haar_niveau(tekst: str, code: str, niveau: int) -> None:
    assert (code, niveau) in {(v.id, v.niveau) for v in herken(_vacature(tekst), soort="omstandigheid")}


@pytest.mark.parametrize(
    "tekst",
    [
        "van 4 tot 8 uur per week",
        "van 8 tot 5 uur",
        "van 2 tot 4 uur 's middags",
        "ma t/m vr werken",
        "van maandag tot vrijdag",
        "je wast op 40 graden",
        "van twee tot zes collega's",
        "mensen weer op de been helpen",
    ],
)
def test_een_getal_dat_iets_anders_zegt_geeft_geen_omstandigheid(tekst: str) -> None:
    assert herken(_vacature(tekst), soort="omstandigheid") == []


def test_woensdag_tot_en_met_zondag_is_geen_wetenschappelijk_onderwijs() -> None:
    assert herken(_vacature("je werkt wo t/m zo"), soort="certificaat") == []


@pytest.mark.parametrize("eis", ["VCA", "rijbewijs B", "heftruckcertificaat", "Duits", "werken in de kou"])
@pytest.mark.parametrize(
    "kader", ["{} is niet nodig.", "Je hoeft geen {} te hebben.", "{}? Dat regelen wij.", "{} speelt geen rol."]
)
def test_g6_1_wat_niet_gevraagd_wordt_telt_niet(kader: str, eis: str) -> None:
    assert herken(_vacature(kader.format(eis))) == []


@pytest.mark.parametrize("papier", ["VCA", "rijbewijs B", "een heftruckcertificaat", "BHV", "code 95"])
@pytest.mark.parametrize("kader", ["{} kun je via ons halen.", "{} halen betalen wij.", "Je kunt bij ons {} halen."])
def test_g6_1_een_papier_dat_te_halen_is_telt_niet(kader: str, papier: str) -> None:
    assert herken(_vacature(kader.format(papier)), soort="certificaat") == []
    assert herken(_vacature(kader.format(papier)), soort="rijbewijs") == []


@pytest.mark.parametrize(
    ("tekst", "termen"),
    [
        ("12 tot 20 uur per week", {"12-20 uur per week"}),
        ("38 u in de week, van half 6 tot 14u", {"38 uur per week"}),
        ("minimaal 24 uur en maximaal 40 uur beschikbaar", {"24-40 uur per week"}),
        ("24-32 hrs per week", {"24-32 uur per week"}),
        ("gemiddeld 33,6 uur per week", {"33,6 uur per week"}),
        ("het gaat om 15 uur, 5 dagen in de week", {"15 uur per week"}),
        ("de telefoon opnemen tussen 9 en 12", set()),
        ("Uren: 40 (4x9)", {"40 uur per week"}),
    ],
)
def test_uren_zijn_geen_kloktijden_en_dagen_tellen_pas_zonder_uren(tekst: str, termen: set[str]) -> None:
    assert {v.term for v in herken(_vacature(tekst), soort="uren")} == termen


@pytest.mark.parametrize(("tekst", "vroeg"), [("start 6.45 uur", True), ("we beginnen om 7 uur in de ochtend", False)])
def test_vroeg_is_voor_zeven_uur(tekst: str, vroeg: bool) -> None:
    assert ("vroeg" in {v.id for v in herken(_vacature(tekst), soort="omstandigheid")}) is vroeg


@pytest.mark.parametrize(
    ("tekst", "termen"),
    [
        ("een kappersdiploma", {"kappersdiploma"}),
        ("je werkt volgens HACCP", set()),
        ("diploma not needed", set()),
    ],
)
def test_een_vakdiploma_heet_zoals_het_er_staat_en_een_werkwijze_is_geen_papier(tekst: str, termen: set[str]) -> None:
    assert {v.term for v in herken(_vacature(tekst), soort="certificaat")} == termen
