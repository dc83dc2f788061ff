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


class BesluitQuerySet(models.QuerySet["Besluit"]):
    def vastgesteld(self) -> BesluitQuerySet:
        """Those that hold or held: seen by two where needed. What was replaced held until its replacement."""
        return self.filter(models.Q(tweede_nodig=False) | models.Q(tweede_op__isnull=False), geweigerd_op__isnull=True)

    def geldig(self) -> BesluitQuerySet:
        """Those that hold now."""
        return self.vastgesteld().filter(vervallen_op__isnull=True)

    def open(self) -> BesluitQuerySet:
        """Those that hold or wait for the second colleague."""
        return self.filter(vervallen_op__isnull=True, geweigerd_op__isnull=True)


class Besluit(models.Model):
    """An instrument agreed for this placement, with amount, period and grounds; never changed, only replaced."""

    plaatsing = models.ForeignKey(Plaatsing, models.CASCADE, related_name="besluiten")
    instrument = models.CharField(_("instrument"), max_length=40)
    van = models.DateField(_("van"))
    tot = models.DateField(_("tot"), null=True, blank=True)
    bedrag_per_maand = models.DecimalField(
        _("bedrag per maand"), max_digits=10, decimal_places=2, null=True, blank=True
    )
    bedrag_eenmalig = models.DecimalField(_("eenmalig bedrag"), max_digits=10, decimal_places=2, null=True, blank=True)
    # What was calculated with and every explained line, as the law module gave them.
    invoer: Any = models.JSONField(default=dict)
    regels: Any = models.JSONField(default=list)
    grondslag = models.CharField(_("grondslag"), max_length=200, blank=True)
    toelichting = models.TextField(_("toelichting"), blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    op = models.DateTimeField(default=timezone.now)
    vervallen_op = models.DateTimeField(null=True, blank=True)
    # The row this one takes the place of; that row lapses when this one holds.
    vervangt = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="vervangen_door")
    # Above the amount the municipality set, somebody else looks too before it holds.
    tweede_nodig = models.BooleanField(default=False)
    tweede_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    tweede_op = models.DateTimeField(null=True, blank=True)
    geweigerd_op = models.DateTimeField(null=True, blank=True)
    weigering = models.CharField(_("waarom niet"), max_length=300, blank=True)

    objects = BesluitQuerySet.as_manager()

    class Meta:
        verbose_name = _("besluit")
        verbose_name_plural = _("besluiten")
        ordering = ("-van", "-id")

    def __str__(self) -> str:
        return f"{self.instrument} {self.van}"

    @property
    def wacht(self) -> bool:
        """Does it wait for the second colleague?"""
        return self.tweede_nodig and self.tweede_op is None and self.geweigerd_op is None

    @property
    def is_vastgesteld(self) -> bool:
        """Does it hold or did it: seen by two where needed, and not refused? As `BesluitQuerySet.vastgesteld`."""
        return not self.wacht and self.geweigerd_op is None

    @property
    def is_geldig(self) -> bool:
        """Does it hold: seen by two where needed, not refused and not replaced?"""
        return self.is_vastgesteld and self.vervallen_op is None


class Arbeidsstand(models.Model):
    """Hours and wage from a day on; a later row of the same day takes the place of an earlier one."""

    plaatsing = models.ForeignKey(Plaatsing, models.CASCADE, related_name="standen")
    vanaf = models.DateField(_("vanaf"))
    uren = models.DecimalField(
        _("uren per week"), max_digits=4, decimal_places=1, validators=[MinValueValidator(1), MaxValueValidator(60)]
    )
    loon_per_uur = models.DecimalField(_("bruto loon per uur"), max_digits=7, decimal_places=2, null=True, blank=True)
    reden = models.CharField(_("waarom"), max_length=300, blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    op = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("uren en loon")
        verbose_name_plural = _("uren en loon")
        ordering = ("vanaf", "id")

    def __str__(self) -> str:
        return f"{self.uren} vanaf {self.vanaf}"


class Loonwaardemeting(models.Model):
    """What the work is worth, in percent of the minimum wage, as somebody measured it at the workplace."""

    plaatsing = models.ForeignKey(Plaatsing, models.CASCADE, related_name="metingen")
    gemeten_op = models.DateField(_("gemeten op"))
    geldt_vanaf = models.DateField(_("geldt vanaf"))
    loonwaarde = models.DecimalField(
        _("loonwaarde in procent"),
        max_digits=5,
        decimal_places=2,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
    )
    methode = models.CharField(_("hoe gemeten"), max_length=120)
    door_wie = models.CharField(_("wie heeft gemeten"), max_length=120)
    praktijkroute = models.BooleanField(_("gemeten voor de praktijkroute"), default=False)
    toelichting = models.TextField(_("toelichting"), blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    op = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("loonwaardemeting")
        verbose_name_plural = _("loonwaardemetingen")
        ordering = ("-geldt_vanaf", "-id")

    def __str__(self) -> str:
        return f"{self.loonwaarde} vanaf {self.geldt_vanaf}"


class Uitbetaling(models.Model):
    """Subsidy that was paid for a month, or came back (below zero)."""

    plaatsing = models.ForeignKey(Plaatsing, models.CASCADE, related_name="uitbetalingen")
    maand = models.DateField(_("voor de maand"))
    bedrag = models.DecimalField(_("bedrag"), max_digits=10, decimal_places=2)
    betaald_op = models.DateField(_("betaald op"))
    kenmerk = models.CharField(_("kenmerk"), max_length=60, blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    op = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("uitbetaling")
        verbose_name_plural = _("uitbetalingen")
        ordering = ("maand", "betaald_op", "id")
        constraints = [
            models.CheckConstraint(name="uitbetaling_is_niet_nul", condition=~models.Q(bedrag=0)),
        ]

    def __str__(self) -> str:
        return f"{self.maand} {self.bedrag}"


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
