"""Checklist, suitable functions, social return and the policy of a company."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.fabrieken import (
    Contactpersoonfabriek,
    Dossierfabriek,
    Gebruikerfabriek,
    Gemeentefabriek,
    Regiofabriek,
    Werkgeverfabriek,
    Werkprofielfabriek,
    Werkzoekendefabriek,
)

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.tijdlijn.ketens import controleer
from werklandschap.kern.tijdlijn.models import Keten
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.samen.plaatsing.models import Plaatsing
from werklandschap.werkgever.orientatie import actions, beleid, pso, sroi
from werklandschap.werkgever.orientatie.catalogi import checkvragen
from werklandschap.werkgever.orientatie.models import Beleidsversie, SroiOpdracht

pytestmark = pytest.mark.django_db
JAAR = {"van": date(2026, 1, 1), "tot": date(2026, 12, 31)}


@pytest.fixture
def ik() -> Gebruiker:
    return Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER)


@pytest.fixture
def werkgever(ik: Gebruiker) -> Werkgever:
    return Werkgeverfabriek(gemeente=ik.gemeente, naam="Bakkerij Proef")


def opdracht(werkgever: Werkgever, ik: Gebruiker, **anders: Any) -> SroiOpdracht:
    velden = {"naam": "Catering", "waarde": Decimal(300_000), "percentage": Decimal(5), **JAAR, **anders}
    return sroi.maak_opdracht(werkgever=werkgever, door=ik, **velden)


def plaatsing(werkgever: Werkgever, **velden: Any) -> Plaatsing:
    mens = Werkzoekendefabriek(gemeente=werkgever.gemeente, achternaam="Geheimenaam")
    standaard = {"functie": "Inpakker", "van": JAAR["van"], "uren": Decimal(18), "status": Plaatsing.Status.LOOPT}
    return Plaatsing.objects.create(
        dossier=Dossierfabriek(werkzoekende=mens),
        werkprofiel=Werkprofielfabriek(werkgever=werkgever),
        **{**standaard, **velden},
    )


def pagina(client: Client, naam: str, werkgever: Werkgever, *meer: Any) -> Any:
    return client.get(reverse(f"werkgever_orientatie:{naam}", args=[werkgever.pk, *meer]))


def test_g3_1_de_checklist_geeft_een_lijst_met_redenen_en_zet_die_bovenaan(
    client: Client, ik: Gebruiker, werkgever: Werkgever
) -> None:
    client.force_login(ik)
    url = reverse("werkgever_orientatie:checklist", args=[werkgever.pk])
    niets = {vraag.code: "onbekend" for vraag in checkvragen()}
    client.post(url, niets | {"aanbesteding": "ja", "groep": "ja", "zorg": "nee"})
    past = client.get(url).context["past"]
    assert [manier.code for manier, _redenen, _gekozen in past] == ["social_return", "pso", "detachering"]
    assert past[0][1] == [
        "Het bedrijf werkt voor de overheid of wil dat.",
        "Er is werk voor een groep of als opdracht.",
    ]
    naast_elkaar = pagina(client, "orientatie", werkgever).context["manieren"]
    assert naast_elkaar[0][0].code == "social_return"
    client.post(reverse("werkgever_orientatie:kies", args=[werkgever.pk]), {"manier": "social_return"})
    assert client.get(url).context["past"][0][2] is True
    assert werkgever.checklists.get().antwoorden == {"aanbesteding": True, "groep": True, "zorg": False}
    leeg = client.post(url, niets)
    assert "Beantwoord ten minste één vraag." in leeg.content.decode()
    assert werkgever.checklists.count() == 1


def test_g3_3_geschikte_functies_staan_gemerkt_met_een_reden(
    client: Client, ik: Gebruiker, werkgever: Werkgever
) -> None:
    client.force_login(ik)
    url = reverse("werkgever_orientatie:functies", args=[werkgever.pk])
    client.post(url, {"naam": "Inpakker", "geschikt": "ja", "manier": "open_hiring", "mensen": "4"})
    fout = client.post(url, {"naam": "Bakker", "geschikt": "nee"})
    assert "waarom" in fout.context["formulier"].errors
    client.post(url, {"naam": "bakker", "geschikt": "nee", "waarom": "Werkt alleen in de nacht"})
    client.post(url, {"naam": "Bakker", "geschikt": "deels", "waarom": "Kan met een begeleider"})
    assert [(f.naam, f.geschikt) for f in werkgever.functies.all()] == [("Inpakker", "ja"), ("bakker", "deels")]
    tekst = client.get(url).content.decode()
    assert "Open hiring" in tekst
    nieuw = client.get(reverse("werkgever_werkprofiel:nieuw", args=[werkgever.pk]), {"titel": "Inpakker"})
    assert nieuw.context["formulier"].initial["titel"] == "Inpakker"


def test_g3_3_sroi_is_waarde_maal_percentage_en_een_plaatsing_vult_in(ik: Gebruiker, werkgever: Werkgever) -> None:
    rij = opdracht(werkgever, ik)
    plek = plaatsing(werkgever)
    sroi.vul_in(opdracht=rij, bouwblok="participatiewet", plek=plek.pk, door=ik)
    sroi.vul_in(opdracht=rij, bouwblok="kennis", aantal=Decimal("12.5"), door=ik)
    (stand,) = sroi.standen_van(werkgever)
    assert stand.verplichting == Decimal("15000.00")
    # 40.000 a year × 18 of 36 hours × the whole year, and 12,5 hours of 100 euros.
    assert [regel.waarde for regel in stand.regels] == [Decimal("20000.00"), Decimal("1250.00")]
    assert (stand.ingevuld, stand.rest) == (Decimal("21250.00"), Decimal(0))
    half = opdracht(Werkgeverfabriek(gemeente=ik.gemeente), ik, waarde=Decimal("33.33"), percentage=Decimal("2.5"))
    assert sroi.verplichting_van(half) == Decimal("0.83")


def test_g3_3_alleen_de_dagen_binnen_de_opdracht_tellen_en_voltijd_is_het_hoogste(
    ik: Gebruiker, werkgever: Werkgever
) -> None:
    rij = opdracht(werkgever, ik)
    kort = plaatsing(werkgever, van=date(2025, 1, 1), tot=date(2026, 3, 14), uren=Decimal(40))
    sroi.vul_in(opdracht=rij, bouwblok="ww", plek=kort.pk, door=ik)
    (stand,) = sroi.standen_van(werkgever)
    assert stand.ingevuld == Decimal("4000.00")  # 20.000 × 73 / 365, the 40 hours count as a full week


def test_g3_3_een_plek_telt_een_keer_en_alleen_bij_dit_bedrijf(ik: Gebruiker, werkgever: Werkgever) -> None:
    rij, tweede = opdracht(werkgever, ik), opdracht(werkgever, ik, naam="Groen")
    eigen = plaatsing(werkgever)
    vreemd = plaatsing(Werkgeverfabriek(gemeente=ik.gemeente))
    nog_niet = plaatsing(werkgever, status=Plaatsing.Status.VOORBEREIDING)
    sroi.vul_in(opdracht=rij, bouwblok="ww", plek=eigen.pk, door=ik)
    for doel, plek in ((rij, eigen), (tweede, eigen), (rij, vreemd), (rij, nog_niet)):
        with pytest.raises(Invoerfout):
            sroi.vul_in(opdracht=doel, bouwblok="ww", plek=plek.pk, door=ik)
    eigen.delete()
    assert sroi.standen_van(werkgever)[1].ingevuld == 0
    assert controleer(Keten.objects.get(pk=werkgever.keten_id)) == []


def test_g3_3_de_pagina_rekent_voor_en_het_bedrijf_ziet_geen_groep_en_geen_naam(
    client: Client, ik: Gebruiker, werkgever: Werkgever
) -> None:
    client.force_login(ik)
    client.post(
        reverse("werkgever_orientatie:sroi", args=[werkgever.pk]),
        {"naam": "Catering", "waarde": "300000", "percentage": "5", "van": "2026-01-01", "tot": "2026-12-31"},
    )
    rij = werkgever.sroi_opdrachten.get()
    plek = plaatsing(werkgever)
    client.post(
        reverse("werkgever_orientatie:sroi_invullen", args=[werkgever.pk, rij.pk]),
        {"bouwblok": "uwv", "plek": str(plek.pk), "omschrijving": "Zieke collega"},
    )
    tekst = pagina(client, "sroi", werkgever).content.decode()
    assert "15.000,00" in tekst
    assert "18 van 36 uur × 365 dagen" in tekst
    assert "Geheimenaam" not in tekst
    account = Gebruikerfabriek(rol=Rol.WERKGEVER, gemeente=None)
    Contactpersoonfabriek(werkgever=werkgever, account=account)
    client.force_login(account)
    portaal = client.get("/bedrijf/").content.decode()
    assert "Catering" in portaal
    assert "20.000,00" in portaal
    for verboden in ("WIA", "WAO", "uwv", "Zieke", "Participatie"):
        assert verboden not in portaal
    assert pagina(client, "sroi", werkgever).status_code == 404


def test_g3_4_beleid_begint_met_bouwstenen_en_elke_keer_bewaren_is_een_versie(
    client: Client, ik: Gebruiker, werkgever: Werkgever
) -> None:
    client.force_login(ik)
    url = reverse("werkgever_orientatie:beleid", args=[werkgever.pk, "missie"])
    begin = {veld.name: veld.value() for veld in client.get(url).context["formulier"]}
    assert "Bakkerij Proef wil een bedrijf zijn" in begin["waarom"]
    client.post(url, begin)
    client.post(url, begin)
    client.post(url, {**begin, "belofte": "", "samen": "Met de school om de hoek."})
    versies = list(werkgever.beleid.all())
    assert [v.versie for v in versies] == [2, 1]
    assert "belofte" in versies[1].teksten
    assert "belofte" not in versies[0].teksten
    inhoud = pagina(client, "beleid_pdf", werkgever, "missie", 2)
    assert inhoud.content.startswith(b"%PDF")
    assert beleid.pdfgegevens(versies[0])["stukken"][1] == ("Met wie wij dat doen", "Met de school om de hoek.")
    assert client.post(url, {}).context["formulier"].errors
    with pytest.raises(TypeError):
        Beleidsversie.objects.first().save()  # type: ignore[union-attr]


def test_wie_elders_werkt_schrijft_niet_en_een_vreemde_ziet_niets(
    client: Client, ik: Gebruiker, werkgever: Werkgever
) -> None:
    rij = opdracht(werkgever, ik)
    buur = Gebruikerfabriek(
        rol=Rol.ACCOUNTMANAGER, gemeente=Gemeentefabriek(code="9002", regio=werkgever.gemeente.regio)
    )
    daden = (
        lambda: actions.bekijk_functie(werkgever=werkgever, naam="X", geschikt="ja", door=buur),
        lambda: actions.vul_checklist_in(werkgever=werkgever, antwoorden={"zorg": True}, door=buur),
        lambda: sroi.vul_in(opdracht=rij, bouwblok="kennis", aantal=Decimal(1), door=buur),
        lambda: pso.tel_pso(werkgever=werkgever, mensen=1, fte=Decimal(1), fte_doelgroep=Decimal(1), door=buur),
        lambda: beleid.bewaar_beleid(werkgever=werkgever, soort="hr", teksten={"start": "x"}, door=buur),
    )
    for daad in daden:
        with pytest.raises(GeenRecht):
            daad()
    ver = Gemeentefabriek(code="9009", regio=Regiofabriek(naam="Ver weg"))
    client.force_login(Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER, gemeente=ver))
    for naam in ("checklist", "functies", "sroi", "pso"):
        assert pagina(client, naam, werkgever).status_code == 404


def test_de_pagina_van_social_return_kost_steeds_evenveel(
    client: Client, ik: Gebruiker, werkgever: Werkgever, zelfde_aantal_queries: Any
) -> None:
    client.force_login(ik)

    def maak(aantal: int) -> None:
        for _ in range(aantal):
            dag = JAAR["van"] + timedelta(days=400 * werkgever.sroi_opdrachten.count())
            rij = opdracht(werkgever, ik, van=dag, tot=dag + timedelta(days=364))
            sroi.vul_in(opdracht=rij, bouwblok="ww", plek=plaatsing(werkgever, van=dag).pk, door=ik)

    zelfde_aantal_queries(client, reverse("werkgever_orientatie:sroi", args=[werkgever.pk]), maak)
