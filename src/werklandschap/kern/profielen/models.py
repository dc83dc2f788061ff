"""What a person can and wants, and what a job asks: the two sides of a match."""

from __future__ import annotations

import uuid
from typing import Any

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.competenties.models import Beroep, Competentie
from werklandschap.kern.basis.modellen import MetVersie
from werklandschap.kern.dossiers.models import Toestemming, Werkzoekende
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.relaties.models import Vestiging, Werkgever
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht

MAX_DAGDELEN = 2**21 - 1


class Kandidaatgegevens(MetVersie):
    """What matching needs beside competences. Null is unknown; nothing here is age, sex, origin, benefit or health.

    Shapes as in matching.md: `dagdelen` 21 bits; `grenzen` {condition: 0–3}; `voorkeuren` {condition: −2…2};
    `riasec` six whole numbers 0–100; `sectoren` {sector: −2…2}.
    """

    werkzoekende = models.OneToOneField(
        Werkzoekende, models.CASCADE, related_name="kandidaatgegevens", primary_key=True
    )
    leertempo = models.PositiveSmallIntegerField(
        _("leertempo"),
        null=True,
        blank=True,
        choices=[(0, _("rustig")), (1, _("gewoon")), (2, _("vlot")), (3, _("snel"))],
    )
    uren_min = models.PositiveSmallIntegerField(_("minimaal uren per week"), null=True, blank=True)
    uren_max = models.PositiveSmallIntegerField(_("maximaal uren per week"), null=True, blank=True)
    beschikbaar_vanaf = models.DateField(_("beschikbaar vanaf"), null=True, blank=True)
    dagdelen = models.PositiveIntegerField(
        _("dagdelen"), null=True, blank=True, validators=[MaxValueValidator(MAX_DAGDELEN)]
    )
    reis_km = models.PositiveSmallIntegerField(
        _("reisafstand in km"), null=True, blank=True, validators=[MaxValueValidator(500)]
    )
    grenzen: Any = models.JSONField(_("wat kan iemand aan"), default=dict, blank=True)
    voorkeuren: Any = models.JSONField(_("wat wil iemand"), default=dict, blank=True)
    riasec: Any = models.JSONField(_("interesses (RIASEC)"), null=True, blank=True)
    sectoren: Any = models.JSONField(_("sectoren"), default=dict, blank=True)
    competenties_gevraagd = models.BooleanField(default=False)
    wil_bemiddeld = models.BooleanField(_("zoekt nu werk"), default=True)

    class Meta:
        verbose_name = _("kandidaatgegevens")
        constraints = [
            models.CheckConstraint(
                name="kandidaat_uren_kloppen",
                condition=models.Q(uren_min__isnull=True)
                | models.Q(uren_max__isnull=True)
                | models.Q(uren_min__lte=models.F("uren_max")),
            ),
            models.CheckConstraint(
                name="kandidaat_uren_grens",
                condition=(models.Q(uren_min__isnull=True) | models.Q(uren_min__lte=168))
                & (models.Q(uren_max__isnull=True) | models.Q(uren_max__lte=168)),
            ),
        ]

    def __str__(self) -> str:
        return str(self.werkzoekende_id)


class Competentieregel(models.Model):
    """One competence in somebody's profile with its level now; 0 = asked, none."""

    werkzoekende = models.ForeignKey(Werkzoekende, models.CASCADE, related_name="competenties")
    competentie = models.ForeignKey(Competentie, models.PROTECT, related_name="+")
    niveau = models.PositiveSmallIntegerField(_("niveau"), validators=[MaxValueValidator(5)])
    bijgewerkt_op = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("competentie van een werkzoekende")
        ordering = ("-niveau", "competentie__label")
        constraints = [
            models.UniqueConstraint(fields=("werkzoekende", "competentie"), name="competentie_een_keer"),
            models.CheckConstraint(name="competentie_niveau_0_5", condition=models.Q(niveau__lte=5)),
        ]
        indexes = [models.Index(fields=("werkzoekende", "niveau"))]

    def __str__(self) -> str:
        return f"{self.competentie} {self.niveau}"


