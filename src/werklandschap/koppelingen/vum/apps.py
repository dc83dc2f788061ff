"""The room `vum`."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis import apps


class Config(apps.Kamer):
    name = "werklandschap.koppelingen.vum"
    label = "vum"
    verbose_name = _("VUM")
