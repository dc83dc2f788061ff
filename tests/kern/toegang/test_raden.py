"""Guessing from many addresses at once: administrators hear of it, guessers get fewer tries, and nobody is shut out."""

from __future__ import annotations

from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core import mail
from django.test import Client, RequestFactory
from django.urls import reverse
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoCaptureOnCommitCallbacks
from tests.fabrieken import WACHTWOORD, Gebruikerfabriek, Gemeentefabriek

from werklandschap.beheer.alarm import mail_raden
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.kern.toegang.tellen import UUR, adres_van, geteld

pytestmark = pytest.mark.django_db
GENOEG = 6


@pytest.fixture(autouse=True)
def weinig(settings: Any) -> None:
    settings.MISLUKT_PER_UUR = GENOEG


def log_in(email: str, wachtwoord: str, adres: str) -> Client:
    client = Client(REMOTE_ADDR=adres)
    client.post("/account/login/", {"login": email, "password": wachtwoord})
    return client


def is_binnen(client: Client) -> bool:
    return "_auth_user_id" in client.session


def raad(keren: int = GENOEG, adres: str = "10.0.0.{}") -> None:
    """Each time another account; with {} in it each time from another address."""
    for nummer in range(keren):
        log_in(f"wie{nummer}@elders.test", "geraden", adres.format(nummer))


def test_beheerders_horen_het_een_keer_per_uur(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    hier, elders = (
        Gebruikerfabriek(rol=Rol.BEHEERDER),
        Gebruikerfabriek(rol=Rol.BEHEERDER, gemeente=Gemeentefabriek(code="9099", naam="Elders")),
    )
    Gebruikerfabriek(rol=Rol.BEHEERDER, is_active=False)
    Gebruikerfabriek(rol=Rol.KLANTMANAGER)
    raad(GENOEG - 1)
    assert not Taak.objects.exists()
    with django_capture_on_commit_callbacks(execute=True):
        raad(GENOEG)
    taken = Taak.objects.open()
    assert {taak.eigenaar for taak in taken} == {hier, elders}
    assert all(f"{GENOEG} keer mis" in taak.toelichting for taak in taken)
    assert DBTaskResult.objects.filter(task_path__endswith="mail_raden").count() == 1
    assert mail_raden.call(GENOEG) == 2
    assert {bericht.to[0] for bericht in mail.outbox} == {hier.email, elders.email}


def test_wie_niets_raadde_komt_gewoon_binnen_ook_terwijl_er_geraden_wordt() -> None:
    ik = Gebruikerfabriek()
    raad(5 * GENOEG)
    assert is_binnen(log_in(ik.email, WACHTWOORD, "192.0.2.7"))
    # A few mistakes still are no problem.
    for _keer in range(2):
        log_in(ik.email, "vergist", "192.0.2.8")
    assert is_binnen(log_in(ik.email, WACHTWOORD, "192.0.2.8"))


def test_een_adres_dat_raadt_mag_minder_terwijl_er_geraden_wordt() -> None:
    ik = Gebruikerfabriek()
    raad(4, adres="203.0.113.9")
    assert is_binnen(log_in(ik.email, WACHTWOORD, "203.0.113.9"))
    raad()
    assert not is_binnen(log_in(ik.email, WACHTWOORD, "203.0.113.9"))
    assert is_binnen(log_in(ik.email, WACHTWOORD, "203.0.113.10"))


def test_een_code_van_papier_telt_mee_en_wacht_mee() -> None:
    velden = {"code": "AAAA-BBBB-CCCC", "geboortedatum": "1990-01-01"}
    raad(GENOEG - 3)
    client = Client(REMOTE_ADDR="198.51.100.4")
    assert [client.post(reverse("portaal:met_code"), velden).status_code for _keer in range(4)] == [422, 422, 422, 429]
    assert Client(REMOTE_ADDR="198.51.100.5").post(reverse("portaal:met_code"), velden).status_code == 422


def test_een_foute_tweede_stap_telt_mee() -> None:
    ik = Gebruikerfabriek()
    TOTP.activate(ik, generate_totp_secret())
    client = Client()
    antwoord = client.post("/account/login/", {"login": ik.email, "password": WACHTWOORD})
    client.post(antwoord["Location"], {"code": "000000"})
    assert geteld("mislukt", "overal", per_seconden=UUR) == 1


@pytest.mark.parametrize(
    ("adres", "telt_als"),
    [
        ("2001:db8:1:2:aaaa::1", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:bbbb::9", "2001:db8:1:2::/64"),
        ("192.0.2.7", "192.0.2.7"),
        ("unix:", "unix:"),
    ],
)
def test_een_huis_met_veel_adressen_is_een_adres(adres: str, telt_als: str) -> None:
    assert adres_van(RequestFactory().get("/", REMOTE_ADDR=adres)) == telt_als
