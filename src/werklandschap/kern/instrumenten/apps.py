"""The room `instrumenten`."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis import apps


class Config(apps.Kamer):
    name = "werklandschap.kern.instrumenten"
    label = "instrumenten"
    verbose_name = _("Instrumenten")
