"""The matching consultation of partners, why somebody was not presented, and preparing who can grow into a job."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.modellen import AlleenToevoegen, MetVersie
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht


class OverlegQuerySet(models.QuerySet["Overleg"]):
    def voor(self, gebruiker: Gebruiker) -> OverlegQuerySet:
        """Meetings one takes part in, and for who presents people those of the own municipality."""
        mijn = Q(deelnemers=gebruiker)
        if gebruiker.heeft(Recht.VOORDRAGEN) and gebruiker.gemeente_id is not None:
            mijn |= Q(gemeente=gebruiker.gemeente_id)
        return self.filter(mijn).distinct()


class Overleg(MetVersie):
    """A meeting in which several partners look for people for a few jobs."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="overleggen")
    naam = models.CharField(_("naam"), max_length=150)
    wanneer = models.DateTimeField(_("wanneer"))
    waar = models.CharField(_("waar"), max_length=150, blank=True)
    deelnemers = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="overleggen", verbose_name=_("wie"))
    werkprofielen = models.ManyToManyField(Werkprofiel, related_name="overleggen", verbose_name=_("werkprofielen"))
    afgerond_op = models.DateTimeField(null=True, blank=True, editable=False)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects = OverlegQuerySet.as_manager()

    class Meta:
        verbose_name = _("matchingsoverleg")
        verbose_name_plural = _("matchingsoverleggen")
        ordering = ("-wanneer", "-id")

    def __str__(self) -> str:
        return self.naam


class Overlegkandidaat(models.Model):
    """Somebody in a meeting, known by a number: what was shared is what stands here.

    `sterk` [name], `leren` [name]; the dossier is for who may see it.
    """

    class Besluit(models.TextChoices):
        VOORDRAGEN = "voordragen", _("Vragen en voordragen")
        VOORBEREIDEN = "voorbereiden", _("Eerst voorbereiden")
        UITZOEKEN = "uitzoeken", _("Iets uitzoeken")
        NIET = "niet", _("Niet voor dit werk")

    overleg = models.ForeignKey(Overleg, models.CASCADE, related_name="kandidaten")
    werkprofiel = models.ForeignKey(Werkprofiel, models.CASCADE, related_name="+")
    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="overlegplekken")
    nummer = models.PositiveIntegerField()
    score_nu = models.PositiveIntegerField()
    score_straks = models.PositiveIntegerField()
    sterk: Any = models.JSONField(default=list)
    leren: Any = models.JSONField(default=list)
    ingebracht_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    ingebracht_op = models.DateTimeField(default=timezone.now, editable=False)
    besluit = models.CharField(_("besluit"), max_length=15, choices=Besluit, blank=True)
    reden = models.CharField(_("reden"), max_length=30, blank=True)
    toelichting = models.CharField(_("toelichting"), max_length=300, blank=True)
    besloten_op = models.DateTimeField(null=True, blank=True)
    besloten_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("kandidaat in een overleg")
        ordering = ("nummer",)
        constraints = [
            models.UniqueConstraint(fields=("overleg", "nummer"), name="overlegkandidaat_nummer_uniek"),
            models.UniqueConstraint(fields=("overleg", "werkprofiel", "dossier"), name="overlegkandidaat_uniek"),
        ]

    def __str__(self) -> str:
        return f"{self.overleg_id}: {self.nummer}"


class Onthulling(AlleenToevoegen):
    """Somebody who may asked for the name behind a number."""

    kandidaat = models.ForeignKey(Overlegkandidaat, models.CASCADE, related_name="onthullingen")
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    op = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("getoonde naam")
        constraints = [models.UniqueConstraint(fields=("kandidaat", "door"), name="onthulling_uniek")]

    def __str__(self) -> str:
        return f"{self.kandidaat_id} {self.door_id}"


