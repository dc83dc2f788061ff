"""Which employers use an instrument, or did: rooms add where they know that from."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date

from django.db.models import Q

from werklandschap.kern.basis.haken import Register
from werklandschap.kern.instrumenten.models import Inzet
from werklandschap.kern.organisaties.models import Gemeente

# functie(gemeente, codes, sinds) -> numbers of employers of this municipality that used one of these since that day
gebruiksbronnen: Register[Callable[[Gemeente, Collection[str], date], set[int]]] = Register()


def werkgevers_met(gemeente: Gemeente, codes: Collection[str], sinds: date) -> set[int]:
    """Numbers of employers that use one of these instruments, or did on a day since `sinds`."""
    return set().union(*(bron(gemeente, codes, sinds) for bron in gebruiksbronnen.alle()))


def ingezet_bij(gemeente: Gemeente, codes: Collection[str], sinds: date) -> set[int]:
    """Instruments put to use for an employer itself."""
    rijen = Inzet.objects.filter(
        Q(tot__isnull=True) | Q(tot__gte=sinds), keten__werkgever__gemeente=gemeente, instrument__in=codes
    )
    rijen = rijen.exclude(status=Inzet.Status.GEPLAND)
    # What stopped without a last day says nothing about today.
    rijen = rijen.exclude(status__in=(Inzet.Status.KLAAR, Inzet.Status.GESTOPT), tot__isnull=True)
    return set(rijen.values_list("keten__werkgever", flat=True))


gebruiksbronnen.registreer("instrumenten", ingezet_bij)
