"""Signals, drafts of the public form, messages that may be about somebody we know, and the question afterwards."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.versleuteling import VersleuteldVeld
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht


class Signaal(models.Model):
    """Something noticed about a person that asks for an action; its code is in the catalogue of signals."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="signalen")
    code = models.CharField(_("signaal"), max_length=40)
    toelichting = models.CharField(_("toelichting"), max_length=300, blank=True)
    gezien_op = models.DateField(_("gezien op"), default=timezone.localdate)
    gezien_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    afgehandeld_op = models.DateField(_("afgehandeld op"), null=True, blank=True)

    class Meta:
        verbose_name = _("signaal")
        verbose_name_plural = _("signalen")
        ordering = ("-gezien_op", "-id")

    def __str__(self) -> str:
        return self.code


class Meldingconcept(models.Model):
    """A draft of the public form, found by a code of which only a keyed hash is kept; destroyed after `verloopt_op`."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    code_hash = models.CharField(max_length=64, unique=True)
    gegevens = VersleuteldVeld()
    verloopt_op = models.DateTimeField()

    class Meta:
        verbose_name = _("concept van een melding")

    def __str__(self) -> str:
        return str(self.id)


class WachtendeMeldingQuerySet(models.QuerySet["WachtendeMelding"]):
    def voor(self, gebruiker: Gebruiker) -> WachtendeMeldingQuerySet:
        """Those of the own municipality, for who records requests."""
        if gebruiker.heeft(Recht.DOSSIERS_BEWERKEN):
            return self.filter(gemeente=gebruiker.gemeente_id)
        return self.none()


class WachtendeMelding(models.Model):
    """A public request from somebody we may know already: a colleague decides before a second dossier exists."""

    class Status(models.TextChoices):
        WACHT = "wacht", _("Wacht op beoordeling")
        ZELFDE = "zelfde", _("Bekende persoon")
        NIEUW = "nieuw", _("Nieuwe persoon")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="wachtende_meldingen")
    gegevens = VersleuteldVeld()
    lijkt_op = models.ForeignKey(Dossier, models.PROTECT, related_name="wachtende_meldingen")
    status = models.CharField(_("status"), max_length=8, choices=Status, default=Status.WACHT)
    dossier = models.ForeignKey(Dossier, models.PROTECT, null=True, related_name="+")
    ontvangen_op = models.DateTimeField(default=timezone.now)
    afgehandeld_op = models.DateTimeField(null=True)

    objects = WachtendeMeldingQuerySet.as_manager()

    class Meta:
        verbose_name = _("wachtende melding")
        verbose_name_plural = _("wachtende meldingen")
        ordering = ("ontvangen_op", "id")

    def __str__(self) -> str:
        return str(self.id)


class Terugkoppeling(models.Model):
    """One question afterwards: did you feel understood and helped? Answered with a code, once."""

    class Antwoord(models.TextChoices):
        JA = "ja", _("Ja")
        BEETJE = "beetje", _("Een beetje")
        NEE = "nee", _("Nee")

    code_hash = models.CharField(max_length=64, unique=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="terugkoppelingen")
    dossier = models.ForeignKey(Dossier, models.SET_NULL, null=True, related_name="terugkoppelingen")
    antwoord = models.CharField(_("antwoord"), max_length=6, choices=Antwoord, blank=True)
    opmerking = models.TextField(_("wat kan beter"), blank=True)
    gemaakt_op = models.DateTimeField(default=timezone.now)
    gegeven_op = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("terugkoppeling")
        verbose_name_plural = _("terugkoppelingen")
        ordering = ("-gemaakt_op",)

    def __str__(self) -> str:
        return self.antwoord or "–"
