"""Uploaded files on their way in, and what is kept for ever about what is gone."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.versleuteling import VersleuteldVeld
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht


class Vernietiging(models.Model):
    """The record of a destruction (selectielijst 19.1.18): which dossier, on what ground, when. Never whose."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="vernietigingen")
    dossier_nummer = models.PositiveIntegerField(_("dossier"))
    termijn = models.CharField(_("bewaartermijn"), max_length=60)
    regel = models.CharField(_("bron van de termijn"), max_length=200)
    gesloten_op = models.DateField(_("gesloten op"))
    op = models.DateTimeField(_("vernietigd op"), default=timezone.now)

    class Meta:
        verbose_name = _("vernietiging")
        ordering = ("-op", "-pk")

    def __str__(self) -> str:
        return f"{self.dossier_nummer}: {self.regel}"


class InvoerQuerySet(models.QuerySet["Invoer"]):
    def voor(self, gebruiker: Gebruiker) -> InvoerQuerySet:
        """Imports of the own municipality, for who may import."""
        if gebruiker.heeft(Recht.IMPORTEREN):
            return self.filter(gemeente=gebruiker.gemeente_id)
        return self.none()


class Invoer(models.Model):
    """An uploaded file: first tried, then imported. Its content goes as soon as it is not needed any more."""

    class Soort(models.TextChoices):
        WERKZOEKENDEN = "werkzoekenden", _("Werkzoekenden")
        WERKGEVERS = "werkgevers", _("Werkgevers")
        WERKPROFIELEN = "werkprofielen", _("Werkprofielen")

    class Status(models.TextChoices):
        CONTROLEREN = "controleren", _("Wordt gecontroleerd")
        GECONTROLEERD = "gecontroleerd", _("Gecontroleerd")
        INVOEREN = "invoeren", _("Wordt ingevoerd")
        KLAAR = "klaar", _("Ingevoerd")
        MISLUKT = "mislukt", _("Mislukt")
        WEG = "weg", _("Niet ingevoerd")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gemeente = models.ForeignKey(Gemeente, models.CASCADE, related_name="invoeren")
    door = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")
    soort = models.CharField(_("soort"), max_length=15, choices=Soort)
    bestandsnaam = models.CharField(_("bestand"), max_length=150)
    # Base64 of the file; it holds personal data.
    inhoud = VersleuteldVeld(blank=True)
    rijen = models.PositiveIntegerField(_("rijen"))
    status = models.CharField(_("status"), max_length=15, choices=Status, default=Status.CONTROLEREN)
    # {"aantallen": {nieuw, bijgewerkt, gelijk}, "meldingen": [[rij, veld, tekst, geweigerd]]} of the latest run.
    verslag: Any = models.JSONField(null=True, blank=True)
    fout = models.CharField(max_length=300, blank=True)
    gemaakt_op = models.DateTimeField(default=timezone.now)
    begonnen_op = models.DateTimeField(null=True, blank=True)
    klaar_op = models.DateTimeField(null=True, blank=True)

    objects = InvoerQuerySet.as_manager()

    class Meta:
        verbose_name = _("invoer")
        ordering = ("-gemaakt_op",)

    def __str__(self) -> str:
        return f"{self.soort}: {self.bestandsnaam}"

    @property
    def is_bezig(self) -> bool:
        """Waits for, or is under, a trial or the import itself."""
        return self.status in {self.Status.CONTROLEREN, self.Status.INVOEREN}

    @property
    def kan_invoeren(self) -> bool:
        """Tried, and at least one row would come in."""
        return self.status == self.Status.GECONTROLEERD and self.geweigerd < self.rijen

    @property
    def geweigerd(self) -> int:
        """Rows that did not, or would not, come in."""
        return len({melding[0] for melding in (self.verslag or {}).get("meldingen", []) if melding[3]})