class Bewijs(models.Model):
    """What a level rests on."""

    class Soort(models.TextChoices):
        ZELF = "zelf", _("Zelf gezegd")
        GEZIEN = "gezien", _("Gezien door een professional")
        WERKGEVER = "werkgever", _("Gezien door een werkgever")
        WERKERVARING = "werkervaring", _("Werkervaring")
        PRAKTIJKVERKLARING = "praktijkverklaring", _("Praktijkverklaring")
        CERTIFICAAT = "certificaat", _("Certificaat")
        DIPLOMA = "diploma", _("Diploma")
        BADGE = "badge", _("Badge")
        TEST = "test", _("Test")
        INVOER = "invoer", _("Overgenomen uit een ander systeem")

    regel = models.ForeignKey(Competentieregel, models.CASCADE, related_name="bewijzen")
    soort = models.CharField(_("bewijs"), max_length=20, choices=Soort)
    niveau = models.PositiveSmallIntegerField(_("niveau"), validators=[MaxValueValidator(5)])
    toelichting = models.CharField(_("toelichting"), max_length=300, blank=True)
    datum = models.DateField(_("datum"))
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("bewijs")
        verbose_name_plural = _("bewijzen")
        ordering = ("-datum", "-id")

    def __str__(self) -> str:
        return self.get_soort_display()


class Certificaat(models.Model):
    """A certificate or licence (`rijbewijs:B`). `heeft` False = asked, none. `geldig_tot` null = no end."""

    werkzoekende = models.ForeignKey(Werkzoekende, models.CASCADE, related_name="certificaten")
    code = models.CharField(_("certificaat"), max_length=60)
    heeft = models.BooleanField(_("heeft dit"), default=True)
    behaald_op = models.DateField(_("behaald op"), null=True, blank=True)
    geldig_tot = models.DateField(_("geldig tot en met"), null=True, blank=True)
    uitgever = models.CharField(_("uitgever"), max_length=120, blank=True)
    gezien = models.BooleanField(_("bewijs gezien"), default=False)

    class Meta:
        verbose_name = _("certificaat")
        verbose_name_plural = _("certificaten")
        ordering = ("code",)
        constraints = [models.UniqueConstraint(fields=("werkzoekende", "code"), name="certificaat_een_keer")]

    def __str__(self) -> str:
        return self.code


class Taalbeheersing(models.Model):
    """A language (ISO 639-3) and the level: 0 none, 1 A1 … 6 C2."""

    werkzoekende = models.ForeignKey(Werkzoekende, models.CASCADE, related_name="talen")
    taal = models.CharField(_("taal"), max_length=3)
    niveau = models.PositiveSmallIntegerField(_("niveau"), validators=[MaxValueValidator(6)])

    class Meta:
        verbose_name = _("taal")
        verbose_name_plural = _("talen")
        ordering = ("taal",)
        constraints = [models.UniqueConstraint(fields=("werkzoekende", "taal"), name="taal_een_keer")]

    def __str__(self) -> str:
        return f"{self.taal} {self.niveau}"


class Werkervaring(models.Model):
    """A job somebody had, as they tell it."""

    werkzoekende = models.ForeignKey(Werkzoekende, models.CASCADE, related_name="werkervaring")
    functie = models.CharField(_("functie"), max_length=150)
    werkgever_naam = models.CharField(_("bij wie"), max_length=150, blank=True)
    beroep = models.ForeignKey(
        Beroep, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("beroep")
    )
    van = models.DateField(_("van"), null=True, blank=True)
    tot = models.DateField(_("tot"), null=True, blank=True)
    omschrijving = models.TextField(_("wat deed u daar"), blank=True)

    class Meta:
        verbose_name = _("werkervaring")
        ordering = ("-van", "-id")

    def __str__(self) -> str:
        return self.functie


