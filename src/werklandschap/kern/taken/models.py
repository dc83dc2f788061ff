"""Tasks: who, what, before when, about what."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.modellen import MetVersie
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.tijdlijn.models import Keten
from werklandschap.kern.toegang.models import Gebruiker


def van_wie_ik_vervang(gebruiker: Gebruiker) -> models.Q:
    """Of colleagues who are away today and for whom this one stands in."""
    return models.Q(eigenaar__vervanger=gebruiker, eigenaar__afwezig_tot__gte=timezone.localdate())


class TaakQuerySet(models.QuerySet["Taak"]):
    def voor(self, gebruiker: Gebruiker) -> TaakQuerySet:
        """Tasks this user may see: the own ones, those of who one stands in for today, and those of the municipality
        for who may divide work."""
        from werklandschap.kern.taken.rules import mag_alle_taken_zien

        if mag_alle_taken_zien(gebruiker):
            return self.filter(gemeente=gebruiker.gemeente_id)
        return self.filter(models.Q(eigenaar=gebruiker) | van_wie_ik_vervang(gebruiker))

    def open(self) -> TaakQuerySet:
        """Not done and not cancelled, overdue first."""
        return self.filter(status=Taak.Status.OPEN).order_by("voor_op", "id")

    def te_laat(self) -> TaakQuerySet:
        """Open and past their date."""
        return self.open().filter(voor_op__lt=timezone.localdate())


class Taak(MetVersie):
    """One thing somebody has to do."""

    class Status(models.TextChoices):
        OPEN = "open", _("Open")
        KLAAR = "klaar", _("Klaar")
        VERVALLEN = "vervallen", _("Vervallen")

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="taken")
    eigenaar = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="taken", verbose_name=_("wie"), null=True, blank=True
    )
    keten = models.ForeignKey(Keten, models.PROTECT, null=True, blank=True, related_name="taken")
    titel = models.CharField(_("wat"), max_length=200)
    toelichting = models.TextField(_("toelichting"), blank=True)
    voor_op = models.DateField(_("voor"))
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.OPEN)
    # What caused it, as "<room>:<thing>:<id>"; the same cause never makes a second open task.
    bron = models.CharField(max_length=80, blank=True)
    kant = models.CharField(max_length=15, blank=True)
    tegel = models.CharField(max_length=30, blank=True)
    url = models.CharField(max_length=200, blank=True)
    gemaakt_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    gemaakt_op = models.DateTimeField(default=timezone.now, editable=False)
    afgerond_op = models.DateTimeField(null=True, blank=True, editable=False)

    objects = TaakQuerySet.as_manager()

    class Meta:
        verbose_name = _("taak")
        verbose_name_plural = _("taken")
        ordering = ("voor_op", "id")
        indexes = [models.Index(fields=("eigenaar", "status", "voor_op"))]
        constraints = [
            models.UniqueConstraint(
                fields=("bron",), condition=models.Q(status="open") & ~models.Q(bron=""), name="een_open_taak_per_bron"
            )
        ]

    def __str__(self) -> str:
        return self.titel

    @property
    def is_te_laat(self) -> bool:
        """Open and past its date."""
        return self.status == self.Status.OPEN and self.voor_op < timezone.localdate()
