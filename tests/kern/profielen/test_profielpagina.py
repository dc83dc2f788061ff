"""The competence profile: actions, the page in the dossier, and the page without it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests import fabrieken

from werklandschap.competenties.models import Omstandigheid
from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout, VerouderdeVersie
from werklandschap.kern.profielen import actions, queries, vragen
from werklandschap.kern.profielen.models import Bewijs, Certificaat, Kandidaatgegevens, Werkervaring
from werklandschap.kern.tijdlijn.ketens import controleer
from werklandschap.kern.tijdlijn.models import Lezing

pytestmark = pytest.mark.django_db


@pytest.fixture
def dossier() -> Any:
    return fabrieken.Dossierfabriek()


@pytest.fixture
def ingelogd(client: Client, dossier: Any) -> Client:
    client.force_login(dossier.verantwoordelijke)
    return client


def _soorten(dossier: Any) -> list[str]:
    return list(dossier.keten.gebeurtenissen.order_by("id").values_list("soort", flat=True))


def test_het_nieuwste_bewijs_bepaalt_het_niveau(dossier: Any) -> None:
    vandaag = timezone.localdate()
    velden = {
        "werkzoekende": dossier.werkzoekende,
        "competentie": fabrieken.Competentiefabriek(),
        "bewijs": Bewijs.Soort.GEZIEN,
        "door": dossier.verantwoordelijke,
    }
    actions.leg_competentie_vast(niveau=4, datum=vandaag, **velden)
    regel = actions.leg_competentie_vast(niveau=1, datum=vandaag - timedelta(days=400), **velden)
    assert regel.niveau == 4
    assert actions.leg_competentie_vast(niveau=0, datum=vandaag, **velden).niveau == 0
    assert regel.bewijzen.count() == 3
    assert _soorten(dossier) == ["competentie.vastgelegd"] * 3
    assert controleer(dossier.keten) == []


def test_verwijderen_is_iets_anders_dan_niveau_nul(dossier: Any) -> None:
    regel = fabrieken.Competentieregelfabriek(werkzoekende=dossier.werkzoekende)
    velden = {"werkzoekende": dossier.werkzoekende, "competentie": regel.competentie}
    actions.verwijder_competentie(door=dossier.verantwoordelijke, **velden)
    actions.verwijder_competentie(door=dossier.verantwoordelijke, **velden)
    assert not dossier.werkzoekende.competenties.exists()
    assert _soorten(dossier) == ["competentie.verwijderd"]


def test_een_vreemde_en_een_accountmanager_leggen_niets_vast(dossier: Any) -> None:
    elders = fabrieken.Gebruikerfabriek(gemeente=fabrieken.Gemeentefabriek(code="9002"))
    accountmanager = fabrieken.Gebruikerfabriek(rol="accountmanager")
    for wie in (elders, accountmanager):
        with pytest.raises(GeenRecht):
            actions.leg_taal_vast(werkzoekende=dossier.werkzoekende, taal="nld", niveau=3, door=wie)


@pytest.mark.parametrize(
    "velden",
    [
        {"code": "bestaat-niet"},
        {"code": "bhv", "geldig_tot": timezone.localdate() - timedelta(9), "behaald_op": timezone.localdate()},
        {"code": "bhv", "heeft": False, "gezien": True},
    ],
)
def test_een_certificaat_dat_niet_kan_wordt_geweigerd(dossier: Any, velden: dict[str, Any]) -> None:
    with pytest.raises(Invoerfout):
        actions.leg_certificaat_vast(werkzoekende=dossier.werkzoekende, door=dossier.verantwoordelijke, **velden)
    assert not Certificaat.objects.exists()


@pytest.mark.parametrize(("dagen", "soort"), [(-1, "fout"), (30, "fout"), (31, "let_op"), (90, "let_op"), (91, "goed")])
def test_w6_2_certificaten_waarschuwen_90_en_30_dagen_voor_het_einde(dossier: Any, dagen: int, soort: str) -> None:
    vandaag = timezone.localdate()
    certificaat = Certificaat(code="bhv", geldig_tot=vandaag + timedelta(days=dagen))
    assert queries.certificaatregel(certificaat, vandaag).soort == soort


def test_gegevens_met_een_oude_versie_geven_een_conflict(dossier: Any) -> None:
    velden = {"werkzoekende": dossier.werkzoekende, "door": dossier.verantwoordelijke}
    actions.wijzig_kandidaatgegevens(versie=0, uren_min=8, uren_max=24, **velden)
    with pytest.raises(VerouderdeVersie):
        actions.wijzig_kandidaatgegevens(versie=0, reis_km=10, **velden)
    with pytest.raises(Invoerfout) as fout:
        actions.wijzig_kandidaatgegevens(uren_min=30, **velden)
    assert "uren_max" in fout.value.fouten
    assert Kandidaatgegevens.objects.get().uren_min == 8


def test_onbekende_omstandigheden_worden_geweigerd(dossier: Any) -> None:
    with pytest.raises(Invoerfout):
        actions.wijzig_kandidaatgegevens(
            werkzoekende=dossier.werkzoekende, door=dossier.verantwoordelijke, grenzen={"bestaat-niet": 2}
        )
    assert not Kandidaatgegevens.objects.exists()


@pytest.mark.parametrize(
    ("code", "antwoord", "veld", "waarde"),
    [
        ("uren", {"uren_min": 8, "uren_max": 16}, "uren_max", 16),
        ("dagdelen", {"dagdelen": [0, 4]}, "dagdelen", 17),
        ("omstandigheid:tillen", {"grens": 0}, "grenzen", {"tillen": 0}),
    ],
)
def test_het_antwoord_op_de_vraag_komt_in_het_profiel(
    ingelogd: Client, dossier: Any, code: str, antwoord: dict[str, Any], veld: str, waarde: Any
) -> None:
    Omstandigheid.objects.get_or_create(code="tillen", defaults={"naam": "Tillen", "soort": "fysiek"})
    ingelogd.post(reverse("profielen:vraag", args=[dossier.pk]), {"vraag": code, **antwoord})
    assert getattr(Kandidaatgegevens.objects.get(), veld) == waarde


def test_een_fout_antwoord_blijft_staan(ingelogd: Client, dossier: Any) -> None:
    adres = reverse("profielen:vraag", args=[dossier.pk])
    antwoord = ingelogd.post(adres, {"vraag": "uren", "uren_min": "40", "uren_max": "8"})
    assert antwoord.status_code == 422
    assert 'value="40"' in antwoord.content.decode()


def test_elke_vraag_heeft_een_formulier_of_een_pagina() -> None:
    for code in ("uren", "beschikbaar_vanaf", "reis_km", "dagdelen", "taal:nld", "certificaat:bhv", "omstandigheid:x"):
        assert vragen.formulier_bij(code) is not None
    assert vragen.formulier_bij("onzin") is None
    assert set(vragen.ELDERS) == {"competenties", "woonplek"}


def test_uit_verteld_werk_komen_competenties_met_hun_fragment(ingelogd: Client, dossier: Any) -> None:
    fabrieken.Competentiefabriek(code="orders-verzamelen", label="orders verzamelen")
    werk = {"functie": "Magazijnmedewerker", "omschrijving": "Ik deed jaren orderpicken en heb een VCA."}
    adres = reverse("profielen:werkervaring", args=[dossier.pk])
    voorstel = ingelogd.post(adres, werk)
    assert voorstel.status_code == 200
    assert "orderpicken" in voorstel.content.decode()
    assert not Werkervaring.objects.exists()
    antwoord = ingelogd.post(
        adres, {**werk, "bewaar": "1", "competentie-orders-verzamelen": "4", "certificaat-vca-basis": "1"}
    )
    assert antwoord.status_code == 302
    regel = dossier.werkzoekende.competenties.get()
    assert (regel.competentie.code, regel.niveau) == ("orders-verzamelen", 4)
    assert "orderpicken" in regel.bewijzen.get().toelichting
    assert dossier.werkzoekende.certificaten.get().code == "vca-basis"


def test_formulieren_bewaren_en_houden_fouten_vast(ingelogd: Client, dossier: Any) -> None:
    adres = reverse("profielen:beschikbaarheid", args=[dossier.pk])
    velden = {"wil_bemiddeld": "on", "uren_min": "8", "uren_max": "24", "reis_km": "15", "d0": "on", "d4": "on"}
    assert ingelogd.post(adres, {**velden, "versie": "0"}).status_code == 302
    assert Kandidaatgegevens.objects.get().dagdelen == 0b10001
    fout = ingelogd.post(adres, {**velden, "uren_min": "30", "versie": "2"})
    assert fout.status_code == 422
    assert 'value="30"' in fout.content.decode()
    pagina = reverse("profielen:omstandigheden", args=[dossier.pk])
    Omstandigheid.objects.get_or_create(code="tillen", defaults={"naam": "Tillen", "soort": "fysiek"})
    versie = Kandidaatgegevens.objects.get().versie
    assert ingelogd.post(pagina, {"versie": versie, "g_tillen": "1", "v_tillen": "-2"}).status_code == 302
    gegevens = Kandidaatgegevens.objects.get()
    assert (gegevens.grenzen, gegevens.voorkeuren) == ({"tillen": 1}, {"tillen": -2})


@pytest.mark.parametrize(
    "naam",
    ["profiel", "werkervaring", "competentie", "certificaat", "taal", "opleiding", "beschikbaarheid", "omstandigheden"],
)
def test_alle_paginas_openen_en_schrijven_de_lezing_op(ingelogd: Client, dossier: Any, naam: str) -> None:
    assert ingelogd.get(reverse(f"profielen:{naam}", args=[dossier.pk])).status_code == 200
    assert Lezing.objects.filter(keten=dossier.keten, onderdeel="profiel").count() == 1


def test_een_competentie_zoeken_en_toevoegen(ingelogd: Client, dossier: Any) -> None:
    competentie = fabrieken.Competentiefabriek(label="stenen stapelen")
    adres = reverse("profielen:competentie", args=[dossier.pk])
    assert "stenen stapelen" in ingelogd.get(adres, {"zoek": "stapel"}).content.decode()
    velden = {"zoek": "stapel", "competentie": competentie.code, "niveau": "2", "bewijs": "gezien"}
    ingelogd.post(adres, {**velden, "datum": timezone.localdate().isoformat()})
    assert dossier.werkzoekende.competenties.get().niveau == 2


def test_x2_een_accountmanager_ziet_het_profiel_maar_niets_uit_het_dossier(client: Client, dossier: Any) -> None:
    persoon = dossier.werkzoekende
    dossier.hulpvraag = "GEHEIME HULPVRAAG"
    dossier.save()
    actions.leg_competentie_vast(
        werkzoekende=persoon,
        competentie=fabrieken.Competentiefabriek(label="stenen stapelen"),
        niveau=3,
        bewijs=Bewijs.Soort.GEZIEN,
        toelichting="GEHEIME TOELICHTING",
        door=dossier.verantwoordelijke,
    )
    Werkervaring.objects.create(werkzoekende=persoon, functie="GEHEIM WERK")
    Omstandigheid.objects.get_or_create(code="tillen", defaults={"naam": "Zwaar tillen", "soort": "fysiek"})
    fabrieken.Kandidaatgegevensfabriek(werkzoekende=persoon, grenzen={"tillen": 0}, uren_min=8, uren_max=20)
    client.force_login(fabrieken.Gebruikerfabriek(rol="accountmanager"))
    tekst = client.get(reverse("profielen:kandidaat", args=[persoon.pk])).content.decode()
    assert persoon.naam in tekst
    assert "stenen stapelen" in tekst
    for geheim in ("GEHEIM", "tillen", persoon.telefoon, persoon.postcode, str(dossier.verantwoordelijke)):
        assert geheim not in tekst
    assert Lezing.objects.get(keten=dossier.keten).onderdeel == "kandidaat"
    assert client.get(reverse("profielen:profiel", args=[dossier.pk])).status_code == 404


@pytest.mark.parametrize(("rol", "gemeente"), [("accountmanager", "9002"), ("manager", "9001"), ("beheerder", "9001")])
def test_een_vreemde_of_een_andere_rol_ziet_de_kandidaat_niet(
    client: Client, dossier: Any, rol: str, gemeente: str
) -> None:
    client.force_login(fabrieken.Gebruikerfabriek(rol=rol, gemeente=fabrieken.Gemeentefabriek(code=gemeente)))
    assert client.get(reverse("profielen:kandidaat", args=[dossier.werkzoekende_id])).status_code == 404


def test_de_profielpagina_kost_altijd_evenveel_queries(
    ingelogd: Client, dossier: Any, zelfde_aantal_queries: Callable[..., None]
) -> None:
    def maak(aantal: int) -> None:
        for regel in fabrieken.Competentieregelfabriek.create_batch(aantal, werkzoekende=dossier.werkzoekende):
            Bewijs.objects.create(regel=regel, soort="gezien", niveau=3, datum=timezone.localdate())
            fabrieken.Eisfabriek(competentie=regel.competentie)

    zelfde_aantal_queries(ingelogd, reverse("profielen:profiel", args=[dossier.pk]), maak)
