"""The worklist of a tile: people of the own caseload who are on it now."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypedDict

from django.db.models import F, QuerySet

from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.toegang.models import Gebruiker

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

HOOGUIT = 25


class Sinds(TypedDict):
    """What `dossiers_op_tegel` adds to a dossier."""

    sinds: date


def dossiers_op_tegel(gebruiker: Gebruiker, slug: str) -> QuerySet[WithAnnotations[Dossier, Sinds]]:
    """Open dossiers of this colleague with a running visit on the tile, longest there first, with `sinds` (a date)."""
    return (
        Dossier.objects.voor(gebruiker)
        .lopend()
        .van(gebruiker)
        .filter(keten__bezoeken__tegel=slug, keten__bezoeken__tot__isnull=True)
        .select_related("werkzoekende")
        .annotate(sinds=F("keten__bezoeken__van"))
        .order_by("sinds", "pk")
    )
