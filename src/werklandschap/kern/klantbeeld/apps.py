"""The room `klantbeeld`."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis import apps


class Config(apps.Kamer):
    name = "werklandschap.kern.klantbeeld"
    label = "klantbeeld"
    verbose_name = _("Klantbeeld")
