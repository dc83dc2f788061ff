"""Learning on the way to work: what, where, how long, and what came of it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.modellen import MetVersie
from werklandschap.kern.dossiers.models import Dossier


class Traject(MetVersie):
    """A course or training. `vorm` is a code of data/vormen.yaml; `kosten` in euros.

    `inhoud` says in words what it teaches: at the end competences are suggested from it. `certificaat` is a code of
    certificates, or empty.
    """

    class Status(models.TextChoices):
        GEPLAND = "gepland", _("Gepland")
        LOOPT = "loopt", _("Loopt")
        AFGEROND = "afgerond", _("Afgerond")
        GESTOPT = "gestopt", _("Gestopt")

    class Stopreden(models.TextChoices):
        TE_MOEILIJK = "te_moeilijk", _("Het was te moeilijk")
        PAST_NIET = "past_niet", _("Het past niet bij wat iemand wil")
        THUIS = "thuis", _("Thuis of zorg voor een ander ging voor")
        REIS = "reis", _("De reis")
        GELD = "geld", _("De kosten of het inkomen")
        WERK = "werk", _("Werk gevonden")
        AANBIEDER = "aanbieder", _("De opleiding ging niet door")
        ANDERS = "anders", _("Iets anders")

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="trajecten")
    vorm = models.CharField(_("vorm"), max_length=30)
    naam = models.CharField(_("opleiding"), max_length=150)
    aanbieder = models.CharField(_("bij wie"), max_length=150, blank=True)
    van = models.DateField(_("van"))
    tot = models.DateField(_("tot en met"), null=True, blank=True)
    kosten = models.DecimalField(_("kosten"), max_digits=8, decimal_places=2, null=True, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.GEPLAND)
    stopreden = models.CharField(_("soort reden"), max_length=15, choices=Stopreden, blank=True)
    reden_gestopt = models.CharField(_("waarom gestopt"), max_length=300, blank=True)
    resultaat = models.CharField(_("resultaat"), max_length=300, blank=True)
    afgerond_op = models.DateField(_("afgerond op"), null=True, blank=True)
    certificaat = models.CharField(_("certificaat"), max_length=60, blank=True)
    inhoud = models.TextField(_("wat leert iemand daar"), blank=True)
    werkprocessen: Any = models.JSONField(_("werkprocessen op de verklaring"), default=list, blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    gemaakt_op = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("traject")
        verbose_name_plural = _("trajecten")
        ordering = ("-van", "-id")
        constraints = [
            models.CheckConstraint(
                name="traject_eindigt_na_begin",
                condition=models.Q(tot__isnull=True) | models.Q(tot__gte=models.F("van")),
            ),
            models.CheckConstraint(
                name="traject_gestopt_met_reden", condition=~models.Q(status="gestopt", reden_gestopt="")
            ),
            models.CheckConstraint(
                name="traject_kosten_positief", condition=models.Q(kosten__isnull=True) | models.Q(kosten__gte=0)
            ),
        ]

    def __str__(self) -> str:
        return self.naam

    @property
    def is_lopend(self) -> bool:
        """Planned or running."""
        return self.status in (self.Status.GEPLAND, self.Status.LOOPT)
