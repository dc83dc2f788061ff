"""What holds for every catalogue: unique codes, complete English, texts people can read."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from .lezen import BRON, CATALOGI, Rij, alle_rijen, flesch_douma, lijsten, rijen, zinnen

TEKSTEN = {
    "naam",
    "uitleg",
    "vraag",
    "tekst",
    "doel",
    "voor_wie",
    "kosten",
    "aanbieder_soort",
    "tegen",
    "schaal",
    "voor_inwoner",
    "keuzes",
    "herkenning",
    "actie",
    "neutrale_tekst",
    "tip",
    "advies",
    "waar",
    "vragen",
    "volgende_stap",
    "vraagt",
    "geeft",
    "kost",
    "wie_helpt",
    "eerste_stap",
    "stelling",
    "terugkoppeling",
    "signaal",
    "voorkomen",
    "plan_b",
    "taak",
    "stappen",
    "eerste_actie",
    "bewijs",
}
CODE = r"[a-z0-9]+([_-][a-z0-9]+)*|[A-Z]|rijbewijs:[A-Z0-9]+"
# Keys that are texts in one catalogue and codes in another.
# Nested texts; the room's own test compares them with the English.
GENEST = {("kern/plannen/data/plansjablonen.yaml", "doelen")}
CODES_HIER = {("werkzoekende/maatschappelijk_fit/data/voorzieningen.yaml", "vragen")}


def te_vertalen(waar: str, rij: Rij) -> set[str]:
    pad = waar.split(":")[0]
    return {
        sleutel for sleutel in TEKSTEN & rij.keys() if rij[sleutel] is not None and (pad, sleutel) not in CODES_HIER
    }


def test_elk_databestand_staat_in_de_lijst() -> None:
    kamers = (
        "kern/klantbeeld",
        "kern/instrumenten",
        "kern/dossiers",
        "kern/plannen",
        "kern/relaties",
        "werkzoekende/*",
        "werkgever/*",
        "samen/*",
    )
    gevonden = {str(pad.relative_to(BRON)) for kamer in kamers for pad in BRON.glob(f"{kamer}/data/*.yaml")}
    assert set(CATALOGI) <= gevonden


@pytest.mark.parametrize("pad", CATALOGI)
def test_het_bestand_begint_met_uitleg_over_zijn_vorm(pad: str) -> None:
    kop = (BRON / pad).read_text(encoding="utf-8").split("\n- ")[0]
    assert kop.startswith("# ")
    assert "Shape" in kop


@pytest.mark.parametrize("pad", CATALOGI)
def test_codes_zijn_uniek_en_netjes(pad: str) -> None:
    for naam, inhoud in lijsten(pad).items():
        gebruikt = Counter(rij["code"] for rij in inhoud if "code" in rij)
        assert [code for code, keer in gebruikt.items() if keer > 1] == [], naam
        fout = [code for code in gebruikt if not re.fullmatch(CODE, code)]
        assert fout == [], naam


@pytest.mark.parametrize("pad", CATALOGI)
def test_volgorde_telt_vanaf_begin_zonder_gaten(pad: str) -> None:
    for inhoud in lijsten(pad).values():
        nummers = [rij["volgorde"] for rij in inhoud if "volgorde" in rij]
        assert nummers == list(range(nummers[0], nummers[0] + len(nummers))) if nummers else True


def test_elke_tekst_is_er_ook_in_het_engels() -> None:
    gemist = []
    for waar, rij in alle_rijen():
        engels = rij.get("en")
        if isinstance(engels, str):
            gemist += [] if engels.strip() else [waar]
            continue
        for sleutel in te_vertalen(waar, rij):
            vertaling = (engels or {}).get(sleutel)
            if not vertaling or (sleutel != "bewijs" and type(vertaling) is not type(rij[sleutel])):
                gemist.append(f"{waar}.{sleutel}")
            elif isinstance(vertaling, list) and len(vertaling) != len(rij[sleutel]):
                gemist.append(f"{waar}.{sleutel} (aantal)")
    assert gemist == []


def test_het_engels_zegt_niets_dat_het_nederlands_niet_heeft() -> None:
    te_veel = [
        f"{waar}.{sleutel}"
        for waar, rij in alle_rijen()
        if isinstance(rij.get("en"), dict)
        for sleutel in rij["en"].keys() - te_vertalen(waar, rij)
        if (waar.split(":")[0], sleutel) not in GENEST
    ]
    assert te_veel == []


def test_keuzes_hebben_in_beide_talen_dezelfde_codes() -> None:
    met_keuzes = [rij for _, rij in alle_rijen() if "keuzes" in rij]
    assert len(met_keuzes) >= 4
    for rij in met_keuzes:
        assert [k["code"] for k in rij["keuzes"]] == [k["code"] for k in rij["en"]["keuzes"]]


def teksten_voor_inwoners() -> dict[str, list[str]]:
    """What a resident can see, by catalogue."""
    voorzieningen = "werkzoekende/maatschappelijk_fit/data/voorzieningen.yaml"
    return {
        "aspecten": [rij["vraag"] for rij in rijen("kern/klantbeeld/data/aspecten.yaml")],
        "vragen": [rij["vraag"] for rij in rijen(voorzieningen, "vragen")],
        "voorzieningen": [rij["uitleg"] for rij in rijen(voorzieningen, "voorzieningen")],
        "riasec": [rij["tekst"] for rij in rijen("werkzoekende/orientatie/data/riasec.yaml", "items")],
        "leren": [rij["tekst"] for rij in rijen("werkzoekende/orientatie/data/leren.yaml", "items")],
        "waarden": [rij["tekst"] for rij in rijen("werkzoekende/orientatie/data/waarden.yaml", "items")],
        "terugkoppeling": [rij["terugkoppeling"] for rij in rijen("samen/bemiddeling/data/redenen.yaml")],
        "vormen": [rij["uitleg"] for rij in rijen("werkzoekende/opleiden/data/vormen.yaml")],
        "instrumenten": [
            rij[sleutel]
            for rij in rijen("kern/instrumenten/data/instrumenten.yaml")
            if rij["kant"] != "werkgevers"
            for sleutel in ("doel", "voor_wie")
        ],
    }


@pytest.mark.parametrize("catalogus", sorted(teksten_voor_inwoners()))
def test_inwoners_kunnen_de_teksten_lezen(catalogus: str) -> None:
    teksten = teksten_voor_inwoners()[catalogus]
    lang = [zin for tekst in teksten for zin in zinnen(tekst) if len(zin.split()) > 15]
    assert lang == []
    assert flesch_douma(teksten) >= 60


def test_de_leesmaat_ziet_het_verschil_tussen_makkelijk_en_moeilijk() -> None:
    makkelijk = ["U belt ons. Wij komen bij u thuis."]
    moeilijk = ["Gemeentelijke uitvoeringsorganisaties faciliteren re-integratie conform beleidsregels."]
    assert flesch_douma(makkelijk) > 80
    assert flesch_douma(moeilijk) < 20
