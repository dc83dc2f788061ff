"""The room `diagnostiek`."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis import apps


class Config(apps.Kamer):
    name = "werklandschap.werkzoekende.diagnostiek"
    label = "werkzoekende_diagnostiek"
    verbose_name = _("Diagnostiek")
