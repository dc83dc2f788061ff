"""Which ways of inclusive employment suit a company, its steps, and what it works out: orders, counts, policy."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.modellen import AlleenToevoegen
from werklandschap.kern.organisaties.models import Gemeente, Regio
from werklandschap.kern.relaties.models import Werkgever


class Manierkeuze(models.Model):
    """A way of inclusive employment on the company's short list."""

    werkgever = models.ForeignKey(Werkgever, models.CASCADE, related_name="manierkeuzes")
    manier = models.CharField(_("manier"), max_length=40)
    functies = models.CharField(_("voor welke functies"), max_length=300, blank=True)
    gekozen_op = models.DateField(default=timezone.localdate, editable=False)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("gekozen manier")
        ordering = ("gekozen_op", "id")
        constraints = [models.UniqueConstraint(fields=("werkgever", "manier"), name="manierkeuze_uniek")]

    def __str__(self) -> str:
        return self.manier


class Werkgeverstap(models.Model):
    """A step of the company's plan; the employer or a colleague takes it."""

    class Status(models.TextChoices):
        OPEN = "open", _("Open")
        KLAAR = "klaar", _("Klaar")
        VERVALLEN = "vervallen", _("Vervallen")

    werkgever = models.ForeignKey(Werkgever, models.CASCADE, related_name="stappen")
    tekst = models.CharField(_("stap"), max_length=300)
    wie = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("wie van ons")
    )
    voor_op = models.DateField(_("voor"))
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.OPEN)

    class Meta:
        verbose_name = _("stap")
        verbose_name_plural = _("stappen")
        ordering = ("voor_op", "id")

    def __str__(self) -> str:
        return self.tekst

    @property
    def is_te_laat(self) -> bool:
        """Still open after its date."""
        return self.status == self.Status.OPEN and self.voor_op < timezone.localdate()


class Functie(models.Model):
    """A function at the company, and whether it suits an inclusive way of working."""

    class Geschikt(models.TextChoices):
        JA = "ja", _("Geschikt")
        DEELS = "deels", _("Geschikt met een aanpassing")
        NEE = "nee", _("Nu niet geschikt")

    werkgever = models.ForeignKey(Werkgever, models.CASCADE, related_name="functies")
    naam = models.CharField(_("functie"), max_length=120)
    mensen = models.PositiveIntegerField(_("hoeveel mensen doen dit werk"), null=True, blank=True)
    geschikt = models.CharField(_("geschikt"), max_length=10, choices=Geschikt)
    waarom = models.CharField(_("waarom"), max_length=300, blank=True)
    manier = models.CharField(_("manier die past"), max_length=40, blank=True)
    op = models.DateField(default=timezone.localdate, editable=False)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("functie")
        ordering = ("naam", "id")
        constraints = [models.UniqueConstraint(fields=("werkgever", "naam"), name="werkgeverfunctie_uniek")]

    def __str__(self) -> str:
        return self.naam


class Checklist(AlleenToevoegen):
    """The answers about the situation of a company on a day: `antwoorden` {question: true | false}."""

    werkgever = models.ForeignKey(Werkgever, models.CASCADE, related_name="checklists")
    antwoorden: Any = models.JSONField()
    op = models.DateField(default=timezone.localdate, editable=False)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("checklist")
        ordering = ("-op", "-id")

    def __str__(self) -> str:
        return f"{self.werkgever_id} {self.op}"


class SroiOpdracht(models.Model):
    """An order of the government with an obligation for social return."""

    werkgever = models.ForeignKey(Werkgever, models.CASCADE, related_name="sroi_opdrachten")
    naam = models.CharField(_("opdracht"), max_length=150)
    opdrachtgever = models.CharField(_("opdrachtgever"), max_length=150, blank=True)
    waarde = models.DecimalField(_("waarde van de opdracht"), max_digits=12, decimal_places=2)
    percentage = models.DecimalField(_("percentage social return"), max_digits=5, decimal_places=2)
    van = models.DateField(_("begint op"))
    tot = models.DateField(_("loopt tot en met"))
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("opdracht met social return")
        ordering = ("-van", "-id")

    def __str__(self) -> str:
        return self.naam


