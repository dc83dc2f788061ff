"""The regional plan: goal, companies, who approaches them, and how far the region is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.fabrieken import (
    Gebruikerfabriek,
    Gemeentefabriek,
    Partnerfabriek,
    Regiofabriek,
    Werkgeverfabriek,
)

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.organisaties.models import Partnerorganisatie
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.tijdlijn.models import Gebeurtenis
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.werkgever.contact import marktplan
from werklandschap.werkgever.contact.marktbeeld import marktbeeld, plan_op, planregels
from werklandschap.werkgever.contact.marktplan import Bedrijfsdoel
from werklandschap.werkgever.contact.models import Marktdoel, Marktplan

pytestmark = pytest.mark.django_db
URL = "/marktbewerkingsplan/"


@pytest.fixture
def ik() -> Gebruiker:
    return Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER)


@pytest.fixture
def buur(ik: Gebruiker) -> Gebruiker:
    assert ik.gemeente is not None
    gemeente = Gemeentefabriek(code="9002", regio=ik.gemeente.regio)
    return Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER, gemeente=gemeente)


def bedrijf(door: Gebruiker, naam: str, sector: str = "", grootte: str = "", kans: str = "") -> Marktdoel:
    return marktplan.zet_op_marktplan(gegevens=Bedrijfsdoel(naam, sector, grootte, kans), door=door)


def benaderd(door: Gebruiker, doel: Marktdoel, uitkomst: str, weer_vanaf: date | None = None) -> Marktdoel:
    marktplan.benader(doel=doel, door=door)
    return marktplan.leg_resultaat_vast(
        doel=doel, uitkomst=uitkomst, resultaat="Gesproken", weer_vanaf=weer_vanaf, door=door
    )


def plan(door: Gebruiker, doelen: dict[str, int], met: list[Partnerorganisatie] | None = None) -> Marktplan:
    vandaag = timezone.localdate()
    return marktplan.bewaar_marktplan(
        van=vandaag - timedelta(days=100), tot=vandaag + timedelta(days=100), doelen=doelen, met=met or [], door=door
    )


def test_g2_4_het_plan_toont_per_sector_hoe_ver_we_zijn_naast_het_doel(client: Client, ik: Gebruiker) -> None:
    plan(ik, {"zorg": 2, "bouw": 4})
    benaderd(ik, bedrijf(ik, "Zorghuis", "zorg", "groot", "personeel"), "netwerk")
    marktplan.benader(doel=bedrijf(ik, "Zorgplein", "zorg", "klein"), door=ik)
    bedrijf(ik, "Zorgdorp", "zorg", "groot")
    client.force_login(ik)
    pagina = client.get(URL)
    beeld = pagina.context["beeld"]
    kop = ["Onderdeel", "In ons netwerk", "In gesprek", "Wordt benaderd", "Nog niet benaderd", "Nu niet", "Uitleg"]
    assert beeld.grafiek.tabel_kop == kop
    assert beeld.grafiek.tabel_rijen == [
        ["Zorg en welzijn", "1", "0", "1", "1", "0", "1 van 2"],
        ["Bouw en afwerking", "0", "0", "0", "0", "0", "0 van 4"],
    ]
    assert (beeld.voortgang.netwerk, beeld.voortgang.doel, beeld.voortgang.verwacht) == (1, 6, 3)
    tekst = pagina.content.decode()
    assert "Achter op schema: nu zouden het er 3 zijn" in tekst
    assert "<svg" in tekst
    assert "wl-g-drempel" in beeld.grafiek.svg


def test_g2_4_de_lijst_is_te_kiezen_op_sector_grootte_kans_en_stand(client: Client, ik: Gebruiker) -> None:
    benaderd(ik, bedrijf(ik, "Zorghuis", "zorg", "groot", "personeel"), "gesprek")
    bedrijf(ik, "Zorgdorp", "zorg", "klein", "groeien")
    bedrijf(ik, "Bouwhuis", "bouw", "groot", "groeien")
    client.force_login(ik)

    def namen(**keuze: str) -> list[str]:
        return [regel["doel"].naam for regel in client.get(URL, keuze).context["regels"]]

    assert namen(sector="zorg") == ["Zorgdorp", "Zorghuis"]
    assert namen(sector="zorg", grootte="groot") == ["Zorghuis"]
    assert namen(kans="groeien", stand="open") == ["Bouwhuis", "Zorgdorp"]
    assert namen(stand="gesprek") == ["Zorghuis"]
    beeld = client.get(URL, {"per": "grootte", "sector": "zorg"}).context["beeld"]
    assert [rij[0] for rij in beeld.grafiek.tabel_rijen] == ["1 tot 10 mensen", "50 tot 250 mensen"]
    cellen = {(cel.sector, cel.grootte): cel.aantal for _c, _n, rij in beeld.rijen for cel in rij}
    assert cellen == {("zorg", "klein"): 1, ("zorg", "groot"): 1, ("bouw", "klein"): 0, ("bouw", "groot"): 1}


def test_g2_4_niemand_wordt_per_ongeluk_twee_keer_benaderd(ik: Gebruiker, buur: Gebruiker) -> None:
    ver = Gebruikerfabriek(
        rol=Rol.ACCOUNTMANAGER, gemeente=Gemeentefabriek(code="9003", regio=Regiofabriek(naam="Ver"))
    )
    doel = bedrijf(ik, "Fabriek Noord")
    with pytest.raises(Invoerfout):
        bedrijf(buur, "fabriek  noord B.V.")
    marktplan.benader(doel=doel, door=ik)
    with pytest.raises(Invoerfout, match=ik.naam):
        marktplan.benader(doel=doel, door=buur)
    with pytest.raises(GeenRecht):
        marktplan.benader(doel=doel, door=ver)
    assert list(Marktdoel.objects.voor(ver)) == []
    with time_machine.travel(timezone.now() + timedelta(days=31)):
        assert marktplan.benader(doel=doel, door=buur).wie == buur


def test_g2_4_een_bedrijf_dat_rust_wil_houdt_rust_tot_de_afgesproken_dag(ik: Gebruiker, buur: Gebruiker) -> None:
    vandaag = timezone.localdate()
    doel = benaderd(ik, bedrijf(ik, "Fabriek Noord"), "later", vandaag + timedelta(days=10))
    with pytest.raises(Invoerfout, match="wil nu geen contact"):
        marktplan.benader(doel=doel, door=buur)
    with time_machine.travel(timezone.now() + timedelta(days=11)):
        assert marktplan.benader(doel=doel, door=buur).wie == buur
    nee = benaderd(ik, bedrijf(ik, "Fabriek Zuid"), "nee")
    assert nee.weer_vanaf == vandaag + timedelta(days=365)


def test_g2_4_een_partner_kan_benaderen_en_dan_doet_niemand_anders_dat(
    client: Client, ik: Gebruiker, buur: Gebruiker
) -> None:
    uwv = Partnerfabriek(gemeenten=[ik.gemeente, buur.gemeente], soort="uwv", naam="UWV Regio")
    doel = bedrijf(ik, "Fabriek Noord")
    client.force_login(ik)
    client.post(reverse("werkgever_contact:marktdoel_partner", args=[doel.pk]), {"partner": uwv.pk})
    doel.refresh_from_db()
    assert (doel.partner, doel.wie) == (uwv, ik)
    with pytest.raises(Invoerfout, match="UWV Regio"):
        marktplan.benader(doel=doel, door=buur)
    client.force_login(buur)
    tekst = client.get(URL).content.decode()
    assert "UWV Regio benadert dit bedrijf" in tekst
    assert "Ik benader dit bedrijf" not in tekst


def test_g2_4_het_plan_zegt_met_wie_het_gemaakt_is_en_wie_ontbreekt(client: Client, ik: Gebruiker) -> None:
    uwv = Partnerfabriek(gemeenten=[ik.gemeente], soort="uwv", naam="UWV Regio")
    Partnerfabriek(gemeenten=[ik.gemeente], soort="zorg", naam="Zorgloket")
    client.force_login(ik)
    url = reverse("werkgever_contact:marktplan_instellen")
    pagina = client.get(url).content.decode()
    assert "UWV Regio" in pagina
    assert "Zorgloket" not in pagina
    gegevens = {"van": "2026-01-01", "tot": "2027-12-31", "met": [uwv.pk], "doel_zorg": "3", "doel_rest": "2"}
    client.post(url, gegevens)
    rij = Marktplan.objects.get()
    assert {d.sector: d.aantal for d in rij.sectordoelen.all()} == {"zorg": 3, "": 2}
    tekst = client.get(URL).content.decode()
    assert "Samen gemaakt met: UWV Regio" in tekst
    assert "Nog niet erbij: WerkgeversServicepunt, Economische Zaken" in tekst
    client.post(url, {**gegevens, "doel_zorg": "5", "doel_rest": ""})
    assert {d.sector: d.aantal for d in Marktplan.objects.get().sectordoelen.all()} == {"zorg": 5}
    fout = client.post(url, {**gegevens, "tot": "2025-01-01"})
    assert "tot" in fout.context["formulier"].errors


def test_g2_4_wie_in_het_netwerk_komt_wordt_een_werkgever_van_ons(ik: Gebruiker) -> None:
    bekend = Werkgeverfabriek(gemeente=ik.gemeente, naam="Bakkerij Zon B.V.")
    doel = bedrijf(ik, "Bakkerij Zon")
    assert doel.werkgever == bekend
    nieuw = benaderd(ik, bedrijf(ik, "Kwekerij Maan", "groen", "klein"), "netwerk")
    assert nieuw.werkgever is not None
    werkgever = Werkgever.objects.get(naam="Kwekerij Maan")
    assert (werkgever.sector, werkgever.grootte, werkgever.accountmanager) == ("groen", "klein", ik)
    benaderd(ik, doel, "netwerk")
    assert Gebeurtenis.objects.filter(keten=bekend.keten, soort="marktdoel.benaderd").count() == 1
    assert Werkgever.objects.count() == 2


def test_g2_4_op_de_relatiepagina_staat_wie_het_bedrijf_benadert(
    client: Client, ik: Gebruiker, buur: Gebruiker
) -> None:
    bekend = Werkgeverfabriek(gemeente=ik.gemeente, naam="Bakkerij Zon")
    marktplan.benader(doel=bedrijf(buur, "Bakkerij Zon"), door=buur)
    client.force_login(ik)
    assert (
        f"{buur.naam} benadert dit bedrijf"
        in client.get(reverse("relaties:relatie", args=[bekend.pk])).content.decode()
    )


def test_een_benaderd_bedrijf_blijft_in_het_plan_en_een_ander_mag_eruit(client: Client, ik: Gebruiker) -> None:
    doel, klaar = bedrijf(ik, "Open"), benaderd(ik, bedrijf(ik, "Klaar"), "gesprek")
    client.force_login(ik)
    client.post(reverse("werkgever_contact:marktdoel_weg", args=[doel.pk]))
    with pytest.raises(Invoerfout):
        marktplan.haal_van_marktplan(doel=klaar, door=ik)
    assert list(Marktdoel.objects.values_list("naam", flat=True)) == ["Klaar"]
    client.post(reverse("werkgever_contact:marktdoel_wijzig", args=[klaar.pk]), {"naam": "Klaar", "sector": "zorg"})
    assert Marktdoel.objects.get().sector == "zorg"


def test_een_resultaat_zonder_zin_houdt_wat_getypt_was(client: Client, ik: Gebruiker) -> None:
    doel = marktplan.benader(doel=bedrijf(ik, "Fabriek"), door=ik)
    client.force_login(ik)
    url = reverse("werkgever_contact:marktdoel_resultaat", args=[doel.pk])
    fout = client.post(url, {"uitkomst": "later", "resultaat": "Bel later", "weer_vanaf": "2020-01-01"})
    assert "weer_vanaf" in fout.context["formulier"].errors
    assert "Bel later" in fout.content.decode()
    assert client.post(url, {"uitkomst": "gesprek", "resultaat": "Wil praten"}).status_code == 302
    doel.refresh_from_db()
    assert (doel.resultaat, doel.vergrendeld_tot) == ("Wil praten", None)


def test_het_doel_voor_andere_sectoren_telt_elke_sector_zonder_eigen_doel(ik: Gebruiker) -> None:
    plan(ik, {"zorg": 1, "": 3})
    benaderd(ik, bedrijf(ik, "Bouwhuis", "bouw"), "netwerk")
    benaderd(ik, bedrijf(ik, "Onbekend"), "netwerk")
    grafiek = marktbeeld(ik, "sector", timezone.localdate()).grafiek
    assert grafiek is not None
    assert [(rij[0], rij[1], rij[-1]) for rij in grafiek.tabel_rijen] == [
        ("Zorg en welzijn", "0", "0 van 1"),
        ("Andere sectoren", "2", "2 van 3"),
    ]


def test_wat_voor_het_begin_van_het_plan_gebeurde_telt_niet_mee(ik: Gebruiker) -> None:
    with time_machine.travel(timezone.now() - timedelta(days=200)):
        benaderd(ik, bedrijf(ik, "Oud", "zorg"), "netwerk")
    plan(ik, {"zorg": 1})
    benaderd(ik, bedrijf(ik, "Nieuw", "zorg"), "netwerk")
    voortgang = marktbeeld(ik, "sector", timezone.localdate()).voortgang
    assert voortgang is not None
    assert (voortgang.netwerk, voortgang.te_gaan) == (1, 0)


def plan_van(door: Gebruiker, begin: int, einde: int, aantal: int = 2) -> Marktplan:
    """A plan from so many days before or after today."""
    vandaag = timezone.localdate()
    van, tot = (vandaag + timedelta(days=dagen) for dagen in (begin, einde))
    return marktplan.bewaar_marktplan(van=van, tot=tot, doelen={"zorg": aantal}, met=[], door=door)


def test_g2_4_elk_plan_staat_in_een_lijst_met_wat_het_bracht_en_wie_het_maakte(
    client: Client, ik: Gebruiker, buur: Gebruiker
) -> None:
    with time_machine.travel(timezone.now() - timedelta(days=400)):
        oud = plan_van(buur, 0, 300)
        benaderd(buur, bedrijf(buur, "Oud", "zorg"), "netwerk")
        benaderd(buur, bedrijf(buur, "Nee", "bouw"), "later")
    nu = plan_van(ik, -100, 100, 1)
    straks = plan_van(ik, 101, 200)
    benaderd(ik, bedrijf(ik, "Nieuw", "zorg"), "netwerk")
    bedrijf(ik, "Nog niet benaderd", "zorg")
    regels = planregels(ik, timezone.localdate())
    assert [(r.plan, r.stand, r.netwerk, r.doel, r.benaderd) for r in regels] == [
        (straks, "straks", 0, 2, 0),
        (nu, "loopt", 1, 1, 1),
        (oud, "voorbij", 1, 2, 2),
    ]
    assert regels[2].sectoren == [("Zorg en welzijn", 2, 1), ("Bouw en afwerking", 0, 0)]
    client.force_login(ik)
    tekst = client.get(reverse("werkgever_contact:marktplannen")).content.decode()
    assert buur.naam in tekst
    assert "Voorbij, doel niet gehaald" in tekst
    vreemd = Gebruikerfabriek(
        rol=Rol.ACCOUNTMANAGER, gemeente=Gemeentefabriek(code="9009", regio=Regiofabriek(naam="X"))
    )
    assert planregels(vreemd, timezone.localdate()) == []


def test_g2_4_een_plan_dat_nog_begint_verdringt_het_plan_van_nu_niet(client: Client, ik: Gebruiker) -> None:
    nu = plan_van(ik, -100, 100)
    client.force_login(ik)
    begin = client.get(reverse("werkgever_contact:marktplan_instellen"), {"vervolg": ""}).context["formulier"]
    velden = {veld.name: veld.value() or "" for veld in begin if veld.name != "met"}
    antwoord = client.post(reverse("werkgever_contact:marktplan_instellen"), velden)
    assert antwoord["Location"] == reverse("werkgever_contact:marktplannen")
    straks = Marktplan.objects.exclude(pk=nu.pk).get()
    assert (straks.van, straks.tot - straks.van) == (nu.tot + timedelta(days=1), nu.tot - nu.van)
    assert plan_op(ik, timezone.localdate()) == nu
    assert plan_op(ik, straks.van) == straks
    wijzig = client.get(reverse("werkgever_contact:marktplan_instellen"), {"plan": straks.pk}).context["formulier"]
    assert wijzig["van"].value() == straks.van
    assert client.get(reverse("werkgever_contact:marktplan_instellen"), {"plan": 987654}).status_code == 404


def test_wie_het_plan_maakte_blijft_staan_als_een_ander_het_aanpast(ik: Gebruiker, buur: Gebruiker) -> None:
    plan_van(ik, -100, 100)
    plan_van(buur, -100, 50, 9)
    (regel,) = planregels(ik, timezone.localdate())
    assert (regel.plan.door, regel.doel) == (ik, 9)


def test_de_lijst_van_plannen_kost_evenveel_voor_1_3_en_100(
    client: Client, ik: Gebruiker, zelfde_aantal_queries: Callable[..., None]
) -> None:
    client.force_login(ik)

    def maak(aantal: int) -> None:
        begin = Marktplan.objects.count()
        for n in range(begin, begin + aantal):
            plan_van(ik, -10 * n - 9, -10 * n)

    zelfde_aantal_queries(client, reverse("werkgever_contact:marktplannen"), maak)


def test_het_plan_kost_evenveel_voor_1_3_en_100(
    client: Client, ik: Gebruiker, zelfde_aantal_queries: Callable[..., None]
) -> None:
    plan(ik, {"zorg": 1})
    client.force_login(ik)

    def maak(aantal: int) -> None:
        begin = Marktdoel.objects.count()
        for n in range(aantal):
            werkgever = Werkgeverfabriek(gemeente=ik.gemeente)
            gegevens = Bedrijfsdoel(f"Bedrijf {begin + n}", "zorg")
            doel = marktplan.zet_op_marktplan(gegevens=gegevens, door=ik, werkgever=werkgever)
            marktplan.benader(doel=doel, door=Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER, gemeente=ik.gemeente))

    zelfde_aantal_queries(client, URL, maak)
