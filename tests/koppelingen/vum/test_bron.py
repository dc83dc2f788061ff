"""Answering other parties: off by default, only who said yes, never a name, and held to the contract of the pilot."""

from __future__ import annotations

import json
from copy import deepcopy
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import time_machine
import yaml
from django.core.checks import run_checks
from django.test import Client
from django.utils import timezone
from jsonschema import Draft7Validator
from tests.fabrieken import (
    Gemeentefabriek,
    Vestigingfabriek,
    Werkprofielfabriek,
)
from tests.koppelingen.vum.hulp import ANDER, GEBIED, GEHEIM, ONS, PARTIJ, PROFIELEN, VACATURES, VREEMD, maak_mens

from werklandschap.kern.dossiers.forms import toestemmingsoorten
from werklandschap.kern.dossiers.models import Dossier, Postcodegebied, Toestemming
from werklandschap.kern.dossiers.toestemming import trek_toestemming_in
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.profielen.models import (
    Certificaateis,
    Taaleis,
    Werkprofiel,
)
from werklandschap.kern.tijdlijn.models import Lezing
from werklandschap.koppelingen.bestanden.vum import persoon as lees_persoon
from werklandschap.koppelingen.bestanden.vum import werkprofiel as lees_vacature
from werklandschap.koppelingen.vum.bron import ruim_verwijzingen_op
from werklandschap.koppelingen.vum.models import Vumverwijzing

pytestmark = pytest.mark.django_db
# Everything of the person that could say who it is.
VERRADERS = (
    *("Noor", "Geheim", "noor@", "0612345678", "Dorpsstraat", "1990", "1234AB", "999990019", "Bakkerij", "suiker"),
)


@pytest.fixture
def aan(settings: Any) -> None:
    settings.VUM = {
        "aan": True,
        "adres": "",
        "certificaat": "",
        "sleutel": "",
        "oin": [f"9001:{ONS}", f"9009:{VREEMD}"],
        "partijen": [PARTIJ, ANDER],
        "geheim": GEHEIM,
    }


@pytest.fixture
def gemeente() -> Gemeente:
    rij: Gemeente = Gemeentefabriek(code="9001", naam="Voorbeeld", email="werk@voorbeeld.test")
    return rij


def kop(partij: str = PARTIJ, **anders: str) -> dict[str, str]:
    return {"X-VUM-Poort": GEHEIM, "X-VUM-fromParty": partij, "X-VUM-toParty": ONS, **anders}


def vraag(pad: str = PROFIELEN, partij: str = PARTIJ, inhoud: Any = None, **koppen: str) -> Any:
    tekst = json.dumps({"selectiegebied": GEBIED} if inhoud is None else inhoud)
    return Client().post(f"{pad}/matches", tekst, content_type="application/json", headers=kop(partij, **koppen))


def detail(vum_id: str, partij: str = PARTIJ, pad: str = PROFIELEN) -> Any:
    return Client().get(f"{pad}/{vum_id}", headers=kop(partij))


def keurder(gedeeld: Path, bestand: str, soort: str) -> Draft7Validator:
    """The schema of the pilot. Subtype and base name each other there: that ring is cut.

    The pattern of the postcode ends in `$/i`, which nothing can match, and is left out.
    """
    schemas = deepcopy(yaml.safe_load((gedeeld / "vum" / bestand).read_text(encoding="utf-8"))["components"]["schemas"])
    for naam, schema in schemas.items():
        for deel in schema.get("allOf", []):
            basis = deel.get("$ref", "").rsplit("/", 1)[-1]
            if {"$ref": f"#/components/schemas/{naam}"} in schemas.get(basis, {}).get("oneOf", []):
                del deel["$ref"]
    for schema in schemas.values():
        if "oneOf" in schema:
            schema["anyOf"] = schema.pop("oneOf")
        schema.get("properties", {}).get("bemiddelingspostcode", {}).pop("pattern", None)
    return Draft7Validator(
        {"components": {"schemas": schemas}, "type": "array", "items": {"$ref": f"#/components/schemas/{soort}"}}
    )


def test_uit_is_uit(gemeente: Gemeente) -> None:
    maak_mens(gemeente)
    for pad in (f"{PROFIELEN}/matches", f"{VACATURES}/matches"):
        assert Client().post(pad, "{}", content_type="application/json", headers=kop()).status_code == 404
    assert Client().get(f"{PROFIELEN}/{uuid4()}", headers=kop()).status_code == 404
    assert "vum" not in dict(toestemmingsoorten())


