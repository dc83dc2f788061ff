"""Chances on a shared interest, the regional plan of whom we want to know, stories, the labour market, referrals."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.modellen import MetVersie
from werklandschap.kern.organisaties.models import Gemeente, Partnerorganisatie, Regio
from werklandschap.kern.relaties.models import Contactpersoon, Werkgever
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


class VerhaalQuerySet(models.QuerySet["Werkgeversverhaal"]):
    def voor(self, gebruiker: Gebruiker) -> VerhaalQuerySet:
        """Stories of the own region that may still be told."""
        if gebruiker.heeft(Recht.RELATIES_LEZEN) and gebruiker.gemeente is not None:
            return self.filter(werkgever__gemeente__regio=gebruiker.gemeente.regio_id, ingetrokken_op__isnull=True)
        return self.none()


class Werkgeversverhaal(models.Model):
    """What an employer tells others, with permission of a person there. `kans` is the question it answers."""

    werkgever = models.ForeignKey(Werkgever, models.CASCADE, related_name="verhalen")
    kop = models.CharField(_("kop"), max_length=150)
    kans = models.CharField(_("welke vraag had dit bedrijf"), max_length=30)
    verhaal = models.TextField(_("verhaal"))
    toestemming_van = models.ForeignKey(
        Contactpersoon, models.PROTECT, related_name="+", verbose_name=_("wie gaf toestemming")
    )
    toestemming_op = models.DateField(_("toestemming op"))
    ingetrokken_op = models.DateField(null=True, blank=True, editable=False)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    gemaakt_op = models.DateTimeField(default=timezone.now, editable=False)

    objects = VerhaalQuerySet.as_manager()

    class Meta:
        verbose_name = _("verhaal van een werkgever")
        ordering = ("-toestemming_op", "-id")

    def __str__(self) -> str:
        return self.kop


class Arbeidsmarkttabel(models.Model):
    """A table of the labour market of the region on a day, as imported; the newest counts."""

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="arbeidsmarkttabellen")
    naam = models.CharField(_("naam"), max_length=150)
    bron = models.CharField(_("bron"), max_length=200)
    peildatum = models.DateField(_("peildatum"))
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    gelezen_op = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("tabel van de arbeidsmarkt")
        ordering = ("-peildatum", "-id")
        constraints = [models.UniqueConstraint(fields=("regio", "naam", "peildatum"), name="arbeidsmarkttabel_uniek")]

    def __str__(self) -> str:
        return f"{self.naam} ({self.peildatum})"


class Arbeidsmarktrij(models.Model):
    """Open vacancies and people who look for work, in one group of occupations."""

    tabel = models.ForeignKey(Arbeidsmarkttabel, models.CASCADE, related_name="rijen")
    beroepsgroep = models.CharField(_("beroepsgroep"), max_length=150)
    sector = models.CharField(_("sector"), max_length=30)
    vacatures = models.PositiveIntegerField(_("vacatures"))
    werkzoekenden = models.PositiveIntegerField(_("werkzoekenden"))

    class Meta:
        verbose_name = _("regel van de arbeidsmarkt")
        ordering = ("beroepsgroep", "id")
        constraints = [models.UniqueConstraint(fields=("tabel", "beroepsgroep"), name="arbeidsmarktrij_uniek")]

    def __str__(self) -> str:
        return self.beroepsgroep


class Ontwikkeling(models.Model):
    """What changes at or around a company: economic news with its source and date."""

    werkgever = models.ForeignKey(Werkgever, models.CASCADE, related_name="ontwikkelingen")
    tekst = models.CharField(_("wat speelt er"), max_length=500)
    bron = models.CharField(_("bron"), max_length=200, blank=True)
    op = models.DateField(_("datum"), default=timezone.localdate)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("ontwikkeling")
        verbose_name_plural = _("ontwikkelingen")
        ordering = ("-op", "-id")

    def __str__(self) -> str:
        return self.tekst[:60]


class Doorverwijzing(models.Model):
    """A question for another desk; until that desk has it, we remain the contact."""

    class Status(models.TextChoices):
        AANGEBODEN = "aangeboden", _("Wacht op het andere loket")
        OPGEPAKT = "opgepakt", _("Opgepakt")
        TERUG = "terug", _("Terug bij ons")

    werkgever = models.ForeignKey(Werkgever, models.CASCADE, related_name="doorverwijzingen")
    vraag = models.TextField(_("vraag"))
    naar = models.ForeignKey(Partnerorganisatie, models.PROTECT, related_name="+", verbose_name=_("naar wie"))
    wie_daar = models.CharField(_("wie pakt het daar op"), max_length=120, blank=True)
    status = models.CharField(_("status"), max_length=12, choices=Status, default=Status.AANGEBODEN)
    controle_op = models.DateField(_("wij vragen na op"))
    afloop = models.CharField(_("hoe liep het af"), max_length=300, blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    gemaakt_op = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("doorverwijzing")
        verbose_name_plural = _("doorverwijzingen")
        ordering = ("-gemaakt_op", "-id")

    def __str__(self) -> str:
        return self.vraag[:60]
