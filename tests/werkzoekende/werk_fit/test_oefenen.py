"""Skills that are practised, and noticing when nobody takes a step (W5.1, W5.2, W5.6, W5.7)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone
from tests.fabrieken import Doelfabriek, Dossierfabriek, Gebruikerfabriek, Gemeentefabriek, Planfabriek, Stapfabriek
from tests.portaal.hulp import ingelogd, inwoner

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.plannen.actions import rond_stap_af
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.actions import start_bezoek
from werklandschap.werkzoekende.werk_fit import actions, stilstand
from werklandschap.werkzoekende.werk_fit.models import Oefening

pytestmark = pytest.mark.django_db


@pytest.fixture
def dossier() -> Any:
    return Dossierfabriek()


def _oefen(dossier: Any, **anders: Any) -> Oefening:
    velden = {"categorie": "solliciteren", "wat": "Een brief geschreven", "hoe_ging_het": 3} | anders
    return actions.noteer_oefening(dossier=dossier, door=dossier.verantwoordelijke, **velden)


def test_w5_2_vaardigheden_worden_per_soort_geoefend_en_zijn_te_zien(dossier: Any) -> None:
    _oefen(dossier)
    _oefen(dossier, categorie="presenteren", wat="Een praatje van een minuut", hoe_ging_het=1)
    client = ingelogd(dossier.verantwoordelijke)
    pad = reverse("werkzoekende_werk_fit:werk_fit", args=[dossier.pk])
    client.post(f"{pad}oefenen/", {"categorie": "vak", "wat": "Een muur gevoegd", "hoe_ging_het": "4"})
    pagina = client.get(pad).content.decode()
    for tekst in ("Een brief geschreven", "Een praatje van een minuut", "Een muur gevoegd", "heel goed", "0 keer"):
        assert tekst in pagina
    fout = client.post(f"{pad}oefenen/", {"categorie": "vak", "wat": "", "hoe_ging_het": "4"})
    assert fout.status_code == 422


def test_w5_2_de_inwoner_schrijft_zelf_op_wat_is_geoefend() -> None:
    account, _dossier = inwoner()
    client = ingelogd(account)
    velden = {"categorie": "werknemer", "wat": "Op tijd bij de bus", "hoe_ging_het": "2"}
    assert client.post("/mijn/oefenen/", {**velden, "wat": ""}).status_code == 422
    client.post("/mijn/oefenen/", velden)
    assert Oefening.objects.get().door == account
    assert "Op tijd bij de bus" in client.get("/mijn/oefenen/").content.decode()
    with pytest.raises(GeenRecht):
        actions.noteer_oefening(
            dossier=Dossierfabriek(), door=account, categorie="vak", wat="Andermans werk", hoe_ging_het=2
        )


@pytest.mark.parametrize(
    "anders",
    [{"categorie": "x"}, {"wat": " "}, {"hoe_ging_het": 5}, {"op": timezone.localdate() + timedelta(days=400)}],
)
def test_wat_niet_kan_wordt_geweigerd(dossier: Any, anders: dict[str, Any]) -> None:
    with pytest.raises(Invoerfout) as fout:
        _oefen(dossier, **anders)
    assert set(fout.value.fouten) == set(anders)


def test_w5_1_de_klant_ziet_de_gezette_stappen_met_wat_goed_ging() -> None:
    account, dossier = inwoner()
    stap = Stapfabriek(doel=Doelfabriek(plan=Planfabriek(dossier=dossier)), tekst="Een bakker bellen")
    ander = Stapfabriek(doel=Doelfabriek(plan=Planfabriek(dossier=Dossierfabriek())), tekst="Een smid bellen")
    rond_stap_af(stap=stap, door=account, resultaat="Ik durfde het")
    rond_stap_af(stap=ander, door=ander.doel.plan.dossier.verantwoordelijke, resultaat="Van een ander")
    pagina = ingelogd(account).get("/mijn/oefenen/").content.decode()
    assert "Een bakker bellen" in pagina
    assert "Ik durfde het" in pagina
    assert "Een smid bellen" not in pagina


def _op_de_tegel(dossier: Any, weken: int) -> None:
    with time_machine.travel(timezone.now() - timedelta(weeks=weken), tick=False):
        start_bezoek(keten=dossier.keten, kant="werkzoekenden", tegel="werk-fit", door=dossier.verantwoordelijke)


def test_w5_1_wie_vier_weken_geen_stap_zet_wordt_een_taak_een_keer(dossier: Any) -> None:
    _op_de_tegel(dossier, 6)
    vers = Dossierfabriek(verantwoordelijke=dossier.verantwoordelijke)
    _op_de_tegel(vers, 2)
    bezig = Dossierfabriek(verantwoordelijke=dossier.verantwoordelijke)
    _op_de_tegel(bezig, 6)
    _oefen(bezig)
    assert stilstand.signaleer().startswith("1 mensen")
    taak = Taak.objects.get()
    assert (taak.eigenaar, taak.bron) == (dossier.verantwoordelijke, f"stilstand:{dossier.pk}")
    assert "Al 4 weken geen stap" in taak.titel
    assert stilstand.signaleer().startswith("0 mensen")


def test_w5_1_een_nieuwe_stap_laat_de_taak_vervallen(dossier: Any) -> None:
    _op_de_tegel(dossier, 6)
    stilstand.signaleer()
    doel = Doelfabriek(plan=Planfabriek(dossier=dossier))
    actions.zet_volgende_stap(doel=doel, door=dossier.verantwoordelijke, tekst="Bel de bakker", vertrouwen=8)
    assert Taak.objects.get(bron=f"stilstand:{dossier.pk}").status == Taak.Status.KLAAR
    assert stilstand.signaleer() == "0 mensen zonder stap, 0 weer verder"


def test_w5_1_elke_gemeente_kiest_zelf_na_hoeveel_weken(dossier: Any) -> None:
    _op_de_tegel(dossier, 6)
    dossier.gemeente.instellingen = {"stilstand_weken": 8}
    dossier.gemeente.save()
    elders = Gemeentefabriek(code="9099", naam="Elders")
    ander = Dossierfabriek(werkzoekende__gemeente=elders, verantwoordelijke=Gebruikerfabriek(gemeente=elders))
    _op_de_tegel(ander, 6)
    stilstand.signaleer()
    assert Taak.objects.get().bron == f"stilstand:{ander.pk}"


def test_w5_6_werk_fit_loopt_naast_orientatie_en_opleiden(dossier: Any) -> None:
    for tegel in ("werk-fit", "orientatie", "opleiden"):
        start_bezoek(keten=dossier.keten, kant="werkzoekenden", tegel=tegel, door=dossier.verantwoordelijke)
    assert dossier.keten.bezoeken.filter(tot__isnull=True).count() == 3


def test_w5_7_vanuit_werk_fit_is_een_plek_om_op_de_werkvloer_te_leren_een_klik_ver(dossier: Any) -> None:
    client = ingelogd(dossier.verantwoordelijke)
    pagina = client.get(reverse("werkzoekende_werk_fit:werk_fit", args=[dossier.pk])).content.decode()
    adres = reverse("werkzoekende_orientatie:plekken", args=[dossier.pk])
    assert f'href="{adres}"' in pagina
    nieuw = client.get(f"{adres}nieuw/").content.decode()
    assert "Leren op de werkvloer" in nieuw
