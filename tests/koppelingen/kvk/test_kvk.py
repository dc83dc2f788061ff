"""The trade register, with a server that stands in for it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.fabrieken import Gebruikerfabriek, Werkgeverfabriek

from werklandschap.kern.relaties.handelsregister import Registerfout
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.koppelingen.kvk import basisprofiel

pytestmark = pytest.mark.django_db
SLEUTEL = "sleutel-voor-de-proef"
BAKKERIJ: dict[str, Any] = {
    "kvkNummer": "90001234",
    "naam": "Bakkerij Uit Het Register",
    "totaalWerkzamePersonen": 12,
    "sbiActiviteiten": [
        {"sbiCode": "4724", "indHoofdactiviteit": "Nee"},
        {"sbiCode": "1071", "indHoofdactiviteit": "Ja"},
    ],
    "_embedded": {
        "hoofdvestiging": {
            "adressen": [
                {"type": "correspondentieadres", "plaats": "Elders"},
                {"type": "bezoekadres", "plaats": "Voorbeeld"},
            ]
        }
    },
}


class Register(BaseHTTPRequestHandler):
    """Answers as the real one does: a key, a known number, and a number that breaks it."""

    def do_GET(self) -> None:
        nummer = self.path.rsplit("/", 1)[-1]
        if self.headers.get("apikey") != SLEUTEL:
            self._geef(401, {})
        elif self.path == "/v1/basisprofielen/90001234":
            self._geef(200, BAKKERIJ)
        elif nummer == "90009999":
            self._geef(200, ["geen bedrijf"])
        elif nummer == "90005000":
            self._geef(500, {})
        else:
            self._geef(404, {"fout": [{"code": "IPD0005"}]})

    def _geef(self, code: int, inhoud: object) -> None:
        self.send_response(code)
        self.end_headers()
        self.wfile.write(json.dumps(inhoud).encode())

    def log_message(self, *_alles: object) -> None:
        """Quiet."""


@pytest.fixture
def register(settings: Any) -> Iterator[ThreadingHTTPServer]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Register)
    draad = Thread(target=server.serve_forever, daemon=True)
    draad.start()
    settings.KVK = {"adres": f"http://127.0.0.1:{server.server_port}/", "sleutel": SLEUTEL}
    yield server
    server.shutdown()
    server.server_close()
    draad.join()


@pytest.mark.usefixtures("register")
def test_g2_1_een_kvk_nummer_haalt_naam_plaats_en_grootte_op(client: Client) -> None:
    client.force_login(Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER))
    begin = client.get(reverse("relaties:nieuw"), {"kvk": "9000 1234"}).context["formulier"].initial
    assert begin == {
        "kvk_nummer": "90001234",
        "naam": "Bakkerij Uit Het Register",
        "plaats": "Voorbeeld",
        "grootte": "middel",
        "sbi": "1071",
        "sector": "productie",
    }
    gevonden = basisprofiel.zoek("90001234")
    assert gevonden is not None
    assert gevonden.sbi == "1071"


@pytest.mark.usefixtures("register")
def test_g2_1_wie_er_al_is_staat_bij_het_opzoeken_meteen_in_beeld(client: Client) -> None:
    ik = Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER)
    bekend = Werkgeverfabriek(gemeente=ik.gemeente, kvk_nummer="90001234", naam="Oude Naam")
    client.force_login(ik)
    pagina = client.get(reverse("relaties:nieuw"), {"kvk": "90001234"})
    assert [dubbel.werkgever for dubbel in pagina.context["dubbelen"]] == [bekend]
    assert reverse("relaties:relatie", args=[bekend.pk]) in pagina.content.decode()
    bekend.delete()
    assert client.get(reverse("relaties:nieuw"), {"kvk": "90001234"}).context["dubbelen"] == []


@pytest.mark.usefixtures("register")
def test_g2_1_de_bedrijfstak_van_de_kvk_blijft_bij_het_bedrijf_en_stelt_een_sector_voor(client: Client) -> None:
    client.force_login(Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER))
    pagina = client.get(reverse("relaties:nieuw"), {"kvk": "90001234"})
    assert "Voorstel bij SBI-code 1071" in pagina.content.decode()
    begin = pagina.context["formulier"].initial
    client.post(reverse("relaties:nieuw"), begin)
    bewaard = Werkgever.objects.get(kvk_nummer="90001234")
    assert (bewaard.sbi, bewaard.sector) == ("1071", "productie")
    bewaard.delete()
    client.post(reverse("relaties:nieuw"), {**begin, "sector": "detailhandel"})
    assert Werkgever.objects.get(kvk_nummer="90001234").sector == "detailhandel"


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize(
    ("nummer", "zin"),
    [
        ("90007777", "kent dit nummer niet"),
        ("90005000", "code 500"),
        ("90009999", "niet te lezen"),
        ("123", "8 cijfers"),
    ],
)
def test_wat_de_kvk_niet_geeft_vult_u_zelf_in(client: Client, nummer: str, zin: str) -> None:
    client.force_login(Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER))
    antwoord = client.get(reverse("relaties:nieuw"), {"kvk": nummer})
    assert zin in antwoord.content.decode()
    assert antwoord.context["formulier"].initial == {"kvk_nummer": nummer}


def test_een_verkeerde_sleutel_en_een_register_dat_weg_is(register: ThreadingHTTPServer, settings: Any) -> None:
    settings.KVK = {**settings.KVK, "sleutel": "fout"}
    with pytest.raises(Registerfout):
        basisprofiel.zoek("90001234")
    settings.KVK = {"adres": "http://kvk.voorbeeld.test", "sleutel": SLEUTEL}
    with pytest.raises(Registerfout):
        basisprofiel.zoek("90001234")
    settings.KVK = {"adres": "http://127.0.0.1:1", "sleutel": SLEUTEL}
    with pytest.raises(Registerfout):
        basisprofiel.zoek("90001234")


def test_zonder_instelling_is_er_geen_knop_en_geen_vraag(client: Client, settings: Any) -> None:
    settings.KVK = {"adres": "", "sleutel": ""}
    client.force_login(Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER))
    antwoord = client.get(reverse("relaties:nieuw"), {"kvk": "90001234", "naam": "Zelf"})
    assert antwoord.context["formulier"].initial == {"naam": "Zelf"}
    assert "bij de KVK" not in antwoord.content.decode()
