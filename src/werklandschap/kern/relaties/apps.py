"""The room `relaties`."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis import apps


class Config(apps.Kamer):
    name = "werklandschap.kern.relaties"
    label = "relaties"
    verbose_name = _("Relaties")
