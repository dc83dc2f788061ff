"""The person (once per municipality), the dossier, consent and handovers."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.modellen import MetVersie
from werklandschap.kern.basis.versleuteling import VersleuteldVeld
from werklandschap.kern.organisaties.models import Gemeente, Partnerorganisatie
from werklandschap.kern.tijdlijn.models import Keten
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.ontwerp.opmaak import datum_tijd

KENMERK_TEKENS = 8

postcode_controle = RegexValidator(
    r"^[1-9][0-9]{3} ?[A-Za-z]{2}$", _("Een postcode heeft vier cijfers en twee letters, bijvoorbeeld 1234 AB.")
)


def controleer_geboortedatum(datum: object) -> None:
    """A birth date lies between 1900 and today."""
    if not (timezone.datetime(1900, 1, 1).date() <= datum <= timezone.localdate()):  # type: ignore[attr-defined, operator]
        raise ValidationError(_("Controleer de geboortedatum: die moet tussen 1900 en vandaag liggen."))


class Kanaal(models.TextChoices):
    """How a request for help came in."""

    BALIE = "balie", _("Aan de balie")
    TELEFOON = "telefoon", _("Per telefoon")
    FORMULIER = "formulier", _("Via de website")
    EMAIL = "email", _("Per e-mail")
    PARTNER = "partner", _("Via een partner")
    INVOER = "invoer", _("Uit een ander systeem")


class Taalniveau(models.TextChoices):
    """How plain a text to this person must be (levels of the CEFR)."""

    A1 = "A1", _("A1: losse woorden")
    A2 = "A2", _("A2: korte zinnen")
    B1 = "B1", _("B1: gewone taal")
    B2 = "B2", _("B2: moeilijker taal")


class Contactwijze(models.TextChoices):
    """How a person likes to be reached."""

    TELEFOON = "telefoon", _("Telefoon")
    SMS = "sms", _("Sms")
    EMAIL = "email", _("E-mail")
    POST = "post", _("Post")
    LANGS = "langs", _("Langskomen")


class WerkzoekendeQuerySet(models.QuerySet["Werkzoekende"]):
    def voor(self, gebruiker: Gebruiker) -> WerkzoekendeQuerySet:
        """People this user may know of: those of the own municipality, or oneself."""
        if gebruiker.heeft(Recht.DOSSIERS_LEZEN) or gebruiker.heeft(Recht.KANDIDATEN_ZIEN):
            return self.filter(gemeente=gebruiker.gemeente_id)
        if gebruiker.heeft(Recht.MIJN):
            return self.filter(account=gebruiker)
        return self.none()


class Werkzoekende(MetVersie):
    """A person, once per municipality. Identity may be incomplete after an import and is completed at Melding."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="werkzoekenden")
    voornaam = models.CharField(_("voornaam"), max_length=80, blank=True)
    tussenvoegsel = models.CharField(_("tussenvoegsel"), max_length=20, blank=True)
    achternaam = models.CharField(_("achternaam"), max_length=120, blank=True)
    # Lower case, without accents and prefix: for the duplicate search.
    zoeknaam = models.CharField(max_length=220, blank=True, editable=False, db_index=True)
    geboortedatum = models.DateField(_("geboortedatum"), null=True, blank=True, validators=[controleer_geboortedatum])
    bsn = VersleuteldVeld(_("BSN"), null=True, blank=True)
    bsn_zoekwaarde = models.CharField(max_length=64, null=True, blank=True, editable=False)
    email = models.EmailField(_("e-mail"), blank=True)
    telefoon = models.CharField(_("telefoon"), max_length=20, blank=True)
    straat = models.CharField(_("straat"), max_length=120, blank=True)
    huisnummer = models.CharField(_("huisnummer"), max_length=20, blank=True)
    postcode = models.CharField(_("postcode"), max_length=7, blank=True, validators=[postcode_controle])
    plaats = models.CharField(_("plaats"), max_length=80, blank=True)
    lat = models.FloatField(null=True, blank=True, editable=False)
    lon = models.FloatField(null=True, blank=True, editable=False)
    taalniveau = models.CharField(_("taalniveau"), max_length=2, choices=Taalniveau, default=Taalniveau.B1)
    # At which level colleagues write to this person, when they chose one; empty: follow language level and signals.
    leesniveau = models.CharField(_("schrijven op niveau"), max_length=2, choices=Taalniveau, blank=True)
    contacttaal = models.CharField(_("taal van het contact"), max_length=3, default="nld")
    contactwijze = models.CharField(
        _("hoe bereiken we u het best"),
        max_length=10,
        choices=Contactwijze,
        default=Contactwijze.TELEFOON,
    )
    account = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="werkzoekende", editable=False
    )
    herkomst = models.CharField(max_length=40, blank=True, editable=False)
    extern_id = models.CharField(max_length=100, blank=True, editable=False)
    aangemaakt_op = models.DateTimeField(default=timezone.now, editable=False)

    objects = WerkzoekendeQuerySet.as_manager()

    class Meta:
        verbose_name = _("werkzoekende")
        verbose_name_plural = _("werkzoekenden")
        ordering = ("achternaam", "voornaam", "id")
        indexes = [
            models.Index(fields=("gemeente", "geboortedatum")),
            models.Index(fields=("gemeente", "postcode")),
            # The list of a municipality by name, and searching in it.
            models.Index(fields=("gemeente", "achternaam", "voornaam", "id", "zoeknaam")),
            # What the figures about everybody ask of one person, so that they need not read the whole row.
            models.Index(fields=("id", "gemeente", "geboortedatum", "lat")),
        ]
        constraints = [
            models.UniqueConstraint(fields=("gemeente", "bsn_zoekwaarde"), name="bsn_een_keer_per_gemeente"),
            models.UniqueConstraint(
                fields=("gemeente", "herkomst", "extern_id"),
                condition=~models.Q(extern_id=""),
                name="werkzoekende_extern_uniek",
            ),
            models.CheckConstraint(
                name="werkzoekende_plek_heel",
                condition=models.Q(lat__isnull=True, lon__isnull=True) | models.Q(lat__isnull=False, lon__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.naam

    @property
    def naam(self) -> str:
        """The full name, or words that say it is still unknown and tell this person from the others."""
        delen = [self.voornaam, self.tussenvoegsel, self.achternaam]
        return " ".join(deel for deel in delen if deel) or self._zonder_naam()

    def _zonder_naam(self) -> str:
        """The end of the number in the system they came from, else when they were recorded."""
        kenmerk = self.extern_id[-KENMERK_TEKENS:] or datum_tijd(self.aangemaakt_op)
        return str(_("Naam nog onbekend ({kenmerk})")).format(kenmerk=kenmerk)

    @property
    def aanspreeknaam(self) -> str:
        """For greetings: the first name, else the full name."""
        return self.voornaam or self.naam


class DossierQuerySet(models.QuerySet["Dossier"]):
    def voor(self, gebruiker: Gebruiker) -> DossierQuerySet:
        """Dossiers this user may list. Opening one outside the own caseload still asks a reason."""
        if gebruiker.heeft(Recht.DOSSIERS_LEZEN):
            return self.filter(gemeente=gebruiker.gemeente_id)
        if gebruiker.heeft(Recht.MIJN):
            return self.filter(werkzoekende__account=gebruiker)
        return self.none()

    def lopend(self) -> DossierQuerySet:
        """Open dossiers."""
        return self.filter(status=Dossier.Status.OPEN)

    def van(self, gebruiker: Gebruiker) -> DossierQuerySet:
        """The caseload of one colleague."""
        return self.filter(verantwoordelijke=gebruiker)


class Dossier(MetVersie):
    """The work with one person. Its number (the primary key) is what people call it by."""

    class Status(models.TextChoices):
        OPEN = "open", _("Open")
        GESLOTEN = "gesloten", _("Gesloten")
        SAMENGEVOEGD = "samengevoegd", _("Samengevoegd")

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="dossiers")
    werkzoekende = models.OneToOneField(Werkzoekende, models.PROTECT, related_name="dossier")
    keten = models.OneToOneField(Keten, models.PROTECT, related_name="dossier", editable=False)
    verantwoordelijke = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="dossiers",
        verbose_name=_("verantwoordelijke professional"),
    )
    status = models.CharField(_("status"), max_length=12, choices=Status, default=Status.OPEN)
    hulpvraag = models.TextField(_("hulpvraag in eigen woorden"), blank=True)
    hulpvraag_verhelderd = models.TextField(_("hulpvraag na het gesprek"), blank=True)
    kanaal = models.CharField(_("hoe kwam de melding binnen"), max_length=12, choices=Kanaal, default=Kanaal.BALIE)
    gemeld_op = models.DateTimeField(_("gemeld op"), default=timezone.now)
    gesloten_op = models.DateField(_("gesloten op"), null=True, blank=True)
    # Follows the events that count as contact: see `dossiers.contact`. Empty without one.
    laatste_contact = models.DateTimeField(null=True, blank=True, editable=False)
    reden_sluiten = models.CharField(_("reden van sluiten"), max_length=40, blank=True)
    # The income-support application that often comes along: linked, not asked again.
    inkomensaanvraag = models.CharField(_("nummer inkomensaanvraag"), max_length=40, blank=True)
    inkomensaanvraag_op = models.DateField(_("datum inkomensaanvraag"), null=True, blank=True)
    inkomensaanvraag_status = models.CharField(_("status inkomensaanvraag"), max_length=20, blank=True)
    samengevoegd_in = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+", editable=False)

    objects = DossierQuerySet.as_manager()

    class Meta:
        verbose_name = _("dossier")
        verbose_name_plural = _("dossiers")
        ordering = ("-gemeld_op", "-id")
        indexes = [
            models.Index(fields=("gemeente", "status", "verantwoordelijke")),
            # Figures of a municipality go from its dossiers to people and to chains; the index alone tells which.
            models.Index(fields=("gemeente", "status", "werkzoekende")),
            models.Index(fields=("gemeente", "keten")),
            models.Index(fields=("gemeente", "status", "laatste_contact", "gemeld_op")),
        ]

    def __str__(self) -> str:
        return f"{self.werkzoekende} ({self.pk})"

    @property
    def nummer(self) -> int:
        """The number in the URL."""
        return self.pk


class Doelgroepperiode(models.Model):
    """The legal group a person belongs to, with dates: decides which instruments are lawful, never who matches."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="doelgroepen")
    code = models.CharField(_("doelgroep"), max_length=30)
    van = models.DateField(_("van"))
    tot = models.DateField(_("tot en met"), null=True, blank=True)

    class Meta:
        verbose_name = _("doelgroep")
        ordering = ("-van",)
        constraints = [
            models.CheckConstraint(
                name="doelgroep_eindigt_na_begin",
                condition=models.Q(tot__isnull=True) | models.Q(tot__gte=models.F("van")),
            )
        ]

    def __str__(self) -> str:
        return self.code


class ToestemmingQuerySet(models.QuerySet["Toestemming"]):
    def geldig(self) -> ToestemmingQuerySet:
        """Given, not withdrawn and not past its end."""
        vandaag = timezone.localdate()
        return self.filter(
            models.Q(tot__isnull=True) | models.Q(tot__gte=vandaag), antwoord=True, ingetrokken_op__isnull=True
        )


class Toestemming(models.Model):
    """What a person agreed to: what, for whom, until when, given how. Withdrawing works at once."""

    class Soort(models.TextChoices):
        VOORDRACHT = "voordracht", _("Mijn naam en profiel aan een werkgever geven")
        DELEN_PARTNER = "delen_partner", _("Gegevens delen met een partner")
        GEDEELD_PLAN = "gedeeld_plan", _("Mijn plan delen met een partner")
        CONTACT = "contact", _("Berichten per e-mail")
        ONDERZOEK = "onderzoek", _("Meedoen aan onderzoek zonder mijn naam")
        VUM = "vum", _("Mijn profiel zonder mijn naam laten vinden door andere gemeenten en UWV")

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="toestemmingen")
    soort = models.CharField(_("waarvoor"), max_length=20, choices=Soort)
    # For whom, in words, and what exactly it is about ("voordracht:12").
    voor_wie = models.CharField(_("voor wie"), max_length=200)
    onderwerp = models.CharField(max_length=80, blank=True)
    wat = models.TextField(_("wat wordt gedeeld"), blank=True)
    gevraagd_op = models.DateTimeField(default=timezone.now)
    gevraagd_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    antwoord = models.BooleanField(_("antwoord"), null=True)
    beantwoord_op = models.DateTimeField(null=True, blank=True)
    hoe = models.CharField(
        _("hoe gegeven"),
        max_length=12,
        blank=True,
        choices=[
            ("mijn", _("Zelf op Mijn werklandschap")),
            ("gesprek", _("In een gesprek")),
            ("telefoon", _("Per telefoon")),
            ("papier", _("Op papier")),
        ],
    )
    tot = models.DateField(_("geldig tot en met"), null=True, blank=True)
    ingetrokken_op = models.DateTimeField(null=True, blank=True)

    objects = ToestemmingQuerySet.as_manager()

    class Meta:
        verbose_name = _("toestemming")
        verbose_name_plural = _("toestemmingen")
        ordering = ("-gevraagd_op",)
        indexes = [models.Index(fields=("soort", "onderwerp"))]

    def __str__(self) -> str:
        return f"{self.get_soort_display()}: {self.voor_wie}"

    @property
    def is_geldig(self) -> bool:
        """Given, not withdrawn, not past its end."""
        return (
            bool(self.antwoord)
            and self.ingetrokken_op is None
            and (self.tot is None or self.tot >= timezone.localdate())
        )


class OverdrachtQuerySet(models.QuerySet["Overdracht"]):
    def voor(self, gebruiker: Gebruiker) -> OverdrachtQuerySet:
        """Handovers the user sent from the own municipality, or received as partner or colleague."""
        if gebruiker.heeft(Recht.OVERDRACHTEN_ONTVANGEN):
            return self.filter(naar_partner=gebruiker.partnerorganisatie_id)
        if gebruiker.heeft(Recht.DOSSIERS_LEZEN):
            return self.filter(dossier__gemeente=gebruiker.gemeente_id)
        return self.none()


class Overdracht(models.Model):
    """A warm handover: offered, then accepted, refused or withdrawn. Until accepted the sender stays responsible."""

    class Status(models.TextChoices):
        AANGEBODEN = "aangeboden", _("Aangeboden")
        GEACCEPTEERD = "geaccepteerd", _("Geaccepteerd")
        GEWEIGERD = "geweigerd", _("Geweigerd")
        INGETROKKEN = "ingetrokken", _("Ingetrokken")

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="overdrachten")
    van = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="overdrachten_gedaan")
    naar_partner = models.ForeignKey(
        Partnerorganisatie,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="overdrachten",
        verbose_name=_("naar partner"),
    )
    naar_collega = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="overdrachten_gekregen",
        verbose_name=_("naar collega"),
    )
    onderwerp = models.CharField(_("waarvoor"), max_length=150)
    # The least the other needs: written for this handover, not copied from the dossier.
    toelichting = models.TextField(_("wat moet de ander weten"))
    wie_belt = models.CharField(_("wie neemt contact op met de klant"), max_length=120, blank=True)
    # What the person gets to read about it, in their level of Dutch.
    bericht = models.TextField(_("bericht aan de klant"), blank=True)
    status = models.CharField(_("status"), max_length=12, choices=Status, default=Status.AANGEBODEN)
    antwoord_voor = models.DateField(_("antwoord voor"))
    aangeboden_op = models.DateTimeField(default=timezone.now, editable=False)
    herinnerd_op = models.DateTimeField(null=True, blank=True, editable=False)
    beantwoord_op = models.DateTimeField(null=True, blank=True, editable=False)
    beantwoord_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False
    )
    antwoord = models.TextField(_("antwoord"), blank=True)
    # Who is responsible for the subject now: the sender until it is accepted.
    verantwoordelijke = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)

    objects = OverdrachtQuerySet.as_manager()

    class Meta:
        verbose_name = _("overdracht")
        verbose_name_plural = _("overdrachten")
        ordering = ("-aangeboden_op",)
        constraints = [
            models.CheckConstraint(
                name="overdracht_een_ontvanger",
                condition=models.Q(naar_partner__isnull=False, naar_collega__isnull=True)
                | models.Q(naar_partner__isnull=True, naar_collega__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"{self.onderwerp} → {self.naar}"

    @property
    def naar(self) -> str:
        """The receiver's name."""
        return str(self.naar_partner or self.naar_collega)

    @property
    def is_te_laat(self) -> bool:
        """Still unanswered after the deadline."""
        return self.status == self.Status.AANGEBODEN and self.antwoord_voor < timezone.localdate()


class BewaardeLijst(models.Model):
    """A list of dossiers as one colleague likes it: filter, columns and order under a name of their own."""

    gebruiker = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="bewaarde_lijsten")
    naam = models.CharField(_("naam"), max_length=60)
    # The query part of the address: "wie=mij&status=open&kolom=wie".
    vraag = models.CharField(max_length=1000, blank=True)
    opent_hiermee = models.BooleanField(_("opent hiermee"), default=False)

    class Meta:
        verbose_name = _("bewaarde lijst")
        ordering = ("naam", "pk")
        constraints = [
            models.UniqueConstraint(fields=("gebruiker", "naam"), name="bewaarde_lijst_uniek"),
            models.UniqueConstraint(
                fields=("gebruiker",), condition=models.Q(opent_hiermee=True), name="een_lijst_om_mee_te_openen"
            ),
        ]

    def __str__(self) -> str:
        return self.naam


