"""The subsidy through time, the second pair of eyes, the decision after a trial, and the overview of instruments."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.fabrieken import Gebruikerfabriek, Gemeentefabriek
from tests.samen.plaatsing.hulp import lopend, voorbereid, werkgever_van

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.ketens import controleer
from werklandschap.kern.tijdlijn.models import Keten
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.samen.plaatsing import besluiten, subsidie
from werklandschap.samen.plaatsing.actions import wijzig_plaatsing
from werklandschap.samen.plaatsing.models import Besluit, Plaatsing
from werklandschap.samen.plaatsing.overzicht import instrumentkansen
from werklandschap.samen.plaatsing.proef import besluit_na_proef
from werklandschap.samen.plaatsing.verloop import subsidieverloop

pytestmark = pytest.mark.django_db
BEGIN = date(2026, 2, 1)
VANDAAG = date(2026, 6, 15)


def geplaatst(**velden: object) -> Plaatsing:
    rij = lopend(**{"van": BEGIN, **velden})
    mens = rij.dossier.werkzoekende
    mens.geboortedatum = date(1990, 1, 1)
    mens.save()
    return rij


def met_subsidie(rij: Plaatsing, **velden: object) -> Besluit:
    invoer = {"van": rij.van, "forfaitair": True, **velden}
    return besluiten.leg_besluit_vast(
        plaatsing=rij,
        instrument="loonkostensubsidie",
        door=rij.door,
        **invoer,  # type: ignore[arg-type]
    )


def ingelogd(gebruiker: Gebruiker) -> Client:
    client = Client()
    client.force_login(gebruiker)
    return client


def meet(rij: Plaatsing, vanaf: date, loonwaarde: str, **velden: object) -> None:
    subsidie.leg_meting_vast(
        plaatsing=rij,
        gemeten_op=vanaf,
        geldt_vanaf=vanaf,
        loonwaarde=Decimal(loonwaarde),
        methode="Landelijke methode",
        door_wie="Arbeidsdeskundige",
        door=rij.door,
        **velden,  # type: ignore[arg-type]
    )


def test_w8_2_elke_wijziging_geeft_een_periode_met_reden_en_bedrag() -> None:
    rij = geplaatst()
    met_subsidie(rij)
    meet(rij, date(2026, 4, 1), "55")
    subsidie.leg_stand_vast(plaatsing=rij, vanaf=date(2026, 5, 16), uren=Decimal(24), door=rij.door)
    verloop = subsidieverloop(rij, VANDAAG)
    stappen = [(r.periode.van, r.reden, r.uren, r.loonwaarde) for r in verloop.rijen]
    assert stappen == [
        (date(2026, 2, 1), "De subsidie begint", Decimal(32), "vast deel"),
        (date(2026, 4, 1), "De loonwaarde is gemeten", Decimal(32), "55 %"),
        (date(2026, 5, 16), "Andere uren", Decimal(24), "55 %"),
    ]
    # Worked in facts.md: forfaitair 1.360,33 and loonwaarde 55 1.224,30 per month at 32 hours.
    per_maand = [r.periode.berekening.totaal_per_maand for r in verloop.rijen]
    assert per_maand == [Decimal("1360.33"), Decimal("1224.30"), Decimal("918.22")]
    assert verloop.rijen[-1].periode.tot_en_met == date(2026, 12, 31)
    assert dict(verloop.per_jaar)[2026] == sum(r.periode.bedrag for r in verloop.rijen)
    assert all(regel.bron for r in verloop.rijen for regel in r.periode.berekening.regels)
    nu = rij.besluiten.geldig().get(instrument="loonkostensubsidie")
    assert (nu.van, nu.bedrag_per_maand, nu.invoer["uren"]) == (date(2026, 5, 16), Decimal("918.22"), "24.0")
    assert controleer(Keten.objects.get(dossier=rij.dossier_id)) == []


def test_w8_2_een_meting_terug_in_de_tijd_geeft_terugbetaling_en_daarna_nabetaling() -> None:
    rij = geplaatst()
    met_subsidie(rij)
    for maand in (2, 3):
        subsidie.leg_uitbetaling_vast(
            plaatsing=rij,
            maand=date(2026, maand, 17),
            bedrag=Decimal("1360.33"),
            betaald_op=date(2026, maand, 25),
            door=rij.door,
        )
    tot_maart = date(2026, 3, 31)
    assert subsidieverloop(rij, tot_maart).verrekening.terugbetaling == 0
    meet(rij, date(2026, 3, 1), "55")
    verrekening = subsidieverloop(rij, tot_maart).verrekening
    assert verrekening.terugbetaling == Decimal("136.03")
    assert [m.verschil for m in verrekening.maanden] == [Decimal("0.00"), Decimal("-136.03")]
    meet(rij, date(2026, 3, 1), "45")
    assert subsidieverloop(rij, tot_maart).verrekening.nabetaling == Decimal("136.03")


def test_w8_2_na_het_einde_van_het_werk_is_er_geen_recht_meer() -> None:
    rij = geplaatst()
    met_subsidie(rij, forfaitair=False, loonwaarde=Decimal(55))
    Plaatsing.objects.filter(pk=rij.pk).update(geeindigd_op=date(2026, 2, 14), status="geeindigd")
    rij.refresh_from_db()
    verloop = subsidieverloop(rij, VANDAAG)
    assert [(r.periode.van, r.periode.tot_en_met, r.periode.bedrag) for r in verloop.rijen] == [
        (BEGIN, date(2026, 2, 14), Decimal("612.15"))
    ]


def test_w8_2_het_vaste_deel_duurt_zes_maanden_ook_na_een_vervanging() -> None:
    rij = geplaatst()
    oud = met_subsidie(rij)
    subsidie.leg_stand_vast(plaatsing=rij, vanaf=date(2026, 6, 1), uren=Decimal(20), door=rij.door)
    nu = rij.besluiten.geldig().get()
    assert nu.tot == oud.tot == date(2026, 7, 31)
    with pytest.raises(Invoerfout) as fout:
        besluiten.vervang_besluit(
            besluit=nu, van=date(2026, 8, 1), forfaitair=True, reden="Nog een keer", door=rij.door
        )
    assert "forfaitair" in fout.value.fouten


def test_w8_2_een_vast_deel_dat_eerder_begint_maakt_er_samen_geen_twaalf_maanden_van() -> None:
    rij = geplaatst()
    later = met_subsidie(rij, van=date(2026, 8, 1))
    with pytest.raises(Invoerfout) as fout:
        met_subsidie(rij, van=BEGIN)
    assert "Vervang dat besluit" in fout.value.fouten["forfaitair"]
    besluiten.vervang_besluit(besluit=later, van=BEGIN, forfaitair=True, reden="Begon eerder", door=rij.door)
    vast = [r.periode for r in subsidieverloop(rij, date(2026, 12, 31)).rijen]
    assert (vast[0].van, vast[-1].tot_en_met) == (BEGIN, date(2026, 7, 31))


def test_w8_2_dagen_van_een_vervangen_besluit_worden_niet_nog_eens_toegekend() -> None:
    rij = geplaatst()
    met_subsidie(rij, forfaitair=False, loonwaarde=Decimal(55))
    meet(rij, date(2026, 10, 4), "60")
    with pytest.raises(Invoerfout) as fout:
        met_subsidie(rij, tot=date(2026, 6, 30), forfaitair=False, loonwaarde=Decimal(40))
    assert "instrument" in fout.value.fouten
    dagen = [(r.periode.van, r.periode.tot_en_met) for r in subsidieverloop(rij, date(2026, 12, 31)).rijen]
    assert all(tot < van for (_van, tot), (van, _tot) in pairwise(dagen))


def test_w8_2_een_vast_deel_dat_op_een_tweede_collega_wacht_telt_mee() -> None:
    rij = geplaatst()
    rij.dossier.gemeente.instellingen = {"vier_ogen_euro": 5000}
    rij.dossier.gemeente.save()
    assert met_subsidie(rij, van=date(2026, 8, 1)).wacht
    with pytest.raises(Invoerfout) as fout:
        met_subsidie(rij, van=BEGIN)
    assert "forfaitair" in fout.value.fouten


def test_w8_2_wat_niet_klopt_wordt_geweigerd_en_er_verandert_niets() -> None:
    rij = geplaatst()
    met_subsidie(rij)
    with pytest.raises(Invoerfout) as fout:
        subsidie.leg_meting_vast(
            plaatsing=rij,
            gemeten_op=timezone.localdate() + timedelta(days=1),
            geldt_vanaf=BEGIN,
            loonwaarde=Decimal(101),
            methode=" ",
            door_wie="",
            door=rij.door,
        )
    assert set(fout.value.fouten) == {"gemeten_op", "loonwaarde", "methode", "door_wie"}
    for velden, veld in (
        ({"vanaf": BEGIN - timedelta(days=1), "uren": Decimal(20)}, "vanaf"),
        ({"vanaf": BEGIN, "uren": Decimal("60.5")}, "uren"),
        ({"vanaf": BEGIN, "uren": Decimal(20), "loon_per_uur": Decimal(0)}, "loon_per_uur"),
    ):
        with pytest.raises(Invoerfout) as fout:
            subsidie.leg_stand_vast(plaatsing=rij, door=rij.door, **velden)  # type: ignore[arg-type]
        assert set(fout.value.fouten) == {veld}
    with pytest.raises(Invoerfout):
        wijzig_plaatsing(plaatsing=rij, versie=rij.versie, door=rij.door, uren=Decimal(20))
    vreemde = Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002"))
    with pytest.raises(GeenRecht):
        subsidie.leg_stand_vast(plaatsing=rij, vanaf=BEGIN, uren=Decimal(20), door=vreemde)
    assert (rij.metingen.count(), rij.standen.count(), rij.besluiten.count()) == (0, 0, 1)


@pytest.mark.parametrize(("grens", "wacht"), [(8163, False), (8162, False), (8161, True), (0, True)])
def test_w8_2_vanaf_een_bedrag_kijkt_een_tweede_collega_mee(grens: int, wacht: bool) -> None:
    # Forfaitair: six months of 1.360,33 in the first year is 8.161,98.
    rij = geplaatst()
    rij.dossier.gemeente.instellingen = {"vier_ogen_euro": grens}
    rij.dossier.gemeente.save()
    besluit = met_subsidie(rij)
    assert besluit.wacht is wacht
    assert besluit.is_geldig is not wacht


def test_w8_2_zonder_bedrag_is_er_geen_tweede_collega_nodig() -> None:
    rij = geplaatst()
    rij.dossier.gemeente.instellingen = {"vier_ogen_euro": 0}
    rij.dossier.gemeente.save()
    besluit = besluiten.leg_besluit_vast(plaatsing=rij, instrument="no-risk", van=rij.van, door=rij.door)
    assert besluit.is_geldig


def test_w8_2_de_indiener_stelt_zelf_niet_vast_en_het_oude_besluit_geldt_tot_dan() -> None:
    rij = geplaatst()
    manager = Gebruikerfabriek(rol=Rol.MANAGER, gemeente=rij.dossier.gemeente)
    oud = met_subsidie(rij, forfaitair=False, loonwaarde=Decimal(55))
    gemeente = rij.dossier.gemeente
    gemeente.instellingen = {"vier_ogen_euro": 15000}
    gemeente.save()
    meet(rij, date(2026, 4, 1), "25")
    nieuw = rij.besluiten.get(vervangt=oud)
    oud.refresh_from_db()
    assert (nieuw.wacht, oud.is_geldig) == (True, True)
    assert len(subsidieverloop(rij, VANDAAG).rijen) == 1
    taak = Taak.objects.get(bron=f"plaatsing:{rij.pk}:tweede:{nieuw.pk}")
    assert taak.eigenaar == manager
    for wie in (rij.door, Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002")), werkgever_van(rij)):
        with pytest.raises(GeenRecht):
            besluiten.stel_besluit_vast(besluit=nieuw, door=wie)
    with pytest.raises(Invoerfout, match="tweede collega"):
        meet(rij, date(2026, 5, 1), "40")
    besluiten.stel_besluit_vast(besluit=nieuw, door=manager)
    oud.refresh_from_db()
    taak.refresh_from_db()
    assert oud.vervallen_op is not None
    assert taak.status == Taak.Status.KLAAR
    assert [r.periode.van for r in subsidieverloop(rij, VANDAAG).rijen] == [BEGIN, date(2026, 4, 1)]


def test_w8_2_een_geweigerd_besluit_geldt_nooit() -> None:
    rij = geplaatst()
    rij.dossier.gemeente.instellingen = {"vier_ogen_euro": 1000}
    rij.dossier.gemeente.save()
    besluit = met_subsidie(rij)
    collega = Gebruikerfabriek(gemeente=rij.dossier.gemeente)
    with pytest.raises(Invoerfout):
        besluiten.weiger_besluit(besluit=besluit, reden=" ", door=collega)
    besluiten.weiger_besluit(besluit=besluit, reden="Eerst meten", door=collega)
    besluiten.stel_besluit_vast(besluit=besluit, door=collega)
    assert not rij.besluiten.vastgesteld().exists()
    pagina = ingelogd(rij.door).get(reverse("samen_plaatsing:plaatsing", args=[rij.pk])).content.decode()
    assert "Eerst meten" in pagina
    met_subsidie(rij)
    assert rij.besluiten.open().count() == 1


def test_w8_2_een_jobcoach_kost_uren_maal_tarief_en_telt_niet_bij_de_werkgever() -> None:
    rij = geplaatst()
    besluit = besluiten.leg_besluit_vast(
        plaatsing=rij,
        instrument="jobcoach",
        van=rij.van,
        uren_per_maand=Decimal("4.5"),
        tarief=Decimal("89.95"),
        regime="midden",
        aanbieder="Samen Verder",
        door=rij.door,
    )
    assert besluit.bedrag_per_maand == Decimal("404.78")
    assert besluit.invoer["regime"] == "midden"
    antwoord = ingelogd(rij.door).get(reverse("samen_plaatsing:plaatsing", args=[rij.pk]))
    assert antwoord.context["totaal"] == 0
    assert "voor de aanbieder" in antwoord.content.decode()


def test_w8_2_de_praktijkroute_geeft_onder_de_honderd_een_taak() -> None:
    rij = geplaatst()
    meet(rij, BEGIN, "100", praktijkroute=True)
    assert not Taak.objects.filter(bron__contains=":praktijkroute:").exists()
    meet(rij, BEGIN, "99.5", praktijkroute=True)
    assert "99,5" in Taak.objects.get(bron__contains=":praktijkroute:").titel


def test_w8_2_het_overzicht_noemt_bedragen_voor_deze_persoon_en_deze_baan() -> None:
    rij = voorbereid(van=BEGIN)
    rij.dossier.werkzoekende.geboortedatum = date(1990, 1, 1)
    rij.dossier.werkzoekende.save()
    kansen = {kans.soort.code: kans for kans in instrumentkansen(rij)}
    assert "1.360,33" in kansen["loonkostensubsidie"].regels[0]
    assert "1.904,47" in kansen["loonkostensubsidie"].regels[1]
    # 32 × 52 = 1.664 hours × 1,01 = 1.680,64; × 3,05 = 5.075,20.
    lkv = " ".join(kansen["lkv"].regels)
    assert "1.680,64" in lkv
    assert "5.075,20" in lkv
    assert all(kans.regels for kans in kansen.values())
    pagina = ingelogd(rij.door).get(reverse("samen_plaatsing:plaatsing", args=[rij.pk])).content.decode()
    assert "1.360,33" in pagina


@pytest.mark.parametrize("keuze", ["baan", "verlengen", "stoppen"])
def test_w8_2_na_de_proef_volgt_een_besluit_en_de_taak_is_klaar(keuze: str) -> None:
    rij = lopend(soort="proefplaatsing")
    proef = besluiten.leg_besluit_vast(plaatsing=rij, instrument="proefplaatsing", van=rij.van, door=rij.door)
    taak = Taak.objects.get(bron=f"plaatsing:{rij.pk}:besluit:{proef.pk}")
    with pytest.raises(Invoerfout) as fout:
        besluit_na_proef(plaatsing=rij, keuze="verlengen", toelichting="", door=rij.door)
    assert set(fout.value.fouten) == {"toelichting", "maanden"}
    uit = besluit_na_proef(plaatsing=rij, keuze=keuze, toelichting="Het gaat goed.", maanden=3, door=rij.door)
    taak.refresh_from_db()
    assert taak.status == Taak.Status.KLAAR
    uit.refresh_from_db()
    soort, status = ("baan", "loopt") if keuze == "baan" else ("proefplaatsing", "loopt")
    assert (uit.soort, uit.status) == (soort, "geeindigd" if keuze == "stoppen" else status)
    open_taken = Taak.objects.filter(bron__startswith=f"plaatsing:{rij.pk}:besluit:", status="open").count()
    assert open_taken == (1 if keuze == "verlengen" else 0)


def test_w8_2_verlengen_moet_langer_zijn_en_binnen_het_maximum() -> None:
    rij = lopend(soort="proefplaatsing")
    besluiten.leg_besluit_vast(plaatsing=rij, instrument="proefplaatsing", van=rij.van, door=rij.door)
    for maanden in (2, 7):
        with pytest.raises(Invoerfout) as fout:
            besluit_na_proef(plaatsing=rij, keuze="verlengen", toelichting="x", maanden=maanden, door=rij.door)
        assert set(fout.value.fouten) == {"maanden"}
    assert rij.besluiten.count() == 1


def test_de_paginas_van_de_subsidie_werken_en_houden_vast_wat_is_getypt() -> None:
    rij = geplaatst()
    met_subsidie(rij)
    client = ingelogd(rij.door)
    adres = reverse("samen_plaatsing:meting", args=[rij.pk])
    invoer = {"gemeten_op": "2026-03-20", "geldt_vanaf": "2026-04-01", "loonwaarde": "155", "methode": "Dariuz"}
    fout = client.post(adres, {**invoer, "door_wie": "Jan"})
    assert fout.status_code == 422
    assert "Dariuz" in fout.content.decode()
    assert client.post(adres, {**invoer, "loonwaarde": "55", "door_wie": "Jan"}).status_code == 302
    client.post(reverse("samen_plaatsing:stand", args=[rij.pk]), {"vanaf": "2026-05-01", "uren": "24"})
    client.post(
        reverse("samen_plaatsing:uitbetaling", args=[rij.pk]),
        {"maand": "2026-02-01", "bedrag": "1360.33", "betaald_op": "2026-02-25"},
    )
    pagina = client.get(reverse("samen_plaatsing:subsidie", args=[rij.pk])).content.decode()
    for tekst in ("1.360,33", "1.224,30", "De loonwaarde is gemeten", "Andere uren", "De gemeente betaalt nog"):
        assert tekst in pagina
    vreemde = Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002"))
    for naam in ("subsidie", "stand", "meting", "uitbetaling", "na_proef"):
        assert client.get(reverse(f"samen_plaatsing:{naam}", args=[rij.pk])).status_code == 200, naam
        assert ingelogd(vreemde).get(reverse(f"samen_plaatsing:{naam}", args=[rij.pk])).status_code == 404, naam


def test_een_tweede_collega_kijkt_mee_op_de_pagina() -> None:
    rij = geplaatst()
    rij.dossier.gemeente.instellingen = {"vier_ogen_euro": 1}
    rij.dossier.gemeente.save()
    besluit = met_subsidie(rij)
    adres = reverse("samen_plaatsing:vaststellen", args=[rij.pk, besluit.pk])
    pagina = reverse("samen_plaatsing:plaatsing", args=[rij.pk])
    manager = Gebruikerfabriek(rol=Rol.MANAGER, gemeente=rij.dossier.gemeente)
    assert adres not in ingelogd(rij.door).get(pagina).content.decode()
    assert ingelogd(rij.door).post(adres).status_code == 403
    assert adres in ingelogd(manager).get(pagina).content.decode()
    weiger = reverse("samen_plaatsing:weigeren", args=[rij.pk, besluit.pk])
    assert ingelogd(manager).get(weiger).status_code == 200
    assert ingelogd(manager).post(adres).status_code == 302
    besluit.refresh_from_db()
    assert (besluit.is_geldig, besluit.tweede_door) == (True, manager)
