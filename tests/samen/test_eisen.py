"""Requirements that cross rooms: future vacancies, colleagues who are prepared, help to stay employed."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.fabrieken import Dossierfabriek, Werkprofielfabriek
from tests.samen.bemiddeling.hulp import TEKST
from tests.samen.bemiddeling.hulp import werkgever_van as bedrijf_van
from tests.samen.plaatsing.hulp import lopend, voorbereid, werkgever_van

from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.samen.bemiddeling import actions as bemiddeling
from werklandschap.samen.nazorg import problemen
from werklandschap.samen.plaatsing import actions as plaatsing
from werklandschap.samen.plaatsing.catalogus import voorbereidingen

pytestmark = pytest.mark.django_db


def ingelogd(gebruiker: Gebruiker) -> Client:
    client = Client()
    client.force_login(gebruiker)
    return client


@pytest.mark.parametrize("dagen", [30, 200, 400])
def test_g8_6_een_toekomstige_vacature_doet_mee_tot_en_met_de_plaatsing(dagen: int) -> None:
    dossier = Dossierfabriek()
    start = timezone.localdate() + timedelta(days=dagen)
    werkprofiel = Werkprofielfabriek(werkgever__gemeente=dossier.gemeente, start=start)
    ik = dossier.verantwoordelijke
    rij = bemiddeling.voorselecteer(dossier=dossier, werkprofiel=werkprofiel, door=ik)
    rij = bemiddeling.vraag_kandidaat(voordracht=rij, door=ik, wat="Uw naam en wat u kunt.")
    rij = bemiddeling.leg_antwoord_vast(voordracht=rij, antwoord=True, hoe="gesprek", door=ik)
    rij = bemiddeling.draag_voor(voordracht=rij, introductie=TEKST, door=ik)
    rij = bemiddeling.besluit_werkgever(voordracht=rij, ja=True, reden="motivatie", door=bedrijf_van(rij))
    gemaakt = plaatsing.maak_plaatsing(voordracht=rij, door=ik, van=start, uren=Decimal(24))
    assert (gemaakt.van, gemaakt.status) == (start, "voorbereiding")
    assert gemaakt.werkprofiel.is_toekomstig


def test_g9_4_collegas_voorbereiden_gaat_punt_voor_punt_en_blijft_staan() -> None:
    rij = voorbereid()
    punten = [punt.code for punt in voorbereidingen()]
    client = ingelogd(rij.door)
    url = reverse("samen_plaatsing:voorbereiding", args=[rij.pk])
    assert client.post(url, {"klaar": punten[:2], "versie": rij.versie}).status_code == 302
    rij.refresh_from_db()
    assert rij.collegas_voorbereid == punten[:2]
    tekst = client.get(reverse("samen_plaatsing:plaatsing", args=[rij.pk])).content.decode()
    assert [f'value="{code}" checked' in tekst for code in punten] == [code in punten[:2] for code in punten]
    laatste = rij.dossier.keten.gebeurtenissen.order_by("nummer").last()
    assert laatste is not None
    assert (laatste.soort, laatste.gegevens["aantal"]) == ("plaatsing.voorbereiding", 2)
    with pytest.raises(Invoerfout):
        plaatsing.zet_voorbereiding(plaatsing=rij, klaar=["bestaat_niet"], versie=rij.versie, door=rij.door)
    rij.refresh_from_db()
    assert rij.collegas_voorbereid == punten[:2]


def test_g10_5_schuldhulp_en_duurzame_inzet_horen_bij_nazorg_en_geldzorgen_blijven_bij_de_gemeente() -> None:
    rij = lopend()
    client = ingelogd(rij.door)
    for kant in ("werkzoekenden", "werkgevers"):
        tegel = client.get(f"/{kant}/nazorg/").content.decode()
        assert "Duurzame inzetbaarheid" in tegel
        assert "Schuldhulp" in tegel
    probleem = problemen.meld_probleem(
        plaatsing=rij,
        soort="geldzorgen",
        urgentie="snel",
        tekst="Er is loonbeslag en de huur komt te laat.",
        gemeld_door_wie="professional",
        door=rij.door,
    )
    pagina = client.get(reverse("samen_nazorg:probleem", args=[probleem.pk])).content.decode()
    assert "Plan een gesprek met schuldhulp." in pagina
    bedrijf = ingelogd(werkgever_van(rij))
    start = bedrijf.get("/bedrijf/", follow=True).content.decode()
    assert rij.functie in start
    for woord in ("loonbeslag", "Geldzorgen", "schuldhulp"):
        assert woord not in start
    assert bedrijf.get(reverse("samen_nazorg:probleem", args=[probleem.pk])).status_code in (403, 404)
