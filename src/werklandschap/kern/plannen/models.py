"""Plan van aanpak: perspective in the person's words, small goals, who does what by when."""

from __future__ import annotations

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.modellen import MetVersie
from werklandschap.kern.dossiers.models import Dossier, Toestemming
from werklandschap.kern.organisaties.models import Partnerorganisatie
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht


class Plan(MetVersie):
    """One version of the plan; a new version copies the goals that go on. Agreed by the person on a date."""

    class Status(models.TextChoices):
        CONCEPT = "concept", _("Concept")
        VOORGELEGD = "voorgelegd", _("Voorgelegd aan de klant")
        AKKOORD = "akkoord", _("Akkoord")
        VERVANGEN = "vervangen", _("Vervangen")

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="plannen")
    nummer = models.PositiveSmallIntegerField(_("versie van het plan"))
    perspectief = models.TextField(_("wat wil ik bereiken, in eigen woorden"), blank=True)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.CONCEPT)
    akkoord_op = models.DateField(_("akkoord op"), null=True, blank=True)
    akkoord_hoe = models.CharField(
        _("hoe akkoord"),
        max_length=10,
        blank=True,
        choices=[
            ("mijn", _("Zelf op Mijn werklandschap")),
            ("gesprek", _("In een gesprek")),
            ("papier", _("Op papier")),
        ],
    )
    reactie_klant = models.TextField(_("reactie van de klant"), blank=True)
    evalueren_op = models.DateField(_("samen terugkijken op"), null=True, blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    gemaakt_op = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("plan van aanpak")
        verbose_name_plural = _("plannen van aanpak")
        ordering = ("-nummer",)
        constraints = [models.UniqueConstraint(fields=("dossier", "nummer"), name="plan_nummer_uniek")]

    def __str__(self) -> str:
        return f"plan {self.nummer}"


class Doel(models.Model):
    """A small goal. `soort` keeps learning goals apart from results."""

    class Status(models.TextChoices):
        OPEN = "open", _("Mee bezig")
        GEHAALD = "gehaald", _("Gehaald")
        GESTOPT = "gestopt", _("Gestopt")

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="doelen")
    tekst = models.CharField(_("doel"), max_length=300)
    soort = models.CharField(
        _("soort doel"),
        max_length=10,
        choices=[("leren", _("Leerdoel")), ("doen", _("Iets regelen of doen"))],
        default="leren",
    )
    aspect = models.CharField(_("gaat over"), max_length=50, blank=True)
    tegel = models.CharField(max_length=30, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.OPEN)
    afgerond_op = models.DateField(null=True, blank=True)
    volgorde = models.PositiveSmallIntegerField(default=1)

    class Meta:
        verbose_name = _("doel")
        verbose_name_plural = _("doelen")
        ordering = ("volgorde", "id")

    def __str__(self) -> str:
        return self.tekst


class Stap(models.Model):
    """Who does what by when."""

    class Status(models.TextChoices):
        OPEN = "open", _("Te doen")
        GEDAAN = "gedaan", _("Gedaan")
        GESTOPT = "gestopt", _("Gestopt")

    doel = models.ForeignKey(Doel, models.CASCADE, related_name="stappen")
    tekst = models.CharField(_("stap"), max_length=300)
    wie = models.CharField(
        _("wie"),
        max_length=12,
        choices=[("klant", _("Klant")), ("professional", _("Professional")), ("partner", _("Partner"))],
        default="klant",
    )
    wie_naam = models.CharField(_("naam"), max_length=120, blank=True)
    voor_op = models.DateField(_("voor"), null=True, blank=True)
    vertrouwen = models.PositiveSmallIntegerField(
        _("hoe zeker bent u dat dit lukt (1–10)"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(10)],
    )
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.OPEN)
    gedaan_op = models.DateField(null=True, blank=True)
    resultaat = models.CharField(_("wat ging goed"), max_length=300, blank=True)
    volgorde = models.PositiveSmallIntegerField(default=1)

    class Meta:
        verbose_name = _("stap")
        verbose_name_plural = _("stappen")
        ordering = ("volgorde", "id")

    def __str__(self) -> str:
        return self.tekst


class PlandelingQuerySet(models.QuerySet["Plandeling"]):
    def voor(self, gebruiker: Gebruiker) -> PlandelingQuerySet:
        """For a partner only what is shared now; for colleagues those of the own municipality."""
        if gebruiker.heeft(Recht.OVERDRACHTEN_ONTVANGEN):
            return self.lopend().filter(partner=gebruiker.partnerorganisatie_id)
        if gebruiker.heeft(Recht.DOSSIERS_LEZEN):
            return self.filter(dossier__gemeente=gebruiker.gemeente_id)
        return self.none()

    def lopend(self) -> PlandelingQuerySet:
        """Not stopped, and the person's yes holds today."""
        geldig = Toestemming.objects.geldig().values("pk")
        return self.filter(beeindigd_op__isnull=True, toestemming__in=geldig, dossier__status=Dossier.Status.OPEN)


class Plandeling(models.Model):
    """Chosen goals of the plan, shared with one partner for as long as the person agrees."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="plandelingen")
    partner = models.ForeignKey(
        Partnerorganisatie, models.PROTECT, related_name="plandelingen", verbose_name=_("partner")
    )
    toestemming = models.OneToOneField(Toestemming, models.CASCADE, related_name="plandeling")
    doelen = models.ManyToManyField(Doel, related_name="delingen", verbose_name=_("doelen"))
    gedeeld_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    gemaakt_op = models.DateTimeField(default=timezone.now, editable=False)
    beeindigd_op = models.DateTimeField(null=True, blank=True, editable=False)

    objects = PlandelingQuerySet.as_manager()

    class Meta:
        verbose_name = _("gedeeld plan")
        verbose_name_plural = _("gedeelde plannen")
        ordering = ("-gemaakt_op", "-id")

    def __str__(self) -> str:
        return str(self.partner)

    @property
    def is_lopend(self) -> bool:
        """The partner can read it today."""
        return self.beeindigd_op is None and self.toestemming.is_geldig
