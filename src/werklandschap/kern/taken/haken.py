"""What this room shows elsewhere: open tasks in a colleague's own calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from werklandschap.kern.basis.haken import Afspraak, agendabronnen
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.toegang.models import Gebruiker


def agenda(gebruiker: Gebruiker, van: datetime, tot: datetime) -> Iterator[Afspraak]:
    """Open tasks on their day. The title may hold a name that somebody typed, so it counts as one."""
    rijen = Taak.objects.open().filter(eigenaar=gebruiker, voor_op__range=(van.date(), tot.date()))
    for rij in rijen:
        yield Afspraak(
            code=f"taak-{rij.pk}",
            begin=rij.voor_op,
            titel=_("Taak"),
            naam=rij.titel,
            bron=rij.bron,
            is_taak=True,
            url=rij.url or reverse("taken:lijst"),
        )


agendabronnen.registreer("taken", agenda)
