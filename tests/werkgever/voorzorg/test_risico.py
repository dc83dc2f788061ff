"""Employees at risk: an instrument or a referral, without a name and without anything medical."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.fabrieken import Contactpersoonfabriek, Gebruikerfabriek, Gemeentefabriek, Werkgeverfabriek

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.models import Gebeurtenis
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.werkgever.voorzorg import risico
from werklandschap.werkgever.voorzorg.models import Risico

pytestmark = pytest.mark.django_db
STRAKS = timezone.localdate() + timedelta(days=30)


@pytest.fixture
def ik() -> Gebruiker:
    return Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER)


@pytest.fixture
def werkgever(ik: Gebruiker) -> Werkgever:
    return Werkgeverfabriek(gemeente=ik.gemeente, naam="Bakkerij Proef")


def gegevens(**anders: Any) -> dict[str, Any]:
    vast = {"soort": "zwaar_werk", "functie": "Bakker", "aanpak": "instrument", "instrument": "werkplekaanpassing"}
    return {**vast, "terug_op": STRAKS, **anders}


def test_g1_5_een_medewerker_met_risico_krijgt_een_instrument_en_een_datum(
    client: Client, ik: Gebruiker, werkgever: Werkgever
) -> None:
    client.force_login(ik)
    url = reverse("werkgever_voorzorg:risico", args=[werkgever.pk])
    client.post(url, gegevens(werk="Tillen lukt niet meer"))
    rij = Risico.objects.get()
    taak = Taak.objects.get()
    assert (taak.voor_op, taak.titel) == (STRAKS, "Kijk terug met Bakkerij Proef: het werk wordt te zwaar")
    tekst = client.get(url).content.decode()
    assert "?instrument=werkplekaanpassing" in tekst
    client.post(reverse("werkgever_voorzorg:risico_klaar", args=[werkgever.pk, rij.pk]), {"afloop": "Heeft ander werk"})
    taak.refresh_from_db()
    assert taak.status == Taak.Status.KLAAR


def test_g1_5_doorverwijzen_vraagt_naar_wie(ik: Gebruiker, werkgever: Werkgever) -> None:
    with pytest.raises(Invoerfout):
        risico.meld_risico(werkgever=werkgever, door=ik, **gegevens(aanpak="verwijzen"))
    rij = risico.meld_risico(werkgever=werkgever, door=ik, **gegevens(aanpak="verwijzen", naar="Het taalhuis"))
    assert (rij.naar, rij.instrument) == ("Het taalhuis", "")


@pytest.mark.parametrize(
    ("veld", "tekst"),
    [
        ("werk", "Heeft een burn-out"),
        ("werk", "Is vaak ZIEK"),
        ("functie", "Bakker met een depressie"),
        ("naar", "De psycholoog"),
        ("werk", "Zit in een chronisch traject"),
    ],
)
def test_g1_5_wat_over_gezondheid_gaat_wordt_geweigerd_en_nergens_bewaard(
    client: Client, ik: Gebruiker, werkgever: Werkgever, veld: str, tekst: str
) -> None:
    client.force_login(ik)
    url = reverse("werkgever_voorzorg:risico", args=[werkgever.pk])
    antwoord = client.post(url, gegevens(**{"aanpak": "verwijzen", "naar": "De arbodienst", veld: tekst}))
    assert veld in antwoord.context["formulier"].errors
    assert not Risico.objects.exists()
    assert not Gebeurtenis.objects.filter(keten=werkgever.keten).exists()


def test_g1_5_gewone_woorden_mogen_wel() -> None:
    for tekst in ("Tillen is zwaar", "Muziekles geven", "Het basisonderwijs", "Traplopen"):
        assert risico.medisch_in(tekst) == ""


def test_g1_5_het_bedrijf_leest_geen_functie_en_een_vreemde_schrijft_niet(
    client: Client, ik: Gebruiker, werkgever: Werkgever
) -> None:
    risico.meld_risico(werkgever=werkgever, door=ik, **gegevens(functie="Meesterbakker", werk="Nachtdienst lukt niet"))
    account = Gebruikerfabriek(rol=Rol.WERKGEVER, gemeente=None)
    Contactpersoonfabriek(werkgever=werkgever, account=account)
    client.force_login(account)
    portaal = client.get("/bedrijf/").content.decode()
    assert "Het werk wordt te zwaar" in portaal
    assert "Meesterbakker" not in portaal
    assert "Nachtdienst" not in portaal
    vreemd = Gebruikerfabriek(rol=Rol.MANAGER, gemeente=Gemeentefabriek(code="9002", regio=werkgever.gemeente.regio))
    with pytest.raises(GeenRecht):
        risico.meld_risico(werkgever=werkgever, door=vreemd, **gegevens())
