"""Instruments: the catalogue, deploying, evaluating, what they did, and what is suggested."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from tests.fabrieken import (
    Dossierfabriek,
    Gebruikerfabriek,
    Gemeentefabriek,
    Inzetfabriek,
    Waarnemingfabriek,
    Werkgeverfabriek,
)

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.dossiers.models import Doelgroepperiode, Dossier
from werklandschap.kern.instrumenten import actions
from werklandschap.kern.instrumenten.catalogus import catalogus, instrument, instrumenten_van, standaardcatalogus
from werklandschap.kern.instrumenten.effecten import lokale_resultaten, vat_samen
from werklandschap.kern.instrumenten.models import Evaluatie, Instrumentaanpassing, Inzet
from werklandschap.kern.instrumenten.suggesties import resultaat_zin, stel_voor
from werklandschap.kern.klantbeeld.catalogus import aspecten
from werklandschap.kern.klantbeeld.queries import klantbeeld_op
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.ketens import controleer
from werklandschap.kern.tijdlijn.models import Gebeurtenis
from werklandschap.kern.tijdlijn.soorten import lees_zin
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.landschap.haken import instrumentnamen

pytestmark = pytest.mark.django_db


@pytest.fixture
def ik() -> Gebruiker:
    return Gebruikerfabriek()


@pytest.fixture
def dossier(ik: Gebruiker) -> Dossier:
    return Dossierfabriek(verantwoordelijke=ik)


def zet_in(dossier: Dossier, ik: Gebruiker, code: str = "schuldhulp", **velden: object) -> Inzet:
    return actions.zet_in(keten=dossier.keten, instrument=code, doel="Rust", door=ik, **velden)  # type: ignore[arg-type]


def test_de_catalogus_verwijst_alleen_naar_bekende_aspecten() -> None:
    lijst = standaardcatalogus()
    assert len(lijst) > 40
    assert {code for i in lijst.values() for code in i.aspectcodes} <= set(aspecten())
    with translation.override("en"):
        assert standaardcatalogus()["schuldhulp"].naam == "Debt help"


def test_l5_een_gemeente_past_de_lijst_aan_zonder_programmeur(ik: Gebruiker) -> None:
    gemeente = ik.gemeente
    assert gemeente is not None
    Instrumentaanpassing.objects.create(gemeente=gemeente, code="voedselbank", actief=False)
    Instrumentaanpassing.objects.create(
        gemeente=gemeente, code="schuldhulp", naam="Hulp bij geld", aanbieder="Kredietbank"
    )
    Instrumentaanpassing.objects.create(
        gemeente=gemeente,
        code="wandelgroep",
        naam="Wandelgroep",
        eigen={"kant": "werkzoekenden", "aspecten": [{"code": "energie", "richting": "op", "verwacht": 1}]},
    )
    lijst = catalogus(gemeente)
    assert "voedselbank" not in lijst
    assert (lijst["schuldhulp"].naam, lijst["schuldhulp"].aanbieder) == ("Hulp bij geld", "Kredietbank")
    assert (lijst["wandelgroep"].aspectcodes, lijst["wandelgroep"].is_eigen) == (("energie",), True)
    assert "voedselbank" in catalogus(Gemeentefabriek(code="9002"))
    uit = {i.code for i in instrumenten_van(gemeente, ook_uit=True) if not i.actief}
    assert uit == {"voedselbank"}
    namen = [n.naam for n in instrumentnamen.voor(["voedselbank", "schuldhulp", "onzin"], ik)]
    assert namen == ["Hulp bij geld"]


def test_w2_6_inzetten_neemt_een_nulmeting_en_vraagt_om_terug_te_kijken(dossier: Dossier, ik: Gebruiker) -> None:
    Waarnemingfabriek(dossier=dossier, aspect="last_schulden", waarde=5)
    Waarnemingfabriek(dossier=dossier, aspect="ritme", waarde=1)
    inzet = zet_in(dossier, ik, van=timezone.localdate())
    assert inzet.nulmeting == {"last_schulden": 5}
    assert inzet.status == "loopt"
    assert inzet.evalueren_op == inzet.van + timedelta(weeks=12)
    taak = Taak.objects.get()
    assert (taak.eigenaar, taak.voor_op) == (ik, inzet.evalueren_op)
    assert controleer(dossier.keten) == []


def test_w1_7_de_wet_waarschuwt_maar_houdt_niet_tegen(dossier: Dossier, ik: Gebruiker) -> None:
    assert instrument("werkervaringsplek").wettelijk is not None
    Doelgroepperiode.objects.create(dossier=dossier, code="ww", van=date(2020, 1, 1))
    zet_in(dossier, ik, "werkervaringsplek")
    gebeurtenis = Gebeurtenis.objects.filter(keten=dossier.keten, soort="instrument.ingezet").get()
    assert "niet voor de doelgroep" in lees_zin(gebeurtenis.soort, gebeurtenis.gegevens)
    ander = Dossierfabriek(verantwoordelijke=ik)
    Doelgroepperiode.objects.create(dossier=ander, code="participatiewet", van=date(2020, 1, 1))
    zet_in(ander, ik, "werkervaringsplek")
    goed = Gebeurtenis.objects.filter(keten=ander.keten, soort="instrument.ingezet").get()
    assert "doelgroep" not in lees_zin(goed.soort, goed.gegevens)


def test_foute_invoer_wordt_uitgelegd(dossier: Dossier, ik: Gebruiker) -> None:
    vandaag = timezone.localdate()
    with pytest.raises(Invoerfout) as fout:
        actions.zet_in(
            keten=dossier.keten,
            instrument="schuldhulp",
            doel=" ",
            door=ik,
            van=vandaag,
            tot=vandaag - timedelta(days=1),
            evalueren_op=vandaag - timedelta(days=1),
        )
    assert set(fout.value.fouten) == {"doel", "tot", "evalueren_op"}
    with pytest.raises(Invoerfout) as fout:
        zet_in(dossier, ik, "bestaat-niet")
    assert set(fout.value.fouten) == {"instrument"}


def test_wie_mag_inzetten(dossier: Dossier, ik: Gebruiker) -> None:
    for wie in (Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002")), Gebruikerfabriek(rol=Rol.MANAGER)):
        with pytest.raises(GeenRecht):
            zet_in(dossier, wie)
    inzet = zet_in(dossier, ik)
    for wie in (Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002")), Gebruikerfabriek(rol=Rol.MANAGER)):
        with pytest.raises(GeenRecht):
            actions.evalueer(inzet=inzet, door=wie)
        with pytest.raises(GeenRecht):
            actions.stop_inzet(inzet=inzet, door=wie, reden="x")


def test_w2_6_evalueren_verandert_het_klantbeeld(dossier: Dossier, ik: Gebruiker) -> None:
    Waarnemingfabriek(dossier=dossier, aspect="last_schulden", waarde=5)
    inzet = zet_in(dossier, ik)
    evaluatie = actions.evalueer(
        inzet=inzet, door=ik, oordeel_klant=4, effect={"last_schulden": 3}, effect_klant={"last_schulden": 2}
    )
    assert evaluatie.effect == {"last_schulden": {"was": 5, "nu": 3, "nu_klant": 2}}
    assert {(w.bron, w.waarde) for w in evaluatie.waarnemingen.all()} == {("professional", 3), ("klant", 2)}
    beeld = klantbeeld_op(dossier, timezone.localdate(), ik)
    assert {bron: w.waarde for bron, w in beeld.regels["last_schulden"].per_bron.items()} == {
        "professional": 3,
        "klant": 2,
    }
    inzet.refresh_from_db()
    assert (inzet.status, inzet.tot) == ("klaar", timezone.localdate())
    assert not Taak.objects.filter(status="open").exists()
    with pytest.raises(Invoerfout):
        actions.evalueer(inzet=inzet, door=ik)
    assert controleer(dossier.keten) == []


def test_een_foute_waarde_laat_niets_achter(dossier: Dossier, ik: Gebruiker) -> None:
    inzet = zet_in(dossier, ik)
    with pytest.raises(Invoerfout) as fout:
        actions.evalueer(inzet=inzet, door=ik, effect={"last_schulden": 9})
    assert set(fout.value.fouten) == {"nu_last_schulden"}
    assert not Evaluatie.objects.exists()
    assert Taak.objects.get().status == "open"


def test_doorgaan_vraagt_een_nieuwe_datum(dossier: Dossier, ik: Gebruiker) -> None:
    inzet = zet_in(dossier, ik)
    with pytest.raises(Invoerfout):
        actions.evalueer(inzet=inzet, door=ik, gaat_door=True)
    straks = timezone.localdate() + timedelta(weeks=4)
    with pytest.raises(Invoerfout) as fout:
        actions.evalueer(inzet=inzet, door=ik, gaat_door=True, evalueren_op=straks, toelichting=" ")
    assert set(fout.value.fouten) == {"toelichting"}
    actions.evalueer(inzet=inzet, door=ik, gaat_door=True, evalueren_op=straks, toelichting="Het helpt.")
    inzet.refresh_from_db()
    assert (inzet.status, inzet.evalueren_op, inzet.tot) == ("loopt", straks, None)
    assert Taak.objects.get(status="open").voor_op == straks


def test_stoppen_met_reden(dossier: Dossier, ik: Gebruiker) -> None:
    inzet = zet_in(dossier, ik)
    with pytest.raises(Invoerfout):
        actions.stop_inzet(inzet=inzet, door=ik, reden=" ")
    actions.stop_inzet(inzet=inzet, door=ik, reden="Aanbieder stopt")
    inzet.refresh_from_db()
    assert inzet.status == "gestopt"
    assert not Taak.objects.filter(status="open").exists()


def _evaluaties(gemeente: object, aantal: int, *, was: int, nu: int, code: str = "schuldhulp") -> None:
    for _n in range(aantal):
        inzet = Inzetfabriek(gemeente=gemeente, instrument=code, status="klaar")
        Evaluatie.objects.create(
            inzet=inzet, datum=timezone.localdate(), effect={"last_schulden": {"was": was, "nu": nu}}
        )


def test_x1_weinig_metingen_trekken_naar_de_verwachting(ik: Gebruiker) -> None:
    assert ik.gemeente is not None
    _evaluaties(ik.gemeente, 4, was=5, nu=2)
    _evaluaties(Gemeentefabriek(code="9002"), 20, was=2, nu=5)
    resultaat = lokale_resultaten(ik.gemeente, catalogus(ik.gemeente))["schuldhulp"]
    verwacht = 4 / 3
    assert (resultaat.n, resultaat.gemiddelde, resultaat.laag) == (4, 3.0, None)
    assert resultaat.geschat == pytest.approx((10 * verwacht + 4 * 3) / 14)
    assert "te weinig" in resultaat_zin(resultaat)


def test_x1_genoeg_metingen_geven_een_interval() -> None:
    resultaat = vat_samen([1.0, 0.0, 2.0, 1.0, 1.0, 0.0, 2.0, 1.0, 1.0, 1.0], vooraf=5)
    assert resultaat.gemiddelde == resultaat.geschat == 1.0
    # sd = sqrt(4/9), t(9) = 2.262
    marge = 2.262 * (4 / 9) ** 0.5 / 10**0.5
    assert resultaat.laag == pytest.approx(1 - marge)
    assert resultaat.hoog == pytest.approx(1 + marge)
    assert "geen bewijs" in resultaat_zin(resultaat)


def test_meer_inzetten_voor_een_mens_tellen_als_een(ik: Gebruiker, dossier: Dossier) -> None:
    assert ik.gemeente is not None
    for nu in (5, 3):
        inzet = Inzetfabriek(keten=dossier.keten, gemeente=ik.gemeente, instrument="schuldhulp", status="klaar")
        for tussen in (1, nu):
            Evaluatie.objects.create(
                inzet=inzet, datum=timezone.localdate(), effect={"last_schulden": {"was": 5, "nu": tussen}}
            )
    resultaat = lokale_resultaten(ik.gemeente, catalogus(ik.gemeente))["schuldhulp"]
    assert (resultaat.n, resultaat.gemiddelde) == (1, 1.0)  # last evaluations: 0 and 2 steps


def test_w2_6_suggesties_volgen_het_beeld_en_zeggen_waarom(dossier: Dossier, ik: Gebruiker) -> None:
    assert stel_voor(dossier, ik) == []
    Waarnemingfabriek(dossier=dossier, aspect="last_schulden", waarde=5, urgentie=3)
    voorstellen = stel_voor(dossier, ik)
    assert voorstellen[0].instrument.code == "schuldhulp"
    assert "Schulden: 5" in voorstellen[0].redenen[0]
    assert "dringend" in voorstellen[0].redenen[0]
    assert voorstellen[0].tegen
    assert "nog niet gemeten" in voorstellen[0].resultaat_zin
    zet_in(dossier, ik)
    assert "schuldhulp" not in {v.instrument.code for v in stel_voor(dossier, ik)}


def test_wat_eerder_niet_hielp_zakt_en_wat_hielp_staat_erbij(dossier: Dossier, ik: Gebruiker) -> None:
    Waarnemingfabriek(dossier=dossier, aspect="last_schulden", waarde=5)
    hoog = {v.instrument.code: v.score for v in stel_voor(dossier, ik)}["schuldhulp"]
    inzet = zet_in(dossier, ik)
    actions.evalueer(inzet=inzet, door=ik, effect={"last_schulden": 5})
    later = next(v for v in stel_voor(dossier, ik) if v.instrument.code == "schuldhulp")
    assert later.score < hoog
    assert any("hielp toen niet" in zin for zin in later.tegen)
    tweede = zet_in(dossier, ik)
    actions.evalueer(inzet=tweede, door=ik, effect={"last_schulden": 4})
    nu = next(v for v in stel_voor(dossier, ik) if v.instrument.code == "schuldhulp")
    assert any("Hielp deze klant eerder" in zin for zin in nu.redenen)


def test_een_suggestie_verraadt_niets_dat_iemand_niet_mag_zien(dossier: Dossier) -> None:
    Waarnemingfabriek(dossier=dossier, aspect="last_schulden", waarde=5, urgentie=3)
    assert stel_voor(dossier, Gebruikerfabriek(rol=Rol.JOBCOACH)) == []


def adres(naam: str, *args: object) -> str:
    return reverse(f"instrumenten:{naam}", args=args)


@pytest.fixture
def mijn(client: Client, ik: Gebruiker) -> Client:
    client.force_login(ik)
    return client


def test_de_kring_via_de_paginas(mijn: Client, dossier: Dossier) -> None:
    Waarnemingfabriek(dossier=dossier, aspect="last_schulden", waarde=5)
    tekst = mijn.get(adres("overzicht", dossier.pk)).content.decode()
    assert "Zet dit in" in tekst
    url = adres("nieuw", dossier.pk)
    assert "Rust in geldzaken" in mijn.get(url, {"instrument": "schuldhulp"}).content.decode()
    vandaag = timezone.localdate().isoformat()
    fout = mijn.post(url, {"instrument": "schuldhulp", "doel": "", "reden": "Samen gekozen", "van": vandaag})
    assert fout.status_code == 422
    assert "Samen gekozen" in fout.content.decode()
    mijn.post(url, {"instrument": "schuldhulp", "doel": "Rust", "van": vandaag})
    inzet = Inzet.objects.get()
    kijk = adres("evaluatie", dossier.pk, inzet.pk)
    assert "Bij de start: 5" in mijn.get(kijk).content.decode()
    fout = mijn.post(
        kijk, {"datum": vandaag, "gaat_door": "nee", "nu_last_schulden": "8", "toelichting": "blijft staan"}
    )
    assert fout.status_code == 422
    assert "blijft staan" in fout.content.decode()
    klaar = mijn.post(kijk, {"datum": vandaag, "gaat_door": "nee", "nu_last_schulden": "3", "met_klant": "on"})
    assert klaar.headers["Location"] == adres("overzicht", dossier.pk)
    tekst = mijn.get(adres("overzicht", dossier.pk)).content.decode()
    assert "5 – zo veel last dat het niet gaat → 3 – regelmatig last" in tekst


def test_een_vreemde_komt_nergens_bij(client: Client, dossier: Dossier, ik: Gebruiker) -> None:
    inzet = zet_in(dossier, ik)
    client.force_login(Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002")))
    for url in (adres("overzicht", dossier.pk), adres("nieuw", dossier.pk), adres("evaluatie", dossier.pk, inzet.pk)):
        assert client.get(url).status_code == 404
    mijn_dossier = Dossierfabriek()
    client.force_login(mijn_dossier.verantwoordelijke)
    assert client.get(adres("evaluatie", mijn_dossier.pk, inzet.pk)).status_code == 404


def test_effect_op_gezondheid_blijft_verborgen_zonder_recht(client: Client, dossier: Dossier, ik: Gebruiker) -> None:
    Waarnemingfabriek(dossier=dossier, aspect="last_schulden", waarde=5)
    actions.evalueer(inzet=zet_in(dossier, ik), door=ik, effect={"last_schulden": 3})
    jobcoach = Gebruikerfabriek(rol=Rol.JOBCOACH)
    dossier.verantwoordelijke = jobcoach
    dossier.save()
    client.force_login(jobcoach)
    tekst = client.get(adres("overzicht", dossier.pk)).content.decode()
    assert "Schuldhulp" in tekst
    assert "regelmatig last" not in tekst


def test_ook_een_werkgever_krijgt_instrumenten(client: Client) -> None:
    account = Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER)
    werkgever = Werkgeverfabriek(gemeente=account.gemeente, accountmanager=account)
    client.force_login(account)
    assert "Zet een instrument in" in client.get(adres("werkgever", werkgever.pk)).content.decode()
    vandaag = timezone.localdate().isoformat()
    client.post(adres("nieuw_werkgever", werkgever.pk), {"instrument": "schuldhulp", "doel": "Rust", "van": vandaag})
    inzet = Inzet.objects.get()
    assert (inzet.keten, inzet.nulmeting) == (werkgever.keten, {})
    assert Taak.objects.get().eigenaar == account
    client.post(adres("evaluatie_werkgever", werkgever.pk, inzet.pk), {"datum": vandaag, "gaat_door": "nee"})
    inzet.refresh_from_db()
    assert inzet.status == "klaar"
    werkgever.keten.refresh_from_db()
    assert controleer(werkgever.keten) == []
    client.force_login(Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER, gemeente=Gemeentefabriek(code="9002")))
    antwoord = client.post(
        adres("nieuw_werkgever", werkgever.pk), {"instrument": "schuldhulp", "doel": "x", "van": vandaag}
    )
    assert antwoord.status_code == 403


def test_de_pagina_kost_altijd_evenveel_queries(
    mijn: Client, dossier: Dossier, zelfde_aantal_queries: Callable[..., None]
) -> None:
    def maak(aantal: int) -> None:
        for _n in range(aantal):
            inzet = Inzetfabriek(keten=dossier.keten, gemeente=dossier.gemeente, instrument="jobcoach", status="klaar")
            Evaluatie.objects.create(inzet=inzet, datum=timezone.localdate(), effect={"ritme": {"was": 2, "nu": 3}})

    zelfde_aantal_queries(mijn, adres("overzicht", dossier.pk), maak)
