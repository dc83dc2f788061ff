"""Letters and messages to and from a person, and a municipality's own words for the templates."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.modellen import MetVersie
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht


class Manier(models.TextChoices):
    """How a message reaches the person; everything is also on /mijn/ for who has an account."""

    MIJN = "mijn", _("Op Mijn werklandschap")
    EMAIL = "email", _("Per e-mail")
    POST = "post", _("Brief op papier")
    SMS = "sms", _("Per sms")


class BerichtQuerySet(models.QuerySet["Bericht"]):
    def voor(self, gebruiker: Gebruiker) -> BerichtQuerySet:
        """Those of the own municipality's dossiers, or one's own."""
        if gebruiker.heeft(Recht.DOSSIERS_LEZEN):
            return self.filter(dossier__gemeente=gebruiker.gemeente_id)
        if gebruiker.heeft(Recht.MIJN):
            return self.filter(dossier__werkzoekende__account=gebruiker)
        return self.none()


class Bericht(models.Model):
    """One letter or message, as it was sent: the text does not change any more."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="berichten")
    onderwerp = models.CharField(_("onderwerp"), max_length=150)
    tekst = models.TextField(_("tekst"))
    manier = models.CharField(_("hoe"), max_length=10, choices=Manier)
    sjabloon = models.CharField(max_length=40, blank=True)
    # For what it was made ("gesprek:12"): the same cause is not written about twice.
    bron = models.CharField(max_length=80, blank=True)
    van_inwoner = models.BooleanField(default=False)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    op = models.DateTimeField(default=timezone.now, editable=False)
    gemaild_op = models.DateTimeField(null=True, blank=True, editable=False)
    mailfout = models.BooleanField(default=False, editable=False)
    gelezen_op = models.DateTimeField(null=True, blank=True, editable=False)
    # How often an SMS was offered to the provider.
    pogingen = models.PositiveSmallIntegerField(default=0, editable=False)

    objects = BerichtQuerySet.as_manager()

    class Meta:
        verbose_name = _("bericht")
        verbose_name_plural = _("berichten")
        ordering = ("-op", "-pk")
        constraints = [
            models.UniqueConstraint(fields=("bron",), condition=~models.Q(bron=""), name="een_bericht_per_bron")
        ]

    def __str__(self) -> str:
        return self.onderwerp


class HerinneringQuerySet(models.QuerySet["Herinnering"]):
    def komt_nog(self) -> HerinneringQuerySet:
        """Of appointments that go on and are still to come."""
        return self.filter(vervallen_op__isnull=True, afspraak_op__gt=timezone.now())

    def af_te_drukken(self) -> HerinneringQuerySet:
        """Letters that nobody printed yet, of open dossiers."""
        return self.komt_nog().filter(
            bericht__manier=Manier.POST, afgedrukt_op__isnull=True, dossier__status=Dossier.Status.OPEN
        )


class Herinnering(models.Model):
    """That a person was reminded of one appointment (`bron`: "gesprek:12"), once.

    Without a `bericht` nothing reaches the person: then a colleague got a task to call.
    """

    bron = models.CharField(max_length=80, unique=True)
    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="herinneringen")
    bericht = models.OneToOneField(Bericht, models.CASCADE, null=True, blank=True, related_name="herinnering")
    # The colleague the person comes to see.
    namens = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    afspraak_op = models.DateTimeField(_("afspraak op"))
    tot = models.DateTimeField(_("tot"))
    waar = models.CharField(_("waar"), max_length=200, blank=True)
    gemaakt_op = models.DateTimeField(default=timezone.now, editable=False)
    afgedrukt_op = models.DateTimeField(null=True, blank=True, editable=False)
    vervallen_op = models.DateTimeField(null=True, blank=True, editable=False)

    objects = HerinneringQuerySet.as_manager()

    class Meta:
        verbose_name = _("herinnering")
        verbose_name_plural = _("herinneringen")
        ordering = ("afspraak_op", "pk")
        indexes = [models.Index(fields=("namens", "afspraak_op"))]

    def __str__(self) -> str:
        return self.bron

    @property
    def is_bij_klant(self) -> bool:
        """The person has it: sent, or printed."""
        if self.bericht is None:
            return False
        return self.afgedrukt_op is not None or self.bericht.gemaild_op is not None


class Brieftekst(MetVersie):
    """A municipality's own words for one form of a template."""

    gemeente = models.ForeignKey(Gemeente, models.CASCADE, related_name="briefteksten")
    code = models.CharField(max_length=40)
    vorm = models.CharField(max_length=10)
    onderwerp = models.CharField(_("onderwerp"), max_length=150)
    tekst = models.TextField(_("tekst"))

    class Meta:
        verbose_name = _("eigen brieftekst")
        constraints = [models.UniqueConstraint(fields=("gemeente", "code", "vorm"), name="brieftekst_uniek")]

    def __str__(self) -> str:
        return f"{self.code} ({self.vorm})"
