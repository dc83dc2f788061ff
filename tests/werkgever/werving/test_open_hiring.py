"""Open hiring: the order of registration decides, and nothing else."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.fabrieken import (
    Competentieregelfabriek,
    Contactpersoonfabriek,
    Dossierfabriek,
    Eisfabriek,
    Gebruikerfabriek,
    Gemeentefabriek,
    Kandidaatgegevensfabriek,
    Werkprofielfabriek,
)

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.samen.bemiddeling.models import Voordracht
from werklandschap.werkgever.werving import open_hiring
from werklandschap.werkgever.werving.models import Aanmelding

pytestmark = pytest.mark.django_db


@pytest.fixture
def ik() -> Gebruiker:
    return Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER)


@pytest.fixture
def profiel(ik: Gebruiker) -> Werkprofiel:
    return Werkprofielfabriek(werkgever__gemeente=ik.gemeente, titel="Inpakker")


def mens(ik: Gebruiker, **velden: Any) -> Any:
    dossier = Dossierfabriek(werkzoekende__gemeente=ik.gemeente, **velden)
    Kandidaatgegevensfabriek(werkzoekende=dossier.werkzoekende)
    return dossier


def test_g5_3_open_hiring_kent_alleen_de_volgorde_van_aanmelden(
    client: Client, ik: Gebruiker, profiel: Werkprofiel
) -> None:
    eis = Eisfabriek(werkprofiel=profiel, niveau=3)
    eerste, beste = mens(ik), mens(ik)
    Competentieregelfabriek(werkzoekende=beste.werkzoekende, competentie=eis.competentie, niveau=5)
    lijst = open_hiring.open_de_lijst(werkprofiel=profiel, door=ik)
    rijen = [open_hiring.meld_aan(lijst=lijst, dossier=d, door=ik) for d in (eerste, beste)]
    assert open_hiring.meld_aan(lijst=lijst, dossier=eerste, door=ik) == rijen[0]
    with pytest.raises(Invoerfout):
        open_hiring.geef_beurt(aanmelding=rijen[1], door=ik)
    assert not Voordracht.objects.exists()
    client.force_login(ik)
    client.post(reverse("werkgever_werving:beurt", args=[profiel.pk, rijen[0].pk]))
    rij = Voordracht.objects.get()
    assert (rij.dossier, rij.score_nu, rij.score_straks) == (eerste, None, None)
    open_hiring.geef_beurt(aanmelding=rijen[1], door=ik)
    assert Voordracht.objects.count() == 2


def test_g5_3_zolang_de_lijst_open_is_bestaat_er_geen_rangorde(
    client: Client, ik: Gebruiker, profiel: Werkprofiel
) -> None:
    client.force_login(ik)
    dossier = mens(ik)
    url = reverse("werkgever_werving:open_hiring", args=[profiel.pk])
    client.post(url, {"open": "1"})
    for naam in ("kandidaten", "groeien", "persoonlijk"):
        antwoord = client.get(reverse(f"werkgever_werving:{naam}", args=[profiel.pk]))
        assert (antwoord.status_code, antwoord.headers["Location"]) == (302, url)
    client.post(reverse("werkgever_werving:voorselecteren", args=[profiel.pk]), {"dossier": dossier.pk})
    assert not Voordracht.objects.exists()
    client.post(url, {"sluit": "1"})
    assert client.get(reverse("werkgever_werving:kandidaten", args=[profiel.pk])).status_code == 200


def test_g5_3_een_harde_competentie_gaat_niet_samen_met_open_hiring(ik: Gebruiker, profiel: Werkprofiel) -> None:
    Eisfabriek(werkprofiel=profiel, hard=True)
    with pytest.raises(Invoerfout):
        open_hiring.open_de_lijst(werkprofiel=profiel, door=ik)


def test_g5_3_een_inwoner_meldt_zich_zelf_en_staat_achteraan(
    client: Client, ik: Gebruiker, profiel: Werkprofiel
) -> None:
    account = Gebruikerfabriek(rol=Rol.INWONER, gemeente=None)
    dossier = mens(ik, werkzoekende__account=account)
    lijst = open_hiring.open_de_lijst(werkprofiel=profiel, door=ik)
    open_hiring.meld_aan(lijst=lijst, dossier=mens(ik), door=ik)
    profiel.opengesteld_op = timezone.localdate() - timedelta(days=1)
    profiel.save()
    client.force_login(account)
    client.post(reverse("portaal:kies", args=[profiel.pk]))
    assert [rij.dossier for rij in lijst.aanmeldingen.all()][1] == dossier
    assert not Voordracht.objects.exists()


def test_g5_3_een_andere_gemeente_ziet_een_plek_in_de_rij_maar_geen_naam(
    client: Client, ik: Gebruiker, profiel: Werkprofiel
) -> None:
    lijst = open_hiring.open_de_lijst(werkprofiel=profiel, door=ik)
    dossier = mens(ik, werkzoekende__achternaam="Geheimenaam")
    rij = open_hiring.meld_aan(lijst=lijst, dossier=dossier, door=ik)
    buur = Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER, gemeente=Gemeentefabriek(code="9002", regio=profiel.gemeente.regio))
    client.force_login(buur)
    tekst = client.get(reverse("werkgever_werving:open_hiring", args=[profiel.pk])).content.decode()
    assert "Iemand van een andere gemeente" in tekst
    assert "Geheimenaam" not in tekst
    assert client.post(reverse("werkgever_werving:beurt", args=[profiel.pk, rij.pk])).status_code == 404
    with pytest.raises(GeenRecht):
        open_hiring.geef_beurt(aanmelding=rij, door=buur)
    account = Gebruikerfabriek(rol=Rol.WERKGEVER, gemeente=None)
    Contactpersoonfabriek(werkgever=profiel.werkgever, account=account)
    client.force_login(account)
    assert "Geheimenaam" not in client.get("/bedrijf/").content.decode()


def test_g5_3_wie_stopt_en_terugkomt_staat_achteraan(ik: Gebruiker, profiel: Werkprofiel) -> None:
    lijst = open_hiring.open_de_lijst(werkprofiel=profiel, door=ik)
    een, twee = (open_hiring.meld_aan(lijst=lijst, dossier=mens(ik), door=ik) for _ in range(2))
    open_hiring.stop(aanmelding=een, door=ik)
    assert open_hiring.volgende(lijst) == twee
    open_hiring.meld_aan(lijst=lijst, dossier=een.dossier, door=ik)
    assert [rij.pk for rij in Aanmelding.objects.all()] == [twee.pk, een.pk]


def test_de_lijst_kost_steeds_evenveel_queries(
    client: Client, ik: Gebruiker, profiel: Werkprofiel, zelfde_aantal_queries: Any
) -> None:
    lijst = open_hiring.open_de_lijst(werkprofiel=profiel, door=ik)

    def maak(aantal: int) -> None:
        for _ in range(aantal):
            open_hiring.meld_aan(lijst=lijst, dossier=mens(ik), door=ik)

    client.force_login(ik)
    zelfde_aantal_queries(client, reverse("werkgever_werving:open_hiring", args=[profiel.pk]), maak)
