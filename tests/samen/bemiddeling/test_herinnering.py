"""W7.2 and G8.2: the day before a meeting or speed dates everybody gets a mail, once, and nobody who may not know."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from tests.fabrieken import Contactpersoonfabriek
from tests.samen.bemiddeling.hulp import voorgedragen
from tests.samen.bemiddeling.test_g8_2_speeddates import maak

from werklandschap.beheer.dagelijks import werk_dag_af
from werklandschap.kern.dossiers.toestemming import trek_toestemming_in
from werklandschap.samen.bemiddeling import herinnering
from werklandschap.samen.bemiddeling.models import Ontmoeting
from werklandschap.samen.bemiddeling.ontmoetingen import plan_ontmoeting, verzet_ontmoeting
from werklandschap.samen.bemiddeling.speeddate_planning import maak_rooster

pytestmark = pytest.mark.django_db
TAKEN = {"herinner_ontmoeting": herinnering.herinner_ontmoeting, "herinner_speeddate": herinnering.herinner_speeddate}


def gepland(dagen: int = 1) -> Ontmoeting:
    rij = voorgedragen()
    mens = rij.dossier.werkzoekende
    mens.email, mens.taalniveau = "klant@inwoner.test", "A2"
    mens.save()
    Contactpersoonfabriek(werkgever=rij.werkprofiel.werkgever, email="baas@bedrijf.test")
    wanneer = timezone.now() + timedelta(days=dagen)
    return plan_ontmoeting(voordracht=rij, soort="meelopen", wanneer=wanneer, waar="Kade 1", door=rij.door)


def werk_af(callbacks: Any) -> list[Any]:
    """The daily work and the reminders it put in the queue; the mails."""
    mail.outbox.clear()
    with callbacks(execute=True):
        werk_dag_af()
    for opdracht in DBTaskResult.objects.all():
        naam = opdracht.task_path.rsplit(".", 1)[-1]
        if naam in TAKEN:
            TAKEN[naam].call(*opdracht.args_kwargs["args"])
    return mail.outbox


def test_w7_2_een_dag_van_tevoren_een_mail_en_niet_nog_een(django_capture_on_commit_callbacks: Any) -> None:
    ontmoeting, later = gepland(), gepland(dagen=3)
    post = werk_af(django_capture_on_commit_callbacks)
    assert sorted(b.to[0] for b in post) == ["baas@bedrijf.test", "klant@inwoner.test"]
    (klant,) = [b for b in post if b.to == ["klant@inwoner.test"]]
    assert "Morgen heeft u een afspraak." in klant.body
    assert ("Kade 1" in klant.body, "Het bestand" in klant.body, klant.attachments) == (True, False, [])
    opdrachten = DBTaskResult.objects.count()
    with django_capture_on_commit_callbacks(execute=True):
        assert herinnering.stuur_herinneringen(door=None) == 0
    assert DBTaskResult.objects.count() == opdrachten
    ontmoeting.refresh_from_db()
    later.refresh_from_db()
    assert (ontmoeting.herinnerd_op, later.herinnerd_op) == (timezone.localdate(), None)
    nieuw = ontmoeting.wanneer + timedelta(hours=1)
    verzet_ontmoeting(ontmoeting=ontmoeting, wanneer=nieuw, door=ontmoeting.voordracht.door)
    ontmoeting.refresh_from_db()
    assert ontmoeting.herinnerd_op is None


def test_g8_5_na_intrekken_komt_er_geen_herinnering(django_capture_on_commit_callbacks: Any) -> None:
    ontmoeting = gepland()
    with django_capture_on_commit_callbacks():
        assert herinnering.stuur_herinneringen(door=None) == 1
    trek_toestemming_in(toestemming=ontmoeting.voordracht.toestemming, door=ontmoeting.voordracht.door)
    mail.outbox.clear()
    assert herinnering.herinner_ontmoeting.call(ontmoeting.pk) == 0
    assert mail.outbox == []


def test_g8_2_voor_speeddates_leest_de_kandidaat_zijn_gesprekken_en_het_bedrijf_geen_namen(
    django_capture_on_commit_callbacks: Any,
) -> None:
    rij = maak(kandidaten=2, werkgevers=1)
    rij.begin = timezone.now() + timedelta(days=1)
    rij.save()
    een, weg = rij.kandidaten.order_by("pk")
    for nummer, kandidaat in enumerate((een, weg)):
        kandidaat.dossier.werkzoekende.email = f"klant{nummer}@inwoner.test"
        kandidaat.dossier.werkzoekende.save()
    bedrijf = rij.werkgevers.get().werkprofiel.werkgever
    Contactpersoonfabriek(werkgever=bedrijf, email="baas@bedrijf.test")
    maak_rooster(speeddate=rij, door=rij.ik)
    trek_toestemming_in(toestemming=weg.toestemming, door=rij.ik)
    post = {b.to[0]: b.body for b in werk_af(django_capture_on_commit_callbacks)}
    assert set(post) == {"klant0@inwoner.test", "baas@bedrijf.test"}
    assert f"{bedrijf.naam}, Zaal 0, tafel 1" in post["klant0@inwoner.test"]
    assert "Zaal 0, tafel 1" in post["baas@bedrijf.test"]
    for kandidaat in (een, weg):
        assert kandidaat.dossier.werkzoekende.achternaam not in post["baas@bedrijf.test"]
