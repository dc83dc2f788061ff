"""How a relation is: facts one can act on."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.fabrieken import (
    Contactmomentfabriek,
    Contactpersoonfabriek,
    Gebruikerfabriek,
    Taakfabriek,
    Werkgeverfabriek,
)

from werklandschap.kern.relaties import queries
from werklandschap.kern.toegang.rollen import Rol

pytestmark = pytest.mark.django_db


def test_g1_1_de_staat_van_een_relatie_bestaat_uit_feiten_en_wie_wie_kent(client: Client) -> None:
    ik = Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER, naam="Ada")
    vandaag = timezone.localdate()
    werkgever = Werkgeverfabriek(
        gemeente=ik.gemeente, accountmanager=ik, volgend_contact_op=vandaag - timedelta(days=1)
    )
    persoon = Contactpersoonfabriek(werkgever=werkgever, naam="Kim")
    for dagen in (200, 260):
        Contactmomentfabriek(
            werkgever=werkgever, door=ik, contactpersoon=persoon, datum=vandaag - timedelta(days=dagen)
        )
    Taakfabriek(eigenaar=ik, keten=werkgever.keten, voor_op=vandaag - timedelta(days=2))
    beeld = queries.relatiebeeld(werkgever)
    assert beeld.kennen == [("Ada", "Kim", 2)]
    assert queries.zo_staat_het(werkgever, beeld) == [
        ("let_op", "Het laatste contact was 200 dagen geleden."),
        ("fout", "Het volgende contact is te laat."),
        ("fout", "1 belofte is te laat."),
        ("info", "Alleen Ada kent het bedrijf."),
    ]
    client.force_login(ik)
    tekst = client.get(reverse("relaties:relatie", args=[werkgever.pk])).content.decode()
    assert "Het volgende contact is te laat." in tekst


@pytest.mark.parametrize(
    ("dagen", "zin"),
    [
        (0, "Het laatste contact was vandaag."),
        (1, "Het laatste contact was 1 dag geleden."),
        (2, "Het laatste contact was 2 dagen geleden."),
    ],
)
def test_g1_1_hoe_lang_geleden_het_contact_was_staat_er_in_gewoon_nederlands(dagen: int, zin: str) -> None:
    moment = Contactmomentfabriek(datum=timezone.localdate() - timedelta(days=dagen))
    staat = queries.zo_staat_het(moment.werkgever, queries.relatiebeeld(moment.werkgever))
    assert ("goed", zin) in staat


def test_g1_1_wie_u_kunt_bellen_staat_op_een_telefoon_boven_de_gesprekken(client: Client) -> None:
    ik = Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER)
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente)
    persoon = Contactpersoonfabriek(werkgever=werkgever, telefoon="0612345678")
    Contactmomentfabriek(werkgever=werkgever, contactpersoon=persoon)
    client.force_login(ik)
    tekst = client.get(reverse("relaties:relatie", args=[werkgever.pk])).content.decode()
    assert 0 < tekst.find('href="tel:0612345678"') < tekst.find("Hoe gaat het met deze relatie?")


def test_een_nieuwe_relatie_zegt_wat_er_ontbreekt() -> None:
    werkgever = Werkgeverfabriek()
    zinnen = [zin for _soort, zin in queries.zo_staat_het(werkgever, queries.relatiebeeld(werkgever))]
    assert zinnen == ["Er is geen vast contact.", "Er is nog geen contact geweest."]


def test_g1_1_een_eigen_belofte_is_op_de_pagina_van_het_bedrijf_af_te_ronden(client: Client) -> None:
    ik = Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER)
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente)
    mijn = Taakfabriek(eigenaar=ik, keten=werkgever.keten, titel="Bellen")
    ander = Taakfabriek(eigenaar=Gebruikerfabriek(gemeente=ik.gemeente), keten=werkgever.keten, titel="Mailen")
    client.force_login(ik)
    url = reverse("relaties:relatie", args=[werkgever.pk])
    pagina = client.get(url).content.decode()
    assert reverse("taken:klaar", args=[mijn.pk]) in pagina
    assert reverse("taken:klaar", args=[ander.pk]) not in pagina
    terug = client.post(reverse("taken:klaar", args=[mijn.pk]), {"terug": url})
    assert terug["Location"] == url
    mijn.refresh_from_db()
    assert mijn.status == "klaar"
