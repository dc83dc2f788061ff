"""The room `documenten`."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis import apps


class Config(apps.Kamer):
    name = "werklandschap.kern.documenten"
    label = "documenten"
    verbose_name = _("Documenten")
