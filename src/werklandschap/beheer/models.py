"""What the installation does every day."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Dagronde(models.Model):
    """One daily task on one day: the row is the claim with which a single worker does it."""

    code = models.CharField(_("werk"), max_length=40)
    dag = models.DateField(_("dag"))
    begonnen_op = models.DateTimeField(_("begonnen"), default=timezone.now)
    klaar_op = models.DateTimeField(_("klaar"), null=True, blank=True)
    verslag = models.CharField(_("verslag"), max_length=500, blank=True)
    fout = models.CharField(_("fout"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("dagelijks werk")
        ordering = ("-dag", "code")
        constraints = [models.UniqueConstraint(fields=("code", "dag"), name="dagronde_uniek")]

    def __str__(self) -> str:
        return f"{self.code} {self.dag:%Y-%m-%d}"

    @property
    def naam(self) -> str:
        """What an administrator calls this work."""
        return str(NAMEN.get(self.code, self.code))


NAMEN = {
    "nazorg": _("Nazorg bewaken"),
    "herinneringen": _("Herinneren aan ontmoetingen van morgen"),
    "bewaartermijnen": _("Bewaartermijnen"),
    "opruimen": _("Opruimen"),
    "invoer": _("Oude importbestanden wissen"),
    "vum": _("Oude antwoorden aan VUM wissen"),
    "documenten": _("Losse documenten wissen"),
    "certificaten": _("Waarschuwen voor certificaten die aflopen"),
    "groeiwensen": _("Herinneren wie nog niet zei of die in werk wil groeien"),
    "stilstand": _("Zien waar lang geen stap is gezet"),
    "overdrachten": _("Partners herinneren aan een antwoord"),
    "zoekindex": _("De zoekindex vernieuwen"),
    "laatste_contact": _("De datum van het laatste contact nakijken"),
    "herinneringen_klanten": _("Klanten herinneren aan afspraken"),
    "sms": _("Oude pogingen om sms te sturen wissen"),
    "toegangscodes": _("Oude toegangscodes wissen"),
    "gesprekconcepten": _("Oude concepten van gesprekken wissen"),
    "meldingconcepten": _("Oude, niet afgemaakte meldingen wissen"),
}
