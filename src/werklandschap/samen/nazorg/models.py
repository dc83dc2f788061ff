"""After the start: a plan with a rhythm and one contact, problems with a deadline, and looking back."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.modellen import MetVersie
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.samen.plaatsing.models import Plaatsing


class Nazorgplan(MetVersie):
    """How long, how often, by whom. Contact moments are planned from it."""

    plaatsing = models.OneToOneField(Plaatsing, models.CASCADE, related_name="nazorgplan")
    sjabloon = models.CharField(_("vorm"), max_length=30)
    van = models.DateField(_("van"))
    tot = models.DateField(_("tot en met"))
    contactpersoon = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="nazorgplannen", verbose_name=_("vast contact")
    )
    inhoud = models.TextField(_("wat doen we"), blank=True)
    aanbieder = models.CharField(_("jobcoach van"), max_length=150, blank=True)
    uren = models.DecimalField(_("uren jobcoach"), max_digits=6, decimal_places=1, null=True, blank=True)
    kosten = models.DecimalField(_("kosten"), max_digits=10, decimal_places=2, null=True, blank=True)
    gestopt_op = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("nazorgplan")
        verbose_name_plural = _("nazorgplannen")
        constraints = [
            models.CheckConstraint(name="nazorg_eindigt_na_begin", condition=models.Q(tot__gte=models.F("van")))
        ]

    def __str__(self) -> str:
        return f"nazorg {self.plaatsing_id}"


class Nazorgcontact(models.Model):
    """A planned or held contact, with both sides' rating."""

    plan = models.ForeignKey(Nazorgplan, models.CASCADE, related_name="contacten")
    gepland_op = models.DateField(_("gepland op"))
    gehouden_op = models.DateField(_("gehouden op"), null=True, blank=True)
    met_wie = models.CharField(
        _("met wie"),
        max_length=10,
        choices=[("klant", _("Klant")), ("werkgever", _("Werkgever")), ("beiden", _("Allebei"))],
        default="beiden",
    )
    verslag = models.TextField(_("verslag"), blank=True)
    oordeel_klant = models.PositiveSmallIntegerField(
        _("klant (1–5)"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    oordeel_werkgever = models.PositiveSmallIntegerField(
        _("werkgever (1–5)"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    is_evaluatie = models.BooleanField(_("evaluatie"), default=False)
    # What was decided at an evaluation, from EVALUATIEBESLUITEN.
    besluit = models.CharField(_("hoe verder"), max_length=15, blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("nazorgcontact")
        verbose_name_plural = _("nazorgcontacten")
        ordering = ("gepland_op", "id")

    def __str__(self) -> str:
        return f"{self.gepland_op}"


class ProbleemQuerySet(models.QuerySet["Probleem"]):
    def voor(self, gebruiker: Gebruiker) -> ProbleemQuerySet:
        """Problems this user may see; a resident and an employer those they reported, also by phone or by a link."""
        if gebruiker.heeft(Recht.NAZORG_GEVEN) or gebruiker.heeft(Recht.DOSSIERS_LEZEN):
            return self.filter(plaatsing__dossier__gemeente=gebruiker.gemeente_id)
        zelf = models.Q(gemeld_door=gebruiker)
        if gebruiker.heeft(Recht.MIJN):
            zelf |= models.Q(gemeld_door_wie="klant", plaatsing__dossier__werkzoekende__account=gebruiker)
        if gebruiker.heeft(Recht.BEDRIJF):
            zelf |= models.Q(
                gemeld_door_wie="werkgever",
                plaatsing__werkprofiel__werkgever__contactpersonen__account=gebruiker,
                plaatsing__werkprofiel__werkgever__contactpersonen__actief=True,
            )
        return self.filter(zelf).distinct()

    def open(self) -> ProbleemQuerySet:
        """Not answered yet, soonest deadline first."""
        return self.filter(beantwoord_op__isnull=True).order_by("antwoord_voor")


class Probleem(models.Model):
    """Something goes wrong: reported by employer, client or professional, with a term in which it is answered."""

    class Kanaal(models.TextChoices):
        PORTAAL = "portaal", _("Eigen pagina")
        LINK = "link", _("Link in een e-mail")
        TELEFOON = "telefoon", _("Telefoon")
        GESPREK = "gesprek", _("Gesprek")

    plaatsing = models.ForeignKey(Plaatsing, models.CASCADE, related_name="problemen")
    soort = models.CharField(_("soort"), max_length=40)
    urgentie = models.CharField(
        _("hoe dringend"),
        max_length=10,
        choices=[("nu", _("Nu")), ("snel", _("Snel")), ("gewoon", _("Kan even wachten"))],
        default="snel",
    )
    tekst = models.TextField(_("wat is er aan de hand"))
    gemeld_door_wie = models.CharField(
        _("wie meldt"),
        max_length=12,
        choices=[
            ("werkgever", _("Werkgever")),
            ("klant", _("Klant")),
            ("collega", _("Collega")),
            ("professional", _("Professional")),
        ],
    )
    gemeld_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    kanaal = models.CharField(_("hoe gemeld"), max_length=10, choices=Kanaal, default=Kanaal.PORTAAL)
    gemeld_op = models.DateTimeField(default=timezone.now)
    antwoord_voor = models.DateTimeField(_("antwoord voor"))
    eigenaar = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="problemen", verbose_name=_("wie pakt het op")
    )
    antwoord = models.TextField(_("antwoord"), blank=True)
    beantwoord_op = models.DateTimeField(null=True, blank=True)
    beantwoord_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    opgelost: Any = models.BooleanField(_("opgelost"), null=True, blank=True)
    geescaleerd_op = models.DateTimeField(null=True, blank=True)

    objects = ProbleemQuerySet.as_manager()

    class Meta:
        verbose_name = _("probleem")
        verbose_name_plural = _("problemen")
        ordering = ("antwoord_voor", "id")

    def __str__(self) -> str:
        return f"{self.soort} {self.pk}"

    @property
    def is_te_laat(self) -> bool:
        """Unanswered after the term, or answered too late."""
        return (self.beantwoord_op or timezone.now()) > self.antwoord_voor


class Probleemgesprek(models.Model):
    """What was said or done about a problem: rows are added, never changed, and stay with the municipality."""

    probleem = models.ForeignKey(Probleem, models.CASCADE, related_name="gesprekken")
    met_wie = models.CharField(_("met wie"), max_length=120)
    tekst = models.TextField(_("wat is besproken"))
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    op = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("gesprek over een probleem")
        verbose_name_plural = _("gesprekken over een probleem")
        ordering = ("op", "id")

    def __str__(self) -> str:
        return f"{self.probleem_id} {self.op:%Y-%m-%d}"
