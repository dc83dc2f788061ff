"""Who has an e-mail address and likes post better gets no mail, whatever the message is about: a letter instead."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.fabrieken import (
    Contactpersoonfabriek,
    Dossierfabriek,
    Gebruikerfabriek,
    Werkzoekendefabriek,
)
from tests.samen.bemiddeling.hulp import voorgedragen
from tests.samen.bemiddeling.test_g8_2_speeddates import maak
from tests.samen.nazorg.test_nazorg import gemeld, met_plan
from tests.samen.plaatsing.hulp import klant_van, lopend

import werklandschap
from werklandschap.kern.berichten.actions import mail_bericht
from werklandschap.kern.berichten.herinneringen import herinner_klanten
from werklandschap.kern.berichten.models import Bericht, Manier
from werklandschap.kern.dossiers.bereik import mailadres_voor, wegen_naar
from werklandschap.kern.dossiers.models import Contactwijze, Dossier
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.samen.bemiddeling import herinnering
from werklandschap.samen.bemiddeling.models import Ontmoeting
from werklandschap.samen.bemiddeling.ontmoetingen import plan_ontmoeting, verzet_ontmoeting, zeg_ontmoeting_af
from werklandschap.samen.bemiddeling.speeddate_planning import maak_rooster
from werklandschap.samen.bemiddeling.uitnodiging import mail_ontmoeting
from werklandschap.samen.nazorg.actions import wissel_contactpersoon
from werklandschap.samen.nazorg.meldlink import stuur_meldlinks
from werklandschap.samen.nazorg.problemen import beantwoord_probleem
from werklandschap.werkzoekende.diagnostiek.actions import plan_gesprek

pytestmark = pytest.mark.django_db
KLANT = "klant@inwoner.test"
THUIS = {"straat": "Kade", "huisnummer": "1", "postcode": "1234 AB", "plaats": "Zaandam"}
PER_POST = {"email": KLANT, "contactwijze": Contactwijze.POST, **THUIS}


@pytest.fixture
def dossier() -> Dossier:
    ik = Gebruikerfabriek(telefoon="010-1234567")
    mens = Werkzoekendefabriek(gemeente=ik.gemeente, voornaam="Noor", telefoon="", **PER_POST)
    return Dossierfabriek(werkzoekende=mens, verantwoordelijke=ik)


def ontmoeting_van(dossier: Dossier, dagen: int = 1) -> Ontmoeting:
    rij = voorgedragen(dossier=dossier)
    Contactpersoonfabriek(werkgever=rij.werkprofiel.werkgever, email="baas@bedrijf.test")
    wanneer = timezone.now() + timedelta(days=dagen)
    return plan_ontmoeting(voordracht=rij, soort="meelopen", wanneer=wanneer, waar="Kade 1", door=rij.door)


def uitnodigen(dossier: Dossier) -> None:
    mail_ontmoeting.call(ontmoeting_van(dossier).pk, 0)


def verzetten(dossier: Dossier) -> None:
    rij = ontmoeting_van(dossier)
    verzet_ontmoeting(ontmoeting=rij, wanneer=rij.wanneer + timedelta(days=1), door=rij.voordracht.door)
    mail_ontmoeting.call(rij.pk, 1)


def afzeggen(dossier: Dossier) -> None:
    rij = ontmoeting_van(dossier)
    zeg_ontmoeting_af(ontmoeting=rij, door=rij.voordracht.door, reden="Ziek.")
    mail_ontmoeting.call(rij.pk, 1)


def herinneren_aan_ontmoeting(dossier: Dossier) -> None:
    rij = ontmoeting_van(dossier, dagen=4)
    herinner_klanten()
    herinnering.herinner_ontmoeting.call(rij.pk)


def herinneren_aan_speeddates(dossier: Dossier) -> None:
    rij = maak(kandidaten=1, werkgevers=1)
    rij.kandidaten.update(dossier=dossier)
    type(rij).objects.update(begin=timezone.now() + timedelta(days=4))
    maak_rooster(speeddate=rij, door=rij.ik)  # type: ignore[attr-defined]
    herinner_klanten()
    herinnering.herinner_speeddate.call(rij.pk)


def herinneren_aan_gesprek(dossier: Dossier) -> None:
    wanneer = timezone.localtime() + timedelta(days=4)
    plan_gesprek(dossier=dossier, gepland_op=wanneer, door=dossier.verantwoordelijke, waar="Stadhuis")
    for dagen in (0, 3):
        herinner_klanten(timezone.now() + timedelta(days=dagen))


def ander_contact(dossier: Dossier) -> None:
    plan = met_plan(dossier=dossier)
    nieuw = Gebruikerfabriek(gemeente=dossier.gemeente, rol=Rol.JOBCOACH)
    wissel_contactpersoon(plan=plan, naar=nieuw, reden="Rooster.", door=plan.contactpersoon)


def antwoord_op_probleem(dossier: Dossier) -> None:
    probleem = gemeld(lopend(dossier=dossier), wie="klant")
    beantwoord_probleem(probleem=probleem, antwoord="Wij bellen.", opgelost=False, door=dossier.verantwoordelijke)


def antwoord_met_account(dossier: Dossier) -> None:
    rij = lopend(dossier=dossier)
    probleem = gemeld(rij, door=klant_van(rij), wie="klant")
    beantwoord_probleem(probleem=probleem, antwoord="Wij bellen.", opgelost=False, door=dossier.verantwoordelijke)


def link_om_te_melden(dossier: Dossier) -> None:
    rij = lopend(dossier=dossier)
    Contactpersoonfabriek(werkgever=rij.werkprofiel.werkgever, email="baas@bedrijf.test")
    assert stuur_meldlinks(plaatsing=rij, adres="https://w.test/", door=rij.door) == 2


SOORTEN: list[Callable[[Dossier], None]] = [
    uitnodigen,
    verzetten,
    afzeggen,
    herinneren_aan_ontmoeting,
    herinneren_aan_speeddates,
    herinneren_aan_gesprek,
    ander_contact,
    antwoord_op_probleem,
    antwoord_met_account,
    link_om_te_melden,
]


@pytest.mark.parametrize("stuur", SOORTEN, ids=lambda f: f.__name__)
def test_wie_post_wil_krijgt_een_brief_en_geen_mail(
    dossier: Dossier, stuur: Callable[[Dossier], None], django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        stuur(dossier)
    account = dossier.werkzoekende.account.email if dossier.werkzoekende.account else ""
    assert {KLANT, account} & {adres for bericht in mail.outbox for adres in bericht.to} == set()
    brief = Bericht.objects.filter(dossier=dossier).first()
    assert brief is not None
    assert brief.manier == Manier.POST
    assert "Noor" in brief.tekst
    assert "bestand bij deze mail" not in brief.tekst
    assert Taak.objects.open().filter(url__in=_paginas_van(brief)).exists()


def _paginas_van(brief: Bericht) -> list[str]:
    """The letter itself, or the page where all reminders are printed together."""
    return [reverse("berichten:bericht", args=[brief.dossier_id, brief.pk]), reverse("berichten:herinneringen")]


@pytest.mark.parametrize("stuur", SOORTEN, ids=lambda f: f.__name__)
def test_wie_mail_wil_krijgt_die_wel(
    dossier: Dossier, stuur: Callable[[Dossier], None], django_capture_on_commit_callbacks: Any
) -> None:
    dossier.werkzoekende.contactwijze = Contactwijze.EMAIL
    dossier.werkzoekende.save()
    with django_capture_on_commit_callbacks(execute=True):
        stuur(dossier)
    for bericht in Bericht.objects.filter(dossier=dossier):
        mail_bericht.call(bericht.pk)
    assert [b for b in mail.outbox if b.to == [KLANT]]
    assert not Bericht.objects.filter(dossier=dossier, manier=Manier.POST).exists()


def test_een_verzette_ontmoeting_houdt_een_taak_met_de_laatste_brief(dossier: Dossier) -> None:
    verzetten(dossier)
    (taak,) = Taak.objects.open().filter(titel__startswith="Druk de brief af")
    laatste = Bericht.objects.filter(dossier=dossier).order_by("pk").last()
    assert laatste is not None
    assert "veranderd" in laatste.tekst
    assert taak.url == _paginas_van(laatste)[0]


def test_zonder_mail_en_zonder_adres_vertelt_een_collega_het(dossier: Dossier) -> None:
    persoon = dossier.werkzoekende
    persoon.email = persoon.straat = ""
    persoon.save()
    afzeggen(dossier)
    (taak,) = Taak.objects.open().filter(titel__startswith="Vertel de klant")
    assert "gaat niet door" in taak.toelichting
    assert not Bericht.objects.exists()


def test_wie_geen_adres_heeft_voor_een_brief_krijgt_toch_de_mail(dossier: Dossier) -> None:
    persoon = dossier.werkzoekende
    assert (mailadres_voor(persoon), wegen_naar(persoon)) == ("", ["post", "email"])
    persoon.straat = ""
    assert mailadres_voor(persoon) == KLANT
    for wijze in Contactwijze:
        persoon.contactwijze = wijze
        assert mailadres_voor(persoon) == KLANT


def test_een_brief_leest_in_de_taal_van_de_klant(dossier: Dossier) -> None:
    dossier.werkzoekende.contacttaal = "eng"
    dossier.werkzoekende.save()
    ontmoeting_van(dossier)
    brief = Bericht.objects.get()
    assert "You have an appointment." in brief.tekst
    assert "Dag Noor" not in brief.tekst


def test_de_pagina_zegt_hoe_de_kandidaat_het_hoort(dossier: Dossier) -> None:
    rij = voorgedragen(dossier=dossier)
    client = Client()
    client.force_login(rij.door)
    adres = reverse("samen_bemiddeling:ontmoeting", args=[rij.pk])
    assert "Voor de kandidaat komt er een brief klaar" in client.get(adres).content.decode()
    type(dossier.werkzoekende).objects.update(contactwijze=Contactwijze.EMAIL)
    assert "De kandidaat, de werkgever en wie meegaat krijgen een mail." in client.get(adres).content.decode()


# Where mail leaves the product. To a person only by asking `mailadres_voor`; the others write to staff, partners and
# employers, or to the address that somebody chose for this one message.
MAILERS = {
    "beheer/alarm.py": "administrators",
    "beheer/views.py": "the account itself",
    "kern/berichten/actions.py": "a colleague chose mail, or herinneringen did",
    "kern/dossiers/klantbericht.py": "mailadres_voor",
    "kern/toegang/adapters.py": "the account itself",
    "samen/bemiddeling/begeleiding.py": "employers",
    "samen/bemiddeling/herinnering.py": "mailadres_voor",
    "samen/bemiddeling/uitnodiging.py": "mailadres_voor",
    "samen/nazorg/actions.py": "mailadres_voor",
    "samen/nazorg/meldlink.py": "mailadres_voor",
    "samen/nazorg/problemen.py": "mailadres_voor",
    "werkgever/voorzorg/nieuws.py": "employers",
    "werkzoekende/melding/bevestiging.py": "melding/actions.py asks mailadres_voor",
}


def test_geen_andere_plek_stuurt_mail() -> None:
    wortel = Path(werklandschap.__path__[0])
    bronnen = {str(pad.relative_to(wortel)): pad.read_text(encoding="utf-8") for pad in wortel.rglob("*.py")}
    stuurt = {pad for pad, bron in bronnen.items() if "send_mail(" in bron or "EmailMessage(" in bron}
    assert stuurt == set(MAILERS)
    assert all("mailadres_voor" in bronnen[pad] for pad, hoe in MAILERS.items() if hoe == "mailadres_voor")
    assert "mailadres_voor(schoon.persoon)" in bronnen["werkzoekende/melding/actions.py"]
