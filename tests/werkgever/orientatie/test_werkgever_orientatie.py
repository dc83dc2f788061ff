"""Ways of inclusive employment and the company's plan."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.fabrieken import Gebruikerfabriek, Gemeentefabriek, Werkgeverfabriek

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.ketens import controleer
from werklandschap.kern.tijdlijn.models import Keten
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.werkgever.orientatie import actions
from werklandschap.werkgever.orientatie.models import Werkgeverstap

pytestmark = pytest.mark.django_db


@pytest.fixture
def ik() -> Gebruiker:
    return Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER)


def test_g3_1_manieren_staan_naast_elkaar_en_de_gekozen_staat_voorop(client: Client, ik: Gebruiker) -> None:
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente)
    client.force_login(ik)
    kies = reverse("werkgever_orientatie:kies", args=[werkgever.pk])
    client.post(kies, {"manier": "jobcarving", "functies": "Magazijn"})
    pagina = client.get(reverse("werkgever_orientatie:orientatie", args=[werkgever.pk]))
    eerste, keuze, _redenen = pagina.context["manieren"][0]
    assert (eerste.code, keuze.functies) == ("jobcarving", "Magazijn")
    assert pagina.context["manieren"][1][1] is None
    client.post(kies, {"manier": "jobcarving", "weg": "1"})
    assert not werkgever.manierkeuzes.exists()
    with pytest.raises(Invoerfout):
        actions.kies_manier(werkgever=werkgever, manier="bestaat-niet", door=ik)


def test_g3_2_een_stap_van_ons_is_een_taak_en_van_het_bedrijf_niet(client: Client, ik: Gebruiker) -> None:
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente)
    straks = timezone.localdate() + timedelta(days=5)
    actions.voeg_stap_toe(werkgever=werkgever, tekst="Team vertellen", voor_op=straks, door=ik)
    assert Taak.objects.count() == 0
    stap = actions.voeg_stap_toe(werkgever=werkgever, tekst="Jobcoach bellen", voor_op=straks, wie=ik, door=ik)
    assert Taak.objects.get().titel == "Jobcoach bellen"
    client.force_login(ik)
    client.post(reverse("werkgever_orientatie:stap_klaar", args=[werkgever.pk, stap.pk]))
    stap.refresh_from_db()
    assert (stap.status, Taak.objects.get().status) == ("klaar", Taak.Status.KLAAR)
    assert controleer(Keten.objects.get(pk=werkgever.keten_id)) == []
    fout = client.post(
        reverse("werkgever_orientatie:orientatie", args=[werkgever.pk]), {"tekst": "Terug", "voor_op": "2020-01-01"}
    )
    assert "voor_op" in fout.context["formulier"].errors
    assert "Terug" in fout.content.decode()
    buur = Gemeentefabriek(code="9002", regio=ik.gemeente.regio)
    with pytest.raises(GeenRecht):
        actions.rond_stap_af(stap=stap, door=Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER, gemeente=buur))


def test_g3_2_een_eerste_stap_staat_klaar_in_het_open_formulier_en_te_laat_valt_op(
    client: Client, ik: Gebruiker
) -> None:
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente, naam="Zon")
    gisteren = timezone.localdate() - timedelta(days=1)
    Werkgeverstap.objects.create(werkgever=werkgever, tekst="Team vertellen", voor_op=gisteren)
    client.force_login(ik)
    url = reverse("werkgever_orientatie:orientatie", args=[werkgever.pk])
    assert client.get(url).context["stap_open"] is False
    pagina = client.get(url, {"stap": "Kies één taak."})
    assert pagina.context["stap_open"]
    assert pagina.context["formulier"].initial["tekst"] == "Kies één taak."
    assert "te laat: " in pagina.content.decode()


def test_een_pagina_onder_een_tab_laat_zien_bij_welke_tab_die_hoort(client: Client, ik: Gebruiker) -> None:
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente)
    client.force_login(ik)
    pagina = client.get(reverse("werkgever_orientatie:pso", args=[werkgever.pk]))
    actief = {tekst: stand for _url, tekst, stand in pagina.context["tabregels"] if stand}
    assert actief == {"Oriëntatie": "sectie"}
    assert 'aria-current="true">Oriëntatie' in pagina.content.decode()
