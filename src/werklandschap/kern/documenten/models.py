"""A document about one person: what it is, who may see it, and where its encrypted content lies."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht


class Onderwerp(models.TextChoices):
    """What it is about: decides which roles see that it exists."""

    GEWOON = "gewoon", _("Gewoon: iedereen die het dossier mag lezen")
    GEZONDHEID = "gezondheid", _("Gezondheid: alleen wie gezondheid mag zien")
    SCHULDEN = "schulden", _("Geld en schulden: alleen wie schulden mag zien")


NODIG: dict[str, Recht] = {
    Onderwerp.GEZONDHEID: Recht.GEZONDHEID_ZIEN,
    Onderwerp.SCHULDEN: Recht.SCHULDEN_ZIEN,
}


class DocumentQuerySet(models.QuerySet["Document"]):
    def voor(self, gebruiker: Gebruiker) -> DocumentQuerySet:
        """What a colleague's role may see of the own municipality; of oneself what is shared or self-made."""
        if gebruiker.heeft(Recht.DOSSIERS_LEZEN):
            verborgen = [code for code, recht in NODIG.items() if not gebruiker.heeft(recht)]
            return self.filter(dossier__gemeente=gebruiker.gemeente_id).exclude(onderwerp__in=verborgen)
        if gebruiker.heeft(Recht.MIJN):
            eigen = self.filter(dossier__werkzoekende__account=gebruiker)
            return eigen.filter(models.Q(voor_inwoner=True) | models.Q(door=gebruiker))
        return self.none()


class Document(models.Model):
    """The content lies encrypted in the private files, under the primary key (`documenten.opslag`)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="documenten")
    naam = models.CharField(_("naam"), max_length=150)
    soort = models.CharField(_("soort"), max_length=100)
    grootte = models.PositiveIntegerField(_("grootte in bytes"))
    sha256 = models.CharField(max_length=64)
    onderwerp = models.CharField(_("waarover gaat het"), max_length=12, choices=Onderwerp, default=Onderwerp.GEWOON)
    voor_inwoner = models.BooleanField(_("de klant ziet dit ook"), default=False)
    toelichting = models.CharField(_("toelichting"), max_length=300, blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    op = models.DateTimeField(default=timezone.now, editable=False)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documenten")
        ordering = ("-op", "pk")

    def __str__(self) -> str:
        return self.naam

    @property
    def naam_voor_iedereen(self) -> str:
        """The name for a place that more people read than may open it."""
        return self.naam if self.onderwerp == Onderwerp.GEWOON else str(_("een document dat niet iedereen mag zien"))
