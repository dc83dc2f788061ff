"""The room `beheer`."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis import apps


class Config(apps.Kamer):
    name = "werklandschap.beheer"
    label = "beheer"
    verbose_name = _("Beheer")
