"""Which employers use an instrument by way of a placement."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import Q
from django.utils import timezone

from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.samen.plaatsing.models import Besluit, Plaatsing


def afgesproken_bij(gemeente: Gemeente, codes: Collection[str], sinds: date) -> set[int]:
    """Employers of this municipality with a decision on one of these instruments that held on a day since `sinds`."""
    liep = Q(plaatsing__status=Plaatsing.Status.LOOPT) | Q(plaatsing__geeindigd_op__gte=sinds)
    rijen = Besluit.objects.vastgesteld().filter(
        liep,
        Q(tot__isnull=True) | Q(tot__gte=sinds),
        Q(vervallen_op__isnull=True) | Q(vervallen_op__date__gte=sinds),
        instrument__in=codes,
        van__lte=timezone.localdate(),
        plaatsing__werkprofiel__werkgever__gemeente=gemeente,
    )
    return set(rijen.values_list("plaatsing__werkprofiel__werkgever", flat=True))