class Opleidingsverleden(models.Model):
    """Education somebody followed."""

    werkzoekende = models.ForeignKey(Werkzoekende, models.CASCADE, related_name="opleidingen")
    naam = models.CharField(_("opleiding"), max_length=150)
    niveau = models.CharField(
        _("niveau"),
        max_length=12,
        choices=[
            ("basis", _("Basisonderwijs")),
            ("vmbo", _("Vmbo, mbo 1")),
            ("mbo2", _("Mbo 2")),
            ("mbo3", _("Mbo 3")),
            ("mbo4", _("Mbo 4, havo, vwo")),
            ("hbo", _("Hbo")),
            ("wo", _("Universiteit")),
            ("onbekend", _("Onbekend")),
        ],
        default="onbekend",
    )
    diploma = models.BooleanField(_("diploma"), null=True, blank=True)
    afgerond_op = models.DateField(_("afgerond op"), null=True, blank=True)

    class Meta:
        verbose_name = _("opleiding")
        verbose_name_plural = _("opleidingen")
        ordering = ("-afgerond_op", "-id")

    def __str__(self) -> str:
        return self.naam


class Cvkeuze(models.Model):
    """What of the profile the person wants on the curriculum vitae, item by item, and a few own words."""

    werkzoekende = models.OneToOneField(Werkzoekende, models.CASCADE, related_name="cvkeuze", primary_key=True)
    # Keys as `profielen.cv` makes them: "naam", "werkervaring:12".
    onderdelen: Any = models.JSONField(default=list)
    wie_ben_ik = models.TextField(_("in eigen woorden"), blank=True)
    hoe = models.CharField(
        _("hoe gegeven"),
        max_length=12,
        choices=Toestemming._meta.get_field("hoe").choices,
    )
    op = models.DateTimeField(default=timezone.now)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("keuze voor het cv")

    def __str__(self) -> str:
        return str(self.werkzoekende_id)


class WerkprofielQuerySet(models.QuerySet["Werkprofiel"]):
    def voor(self, gebruiker: Gebruiker) -> WerkprofielQuerySet:
        """Profiles this user may see: those of the region for colleagues, the own ones for an employer."""
        if gebruiker.heeft(Recht.RELATIES_LEZEN) and gebruiker.gemeente is not None:
            return self.filter(gemeente__regio=gebruiker.gemeente.regio_id)
        if gebruiker.heeft(Recht.BEDRIJF):
            return self.filter(
                werkgever__contactpersonen__account=gebruiker, werkgever__contactpersonen__actief=True
            ).distinct()
        return self.none()

    def zoekbaar(self) -> WerkprofielQuerySet:
        """Open profiles that still have a place."""
        return self.filter(status=Werkprofiel.Status.OPEN)


