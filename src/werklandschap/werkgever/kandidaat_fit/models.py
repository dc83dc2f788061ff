"""Is the company ready, and do the colleagues support it?"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.modellen import AlleenToevoegen
from werklandschap.kern.relaties.models import Werkgever


class Gereedheid(AlleenToevoegen):
    """One dated answer about one point; the newest counts, the earlier ones stay."""

    werkgever = models.ForeignKey(Werkgever, models.CASCADE, related_name="gereedheid")
    punt = models.CharField(_("punt"), max_length=30)
    antwoord = models.CharField(_("antwoord"), max_length=20)
    wie_helpt = models.CharField(_("wie helpt"), max_length=150, blank=True)
    op = models.DateField(default=timezone.localdate, editable=False)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("gereedheid")
        ordering = ("op", "id")
        indexes = [models.Index(fields=("werkgever", "punt"))]

    def __str__(self) -> str:
        return f"{self.punt}: {self.antwoord}"


class Draagvlakonderzoek(models.Model):
    """A survey among colleagues; answers carry no name, address or time."""

    werkgever = models.ForeignKey(Werkgever, models.CASCADE, related_name="draagvlakonderzoeken")
    gestart_op = models.DateField(default=timezone.localdate, editable=False)
    sluit_op = models.DateField(_("open tot en met"))
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("draagvlakonderzoek")
        ordering = ("-gestart_op", "-id")

    def __str__(self) -> str:
        return f"{self.werkgever_id} {self.gestart_op}"

    @property
    def is_open(self) -> bool:
        """May still be answered."""
        return self.sluit_op >= timezone.localdate()


class Draagvlakantwoord(AlleenToevoegen):
    """One colleague's answers: `waarden` {question: 1–5}, `tekst` free words."""

    onderzoek = models.ForeignKey(Draagvlakonderzoek, models.CASCADE, related_name="antwoorden")
    waarden = models.JSONField()
    tekst = models.TextField(blank=True)

    class Meta:
        verbose_name = _("antwoord op een draagvlakonderzoek")

    def __str__(self) -> str:
        return str(self.onderzoek_id)
