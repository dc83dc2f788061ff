"""Who searched what, when, why, and with which rules and data: the log of searches in plain words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from werklandschap.kern.dossiers.models import Werkzoekende
from werklandschap.kern.profielen.indexbestanden import gemaakt_op
from werklandschap.kern.profielen.models import Werkprofiel, Zoekopdracht
from werklandschap.kern.toegang.models import Gebruiker

# As `index.Zoekindex.naam` and `index.Stempel.naam` write it.
_INDEX = re.compile(r"(?:i(?P<versie>\d{8}T\d{12}) )?w(?P<wijziging>\d+) t(?P<taxonomie>\d+)")


@dataclass(frozen=True)
class Zoekregel:
    """One search in words; `waarmee` tells the formula and the index so that it can be done again."""

    wie: str
    wanneer: datetime
    waarom: str
    aantal: int
    waarmee: str


def zoekvragen_bij_werk(werkprofiel: Werkprofiel, gebruiker: Gebruiker) -> QuerySet[Zoekopdracht]:
    """Searches for this job by colleagues of the own municipality, newest first."""
    return werkprofiel.zoekopdrachten.filter(door__gemeente=gebruiker.gemeente_id).select_related("door")


def zoekvragen_bij_mens(werkzoekende: Werkzoekende, gebruiker: Gebruiker) -> QuerySet[Zoekopdracht]:
    """Searches for work for this person, newest first, those of the person included."""
    return werkzoekende.zoekopdrachten.filter(werkzoekende__gemeente=gebruiker.gemeente_id).select_related("door")


def in_woorden(opdracht: Zoekopdracht) -> Zoekregel:
    """The line people read."""
    return Zoekregel(
        wie=str(opdracht.door),
        wanneer=opdracht.tijd,
        waarom=str(Zoekopdracht.Doel(opdracht.doel).label),
        aantal=opdracht.aantal,
        waarmee=f"{_formule(opdracht)} {_gegevens(opdracht.index)}".strip(),
    )


def _formule(opdracht: Zoekopdracht) -> str:
    return _("Rekenregels versie {nummer}.").format(nummer=opdracht.formule)


def _gegevens(index: str) -> str:
    gevonden = _INDEX.fullmatch(index)
    if gevonden is None:
        return ""
    delen = {"wijziging": gevonden["wijziging"], "taxonomie": gevonden["taxonomie"]}
    if gevonden["versie"] is None:
        zin = _("Uit de gegevens zelf, tot en met wijziging {wijziging}; competentielijst {taxonomie}.")
        return zin.format(**delen)
    dag = date_format(localtime(gemaakt_op(gevonden["versie"])), "j F Y H:i:s")
    zin = _("Index van {dag}, bijgewerkt tot en met wijziging {wijziging}; competentielijst {taxonomie}.")
    return zin.format(dag=dag, **delen)
