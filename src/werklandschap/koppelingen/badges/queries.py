"""Competences that may belong to a badge."""

from __future__ import annotations

from werklandschap.competenties.models import Competentie
from werklandschap.competenties.queries import zoek_competenties
from werklandschap.kern.profielen.suggesties import Suggestie, lees
from werklandschap.koppelingen.badges.models import Badge

GEZOCHT = 10


def voorstellen(badge: Badge, zoek: str = "") -> list[Suggestie]:
    """What the badge refers to by address, what its text says, and what somebody searched for; each once."""
    uit = [_suggestie(c) for c in Competentie.objects.filter(uri__in=badge.verwijzingen, actief=True)]
    tekst = f"{badge.naam}.\n{badge.omschrijving}\n{badge.criteria}"
    uit += [suggestie for suggestie in lees(tekst) if suggestie.soort == "competentie"]
    if zoek.strip():
        uit += [_suggestie(c, zeker=False) for c in zoek_competenties(zoek, hoogstens=GEZOCHT)]
    return list({suggestie.code: suggestie for suggestie in reversed(uit)}.values())[::-1]


def _suggestie(competentie: Competentie, *, zeker: bool = True) -> Suggestie:
    return Suggestie("competentie", competentie.code, competentie.naam, "", zeker, None)
