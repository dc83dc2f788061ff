"""Competences, occupations and working conditions, as reference data.

Two sets live side by side: our own starter set (`bron` = eigen) and ESCO (`bron` = esco). Rows are only
written by the loaders (`startset`, `esco`); `code` is what other systems and files hold on to: a slug, or
the ESCO URI.
"""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _


def in_taal(nederlands: str, engels: str) -> str:
    """The English text when the reader uses English and it exists, else the Dutch one or its translation."""
    if engels and (get_language() or "nl").startswith("en"):
        return engels
    return gettext(nederlands) if nederlands else ""


class Bron(models.TextChoices):
    """Where a row of the taxonomy comes from."""

    EIGEN = "eigen", _("Werklandschap")
    ESCO = "esco", _("ESCO")


class Competentiesoort(models.TextChoices):
    """The kinds of competence."""

    GEDRAG = "gedrag", _("Gedrag")
    BASIS = "basis", _("Basisvaardigheid")
    WERKNEMER = "werknemer", _("Werknemersvaardigheid")
    VAK = "vak", _("Vakvaardigheid")
    KENNIS = "kennis", _("Kennis")
    TAAL = "taal", _("Taal")


class Competentie(models.Model):
    """Something a person can do or know, at a level from 0 to 5."""

    code = models.CharField(_("code"), max_length=200, unique=True)
    bron = models.CharField(_("bron"), max_length=10, choices=Bron, default=Bron.EIGEN)
    label = models.CharField(_("naam"), max_length=300, db_index=True)
    label_en = models.CharField(_("naam in het Engels"), max_length=300, blank=True)
    soort = models.CharField(_("soort"), max_length=10, choices=Competentiesoort, default=Competentiesoort.VAK)
    omschrijving = models.TextField(_("omschrijving"), blank=True)
    omschrijving_en = models.TextField(_("omschrijving in het Engels"), blank=True)
    uri = models.CharField(_("verwijzing"), max_length=200, blank=True)
    leertijd_weken = models.PositiveSmallIntegerField(
        _("leertijd in weken per niveau"), default=8, validators=[MinValueValidator(1)]
    )
    vanaf_nul = models.BooleanField(_("te leren zonder ervaring"), default=False)
    actief = models.BooleanField(_("in gebruik"), default=True)

    class Meta:
        verbose_name = _("competentie")
        verbose_name_plural = _("competenties")
        ordering = ["label", "code"]
        constraints = [
            models.CheckConstraint(condition=Q(bron__in=Bron.values), name="competentie_bron"),
            models.CheckConstraint(condition=Q(soort__in=Competentiesoort.values), name="competentie_soort"),
            models.CheckConstraint(condition=Q(leertijd_weken__gte=1), name="competentie_leertijd"),
            models.CheckConstraint(condition=~Q(code="") & ~Q(label=""), name="competentie_niet_leeg"),
        ]
        indexes = [models.Index(fields=["bron", "soort"], name="competentie_bron_soort")]

    def __str__(self) -> str:
        return self.naam

    @property
    def naam(self) -> str:
        """The label in the reader's language."""
        return in_taal(self.label, self.label_en)

    @property
    def uitleg(self) -> str:
        """The description in the reader's language."""
        return in_taal(self.omschrijving, self.omschrijving_en)


class Synoniem(models.Model):
    """Another way people write or say a competence."""

    competentie = models.ForeignKey(Competentie, on_delete=models.CASCADE, related_name="synoniemen")
    tekst = models.CharField(_("tekst"), max_length=300, db_index=True)

    class Meta:
        verbose_name = _("synoniem")
        verbose_name_plural = _("synoniemen")
        ordering = ["tekst"]
        constraints = [
            models.UniqueConstraint(fields=["competentie", "tekst"], name="synoniem_uniek"),
            models.CheckConstraint(condition=~Q(tekst=""), name="synoniem_niet_leeg"),
        ]

    def __str__(self) -> str:
        return self.tekst


