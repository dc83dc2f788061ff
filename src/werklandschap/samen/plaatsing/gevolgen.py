"""What another value of a parameter would do to placements, counted for the administrator who is about to choose."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.samen.plaatsing.besluiten import eerste_jaar
from werklandschap.samen.plaatsing.models import Besluit, Plaatsing

TERUG = timedelta(days=365)


def vier_ogen(gemeente: Gemeente, oud: int, nieuw: int) -> str:
    """How many decisions of the past year would have asked a second colleague."""
    sinds = timezone.now() - TERUG
    besluiten = Besluit.objects.filter(plaatsing__dossier__gemeente=gemeente, op__gte=sinds)
    bedragen = [bedrag for bedrag in map(eerste_jaar, besluiten) if bedrag > 0]
    aantallen = [sum(bedrag >= grens for bedrag in bedragen) for grens in (oud, nieuw)]
    zin = _(
        "Bij {aantal} besluiten met een bedrag in het afgelopen jaar keek {aantal_oud} keer een tweede collega mee. "
        "Met de nieuwe grens was dat {aantal_nieuw} keer."
    )
    return zin.format(aantal=len(bedragen), aantal_oud=aantallen[0], aantal_nieuw=aantallen[1])


def proefplaatsing(gemeente: Gemeente, oud: int, nieuw: int) -> str:
    """How many trials are running: they keep their end."""
    lopend = Plaatsing.objects.lopend().filter(dossier__gemeente=gemeente, soort=Plaatsing.Soort.PROEFPLAATSING)
    zin = _("Er lopen nu {aantal} proefplaatsingen. Die houden hun einddatum.")
    return zin.format(aantal=lopend.count())