def test_een_profiel_zonder_naam_zoals_het_contract_het_wil(aan: None, gemeente: Gemeente, gedeeld: Path) -> None:
    dossier = maak_mens(gemeente)
    antwoord = vraag()
    assert antwoord.status_code == 200
    assert antwoord["API-Version"]
    (bericht,) = antwoord.json()
    fouten = keurder(gedeeld, "UM-Gemeente-WerkzoekendenProfielen-0.8.7.yaml", "Werkzoekende").iter_errors([bericht])
    assert [fout.message for fout in fouten] == []
    rij, _onbekend = lees_persoon(bericht)
    assert (rij.uren_min, rij.uren_max, rij.reis_km) == (16, 24, 15)
    assert len(rij.certificaten) == 2
    assert "rijbewijs:BE" in rij.certificaten
    assert rij.competenties == {"24105": 4}
    assert rij.competentieteksten == ("Vegen",)
    assert rij.talen == {"nld": 4}
    assert [w.functie for w in rij.werkervaring] == ["Bakker"]
    assert str(dossier.werkzoekende_id) not in antwoord.content.decode()


@pytest.mark.parametrize("in_detail", [False, True])
def test_niets_zegt_wie_het_is(aan: None, gemeente: Gemeente, in_detail: bool) -> None:
    maak_mens(gemeente)
    (bericht,) = vraag().json()
    if in_detail:
        bericht = detail(bericht["vumID"]).json()
    tekst = json.dumps(bericht)
    assert [woord for woord in VERRADERS if woord.lower() in tekst.lower()] == []
    assert set(bericht) <= {
        *("vumID", "idWerkzoekende", "indicatieBeschikbaarheidContactgegevens", "mobiliteit", "flexibiliteit"),
        *("werktijden", "arbeidsmarktkwalificatie", "contactpersoon"),
    }


def _zonder_ja(dossier: Dossier) -> None:
    dossier.toestemmingen.all().delete()


def _zei_nee(dossier: Dossier) -> None:
    dossier.toestemmingen.update(antwoord=False)


def _andere_soort(dossier: Dossier) -> None:
    dossier.toestemmingen.update(soort=Toestemming.Soort.VOORDRACHT)


def _verlopen(dossier: Dossier) -> None:
    dossier.toestemmingen.update(tot=timezone.localdate() - timedelta(days=1))


def _ingetrokken(dossier: Dossier) -> None:
    trek_toestemming_in(toestemming=dossier.toestemmingen.get(), door=dossier.verantwoordelijke)  # type: ignore[arg-type]


def _gesloten(dossier: Dossier) -> None:
    Dossier.objects.filter(pk=dossier.pk).update(status=Dossier.Status.GESLOTEN)


def _zoekt_niet(dossier: Dossier) -> None:
    gegevens = dossier.werkzoekende.kandidaatgegevens  # type: ignore[attr-defined]
    gegevens.wil_bemiddeld = False
    gegevens.save()


def _niet_vindbaar(dossier: Dossier) -> None:
    dossier.werkzoekende.competenties.all().delete()  # type: ignore[attr-defined]


STOPPERS = [_zonder_ja, _zei_nee, _andere_soort, _verlopen, _ingetrokken, _gesloten, _zoekt_niet, _niet_vindbaar]


@pytest.mark.parametrize("stop", STOPPERS)
def test_alleen_wie_ja_zei_en_vindbaar_is_ook_in_detail(aan: None, gemeente: Gemeente, stop: Any) -> None:
    dossier = maak_mens(gemeente)
    (bericht,) = vraag().json()
    stop(dossier)
    assert vraag().json() == []
    antwoord = detail(bericht["vumID"])
    assert antwoord.status_code == 404
    assert antwoord.json()["code"] == "404.01"


def test_een_nummer_is_van_een_partij_een_gemeente_en_een_dag(aan: None, gemeente: Gemeente) -> None:
    maak_mens(gemeente)
    maak_mens(Gemeentefabriek(code="9009", naam="Ver Weg"), email="ander@geheim.test", bsn="")
    (een,) = vraag().json()
    (ander,) = vraag(partij=ANDER).json()
    (weer,) = vraag().json()
    assert len({een["vumID"], ander["vumID"], weer["vumID"]}) == 3
    assert detail(een["vumID"]).status_code == 200
    assert detail(een["vumID"], partij=ANDER).status_code == 404
    (elders,) = vraag(**{"X-VUM-toParty": VREEMD}).json()
    assert detail(elders["vumID"]).status_code == 404
    Vumverwijzing.objects.update(op=timezone.now() - timedelta(days=2))
    assert detail(een["vumID"]).status_code == 404


