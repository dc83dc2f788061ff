"""Whether a clause asks something of the reader, by its build and by what stands around it."""

from __future__ import annotations

import pytest

from werklandschap.competenties.herkenning import herken
from werklandschap.competenties.herkenning.gevraagd import deelgewichten, herlees, kenmerken
from werklandschap.competenties.herkenning.herkenner import kandidaten
from werklandschap.competenties.herkenning.woordenboek import startwoordenboek
from werklandschap.competenties.herkenning.zinnen import zinnen


def _kans(tekst: str, stuk: str) -> float:
    rij = zinnen(tekst)
    plek = tekst.index(stuk)
    paren = zip(rij, deelgewichten().kansen(tekst, rij), strict=True)
    return next(k for z, ks in paren for d, k in zip(z.delen, ks, strict=True) if d.start <= plek < d.eind)


def _competenties(tekst: str) -> set[str]:
    return {v.id for v in herken(tekst, soort="competentie")}


@pytest.mark.parametrize(
    ("gevraagd", "niet"),
    [
        ("Je plaatst lantaarnpalen.", "Lantaarnpalen plaatst een firma uit Tiel."),
        ("U schrijft de brieven.", "De brieven rollen bij een kantoor uit de printer."),
        ("Ik heb in de tuin gewerkt.", "In de tuin werken wil ik later misschien."),
        ("Met borden op hoogte heb je geen moeite.", "Met borden op hoogte heb je niets te maken."),
    ],
)
def test_g6_1_een_deelzin_over_de_lezer_vraagt_eerder_iets(gevraagd: str, niet: str) -> None:
    assert _kans(gevraagd, gevraagd) > _kans(niet, niet) + 0.15


def test_g6_1_een_stuk_zonder_werkwoord_hoort_bij_wie_ervoor_staat() -> None:
    assert _kans("Je brengt brood, planten en gereedschap.", ", planten") > _kans(
        "Firma Kuiper brengt brood, planten en gereedschap.", ", planten"
    )
    rij = zinnen("Je brengt brood, planten en gereedschap.")
    assert "bij:lezer-doet" in kenmerken("Je brengt brood, planten en gereedschap.", rij, 0)[1]


@pytest.mark.parametrize(
    "kop", ["Wat doe je bij ons?", "Dit kunt u bij ons doen:", "Je past bij ons als je", "Bij ons:"]
)
def test_g6_1_een_kop_met_bij_ons_gaat_niet_altijd_over_wat_men_krijgt(kop: str) -> None:
    tekst = f"Kok gezocht\n\n{kop}\n- je kookt soep\n- je dekt de tafels\n- je bakt brood\n\nWij bieden\n- loon\n"
    assert "koken" in _competenties(tekst)


def test_g6_1_onder_een_aanbod_blijft_een_aanbod() -> None:
    tekst = "Kok gezocht\n\nDit krijg je bij ons\n- een cursus lassen\n- korting\n- elke week soep koken met het team\n"
    assert _competenties(tekst) == set()


def test_g6_1_een_punt_over_het_werk_is_niet_van_een_ander() -> None:
    tekst = "De conciërge\n- opent en sluit het gebouw;\n- kookt soep;\n- ontvangt ouders, leveranciers en bezoekers.\n"
    assert all(deel.reden is None for zin in herlees(tekst, zinnen(tekst), deelgewichten())[0] for deel in zin.delen)


@pytest.mark.parametrize(
    "kop", ["JIJ HOEFT NIET", "No need", "MOET NIET", "Wat je kunt overslaan", "Niet tot uw taken behoren"]
)
def test_g6_1_een_kop_op_een_eigen_regel_zegt_dat_iets_niet_hoeft(kop: str) -> None:
    tekst = f"Kok gezocht\n\nWat ga je doen?\n- soep koken\n\n{kop}\n- ramen wassen\n- auto's repareren\n"
    assert _competenties(tekst) == {"koken"}


def test_g6_1_een_paar_woorden_met_ook_delen_het_lot_van_de_zin_ervoor() -> None:
    assert _competenties("Lassen doet een bedrijf in Druten. Stukadoren ook.") == set()
    assert "stukadoren" in _competenties("Schilderen is voor jou geen probleem. Stukadoren ook niet.")


def test_g6_1_een_korte_vraag_wordt_weggewuifd() -> None:
    assert _competenties("Strijken? Twee scholieren op woensdag.") == set()
    assert _competenties("Kunnen strijken? Leuk, maar daar doen we hier niks mee.") == set()
    assert "strijken" in _competenties("Strijken? Graag, dat doe je elke dag.")


