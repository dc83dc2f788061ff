"""The room `inzicht`."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis import apps


class Config(apps.Kamer):
    name = "werklandschap.inzicht"
    label = "inzicht"
    verbose_name = _("Inzicht")
