"""Templates: data of the product, or the municipality's own words, in the form that fits the person."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils import timezone

from werklandschap.kern.basis.catalogus import lees_catalogus, vind
from werklandschap.kern.berichten.models import Brieftekst
from werklandschap.kern.dossiers.leesniveau import niveau_van
from werklandschap.kern.dossiers.models import Dossier, Werkzoekende
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.opmaak import datum

BESTAND = Path(__file__).resolve().parent / "data" / "brieven.yaml"
LAAG = frozenset({"A1", "A2"})
NEDERLANDS = ("A2", "B1")
WOORD = re.compile(r"\{(\w+)\}")
OPEN_PLEK = re.compile(r"\[[^\]\n]{1,80}\]")
# What may be filled in; `wanneer` and `waar` only where an appointment is known.
WOORDEN = ("naam", "gemeente", "afzender", "telefoon", "email", "vandaag", "wanneer", "waar")
ZELF_INVULLEN = {"wanneer": "[dag en tijd]", "waar": "[plek]"}


@dataclass(frozen=True)
class Sjabloon:
    """A template with its forms: {"B1": {"onderwerp", "tekst"}, …}."""

    code: str
    naam: str
    vormen: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Voorzet:
    """A message to start from; `vorm` is the level or language it is written in."""

    vorm: str
    onderwerp: str
    tekst: str

    @property
    def is_nederlands(self) -> bool:
        """Only Dutch can be measured."""
        return self.vorm in NEDERLANDS


def sjablonen() -> tuple[Sjabloon, ...]:
    """All templates."""
    return lees_catalogus(BESTAND, Sjabloon)


def sjabloon_met(code: str) -> Sjabloon | None:
    """The template with this code."""
    return vind(sjablonen(), code)


def vorm_voor(persoon: Werkzoekende, sjabloon: Sjabloon) -> str:
    """The language of contact where the template speaks it, else the level of Dutch."""
    if persoon.contacttaal != "nld" and persoon.contacttaal in sjabloon.vormen:
        return persoon.contacttaal
    return "A2" if niveau_van(persoon).niveau in LAAG else "B1"


def woorden_van(gemeente: Gemeente, sjabloon: Sjabloon, vorm: str) -> tuple[str, str]:
    """(subject, text) with open places: the municipality's own, else the product's."""
    eigen = Brieftekst.objects.filter(gemeente=gemeente, code=sjabloon.code, vorm=vorm).first()
    if eigen is not None:
        return eigen.onderwerp, eigen.tekst
    return sjabloon.vormen[vorm]["onderwerp"], sjabloon.vormen[vorm]["tekst"]


def voorzet(dossier: Dossier, sjabloon: Sjabloon, door: Gebruiker | None, feiten: Mapping[str, str]) -> Voorzet:
    """The template filled with what is known; `feiten` are `wanneer` and `waar` of an appointment."""
    vorm = vorm_voor(dossier.werkzoekende, sjabloon)
    onderwerp, tekst = woorden_van(dossier.gemeente, sjabloon, vorm)
    bekend = _bekend(dossier, door) | dict(feiten)
    return Voorzet(vorm, vul(onderwerp, bekend), vul(tekst, bekend).strip())


def _bekend(dossier: Dossier, door: Gebruiker | None) -> dict[str, str]:
    afzender: Any = door or dossier.verantwoordelijke
    return {
        "naam": dossier.werkzoekende.aanspreeknaam,
        "gemeente": dossier.gemeente.naam,
        "afzender": afzender.naam if afzender else dossier.gemeente.naam,
        "telefoon": (afzender.telefoon if afzender else "") or dossier.gemeente.telefoon,
        "email": afzender.email if afzender else dossier.gemeente.email,
        "vandaag": datum(timezone.localdate()),
    }


def vul(tekst: str, bekend: Mapping[str, str]) -> str:
    """Fill the words in; what is not known becomes a place to fill in by hand, a line of only that drops out."""

    def woord(plek: re.Match[str]) -> str:
        naam = plek[1]
        return bekend.get(naam) or ZELF_INVULLEN.get(naam, "")

    regels = []
    for regel in tekst.split("\n"):
        gevuld = WOORD.sub(woord, regel)
        if gevuld.strip() or not regel.strip():
            regels.append(gevuld.rstrip())
    return "\n".join(regels)


def onbekende_woorden(tekst: str) -> list[str]:
    """Words between braces that nothing fills, in order."""
    return [naam for naam in WOORD.findall(tekst) if naam not in WOORDEN]


def open_plekken(tekst: str) -> list[str]:
    """Places the writer still has to fill in: "[dag en tijd]"."""
    return OPEN_PLEK.findall(tekst)
