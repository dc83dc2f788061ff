"""The pages of the dossier: who sees what, what a form keeps, and what a list costs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook
from tests.fabrieken import (
    Dossierfabriek,
    Gebruikerfabriek,
    Gemeentefabriek,
    Overdrachtfabriek,
    Partnerfabriek,
    Taakfabriek,
    Teamfabriek,
    Toestemmingfabriek,
)

from werklandschap.kern.dossiers.actions import wijzig_persoon
from werklandschap.kern.dossiers.gegevens import Persoonsgegevens, gegevens_van, maak_zoeknaam
from werklandschap.kern.dossiers.haken import (
    badges_van,
    lang_niet_gezien,
    wacht_op_mij,
    zoek_mensen,
    zonder_verantwoordelijke,
)
from werklandschap.kern.dossiers.models import Dossier, Overdracht, Toestemming, Werkzoekende
from werklandschap.kern.dossiers.samenvoegen import voeg_samen
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.tijdlijn.models import Lezing, Tegelbezoek
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.landschap.haken import Badge
from werklandschap.regelingen.bsn import maak_test_bsn

pytestmark = pytest.mark.django_db

PAGINAS = ["", "tijdlijn/", "lezers/", "persoon/", "hulpvraag/", "overdragen/", "toestemmingen/", "sluiten/"]


@pytest.fixture
def dossier() -> Dossier:
    return Dossierfabriek()


@pytest.fixture
def ingelogd(client: Client, dossier: Dossier) -> Client:
    client.force_login(dossier.verantwoordelijke)
    return client


@pytest.mark.parametrize("pagina", [*PAGINAS, "samenvoegen/"])
def test_elke_pagina_opent_en_staat_in_het_leeslog(ingelogd: Client, dossier: Dossier, pagina: str) -> None:
    assert ingelogd.get(f"/dossiers/{dossier.pk}/{pagina}").status_code == 200
    assert Lezing.objects.filter(keten=dossier.keten, door=dossier.verantwoordelijke).count() == 1


@pytest.mark.parametrize("pagina", PAGINAS)
def test_een_vreemde_ziet_het_dossier_niet(client: Client, dossier: Dossier, pagina: str) -> None:
    adres = f"/dossiers/{dossier.pk}/{pagina}"
    for vreemd in (
        Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002")),
        Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER),
        Gebruikerfabriek(rol=Rol.BEHEERDER),
    ):
        client.force_login(vreemd)
        assert client.get(adres).status_code == 404
        assert client.post(adres).status_code in {404, 405}
    assert not Lezing.objects.exists()


def test_buiten_de_eigen_mensen_vraagt_het_dossier_een_reden(client: Client, dossier: Dossier) -> None:
    collega = Gebruikerfabriek()
    client.force_login(collega)
    adres = f"/dossiers/{dossier.pk}/tijdlijn/"
    antwoord = client.get(adres)
    assert antwoord.status_code == 403
    assert dossier.werkzoekende.achternaam not in antwoord.content.decode()
    leeg = client.post(f"/dossiers/{dossier.pk}/reden/", {"reden": " ", "volgende": adres})
    assert leeg.status_code == 422
    goed = client.post(f"/dossiers/{dossier.pk}/reden/", {"reden": "Collega is ziek", "volgende": adres})
    assert goed["Location"] == adres
    assert client.get(adres).status_code == 200
    assert [(r.door, r.reden) for r in Lezing.objects.all()] == [(collega, "Collega is ziek")]


def test_na_de_reden_gaat_niemand_naar_een_ander_adres(client: Client, dossier: Dossier) -> None:
    client.force_login(Gebruikerfabriek())
    ver = {"reden": "Collega is ziek", "volgende": "https://elders.test/"}
    assert client.post(f"/dossiers/{dossier.pk}/reden/", ver)["Location"] == f"/dossiers/{dossier.pk}/"


def test_een_opgegaan_dossier_verwijst_door(ingelogd: Client, dossier: Dossier) -> None:
    ander = Dossierfabriek(verantwoordelijke=dossier.verantwoordelijke)
    voeg_samen(blijft=dossier, vervalt=ander, keuzes={}, door=dossier.verantwoordelijke)
    antwoord = ingelogd.get(f"/dossiers/{ander.pk}/tijdlijn/?pagina=1")
    assert antwoord["Location"] == f"/dossiers/{dossier.pk}/tijdlijn/?pagina=1"


def test_de_lijst_toont_mijn_mensen_en_filtert(ingelogd: Client, dossier: Dossier) -> None:
    ik = dossier.verantwoordelijke
    team = Teamfabriek()
    collega = Gebruikerfabriek(team=team)
    van_collega = Dossierfabriek(verantwoordelijke=collega)
    niemand = Dossierfabriek(verantwoordelijke=None)
    dicht = Dossierfabriek(verantwoordelijke=ik, status=Dossier.Status.GESLOTEN)
    lang = Dossierfabriek(verantwoordelijke=ik, gemeld_op=timezone.now() - timedelta(weeks=20))
    Dossierfabriek(werkzoekende__gemeente=Gemeentefabriek(code="9002"))
    Tegelbezoek.objects.create(keten=lang.keten, kant="werkzoekenden", tegel="werk-fit", van=timezone.localdate())

    def gevonden(vraag: str) -> set[Dossier]:
        antwoord = ingelogd.get(f"/dossiers/?{vraag}")
        return {rij for rij, _cellen in antwoord.context["rijen"]}

    assert gevonden("") == {dossier, lang}
    assert gevonden("wie=gemeente") == {dossier, lang, van_collega, niemand}
    assert gevonden("wie=zonder") == {niemand}
    assert gevonden("status=gesloten") == {dicht}
    assert gevonden("tegel=werk-fit") == {lang}
    assert gevonden("niet_gezien=10") == {lang}
    assert gevonden(f"wie=gemeente&team={team.pk}") == {van_collega}
    assert gevonden(f"wie=gemeente&status=&q={niemand.pk}") == {niemand}
    assert gevonden("wie=gemeente&niet_gezien=nul") == {dossier, lang, dicht}


def test_zoeken_op_naam_kent_accenten_en_voorvoegsels(client: Client) -> None:
    ik = Gebruikerfabriek()
    persoon = Dossierfabriek(
        werkzoekende__voornaam="Çağla",
        werkzoekende__tussenvoegsel="van den",
        werkzoekende__achternaam="Bérg",
        werkzoekende__zoeknaam=maak_zoeknaam("Çağla", "Bérg"),
    )
    Dossierfabriek(werkzoekende__gemeente=Gemeentefabriek(code="9002"), werkzoekende__zoeknaam="cagla berg")
    for vraag in ("cagla", "van den Berg", "BÉRG Ça", str(persoon.pk)):
        assert [z.url for z in zoek_mensen(ik, vraag)] == [f"/dossiers/{persoon.pk}/"], vraag
    assert zoek_mensen(ik, "jansen") == []
    assert zoek_mensen(Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER), "cagla") == []


def test_op_bsn_zoeken_gaat_alleen_per_formulier(ingelogd: Client, dossier: Dossier) -> None:
    bsn = maak_test_bsn(11)
    wijzig_persoon(
        werkzoekende=dossier.werkzoekende,
        door=dossier.verantwoordelijke,
        versie=None,
        gegevens=Persoonsgegevens(achternaam="A", bsn=bsn),
    )
    assert "Dit BSN" not in ingelogd.get(f"/dossiers/zoek-bsn/?bsn={bsn}").content.decode()
    assert ingelogd.post("/dossiers/zoek-bsn/", {"bsn": bsn})["Location"] == f"/dossiers/{dossier.pk}/"
    assert "niet bekend" in ingelogd.post("/dossiers/zoek-bsn/", {"bsn": maak_test_bsn(12)}).content.decode()
    ingelogd.force_login(Gebruikerfabriek(rol=Rol.JOBCOACH))
    assert ingelogd.post("/dossiers/zoek-bsn/", {"bsn": bsn}).status_code == 404


def test_het_bsn_is_afgedekt_en_tonen_wordt_vastgelegd(ingelogd: Client, dossier: Dossier) -> None:
    bsn = maak_test_bsn(13)
    wijzig_persoon(
        werkzoekende=dossier.werkzoekende,
        door=dossier.verantwoordelijke,
        versie=None,
        gegevens=Persoonsgegevens(achternaam="A", bsn=bsn),
    )
    adres = f"/dossiers/{dossier.pk}/persoon/"
    assert bsn not in ingelogd.get(adres).content.decode()
    getoond = ingelogd.post(f"{adres}bsn/")
    assert bsn in getoond.content.decode()
    assert "no-store" in getoond["Cache-Control"]
    assert Lezing.objects.filter(onderdeel="bsn").count() == 1
    coach = Gebruikerfabriek(rol=Rol.JOBCOACH)
    ingelogd.force_login(coach)
    assert ingelogd.post(f"{adres}bsn/").status_code == 403


def persoonpost(dossier: Dossier, **anders: Any) -> dict[str, Any]:
    persoon = Werkzoekende.objects.get(pk=dossier.werkzoekende.pk)
    velden = {n: w for n, w in gegevens_van(persoon).__dict__.items() if w is not None}
    return {**velden, "versie": persoon.versie, **anders}


def test_gegevens_wijzigen_en_fouten_houden_de_invoer(ingelogd: Client, dossier: Dossier) -> None:
    adres = f"/dossiers/{dossier.pk}/persoon/"
    fout = ingelogd.post(adres, persoonpost(dossier, voornaam="Nieuw", postcode="fout"))
    assert fout.status_code == 200
    assert 'value="Nieuw"' in fout.content.decode()
    assert ingelogd.post(adres, persoonpost(dossier, voornaam="Nieuw")).status_code == 302
    assert Werkzoekende.objects.get(pk=dossier.werkzoekende.pk).voornaam == "Nieuw"
    oud = ingelogd.post(adres, persoonpost(dossier, voornaam="Later", versie=1))
    assert oud.status_code == 409
    assert "Later" in oud.content.decode()


def test_hulpvraag_doelgroep_en_inkomen(ingelogd: Client, dossier: Dossier) -> None:
    adres = f"/dossiers/{dossier.pk}/hulpvraag/"
    ingelogd.post(adres, {"onderdeel": "hulpvraag", "hulpvraag": "Buiten werken", "versie": dossier.versie})
    ingelogd.post(adres, {"onderdeel": "doelgroep", "doelgroep": "nug", "van": "2026-01-01"})
    ingelogd.post(adres, {"onderdeel": "inkomen", "inkomensaanvraag": "B-2"})
    nu = Dossier.objects.get(pk=dossier.pk)
    assert (nu.hulpvraag, nu.inkomensaanvraag) == ("Buiten werken", "B-2")
    assert set(nu.doelgroepen.values_list("code", flat=True)) == {"nug"}
    fout = ingelogd.post(
        adres, {"onderdeel": "doelgroep", "doelgroep": "nug", "van": "2026-02-01", "tot": "2026-01-01"}
    )
    assert "einddatum" in fout.content.decode()


def test_een_tegel_starten_afronden_en_herhalen(ingelogd: Client, dossier: Dossier) -> None:
    start = f"/dossiers/{dossier.pk}/bezoeken/start/"
    ingelogd.post(start, {"tegel": "opleiden"})
    bezoek = Tegelbezoek.objects.get()
    eind = f"/dossiers/{dossier.pk}/bezoeken/{bezoek.pk}/eind/"
    assert ingelogd.post(eind, {"uitkomst": "zomaar"}).status_code == 422
    ingelogd.post(eind, {"uitkomst": "stap_gezet"})
    ingelogd.post(start, {"tegel": "opleiden"})
    assert list(Tegelbezoek.objects.order_by("pk").values_list("uitkomst", flat=True)) == ["stap_gezet", ""]
    assert ingelogd.post(start, {"tegel": "bestaat-niet"}).status_code == 422
    ander = Dossierfabriek(werkzoekende__gemeente=Gemeentefabriek(code="9002"))
    assert ingelogd.post(f"/dossiers/{ander.pk}/bezoeken/start/", {"tegel": "opleiden"}).status_code == 404


def test_overdragen_en_antwoorden_op_de_pagina(ingelogd: Client, dossier: Dossier) -> None:
    adres = f"/dossiers/{dossier.pk}/overdragen/"
    partner, collega = Partnerfabriek(), Gebruikerfabriek()
    vraag = {"onderwerp": "Geld", "toelichting": "Bel graag", "antwoord_voor": str(timezone.localdate())}
    beide = ingelogd.post(adres, {**vraag, "naar_partner": partner.pk, "naar_collega": collega.pk})
    assert "Kies één ontvanger" in beide.content.decode()
    assert "Bel graag" in beide.content.decode()
    ingelogd.post(adres, {**vraag, "naar_collega": collega.pk})
    aanbod = Overdracht.objects.get()
    ingelogd.force_login(collega)
    assert "Ik neem het over" in ingelogd.get(adres).content.decode()
    geweigerd = ingelogd.post(f"{adres}{aanbod.pk}/antwoord/", {"keuze": "weigeren", "antwoord": ""})
    assert "waarom u dit niet overneemt" in geweigerd.content.decode()
    ingelogd.post(f"{adres}{aanbod.pk}/antwoord/", {"keuze": "accepteren"})
    assert Dossier.objects.get(pk=dossier.pk).verantwoordelijke == collega


def test_een_overdracht_intrekken(ingelogd: Client, dossier: Dossier) -> None:
    aanbod = Overdrachtfabriek(dossier=dossier)
    ingelogd.post(f"/dossiers/{dossier.pk}/overdragen/{aanbod.pk}/intrekken/")
    assert Overdracht.objects.get().status == Overdracht.Status.INGETROKKEN
    assert "Ingetrokken" in ingelogd.get(f"/dossiers/{dossier.pk}/overdragen/").content.decode()


def test_ik_word_verantwoordelijk_in_een_klik(client: Client) -> None:
    dossier = Dossierfabriek(verantwoordelijke=None)
    ik = Gebruikerfabriek()
    client.force_login(ik)
    assert client.post(f"/dossiers/{dossier.pk}/toewijzen/", {"mij": "1"})["Location"] == f"/dossiers/{dossier.pk}/"
    assert Dossier.objects.get(pk=dossier.pk).verantwoordelijke == ik
    elders = Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002"))
    assert client.post(f"/dossiers/{dossier.pk}/toewijzen/", {"naar": elders.pk}).status_code == 200
    assert Dossier.objects.get(pk=dossier.pk).verantwoordelijke == ik


def test_toestemming_vragen_vastleggen_en_intrekken(ingelogd: Client, dossier: Dossier) -> None:
    adres = f"/dossiers/{dossier.pk}/toestemmingen/"
    ingelogd.post(adres, {"soort": "contact", "voor_wie": "De gemeente"})
    vraag = Toestemming.objects.get()
    assert ingelogd.get(adres).status_code == 200
    assert ingelogd.post(f"{adres}{vraag.pk}/antwoord/", {"hoe": "gesprek"}).status_code == 422
    ingelogd.post(f"{adres}{vraag.pk}/antwoord/", {"hoe": "gesprek", "antwoord": "ja"})
    assert Toestemming.objects.get().is_geldig
    assert ingelogd.get(adres).status_code == 200
    ingelogd.post(f"{adres}{vraag.pk}/intrekken/")
    assert not Toestemming.objects.get().is_geldig
    assert ingelogd.get(adres).status_code == 200
    van_ander = Toestemmingfabriek()
    assert ingelogd.post(f"{adres}{van_ander.pk}/intrekken/").status_code == 404


def test_sluiten_en_weer_openen(ingelogd: Client, dossier: Dossier) -> None:
    adres = f"/dossiers/{dossier.pk}/"
    taak = Taakfabriek(keten=dossier.keten, eigenaar=dossier.verantwoordelijke)
    assert "taken open" in ingelogd.post(f"{adres}sluiten/", {"reden": "pensioen"}).content.decode()
    taak.delete()
    ingelogd.post(f"{adres}sluiten/", {"reden": "pensioen"})
    assert "Dit dossier is gesloten" in ingelogd.get(adres).content.decode()
    for pagina in PAGINAS[:-1]:
        assert ingelogd.get(f"{adres}{pagina}").status_code == 200
    assert ingelogd.post(f"{adres}bezoeken/start/", {"tegel": "opleiden"}).status_code in {302, 403}
    ingelogd.post(f"{adres}heropenen/")
    assert Dossier.objects.get(pk=dossier.pk).status == Dossier.Status.OPEN


def test_samenvoegen_vergelijkt_en_bevestigt(ingelogd: Client, dossier: Dossier) -> None:
    ander = Dossierfabriek(verantwoordelijke=dossier.verantwoordelijke, hulpvraag="Andere vraag")
    adres = f"/dossiers/{dossier.pk}/samenvoegen/"
    inhoud = ingelogd.get(f"{adres}?met={ander.pk}").content.decode()
    assert ander.werkzoekende.achternaam in inhoud
    assert Lezing.objects.filter(keten=ander.keten).count() == 1
    elders = Dossierfabriek(werkzoekende__gemeente=Gemeentefabriek(code="9002"))
    for onmogelijk in (elders.pk, dossier.pk, 999999):
        assert "kunt u hier niet mee samenvoegen" in ingelogd.get(f"{adres}?met={onmogelijk}").content.decode()
    ingelogd.post(adres, {"met": ander.pk, "veld_hulpvraag": "vervalt"})
    assert Dossier.objects.get(pk=dossier.pk).hulpvraag == "Andere vraag"
    assert Dossier.objects.get(pk=ander.pk).samengevoegd_in == dossier


def test_het_bestand_bevat_wat_nodig_is_en_nooit_een_bsn(ingelogd: Client, dossier: Dossier) -> None:
    Werkzoekende.objects.filter(pk=dossier.werkzoekende.pk).update(voornaam="=1+1", bsn_zoekwaarde="geheim")
    Dossierfabriek(werkzoekende__gemeente=Gemeentefabriek(code="9002"))
    antwoord = ingelogd.post("/dossiers/export/", {"lijst": "wie=gemeente&status=open"})
    rijen = list(load_workbook(BytesIO(antwoord.content)).active.iter_rows(values_only=False))
    assert [cel.value for cel in rijen[0]] == [
        "Naam",
        "Nummer",
        "Nu op tegel",
        "Verantwoordelijk",
        "Laatst gezien",
        "Gemeld op",
        "Status",
    ]
    assert len(rijen) == 2
    assert (rijen[1][0].data_type, rijen[1][0].value.split()[0]) == ("s", "=1+1")
    assert Lezing.objects.filter(onderdeel="export", keten=dossier.keten).count() == 1
    ingelogd.force_login(Gebruikerfabriek(rol=Rol.JOBCOACH))
    assert ingelogd.post("/dossiers/export/", {"lijst": "wie=gemeente"}).status_code == 403


def test_een_caseload_overdragen_op_de_pagina(ingelogd: Client, dossier: Dossier) -> None:
    collega = Gebruikerfabriek()
    assert ingelogd.get("/dossiers/caseload-overdragen/").status_code == 200
    ingelogd.post(
        "/dossiers/caseload-overdragen/", {"van": dossier.verantwoordelijke.pk, "naar": collega.pk, "reden": "Verlof"}
    )
    assert Dossier.objects.get(pk=dossier.pk).verantwoordelijke == collega


def test_mijn_dag_zegt_wie_wacht(dossier: Dossier) -> None:
    ik = dossier.verantwoordelijke
    Overdrachtfabriek(dossier=Dossierfabriek(), naar_partner=None, naar_collega=ik)
    Dossierfabriek(verantwoordelijke=None)
    Dossierfabriek(verantwoordelijke=ik, gemeld_op=timezone.now() - timedelta(weeks=9))
    assert [b.totaal for b in wacht_op_mij(ik)] == [1]
    assert [b.totaal for b in lang_niet_gezien(ik)] == [1]
    assert zonder_verantwoordelijke(ik) == []
    assert [b.totaal for b in zonder_verantwoordelijke(Gebruikerfabriek(rol=Rol.MANAGER))] == [1]


def test_de_getallen_op_het_landschap_zijn_van_mij(dossier: Dossier) -> None:
    ik = dossier.verantwoordelijke
    ander = Dossierfabriek()
    for d in (dossier, ander):
        Tegelbezoek.objects.create(keten=d.keten, kant="werkzoekenden", tegel="werk-fit", van=timezone.localdate())
    gisteren = timezone.localdate() - timedelta(days=1)
    Taakfabriek(eigenaar=ik, kant="werkzoekenden", tegel="melding", voor_op=gisteren)
    assert badges_van(ik, "werkzoekenden") == {"werk-fit": Badge(1, 0), "melding": Badge(0, 1)}
    assert badges_van(ik, "werkgevers") == {}


def test_lijsten_kosten_voor_meer_rijen_niet_meer(
    ingelogd: Client, dossier: Dossier, zelfde_aantal_queries: Callable[..., None]
) -> None:
    ik = dossier.verantwoordelijke
    zelfde_aantal_queries(ingelogd, "/dossiers/", lambda n: Dossierfabriek.create_batch(n, verantwoordelijke=ik))
    zelfde_aantal_queries(
        ingelogd, f"/dossiers/{dossier.pk}/overdragen/", lambda n: Overdrachtfabriek.create_batch(n, dossier=dossier)
    )
    zelfde_aantal_queries(
        ingelogd,
        f"/dossiers/{dossier.pk}/toestemmingen/",
        lambda n: Toestemmingfabriek.create_batch(n, dossier=dossier),
    )


def test_de_tijdlijn_kost_voor_meer_gebeurtenissen_niet_meer(
    ingelogd: Client, dossier: Dossier, zelfde_aantal_queries: Callable[..., None]
) -> None:
    def maak(aantal: int) -> None:
        for _ in range(aantal):
            leg_vast(keten=dossier.keten, soort="dossier.heropend", door=dossier.verantwoordelijke)

    zelfde_aantal_queries(ingelogd, f"/dossiers/{dossier.pk}/tijdlijn/", maak)


def test_een_taak_vanuit_het_dossier_gaat_over_deze_persoon(client: Client) -> None:
    dossier = Dossierfabriek()
    client.force_login(dossier.verantwoordelijke)
    adres = f"/dossiers/{dossier.pk}/taak/"
    assert f'href="{adres}"' in client.get(f"/dossiers/{dossier.pk}/").content.decode()
    leeg = client.post(adres, {"titel": "", "toelichting": "Blijft staan"})
    assert leeg.status_code == 422
    assert "Blijft staan" in leeg.content.decode()
    velden = {"titel": "Bel de school", "voor_op": "2030-01-02", "eigenaar": dossier.verantwoordelijke.pk}
    assert client.post(adres, velden)["Location"] == f"/dossiers/{dossier.pk}/"
    assert Taak.objects.get().keten == dossier.keten


def test_wie_een_dossier_alleen_leest_maakt_er_geen_taak_bij(client: Client) -> None:
    dossier = Dossierfabriek()
    client.force_login(Gebruikerfabriek(rol=Rol.MANAGER))
    adres = f"/dossiers/{dossier.pk}/taak/"
    client.post(f"/dossiers/{dossier.pk}/reden/", {"reden": "Controle van het werk"})
    velden = {"titel": "Bel de school", "voor_op": "2030-01-02", "eigenaar": dossier.verantwoordelijke.pk}
    assert client.post(adres, velden).status_code == 403
    assert not Taak.objects.exists()


def test_een_bsn_dat_er_niet_is_haalt_niemand_weg(client: Client) -> None:
    dossier = Dossierfabriek()
    client.force_login(dossier.verantwoordelijke)
    adres = f"/dossiers/{dossier.pk}/persoon/"
    persoon = dossier.werkzoekende
    ik = dossier.verantwoordelijke
    wijzig_persoon(werkzoekende=persoon, door=ik, versie=None, gegevens=gegevens_van(persoon), wis_bsn=True)
    assert "Haal het BSN weg" not in client.get(adres).content.decode()
    gegevens = replace(gegevens_van(persoon), bsn=maak_test_bsn(7))
    wijzig_persoon(werkzoekende=persoon, door=ik, versie=None, gegevens=gegevens)
    assert "Haal het BSN weg" in client.get(adres).content.decode()