class ToewijzingQuerySet(models.QuerySet["Toewijzing"]):
    def voor(self, gebruiker: Gebruiker) -> ToewijzingQuerySet:
        """What this colleague gave away; everything of the municipality for who divides the work."""
        rijen = self.filter(gemeente=gebruiker.gemeente_id)
        return rijen if gebruiker.heeft(Recht.CASELOAD_VERDELEN) else rijen.filter(door=gebruiker)


class Toewijzing(models.Model):
    """Dossiers given to one colleague at once, with one reason and what is needed to take it back."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    naar = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reden = models.CharField(_("reden"), max_length=200)
    op = models.DateTimeField(default=timezone.now, editable=False)
    # [number of the dossier, key of who had it or None], and [key of the task, key of who had it or None].
    dossiers = models.JSONField(default=list)
    taken = models.JSONField(default=list)
    ongedaan_op = models.DateTimeField(null=True, blank=True, editable=False)
    ongedaan_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    objects = ToewijzingQuerySet.as_manager()

    class Meta:
        verbose_name = _("verdeling")
        ordering = ("-op", "-pk")

    def __str__(self) -> str:
        return f"{self.aantal} → {self.naar}"

    @property
    def aantal(self) -> int:
        """How many dossiers went along."""
        return len(self.dossiers)


class Postcodegebied(models.Model):
    """Where the four digits of a postcode lie; loaded by `manage laad_pc4`."""

    pc4 = models.CharField(max_length=4, primary_key=True, validators=[RegexValidator(r"^[1-9][0-9]{3}$")])
    lat = models.FloatField()
    lon = models.FloatField()

    class Meta:
        verbose_name = _("postcodegebied")
        ordering = ("pc4",)

    def __str__(self) -> str:
        return self.pc4
