"""Which closed dossiers may go, and letting them go: data destroyed, chain and record of destruction kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db import models
from django.utils import timezone

from werklandschap.kern.dossiers.catalogi import sluitredenen
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.koppelingen.bestanden.models import Vernietiging
from werklandschap.regelingen.bewaartermijnen import standaard_termijnen

# A trajectory that was completed, or broken off, in the terms of the selectielijst.
VOLTOOID, AFGEBROKEN = "uitkering_toegekend", "afgebroken_sociaal_domein"


@dataclass(frozen=True)
class TeVernietigen:
    """A dossier whose term has passed."""

    dossier: Dossier
    termijn: str
    regel: str
    tot: date


def te_vernietigen(vandaag: date | None = None) -> Iterator[TeVernietigen]:
    """Closed dossiers past their term that were not destroyed yet."""
    dag = vandaag or timezone.localdate()
    termijnen = standaard_termijnen()
    afgebroken = {reden.code for reden in sluitredenen() if reden.soort == "afgebroken"}
    gedaan = Vernietiging.objects.values("dossier_nummer")
    gesloten = Dossier.objects.filter(status=Dossier.Status.GESLOTEN, gesloten_op__isnull=False).exclude(pk__in=gedaan)
    for dossier in gesloten.select_related("werkzoekende", "keten", "gemeente").order_by("pk"):
        assert dossier.gesloten_op is not None
        code = AFGEBROKEN if dossier.reden_sluiten in afgebroken else VOLTOOID
        tot = termijnen.bewaren_tot(code, dossier.gesloten_op)
        if tot is not None and tot <= dag:
            yield TeVernietigen(dossier, code, termijnen.termijnen[code].bron, tot)


def wis_onderliggend(rijen: models.QuerySet) -> int:
    """Delete rows and everything that hangs on them by CASCADE, deepest first; returns how many.

    Rows that only refer (SET_NULL) let go; rows that are protected stay, and so must what they point at.
    """
    aantal = 0
    for relatie in rijen.model._meta.get_fields(include_hidden=True):
        if not (relatie.auto_created and not relatie.concrete and (relatie.one_to_many or relatie.one_to_one)):
            continue
        kinderen = relatie.related_model._base_manager.filter(**{f"{relatie.field.name}__in": rijen.values("pk")})
        if relatie.on_delete is models.CASCADE:
            aantal += wis_onderliggend(kinderen)
        elif relatie.on_delete is models.SET_NULL:
            kinderen.update(**{relatie.field.name: None})
    return aantal + rijen._raw_delete(rijen.db)
