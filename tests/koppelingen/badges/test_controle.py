"""Checking badges that other libraries made (W6.3), and badges somebody tampered with."""

from __future__ import annotations

import json
import zlib
from datetime import UTC, datetime
from typing import Any

import jwt
import pytest
from joserfc.jwk import ECKey
from tests.koppelingen.badges.hulp import (
    ADRES,
    CONTEXT,
    SCHOOL1,
    SCHOOL2,
    als_jwt,
    credential,
    publieke_jwk,
    sleutels,
    vector,
    vertrouwde_sleutels,
)

from werklandschap.koppelingen.badges.controle import Adressen, Vertrouwd, controleer
from werklandschap.koppelingen.badges.jsonld import NietTeLezen, canoniek
from werklandschap.koppelingen.badges.lezen import MAX_BYTES, PNG, Onleesbaar, lees
from werklandschap.koppelingen.badges.sleutels import Sleutelfout, lees_sleutels, uit_did
from werklandschap.koppelingen.badges.verslag import Verslag

NU = datetime(2026, 11, 29, tzinfo=UTC)
SAM = Adressen(eigen=[ADRES])
GETEKEND = (
    "ob2-signed.txt",
    "ob2-signed.png",
    "ob2-signed.svg",
    "ob3-eddsa-rdfc-2022.json",
    "ob3-eddsa-rdfc-2022-vcdm1.json",
    "ob3-eddsa-jcs-2022.json",
    "ob3-ed25519-2020.json",
    "ob3-ecdsa-rdfc-2019-p256.json",
    "ob3-ecdsa-rdfc-2019-p384.json",
    "ob3-eddsa.svg",
    "ob3-jwt-rs256.txt",
    "ob3-jwt-es256.txt",
    "ob3-jwt-eddsa.txt",
    "ob3-jwt-vc-claim.txt",
    "ob3-jwt.png",
)
MET_BEWIJS = [naam for naam in GETEKEND if naam.endswith(".json")]


def vertrouwd() -> list[Vertrouwd]:
    """Every issuer of the vectors, and SCHOOL1 with a key of our own besides."""
    uit = []
    for kenmerk, documenten in vertrouwde_sleutels().items():
        meer = [publieke_jwk()] if kenmerk == SCHOOL1 else []
        uit.append(Vertrouwd(kenmerk, tuple(s for d in [*documenten, *meer] for s in lees_sleutels(d))))
    return uit


def kijk(inhoud: bytes | dict[str, Any], **anders: Any) -> Verslag:
    ruw = json.dumps(inhoud).encode() if isinstance(inhoud, dict) else inhoud
    velden = {"vertrouwd": vertrouwd(), "adressen": SAM, "nu": NU} | anders
    return controleer(lees(ruw), **velden)


def redenen(verslag: Verslag) -> dict[str, str]:
    return {controle.code: controle.reden for controle in verslag.controles}


@pytest.mark.parametrize("naam", GETEKEND)
def test_w6_3_een_badge_die_een_ander_programma_ondertekende_is_bewezen(naam: str) -> None:
    verslag = kijk(vector(naam))
    assert verslag.stand == "goed", redenen(verslag)
    assert verslag.inhoud.naam == "Veilig werken met de heftruck"
    assert verslag.inhoud.uitgever_naam == "ROC Proef"
    assert verslag.inhoud.geldig_tot == datetime(2031, 1, 15, 9, tzinfo=UTC)


@pytest.mark.parametrize("naam", GETEKEND)
def test_w6_3_zonder_de_uitgever_op_de_lijst_telt_geen_enkele_badge(naam: str) -> None:
    verslag = kijk(vector(naam), vertrouwd=[])
    assert verslag.stand == "onbekend"
    assert redenen(verslag)["uitgever"] == "uitgever_onbekend"


