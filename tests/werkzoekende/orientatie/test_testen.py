"""Tests of interest, learning and values: no result counts before it is confirmed (W4.1, W4.6)."""

from __future__ import annotations

import random
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests import fabrieken
from tests.portaal.hulp import ingelogd, inwoner

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.klantbeeld.models import Meting, Waarneming
from werklandschap.kern.profielen.models import Kandidaatgegevens
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.ketens import controleer
from werklandschap.werkzoekende.orientatie import queries, testen
from werklandschap.werkzoekende.orientatie.models import Testafname as Afname
from werklandschap.werkzoekende.orientatie.pictogrammen import pictogram, tekeningen
from werklandschap.werkzoekende.orientatie.vragenlijsten import cronbachs_alfa, leertempo, vragenlijsten

pytestmark = pytest.mark.django_db
INTERESSE = vragenlijsten()["interesse"]


@pytest.fixture
def dossier() -> Any:
    return fabrieken.Dossierfabriek()


def _alles(waarde: int, soort: str = "interesse") -> dict[str, int]:
    return dict.fromkeys(vragenlijsten()[soort].type_van, waarde)


def _doe(dossier: Any, soort: str, antwoorden: dict[str, int]) -> Afname:
    return testen.doe_test(dossier=dossier, soort=soort, antwoorden=antwoorden, door=dossier.verantwoordelijke)


def test_w4_1_de_interessetest_heeft_minstens_zestig_vragen_met_bij_elke_vraag_een_plaatje() -> None:
    assert len(INTERESSE.items()) >= 60
    plaatjes = {plaatje for lijst in vragenlijsten().values() for _code, _tekst, plaatje in lijst.items()}
    assert plaatjes == set(tekeningen())
    assert 'aria-hidden="true"' in pictogram("reageerbuis")
    assert pictogram("onbekend woord") == ""


def test_de_score_loopt_van_nul_tot_honderd_en_te_weinig_is_onbekend() -> None:
    assert INTERESSE.score(_alles(0)) == [0] * 6
    assert INTERESSE.score(_alles(4)) == [100] * 6
    vijf = dict.fromkeys([c for c, letter in INTERESSE.type_van.items() if letter == "R"][:5], 4)
    assert INTERESSE.score(vijf) == [None] * 6
    assert INTERESSE.geldig({"r01": 4, "r02": 5, "r03": True, "r04": "4", "x": 1}) == {"r01": 4}


def test_w4_6_de_uitslag_komt_pas_na_bevestigen_in_profiel_en_klantbeeld(dossier: Any) -> None:
    afname = _doe(dossier, "interesse", _alles(2))
    assert not Kandidaatgegevens.objects.exists()
    assert not Waarneming.objects.exists()
    testen.bevestig_uitslag(afname=afname, door=dossier.verantwoordelijke)
    assert Kandidaatgegevens.objects.get().riasec == [50] * 6
    assert (Meting.objects.get().instrument, Waarneming.objects.get().bron) == ("interessetest", "klant")
    testen.bevestig_uitslag(afname=afname, door=dossier.verantwoordelijke)
    assert Waarneming.objects.count() == 1
    dossier.keten.refresh_from_db()
    assert controleer(dossier.keten) == []


def test_w4_1_hoe_iemand_leert_wordt_het_leertempo_en_wat_telt_de_drijfveren(dossier: Any) -> None:
    door = dossier.verantwoordelijke
    testen.bevestig_uitslag(afname=_doe(dossier, "leren", _alles(3, "leren")), door=door)
    assert Kandidaatgegevens.objects.get().leertempo == 2
    assert Waarneming.objects.get(aspect="leervermogen").waarde == 4
    waarden = _alles(1, "waarden") | {"n1": 4, "n2": 4}
    testen.bevestig_uitslag(afname=_doe(dossier, "waarden", waarden), door=door)
    assert Waarneming.objects.get(aspect="drijfveren").waarde.startswith("Nuttig zijn")
    assert [leertempo(punten) for punten in (0, 34, 35, 60, 80, 100)] == [0, 0, 1, 2, 3, 3]


def test_te_weinig_antwoorden_en_vreemden_worden_geweigerd(dossier: Any) -> None:
    with pytest.raises(Invoerfout, match="meer vragen"):
        _doe(dossier, "interesse", {"r01": 4})
    with pytest.raises(Invoerfout):
        _doe(dossier, "iq", {})
    vreemd = fabrieken.Gebruikerfabriek(gemeente=fabrieken.Gemeentefabriek(code="9002"))
    with pytest.raises(GeenRecht):
        testen.doe_test(dossier=dossier, soort="interesse", antwoorden=_alles(2), door=vreemd)