class Verwantschap(models.Model):
    """v(van, naar) in per mille: how much of `naar` somebody has who masters `van`."""

    van = models.ForeignKey(Competentie, on_delete=models.CASCADE, related_name="verwant_naar")
    naar = models.ForeignKey(Competentie, on_delete=models.CASCADE, related_name="verwant_van")
    promille = models.PositiveSmallIntegerField(
        _("promille"), validators=[MinValueValidator(0), MaxValueValidator(1000)]
    )

    class Meta:
        verbose_name = _("verwantschap")
        verbose_name_plural = _("verwantschappen")
        ordering = ["naar", "-promille", "van"]
        constraints = [
            models.UniqueConstraint(fields=["van", "naar"], name="verwantschap_uniek"),
            models.CheckConstraint(condition=Q(promille__gte=0, promille__lte=1000), name="verwantschap_promille"),
            models.CheckConstraint(condition=~Q(van=F("naar")), name="verwantschap_niet_zelf"),
        ]

    def __str__(self) -> str:
        return f"{self.van_id} → {self.naar_id}: {self.promille}"


class Omstandigheid(models.Model):
    """A condition of work (level 0–3), physical, in time, or on the soft side of the workplace."""

    class Soort(models.TextChoices):
        """The three families of conditions."""

        FYSIEK = "fysiek", _("Lichaam en omgeving")
        TIJD = "tijd", _("Werktijden")
        ZACHT = "zacht", _("Sfeer en begeleiding")

    code = models.SlugField(_("code"), max_length=40, unique=True)
    naam = models.CharField(_("naam"), max_length=120)
    naam_en = models.CharField(_("naam in het Engels"), max_length=120)
    soort = models.CharField(_("soort"), max_length=10, choices=Soort)
    uitleg = models.TextField(_("uitleg"))
    uitleg_en = models.TextField(_("uitleg in het Engels"))
    niveau_1 = models.CharField(_("niveau 1"), max_length=200)
    niveau_1_en = models.CharField(_("niveau 1 in het Engels"), max_length=200)
    niveau_2 = models.CharField(_("niveau 2"), max_length=200)
    niveau_2_en = models.CharField(_("niveau 2 in het Engels"), max_length=200)
    niveau_3 = models.CharField(_("niveau 3"), max_length=200)
    niveau_3_en = models.CharField(_("niveau 3 in het Engels"), max_length=200)
    volgorde = models.PositiveSmallIntegerField(_("volgorde"), default=0)

    class Meta:
        verbose_name = _("arbeidsomstandigheid")
        verbose_name_plural = _("arbeidsomstandigheden")
        ordering = ["volgorde", "code"]
        constraints = [
            models.CheckConstraint(condition=Q(soort__in=["fysiek", "tijd", "zacht"]), name="omstandigheid_soort"),
            models.CheckConstraint(condition=~Q(code="") & ~Q(naam=""), name="omstandigheid_niet_leeg"),
        ]

    def __str__(self) -> str:
        return in_taal(self.naam, self.naam_en)

    def tekst_voor(self, niveau: int) -> str:
        """What level 1, 2 or 3 means, in the reader's language; empty for level 0."""
        teksten = {
            1: (self.niveau_1, self.niveau_1_en),
            2: (self.niveau_2, self.niveau_2_en),
            3: (self.niveau_3, self.niveau_3_en),
        }
        return in_taal(*teksten[niveau]) if niveau in teksten else ""


RIASEC_VELDEN = ("riasec_r", "riasec_i", "riasec_a", "riasec_s", "riasec_e", "riasec_c")


def _riasec_geldig() -> Q:
    """All six RIASEC values absent, or all six between 0 and 100."""
    leeg, gevuld = Q(), Q()
    for veld in RIASEC_VELDEN:
        leeg &= Q(**{f"{veld}__isnull": True})
        gevuld &= Q(**{f"{veld}__isnull": False, f"{veld}__gte": 0, f"{veld}__lte": 100})
    return leeg | gevuld