class Werkprofiel(MetVersie):
    """A job in competences, conditions and hard requirements; open now or in the future."""

    class Status(models.TextChoices):
        CONCEPT = "concept", _("Concept")
        OPEN = "open", _("Open")
        VERVULD = "vervuld", _("Vervuld")
        GESLOTEN = "gesloten", _("Gesloten")

    class Reden(models.TextChoices):
        VACANT = "vacant", _("Er is nu een plek vrij")
        GROEI = "groei", _("Het bedrijf groeit")
        PROCES = "proces", _("Het werk verandert")
        VERLOOP = "verloop", _("Verwacht vertrek van collega’s")
        PENSIOEN = "pensioen", _("Pensioen van collega’s")
        OPLEIDING = "opleiding", _("Een collega gaat doorleren")
        CARVING = "jobcarving", _("Taken zijn opnieuw verdeeld")

    class Openvoor(models.TextChoices):
        REGIO = "regio", _("Voor iedereen in de regio")
        GEMEENTE = "gemeente", _("Alleen voor inwoners van onze gemeente")
        COLLEGAS = "collegas", _("Eerst alleen voor collega’s en partners")

    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="werkprofielen")
    werkgever = models.ForeignKey(Werkgever, models.PROTECT, related_name="werkprofielen", verbose_name=_("werkgever"))
    vestiging = models.ForeignKey(
        Vestiging, models.SET_NULL, null=True, blank=True, related_name="werkprofielen", verbose_name=_("vestiging")
    )
    titel = models.CharField(_("functie"), max_length=150)
    beroep = models.ForeignKey(
        Beroep, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("beroep")
    )
    omschrijving = models.TextField(_("tekst van de vacature"), blank=True)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.CONCEPT)
    reden = models.CharField(_("waarom komt deze plek"), max_length=12, choices=Reden, default=Reden.VACANT)
    posities = models.PositiveSmallIntegerField(_("aantal plekken"), default=1, validators=[MinValueValidator(1)])
    start = models.DateField(_("begint op"))
    einde = models.DateField(_("loopt tot"), null=True, blank=True)
    uren_min = models.PositiveSmallIntegerField(_("minimaal uren per week"), null=True, blank=True)
    uren_max = models.PositiveSmallIntegerField(_("maximaal uren per week"), null=True, blank=True)
    dagdelen = models.PositiveIntegerField(
        _("dagdelen"), null=True, blank=True, validators=[MaxValueValidator(MAX_DAGDELEN)]
    )
    omstandigheden: Any = models.JSONField(_("omstandigheden"), default=dict, blank=True)
    riasec: Any = models.JSONField(_("interesses (RIASEC)"), null=True, blank=True)
    sector = models.CharField(_("sector"), max_length=30, blank=True)
    weging_competentie = models.PositiveSmallIntegerField(default=70)
    weging_affiniteit = models.PositiveSmallIntegerField(default=20)
    weging_omstandigheden = models.PositiveSmallIntegerField(default=10)
    # Soft features of the workplace (G6.2), in words.
    omgeving = models.TextField(_("werkomgeving"), blank=True)
    cultuur = models.TextField(_("cultuur"), blank=True)
    begeleiding = models.TextField(_("begeleiding op de werkplek"), blank=True)
    loon = models.CharField(_("loon"), max_length=100, blank=True)
    contract = models.CharField(_("contract"), max_length=100, blank=True)
    # Agreements on selection (G7.1).
    opengesteld_op = models.DateField(_("opengesteld op"), null=True, blank=True)
    open_voor = models.CharField(_("voor wie"), max_length=10, choices=Openvoor, default=Openvoor.REGIO)
    voordragen_voor = models.DateField(_("kandidaten voorstellen voor"), null=True, blank=True)
    max_voordrachten = models.PositiveSmallIntegerField(_("hoeveel kandidaten stellen we voor"), null=True, blank=True)
    reactie_dagen = models.PositiveSmallIntegerField(_("werkgever reageert binnen (dagen)"), default=5)
    selectieafspraken = models.TextField(_("afspraken over de selectie"), blank=True)
    niet_passend_advies = models.CharField(_("advies als niemand past"), max_length=30, blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False)
    aangemaakt_op = models.DateTimeField(default=timezone.now, editable=False)
    herkomst = models.CharField(max_length=40, blank=True, editable=False)
    extern_id = models.CharField(max_length=100, blank=True, editable=False)

    objects = WerkprofielQuerySet.as_manager()

    class Meta:
        verbose_name = _("werkprofiel")
        verbose_name_plural = _("werkprofielen")
        ordering = ("start", "id")
        indexes = [models.Index(fields=("gemeente", "status", "start"))]
        constraints = [
            models.CheckConstraint(
                name="werkprofiel_uren_kloppen",
                condition=models.Q(uren_min__isnull=True)
                | models.Q(uren_max__isnull=True)
                | models.Q(uren_min__lte=models.F("uren_max")),
            ),
            models.CheckConstraint(
                name="werkprofiel_weging_100",
                condition=models.Q(
                    weging_competentie=100 - models.F("weging_affiniteit") - models.F("weging_omstandigheden")
                ),
            ),
            models.UniqueConstraint(
                fields=("gemeente", "herkomst", "extern_id"),
                condition=~models.Q(extern_id=""),
                name="werkprofiel_extern_uniek",
            ),
        ]

    def __str__(self) -> str:
        return self.titel

    @property
    def nummer(self) -> int:
        """The number in the URL."""
        return self.pk

    @property
    def is_toekomstig(self) -> bool:
        """Starts after today."""
        return self.start > timezone.localdate()

    def is_open_voor(self, gemeente: int) -> bool:
        """May people of this municipality be put forward: it is not kept for the own people of another one."""
        return self.open_voor != self.Openvoor.GEMEENTE or self.gemeente_id == gemeente


