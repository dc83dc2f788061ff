"""The room `agenda`."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis import apps


class Config(apps.Kamer):
    name = "werklandschap.koppelingen.agenda"
    label = "agenda"
    verbose_name = _("Agenda")
