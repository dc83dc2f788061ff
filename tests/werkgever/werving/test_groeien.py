"""Who can grow into a job, and wants to."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.fabrieken import (
    Competentieregelfabriek,
    Dossierfabriek,
    Eisfabriek,
    Gebruikerfabriek,
    Gemeentefabriek,
    Kandidaatgegevensfabriek,
    Werkprofielfabriek,
)

from werklandschap.kern.basis.fouten import GeenRecht
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.models import Gebeurtenis
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.werkgever.werving import wensen
from werklandschap.werkgever.werving.models import Groeiwens

pytestmark = pytest.mark.django_db


@pytest.fixture
def ik() -> Gebruiker:
    return Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER)


@pytest.fixture
def klant(client: Client, ik: Gebruiker) -> Client:
    client.force_login(ik)
    return client


@pytest.fixture
def profiel() -> Any:
    profiel = Werkprofielfabriek(start=timezone.localdate() + timedelta(weeks=20))
    Eisfabriek(werkprofiel=profiel, niveau=3, hard=True)
    return profiel


def groeier(profiel: Any, **velden: Any) -> Any:
    dossier = Dossierfabriek(**velden)
    competentie = profiel.eisen.get().competentie
    Competentieregelfabriek(werkzoekende=dossier.werkzoekende, competentie=competentie, niveau=2)
    Kandidaatgegevensfabriek(werkzoekende=dossier.werkzoekende, leertempo=2)
    return dossier


def pagina(klant: Client, profiel: Any, naam: str = "groeien") -> Any:
    return klant.get(reverse(f"werkgever_werving:{naam}", args=[profiel.pk]))


def vraag(klant: Client, profiel: Any) -> Any:
    return klant.post(reverse("werkgever_werving:groeien_vraag", args=[profiel.pk]), follow=True)


def test_g7_2_wie_kan_leren_maar_niet_gevraagd_is_staat_er_als_getal(klant: Client, profiel: Any) -> None:
    dossier = groeier(profiel)
    groeier(profiel)
    antwoord = pagina(klant, profiel)
    assert (antwoord.context["rijen"], antwoord.context["niet_gevraagd"]) == ([], 2)
    assert dossier.werkzoekende.achternaam not in antwoord.content.decode()
    assert pagina(klant, profiel, "kandidaten").context["rijen"] == []


def test_g7_2_een_knop_vraagt_iedereen_een_keer(klant: Client, profiel: Any) -> None:
    dossier = groeier(profiel)
    assert "Aan 1 mens is het gevraagd" in vraag(klant, profiel).content.decode()
    assert "Aan 0 mensen is het gevraagd" in vraag(klant, profiel).content.decode()
    wens = Groeiwens.objects.get()
    assert wens.leren == [profiel.eisen.get().competentie.naam]
    taak = Taak.objects.get()
    assert taak.eigenaar == dossier.verantwoordelijke
    assert profiel.titel in taak.titel
    antwoord = pagina(klant, profiel)
    assert (antwoord.context["niet_gevraagd"], antwoord.context["wachten"]) == (0, [wens])


def test_g7_2_wie_ja_zegt_staat_in_de_lijst_met_wat_er_te_leren_is(klant: Client, profiel: Any) -> None:
    dossier, anders = groeier(profiel), groeier(profiel)
    vraag(klant, profiel)
    for wie, woord in ((dossier, "ja"), (anders, "nee")):
        wens = Groeiwens.objects.get(dossier=wie)
        klant.post(reverse("werkgever_werving:groeien_antwoord", args=[profiel.pk, wens.pk]), {"antwoord": woord})
    antwoord = pagina(klant, profiel)
    assert [rij.match.dossier for rij in antwoord.context["rijen"]] == [dossier]
    assert antwoord.context["rijen"][0].leren[0]["nodig"] == 3
    assert antwoord.context["willen_niet"] == 1
    assert "Maak een plan voor" in antwoord.content.decode()
    assert {t.status for t in Taak.objects.all()} == {Taak.Status.KLAAR}
    assert Gebeurtenis.objects.filter(keten=dossier.keten, soort="groeien.ja").count() == 1
    assert pagina(klant, profiel, "kandidaten").context["rijen"] == []


def test_g7_2_de_inwoner_antwoordt_zelf_en_hoort_wat_er_te_leren_is(
    klant: Client, profiel: Any, client: Client
) -> None:
    inwoner = Gebruikerfabriek(rol=Rol.INWONER, gemeente=None)
    dossier = groeier(profiel, werkzoekende__account=inwoner)
    vraag(klant, profiel)
    wens = Groeiwens.objects.get()
    zelf = Client()
    zelf.force_login(inwoner)
    tekst = zelf.get(reverse("portaal:kansen")).content.decode()
    assert f"Wilt u dit werk leren: {profiel.titel}?" in tekst
    assert wens.leren[0] in tekst
    assert profiel.werkgever.naam not in tekst
    assert zelf.post(reverse("portaal:groei", args=[wens.pk]), {"antwoord": "misschien"}).status_code == 404
    zelf.post(reverse("portaal:groei", args=[wens.pk]), {"antwoord": "ja"})
    wens.refresh_from_db()
    assert (wens.antwoord, wens.beantwoord_door) == (True, inwoner)
    assert [rij.match.dossier for rij in pagina(klant, profiel).context["rijen"]] == [dossier]


def test_een_ander_antwoordt_niet_voor_iemand(klant: Client, profiel: Any) -> None:
    groeier(profiel)
    vraag(klant, profiel)
    wens = Groeiwens.objects.get()
    vreemd = Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER, gemeente=Gemeentefabriek(code="9002"))
    for door in (vreemd, Gebruikerfabriek(rol=Rol.INWONER, gemeente=None)):
        with pytest.raises(GeenRecht):
            wensen.beantwoord_groeiwens(wens=wens, ja=True, door=door)
    with pytest.raises(GeenRecht):
        wensen.vraag_groeiers(werkprofiel=profiel, door=Gebruikerfabriek(rol=Rol.JOBCOACH))


def test_de_lijst_van_groeiers_kost_steeds_evenveel(klant: Client, profiel: Any, zelfde_aantal_queries: Any) -> None:
    def maak(aantal: int) -> None:
        for nummer in range(aantal):
            dossier = groeier(profiel)
            Groeiwens.objects.create(
                dossier=dossier,
                werkprofiel=profiel,
                gevraagd_door=dossier.verantwoordelijke,
                antwoord=True if nummer % 2 else None,
            )

    zelfde_aantal_queries(klant, reverse("werkgever_werving:groeien", args=[profiel.pk]), maak)
