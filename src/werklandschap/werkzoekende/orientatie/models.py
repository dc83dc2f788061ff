"""Tests, work-experience places, the occupations somebody looks into, and what they do at home."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.competenties.models import Beroep
from werklandschap.kern.basis.modellen import MetVersie
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.organisaties.models import Regio
from werklandschap.kern.profielen.models import Werkprofiel


class Testafname(models.Model):
    """One time a questionnaire was done: {item: 0–4} and a number 0–100 per type, null unknown.

    `soort` is a code of vragenlijsten. While it is filled in bit by bit `klaar` is False and there is no result yet.
    `onderzoek`: the person lets the answers count, without a name, for how reliable the questionnaire is.
    """

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="testafnames")
    soort = models.CharField(_("welke test"), max_length=20, default="interesse")
    antwoorden: Any = models.JSONField(_("antwoorden"))
    uitslag: Any = models.JSONField(_("uitslag"), default=list, blank=True)
    klaar = models.BooleanField(_("klaar"), default=True)
    onderzoek = models.BooleanField(_("antwoorden tellen mee voor de test zelf"), default=False)
    bevestigd_op = models.DateField(_("besproken en bevestigd op"), null=True, blank=True)
    bevestigd_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    op = models.DateField(_("gedaan op"), default=timezone.localdate)

    class Meta:
        verbose_name = _("afname van een test")
        verbose_name_plural = _("afnames van tests")
        ordering = ("-op", "-id")
        constraints = [
            models.UniqueConstraint(
                fields=("dossier", "soort"), condition=models.Q(klaar=False), name="test_een_tegelijk"
            )
        ]

    def __str__(self) -> str:
        return f"{self.soort} {self.op}"


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


class Werkervaringsplek(MetVersie):
    """A place to gain experience, not a job: goal, weeks, who supervises there, and how it was looked back on.

    `werkprofiel` is the job profile it was found by, when it was. `cijfer` is the person's own mark.
    """

    class Soort(models.TextChoices):
        ERVARING = "ervaring", _("Werkervaringsplek")
        STAGE = "stage", _("Snuffelstage")
        NETWERK = "netwerk", _("Netwerkgesprek")
        LEREN = "leren", _("Leren op de werkvloer")

    class Status(models.TextChoices):
        LOOPT = "loopt", _("Loopt")
        AFGEROND = "afgerond", _("Afgerond")
        GESTOPT = "gestopt", _("Gestopt")

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="werkervaringsplekken")
    soort = models.CharField(_("soort"), max_length=10, choices=Soort, default=Soort.ERVARING)
    werkprofiel = models.ForeignKey(
        Werkprofiel, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("werkprofiel")
    )
    bedrijf = models.CharField(_("bij welk bedrijf"), max_length=150)
    doel = models.CharField(_("wat wil iemand hier leren of ontdekken"), max_length=300)
    van = models.DateField(_("van"))
    weken = models.PositiveSmallIntegerField(_("hoeveel weken"))
    uren = models.PositiveSmallIntegerField(_("uren per week"))
    begeleider = models.CharField(_("begeleider op de werkplek"), max_length=120)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.LOOPT)
    evaluatie = models.TextField(_("wat leverde het op"), blank=True)
    cijfer = models.PositiveSmallIntegerField(_("cijfer van de klant"), null=True, blank=True)
    reden_gestopt = models.CharField(_("waarom gestopt"), max_length=300, blank=True)
    klaar_op = models.DateField(_("klaar op"), null=True, blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("werkervaringsplek")
        verbose_name_plural = _("werkervaringsplekken")
        ordering = ("-van", "-id")
        constraints = [
            models.CheckConstraint(name="plek_weken", condition=models.Q(weken__gte=1, weken__lte=52)),
            models.CheckConstraint(name="plek_uren", condition=models.Q(uren__gte=1, uren__lte=40)),
            models.CheckConstraint(
                name="plek_cijfer", condition=models.Q(cijfer__isnull=True) | models.Q(cijfer__gte=1, cijfer__lte=10)
            ),
            models.CheckConstraint(
                name="plek_gestopt_met_reden", condition=~models.Q(status="gestopt", reden_gestopt="")
            ),
        ]

    def __str__(self) -> str:
        return self.bedrijf

    @property
    def tot(self) -> date:
        """The last day."""
        return self.van + timedelta(weeks=self.weken) - timedelta(days=1)

    @property
    def is_lopend(self) -> bool:
        """Agreed on or running."""
        return self.status == self.Status.LOOPT


class Arbeidsmarktkans(models.Model):
    """How large the chance on work is in a region for one occupation: an imported figure, with its day and source."""

    KANSEN = ((1, _("heel klein")), (2, _("klein")), (3, _("gemiddeld")), (4, _("groot")), (5, _("heel groot")))

    regio = models.ForeignKey(Regio, models.CASCADE, related_name="arbeidsmarktkansen")
    beroep = models.ForeignKey(Beroep, models.CASCADE, related_name="arbeidsmarktkansen", verbose_name=_("beroep"))
    kans = models.PositiveSmallIntegerField(_("kans op werk"), choices=KANSEN)
    peildatum = models.DateField(_("peildatum"))
    bron = models.CharField(_("bron"), max_length=200)

    class Meta:
        verbose_name = _("kans op de arbeidsmarkt")
        verbose_name_plural = _("kansen op de arbeidsmarkt")
        ordering = ("-kans", "beroep__label")
        constraints = [
            models.UniqueConstraint(fields=("regio", "beroep"), name="arbeidsmarktkans_een_keer"),
            models.CheckConstraint(name="arbeidsmarktkans_1_5", condition=models.Q(kans__gte=1, kans__lte=5)),
        ]

    def __str__(self) -> str:
        return f"{self.beroep}: {self.get_kans_display()}"
