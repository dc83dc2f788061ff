"""The room `plaatsing`."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis import apps


class Config(apps.Kamer):
    name = "werklandschap.samen.plaatsing"
    label = "samen_plaatsing"
    verbose_name = _("Plaatsing")
