"""What an employer expects, and earlier versions of a job profile."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.modellen import AlleenToevoegen
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.relaties.models import Werkgever


class Personeelsverwachting(AlleenToevoegen):
    """Growth, turnover, retirement and training of one function, as the employer sees it on a day."""

    werkgever = models.ForeignKey(Werkgever, models.CASCADE, related_name="personeelsverwachtingen")
    functie = models.CharField(_("functie"), max_length=150)
    mensen = models.PositiveIntegerField(_("mensen nu"))
    groei = models.IntegerField(_("groei per jaar"), default=0)
    verloop_procent = models.DecimalField(_("verloop per jaar in procenten"), max_digits=5, decimal_places=1, default=0)
    met_pensioen = models.PositiveIntegerField(_("met pensioen binnen twee jaar"), default=0)
    doorstroom = models.PositiveIntegerField(_("door opleiding naar ander werk binnen twee jaar"), default=0)
    instroom = models.PositiveIntegerField(_("eigen leerlingen die instromen per jaar"), default=0)
    op = models.DateField(default=timezone.localdate, editable=False)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("verwachting over personeel")
        ordering = ("functie", "-op", "-id")

    def __str__(self) -> str:
        return self.functie


class Profielversie(AlleenToevoegen):
    """How a job profile was before a change: `regels` [[label, value]] as people read it."""

    werkprofiel = models.ForeignKey(Werkprofiel, models.CASCADE, related_name="versies")
    nummer = models.PositiveIntegerField()
    regels: Any = models.JSONField()
    op = models.DateTimeField(default=timezone.now, editable=False)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("versie van een werkprofiel")
        ordering = ("-nummer",)
        constraints = [models.UniqueConstraint(fields=("werkprofiel", "nummer"), name="profielversie_uniek")]

    def __str__(self) -> str:
        return f"{self.werkprofiel_id} v{self.nummer}"
