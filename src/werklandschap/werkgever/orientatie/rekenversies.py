"""What holds on a day: the municipality's own version, else that of its region, else the example of the product."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from werklandschap.kern.basis.beheerlog import leg_beheer_vast
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.opmaak import datum
from werklandschap.werkgever.orientatie.models import Rekenversie


@dataclass(frozen=True)
class Versies:
    """All versions of a municipality and its region, in order of their day."""

    rijen: tuple[Rekenversie, ...]

    def op(self, dag: date) -> Rekenversie | None:
        """The version that holds on a day; None for what the product comes with."""
        geldig = [rij for rij in self.rijen if rij.vanaf <= dag]
        eigen = _laatste(rij for rij in geldig if rij.gemeente_id is not None)
        if eigen is not None and eigen.waarden is not None:
            return eigen
        return _laatste(rij for rij in geldig if rij.regio_id is not None)


def _laatste(rijen: Iterable[Rekenversie]) -> Rekenversie | None:
    gevonden = list(rijen)
    return gevonden[-1] if gevonden else None


def versies_van(gemeente_id: int, soort: Rekenversie.Soort) -> Versies:
    """The versions of a municipality and of its region; one query."""
    van_wie = Q(gemeente=gemeente_id) | Q(regio__gemeenten=gemeente_id)
    return Versies(tuple(Rekenversie.objects.filter(van_wie, soort=soort).select_related("door")))


def leg_versie_vast(rij: Rekenversie, soort: str, door: Gebruiker) -> None:
    """In the log of every municipality for which the version counts."""
    gegevens = {"vanaf": datum(rij.vanaf), "bron": rij.bron}
    for gemeente in Gemeente.objects.filter(Q(pk=rij.gemeente_id) | Q(regio=rij.regio_id, regio__isnull=False)):
        leg_beheer_vast(gemeente=gemeente, soort=soort, door=door, gegevens=gegevens)
