"""What the provider answered, for the administrator. No number, no text, no person."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.modellen import AlleenToevoegen
from werklandschap.kern.organisaties.models import Gemeente


class Smspoging(AlleenToevoegen):
    """One time that a message was offered; `kenmerk` names the message, `uitleg` says what went wrong."""

    gemeente = models.ForeignKey(Gemeente, models.CASCADE, related_name="smspogingen")
    op = models.DateTimeField(default=timezone.now)
    kenmerk = models.CharField(max_length=60)
    gelukt = models.BooleanField()
    tijdelijk = models.BooleanField(default=False)
    uitleg = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name = _("poging om een sms te versturen")
        ordering = ("-op", "-pk")
        indexes = [models.Index(fields=("gemeente", "op"))]

    def __str__(self) -> str:
        return self.kenmerk