def test_g6_1_zonder_iets_niet_mogen_is_een_eis() -> None:
    assert [v.id for v in herken("Zonder VOG mogen we je niet toelaten.", soort="certificaat")] == ["vog"]


def test_g6_1_wie_te_bereiken_is_vraagt_geen_mailtjes() -> None:
    assert "internet-en-e-mail-gebruiken" not in _competenties("Wij zoeken een kok.\n\nMail Lisanne of bel me even.")


def test_g6_1_een_beroep_in_de_tekst_maakt_zijn_eigen_werk_waarschijnlijker() -> None:
    def woorden(tekst: str) -> list[str]:
        return next(k for v, k in kandidaten(tekst, startwoordenboek()) if v.id == "koken")

    assert "past-bij-beroep:True:False" in woorden("Kok gezocht. Je kookt soep.")
    assert "past-bij-beroep:False:False" in woorden("Magazijnmedewerker gezocht. Je kookt soep.")
    assert "past-bij-beroep:onbekend:False" in woorden("Je kookt soep.")


def test_g6_1_alleen_een_letter_van_een_rijbewijs_en_een_papier_dat_in_geen_lijst_staat() -> None:
    assert [v.id for v in herken("Wisselende adressen (B nodig).", soort="rijbewijs")] == ["rijbewijs:B"]
    assert [v.id for v in herken("Je rijdt al minstens drie jaar C.", soort="rijbewijs")] == ["rijbewijs:C"]
    assert [v.term for v in herken("Je hebt een wijnbrevet.", soort="certificaat")] == ["wijnbrevet"]


def test_g6_1_een_gewicht_zegt_dat_er_getild_wordt() -> None:
    (vondst,) = herken("Een rol weegt 30 kg.", soort="omstandigheid")
    assert (vondst.id, vondst.niveau) == ("tillen", 3)
    assert herken("Wij verwerken 900 kilo per dag.", soort="omstandigheid") == []


def test_g6_1_talen_in_hoofdletters_en_uren_na_een_kop() -> None:
    assert {(v.id, v.niveau) for v in herken("NL vloeiend", soort="taal")} == {("nld", 5)}
    assert {v.id for v in herken("EN, PL of NL spreken", soort="taal")} == {"eng", "pol", "nld"}
    assert [v.term for v in herken("Uren: 16 max", soort="uren")] == ["16 uur per week"]
    assert [v.term for v in herken("We zoeken iemand voor 20 a 24 uur.", soort="uren")] == ["20-24 uur per week"]


def test_g6_1_wat_zeker_gevraagd_wordt_wint_van_een_regel() -> None:
    tekst = "Wij vragen:\n- je zaagt veilig: bril op en geen losse mouwen\n- bezorgen hoef je niet\n"
    rij = zinnen(tekst)
    gelezen, blikken = herlees(tekst, rij, deelgewichten())
    met_reden = [deel for zin in rij for deel in zin.delen if deel.reden is not None]
    over = {
        tekst[deel.start : deel.eind]: (deel.reden, blik)
        for zin, eigen in zip(gelezen, blikken, strict=True)
        for deel, blik in zip(zin.delen, eigen, strict=True)
    }
    assert len(met_reden) > 1
    assert next(reden for stuk, (reden, _) in over.items() if "zaagt" in stuk) is None
    bezorgen, blik = next(paar for stuk, paar in over.items() if "bezorgen" in stuk)
    assert bezorgen is not None
    assert blik.reden is bezorgen
    assert blik.kans < 0.4


@pytest.mark.parametrize(
    "tekst",
    [
        "VCA had ik maar is in 2020 verlopen.",
        "Code 95 is ook onzin voor dit werk.",
        "Kassa heb ik bijna nooit gedraaid.",
        "Forklift licence not required.",
    ],
)
def test_g6_1_wat_verlopen_onzin_of_bijna_nooit_gedaan_is_wordt_niet_gevonden(tekst: str) -> None:
    assert herken(tekst) == []


def test_g6_1_wat_na_een_komma_niet_goed_kan_zijn_neemt_de_taak_niet_weg() -> None:
    tekst = "Wat ga je doen?\n- je kookt soep, maar is er iets niet goed, dan meld je dat\n"
    assert "koken" in _competenties(tekst)
    assert "op-tijd-komen" in _competenties("Ik ben bijna nooit ziek.")
