"""Instruments put to use, and what they did. The catalogue itself is data (instrumenten/data/)."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.modellen import MetVersie
from werklandschap.kern.klantbeeld.models import Waarneming
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.tijdlijn.models import Keten


class Instrumentaanpassing(MetVersie):
    """What a municipality changes in the catalogue: switched off, own name, own text, or an instrument of its own."""

    gemeente = models.ForeignKey(Gemeente, models.CASCADE, related_name="instrumentaanpassingen")
    code = models.CharField(_("code"), max_length=40)
    actief = models.BooleanField(_("gebruiken we"), default=True)
    naam = models.CharField(_("naam"), max_length=120, blank=True)
    doel = models.TextField(_("doel"), blank=True)
    aanbieder = models.CharField(_("aanbieder"), max_length=150, blank=True)
    # For an own instrument: the same keys as a row of instrumenten.yaml.
    eigen: Any = models.JSONField(default=dict, blank=True)

    class Meta:
        verbose_name = _("aanpassing van een instrument")
        constraints = [models.UniqueConstraint(fields=("gemeente", "code"), name="instrumentaanpassing_uniek")]

    def __str__(self) -> str:
        return self.code


class Inzet(MetVersie):
    """An instrument deployed for a person or an employer, with a goal and the picture at the start."""

    class Status(models.TextChoices):
        GEPLAND = "gepland", _("Gepland")
        LOOPT = "loopt", _("Loopt")
        KLAAR = "klaar", _("Klaar")
        GESTOPT = "gestopt", _("Gestopt")

    keten = models.ForeignKey(Keten, models.PROTECT, related_name="inzetten")
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="inzetten")
    instrument = models.CharField(_("instrument"), max_length=40)
    doel = models.CharField(_("doel"), max_length=300)
    reden = models.CharField(_("reden"), max_length=300, blank=True)
    aanbieder = models.CharField(_("aanbieder"), max_length=150, blank=True)
    van = models.DateField(_("van"))
    tot = models.DateField(_("tot"), null=True, blank=True)
    evalueren_op = models.DateField(_("samen terugkijken op"))
    # {aspect: value} as the picture stood at the start.
    nulmeting: Any = models.JSONField(default=dict, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.LOOPT)
    kosten = models.DecimalField(_("kosten"), max_digits=10, decimal_places=2, null=True, blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("inzet van een instrument")
        ordering = ("-van", "-id")
        indexes = [models.Index(fields=("gemeente", "instrument"))]
        constraints = [
            models.CheckConstraint(
                name="inzet_eindigt_na_begin", condition=models.Q(tot__isnull=True) | models.Q(tot__gte=models.F("van"))
            )
        ]

    def __str__(self) -> str:
        return self.instrument


class Evaluatie(models.Model):
    """What an instrument did, looked back on together. Effects per aspect are new statements in the picture."""

    inzet = models.ForeignKey(Inzet, models.CASCADE, related_name="evaluaties")
    datum = models.DateField(_("datum"))
    met_klant = models.BooleanField(_("samen met de klant"), default=True)
    oordeel_klant = models.PositiveSmallIntegerField(
        _("wat vond de klant ervan (1–5)"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(5)],
    )
    toelichting = models.TextField(_("wat werkte wel en niet"), blank=True)
    # {aspect: {"was": …, "nu": …}}
    effect: Any = models.JSONField(default=dict, blank=True)
    waarnemingen = models.ManyToManyField(Waarneming, related_name="evaluaties")
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    vastgelegd_op = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("evaluatie")
        verbose_name_plural = _("evaluaties")
        ordering = ("-datum", "-id")

    def __str__(self) -> str:
        return f"{self.inzet} {self.datum}"
