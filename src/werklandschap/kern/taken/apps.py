"""The room `taken`."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis import apps


class Config(apps.Kamer):
    name = "werklandschap.kern.taken"
    label = "taken"
    verbose_name = _("Taken")
