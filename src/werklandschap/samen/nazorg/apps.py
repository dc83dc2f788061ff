"""The room `nazorg`."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis import apps


class Config(apps.Kamer):
    name = "werklandschap.samen.nazorg"
    label = "samen_nazorg"
    verbose_name = _("Nazorg")
