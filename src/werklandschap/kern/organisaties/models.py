"""Who works together: municipalities in a region, their teams, and partner organisations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.modellen import AlleenToevoegen, MetVersie

if TYPE_CHECKING:
    from werklandschap.kern.toegang.models import Gebruiker


class Regio(models.Model):
    """A labour-market region: municipalities that approach employers as one."""

    naam = models.CharField(_("naam"), max_length=100, unique=True)

    class Meta:
        verbose_name = _("regio")
        ordering = ("naam",)

    def __str__(self) -> str:
        return self.naam


class Gemeente(MetVersie):
    """A municipality; `code` is the four-digit code of Statistics Netherlands (CBS)."""

    code = models.CharField(_("code"), max_length=4, unique=True, validators=[RegexValidator(r"^\d{4}$")])
    naam = models.CharField(_("naam"), max_length=100, unique=True)
    regio = models.ForeignKey(Regio, models.PROTECT, related_name="gemeenten", verbose_name=_("regio"))
    kleur = models.CharField(
        _("hoofdkleur"), max_length=7, default="#0f3d5c", validators=[RegexValidator(r"^#[0-9a-fA-F]{6}$")]
    )
    logo = models.FileField(_("logo"), upload_to="logo/", blank=True)
    telefoon = models.CharField(_("telefoon"), max_length=20, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    # Parameters with their days; keys, defaults and the shape in organisaties/instellingen.py.
    instellingen = models.JSONField(_("instellingen"), default=dict, blank=True)
    # What the municipality changed in the catalogues; the shape in organisaties/eigen.py.
    eigen_lijsten: Any = models.JSONField(_("eigen lijsten"), default=dict, blank=True, editable=False)

    class Meta:
        verbose_name = _("gemeente")
        verbose_name_plural = _("gemeenten")
        ordering = ("naam",)

    def __str__(self) -> str:
        return self.naam


class Parameterwaarde(AlleenToevoegen):
    """What a municipality, or a region for all its municipalities, sets from a day on; None = no own value any more.

    Rows are added, never changed: the newest row of a day counts. What follows from them for each day is kept in
    `Gemeente.instellingen`, so that reading a parameter costs no query.
    """

    gemeente = models.ForeignKey(Gemeente, models.CASCADE, null=True, blank=True, related_name="parameterwaarden")
    regio = models.ForeignKey(Regio, models.CASCADE, null=True, blank=True, related_name="parameterwaarden")
    code = models.CharField(_("wat"), max_length=40)
    waarde = models.PositiveIntegerField(_("waarde"), null=True, blank=True)
    vanaf = models.DateField(_("vanaf"))
    waarom = models.CharField(_("waarom"), max_length=300)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    op = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("waarde van een parameter")
        ordering = ("vanaf", "id")
        indexes = [models.Index(fields=("gemeente", "code")), models.Index(fields=("regio", "code"))]
        constraints = [
            models.CheckConstraint(
                name="parameter_van_gemeente_of_regio",
                condition=models.Q(gemeente__isnull=True, regio__isnull=False)
                | models.Q(gemeente__isnull=False, regio__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.vanaf:%Y-%m-%d}"


class Team(models.Model):
    """A team within a municipality."""

    gemeente = models.ForeignKey(Gemeente, models.CASCADE, related_name="teams", verbose_name=_("gemeente"))
    naam = models.CharField(_("naam"), max_length=100)

    class Meta:
        verbose_name = _("team")
        ordering = ("naam",)
        constraints = [models.UniqueConstraint(fields=("gemeente", "naam"), name="team_uniek")]

    def __str__(self) -> str:
        return self.naam


class PartnerorganisatieQuerySet(models.QuerySet["Partnerorganisatie"]):
    def voor(self, gebruiker: Gebruiker) -> PartnerorganisatieQuerySet:
        """Organisations the user's municipality works with."""
        return self.filter(gemeenten=gebruiker.gemeente_id) if gebruiker.gemeente_id else self.none()


class Partnerorganisatie(models.Model):
    """An organisation to hand over to or work with: a neighbourhood team, debt help, UWV, a school, a local party."""

    class Soort(models.TextChoices):
        WIJKTEAM = "wijkteam", _("Wijkteam")
        SCHULDHULP = "schuldhulp", _("Schuldhulp")
        UWV = "uwv", _("UWV")
        ONDERWIJS = "onderwijs", _("Onderwijs")
        ZORG = "zorg", _("Zorg")
        RE_INTEGRATIE = "re_integratie", _("Re-integratiebedrijf")
        ONTWIKKELBEDRIJF = "ontwikkelbedrijf", _("Sociaal ontwikkelbedrijf")
        UITZENDBUREAU = "uitzendbureau", _("Uitzendbureau")
        ECONOMISCHE_ZAKEN = "economische_zaken", _("Economische Zaken")
        WSP = "wsp", _("WerkgeversServicepunt")
        LOKAAL = "lokaal", _("Andere lokale partij")

    naam = models.CharField(_("naam"), max_length=150, unique=True)
    soort = models.CharField(_("soort"), max_length=20, choices=Soort)
    gemeenten = models.ManyToManyField(Gemeente, related_name="partners", verbose_name=_("gemeenten"))
    waarvoor = models.CharField(_("waarvoor"), max_length=300, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    telefoon = models.CharField(_("telefoon"), max_length=20, blank=True)
    actief = models.BooleanField(_("actief"), default=True)

    objects = PartnerorganisatieQuerySet.as_manager()

    class Meta:
        verbose_name = _("partnerorganisatie")
        ordering = ("naam",)

    def __str__(self) -> str:
        return self.naam


class Tegeltekst(MetVersie):
    """A municipality's own text and list of instruments for a tile; empty fields keep the product's text."""

    gemeente = models.ForeignKey(Gemeente, models.CASCADE, related_name="tegelteksten", verbose_name=_("gemeente"))
    kant = models.CharField(_("kant"), max_length=15)
    slug = models.CharField(_("tegel"), max_length=30)
    taal = models.CharField(_("taal"), max_length=2, default="nl")
    kort = models.CharField(_("korte tekst"), max_length=160, blank=True)
    tekst = models.TextField(_("tekst"), blank=True)
    # None keeps the product's list.
    instrumenten = models.JSONField(_("instrumenten"), null=True, blank=True)

    class Meta:
        verbose_name = _("tegeltekst")
        constraints = [models.UniqueConstraint(fields=("gemeente", "kant", "slug", "taal"), name="tegeltekst_uniek")]

    def __str__(self) -> str:
        return f"{self.kant}/{self.slug} ({self.taal})"


class Tegeltekstversie(AlleenToevoegen):
    """The history of a tile text: every saved version."""

    tegeltekst = models.ForeignKey(Tegeltekst, models.CASCADE, related_name="versies")
    nummer = models.PositiveIntegerField()
    kort = models.CharField(max_length=160, blank=True)
    tekst = models.TextField(blank=True)
    instrumenten: Any = models.JSONField(null=True, blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    op = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("versie van een tegeltekst")
        ordering = ("-nummer",)
        constraints = [models.UniqueConstraint(fields=("tegeltekst", "nummer"), name="tegeltekstversie_uniek")]

    def __str__(self) -> str:
        return f"{self.tegeltekst_id} v{self.nummer}"
