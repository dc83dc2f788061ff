"""Quick small help, and the check of provisions."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.modellen import AlleenToevoegen, MetVersie
from werklandschap.kern.dossiers.models import Dossier


class Snellehulp(MetVersie):
    """A practical obstacle solved quickly: asked for, decided by somebody with the right, arranged."""

    class Status(models.TextChoices):
        GEVRAAGD = "gevraagd", _("Gevraagd")
        AKKOORD = "akkoord", _("Akkoord, nog regelen")
        GEREGELD = "geregeld", _("Geregeld")
        AFGEWEZEN = "afgewezen", _("Afgewezen")

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="snelle_hulp")
    wat = models.CharField(_("wat is er nodig"), max_length=150)
    waarom = models.CharField(_("waarom helpt dit nu"), max_length=300, blank=True)
    bedrag = models.DecimalField(_("bedrag in euro"), max_digits=8, decimal_places=2, default=0)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.GEVRAAGD)
    gevraagd_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    gevraagd_op = models.DateTimeField(default=timezone.now, editable=False)
    besloten_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    besloten_op = models.DateTimeField(null=True, blank=True, editable=False)
    besluit = models.CharField(_("toelichting op het besluit"), max_length=300, blank=True)
    geregeld_op = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("snelle hulp")
        verbose_name_plural = _("snelle hulp")
        ordering = ("-gevraagd_op", "-id")
        constraints = [models.CheckConstraint(name="snelle_hulp_niet_negatief", condition=models.Q(bedrag__gte=0))]

    def __str__(self) -> str:
        return self.wat


class Voorzieningencheck(AlleenToevoegen):
    """One check of what somebody may be entitled to: the answers given and the hints that followed."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="voorzieningenchecks")
    # {question: true | false}; skipped questions are left out.
    antwoorden: Any = models.JSONField(default=dict)
    # {provision: kansrijk | vraag_na | niet}
    uitkomsten: Any = models.JSONField(default=dict)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    op = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("voorzieningencheck")
        ordering = ("-op", "-id")

    def __str__(self) -> str:
        return f"{self.op:%Y-%m-%d}"
