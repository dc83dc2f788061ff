"""Whom we showed to which party: the number a party holds instead of a name."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.dossiers.models import Dossier


class Vumverwijzing(models.Model):
    """One person in the answer to one question. Its number leads nowhere for another party, or after a day."""

    vum_id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    vraag = models.UUIDField(db_index=True)
    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="vumverwijzingen")
    partij = models.CharField(_("partij (OIN)"), max_length=20)
    op = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        verbose_name = _("antwoord aan het VUM-netwerk")
        verbose_name_plural = _("antwoorden aan het VUM-netwerk")

    def __str__(self) -> str:
        return f"{self.partij} {self.op:%Y-%m-%d}"
