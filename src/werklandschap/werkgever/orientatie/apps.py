"""The room `orientatie`."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis import apps


class Config(apps.Kamer):
    name = "werklandschap.werkgever.orientatie"
    label = "werkgever_orientatie"
    verbose_name = _("Oriëntatie")
