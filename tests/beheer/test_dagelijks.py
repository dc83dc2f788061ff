"""The daily round: once a day, by one worker, and a failure is seen and tried again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.fabrieken import Gebruikerfabriek

from werklandschap.beheer.dagelijks import OPNIEUW_NA, OVERNEMEN_NA, werk_dag_af
from werklandschap.beheer.models import NAMEN, Dagronde
from werklandschap.kern.basis.haken import dagtaken
from werklandschap.kern.toegang.models import Teller
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.kern.toegang.tellen import tel

pytestmark = pytest.mark.django_db


@pytest.fixture
def beurten() -> Iterator[list[str]]:
    """A daily task of the test, which notes its turns and fails when told to."""
    lijst: list[str] = []

    def taak() -> str:
        lijst.append("beurt")
        if len(lijst) == 1 and "stuk" in dagtaken._delen:
            raise RuntimeError("stuk gereedschap")
        return f"{len(lijst)} gedaan"

    dagtaken.registreer("proef", taak)
    yield lijst
    dagtaken._delen.pop("proef")
    dagtaken._delen.pop("stuk", None)


def test_een_tweede_keer_op_dezelfde_dag_doet_niets(beurten: list[str]) -> None:
    eerste = {uitkomst.code: uitkomst.gelukt for uitkomst in werk_dag_af()}
    assert eerste == dict.fromkeys(("proef", *NAMEN), True)
    assert werk_dag_af() == []
    assert len(beurten) == 1
    assert [u.verslag for u in werk_dag_af(timezone.localdate() + timedelta(days=1)) if u.code == "proef"] == [
        "2 gedaan"
    ]


def test_wie_te_laat_claimt_doet_het_niet(beurten: list[str]) -> None:
    ronde = Dagronde.objects.create(code="proef", dag=timezone.localdate())
    assert "proef" not in {u.code for u in werk_dag_af()}
    Dagronde.objects.filter(pk=ronde.pk).update(begonnen_op=timezone.now() - OVERNEMEN_NA - timedelta(minutes=1))
    assert [u.code for u in werk_dag_af()] == ["proef"]
    assert len(beurten) == 1


def test_wat_mislukt_houdt_de_rest_niet_op_en_komt_terug(beurten: list[str]) -> None:
    dagtaken.registreer("stuk", lambda: "heel")
    uitkomsten = {u.code: u for u in werk_dag_af()}
    assert not uitkomsten["proef"].gelukt
    assert uitkomsten["stuk"].gelukt
    assert Dagronde.objects.get(code="proef").fout == "RuntimeError: stuk gereedschap"
    assert werk_dag_af() == []
    Dagronde.objects.filter(code="proef").update(begonnen_op=timezone.now() - OPNIEUW_NA - timedelta(minutes=1))
    assert [u.verslag for u in werk_dag_af()] == ["2 gedaan"]
    ronde = Dagronde.objects.get(code="proef")
    assert (ronde.fout, ronde.klaar_op is not None) == ("", True)


def test_oude_tellers_gaan_weg_en_verse_blijven() -> None:
    assert [tel("proef", "192.0.2.1", per_seconden=60) for _keer in range(3)] == [1, 2, 3]
    assert tel("proef", "192.0.2.2", per_seconden=60) == 1
    assert not Teller.objects.filter(sleutel__contains="192").exists()
    Teller.objects.filter(aantal=3).update(vervalt_op=timezone.now() - timedelta(days=1))
    verslagen = {u.code: u.verslag for u in werk_dag_af()}
    assert verslagen["opruimen"].startswith("1 tellers")
    assert Teller.objects.count() == 1


def test_de_beheerder_ziet_hoe_het_ging(client: Client, beurten: list[str]) -> None:
    dagtaken.registreer("stuk", lambda: "heel")
    werk_dag_af()
    client.force_login(Gebruikerfabriek(rol=Rol.BEHEERDER))
    inhoud = client.get("/beheer/dagelijks/").content.decode()
    assert "stuk gereedschap" in inhoud
    assert "Nazorg bewaken" in inhoud
    client.force_login(Gebruikerfabriek(rol=Rol.KLANTMANAGER))
    assert client.get("/beheer/dagelijks/").status_code == 403


def test_elk_werk_van_de_dag_heeft_een_naam_voor_de_beheerder() -> None:
    assert {uitkomst.code for uitkomst in werk_dag_af()} <= set(NAMEN)
