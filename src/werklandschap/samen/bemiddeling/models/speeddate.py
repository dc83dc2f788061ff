"""Speed dates: an event with employers at tables, rounds, invited candidates, and a schedule."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from itertools import accumulate

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.modellen import MetVersie
from werklandschap.kern.dossiers.models import Dossier, Toestemming
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht

VASTGELOPEN_NA = timedelta(minutes=15)
WENS = 250


class Wens(models.IntegerChoices):
    """How much one side likes to meet the other."""

    NIET = -1, _("Liever niet")
    GEEN = 0, _("Geen voorkeur")
    GRAAG = 1, _("Graag")
    HEEL_GRAAG = 2, _("Heel graag")


def lees_rondes(tekst: str) -> tuple[int, ...]:
    """The rounds in "2" or "3, 6 en 9", in order; raises ValueError on anything else."""
    return tuple(sorted({int(deel) for deel in re.split(r"\s*(?:,|;|\ben\b|\band\b)\s*", tekst.strip()) if deel}))


class SpeeddateQuerySet(models.QuerySet["Speeddate"]):
    def voor(self, gebruiker: Gebruiker) -> SpeeddateQuerySet:
        """Events of the own municipality, for colleagues who may see candidates."""
        if gebruiker.heeft(Recht.KANDIDATEN_ZIEN):
            return self.filter(gemeente=gebruiker.gemeente_id)
        return self.none()


class Speeddate(MetVersie):
    """One event. Rounds start one after another; one break may follow a round."""

    class Status(models.TextChoices):
        VOORBEREIDEN = "voorbereiden", _("In voorbereiding")
        GEPLAND = "gepland", _("Het rooster staat")
        AFGEROND = "afgerond", _("Geweest")

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="speeddates")
    naam = models.CharField(_("naam"), max_length=120)
    begin = models.DateTimeField(_("begint om"))
    waar = models.CharField(_("waar"), max_length=200)
    rondes = models.PositiveSmallIntegerField(
        _("aantal rondes"), default=6, validators=[MinValueValidator(1), MaxValueValidator(30)]
    )
    minuten = models.PositiveSmallIntegerField(
        _("minuten per ronde"), default=10, validators=[MinValueValidator(3), MaxValueValidator(60)]
    )
    wissel = models.PositiveSmallIntegerField(
        _("minuten om te wisselen"), default=2, validators=[MaxValueValidator(15)]
    )
    pauze_na = models.CharField(_("pauze na ronde"), max_length=40, blank=True, default="")
    pauze_minuten = models.PositiveSmallIntegerField(
        _("minuten pauze"), default=15, validators=[MaxValueValidator(120)]
    )
    max_gesprekken = models.PositiveSmallIntegerField(
        _("hooguit gesprekken per kandidaat"), default=5, validators=[MinValueValidator(1)]
    )
    status = models.CharField(_("status"), max_length=12, choices=Status, default=Status.VOORBEREIDEN)
    # The proof that belongs to the schedule: its worth, and that no schedule is worth more.
    waarde = models.PositiveIntegerField(default=0, editable=False)
    bewezen = models.BooleanField(default=False, editable=False)
    ronde_nu = models.PositiveSmallIntegerField(default=0, editable=False)
    # Somebody came, left or wished something else after the schedule was made.
    verouderd = models.BooleanField(default=False, editable=False)
    # A long search runs in the queue since then; how it ended when it made no schedule.
    zoekt_sinds = models.DateTimeField(null=True, blank=True, editable=False)
    zoekfout = models.CharField(max_length=200, blank=True, editable=False)
    herinnerd_op = models.DateField(null=True, blank=True, editable=False)

    objects = SpeeddateQuerySet.as_manager()

    class Meta:
        verbose_name = _("speeddate")
        verbose_name_plural = _("speeddates")
        ordering = ("-begin", "-id")

    def __str__(self) -> str:
        return self.naam

    def begin_van(self, ronde: int) -> datetime:
        """When a round (from 1) starts, breaks counted."""
        minuten = [self.minuten + self.wissel + self._pauze(nummer) for nummer in range(1, ronde)]
        return self.begin + timedelta(minutes=list(accumulate(minuten, initial=0))[-1])

    def _pauze(self, ronde: int) -> int:
        return self.pauze_minuten if ronde in lees_rondes(self.pauze_na) else 0

    @property
    def einde(self) -> datetime:
        """When the last round ends."""
        return self.begin_van(self.rondes) + timedelta(minutes=self.minuten)

    def is_begonnen(self, ronde: int) -> bool:
        """Did this round start, by the day screen or by the clock?"""
        return ronde <= self.ronde_nu or self.begin_van(ronde) <= timezone.now()

    @property
    def zoekt(self) -> bool:
        """Is a schedule being made in the queue? One that was left by a stopped worker does not count."""
        return self.zoekt_sinds is not None and timezone.now() - self.zoekt_sinds < VASTGELOPEN_NA

    @property
    def is_geweest(self) -> bool:
        """Is it over?"""
        return self.einde < timezone.now()


class Speeddatewerkgever(models.Model):
    """An employer at the event, for one job profile, with tables."""

    speeddate = models.ForeignKey(Speeddate, models.CASCADE, related_name="werkgevers")
    werkprofiel = models.ForeignKey(Werkprofiel, models.PROTECT, related_name="+")
    tafels = models.PositiveSmallIntegerField(
        _("aantal tafels"), default=1, validators=[MinValueValidator(1), MaxValueValidator(20)]
    )
    ruimte = models.CharField(_("zaal"), max_length=60, blank=True)
    afgemeld = models.BooleanField(_("komt niet"), default=False)

    class Meta:
        verbose_name = _("werkgever bij een speeddate")
        ordering = ("id",)
        constraints = [models.UniqueConstraint(fields=("speeddate", "werkprofiel"), name="speeddate_profiel_een_keer")]

    def __str__(self) -> str:
        return f"speeddatewerkgever {self.pk}"


class Speeddatekandidaat(models.Model):
    """An invited candidate. `grens` is a limit of this person, `vanaf_ronde` for who comes later."""

    class Status(models.TextChoices):
        UITGENODIGD = "uitgenodigd", _("Uitgenodigd")
        KOMT = "komt", _("Komt")
        AFGEMELD = "afgemeld", _("Komt niet")
        AANWEZIG = "aanwezig", _("Is er")
        NIET_GEKOMEN = "niet_gekomen", _("Was er niet")

    speeddate = models.ForeignKey(Speeddate, models.CASCADE, related_name="kandidaten")
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="speeddates")
    status = models.CharField(_("status"), max_length=12, choices=Status, default=Status.UITGENODIGD)
    toestemming = models.ForeignKey(Toestemming, models.PROTECT, null=True, blank=True, related_name="speeddates")
    grens = models.PositiveSmallIntegerField(
        _("hooguit gesprekken"), null=True, blank=True, validators=[MinValueValidator(1)]
    )
    vanaf_ronde = models.PositiveSmallIntegerField(_("kan vanaf ronde"), default=1, validators=[MinValueValidator(1)])

    class Meta:
        verbose_name = _("kandidaat bij een speeddate")
        ordering = ("id",)
        constraints = [models.UniqueConstraint(fields=("speeddate", "dossier"), name="speeddate_kandidaat_een_keer")]

    def __str__(self) -> str:
        return f"speeddatekandidaat {self.pk}"

    @property
    def doet_mee(self) -> bool:
        """Counts for the schedule: said yes, and the employers may know who it is."""
        return self.status in {self.Status.KOMT, self.Status.AANWEZIG} and self.mag_naam_weten

    @property
    def mag_naam_weten(self) -> bool:
        """May the employers of the event know who it is?"""
        return self.toestemming is not None and self.toestemming.is_geldig


class Speeddatevoorkeur(models.Model):
    """What it is worth that these two meet: the match (0–1000), and on top of it the wish of each side."""

    kandidaat = models.ForeignKey(Speeddatekandidaat, models.CASCADE, related_name="voorkeuren")
    werkgever = models.ForeignKey(Speeddatewerkgever, models.CASCADE, related_name="voorkeuren")
    match = models.PositiveSmallIntegerField(_("match"), default=0)
    wens_kandidaat = models.SmallIntegerField(_("wens van de kandidaat"), default=Wens.GEEN, choices=Wens)
    wens_werkgever = models.SmallIntegerField(_("wens van de werkgever"), default=Wens.GEEN, choices=Wens)

    class Meta:
        verbose_name = _("voorkeur bij een speeddate")
        constraints = [models.UniqueConstraint(fields=("kandidaat", "werkgever"), name="speeddate_paar_een_keer")]

    def __str__(self) -> str:
        return f"voorkeur {self.pk}"

    @property
    def waarde(self) -> int:
        """Whole and ≥ 0; 0 means: these two do not meet. Both wishes count alike, and one "rather not" is enough."""
        wensen = (self.wens_kandidaat, self.wens_werkgever)
        return 0 if min(wensen) < 0 else self.match + WENS * sum(wensen)


class Speeddateafspraak(models.Model):
    """One talk at a table; `gesproken` is done or not, the answers are of both sides."""

    class Antwoord(models.TextChoices):
        JA = "ja", _("Ja")
        MISSCHIEN = "misschien", _("Misschien")
        NEE = "nee", _("Nee")

    speeddate = models.ForeignKey(Speeddate, models.CASCADE, related_name="afspraken")
    kandidaat = models.ForeignKey(Speeddatekandidaat, models.CASCADE, related_name="afspraken")
    werkgever = models.ForeignKey(Speeddatewerkgever, models.CASCADE, related_name="afspraken")
    ronde = models.PositiveSmallIntegerField(_("ronde"))
    tafel = models.PositiveSmallIntegerField(_("tafel"))
    gesproken = models.BooleanField(_("gesproken"), null=True)
    zegt_kandidaat = models.CharField(_("de kandidaat zegt"), max_length=10, choices=Antwoord, blank=True)
    zegt_werkgever = models.CharField(_("de werkgever zegt"), max_length=10, choices=Antwoord, blank=True)

    class Meta:
        verbose_name = _("gesprek bij een speeddate")
        verbose_name_plural = _("gesprekken bij een speeddate")
        ordering = ("ronde", "werkgever_id", "tafel")
        constraints = [
            models.UniqueConstraint(fields=("kandidaat", "ronde"), name="speeddate_een_plek_tegelijk"),
            models.UniqueConstraint(fields=("werkgever", "tafel", "ronde"), name="speeddate_een_mens_per_tafel"),
            models.UniqueConstraint(fields=("kandidaat", "werkgever"), name="speeddate_elkaar_een_keer"),
        ]

    def __str__(self) -> str:
        return f"ronde {self.ronde} tafel {self.tafel}"
