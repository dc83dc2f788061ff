"""A placement: agreements with both sides, instruments with amounts, risks with a plan B."""

from __future__ import annotations

import uuid
from typing import Any

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.modellen import MetVersie
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.samen.bemiddeling.models import Voordracht


class PlaatsingQuerySet(models.QuerySet["Plaatsing"]):
    def voor(self, gebruiker: Gebruiker) -> PlaatsingQuerySet:
        """Placements this user may see: of the own municipality's people, the own company, or oneself."""
        if (
            gebruiker.heeft(Recht.PLAATSEN)
            or gebruiker.heeft(Recht.NAZORG_GEVEN)
            or gebruiker.heeft(Recht.DOSSIERS_LEZEN)
        ):
            return self.filter(dossier__gemeente=gebruiker.gemeente_id)
        if gebruiker.heeft(Recht.BEDRIJF):
            return self.filter(
                werkprofiel__werkgever__contactpersonen__account=gebruiker,
                werkprofiel__werkgever__contactpersonen__actief=True,
            ).distinct()
        if gebruiker.heeft(Recht.MIJN):
            return self.filter(dossier__werkzoekende__account=gebruiker)
        return self.none()

    def lopend(self) -> PlaatsingQuerySet:
        """Agreed and not ended."""
        return self.filter(status=Plaatsing.Status.LOOPT)


class Plaatsing(MetVersie):
    """Somebody works, or is about to, at an employer."""

    class Status(models.TextChoices):
        VOORBEREIDING = "voorbereiding", _("In voorbereiding")
        LOOPT = "loopt", _("Loopt")
        GEEINDIGD = "geeindigd", _("Geëindigd")
        AFGEBROKEN = "afgebroken", _("Niet begonnen")

    class Soort(models.TextChoices):
        BAAN = "baan", _("Baan")
        PROEFPLAATSING = "proefplaatsing", _("Proefplaatsing")
        WERKERVARING = "werkervaring", _("Werkervaringsplek")
        BESCHUT = "beschut", _("Beschut werk")
        BBL = "bbl", _("Leerbaan (BBL)")

    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    voordracht = models.OneToOneField(Voordracht, models.PROTECT, null=True, blank=True, related_name="plaatsing")
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="plaatsingen")
    werkprofiel = models.ForeignKey(Werkprofiel, models.PROTECT, related_name="plaatsingen")
    soort = models.CharField(_("soort"), max_length=15, choices=Soort, default=Soort.BAAN)
    status = models.CharField(_("status"), max_length=15, choices=Status, default=Status.VOORBEREIDING)
    van = models.DateField(_("begint op"))
    tot = models.DateField(_("contract tot"), null=True, blank=True)
    uren = models.DecimalField(
        _("uren per week"), max_digits=4, decimal_places=1, validators=[MinValueValidator(1), MaxValueValidator(60)]
    )
    functie = models.CharField(_("functie"), max_length=150)
    afspraken = models.TextField(_("afspraken"), blank=True)
    begeleiding = models.TextField(_("begeleiding op de werkplek"), blank=True)
    akkoord_werkgever_op = models.DateField(_("akkoord werkgever"), null=True, blank=True)
    akkoord_werkgever_wie = models.CharField(_("wie gaf akkoord bij de werkgever"), max_length=120, blank=True)
    akkoord_klant_op = models.DateField(_("akkoord klant"), null=True, blank=True)
    akkoord_klant_wie = models.CharField(_("wie gaf akkoord voor de klant"), max_length=120, blank=True)
    collegas_voorbereid: Any = models.JSONField(_("voorbereiding van collega’s"), default=list, blank=True)
    geeindigd_op = models.DateField(_("geëindigd op"), null=True, blank=True)
    reden_einde = models.CharField(_("reden van het einde"), max_length=40, blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    gemaakt_op = models.DateTimeField(default=timezone.now, editable=False)

    objects = PlaatsingQuerySet.as_manager()

    class Meta:
        verbose_name = _("plaatsing")
        verbose_name_plural = _("plaatsingen")
        ordering = ("-van", "-id")
        constraints = [
            models.CheckConstraint(
                name="plaatsing_eindigt_na_begin",
                condition=models.Q(tot__isnull=True) | models.Q(tot__gte=models.F("van")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.functie} per {self.van}"


class Besluit(models.Model):
    """An instrument agreed for this placement, with amount, period and grounds; never changed, only replaced."""

    plaatsing = models.ForeignKey(Plaatsing, models.CASCADE, related_name="besluiten")
    instrument = models.CharField(_("instrument"), max_length=40)
    van = models.DateField(_("van"))
    tot = models.DateField(_("tot"), null=True, blank=True)
    bedrag_per_maand = models.DecimalField(
        _("bedrag per maand"), max_digits=10, decimal_places=2, null=True, blank=True
    )
    # What was calculated with and every explained line, as the law module gave them.
    invoer: Any = models.JSONField(default=dict)
    regels: Any = models.JSONField(default=list)
    grondslag = models.CharField(_("grondslag"), max_length=200, blank=True)
    toelichting = models.TextField(_("toelichting"), blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    op = models.DateTimeField(default=timezone.now)
    vervallen_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("besluit")
        verbose_name_plural = _("besluiten")
        ordering = ("-van", "-id")

    def __str__(self) -> str:
        return f"{self.instrument} {self.van}"


class Risico(models.Model):
    """What could go wrong, and what we do then."""

    plaatsing = models.ForeignKey(Plaatsing, models.CASCADE, related_name="risicos")
    code = models.CharField(max_length=40, blank=True)
    tekst = models.CharField(_("valkuil"), max_length=300)
    plan_b = models.TextField(_("wat doen we dan"))
    wie = models.CharField(_("wie"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("risico")
        verbose_name_plural = _("risico’s")
        ordering = ("id",)

    def __str__(self) -> str:
        return self.tekst