def test_w4_1_betrouwbaarheid_komt_alleen_van_echte_antwoorden_met_een_ja_en_vanaf_honderd(dossier: Any) -> None:
    toeval = random.Random(7)
    dossiers = [fabrieken.Dossierfabriek(verantwoordelijke=dossier.verantwoordelijke) for _ in range(100)]
    for nummer, ander in enumerate(dossiers):
        smaak = toeval.randint(0, 4)
        antwoorden = {c: max(0, min(4, smaak + toeval.choice((-1, 0, 1)))) for c in INTERESSE.type_van}
        Afname.objects.create(
            dossier=ander, antwoorden=antwoorden, uitslag=[50] * 6, onderzoek=nummer > 0, door=dossier.verantwoordelijke
        )
    assert [(rij.alfa, rij.mensen) for rij in queries.betrouwbaarheid(INTERESSE)] == [(None, 99)] * 6
    eerste = Afname.objects.get(dossier=dossiers[0])
    Afname.objects.filter(pk=eerste.pk).update(onderzoek=True)
    nu = queries.betrouwbaarheid(INTERESSE)
    assert all(rij.mensen == 100 and rij.alfa is not None and 0.9 < rij.alfa < 1 for rij in nu)
    eerste.refresh_from_db()
    testen.laat_niet_meer_meetellen(afname=eerste, door=dossier.verantwoordelijke)
    assert queries.betrouwbaarheid(INTERESSE)[0].alfa is None


def test_alfa_volgt_de_formule_van_cronbach() -> None:
    """Two items with the same spread s² and covariance c: alpha = 2c/(s²+c)."""
    rijen = [[0, 0], [1, 0], [0, 1], [1, 1]] * 25
    assert cronbachs_alfa(rijen) == pytest.approx(0)
    assert cronbachs_alfa([[w, w] for w in range(5)] * 20) == pytest.approx(1)
    assert cronbachs_alfa([[2, 2]] * 100) is None
    assert cronbachs_alfa(rijen[:99]) is None


def test_w4_1_beroepen_die_bij_de_interesses_passen_staan_bij_de_uitslag(client: Client, dossier: Any) -> None:
    helpen = fabrieken.Beroepfabriek(label="verzorgende")
    maken = fabrieken.Beroepfabriek(label="lasser")
    for beroep, punten in ((helpen, (10, 20, 30, 90, 30, 20)), (maken, (95, 30, 10, 5, 10, 30))):
        for veld, waarde in zip("riasec", punten, strict=True):
            setattr(beroep, f"riasec_{veld}", waarde)
        beroep.save()
    antwoorden = _alles(1) | {c: 4 for c, letter in INTERESSE.type_van.items() if letter == "S"}
    client.force_login(dossier.verantwoordelijke)
    basis = reverse("werkzoekende_orientatie:orientatie", args=[dossier.pk])
    for deel, items in enumerate(INTERESSE.delen(), start=1):
        velden = {code: str(antwoorden[code]) for code, *_rest in items if code in antwoorden}
        antwoord = client.post(f"{basis}test/interesse/?deel={deel}", velden)
        if deel == 2:
            assert "Ga verder" in client.get(basis).content.decode()
    pagina = client.get(antwoord["Location"]).content.decode()
    assert "verzorgende" in pagina
    assert "lasser" not in pagina
    assert "niet wetenschappelijk getoetst" in pagina
    assert "0 van 100 mensen" in pagina
    client.post(antwoord["Location"])
    assert Afname.objects.get().bevestigd_door == dossier.verantwoordelijke
    laatste = len(INTERESSE.delen())
    een = {INTERESSE.delen()[-1][0][0]: "4"}
    assert client.post(f"{basis}test/interesse/?deel={laatste}", een).status_code == 422
    assert client.get(f"{basis}test/iq/").status_code == 404


def test_w4_1_de_inwoner_doet_de_test_in_delen_stopt_en_gaat_later_verder() -> None:
    account, dossier = inwoner()
    client = ingelogd(account)
    eerste = client.get("/mijn/testen/interesse/").content.decode()
    assert "Geleerden hebben hem niet gekeurd" in eerste
    assert eerste.count("<legend") == 11
    client.post("/mijn/testen/interesse/", {"r01": "4"})
    assert 'value="4"' in client.get("/mijn/testen/interesse/").content.decode().split('name="r01"')[5][:200]
    assert "Ga verder" in client.get("/mijn/oefenen/").content.decode()
    for deel in range(1, 7):
        codes = [code for code, *_rest in INTERESSE.delen()[deel - 1]]
        antwoord = client.post(f"/mijn/testen/interesse/?deel={deel}", dict.fromkeys(codes, "3"))
    afname = Afname.objects.get()
    assert (afname.klaar, afname.uitslag, afname.onderzoek) == (True, [75] * 6, False)
    taak = Taak.objects.get(bron=f"test:{afname.pk}")
    assert taak.eigenaar == dossier.verantwoordelijke
    assert "Ja, dit past bij mij" in client.get(antwoord["Location"]).content.decode()
    client.post(antwoord["Location"])
    assert Waarneming.objects.get().aspect == "affiniteit_werk"
    assert not Kandidaatgegevens.objects.filter(riasec__isnull=False).exists()
    testen.bevestig_uitslag(afname=afname, door=dossier.verantwoordelijke)
    assert Kandidaatgegevens.objects.get().riasec == [75] * 6
    assert Waarneming.objects.count() == 1
    taak.refresh_from_db()
    assert taak.status == Taak.Status.KLAAR


def test_een_inwoner_ziet_geen_uitslag_van_een_ander() -> None:
    account, _dossier = inwoner()
    ander = _doe(fabrieken.Dossierfabriek(), "interesse", _alles(2))
    assert ingelogd(account).get(f"/mijn/uitslag/{ander.pk}/").status_code == 404
    assert ingelogd(account).post(f"/mijn/uitslag/{ander.pk}/niet-meetellen/").status_code == 404
    with pytest.raises(GeenRecht):
        testen.bevestig_uitslag(afname=ander, door=account)
