"""Access for residents without an e-mail address."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.dossiers.models import Dossier, Werkzoekende

MEESTE_POGINGEN = 5


class ToegangscodeQuerySet(models.QuerySet["Toegangscode"]):
    def open(self) -> ToegangscodeQuerySet:
        """Those that still work: not used, withdrawn, blocked or past their end, of open dossiers."""
        return self.filter(
            gebruikt_op__isnull=True,
            ingetrokken_op__isnull=True,
            pogingen__lt=MEESTE_POGINGEN,
            verloopt_op__gt=timezone.now(),
            werkzoekende__dossier__status=Dossier.Status.OPEN,
        )


class Toegangscode(models.Model):
    """A code on paper to open /mijn/ with, once; only its keyed hash is kept. `pogingen` counts wrong birth dates."""

    werkzoekende = models.ForeignKey(Werkzoekende, models.CASCADE, related_name="toegangscodes")
    hash = models.CharField(max_length=64, unique=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    gemaakt_op = models.DateTimeField(default=timezone.now)
    verloopt_op = models.DateTimeField()
    gebruikt_op = models.DateTimeField(null=True, blank=True)
    ingetrokken_op = models.DateTimeField(null=True, blank=True)
    pogingen = models.PositiveSmallIntegerField(default=0)

    objects = ToegangscodeQuerySet.as_manager()

    class Meta:
        verbose_name = _("code op papier")
        ordering = ("-gemaakt_op", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=("werkzoekende",),
                condition=models.Q(gebruikt_op__isnull=True, ingetrokken_op__isnull=True),
                name="een_open_toegangscode_per_persoon",
            )
        ]

    def __str__(self) -> str:
        return f"{self.gemaakt_op:%Y-%m-%d}"
