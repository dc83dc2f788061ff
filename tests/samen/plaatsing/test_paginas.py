"""The pages of colleagues and the paper for both sides."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader
from tests.fabrieken import Dossierfabriek, Gebruikerfabriek, Gemeentefabriek, Werkprofielfabriek
from tests.samen.bemiddeling.hulp import voorgedragen
from tests.samen.bemiddeling.hulp import werkgever_van as bedrijf_van
from tests.samen.plaatsing.hulp import klant_van, lopend, met_akkoord, voorbereid, werkgever_van

from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.samen.bemiddeling.actions import besluit_werkgever
from werklandschap.samen.plaatsing import actions, besluiten
from werklandschap.samen.plaatsing.haken import dagregels
from werklandschap.samen.plaatsing.models import Besluit, Plaatsing, Risico

pytestmark = pytest.mark.django_db


def ingelogd(gebruiker: Gebruiker) -> Client:
    client = Client()
    client.force_login(gebruiker)
    return client


def url(naam: str, *args: object) -> str:
    return reverse(f"samen_plaatsing:{naam}", args=args)


def maak_rijen(ik: Gebruiker, aantal: int) -> None:
    for _ in range(aantal):
        dossier = Dossierfabriek(werkzoekende__gemeente=ik.gemeente)
        Plaatsing.objects.create(
            dossier=dossier,
            werkprofiel=Werkprofielfabriek(werkgever__gemeente=ik.gemeente),
            van=timezone.localdate(),
            uren=Decimal(20),
            functie="Kok",
            door=ik,
        )


def test_de_lijst_kost_evenveel_queries_bij_1_3_en_100_rijen(zelfde_aantal_queries: Callable[..., None]) -> None:
    ik = Gebruikerfabriek()
    zelfde_aantal_queries(ingelogd(ik), url("lijst"), lambda aantal: maak_rijen(ik, aantal))


def test_een_plaatsing_kost_evenveel_queries_bij_meer_besluiten(zelfde_aantal_queries: Callable[..., None]) -> None:
    rij = voorbereid()

    def maak(aantal: int) -> None:
        for _ in range(aantal):
            Besluit.objects.create(plaatsing=rij, instrument="jobcoach", van=rij.van, door=rij.door)
            Risico.objects.create(plaatsing=rij, tekst="Reis", plan_b="Bellen")

    zelfde_aantal_queries(ingelogd(rij.door), url("plaatsing", rij.pk), maak)


def test_een_andere_gemeente_en_een_werkgever_zien_de_pagina_niet() -> None:
    rij = voorbereid()
    vreemde = Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002"))
    assert ingelogd(vreemde).get(url("plaatsing", rij.pk)).status_code == 404
    assert ingelogd(werkgever_van(rij)).get(url("plaatsing", rij.pk)).status_code == 403
    assert ingelogd(vreemde).get(url("lijst")).context["pagina"].paginator.count == 0


def test_elke_pagina_van_een_plaatsing_opent() -> None:
    rij = lopend()
    besluit = besluiten.leg_besluit_vast(plaatsing=rij, instrument="no-risk", van=rij.van, door=rij.door)
    client = ingelogd(rij.door)
    for naam, args in (
        ("plaatsing", ()),
        ("wijzigen", ()),
        ("akkoord", ("klant",)),
        ("besluit", ()),
        ("vervangen", (besluit.pk,)),
        ("risico", ()),
        ("einde", ()),
    ):
        assert client.get(url(naam, rij.pk, *args)).status_code == 200, naam


def test_nieuw_maakt_een_plaatsing_en_een_fout_laat_staan_wat_is_getypt() -> None:
    dossier = Dossierfabriek()
    profiel = Werkprofielfabriek(werkgever__gemeente=dossier.gemeente)
    client = ingelogd(dossier.verantwoordelijke)
    adres = f"{url('nieuw')}?dossier={dossier.pk}&werkprofiel={profiel.pk}"
    invoer = {"functie": "Hovenier", "soort": "baan", "van": "2026-03-01", "tot": "2026-02-01", "uren": "24"}
    fout = client.post(adres, invoer)
    assert fout.status_code == 422
    assert "Hovenier" in fout.content.decode()
    assert Plaatsing.objects.count() == 0
    goed = client.post(adres, {**invoer, "tot": "2027-02-01"})
    rij = Plaatsing.objects.get()
    assert goed.url == url("plaatsing", rij.pk)


def test_uitrekenen_laat_de_regels_zien_en_bewaart_niets() -> None:
    rij = voorbereid(van=date(2026, 2, 1))
    client = ingelogd(rij.door)
    invoer = {"instrument": "loonkostensubsidie", "van": "2026-02-01", "loonwaarde": "55", "bereken": "1"}
    antwoord = client.post(url("besluit", rij.pk), invoer)
    assert "Loonkostensubsidie per maand." in antwoord.content.decode()
    assert Besluit.objects.count() == 0
    del invoer["bereken"]
    assert client.post(url("besluit", rij.pk), invoer).status_code == 302
    assert Besluit.objects.count() == 1
    assert "Hoe komen we hieraan?" in client.get(url("plaatsing", rij.pk)).content.decode()


def test_starten_en_de_lijst_voor_collegas_werken_via_de_pagina() -> None:
    rij = met_akkoord()
    client = ingelogd(rij.door)
    client.post(url("voorbereiding", rij.pk), {"versie": rij.versie, "klaar": ["akkoord_delen", "maatje_kiezen"]})
    client.post(url("starten", rij.pk))
    rij.refresh_from_db()
    assert rij.collegas_voorbereid == ["akkoord_delen", "maatje_kiezen"]
    assert rij.status == Plaatsing.Status.LOOPT


def test_g9_1_het_papier_is_voor_beide_kanten_en_noemt_niets_dat_de_werkgever_niet_mag_weten() -> None:
    rij = voorbereid(afspraken="Rooster van maandag tot donderdag.")
    actions.voeg_risico_toe(plaatsing=rij, code="te_snel", door=rij.door)
    actions.voeg_risico_toe(plaatsing=rij, code="geldzorgen", door=rij.door)
    actions.voeg_risico_toe(plaatsing=rij, tekst="Heeft rugklachten", plan_b="Arts bellen", door=rij.door)
    for wie in (rij.door, klant_van(rij), werkgever_van(rij)):
        antwoord = ingelogd(wie).get(url("overeenkomst", rij.pk))
        assert antwoord["Content-Type"] == "application/pdf"
        tekst = " ".join(p.extract_text() for p in PdfReader(BytesIO(antwoord.content)).pages)
        assert "maandag" in tekst
        assert "Te snel" in tekst
        for woord in ("rugklachten", "Geldzorgen", "schuld", "uitkering", "BSN"):
            assert woord not in tekst
    assert ingelogd(werkgever_van(voorbereid())).get(url("overeenkomst", rij.pk)).status_code == 404


def test_mijn_dag_noemt_wie_had_moeten_beginnen() -> None:
    rij = voorbereid()
    laat, straks = dagregels(rij.door)
    assert len(laat.regels) == 1
    assert straks.regels == []


def test_van_een_ja_van_de_werkgever_gaat_u_in_een_stap_naar_de_plaatsing() -> None:
    voordracht = voorgedragen()
    besluit_werkgever(voordracht=voordracht, ja=True, reden="motivatie", door=bedrijf_van(voordracht))
    client = ingelogd(voordracht.door)
    adres = f"{url('nieuw')}?voordracht={voordracht.pk}"
    assert adres in client.get(reverse("samen_bemiddeling:voordracht", args=[voordracht.pk])).content.decode()
    assert client.get(adres).status_code == 200
