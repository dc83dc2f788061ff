"""The room `bestanden`."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis import apps


class Config(apps.Kamer):
    name = "werklandschap.koppelingen.bestanden"
    label = "bestanden"
    verbose_name = _("Bestanden")
