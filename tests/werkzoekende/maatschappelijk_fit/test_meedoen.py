"""Taking part: hours, place, contact, and always a date to look again."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.fabrieken import Dossierfabriek, Gebruikerfabriek, Gemeentefabriek

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.dossiers.feiten import met_feiten
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.ketens import controleer
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.werkzoekende.maatschappelijk_fit import haken, meedoen
from werklandschap.werkzoekende.maatschappelijk_fit.models import Activiteit, Meedoendoel

pytestmark = pytest.mark.django_db
WAT = {"soort": "vrijwilligerswerk", "wat": "Koken voor de buurt", "plek": "Buurthuis Zuid", "uren": Decimal(6)}


@pytest.fixture
def ik() -> Gebruiker:
    return Gebruikerfabriek()


@pytest.fixture
def dossier(ik: Gebruiker) -> Dossier:
    inwoner = Gebruikerfabriek(rol=Rol.INWONER, gemeente=None)
    return Dossierfabriek(verantwoordelijke=ik, werkzoekende__account=inwoner)


def adres(naam: str, dossier: Dossier, *args: object) -> str:
    return reverse(f"werkzoekende_maatschappelijk_fit:{naam}", args=[dossier.pk, *args])


def open_taken() -> list[tuple[str, object]]:
    return [(t.titel, t.voor_op) for t in Taak.objects.filter(status="open")]


def test_w3_6_een_activiteit_heeft_uren_plek_contact_en_een_datum_om_terug_te_kijken(
    dossier: Dossier, ik: Gebruiker
) -> None:
    rij = meedoen.start_activiteit(dossier=dossier, door=ik, contact="Bo", telefoon="0612345678", **WAT)
    kijk = timezone.localdate() + timedelta(weeks=13)
    assert (rij.uren, rij.plek, rij.contact, rij.herzien_op) == (6, "Buurthuis Zuid", "Bo", kijk)
    assert open_taken() == [("Kijk samen terug: Koken voor de buurt", kijk)]
    assert controleer(dossier.keten) == []


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("soort", "bestaat_niet"),
        ("wat", " "),
        ("plek", ""),
        ("uren", Decimal(0)),
        ("uren", Decimal(61)),
        ("herzien_op", timezone.localdate()),
    ],
)
def test_w3_6_foute_invoer_wordt_bij_het_veld_gezegd(
    dossier: Dossier, ik: Gebruiker, veld: str, waarde: object
) -> None:
    with pytest.raises(Invoerfout) as fout:
        meedoen.start_activiteit(dossier=dossier, door=ik, **{**WAT, veld: waarde})
    assert list(fout.value.fouten) == [veld]
    assert not Activiteit.objects.exists()


def test_w3_6_terugkijken_geeft_een_nieuwe_datum_of_stopt(dossier: Dossier, ik: Gebruiker) -> None:
    rij = meedoen.start_activiteit(dossier=dossier, door=ik, **WAT)
    straks = timezone.localdate() + timedelta(days=40)
    meedoen.kijk_terug(activiteit=rij, door=ik, gaat_door=True, uren=Decimal(8), reactie="Leuk", herzien_op=straks)
    assert (rij.uren, rij.herzien_op, rij.status) == (8, straks, "loopt")
    assert [voor for _titel, voor in open_taken()] == [straks]
    meedoen.kijk_terug(activiteit=rij, door=ik, gaat_door=False, reactie="Nu genoeg")
    assert (rij.status, rij.tot) == ("gestopt", timezone.localdate())
    assert open_taken() == []
    with pytest.raises(Invoerfout):
        meedoen.kijk_terug(activiteit=rij, door=ik, gaat_door=True)


def test_w3_6_wie_veel_meedoet_krijgt_een_volgende_stap_voorgesteld(dossier: Dossier, ik: Gebruiker) -> None:
    rij = meedoen.start_activiteit(dossier=dossier, door=ik, **WAT)

    def voorstellen() -> list[str]:
        vers = met_feiten(Dossier.objects.all()).get(pk=dossier.pk)
        return [s.slug for s in haken.suggestie_verder(vers)]

    assert voorstellen() == []
    meedoen.kijk_terug(activiteit=rij, door=ik, gaat_door=True, uren=Decimal(12))
    assert voorstellen() == ["orientatie"]


def test_w3_8_meedoen_als_doel_heeft_de_eigen_eerste_stap_en_een_datum(dossier: Dossier, ik: Gebruiker) -> None:
    with pytest.raises(Invoerfout) as fout:
        meedoen.maak_meedoen_doel(dossier=dossier, door=ik, eerste_stap=" ", waarom="")
    assert set(fout.value.fouten) == {"eerste_stap", "waarom"}
    doel = meedoen.maak_meedoen_doel(
        dossier=dossier, door=ik, eerste_stap="Ik ga een keer koffie drinken.", waarom="Meer lukt nu niet."
    )
    assert doel.herzien_op == timezone.localdate() + timedelta(weeks=13)
    with pytest.raises(Invoerfout):
        meedoen.maak_meedoen_doel(dossier=dossier, door=ik, eerste_stap="Nog een", waarom="Nog een")
    meedoen.kijk_opnieuw(doel=doel, door=ik, meer_kan=False, herzien_op=timezone.localdate() + timedelta(days=9))
    assert [voor for _titel, voor in open_taken()] == [timezone.localdate() + timedelta(days=9)]
    with pytest.raises(Invoerfout):
        meedoen.kijk_opnieuw(doel=doel, door=ik, meer_kan=True)
    meedoen.kijk_opnieuw(doel=doel, door=ik, meer_kan=True, reden="Wil twee ochtenden proberen")
    assert doel.beeindigd_op == timezone.localdate()
    assert open_taken() == []
    meedoen.maak_meedoen_doel(dossier=dossier, door=ik, eerste_stap="Opnieuw", waarom="Terugval")
    assert Meedoendoel.objects.count() == 2
    assert controleer(dossier.keten) == []


def test_w3_6_de_pagina_van_begin_tot_eind(client: Client, dossier: Dossier, ik: Gebruiker) -> None:
    client.force_login(ik)
    assert "doet nu nergens aan mee" in client.get(adres("meedoen", dossier)).content.decode()
    velden = {**WAT, "van": timezone.localdate().isoformat(), "contact": "Bo"}
    fout = client.post(adres("meedoen", dossier), {**velden, "uren": "0", "plek": "Blijft staan"})
    assert fout.status_code == 422
    assert "Blijft staan" in fout.content.decode()
    client.post(adres("meedoen", dossier), velden)
    rij = Activiteit.objects.get()
    tekst = client.get(adres("meedoen", dossier)).content.decode()
    assert "Buurthuis Zuid" in tekst
    assert "6 uur per week" in tekst
    client.post(adres("terugkijken", dossier, rij.pk), {"gaat_door": "nee", "reactie": "Klaar"})
    assert "Klaar" in client.get(adres("meedoen", dossier)).content.decode()
    goed = {"eerste_stap": "Ik bel de tuin.", "waarom": "Rust is nu nodig."}
    assert client.post(adres("meedoendoel", dossier), {"eerste_stap": ""}).status_code == 422
    client.post(adres("meedoendoel", dossier), goed)
    assert "Ik bel de tuin." in client.get(adres("meedoen", dossier)).content.decode()
    client.post(adres("meedoendoel", dossier), {"meer_kan": "ja", "reden": "Meer energie"})
    assert Meedoendoel.objects.get().reden_einde == "Meer energie"


def test_w3_6_de_inwoner_ziet_waar_wanneer_en_met_wie(client: Client, dossier: Dossier, ik: Gebruiker) -> None:
    client.force_login(dossier.werkzoekende.account)
    assert "Wij zoeken samen een plek." in client.get("/mijn/meedoen/").content.decode()
    meedoen.start_activiteit(dossier=dossier, door=ik, contact="Bo", **WAT)
    meedoen.maak_meedoen_doel(dossier=dossier, door=ik, eerste_stap="Ik bel Bo.", waarom="Interne reden")
    Activiteit.objects.create(
        dossier=Dossierfabriek(), soort="anders", wat="Van een ander", plek="X", uren=1, herzien_op=timezone.localdate()
    )
    tekst = client.get("/mijn/meedoen/").content.decode()
    for deel in ("Koken voor de buurt", "Buurthuis Zuid", "Bo", "Ik bel Bo."):
        assert deel in tekst
    assert "Van een ander" not in tekst
    assert "Interne reden" not in tekst


def test_een_vreemde_doet_en_ziet_niets(client: Client, dossier: Dossier, ik: Gebruiker) -> None:
    vreemde = Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002"))
    rij = meedoen.start_activiteit(dossier=dossier, door=ik, **WAT)
    with pytest.raises(GeenRecht):
        meedoen.start_activiteit(dossier=dossier, door=vreemde, **WAT)
    with pytest.raises(GeenRecht):
        meedoen.kijk_terug(activiteit=rij, door=vreemde, gaat_door=False)
    client.force_login(vreemde)
    assert client.get(adres("meedoen", dossier)).status_code == 404
    assert client.post(adres("terugkijken", dossier, rij.pk), {"gaat_door": "nee"}).status_code == 404
