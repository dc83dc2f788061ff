"""Places to try work (W4.4) and homework on the person's own page (W4.5)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests import fabrieken
from tests.portaal.hulp import ingelogd, inwoner

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.taken.models import Taak
from werklandschap.werkzoekende.orientatie import actions, plekken
from werklandschap.werkzoekende.orientatie.models import Huiswerk, Werkervaringsplek

pytestmark = pytest.mark.django_db


@pytest.fixture
def dossier() -> Any:
    return fabrieken.Dossierfabriek()


def _plek(dossier: Any, **anders: Any) -> Werkervaringsplek:
    velden = {
        "bedrijf": "Bakkerij Proef",
        "doel": "Ontdekken of vroeg opstaan lukt",
        "van": timezone.localdate(),
        "weken": 6,
        "uren": 16,
        "begeleider": "Kim",
    } | anders
    return plekken.spreek_plek_af(dossier=dossier, door=dossier.verantwoordelijke, **velden)


def test_w4_4_een_plek_wordt_gevonden_met_dezelfde_zoekmachine_en_afgesproken(client: Client, dossier: Any) -> None:
    competentie = fabrieken.Competentiefabriek(label="deeg kneden")
    fabrieken.Kandidaatgegevensfabriek(werkzoekende=dossier.werkzoekende)
    fabrieken.Competentieregelfabriek(werkzoekende=dossier.werkzoekende, competentie=competentie, niveau=3)
    profiel = fabrieken.Werkprofielfabriek(titel="Hulp in de bakkerij", werkgever__gemeente=dossier.gemeente)
    fabrieken.Eisfabriek(werkprofiel=profiel, competentie=competentie)
    client.force_login(dossier.verantwoordelijke)
    basis = reverse("werkzoekende_orientatie:plekken", args=[dossier.pk])
    pagina = client.get(basis).content.decode()
    assert "Hulp in de bakkerij" in pagina
    assert f"?werkprofiel={profiel.pk}" in pagina
    nieuw = f"{basis}nieuw/?werkprofiel={profiel.pk}"
    assert f'value="{profiel.werkgever.naam}"' in client.get(nieuw).content.decode()
    velden = {
        "soort": "stage",
        "bedrijf": profiel.werkgever.naam,
        "doel": "Zien wat een bakker doet",
        "van": timezone.localdate().isoformat(),
        "weken": "2",
        "uren": "12",
        "begeleider": "Kim",
    }
    assert client.post(nieuw, {**velden, "weken": "80"}).status_code == 422
    client.post(nieuw, velden)
    plek = Werkervaringsplek.objects.get()
    assert (plek.werkprofiel, plek.weken, plek.begeleider, plek.soort) == (profiel, 2, "Kim", "stage")
    assert plek.tot == timezone.localdate() + timedelta(days=13)


def test_w4_4_tegen_het_einde_komt_er_een_taak_en_samen_kijkt_u_terug(client: Client, dossier: Any) -> None:
    plek = _plek(dossier)
    taak = Taak.objects.get(bron=f"plek:{plek.pk}")
    assert taak.voor_op == plek.tot - timedelta(days=7)
    client.force_login(dossier.verantwoordelijke)
    pad = reverse("werkzoekende_orientatie:plek", args=[dossier.pk, plek.pk])
    assert client.post(pad, {"evaluatie": ""}).status_code == 422
    client.post(pad, {"evaluatie": "Vroeg opstaan lukt goed.", "cijfer": "8"})
    plek.refresh_from_db()
    taak.refresh_from_db()
    assert (plek.status, plek.cijfer, taak.status) == ("afgerond", 8, Taak.Status.KLAAR)
    assert "Vroeg opstaan lukt goed." in client.get(pad).content.decode()
    with pytest.raises(Invoerfout):
        plekken.stop_plek(plek=plek, door=dossier.verantwoordelijke, reden="te laat")


def test_w4_4_een_plek_die_eerder_stopt_blijft_zichtbaar_met_de_reden(client: Client, dossier: Any) -> None:
    plek = _plek(dossier)
    client.force_login(dossier.verantwoordelijke)
    pad = reverse("werkzoekende_orientatie:plek_stop", args=[dossier.pk, plek.pk])
    assert client.post(pad, {"reden": ""}).status_code == 422
    client.post(pad, {"reden": "De reis was te lang"})
    overzicht = client.get(reverse("werkzoekende_orientatie:orientatie", args=[dossier.pk])).content.decode()
    assert "Bakkerij Proef" in overzicht
    assert "De reis was te lang" in client.get(pad.removesuffix("stop/")).content.decode()


def test_een_vreemde_spreekt_geen_plek_af(dossier: Any) -> None:
    vreemd = fabrieken.Gebruikerfabriek(gemeente=fabrieken.Gemeentefabriek(code="9002"))
    velden = {"bedrijf": "A", "doel": "B", "van": timezone.localdate(), "weken": 1, "uren": 8, "begeleider": "C"}
    with pytest.raises(GeenRecht):
        plekken.spreek_plek_af(dossier=dossier, door=vreemd, **velden)


def test_w4_5_de_inwoner_ziet_de_opdracht_doet_hem_en_vertelt_wat_eruit_kwam() -> None:
    account, dossier = inwoner()
    morgen = timezone.localdate() + timedelta(days=1)
    door = dossier.verantwoordelijke
    assert door is not None
    werk = actions.geef_huiswerk(dossier=dossier, opdracht="Bel een bakker", voor_op=morgen, door=door)
    ander = Huiswerk.objects.create(dossier=fabrieken.Dossierfabriek(), opdracht="Bel een smid", voor_op=morgen)
    client = ingelogd(account)
    pagina = client.get("/mijn/oefenen/").content.decode()
    assert "Bel een bakker" in pagina
    assert "Bel een smid" not in pagina
    client.post(f"/mijn/opdrachten/{werk.pk}/klaar/", {"uitkomst": "Ik mag een dag meelopen"})
    werk.refresh_from_db()
    assert (werk.gedaan_op, werk.uitkomst) == (timezone.localdate(), "Ik mag een dag meelopen")
    assert client.post(f"/mijn/opdrachten/{ander.pk}/klaar/").status_code == 404
    professional = ingelogd(door).get(reverse("werkzoekende_orientatie:orientatie", args=[dossier.pk]))
    assert "Ik mag een dag meelopen" in professional.content.decode()
