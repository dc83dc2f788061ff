"""Obstacles with an owner and a date, and the person's own network."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.modellen import MetVersie
from werklandschap.kern.dossiers.models import Dossier


class Obstakel(MetVersie):
    """Something practical in the way of work: who solves it, before when."""

    class Soort(models.TextChoices):
        VERVOER = "vervoer", _("Vervoer")
        ZORG = "zorg", _("Zorg voor kinderen of een ander")
        BELASTBAARHEID = "belastbaarheid", _("Wat iemand aankan")
        BEGELEIDING = "begeleiding", _("Hulp op het werk nodig")
        ANDERS = "anders", _("Iets anders")

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="obstakels")
    soort = models.CharField(_("soort"), max_length=15, choices=Soort, default=Soort.ANDERS)
    tekst = models.CharField(_("wat zit in de weg"), max_length=200)
    wie = models.CharField(_("wie lost het op"), max_length=120)
    voor_op = models.DateField(_("voor"))
    opgelost_op = models.DateField(_("opgelost op"), null=True, blank=True)
    oplossing = models.CharField(_("hoe is het opgelost"), max_length=300, blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    gemaakt_op = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("obstakel")
        verbose_name_plural = _("obstakels")
        ordering = ("opgelost_op", "voor_op", "id")

    def __str__(self) -> str:
        return self.tekst

    @property
    def is_te_laat(self) -> bool:
        """Not solved and past its date."""
        return self.opgelost_op is None and self.voor_op < timezone.localdate()


class Netwerkcontact(models.Model):
    """Somebody the person knows who may help. A first name is enough; nothing else about them is kept."""

    class Nabij(models.IntegerChoices):
        HEEL_DICHTBIJ = 1, _("Heel dichtbij")
        DICHTBIJ = 2, _("Dichtbij")
        VERDER_WEG = 3, _("Verder weg")

    class Hulp(models.TextChoices):
        WERK = "werk", _("Weet van werk")
        PRAKTISCH = "praktisch", _("Helpt met dingen doen")
        STEUN = "steun", _("Geeft moed")
        RAAD = "raad", _("Denkt mee")
        ANDERS = "anders", _("Iets anders")

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="netwerk")
    naam = models.CharField(_("voornaam"), max_length=60)
    waarvan = models.CharField(_("waarvan kent u elkaar"), max_length=100, blank=True)
    nabij = models.PositiveSmallIntegerField(_("hoe dichtbij"), choices=Nabij, default=Nabij.DICHTBIJ)
    hulp = models.CharField(_("soort hulp"), max_length=10, choices=Hulp, default=Hulp.ANDERS)
    kan_helpen_met = models.CharField(_("kan helpen met"), max_length=200)
    gesproken_op = models.DateField(_("gesproken op"), null=True, blank=True)
    uitkomst = models.CharField(_("wat leverde het op"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("contact uit eigen netwerk")
        verbose_name_plural = _("contacten uit eigen netwerk")
        ordering = ("nabij", "naam", "id")
        constraints = [models.CheckConstraint(name="netwerk_nabij_1_3", condition=models.Q(nabij__gte=1, nabij__lte=3))]

    def __str__(self) -> str:
        return self.naam


class Oefening(models.Model):
    """One time somebody practised a skill: what, how it went in their own words, and which kind of skill."""

    class Categorie(models.TextChoices):
        WERKNEMER = "werknemer", _("Werken met anderen en op tijd zijn")
        VAK = "vak", _("Het vak")
        SOLLICITEREN = "solliciteren", _("Solliciteren")
        PRESENTEREN = "presenteren", _("Uzelf laten zien")
        PROBLEMEN = "problemen", _("Problemen oplossen en volhouden")

    HOE_GING_HET = ((1, _("moeilijk")), (2, _("ging wel")), (3, _("goed")), (4, _("heel goed")))

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="oefeningen")
    categorie = models.CharField(_("soort"), max_length=15, choices=Categorie)
    wat = models.CharField(_("wat is geoefend"), max_length=200)
    hoe_ging_het = models.PositiveSmallIntegerField(_("hoe ging het"), choices=HOE_GING_HET)
    op = models.DateField(_("op"), default=timezone.localdate)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("oefening")
        verbose_name_plural = _("oefeningen")
        ordering = ("-op", "-id")
        constraints = [
            models.CheckConstraint(name="oefening_1_4", condition=models.Q(hoe_ging_het__gte=1, hoe_ging_het__lte=4))
        ]

    def __str__(self) -> str:
        return self.wat
