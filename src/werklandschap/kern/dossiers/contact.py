"""When a person was last seen or spoken to, kept with the dossier.

The events in the chain decide; rooms that hold such events name them here. What is kept follows each event in its own
transaction, and the daily round compares it with the chains.
"""

from __future__ import annotations

from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.signals import post_save
from django.utils.translation import gettext as _

from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.tijdlijn.models import Gebeurtenis

_soorten: set[str] = {"dossier.gemaakt"}


def telt_als_contact(*soorten: str) -> None:
    """Kinds of events (`gesprek.gehouden`) after which somebody counts as seen; called while Django starts."""
    _soorten.update(soorten)


def contactsoorten() -> frozenset[str]:
    """All kinds that count."""
    return frozenset(_soorten)


def werk_contact_bij(dossiers: QuerySet[Dossier]) -> int:
    """Read the last contact of these dossiers from their chains again, as after writing events in bulk.

    Returns how many were different.
    """
    contact = Gebeurtenis.objects.filter(keten=OuterRef("keten"), soort__in=contactsoorten()).order_by("-tijd")
    laatste = Subquery(contact.values("tijd")[:1])
    rijen = dossiers.order_by().annotate(uit_keten=laatste).values_list("pk", "laatste_contact", "uit_keten")
    anders = [nummer for nummer, bewaard, uit_keten in rijen if bewaard != uit_keten]
    if anders:
        Dossier.objects.filter(pk__in=anders).update(laatste_contact=laatste)
    return len(anders)


def vergelijk_contact() -> str:
    """The daily look at all of them."""
    return _("{aantal} keer laatst gezien verbeterd").format(aantal=werk_contact_bij(Dossier.objects.all()))


def _noteer(sender: type[Gebeurtenis], instance: Gebeurtenis, created: bool, raw: bool = False, **kwargs: Any) -> None:
    if created and not raw and instance.soort in _soorten:
        Dossier.objects.filter(keten=instance.keten_id).update(laatste_contact=instance.tijd)


post_save.connect(_noteer, sender=Gebeurtenis, dispatch_uid="dossier-laatste-contact")
