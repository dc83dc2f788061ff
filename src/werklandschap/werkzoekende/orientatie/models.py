"""The interest test, the occupations somebody looks into, and what they do at home."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.competenties.models import Beroep
from werklandschap.kern.dossiers.models import Dossier


class Interessetest(models.Model):
    """One time the test was done: {item: 0–4} and the result as six numbers 0–100 (R, I, A, S, E, C), null unknown."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="interessetests")
    antwoorden: Any = models.JSONField(_("antwoorden"))
    uitslag: Any = models.JSONField(_("uitslag"))
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    op = models.DateField(_("gedaan op"), default=timezone.localdate)

    class Meta:
        verbose_name = _("interessetest")
        verbose_name_plural = _("interessetests")
        ordering = ("-op", "-id")

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.op}"


class Beroepskeuze(models.Model):
    """An occupation the person wants to look into, with why in their own words."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="beroepskeuzes")
    beroep = models.ForeignKey(Beroep, models.PROTECT, related_name="+", verbose_name=_("beroep"))
    waarom = models.CharField(_("waarom dit beroep"), max_length=200, blank=True)
    gekozen_op = models.DateField(_("gekozen op"), default=timezone.localdate)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("gekozen beroep")
        verbose_name_plural = _("gekozen beroepen")
        ordering = ("-gekozen_op", "-id")
        constraints = [models.UniqueConstraint(fields=("dossier", "beroep"), name="beroepskeuze_een_keer")]

    def __str__(self) -> str:
        return f"{self.beroep}"


class Huiswerk(models.Model):
    """A small assignment to do at home, and what came of it."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="huiswerk")
    opdracht = models.CharField(_("opdracht"), max_length=300)
    voor_op = models.DateField(_("klaar voor"))
    gedaan_op = models.DateField(_("gedaan op"), null=True, blank=True)
    uitkomst = models.CharField(_("wat kwam eruit"), max_length=300, blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("huiswerk")
        verbose_name_plural = _("huiswerk")
        ordering = ("gedaan_op", "voor_op", "id")

    def __str__(self) -> str:
        return self.opdracht

    @property
    def is_te_laat(self) -> bool:
        """Not done and past its date."""
        return self.gedaan_op is None and self.voor_op < timezone.localdate()