class Beroep(models.Model):
    """An occupation: what it asks, what it is like and where it can lead."""

    code = models.CharField(_("code"), max_length=200, unique=True)
    bron = models.CharField(_("bron"), max_length=10, choices=Bron, default=Bron.EIGEN)
    label = models.CharField(_("naam"), max_length=300, db_index=True)
    label_en = models.CharField(_("naam in het Engels"), max_length=300, blank=True)
    isco = models.CharField(_("ISCO-groep"), max_length=10, blank=True)
    riasec_r = models.PositiveSmallIntegerField(_("realistisch"), null=True, blank=True)
    riasec_i = models.PositiveSmallIntegerField(_("onderzoekend"), null=True, blank=True)
    riasec_a = models.PositiveSmallIntegerField(_("artistiek"), null=True, blank=True)
    riasec_s = models.PositiveSmallIntegerField(_("sociaal"), null=True, blank=True)
    riasec_e = models.PositiveSmallIntegerField(_("ondernemend"), null=True, blank=True)
    riasec_c = models.PositiveSmallIntegerField(_("conventioneel"), null=True, blank=True)
    sector = models.CharField(_("sector"), max_length=40, blank=True, db_index=True)
    omschrijving = models.TextField(_("omschrijving"), blank=True)
    omschrijving_en = models.TextField(_("omschrijving in het Engels"), blank=True)
    actief = models.BooleanField(_("in gebruik"), default=True)
    competenties = models.ManyToManyField(Competentie, through="BeroepCompetentie", related_name="beroepen")

    class Meta:
        verbose_name = _("beroep")
        verbose_name_plural = _("beroepen")
        ordering = ["label", "code"]
        constraints = [
            models.CheckConstraint(condition=Q(bron__in=Bron.values), name="beroep_bron"),
            models.CheckConstraint(condition=~Q(code="") & ~Q(label=""), name="beroep_niet_leeg"),
            models.CheckConstraint(condition=_riasec_geldig(), name="beroep_riasec"),
        ]

    def __str__(self) -> str:
        return self.naam

    @property
    def naam(self) -> str:
        """The label in the reader's language."""
        return in_taal(self.label, self.label_en)

    @property
    def uitleg(self) -> str:
        """The description in the reader's language."""
        return in_taal(self.omschrijving, self.omschrijving_en)

    @property
    def riasec(self) -> list[int] | None:
        """The six values R, I, A, S, E, C (0–100 each), or None when unknown."""
        waarden = [getattr(self, veld) for veld in RIASEC_VELDEN]
        return None if None in waarden else waarden


class Beroepssynoniem(models.Model):
    """Another name of an occupation."""

    beroep = models.ForeignKey(Beroep, on_delete=models.CASCADE, related_name="synoniemen")
    tekst = models.CharField(_("tekst"), max_length=300, db_index=True)

    class Meta:
        verbose_name = _("synoniem van een beroep")
        verbose_name_plural = _("synoniemen van beroepen")
        ordering = ["tekst"]
        constraints = [
            models.UniqueConstraint(fields=["beroep", "tekst"], name="beroepssynoniem_uniek"),
            models.CheckConstraint(condition=~Q(tekst=""), name="beroepssynoniem_niet_leeg"),
        ]

    def __str__(self) -> str:
        return self.tekst


class BeroepCompetentie(models.Model):
    """A competence an occupation asks (essentieel) or likes (nuttig), at a level."""

    class Soort(models.TextChoices):
        """How much the occupation needs it."""

        ESSENTIEEL = "essentieel", _("Nodig")
        NUTTIG = "nuttig", _("Handig")

    beroep = models.ForeignKey(Beroep, on_delete=models.CASCADE, related_name="beroepcompetenties")
    competentie = models.ForeignKey(Competentie, on_delete=models.CASCADE, related_name="beroepcompetenties")
    soort = models.CharField(_("soort"), max_length=10, choices=Soort, default=Soort.ESSENTIEEL)
    niveau = models.PositiveSmallIntegerField(_("niveau"), default=3)

    class Meta:
        verbose_name = _("competentie van een beroep")
        verbose_name_plural = _("competenties van beroepen")
        ordering = ["beroep", "soort", "-niveau", "competentie"]
        constraints = [
            models.UniqueConstraint(fields=["beroep", "competentie"], name="beroepcompetentie_uniek"),
            models.CheckConstraint(condition=Q(niveau__gte=1, niveau__lte=5), name="beroepcompetentie_niveau"),
            models.CheckConstraint(condition=Q(soort__in=["essentieel", "nuttig"]), name="beroepcompetentie_soort"),
        ]

    def __str__(self) -> str:
        return f"{self.beroep_id}: {self.competentie_id} ({self.niveau})"


