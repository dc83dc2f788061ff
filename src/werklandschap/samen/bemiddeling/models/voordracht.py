"""Presenting a candidate to an employer: one row per candidate × job profile, every step with its time."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.modellen import MetVersie
from werklandschap.kern.dossiers.models import Dossier, Toestemming
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht


class VoordrachtQuerySet(models.QuerySet["Voordracht"]):
    def voor(self, gebruiker: Gebruiker) -> VoordrachtQuerySet:
        """Rows this user may see. An employer sees only presented candidates whose consent is valid now."""
        if gebruiker.heeft(Recht.VOORDRAGEN) or gebruiker.heeft(Recht.KANDIDATEN_ZIEN):
            return self.filter(dossier__gemeente=gebruiker.gemeente_id)
        if gebruiker.heeft(Recht.BEDRIJF):
            bij_werkgever = self.filter(
                werkprofiel__werkgever__contactpersonen__account=gebruiker,
                werkprofiel__werkgever__contactpersonen__actief=True,
            )
            return bij_werkgever.zichtbaar_voor_werkgever().distinct()
        if gebruiker.heeft(Recht.MIJN):
            return self.filter(dossier__werkzoekende__account=gebruiker).exclude(
                status=Voordracht.Status.VOORGESELECTEERD, wil_zelf_op__isnull=True
            )
        return self.none()

    def zichtbaar_voor_werkgever(self) -> VoordrachtQuerySet:
        """Presented, and consent given, not withdrawn, not past its end."""
        vandaag = timezone.localdate()
        return self.filter(
            Q(toestemming__tot__isnull=True) | Q(toestemming__tot__gte=vandaag),
            status__in=Voordracht.BIJ_WERKGEVER,
            toestemming__antwoord=True,
            toestemming__ingetrokken_op__isnull=True,
        )

    def lopend(self) -> VoordrachtQuerySet:
        """Not ended."""
        return self.exclude(status__in=Voordracht.GEEINDIGD)


class Voordracht(MetVersie):
    """A candidate for a job profile. Which step follows which stands in `overgangen.py`."""

    class Status(models.TextChoices):
        VOORGESELECTEERD = "voorgeselecteerd", _("Voorgeselecteerd")
        GEVRAAGD = "gevraagd", _("Aan de kandidaat gevraagd")
        TOEGESTEMD = "toegestemd", _("Kandidaat zegt ja")
        AFGEZIEN = "afgezien", _("Kandidaat ziet ervan af")
        VOORGEDRAGEN = "voorgedragen", _("Voorgedragen aan de werkgever")
        IN_GESPREK = "in_gesprek", _("In gesprek")
        AANGENOMEN = "aangenomen", _("Werkgever zegt ja")
        AFGEWEZEN = "afgewezen", _("Werkgever zegt nee")
        GEPLAATST = "geplaatst", _("Geplaatst")
        INGETROKKEN = "ingetrokken", _("Ingetrokken")

    BIJ_WERKGEVER = (Status.VOORGEDRAGEN, Status.IN_GESPREK, Status.AANGENOMEN, Status.GEPLAATST)
    GEEINDIGD = (Status.AFGEZIEN, Status.AFGEWEZEN, Status.GEPLAATST, Status.INGETROKKEN)

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="voordrachten")
    werkprofiel = models.ForeignKey(Werkprofiel, models.PROTECT, related_name="voordrachten")
    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.VOORGESELECTEERD)
    toestemming = models.ForeignKey(Toestemming, models.PROTECT, null=True, blank=True, related_name="voordrachten")
    # Written for the employer, checked by the professional; nothing an employer may not know.
    introductie = models.TextField(_("introductie voor de werkgever"), blank=True)
    # How the match stood when the candidate was chosen: totals and formula version.
    score_nu = models.PositiveSmallIntegerField(null=True, blank=True)
    score_straks = models.PositiveSmallIntegerField(null=True, blank=True)
    # Supply-led: proposed to an employer who had no vacancy; the job profile stays a draft until there is a yes.
    open_voorstel = models.BooleanField(_("open voorstel, zonder vacature"), default=False)
    # The resident said on /mijn/: I want this. A sign for the professional, never part of a score.
    wil_zelf_op = models.DateTimeField(_("de kandidaat koos dit zelf op"), null=True, blank=True)
    herinnerd_op = models.DateField(_("werkgever herinnerd op"), null=True, blank=True)
    reden_keuze = models.CharField(_("waarom deze kandidaat"), max_length=300, blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    gemaakt_op = models.DateTimeField(default=timezone.now, editable=False)
    reactie_voor = models.DateField(_("reactie van de werkgever voor"), null=True, blank=True)
    # The employer's decision, and the feedback as the candidate gets it.
    besluit_reden = models.CharField(_("reden"), max_length=40, blank=True)
    besluit_toelichting = models.TextField(_("toelichting van de werkgever"), blank=True)
    besloten_op = models.DateTimeField(null=True, blank=True)
    besloten_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    terugkoppeling = models.TextField(_("terugkoppeling aan de kandidaat"), blank=True)
    teruggekoppeld_op = models.DateTimeField(null=True, blank=True)

    objects = VoordrachtQuerySet.as_manager()

    class Meta:
        verbose_name = _("voordracht")
        verbose_name_plural = _("voordrachten")
        ordering = ("-gemaakt_op", "-id")
        constraints = [
            models.UniqueConstraint(fields=("dossier", "werkprofiel"), name="een_voordracht_per_kandidaat_en_profiel"),
        ]
        indexes = [models.Index(fields=("werkprofiel", "status"))]

    def __str__(self) -> str:
        return f"voordracht {self.pk}"

    @property
    def wacht_te_lang(self) -> bool:
        """The employer let the agreed day pass without an answer."""
        open_ = self.status == self.Status.VOORGEDRAGEN and self.reactie_voor is not None
        return bool(open_ and self.reactie_voor and self.reactie_voor < timezone.localdate())


class Voordrachtstap(models.Model):
    """Every change of status, with time and actor."""

    voordracht = models.ForeignKey(Voordracht, models.CASCADE, related_name="stappen")
    van = models.CharField(max_length=20, blank=True)
    naar = models.CharField(max_length=20)
    tijd = models.DateTimeField(default=timezone.now)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    toelichting = models.TextField(blank=True)

    class Meta:
        verbose_name = _("stap van een voordracht")
        ordering = ("tijd", "id")

    def __str__(self) -> str:
        return f"{self.van} → {self.naar}"

    @property
    def naar_tekst(self) -> str:
        """The new status in words."""
        return str(Voordracht.Status(self.naar).label)


class Ontmoeting(models.Model):
    """A meeting between candidate and employer."""

    class Soort(models.TextChoices):
        VERKENNEND = "verkennend", _("Verkennend gesprek")
        SOLLICITATIE = "sollicitatie", _("Sollicitatiegesprek")
        MEELOPEN = "meelopen", _("Meeloopdag")
        SPEEDDATE = "speeddate", _("Speeddate")

    voordracht = models.ForeignKey(Voordracht, models.CASCADE, related_name="ontmoetingen")
    soort = models.CharField(_("soort"), max_length=12, choices=Soort)
    wanneer = models.DateTimeField(_("wanneer"))
    minuten = models.PositiveSmallIntegerField(_("hoe lang (minuten)"), default=60, validators=[MinValueValidator(5)])
    waar = models.CharField(_("waar"), max_length=200, blank=True)
    begeleider = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("begeleider")
    )
    uitkomst = models.CharField(
        _("uitkomst"),
        max_length=12,
        blank=True,
        choices=[
            ("verder", _("We gaan verder")),
            ("stop", _("We stoppen")),
            ("niet_geweest", _("Het gesprek ging niet door")),
            ("niet_gekomen", _("De kandidaat was er niet")),
        ],
    )
    verslag = models.TextField(_("verslag"), blank=True)
    # How often the invitation changed (SEQUENCE of RFC 5545), and when the meeting was called off.
    volgnummer = models.PositiveSmallIntegerField(default=0, editable=False)
    afgezegd_op = models.DateTimeField(null=True, blank=True, editable=False)
    afzegreden = models.CharField(_("waarom gaat het niet door"), max_length=200, blank=True)
    herinnerd_op = models.DateField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("ontmoeting")
        verbose_name_plural = _("ontmoetingen")
        ordering = ("wanneer", "id")

    def __str__(self) -> str:
        return f"{self.soort} {self.wanneer:%Y-%m-%d}"

    @property
    def tot(self) -> datetime:
        """When it ends."""
        return self.wanneer + timedelta(minutes=self.minuten)

    @property
    def gaat_door(self) -> bool:
        """Planned, not called off, and nobody wrote down yet how it went."""
        return self.afgezegd_op is None and not self.uitkomst


class Begeleidingsnotitie(models.Model):
    """What was said about support while somebody is being introduced; the employer never reads it."""

    class Voor(models.TextChoices):
        KANDIDAAT = "kandidaat", _("De kandidaat")
        WERKGEVER = "werkgever", _("De werkgever")
        SAMEN = "samen", _("Allebei")

    voordracht = models.ForeignKey(Voordracht, models.CASCADE, related_name="begeleiding")
    voor = models.CharField(_("voor wie is de hulp"), max_length=10, choices=Voor, default=Voor.KANDIDAAT)
    tekst = models.TextField(_("wat is er besproken"))
    vervolg_op = models.DateField(_("wanneer kijkt u weer"), null=True, blank=True)
    tijd = models.DateTimeField(default=timezone.now, editable=False)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)

    class Meta:
        verbose_name = _("notitie over begeleiding")
        ordering = ("-tijd", "-id")

    def __str__(self) -> str:
        return f"begeleiding {self.pk}"


class Bemiddelingsafspraak(MetVersie):
    """What was agreed with a private party that brings people to work; the party is a relation like any employer."""

    class Soort(models.TextChoices):
        UITZEND = "uitzend", _("Uitzendbureau")
        DETACHEERDER = "detacheerder", _("Detacheerder")
        REINTEGRATIE = "reintegratie", _("Re-integratiebedrijf")
        ANDERS = "anders", _("Andere private partij")

    werkgever = models.OneToOneField(Werkgever, models.CASCADE, related_name="bemiddelingsafspraak")
    soort = models.CharField(_("wat voor partij"), max_length=14, choices=Soort)
    afspraken = models.TextField(_("afspraken"))
    van = models.DateField(_("geldt vanaf"))
    tot = models.DateField(_("geldt tot en met"), null=True, blank=True)

    class Meta:
        verbose_name = _("afspraak met een private partij")
        verbose_name_plural = _("afspraken met private partijen")

    def __str__(self) -> str:
        return f"{self.soort} {self.werkgever_id}"

    @property
    def geldt(self) -> bool:
        """Does it hold today?"""
        vandaag = timezone.localdate()
        return self.van <= vandaag and (self.tot is None or vandaag <= self.tot)
