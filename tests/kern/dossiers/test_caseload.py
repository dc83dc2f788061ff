"""The caseload: kept lists, columns by role, giving many dossiers away and taking that back, and the export."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO

import pytest
from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook
from tests.fabrieken import Dossierfabriek, Gebruikerfabriek, Gemeentefabriek, Taakfabriek

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.dossiers.caseload import bewaar_lijst
from werklandschap.kern.dossiers.models import BewaardeLijst, Doelgroepperiode, Dossier, Toewijzing, Werkzoekende
from werklandschap.kern.dossiers.verdelen import draag_caseload_over, draai_toewijzing_terug, wijs_meer_toe
from werklandschap.kern.taken.actions import rond_taak_af
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.models import Gebeurtenis, Lezing
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.ontwerp.opmaak import datum

pytestmark = pytest.mark.django_db


@pytest.fixture
def ik(client: Client) -> Gebruiker:
    gebruiker: Gebruiker = Gebruikerfabriek()
    client.force_login(gebruiker)
    return gebruiker


def gevonden(client: Client, vraag: str) -> set[Dossier]:
    return {rij for rij, _cellen in client.get(f"/dossiers/?{vraag}").context["rijen"]}


def test_een_bewaarde_lijst_onthoudt_filter_kolommen_en_volgorde(client: Client, ik: Gebruiker) -> None:
    Dossierfabriek(verantwoordelijke=ik)
    vraag = client.get("/dossiers/?wie=zonder&kolom=plaats&sorteer=-gemeld").context["vraag"]
    assert "Geef de lijst een naam." in client.post("/dossiers/lijsten/bewaren/", {"naam": ""}).content.decode()
    client.post("/dossiers/lijsten/bewaren/", {"naam": "Nieuw", "vraag": vraag, "opent_hiermee": "on"})
    opent = client.get("/dossiers/", follow=True)
    assert [kolom.code for kolom in opent.context["kolommen"]] == ["plaats"]
    assert (opent.context["sortering"].veld, opent.context["sortering"].aflopend) == ("gemeld", True)
    assert opent.context["filter"].cleaned_data["wie"] == "zonder"
    assert [(rij.naam, nu) for rij, nu in opent.context["bewaard"]] == [("Nieuw", True)]


def test_een_lijst_is_van_wie_hem_maakte_en_er_is_er_een_om_mee_te_beginnen(client: Client, ik: Gebruiker) -> None:
    eerste = bewaar_lijst(naam="Een", vraag="wie=mij", opent_hiermee=True, door=ik)
    bewaar_lijst(naam="Twee", vraag="wie=zonder", opent_hiermee=True, door=ik)
    assert list(BewaardeLijst.objects.filter(opent_hiermee=True).values_list("naam", flat=True)) == ["Twee"]
    bewaar_lijst(naam="Een", vraag="wie=gemeente", opent_hiermee=False, door=ik)
    eerste.refresh_from_db()
    assert eerste.vraag == "wie=gemeente"
    client.force_login(Gebruikerfabriek())
    assert client.post(f"/dossiers/lijsten/{eerste.pk}/weg/").status_code == 404
    client.force_login(ik)
    client.post(f"/dossiers/lijsten/{eerste.pk}/weg/")
    assert [rij.naam for rij in ik.bewaarde_lijsten.all()] == ["Twee"]
    with pytest.raises(Invoerfout):
        bewaar_lijst(naam=" ", vraag="", opent_hiermee=False, door=ik)


def test_kolommen_tonen_alleen_wat_de_rol_mag_zien(client: Client, ik: Gebruiker) -> None:
    dossier = Dossierfabriek(verantwoordelijke=ik)
    Werkzoekende.objects.update(telefoon="06-GEHEIM", email="geheim@inwoner.test")
    Doelgroepperiode.objects.create(dossier=dossier, code="pw", van=timezone.localdate())
    vraag = "wie=gemeente&kolom=telefoon&kolom=email&kolom=doelgroep&kolom=bestaatniet"
    pagina = client.get(f"/dossiers/?{vraag}").content.decode()
    assert "06-GEHEIM" in pagina
    assert "geheim@inwoner.test" in pagina
    manager = Gebruikerfabriek(rol=Rol.MANAGER)
    client.force_login(manager)
    antwoord = client.get(f"/dossiers/?{vraag}")
    assert "06-GEHEIM" not in antwoord.content.decode()
    assert [kolom.code for kolom in antwoord.context["kolommen"]] == [
        "nummer",
        "tegels",
        "wie",
        "gezien",
        "gemeld",
        "status",
    ]
    bestand = client.post("/dossiers/export/", {"lijst": vraag + "&kolom=plaats"})
    rijen = list(load_workbook(BytesIO(bestand.content)).active.iter_rows(values_only=True))
    assert rijen[0] == ("Naam", "Woonplaats")
    assert "06-GEHEIM" not in str(rijen)
    assert Lezing.objects.filter(onderdeel="export", door=manager).count() == 1


def test_de_lijst_vindt_wie_van_een_collega_is_en_wie_ik_vervang(client: Client, ik: Gebruiker) -> None:
    morgen = timezone.localdate() + timedelta(days=1)
    weg = Gebruikerfabriek(vervanger=ik, afwezig_tot=morgen)
    terug = Gebruikerfabriek(vervanger=ik, afwezig_tot=morgen - timedelta(days=2))
    vervang = Dossierfabriek(verantwoordelijke=weg)
    ander = Dossierfabriek(verantwoordelijke=terug)
    assert gevonden(client, "wie=vervang") == {vervang}
    assert gevonden(client, f"wie={terug.pk}") == {ander}


def test_taken_te_laat_en_de_volgende_taak_staan_in_de_lijst(client: Client, ik: Gebruiker) -> None:
    dossier = Dossierfabriek(verantwoordelijke=ik)
    vandaag = timezone.localdate()
    for dagen in (-3, -1, 4, 9):
        Taakfabriek(keten=dossier.keten, eigenaar=ik, voor_op=vandaag + timedelta(days=dagen))
    rijen = client.get("/dossiers/?kolom=laat&kolom=volgende").context["rijen"]
    assert [(tekst, teken) for _label, tekst, teken in rijen[0][1]] == [
        (datum(vandaag + timedelta(days=4)), ""),
        (2, "fout"),
    ]


def test_gekozen_dossiers_gaan_met_een_reden_naar_een_collega_en_weer_terug(client: Client, ik: Gebruiker) -> None:
    collega = Gebruikerfabriek()
    drie = Dossierfabriek.create_batch(3, verantwoordelijke=ik)
    blijft = Dossierfabriek(verantwoordelijke=ik)
    niemand = Dossierfabriek(verantwoordelijke=None)
    taak = Taakfabriek(eigenaar=ik, keten=drie[0].keten)
    van_niemand = Taakfabriek(eigenaar=None, keten=niemand.keten, gemeente=niemand.gemeente)
    van_collega = Taakfabriek(eigenaar=collega, keten=drie[1].keten)
    adres = "/dossiers/verdelen/?" + "&".join(f"dossier={d.pk}" for d in [*drie, niemand])
    assert "4 dossiers gaan naar een collega" in client.get(adres).content.decode()
    fout = client.post(adres, {"naar": collega.pk, "reden": "", "aantal": 4})
    assert "reden" in fout.context["formulier"].errors
    client.post(adres, {"naar": collega.pk, "reden": "Kim gaat met verlof", "aantal": 4})
    assert set(Dossier.objects.van(collega)) == {*drie, niemand}
    assert set(Taak.objects.filter(eigenaar=collega)) == {taak, van_niemand, van_collega}
    verdeeld = Gebeurtenis.objects.filter(keten=drie[2].keten, soort="dossier.verdeeld").get()
    assert verdeeld.gegevens == {"naam": collega.naam, "reden": "Kim gaat met verlof"}

    toewijzing = Toewijzing.objects.get()
    client.post(f"/dossiers/verdelingen/{toewijzing.pk}/terug/")
    assert set(Dossier.objects.van(ik)) == {*drie, blijft}
    assert Dossier.objects.get(pk=niemand.pk).verantwoordelijke is None
    assert set(Taak.objects.filter(eigenaar=collega)) == {van_collega}
    assert Taak.objects.get(pk=taak.pk).eigenaar == ik
    assert Taak.objects.get(pk=van_niemand.pk).eigenaar is None
    with pytest.raises(Invoerfout):
        draai_toewijzing_terug(toewijzing=toewijzing, door=ik)


def test_terugdraaien_laat_staan_wat_intussen_verder_ging(ik: Gebruiker) -> None:
    collega, derde, vertrokken = Gebruikerfabriek(), Gebruikerfabriek(), Gebruikerfabriek()
    manager = Gebruikerfabriek(rol=Rol.MANAGER)
    terug, verder = Dossierfabriek.create_batch(2, verantwoordelijke=ik)
    van_vertrokken = Dossierfabriek(verantwoordelijke=vertrokken)
    klaar = Taakfabriek(eigenaar=ik, keten=terug.keten)
    toewijzing = wijs_meer_toe(dossiers=[terug, verder, van_vertrokken], naar=collega, reden="Nieuw team", door=manager)
    klaar.refresh_from_db()
    rond_taak_af(taak=klaar, door=collega)
    verder.refresh_from_db()
    wijs_meer_toe(dossiers=[verder], naar=derde, reden="Past beter", door=manager)
    Gebruiker.objects.filter(pk=vertrokken.pk).update(is_active=False)
    assert draai_toewijzing_terug(toewijzing=toewijzing, door=manager) == 1
    assert set(Dossier.objects.van(ik)) == {terug}
    assert set(Dossier.objects.van(derde)) == {verder}
    assert set(Dossier.objects.van(collega)) == {van_vertrokken}
    klaar.refresh_from_db()
    assert klaar.eigenaar == collega


def test_alles_van_het_filter_verdelen_let_op_als_de_lijst_verandert(client: Client, ik: Gebruiker) -> None:
    collega = Gebruikerfabriek()
    Dossierfabriek.create_batch(2, verantwoordelijke=ik)
    Dossierfabriek(verantwoordelijke=ik, status=Dossier.Status.GESLOTEN)
    adres = "/dossiers/verdelen/?alles=1&wie=mij&status="
    assert client.get(adres).context["aantal"] == 2
    Dossierfabriek(verantwoordelijke=ik)
    antwoord = client.post(adres, {"naar": collega.pk, "reden": "Verlof", "aantal": 2})
    assert "nu 3 dossiers" in antwoord.content.decode()
    assert not Dossier.objects.van(collega).exists()
    client.post(adres, {"naar": collega.pk, "reden": "Verlof", "aantal": 3})
    assert Dossier.objects.van(collega).count() == 3


def test_wie_geen_dossiers_mag_verdelen_krijgt_er_geen_enkel_weg(client: Client, ik: Gebruiker) -> None:
    eigen = Dossierfabriek(verantwoordelijke=ik)
    van_ander = Dossierfabriek()
    elders = Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002"))
    for ontvanger, fout in ((Gebruikerfabriek(), GeenRecht), (elders, Invoerfout)):
        gekozen = [eigen, van_ander] if fout is GeenRecht else [eigen]
        with pytest.raises(fout):
            wijs_meer_toe(dossiers=gekozen, naar=ontvanger, reden="Zomaar", door=ik)
    assert list(Dossier.objects.van(ik)) == [eigen]
    toewijzing = wijs_meer_toe(dossiers=[eigen], naar=Gebruikerfabriek(), reden="Verlof", door=ik)
    client.force_login(Gebruikerfabriek())
    assert client.post(f"/dossiers/verdelingen/{toewijzing.pk}/terug/").status_code == 404
    client.force_login(Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER))
    assert client.get("/dossiers/verdelen/").status_code == 404


def test_een_hele_caseload_met_losse_taken_komt_ook_weer_terug(ik: Gebruiker) -> None:
    collega = Gebruikerfabriek()
    dossiers = Dossierfabriek.create_batch(2, verantwoordelijke=ik)
    los, bij = Taakfabriek(eigenaar=ik), Taakfabriek(eigenaar=ik, keten=dossiers[0].keten)
    toewijzing = draag_caseload_over(van=ik, naar=collega, reden="Andere baan", door=ik)
    assert set(Taak.objects.filter(eigenaar=collega)) == {los, bij}
    assert draai_toewijzing_terug(toewijzing=toewijzing, door=ik) == 2
    assert set(Taak.objects.filter(eigenaar=ik)) == {los, bij}
    assert set(Dossier.objects.van(ik)) == set(dossiers)


def test_de_lijst_kost_met_alle_kolommen_voor_honderd_rijen_niet_meer(
    client: Client, ik: Gebruiker, zelfde_aantal_queries: Callable[..., None]
) -> None:
    kolommen = [
        "tegels",
        "wie",
        "gezien",
        "gemeld",
        "status",
        "volgende",
        "laat",
        "plaats",
        "taal",
        "doelgroep",
        "telefoon",
        "email",
    ]
    vraag = "&".join(f"kolom={code}" for code in kolommen)

    def maak(aantal: int) -> None:
        for dossier in Dossierfabriek.create_batch(aantal, verantwoordelijke=ik):
            Doelgroepperiode.objects.create(dossier=dossier, code="pw", van=timezone.localdate())
            Taakfabriek(keten=dossier.keten, eigenaar=ik)

    bewaar_lijst(naam="Alles", vraag=vraag, opent_hiermee=False, door=ik)
    zelfde_aantal_queries(client, f"/dossiers/?{vraag}", maak)
    zelfde_aantal_queries(client, "/dossiers/verdelen/?alles=1&wie=mij", lambda n: None)
    zelfde_aantal_queries(client, "/dossiers/verdelingen/", lambda n: None)


@pytest.mark.parametrize("richting", [1, -1])
def test_de_hele_gemeente_staat_op_naam_en_telt_elk_open_dossier_een_keer(
    client: Client, ik: Gebruiker, richting: int
) -> None:
    """Sorted over two pages, searched or not; of another municipality nobody, of a merged record nothing."""
    namen = [f"{letter}achternaam" for letter in "zcaxbydefghijklmnopqrstuvw"] + ["aachternaam"]
    for naam in namen:
        Dossierfabriek(gemeente=ik.gemeente, werkzoekende__achternaam=naam, werkzoekende__zoeknaam=naam)
    Dossierfabriek(werkzoekende__gemeente=Gemeentefabriek(code="9902"), werkzoekende__achternaam="aachternaam")
    Dossierfabriek(gemeente=ik.gemeente, werkzoekende__achternaam="aachternaam", status="samengevoegd")
    sorteer = "naam" if richting == 1 else "-naam"
    for vraag in ("", "&q=achternaam"):
        rijen: list[Dossier] = []
        for nr in (1, 2):
            antwoord = client.get(f"/dossiers/?wie=gemeente&status=open&sorteer={sorteer}&pagina={nr}{vraag}")
            assert antwoord.context["pagina"].paginator.count == len(namen)
            rijen += [dossier for dossier, _cellen in antwoord.context["rijen"]]
        assert [dossier.werkzoekende.achternaam for dossier in rijen] == sorted(namen)[::richting]
        assert len({dossier.pk for dossier in rijen}) == len(namen)