class Afweging(AlleenToevoegen):
    """Why somebody was not presented for a job; `reden` is a code of the catalogue."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="afwegingen")
    werkprofiel = models.ForeignKey(Werkprofiel, models.CASCADE, related_name="afwegingen")
    reden = models.CharField(_("reden"), max_length=30)
    toelichting = models.CharField(_("toelichting"), max_length=300, blank=True)
    op = models.DateTimeField(default=timezone.now, editable=False)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("afweging")
        verbose_name_plural = _("afwegingen")
        ordering = ("-op", "-id")
        indexes = [models.Index(fields=("werkprofiel", "dossier"))]

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.reden}"


class Voorbereiding(models.Model):
    """What somebody learns to grow into a job: `stappen` [{naam, nu, nodig}], to be ready on `klaar_op`."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="voorbereidingen")
    werkprofiel = models.ForeignKey(Werkprofiel, models.CASCADE, related_name="voorbereidingen")
    stappen: Any = models.JSONField(default=list)
    klaar_op = models.DateField(_("klaar op"))
    gemaakt_op = models.DateTimeField(default=timezone.now, editable=False)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("voorbereiding op werk")
        ordering = ("-gemaakt_op", "-id")
        constraints = [models.UniqueConstraint(fields=("dossier", "werkprofiel"), name="voorbereiding_uniek")]

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.werkprofiel_id}"


class OpenHiring(models.Model):
    """A job without selection: who registers first begins first."""

    werkprofiel = models.OneToOneField(Werkprofiel, models.CASCADE, related_name="open_hiring")
    geopend_op = models.DateTimeField(default=timezone.now, editable=False)
    gesloten_op = models.DateTimeField(null=True, blank=True, editable=False)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("open hiring")

    def __str__(self) -> str:
        return str(self.werkprofiel_id)


class Aanmelding(models.Model):
    """A place in the line of an open hiring job; `aangemeld_op` decides, and nothing else."""

    class Status(models.TextChoices):
        WACHT = "wacht", _("Wacht")
        AAN_DE_BEURT = "beurt", _("Aan de beurt")
        GESTOPT = "gestopt", _("Wil niet meer")

    lijst = models.ForeignKey(OpenHiring, models.CASCADE, related_name="aanmeldingen")
    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="open_hiring")
    aangemeld_op = models.DateTimeField(default=timezone.now, editable=False)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.WACHT)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("aanmelding")
        verbose_name_plural = _("aanmeldingen")
        ordering = ("aangemeld_op", "id")
        constraints = [models.UniqueConstraint(fields=("lijst", "dossier"), name="aanmelding_uniek")]

    def __str__(self) -> str:
        return f"{self.lijst_id} {self.dossier_id}"


class GroeiwensQuerySet(models.QuerySet["Groeiwens"]):
    def zonder_antwoord(self) -> GroeiwensQuerySet:
        """Asked and not answered, while the job is still open, has not begun, and the person is still with us."""
        return self.filter(
            antwoord__isnull=True,
            werkprofiel__status=Werkprofiel.Status.OPEN,
            werkprofiel__start__gt=timezone.localdate(),
            dossier__status=Dossier.Status.OPEN,
        )


class Groeiwens(models.Model):
    """Does this person want to grow into this job? `leren` [name of a competence]; `antwoord` None: not answered."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="groeiwensen")
    werkprofiel = models.ForeignKey(Werkprofiel, models.CASCADE, related_name="groeiwensen")
    leren: Any = models.JSONField(default=list)
    gevraagd_op = models.DateTimeField(default=timezone.now, editable=False)
    gevraagd_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    antwoord = models.BooleanField(_("wil dit"), null=True, blank=True)
    beantwoord_op = models.DateTimeField(null=True, blank=True)
    beantwoord_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    herinnerd_op = models.DateField(null=True, blank=True, editable=False)

    objects = GroeiwensQuerySet.as_manager()

    class Meta:
        verbose_name = _("wens om te groeien")
        ordering = ("gevraagd_op", "id")
        constraints = [models.UniqueConstraint(fields=("dossier", "werkprofiel"), name="groeiwens_uniek")]

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.werkprofiel_id}"