class BeroepOmstandigheid(models.Model):
    """A condition that usually comes with an occupation, with its usual level."""

    beroep = models.ForeignKey(Beroep, on_delete=models.CASCADE, related_name="omstandigheden")
    omstandigheid = models.ForeignKey(
        Omstandigheid, on_delete=models.CASCADE, to_field="code", db_column="code", related_name="beroepen"
    )
    niveau = models.PositiveSmallIntegerField(_("niveau"), default=1)

    class Meta:
        verbose_name = _("arbeidsomstandigheid van een beroep")
        verbose_name_plural = _("arbeidsomstandigheden van beroepen")
        ordering = ["beroep", "-niveau", "omstandigheid"]
        constraints = [
            models.UniqueConstraint(fields=["beroep", "omstandigheid"], name="beroepomstandigheid_uniek"),
            models.CheckConstraint(condition=Q(niveau__gte=0, niveau__lte=3), name="beroepomstandigheid_niveau"),
        ]

    def __str__(self) -> str:
        return f"{self.beroep_id}: {self.code} ({self.niveau})"

    @property
    def code(self) -> str:
        """The code of the condition."""
        return self.omstandigheid_id


class Groeipad(models.Model):
    """A next step that people in an occupation often take, and what it needs."""

    van = models.ForeignKey(Beroep, on_delete=models.CASCADE, related_name="groeipaden")
    naar = models.ForeignKey(Beroep, on_delete=models.CASCADE, related_name="groeipaden_hierheen")
    toelichting = models.TextField(_("toelichting"), blank=True)
    toelichting_en = models.TextField(_("toelichting in het Engels"), blank=True)

    class Meta:
        verbose_name = _("groeipad")
        verbose_name_plural = _("groeipaden")
        ordering = ["van", "naar"]
        constraints = [
            models.UniqueConstraint(fields=["van", "naar"], name="groeipad_uniek"),
            models.CheckConstraint(condition=~Q(van=F("naar")), name="groeipad_niet_zelf"),
        ]

    def __str__(self) -> str:
        return f"{self.van_id} → {self.naar_id}"

    @property
    def uitleg(self) -> str:
        """The explanation in the reader's language."""
        return in_taal(self.toelichting, self.toelichting_en)


class Importverslag(models.Model):
    """What a load of the taxonomy read, made and refused; `versie` changes whenever the taxonomy does."""

    bron = models.CharField(_("bron"), max_length=10, choices=Bron)
    versie = models.CharField(_("vingerafdruk van de gegevens"), max_length=64)
    herkomst = models.CharField(_("map of set"), max_length=500)
    begonnen_op = models.DateTimeField(_("begonnen op"))
    klaar_op = models.DateTimeField(_("klaar op"))
    aantallen = models.JSONField(_("aantallen"), default=dict)
    fouten = models.JSONField(_("fouten"), default=list, blank=True)

    class Meta:
        verbose_name = _("importverslag")
        verbose_name_plural = _("importverslagen")
        ordering = ["-klaar_op", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(bron__in=Bron.values), name="importverslag_bron"),
            models.CheckConstraint(condition=Q(klaar_op__gte=F("begonnen_op")), name="importverslag_tijd"),
        ]

    def __str__(self) -> str:
        return f"{self.get_bron_display()} {self.klaar_op:%Y-%m-%d %H:%M}"
