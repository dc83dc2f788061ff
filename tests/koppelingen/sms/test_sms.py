"""Reminders by SMS, with a server that stands in for the provider."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest
from django.core.checks import run_checks
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.fabrieken import Dossierfabriek, Gebruikerfabriek, Werkzoekendefabriek

from werklandschap.kern.basis.sms import Sms, Smsfout, mobiel_nummer
from werklandschap.kern.berichten.herinneringen import herinner_klanten
from werklandschap.kern.berichten.models import Bericht, Manier
from werklandschap.kern.berichten.smsjes import verstuur_wachtende
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.koppelingen.sms import dienst
from werklandschap.koppelingen.sms.actions import ruim_pogingen_op
from werklandschap.koppelingen.sms.models import Smspoging
from werklandschap.werkzoekende.diagnostiek.actions import plan_gesprek, zeg_gesprek_af
from werklandschap.werkzoekende.diagnostiek.models import Gesprek

pytestmark = pytest.mark.django_db
TOKEN = "token-voor-de-proef"


class Dienst(ThreadingHTTPServer):
    """Answers with the next code of `codes` (201 when there is none) and keeps what it was asked."""

    codes: list[int]
    gevraagd: list[tuple[dict[str, str], dict[str, Any]]]


class Antwoord(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        server = self.server
        assert isinstance(server, Dienst)
        inhoud = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        server.gevraagd.append((dict(self.headers), inhoud))
        code = server.codes.pop(0) if server.codes else 201
        self.send_response(code)
        if code == 302:
            self.send_header("Location", "/elders")
        self.end_headers()

    def log_message(self, *_alles: object) -> None:
        """Quiet."""


@pytest.fixture
def aan(settings: Any) -> Iterator[Dienst]:
    server = Dienst(("127.0.0.1", 0), Antwoord)
    server.codes, server.gevraagd = [], []
    draad = Thread(target=server.serve_forever, daemon=True)
    draad.start()
    settings.SMS = {
        "adres": f"http://127.0.0.1:{server.server_port}/berichten",
        "token": TOKEN,
        "kop": "Authorization: Bearer {token}",
        "afzender": "Voorbeeld",
        "velden": {},
    }
    yield server
    server.shutdown()
    server.server_close()
    draad.join()


@pytest.fixture
def ik() -> Gebruiker:
    return Gebruikerfabriek(telefoon="010-1234567")


def gesprek_morgen(ik: Gebruiker, **persoon: Any) -> Gesprek:
    velden = {"voornaam": "Samira", "telefoon": "06 12345678", "contactwijze": "sms", **persoon}
    dossier = Dossierfabriek(werkzoekende=Werkzoekendefabriek(gemeente=ik.gemeente, **velden), verantwoordelijke=ik)
    morgen = timezone.localtime().replace(hour=15, minute=0, second=0, microsecond=0) + timedelta(days=1)
    return plan_gesprek(dossier=dossier, gepland_op=morgen, door=ik, waar="Stadhuis", onderwerp="Schulden")


def overdag() -> datetime:
    return timezone.localtime().replace(hour=10)


@pytest.mark.parametrize(
    ("getypt", "nummer"),
    [
        ("06 12345678", "+31612345678"),
        ("+31 6 1234 5678", "+31612345678"),
        ("0031612345678", "+31612345678"),
        ("+32 470 12 34 56", "+32470123456"),
        ("010 123 45 67", ""),
        ("0612", ""),
        ("geen", ""),
        ("", ""),
    ],
)
def test_alleen_een_mobiel_nummer_kan_een_sms_krijgen(getypt: str, nummer: str) -> None:
    assert mobiel_nummer(getypt) == nummer


def test_er_gaat_alleen_dag_tijd_plek_en_gemeente_over_de_lijn(aan: Dienst, ik: Gebruiker) -> None:
    gesprek_morgen(ik)
    assert herinner_klanten() == 1
    assert verstuur_wachtende(overdag()) == 1
    ((koppen, inhoud),) = aan.gevraagd
    assert koppen["Authorization"] == f"Bearer {TOKEN}"
    assert set(inhoud) == {"to", "text", "from", "reference"}
    assert (inhoud["to"], inhoud["from"]) == ("+31612345678", "Voorbeeld")
    assert "15.00 uur" in inhoud["text"]
    assert "Stadhuis" in inhoud["text"]
    assert ik.gemeente is not None
    assert ik.gemeente.naam in inhoud["text"]
    assert "010-1234567" in inhoud["text"]
    assert "Samira" not in inhoud["text"]
    assert "Schulden" not in inhoud["text"]
    bericht = Bericht.objects.get()
    assert (bericht.manier, bericht.gemaild_op is not None) == (Manier.SMS, True)
    assert verstuur_wachtende(overdag()) == 0
    assert len(aan.gevraagd) == 1


def test_zonder_instellingen_gaat_er_niets_weg(ik: Gebruiker, settings: Any) -> None:
    settings.SMS = {**settings.SMS, "adres": "", "token": ""}
    gesprek_morgen(ik, email="sam@inwoner.test")
    herinner_klanten()
    assert Bericht.objects.get().manier == Manier.EMAIL
    assert verstuur_wachtende(overdag()) == 0
    with pytest.raises(Smsfout):
        dienst.verstuur(Sms("+31612345678", "x", "y", 1))


@pytest.mark.usefixtures("aan")
@pytest.mark.parametrize("uur", [0, 8, 20, 23])
def test_niemand_krijgt_s_nachts_een_sms(ik: Gebruiker, uur: int) -> None:
    gesprek_morgen(ik)
    herinner_klanten()
    assert verstuur_wachtende(timezone.localtime().replace(hour=uur)) == 0


def test_na_een_storing_proberen_wij_het_opnieuw_met_hetzelfde_kenmerk(aan: Dienst, ik: Gebruiker) -> None:
    gesprek_morgen(ik)
    herinner_klanten()
    aan.codes = [503, 429]
    assert [verstuur_wachtende(overdag()) for _keer in range(3)] == [0, 0, 1]
    assert len({inhoud["reference"] for _koppen, inhoud in aan.gevraagd}) == 1
    assert list(Smspoging.objects.order_by("pk").values_list("gelukt", flat=True)) == [False, False, True]
    assert not Taak.objects.filter(bron__startswith="herinnering:").exists()


@pytest.mark.parametrize(("codes", "keer"), [([500, 500, 500, 500], 3), ([400], 1), ([302], 1)])
def test_wat_niet_lukt_wordt_een_taak_en_stopt(aan: Dienst, ik: Gebruiker, codes: list[int], keer: int) -> None:
    gesprek_morgen(ik)
    herinner_klanten()
    aan.codes = codes
    for _keer in range(5):
        verstuur_wachtende(overdag())
    assert len(aan.gevraagd) == keer
    assert Bericht.objects.get().mailfout
    taak = Taak.objects.get(bron__startswith="herinnering:")
    assert (taak.eigenaar, taak.toelichting) == (ik, "De sms kwam niet aan.")


def test_een_dienst_die_weg_is_houdt_de_anderen_niet_tegen(aan: Dienst, ik: Gebruiker, settings: Any) -> None:
    gesprek_morgen(ik)
    gesprek_morgen(ik)
    herinner_klanten()
    settings.SMS = {**settings.SMS, "adres": "http://127.0.0.1:1/"}
    assert verstuur_wachtende(overdag()) == 0
    assert set(Smspoging.objects.values_list("uitleg", "tijdelijk")) == {("De sms-dienst is niet te bereiken.", True)}
    settings.SMS = {**settings.SMS, "adres": f"http://127.0.0.1:{aan.server_port}/"}
    assert verstuur_wachtende(overdag()) == 2


def test_een_afgezegde_afspraak_krijgt_geen_sms(aan: Dienst, ik: Gebruiker) -> None:
    gesprek = gesprek_morgen(ik)
    herinner_klanten()
    assert zeg_gesprek_af(gesprek=gesprek, door=ik) is False
    assert verstuur_wachtende(overdag()) == 0
    assert aan.gevraagd == []


def test_een_andere_dienst_heeft_andere_namen(aan: Dienst, settings: Any) -> None:
    namen = {"naar": "recipients", "tekst": "body", "van": "originator", "kenmerk": ""}
    settings.SMS = {**settings.SMS, "velden": namen, "kop": "X-Sleutel: {token}"}
    dienst.verstuur(Sms("+31612345678", "Hallo", "k", 1))
    ((koppen, inhoud),) = aan.gevraagd
    assert koppen["X-Sleutel"] == TOKEN
    assert inhoud == {"recipients": "+31612345678", "body": "Hallo", "originator": "Voorbeeld"}


@pytest.mark.parametrize(
    ("anders", "fout"),
    [
        ({"adres": "http://sms.voorbeeld.test/"}, "sms.E001"),
        ({"kop": "Authorization: Bearer"}, "sms.E002"),
        ({"velden": {"nummer": "to"}}, "sms.E003"),
        ({}, None),
    ],
)
def test_foute_instellingen_vallen_bij_het_starten_op(
    aan: Dienst, settings: Any, anders: dict[str, Any], fout: str | None
) -> None:
    assert aan.server_port
    settings.SMS = {**settings.SMS, **anders}
    assert [f.id for f in run_checks() if (f.id or "").startswith("sms.")] == ([fout] if fout else [])


def test_de_beheerder_ziet_fouten_zonder_nummer_of_naam_en_stuurt_een_proef(
    aan: Dienst, ik: Gebruiker, client: Client
) -> None:
    beheerder = Gebruikerfabriek(rol=Rol.BEHEERDER, gemeente=ik.gemeente)
    gesprek_morgen(ik)
    herinner_klanten()
    aan.codes = [401]
    verstuur_wachtende(overdag())
    client.force_login(beheerder)
    adres = reverse("koppelingen_sms:sms")
    pagina = client.get(adres).content.decode()
    assert "weigert het token" in pagina
    assert "12345678" not in pagina
    assert "Samira" not in pagina
    assert TOKEN not in pagina
    assert client.post(adres, {"nummer": "010 1234567"}).status_code == 422
    antwoord = client.post(adres, {"nummer": "06 87654321"}, follow=True)
    assert "nam het bericht aan" in antwoord.content.decode()
    assert aan.gevraagd[-1][1]["to"] == "+31687654321"
    client.force_login(ik)
    assert client.get(adres).status_code == 403


def test_de_beheerder_leest_dat_sms_uit_staat(client: Client, settings: Any) -> None:
    settings.SMS = {**settings.SMS, "adres": "", "token": ""}
    client.force_login(Gebruikerfabriek(rol=Rol.BEHEERDER))
    adres = reverse("koppelingen_sms:sms")
    assert "Er gaat geen sms weg." in client.get(adres).content.decode()
    assert client.post(adres, {"nummer": "06 87654321"}).status_code == 422


def test_pogingen_blijven_drie_maanden(ik: Gebruiker) -> None:
    for dagen in (1, 91):
        Smspoging.objects.create(
            gemeente=ik.gemeente, kenmerk="x", gelukt=True, op=timezone.now() - timedelta(days=dagen)
        )
    ruim_pogingen_op()
    assert Smspoging.objects.count() == 1


def test_sms_is_alleen_te_kiezen_als_het_aanstaat(aan: Dienst, client: Client, settings: Any) -> None:
    assert aan.server_port
    assert 'value="sms"' in client.get("/hulp-vragen/").content.decode()
    settings.SMS = {**settings.SMS, "token": ""}
    assert 'value="sms"' not in client.get("/hulp-vragen/").content.decode()
