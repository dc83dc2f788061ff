"""Chances on a shared interest, and the regional plan of whom we want to know."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.modellen import MetVersie
from werklandschap.kern.organisaties.models import Gemeente, Regio
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht


class Kans(models.Model):
    """Something the employer and the municipality both gain by, with the next step."""

    werkgever = models.ForeignKey(Werkgever, models.CASCADE, related_name="kansen")
    code = models.CharField(_("kans"), max_length=30)
    toelichting = models.TextField(_("toelichting"), blank=True)
    volgende_stap = models.CharField(_("volgende stap"), max_length=200)
    wie = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="kansen", verbose_name=_("wie")
    )
    voor_op = models.DateField(_("voor"))
    afgerond_op = models.DateField(null=True, blank=True, editable=False)
    uitkomst = models.CharField(_("wat is eruit gekomen"), max_length=300, blank=True)
    gemaakt_op = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("kans")
        verbose_name_plural = _("kansen")
        ordering = ("afgerond_op", "voor_op", "id")

    def __str__(self) -> str:
        return f"{self.code}: {self.volgende_stap}"


class MarktdoelQuerySet(models.QuerySet["Marktdoel"]):
    def voor(self, gebruiker: Gebruiker) -> MarktdoelQuerySet:
        """The plan of the own region."""
        if gebruiker.heeft(Recht.RELATIES_LEZEN) and gebruiker.gemeente is not None:
            return self.filter(regio=gebruiker.gemeente.regio_id)
        return self.none()


class Marktdoel(MetVersie):
    """A company that should be in our network. Who approaches it locks it, so that nobody is called twice."""

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="marktdoelen")
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="marktdoelen", verbose_name=_("gemeente"))
    werkgever = models.ForeignKey(
        Werkgever, models.SET_NULL, null=True, blank=True, related_name="marktdoelen", verbose_name=_("werkgever")
    )
    naam = models.CharField(_("naam"), max_length=200)
    sector = models.CharField(_("sector"), max_length=30, blank=True)
    grootte = models.CharField(_("grootte"), max_length=12, choices=Werkgever.Grootte, blank=True)
    kans = models.CharField(_("kans"), max_length=30, blank=True)
    waarom = models.CharField(_("waarom dit bedrijf"), max_length=300, blank=True)
    wie = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("wie benadert"),
    )
    vergrendeld_tot = models.DateField(_("vast tot en met"), null=True, blank=True)
    benaderd_op = models.DateField(_("benaderd op"), null=True, blank=True)
    resultaat = models.CharField(_("resultaat"), max_length=300, blank=True)
    gemaakt_op = models.DateTimeField(default=timezone.now, editable=False)

    objects = MarktdoelQuerySet.as_manager()

    class Meta:
        verbose_name = _("doel in het marktbewerkingsplan")
        ordering = ("naam", "id")
        constraints = [models.UniqueConstraint(fields=("regio", "naam"), name="marktdoel_naam_uniek")]

    def __str__(self) -> str:
        return self.naam

    def is_vast_voor_ander(self, gebruiker: Gebruiker) -> bool:
        """Somebody else is approaching this company now."""
        vast = self.vergrendeld_tot is not None and self.vergrendeld_tot >= timezone.localdate()
        return vast and self.wie_id not in {None, gebruiker.pk}
