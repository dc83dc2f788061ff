"""The partner's own pages: only what was handed over."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.urls import reverse
from django.utils import timezone
from tests.fabrieken import Overdrachtfabriek, Partnergebruikerfabriek, Waarnemingfabriek
from tests.portaal.hulp import ingelogd

from werklandschap.kern.dossiers.models import Overdracht
from werklandschap.kern.tijdlijn.models import Lezing
from werklandschap.regelingen.bsn import maak_test_bsn

pytestmark = pytest.mark.django_db
Status = Overdracht.Status


def url_van(rij: Overdracht) -> str:
    return reverse("portaal:overdracht", args=[rij.pk])


def test_w1_4_de_partner_leest_het_nodige_zegt_ja_en_ziet_dan_wie_het_is() -> None:
    rij = Overdrachtfabriek()
    mens = rij.dossier.werkzoekende
    mens.bsn, mens.straat = maak_test_bsn(9), "Geheimstraat"
    mens.save()
    rij.dossier.hulpvraag = "Een geheime hulpvraag"
    rij.dossier.save()
    Waarnemingfabriek(dossier=rij.dossier, toelichting="Een geheime waarneming")
    client = ingelogd(Partnergebruikerfabriek(partnerorganisatie=rij.naar_partner))
    voor = client.get(url_van(rij)).content.decode()
    assert rij.toelichting in voor
    assert mens.achternaam not in voor
    assert mens.achternaam not in client.get("/partner/").content.decode()
    client.post(url_van(rij), {"besluit": "ja", "antwoord": "Wij bellen morgen."})
    rij.refresh_from_db()
    assert (rij.status, rij.antwoord) == (Status.GEACCEPTEERD, "Wij bellen morgen.")
    na = client.get(url_van(rij)).content.decode()
    assert mens.naam in na
    assert mens.telefoon in na
    assert f"{mens.naam}: {rij.onderwerp}" in client.get("/partner/").content.decode()
    for woord in (mens.bsn, "Geheimstraat", "geheime hulpvraag", "geheime waarneming", mens.postcode):
        assert woord not in voor + na


def test_een_nee_heeft_een_reden_en_daarna_is_de_tekst_weg() -> None:
    rij = Overdrachtfabriek()
    client = ingelogd(Partnergebruikerfabriek(partnerorganisatie=rij.naar_partner))
    assert client.post(url_van(rij), {"besluit": "nee"}).status_code == 422
    client.post(url_van(rij), {"besluit": "nee", "antwoord": "Geen plek tot mei."})
    rij.refresh_from_db()
    assert (rij.status, rij.antwoord) == (Status.GEWEIGERD, "Geen plek tot mei.")
    assert client.get(url_van(rij)).status_code == 404
    assert rij.toelichting not in client.get("/partner/").content.decode()


def test_een_andere_partner_en_een_ingetrokken_overdracht_blijven_dicht() -> None:
    rij = Overdrachtfabriek(onderwerp="Hulp bij het huis")
    vreemde = ingelogd(Partnergebruikerfabriek())
    assert "Hulp bij het huis" not in vreemde.get("/partner/").content.decode()
    assert vreemde.get(url_van(rij)).status_code == 404
    eigen = ingelogd(Partnergebruikerfabriek(partnerorganisatie=rij.naar_partner))
    assert "Hulp bij het huis" in eigen.get("/partner/").content.decode()
    Overdracht.objects.update(status=Status.INGETROKKEN)
    assert "Hulp bij het huis" not in eigen.get("/partner/").content.decode()
    assert eigen.get(url_van(rij)).status_code == 404


def test_het_lezen_wordt_vastgelegd() -> None:
    rij = Overdrachtfabriek()
    gebruiker = Partnergebruikerfabriek(partnerorganisatie=rij.naar_partner)
    ingelogd(gebruiker).get(url_van(rij))
    assert list(Lezing.objects.values_list("keten", "door", "onderdeel")) == [
        (rij.dossier.keten_id, gebruiker.pk, "overdracht")
    ]


def test_de_lijst_kost_evenveel_queries_bij_1_3_en_100(zelfde_aantal_queries: Callable[..., None]) -> None:
    gebruiker = Partnergebruikerfabriek()

    def maak(aantal: int) -> None:
        for _ in range(aantal):
            Overdrachtfabriek(naar_partner=gebruiker.partnerorganisatie)
            Overdrachtfabriek(
                naar_partner=gebruiker.partnerorganisatie, status=Status.GEACCEPTEERD, beantwoord_op=timezone.now()
            )

    zelfde_aantal_queries(ingelogd(gebruiker), "/partner/", maak)
