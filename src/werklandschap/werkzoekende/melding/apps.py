"""The room `melding`."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis import apps


class Config(apps.Kamer):
    name = "werklandschap.werkzoekende.melding"
    label = "werkzoekende_melding"
    verbose_name = _("Melding")
