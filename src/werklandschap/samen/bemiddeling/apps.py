"""The room `bemiddeling`."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis import apps


class Config(apps.Kamer):
    name = "werklandschap.samen.bemiddeling"
    label = "samen_bemiddeling"
    verbose_name = _("Bemiddeling")
