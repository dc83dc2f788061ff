"""The commands: the same region every time, never twice, never outside demo mode, and any number of people."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from werklandschap.competenties.startset import laad_startset
from werklandschap.kern.dossiers.contact import werk_contact_bij
from werklandschap.kern.dossiers.models import Dossier, Werkzoekende
from werklandschap.kern.klantbeeld.models import Waarneming
from werklandschap.kern.tijdlijn.ketens import controleer
from werklandschap.kern.tijdlijn.models import Gebeurtenis, Keten, Tegelbezoek
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.project.demo.regio import Maat, maak_demo_regio
from werklandschap.project.demo.simulatie import simuleer
from werklandschap.samen.bemiddeling.models import Voordracht

pytestmark = pytest.mark.django_db


def _beeld() -> list[Any]:
    """What a region is, without keys that the database hands out."""
    return [
        list(Werkzoekende.objects.order_by("id").values_list("id", "voornaam", "achternaam", "geboortedatum", "email")),
        # Without the chain: one that an action makes on the way has a key of its own.
        list(Gebeurtenis.objects.order_by("tijd", "soort", "nummer").values_list("tijd", "soort", "nummer")),
        list(Waarneming.objects.order_by("id").values_list("aspect", "waarde", "waargenomen_op", "bron")),
        list(Voordracht.objects.order_by("id").values_list("status", "score_nu", "dossier__werkzoekende")),
        list(Tegelbezoek.objects.order_by("keten", "van", "tegel").values_list("keten", "tegel", "van", "tot")),
    ]


def test_hetzelfde_getal_geeft_dezelfde_regio() -> None:
    laad_startset()
    maat = Maat(mensen={"9001": 15, "9002": 4}, werkgevers={"9001": 4, "9002": 2})
    beelden = []
    for _keer in range(2):
        punt = transaction.savepoint()
        maak_demo_regio(maat=maat, vandaag=date(2026, 6, 3))
        beelden.append(_beeld())
        transaction.savepoint_rollback(punt)
    assert beelden[0][1]
    assert beelden[0] == beelden[1]


def test_de_opdracht_weigert_buiten_de_demostand(settings: Any) -> None:
    settings.DEMO = False
    with pytest.raises(CommandError, match="demostand"):
        call_command("demo_regio")
    assert not Gebruiker.objects.exists()


def test_een_tweede_keer_verandert_niets(settings: Any, capsys: pytest.CaptureFixture[str]) -> None:
    settings.DEMO = True
    laad_startset()
    maak_demo_regio(maat=Maat(mensen={"9001": 2}, werkgevers={"9001": 1}))
    voor = Gebeurtenis.objects.count()
    call_command("demo_regio")
    assert Gebeurtenis.objects.count() == voor
    assert "is er al" in capsys.readouterr().out


def test_simuleren_telt_op_en_klopt() -> None:
    laad_startset()
    assert simuleer(inwoners=12, seed=4) == 12
    simuleer(inwoners=5, seed=5)
    mensen = Werkzoekende.objects.filter(gemeente__code="9009")
    assert mensen.count() == 17
    assert werk_contact_bij(Dossier.objects.all()) == 0
    assert [fout for keten in Keten.objects.all() for fout in controleer(keten)] == []
    assert not any(g.has_usable_password() for g in Gebruiker.objects.all())
