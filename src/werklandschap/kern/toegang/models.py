"""Accounts: one e-mail address, one role, one municipality."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.organisaties.models import Gemeente, Partnerorganisatie, Team
from werklandschap.kern.toegang.rollen import MEDEWERKERS, RECHTEN, Recht, Rol


class GebruikerQuerySet(models.QuerySet["Gebruiker"]):
    def collega_s_van(self, gebruiker: Gebruiker) -> GebruikerQuerySet:
        """Active colleagues in the same municipality, the user included."""
        return self.filter(gemeente=gebruiker.gemeente_id, is_active=True, rol__in=MEDEWERKERS)

    def met_recht(self, recht: Recht) -> GebruikerQuerySet:
        """Active accounts whose role holds a right."""
        return self.filter(is_active=True, rol__in=[rol for rol, rechten in RECHTEN.items() if recht in rechten])


class Gebruikerbeheer(BaseUserManager["Gebruiker"]):
    """Makes accounts; e-mail addresses are compared in lower case."""

    def get_queryset(self) -> GebruikerQuerySet:
        return GebruikerQuerySet(self.model, using=self._db)

    def get_by_natural_key(self, username: str | None) -> Gebruiker:
        return self.get(email=(username or "").lower())

    def create_user(self, email: str, password: str | None = None, **velden: Any) -> Gebruiker:
        """A new account; without a password it can only sign in by OIDC or passkey."""
        gebruiker = self.model(email=email.strip().lower(), **velden)
        gebruiker.set_password(password)
        gebruiker.save(using=self._db)
        return gebruiker

    def collega_s_van(self, gebruiker: Gebruiker) -> GebruikerQuerySet:
        return self.get_queryset().collega_s_van(gebruiker)

    def met_recht(self, recht: Recht) -> GebruikerQuerySet:
        return self.get_queryset().met_recht(recht)


class Gebruiker(AbstractBaseUser):
    """Anyone who signs in."""

    email = models.EmailField(_("e-mail"), unique=True)
    naam = models.CharField(_("naam"), max_length=120)
    rol = models.CharField(_("rol"), max_length=20, choices=Rol)
    gemeente = models.ForeignKey(
        Gemeente, models.PROTECT, null=True, blank=True, related_name="gebruikers", verbose_name=_("gemeente")
    )
    team = models.ForeignKey(Team, models.SET_NULL, null=True, blank=True, related_name="leden", verbose_name=_("team"))
    partnerorganisatie = models.ForeignKey(
        Partnerorganisatie,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="gebruikers",
        verbose_name=_("partnerorganisatie"),
    )
    telefoon = models.CharField(_("telefoon"), max_length=20, blank=True)
    vervanger = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="vervangt", verbose_name=_("vervanger")
    )
    afwezig_tot = models.DateField(_("afwezig tot en met"), null=True, blank=True)
    is_active = models.BooleanField(_("actief"), default=True)
    is_demo = models.BooleanField(default=False, editable=False)
    aangemaakt_op = models.DateTimeField(default=timezone.now, editable=False)

    objects = Gebruikerbeheer()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["naam", "rol"]

    class Meta:
        verbose_name = _("gebruiker")
        ordering = ("naam",)
        constraints = [
            models.CheckConstraint(
                name="medewerker_heeft_gemeente",
                condition=~models.Q(rol__in=sorted(MEDEWERKERS)) | models.Q(gemeente__isnull=False),
            ),
            models.CheckConstraint(
                name="partner_heeft_organisatie",
                condition=~models.Q(rol=Rol.PARTNER) | models.Q(partnerorganisatie__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.naam

    def heeft(self, recht: Recht) -> bool:
        """Does the role of this account hold the right?"""
        return self.is_active and recht in RECHTEN.get(self.rol, frozenset())

    @property
    def is_medewerker(self) -> bool:
        """Works for a municipality."""
        return self.rol in MEDEWERKERS

    def wordt_vervangen_door(self, collega: Gebruiker) -> bool:
        """Is this colleague away, and does `collega` stand in today?"""
        weg = self.afwezig_tot is not None and self.afwezig_tot >= timezone.localdate()
        return weg and self.vervanger_id == collega.pk

    def get_full_name(self) -> str:
        return self.naam

    def get_short_name(self) -> str:
        return self.naam.split(" ")[0]


class Apitoken(models.Model):
    """A bearer token; only its SHA-256 is kept."""

    gebruiker = models.ForeignKey(Gebruiker, models.CASCADE, related_name="apitokens")
    hash = models.CharField(max_length=64, unique=True)
    naam = models.CharField(max_length=100, blank=True)
    aangemaakt_op = models.DateTimeField(auto_now_add=True)
    verloopt_op = models.DateTimeField(null=True, blank=True)
    ingetrokken_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("API-token")

    def __str__(self) -> str:
        return self.naam or self.hash[:8]


class Teller(models.Model):
    """How often something was tried from one address in one period; the address is in the key as a keyed hash."""

    sleutel = models.CharField(max_length=64, unique=True)
    aantal = models.PositiveIntegerField(default=0)
    vervalt_op = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name = _("teller")

    def __str__(self) -> str:
        return f"{self.aantal}"
