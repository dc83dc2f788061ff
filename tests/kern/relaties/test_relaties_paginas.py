"""The pages of employers: who sees what, what stays when something is wrong, and what a list costs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from tests.fabrieken import (
    Contactmomentfabriek,
    Contactpersoonfabriek,
    Gebruikerfabriek,
    Gemeentefabriek,
    Regiofabriek,
    Taakfabriek,
    Vestigingfabriek,
    Voordrachtfabriek,
    Werkgeverfabriek,
    Werkprofielfabriek,
)

from werklandschap.kern.relaties import haken
from werklandschap.kern.relaties.models import Contactmoment, Werkgever
from werklandschap.kern.relaties.samenvoegen import voeg_werkgevers_samen
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.taken.queries import zoek_overal
from werklandschap.kern.tijdlijn.models import Tegelbezoek
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.landschap.haken import Badge

pytestmark = pytest.mark.django_db


@pytest.fixture
def ik() -> Gebruiker:
    return Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER)


@pytest.fixture
def mijn(client: Client, ik: Gebruiker) -> Client:
    client.force_login(ik)
    return client


@pytest.fixture
def vreemde() -> Client:
    ver = Gemeentefabriek(code="9003", regio=Regiofabriek(naam="Verre regio"))
    client = Client()
    client.force_login(Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER, gemeente=ver))
    return client


PAGINAS = ("relatie", "bewerken", "tijdlijn", "contact", "vestiging", "persoon_nieuw", "vast_contact", "samenvoegen")


@pytest.mark.parametrize("naam", PAGINAS)
def test_een_vreemde_ziet_de_werkgever_niet(mijn: Client, vreemde: Client, ik: Gebruiker, naam: str) -> None:
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente, accountmanager=ik)
    Contactpersoonfabriek(werkgever=werkgever)
    Contactmomentfabriek(werkgever=werkgever, door=ik, verslag="Goed gesprek")
    url = reverse(f"relaties:{naam}", args=[werkgever.pk])
    assert mijn.get(url).status_code == 200
    assert vreemde.get(url).status_code == 404


def test_een_werkgever_en_een_inwoner_komen_niet_op_deze_paginas(client: Client, ik: Gebruiker) -> None:
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente)
    persoon = Contactpersoonfabriek(werkgever=werkgever, account=Gebruikerfabriek(rol=Rol.WERKGEVER, gemeente=None))
    for gebruiker in (persoon.account, Gebruikerfabriek(rol=Rol.INWONER, gemeente=None)):
        client.force_login(gebruiker)
        assert client.get(reverse("relaties:relatie", args=[werkgever.pk])).status_code == 404
        assert client.get(reverse("relaties:lijst")).status_code == 403


def test_de_lijst_kost_evenveel_voor_1_3_en_100(
    mijn: Client, ik: Gebruiker, zelfde_aantal_queries: Callable[..., None]
) -> None:
    def maak(aantal: int) -> None:
        for _ in range(aantal):
            werkgever = Werkgeverfabriek(gemeente=ik.gemeente, accountmanager=ik)
            Vestigingfabriek(werkgever=werkgever)
            Contactmomentfabriek(werkgever=werkgever)

    zelfde_aantal_queries(mijn, reverse("relaties:lijst"), maak)


def test_de_pagina_van_een_werkgever_kost_evenveel_hoeveel_er_ook_aan_hangt(
    mijn: Client, ik: Gebruiker, zelfde_aantal_queries: Callable[..., None]
) -> None:
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente, accountmanager=ik)

    def maak(aantal: int) -> None:
        for _ in range(aantal):
            Vestigingfabriek(werkgever=werkgever)
            Contactpersoonfabriek(werkgever=werkgever)
            Contactmomentfabriek(werkgever=werkgever)
            Taakfabriek(keten=werkgever.keten, eigenaar=ik)
            Voordrachtfabriek(werkprofiel=Werkprofielfabriek(werkgever=werkgever), dossier__gemeente=ik.gemeente)

    zelfde_aantal_queries(mijn, reverse("relaties:relatie", args=[werkgever.pk]), maak)


def test_de_pagina_toont_wie_er_werkt_wat_open_staat_en_waarom_een_tegel_helpt(mijn: Client, ik: Gebruiker) -> None:
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente, accountmanager=ik)
    Contactpersoonfabriek(werkgever=werkgever, naam="Wil er nog")
    Contactpersoonfabriek(werkgever=werkgever, naam="Weg gegaan", actief=False)
    Taakfabriek(keten=werkgever.keten, eigenaar=ik, titel="Bel over de proef")
    Taakfabriek(keten=werkgever.keten, eigenaar=ik, titel="Al gebeld", status=Taak.Status.KLAAR)
    werkprofiel = Werkprofielfabriek(werkgever=werkgever, start=timezone.localdate() + timedelta(days=9))
    Voordrachtfabriek(werkprofiel=werkprofiel, status="aangenomen")
    gestart = timezone.localdate()
    Tegelbezoek.objects.create(keten=werkgever.keten, kant="werkgevers", tegel="voorzorg", van=gestart)
    tekst = mijn.get(reverse("relaties:relatie", args=[werkgever.pk])).content.decode()
    for wel in ("Wil er nog", "Bel over de proef", "Er is 1 kandidaat aangenomen."):
        assert wel in tekst
    for niet in ("Weg gegaan", "Al gebeld"):
        assert niet not in tekst


def test_de_lijst_filtert_op_vast_contact_sector_en_lang_geen_contact(mijn: Client, ik: Gebruiker) -> None:
    oud = Werkgeverfabriek(gemeente=ik.gemeente, accountmanager=ik, naam="Oud", sector="zorg")
    nieuw = Werkgeverfabriek(gemeente=ik.gemeente, naam="Nieuw", sector="bouw")
    Werkgeverfabriek(gemeente=Gemeentefabriek(code="9003", regio=Regiofabriek(naam="Ver")), naam="Oud ver weg")
    Contactmomentfabriek(werkgever=oud, datum=timezone.localdate() - timedelta(days=400))
    Contactmomentfabriek(werkgever=nieuw)

    def namen(vraag: str) -> list[str]:
        return [w.naam for w in mijn.get(reverse("relaties:lijst") + vraag).context["pagina"]]

    assert namen("") == ["Nieuw", "Oud"]
    assert namen("?wie=mij") == ["Oud"]
    assert namen("?sector=bouw") == ["Nieuw"]
    assert namen("?geen_contact=12") == ["Oud"]
    assert namen("?q=oud") == ["Oud"]
    assert namen(f"?q={nieuw.kvk_nummer}") == ["Nieuw"]
    assert namen("?sorteer=-naam") == ["Oud", "Nieuw"]
    assert namen("?sector=bestaat-niet") == ["Nieuw", "Oud"]


def test_de_export_is_dezelfde_lijst_en_een_formule_blijft_tekst(mijn: Client, client: Client, ik: Gebruiker) -> None:
    Werkgeverfabriek(gemeente=ik.gemeente, naam="=1+1", sector="bouw")
    Werkgeverfabriek(gemeente=ik.gemeente, naam="Ander", sector="zorg")
    antwoord = mijn.get(reverse("relaties:lijst") + "?sector=bouw&export=xlsx")
    blad = load_workbook(BytesIO(antwoord.content)).active
    assert [(rij[1].value, rij[1].data_type) for rij in blad.iter_rows(min_row=2)] == [("=1+1", "s")]
    client.force_login(Gebruikerfabriek(rol=Rol.JOBCOACH, gemeente=ik.gemeente))
    assert client.get(reverse("relaties:lijst") + "?export=xlsx").status_code == 403


def test_een_mogelijk_dubbele_wordt_eerst_getoond_en_de_invoer_blijft(mijn: Client, ik: Gebruiker) -> None:
    bekend = Werkgeverfabriek(gemeente=ik.gemeente, naam="Kwekerij De Roos", kvk_nummer="")
    invoer = {"naam": "Kwekerij de Roos", "plaats": "Tiel", "hulpvraag": "Mensen voor de kas", "contact_naam": "Ali"}
    antwoord = mijn.post(reverse("relaties:nieuw"), invoer)
    inhoud = antwoord.content.decode()
    assert Werkgever.objects.get() == bekend
    assert reverse("relaties:relatie", args=[bekend.pk]) in inhoud
    assert "Mensen voor de kas" in inhoud
    antwoord = mijn.post(reverse("relaties:nieuw"), {**invoer, "toch": "1", "mijn": "on"})
    nieuw = Werkgever.objects.exclude(pk=bekend.pk).get()
    assert antwoord.url == reverse("relaties:relatie", args=[nieuw.pk])
    assert (nieuw.accountmanager, nieuw.contactpersonen.get().naam) == (ik, "Ali")


def test_een_fout_staat_bij_het_veld_en_de_invoer_blijft(mijn: Client, ik: Gebruiker) -> None:
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente)
    invoer = {"naam": "Zon", "kvk_nummer": "12", "missie": "Voor iedereen", "versie": werkgever.versie}
    antwoord = mijn.post(reverse("relaties:bewerken", args=[werkgever.pk]), invoer)
    assert "kvk_nummer" in antwoord.context["formulier"].errors
    assert "Voor iedereen" in antwoord.content.decode()
    werkgever.refresh_from_db()
    assert werkgever.missie == ""


def test_twee_mensen_tegelijk_zien_elkaars_tekst(mijn: Client, ik: Gebruiker) -> None:
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente)
    url = reverse("relaties:bewerken", args=[werkgever.pk])
    basis = {"naam": werkgever.naam, "kvk_nummer": werkgever.kvk_nummer, "versie": werkgever.versie}
    assert mijn.post(url, {**basis, "missie": "Eerst"}).status_code == 302
    antwoord = mijn.post(url, {**basis, "missie": "Later"})
    assert antwoord.status_code == 409
    assert "Eerst" in antwoord.content.decode()
    assert "Later" in antwoord.content.decode()


def test_contact_vastleggen_plannen_en_afronden(mijn: Client, ik: Gebruiker) -> None:
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente)
    straks = timezone.localdate() + timedelta(days=4)
    url = reverse("relaties:contact", args=[werkgever.pk])
    antwoord = mijn.post(url, {"soort": "bezoek", "onderwerp": "", "datum": straks, "verslag": "Alvast dit"})
    assert "onderwerp" in antwoord.context["formulier"].errors
    assert "Alvast dit" in antwoord.content.decode()
    mijn.post(url, {"soort": "bezoek", "onderwerp": "Rondleiding", "datum": straks})
    moment = Contactmoment.objects.get()
    afronden = reverse("relaties:contact_afronden", args=[werkgever.pk, moment.pk])
    assert afronden in mijn.get(reverse("relaties:relatie", args=[werkgever.pk])).content.decode()
    mijn.post(afronden, {"verslag": "Mooi bedrijf", "afspraken": "Offerte nalopen"})
    pagina = mijn.get(reverse("relaties:relatie", args=[werkgever.pk])).content.decode()
    assert "Mooi bedrijf" in pagina
    assert "Offerte nalopen" in pagina
    assert mijn.get(afronden).status_code == 404


def test_een_tegel_starten_en_afronden_met_een_knop(mijn: Client, vreemde: Client, ik: Gebruiker) -> None:
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente, accountmanager=ik)
    start = reverse("relaties:bezoek_start", args=[werkgever.pk, "voorzorg"])
    assert vreemde.post(start).status_code == 404
    mijn.post(start, {"reden": "Het contact was te laat."})
    bezoek = werkgever.keten.bezoeken.get()
    assert haken.tel_op_de_kaart(ik, "werkgevers") == {"voorzorg": Badge(1, 0)}
    assert haken.tel_op_de_kaart(ik, "werkzoekenden") == {}
    mijn.post(reverse("relaties:bezoek_eind", args=[werkgever.pk, bezoek.pk]), {"uitkomst": "doel_bereikt"})
    bezoek.refresh_from_db()
    assert bezoek.uitkomst == "doel_bereikt"
    assert mijn.post(reverse("relaties:bezoek_start", args=[werkgever.pk, "weg"])).status_code == 422


def test_een_samengevoegde_werkgever_stuurt_door(mijn: Client, ik: Gebruiker) -> None:
    blijft, weg = Werkgeverfabriek(gemeente=ik.gemeente), Werkgeverfabriek(gemeente=ik.gemeente)
    voeg_werkgevers_samen(blijft=blijft, vervalt=weg, door=ik)
    antwoord = mijn.get(reverse("relaties:tijdlijn", args=[weg.pk]))
    assert antwoord.url == reverse("relaties:tijdlijn", args=[blijft.pk])


def test_mijn_dag_noemt_eigen_werkgevers_die_te_lang_wachten(ik: Gebruiker) -> None:
    gisteren = timezone.localdate() - timedelta(days=1)
    laat = Werkgeverfabriek(gemeente=ik.gemeente, accountmanager=ik, volgend_contact_op=gisteren)
    Werkgeverfabriek(gemeente=ik.gemeente, volgend_contact_op=gisteren)
    Werkgeverfabriek(gemeente=ik.gemeente, accountmanager=ik, volgend_contact_op=timezone.localdate())
    Werkgeverfabriek(gemeente=ik.gemeente, accountmanager=ik, volgend_contact_op=gisteren, status="gestopt")
    blokken = {blok.soort: blok for blok in haken.contactblokken(ik)}
    assert [regel.tekst for regel in blokken["te_laat"].regels] == [laat.naam]
    assert haken.contactblokken(Gebruikerfabriek(rol=Rol.BEHEERDER)) == []


def test_zoeken_vindt_op_naam_en_nummer_binnen_de_regio(ik: Gebruiker) -> None:
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente, naam="Molenzicht")
    Werkgeverfabriek(gemeente=Gemeentefabriek(code="9003", regio=Regiofabriek(naam="Ver")), naam="Molenzicht Ver")
    for vraag in ("molen", werkgever.kvk_nummer):
        groepen = dict(zoek_overal(ik, vraag))
        assert [r.titel for r in groepen["Werkgevers"]] == ["Molenzicht"]


def test_g2_1_een_contactpersoon_krijgt_toegang_tot_de_pagina_van_het_bedrijf(mijn: Client, ik: Gebruiker) -> None:
    persoon = Contactpersoonfabriek(werkgever=Werkgeverfabriek(gemeente=ik.gemeente), email="baas@bedrijf.test")
    account = Gebruikerfabriek(rol=Rol.WERKGEVER, gemeente=None, email="baas@bedrijf.test")
    pad = reverse("relaties:persoon_account", args=[persoon.werkgever_id, persoon.pk])
    assert "baas@bedrijf.test" in mijn.get(pad).content.decode()
    assert mijn.post(pad, {"account": "Baas@bedrijf.test"}).status_code == 302
    werkgever = Client()
    werkgever.force_login(account)
    assert persoon.werkgever.naam in werkgever.get("/bedrijf/").content.decode()


@pytest.mark.parametrize(
    ("email", "zin"),
    [
        ("niemand@bedrijf.test", "Er is geen account met dit e-mailadres."),
        ("collega@proef.test", "Kies een account van een werkgever."),
        ("bezet@bedrijf.test", "Dit account hoort al bij een andere contactpersoon."),
    ],
)
def test_een_verkeerd_account_wordt_niet_gekoppeld(mijn: Client, ik: Gebruiker, email: str, zin: str) -> None:
    persoon = Contactpersoonfabriek(werkgever=Werkgeverfabriek(gemeente=ik.gemeente))
    Gebruikerfabriek(email="collega@proef.test")
    bezet = Gebruikerfabriek(rol=Rol.WERKGEVER, gemeente=None, email="bezet@bedrijf.test")
    Contactpersoonfabriek(werkgever=Werkgeverfabriek(gemeente=ik.gemeente), account=bezet)
    pad = reverse("relaties:persoon_account", args=[persoon.werkgever_id, persoon.pk])
    inhoud = mijn.post(pad, {"account": email}).content.decode()
    assert zin in inhoud
    assert email in inhoud
    persoon.refresh_from_db()
    assert persoon.account is None


def test_een_vreemde_koppelt_geen_account(vreemde: Client, ik: Gebruiker) -> None:
    persoon = Contactpersoonfabriek(werkgever=Werkgeverfabriek(gemeente=ik.gemeente))
    Gebruikerfabriek(rol=Rol.WERKGEVER, gemeente=None, email="baas@bedrijf.test")
    pad = reverse("relaties:persoon_account", args=[persoon.werkgever_id, persoon.pk])
    assert vreemde.post(pad, {"account": "baas@bedrijf.test"}).status_code == 404
