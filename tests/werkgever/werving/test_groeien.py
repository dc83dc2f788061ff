"""Who can grow into a job, and wants to."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
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
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.taken.actions import rond_taak_af
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
    klant.post(reverse("werkgever_werving:voorbereiden", args=[profiel.pk]), {"dossier": dossier.pk})
    tekst = pagina(klant, profiel).content.decode()
    assert "Er is een plan, klaar op" in tekst
    assert "Maak een plan voor" not in tekst
    assert {t.status for t in Taak.objects.filter(bron__contains="groeiwens")} == {Taak.Status.KLAAR}
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
    assert f"Wilt u dit werk leren: {profiel.titel}?" in zelf.get(reverse("portaal:mijn")).content.decode()
    assert zelf.post(reverse("portaal:groei", args=[wens.pk]), {"antwoord": "misschien"}).status_code == 404
    zelf.post(reverse("portaal:groei", args=[wens.pk]), {"antwoord": "ja"})
    wens.refresh_from_db()
    assert (wens.antwoord, wens.beantwoord_door) == (True, inwoner)
    assert [rij.match.dossier for rij in pagina(klant, profiel).context["rijen"]] == [dossier]


def test_g7_2_na_de_eersten_kunnen_de_volgenden_gevraagd_worden(
    klant: Client, profiel: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wensen, "HOOGUIT", 2)
    for _nummer in range(3):
        groeier(profiel)
    antwoord = pagina(klant, profiel)
    assert (antwoord.context["aantal"], antwoord.context["niet_gevraagd"]) == (3, 3)
    assert "aan de 2 die verder het best passen" in antwoord.content.decode()
    assert "Aan 2 mensen is het gevraagd" in vraag(klant, profiel).content.decode()
    antwoord = pagina(klant, profiel)
    assert (len(antwoord.context["wachten"]), antwoord.context["niet_gevraagd"]) == (2, 1)
    assert "Aan 1 mens is het gevraagd" in vraag(klant, profiel).content.decode()
    assert len(pagina(klant, profiel).context["wachten"]) == 3


def test_g7_2_wie_niet_antwoordt_wordt_een_keer_herinnerd_en_de_contactpersoon_ook(klant: Client, profiel: Any) -> None:
    dossier = groeier(profiel)
    vraag(klant, profiel)
    taak = Taak.objects.get()
    termijn = timezone.localdate() + timedelta(days=7)
    assert taak.voor_op == termijn
    rond_taak_af(taak=taak, door=dossier.verantwoordelijke)
    with time_machine.travel(timezone.now() + timedelta(days=6)):
        assert wensen.herinner() == "0 mensen herinnerd"
    with time_machine.travel(timezone.now() + timedelta(days=7, minutes=1)):
        assert wensen.herinner() == "1 mensen herinnerd"
        assert wensen.herinner() == "0 mensen herinnerd"
        nieuw = Taak.objects.get(status=Taak.Status.OPEN)
        assert (nieuw.eigenaar, nieuw.voor_op) == (dossier.verantwoordelijke, termijn)
        assert nieuw.titel.startswith("Nog geen antwoord")
        assert Gebeurtenis.objects.filter(keten=dossier.keten, soort="groeien.herinnerd").count() == 1
        wens = Groeiwens.objects.get()
        assert wens.herinnerd_op == termijn
        wensen.beantwoord_groeiwens(wens=wens, ja=True, door=dossier.verantwoordelijke)
    assert not Taak.objects.filter(status=Taak.Status.OPEN).exists()


def test_g7_2_een_open_taak_krijgt_er_geen_bij_en_wie_antwoordde_wordt_niet_herinnerd(
    klant: Client, profiel: Any
) -> None:
    stil, snel, weg = groeier(profiel), groeier(profiel), groeier(profiel)
    vraag(klant, profiel)
    wensen.beantwoord_groeiwens(wens=Groeiwens.objects.get(dossier=snel), ja=False, door=snel.verantwoordelijke)
    Dossier.objects.filter(pk=weg.pk).update(status="gesloten")
    with time_machine.travel(timezone.now() + timedelta(days=8)):
        assert wensen.herinner() == "1 mensen herinnerd"
    assert Taak.objects.filter(keten=stil.keten).count() == 1
    profiel.status = "gesloten"
    profiel.save()
    Groeiwens.objects.update(herinnerd_op=None)
    with time_machine.travel(timezone.now() + timedelta(days=8)):
        assert wensen.herinner() == "0 mensen herinnerd"


def test_g7_2_de_taak_leidt_naar_een_blad_waar_het_antwoord_kan(klant: Client, profiel: Any) -> None:
    dossier = groeier(profiel)
    vraag(klant, profiel)
    zelf = Client()
    zelf.force_login(dossier.verantwoordelijke)
    blad = Taak.objects.get().url
    tekst = zelf.get(blad).content.decode()
    assert f"in dit werk groeien: {profiel.titel}?" in tekst
    wens = Groeiwens.objects.get()
    url = reverse("werkgever_werving:groeien_antwoord", args=[profiel.pk, wens.pk])
    assert url in tekst
    assert zelf.post(url, {"antwoord": "ja", "dossier": dossier.pk})["Location"] == blad
    assert "in dit werk groeien" not in zelf.get(blad).content.decode()
    coach = Client()
    coach.force_login(Gebruikerfabriek(rol=Rol.MANAGER, gemeente=dossier.gemeente))
    Groeiwens.objects.update(antwoord=None)
    gelezen = coach.get(blad)
    assert gelezen.status_code != 200 or url not in gelezen.content.decode()


def test_g7_2_een_vraag_over_werk_dat_dicht_is_staat_er_niet_meer(klant: Client, profiel: Any) -> None:
    inwoner = Gebruikerfabriek(rol=Rol.INWONER, gemeente=None)
    groeier(profiel, werkzoekende__account=inwoner)
    vraag(klant, profiel)
    Groeiwens.objects.update(herinnerd_op=timezone.localdate())
    assert "herinnerd op" in pagina(klant, profiel).content.decode()
    profiel.status = "gesloten"
    profiel.save()
    zelf = Client()
    zelf.force_login(inwoner)
    assert "Wilt u dit werk leren" not in zelf.get(reverse("portaal:kansen")).content.decode()


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
