"""What administrators changed, as one chain per municipality."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.tijdlijn.models import Beheerketen, Gebeurtenis, Keten
from werklandschap.kern.toegang.models import Gebruiker


def schrijf(*, gemeente: Gemeente, soort: str, door: Gebruiker | None, gegevens: dict[str, Any]) -> None:
    """Add one event to the municipality's chain, which is made with the first one."""
    rij = Beheerketen.objects.select_related("keten").filter(gemeente=gemeente).first()
    if rij is None:
        rij, _nieuw = Beheerketen.objects.get_or_create(
            gemeente=gemeente, defaults={"keten": Keten.objects.create(soort=Keten.Soort.BEHEER)}
        )
    leg_vast(keten=rij.keten, soort=soort, door=door, gegevens=gegevens)


def beheerlog_van(gemeente: Gemeente) -> QuerySet[Gebeurtenis]:
    """Every change in this municipality, newest first."""
    return (
        Gebeurtenis.objects.filter(keten__beheer__gemeente=gemeente).select_related("door").order_by("-tijd", "-nummer")
    )