class SroiInvulling(models.Model):
    """What fulfils an order: a placement (`plek`, its number) or an amount of hours or euros (`aantal`)."""

    opdracht = models.ForeignKey(SroiOpdracht, models.CASCADE, related_name="invullingen")
    bouwblok = models.CharField(_("bouwblok"), max_length=40)
    plek = models.PositiveBigIntegerField(null=True, blank=True)
    aantal = models.DecimalField(_("aantal"), max_digits=12, decimal_places=2, null=True, blank=True)
    omschrijving = models.CharField(_("omschrijving"), max_length=200, blank=True)
    op = models.DateField(default=timezone.localdate, editable=False)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("invulling van social return")
        ordering = ("op", "id")
        constraints = [
            models.UniqueConstraint(fields=("opdracht", "plek"), name="sroi_plek_een_keer"),
            models.CheckConstraint(
                name="sroi_plek_of_aantal",
                condition=models.Q(plek__isnull=False, aantal__isnull=True) | models.Q(plek__isnull=True, aantal__gt=0),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.opdracht_id}: {self.bouwblok}"


class PsoTelling(AlleenToevoegen):
    """What a company counted on a day: people and full time equivalents, of which in the target group."""

    werkgever = models.ForeignKey(Werkgever, models.CASCADE, related_name="psotellingen")
    mensen = models.PositiveIntegerField(_("aantal mensen in dienst"))
    fte = models.DecimalField(_("voltijdbanen"), max_digits=8, decimal_places=2)
    fte_doelgroep = models.DecimalField(_("voltijdbanen van mensen uit de doelgroep"), max_digits=8, decimal_places=2)
    op = models.DateField(default=timezone.localdate, editable=False)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("telling voor de PSO")
        ordering = ("-op", "-id")

    def __str__(self) -> str:
        return f"{self.werkgever_id} {self.op}"


class Beleidsversie(AlleenToevoegen):
    """A version of an HR policy or mission statement: `teksten` {building block: words of this company}."""

    class Soort(models.TextChoices):
        HR = "hr", _("Inclusief personeelsbeleid")
        MISSIE = "missie", _("Inclusieve missie")

    werkgever = models.ForeignKey(Werkgever, models.CASCADE, related_name="beleid")
    soort = models.CharField(_("soort"), max_length=10, choices=Soort)
    versie = models.PositiveIntegerField(_("versie"))
    teksten: Any = models.JSONField()
    op = models.DateField(default=timezone.localdate, editable=False)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("versie van beleid")
        ordering = ("-versie",)
        constraints = [models.UniqueConstraint(fields=("werkgever", "soort", "versie"), name="beleidsversie_uniek")]

    def __str__(self) -> str:
        return f"{self.get_soort_display()} {self.versie}"


class Rekenversie(AlleenToevoegen):
    """What a region calculates with from a day on, or a municipality that does otherwise.

    The newest row of a day counts. `waarden` None: from that day on the municipality follows its region again.
    """

    class Soort(models.TextChoices):
        SROI = "sroi", _("Bedragen voor social return")
        PSO = "pso", _("Normen van de PSO")

    soort = models.CharField(_("soort"), max_length=10, choices=Soort)
    gemeente = models.ForeignKey(Gemeente, models.CASCADE, null=True, blank=True, related_name="+")
    regio = models.ForeignKey(Regio, models.CASCADE, null=True, blank=True, related_name="+")
    vanaf = models.DateField(_("vanaf"))
    bron = models.CharField(_("bron"), max_length=200)
    waarden: Any = models.JSONField(null=True)
    op = models.DateTimeField(default=timezone.now, editable=False)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("versie waarmee we rekenen")
        ordering = ("vanaf", "id")
        constraints = [
            models.CheckConstraint(
                name="rekenversie_van_gemeente_of_regio",
                condition=models.Q(gemeente__isnull=True, regio__isnull=False, waarden__isnull=False)
                | models.Q(gemeente__isnull=False, regio__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"{self.soort} {self.vanaf}"
