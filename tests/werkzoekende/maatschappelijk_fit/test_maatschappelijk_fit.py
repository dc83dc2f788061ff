"""The matrix, quick help and the check of provisions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import pytest
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone
from tests.fabrieken import Dossierfabriek, Gebruikerfabriek, Gemeentefabriek, Waarnemingfabriek

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.klantbeeld.catalogus import NIET_BESPROKEN, aspecten
from werklandschap.kern.klantbeeld.models import Meting
from werklandschap.kern.klantbeeld.queries import klantbeeld_op
from werklandschap.kern.taken import actions as taken
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.actions import start_bezoek
from werklandschap.kern.tijdlijn.ketens import controleer
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.ontwerp.opmaak import datum
from werklandschap.werkzoekende.maatschappelijk_fit import actions, haken, queries, voorzieningen
from werklandschap.werkzoekende.maatschappelijk_fit.models import Snellehulp, Voorzieningencheck
from werklandschap.werkzoekende.maatschappelijk_fit.stress import momenten

pytestmark = pytest.mark.django_db


@pytest.fixture
def ik() -> Gebruiker:
    return Gebruikerfabriek()


@pytest.fixture
def dossier(ik: Gebruiker) -> Dossier:
    return Dossierfabriek(verantwoordelijke=ik)


def adres(naam: str, dossier: Dossier, *args: object) -> str:
    return reverse(f"werkzoekende_maatschappelijk_fit:{naam}", args=[dossier.pk, *args])


def test_w3_1_dertien_domeinen_en_niets_is_verplicht(dossier: Dossier, ik: Gebruiker) -> None:
    assert len(queries.domeinen(aspecten())) == 13
    meting = actions.leg_zrm_vast(dossier=dossier, door=ik, scores={"zrm_financien": 3, "zrm_justitie": NIET_BESPROKEN})
    assert queries.scores_van(meting) == {"zrm_financien": 3, "zrm_justitie": NIET_BESPROKEN}
    with pytest.raises(Invoerfout):
        actions.leg_zrm_vast(dossier=dossier, door=ik, scores={"zrm_justitie": NIET_BESPROKEN})
    with pytest.raises(Invoerfout):
        actions.leg_zrm_vast(dossier=dossier, door=ik, scores={"zrm_financien": 6})
    assert dossier.metingen.count() == 1
    assert controleer(dossier.keten) == []


def test_w3_8_er_is_altijd_een_datum_om_opnieuw_te_kijken(dossier: Dossier, ik: Gebruiker) -> None:
    dossier.gemeente.instellingen = {"zrm_herzien_weken": 10}
    meting = actions.leg_zrm_vast(dossier=dossier, door=ik, scores={"zrm_financien": 3})
    assert meting.herzien_op == timezone.localdate() + timedelta(weeks=10)
    straks = timezone.localdate() + timedelta(days=30)
    actions.leg_zrm_vast(
        dossier=dossier, door=ik, scores={"zrm_financien": 4}, herzien_op=straks, toelichting="Nieuwe baan"
    )
    assert [t.voor_op for t in Taak.objects.filter(status="open")] == [straks]
    with pytest.raises(Invoerfout):
        actions.leg_zrm_vast(dossier=dossier, door=ik, scores={"zrm_financien": 4}, herzien_op=timezone.localdate())


def test_w3_2_een_lage_score_wordt_een_taak(dossier: Dossier, ik: Gebruiker) -> None:
    scores = {"zrm_huisvesting": 1, "zrm_huiselijke_relaties": 2, "zrm_werk_opleiding": 1, "zrm_financien": 3}
    actions.leg_zrm_vast(dossier=dossier, door=ik, scores=scores)
    urgenties = {w.aspect: w.urgentie for w in dossier.waarnemingen.all()}
    assert urgenties == {
        "zrm_huisvesting": 3,
        "zrm_huiselijke_relaties": 2,
        "zrm_werk_opleiding": None,
        "zrm_financien": None,
    }
    dringend = Taak.objects.filter(bron__startswith="klantbeeld:")
    assert {t.bron.rsplit(":")[-1] for t in dringend} == {"zrm_huisvesting", "zrm_huiselijke_relaties"}


def test_w3_2_bij_wat_dringend_is_staat_de_dag_van_de_taak(client: Client, dossier: Dossier, ik: Gebruiker) -> None:
    actions.leg_zrm_vast(dossier=dossier, door=ik, scores={"zrm_huisvesting": 1})
    client.force_login(ik)
    taak = Taak.objects.get(bron__startswith="klantbeeld:")
    assert f"taak voor {datum(taak.voor_op)}" in client.get(adres("overzicht", dossier)).content.decode()
    taken.rond_taak_af(taak=taak, door=ik)
    assert "taak voor" not in client.get(adres("overzicht", dossier)).content.decode()


def test_w3_1_de_vorige_score_staat_naast_de_nieuwe(client: Client, dossier: Dossier, ik: Gebruiker) -> None:
    client.force_login(ik)
    leeg = client.get(adres("zrm", dossier)).content.decode()
    assert "Nieuwe meting" in leg_los(leeg)
    gegevens = {"zrm_financien": "2", "zrm_huisvesting": "4", "afgenomen_op": timezone.localdate().isoformat()}
    client.post(adres("zrm", dossier), gegevens)
    client.post(adres("zrm", dossier), {**gegevens, "zrm_financien": "4", "toelichting": "Er is nu hulp."})
    tekst = leg_los(client.get(adres("zrm", dossier)).content.decode())
    assert "<svg" in tekst
    assert "4 – voldoende zelfredzaam" in tekst
    eerste, tweede = reversed(queries.metingen(dossier))
    assert [queries.scores_van(m)["zrm_financien"] for m in (eerste, tweede)] == [2, 4]
    fout = client.post(adres("zrm", dossier), {**gegevens, "herzien_op": "2020-01-01", "toelichting": "Blijft staan"})
    assert fout.status_code == 422
    assert "Blijft staan" in fout.content.decode()


def test_w3_1_wat_een_gesprek_al_opleverde_staat_bij_het_gebied(
    client: Client, dossier: Dossier, ik: Gebruiker
) -> None:
    client.force_login(ik)
    Waarnemingfabriek(dossier=dossier, aspect="zrm_financien", waarde=2)
    cel = client.get(adres("zrm", dossier)).content.decode().partition('data-label="Vorige keer">')[2][:120]
    assert "2 – niet zelfredzaam" in cel
    assert "in het klantbeeld" in cel


def test_w3_1_binnen_de_termijn_vraagt_een_nieuwe_meting_om_een_reden(dossier: Dossier, ik: Gebruiker) -> None:
    eerder = timezone.localdate() - timedelta(weeks=7)
    actions.leg_zrm_vast(dossier=dossier, door=ik, scores={"zrm_financien": 3}, afgenomen_op=eerder)
    with pytest.raises(Invoerfout) as fout:
        actions.leg_zrm_vast(dossier=dossier, door=ik, scores={"zrm_financien": 4})
    assert "elke 8 weken" in fout.value.fouten["toelichting"]
    dossier.gemeente.instellingen = {"zrm_interval_weken": 6}
    actions.leg_zrm_vast(dossier=dossier, door=ik, scores={"zrm_financien": 4})
    assert dossier.metingen.count() == 2


def test_w3_1_alleen_de_laatste_meting_is_een_dag_te_verbeteren(
    client: Client, dossier: Dossier, ik: Gebruiker
) -> None:
    eerder = timezone.localdate() - timedelta(weeks=30)
    oud = actions.leg_zrm_vast(dossier=dossier, door=ik, scores={"zrm_financien": 2}, afgenomen_op=eerder)
    fout = actions.leg_zrm_vast(dossier=dossier, door=ik, scores={"zrm_financien": 5, "zrm_huisvesting": 1})
    with pytest.raises(Invoerfout):
        actions.leg_zrm_vast(dossier=dossier, door=ik, scores={"zrm_financien": 4}, verbetert=oud)
    client.force_login(ik)
    tekst = leg_los(client.get(adres("zrm", dossier) + "?verbeter=1").content.decode())
    assert "Verbeter de laatste meting" in tekst
    assert '<option value="5" selected>' in tekst
    vandaag = timezone.localdate().isoformat()
    client.post(adres("zrm", dossier), {"verbeter": "1", "zrm_financien": "3", "afgenomen_op": vandaag})
    goed, vorige = queries.metingen(dossier)
    assert (goed.vervangt, vorige) == (fout, oud)
    beeld = klantbeeld_op(dossier, timezone.localdate(), ik)
    assert beeld.regels["zrm_financien"].waarde == 3
    assert not beeld.regels["zrm_huisvesting"].is_besproken
    Meting.objects.filter(pk=goed.pk).update(vastgelegd_op=timezone.now() - timedelta(hours=25))
    goed.refresh_from_db()
    with pytest.raises(Invoerfout):
        actions.leg_zrm_vast(dossier=dossier, door=ik, scores={"zrm_financien": 4}, verbetert=goed)
    assert "Verbeter die meting" not in client.get(adres("zrm", dossier)).content.decode()
    dossier.keten.refresh_from_db()
    assert controleer(dossier.keten) == []


def test_w3_4_het_laagste_onderdeel_bepaalt_niveau_en_volgende_stap(dossier: Dossier, ik: Gebruiker) -> None:
    Waarnemingfabriek(dossier=dossier, aspect="taal_lezen", waarde=4)
    Waarnemingfabriek(dossier=dossier, aspect="taal_spreken", waarde=1)
    beeld = klantbeeld_op(dossier, timezone.localdate(), ik)
    taal, rekenen, sociaal, digitaal = queries.basisvaardigheden(beeld, aspecten())
    assert (taal.naam, taal.niveau) == ("Taal", 1)
    assert "taalmaatje" in taal.volgende_stap
    assert [(v.niveau, v.volgende_stap) for v in (rekenen, sociaal, digitaal)] == [(None, "")] * 3
    assert [a.code for a in taal.ontbreekt] == ["taal_schrijven"]


def test_w3_5_hulp_bij_praten_onder_stress(client: Client, dossier: Dossier, ik: Gebruiker) -> None:
    Waarnemingfabriek(dossier=dossier, aspect="last_schulden", waarde=5)
    client.force_login(ik)
    tekst = leg_los(client.get(adres("stress", dossier)).content.decode())
    for moment in momenten():
        assert moment.naam in tekst
    assert "aspect=last_stress" in tekst
    assert adres("voorzieningen", dossier) in tekst
    jobcoach = Gebruikerfabriek(rol=Rol.JOBCOACH)
    dossier.verantwoordelijke = jobcoach
    dossier.save()
    client.force_login(jobcoach)
    ander = leg_los(client.get(adres("stress", dossier)).content.decode())
    assert adres("voorzieningen", dossier) not in ander
    assert "last_schulden" not in ander


def leg_los(tekst: str) -> str:
    return " ".join(tekst.split())


def test_wie_gezondheid_niet_mag_zien_meet_die_domeinen_niet(client: Client, dossier: Dossier) -> None:
    jobcoach = Gebruikerfabriek(rol=Rol.JOBCOACH)
    dossier.verantwoordelijke = jobcoach
    dossier.save()
    Waarnemingfabriek(dossier=dossier, aspect="zrm_financien", waarde=1)
    client.force_login(jobcoach)
    tekst = client.get(adres("zrm", dossier)).content.decode()
    assert "Huisvesting" in tekst
    assert "Financiën" not in tekst
    assert "acute problematiek" in tekst  # the scale itself, of other domains
    with pytest.raises(GeenRecht):
        actions.leg_zrm_vast(dossier=dossier, door=jobcoach, scores={"zrm_financien": 3})


def test_w3_3_kleine_hulp_mag_meteen_grote_hulp_vraagt_een_ander(dossier: Dossier, ik: Gebruiker) -> None:
    klein = actions.vraag_snelle_hulp(dossier=dossier, door=ik, wat="Fietsband", bedrag=Decimal(50))
    assert klein.status == "akkoord"
    manager = Gebruikerfabriek(rol=Rol.MANAGER)
    groot = actions.vraag_snelle_hulp(dossier=dossier, door=ik, wat="Fiets", bedrag=Decimal("50.01"))
    assert groot.status == "gevraagd"
    assert Taak.objects.get(status="open").eigenaar == manager
    with pytest.raises(Invoerfout):
        actions.regel_snelle_hulp(hulp=groot, door=ik)
    vreemde = Gebruikerfabriek(rol=Rol.MANAGER, gemeente=Gemeentefabriek(code="9002"))
    for wie in (ik, vreemde):
        with pytest.raises(GeenRecht):
            actions.besluit_snelle_hulp(hulp=groot, door=wie, akkoord=True)
    with pytest.raises(Invoerfout):
        actions.besluit_snelle_hulp(hulp=groot, door=manager, akkoord=False)
    actions.besluit_snelle_hulp(hulp=groot, door=manager, akkoord=True)
    actions.regel_snelle_hulp(hulp=groot, door=ik)
    assert (groot.status, groot.besloten_door) == ("geregeld", manager)
    assert not Taak.objects.filter(status="open").exists()
    with pytest.raises(Invoerfout) as fout:
        actions.vraag_snelle_hulp(dossier=dossier, door=ik, wat=" ", bedrag=Decimal(-1))
    assert set(fout.value.fouten) == {"wat", "bedrag"}
    assert controleer(dossier.keten) == []


def test_w3_5_de_check_geeft_een_hint_en_een_overgeslagen_vraag_telt_niet() -> None:
    assert voorzieningen.beoordeel({}) == {}
    huur = voorzieningen.beoordeel({"huurt": True, "inkomen_laag": True, "vermogen_laag": True})["huurtoeslag"]
    assert huur == "kansrijk"
    assert voorzieningen.beoordeel({"huurt": False})["huurtoeslag"] == "niet"
    assert voorzieningen.beoordeel({"huurt": True})["huurtoeslag"] == "vraag_na"


def test_w3_5_een_taak_per_kans(client: Client, dossier: Dossier, ik: Gebruiker) -> None:
    client.force_login(ik)
    assert client.post(adres("voorzieningen", dossier), {"huurt": ""}).status_code == 422
    client.post(adres("voorzieningen", dossier), {"huurt": "ja", "inkomen_laag": "ja", "vermogen_laag": "ja"})
    check = Voorzieningencheck.objects.get()
    assert check.antwoorden == {"huurt": True, "inkomen_laag": True, "vermogen_laag": True}
    assert "Huurtoeslag" in client.get(adres("voorzieningen", dossier)).content.decode()
    for _keer in range(2):
        client.post(adres("voorzieningtaken", dossier), {"voorziening": ["huurtoeslag", "onzin"]})
    assert [t.titel for t in Taak.objects.all()] == ["Vraag aan of vraag na: Huurtoeslag"]


def test_antwoorden_over_geld_ziet_alleen_wie_dat_mag(client: Client, dossier: Dossier) -> None:
    jobcoach = Gebruikerfabriek(rol=Rol.JOBCOACH)
    dossier.verantwoordelijke = jobcoach
    dossier.save()
    client.force_login(jobcoach)
    assert client.get(adres("voorzieningen", dossier)).status_code == 403
    with pytest.raises(GeenRecht):
        actions.doe_voorzieningencheck(dossier=dossier, antwoorden={"huurt": True}, door=jobcoach)
    assert "Voorzieningencheck" not in client.get(adres("overzicht", dossier)).content.decode()


def test_een_vreemde_ziet_niets(client: Client, dossier: Dossier, ik: Gebruiker) -> None:
    hulp = actions.vraag_snelle_hulp(dossier=dossier, door=ik, wat="Fietsband", bedrag=Decimal(10))
    client.force_login(Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002")))
    for naam in ("overzicht", "zrm", "voorzieningen"):
        assert client.get(adres(naam, dossier)).status_code == 404
    assert client.post(adres("hulp_regelen", dossier, hulp.pk)).status_code == 404
    hulp.refresh_from_db()
    assert hulp.status == "akkoord"


def test_w3_4_het_overzicht_toont_de_vier_basisvaardigheden(client: Client, dossier: Dossier, ik: Gebruiker) -> None:
    Waarnemingfabriek(dossier=dossier, aspect="taal_lezen", waarde=2)
    Waarnemingfabriek(dossier=dossier, aspect="last_vervoer", waarde=5, urgentie=2)
    client.force_login(ik)
    tekst = leg_los(client.get(adres("overzicht", dossier)).content.decode())
    for deel in ("Taal", "Rekenen", "Sociaal", "Digitaal", "losse woorden", "Vervoer"):
        assert deel in tekst
    assert "niveau 2 van 5" in tekst
    assert "Meld aan bij een taalles." in tekst
    fout = client.post(adres("hulp_vragen", dossier), {"wat": "Fietsband", "bedrag": "-3"})
    assert fout.status_code == 422
    assert "Fietsband" in fout.content.decode()
    assert not Snellehulp.objects.exists()


def test_werklijst_en_suggestie_zonder_gevoelige_woorden(dossier: Dossier, ik: Gebruiker) -> None:
    assert haken.suggestie(dossier) == []
    nieuw = Dossierfabriek(verantwoordelijke=ik)
    Waarnemingfabriek(dossier=nieuw, aspect="last_schulden", waarde=5, urgentie=3)
    (suggestie,) = haken.suggestie(nieuw)
    assert "schuld" not in suggestie.reden.lower()
    start_bezoek(keten=nieuw.keten, kant="werkzoekenden", tegel="maatschappelijk-fit", door=ik)
    request = RequestFactory().get("/")
    request.user = ik
    lijst = haken.werklijst(request)
    assert lijst is not None
    assert [(rij.cellen[0], rij.cellen[2]) for rij in lijst.rijen] == [(nieuw.werkzoekende.naam, "nog niet gemeten")]


def test_het_overzicht_kost_altijd_evenveel_queries(
    client: Client, dossier: Dossier, ik: Gebruiker, zelfde_aantal_queries: Callable[..., None]
) -> None:
    client.force_login(ik)

    def maak(aantal: int) -> None:
        for n in range(aantal):
            Snellehulp.objects.create(dossier=dossier, wat=f"Hulp {n}", gevraagd_door=Gebruikerfabriek())

    zelfde_aantal_queries(client, adres("overzicht", dossier), maak)
    zelfde_aantal_queries(client, adres("zrm", dossier), lambda aantal: None)
