"""What trained people and conversations mean for readiness, and advice with the survey."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.fabrieken import Contactmomentfabriek, Gebruikerfabriek, Gemeentefabriek, Werkgeverfabriek

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.relaties.models import Contactmoment, Werkgever
from werklandschap.kern.tijdlijn.soorten import SOORTEN
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.ontwerp.opmaak import datum
from werklandschap.werkgever.kandidaat_fit import actions, queries
from werklandschap.werkgever.kandidaat_fit.catalogi import draagvlakvragen, helpt_bij, punten
from werklandschap.werkgever.kandidaat_fit.models import Gespreksbewijs
from werklandschap.werkgever.opleiden.actions import leg_training_vast
from werklandschap.werkgever.opleiden.catalogi import trainingen

pytestmark = pytest.mark.django_db


@pytest.fixture
def ik() -> Gebruiker:
    return Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER)


def test_g4_1_een_geldige_training_staat_als_bewijs_bij_kandidaat_fit(client: Client, ik: Gebruiker) -> None:
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente)
    vandaag = timezone.localdate()
    leg_training_vast(werkgever=werkgever, training="harrie", naam="Kim", behaald_op=vandaag, door=ik)
    leg_training_vast(
        werkgever=werkgever,
        training="mentorwijs",
        naam="Bo",
        behaald_op=vandaag - timedelta(days=900),
        geldig_tot=vandaag - timedelta(days=1),
        door=ik,
    )
    leg_training_vast(werkgever=werkgever, training="jobcarving", naam="Jo", gepland_op=vandaag, door=ik)
    bewijs = queries.bewijs_van(werkgever)
    assert set(bewijs) == {"begeleider", "uitleg"}
    client.force_login(ik)
    tekst = client.get(reverse("werkgever_kandidaat_fit:gereedheid", args=[werkgever.pk])).content.decode()
    assert bewijs["begeleider"][0] in tekst
    assert "Bo volgde" not in tekst
    assert queries.stand_van(werkgever) == {}


def test_elke_training_en_elk_punt_in_het_bewijs_bestaat() -> None:
    assert set(helpt_bij()) <= {t.code for t in trainingen()}
    assert {punt for lijst in helpt_bij().values() for punt in lijst} <= {p.code for p in punten()}


def test_g5_2_bij_een_lage_uitkomst_staat_advies(ik: Gebruiker) -> None:
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente)
    onderzoek = actions.start_draagvlakonderzoek(
        werkgever=werkgever, sluit_op=timezone.localdate() + timedelta(days=5), door=ik
    )
    codes = [v.code for v in draagvlakvragen() if v.soort == "schaal5"]
    for _keer in range(5):
        waarden = {code: 2 if code == "tijd" else 5 for code in codes}
        actions.beantwoord_draagvlak(onderzoek=onderzoek, waarden=waarden, door=None)
    adviezen = {vraag.tekst: vraag.advies for vraag in queries.uitslag_van(onderzoek).vragen if vraag.advies}
    assert list(adviezen.values()) == ["Spreek af wie wanneer tijd krijgt om uit te leggen."]


def _gesprek(werkgever: Werkgever, dagen: int = 0, **velden: Any) -> Contactmoment:
    dag = timezone.localdate() - timedelta(days=dagen)
    rij: Contactmoment = Contactmomentfabriek(werkgever=werkgever, datum=dag, verslag="De chef wil het zelf.", **velden)
    return rij


def _bewijs(moment: Contactmoment, door: Gebruiker, zegt: str = "aanwezig", punt: str = "missie") -> Gespreksbewijs:
    return actions.voeg_bewijs_toe(
        werkgever=moment.werkgever, moment=moment, punt=punt, zegt=zegt, fragment=f"Zin {moment.pk}.", door=door
    )


def _beeld(werkgever: Werkgever, code: str = "missie") -> queries.Puntbeeld:
    return next(b for _lijn, rij in queries.puntbeelden(werkgever) for b in rij if b.punt.code == code)


def test_g5_1_vanuit_een_gesprek_komt_het_verslag_als_bewijs_bij_een_punt(client: Client, ik: Gebruiker) -> None:
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente)
    moment = _gesprek(werkgever, 3)
    client.force_login(ik)
    gesprek = reverse("werkgever_kandidaat_fit:gesprek", args=[werkgever.pk, moment.pk])
    assert gesprek in client.get(reverse("relaties:relatie", args=[werkgever.pk])).content.decode()
    pagina = client.get(gesprek)
    url = pagina.context["bewijs_url"]
    assert url in pagina.content.decode()
    formulier = client.get(url).context["formulier"]
    assert formulier["fragment"].value() == "De chef wil het zelf."
    invoer = {"moment": moment.pk, "punt": "missie", "zegt": "aanwezig", "fragment": "De chef wil het zelf."}
    fout = client.post(url, {**invoer, "zegt": ""})
    assert fout.context["formulier"]["fragment"].value() == "De chef wil het zelf."
    gevolgd = client.post(url, invoer, follow=True).content.decode()
    assert "“De chef wil het zelf.”" in gevolgd
    assert f"Gezegd op {datum(moment.datum)}" in gevolgd
    assert gesprek in gevolgd
    bewijs = werkgever.gespreksbewijs.get()
    assert (bewijs.contactmoment, bewijs.door, bewijs.op) == (moment, ik, timezone.localdate())
    assert "“De chef wil het zelf.”" in client.get(gesprek).content.decode()


def test_g5_1_een_gesprek_kiezen_bij_een_punt_begint_met_het_nieuwste(client: Client, ik: Gebruiker) -> None:
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente)
    oud, nieuw = _gesprek(werkgever, 9), _gesprek(werkgever, 1)
    _gesprek(werkgever, 0, gehouden=False)
    _gesprek(Werkgeverfabriek(gemeente=ik.gemeente))
    client.force_login(ik)
    url = reverse("werkgever_kandidaat_fit:bewijs", args=[werkgever.pk])
    formulier = client.get(f"{url}?punt=team").context["formulier"]
    assert list(formulier.fields["moment"].queryset) == [nieuw, oud]
    assert formulier["punt"].value() == "team"
    assert client.get(f"{url}?punt=x&moment=niets").status_code == 200


def test_g5_1_het_nieuwste_gesprek_staat_voorop_en_zegt_het_als_het_antwoord_anders_is(
    client: Client, ik: Gebruiker
) -> None:
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente)
    actions.leg_gereedheid_vast(werkgever=werkgever, oordelen={"missie": ("ja", "")}, door=ik)
    nieuw, oud = _bewijs(_gesprek(werkgever, 1), ik), _bewijs(_gesprek(werkgever, 8), ik, "ontbreekt")
    assert _beeld(werkgever).gezegd == [nieuw, oud]
    assert not _beeld(werkgever).spreekt_tegen
    client.force_login(ik)
    url = reverse("werkgever_kandidaat_fit:gereedheid", args=[werkgever.pk])
    assert "is iets anders dan het antwoord" not in client.get(url).content.decode()
    _bewijs(_gesprek(werkgever), ik, "ontbreekt")
    assert "is iets anders dan het antwoord" in client.get(url).content.decode()
    assert queries.stand_van(werkgever)["missie"].antwoord == "ja"
    actions.leg_gereedheid_vast(werkgever=werkgever, oordelen={"missie": ("nee", "")}, door=ik)
    assert not _beeld(werkgever).spreekt_tegen


def test_g5_1_wat_volgens_een_gesprek_ontbreekt_zegt_wie_kan_helpen(client: Client, ik: Gebruiker) -> None:
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente)
    _bewijs(_gesprek(werkgever), ik, "ontbreekt")
    client.force_login(ik)
    pagina = client.get(reverse("werkgever_kandidaat_fit:gereedheid", args=[werkgever.pk]))
    assert [p.code for p in pagina.context["ontbreekt"]] == ["missie"]
    assert _beeld(werkgever).punt.actie in pagina.content.decode()
    assert queries.zonder_hulp(werkgever) == []


def test_g5_1_bewijs_is_van_een_gehouden_gesprek_met_dit_bedrijf_en_van_wie_het_mag(ik: Gebruiker) -> None:
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente)
    moment, ander = _gesprek(werkgever), _gesprek(Werkgeverfabriek(gemeente=ik.gemeente))
    goed: dict[str, Any] = {
        "werkgever": werkgever,
        "moment": moment,
        "punt": "missie",
        "zegt": "aanwezig",
        "fragment": "Zin.",
        "door": ik,
    }
    for fout in (
        {"moment": ander},
        {"moment": _gesprek(werkgever, gehouden=False)},
        {"punt": "bestaat-niet"},
        {"zegt": "misschien"},
        {"fragment": "  "},
    ):
        with pytest.raises(Invoerfout):
            actions.voeg_bewijs_toe(**{**goed, **fout})
    buur = Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER, gemeente=Gemeentefabriek(code="9002", regio=ik.gemeente.regio))
    for vreemde in (buur, Gebruikerfabriek(rol=Rol.JOBCOACH, gemeente=ik.gemeente)):
        with pytest.raises(GeenRecht):
            actions.voeg_bewijs_toe(**{**goed, "door": vreemde})
    assert not werkgever.gespreksbewijs.exists()


def test_g5_1_het_bedrijf_leest_niets_van_het_bewijs(ik: Gebruiker) -> None:
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente)
    _bewijs(_gesprek(werkgever), ik)
    rij = werkgever.keten.gebeurtenissen.get(soort="gereedheid.bewijs")
    assert "Zin" not in str(rij.gegevens)
    assert not SOORTEN["gereedheid.bewijs"].voor_betrokkene


def test_g5_1_de_pagina_kost_evenveel_bij_veel_bewijs(
    client: Client, ik: Gebruiker, zelfde_aantal_queries: Callable[..., None]
) -> None:
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente)
    moment = _gesprek(werkgever)
    client.force_login(ik)

    def maak(aantal: int) -> None:
        for _keer in range(aantal):
            _bewijs(_gesprek(werkgever), ik)
            _bewijs(moment, ik, "ontbreekt", "team")

    for naam, sleutels in (("gereedheid", []), ("gesprek", [moment.pk]), ("bewijs", [])):
        zelfde_aantal_queries(client, reverse(f"werkgever_kandidaat_fit:{naam}", args=[werkgever.pk, *sleutels]), maak)
