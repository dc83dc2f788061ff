"""Signing in: with a password, with a second factor, and on the demo's own buttons."""

from __future__ import annotations

import re

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client
from pytest_django import Settings
from tests.fabrieken import WACHTWOORD, Gebruikerfabriek, Partnergebruikerfabriek

from werklandschap.kern.toegang.rollen import Rol

pytestmark = pytest.mark.django_db

INLOGGEN = "/account/login/"


@pytest.mark.parametrize(
    ("rol", "pagina"),
    [(Rol.KLANTMANAGER, "/mijn-dag/"), (Rol.BEHEERDER, "/beheer/"), (Rol.MANAGER, "/mijn-dag/")],
)
def test_na_het_inloggen_komt_ieder_op_de_eigen_beginpagina(client: Client, rol: Rol, pagina: str) -> None:
    gebruiker = Gebruikerfabriek(rol=rol)
    antwoord = client.post(INLOGGEN, {"login": gebruiker.email, "password": WACHTWOORD})
    assert antwoord.status_code == 302
    assert antwoord["Location"] == pagina


def test_een_verkeerd_wachtwoord_houdt_het_adres_vast(client: Client) -> None:
    gebruiker = Gebruikerfabriek()
    antwoord = client.post(INLOGGEN, {"login": gebruiker.email, "password": "iets anders"})
    assert antwoord.status_code == 200
    assert gebruiker.email in antwoord.content.decode()
    assert "Deze naam of dit wachtwoord klopt niet." in antwoord.content.decode()
    assert "_auth_user_id" not in client.session


def test_een_geblokkeerd_account_komt_er_niet_in(client: Client) -> None:
    gebruiker = Gebruikerfabriek(is_active=False)
    client.post(INLOGGEN, {"login": gebruiker.email, "password": WACHTWOORD})
    assert "_auth_user_id" not in client.session


def test_na_vijf_mislukte_pogingen_helpt_ook_het_goede_wachtwoord_niet(client: Client) -> None:
    gebruiker = Gebruikerfabriek()
    for _poging in range(12):
        client.post(INLOGGEN, {"login": gebruiker.email, "password": "geraden"})
    antwoord = client.post(INLOGGEN, {"login": gebruiker.email, "password": WACHTWOORD})
    assert "U probeerde het te vaak." in antwoord.content.decode()
    assert "_auth_user_id" not in client.session


def test_met_een_tweede_stap_is_het_wachtwoord_alleen_niet_genoeg(client: Client) -> None:
    gebruiker = Gebruikerfabriek()
    TOTP.activate(gebruiker, generate_totp_secret())
    code = RecoveryCodes.activate(gebruiker).get_unused_codes()[0]
    antwoord = client.post(INLOGGEN, {"login": gebruiker.email, "password": WACHTWOORD})
    assert "_auth_user_id" not in client.session
    antwoord = client.post(antwoord["Location"], {"code": code})
    assert antwoord.status_code == 302
    assert client.session["_auth_user_id"] == str(gebruiker.pk)


@pytest.mark.parametrize("fabriek", [Gebruikerfabriek, Partnergebruikerfabriek])
def test_wie_gegevens_van_inwoners_ziet_zet_eerst_een_tweede_stap_aan(
    client: Client, settings: Settings, fabriek: type[Gebruikerfabriek]
) -> None:
    settings.MFA_VERPLICHT = True
    client.force_login(fabriek())
    antwoord = client.get("/dossiers/")
    assert antwoord.status_code == 302
    assert antwoord["Location"].startswith("/account/")


def test_met_een_knop_per_proefaccount_bent_u_binnen(client: Client, settings: Settings) -> None:
    settings.DEMO = True
    gebruiker = Gebruikerfabriek(is_demo=True, email="klantmanager@voorbeeld.test")
    gebruiker.set_password("landschap-demo")
    gebruiker.save()
    pagina = client.get(INLOGGEN).content.decode()
    velden = dict(re.findall(r'<input type="hidden" name="(login|password)" value="([^"]+)">', pagina))
    assert client.post(INLOGGEN, velden)["Location"] == "/mijn-dag/"


def test_buiten_de_proefstand_staan_er_geen_proefaccounts(client: Client, settings: Settings) -> None:
    settings.DEMO = False
    Gebruikerfabriek(is_demo=True, email="klantmanager@voorbeeld.test")
    assert "klantmanager@voorbeeld.test" not in client.get(INLOGGEN).content.decode()


def test_na_het_uitloggen_staat_er_dat_u_weg_bent(client: Client) -> None:
    client.force_login(Gebruikerfabriek())
    assert "U bent uitgelogd." in client.post("/account/logout/", follow=True).content.decode()


def test_na_het_inloggen_staat_er_geen_melding_in_de_weg(client: Client) -> None:
    gebruiker = Gebruikerfabriek()
    pagina = client.post(INLOGGEN, {"login": gebruiker.email, "password": WACHTWOORD}, follow=True)
    assert list(pagina.context["messages"]) == []
