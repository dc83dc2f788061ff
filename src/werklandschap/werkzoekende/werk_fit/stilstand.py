"""Noticing that nobody takes a step: people on this tile without one for some weeks become a task."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.organisaties.instellingen import instelling
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.taken.actions import maak_taak, sluit_taken_van
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.models import Gebeurtenis, Tegelbezoek
from werklandschap.werkzoekende.werk_fit.actions import TEGEL

STAPPEN = ("stap.afgesproken", "stap.gedaan", "oefening.gedaan")
BRON = "stilstand:"


def zonder_stap(gemeente: Gemeente, weken: int) -> QuerySet[Dossier]:
    """Open dossiers on this tile for so many weeks in which no step was agreed, taken or practised for as long."""
    grens = timezone.now() - timedelta(weeks=weken)
    op_tegel = Tegelbezoek.objects.filter(
        keten=OuterRef("keten"), kant=TEGEL[0], tegel=TEGEL[1], tot__isnull=True, van__lte=timezone.localdate(grens)
    )
    gezet = Gebeurtenis.objects.filter(keten=OuterRef("keten"), soort__in=STAPPEN, tijd__gte=grens)
    rijen = Dossier.objects.filter(gemeente=gemeente, status=Dossier.Status.OPEN)
    return rijen.filter(Exists(op_tegel), ~Exists(gezet)).select_related("keten", "gemeente", "verantwoordelijke")


def signaleer() -> str:
    """A task for every dossier that stands still, once; tasks of those that move again go."""
    nieuw = 0
    stil: set[str] = set()
    for gemeente in Gemeente.objects.order_by("pk"):
        weken = instelling(gemeente, "stilstand_weken")
        dossiers = list(zonder_stap(gemeente, weken).order_by("pk"))
        stil |= {f"{BRON}{dossier.pk}" for dossier in dossiers}
        open_ = set(Taak.objects.filter(bron__startswith=BRON, status=Taak.Status.OPEN).values_list("bron", flat=True))
        for dossier in dossiers:
            if f"{BRON}{dossier.pk}" not in open_:
                _maak(dossier, weken)
                nieuw += 1
    weg = Taak.objects.filter(bron__startswith=BRON, status=Taak.Status.OPEN).exclude(bron__in=stil)
    voorbij = sum(sluit_taken_van(bron=bron, door=None) for bron in weg.values_list("bron", flat=True))
    return f"{nieuw} mensen zonder stap, {voorbij} weer verder"


def _maak(dossier: Dossier, weken: int) -> None:
    maak_taak(
        gemeente=dossier.gemeente,
        eigenaar=dossier.verantwoordelijke,
        titel=_("Al {weken} weken geen stap. Kan de volgende stap kleiner?").format(weken=weken),
        voor_op=timezone.localdate(),
        door=None,
        keten=dossier.keten,
        bron=f"{BRON}{dossier.pk}",
        tegel=TEGEL,
        url=reverse("werkzoekende_werk_fit:werk_fit", args=[dossier.pk]),
    )
