"""Trainings: agreeing, finishing with a result in the profile, stopping, and certificates that end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests import fabrieken

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.profielen.models import Bewijs, Certificaat
from werklandschap.kern.profielen.queries import aflopende_certificaten
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.ketens import controleer
from werklandschap.werkzoekende.opleiden import actions, catalogus, haken
from werklandschap.werkzoekende.opleiden.models import Traject

pytestmark = pytest.mark.django_db


@pytest.fixture
def dossier() -> Any:
    return fabrieken.Dossierfabriek()


def _traject(dossier: Any, **anders: Any) -> Traject:
    velden = {"vorm": "vakcertificaat", "naam": "Heftruck", "van": timezone.localdate() - timedelta(days=9)}
    return actions.start_traject(dossier=dossier, door=dossier.verantwoordelijke, **{**velden, **anders})


def test_w6_4_een_resultaat_komt_met_bewijs_in_het_profiel(dossier: Any) -> None:
    competentie = fabrieken.Competentiefabriek()
    tot = timezone.localdate() + timedelta(days=400)
    actions.rond_traject_af(
        traject=_traject(dossier),
        door=dossier.verantwoordelijke,
        competenties=[(competentie, 3)],
        certificaat="heftruck",
        geldig_tot=tot,
    )
    regel = dossier.werkzoekende.competenties.get()
    assert (regel.niveau, regel.bewijzen.get().soort) == (3, Bewijs.Soort.CERTIFICAAT)
    assert Certificaat.objects.get().geldig_tot == tot
    assert Taak.objects.get().voor_op == tot - timedelta(days=90)
    dossier.keten.refresh_from_db()
    assert controleer(dossier.keten) == []


def test_w6_1_een_diploma_wordt_een_gevolgde_opleiding(dossier: Any) -> None:
    actions.rond_traject_af(traject=_traject(dossier, vorm="hbo"), door=dossier.verantwoordelijke)
    opleiding = dossier.werkzoekende.opleidingen.get()
    assert (opleiding.diploma, opleiding.niveau) == (True, "hbo")


def test_stoppen_vraagt_een_reden_en_afronden_kan_een_keer(dossier: Any) -> None:
    traject = _traject(dossier)
    with pytest.raises(Invoerfout):
        actions.stop_traject(traject=traject, door=dossier.verantwoordelijke, reden=" ")
    assert actions.stop_traject(traject=traject, door=dossier.verantwoordelijke, reden="Te ver").status == "gestopt"
    with pytest.raises(Invoerfout):
        actions.rond_traject_af(traject=traject, door=dossier.verantwoordelijke)


def test_een_geplande_opleiding_begint_later(dossier: Any) -> None:
    traject = _traject(dossier, van=timezone.localdate() + timedelta(days=3))
    assert traject.status == "gepland"
    assert actions.begin_traject(traject=traject, door=dossier.verantwoordelijke).status == "loopt"


def test_een_vreemde_mag_niets(dossier: Any) -> None:
    vreemd = fabrieken.Gebruikerfabriek(gemeente=fabrieken.Gemeentefabriek(code="9002"))
    with pytest.raises(GeenRecht):
        actions.stop_traject(traject=_traject(dossier), door=vreemd, reden="x")


@pytest.mark.parametrize("velden", [{"vorm": "x"}, {"naam": " "}, {"certificaat": "x"}, {"kosten": -1}])
def test_wat_niet_kan_wordt_geweigerd(dossier: Any, velden: dict[str, Any]) -> None:
    with pytest.raises(Invoerfout) as fout:
        _traject(dossier, **velden)
    assert set(fout.value.fouten) == set(velden)


def test_elke_vorm_geeft_een_bewijssoort_en_termijnen_zijn_bekend() -> None:
    assert {vorm.bewijs for vorm in catalogus.vormen()} <= set(Bewijs.Soort.values)
    assert catalogus.geldig_maanden("heftruck") == 60
    assert catalogus.geldig_maanden("vca-basis") == 120
    assert catalogus.geldig_maanden("") is None


def test_paginas_werken_en_fouten_houden_de_invoer(client: Client, dossier: Any) -> None:
    client.force_login(dossier.verantwoordelijke)
    fabrieken.Competentiefabriek(code="orders-verzamelen", label="orders verzamelen")
    nieuw = reverse("werkzoekende_opleiden:nieuw", args=[dossier.pk])
    velden = {"vorm": "vakcertificaat", "naam": "Magazijn", "van": timezone.localdate().isoformat()}
    fout = client.post(nieuw, {**velden, "van": ""})
    assert fout.status_code == 422
    assert 'value="Magazijn"' in fout.content.decode()
    client.post(nieuw, {**velden, "inhoud": "U leert orderpicken."})
    traject = Traject.objects.get()
    afronden = reverse("werkzoekende_opleiden:afronden", args=[dossier.pk, traject.pk])
    assert "orders verzamelen" in client.get(afronden).content.decode()
    vandaag = timezone.localdate().isoformat()
    client.post(afronden, {"afgerond_op": vandaag, "competentie-orders-verzamelen": "2"})
    assert dossier.werkzoekende.competenties.get().niveau == 2
    assert client.get(reverse("werkzoekende_opleiden:stoppen", args=[dossier.pk, traject.pk])).status_code == 200


def test_w6_2_aflopende_certificaten_staan_op_de_werklijst(dossier: Any, rf: Any) -> None:
    vandaag = timezone.localdate()
    for code, dagen in (("bhv", 20), ("heftruck", 200)):
        Certificaat.objects.create(
            werkzoekende=dossier.werkzoekende, code=code, geldig_tot=vandaag + timedelta(days=dagen)
        )
    assert [c.code for c in aflopende_certificaten(dossier.verantwoordelijke)] == ["bhv"]
    request = rf.get("/")
    request.user = dossier.verantwoordelijke
    lijst = haken.aflopend(request)
    assert lijst is not None
    assert len(lijst.rijen) == 1
    assert [s.slug for s in haken.suggestie(dossier)] == ["opleiden"]


def test_de_pagina_kost_altijd_evenveel(
    client: Client, dossier: Any, zelfde_aantal_queries: Callable[..., None]
) -> None:
    client.force_login(dossier.verantwoordelijke)
    adres = reverse("werkzoekende_opleiden:opleiden", args=[dossier.pk])
    zelfde_aantal_queries(client, adres, lambda aantal: [_traject(dossier) for _ in range(aantal)])