@pytest.mark.parametrize("naam", MET_BEWIJS)
@pytest.mark.parametrize(
    "pad",
    [
        ("credentialSubject", "achievement", "name"),
        ("credentialSubject", "achievement", "criteria", "narrative"),
        ("credentialSubject", "identifier", 0, "salt"),
        ("issuer", "name"),
        ("id",),
        ("proof", "created"),
    ],
)
def test_w6_3_wie_iets_verandert_breekt_de_handtekening(naam: str, pad: tuple[Any, ...]) -> None:
    document = json.loads(vector(naam))
    plek = document
    for stap in pad[:-1]:
        plek = plek[stap]
    assert plek[pad[-1]]
    plek[pad[-1]] = "2027-01-01T00:00:00Z" if pad[-1] == "created" else "urn:iets-anders"
    assert redenen(kijk(document))["handtekening"] == "handtekening_fout"


@pytest.mark.parametrize("naam", MET_BEWIJS)
def test_w6_3_een_eerder_einde_weghalen_of_verzetten_lukt_niet(naam: str) -> None:
    document = json.loads(vector(naam))
    veld = "validUntil" if "validUntil" in document else "expirationDate"
    later = {**document, veld: "2099-01-01T00:00:00Z"}
    zonder = {sleutel: waarde for sleutel, waarde in document.items() if sleutel != veld}
    assert [redenen(kijk(d))["handtekening"] for d in (later, zonder)] == ["handtekening_fout"] * 2


def test_w6_3_een_andere_naam_achter_een_eigen_context_wordt_niet_geloofd() -> None:
    """The signed value stays in the graph under another key; the key we read would hold a lie."""
    document = json.loads(vector("ob3-eddsa-rdfc-2022.json"))
    prestatie = document["credentialSubject"]["achievement"]
    prestatie["echt"] = prestatie["name"]
    prestatie["name"] = "Directeur"
    prestatie["@context"] = {"echt": "https://schema.org/name", "name": None}
    assert redenen(kijk(document))["handtekening"] == "vorm_onbekend"
    prestatie["@context"] = "https://ergens.anders.test/context"
    assert redenen(kijk(document))["handtekening"] == "vorm_onbekend"


def test_w6_3_een_veld_zonder_betekenis_is_niet_ondertekend_en_wordt_geweigerd() -> None:
    document = json.loads(vector("ob3-eddsa-rdfc-2022.json"))
    document["credentialSubject"]["verzonnen"] = "telt niet mee in de handtekening"
    assert kijk(document).stand == "onbekend"
    document = json.loads(vector("ob3-eddsa-rdfc-2022.json"))
    document["@context"] = document["@context"][:1]
    assert redenen(kijk(document))["handtekening"] == "vorm_onbekend"


def test_w6_3_een_graaf_die_eindeloos_rekenen_vraagt_stopt_op_tijd() -> None:
    """Every node points at every other: putting them in order takes all their permutations."""
    namen = [f"_:n{nummer}" for nummer in range(10)]
    punten = [
        {"@id": naam, "https://proef.test/kent": [{"@id": ander} for ander in namen if ander != naam]} for naam in namen
    ]
    with pytest.raises(NietTeLezen):
        canoniek({"@context": CONTEXT, "@graph": punten})
    document = json.loads(vector("ob3-eddsa-rdfc-2022.json"))
    document["credentialSubject"]["achievement"]["id"] = "_:n1"
    assert redenen(kijk(document))["handtekening"] == "vorm_onbekend"


def test_w6_3_een_jwt_van_een_ander_dan_de_uitgever_telt_niet() -> None:
    vreemd = ECKey.generate_key("P-256")
    assert redenen(kijk(als_jwt(credential(iss=SCHOOL1), vreemd)))["handtekening"] == "handtekening_fout"
    namens_ander = credential(iss=SCHOOL1, issuer={"id": SCHOOL2, "type": ["Profile"], "name": "ROC Proef"})
    assert redenen(kijk(als_jwt(namens_ander)))["handtekening"] == "handtekening_fout"
    met_eigen_sleutel = als_jwt(credential(iss=SCHOOL1), vreemd, jwk=vreemd.as_dict(private=False))
    assert kijk(met_eigen_sleutel).stand == "fout"
    assert kijk(als_jwt(credential(iss=SCHOOL1))).stand == "goed"


