"""Asking another party: against a stand-in on this machine, and against our own answers over a real connection."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from pytest_django.live_server_helper import LiveServer
from tests.fabrieken import Gemeentefabriek
from tests.koppelingen.vum.hulp import GEBIED, GEHEIM, ONS, PARTIJ, maak_mens

from werklandschap.koppelingen.vum.netwerk import Netwerkfout, Verbinding
from werklandschap.project.cli import main

VRAAG = {"selectiegebied": GEBIED}
GOED, GEEN_LIJST, DICHT, ELDERS, GEEN_JSON, KAPOT = (f"{nummer:020d}" for nummer in range(10, 16))
PROFIEL = {"vumID": "a-1", "idWerkzoekende": "a-1"}
ANTWOORDEN: dict[str, tuple[int, bytes]] = {
    GOED: (200, json.dumps([PROFIEL]).encode()),
    GEEN_LIJST: (200, b'{"geen": "lijst"}'),
    DICHT: (403, b'{"code": "403.01", "message": "geen toegang"}'),
    ELDERS: (302, b""),
    GEEN_JSON: (200, b"<html>"),
    KAPOT: (500, b"stuk"),
}


class Partij(BaseHTTPRequestHandler):
    """Answers by the number that is asked, and keeps what was asked."""

    gevraagd: list[dict[str, Any]]

    def do_POST(self) -> None:
        inhoud = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.gevraagd.append({"pad": self.path, "vraag": inhoud, "van": self.headers["X-VUM-fromParty"]})
        self._antwoord(*ANTWOORDEN[self.headers["X-VUM-toParty"]])

    def do_GET(self) -> None:
        self._antwoord(200, json.dumps(PROFIEL).encode())

    def _antwoord(self, status: int, inhoud: bytes) -> None:
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "/ergens/anders")
        self.send_header("Content-Length", str(len(inhoud)))
        self.end_headers()
        self.wfile.write(inhoud)

    def log_message(self, *args: Any) -> None:
        return


@pytest.fixture
def netwerk() -> Iterator[ThreadingHTTPServer]:
    soort = type("Proefpartij", (Partij,), {"gevraagd": []})
    server = ThreadingHTTPServer(("127.0.0.1", 0), soort)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def verbinding(server: ThreadingHTTPServer) -> Verbinding:
    return Verbinding(f"http://127.0.0.1:{server.server_port}/vum/", ONS)


def test_een_vraag_gaat_met_onze_naam_naar_een_partij(netwerk: ThreadingHTTPServer) -> None:
    met = verbinding(netwerk)
    assert met.zoek("profielen", naar=GOED, vraag=VRAAG) == [PROFIEL]
    assert met.detail("profielen", naar=GOED, vum_id="a-1") == PROFIEL
    (gevraagd,) = netwerk.RequestHandlerClass.gevraagd  # type: ignore[attr-defined]
    assert gevraagd == {"pad": "/vum/werkzoekendeprofielen/matches", "vraag": VRAAG, "van": ONS}


@pytest.mark.parametrize(
    ("oin", "zegt"),
    [
        (GEEN_LIJST, "geen lijst"),
        (DICHT, r"laat ons niet toe .403: 403\.01 geen toegang"),
        (ELDERS, "weigerde .302"),
        (GEEN_JSON, "geen json"),
        (KAPOT, "weigerde .500"),
        ("123", "twintig cijfers"),
    ],
)
def test_elke_storing_is_een_regel_in_het_nederlands(netwerk: ThreadingHTTPServer, oin: str, zegt: str) -> None:
    with pytest.raises(Netwerkfout, match=zegt):
        verbinding(netwerk).zoek("profielen", naar=oin, vraag=VRAAG)


@pytest.mark.parametrize("nummer", ["../../beheer", "a/b", "", "x" * 65, "a?b"])
def test_een_nummer_kan_het_adres_niet_veranderen(netwerk: ThreadingHTTPServer, nummer: str) -> None:
    with pytest.raises(Netwerkfout, match="geen nummer"):
        verbinding(netwerk).detail("profielen", naar=GOED, vum_id=nummer)


def test_een_netwerk_dat_er_niet_is(netwerk: ThreadingHTTPServer) -> None:
    met = verbinding(netwerk)
    netwerk.shutdown()
    netwerk.server_close()
    with pytest.raises(Netwerkfout, match="niet te bereiken"):
        met.zoek("profielen", naar=GOED, vraag=VRAAG)


def test_alleen_over_een_beveiligde_verbinding() -> None:
    for adres in ("http://vum.voorbeeld.nl", "ftp://127.0.0.1", "vum.voorbeeld.nl"):
        with pytest.raises(Netwerkfout, match="https"):
            Verbinding(adres, ONS)
    assert Verbinding("https://vum.voorbeeld.nl", ONS).adres == "https://vum.voorbeeld.nl"


@pytest.mark.django_db(transaction=True)
def test_twee_gemeenten_vragen_en_antwoorden_elkaar(live_server: LiveServer, settings: Any) -> None:
    gemeente = Gemeentefabriek(code="9001", naam="Voorbeeld")
    settings.VUM = settings.VUM | {"aan": True, "oin": [f"9001:{ONS}"], "partijen": [PARTIJ], "geheim": GEHEIM}
    maak_mens(gemeente)
    maak_mens(gemeente, ja=False, email="zonder@geheim.test", bsn=None)
    # The gateway in front of a municipality adds this after it checked the certificate.
    met = Verbinding(f"{live_server.url}/vum", PARTIJ, koppen=(("X-VUM-Poort", GEHEIM),))
    (profiel,) = met.zoek("profielen", naar=ONS, vraag=VRAAG)
    assert profiel["werktijden"] == {"aantalWerkurenPerWeekMinimaal": 16, "aantalWerkurenPerWeekMaximaal": 24}
    assert met.detail("profielen", naar=ONS, vum_id=profiel["vumID"])["contactpersoon"]
    zonder_poort = Verbinding(f"{live_server.url}/vum", PARTIJ)
    with pytest.raises(Netwerkfout, match=r"laat ons niet toe .401"):
        zonder_poort.zoek("profielen", naar=ONS, vraag=VRAAG)


@pytest.mark.django_db
def test_de_opdracht(netwerk: ThreadingHTTPServer, settings: Any, capsys: pytest.CaptureFixture[str]) -> None:
    Gemeentefabriek(code="9001", naam="Voorbeeld")
    opdracht = ["vum", "profielen", "--naar", GOED, "--postcode", "1234AB"]
    assert main(opdracht) == 2
    assert "VUM staat uit" in capsys.readouterr().err
    adres = f"http://127.0.0.1:{netwerk.server_port}"
    settings.VUM = settings.VUM | {"aan": True, "adres": adres, "oin": [f"9001:{ONS}"]}
    assert main([*opdracht, "--uren", "24"]) == 0
    uit = capsys.readouterr()
    assert [json.loads(regel) for regel in uit.out.splitlines()] == [PROFIEL]
    (gevraagd,) = netwerk.RequestHandlerClass.gevraagd  # type: ignore[attr-defined]
    assert gevraagd["vraag"]["werktijden"] == {"aantalWerkurenPerWeekMaximaal": {"$gte": 24}}
    assert main([*opdracht[:-1], "geen postcode"]) == 2
    assert "postcode" in capsys.readouterr().err
    assert main([*opdracht, "--detail", "a-1"]) == 0
    settings.VUM = settings.VUM | {"oin": []}
    assert main(opdracht) == 2
    assert "OIN" in capsys.readouterr().err
