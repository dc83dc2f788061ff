"""Plan, contacts, problems with a term in working hours, the daily watch, and the pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.fabrieken import Contactpersoonfabriek, Gebruikerfabriek, Gemeentefabriek
from tests.samen.plaatsing.hulp import klant_van, lopend, voorbereid, werkgever_van

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.ketens import controleer
from werklandschap.kern.tijdlijn.models import Keten
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.regelingen.kalender import is_werkdag
from werklandschap.samen.nazorg import actions, problemen
from werklandschap.samen.nazorg.bewaking import bewaak
from werklandschap.samen.nazorg.catalogus import probleemsoort, sjablonen, sjabloon
from werklandschap.samen.nazorg.haken import dagregels
from werklandschap.samen.nazorg.models import Nazorgcontact, Nazorgplan, Probleem
from werklandschap.samen.plaatsing.actions import beeindig_plaatsing
from werklandschap.samen.plaatsing.models import Plaatsing

pytestmark = pytest.mark.django_db
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def ingelogd(gebruiker: Gebruiker) -> Client:
    client = Client()
    client.force_login(gebruiker)
    return client


def met_plan(vorm: str = "licht", **velden: object) -> Nazorgplan:
    rij = lopend(**velden)
    return actions.maak_nazorgplan(
        plaatsing=rij, sjabloon=vorm, van=timezone.localdate(), contactpersoon=rij.door, door=rij.door
    )


def gemeld(rij: Plaatsing, door: Gebruiker | None = None, wie: str = "professional", **velden: object) -> Probleem:
    invoer = {"soort": "ruzie", "urgentie": "snel", "tekst": "Er is ruzie op de vloer.", **velden}
    return problemen.meld_probleem(
        plaatsing=rij,
        gemeld_door_wie=wie,
        door=door or rij.door,
        **invoer,  # type: ignore[arg-type]
    )


def open_taak(bron: str) -> int:
    return Taak.objects.filter(bron=bron, status="open").count()


def test_g10_1_het_plan_zet_contacten_op_werkdagen_en_geeft_een_taak_voor_het_eerste() -> None:
    plan = met_plan("gewoon")
    contacten = list(plan.contacten.all())
    assert len(contacten) == 9
    assert all(is_werkdag(c.gepland_op) for c in contacten)
    assert [c.is_evaluatie for c in contacten].count(True) == 3
    assert open_taak(f"nazorgcontact:{contacten[0].pk}") == 1
    assert open_taak(f"nazorgcontact:{contacten[-1].pk}") == 0
    assert open_taak(f"plaatsing:{plan.plaatsing_id}:nazorgplan") == 0
    met = plan.plaatsing
    with pytest.raises(Invoerfout, match="al een nazorgplan"):
        actions.maak_nazorgplan(plaatsing=met, sjabloon="licht", van=met.van, contactpersoon=met.door, door=met.door)


@pytest.mark.parametrize("vorm", [s.code for s in sjablonen()])
def test_g10_1_elke_vorm_blijft_binnen_zijn_einde_en_verlengen_gaat_in_hetzelfde_ritme_door(vorm: str) -> None:
    gekozen = sjabloon(vorm)
    assert gekozen is not None
    van = date(2026, 1, 5)
    kort, lang = gekozen.momenten(van, gekozen.einde(van)), gekozen.momenten(van, van + timedelta(weeks=104))
    assert all(van < dag <= gekozen.einde(van) for dag, _ in kort)
    assert lang[: len(kort)] == kort
    assert len(lang) > len(kort)


def test_een_gesprek_sluit_de_taak_en_een_laag_cijfer_vraagt_om_een_telefoontje() -> None:
    plan = met_plan()
    eerste, tweede = plan.contacten.all()[:2]
    vandaag = timezone.localdate()
    actions.leg_contact_vast(
        contact=eerste, gehouden_op=vandaag, met_wie="klant", oordeel_klant=2, door=plan.contactpersoon
    )
    assert open_taak(f"nazorgcontact:{eerste.pk}") == 0
    assert open_taak(f"nazorgcontact:{eerste.pk}:laag") == 1
    assert open_taak(f"nazorgcontact:{tweede.pk}") == 1
    with pytest.raises(Invoerfout) as fout:
        actions.leg_contact_vast(
            contact=tweede,
            gehouden_op=vandaag + timedelta(days=1),
            met_wie="klant",
            oordeel_klant=7,
            door=plan.contactpersoon,
        )
    assert set(fout.value.fouten) == {"gehouden_op", "oordeel_klant"}


@pytest.mark.parametrize(
    ("gemeld_op", "voor"),
    [
        # Friday 16:00: an hour that day, the other seven on Monday.
        (datetime(2026, 11, 20, 16, 0, tzinfo=AMSTERDAM), datetime(2026, 11, 23, 16, 0, tzinfo=AMSTERDAM)),
        # Good Friday 3 April 2026 is a working day; Easter Monday 6 April is not.
        (datetime(2026, 4, 3, 16, 0, tzinfo=AMSTERDAM), datetime(2026, 4, 7, 16, 0, tzinfo=AMSTERDAM)),
        # King's Day, Monday 27 April 2026.
        (datetime(2026, 4, 27, 10, 0, tzinfo=AMSTERDAM), datetime(2026, 4, 28, 17, 0, tzinfo=AMSTERDAM)),
    ],
)
def test_g10_3_de_termijn_telt_werkuren_en_slaat_weekend_en_feestdagen_over(
    gemeld_op: datetime, voor: datetime
) -> None:
    soort = probleemsoort("ruzie")
    assert soort is not None
    uitkomst = problemen.antwoord_voor(Gemeentefabriek(), soort, "snel", gemeld_op)
    assert uitkomst == voor


def test_g10_3_een_probleem_geeft_taak_mail_en_gebeurtenis_en_het_antwoord_sluit_ze(
    django_capture_on_commit_callbacks: Callable[..., object],
) -> None:
    plan = met_plan()
    rij = plan.plaatsing
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[attr-defined]
        probleem = gemeld(rij, werkgever_van(rij), "werkgever")
    assert probleem.eigenaar == plan.contactpersoon
    assert [bericht.to for bericht in mail.outbox] == [[plan.contactpersoon.email]]
    assert "ruzie" not in mail.outbox[0].body
    assert open_taak(f"probleem:{probleem.pk}") == 1
    problemen.beantwoord_probleem(probleem=probleem, antwoord="Gesproken.", opgelost=True, door=rij.door)
    assert open_taak(f"probleem:{probleem.pk}") == 0
    assert controleer(Keten.objects.get(dossier=rij.dossier_id)) == []
    assert controleer(Keten.objects.get(werkgever=rij.werkprofiel.werkgever_id)) == []


def test_g10_3_de_werkgever_hoort_niet_wat_de_klant_meldt() -> None:
    rij = lopend()
    voor = rij.werkprofiel.werkgever.keten.gebeurtenissen.count()
    probleem = gemeld(rij, klant_van(rij), "klant", soort="geldzorgen", tekst="Ik kan de huur niet betalen.")
    assert rij.werkprofiel.werkgever.keten.gebeurtenissen.count() == voor
    assert not Probleem.objects.voor(werkgever_van(rij)).filter(pk=probleem.pk).exists()


def test_g10_3_te_laat_gaat_een_keer_naar_de_manager() -> None:
    rij = lopend()
    manager = Gebruikerfabriek(rol=Rol.MANAGER, gemeente=rij.dossier.gemeente)
    op_tijd = gemeld(rij, soort="vraag", urgentie="gewoon")
    laat = gemeld(rij, gemeld_op=timezone.now() - timedelta(days=20))
    assert bewaak().geescaleerd == 1
    assert bewaak().geescaleerd == 0
    assert Taak.objects.get(bron=f"probleem:{laat.pk}:te_laat").eigenaar == manager
    op_tijd.refresh_from_db()
    assert op_tijd.geescaleerd_op is None
    te_laat, wacht, _zonder = dagregels(rij.door)
    assert [len(te_laat.regels), len(wacht.regels)] == [1, 1]


def test_wie_mag_melden_en_antwoorden() -> None:
    rij = lopend()
    vreemde = Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002"))
    ander_bedrijf = werkgever_van(voorbereid())
    for wie, rol in ((vreemde, "professional"), (ander_bedrijf, "werkgever"), (werkgever_van(rij), "klant")):
        with pytest.raises(GeenRecht):
            gemeld(rij, wie, rol)
    probleem = gemeld(rij)
    with pytest.raises(GeenRecht):
        problemen.beantwoord_probleem(probleem=probleem, antwoord="x", opgelost=True, door=vreemde)
    assert ingelogd(vreemde).get(reverse("samen_nazorg:probleem", args=[probleem.pk])).status_code == 404


def test_g10_2_een_ander_vast_contact_neemt_taken_over_en_wordt_aangekondigd(
    django_capture_on_commit_callbacks: Callable[..., object],
) -> None:
    plan = met_plan()
    rij = plan.plaatsing
    probleem = gemeld(rij)
    Contactpersoonfabriek(werkgever=rij.werkprofiel.werkgever, email="baas@bedrijf.test")
    nieuw = Gebruikerfabriek(rol=Rol.JOBCOACH, gemeente=rij.dossier.gemeente)
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[attr-defined]
        actions.wissel_contactpersoon(plan=plan, naar=nieuw, reden="Andere baan", door=rij.door)
    open_taken = Taak.objects.filter(status="open", bron__regex="^(nazorgcontact|probleem):")
    assert open_taken.filter(bron=f"probleem:{probleem.pk}").count() == 1
    assert set(open_taken.values_list("eigenaar", flat=True)) == {nieuw.pk}
    probleem.refresh_from_db()
    assert probleem.eigenaar == nieuw
    assert ["baas@bedrijf.test"] in [bericht.to for bericht in mail.outbox]
    soorten = rij.werkprofiel.werkgever.keten.gebeurtenissen.values_list("soort", flat=True)
    assert "werkplek.contact_gewisseld" in soorten
    manager = Gebruikerfabriek(rol=Rol.MANAGER, gemeente=rij.dossier.gemeente)
    with pytest.raises(Invoerfout):
        actions.wissel_contactpersoon(plan=plan, naar=manager, reden="x", door=rij.door)


def test_g10_6_een_contract_dat_afloopt_geeft_een_keer_een_seintje_met_de_reden() -> None:
    vandaag = timezone.localdate()
    rij = lopend(tot=vandaag + timedelta(days=60))
    ver = lopend(tot=vandaag + timedelta(days=200))
    uit = StringIO()
    call_command("nazorg_bewaak", stdout=uit)
    assert "1 waarschuwingen" in uit.getvalue()
    assert bewaak().waarschuwingen == 0
    taak = Taak.objects.get(bron=f"plaatsing:{rij.pk}:contract:{rij.tot}")
    assert "contract" in taak.titel
    assert not Taak.objects.filter(bron__startswith=f"plaatsing:{ver.pk}:contract").exists()


def test_g10_6_doorplaatsen_sluit_de_plaatsing_en_opent_bemiddeling() -> None:
    plan = met_plan()
    actions.plaats_door(plaatsing=plan.plaatsing, reden="Toe aan meer", door=plan.plaatsing.door)
    plan.refresh_from_db()
    rij = Plaatsing.objects.get(pk=plan.plaatsing_id)
    assert (rij.status, rij.reden_einde) == (Plaatsing.Status.GEEINDIGD, "doorgroei")
    assert plan.gestopt_op == timezone.localdate()
    lopende = rij.dossier.keten.bezoeken.filter(tot__isnull=True).values_list("tegel", flat=True)
    assert set(lopende) == {"bemiddeling"}
    assert not Taak.objects.filter(bron__startswith="nazorgcontact:", status="open").exists()


def test_g10_4_evalueren_verlengen_en_stoppen() -> None:
    plan = met_plan()
    door = plan.contactpersoon
    rij = actions.evalueer(plan=plan, op=timezone.localdate(), besluit="zo_door", verslag="Gaat goed.", door=door)
    assert rij.is_evaluatie
    aantal = plan.contacten.count()
    actions.verleng(plan=plan, tot=plan.tot + timedelta(weeks=52), door=door)
    assert plan.contacten.count() > aantal
    actions.beeindig_nazorg(plan=plan, reden="klaar", door=door)
    beeindig_plaatsing(plaatsing=plan.plaatsing, reden="contract_voorbij", door=door)
    assert controleer(Keten.objects.get(dossier=plan.plaatsing.dossier_id)) == []


def test_de_werklijst_kost_evenveel_queries_bij_1_3_en_100_rijen(zelfde_aantal_queries: Callable[..., None]) -> None:
    plan = met_plan()
    plan.contacten.all().delete()
    probleem = gemeld(plan.plaatsing)

    def maak(aantal: int) -> None:
        for _ in range(aantal):
            Nazorgcontact.objects.create(plan=plan, gepland_op=timezone.localdate())
            Probleem.objects.create(
                plaatsing=plan.plaatsing,
                soort="ruzie",
                tekst="x",
                gemeld_door_wie="klant",
                antwoord_voor=timezone.now(),
                eigenaar=plan.contactpersoon,
            )

    client = ingelogd(plan.contactpersoon)
    zelfde_aantal_queries(client, reverse("samen_nazorg:lijst"), maak)
    zelfde_aantal_queries(client, reverse("samen_nazorg:nazorg", args=[probleem.plaatsing_id]), lambda aantal: None)


def test_elke_pagina_opent_en_een_fout_laat_staan_wat_is_getypt() -> None:
    plan = met_plan()
    nummer = plan.plaatsing_id
    client = ingelogd(plan.contactpersoon)
    for naam in ("nazorg", "evaluatie", "contactpersoon", "verlengen", "stoppen", "doorplaatsen", "melden", "plan"):
        assert client.get(reverse(f"samen_nazorg:{naam}", args=[nummer])).status_code == 200, naam
    contact = plan.contacten.first()
    assert contact is not None
    assert client.get(reverse("samen_nazorg:contact", args=[contact.pk])).status_code == 200
    fout = client.post(reverse("samen_nazorg:melden", args=[nummer]), {"tekst": "De machine staat stil", "soort": ""})
    assert fout.status_code == 422
    assert "De machine staat stil" in fout.content.decode()
    probleem = gemeld(plan.plaatsing)
    adres = reverse("samen_nazorg:probleem", args=[probleem.pk])
    assert "Er is ruzie op de vloer." in client.get(adres).content.decode()
    assert client.post(adres, {"antwoord": "Gebeld", "opgelost": "on"}).status_code == 302
    probleem.refresh_from_db()
    assert probleem.opgelost is True


def test_w7_3_coach_en_wsp_zien_dezelfde_agenda_ook_met_nazorg() -> None:
    plan = met_plan()
    wsp = Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER, gemeente=plan.plaatsing.dossier.gemeente)
    vreemde = Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER, gemeente=Gemeentefabriek(code="9002"))
    naam = plan.plaatsing.dossier.werkzoekende.naam
    url = reverse("samen_bemiddeling:agenda")
    gezien = {
        wie: naam in ingelogd(gebruiker).get(adres).content.decode()
        for wie, gebruiker, adres in (
            ("coach", plan.contactpersoon, f"{url}?van=mij"),
            ("wsp", wsp, url),
            ("wsp, alleen zelf", wsp, f"{url}?van=mij"),
            ("vreemde", vreemde, url),
        )
    }
    assert gezien == {"coach": True, "wsp": True, "wsp, alleen zelf": False, "vreemde": False}
    eerste = plan.contacten.earliest("gepland_op")
    assert reverse("samen_nazorg:contact", args=[eerste.pk]) in ingelogd(wsp).get(url).content.decode()


def test_de_gedeelde_agenda_kost_evenveel_queries(zelfde_aantal_queries: Callable[..., None]) -> None:
    plan = met_plan()

    def maak(aantal: int) -> None:
        morgen = timezone.localdate() + timedelta(days=1)
        Nazorgcontact.objects.bulk_create(Nazorgcontact(plan=plan, gepland_op=morgen) for _ in range(aantal))

    zelfde_aantal_queries(ingelogd(plan.contactpersoon), reverse("samen_bemiddeling:agenda"), maak)
