"""The employer's own pages: candidates in competences, and nothing an employer may not know."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.urls import reverse
from django.utils import timezone
from tests.fabrieken import (
    Certificaatfabriek,
    Competentieregelfabriek,
    Toestemmingfabriek,
    Voordrachtfabriek,
    Waarnemingfabriek,
    Werkprofielfabriek,
)
from tests.portaal.hulp import ingelogd
from tests.samen.bemiddeling.hulp import TEKST, gevraagd, toegestemd, voorgedragen, voorgeselecteerd, werkgever_van

from werklandschap.kern.dossiers.models import Doelgroepperiode
from werklandschap.kern.tijdlijn.models import Lezing
from werklandschap.regelingen.bsn import maak_test_bsn
from werklandschap.samen.bemiddeling import actions
from werklandschap.samen.bemiddeling.models import Voordracht

pytestmark = pytest.mark.django_db


def url_van(rij: Voordracht) -> str:
    return reverse("portaal:kandidaat", args=[rij.pk])


def test_de_werkgever_ziet_wie_is_voorgesteld_met_wat_die_kan() -> None:
    rij = voorgedragen()
    kan = Competentieregelfabriek(werkzoekende=rij.dossier.werkzoekende, niveau=4)
    client = ingelogd(werkgever_van(rij))
    assert rij.dossier.werkzoekende.naam in client.get("/bedrijf/").content.decode()
    pagina = client.get(url_van(rij)).content.decode()
    assert TEKST in pagina
    assert kan.competentie.label in pagina


@pytest.mark.parametrize("maak", [voorgeselecteerd, gevraagd, toegestemd])
def test_g7_5_voor_het_ja_en_de_voordracht_staat_er_geen_naam(maak: Callable[[], Voordracht]) -> None:
    rij = maak()
    client = ingelogd(werkgever_van(rij))
    pagina = client.get("/bedrijf/").content.decode()
    assert rij.dossier.werkzoekende.achternaam not in pagina
    assert client.get(url_van(rij)).status_code == 404
    assert client.get(reverse("samen_bemiddeling:introductie_pdf", args=[rij.pk])).status_code == 404


def test_een_ander_bedrijf_ziet_deze_kandidaat_niet() -> None:
    rij, ander = voorgedragen(), voorgedragen()
    client = ingelogd(werkgever_van(ander))
    assert rij.dossier.werkzoekende.achternaam not in client.get("/bedrijf/").content.decode()
    assert client.get(url_van(rij)).status_code == 404


def test_wie_niet_meer_bij_het_bedrijf_werkt_ziet_niets() -> None:
    rij = voorgedragen()
    account = werkgever_van(rij)
    account.contactpersoon.actief = False
    account.contactpersoon.save()
    client = ingelogd(account)
    assert client.get(url_van(rij)).status_code == 404
    assert rij.werkprofiel.werkgever.naam not in client.get("/bedrijf/").content.decode()


def test_na_intrekken_is_de_kandidaat_overal_weg() -> None:
    rij = voorgedragen()
    client = ingelogd(werkgever_van(rij))
    actions.leg_antwoord_vast(voordracht=rij, antwoord=False, hoe="telefoon", door=rij.door)
    pagina = client.get("/bedrijf/").content.decode()
    assert rij.dossier.werkzoekende.achternaam not in pagina
    assert rij.dossier.werkzoekende.voornaam not in pagina
    assert client.get(url_van(rij)).status_code == 404


def test_er_lekt_niets_over_gezondheid_schulden_uitkering_bsn_adres_of_leeftijd() -> None:
    rij = voorgedragen()
    mens, dossier = rij.dossier.werkzoekende, rij.dossier
    mens.bsn, mens.straat, mens.huisnummer, mens.email = maak_test_bsn(5), "Geheimstraat", "9", "geheim@thuis.test"
    mens.postcode, mens.plaats, mens.telefoon = "9876 ZX", "Geheimdorp", "0611122233"
    mens.save()
    dossier.hulpvraag, dossier.inkomensaanvraag = "Mijn schulden en mijn depressie", "AANVRAAG-77"
    dossier.save()
    Doelgroepperiode.objects.create(dossier=dossier, code="participatiewet", van=timezone.localdate())
    Waarnemingfabriek(dossier=dossier, aspect="zrm_financien", waarde=1, toelichting="Deurwaarder aan de deur")
    Waarnemingfabriek(dossier=dossier, aspect="zrm_geestelijke_gezondheid", waarde=1, toelichting="Paniekaanvallen")
    Toestemmingfabriek(dossier=dossier, soort="delen_partner", voor_wie="Schuldhulp De Brug")
    rij.ontmoetingen.create(
        soort="verkennend", wanneer=timezone.now(), verslag="Vertelde over zijn medicijnen", waar="Kantine"
    )
    client = ingelogd(werkgever_van(rij))
    bladen = client.get("/bedrijf/").content.decode() + client.get(url_van(rij)).content.decode()
    assert "Kantine" in bladen
    verboden = (
        mens.bsn,
        "Geheimstraat",
        "geheim@",
        "9876",
        "Geheimdorp",
        "0611122233",
        "depressie",
        "AANVRAAG-77",
        "participatie",
        "Deurwaarder",
        "Paniek",
        "De Brug",
        "medicijnen",
        mens.geboortedatum.isoformat(),
        str(mens.geboortedatum.year),
    )
    assert [woord for woord in verboden if woord.lower() in bladen.lower()] == []


def test_een_verlopen_certificaat_gaat_niet_mee() -> None:
    rij = voorgedragen()
    mens = rij.dossier.werkzoekende
    Certificaatfabriek(werkzoekende=mens, code="heftruck")
    Certificaatfabriek(werkzoekende=mens, code="bhv", geldig_tot=timezone.localdate().replace(year=2020))
    Certificaatfabriek(werkzoekende=mens, code="vog", heeft=False)
    pagina = ingelogd(werkgever_van(rij)).get(url_van(rij)).content.decode()
    assert "heftruckcertificaat" in pagina
    assert "BHV" not in pagina
    assert "VOG" not in pagina


def test_g8_4_de_werkgever_kiest_zelf_en_de_gemeente_krijgt_de_taak() -> None:
    rij = voorgedragen()
    client = ingelogd(werkgever_van(rij))
    velden = {"besluit": "nee", "reden": "ervaring_mist", "toelichting": "", "versie": rij.versie}
    fout = client.post(url_van(rij), {**velden, "reden": "motivatie"})
    assert fout.status_code == 422
    assert client.post(url_van(rij), velden).status_code == 422
    goed = {**velden, "toelichting": "Nog te weinig ervaring met de oven."}
    assert client.post(url_van(rij), goed).headers["Location"] == "/bedrijf/"
    rij.refresh_from_db()
    assert (rij.status, rij.besluit_toelichting) == ("afgewezen", "Nog te weinig ervaring met de oven.")
    assert client.get(url_van(rij)).status_code == 404


def test_wat_de_werkgever_typte_blijft_staan_als_er_iets_niet_klopt() -> None:
    rij = voorgedragen()
    velden = {"besluit": "ja", "reden": "", "toelichting": "Een heel lang verhaal", "versie": rij.versie}
    antwoord = ingelogd(werkgever_van(rij)).post(url_van(rij), velden)
    assert antwoord.status_code == 422
    assert "Een heel lang verhaal" in antwoord.content.decode()


def test_wie_een_kandidaat_bekijkt_staat_in_het_leeslog() -> None:
    rij = voorgedragen()
    account = werkgever_van(rij)
    ingelogd(account).get(url_van(rij))
    assert list(Lezing.objects.values_list("keten", "door")) == [(rij.dossier.keten_id, account.pk)]


def test_het_overzicht_kost_evenveel_queries_bij_1_3_en_100(zelfde_aantal_queries: Callable[..., None]) -> None:
    rij = voorgedragen()

    def maak(aantal: int) -> None:
        for _ in range(aantal):
            profiel = Werkprofielfabriek(werkgever=rij.werkprofiel.werkgever)
            nieuw = Voordrachtfabriek(werkprofiel=profiel, status="voorgedragen")
            nieuw.toestemming = Toestemmingfabriek(dossier=nieuw.dossier)
            nieuw.save()

    zelfde_aantal_queries(ingelogd(werkgever_van(rij)), "/bedrijf/", maak)
