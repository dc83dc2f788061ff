"""The starter set is complete, refers only to itself and says everything in two languages."""

from __future__ import annotations

from collections import Counter, defaultdict

from werklandschap.competenties import startgegevens as gegevens

SOORTEN = {"gedrag", "basis", "werknemer", "vak", "kennis", "taal"}
GEDRAG = {
    *(str(code) for code in range(24100, 24127)),
} - {"24103", "24117"}


def test_er_zijn_genoeg_competenties_en_beroepen() -> None:
    assert len(gegevens.competenties()) >= 400
    assert len(gegevens.beroepen()) >= 120
    assert {c.soort for c in gegevens.competenties()} == SOORTEN


def test_alle_gedragscompetenties_van_uwv_zijn_er() -> None:
    assert {c.code for c in gegevens.competenties() if c.soort == "gedrag"} == GEDRAG


def test_codes_komen_een_keer_voor() -> None:
    for rij in (gegevens.competenties(), gegevens.beroepen(), gegevens.certificaten()):
        codes = Counter(item.code for item in rij)
        assert [code for code, aantal in codes.items() if aantal > 1] == []


def test_een_woord_hoort_bij_een_competentie() -> None:
    van: dict[str, set[str]] = defaultdict(set)
    for competentie in gegevens.competenties():
        for tekst in (competentie.label, *competentie.synoniemen):
            van[tekst.casefold()].add(competentie.code)
    assert {tekst: codes for tekst, codes in van.items() if len(codes) > 1} == {}


def test_alles_heeft_een_engelse_naam() -> None:
    for rij in (gegevens.competenties(), gegevens.beroepen(), gegevens.certificaten()):
        assert [item.code for item in rij if not item.label_en.strip()] == []
    assert [c.code for c in gegevens.competenties() if bool(c.uitleg) != bool(c.uitleg_en)] == []
    for omstandigheid in gegevens.omstandigheden():
        assert omstandigheid["en"]
        assert omstandigheid["uitleg_en"]
        assert len(omstandigheid["niveaus"]) == len(omstandigheid["niveaus_en"]) == 3


def test_beroepen_verwijzen_alleen_naar_wat_er_is() -> None:
    competenties = {c.code for c in gegevens.competenties()}
    omstandigheden = {o["code"] for o in gegevens.omstandigheden()}
    beroepen = {b.code for b in gegevens.beroepen()}
    for beroep in gegevens.beroepen():
        gevraagd = beroep.essentieel.keys() | beroep.nuttig.keys()
        assert gevraagd <= competenties, beroep.code
        assert beroep.essentieel.keys() & beroep.nuttig.keys() == set(), beroep.code
        assert beroep.omstandigheden.keys() <= omstandigheden, beroep.code
        assert set(beroep.groei) <= beroepen, beroep.code


def test_niveaus_en_riasec_vallen_binnen_hun_schaal() -> None:
    for beroep in gegevens.beroepen():
        assert beroep.essentieel, beroep.code
        assert len(beroep.riasec) == 6, beroep.code
        assert all(0 <= waarde <= 100 for waarde in beroep.riasec), beroep.code
        assert all(1 <= niveau <= 5 for niveau in (beroep.essentieel | beroep.nuttig).values()), beroep.code
        assert all(0 <= niveau <= 3 for niveau in beroep.omstandigheden.values()), beroep.code


def test_groeipaden_lopen_nooit_in_een_kring() -> None:
    groei = {b.code: b.groei for b in gegevens.beroepen()}

    def loop(code: str, pad: tuple[str, ...]) -> None:
        assert code not in pad, " → ".join((*pad, code))
        for volgende in groei[code]:
            loop(volgende, (*pad, code))

    for code in groei:
        loop(code, ())


def test_verwantschap_blijft_binnen_de_grenzen_van_matching() -> None:
    codes = {c.code for c in gegevens.competenties()}
    verwantschap = gegevens.verwantschap()
    assert len(verwantschap) > 200
    for naar, rij in verwantschap.items():
        assert {naar, *rij} <= codes
        assert naar not in rij
        assert 1 <= len(rij) <= gegevens.MEEST_VERWANT
        assert all(0 < promille < 1000 for promille in rij.values())


def test_schuine_streep_schrijft_alle_vormen_uit() -> None:
    assert gegevens.schrijf_uit("wc/toilet soppen/poetsen") == [
        "wc soppen",
        "wc poetsen",
        "toilet soppen",
        "toilet poetsen",
    ]
    assert gegevens.schrijf_uit("24/7 bereikbaar") == ["24/7 bereikbaar"]
