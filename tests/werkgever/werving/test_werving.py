"""Who fits a job: the list, its filters, the door to preselecting, and the other way round."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone
from tests.fabrieken import (
    Competentieregelfabriek,
    Dossierfabriek,
    Eisfabriek,
    Gebruikerfabriek,
    Gemeentefabriek,
    Kandidaatgegevensfabriek,
    Regiofabriek,
    Voordrachtfabriek,
    Werkprofielfabriek,
)

from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.basis.haken import dossiertabs
from werklandschap.kern.profielen.models import Werkprofiel, Zoekopdracht
from werklandschap.kern.tijdlijn.models import Lezing
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.werkgever.werving import haken_uit
from werklandschap.werkgever.werving.haken import werklijst
from werklandschap.werkgever.werving.haken_uit import Stand, Voorselectie
from werklandschap.werkgever.werving.models import Groeiwens

pytestmark = pytest.mark.django_db


class Bemiddeling:
    """Plays the room above: keeps what was preselected, and refuses the second time."""

    def __init__(self) -> None:
        self.gekozen: list[dict[str, Any]] = []

    def voorselecteer(self, **gegevens: Any) -> None:
        if any(g["dossier"] == gegevens["dossier"] for g in self.gekozen):
            raise Invoerfout("Deze kandidaat staat er al.")
        self.gekozen.append(gegevens)

    def standen(self, werkprofiel: Any, door: Any) -> dict[Any, Stand]:
        nee = Stand("Ziet ervan af", "neutraal", zei_nee=True)
        return {g["dossier"].werkzoekende_id: nee for g in self.gekozen}

    def standen_van(self, dossier: Any, door: Any) -> dict[int, Stand]:
        return {g["werkprofiel"].pk: Stand("Voorgeselecteerd") for g in self.gekozen if g["dossier"] == dossier}


@pytest.fixture
def bemiddeling(monkeypatch: pytest.MonkeyPatch) -> Bemiddeling:
    """The registry as the room above fills it, for one test."""
    boven, register = Bemiddeling(), Voorselectie()
    register.registreer(boven.voorselecteer)
    register.registreer_standen(boven.standen, boven.standen_van)
    monkeypatch.setattr(haken_uit, "voorselectie", register)
    monkeypatch.setattr("werklandschap.werkgever.werving.views.voorselectie", register)
    return boven


@pytest.fixture
def profiel() -> Any:
    profiel = Werkprofielfabriek(start=timezone.localdate() + timedelta(weeks=20), selectieafspraken="Eerst kijken.")
    Eisfabriek(werkprofiel=profiel, niveau=3, hard=True)
    return profiel


@pytest.fixture
def klant(client: Client) -> Client:
    client.force_login(Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER))
    return client


def mens_met(profiel: Any, niveau: int | None, **gegevens: Any) -> Any:
    dossier = Dossierfabriek(**gegevens)
    if niveau is not None:
        competentie = profiel.eisen.get().competentie
        Competentieregelfabriek(werkzoekende=dossier.werkzoekende, competentie=competentie, niveau=niveau)
    return dossier


def url_van(profiel: Any, naam: str = "kandidaten") -> str:
    return reverse(f"werkgever_werving:{naam}", args=[profiel.pk])


def test_g7_2_de_lijst_toont_wie_past_waarom_en_wat_onbekend_is(klant: Client, profiel: Any) -> None:
    past, onbekend, te_laag = mens_met(profiel, 4), mens_met(profiel, None), mens_met(profiel, 0)
    antwoord = klant.get(url_van(profiel))
    inhoud = antwoord.content.decode()
    assert [rij.match.dossier for rij in antwoord.context["rijen"]] == [past, onbekend]
    assert te_laag.werkzoekende.achternaam not in inhoud
    assert "alles bekend" in inhoud
    assert "punt nog uitzoeken" in inhoud
    assert antwoord.context["uitslag"].uitgesloten_aantal == 1
    assert Zoekopdracht.objects.filter(werkprofiel=profiel).count() == 1


def test_g7_2_bij_een_concept_zegt_de_lijst_wat_eerst_moet(klant: Client, profiel: Any) -> None:
    openstellen = reverse("werkgever_werkprofiel:openstellen", args=[profiel.pk])
    assert openstellen not in klant.get(url_van(profiel)).content.decode()
    Werkprofiel.objects.filter(pk=profiel.pk).update(status=Werkprofiel.Status.CONCEPT)
    assert openstellen in klant.get(url_van(profiel)).content.decode()


@pytest.mark.parametrize("kop", [{}, {"HX-Request": "true"}])
def test_g7_2_de_lijst_wijst_naar_de_uitleg_regel_voor_regel(klant: Client, profiel: Any, kop: dict[str, str]) -> None:
    past, onbekend = mens_met(profiel, 4), mens_met(profiel, None)
    lijst = klant.get(url_van(profiel)).content.decode()
    label = profiel.eisen.get().competentie.label
    for dossier, staat_er in ((past, "Regel voor regel"), (onbekend, "Nog uitzoeken")):
        url = reverse("werkgever_werving:uitleg", args=[profiel.pk, dossier.pk])
        assert url in lijst
        antwoord = klant.get(url, headers=kop)
        inhoud = antwoord.content.decode()
        assert label in inhoud
        assert staat_er in inhoud
        assert ("<html" in inhoud) is not bool(kop)
    assert Zoekopdracht.objects.filter(werkprofiel=profiel).count() == 3


def test_de_uitleg_van_wie_kan_groeien_rekent_de_harde_eis_als_wens(klant: Client, profiel: Any) -> None:
    groeier = mens_met(profiel, 2)
    Kandidaatgegevensfabriek(werkzoekende=groeier.werkzoekende, leertempo=2)
    Groeiwens.objects.create(
        dossier=groeier, werkprofiel=profiel, antwoord=True, gevraagd_door=groeier.verantwoordelijke
    )
    (rij,) = klant.get(url_van(profiel, "groeien")).context["rijen"]
    uitleg = klant.get(reverse("werkgever_werving:uitleg", args=[profiel.pk, groeier.pk])).context["match"]
    assert uitleg.uitslag == rij.match.uitslag
    assert uitleg.regels == rij.match.regels


def test_geen_uitleg_over_wie_niet_in_de_lijst_kan_staan(klant: Client, profiel: Any) -> None:
    elders = mens_met(profiel, 4, werkzoekende__gemeente=Gemeentefabriek(code="9002"))
    zoekt_niet = mens_met(profiel, 4)
    Kandidaatgegevensfabriek(werkzoekende=zoekt_niet.werkzoekende, wil_bemiddeld=False)
    for dossier in (elders, zoekt_niet):
        assert klant.get(reverse("werkgever_werving:uitleg", args=[profiel.pk, dossier.pk])).status_code == 404
    klant.force_login(Gebruikerfabriek(rol=Rol.MANAGER))
    mag = mens_met(profiel, 4)
    assert klant.get(reverse("werkgever_werving:uitleg", args=[profiel.pk, mag.pk])).status_code == 403


def test_een_filter_zegt_hoeveel_mensen_hij_verbergt(klant: Client, profiel: Any) -> None:
    mens_met(profiel, 4)
    mens_met(profiel, None)
    inhoud = klant.get(url_van(profiel), {"onbekend": "verberg"}).content.decode()
    assert "Uw filter verbergt 2 mensen" in inhoud


def test_g7_5_zonder_bemiddeling_is_er_geen_knop(klant: Client, profiel: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("werklandschap.werkgever.werving.views.voorselectie", Voorselectie())
    mens_met(profiel, 4)
    assert url_van(profiel, "voorselecteren") not in klant.get(url_van(profiel)).content.decode()


def test_voorselecteren_geeft_de_score_door_en_brengt_terug(
    klant: Client, profiel: Any, bemiddeling: Bemiddeling
) -> None:
    dossier = mens_met(profiel, 4)
    score = klant.get(url_van(profiel)).context["rijen"][0].match.uitslag
    terug = f"{url_van(profiel)}?pagina=1#kandidaat-{dossier.pk}"
    gegevens = {"dossier": dossier.pk, "reden": "Werkte hier al", "terug": terug}
    antwoord = klant.post(url_van(profiel, "voorselecteren"), gegevens)
    assert antwoord.headers["Location"] == terug
    (keuze,) = bemiddeling.gekozen
    assert (keuze["reden"], keuze["score_nu"], keuze["score_straks"]) == ("Werkte hier al", score.nu, score.straks)
    nogmaals = klant.post(url_van(profiel, "voorselecteren"), gegevens, follow=True)
    assert "staat er al" in nogmaals.content.decode()
    assert klant.get(url_van(profiel), {"nee": "verberg"}).context["uitslag"].verborgen_anders == 1


def test_terug_gaat_nooit_naar_een_andere_site(klant: Client, profiel: Any, bemiddeling: Bemiddeling) -> None:
    gegevens = {"dossier": mens_met(profiel, 4).pk, "terug": "https://elders.test/"}
    antwoord = klant.post(url_van(profiel, "voorselecteren"), gegevens)
    assert antwoord.headers["Location"] == url_van(profiel)


def test_niemand_selecteert_iemand_van_een_andere_gemeente(
    klant: Client, profiel: Any, bemiddeling: Bemiddeling
) -> None:
    vreemd = mens_met(profiel, 5, werkzoekende__gemeente=Gemeentefabriek(code="9002"))
    antwoord = klant.post(url_van(profiel, "voorselecteren"), {"dossier": vreemd.pk})
    assert antwoord.status_code == 404
    assert bemiddeling.gekozen == []
    assert vreemd.werkzoekende.achternaam not in klant.get(url_van(profiel)).content.decode()


@pytest.mark.parametrize(
    ("rol", "status"), [(Rol.KLANTMANAGER, 200), (Rol.JOBCOACH, 200), (Rol.MANAGER, 403), (Rol.BEHEERDER, 404)]
)
def test_wie_kandidaten_mag_zien(client: Client, profiel: Any, rol: str, status: int) -> None:
    mens_met(profiel, 4)
    client.force_login(Gebruikerfabriek(rol=rol))
    assert client.get(url_van(profiel)).status_code == status


def test_een_vreemde_regio_ziet_niets(client: Client, profiel: Any) -> None:
    gemeente = Gemeentefabriek(code="9900", regio=Regiofabriek(naam="Elders"))
    client.force_login(Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER, gemeente=gemeente))
    assert client.get(url_van(profiel)).status_code == 404
    assert client.get(url_van(profiel, "groeien")).status_code == 404


def test_een_jobcoach_kan_niet_voorselecteren(client: Client, profiel: Any, bemiddeling: Bemiddeling) -> None:
    dossier = mens_met(profiel, 4)
    client.force_login(Gebruikerfabriek(rol=Rol.JOBCOACH))
    assert client.post(url_van(profiel, "voorselecteren"), {"dossier": dossier.pk}).status_code == 403
    assert bemiddeling.gekozen == []


def test_w7_het_dossier_toont_de_beste_plekken_en_legt_het_lezen_vast(
    client: Client, profiel: Any, bemiddeling: Bemiddeling
) -> None:
    dossier = mens_met(profiel, 4)
    anders = Werkprofielfabriek(werkgever=profiel.werkgever, start=profiel.start)
    Eisfabriek(werkprofiel=anders, niveau=5)
    client.force_login(dossier.verantwoordelijke)
    bemiddeling.voorselecteer(dossier=dossier, werkprofiel=anders)
    antwoord = client.get(reverse("werkgever_werving:dossier_werk", args=[dossier.pk]))
    rijen = antwoord.context["rijen"]
    assert [rij["match"].werkprofiel for rij in rijen] == [profiel, anders]
    assert rijen[1]["stand"].tekst == "Voorgeselecteerd"
    assert Lezing.objects.filter(keten=dossier.keten, onderdeel="werk dat past").count() == 1
    assert "werk" in dict(dossiertabs.paren())


def test_een_vreemde_ziet_het_werk_van_een_dossier_niet(client: Client, profiel: Any) -> None:
    dossier = mens_met(profiel, 4)
    client.force_login(Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002")))
    assert client.get(reverse("werkgever_werving:dossier_werk", args=[dossier.pk])).status_code == 404


def test_de_kandidatenlijst_kost_steeds_evenveel_queries(
    klant: Client, profiel: Any, zelfde_aantal_queries: Any
) -> None:
    def maak(aantal: int) -> None:
        for _ in range(aantal):
            mens = mens_met(profiel, 4).werkzoekende
            Kandidaatgegevensfabriek(werkzoekende=mens)
            mens.certificaten.create(code="vca-basis")
            mens.talen.create(taal="nld", niveau=3)
            mens.competenties.get().bewijzen.create(soort="zelf", niveau=4, datum=timezone.localdate())

    zelfde_aantal_queries(klant, url_van(profiel), maak)


def test_de_pagina_met_werk_kost_steeds_evenveel_queries(
    client: Client, profiel: Any, zelfde_aantal_queries: Any
) -> None:
    dossier = mens_met(profiel, 4)
    client.force_login(dossier.verantwoordelijke)

    def maak(aantal: int) -> None:
        for _ in range(aantal):
            Eisfabriek(werkprofiel=Werkprofielfabriek(start=profiel.start))

    url = reverse("werkgever_werving:dossier_werk", args=[dossier.pk])
    zelfde_aantal_queries(client, url, maak)


def test_g7_1_de_werklijst_volgt_de_afspraken_over_de_selectie(klant: Client, profiel: Any) -> None:
    vandaag = timezone.localdate()
    Werkprofielfabriek(werkgever=profiel.werkgever, titel="Geen haast")
    gauw = Werkprofielfabriek(
        werkgever=profiel.werkgever, titel="Gauw", voordragen_voor=vandaag + timedelta(days=2), max_voordrachten=3
    )
    Werkprofielfabriek(werkgever=profiel.werkgever, titel="Laat", voordragen_voor=vandaag - timedelta(days=2))
    Voordrachtfabriek(werkprofiel=gauw, status="voorgedragen")
    verzoek = RequestFactory().get("/")
    verzoek.user = Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER, gemeente=profiel.gemeente)
    lijst = werklijst(verzoek)
    assert lijst is not None
    assert [rij.cellen[0] for rij in lijst.rijen][:2] == ["Laat", "Gauw"]
    assert [str(rij.cellen[2]).startswith("te laat") for rij in lijst.rijen] == [True, False, False, False]
    assert [rij.cellen[3] for rij in lijst.rijen][:2] == ["0", "1 van 3"]


def test_de_werklijst_van_de_tegel_wijst_naar_open_plekken(klant: Client, profiel: Any) -> None:
    inhoud = klant.get(reverse("landschap:tegel", args=["werkgevers", "werving-en-selectie"])).content.decode()
    assert url_van(profiel) in inhoud
