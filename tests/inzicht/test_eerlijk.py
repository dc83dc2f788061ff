"""Equal chances: counted right, sure only when the numbers carry it, and never about fewer than ten people."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from tests.fabrieken import (
    Competentieregelfabriek,
    Dossierfabriek,
    Gebruikerfabriek,
    Gemeentefabriek,
    Kandidaatgegevensfabriek,
    Werkprofielfabriek,
)

from werklandschap.inzicht import eerlijk
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.profielen.models import Zoekopdracht
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.samen.bemiddeling.models import Voordracht, Voordrachtstap
from werklandschap.werkgever.werving.models import Afweging

JONG, OUD = "tot-27", "vanaf-55"


def test_g7_4_selectie_geeft_de_gepubliceerde_verhouding_en_het_bereik() -> None:
    """Physicians' Health Study 1989: 104 of 11,037 with aspirin against 189 of 11,034: 0.55, interval 0.43–0.70."""
    rijen = eerlijk.selectie({JONG: 11037, OUD: 11034}, {JONG: 104, OUD: 189})
    jong = next(rij for rij in rijen if rij.groep == JONG)
    assert jong.verhouding == pytest.approx(0.550, abs=0.001)
    assert (jong.laag, jong.hoog) == (pytest.approx(0.433, abs=0.001), pytest.approx(0.698, abs=0.001))
    assert jong.oordeel == "minder"


@pytest.mark.parametrize(("jong", "rest"), [(9, 40), (40, 9)])
def test_g7_4_onder_de_tien_mensen_staat_er_niets(jong: int, rest: int) -> None:
    rijen = eerlijk.selectie({JONG: jong, OUD: rest}, {JONG: 1, OUD: 2})
    assert [rij.van for rij in rijen] == [None] * 5
    assert {rij.oordeel for rij in rijen} == {""}


def test_g7_4_een_klein_verschil_heet_geen_verschil() -> None:
    rijen = {rij.groep: rij for rij in eerlijk.selectie({JONG: 20, OUD: 20}, {JONG: 4, OUD: 8})}
    assert rijen[JONG].verhouding == pytest.approx(0.5)
    assert rijen[JONG].oordeel == "gelijk"
    niemand = {rij.groep: rij for rij in eerlijk.selectie({JONG: 20, OUD: 20}, {OUD: 8})}[JONG]
    assert niemand.deel == 0
    assert niemand.laag is not None
    assert niemand.hoog is not None
    assert 0 < niemand.laag < niemand.hoog < float("inf")


def test_g7_4_aandacht_naar_evenredigheid_is_een() -> None:
    lijsten = [{JONG: [5, 500 + n], OUD: [5, 500 - n]} for n in (-20, 20) * 6]
    rij = eerlijk.blootstelling(lijsten, {JONG: 50, OUD: 50})[0]
    assert rij.verhouding == pytest.approx(1)
    assert rij.oordeel == "gelijk"
    scheef = eerlijk.blootstelling([{JONG: [2, 200 + n], OUD: [8, 800]} for n in range(12)], {JONG: 50, OUD: 50})[0]
    assert scheef.oordeel == "minder"
    # Equal lists say nothing about other people: with twelve of each the same lists prove nothing.
    assert eerlijk.blootstelling([{JONG: [2, 400], OUD: [8, 600]}] * 50, {JONG: 12, OUD: 12})[0].oordeel == "gelijk"
    assert eerlijk.blootstelling(lijsten[:9], {JONG: 50, OUD: 50})[0].van is None


@pytest.fixture
def gemeente() -> Gemeente:
    return Gemeentefabriek()


def _maak_vindbaar(dossier: Dossier) -> None:
    mens = dossier.werkzoekende
    mens.lat, mens.lon = 52.0, 5.0
    mens.save()
    Competentieregelfabriek(werkzoekende=mens, niveau=3)
    vrij = {"uren_min": 16, "uren_max": 32, "beschikbaar_vanaf": date(2026, 1, 1), "reis_km": 20}
    Kandidaatgegevensfabriek(werkzoekende=mens, **vrij)


def _mensen(gemeente: Gemeente, aantal: int, jaar: int) -> list[Dossier]:
    return Dossierfabriek.create_batch(
        aantal, werkzoekende__gemeente=gemeente, gemeente=gemeente, werkzoekende__geboortedatum=date(jaar, 1, 1)
    )


def _voordracht(dossier: Dossier, *standen: str, **velden: Any) -> Voordracht:
    profiel = Werkprofielfabriek(werkgever__gemeente=dossier.gemeente)
    rij = Voordracht.objects.create(dossier=dossier, werkprofiel=profiel, status=standen[-1], **velden)
    for stand in standen:
        Voordrachtstap.objects.create(voordracht=rij, naar=stand)
    return rij


