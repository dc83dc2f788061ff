"""What a process of its own does in the tests of the shared index: commands in and answers out, through a pipe.

Loaded once by the server that forks these processes (`indexserver`), so that starting one takes no time.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import django
from django.apps import apps

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "werklandschap.project.settings")
if not apps.ready:
    django.setup()

from django.conf import settings
from django.db import connection, transaction
from tests.fabrieken import (
    Competentieregelfabriek,
    Dossierfabriek,
    Eisfabriek,
    Gemeentefabriek,
    Kandidaatgegevensfabriek,
    Werkprofielfabriek,
)

from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.profielen import index, indexbestanden, indexwerk
from werklandschap.kern.profielen.models import Competentieregel, Kandidaatgegevens, Werkprofiel
from werklandschap.kern.profielen.omzetting import naar_werkprofiel
from werklandschap.matching import opslag
from werklandschap.project.tabellen import werk_tabellen_bij


def zet_klaar() -> None:
    """The tables of an empty database."""
    werk_tabellen_bij()


def vul(aantal: int) -> list[str]:
    """People of one municipality with level 1 of the competence one job asks."""
    eis = Eisfabriek(werkprofiel=Werkprofielfabriek(), niveau=5)
    return [_mens(eis.competentie) for _nummer in range(aantal)]


def erbij() -> str:
    """One more, with level 5."""
    return _mens(Werkprofiel.objects.get().eisen.get().competentie, 5)


def _mens(competentie: Any, niveau: int = 1) -> str:
    mens = Dossierfabriek(werkzoekende__gemeente=Gemeentefabriek()).werkzoekende
    Kandidaatgegevensfabriek(werkzoekende=mens)
    Competentieregelfabriek(werkzoekende=mens, competentie=competentie, niveau=niveau)
    return str(mens.pk)


def niveau(wie: str, hoe: int) -> None:
    """Somebody's competence changes."""
    regel = Competentieregel.objects.get(werkzoekende_id=wie)
    regel.niveau = hoe
    regel.save()


def zoekt_niet(wie: str) -> None:
    """Somebody does not want to be found any more."""
    with transaction.atomic():
        Kandidaatgegevens.objects.get(werkzoekende_id=wie).wijzig(verwacht=None, wil_bemiddeld=False)


def sluit(wie: str) -> None:
    """Somebody's dossier is closed."""
    with transaction.atomic():
        Dossier.objects.get(werkzoekende_id=wie).wijzig(verwacht=None, status=Dossier.Status.GESLOTEN)


def zoek() -> dict[str, Any]:
    """Who is found, best first, the version of the index, and whether its arrays lie in a file."""
    stand = index.zoekindex(Gemeente.objects.get().pk)
    treffers = stand.index.zoek(naar_werkprofiel(Werkprofiel.objects.get()), len(stand.index))
    with open(f"/proc/{os.getpid()}/maps", encoding="utf-8") as kaart:
        gedeeld = stand.versie in kaart.read()
    return {"wie": [treffer.kandidaat for treffer in treffers], "versie": stand.versie, "gedeeld": gedeeld}


def vouw_in() -> bool:
    """Make a new file."""
    return index.vouw_in(Gemeente.objects.get().pk)


def ronde(vanaf: int) -> int:
    """What the worker does every ten minutes, with another limit."""
    index.INVOUWEN_VANAF = vanaf
    return indexwerk.maak_wat_achterloopt()


def met_formule(formule: str) -> None:
    """This process is software with another formula."""
    indexbestanden.FORMULE = formule


def vergeet_wijzigingen() -> None:
    """As when another database was put in place: the changes the index knew are not there."""
    index.Kandidaatwijziging.objects.update(tijd="2020-01-01T00:00:00+00:00")


def sterf_bij(plek: str) -> None:
    """Writing stops at a place, says so, and waits to be killed."""
    if plek == "half":
        echt, geteld = opslag._bytes, []

        def half(reeks: Any) -> memoryview:
            geteld.append(reeks)
            return wacht() if len(geteld) == 70 else echt(reeks)

        opslag._bytes = half
    else:
        opslag.os.fsync = lambda _nummer: wacht()
    vouw_in()


def wacht() -> Any:
    """Until the end."""
    PIJP[0].send("bezig")
    time.sleep(600)


PIJP: list[Connection] = []
OPDRACHTEN: dict[str, Callable[..., Any]] = {
    functie.__name__: functie
    for functie in (
        zet_klaar,
        vul,
        erbij,
        niveau,
        zoekt_niet,
        sluit,
        zoek,
        vouw_in,
        ronde,
        met_formule,
        vergeet_wijzigingen,
        sterf_bij,
    )
}


def leef(pijp: Connection, database: str, map_: Path) -> None:
    """Obey until the pipe closes; what is logged goes to a file."""
    settings.SLEUTEL_BESTAND, settings.INDEX_MAP = map_ / "sleutels.json", map_ / "index"
    connection.settings_dict["NAME"] = database
    os.dup2(os.open(map_ / "fouten", os.O_WRONLY | os.O_CREAT | os.O_APPEND), 2)
    PIJP.append(pijp)
    while True:
        try:
            naam, *waarden = pijp.recv()
        except EOFError:
            return
        pijp.send(OPDRACHTEN[naam](*waarden))
