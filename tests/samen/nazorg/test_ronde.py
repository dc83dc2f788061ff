"""A late answer reaches the manager within the hour, by the clock of working hours and Dutch holidays."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from tests.fabrieken import Gebruikerfabriek
from tests.samen.plaatsing.hulp import lopend

from werklandschap.beheer.dagelijks import loop_ronde, werk_dag_af
from werklandschap.kern.basis.haken import rondetaken
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.samen.nazorg import problemen
from werklandschap.samen.nazorg.haken import dagregels

pytestmark = pytest.mark.django_db
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
# Thursday 24 December 2026, 15:00: two hours that day, then Christmas and a weekend, the other six on Monday.
GEMELD = datetime(2026, 12, 24, 15, 0, tzinfo=AMSTERDAM)
TERMIJN = datetime(2026, 12, 28, 15, 0, tzinfo=AMSTERDAM)


@pytest.fixture
def stuk() -> Iterator[None]:
    """A task before the others that always breaks off."""

    def taak() -> int:
        raise RuntimeError("stuk gereedschap")

    eerder = dict(rondetaken._delen)
    rondetaken._delen.clear()
    rondetaken.registreer("stuk", taak)
    rondetaken._delen.update(eerder)
    yield
    rondetaken._delen.pop("stuk")


@pytest.mark.usefixtures("stuk")
def test_g10_3_na_kerst_gaat_een_laat_antwoord_nog_dezelfde_dag_naar_de_manager() -> None:
    with time_machine.travel(GEMELD, tick=False):
        rij = lopend()
        manager = Gebruikerfabriek(rol=Rol.MANAGER, gemeente=rij.dossier.gemeente)
        probleem = problemen.meld_probleem(
            plaatsing=rij,
            soort="ruzie",
            urgentie="snel",
            tekst="Er is ruzie op de vloer.",
            gemeld_door_wie="professional",
            door=rij.door,
        )
    assert probleem.antwoord_voor == TERMIJN
    te_laat = Taak.objects.filter(bron=f"probleem:{probleem.pk}:te_laat")
    with time_machine.travel(TERMIJN - timedelta(hours=7), tick=False):
        werk_dag_af()
    for moment in (GEMELD + timedelta(days=1), TERMIJN - timedelta(minutes=1), TERMIJN):
        with time_machine.travel(moment, tick=False):
            assert loop_ronde()["nazorg"] == 0
            assert not te_laat.exists()
    with time_machine.travel(TERMIJN + timedelta(minutes=10), tick=False):
        # The work of this day was done already: only the short round is left to see it.
        assert "nazorg" not in {uitkomst.code for uitkomst in werk_dag_af()}
        assert loop_ronde()["nazorg"] == 1
        assert te_laat.get().eigenaar == manager
        assert loop_ronde()["nazorg"] == 0
        assert [str(blok.titel) for blok in dagregels(rij.door) if blok.regels] == [
            "Probleem: antwoord is te laat",
            "Loopt, nog geen nazorgplan",
        ]
    assert te_laat.count() == 1
