"""Notes whose profile changed, in the transaction of the change, so that a search finds it at once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from django.utils import timezone

from werklandschap.kern.dossiers.models import Dossier, Werkzoekende
from werklandschap.kern.profielen.models import (
    Certificaat,
    Competentieregel,
    Kandidaatgegevens,
    Kandidaatwijziging,
    Taalbeheersing,
)

BEWAARD = timedelta(days=7)
OPRUIMEN_PER = 500


def meld_wijzigingen(mensen: Iterable[UUID]) -> None:
    """Note changes that no signal tells of: `QuerySet.update` and other writes in bulk."""
    Kandidaatwijziging.objects.bulk_create(Kandidaatwijziging(werkzoekende_id=wie) for wie in mensen)


def _noteer(sender: type[Model], instance: Any, raw: bool = False, **kwargs: Any) -> None:
    if raw:
        return
    wie = instance.pk if isinstance(instance, Werkzoekende) else instance.werkzoekende_id
    regel = Kandidaatwijziging.objects.create(werkzoekende_id=wie)
    if regel.pk % OPRUIMEN_PER == 0:
        Kandidaatwijziging.objects.filter(tijd__lt=timezone.now() - BEWAARD).delete()


for _model in (Werkzoekende, Dossier, Kandidaatgegevens, Competentieregel, Certificaat, Taalbeheersing):
    post_save.connect(_noteer, sender=_model, dispatch_uid=f"kandidaatwijziging-{_model.__name__}")
    post_delete.connect(_noteer, sender=_model, dispatch_uid=f"kandidaatwijziging-weg-{_model.__name__}")
