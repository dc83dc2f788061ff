"""Conversations of diagnosis: prepared, held and recorded."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.modellen import MetVersie
from werklandschap.kern.basis.versleuteling import VersleuteldVeld
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht

DUURT = timedelta(hours=1)


class GesprekQuerySet(models.QuerySet["Gesprek"]):
    def voor(self, gebruiker: Gebruiker) -> GesprekQuerySet:
        """Conversations in dossiers of the own municipality."""
        if gebruiker.heeft(Recht.DOSSIERS_LEZEN):
            return self.filter(dossier__gemeente=gebruiker.gemeente_id)
        return self.none()

    def gehouden(self) -> GesprekQuerySet:
        """Those that took place."""
        return self.filter(status=Gesprek.Status.GEHOUDEN)


class Gesprek(MetVersie):
    """One conversation with a person: planned, prepared from what is known, and recorded."""

    class Soort(models.TextChoices):
        KENNISMAKING = "kennismaking", _("Kennismaken")
        VERDIEPING = "verdieping", _("Verdiepen")
        UITSLAG = "uitslag", _("Uitslag bespreken")
        PLAN = "plan", _("Plan maken")

    class Status(models.TextChoices):
        GEPLAND = "gepland", _("Gepland")
        GEHOUDEN = "gehouden", _("Gehouden")
        VERVALLEN = "vervallen", _("Gaat niet door")

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="gesprekken")
    soort = models.CharField(_("soort gesprek"), max_length=15, choices=Soort, default=Soort.KENNISMAKING)
    onderwerp = models.CharField(_("waarover"), max_length=200, blank=True)
    gepland_op = models.DateTimeField(_("gepland op"))
    waar = models.CharField(_("waar"), max_length=200, blank=True)
    gehouden_op = models.DateField(_("gehouden op"), null=True, blank=True)
    voorbereiding = models.TextField(_("voorbereiding"), blank=True)
    verslag = models.TextField(_("verslag"), blank=True)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.GEPLAND)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="gesprekken")
    gemaakt_op = models.DateTimeField(default=timezone.now, editable=False)

    objects = GesprekQuerySet.as_manager()

    class Meta:
        verbose_name = _("gesprek")
        verbose_name_plural = _("gesprekken")
        ordering = ("-gepland_op", "-id")
        indexes = [
            models.Index(fields=("dossier", "status")),
            models.Index(fields=("dossier", "gehouden_op")),
        ]
        constraints = [
            models.CheckConstraint(
                name="gehouden_gesprek_heeft_datum",
                condition=~models.Q(status="gehouden") | models.Q(gehouden_op__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_soort_display()} {self.gepland_op:%Y-%m-%d}"

    @property
    def tot(self) -> datetime:
        """When it ends, as planned."""
        return self.gepland_op + DUURT

    @property
    def komt_nog(self) -> bool:
        """Goes on and is still to come."""
        return self.status == self.Status.GEPLAND and self.gepland_op > timezone.now()

    @property
    def herinneringsbron(self) -> str:
        """The cause under which the person is reminded of it."""
        return f"gesprek:{self.pk}"


class Gesprekconcept(models.Model):
    """What somebody typed during a conversation and has not recorded yet: JSON of the fields, encrypted, one each."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gesprek = models.ForeignKey(Gesprek, models.CASCADE, related_name="concepten")
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    gegevens = VersleuteldVeld()
    bewaard_op = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("concept van een gesprek")
        constraints = [models.UniqueConstraint(fields=("gesprek", "door"), name="een_gesprekconcept_per_collega")]

    def __str__(self) -> str:
        return str(self.id)