class Eis(models.Model):
    """A competence a job asks: level 1–5, weight 1–10, hard or not."""

    werkprofiel = models.ForeignKey(Werkprofiel, models.CASCADE, related_name="eisen")
    competentie = models.ForeignKey(Competentie, models.PROTECT, related_name="+")
    niveau = models.PositiveSmallIntegerField(
        _("niveau"), default=3, validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    gewicht = models.PositiveSmallIntegerField(
        _("gewicht"), default=5, validators=[MinValueValidator(1), MaxValueValidator(10)]
    )
    hard = models.BooleanField(_("harde eis"), default=False)
    fragment = models.CharField(_("uit de tekst"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("eis")
        verbose_name_plural = _("eisen")
        ordering = ("-hard", "-gewicht", "competentie__label")
        constraints = [
            models.UniqueConstraint(fields=("werkprofiel", "competentie"), name="eis_een_keer"),
            models.CheckConstraint(name="eis_niveau_1_5", condition=models.Q(niveau__gte=1, niveau__lte=5)),
            models.CheckConstraint(name="eis_gewicht_1_10", condition=models.Q(gewicht__gte=1, gewicht__lte=10)),
        ]

    def __str__(self) -> str:
        return f"{self.competentie} {self.niveau}"


class Certificaateis(models.Model):
    """A certificate or licence a job asks."""

    werkprofiel = models.ForeignKey(Werkprofiel, models.CASCADE, related_name="certificaateisen")
    code = models.CharField(_("certificaat"), max_length=60)

    class Meta:
        verbose_name = _("gevraagd certificaat")
        ordering = ("code",)
        constraints = [models.UniqueConstraint(fields=("werkprofiel", "code"), name="certificaateis_een_keer")]

    def __str__(self) -> str:
        return self.code


class Taaleis(models.Model):
    """A language a job asks, with the least level (0–6)."""

    werkprofiel = models.ForeignKey(Werkprofiel, models.CASCADE, related_name="taaleisen")
    taal = models.CharField(_("taal"), max_length=3)
    minimum = models.PositiveSmallIntegerField(_("minimaal niveau"), validators=[MaxValueValidator(6)])

    class Meta:
        verbose_name = _("gevraagde taal")
        ordering = ("taal",)
        constraints = [models.UniqueConstraint(fields=("werkprofiel", "taal"), name="taaleis_een_keer")]

    def __str__(self) -> str:
        return f"{self.taal} {self.minimum}"


class Zoekopdracht(models.Model):
    """The log of a search: formula and index version, who and why (docs/algoritme.md); `zoeklog` puts it in words.

    `blootstelling` is how much each age group was seen, {group: [people, weight × 1000]}; the persons are not kept.
    """

    class Doel(models.TextChoices):
        KANDIDATEN = "kandidaten", _("Mensen zoeken bij een vacature")
        GROEIERS = "groeiers", _("Mensen zoeken die in het werk kunnen groeien")
        WERK = "werk", _("Werk zoeken bij een persoon")
        OP_NAAM = "op_naam", _("Een persoon op naam zoeken bij een vacature")
        UITLEG = "uitleg", _("Lezen waarom een persoon bij een vacature past")
        SCORE = "score", _("Een keuze vastleggen met de score erbij")
        SPEEDDATE = "speeddate", _("Gesprekken verdelen bij speeddates")

    werkprofiel = models.ForeignKey(Werkprofiel, models.CASCADE, null=True, related_name="zoekopdrachten")
    werkzoekende = models.ForeignKey(Werkzoekende, models.CASCADE, null=True, related_name="zoekopdrachten")
    door: models.ForeignKey[Gebruiker, Gebruiker] = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+"
    )
    tijd = models.DateTimeField(default=timezone.now)
    doel = models.CharField(max_length=12, choices=Doel, default=Doel.KANDIDATEN)
    formule = models.CharField(max_length=20)
    index = models.CharField(max_length=80, blank=True)
    aantal = models.PositiveIntegerField()
    blootstelling = models.JSONField(default=dict, blank=True)

    class Meta:
        verbose_name = _("zoekopdracht")
        ordering = ("-tijd",)

    def __str__(self) -> str:
        return f"{self.tijd:%Y-%m-%d}"


class Kandidaatwijziging(models.Model):
    """A line for every change that can alter who is found: every process reads the new ones before it searches.

    No foreign key: the person may be gone. Lines older than a week are cleared away while new ones are written.
    """

    werkzoekende_id = models.UUIDField()
    tijd = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        verbose_name = _("wijziging van een kandidaat")
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.werkzoekende_id} {self.tijd:%Y-%m-%d}"
