"""The secret address at which a colleague's own calendar program reads appointments."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.toegang.models import Gebruiker


class Agendalink(models.Model):
    """One per colleague; only the SHA-256 of the secret is kept. Without `met_namen` no name leaves the house."""

    gebruiker = models.OneToOneField(Gebruiker, models.CASCADE, related_name="agendalink")
    hash = models.CharField(max_length=64, unique=True)
    met_namen = models.BooleanField(_("met namen"), default=False)
    gemaakt_op = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("agendalink")

    def __str__(self) -> str:
        return str(self.gebruiker)