def test_w6_3_een_jwt_zonder_of_met_een_zwakke_handtekening_telt_niet() -> None:
    zonder = jwt.encode(credential(iss=SCHOOL1), None, algorithm="none")
    with pytest.raises(Onleesbaar):
        kijk(zonder.encode())
    gedeeld = jwt.encode(credential(iss=SCHOOL1), "geheim" * 10, algorithm="HS256")
    assert redenen(kijk(gedeeld.encode()))["handtekening"] == "handtekening_fout"


def test_w6_3_alleen_wie_in_de_badge_staat_heeft_hem() -> None:
    ander = kijk(vector("ob3-jwt-es256.txt"), adressen=Adressen(eigen=["noor@proef.test"]))
    assert (ander.stand, redenen(ander)["ontvanger"]) == ("fout", "ontvanger_anders")
    leeg = kijk(vector("ob3-jwt-es256.txt"), adressen=Adressen(eigen=[]))
    assert (leeg.stand, redenen(leeg)["ontvanger"]) == ("onbekend", "ontvanger_zonder_adres")
    school = Adressen(eigen=["noor@proef.test"], ingevuld=[ADRES.upper()])
    assert redenen(kijk(vector("ob2-signed.txt"), adressen=school))["ontvanger"] == "ontvanger_ander_adres"
    zonder = credential(iss=SCHOOL1)
    del zonder["credentialSubject"]["identifier"]
    assert kijk(als_jwt(zonder)).stand == "onbekend"
    zwak = credential(iss=SCHOOL1)
    zwak["credentialSubject"]["identifier"][0]["identityHash"] = "md5$0"
    assert redenen(kijk(als_jwt(zwak)))["ontvanger"] == "ontvanger_niet_te_zien"


@pytest.mark.parametrize(
    ("velden", "reden"),
    [
        ({"validUntil": "2026-11-28T00:00:00Z"}, "verlopen"),
        ({"exp": 1764288000}, "verlopen"),
        ({"validUntil": "2099-01-01T00:00:00Z", "exp": 1764288000}, "verlopen"),
        ({"validFrom": "2026-12-01T00:00:00Z"}, "nog_niet"),
        ({"nbf": 1798761600}, "nog_niet"),
        ({"validUntil": "ooit"}, "datum_fout"),
        ({"validUntil": "2026-12-30T00:00:00Z"}, "geldig_tot"),
        ({}, "geldig_altijd"),
    ],
)
def test_w6_3_geldigheid_telt_op_vandaag_en_de_strengste_datum_wint(velden: dict[str, Any], reden: str) -> None:
    verslag = kijk(als_jwt(credential(iss=SCHOOL1, **velden)))
    assert redenen(verslag)["geldigheid"] == reden
    assert (verslag.stand == "goed") == reden.startswith("geldig")


def test_w6_3_een_gehoste_badge_is_niet_te_bewijzen_en_dat_staat_erbij() -> None:
    verslag = kijk(vector("ob2-hosted.json"))
    assert (verslag.stand, redenen(verslag)["handtekening"]) == ("onbekend", "gehost")
    assert "Die halen wij niet op" in next(c.zin for c in verslag.controles if c.code == "handtekening")
    elders = kijk(vector("ob2-signed-badge-elders.txt"))
    assert (elders.stand, redenen(elders)["uitgever"]) == ("onbekend", "badge_elders")


