"""Which ways of inclusive employment suit a company, and its steps."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.relaties.models import Werkgever


class Manierkeuze(models.Model):
    """A way of inclusive employment on the company's short list."""

    werkgever = models.ForeignKey(Werkgever, models.CASCADE, related_name="manierkeuzes")
    manier = models.CharField(_("manier"), max_length=40)
    functies = models.CharField(_("voor welke functies"), max_length=300, blank=True)
    gekozen_op = models.DateField(default=timezone.localdate, editable=False)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("gekozen manier")
        ordering = ("gekozen_op", "id")
        constraints = [models.UniqueConstraint(fields=("werkgever", "manier"), name="manierkeuze_uniek")]

    def __str__(self) -> str:
        return self.manier


class Werkgeverstap(models.Model):
    """A step of the company's plan; the employer or a colleague takes it."""

    class Status(models.TextChoices):
        OPEN = "open", _("Open")
        KLAAR = "klaar", _("Klaar")
        VERVALLEN = "vervallen", _("Vervallen")

    werkgever = models.ForeignKey(Werkgever, models.CASCADE, related_name="stappen")
    tekst = models.CharField(_("stap"), max_length=300)
    wie = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("wie van ons")
    )
    voor_op = models.DateField(_("voor"))
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.OPEN)

    class Meta:
        verbose_name = _("stap")
        verbose_name_plural = _("stappen")
        ordering = ("voor_op", "id")

    def __str__(self) -> str:
        return self.tekst
