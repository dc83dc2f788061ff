"""Why somebody is not presented, a personal match, and preparing who can grow into a job."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.fabrieken import (
    Competentiefabriek,
    Competentieregelfabriek,
    Dossierfabriek,
    Eisfabriek,
    Gebruikerfabriek,
    Gemeentefabriek,
    Kandidaatgegevensfabriek,
    Voordrachtfabriek,
    Werkprofielfabriek,
)

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.samen.bemiddeling.models import Voordracht
from werklandschap.werkgever.werving import afwegen
from werklandschap.werkgever.werving.models import Afweging, Groeiwens, Voorbereiding

pytestmark = pytest.mark.django_db


@pytest.fixture
def ik() -> Gebruiker:
    return Gebruikerfabriek(rol=Rol.KLANTMANAGER)


def mens(ik: Gebruiker, **velden: Any) -> Any:
    dossier = Dossierfabriek(werkzoekende__gemeente=ik.gemeente, verantwoordelijke=ik, **velden)
    Kandidaatgegevensfabriek(werkzoekende=dossier.werkzoekende)
    return dossier


def groeier(ik: Gebruiker) -> tuple[Any, Any]:
    profiel = Werkprofielfabriek(werkgever__gemeente=ik.gemeente, start=timezone.localdate() + timedelta(days=700))
    leert = Competentiefabriek(label="heftruck rijden")
    Eisfabriek(werkprofiel=profiel, competentie=leert, niveau=3, hard=True)
    dossier = mens(ik)
    Competentieregelfabriek(werkzoekende=dossier.werkzoekende, competentie=leert, niveau=2)
    return profiel, dossier


def test_g7_2_wie_kan_ingroeien_staat_apart_met_een_plan_dat_het_gat_dicht(client: Client, ik: Gebruiker) -> None:
    profiel, dossier = groeier(ik)
    client.force_login(ik)
    rang = client.get(reverse("werkgever_werving:kandidaten", args=[profiel.pk]))
    assert rang.context["rijen"] == []
    Groeiwens.objects.create(dossier=dossier, werkprofiel=profiel, antwoord=True, gevraagd_door=ik)
    lijst = client.get(reverse("werkgever_werving:groeien", args=[profiel.pk]))
    (rij,) = lijst.context["rijen"]
    assert rij.leren == [{"naam": "heftruck rijden", "nu": 2.0, "nodig": 3}]
    client.post(
        reverse("werkgever_werving:voorbereiden", args=[profiel.pk]),
        {"dossier": dossier.pk},
    )
    plan = Voorbereiding.objects.get()
    assert (plan.stappen[0]["nodig"], plan.klaar_op) == (3, profiel.start)
    taak = Taak.objects.get()
    assert taak.eigenaar == ik
    assert "heftruck rijden" in taak.toelichting
    tab = client.get(reverse("werkgever_werving:dossier_werk", args=[dossier.pk])).content.decode()
    assert "van niveau 2 naar 3" in tab


def test_g7_2_wie_nee_zei_staat_niet_bij_ingroeien(client: Client, ik: Gebruiker) -> None:
    profiel, dossier = groeier(ik)
    Voordrachtfabriek(dossier=dossier, werkprofiel=profiel, status=Voordracht.Status.AFGEZIEN, door=ik)
    client.force_login(ik)
    lijst = client.get(reverse("werkgever_werving:groeien", args=[profiel.pk]))
    assert (lijst.context["rijen"], lijst.context["willen_niet"]) == ([], 1)


def test_g7_4_een_professional_kiest_zelf_iemand_met_een_reden(client: Client, ik: Gebruiker) -> None:
    profiel, dossier = groeier(ik)
    zoekt = dossier.werkzoekende
    vreemd = mens(Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002", regio=ik.gemeente.regio)))
    client.force_login(ik)
    url = reverse("werkgever_werving:persoonlijk", args=[profiel.pk])
    (gevonden,) = client.get(url, {"q": zoekt.voornaam}).context["rijen"]
    assert "heftruck rijden" in gevonden[0].let_op
    assert client.get(url, {"q": vreemd.werkzoekende.voornaam}).context["rijen"] == []
    zonder = client.post(url, {"dossier": dossier.pk, "reden": ""})
    assert "reden" in zonder.context["formulier"].errors
    assert not Voordracht.objects.exists()
    client.post(url, {"dossier": dossier.pk, "reden": "Deed dit werk bij zijn oom"})
    rij = Voordracht.objects.get()
    assert (rij.reden_keuze, rij.status) == ("Deed dit werk bij zijn oom", "voorgeselecteerd")
    assert client.post(url, {"dossier": vreemd.pk, "reden": "x"}).status_code == 404


def test_g7_4_waarom_iemand_niet_is_voorgedragen_blijft_staan(client: Client, ik: Gebruiker) -> None:
    profiel = Werkprofielfabriek(werkgever__gemeente=ik.gemeente)
    dossier = mens(ik)
    client.force_login(ik)
    url = reverse("werkgever_werving:niet_voordragen", args=[profiel.pk])
    client.post(url, {"dossier": dossier.pk, "reden": "uren"})
    client.post(url, {"dossier": dossier.pk, "reden": "anders"})
    assert [a.reden for a in Afweging.objects.all()] == ["uren"]
    lijst = client.get(reverse("werkgever_werving:kandidaten", args=[profiel.pk])).content.decode()
    assert "Niet voorgedragen: Uren of dagdelen passen niet" in lijst
    buur = Gebruikerfabriek(rol=Rol.KLANTMANAGER, gemeente=Gemeentefabriek(code="9002", regio=ik.gemeente.regio))
    client.force_login(buur)
    elders = client.get(reverse("werkgever_werving:kandidaten", args=[profiel.pk])).content.decode()
    assert "Niet voorgedragen" not in elders
    with pytest.raises(GeenRecht):
        afwegen.draag_niet_voor(dossier=dossier, werkprofiel=profiel, reden="uren", door=buur)


def test_zonder_gat_is_er_geen_plan(ik: Gebruiker) -> None:
    profiel = Werkprofielfabriek(werkgever__gemeente=ik.gemeente)
    with pytest.raises(Invoerfout):
        afwegen.maak_voorbereiding(dossier=mens(ik), werkprofiel=profiel, door=ik)