@pytest.mark.django_db
def test_g7_4_de_cijfers_komen_van_de_eigen_gemeente_en_het_afgelopen_jaar(gemeente: Gemeente) -> None:
    jong, oud = _mensen(gemeente, 12, 2004), _mensen(gemeente, 12, 1960)
    for dossier in jong[:6]:
        _voordracht(dossier, "voorgedragen", "aangenomen")
    _voordracht(oud[0], "voorgedragen")
    oude_stap = _voordracht(oud[1], "voorgedragen").stappen.get()
    Voordrachtstap.objects.filter(pk=oude_stap.pk).update(tijd=timezone.now() - timedelta(days=400))
    elders = Gemeentefabriek(code="9011")
    for dossier in _mensen(elders, 3, 1960):
        _voordracht(dossier, "voorgedragen")
    uit = eerlijk.eerlijkheid(gemeente, eerlijk.mensen_van(gemeente)[0])
    voorgedragen = {rij.groep: rij for rij in uit.voorgedragen}
    assert (voorgedragen[JONG].van, voorgedragen[JONG].deel) == (12, 0.5)
    assert (voorgedragen[OUD].van, voorgedragen[OUD].deel) == (12, pytest.approx(1 / 12))
    assert voorgedragen[OUD].verhouding == pytest.approx(1 / 6)
    assert voorgedragen[OUD].oordeel == "gelijk", "twaalf mensen per groep is te weinig om zeker te zijn"
    assert {rij.van for rij in uit.aangenomen} == {None}


@pytest.mark.django_db
def test_g7_4_wie_niet_werd_voorgedragen_staat_bij_de_eerste_reden(gemeente: Gemeente) -> None:
    wel, loopt, nee, weg, _onvindbaar, over = _mensen(gemeente, 6, 1990)
    _maak_vindbaar(over)
    _voordracht(wel, "afgewezen")
    _voordracht(loopt, "gevraagd")
    _voordracht(nee, "afgezien")
    _voordracht(weg, "ingetrokken")
    _voordracht(over, "afgezien", gemaakt_op=timezone.now() - timedelta(days=400))
    uit = eerlijk.niet_voorgedragen(gemeente, eerlijk.mensen_van(gemeente)[1])
    assert uit.totaal == 5
    assert dict(uit.redenen) == {
        "loopt": 1, "afgezien": 1, "ingetrokken": 1, "niet_vindbaar": 1, "niet_gekozen": 1,
    }  # fmt: skip


@pytest.mark.django_db
def test_g7_4_de_pagina_is_voor_managers_en_zegt_wat_er_niet_is(gemeente: Gemeente) -> None:
    manager = Gebruikerfabriek(gemeente=gemeente, rol=Rol.MANAGER)
    for dossier in _mensen(gemeente, 12, 1960):
        dossier.werkzoekende.achternaam = "Geheimenaam"
        dossier.werkzoekende.save()
    _mensen(gemeente, 9, 2004)
    for dossier in _mensen(gemeente, 20, 1985):
        _voordracht(dossier, "voorgedragen")
    profiel = Werkprofielfabriek(werkgever__gemeente=gemeente)
    Afweging.objects.create(dossier=Dossier.objects.first(), werkprofiel=profiel, reden="anders", door=manager)
    client = Client()
    client.force_login(manager)
    pagina = client.get("/inzicht/eerlijk/").content.decode()
    assert "Wij leggen niet vast of iemand vrouw of man is" in pagina
    assert "te weinig om te tonen" in pagina
    assert "Wat kunt u doen?" in pagina
    assert "55 jaar en ouder. Dat is minder dan anderen" in pagina
    assert "minder dan vijf" in pagina
    assert "Geheimenaam" not in pagina
    klantmanager = Client()
    klantmanager.force_login(Gebruikerfabriek(gemeente=gemeente))
    assert klantmanager.get("/inzicht/eerlijk/").status_code == 403


@pytest.mark.django_db
def test_g7_4_de_pagina_vraagt_even_veel_bij_meer_mensen(gemeente: Gemeente, zelfde_aantal_queries: Any) -> None:
    client = Client()
    client.force_login(Gebruikerfabriek(gemeente=gemeente, rol=Rol.MANAGER))
    manager = Gebruikerfabriek(gemeente=gemeente, rol=Rol.MANAGER)

    def maak(aantal: int) -> None:
        for dossier in _mensen(gemeente, aantal, 1980):
            rij = _voordracht(dossier, "voorgedragen")
            Zoekopdracht.objects.create(
                werkprofiel=rij.werkprofiel, door=manager, formule="1", aantal=1, blootstelling={OUD: [1, 1000]}
            )

    zelfde_aantal_queries(client, "/inzicht/eerlijk/", maak)
