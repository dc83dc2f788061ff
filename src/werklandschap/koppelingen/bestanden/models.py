"""What is kept for ever about what is gone."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.organisaties.models import Gemeente


class Vernietiging(models.Model):
    """The record of a destruction (selectielijst 19.1.18): which dossier, on what ground, when. Never whose."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="vernietigingen")
    dossier_nummer = models.PositiveIntegerField(_("dossier"))
    termijn = models.CharField(_("bewaartermijn"), max_length=60)
    regel = models.CharField(_("bron van de termijn"), max_length=200)
    gesloten_op = models.DateField(_("gesloten op"))
    op = models.DateTimeField(_("vernietigd op"), default=timezone.now)

    class Meta:
        verbose_name = _("vernietiging")
        ordering = ("-op", "-pk")

    def __str__(self) -> str:
        return f"{self.dossier_nummer}: {self.regel}"
