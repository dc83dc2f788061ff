"""The room `toegang`."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis import apps


class Config(apps.Kamer):
    name = "werklandschap.kern.toegang"
    label = "toegang"
    verbose_name = _("Toegang")
