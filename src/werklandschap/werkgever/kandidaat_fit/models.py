"""Is the company ready, do the colleagues support it, and IPS: first a place, then learning there."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.modellen import AlleenToevoegen
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.organisaties.models import Gemeente, Partnerorganisatie
from werklandschap.kern.relaties.models import Contactmoment, Werkgever
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht


class Gereedheid(AlleenToevoegen):
    """One dated answer about one point; the newest counts, the earlier ones stay."""

    werkgever = models.ForeignKey(Werkgever, models.CASCADE, related_name="gereedheid")
    punt = models.CharField(_("punt"), max_length=30)
    antwoord = models.CharField(_("antwoord"), max_length=20)
    wie_helpt = models.CharField(_("wie helpt"), max_length=150, blank=True)
    op = models.DateField(default=timezone.localdate, editable=False)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("gereedheid")
        ordering = ("op", "id")
        indexes = [models.Index(fields=("werkgever", "punt"))]

    def __str__(self) -> str:
        return f"{self.punt}: {self.antwoord}"


class Gespreksbewijs(AlleenToevoegen):
    """What a conversation with the employer says about one point: the words of the report, and which report."""

    class Zegt(models.TextChoices):
        AANWEZIG = "aanwezig", _("Dit is er")
        ONTBREEKT = "ontbreekt", _("Dit ontbreekt")

    werkgever = models.ForeignKey(Werkgever, models.CASCADE, related_name="gespreksbewijs")
    contactmoment = models.ForeignKey(Contactmoment, models.CASCADE, related_name="+", verbose_name=_("gesprek"))
    punt = models.CharField(_("punt"), max_length=30)
    zegt = models.CharField(_("wat zegt dit"), max_length=10, choices=Zegt)
    fragment = models.TextField(_("de zin uit het verslag"))
    op = models.DateField(default=timezone.localdate, editable=False)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("bewijs uit een gesprek")
        verbose_name_plural = _("bewijs uit gesprekken")
        ordering = ("-contactmoment__datum", "-id")

    def __str__(self) -> str:
        return f"{self.punt}: {self.zegt}"


class Draagvlakonderzoek(models.Model):
    """A survey among colleagues; answers carry no name, address or time."""

    werkgever = models.ForeignKey(Werkgever, models.CASCADE, related_name="draagvlakonderzoeken")
    gestart_op = models.DateField(default=timezone.localdate, editable=False)
    sluit_op = models.DateField(_("open tot en met"))
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("draagvlakonderzoek")
        ordering = ("-gestart_op", "-id")

    def __str__(self) -> str:
        return f"{self.werkgever_id} {self.gestart_op}"

    @property
    def is_open(self) -> bool:
        """May still be answered."""
        return self.sluit_op >= timezone.localdate()


class Draagvlakantwoord(AlleenToevoegen):
    """One colleague's answers: `waarden` {question: 1–5}, `tekst` free words."""

    onderzoek = models.ForeignKey(Draagvlakonderzoek, models.CASCADE, related_name="antwoorden")
    waarden = models.JSONField()
    tekst = models.TextField(blank=True)

    class Meta:
        verbose_name = _("antwoord op een draagvlakonderzoek")

    def __str__(self) -> str:
        return str(self.onderzoek_id)


class IpstrajectQuerySet(models.QuerySet["Ipstraject"]):
    def voor(self, gebruiker: Gebruiker) -> IpstrajectQuerySet:
        """Of the own municipality, for who may know of care: that somebody has IPS says something about health."""
        if gebruiker.heeft(Recht.GEZONDHEID_ZIEN) and gebruiker.gemeente_id is not None:
            return self.filter(dossier__gemeente=gebruiker.gemeente_id)
        return self.none()


class Ipstraject(models.Model):
    """Individual placement and support: first a place, then learning there, together with care."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="ipstrajecten")
    coach = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("coach"))
    zorgpartner = models.ForeignKey(Partnerorganisatie, models.PROTECT, related_name="+", verbose_name=_("zorg"))
    wens = models.TextField(_("welk werk wil de persoon"))
    gestart_op = models.DateField(default=timezone.localdate, editable=False)
    zorg_afgestemd_op = models.DateField(null=True, blank=True)
    eerste_contact_op = models.DateField(null=True, blank=True)
    werkgever = models.ForeignKey(Werkgever, models.SET_NULL, null=True, blank=True, related_name="+")
    plek_op = models.DateField(null=True, blank=True)
    leert = models.TextField(_("wat leert de persoon op de plek"), blank=True)
    gestopt_op = models.DateField(null=True, blank=True)
    reden_stop = models.CharField(_("waarom gestopt"), max_length=300, blank=True)

    objects = IpstrajectQuerySet.as_manager()

    class Meta:
        verbose_name = _("IPS-traject")
        ordering = ("gestopt_op", "gestart_op", "id")
        constraints = [
            models.UniqueConstraint(
                fields=("dossier",), condition=models.Q(gestopt_op__isnull=True), name="ips_een_tegelijk"
            )
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.gestart_op}"

    @property
    def dagen_tot_contact(self) -> int:
        """Days from the start to the first contact with an employer, or until now."""
        return ((self.eerste_contact_op or timezone.localdate()) - self.gestart_op).days

    @property
    def stand_in_woorden(self) -> str:
        """How far the track is."""
        if self.plek_op is not None:
            return gettext("leert op de plek")
        if self.eerste_contact_op is not None:
            return gettext("contact met een werkgever")
        return gettext("zoekt, {dagen} dagen").format(dagen=self.dagen_tot_contact)


class Modeltrouw(AlleenToevoegen):
    """How true the work is to the method on a day: `scores` {principle: 1–5}."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="modeltrouw")
    scores: Any = models.JSONField()
    verbeterpunt = models.CharField(_("wat gaan we verbeteren"), max_length=300, blank=True)
    op = models.DateField(default=timezone.localdate, editable=False)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("meting van modeltrouw")
        ordering = ("-op", "-id")

    def __str__(self) -> str:
        return f"{self.gemeente_id} {self.op}"
