"""Live counts, expected openings, tasks divided anew, and earlier versions."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.fabrieken import (
    Certificaatfabriek,
    Competentieregelfabriek,
    Dossierfabriek,
    Eisfabriek,
    Gebruikerfabriek,
    Gemeentefabriek,
    Kandidaatgegevensfabriek,
    Werkgeverfabriek,
    Werkprofielfabriek,
)

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.werkgever.werkprofiel import actions
from werklandschap.werkgever.werkprofiel.models import Personeelsverwachting
from werklandschap.werkgever.werkprofiel.verwachting import kwartalen, leg_verwachting_vast, poisson_kwantiel

pytestmark = pytest.mark.django_db


@pytest.fixture
def ik() -> Gebruiker:
    return Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER)


@pytest.fixture
def klant(client: Client, ik: Gebruiker) -> Client:
    client.force_login(ik)
    return client


def profiel_van(ik: Gebruiker, **velden: Any) -> Werkprofiel:
    standaard = {"status": Werkprofiel.Status.CONCEPT, "werkgever": Werkgeverfabriek(gemeente=ik.gemeente)}
    rij: Werkprofiel = Werkprofielfabriek(**{**standaard, **velden})
    return rij


def test_g6_3_de_telling_leeft_en_telt_elke_harde_eis_weg(klant: Client, ik: Gebruiker) -> None:
    profiel = profiel_van(ik)
    eis = Eisfabriek(werkprofiel=profiel, niveau=4)
    for niveau, heftruck in ((1, True), (5, True), (5, False)):
        mens = Dossierfabriek(werkzoekende__gemeente=ik.gemeente).werkzoekende
        Kandidaatgegevensfabriek(werkzoekende=mens)
        Competentieregelfabriek(werkzoekende=mens, competentie=eis.competentie, niveau=niveau)
        Certificaatfabriek(werkzoekende=mens, code="heftruck", heeft=heftruck)
    pk = eis.competentie_id
    url = reverse("werkgever_werkprofiel:tel_eisen", args=[profiel.pk])
    velden = {"versie": 1, f"aan_{pk}": "on", f"niveau_{pk}": 4, f"gewicht_{pk}": 5, f"hard_{pk}": "on"}
    velden |= {"taal_nld": 0, "certificaat_erbij": "heftruck"}
    antwoord = klant.post(url, velden)
    assert antwoord.context["telling"].over == 1
    assert [aantal for _naam, aantal in antwoord.context["zonder"]] == [2, 2]
    assert "Zonder de harde eis" in antwoord.content.decode()
    assert klant.post(url, {**velden, f"gewicht_{pk}": 99}).status_code == 204
    eis.refresh_from_db()
    assert not eis.hard
    assert klant.get(url).status_code == 405


def test_g6_1_niveau_en_gewicht_zijn_schuiven_en_elke_regel_is_met_toetsen_te_doen(
    klant: Client, ik: Gebruiker
) -> None:
    profiel = profiel_van(ik)
    eis = Eisfabriek(werkprofiel=profiel)
    tekst = klant.get(reverse("werkgever_werkprofiel:eisen", args=[profiel.pk])).content.decode()
    assert tekst.count('type="range"') == 2
    assert f'id="id_niveau_{eis.competentie_id}"' in tekst
    assert "data-voorstel>" in tekst


def test_g6_5_uit_een_poissonverdeling_komt_het_kwantiel() -> None:
    # Values of the Poisson distribution, checked against published tables: P(X ≤ 0 | 2) = 0.135, P(X ≤ 4 | 2) = 0.947.
    assert (poisson_kwantiel(2, 0.1), poisson_kwantiel(2, 0.9)) == (0, 4)
    assert (poisson_kwantiel(10, 0.1), poisson_kwantiel(10, 0.9)) == (6, 14)
    assert poisson_kwantiel(0, 0.9) == 0
    assert poisson_kwantiel(1000, 0.9) == 1041


def test_g6_5_verwachte_plekken_per_kwartaal_met_een_bereik(ik: Gebruiker) -> None:
    rij = Personeelsverwachting(
        mensen=80, groei=4, verloop_procent=Decimal(10), met_pensioen=8, doorstroom=0, instroom=0, functie="Monteur"
    )
    reeks = kwartalen(rij, date(2026, 11, 29))
    assert [k.begin for k in reeks[:2]] == [date(2027, 1, 1), date(2027, 4, 1)]
    assert len(reeks) == 8
    # 80 × 10 % / 4 = 2 leave, 8 / 8 = 1 retires, and one more a quarter by growth; who leaves is Poisson with mean 3.
    assert (reeks[0].verwacht, reeks[0].laag, reeks[0].hoog) == (Decimal("4.0"), 2, 6)
    krimp = Personeelsverwachting(mensen=10, groei=-40, verloop_procent=Decimal(0), functie="x")
    assert (kwartalen(krimp, date(2026, 1, 1))[0].verwacht, kwartalen(krimp, date(2026, 1, 1))[0].hoog) == (0, 0)


def test_g6_5_elk_kwartaal_kan_een_werkprofiel_worden(klant: Client, ik: Gebruiker) -> None:
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente)
    url = reverse("werkgever_werkprofiel:verwachting", args=[werkgever.pk])
    gegevens = {"functie": "Monteur", "mensen": 80, "groei": 4, "verloop_procent": "10", "met_pensioen": 8}
    klant.post(url, {**gegevens, "doorstroom": 0, "instroom": 0})
    klant.post(url, {**gegevens, "mensen": 40, "doorstroom": 0, "instroom": 0})
    ((rij, reeks),) = klant.get(url).context["rijen"]
    assert rij.mensen == 40
    kwartaal, adres = reeks[0]
    begin = klant.get(adres).context["formulier"].initial
    assert begin == {
        "titel": "Monteur",
        "start": str(kwartaal.begin),
        "posities": str(kwartaal.plekken),
        "reden": "groei",
    }
    fout = klant.post(url, {**gegevens, "mensen": 3, "doorstroom": 0, "instroom": 0})
    assert "met_pensioen" in fout.context["formulier"].errors
    buur = Gebruikerfabriek(
        rol=Rol.ACCOUNTMANAGER, gemeente=Gemeentefabriek(code="9002", regio=werkgever.gemeente.regio)
    )
    with pytest.raises(GeenRecht):
        leg_verwachting_vast(werkgever=werkgever, functie="x", mensen=1, door=buur)


def test_g6_4_taken_plakken_en_uren_tellen_op(klant: Client, ik: Gebruiker) -> None:
    profiel = profiel_van(ik, omschrijving="Hout zagen")
    klant.post(
        reverse("werkgever_werkprofiel:taken_erbij", args=[profiel.pk]),
        {"taken": "- Hout zagen\n- Vloer vegen\n* Klanten bellen\n"},
    )
    profiel.refresh_from_db()
    assert actions.taken_van(profiel.omschrijving) == ["Hout zagen", "Vloer vegen", "Klanten bellen"]
    nieuw = actions.carve(
        werkprofiel=profiel,
        taken={"Vloer vegen": Decimal("7.5"), "Klanten bellen": None},
        titel="Hulp in de werkplaats",
        door=ik,
    )
    assert (nieuw.uren_max, nieuw.omschrijving) == (8, "Vloer vegen\nKlanten bellen")
    with pytest.raises(Invoerfout):
        actions.carve(werkprofiel=profiel, taken={"Iets anders": None}, titel="x", door=ik)
    with pytest.raises(Invoerfout):
        actions.voeg_taken_toe(werkprofiel=profiel, taken="- Vloer vegen", door=ik)


def test_g6_4_een_lopende_tekst_wordt_een_taak_per_zin(ik: Gebruiker) -> None:
    tekst = (
        "Wat ga je doen? Je verzorgt planten, o.a. Orchideeën. Je hebt rijbewijs B. Je rijdt op de heftruck.\n"
        "Je helpt klanten."
    )
    zinnen = [
        *("Je verzorgt planten, o.a. Orchideeën.", "Je hebt rijbewijs B."),
        *("Je rijdt op de heftruck.", "Je helpt klanten."),
    ]
    assert actions.taken_van(tekst) == zinnen
    profiel = profiel_van(ik, omschrijving=tekst)
    nieuw = actions.carve(
        werkprofiel=profiel, taken={zinnen[0]: None, zinnen[3]: None}, titel="Hulp in de kas", haal_weg=True, door=ik
    )
    assert nieuw.omschrijving.splitlines() == [zinnen[0], zinnen[3]]
    profiel.refresh_from_db()
    assert profiel.omschrijving == "Wat ga je doen? Je hebt rijbewijs B. Je rijdt op de heftruck."


def test_g6_1_een_eerdere_versie_laat_zien_wat_er_veranderde(klant: Client, ik: Gebruiker) -> None:
    profiel = profiel_van(ik, titel="Inpakker", cultuur="Rustig")
    actions.wijzig_werkprofiel(werkprofiel=profiel, verwacht=None, door=ik, cultuur="Druk en gezellig")
    actions.wijzig_werkprofiel(werkprofiel=profiel, verwacht=None, door=ik, cultuur="Druk en gezellig")
    actions.wijzig_werkprofiel(werkprofiel=profiel, verwacht=None, door=ik, titel="Inpakster of inpakker")
    antwoord = klant.get(reverse("werkgever_werkprofiel:versies", args=[profiel.pk]))
    anders = [regels for _versie, regels in antwoord.context["versies"]]
    assert anders == [
        [("Functie", "Inpakker", "Inpakster of inpakker")],
        [("Cultuur", "Rustig", "Druk en gezellig")],
    ]
