"""The picture of a person as a time series of statements. Nothing is overwritten."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.modellen import AlleenToevoegen
from werklandschap.kern.dossiers.models import Dossier


class Meting(AlleenToevoegen):
    """One use of an instrument of diagnosis: name, version and date; its results are statements."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="metingen")
    instrument = models.CharField(_("instrument"), max_length=40)
    naam = models.CharField(_("naam"), max_length=120, blank=True)
    versie_instrument = models.CharField(_("versie"), max_length=40, blank=True)
    afgenomen_op = models.DateField(_("afgenomen op"))
    geldig_tot = models.DateField(_("geldig tot"), null=True, blank=True)
    herzien_op = models.DateField(_("opnieuw bekijken op"), null=True, blank=True)
    toelichting = models.TextField(_("toelichting"), blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    vastgelegd_op = models.DateTimeField(default=timezone.now, editable=False)
    # A correction: the one it stands in for stays, but counts no more.
    vervangt = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="vervangen_door")

    class Meta:
        verbose_name = _("meting")
        verbose_name_plural = _("metingen")
        ordering = ("-afgenomen_op", "-id")

    def __str__(self) -> str:
        return f"{self.instrument} {self.afgenomen_op}"

    @property
    def is_verlopen(self) -> bool:
        """Past the date until which the result says something."""
        return self.geldig_tot is not None and self.geldig_tot < timezone.localdate()


class Waarneming(AlleenToevoegen):
    """One statement about one aspect: value, urgency, source, who, observed on, recorded on, what it replaces.

    `waarde` is a whole number for scales (1–5) and yes/no (0/1), a choice code, or text. "niet_besproken" is a value:
    no domain is ever forced.
    """

    class Bron(models.TextChoices):
        KLANT = "klant", _("Klant")
        PROFESSIONAL = "professional", _("Professional")
        TEST = "test", _("Test")
        WERKGEVER = "werkgever", _("Werkgever")
        PARTNER = "partner", _("Partner")
        INVOER = "invoer", _("Ander systeem")

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="waarnemingen")
    aspect = models.CharField(_("aspect"), max_length=50)
    waarde: Any = models.JSONField(_("waarde"))
    toelichting = models.CharField(_("toelichting"), max_length=500, blank=True)
    urgentie = models.PositiveSmallIntegerField(
        _("hoe dringend"),
        null=True,
        blank=True,
        choices=[(0, _("niet dringend")), (1, _("kan wachten")), (2, _("binnenkort")), (3, _("nu"))],
        validators=[MaxValueValidator(3)],
    )
    bron = models.CharField(_("bron"), max_length=12, choices=Bron)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    waargenomen_op = models.DateField(_("gezien of gehoord op"))
    vastgelegd_op = models.DateTimeField(default=timezone.now, editable=False)
    vervangt = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="vervangen_door")
    meting = models.ForeignKey(Meting, models.PROTECT, null=True, blank=True, related_name="waarnemingen")

    class Meta:
        verbose_name = _("waarneming")
        verbose_name_plural = _("waarnemingen")
        ordering = ("-waargenomen_op", "-id")
        indexes = [models.Index(fields=("dossier", "aspect", "-waargenomen_op"))]

    def __str__(self) -> str:
        return f"{self.aspect} {self.waargenomen_op}"