def test_w6_3_wat_de_uitgever_introk_staat_elders_en_telt_als_niet_bekeken() -> None:
    status = {"id": "https://roc.proef.test/status/3#94", "type": "1EdTechRevocationList"}
    verslag = kijk(als_jwt(credential(iss=SCHOOL1, credentialStatus=status)))
    assert redenen(verslag)["ingetrokken"] == "intrekken_niet_gezien"
    assert verslag.stand == "goed"


def test_een_did_die_een_sleutel_is_bewijst_de_handtekening_maar_niet_wie_het_is() -> None:
    verslag = kijk(vector("ob3-eddsa-jcs-2022.json"), vertrouwd=[])
    assert redenen(verslag)["handtekening"] == "handtekening_goed"
    assert verslag.stand == "onbekend"


def _png(*brokken: tuple[bytes, bytes]) -> bytes:
    return PNG + b"".join(len(d).to_bytes(4) + soort + d + zlib.crc32(soort + d).to_bytes(4) for soort, d in brokken)


@pytest.mark.parametrize(
    ("inhoud", "woord"),
    [
        (b"", "leeg"),
        (b" " * 10, "leeg"),
        (b"x" * (MAX_BYTES + 1), "2 MB"),
        (vector("kaal.png"), "geen badge"),
        (vector("ob3-jwt.png")[:200], "beschadigd"),
        (_png((b"iTXt", b"openbadges\0\1\0\0\0geen-zlib")), "beschadigd"),
        (_png((b"iTXt", b"openbadges\0\0\0\0\0https://roc.proef.test/a/1")), "website"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "geen badge"),
        (b"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg>&a;</svg>", "niet veilig"),
        (b"%PDF-1.7", "geen badge"),
        (b"\xff\xd8\xff\xe0", "geen PNG"),
        (b'{"a": 1, "a": 2}', "beschadigd"),
        (b'{"type": "iets anders"}', "geen badge"),
        (b"[" * 5000, "geen badge"),
        (b'{"a":' * 5000, "beschadigd"),
    ],
)
def test_w6_3_een_bestand_zonder_badge_zegt_wat_er_mis_is(inhoud: bytes, woord: str) -> None:
    with pytest.raises(Onleesbaar, match=woord):
        kijk(inhoud)


def test_een_uitgepakte_png_wordt_niet_groter_dan_nodig() -> None:
    bom = _png((b"iTXt", b"openbadges\0\1\0\0\0" + zlib.compress(b"{" * 30_000_000)))
    with pytest.raises(Onleesbaar, match="te groot"):
        lees(bom)


@pytest.mark.parametrize("tekst", ["", "{}", "hallo", '{"kty": "oct", "k": "AAAA"}', '{"keys": []}'])
def test_wat_geen_openbare_sleutel_is_wordt_geen_sleutel(tekst: str) -> None:
    with pytest.raises(Sleutelfout):
        lees_sleutels(tekst)


def test_meer_dan_een_document_onder_elkaar_geeft_alle_sleutels() -> None:
    alle = sleutels()
    los = [json.dumps(alle[naam]) for naam in ("did_document_p256", "jwks_rs256")]
    assert len(lees_sleutels("\n\n".join(los))) == sum(len(lees_sleutels(tekst)) for tekst in los) == 2
    pem = lees_sleutels(los[0])[0].pem
    assert len(lees_sleutels(f"{pem}\n{pem}")) == 2
    with pytest.raises(Sleutelfout):
        lees_sleutels(f"{los[0]}\nhallo")


def test_een_geheime_sleutel_wordt_niet_bewaard() -> None:
    with pytest.raises(Sleutelfout):
        lees_sleutels(json.dumps(ECKey.generate_key("P-256").as_dict(private=True)))


def test_een_did_met_rommel_is_geen_sleutel() -> None:
    assert uit_did("did:key:z0OIl") is None
    assert uit_did("did:jwk:e30") is None
    assert uit_did("did:web:roc.proef.test") is None
    assert uit_did(f"{sleutels()['ed25519_did']}#x") is not None
