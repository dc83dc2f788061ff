"""Sustainable employability on the agenda, personnel questions, employees at risk, and news."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.relaties.models import Contactpersoon, Werkgever
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht


class Routegesprek(models.Model):
    """One of the four routes was discussed with an employer."""

    werkgever = models.ForeignKey(Werkgever, models.CASCADE, related_name="routegesprekken")
    route = models.CharField(_("route"), max_length=30)
    besproken_op = models.DateField(_("besproken op"))
    uitkomst = models.TextField(_("uitkomst"))
    opnieuw_op = models.DateField(_("opnieuw bespreken op"), null=True, blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("gesprek over een route")
        ordering = ("-besproken_op", "-id")

    def __str__(self) -> str:
        return f"{self.route} {self.besproken_op}"


class VraagQuerySet(models.QuerySet["Vraag"]):
    def voor(self, gebruiker: Gebruiker) -> VraagQuerySet:
        """Questions of employers in the region."""
        if gebruiker.heeft(Recht.RELATIES_LEZEN) and gebruiker.gemeente is not None:
            return self.filter(werkgever__gemeente__regio=gebruiker.gemeente.regio_id)
        return self.none()


class Vraag(models.Model):
    """A personnel question of an employer, with an answer that colleagues find again."""

    werkgever = models.ForeignKey(Werkgever, models.CASCADE, related_name="vragen")
    vraag = models.TextField(_("vraag"))
    gesteld_op = models.DateTimeField(default=timezone.now, editable=False)
    gesteld_aan = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    antwoord = models.TextField(_("antwoord"), blank=True)
    bron = models.CharField(_("bron"), max_length=200, blank=True)
    beantwoord_op = models.DateTimeField(null=True, blank=True, editable=False)
    beantwoord_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = VraagQuerySet.as_manager()

    class Meta:
        verbose_name = _("vraag")
        verbose_name_plural = _("vragen")
        ordering = ("-gesteld_op", "-id")

    def __str__(self) -> str:
        return self.vraag[:60]


class Nieuwsbericht(models.Model):
    """News for employers whom it concerns; every empty list means everyone. See `Selectie` in nieuws.py."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="nieuwsberichten")
    titel = models.CharField(_("titel"), max_length=150)
    tekst = models.TextField(_("tekst"))
    sectoren = models.JSONField(_("sectoren"), default=list, blank=True)
    groottes = models.JSONField(_("grootte"), default=list, blank=True)
    onderwerpen = models.JSONField(_("waarover"), default=list, blank=True)
    instrumenten = models.JSONField(_("instrumenten"), default=list, blank=True)
    # Years back in which the employer used one of the instruments; 0 is today.
    jaren = models.PositiveSmallIntegerField(_("gebruikt in de laatste jaren"), default=0)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    gemaakt_op = models.DateTimeField(default=timezone.now, editable=False)
    verstuurd_op = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("nieuwsbericht")
        verbose_name_plural = _("nieuwsberichten")
        ordering = ("-gemaakt_op", "-id")

    def __str__(self) -> str:
        return self.titel


class Nieuwsontvangst(models.Model):
    """What was sent to whom, and when it left."""

    bericht = models.ForeignKey(Nieuwsbericht, models.CASCADE, related_name="ontvangsten")
    persoon = models.ForeignKey(Contactpersoon, models.CASCADE, related_name="nieuws")
    email = models.EmailField()
    verzonden_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("ontvangst van nieuws")
        constraints = [models.UniqueConstraint(fields=("bericht", "persoon"), name="nieuws_een_keer_per_persoon")]

    def __str__(self) -> str:
        return f"{self.bericht_id} → {self.persoon_id}"


class Risico(models.Model):
    """An employee who may drop out: no name and nothing medical, only what the work needs. `aanpak` is what we do."""

    class Aanpak(models.TextChoices):
        INSTRUMENT = "instrument", _("Instrument inzetten")
        VERWIJZEN = "verwijzen", _("Doorverwijzen")

    werkgever = models.ForeignKey(Werkgever, models.CASCADE, related_name="risico_s")
    soort = models.CharField(_("wat speelt er"), max_length=30)
    functie = models.CharField(_("functie van de medewerker"), max_length=100)
    werk = models.CharField(_("wat lukt niet meer op het werk"), max_length=300, blank=True)
    aanpak = models.CharField(_("wat doen we"), max_length=12, choices=Aanpak)
    instrument = models.CharField(_("instrument"), max_length=40, blank=True)
    naar = models.CharField(_("naar wie"), max_length=150, blank=True)
    terug_op = models.DateField(_("terugkijken op"))
    afloop = models.CharField(_("hoe liep het af"), max_length=300, blank=True)
    klaar_op = models.DateField(null=True, blank=True, editable=False)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    gemaakt_op = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("medewerker met risico op uitval")
        ordering = ("klaar_op", "terug_op", "id")

    def __str__(self) -> str:
        return f"{self.soort}: {self.functie}"
