"""The room `tijdlijn`."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis import apps


class Config(apps.Kamer):
    name = "werklandschap.kern.tijdlijn"
    label = "tijdlijn"
    verbose_name = _("Tijdlijn")
