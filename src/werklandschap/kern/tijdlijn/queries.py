"""Reads over chains and visits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from werklandschap.kern.tijdlijn.models import Gebeurtenis, Keten
from werklandschap.kern.tijdlijn.soorten import SOORTEN, lees_titel, lees_zin


@dataclass(frozen=True)
class Regel:
    """One line of a time line, ready to show."""

    tijd: datetime
    titel: str
    zin: str
    wie: str
    soort: str


def ketens_van(keten: UUID) -> QuerySet[Keten]:
    """A chain and those of records merged into it."""
    return Keten.objects.filter(Q(pk=keten) | Q(verder_in=keten))


def gebeurtenissen_van(keten: Keten, *, voor_betrokkene: bool = False) -> QuerySet[Gebeurtenis]:
    """All events of a record, those of records merged into it included; newest first."""
    rijen = Gebeurtenis.objects.filter(keten__in=ketens_van(keten.pk)).select_related("door")
    if voor_betrokkene:
        rijen = rijen.filter(soort__in=[s.code for s in SOORTEN.values() if s.voor_betrokkene])
    return rijen.order_by("-tijd", "-nummer")


def regels(gebeurtenissen: Iterable[Gebeurtenis], *, voor_betrokkene: bool = False) -> list[Regel]:
    """Events as sentences, for a professional or in the words for whom it is about."""
    return [
        Regel(
            tijd=g.tijd,
            titel=lees_titel(g.soort, voor_betrokkene=voor_betrokkene),
            zin=lees_zin(g.soort, g.gegevens, voor_betrokkene=voor_betrokkene),
            wie=g.door.naam if g.door else g.namens,
            soort=g.soort,
        )
        for g in gebeurtenissen
    ]


def tegelstatus(keten: Keten) -> dict[str, str]:
    """{slug: "nu" | "geweest"} for the small landscape."""
    status: dict[str, str] = {}
    for bezoek in keten.bezoeken.all():
        nu = bezoek.tot is None or status.get(bezoek.tegel) == "nu"
        status[bezoek.tegel] = "nu" if nu else "geweest"
    return status
