"""Employers: one relation per company, with branches, contacts and contact moments."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.modellen import MetVersie
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.tijdlijn.models import Keten
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht

kvk_controle = RegexValidator(r"^\d{8}$", _("Een KVK-nummer heeft 8 cijfers, bijvoorbeeld 12345678."))
vestiging_controle = RegexValidator(r"^\d{12}$", _("Een vestigingsnummer heeft 12 cijfers."))


class WerkgeverQuerySet(models.QuerySet["Werkgever"]):
    def voor(self, gebruiker: Gebruiker) -> WerkgeverQuerySet:
        """Employers this user may see: those of the region for colleagues, the own company for an employer."""
        if gebruiker.heeft(Recht.RELATIES_LEZEN) and gebruiker.gemeente is not None:
            return self.filter(gemeente__regio=gebruiker.gemeente.regio_id)
        if gebruiker.heeft(Recht.BEDRIJF):
            return self.filter(contactpersonen__account=gebruiker, contactpersonen__actief=True).distinct()
        return self.none()


class Werkgever(MetVersie):
    """A company as a relation of the region; `gemeente` looks after it."""

    class Status(models.TextChoices):
        NIEUW = "nieuw", _("Nieuw")
        ACTIEF = "actief", _("Actief")
        SLAPEND = "slapend", _("Slapend")
        GESTOPT = "gestopt", _("Gestopt")

    class Grootte(models.TextChoices):
        KLEIN = "klein", _("1 tot 10 mensen")
        MIDDEL = "middel", _("10 tot 50 mensen")
        GROOT = "groot", _("50 tot 250 mensen")
        ZEER_GROOT = "zeer_groot", _("250 mensen of meer")

    class Leerbedrijf(models.TextChoices):
        JA = "ja", _("Ja, erkend door SBB")
        NEE = "nee", _("Nee")

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="werkgevers", verbose_name=_("gemeente"))
    keten = models.OneToOneField(Keten, models.PROTECT, related_name="werkgever", editable=False)
    naam = models.CharField(_("naam"), max_length=200)
    kvk_nummer = models.CharField(_("KVK-nummer"), max_length=8, blank=True, validators=[kvk_controle])
    sector = models.CharField(_("sector"), max_length=30, blank=True)
    sbi = models.CharField(_("SBI-code"), max_length=6, blank=True)
    grootte = models.CharField(_("grootte"), max_length=12, choices=Grootte, blank=True)
    website = models.URLField(_("website"), blank=True)
    leerbedrijf = models.CharField(_("erkend leerbedrijf"), max_length=3, choices=Leerbedrijf, blank=True)
    kenmerken = models.TextField(_("kenmerken van het bedrijf"), blank=True)
    producten = models.TextField(_("producten en diensten"), blank=True)
    werkprocessen = models.TextField(_("werkprocessen"), blank=True)
    missie = models.TextField(_("missie"), blank=True)
    hulpvraag = models.TextField(_("hulpvraag"), blank=True)
    verwachtingen = models.TextField(_("wat verwachten we van elkaar"), blank=True)
    accountmanager = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="werkgevers",
        verbose_name=_("vast contact"),
    )
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.NIEUW)
    volgend_contact_op = models.DateField(_("volgend contact"), null=True, blank=True)
    herkomst = models.CharField(max_length=40, blank=True, editable=False)
    extern_id = models.CharField(max_length=100, blank=True, editable=False)
    aangemaakt_op = models.DateTimeField(default=timezone.now, editable=False)
    samengevoegd_in = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+", editable=False)

    objects = WerkgeverQuerySet.as_manager()

    class Meta:
        verbose_name = _("werkgever")
        ordering = ("naam", "id")
        constraints = [
            models.UniqueConstraint(
                fields=("gemeente", "kvk_nummer"),
                condition=~models.Q(kvk_nummer="") & models.Q(samengevoegd_in__isnull=True),
                name="werkgever_kvk_uniek",
            ),
            models.UniqueConstraint(
                fields=("gemeente", "herkomst", "extern_id"),
                condition=~models.Q(extern_id=""),
                name="werkgever_extern_uniek",
            ),
        ]

    def __str__(self) -> str:
        return self.naam


class Vestiging(models.Model):
    """A place where the company works."""

    werkgever = models.ForeignKey(Werkgever, models.CASCADE, related_name="vestigingen")
    naam = models.CharField(_("naam"), max_length=200, blank=True)
    vestigingsnummer = models.CharField(
        _("vestigingsnummer"), max_length=12, blank=True, validators=[vestiging_controle]
    )
    straat = models.CharField(_("straat"), max_length=120, blank=True)
    huisnummer = models.CharField(_("huisnummer"), max_length=20, blank=True)
    postcode = models.CharField(_("postcode"), max_length=7, blank=True)
    plaats = models.CharField(_("plaats"), max_length=80, blank=True)
    lat = models.FloatField(null=True, blank=True, editable=False)
    lon = models.FloatField(null=True, blank=True, editable=False)
    is_hoofdvestiging = models.BooleanField(_("hoofdvestiging"), default=False)

    class Meta:
        verbose_name = _("vestiging")
        verbose_name_plural = _("vestigingen")
        ordering = ("-is_hoofdvestiging", "id")
        constraints = [
            models.CheckConstraint(
                name="vestiging_plek_heel",
                condition=models.Q(lat__isnull=True, lon__isnull=True) | models.Q(lat__isnull=False, lon__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return self.naam or self.plaats or str(self.werkgever)


class Contactpersoon(models.Model):
    """Somebody to talk to at the company. `nieuws_sinds` is the day of the yes to news."""

    class Rol(models.TextChoices):
        BESLIST = "beslist", _("Beslist")
        PERSONEEL = "personeel", _("Personeelszaken")
        BEGELEIDT = "begeleidt", _("Begeleidt op de werkvloer")
        GELD = "geld", _("Loon en subsidies")

    werkgever = models.ForeignKey(Werkgever, models.CASCADE, related_name="contactpersonen")
    vestiging = models.ForeignKey(
        Vestiging, models.SET_NULL, null=True, blank=True, related_name="contactpersonen", verbose_name=_("vestiging")
    )
    naam = models.CharField(_("naam"), max_length=120)
    functie = models.CharField(_("functie"), max_length=100, blank=True)
    rol = models.CharField(_("rol in de samenwerking"), max_length=12, choices=Rol, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    telefoon = models.CharField(_("telefoon"), max_length=20, blank=True)
    wil_nieuws = models.BooleanField(_("wil nieuws ontvangen"), default=False)
    nieuws_sinds = models.DateField(_("toestemming voor nieuws sinds"), null=True, blank=True, editable=False)
    # Codes of the subjects this person chose; empty: news about everything.
    nieuws_over: Any = models.JSONField(_("nieuws waarover"), default=list, blank=True)
    account = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="contactpersoon", editable=False
    )
    actief = models.BooleanField(_("actief"), default=True)

    class Meta:
        verbose_name = _("contactpersoon")
        verbose_name_plural = _("contactpersonen")
        ordering = ("naam", "id")

    def __str__(self) -> str:
        return self.naam


class Contactmoment(models.Model):
    """A conversation, call, mail or visit with an employer. Field names follow the VUM contact moment (3.1)."""

    class Soort(models.TextChoices):
        BEZOEK = "bezoek", _("Bezoek")
        TELEFOON = "telefoon", _("Telefoon")
        EMAIL = "email", _("E-mail")
        ONLINE = "online", _("Online gesprek")
        EVENT = "evenement", _("Evenement")
        SCHRIFTELIJK = "formulier", _("Formulier")

    werkgever = models.ForeignKey(Werkgever, models.CASCADE, related_name="contactmomenten")
    contactpersoon = models.ForeignKey(
        Contactpersoon,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="contactmomenten",
        verbose_name=_("met wie"),
    )
    soort = models.CharField(_("soort"), max_length=12, choices=Soort)
    onderwerp = models.CharField(_("onderwerp"), max_length=150)
    datum = models.DateField(_("datum"))
    gehouden = models.BooleanField(_("gehouden"), default=True)
    verslag = models.TextField(_("verslag"), blank=True)
    afspraken = models.TextField(_("afspraken"), blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    vastgelegd_op = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("contactmoment")
        verbose_name_plural = _("contactmomenten")
        ordering = ("-datum", "-id")

    def __str__(self) -> str:
        return f"{self.onderwerp} ({self.datum})"
