"""Who would stand on the first page for every open job today: to count groups for equal chances, never to show."""

from __future__ import annotations

from django.utils import timezone

from werklandschap.kern.basis.samenlezen import lees_samen
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.profielen.index import zoekindex
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.profielen.omzetting import naar_werkprofiel
from werklandschap.kern.profielen.queries import eisrijen

PER_LIJST = 25
HOOGUIT = 200


def lijsten_nu(gemeente: Gemeente) -> list[list[str]]:
    """Ids of people of this municipality, best first, for each of at most 200 open jobs of the region, newest first."""
    vandaag = timezone.localdate()
    open_ = Werkprofiel.objects.zoekbaar().filter(gemeente__regio=gemeente.regio_id).exclude(einde__lt=vandaag)
    profielen = list(open_.select_related("vestiging").order_by("-pk")[:HOOGUIT])
    lees_samen(eisrijen(profielen))
    index = zoekindex(gemeente.pk).index
    gevonden = index.zoek_alle((naar_werkprofiel(profiel) for profiel in profielen), PER_LIJST, vandaag)
    return [[treffer.kandidaat for treffer in treffers] for _werkprofiel, treffers in gevonden]