def test_elk_detail_staat_in_het_leeslog_en_meer_dan_tien_gaat_niet(aan: None, gemeente: Gemeente) -> None:
    dossiers = {maak_mens(gemeente, bsn=None, email=f"noor@{nummer}.test").keten_id for nummer in range(11)}
    nummers = [bericht["vumID"] for bericht in vraag().json()]
    assert len(nummers) == 11
    statussen = [detail(nummer).status_code for nummer in nummers]
    assert statussen == [200] * 10 + [429]
    assert detail(nummers[0]).status_code == 200
    gelezen = Lezing.objects.filter(onderdeel="vum")
    assert gelezen.count() == 11
    assert set(gelezen.values_list("keten", flat=True)) < dossiers
    assert all(lezing.reden.startswith(PARTIJ) for lezing in gelezen)
    contact = detail(nummers[0]).json()["contactpersoon"]
    assert contact == [{"naamContactpersoonAfdeling": "Voorbeeld", "emailadres": "werk@voorbeeld.test"}]


@pytest.mark.parametrize(
    ("koppen", "status", "code"),
    [
        ({"X-VUM-Poort": "fout"}, 401, "401.01"),
        ({"X-VUM-Poort": ""}, 401, "401.01"),
        ({"X-VUM-fromParty": VREEMD}, 403, "403.01"),
        ({"X-VUM-fromParty": "é"}, 403, "403.01"),
        ({"X-VUM-toParty": PARTIJ}, 403, "403.02"),
    ],
)
def test_zonder_poort_of_afspraak_komt_niemand_binnen(
    aan: None, gemeente: Gemeente, koppen: dict[str, str], status: int, code: str
) -> None:
    maak_mens(gemeente)
    antwoord = vraag(**koppen)
    assert (antwoord.status_code, antwoord.json()["code"]) == (status, code)
    assert not Vumverwijzing.objects.exists()


def test_zonder_geheim_gaat_de_poort_niet_open(aan: None, gemeente: Gemeente, settings: Any) -> None:
    settings.VUM = settings.VUM | {"geheim": ""}
    assert vraag(**{"X-VUM-Poort": ""}).status_code == 401
    assert {fout.id for fout in run_checks(tags=["security"])} >= {"vum.E002"}


@pytest.mark.parametrize(
    ("inhoud", "code"),
    [
        ([], "400.02"),
        ({}, "400.02"),
        ({"selectiegebied": {"postcode": "kort", "afstand": 5}}, "400.02"),
        ({"selectiegebied": {"postcode": "1234AB", "afstand": "ver"}}, "400.02"),
        ({"selectiegebied": {"postcode": "1234AB", "afstand": 9999}}, "400.02"),
        ({"selectiegebied": GEBIED, "a": {"b": {"c": {"d": {"e": {"f": {"g": {"h": 1}}}}}}}}, "400.02"),
        ({"selectiegebied": GEBIED} | {f"veld{nummer}": nummer for nummer in range(60)}, "400.02"),
    ],
)
def test_een_vraag_die_niet_kan_krijgt_uitleg(aan: None, gemeente: Gemeente, inhoud: Any, code: str) -> None:
    antwoord = vraag(inhoud=inhoud)
    assert (antwoord.status_code, antwoord.json()["code"]) == (400, code)
    assert antwoord.json()["message"]


@pytest.mark.parametrize("tekst", ["geen json", "[" * 100_000, ""])
def test_wat_geen_json_is_krijgt_400(aan: None, gemeente: Gemeente, tekst: str) -> None:
    antwoord = Client().post(f"{PROFIELEN}/matches", tekst, content_type="application/json", headers=kop())
    assert (antwoord.status_code, antwoord.json()["code"]) == (400, "400.01")


UREN, RIJBEWIJS = "werktijden", "arbeidsmarktkwalificatie"


@pytest.mark.parametrize(
    ("criteria", "aantal"),
    [
        ({UREN: {"aantalWerkurenPerWeekMaximaal": {"$gte": 24}}}, 1),
        ({UREN: {"aantalWerkurenPerWeekMaximaal": {"$gt": 24}}}, 0),
        ({"werktijden.aantalWerkurenPerWeekMinimaal": {"$lte": 16, "$gte": 16}}, 1),
        ({"werktijden.aantalWerkurenPerWeekMinimaal": 17}, 0),
        ({RIJBEWIJS: {"rijbewijs": {"codeSoortRijbewijs": {"$in": ["B", "BE"]}}}}, 1),
        ({RIJBEWIJS: {"rijbewijs": {"codeSoortRijbewijs": {"$eq": "C"}}}}, 0),
        ({"onbekend": {"veld": 3}}, 1),
        ({UREN: {"aantalWerkurenPerWeekMaximaal": {"$raar": 3}}}, 1),
        ({UREN: {"aantalWerkurenPerWeekMaximaal": {"$gt": "veel"}}}, 0),
        ({"$where": "alles"}, 1),
    ],
)
def test_voorwaarden(aan: None, gemeente: Gemeente, criteria: dict[str, Any], aantal: int) -> None:
    maak_mens(gemeente)
    assert len(vraag(inhoud={"selectiegebied": GEBIED, **criteria}).json()) == aantal


