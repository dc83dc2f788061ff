"""What trained people mean for readiness, and advice with the survey."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.fabrieken import Gebruikerfabriek, Werkgeverfabriek

from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.werkgever.kandidaat_fit import actions, queries
from werklandschap.werkgever.kandidaat_fit.catalogi import draagvlakvragen, helpt_bij, punten
from werklandschap.werkgever.opleiden.actions import leg_training_vast
from werklandschap.werkgever.opleiden.catalogi import trainingen

pytestmark = pytest.mark.django_db


@pytest.fixture
def ik() -> Gebruiker:
    return Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER)


def test_g4_1_een_geldige_training_staat_als_bewijs_bij_kandidaat_fit(client: Client, ik: Gebruiker) -> None:
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente)
    vandaag = timezone.localdate()
    leg_training_vast(werkgever=werkgever, training="harrie", naam="Kim", behaald_op=vandaag, door=ik)
    leg_training_vast(
        werkgever=werkgever,
        training="mentorwijs",
        naam="Bo",
        behaald_op=vandaag - timedelta(days=900),
        geldig_tot=vandaag - timedelta(days=1),
        door=ik,
    )
    leg_training_vast(werkgever=werkgever, training="jobcarving", naam="Jo", gepland_op=vandaag, door=ik)
    bewijs = queries.bewijs_van(werkgever)
    assert set(bewijs) == {"begeleider", "uitleg"}
    client.force_login(ik)
    tekst = client.get(reverse("werkgever_kandidaat_fit:gereedheid", args=[werkgever.pk])).content.decode()
    assert bewijs["begeleider"][0] in tekst
    assert "Bo volgde" not in tekst
    assert queries.stand_van(werkgever) == {}


def test_elke_training_en_elk_punt_in_het_bewijs_bestaat() -> None:
    assert set(helpt_bij()) <= {t.code for t in trainingen()}
    assert {punt for lijst in helpt_bij().values() for punt in lijst} <= {p.code for p in punten()}


def test_g5_2_bij_een_lage_uitkomst_staat_advies(ik: Gebruiker) -> None:
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente)
    onderzoek = actions.start_draagvlakonderzoek(
        werkgever=werkgever, sluit_op=timezone.localdate() + timedelta(days=5), door=ik
    )
    codes = [v.code for v in draagvlakvragen() if v.soort == "schaal5"]
    for _keer in range(5):
        waarden = {code: 2 if code == "tijd" else 5 for code in codes}
        actions.beantwoord_draagvlak(onderzoek=onderzoek, waarden=waarden, door=None)
    adviezen = {vraag.tekst: vraag.advies for vraag in queries.uitslag_van(onderzoek).vragen if vraag.advies}
    assert list(adviezen.values()) == ["Spreek af wie wanneer tijd krijgt om uit te leggen."]
