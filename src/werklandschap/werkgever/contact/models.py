"""Chances on a shared interest, the regional plan of whom we want to know, stories, the labour market, referrals."""

from __future__ import annotations

from datetime import date, timedelta

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


class Marktplan(MetVersie):
    """What the region wants to reach with employers in a period, and with whom it was agreed. The newest counts."""

    SAMEN = (Partnerorganisatie.Soort.UWV, Partnerorganisatie.Soort.WSP, Partnerorganisatie.Soort.ECONOMISCHE_ZAKEN)

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="marktplannen")
    van = models.DateField(_("van"))
    tot = models.DateField(_("tot en met"))
    ambitie = models.CharField(_("wat willen we bereiken"), max_length=500, blank=True)
    met = models.ManyToManyField(Partnerorganisatie, related_name="+", blank=True, verbose_name=_("gemaakt met"))
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    gemaakt_op = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("marktbewerkingsplan")
        ordering = ("-van", "-id")
        constraints = [
            models.UniqueConstraint(fields=("regio", "van"), name="marktplan_begin_uniek"),
            models.CheckConstraint(name="marktplan_loopt", condition=models.Q(tot__gt=models.F("van"))),
        ]

    def __str__(self) -> str:
        return f"{self.regio} {self.van}"


class Sectordoel(models.Model):
    """How many employers of a sector should be in our network at the end of the plan; no sector is the rest."""

    plan = models.ForeignKey(Marktplan, models.CASCADE, related_name="sectordoelen")
    sector = models.CharField(_("sector"), max_length=30, blank=True)
    aantal = models.PositiveIntegerField(_("aantal"))

    class Meta:
        verbose_name = _("doel voor een sector")
        ordering = ("id",)
        constraints = [models.UniqueConstraint(fields=("plan", "sector"), name="sectordoel_uniek")]

    def __str__(self) -> str:
        return f"{self.sector}: {self.aantal}"


class MarktdoelQuerySet(models.QuerySet["Marktdoel"]):
    def voor(self, gebruiker: Gebruiker) -> MarktdoelQuerySet:
        """The plan of the own region."""
        if gebruiker.heeft(Recht.RELATIES_LEZEN) and gebruiker.gemeente is not None:
            return self.filter(regio=gebruiker.gemeente.regio_id)
        return self.none()

    def in_stand(self, stand: str, vandaag: date) -> MarktdoelQuerySet:
        """Those at one stage; another word keeps all. The same order of questions as `Marktdoel.stand_op`."""
        vast = models.Q(vergrendeld_tot__gte=vandaag)
        vragen = {
            "bezig": vast,
            "netwerk": ~vast & models.Q(uitkomst=Marktdoel.Uitkomst.NETWERK),
            "gesprek": ~vast & models.Q(uitkomst=Marktdoel.Uitkomst.GESPREK),
            "niet": ~vast & models.Q(uitkomst__in=Marktdoel.NIET_NU),
            "open": ~vast & models.Q(uitkomst=""),
        }
        return self.filter(vragen[stand]) if stand in vragen else self


class Marktdoel(MetVersie):
    """A company that should be in our network. Who approaches it locks it, so that nobody is called twice.

    `partner` says that another party of the region approaches it; `wie` is then our colleague who agreed that.
    """

    class Uitkomst(models.TextChoices):
        NETWERK = "netwerk", _("Zit nu in ons netwerk")
        GESPREK = "gesprek", _("We zijn in gesprek")
        LATER = "later", _("Nu niet, later wel")
        NEE = "nee", _("Wil geen contact")

    NIET_NU = (Uitkomst.LATER, Uitkomst.NEE)

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
    partner = models.ForeignKey(
        Partnerorganisatie, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("namens wie")
    )
    vergrendeld_tot = models.DateField(_("vast tot en met"), null=True, blank=True)
    benaderd_op = models.DateField(_("benaderd op"), null=True, blank=True)
    uitkomst = models.CharField(_("uitkomst"), max_length=10, choices=Uitkomst, blank=True)
    resultaat = models.CharField(_("resultaat"), max_length=300, blank=True)
    weer_vanaf = models.DateField(_("pas weer benaderen vanaf"), null=True, blank=True)
    gemaakt_op = models.DateTimeField(default=timezone.now, editable=False)

    objects = MarktdoelQuerySet.as_manager()

    class Meta:
        verbose_name = _("doel in het marktbewerkingsplan")
        ordering = ("naam", "id")
        constraints = [models.UniqueConstraint(fields=("regio", "naam"), name="marktdoel_naam_uniek")]

    def __str__(self) -> str:
        return self.naam

    def stand_op(self, dag: date) -> str:
        """Its stage on a day: bezig (somebody approaches it), netwerk, gesprek, niet or open."""
        if self.vergrendeld_tot is not None and self.vergrendeld_tot >= dag:
            return "bezig"
        return "niet" if self.uitkomst in self.NIET_NU else self.uitkomst or "open"

    def bezet_tot(self, gebruiker: Gebruiker, dag: date) -> date | None:
        """The last day on which this colleague may not approach it: another is busy, or the company asked for rest."""
        if self.wie_id == gebruiker.pk:
            return None
        if self.vergrendeld_tot is not None and self.vergrendeld_tot >= dag:
            return self.vergrendeld_tot
        return self.weer_vanaf - timedelta(days=1) if self.weer_vanaf is not None and self.weer_vanaf > dag else None


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
