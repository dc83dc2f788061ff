"""Quick small help, and the check of provisions."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.modellen import AlleenToevoegen, MetVersie
from werklandschap.kern.dossiers.models import Dossier


class Snellehulp(MetVersie):
    """A practical obstacle solved quickly: asked for, decided by somebody with the right, arranged."""

    class Status(models.TextChoices):
        GEVRAAGD = "gevraagd", _("Gevraagd")
        AKKOORD = "akkoord", _("Akkoord, nog regelen")
        GEREGELD = "geregeld", _("Geregeld")
        AFGEWEZEN = "afgewezen", _("Afgewezen")

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="snelle_hulp")
    wat = models.CharField(_("wat is er nodig"), max_length=150)
    waarom = models.CharField(_("waarom helpt dit nu"), max_length=300, blank=True)
    bedrag = models.DecimalField(_("bedrag in euro"), max_digits=8, decimal_places=2, default=0)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.GEVRAAGD)
    gevraagd_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    gevraagd_op = models.DateTimeField(default=timezone.now, editable=False)
    besloten_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    besloten_op = models.DateTimeField(null=True, blank=True, editable=False)
    besluit = models.CharField(_("toelichting op het besluit"), max_length=300, blank=True)
    geregeld_op = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("snelle hulp")
        verbose_name_plural = _("snelle hulp")
        ordering = ("-gevraagd_op", "-id")
        constraints = [models.CheckConstraint(name="snelle_hulp_niet_negatief", condition=models.Q(bedrag__gte=0))]

    def __str__(self) -> str:
        return self.wat


class Voorzieningencheck(AlleenToevoegen):
    """One check of what somebody may be entitled to: the answers given and the hints that followed."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="voorzieningenchecks")
    # {question: true | false}; skipped questions are left out.
    antwoorden: Any = models.JSONField(default=dict)
    # {provision: kansrijk | vraag_na | niet}
    uitkomsten: Any = models.JSONField(default=dict)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    op = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("voorzieningencheck")
        ordering = ("-op", "-id")

    def __str__(self) -> str:
        return f"{self.op:%Y-%m-%d}"


class Activiteit(MetVersie):
    """Something a person takes part in: volunteering, day activities, care for somebody; looked at again on a date."""

    class Status(models.TextChoices):
        LOOPT = "loopt", _("Loopt")
        GESTOPT = "gestopt", _("Gestopt")

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="activiteiten")
    soort = models.CharField(_("soort"), max_length=40)
    wat = models.CharField(_("wat doet de klant"), max_length=150)
    plek = models.CharField(_("waar"), max_length=150)
    contact = models.CharField(_("contactpersoon"), max_length=120, blank=True)
    telefoon = models.CharField(_("telefoon"), max_length=20, blank=True)
    uren = models.DecimalField(
        _("uren per week"),
        max_digits=4,
        decimal_places=1,
        validators=[MinValueValidator(Decimal("0.5")), MaxValueValidator(Decimal(60))],
    )
    van = models.DateField(_("vanaf"), default=timezone.localdate)
    tot = models.DateField(_("tot en met"), null=True, blank=True)
    herzien_op = models.DateField(_("samen terugkijken op"))
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.LOOPT)
    reactie = models.CharField(_("wat vindt de klant ervan"), max_length=300, blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    gemaakt_op = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("activiteit")
        verbose_name_plural = _("activiteiten")
        ordering = ("-status", "-van", "-id")
        constraints = [
            models.CheckConstraint(name="activiteit_uren_positief", condition=models.Q(uren__gt=0)),
            models.CheckConstraint(
                name="gestopte_activiteit_heeft_eind",
                condition=~models.Q(status="gestopt") | models.Q(tot__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.wat


class Meedoendoel(MetVersie):
    """Taking part is the highest aim for now: with the first step in the person's words, and a date to look again."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="meedoendoelen")
    eerste_stap = models.CharField(_("eerste stap, in de woorden van de klant"), max_length=300)
    waarom = models.CharField(_("waarom is dit nu het hoogste doel"), max_length=500)
    vanaf = models.DateField(_("vanaf"), default=timezone.localdate)
    herzien_op = models.DateField(_("opnieuw kijken op"))
    beeindigd_op = models.DateField(null=True, blank=True, editable=False)
    reden_einde = models.CharField(_("wat kan nu meer"), max_length=300, blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("meedoen als doel")
        ordering = ("-vanaf", "-id")
        constraints = [
            models.UniqueConstraint(
                fields=("dossier",), condition=models.Q(beeindigd_op__isnull=True), name="een_meedoendoel_tegelijk"
            )
        ]

    def __str__(self) -> str:
        return self.eerste_stap
