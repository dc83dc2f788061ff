"""What happened, to whom, by whom: events in chains, tile visits, and the two logs."""

from __future__ import annotations

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.modellen import AlleenToevoegen
from werklandschap.kern.basis.versleuteling import VersleuteldVeld
from werklandschap.kern.organisaties.models import Gemeente


class Keten(models.Model):
    """The time line of one dossier, one employer or one municipality's administration.

    `dossier`, `werkgever` or `beheer` is its reverse one-to-one.
    """

    class Soort(models.TextChoices):
        DOSSIER = "dossier", _("Dossier")
        WERKGEVER = "werkgever", _("Werkgever")
        BEHEER = "beheer", _("Beheer van een gemeente")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    soort = models.CharField(max_length=10, choices=Soort)
    lengte = models.PositiveIntegerField(default=0)
    laatste_hash = models.CharField(max_length=64, default="0" * 64)
    # After a merge of two records the old chain stays whole and points at the one that goes on.
    verder_in = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="voorgangers")

    class Meta:
        verbose_name = _("keten")

    def __str__(self) -> str:
        return f"{self.soort} {self.id}"


class Beheerketen(models.Model):
    """Which chain holds what the administrators of a municipality changed."""

    gemeente = models.OneToOneField(Gemeente, models.PROTECT, related_name="+")
    keten = models.OneToOneField(Keten, models.PROTECT, related_name="beheer")

    class Meta:
        verbose_name = _("beheerketen")

    def __str__(self) -> str:
        return str(self.gemeente)


class Gebeurtenis(models.Model):
    """One event. Append-only; the payload alone may be destroyed by law, and then the chain still verifies.

    `gegevens_hash` = sha256(zout + canonical JSON of gegevens); `hash` = sha256 over the previous hash, number, kind,
    time, actor and `gegevens_hash`.
    """

    keten = models.ForeignKey(Keten, models.PROTECT, related_name="gebeurtenissen")
    nummer = models.PositiveIntegerField()
    soort = models.CharField(max_length=60, db_index=True)
    tijd = models.DateTimeField(default=timezone.now)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    # Who it was when nobody was signed in: "inwoner via formulier", "invoer".
    namens = models.CharField(max_length=80, blank=True)
    gegevens: Any = models.JSONField(null=True)
    zout = models.CharField(max_length=32, null=True)
    gegevens_hash = models.CharField(max_length=64)
    vorige_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)
    verwerking = models.UUIDField(null=True, editable=False)

    class Meta:
        verbose_name = _("gebeurtenis")
        ordering = ("-tijd", "-nummer")
        constraints = [models.UniqueConstraint(fields=("keten", "nummer"), name="gebeurtenis_nummer_uniek")]
        indexes = [models.Index(fields=("keten", "-tijd"))]

    def __str__(self) -> str:
        return f"{self.soort} #{self.nummer}"


class Tegelbezoek(models.Model):
    """Somebody is on a tile: any order, repeated, several at once. Ended with an outcome."""

    class Kant(models.TextChoices):
        WERKZOEKENDEN = "werkzoekenden", _("Werkzoekenden")
        WERKGEVERS = "werkgevers", _("Werkgevers")

    keten = models.ForeignKey(Keten, models.PROTECT, related_name="bezoeken")
    kant = models.CharField(max_length=15, choices=Kant)
    tegel = models.CharField(max_length=30)
    van = models.DateField(_("van"))
    tot = models.DateField(_("tot"), null=True, blank=True)
    uitkomst = models.CharField(_("uitkomst"), max_length=40, blank=True)
    toelichting = models.CharField(_("toelichting"), max_length=300, blank=True)
    reden = models.CharField(_("reden"), max_length=300, blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("tegelbezoek")
        ordering = ("van", "id")
        constraints = [
            models.UniqueConstraint(
                fields=("keten", "tegel"), condition=models.Q(tot__isnull=True), name="een_lopend_bezoek_per_tegel"
            ),
            models.CheckConstraint(
                name="bezoek_eindigt_na_begin",
                condition=models.Q(tot__isnull=True) | models.Q(tot__gte=models.F("van")),
            ),
        ]
        # Whole rows as the figures read them: per tile, and what came next for somebody.
        indexes = [
            models.Index(fields=("kant", "tegel", "tot", "van", "keten")),
            models.Index(fields=("keten", "kant", "van", "tot", "tegel")),
        ]

    def __str__(self) -> str:
        return f"{self.tegel} van {self.van}"


class Verwerking(AlleenToevoegen):
    """The processing log: one line per person concerned, without the actor, subject encrypted."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    betrokkene = VersleuteldVeld()
    betrokkene_hash = models.CharField(max_length=64, db_index=True)
    activiteit = models.CharField(max_length=80)
    tijd = models.DateTimeField(default=timezone.now)
    spoor = models.CharField(max_length=32, blank=True)

    class Meta:
        verbose_name = _("verwerking")
        ordering = ("-tijd",)

    def __str__(self) -> str:
        return f"{self.activiteit} {self.tijd:%Y-%m-%d}"


class Lezing(AlleenToevoegen):
    """The read log: who opened which part of whose record, and why when it is outside the own caseload."""

    keten = models.ForeignKey(Keten, models.PROTECT, related_name="lezingen")
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    onderdeel = models.CharField(max_length=80)
    reden = models.CharField(max_length=200, blank=True)
    tijd = models.DateTimeField(default=timezone.now)
    verwerking = models.UUIDField(null=True, editable=False)

    class Meta:
        verbose_name = _("lezing")
        ordering = ("-tijd",)
        indexes = [models.Index(fields=("keten", "-tijd"))]

    def __str__(self) -> str:
        return f"{self.onderdeel} {self.tijd:%Y-%m-%d}"
