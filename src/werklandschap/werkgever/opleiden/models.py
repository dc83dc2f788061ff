"""Who of a company followed which training, until when it holds, and sector plans."""

from __future__ import annotations

from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.organisaties.models import Regio
from werklandschap.kern.relaties.models import Werkgever

SLUIT_GAUW = timedelta(days=60)


class Trainingsdeelname(models.Model):
    """Somebody of the company and a training; without `behaald_op` it is still to come."""

    werkgever = models.ForeignKey(Werkgever, models.CASCADE, related_name="trainingen")
    training = models.CharField(_("training"), max_length=40)
    naam = models.CharField(_("wie"), max_length=120)
    gepland_op = models.DateField(_("gepland op"), null=True, blank=True)
    behaald_op = models.DateField(_("behaald op"), null=True, blank=True)
    geldig_tot = models.DateField(_("geldig tot en met"), null=True, blank=True)

    class Meta:
        verbose_name = _("training")
        verbose_name_plural = _("trainingen")
        ordering = ("geldig_tot", "training", "naam", "id")

    def __str__(self) -> str:
        return f"{self.training}: {self.naam}"

    @property
    def is_verlopen(self) -> bool:
        """Held once, and no longer."""
        return self.geldig_tot is not None and self.geldig_tot < timezone.localdate()


class Sectorplan(models.Model):
    """A plan, subsidy or fund that pays for training; without `sector` for every company."""

    class Soort(models.TextChoices):
        SECTORPLAN = "sectorplan", _("Sectorplan")
        SUBSIDIE = "subsidie", _("Subsidie")
        FONDS = "fonds", _("Opleidingsfonds")

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="sectorplannen")
    soort = models.CharField(_("wat is het"), max_length=12, choices=Soort, default=Soort.SECTORPLAN)
    sector = models.CharField(_("sector"), max_length=30, blank=True)
    naam = models.CharField(_("naam"), max_length=200)
    uitleg = models.TextField(_("wat kan een bedrijf ermee"))
    website = models.URLField(_("website"), blank=True)
    tot = models.DateField(_("loopt tot en met"), null=True, blank=True)

    class Meta:
        verbose_name = _("sectorplan")
        verbose_name_plural = _("sectorplannen")
        ordering = (models.F("tot").asc(nulls_last=True), "naam", "id")
        constraints = [models.UniqueConstraint(fields=("regio", "naam"), name="sectorplan_uniek")]

    def __str__(self) -> str:
        return self.naam

    @property
    def is_gesloten(self) -> bool:
        """The closing date has passed."""
        return self.tot is not None and self.tot < timezone.localdate()

    @property
    def sluit_gauw(self) -> bool:
        """Closes within two months: who wants it must act now."""
        return self.tot is not None and not self.is_gesloten and self.tot <= timezone.localdate() + SLUIT_GAUW
