"""G8.2: meetings with invitations that change and are called off; no-shows without blame."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar
from tests.fabrieken import Contactpersoonfabriek, Gebruikerfabriek, Werkgeverfabriek
from tests.samen.bemiddeling.hulp import voorgedragen

from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.dossiers.toestemming import trek_toestemming_in
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.queries import gebeurtenissen_van
from werklandschap.samen.bemiddeling.begeleiding import (
    herinner_werkgever,
    leg_afspraak_met_partij_vast,
    noteer_begeleiding,
    voer_reeks_uit,
)
from werklandschap.samen.bemiddeling.models import Ontmoeting, Voordracht
from werklandschap.samen.bemiddeling.ontmoetingen import (
    leg_ontmoeting_vast,
    plan_ontmoeting,
    verzet_ontmoeting,
    zeg_ontmoeting_af,
)
from werklandschap.samen.bemiddeling.overgangen import ontbreekt
from werklandschap.samen.bemiddeling.uitnodiging import mail_ontmoeting

pytestmark = pytest.mark.django_db
MORGEN = timedelta(days=1)


@pytest.fixture
def gepland(django_capture_on_commit_callbacks: Any) -> Ontmoeting:
    rij = voorgedragen()
    mens = rij.dossier.werkzoekende
    mens.email = "sam@inwoner.test"
    mens.save()
    Contactpersoonfabriek(werkgever=rij.werkprofiel.werkgever, email="baas@bedrijf.test")
    coach = Gebruikerfabriek(rol="jobcoach", gemeente=rij.dossier.gemeente, email="coach@voorbeeld.test")
    return plan_ontmoeting(
        voordracht=rij,
        soort="meelopen",
        wanneer=timezone.now() + 3 * MORGEN,
        waar="Kade 1",
        begeleider=coach,
        minuten=240,
        door=rij.door,
    )


def verstuur(ontmoeting: Ontmoeting) -> dict[str, tuple[str, Any]]:
    """{address: (text, VCALENDAR)} of what is sent for this state."""
    mail.outbox.clear()
    ontmoeting.refresh_from_db()
    mail_ontmoeting.call(ontmoeting.pk, ontmoeting.volgnummer)
    uit = {}
    for bericht in mail.outbox:
        (naam, inhoud, soort) = bericht.attachments[0]
        assert naam == "afspraak.ics"
        kalender = Calendar.from_ical(inhoud)
        assert f"method={kalender['METHOD']}" in soort
        uit[bericht.to[0]] = (f"{bericht.subject}\n{bericht.body}", kalender)
    return uit


def test_g8_2_iedereen_krijgt_een_eigen_uitnodiging_en_ziet_geen_ander_adres(gepland: Ontmoeting) -> None:
    post = verstuur(gepland)
    assert set(post) == {"sam@inwoner.test", "baas@bedrijf.test", "coach@voorbeeld.test"}
    for adres, (_tekst, kalender) in post.items():
        (gebeurtenis,) = kalender.walk("VEVENT")
        assert kalender["METHOD"] == "REQUEST"
        assert gebeurtenis["SEQUENCE"] == 0
        assert str(gebeurtenis["ATTENDEE"]) == f"mailto:{adres}"
        assert gebeurtenis["DTEND"].dt - gebeurtenis["DTSTART"].dt == timedelta(hours=4)
        assert not set(post) - {adres} & set(kalender.to_ical().decode().split())


def test_g8_2_verzetten_en_afzeggen_houden_het_kenmerk_en_verhogen_het_volgnummer(gepland: Ontmoeting) -> None:
    eerste = verstuur(gepland)["baas@bedrijf.test"][1].walk("VEVENT")[0]
    nieuw = timezone.now().replace(microsecond=0) + 5 * MORGEN
    verzet_ontmoeting(ontmoeting=gepland, wanneer=nieuw, waar="Kade 2", door=gepland.voordracht.door, volgnummer=0)
    tweede = verstuur(gepland)["baas@bedrijf.test"][1].walk("VEVENT")[0]
    assert (tweede["UID"], tweede["SEQUENCE"], tweede["DTSTART"].dt) == (eerste["UID"], 1, nieuw)
    zeg_ontmoeting_af(ontmoeting=gepland, door=gepland.voordracht.door, reden="Ziek.")
    tekst, kalender = verstuur(gepland)["baas@bedrijf.test"]
    derde = kalender.walk("VEVENT")[0]
    assert (kalender["METHOD"], derde["STATUS"], derde["UID"], derde["SEQUENCE"]) == (
        "CANCEL",
        "CANCELLED",
        eerste["UID"],
        2,
    )
    assert "Ziek" not in tekst
    assert not Taak.objects.filter(bron__contains=f"ontmoeting:{gepland.pk}", status="open").exists()


def test_g8_2_een_oude_versie_van_het_scherm_verzet_niets(gepland: Ontmoeting) -> None:
    door = gepland.voordracht.door
    verzet_ontmoeting(ontmoeting=gepland, wanneer=timezone.now() + 5 * MORGEN, door=door, volgnummer=0)
    with pytest.raises(Invoerfout, match="collega"):
        verzet_ontmoeting(ontmoeting=gepland, wanneer=timezone.now() + 6 * MORGEN, door=door, volgnummer=0)
    assert mail_ontmoeting.call(gepland.pk, 0) == 0


def test_g8_5_intrekken_zegt_de_ontmoeting_af_en_noemt_geen_naam_meer(gepland: Ontmoeting) -> None:
    rij = gepland.voordracht
    trek_toestemming_in(toestemming=rij.toestemming, door=rij.door)
    tekst, kalender = verstuur(gepland)["baas@bedrijf.test"]
    assert kalender["METHOD"] == "CANCEL"
    naam = rij.dossier.werkzoekende.achternaam
    assert naam not in tekst + kalender.to_ical().decode()


@pytest.mark.parametrize(("niveau", "kort"), [("A1", True), ("A2", True), ("B1", False), ("B2", False)])
def test_g8_2_wie_weinig_nederlands_leest_krijgt_korte_regels(gepland: Ontmoeting, niveau: str, kort: bool) -> None:
    mens = gepland.voordracht.dossier.werkzoekende
    mens.taalniveau = niveau
    mens.save()
    tekst, _kalender = verstuur(gepland)["sam@inwoner.test"]
    assert ("Het bestand bij deze mail" not in tekst) == kort
    assert "Kade 1" in tekst


def test_g8_2_wie_niet_kwam_wordt_gebeld_en_het_bedrijf_leest_niets(gepland: Ontmoeting) -> None:
    rij = gepland.voordracht
    bij_bedrijf = gebeurtenissen_van(rij.werkprofiel.werkgever.keten).count()
    leg_ontmoeting_vast(ontmoeting=gepland, uitkomst="niet_gekomen", door=rij.door)
    assert Taak.objects.get(bron=f"voordracht:{rij.pk}:niet_gekomen:{gepland.pk}").titel.startswith("Bel de kandidaat")
    assert gebeurtenissen_van(rij.werkprofiel.werkgever.keten).count() == bij_bedrijf


def test_g8_2_uitkomst_in_twee_klikken_en_het_verslag_blijft(gepland: Ontmoeting) -> None:
    Ontmoeting.objects.filter(pk=gepland.pk).update(wanneer=timezone.now() - MORGEN, verslag="Mooi.")
    client = Client()
    client.force_login(gepland.voordracht.door)
    pagina = client.get(reverse("samen_bemiddeling:voordracht", args=[gepland.voordracht_id])).content.decode()
    snel = reverse("samen_bemiddeling:ontmoeting_snel", args=[gepland.voordracht_id, gepland.pk])
    assert snel in pagina
    client.post(snel, {"uitkomst": "verder"})
    gepland.refresh_from_db()
    assert (gepland.uitkomst, gepland.verslag) == ("verder", "Mooi.")


def test_g8_2_de_agenda_kost_evenveel_queries(zelfde_aantal_queries: Callable[..., None]) -> None:
    rij = voorgedragen()

    def maak(aantal: int) -> None:
        for nummer in range(aantal):
            rij.ontmoetingen.create(soort="verkennend", wanneer=timezone.now() + MORGEN + timedelta(minutes=nummer))

    client = Client()
    client.force_login(rij.door)
    zelfde_aantal_queries(client, reverse("samen_bemiddeling:agenda"), maak)


def test_g8_5_hulp_wordt_besproken_en_de_werkgever_leest_het_niet() -> None:
    rij = voorgedragen()
    morgen = timezone.localdate() + MORGEN
    noteer_begeleiding(voordracht=rij, voor="samen", tekst="Rustige werkplek.", vervolg_op=morgen, door=rij.door)
    assert Taak.objects.filter(bron__startswith=f"voordracht:{rij.pk}:begeleiding", voor_op=morgen).exists()
    for gebeurtenis in gebeurtenissen_van(rij.dossier.keten):
        assert "Rustige" not in str(gebeurtenis.gegevens)


def test_w7_1_herinneren_hooguit_een_keer_per_dag_en_zonder_naam(django_capture_on_commit_callbacks: Any) -> None:
    rij = voorgedragen()
    with pytest.raises(Invoerfout, match="e-mailadres"):
        herinner_werkgever(voordracht=rij, door=rij.door)
    Contactpersoonfabriek(werkgever=rij.werkprofiel.werkgever, email="baas@bedrijf.test")
    with django_capture_on_commit_callbacks() as eerste:
        herinner_werkgever(voordracht=rij, door=rij.door)
    with django_capture_on_commit_callbacks() as tweede:
        herinner_werkgever(voordracht=rij, door=rij.door)
    assert (len(eerste), len(tweede)) == (1, 0)


def test_w7_1_een_reeks_doet_wat_kan_en_zegt_wat_niet_kan() -> None:
    een, ander = voorgedragen(), voorgedragen()
    Contactpersoonfabriek(werkgever=een.werkprofiel.werkgever, email="baas@bedrijf.test")
    uitslag = voer_reeks_uit(wat="herinner", rijen=[een, ander], door=een.door)
    assert uitslag.gedaan == 1
    assert [rij for rij, _waarom in uitslag.geweigerd] == [ander]
    assert voer_reeks_uit(wat="trek_in", rijen=[een, ander], door=een.door, tekst="Plek weg.").gedaan == 2
    assert set(Voordracht.objects.values_list("status", flat=True)) == {"ingetrokken"}


def test_g8_3_zonder_geldige_afspraak_gaat_er_niemand_naar_een_private_partij() -> None:
    rij = voorgedragen()
    beheer = Gebruikerfabriek(rol="accountmanager", gemeente=rij.werkprofiel.werkgever.gemeente)
    gisteren = timezone.localdate() - MORGEN
    velden: dict[str, Any] = {"soort": "uitzend", "afspraken": "Een jaar begeleiding.", "van": gisteren}
    leg_afspraak_met_partij_vast(werkgever=rij.werkprofiel.werkgever, door=beheer, **velden)
    assert ontbreekt(Voordracht.objects.get(pk=rij.pk), "draag_voor") == []
    leg_afspraak_met_partij_vast(werkgever=rij.werkprofiel.werkgever, door=beheer, tot=gisteren, **velden)
    assert "private partij" in ontbreekt(Voordracht.objects.get(pk=rij.pk), "draag_voor")[0]


def test_g8_3_de_afspraken_met_een_private_partij_via_de_pagina() -> None:
    beheer = Gebruikerfabriek(rol="accountmanager")
    bedrijf = Werkgeverfabriek(gemeente=beheer.gemeente)
    client = Client()
    client.force_login(beheer)
    adres = reverse("samen_bemiddeling:partij", args=[bedrijf.pk])
    fout = client.post(adres, {"soort": "uitzend", "afspraken": "Een jaar.", "van": "2026-02-01", "tot": "2026-01-01"})
    assert fout.status_code == 422
    assert "Een jaar." in fout.content.decode()
    goed = client.post(adres, {"soort": "uitzend", "afspraken": "Een jaar.", "van": "2026-02-01"})
    assert goed.url == reverse("relaties:relatie", args=[bedrijf.pk])
    assert "Een jaar." in client.get(goed.url).content.decode()
