"""The pages of colleagues, and what the PDF for the employer holds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader
from pytest_django import DjangoAssertNumQueries
from tests.fabrieken import (
    Competentieregelfabriek,
    Dossierfabriek,
    Gebruikerfabriek,
    Gemeentefabriek,
    Voordrachtfabriek,
    Waarnemingfabriek,
    Werkprofielfabriek,
)
from tests.samen.bemiddeling.hulp import TEKST, toegestemd, voorgedragen, voorgeselecteerd, werkgever_van

from werklandschap.kern.basis.haken import delen_voor, dossierdelen, dossiersuggesties, werkgeversuggesties
from werklandschap.kern.dossiers.models import Doelgroepperiode
from werklandschap.kern.tijdlijn.models import Lezing
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.regelingen.bsn import maak_test_bsn
from werklandschap.samen.bemiddeling import actions
from werklandschap.samen.bemiddeling.haken import dagregels, werklijst
from werklandschap.samen.bemiddeling.models import Voordracht
from werklandschap.werkgever.werving.haken_uit import voorselectie

pytestmark = pytest.mark.django_db
Status = Voordracht.Status


def ingelogd(gebruiker: Gebruiker) -> Client:
    client = Client()
    client.force_login(gebruiker)
    return client


def url(naam: str, *args: object) -> str:
    return reverse(f"samen_bemiddeling:{naam}", args=args)


def test_de_lijst_kost_evenveel_queries_bij_1_3_en_100_rijen(zelfde_aantal_queries: Callable[..., None]) -> None:
    ik = Gebruikerfabriek()

    def maak(aantal: int) -> None:
        for _ in range(aantal):
            Voordrachtfabriek(dossier__werkzoekende__gemeente=ik.gemeente)

    zelfde_aantal_queries(ingelogd(ik), url("lijst"), maak)


def test_een_voordracht_kost_evenveel_queries_bij_meer_ontmoetingen(zelfde_aantal_queries: Callable[..., None]) -> None:
    rij = voorgedragen()

    def maak(aantal: int) -> None:
        for _ in range(aantal):
            rij.ontmoetingen.create(soort="verkennend", wanneer=timezone.now(), begeleider=Gebruikerfabriek())
            rij.stappen.create(naar="in_gesprek", door=Gebruikerfabriek())

    zelfde_aantal_queries(ingelogd(rij.door), url("voordracht", rij.pk), maak)


def test_van_vraag_tot_terugkoppeling_via_de_paginas() -> None:
    rij = voorgeselecteerd()
    client = ingelogd(rij.door)
    wanneer = (timezone.localtime() + timedelta(days=2)).strftime("%Y-%m-%dT%H:%M")

    def post(naam: str, **velden: object) -> None:
        antwoord = client.post(url(naam, rij.pk), velden)
        assert antwoord.status_code == 302, antwoord.content.decode()[:3000]
        assert client.get(url("voordracht", rij.pk)).status_code == 200

    post("vragen", wat="Uw naam en wat u kunt.")
    post("antwoord", antwoord="ja", hoe="telefoon")
    rij.refresh_from_db()
    post("voordragen", introductie=TEKST, versie=rij.versie)
    post("ontmoeting", soort="verkennend", wanneer=wanneer, waar="Kantine", begeleider="")
    sleutel = rij.ontmoetingen.get().pk
    assert client.post(url("ontmoeting_uitkomst", rij.pk, sleutel), {"uitkomst": "verder"}).status_code == 302
    rij.refresh_from_db()
    post("besluit", besluit="nee", reden="vaardigheid_mist", toelichting="Nog niet.", versie=rij.versie)
    rij.refresh_from_db()
    assert "Nog niet." in client.get(url("terugkoppelen", rij.pk)).content.decode()
    post("terugkoppelen", tekst="U bent bijna zover.", versie=rij.versie, aspect_vakvaardigheid="3")
    rij.refresh_from_db()
    assert (rij.status, rij.terugkoppeling) == (Status.AFGEWEZEN, "U bent bijna zover.")
    assert rij.dossier.waarnemingen.get(aspect="vakvaardigheid").waarde == 3


def test_een_tekst_met_een_gevoelig_woord_komt_terug_met_uitleg_en_blijft_staan() -> None:
    rij = toegestemd()
    client = ingelogd(rij.door)
    vinkje = 'type="checkbox" name="waarschuwing_gelezen"'
    assert vinkje not in client.get(url("voordragen", rij.pk)).content.decode()
    tekst = "Sam heeft ADHD en werkt hard."
    antwoord = client.post(url("voordragen", rij.pk), {"introductie": tekst, "versie": rij.versie})
    pagina = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert tekst in pagina
    assert "“ADHD”" in pagina
    assert vinkje in pagina
    goed = {"introductie": tekst, "versie": rij.versie, "waarschuwing_gelezen": "on"}
    assert client.post(url("voordragen", rij.pk), goed).status_code == 302


def test_een_bsn_gaat_nooit_naar_de_werkgever_ook_niet_met_een_vinkje() -> None:
    rij = toegestemd()
    velden = {"introductie": f"Sam, {maak_test_bsn(3)}", "versie": rij.versie, "waarschuwing_gelezen": "on"}
    assert ingelogd(rij.door).post(url("voordragen", rij.pk), velden).status_code == 422
    rij.refresh_from_db()
    assert rij.status == Status.TOEGESTEMD


def test_een_collega_was_eerder_toont_beide_teksten() -> None:
    rij = toegestemd()
    velden = {"introductie": TEKST, "versie": rij.versie - 1}
    antwoord = ingelogd(rij.door).post(url("voordragen", rij.pk), velden)
    assert antwoord.status_code == 409
    assert TEKST in antwoord.content.decode()


def test_na_voorselecteren_bent_u_terug_in_dezelfde_lijst_en_nooit_op_een_andere_site() -> None:
    dossier = Dossierfabriek()
    profiel = Werkprofielfabriek(werkgever__gemeente=dossier.gemeente)
    client = ingelogd(dossier.verantwoordelijke)
    velden = {"dossier": dossier.pk, "werkprofiel": profiel.pk}
    terug = f"/werkprofielen/{profiel.pk}/kandidaten/?pagina=2"
    assert client.post(url("voorselecteren"), {**velden, "terug": terug}).headers["Location"] == terug
    elders = client.post(url("voorselecteren"), {**velden, "terug": "https://elders.example/"})
    assert elders.headers["Location"] == url("voordracht", Voordracht.objects.get().pk)


NAMEN = ("voordracht", "vragen", "antwoord", "voordragen", "ontmoeting", "besluit", "terugkoppelen", "introductie_pdf")


def test_een_vreemde_gemeente_ziet_niets() -> None:
    rij = voorgedragen()
    client = ingelogd(Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002")))
    assert {naam: client.get(url(naam, rij.pk)).status_code for naam in NAMEN} == dict.fromkeys(NAMEN, 404)
    assert rij.dossier.werkzoekende.achternaam not in client.get(url("lijst")).content.decode()


@pytest.mark.parametrize("rol", [Rol.MANAGER, Rol.BEHEERDER, Rol.INWONER, Rol.WERKGEVER])
def test_wie_geen_kandidaten_mag_zien_komt_er_niet_in(rol: Rol) -> None:
    rij = voorgedragen()
    client = ingelogd(Gebruikerfabriek(rol=rol, gemeente=rij.dossier.gemeente))
    assert client.get(url("lijst")).status_code == 403
    assert {client.get(url(naam, rij.pk)).status_code for naam in NAMEN} <= {403, 404}


def test_de_werkgever_heeft_wel_de_introductie_maar_niet_de_werkpagina() -> None:
    rij = voorgedragen()
    client = ingelogd(werkgever_van(rij))
    assert client.get(url("voordracht", rij.pk)).status_code == 403
    assert client.get(url("introductie_pdf", rij.pk)).status_code == 200


def test_wie_een_voordracht_opent_staat_in_het_leeslog() -> None:
    rij = voorgedragen()
    werkgever = werkgever_van(rij)
    ingelogd(rij.door).get(url("voordracht", rij.pk))
    ingelogd(werkgever).get(url("introductie_pdf", rij.pk))
    lezingen = Lezing.objects.filter(keten=rij.dossier.keten).order_by("pk").values_list("door", "onderdeel")
    assert list(lezingen) == [(rij.door_id, "voordracht"), (werkgever.pk, "introductie")]


def test_de_pdf_laat_zien_wat_iemand_kan_en_niets_wat_de_werkgever_niet_mag_weten() -> None:
    rij = voorgedragen()
    mens = rij.dossier.werkzoekende
    mens.bsn, mens.straat, mens.huisnummer, mens.email = maak_test_bsn(11), "Geheimstraat", "7", "geheim@thuis.test"
    mens.save()
    rij.dossier.hulpvraag = "Ik heb schulden en ben depressief."
    rij.dossier.save()
    Doelgroepperiode.objects.create(dossier=rij.dossier, code="participatiewet", van=timezone.localdate())
    Waarnemingfabriek(dossier=rij.dossier, aspect="zrm_financien", waarde=1, toelichting="Deurwaarder op bezoek")
    kan = Competentieregelfabriek(werkzoekende=mens, niveau=4)
    antwoord = ingelogd(werkgever_van(rij)).get(url("introductie_pdf", rij.pk))
    tekst = " ".join(p.extract_text() for p in PdfReader(BytesIO(antwoord.content)).pages)
    assert kan.competentie.label in tekst
    assert mens.voornaam in tekst
    verboden = [mens.bsn, "Geheimstraat", "geheim@", "1234 AB", "schulden", "depressief", "Deurwaarder", "participatie"]
    verboden += [str(mens.geboortedatum.year), mens.telefoon]
    assert [woord for woord in verboden if woord.lower() in tekst.lower()] == []


def test_mijn_dag_zegt_wie_op_mij_wacht() -> None:
    rij = voorgedragen()
    Voordracht.objects.filter(pk=rij.pk).update(reactie_voor=timezone.localdate() - timedelta(days=1))
    zei_ja = toegestemd()
    blokken = {b.titel: b for b in dagregels(rij.door)}
    assert blokken["Werkgever reageert te laat"].regels[0].te_laat
    assert blokken["Kandidaat zei ja"].regels == []
    assert len({b.titel: b for b in dagregels(zei_ja.door)}["Kandidaat zei ja"].regels) == 1


def test_mijn_dag_deelt_in_wie_het_langst_wacht_eerst_en_telt_ook_wat_niet_past(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    ik = Gebruikerfabriek()
    nu, vandaag = timezone.now(), timezone.localdate()

    def maak(aantal: int, **velden: Any) -> list[int]:
        return [
            Voordrachtfabriek(
                door=ik, dossier__gemeente=ik.gemeente, **{naam: van(i) for naam, van in velden.items()}
            ).pk
            for i in range(aantal)
        ]

    laat = maak(3, status=lambda i: "voorgedragen", reactie_voor=lambda i: vandaag - timedelta(days=1 + i))
    maak(1, status=lambda i: "voorgedragen", reactie_voor=lambda i: vandaag)
    ja = maak(12, status=lambda i: "toegestemd", gemaakt_op=lambda i: nu - timedelta(days=i))
    nee = maak(2, status=lambda i: "afgewezen", besloten_op=lambda i: nu - timedelta(days=i))
    maak(1, status=lambda i: "afgewezen", besloten_op=lambda i: nu, teruggekoppeld_op=lambda i: nu)
    zelf = maak(2, status=lambda i: "voorgeselecteerd", wil_zelf_op=lambda i: nu - timedelta(days=i))
    maak(1, status=lambda i: "voorgeselecteerd")
    with django_assert_num_queries(1):
        blokken = dagregels(ik)
    verwacht = [(laat[::-1], 3), (zelf[::-1], 2), (ja[::-1][:10], 12), (nee[::-1], 2)]
    gezien = [([int(r.url.rstrip("/").rpartition("/")[2]) for r in b.regels], b.totaal) for b in blokken]
    assert gezien == verwacht


def test_de_tegel_toont_lopende_voordrachten_van_de_eigen_gemeente(rf: object) -> None:
    rij = voorgedragen()
    verzoek = rf.get("/werkzoekenden/bemiddeling/")  # type: ignore[attr-defined]
    for gebruiker, aantal in ((rij.door, 1), (Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002")), 0)):
        verzoek.user = gebruiker
        lijst = werklijst(verzoek)
        assert lijst is not None
        assert len(lijst.rijen) == aantal
    verzoek.user = Gebruikerfabriek(rol=Rol.BEHEERDER)
    assert werklijst(verzoek) is None


def test_het_dossier_toont_de_voordrachten(rf: object) -> None:
    rij = voorgedragen()
    verzoek = rf.get("/")  # type: ignore[attr-defined]
    verzoek.user = rij.door
    delen = {str(d["deel"].titel): d["context"] for d in delen_voor(dossierdelen, verzoek, rij.dossier)}
    assert delen["Voordrachten"]["voordrachten"] == [rij]


def test_l2_bemiddeling_wordt_voorgesteld_met_een_reden_en_zwijgt_als_er_al_iets_loopt() -> None:
    dossier = Dossierfabriek()
    profiel = Werkprofielfabriek(werkgever__gemeente=dossier.gemeente)
    persoon = dict(dossiersuggesties.paren())["samen_bemiddeling"]
    bedrijf = dict(werkgeversuggesties.paren())["samen_bemiddeling"]
    assert persoon(dossier) == []
    for _ in range(3):
        Competentieregelfabriek(werkzoekende=dossier.werkzoekende)
    assert "3 competenties" in persoon(dossier)[0].reden
    assert profiel.titel in bedrijf(profiel.werkgever)[0].reden
    rij = voorgedragen()
    assert persoon(rij.dossier) == []
    assert bedrijf(rij.werkprofiel.werkgever) == []


def test_de_kandidatenlijst_weet_hoe_het_met_iedereen_staat_en_wie_nee_zei() -> None:
    rij, nee = voorgedragen(), toegestemd()
    actions.leg_antwoord_vast(voordracht=nee, antwoord=False, hoe="telefoon", door=nee.door)
    mens = rij.dossier.werkzoekende_id
    assert voorselectie.standen(rij.werkprofiel, rij.door)[mens].tekst == "Voorgedragen aan de werkgever"
    assert voorselectie.standen_van(nee.dossier, nee.door)[nee.werkprofiel_id].zei_nee
    vreemde = Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002"))
    assert voorselectie.standen(rij.werkprofiel, vreemde) == {}


def test_de_kandidatenlijst_voorselecteert_via_de_actie_van_deze_kamer() -> None:
    dossier = Dossierfabriek()
    profiel = Werkprofielfabriek(werkgever__gemeente=dossier.gemeente)
    velden = {"dossier": dossier, "werkprofiel": profiel, "reden": "Past goed", "score_nu": 61, "score_straks": 80}
    voorselectie.voer_uit(door=dossier.verantwoordelijke, **velden)
    rij = Voordracht.objects.get()
    assert (rij.dossier, rij.werkprofiel, rij.score_nu, rij.score_straks) == (dossier, profiel, 61, 80)
