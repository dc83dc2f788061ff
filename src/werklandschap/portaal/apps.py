"""The room `portaal`."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis import apps


class Config(apps.Kamer):
    name = "werklandschap.portaal"
    label = "portaal"
    verbose_name = _("Portaal")