def test_buiten_het_gebied_of_op_een_onbekende_plek_is_niemand(aan: None, gemeente: Gemeente) -> None:
    maak_mens(gemeente, lat=53.2, lon=6.5)
    assert vraag().json() == []
    assert vraag(inhoud={"selectiegebied": {"postcode": "9999ZZ", "afstand": 500}}).json() == []
    assert len(vraag(inhoud={"selectiegebied": {"postcode": "1234AB", "afstand": 300}}).json()) == 1


@time_machine.travel(timezone.now(), tick=False)
def test_te_vaak_vragen(aan: None, gemeente: Gemeente) -> None:
    assert [vraag().status_code for _keer in range(32)][-1] == 429
    assert vraag(partij=ANDER).status_code == 200


@time_machine.travel(timezone.now(), tick=False)
def test_hooguit_honderd_en_elke_keer_evenveel_queries(
    aan: None, gemeente: Gemeente, django_assert_max_num_queries: Any
) -> None:
    def maak(aantal: int) -> None:
        for _keer in range(aantal):
            maak_mens(gemeente, bsn=None)

    maak(2)
    vraag()  # the count of questions in this minute gets its row
    with django_assert_max_num_queries(40) as weinig:
        assert len(vraag().json()) == 2
    maak(103)
    with django_assert_max_num_queries(40) as veel:
        assert len(vraag().json()) == 100
    assert len(veel) == len(weinig)


def test_oude_nummers_worden_opgeruimd(aan: None, gemeente: Gemeente) -> None:
    maak_mens(gemeente)
    vraag()
    vraag()
    Vumverwijzing.objects.filter(pk=Vumverwijzing.objects.values("pk")[:1]).update(
        op=timezone.now() - timedelta(days=91)
    )
    assert ruim_verwijzingen_op() == "1 antwoorden aan VUM opgeruimd"
    assert Vumverwijzing.objects.count() == 1


@pytest.fixture
def werkprofiel(gemeente: Gemeente) -> Werkprofiel:
    Postcodegebied.objects.get_or_create(pc4="1234", defaults={"lat": 52.1, "lon": 5.1})
    rij: Werkprofiel = Werkprofielfabriek(
        titel="Heftruckchauffeur",
        gemeente=gemeente,
        omschrijving="x" * 3000,
        uren_min=24,
        uren_max=36,
        status=Werkprofiel.Status.OPEN,
        opengesteld_op=timezone.localdate(),
        vestiging=Vestigingfabriek(lat=52.1, lon=5.1),
    )
    for code in ("rijbewijs:BE", "vca-basis"):
        Certificaateis.objects.create(werkprofiel=rij, code=code)
    Taaleis.objects.create(werkprofiel=rij, taal="nld", minimum=3)
    return rij


def test_een_vacature_zoals_het_contract_haar_wil(aan: None, werkprofiel: Werkprofiel, gedeeld: Path) -> None:
    (bericht,) = vraag(VACATURES).json()
    fouten = keurder(gedeeld, "UM-Gemeente-Vacatures-0.8.2.yaml", "Vacature").iter_errors([bericht])
    assert [fout.message for fout in fouten] == []
    rij, _onbekend = lees_vacature(bericht)
    assert (rij.titel, rij.start, rij.uren_min, rij.uren_max) == ("Heftruckchauffeur", werkprofiel.start, 24, 36)
    assert "contactpersoon" not in json.dumps(bericht)
    assert detail(bericht["vumID"], pad=VACATURES).json() == bericht


@pytest.mark.parametrize(
    "anders",
    [
        {"status": Werkprofiel.Status.CONCEPT},
        {"opengesteld_op": None},
        {"opengesteld_op": timezone.localdate() + timedelta(days=3)},
        {"einde": timezone.localdate() - timedelta(days=1), "start": timezone.localdate() - timedelta(days=9)},
        {"herkomst": "vum"},
        {"open_voor": Werkprofiel.Openvoor.GEMEENTE},
        {"open_voor": Werkprofiel.Openvoor.COLLEGAS},
    ],
)
def test_alleen_vacatures_die_open_staan(aan: None, werkprofiel: Werkprofiel, anders: dict[str, Any]) -> None:
    Werkprofiel.objects.filter(pk=werkprofiel.pk).update(**anders)
    assert vraag(VACATURES).json() == []
    assert detail(str(werkprofiel.uuid), pad=VACATURES).status_code == 404
