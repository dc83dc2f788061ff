"""Digital badges somebody brought in, with what was checked of them; and the issuers a municipality trusts."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.versleuteling import VersleuteldVeld
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.koppelingen.badges.verslag import Controle


class UitgeverQuerySet(models.QuerySet["Uitgever"]):
    def voor(self, gebruiker: Gebruiker) -> UitgeverQuerySet:
        """The list of the own municipality, for who administers."""
        return self.filter(gemeente=gebruiker.gemeente_id) if gebruiker.heeft(Recht.BEHEREN) else self.none()


class Uitgever(models.Model):
    """An issuer this municipality trusts: `kenmerk` is how badges name it (an address or a DID).

    `sleutels` is a list of {"id": name of the key or "", "pem": public key}; empty for a DID that is itself a key.
    """

    gemeente = models.ForeignKey(Gemeente, models.CASCADE, related_name="badge_uitgevers")
    naam = models.CharField(_("naam"), max_length=150)
    kenmerk = models.CharField(_("kenmerk"), max_length=300)
    sleutels: Any = models.JSONField(_("sleutels"), default=list)
    bron = models.CharField(_("waar de sleutel vandaan komt"), max_length=300)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    gemaakt_op = models.DateTimeField(default=timezone.now, editable=False)

    objects = UitgeverQuerySet.as_manager()

    class Meta:
        verbose_name = _("uitgever van badges")
        verbose_name_plural = _("uitgevers van badges")
        ordering = ("naam", "id")
        constraints = [models.UniqueConstraint(fields=("gemeente", "kenmerk"), name="badge_uitgever_een_keer")]

    def __str__(self) -> str:
        return self.naam


class BadgeQuerySet(models.QuerySet["Badge"]):
    def voor(self, gebruiker: Gebruiker) -> BadgeQuerySet:
        """Badges in dossiers this user may list; a resident's own."""
        return self.filter(dossier__in=Dossier.objects.voor(gebruiker))


class Badge(models.Model):
    """What a badge says, and what was proved of it (`verslag.Controle` as rows). `stand` is goed, fout or onbekend.

    `inhoud` is the proof itself: JSON or a compact JWS. `adres` is another e-mail address a professional vouched for.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="badges")
    inhoud = VersleuteldVeld()
    vingerafdruk = models.CharField(max_length=64, editable=False)
    adres = VersleuteldVeld(blank=True)
    versie = models.CharField(_("versie"), max_length=5)
    naam = models.CharField(_("badge"), max_length=300)
    omschrijving = models.TextField(_("omschrijving"), blank=True)
    criteria = models.TextField(_("wat iemand ervoor deed"), blank=True)
    verwijzingen: Any = models.JSONField(default=list, blank=True)
    uitgever_naam = models.CharField(_("uitgever"), max_length=200, blank=True)
    uitgever_kenmerk = models.CharField(_("kenmerk van de uitgever"), max_length=300, blank=True)
    uitgegeven_op = models.DateTimeField(_("uitgegeven op"), null=True, blank=True)
    geldig_tot = models.DateTimeField(_("geldig tot"), null=True, blank=True)
    stand = models.CharField(_("stand"), max_length=10)
    verslag: Any = models.JSONField(_("wat is gecontroleerd"), default=list)
    gecontroleerd_op = models.DateTimeField(_("gecontroleerd op"), default=timezone.now)
    overgenomen_op = models.DateField(_("in het profiel sinds"), null=True, blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    gemaakt_op = models.DateTimeField(default=timezone.now, editable=False)

    objects = BadgeQuerySet.as_manager()

    class Meta:
        verbose_name = _("badge")
        verbose_name_plural = _("badges")
        ordering = ("-gemaakt_op", "id")
        constraints = [
            models.UniqueConstraint(fields=("dossier", "vingerafdruk"), name="badge_een_keer"),
            models.CheckConstraint(name="badge_stand", condition=models.Q(stand__in=("goed", "fout", "onbekend"))),
        ]

    def __str__(self) -> str:
        return self.naam

    @property
    def is_verlopen(self) -> bool:
        """Past its end by now, whatever the check said when it was made."""
        return self.geldig_tot is not None and self.geldig_tot < timezone.now()

    @property
    def is_bewezen(self) -> bool:
        """Everything that is needed was proved, and it has not ended since."""
        return self.stand == "goed" and not self.is_verlopen

    @property
    def controles(self) -> Iterator[Controle]:
        """What was looked at, in order."""
        return (Controle(**rij) for rij in self.verslag)
